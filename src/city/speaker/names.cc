#include "city/speaker/names.h"

#include <algorithm>
#include <utility>

#include "platform/log/log.h"
#include "viet/unicode.h"

namespace lantoa::city::speaker {
namespace {

constexpr std::size_t words_looked_for_max = 8;
constexpr std::uint32_t forgotten = UINT32_MAX;  // no version is so high

// Folded, with a space for every sign.
std::string plain(std::string_view text) {
  std::string out = viet::fold(text);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return !is_letter && static_cast<unsigned char>(c) < 0x80;
      },
      ' ');
  return out;
}

WordsPtr words_of(SpeakerRecord record) {
  Words out;
  out.searched = " " + plain(record.name) + " " + plain(record.workplace);
  out.order = viet::person_sort_key(record.name);
  out.name = std::move(record.name);
  out.workplace = std::move(record.workplace);
  return std::make_shared<const Words>(std::move(out));
}

WordsPtr unnamed(SpeakerNo no, Language language) {
  const std::string number = std::to_string(no.value);
  return words_of(
      {language == Language::English ? "person no. " + number : "người số " + number, {}});
}

// Each with the space before it, so that it is found at the beginning of a word.
std::vector<std::string> words_in(std::string_view query) {
  std::vector<std::string> out;
  const std::string folded = plain(query);
  for (std::size_t begin = 0; begin < folded.size() && out.size() < words_looked_for_max;) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) out.push_back(" " + folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool is_before(const Listed& a, const Listed& b) {
  return std::pair(std::string_view(a.words->order), a.no) <
         std::pair(std::string_view(b.words->order), b.no);
}

}  // namespace

Ref ref_of(const Speaker& speaker) {
  return {speaker.no, speaker.version, speaker.erased.has_value()};
}

WordsPtr Names::kept(const Ref& ref) {
  const std::lock_guard guard(mutex_);
  const auto found = kept_.find(ref.no);
  const bool is_good = found != kept_.end() && found->second.version == ref.version;
  return is_good ? found->second.words : nullptr;
}

Result<WordsPtr> Names::of(const Ref& ref, Language language) {
  if (ref.erased) return unnamed(ref.no, language);
  if (WordsPtr known = kept(ref)) return known;
  const std::lock_guard loading(loading_);
  if (WordsPtr known = kept(ref)) return known;
  TRY_ASSIGN(const auto text, vault_.open(record_id(ref.no)));
  if (!text) return unnamed(ref.no, language);
  TRY_ASSIGN(auto record, decode<SpeakerRecord>(*text));
  WordsPtr words = words_of(std::move(record));
  const std::lock_guard guard(mutex_);
  Kept& slot = kept_[ref.no];
  if (slot.version == forgotten) return words;
  slot = {ref.version, words};
  places_.reset();
  return words;
}

WordsPtr Names::readable(const Ref& ref, Language language) {
  auto words = of(ref, language);
  if (words) return *std::move(words);
  log::warning("speaker.unreadable", {{"speaker", std::to_string(ref.no.value)}});
  return unnamed(ref.no, language);
}

std::vector<Listed> Names::find(const std::vector<Ref>& some, std::string_view query,
                                Language language) {
  const std::vector<std::string> wanted = words_in(query);
  std::vector<Listed> out;
  for (const Ref& ref : some) {
    WordsPtr words = readable(ref, language);
    const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return words->searched.find(word) != std::string::npos;
    });
    if (fits) out.push_back({ref.no, std::move(words)});
  }
  put_in_order(out);
  return out;
}

std::shared_ptr<const Names::Places> Names::places() {
  const std::lock_guard guard(mutex_);
  if (places_) return places_;
  std::vector<std::pair<std::string_view, SpeakerNo>> order;
  for (const auto& [no, one] : kept_) {
    if (one.words) order.emplace_back(one.words->order, no);
  }
  std::sort(order.begin(), order.end());
  auto out = std::make_shared<Places>();
  for (const auto& [name, no] : order) out->emplace(no, static_cast<std::uint32_t>(out->size()));
  places_ = std::move(out);
  return places_;
}

void Names::put_in_order(std::vector<Listed>& some) {
  struct Placed {
    std::uint32_t place = UINT32_MAX;  // of somebody without a name: behind all
    Listed one;
  };
  const auto by_no = places();
  std::vector<Placed> placed;
  for (Listed& one : some) {
    const auto found = by_no->find(one.no);
    placed.push_back({found == by_no->end() ? UINT32_MAX : found->second, std::move(one)});
  }
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.place, a.one.no) < std::pair(b.place, b.one.no);
  });
  some.clear();
  for (Placed& each : placed) some.push_back(std::move(each.one));
  // Words of another version, or a number for a name, may stand elsewhere.
  if (!std::is_sorted(some.begin(), some.end(), is_before)) {
    std::sort(some.begin(), some.end(), is_before);
  }
}

void Names::forget(SpeakerNo no) {
  const std::lock_guard guard(mutex_);
  kept_[no] = {forgotten, {}};
  places_.reset();
}

}  // namespace lantoa::city::speaker
