#include "viet/plan_table.h"

#include <algorithm>

#include "viet/body_phrase.h"
#include "viet/plan_deadlines.h"
#include "viet/plan_duties.h"
#include "viet/plan_phrases.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t columns_max = 12;
constexpr std::size_t head_characters_max = 60;

enum Column { Other, Count, Task, Lead, Time };

const Phrases& heads() {
  static const Phrases list{
      {"STT", Count},
      {"TT", Count},
      {"Số TT", Count},
      {"Nhiệm vụ", Task},
      {"Nội dung", Task},
      {"Nội dung công việc", Task},
      {"Nội dung nhiệm vụ", Task},
      {"Tên nhiệm vụ", Task},
      {"Công việc", Task},
      {"Hoạt động", Task},
      {"Cơ quan chủ trì", Lead},
      {"Đơn vị chủ trì", Lead},
      {"Chủ trì", Lead},
      {"Cơ quan, đơn vị chủ trì", Lead},
      {"Đơn vị thực hiện", Lead},
      {"Cơ quan thực hiện", Lead},
      {"Thời gian", Time},
      {"Thời gian thực hiện", Time},
      {"Thời gian hoàn thành", Time},
      {"Thời hạn", Time},
      {"Thời hạn hoàn thành", Time},
      {"Hạn hoàn thành", Time},
      {"Cơ quan phối hợp", Other},
      {"Đơn vị phối hợp", Other},
      {"Phối hợp", Other},
      {"Sản phẩm", Other},
      {"Kết quả", Other},
      {"Kết quả, sản phẩm", Other},
      {"Sản phẩm, kết quả", Other},
      {"Dự kiến sản phẩm", Other},
      {"Ghi chú", Other},
      {"Kinh phí", Other},
  };
  return list;
}

struct Cell {
  std::size_t begin = 0, end = 0;
};

// The column whose head is the whole of this cell; -1 when it is none.
int head_of(const SourceText& source, const Cell& cell) {
  if (cell.end - cell.begin > head_characters_max) return -1;
  const PhraseFound found = heads().at(source, cell.begin, cell.end);
  if (!found) return -1;
  const std::size_t rest = skip_space(source, found.end, cell.end);
  const bool whole = rest >= cell.end || source.at(rest) == U'(' || source.at(rest) == U'/' ||
                     source.at(rest) == U',';
  return whole ? found.value : -1;
}

bool is_table(const std::vector<int>& columns) {
  const auto has = [&](int column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  return columns.size() >= 3 && has(Task) && has(Lead);
}

std::vector<Cell> cells_of_row(const SourceText& source, const Block& block) {
  std::vector<Cell> out;
  std::size_t from = block.begin;
  for (std::size_t i = block.begin; i <= block.end; ++i) {
    if (i < block.end && source.at(i) != U'|') continue;
    Cell cell{skip_space(source, from, i), i};
    while (cell.end > cell.begin && source.at(cell.end - 1) == U' ') --cell.end;
    out.push_back(cell);
    from = i + 1;
  }
  if (!out.empty() && out.front().begin >= out.front().end) out.erase(out.begin());
  return out;
}

// "|---|:---:|" below the heads of a table in Markdown.
bool is_rule(const SourceText& source, const Block& block) {
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const char32_t c = source.at(i);
    if (c != U'|' && c != U'-' && c != U':' && c != U' ') return false;
  }
  return true;
}

bool is_count(const SourceText& source, const Cell& cell, std::uint32_t expected) {
  std::string digits;
  for (std::size_t i = cell.begin; i < cell.end; ++i) {
    if (is_digit(source.at(i))) {
      digits += static_cast<char>(source.at(i));
    } else if (source.at(i) != U'.' && source.at(i) != U' ') {
      return false;
    }
  }
  while (digits.size() > 1 && digits.front() == '0') digits.erase(0, 1);
  return digits == std::to_string(expected);
}

class Table {
 public:
  Table(const SourceText& source, std::vector<int> columns, std::optional<Date> reference)
      : source_(source), columns_(std::move(columns)), reference_(reference) {}

