// Rules of the register. All need Right::KeepLaw over the whole city.
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
constexpr std::size_t source_characters_max = 300;
constexpr std::size_t refusal_characters_max = 1'000;

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
constexpr const char* file = "tep";
constexpr const char* pasted = "van-ban";
constexpr const char* source = "nguon";
constexpr const char* refusal = "ly-do";
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

// A text as it was read, kept among the blobs before it is decided on.
struct ProposeText {
  DocumentNo document;
  std::string blob;
  std::string field;               // where it was handed in: fields::file or fields::pasted
  std::optional<std::string> key;  // of the number at its head; none: it has none
  std::string number;              // the same as written
  std::uint32_t provisions = 0;    // of every level
  std::uint32_t articles = 0;
  std::string source;
};

struct ConfirmText {
  DocumentNo document;
  std::uint32_t edition = 0;  // the one that was compared
};

struct RefuseText {
  DocumentNo document;
  std::uint32_t edition = 0;
  std::string reason;
};

// Invalid with one detail a fault; Conflict names the document that stands there already.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RegisterDocument& command, const Envelope& envelope);
// Conflict when somebody changed it since; NotFound.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ChangeEffect& command, const Envelope& envelope);
// Who may hand a text in and answer one: the right over the whole city, and a person, since two of
// them are needed. Also asked before a text is read, which is slow, or kept.
Result<void> require_text_keeper(const organisation::State& organisation, const Actor& actor);
// Invalid: no provisions, or the number at its head is another document's. Conflict: readers see
// this very text already.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ProposeText& command, const Envelope& envelope);
// Forbidden for who proposed it; Conflict when it no longer waits.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ConfirmText& command, const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RefuseText& command, const Envelope& envelope);

}  // namespace lantoa::city::law
