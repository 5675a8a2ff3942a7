// A text as characters to scan, each knowing which source bytes it came from: composed (NFC),
// dashes as '-', Ð as Đ, invisible characters and Markdown's backslashes left out, white space and
// markup asterisks run together into one ' ' or, over a blank line, one '\n'. For the scanners
// inside viet; not for other folders.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::viet {

// Sources beyond this are not scanned: positions are kept in 32 bits.
constexpr std::size_t source_bytes_max = 256 * 1024 * 1024;

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_digit(char32_t c);
// What Markdown escapes with a backslash: the printable marks of ASCII.
bool is_ascii_mark(char c);

class SourceText {
 public:
  explicit SourceText(std::string_view source);

  std::size_t size() const { return characters_.size(); }
  // 0 past the end.
  char32_t at(std::size_t i) const { return i < size() ? characters_[i].value : U'\0'; }
  std::size_t begin_byte(std::size_t i) const;
  std::size_t end_byte(std::size_t i) const;     // past the last byte of character i - 1
  std::size_t index_of(std::size_t byte) const;  // first character at or after this byte

  // One byte a character, same positions: a-z and 0-9 without case and marks, ' ', '\n', common
  // punctuation as it is; anything else is '\x01'.
  const std::string& folded() const { return folded_; }

  // Whether a pattern of folded words stands at i, or ends before i, as whole words.
  bool starts(std::size_t i, std::string_view pattern) const;
  bool ends(std::size_t i, std::string_view pattern) const;

  std::string text(std::size_t begin, std::size_t end) const;

 private:
  struct Character {
    char32_t value;
    std::uint32_t begin, end;
  };
  std::vector<Character> characters_;
  std::string folded_;
};

// Whether what was added so far has letters, more than one, and no small ones.
class Capitals {
 public:
  void add(const SourceText& source, std::size_t begin, std::size_t end);
  bool all() const { return letters_ > 1 && !small_; }

 private:
  std::size_t letters_ = 0;
  bool small_ = false;
};
bool all_capitals(const SourceText& source, std::size_t begin, std::size_t end);

}  // namespace lantoa::viet
