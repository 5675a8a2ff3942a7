// What stands above the first provision of a legal text: who issued it, number, place and date, its
// type and title, the grounds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/time.h"
#include "viet/document_number.h"
#include "viet/legal_layout.h"

namespace lantoa::viet {

struct LegalHead {
  std::optional<DocumentNumber> number;
  std::string type, issuer, place, title;
  std::optional<Date> date;
  bool type_line = false;   // the type stands on a line of its own, in capitals
  std::size_t type_at = 0;  // its passage; 0 when there is none
  std::size_t body = 0;     // the passage where grounds and articles may begin
  std::size_t clauses = 0;  // the passage where clauses may, in a text without articles
};

LegalHead read_head(std::string_view source, const Layout& layout);

// "Nghị quyết này được Quốc hội ... thông qua ngày ...": the sentence below the last provision.
bool is_closing_formula(std::string_view passage);

}  // namespace lantoa::viet
