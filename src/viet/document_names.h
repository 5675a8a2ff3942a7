// Tables of Vietnamese official documents: abbreviations of types (Nghị định 30/2020/NĐ-CP, phụ lục
// III, and those of legal and party documents) and of issuing bodies, with their names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lantoa::viet {

// The usual spelling of an abbreviation, compared without case: "nđ" -> "NĐ", "TTR" -> "TTr".
std::optional<std::string_view> known_type(std::string_view abbreviation);
std::optional<std::string_view> known_issuer(std::string_view abbreviation);

// Empty when unknown. Party documents use a few abbreviations in another sense.
std::string_view type_name(std::string_view abbreviation, bool party);
// Empty also for abbreviations that several bodies share or whose name is not certain.
std::string_view issuer_name(std::string_view abbreviation);

// The spelling of a body that the tables know: "BAN CHẤP HÀNH TRUNG ƯƠNG" -> "Ban Chấp hành Trung
// ương". Empty for any other.
std::string_view known_body(std::string_view name);

struct TypeWord {
  std::string_view folded;  // "nghi quyet"
  std::string_view name;    // "Nghị quyết"
};

// What can stand before a number, longer ones first.
std::span<const TypeWord> type_words();

std::string upper(std::string_view text);

}  // namespace lantoa::viet
