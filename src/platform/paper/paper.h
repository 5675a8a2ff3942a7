// Official documents on paper, laid out as Nghị định 30/2020/NĐ-CP, phụ lục I, says: national title
// and issuer side by side, number, place and day, type and subject, body, recipients and signature;
// A4. One description, written as PDF (to read, print and check) or as DOCX (to go on working on).
//
//   paper::Paper letter{.issuer = "Sở Tư pháp", .subject = "V/v đôn đốc …", …};
//   TRY_ASSIGN(std::string bytes, paper::pdf(letter));
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::paper {

struct Heading {
  std::string text;  // "I. MỤC ĐÍCH, YÊU CẦU"
};
struct Paragraph {
  std::string text;
};
struct Ground {
  std::string text;  // "Căn cứ Nghị quyết số 97/2019/QH14;"
};
struct Item {
  std::string text;  // of a list; the dash before it is not part of it
};
struct Column {
  std::string title;
  std::uint32_t width = 1;  // in shares of the table's, from 1
  bool is_number = false;
};
struct Table {
  std::vector<Column> columns;                 // not empty
  std::vector<std::vector<std::string>> rows;  // each with as many cells as there are columns
  bool has_total = false;                      // the last row adds up those above it
};
using Block = std::variant<Heading, Paragraph, Ground, Item, Table>;

struct Paper {
  std::string parent;         // of the issuer; may be empty
  std::string issuer;         // "Sở Tư pháp"
  std::string number;         // "06/KH-HĐPHPBGDPL"; empty: left open for the clerk's office
  std::string place;          // "Hà Nội"
  std::optional<Date> dated;  // none: left open, too
  std::string type;           // "Kế hoạch"; empty: a letter (công văn), which has none
  std::string subject;
  std::vector<std::string> addressees;  // of a letter
  std::vector<Block> body;
  std::string mark;                     // above the type: "Dự thảo"; empty: none
  std::vector<std::string> recipients;  // "Như trên"; "Sở Tư pháp (để báo cáo)"
  std::vector<std::string> signature;   // "TM. Hội đồng", "Chủ tịch"; room is left below
  std::string source;                   // in small print under every page: what the text rests on
  Date made;                            // stands in the file's own description
  bool landscape = false;               // for wide tables
};

// The same bytes for the same paper. Unavailable when the libraries could not make the file. One
// PDF is drawn at a time, others wait.
Result<std::string> pdf(const Paper& paper);
Result<std::string> docx(const Paper& paper);

}  // namespace lantoa::paper
