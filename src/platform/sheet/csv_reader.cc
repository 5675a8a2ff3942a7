#include "platform/sheet/csv_reader.h"

#include <algorithm>
#include <array>

#include "platform/sheet/csv.h"

namespace lantoa::sheet {
namespace {

// Blanks at the ends; also the no-break space that web pages and word processors leave, the zero
// width space and a stray byte order mark.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide_blanks[] = {"\u00A0", "\u200B", "\uFEFF"};
  while (!text.empty()) {
    const std::size_t size = text.size();
    const char first = text.front();
    const char last = text.back();
    if (first == ' ' || first == '\t' || first == '\n') {
      text.remove_prefix(1);
    } else if (last == ' ' || last == '\t' || last == '\n') {
      text.remove_suffix(1);
    } else if ((first | last) & 0x80) {
      for (const std::string_view blank : wide_blanks) {
        if (text.starts_with(blank)) text.remove_prefix(blank.size());
        if (text.ends_with(blank)) text.remove_suffix(blank.size());
      }
    }
    if (text.size() == size) break;
  }
  return text;
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F) return true;
  }
  return false;
}

}  // namespace

char find_delimiter(std::string_view text) {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (const auto which = candidates.find(c); which != std::string_view::npos) ++counts[which];
  }
  return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool CsvReader::next(Record& record, std::size_t kept_max) {
  record = Record{};
  record.line = line_;
  if (at_end()) return false;
  while (true) {
    read_field(record);
    const std::string_view value = trimmed(field_);
    record.blank = record.blank && value.empty();
    if (has_control(value)) report(record, Fault::ControlCharacter, line_);
    if (record.count < kept_max) record.fields.emplace_back(value);
    ++record.count;
    if (peek() != delimiter_ || at_end()) break;
    ++at_;
  }
  if (at_line_end()) skip_line_end();
  return true;
}

void CsvReader::skip_line_end() {
  at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
  ++line_;
}

void CsvReader::skip_spaces() {
  while (peek() == ' ') ++at_;
}

void CsvReader::read_field(Record& record) {
  field_.clear();
  const std::size_t start = at_;
  skip_spaces();
  if (peek() == '"') return read_quoted(record);
  at_ = start;
  read_bare(record);
}

void CsvReader::read_quoted(Record& record) {
  const std::size_t quote = at_;
  const std::uint32_t line = line_;
  ++at_;
  while (true) {
    const std::size_t end = std::min(text_.find_first_of("\"\r\n", at_), text_.size());
    append(record, text_.substr(at_, end - at_));
    at_ = end;
    if (at_end()) {
      report(record, Fault::UnclosedQuote, line);
      return resume_after(quote, line);
    }
    if (at_line_end()) {
      append(record, "\n");
      skip_line_end();
      continue;
    }
    ++at_;
    if (peek() != '"') break;
    append(record, "\"");
    ++at_;
  }
  skip_spaces();
  if (!at_field_end()) {
    report(record, Fault::StrayQuote, line_);
    read_bare(record);
  }
}

void CsvReader::read_bare(Record& record) {
  const std::size_t start = at_;
  while (!at_field_end()) ++at_;
  const std::string_view part = text_.substr(start, at_ - start);
  if (part.find('"') != std::string_view::npos) report(record, Fault::StrayQuote, line_);
  append(record, part);
}

void CsvReader::append(Record& record, std::string_view part) {
  if (field_.size() + part.size() > field_bytes_max) {
    return report(record, Fault::FieldTooLong, line_);
  }
  field_ += part;
}

void CsvReader::report(Record& record, Fault fault, std::uint32_t line) const {
  const bool swallowed = record.fault == Fault::FieldTooLong && fault == Fault::UnclosedQuote &&
                         record.fault_field == record.count;
  if (record.fault != Fault::None && !swallowed) return;
  record.fault = fault;
  record.fault_line = line;
  record.fault_field = record.count;
}

// A quote that never closes swallows the rest of the file, and with it what is wrong there: go on
// at the next line. Only once, or a file made for it would be read again and again.
void CsvReader::resume_after(std::size_t quote, std::uint32_t line) {
  if (resumed_) return;
  resumed_ = true;
  at_ = std::min(text_.find_first_of("\r\n", quote), text_.size());
  line_ = line;
  field_.clear();
}

}  // namespace lantoa::sheet
