#include "viet/legal_layout.h"

#include <algorithm>

#include "viet/legal_label.h"
#include "viet/legal_tables.h"
#include "viet/source_text.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t wrap_bytes_max = 200;  // a text with a longer line was not broken by width

bool breaks_by_width(const std::vector<Line>& lines) {
  bool blank = false;
  for (const Line& line : lines) {
    if (line.end - line.begin > wrap_bytes_max) return false;
    blank = blank || line.blank();
  }
  return blank;
}

// Whether a line can begin a passage though no blank line stands before it.
bool may_begin(const Line& before, const Line& line) {
  if (!opens_passage(line.text)) return false;
  const std::string_view text = before.text;
  if (is_decoration(text) || opens_heading(text)) return true;
  const std::size_t end = text.find_last_not_of("*_\\ ");
  if (end == text.npos) return true;
  const std::string_view shown = text.substr(0, end + 1);
  return shown.ends_with('.') || shown.ends_with(';') || shown.ends_with(':') ||
         shown.ends_with(',') || shown.ends_with('"') || shown.ends_with("”") || is_capitals(shown);
}

// Appends what a person reads of one run of source bytes.
void append_plain(std::string_view part, std::string& out) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char c = part[i];
    const bool last = i + 1 >= part.size();
    if (c == '*') continue;
    if (c == '\\' && (last || part[i + 1] == '\n' || part[i + 1] == '\r')) {
      out += ' ';
      continue;
    }
    if (c == '\\' && is_ascii_mark(part[i + 1])) {
      out += part[++i];
      continue;
    }
    if (part.substr(i).starts_with("\xC2\xA0")) {
      out += ' ';
      ++i;
      continue;
    }
    out += c >= '\t' && c <= '\r' ? ' ' : c;
  }
}

std::string collapsed(const std::string& text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return nfc(out);
}

void add_cells(std::string_view source, const std::vector<Line>& lines, std::size_t first,
               std::size_t end, Layout& layout) {
  for (const auto& cell : table_cells(source, lines, first, end)) {
    const std::size_t begin = layout.pieces.size();
    layout.pieces.insert(layout.pieces.end(), cell.begin(), cell.end());
    layout.passages.push_back({begin, layout.pieces.size(), true, false});
  }
}

}  // namespace

bool is_decoration(std::string_view line) {
  return !line.empty() && line.find_first_not_of("-_*\\ =\xC2\xA0") == line.npos;
}

Layout read_layout(std::string_view source) {
  Layout out;
  const auto lines = split_lines(source);
  const bool wrapped = breaks_by_width(lines);
  std::size_t unclosed = 0;
  bool open = false;  // a passage that the next line may go on with
  bool joined = false;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].blank()) {
      open = joined = false;
      ++i;
      continue;
    }
    if (const std::size_t end = table_end(source, lines, i, unclosed); end > i) {
      add_cells(source, lines, i, end, out);
      open = joined = false;
      i = end;
      continue;
    }
    if (open && wrapped && !may_begin(lines[i - 1], lines[i])) {
      out.pieces.push_back(lines[i]);
      out.passages.back().last = out.pieces.size();
    } else {
      out.passages.push_back({out.pieces.size(), out.pieces.size() + 1, false, joined});
      out.pieces.push_back(lines[i]);
    }
    open = joined = true;
    ++i;
  }
  return out;
}

std::string plain_text(std::string_view source) {
  std::string out;
  append_plain(source, out);
  return collapsed(out);
}

std::string plain_text(std::string_view source, const Layout& layout, const Passage& passage) {
  std::string out;
  for (std::size_t i = passage.first; i < passage.last; ++i) {
    const Line& piece = layout.pieces[i];
    append_plain(source.substr(piece.begin, piece.end - piece.begin), out);
    out += ' ';
  }
  return collapsed(out);
}

LinearText::LinearText(std::string_view source, const Layout& layout) {
  text_.reserve(source.size());
  for (const Passage& passage : layout.passages) {
    if (!text_.empty()) text_ += passage.joined ? "\n" : "\n\n";
    if (!passage.cell) {
      add(source, layout.begin(passage), layout.end(passage));
      continue;
    }
    for (std::size_t i = passage.first; i < passage.last; ++i) {
      if (i > passage.first) text_ += '\n';
      add(source, layout.pieces[i].begin, layout.pieces[i].end);
    }
  }
}

void LinearText::add(std::string_view source, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  runs_.push_back({text_.size(), begin});
  text_ += source.substr(begin, end - begin);
}

std::size_t LinearText::source_offset(std::size_t offset) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), offset,
                       [](std::size_t wanted, const Run& run) { return wanted < run.begin; });
  if (after == runs_.begin()) return 0;
  const Run& run = *(after - 1);
  return run.source_begin + (offset - run.begin);
}

}  // namespace lantoa::viet
