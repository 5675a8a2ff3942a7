#include "viet/citation_context.h"

#include <algorithm>
#include <array>

#include "viet/document_names.h"
#include "viet/issuer_phrase.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t type_word_reach = 160;  // characters between "Luật" and its number
constexpr std::size_t sentence_reach = 400;   // characters of a sentence looked back over
constexpr std::size_t issuer_characters_max = 200;

bool ends_clause(const SourceText& source, std::size_t i) {
  const char c = source.folded()[i];
  if (c == '\n' || c == ';' || c == '!' || c == '?' || c == ':') return true;
  if (c != '.') return false;
  const char32_t next = source.at(i + 1);
  return (next == U' ' || next == U'\n') && !source.ends(i, "tp") && !source.ends(i, "tx");
}

std::size_t clause_begin(const SourceText& source, std::size_t end, std::size_t floor,
                         std::size_t reach) {
  std::size_t begin = end;
  while (begin > floor && end - begin < reach && !ends_clause(source, begin - 1)) --begin;
  while (begin < end && (source.at(begin) == U' ' || source.at(begin) == U'\n')) ++begin;
  return begin;
}

// May this word name the document with that number?
bool fits(const DocumentNumber& number, std::string_view name) {
  const std::string own = number.type_name();
  if (number.is_letter()) return true;
  if (number.form == DocumentNumber::Form::DashFirst && own.empty()) return true;
  if (!own.empty()) return own == name;
  return name == "Luật" || name == "Bộ luật" || name == "Nghị quyết" || name == "Pháp lệnh" ||
         name == "Hiến pháp";
}

// Laws are called by their names, other documents by their numbers.
bool is_named_law(std::string_view name) {
  return name == "Luật" || name == "Bộ luật" || name == "Pháp lệnh";
}

const TypeWord* type_word_ending(const SourceText& source, std::size_t end) {
  for (const TypeWord& word : type_words()) {
    if (source.ends(end, word.folded)) return &word;
  }
  return nullptr;
}

const TypeWord* type_word_starting(const SourceText& source, std::size_t begin) {
  for (const TypeWord& word : type_words()) {
    if (source.starts(begin, word.folded)) return &word;
  }
  return nullptr;
}

std::size_t skip_back(const SourceText& source, std::size_t end, std::string_view words) {
  return source.ends(end, words) ? end - words.size() : end;
}

// The nearest capitalised type word that fits, further back in the clause.
void find_far_type_word(const SourceText& source, std::size_t end, std::size_t floor,
                        const DocumentNumber& number, Before& before) {
  const std::size_t first = clause_begin(source, end, floor, type_word_reach);
  for (std::size_t i = end; i-- > first;) {
    if (!is_upper(source.at(i))) continue;
    const TypeWord* word = type_word_starting(source, i);
    if (word == nullptr || !fits(number, word->name)) continue;
    before.begin = i;
    before.type_word = word->name;
    const std::size_t after = i + word->folded.size();
    if (source.starts(after, " cua ")) {
      before.issuer = source.text(after + 5, issuer_end(source, after + 5, end));
    } else if (is_named_law(word->name) && is_upper(source.at(after + 1))) {
      before.name = source.text(after + 1, end);
    }
    return;
  }
}

const PlacedDate* date_at(const std::vector<PlacedDate>& dates, std::size_t begin) {
  const auto found =
      std::lower_bound(dates.begin(), dates.end(), begin,
                       [](const PlacedDate& d, std::size_t wanted) { return d.begin < wanted; });
  return found != dates.end() && found->begin == begin ? &*found : nullptr;
}

// The last date between two positions that "ngày" or the like introduces.
const PlacedDate* last_date(const std::vector<PlacedDate>& dates, std::size_t begin,
                            std::size_t end) {
  const PlacedDate* last = nullptr;
  auto at =
      std::lower_bound(dates.begin(), dates.end(), begin,
                       [](const PlacedDate& d, std::size_t wanted) { return d.begin < wanted; });
  for (; at != dates.end() && at->end <= end; ++at) last = &*at;
  return last;
}

// The part after a comma that names a body, last one first: a sentence often opens with more.
std::string subject(const SourceText& source, std::size_t begin, std::size_t end) {
  while (end > begin && source.at(end - 1) == U' ') --end;
  if (end > begin && source.at(end - 1) == U')') {
    while (end > begin && source.at(end - 1) != U'(') --end;
    end = end > begin ? end - 1 : begin;
  }
  for (std::size_t i = end; i-- > begin;) {
    const bool starts_part = i == begin || source.folded().compare(i - 1, 1, " ") == 0;
    if (!starts_part || !opens_issuer(source, i)) continue;
    const bool after_break =
        i == begin || (i >= 2 && (source.folded()[i - 2] == ',' || source.folded()[i - 2] == '-' ||
                                  source.folded()[i - 2] == ')'));
    if (!after_break) continue;
    const std::string folded = source.folded().substr(i, end - i);
    const std::size_t stop = i + std::min(folded.find(" phoi hop voi "), folded.size());
    if (stop - i > issuer_characters_max) return {};
    return source.text(i, stop);
  }
  return {};
}

}  // namespace

