// The official layout drawn as PDF.
#include <algorithm>
#include <mutex>

#include "platform/paper/catalog.h"
#include "platform/paper/official.h"
#include "platform/paper/sheet.h"
#include "viet/document_names.h"

namespace lantoa::paper {
namespace {

constexpr double gap = 6;  // between paragraphs
constexpr double cell_pad = 4;
constexpr double signature_room = 70;

struct Line {
  std::string text;
  Style style;
  double rule_share = 0;  // of the text's half: a rule under it
};

// Lines one below the other, each with its own style; returns where they end.
double draw_half(Sheet& sheet, double x, double y, double width, const std::vector<Line>& list) {
  for (const Line& line : list) {
    if (line.text.empty()) continue;
    const Lines lines = sheet.lines(line.text, line.style, width);
    sheet.tagged(line.style.tag, [&] { sheet.draw(lines, 0, lines.count(), x, y); });
    y += lines.height();
    if (line.rule_share > 0) {
      const double middle = x + width / 2;
      const double half = width * line.rule_share / 2;
      y += 2;
      sheet.rule(middle - half, y, middle + half, y);
    }
  }
  return y;
}

void draw_head(Sheet& sheet, const Paper& paper) {
  const double left_width = sheet.width() * left_half;
  const double right = sheet.left() + left_width;
  const double right_width = sheet.width() - left_width;
  const Style upright{.size = head_size, .align = Align::Center};
  const Style strong{.size = head_size, .bold = true, .align = Align::Center};
  const Style under{.size = motto_size, .bold = true, .align = Align::Center};
  const Style number{.size = motto_size, .align = Align::Center};
  const Style day{.size = motto_size, .italic = true, .align = Align::Center};
  const double y = sheet.y();
  const double left_end = draw_half(sheet, sheet.left(), y, left_width - gap,
                                    {{viet::upper(printable(paper.parent)), upright},
                                     {viet::upper(printable(paper.issuer)), strong, issuer_rule}});
  const double right_end =
      draw_half(sheet, right, y, right_width,
                {{std::string(national_title), strong}, {std::string(motto), under, motto_rule}});
  const double second = std::max(left_end, right_end) + gap;
  std::vector<Line> below{{number_line(paper), number}};
  if (paper.type.empty()) below.push_back({printable(paper.subject), upright});
  const double end =
      std::max(draw_half(sheet, sheet.left(), second, left_width - gap, below),
               draw_half(sheet, right, second, right_width, {{day_line(paper), day}}));
  sheet.move_to(end + 3 * gap);
}

void draw_title(Sheet& sheet, const Paper& paper) {
  if (!paper.mark.empty()) {
    const Style mark{
        .size = motto_size, .italic = true, .align = Align::Center, .space_below = gap};
    sheet.flow("(" + paper.mark + ")", mark);
  }
  Style strong{.size = body_size, .bold = true, .align = Align::Center, .tag = "H1"};
  if (paper.type.empty()) {
    const Style to{.size = body_size, .align = Align::Center, .space_below = 2 * gap};
    sheet.flow(addressees_line(paper), to);
    return;
  }
  sheet.flow(viet::upper(printable(paper.type)), strong);
  strong.tag = "P";
  sheet.flow(paper.subject, strong);
  const double middle = sheet.left() + sheet.width() / 2;
  const double half = sheet.width() * subject_rule / 2;
  sheet.rule(middle - half, sheet.y() + 2, middle + half, sheet.y() + 2);
  sheet.move_to(sheet.y() + 3 * gap);
}

class TableDrawing {
 public:
  TableDrawing(Sheet& sheet, const Table& table) : sheet_(sheet), table_(table) {
    std::uint32_t shares = 0;
    for (const Column& column : table.columns) shares += column.width;
    double x = sheet.left();
    for (const Column& column : table.columns) {
      edges_.push_back(x);
      x += sheet.width() * column.width / shares;
    }
    edges_.push_back(x);
  }

  void draw() {
    std::vector<std::string> titles;
    for (const Column& column : table_.columns) titles.push_back(column.title);
    head_ = cells(titles, "TH", true);
    repeats_head_ = height(head_) < sheet_.page_room() / 3;
    // The head and a first line below it are not parted.
    if (height(head_) + 3 * table_size > sheet_.room()) sheet_.next_page();
    sheet_.begin("Table");
    row(head_, "TH");
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const bool total = table_.has_total && i + 1 == table_.rows.size();
      whole_row(cells(table_.rows[i], "TD", total));
    }
    sheet_.end("Table");
    sheet_.move_to(sheet_.y() + 2 * gap);
  }

 private:
  std::vector<Lines> cells(const std::vector<std::string>& texts, const char* tag, bool bold) {
    std::vector<Lines> out;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      Style style{.size = table_size, .bold = bold, .tag = tag};
      if (table_.columns[i].is_number) style.align = Align::Right;
      if (std::string_view(tag) == "TH") style.align = Align::Center;
      out.push_back(sheet_.lines(texts[i], style, edges_[i + 1] - edges_[i] - 2 * cell_pad));
    }
    return out;
  }

  static int line_count(const std::vector<Lines>& cells) {
    int out = 1;
    for (const Lines& one : cells) out = std::max(out, one.count());
    return out;
  }
  static double height(const std::vector<Lines>& cells) {
    return line_count(cells) * cells.front().step() + 2 * cell_pad;
  }

