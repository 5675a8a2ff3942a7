// The number of a Vietnamese official document ("số, ký hiệu"): 32/2021/NĐ-CP, 97/2019/QH14,
// 06/KH-HĐPHPBGDPL, 1092/STP-PBGDPL, 32-CT/TW, 37-NĐ. A number is unique only within issuer, type
// and year, and Luật and Nghị quyết of Quốc hội share one series without a type: keep both beside
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::viet {

struct DocumentNumber {
  enum class Form {
    Slash,      // 32/2021/NĐ-CP, 06/KH-UBND; with no type: Quốc hội's, or a công văn
    DashFirst,  // 32-CT/TW: the party; without issuer the old central form: 37-NĐ
  };

  std::uint32_t number = 0;
  std::string letter;       // "a" in 15a/QĐ-UBND
  std::optional<int> year;  // only where the number itself states it
  std::string type;         // "NĐ", "QyĐ"; empty for QH, UBTVQH and công văn
  std::string issuer;       // "CP", "QH", "HĐPHPBGDPL"; "BTP-BTC" of a thông tư liên tịch
  std::optional<int> term;  // 14 in QH14
  std::string unit;         // "PBGDPL" in 1092/STP-PBGDPL
  Form form = Form::Slash;
  std::string as_written;  // composed, white space collapsed, otherwise as in the source

  bool operator==(const DocumentNumber&) const = default;

  // Normal spelling, "06/KH-HĐPHPBGDPL": dashes, Đ, no spaces, two digits at least.
  std::string display() const;
  // Equal for two spellings of one number; includes whatever of type, year, issuer it states.
  std::string key() const;
  // "Nghị định", "Công văn"; empty where the number does not tell (Luật or Nghị quyết).
  std::string type_name() const;
  // "Chính phủ"; empty where the abbreviation is not in the table or is shared by several.
  std::string issuer_name() const;
  bool is_letter() const;  // a công văn: neither type nor Quốc hội's
};

// A whole field as a person typed it: any case and dash, stray spaces, "số " before it.
Result<DocumentNumber> parse_document_number(std::string_view text);

}  // namespace lantoa::viet
