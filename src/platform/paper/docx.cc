// The official layout as WordprocessingML (ECMA-376, part 1, 17): styles where an office would
// change them, a table without lines for what stands side by side.
#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

#include "platform/paper/official.h"
#include "platform/paper/package.h"
#include "viet/document_names.h"

namespace lantoa::paper {
namespace {

using Node = pugi::xml_node;

constexpr int cell_margin = 80;                      // twips
constexpr int gap = 120;                             // between paragraphs
constexpr std::size_t recipients_together_max = 20;  // more than these may go over to a next page

int twips(double mm) { return static_cast<int>(std::lround(mm * 1440 / 25.4)); }

void set(Node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}
void set(Node node, const char* name, int value) { set(node, name, std::to_string(value)); }
// A child of which only w:val says something.
void mark(Node parent, const char* name, const std::string& value) {
  set(parent.append_child(name), "w:val", value);
}

struct Look {
  double size = body_size;
  bool bold = false;
  bool italic = false;
  const char* align = "left";  // "both": justified
  int indent = 0;              // twips, of the first line
  int space_after = 0;         // twips
  const char* style = nullptr;
  bool keep_next = false;
};

Node paragraph(Node parent, const Look& look, std::string_view text) {
  Node out = parent.append_child("w:p");
  Node properties = out.append_child("w:pPr");
  if (look.style != nullptr) mark(properties, "w:pStyle", look.style);
  if (look.keep_next) properties.append_child("w:keepNext");
  Node spacing = properties.append_child("w:spacing");
  set(spacing, "w:before", 0);
  set(spacing, "w:after", look.space_after);
  if (look.indent != 0) set(properties.append_child("w:ind"), "w:firstLine", look.indent);
  mark(properties, "w:jc", look.align);
  Node run = out.append_child("w:r");
  Node how = run.append_child("w:rPr");
  if (look.bold) how.append_child("w:b");
  if (look.italic) how.append_child("w:i");
  mark(how, "w:sz", std::to_string(std::lround(look.size * 2)));
  Node words = run.append_child("w:t");
  set(words, "xml:space", "preserve");
  words.text().set(printable(text).c_str());
  return out;
}

// A line across `share` of a column of this width (twips), in the middle.
void rule(Node parent, int width, double share) {
  Node out = parent.append_child("w:p");
  Node properties = out.append_child("w:pPr");
  Node top = properties.append_child("w:pBdr").append_child("w:top");
  set(top, "w:val", "single");
  set(top, "w:sz", 4);
  set(top, "w:space", 1);
  set(top, "w:color", "auto");
  Node spacing = properties.append_child("w:spacing");
  set(spacing, "w:before", 0);
  set(spacing, "w:after", gap);
  Node inside = properties.append_child("w:ind");
  const int side = static_cast<int>(width * (1 - share) / 2);
  set(inside, "w:left", side);
  set(inside, "w:right", side);
  mark(out.append_child("w:r").append_child("w:rPr"), "w:sz", "4");
}

int text_width(const Paper& paper) {
  const double page = paper.landscape ? page_height_mm : page_width_mm;
  return twips(page - margin_left_mm - margin_right_mm);
}

Node table(Node body, const std::vector<int>& widths, bool lined) {
  Node out = body.append_child("w:tbl");
  Node properties = out.append_child("w:tblPr");
  int total = 0;
  for (const int width : widths) total += width;
  Node size = properties.append_child("w:tblW");
  set(size, "w:w", total);
  set(size, "w:type", "dxa");
  if (lined) {
    Node borders = properties.append_child("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      Node line = borders.append_child(side);
      set(line, "w:val", "single");
      set(line, "w:sz", 4);
      set(line, "w:space", 0);
      set(line, "w:color", "auto");
    }
  }
  set(properties.append_child("w:tblLayout"), "w:type", "fixed");
  Node margins = properties.append_child("w:tblCellMar");
  for (const char* side : {"w:left", "w:right"}) {
    Node margin = margins.append_child(side);
    set(margin, "w:w", cell_margin);
    set(margin, "w:type", "dxa");
  }
  Node grid = out.append_child("w:tblGrid");
  for (const int width : widths) set(grid.append_child("w:gridCol"), "w:w", width);
  return out;
}

Node cell(Node row, int width) {
  Node out = row.append_child("w:tc");
  Node size = out.append_child("w:tcPr").append_child("w:tcW");
  set(size, "w:w", width);
  set(size, "w:type", "dxa");
  return out;
}

// What stands side by side at the head and at the foot.
std::vector<int> halves(const Paper& paper) {
  const int left = static_cast<int>(text_width(paper) * left_half);
  return {left, text_width(paper) - left};
}

void write_head(Node body, const Paper& paper) {
  const std::vector<int> widths = halves(paper);
  Node both = table(body, widths, false);
  const Look upright{.size = head_size, .align = "center"};
  const Look strong{.size = head_size, .bold = true, .align = "center"};
  const Look under{.size = motto_size, .bold = true, .align = "center"};
  Node first = both.append_child("w:tr");
  Node left = cell(first, widths[0]);
  if (!paper.parent.empty()) paragraph(left, upright, viet::upper(printable(paper.parent)));
  paragraph(left, strong, viet::upper(printable(paper.issuer)));
  rule(left, widths[0], issuer_rule);
  Node right = cell(first, widths[1]);
  paragraph(right, strong, national_title);
  paragraph(right, under, motto);
  rule(right, widths[1], motto_rule);
  Node second = both.append_child("w:tr");
  left = cell(second, widths[0]);
  paragraph(left, {.size = motto_size, .align = "center"}, number_line(paper));
  if (paper.type.empty()) paragraph(left, upright, paper.subject);
  right = cell(second, widths[1]);
  paragraph(right, {.size = motto_size, .italic = true, .align = "center"}, day_line(paper));
}

void write_title(Node body, const Paper& paper) {
  const Look strong{.bold = true, .align = "center"};
  paragraph(body, {}, "");
  if (!paper.mark.empty()) {
    paragraph(body, {.size = motto_size, .italic = true, .align = "center", .space_after = gap},
              "(" + paper.mark + ")");
  }
  if (paper.type.empty()) {
    paragraph(body, {.align = "center", .space_after = 2 * gap}, addressees_line(paper));
    return;
  }
  paragraph(body, {.bold = true, .align = "center", .style = "Title", .keep_next = true},
            viet::upper(printable(paper.type)));
  paragraph(body, strong, paper.subject);
  rule(body, text_width(paper), subject_rule);
}

struct WriteBlock {
  Node body;
  int width;

