#include "viet/spam.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "viet/spam_text.h"
#include "viet/spam_words.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t letters_run_max = 8;      // "nhaaaaaaaa"
constexpr std::size_t words_run_max = 6;        // "hay hay hay hay hay hay"
constexpr std::size_t sentences_same_max = 3;   // so often the same sentence
constexpr std::size_t sentence_bytes_min = 15;  // "Hay." may be said thrice
constexpr std::size_t foreign_letters_min = 3;  // of an old font, that Vietnamese does not use
constexpr std::size_t spread_piece_max = 2;     // "n h à c ái": letters of a piece
constexpr std::size_t spread_pieces_min = 3;
constexpr std::size_t spread_phrase_min = 6;    // letters of a phrase looked for in them
constexpr std::size_t squeezed_phrase_min = 9;  // … in a text without its spaces

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_host_letter(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-'; }

struct Phrase {
  const SpamWord* rule;
  std::vector<SeenWord> words;
  std::string letters;  // folded, without spaces
};

const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> all = [] {
    std::vector<Phrase> out;
    for (const SpamWord& rule : spam_words()) {
      Phrase phrase{&rule, seen_words(std::string(rule.phrase)), {}};
      for (const SeenWord& word : phrase.words) phrase.letters += word.folded;
      out.push_back(std::move(phrase));
    }
    return out;
  }();
  return all;
}

// A word without marks may be any; one with marks is the one that is written.
bool is_word(const SeenWord& seen, const SeenWord& wanted) {
  if (seen.marked == wanted.marked) return true;
  if (seen.folded == seen.marked) {
    return seen.folded == wanted.folded || without_digits_for_letters(seen.folded) == wanted.folded;
  }
  return fold(without_digits_for_letters(seen.folded)) == wanted.folded &&
         seen.folded != wanted.folded;
}

bool stands_in(const std::vector<SeenWord>& text, const std::vector<SeenWord>& phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end(), is_word) != text.end();
}

// Pieces of one or two letters after another, joined; the joins are apart.
std::string spread_letters(const std::vector<SeenWord>& words) {
  std::string out;
  std::string run;
  std::size_t pieces = 0;
  const auto end_run = [&] {
    if (pieces >= spread_pieces_min) out += run + ' ';
    run.clear();
    pieces = 0;
  };
  for (const SeenWord& word : words) {
    if (word.folded.size() > spread_piece_max) {
      end_run();
      continue;
    }
    run += without_digits_for_letters(word.folded);
    ++pieces;
  }
  end_run();
  return out;
}

void weigh(const std::vector<SeenWord>& words, std::map<SpamSign, std::uint32_t>& weights) {
  const std::string spread = spread_letters(words);
  std::string squeezed;
  for (const SeenWord& word : words) squeezed += without_digits_for_letters(word.folded);
  std::uint32_t talk = 0;  // what laws themselves say counts once, however much of it there is
  for (const Phrase& phrase : phrases()) {
    const std::string& letters = phrase.letters;
    const bool in_pieces =
        letters.size() >= spread_phrase_min && spread.find(letters) != std::string::npos;
    const bool in_one = letters.size() >= squeezed_phrase_min && phrase.words.size() > 2 &&
                        squeezed.find(letters) != std::string::npos;
    if (!in_pieces && !in_one && !stands_in(words, phrase.words)) continue;
    const std::uint32_t weight = phrase.rule->weight;
    if (weight <= 1) {
      if (phrase.rule->sign == SpamSign::Gambling) talk = std::max(talk, weight);
      if (phrase.rule->sign != SpamSign::Gambling) weights[phrase.rule->sign] += weight;
      continue;
    }
    weights[phrase.rule->sign] += in_pieces ? spam_weight_min : weight;
  }
  weights[SpamSign::Gambling] += talk;
  for (const SeenWord& word : words) {
    if (is_betting_name(word.folded)) weights[SpamSign::Gambling] += spam_weight_min;
  }
}