  // On this page or the next; over several when it is higher than one.
  void whole_row(const std::vector<Lines>& cells) {
    const int count = line_count(cells);
    const double step = cells.front().step();
    for (int next = 0; next < count;) {
      const auto fit = static_cast<int>((sheet_.room() - 2 * cell_pad) / step);
      const double head_height = repeats_head_ ? height(head_) : 0;
      const bool fits_a_page =
          (count - next) * step + 2 * cell_pad + head_height <= sheet_.page_room();
      if (fit < 1 || (fit < count - next && fits_a_page)) {
        next_page();
        continue;
      }
      const int end = std::min(count, next + fit);
      part(cells, "TD", next, end);
      next = end;
    }
  }
  // A reading machine sees a table a page, each with its head.
  void next_page() {
    sheet_.end("Table");
    sheet_.next_page();
    sheet_.begin("Table");
    if (repeats_head_) row(head_, "TH");
  }
  void row(const std::vector<Lines>& cells, const char* tag) {
    part(cells, tag, 0, line_count(cells));
  }
  // Lines `first` to `end` of a row's cells within their frame.
  void part(const std::vector<Lines>& cells, const char* tag, int first, int end) {
    const double y = sheet_.y();
    const double bottom = y + (end - first) * cells.front().step() + 2 * cell_pad;
    sheet_.tagged("TR", [&] {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const int last = std::min(end, cells[i].count());
        sheet_.tagged(tag, [&] {
          sheet_.draw(cells[i], std::min(first, last), last, edges_[i] + cell_pad, y + cell_pad);
        });
      }
    });
    for (const double x : edges_) sheet_.rule(x, y, x, bottom);
    sheet_.rule(edges_.front(), y, edges_.back(), y);
    sheet_.rule(edges_.front(), bottom, edges_.back(), bottom);
    sheet_.move_to(bottom);
  }

  Sheet& sheet_;
  const Table& table_;
  std::vector<double> edges_;
  std::vector<Lines> head_;
  bool repeats_head_ = true;  // on each page, but for one that would fill it
};

struct DrawBlock {
  Sheet& sheet;

  void operator()(const Heading& heading) const {
    // With two lines of what it stands above, or a table's head and a line.
    if (sheet.room() < 7 * body_size) sheet.next_page();
    sheet.bookmark(heading.text);
    sheet.flow(heading.text, {.size = body_size,
                              .bold = true,
                              .indent = points(indent_mm),
                              .space_below = gap,
                              .tag = "H2"});
  }
  void operator()(const Paragraph& paragraph) const { body(paragraph.text); }
  void operator()(const Ground& ground) const { body(ground.text, true); }
  void operator()(const Item& item) const { body("- " + item.text); }
  void operator()(const Table& table) const { TableDrawing(sheet, table).draw(); }

  void body(const std::string& text, bool italic = false) const {
    sheet.flow(text, {.size = body_size,
                      .italic = italic,
                      .align = Align::Justify,
                      .indent = points(indent_mm),
                      .space_below = gap});
  }
};

double height_of(Sheet& sheet, const std::vector<Line>& list, double width) {
  double out = 0;
  for (const Line& line : list) out += sheet.lines(line.text, line.style, width).height();
  return out;
}

// Who gets it and who signs, side by side on one page; more recipients than a page holds follow
// below the signature.
void draw_end(Sheet& sheet, const Paper& paper) {
  const double left_width = sheet.width() * left_half - gap;
  const double right = sheet.left() + sheet.width() * left_half;
  const double right_width = sheet.left() + sheet.width() - right;
  const Style heading{.size = head_size, .bold = true, .italic = true};
  const Style small{.size = recipients_size};
  const Style strong{.size = body_size, .bold = true, .align = Align::Center};
  std::vector<Line> recipients;
  if (!paper.recipients.empty()) recipients.push_back({"Nơi nhận:", heading});
  for (std::string& one : recipient_lines(paper)) recipients.push_back({std::move(one), small});
  std::vector<Line> signature;
  for (const std::string& one : paper.signature) {
    signature.push_back({viet::upper(printable(one)), strong});
  }
  const double signed_height = height_of(sheet, signature, right_width) + signature_room;
  const double left_height = height_of(sheet, recipients, left_width);
  const bool beside = left_height + gap <= sheet.page_room();
  const double height = beside ? std::max(signed_height, left_height) : signed_height;
  if (gap + height > sheet.room()) sheet.next_page();
  const double y = sheet.y() + gap;
  draw_half(sheet, right, y, right_width, signature);
  if (beside) draw_half(sheet, sheet.left(), y, left_width, recipients);
  sheet.move_to(y + height);
  if (beside) return;
  for (const Line& line : recipients) sheet.flow(line.text, line.style);
}

}  // namespace

Result<std::string> pdf(const Paper& paper) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  Sheet sheet(paper);
  draw_head(sheet, paper);
  draw_title(sheet, paper);
  for (const Block& block : paper.body) std::visit(DrawBlock{sheet}, block);
  draw_end(sheet, paper);
  TRY_ASSIGN(const std::string drawn, sheet.take());
  return with_catalog(drawn);
}

}  // namespace lantoa::paper