  void operator()(const Heading& heading) const {
    paragraph(body,
              {.bold = true,
               .indent = twips(indent_mm),
               .space_after = gap,
               .style = "Heading1",
               .keep_next = true},
              heading.text);
  }
  void operator()(const Paragraph& one) const { words(one.text); }
  void operator()(const Ground& ground) const { words(ground.text, true); }
  void operator()(const Item& item) const { words("- " + item.text); }
  void words(const std::string& text, bool italic = false) const {
    paragraph(body,
              {.italic = italic, .align = "both", .indent = twips(indent_mm), .space_after = gap},
              text);
  }
  void operator()(const Table& content) const {
    int shares = 0;
    for (const Column& column : content.columns) shares += static_cast<int>(column.width);
    std::vector<int> widths;
    for (const Column& column : content.columns) {
      widths.push_back(width * static_cast<int>(column.width) / shares);
    }
    Node out = table(body, widths, true);
    Node head = out.append_child("w:tr");
    head.append_child("w:trPr").append_child("w:tblHeader");
    for (std::size_t i = 0; i < widths.size(); ++i) {
      paragraph(cell(head, widths[i]), {.size = table_size, .bold = true, .align = "center"},
                content.columns[i].title);
    }
    for (const auto& texts : content.rows) {
      const bool total = content.has_total && &texts == &content.rows.back();
      Node row = out.append_child("w:tr");
      row.append_child("w:trPr").append_child("w:cantSplit");
      for (std::size_t i = 0; i < widths.size(); ++i) {
        paragraph(cell(row, widths[i]),
                  {.size = table_size,
                   .bold = total,
                   .align = content.columns[i].is_number ? "right" : "left"},
                  texts[i]);
      }
    }
    paragraph(body, {.space_after = gap}, "");
  }
};

void write_end(Node body, const Paper& paper) {
  const std::vector<int> widths = halves(paper);
  Node row = table(body, widths, false).append_child("w:tr");
  if (paper.recipients.size() <= recipients_together_max) {
    row.append_child("w:trPr").append_child("w:cantSplit");
  }
  Node left = cell(row, widths[0]);
  if (!paper.recipients.empty()) {
    paragraph(left, {.size = head_size, .bold = true, .italic = true}, "Nơi nhận:");
  }
  for (const std::string& one : recipient_lines(paper)) {
    paragraph(left, {.size = recipients_size}, one);
  }
  if (paper.recipients.empty()) paragraph(left, {}, "");
  Node right = cell(row, widths[1]);
  for (const std::string& one : paper.signature) {
    paragraph(right, {.bold = true, .align = "center"}, viet::upper(printable(one)));
  }
  paragraph(right, {.align = "center", .space_after = 1400}, "");
}

// The page itself; it is the last child of the body.
void write_page(Node body, const Paper& paper) {
  Node section = body.append_child("w:sectPr");
  for (const auto& [name, type, id] : {std::tuple{"w:headerReference", "default", "rIdHeader"},
                                       std::tuple{"w:footerReference", "default", "rIdFooter"},
                                       std::tuple{"w:footerReference", "first", "rIdFooter"}}) {
    Node reference = section.append_child(name);
    set(reference, "w:type", type);
    set(reference, "r:id", id);
  }
  Node size = section.append_child("w:pgSz");
  const int width = twips(page_width_mm);
  const int height = twips(page_height_mm);
  set(size, "w:w", paper.landscape ? height : width);
  set(size, "w:h", paper.landscape ? width : height);
  if (paper.landscape) set(size, "w:orient", "landscape");
  Node margins = section.append_child("w:pgMar");
  set(margins, "w:top", twips(margin_top_mm));
  set(margins, "w:right", twips(margin_right_mm));
  set(margins, "w:bottom", twips(margin_bottom_mm));
  set(margins, "w:left", twips(margin_left_mm));
  set(margins, "w:header", twips(margin_top_mm / 2));
  set(margins, "w:footer", twips(margin_bottom_mm / 2));
  set(margins, "w:gutter", 0);
  section.append_child("w:titlePg");  // no number on the first page
}

Node root_of(pugi::xml_document& document, const char* name) {
  Node root = document.append_child(name);
  set(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
  set(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
  return root;
}

std::string write_document(const Paper& paper) {
  pugi::xml_document document;
  Node body = root_of(document, "w:document").append_child("w:body");
  write_head(body, paper);
  write_title(body, paper);
  for (const Block& block : paper.body) std::visit(WriteBlock{body, text_width(paper)}, block);
  write_end(body, paper);
  write_page(body, paper);
  return xml_text(document);
}

// The number of the page, as a field.
std::string write_header() {
  pugi::xml_document document;
  Node line = root_of(document, "w:hdr").append_child("w:p");
  mark(line.append_child("w:pPr"), "w:jc", "center");
  Node field = line.append_child("w:fldSimple");
  set(field, "w:instr", " PAGE ");
  Node run = field.append_child("w:r");
  mark(run.append_child("w:rPr"), "w:sz", "26");
  run.append_child("w:t").text().set("2");
  return xml_text(document);
}

std::string write_footer(const Paper& paper) {
  pugi::xml_document document;
  paragraph(root_of(document, "w:ftr"), {.size = source_size, .align = "center"}, paper.source);
  return xml_text(document);
}

std::string write_styles() {
  pugi::xml_document document;
  Node styles = root_of(document, "w:styles");
  Node run =
      styles.append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
  Node fonts = run.append_child("w:rFonts");
  for (const char* script : {"w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"}) {
    set(fonts, script, "Times New Roman");
  }
  mark(run, "w:sz", std::to_string(std::lround(body_size * 2)));
  mark(run, "w:lang", "vi-VN");
  for (const auto& [id, name, level] :
       {std::tuple{"Normal", "Normal", -1}, std::tuple{"Title", "Title", -1},
        std::tuple{"Heading1", "heading 1", 0}}) {
    Node style = styles.append_child("w:style");
    set(style, "w:type", "paragraph");
    if (std::string_view(id) == "Normal") set(style, "w:default", "1");
    set(style, "w:styleId", id);
    mark(style, "w:name", name);
    if (level >= 0) mark(style.append_child("w:pPr"), "w:outlineLvl", std::to_string(level));
  }
  return xml_text(document);
}

}  // namespace

Result<std::string> docx(const Paper& paper) {
  Package package;
  package.document = write_document(paper);
  package.styles = write_styles();
  package.header = write_header();
  package.footer = write_footer(paper);
  package.title = file_title(paper);
  package.author = printable(paper.issuer);
  package.made = paper.made;
  return zipped(package);
}

}  // namespace lantoa::paper
