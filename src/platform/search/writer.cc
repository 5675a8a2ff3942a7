#include "platform/search/writer.h"

#include <xapian.h>

#include <stdexcept>

#include "platform/search/spelling.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr std::size_t known_words_max = 100'000;
constexpr std::uint32_t title_weight = 5;  // a word of the title counts as often

std::string_view cut(std::string_view text) { return text.substr(0, text_bytes_max); }

// The library's faults are no std::exception.
template <class Work>
auto tried(Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(error.get_description());
  }
}

}  // namespace

Index::Writer::Writer(TemporaryFolder folder)
    : folder_(std::move(folder)), texts_(folder_.path() / texts_file, Texts::Use::Append) {
  // Nothing here has to survive a crash, so nothing waits for the disk.
  database_ = tried([&] {
    return std::make_unique<Xapian::WritableDatabase>(
        (folder_.path() / database_folder).string(),
        Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
  });
}

Index::Writer::~Writer() = default;

const viet::WordKeys& Index::Writer::keys(std::string_view word) {
  const std::string name(word);
  const auto found = known_.find(name);
  if (found != known_.end()) return found->second;
  if (known_.size() >= known_words_max) known_.clear();
  return known_.emplace(name, keys_of(word)).first->second;
}

// Returns how many words there are.
std::uint32_t Index::Writer::add_words(Xapian::Document& document, std::string_view text,
                                       const Spread& spread) {
  std::uint32_t place = 0;
  for (const viet::Word& word : viet::words_of(text)) {
    ++place;
    const viet::WordKeys& both = keys(word.in(text));
    if (both.folded.empty()) continue;
    document.add_posting(term(anywhere, both.folded), spread.base + place, spread.weight);
    if (spread.title != 0) document.add_posting(term(spread.title, both.folded), place);
    if (both.has_marks()) document.add_term(term(as_marked, both.marked), 0);
  }
  return place;
}

void Index::Writer::put(const Entry& entry) {
  tried([&] {
    const std::string id = term(by_id, entry.id);
    const std::string_view title = std::string_view(entry.title).substr(0, title_bytes_max);
    const std::string_view text = cut(entry.text);
    Xapian::Document document;
    const std::uint32_t title_words = add_words(document, title, {in_title, 0, title_weight});
    const std::uint32_t text_words = add_words(document, text, {0, text_base(title_words), 1});
    add_words(document, cut(entry.also), {0, text_base(title_words) + text_words + gap, 1});
    for (const std::string& key : entry.keys) document.add_boolean_term(term(by_key, key));
    for (std::size_t i = 0; i < entry.facets.size(); ++i) {
      if (entry.facets[i].empty()) continue;
      document.add_boolean_term(facet_term(i, entry.facets[i]));
      document.add_value(static_cast<Xapian::valueno>(i), entry.facets[i]);
    }
    document.add_value(order_slot, Xapian::sortable_serialise(static_cast<double>(entry.order)));
    const TextPlace kept = texts_.append(text);
    std::string data = entry.id + separator;
    data.append(title).append(1, separator);
    data += std::to_string(kept.offset) + ' ' + std::to_string(kept.bytes);
    document.set_data(data);
    document.add_boolean_term(id);
    forget_words_of(id);
    learn_words(*database_, document);
    database_->replace_document(id, document);
  });
}

void Index::Writer::remove(const std::string& id) {
  tried([&] {
    forget_words_of(term(by_id, id));
    database_->delete_document(term(by_id, id));
  });
}

void Index::Writer::forget_words_of(const std::string& id_term) {
  const auto old = database_->postlist_begin(id_term);
  if (old == database_->postlist_end(id_term)) return;
  forget_words(*database_, database_->get_document(*old));
}

void Index::Writer::commit() {
  tried([&] { database_->commit(); });
}

}  // namespace lantoa::search
