#include "platform/search/index.h"

#include <exception>

#include "kernel/assert.h"
#include "platform/log/log.h"
#include "platform/search/reader.h"
#include "platform/search/writer.h"

namespace lantoa::search {
namespace {

constexpr std::size_t idle_readers_max = 8;

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

void Index::let_go() {
  {
    const std::lock_guard guard(mutex_);
    idle_.clear();
    readable_.clear();
    is_broken_ = false;
  }
  writer_.reset();
}

bool Index::discard_broken() {
  const std::lock_guard writing(writing_);
  {
    const std::lock_guard guard(mutex_);
    if (!is_broken_) return false;
  }
  let_go();
  return true;
}

// What was written may be half there: nobody reads it any more, and the next write begins anew.
Result<void> Index::fail(const std::string& why) {
  let_go();
  return tl::unexpected(unavailable(why));
}

template <class Work>
Result<void> Index::write(Work work) {
  const std::lock_guard guard(writing_);
  try {
    if (!writer_) {
      auto folder = TemporaryFolder::make(parent_);
      if (!folder) return fail(folder.error().text.en);
      writer_ = std::make_unique<Writer>(*std::move(folder));
    }
    work(*writer_);
    return {};
  } catch (const std::exception& error) {
    return fail(error.what());
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
    writer.commit();
    const std::lock_guard guard(mutex_);
    readable_ = writer.folder();
  });
}

template <class Out, class Look>
Result<Out> Index::read(Look look) {
  std::unique_ptr<Reader> reader;
  std::filesystem::path folder;
  {
    const std::lock_guard guard(mutex_);
    folder = readable_;
    if (!idle_.empty()) {
      reader = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (folder.empty()) return Out{};
  try {
    if (!reader) reader = std::make_unique<Reader>(folder);
    Out out = look(*reader);
    const std::lock_guard guard(mutex_);
    if (readable_ == folder && idle_.size() < idle_readers_max) idle_.push_back(std::move(reader));
    return out;
  } catch (const Broken& error) {
    const std::lock_guard guard(mutex_);
    if (readable_ == folder) is_broken_ = true;
    return tl::unexpected(unavailable(error.what()));
  } catch (const std::exception& error) {
    return tl::unexpected(unavailable(error.what()));
  }
}

Result<Found> Index::find(const Ask& ask) {
  TRY_ASSIGN(Found found, read<Found>([&](Reader& reader) { return reader.find(ask); }));
  found.facets.resize(ask.filters.size());  // none where nothing is indexed yet
  return found;
}

Result<std::vector<Completion>> Index::complete(const Query& query, std::size_t most) {
  if (query.empty()) return std::vector<Completion>{};
  return read<std::vector<Completion>>(
      [&](Reader& reader) { return reader.complete(query, most); });
}

Result<std::string> Index::first_known(const std::vector<std::string>& keys) {
  return read<std::string>([&](Reader& reader) { return reader.first_known(keys); });
}

}  // namespace lantoa::search