  void row(const std::vector<Cell>& cells) {
    Cell task;
    Cell lead;
    std::optional<Deadline> deadline;
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i] == Task && task.end == 0) task = cells[i];
      if (columns_[i] == Lead && lead.end == 0) lead = cells[i];
      if (columns_[i] == Time && !deadline) {
        deadline = cell_deadline(source_, cells[i].begin, cells[i].end, reference_);
      }
    }
    add(task, lead, deadline);
  }

  // Cells of a row whose number is not that of the columns: told by what they say.
  void loose_row(const std::vector<Cell>& cells) {
    Cell task;
    Cell lead;
    std::optional<Deadline> deadline;
    for (const Cell& cell : cells) {
      const BodyPhrase body = read_bodies(source_, cell.begin, cell.end);
      if (body && body.end >= cell.end) {
        if (lead.end == 0) lead = cell;
        continue;
      }
      if (task.end == 0) {
        task = cell;
      } else if (!deadline) {
        deadline = cell_deadline(source_, cell.begin, cell.end, reference_);
      }
    }
    add(task, lead, deadline);
  }

  std::vector<Duty> take() { return std::move(duties_); }

 private:
  void add(const Cell& task, const Cell& lead, const std::optional<Deadline>& deadline) {
    if (task.begin >= task.end || lead.begin >= lead.end) return;
    const Range words = few_words(source_, task.begin, task.end);
    if (words.begin >= words.end) return;
    Duty duty;
    duty.what = source_.text(words.begin, words.end);
    duty.what_at = span_of(source_, words.begin, words.end);
    duty.sentence = span_of(source_, task.begin, task.end);
    duty.deadline = deadline;
    BodyPhrase found = read_bodies(source_, lead.begin, lead.end);
    duty.reason = {"Dòng trong bảng phân công, cột cơ quan chủ trì.",
                   "A row of the table of tasks, in the column of who leads."};
    if (!found) {
      const Span at = span_of(source_, lead.begin, lead.end);
      found.bodies.push_back({BodyClass::Unknown, source_.text(lead.begin, lead.end), at});
      duty.confidence = Confidence::Low;
      duty.reason = {"Không nhận ra cơ quan chủ trì ghi trong bảng; hãy chọn đơn vị hoặc bỏ.",
                     "The body in the table is not known; choose one or drop it."};
    }
    for (const Body& body : found.bodies) {
      duty.who = body;
      duties_.push_back(duty);
    }
  }

  const SourceText& source_;
  std::vector<int> columns_;
  std::optional<Date> reference_;
  std::vector<Duty> duties_;
};

TableFound read_rows(const SourceText& source, const std::vector<Block>& blocks, std::size_t first,
                     std::optional<Date> reference) {
  std::vector<int> columns;
  for (const Cell& cell : cells_of_row(source, blocks[first])) {
    columns.push_back(std::max(head_of(source, cell), 0));
  }
  if (!is_table(columns) || columns.size() > columns_max) return {};
  Table table(source, columns, reference);
  std::size_t i = first + 1;
  for (; i < blocks.size(); ++i) {
    const auto cells = cells_of_row(source, blocks[i]);
    if (cells.size() < 2) break;
    if (!is_rule(source, blocks[i])) table.row(cells);
  }
  return {table.take(), i};
}

TableFound read_lines(const SourceText& source, const std::vector<Block>& blocks, std::size_t first,
                      std::optional<Date> reference) {
  std::vector<int> columns;
  std::size_t i = first;
  for (; i < blocks.size() && columns.size() < columns_max; ++i) {
    const int column = head_of(source, {blocks[i].begin, blocks[i].end});
    if (column < 0) break;
    columns.push_back(column);
  }
  if (!is_table(columns)) return {};
  Table table(source, columns, reference);
  const auto cell_at = [&](std::size_t at) { return Cell{blocks[at].begin, blocks[at].end}; };
  const bool counted = columns.front() == Count;
  for (std::uint32_t row = 1; i < blocks.size(); ++row) {
    if (counted && !is_count(source, cell_at(i), row)) break;
    std::size_t end = i + columns.size();
    if (counted) {
      // The row reaches to the next number; the last one has as many cells as there are columns.
      const std::size_t most = std::min(blocks.size(), i + 4 * columns.size());
      end = std::min(end, blocks.size());
      for (std::size_t j = i + 1; j < most; ++j) {
        if (!is_count(source, cell_at(j), row + 1)) continue;
        end = j;
        break;
      }
    } else if (end > blocks.size() || blocks[i].mark == Mark::Roman || blocks[i].heading) {
      break;
    }
    std::vector<Cell> cells;
    for (std::size_t j = i; j < end; ++j) cells.push_back(cell_at(j));
    if (cells.size() == columns.size()) {
      table.row(cells);
    } else {
      cells.erase(cells.begin());
      table.loose_row(cells);
    }
    i = end;
  }
  return {table.take(), i};
}

}  // namespace

TableFound read_task_table(const SourceText& source, const std::vector<Block>& blocks,
                           std::size_t first, std::optional<Date> reference) {
  const Block& block = blocks[first];
  if (head_of(source, {block.begin, block.end}) >= 0) {
    return read_lines(source, blocks, first, reference);
  }
  for (std::size_t i = block.begin; i < block.end; ++i) {
    if (source.at(i) == U'|') return read_rows(source, blocks, first, reference);
  }
  return {};
}

}  // namespace lantoa::viet