// Whether a word goes on with a letter that no host name has; quotes, dashes and little pictures
// behind an address are none.
bool goes_on_with_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xC3 && lead != 0xE2 && lead != 0xE3 && lead < 0xF0;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// What may be said of a host name and mostly is not ("bài chấm online", "xong . Top ba"): a dot
// only before what ends host names and nothing else.
void replace_said_dots(std::string& text, std::string_view said) {
  for (std::size_t at = text.find(said); at != std::string::npos; at = text.find(said, at + 1)) {
    const std::size_t begin = at + said.size();
    std::size_t end = begin;
    while (end < text.size() && is_host_letter(text[end])) ++end;
    const std::string_view ending = std::string_view(text).substr(begin, end - begin);
    if (!goes_on_with_letter(text, end) && is_clear_host_ending(ending))
      text.replace(at, said.size(), ".");
  }
}

// Dots of host names however they are written: "abc [.] com", "abc chấm com".
std::string with_plain_dots(std::string text) {
  for (const std::string dot : {"[.]", "(.)", "{.}", "[dot]", "(dot)"}) {
    for (const auto& spaced : {" " + dot + " ", " " + dot, dot + " ", dot}) {
      replace_all(text, spaced, ".");
    }
  }
  for (const std::string_view said : {" dot ", " chấm ", " cham ", " . ", " ."}) {
    replace_said_dots(text, said);
  }
  for (const std::string_view spaced : {". com", ". net", ". vn", ". xyz"}) {
    // Only behind what reads like a name, not behind the end of a sentence.
    for (std::size_t at = text.find(spaced); at != std::string::npos;
         at = text.find(spaced, at + 1)) {
      if (at > 0 && is_digit(text[at - 1])) text.erase(at + 1, 1);
    }
  }
  return text;
}

bool has_host_at(std::string_view text, std::size_t dot) {
  std::size_t begin = dot;
  while (begin > 0 && is_host_letter(text[begin - 1])) --begin;
  std::size_t name = begin;
  while (name > 0 && (text[name - 1] == '.' || is_host_letter(text[name - 1]))) --name;
  if (name > 0 && text[name - 1] == '@') return false;  // a mailbox, which is a contact
  std::size_t end = dot + 1;
  while (end < text.size() && is_host_letter(text[end])) ++end;
  const std::string_view ending = text.substr(dot + 1, end - dot - 1);
  if (!is_host_ending(ending)) return false;
  if (goes_on_with_letter(text, end)) return false;  // "nhé.Mẹ": a word with marks
  const bool has_path = end < text.size() && text[end] == '/';
  return dot - begin >= (has_path ? 1U : 2U);
}

bool has_link(const std::string& lower) {
  std::string text = lower;
  replace_all(text, " :", ":");
  replace_all(text, "/ /", "//");
  replace_all(text, ": //", "://");
  if (text.find("://") != std::string::npos || text.find("www.") != std::string::npos) return true;
  text = with_plain_dots(std::move(text));
  for (std::size_t dot = text.find('.'); dot != std::string::npos; dot = text.find('.', dot + 1)) {
    if (has_host_at(text, dot)) return true;
  }
  return false;
}

// Digits of one number as people write them: "0912 345.678", "o912-345-678".
bool is_phone(std::string digits) {
  if (digits.starts_with("84")) digits = "0" + digits.substr(2);
  if (digits.starts_with("1900") || digits.starts_with("1800")) {
    return digits.size() == 8 || digits.size() == 10;
  }
  if (digits.size() < 10 || digits.size() > 11 || digits[0] != '0') return false;
  constexpr std::string_view second = "235789";
  return second.find(digits[1]) != std::string_view::npos;
}