bool is_so(const SourceText& source, std::size_t end) {
  if (end < 2 || source.folded().compare(end - 2, 2, "so") != 0) return false;
  const char32_t vowel = source.at(end - 1);
  const bool marked = vowel == 0x1ED1 || vowel == 0x1ED0;  // ố, Ố: not "sổ", not "so"
  return marked && (end == 2 || !is_letter(source.at(end - 3)));
}

Before read_before(const SourceText& source, std::size_t number_begin, std::size_t floor,
                   const DocumentNumber& number) {
  Before before;
  std::size_t end = number_begin;
  const auto skip_space = [&] {
    if (end > floor && source.at(end - 1) == U' ') --end;
  };
  skip_space();
  if (end > floor && source.at(end - 1) == U':') --end;
  skip_space();
  before.begin = number_begin;
  if (is_so(source, end)) {
    before.so = true;
    end -= 2;
    before.begin = end;
    skip_space();
  } else if (end < number_begin && source.at(end) == U':') {
    return before;  // "Nghị định: 32/..." names a list, not the type of this one
  }
  if (end < floor) return before;
  const TypeWord* word = type_word_ending(source, end);
  if (word != nullptr && end - word->folded.size() >= floor) {
    before.begin = end - word->folded.size();
    before.type_word = word->name;
    return before;
  }
  if (before.so && !number.is_letter()) find_far_type_word(source, end, floor, number, before);
  return before;
}

After read_after(const SourceText& source, std::size_t number_end,
                 const std::vector<PlacedDate>& dates) {
  static constexpr std::array day_words{
      " ngay ",    " (ngay ",         ", ngay ", " ban hanh ngay ", " duoc ban hanh ngay ",
      " ky ngay ", " (ban hanh ngay "};
  After after{number_end, std::nullopt, {}};
  for (int part = 0; part < 2; ++part) {
    const std::size_t at = after.end;
    if (!after.date) {
      for (const std::string_view words : day_words) {
        if (source.folded().compare(at, words.size(), words) != 0) continue;
        const PlacedDate* date = date_at(dates, at + words.size());
        // ", ngày 12/5" may open the next statement.
        if (date == nullptr || (words[0] == ',' && !date->year_stated)) continue;
        after.date = date->date;
        after.end = date->end + (source.at(date->end) == U')' ? 1 : 0);
        break;
      }
      if (after.end != at) continue;
    }
    std::size_t body = at;
    if (source.folded().compare(at, 5, " cua ") == 0) body = at + 5;
    if (source.folded().compare(at, 6, ", cua ") == 0) body = at + 6;
    if (body == at || !after.issuer.empty()) break;
    const std::size_t end = issuer_end(source, body, source.size());
    if (end == body) break;
    after.issuer = source.text(body, end);
    after.end = end;
  }
  return after;
}

std::optional<Announcement> read_announcement(const SourceText& source, std::size_t begin,
                                              std::size_t floor,
                                              const std::vector<PlacedDate>& dates) {
  if (!source.ends(begin, "ban hanh ")) return std::nullopt;
  std::size_t verb = begin - 9;
  for (const std::string_view adverb :
       {"ky ", "chinh thuc ", "cung ", "tiep tuc ", "moi ", "vua ", "da ", "cung da "}) {
    verb = skip_back(source, verb, adverb);
  }
  const bool signed_by_person =
      source.starts(verb, "ky ") || source.starts(verb, "da ky ") || source.starts(verb, "vua ky ");
  const std::size_t sentence = clause_begin(source, verb, floor, sentence_reach);
  Announcement out;
  std::size_t opening = sentence;
  if (const PlacedDate* date = last_date(dates, sentence, verb)) {
    out.date = date->date;
    opening = date->end;
    while (opening < verb && (source.at(opening) == U',' || source.at(opening) == U' ')) ++opening;
  }
  out.issuer = subject(source, opening, verb);
  if (signed_by_person && !out.issuer.empty() &&
      source.text(opening, verb).find("hủ tịch") != std::string::npos) {
    out.issuer.clear();
  }
  return out;
}

}  // namespace lantoa::viet
