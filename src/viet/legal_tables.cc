#include "viet/legal_tables.h"

#include <algorithm>

namespace lantoa::viet {

namespace {

constexpr std::size_t indent_min = 2;  // of every line of a table drawn with dashes
constexpr std::size_t columns_max = 64;
constexpr std::size_t tabs_of_a_row = 2;

std::size_t line_start(std::string_view source, const Line& line) {
  const std::size_t newline = line.begin == 0 ? source.npos : source.rfind('\n', line.begin - 1);
  return newline == source.npos ? 0 : newline + 1;
}

bool is_grid(const Line& line) {
  return line.text.starts_with("+-") || line.text.starts_with("+=");
}

bool is_bar(const Line& line) {
  return line.text.size() > 1 && line.text.front() == '|' && line.text.back() == '|';
}

// Runs of three dashes and more with spaces between, and nothing else.
std::size_t dash_runs(const Line& line) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i < line.text.size();) {
    if (line.text[i] == ' ') {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < line.text.size() && line.text[i] == '-') ++i;
    if (i - begin < 3) return 0;
    ++runs;
  }
  return runs;
}

bool is_tabbed(const Line& line) {
  return std::count(line.text.begin(), line.text.end(), '\t') >=
         static_cast<std::ptrdiff_t>(tabs_of_a_row);
}

// Only a line's own bytes are looked at: those before its text are white space.
bool is_indented(std::string_view source, const Line& line) {
  return line.begin >= indent_min && source[line.begin - 1] != '\n' &&
         source[line.begin - 2] != '\n';
}

// Past the closing line of dashes; past the rows down to a blank line when none closes the table.
std::size_t dashed_end(std::string_view source, const std::vector<Line>& lines, std::size_t first,
                       std::size_t& unclosed) {
  const bool headed = dash_runs(lines[first]) == 1;
  bool columns = !headed;
  std::size_t i = first + 1;
  for (; first >= unclosed && i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (!is_indented(source, lines[i])) break;
    const std::size_t runs = dash_runs(lines[i]);
    columns = columns || runs > 1;
    if (runs > 0 && columns && (i + 1 == lines.size() || lines[i + 1].blank())) return i + 1;
  }
  unclosed = std::max(unclosed, i);
  if (headed) return first;
  for (i = first + 1; i < lines.size() && !lines[i].blank();) ++i;
  return i;
}

struct Column {
  std::size_t begin, end;  // characters of the line
};

std::vector<Column> columns_of(std::string_view source, const Line& rule) {
  std::vector<Column> out;
  const std::size_t start = line_start(source, rule);
  const std::string_view whole = source.substr(start, rule.end - start);
  for (std::size_t i = 0; i < whole.size() && out.size() < columns_max;) {
    if (whole[i] != '-') {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < whole.size() && whole[i] == '-') ++i;
    out.push_back({begin, i});
  }
  // What runs over the dashes of its column still belongs to it.
  for (std::size_t i = 0; i + 1 < out.size(); ++i) out[i].end = out[i + 1].begin;
  if (!out.empty()) out.back().end = source.npos;
  return out;
}

Line trimmed(std::string_view source, std::size_t begin, std::size_t end) {
  const auto lines = split_lines(source.substr(begin, end - begin));
  if (lines.empty()) return {begin, begin, {}};
  return {begin + lines[0].begin, begin + lines[0].end, lines[0].text};
}

using Cells = std::vector<std::vector<Line>>;

void add_piece(std::vector<Line>& cell, const Line& piece) {
  if (!piece.blank()) cell.push_back(piece);
}

void flush(Cells& row, Cells& out) {
  for (auto& cell : row) {
    if (!cell.empty()) out.push_back(std::move(cell));
    cell.clear();
  }
}

void cut_by_columns(std::string_view source, const Line& line, const std::vector<Column>& columns,
                    Cells& row) {
  const std::size_t start = line_start(source, line);
  std::size_t character = 0;
  std::size_t column = 0;
  std::size_t cell = start;
  for (std::size_t i = start; i < line.end && column < columns.size(); ++i) {
    if ((static_cast<unsigned char>(source[i]) & 0xC0U) == 0x80U) continue;
    if (character == columns[column].end) {
      add_piece(row[column], trimmed(source, cell, i));
      cell = i;
      ++column;
    }
    ++character;
  }
  if (column < columns.size()) add_piece(row[column], trimmed(source, cell, line.end));
}

void cut_by(std::string_view source, const Line& line, char separator, Cells& row) {
  std::size_t column = 0;
  for (std::size_t begin = line.begin; begin < line.end;) {
    const std::size_t end = std::min(source.find(separator, begin), line.end);
    if (column < columns_max) {
      if (row.size() <= column) row.emplace_back();
      add_piece(row[column], trimmed(source, begin, end));
    }
    ++column;
    begin = end + 1;
  }
}

}  // namespace

std::size_t table_end(std::string_view source, const std::vector<Line>& lines, std::size_t first,
                      std::size_t& unclosed) {
  std::size_t i = first;
  if (is_grid(lines[first]) || is_bar(lines[first])) {
    while (i < lines.size() && (is_grid(lines[i]) || is_bar(lines[i]))) ++i;
    return i;
  }
  if (is_tabbed(lines[first])) {
    while (i < lines.size() && is_tabbed(lines[i])) ++i;
    return i;
  }
  const std::size_t runs = dash_runs(lines[first]);
  if (runs < 2 && (runs == 0 || !is_indented(source, lines[first]))) return first;
  return dashed_end(source, lines, first, unclosed);
}

std::vector<std::vector<Line>> table_cells(std::string_view source, const std::vector<Line>& lines,
                                           std::size_t first, std::size_t end) {
  Cells out;
  Cells row;
  std::vector<Column> columns;
  const bool barred = is_grid(lines[first]) || is_bar(lines[first]);
  const bool tabbed = !barred && is_tabbed(lines[first]);
  const bool row_a_line = tabbed || is_bar(lines[first]);
  for (std::size_t i = first; i < end; ++i) {
    const Line& line = lines[i];
    const bool rule = barred ? is_grid(line) : !tabbed && dash_runs(line) > 0;
    if (line.blank() || rule) {
      flush(row, out);
      if (!barred && rule && (columns.empty() || dash_runs(line) > 1)) {
        columns = columns_of(source, line);
        row.resize(std::max(row.size(), columns.size()));
      }
      continue;
    }
    if (barred) {
      cut_by(source, {line.begin + 1, line.end, line.text}, '|', row);
    } else if (tabbed) {
      cut_by(source, line, '\t', row);
    } else {
      cut_by_columns(source, line, columns, row);
    }
    if (row_a_line) flush(row, out);
  }
  flush(row, out);
  return out;
}

}  // namespace lantoa::viet
