// Reads a legal text as it comes out of a converted Word file (Markdown with escapes and drawn
// tables, or plain text): number, issuing body, place and date, title, grounds, and the tree
// Phần-Chương-Mục-Điều-khoản-điểm in which every provision has an address that later editions keep.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "kernel/time.h"
#include "viet/citations.h"
#include "viet/damage.h"
#include "viet/legal_label.h"
#include "viet/provision_reference.h"

namespace lantoa::viet {

constexpr std::size_t legal_text_bytes_max = 8 * 1024 * 1024;

struct Provision {
  Level level = Level::Article;
  std::string label;  // as written: "Điều 3.", "1.", "a)"; empty for a list without one
  // "dieu-3", "dieu-3.khoan-2.diem-a" (đ is "dd"); "chuong-2.muc-1"; "khoan-4" where a text has
  // no articles; "phu-luc-1.khoan-2". Articles run through, so no chapter stands in theirs.
  std::string address;
  std::string heading;
  std::string text;                    // its own, without label, heading and what stands below it
  std::size_t offset = 0, length = 0;  // bytes of the source, with all that stands below it
  std::optional<std::size_t> parent;   // which of the provisions
};

struct Ground {
  std::size_t offset = 0, length = 0;  // bytes of the source
  std::string text;
  std::vector<std::size_t> citations;  // which of the text's citations
};

struct LegalText {
  std::optional<DocumentNumber> number;
  std::string type;  // "Nghị quyết"
  std::string issuer;
  std::string place;
  std::optional<Date> date;
  std::string title;                           // trích yếu
  std::vector<Ground> grounds;                 // căn cứ, and at whose proposal
  std::vector<Provision> provisions;           // in the order of the text
  std::vector<Citation> citations;             // without its own number at the head
  std::vector<CitedDocument> documents;        // the same citations, by document
  std::vector<ProvisionReference> references;  // "khoản 1 Điều này" with its whole address
  std::vector<DamagedLine> damaged;
};

Result<LegalText> read_legal_text(std::string_view bytes);

// Whether a file is a legal text rather than an article about one: its type stands on a line of
// its own in capitals, and it has a number at its head, or articles.
bool is_legal_text(std::string_view bytes);

}  // namespace lantoa::viet
