#include "platform/search/index.h"

#include <exception>

#include "kernel/assert.h"
#include "platform/log/log.h"
#include "platform/search/reader.h"
#include "platform/search/writer.h"

namespace lantoa::search {
namespace {

// Why is for who runs the machine: the sentence is read by everybody who searches.
Problem unavailable(const std::string& why) {
  log::error("search.index_unavailable", {{"why", why}});
  return {Code::Unavailable,
          {"Chức năng tìm kiếm đang tạm dừng. Hãy thử lại sau ít phút.",
           "Search is down for the moment. Try again in a few minutes."},
          {},
          {}};
}

}  // namespace

Index::Index(std::filesystem::path parent) : parent_(std::move(parent)) {}
Index::~Index() = default;

template <class Work>
Result<void> Index::write(Work work) {
  const std::lock_guard guard(writing_);
  try {
    if (!writer_) writer_ = std::make_unique<Writer>(parent_);
    work(*writer_);
    return {};
  } catch (const std::exception& error) {
    return tl::unexpected(unavailable(error.what()));
  }
}

Result<void> Index::put(const Entry& entry) {
  ASSERT(entry.facets.size() <= facets_max);
  return write([&](Writer& writer) { writer.put(entry); });
}

Result<void> Index::remove(const std::string& id) {
  return write([&](Writer& writer) { writer.remove(id); });
}

Result<void> Index::commit() {
  return write([&](Writer& writer) {
    auto now = writer.commit();
    const std::lock_guard guard(mutex_);
    seen_.swap(now);  // what nobody sees any more is let go outside the lock
  });
}

template <class Out, class Look>
Result<Out> Index::read(Look look) const {
  std::shared_ptr<const Snapshot> snapshot;
  {
    const std::lock_guard guard(mutex_);
    snapshot = seen_;
  }
  if (!snapshot) return Out{};
  try {
    return look(*snapshot);
  } catch (const std::exception& error) {
    return tl::unexpected(unavailable(error.what()));
  }
}

Result<Found> Index::find(const Ask& ask) const {
  ASSERT(ask.filters.size() <= facets_max);
  TRY_ASSIGN(Found found, read<Found>([&](const Snapshot& seen) { return find_in(seen, ask); }));
  found.facets.resize(ask.filters.size());  // none where nothing is indexed yet
  return found;
}

Result<std::vector<Completion>> Index::complete(const Query& query, std::size_t most) const {
  if (query.empty()) return std::vector<Completion>{};
  return read<std::vector<Completion>>(
      [&](const Snapshot& seen) { return complete_in(seen, query, most); });
}

Result<std::string> Index::first_known(const std::vector<std::string>& keys) const {
  return read<std::string>([&](const Snapshot& seen) { return first_known_in(seen, keys); });
}

}  // namespace lantoa::search
