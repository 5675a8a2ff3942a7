// The grammar of document numbers over a SourceText, shared by the typed field and running text.
#pragma once

#include <optional>

#include "viet/document_number.h"
#include "viet/source_text.h"

namespace lantoa::viet {

enum class Surroundings {
  Typed,        // a field that holds nothing else: any case
  RunningText,  // only what cannot be anything else
  AfterSo,      // running text after the word "số": short forms too (37-NĐ, 73/SL)
};

struct ScannedNumber {
  std::size_t end = 0;  // past its last character
  DocumentNumber number;
};

// A number whose first digit stands at begin.
std::optional<ScannedNumber> scan_number(const SourceText& source, std::size_t begin,
                                         Surroundings surroundings);

}  // namespace lantoa::viet