bool has_contact(const std::string& lower) {
  std::string digits;
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    const char c = i < lower.size() ? lower[i] : '\n';
    const bool zero = c == 'o' && ((i > 0 && is_digit(lower[i - 1])) ||
                                   (i + 1 < lower.size() && is_digit(lower[i + 1])));
    if (is_digit(c) || zero) {
      digits += zero ? '0' : c;
    } else if (c != ' ' && c != '.' && c != '-' && c != '(' && c != ')') {
      if (is_phone(digits)) return true;
      digits.clear();
    }
  }
  const std::size_t at = lower.find('@');
  return at != std::string::npos && at > 0 && is_host_letter(lower[at - 1]) &&
         lower.find('.', at) < lower.find(' ', at);
}

bool has_letters_run(const std::string& lower) {
  std::size_t run = 0;
  for (std::size_t i = 1; i < lower.size(); ++i) {
    const bool letter = lower[i] >= 'a' && lower[i] <= 'z';
    run = letter && lower[i] == lower[i - 1] ? run + 1 : 0;
    if (run >= letters_run_max) return true;
  }
  return false;
}

bool has_words_run(const std::vector<SeenWord>& words) {
  std::size_t run = 1;
  for (std::size_t i = 1; i < words.size(); ++i) {
    run = words[i].marked == words[i - 1].marked ? run + 1 : 1;
    if (run >= words_run_max) return true;
  }
  return false;
}

bool has_same_sentences(const std::string& lower) {
  std::map<std::string, std::size_t> counts;
  std::size_t begin = 0;
  while (begin < lower.size()) {
    const std::size_t end = std::min(lower.find_first_of(".!?\n", begin), lower.size());
    const std::string sentence = fold(std::string_view(lower).substr(begin, end - begin));
    if (sentence.size() >= sentence_bytes_min && ++counts[sentence] >= sentences_same_max) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

// The letters that Vietnamese shares with Latin-1: "Lê Hà" is no old font.
bool is_vietnamese_latin1(char c) {
  constexpr std::string_view letters =
      "\xC0\xC1\xC2\xC3\xC8\xC9\xCA\xCC\xCD\xD2\xD3\xD4\xD5\xD9\xDA\xDD"
      "\xE0\xE1\xE2\xE3\xE8\xE9\xEA\xEC\xED\xF2\xF3\xF4\xF5\xF9\xFA\xFD\xA0";
  return letters.find(c) != std::string_view::npos;
}

}  // namespace

std::vector<SpamSign> spam_signs(std::string_view text) {
  const SeenText seen = seen_text(text);
  const auto words = seen_words(seen.lower);
  std::map<SpamSign, std::uint32_t> weights;
  weigh(words, weights);
  std::set<SpamSign> signs;
  for (const auto& [sign, weight] : weights) {
    if (weight >= spam_weight_min) signs.insert(sign);
  }
  if (has_link(seen.lower)) signs.insert(SpamSign::Link);
  if (has_contact(seen.lower)) signs.insert(SpamSign::Contact);
  if (seen.hidden) signs.insert(SpamSign::Hidden);
  if (has_letters_run(seen.lower) || has_words_run(words) || has_same_sentences(seen.lower)) {
    signs.insert(SpamSign::Repeated);
  }
  return {signs.begin(), signs.end()};
}

bool is_old_font_text(std::string_view text) {
  std::string bytes;
  std::size_t foreign = 0;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    if (size == 0) return false;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (size == 1) {
      bytes += text[0];
    } else if (size == 2 && lead <= 0xC3) {
      bytes +=
          static_cast<char>((lead & 0x03U) << 6U | (static_cast<unsigned char>(text[1]) & 0x3FU));
    } else {
      return false;
    }
    foreign += size == 2 && !is_vietnamese_latin1(bytes.back()) ? 1 : 0;
    text.remove_prefix(size);
  }
  if (foreign < foreign_letters_min) return false;
  const Encoding read = guess_encoding(bytes);
  return read == Encoding::Tcvn3 || read == Encoding::Vni;
}

}  // namespace lantoa::viet
