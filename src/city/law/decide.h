// Rules of the register. Both need Right::KeepLaw over the whole city.
#pragma once

#include <optional>
#include <string>

#include "city/law/state.h"
#include "city/organisation/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::law {

constexpr std::size_t type_characters_max = 100;
constexpr std::size_t issuer_characters_max = 300;
constexpr std::size_t title_characters_max = 1'000;
constexpr std::size_t note_characters_max = 2'000;
constexpr std::size_t basis_characters_max = 500;

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* number = "so";
constexpr const char* type = "loai";
constexpr const char* issuer = "co-quan";
constexpr const char* title = "trich-yeu";
constexpr const char* issued = "ban-hanh";
constexpr const char* effective = "hieu-luc";
constexpr const char* expires = "het-hieu-luc";
constexpr const char* note = "ghi-chu";
constexpr const char* replaced_by = "thay-bang";
constexpr const char* basis = "can-cu";
}  // namespace fields

// Type and issuer may be empty where the number itself tells them (32/2021/NĐ-CP).
struct RegisterDocument {
  std::string number, type, issuer, title;
  std::optional<Date> issued;  // required
  std::optional<Date> effective, expires;
  std::string note;
};

struct ChangeEffect {
  DocumentNo document;
  std::uint32_t seen_version = 0;  // the version its writer had before him
  std::optional<Date> effective, expires;
  std::string replaced_by;  // number of a registered document, or empty
  std::string basis;
};

// Invalid with one detail a fault; Conflict names the document that stands there already.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RegisterDocument& command, const Envelope& envelope);
// Conflict when somebody changed it since; NotFound.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ChangeEffect& command, const Envelope& envelope);

}  // namespace lantoa::city::law
