// Documents cited in running text, each with what the text says about it: "Nghị quyết số
// 97/2019/QH14 ngày 27/11/2019 của Quốc hội", also over line breaks and several in one sentence,
// and announcements: "Ngày 12/5, UBND tỉnh ban hành Kế hoạch số 06/KH-UBND". Dates such as
// 27/11/2019 are not numbers. group_citations puts the mentions of one document together.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"
#include "viet/document_number.h"

namespace lantoa::viet {

struct Citation {
  std::size_t offset = 0, length = 0;  // bytes of the number as it stands in the text
  DocumentNumber number;
  std::string type_word;                // "Nghị quyết"; empty when none stands before it
  std::string name;                     // "Đất đai" of "Luật Đất đai số ..."
  std::string issuer;                   // as the text names it; empty when it does not
  std::optional<Date> date;             // of the document
  std::vector<std::string> provisions;  // "dieu-3.khoan-2" of "khoản 2 Điều 3 Nghị định số ..."
  bool announced = false;               // the text says that this document is being issued
};

struct CitedDocument {
  DocumentNumber number;
  std::string type;    // "Nghị định"; empty when nothing tells
  std::string name;    // of a law, where a mention says it
  std::string issuer;  // as the text names it, else from the number; may be empty
  std::optional<Date> date;
  bool announced = false;
  std::vector<Citation> mentions;  // in the order of the text
};

// Without a reference date (of publication), "ngày 12/5" dates nothing.
std::vector<Citation> find_citations(std::string_view text, std::optional<Date> reference);

// In the order of first mention. The same number with another year of issue, or once as Luật and
// once as Nghị quyết, is another document; a bare mention belongs to the latest one before it.
std::vector<CitedDocument> group_citations(const std::vector<Citation>& citations);

}  // namespace lantoa::viet
