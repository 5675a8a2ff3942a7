// The grammar of CSV: records out of bytes that are UTF-8 already, without meaning and in one pass.
// A faulty record is read to its end like a good one, so that the next begins where it should.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::sheet {

enum class Fault { None, StrayQuote, UnclosedQuote, FieldTooLong, ControlCharacter };

struct Record {
  std::uint32_t line = 0;
  std::vector<std::string> fields;  // trimmed; no more than `kept_max`
  std::size_t count = 0;            // fields there were
  bool blank = true;                // nothing in any of them
  Fault fault = Fault::None;        // the first
  std::uint32_t fault_line = 0;
  std::size_t fault_field = 0;
};

// The one of , ; and tab that stands most often in the first line outside quotes.
char find_delimiter(std::string_view text);

class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // False at the end.
  bool next(Record& record, std::size_t kept_max);

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool at_end() const { return at_ == text_.size(); }
  bool at_line_end() const { return !at_end() && (text_[at_] == '\n' || text_[at_] == '\r'); }
  bool at_field_end() const { return at_end() || at_line_end() || text_[at_] == delimiter_; }
  void skip_line_end();
  void skip_spaces();
  void read_field(Record& record);
  void read_quoted(Record& record);
  void read_bare(Record& record);
  void append(Record& record, std::string_view part);
  void report(Record& record, Fault fault, std::uint32_t line) const;
  void resume_after(std::size_t quote, std::uint32_t line);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::string field_;
  bool resumed_ = false;
};

}  // namespace lantoa::sheet
