// A fact as the ledger keeps it: nothing is updated, nothing is deleted. `body` is JSON text and
// holds no personal data. The chain value covers every stored column and the value before it, so a
// change to any row shows in all that follow.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::ledger {

using Chain = std::array<std::uint8_t, 32>;  // SHA-256; all zero before the first fact

// The field of a Problem that says that the ledger itself, or an export of it, is not whole or was
// written by a newer version.
constexpr std::string_view wrong_ledger = "ledger";

struct NewFact {
  std::string kind;     // "plan.drafted"
  std::string subject;  // what it is about: "plan/3"
  std::string body;     // JSON by kernel/codec.h
  // Not empty: facts of this kind, subject and word that stand in one batch become one fact (see
  // Folds::join). High-volume facts are sets, not rows.
  std::string join = {};
  // The fact itself, as its own type: who has just written it need not read it back to fold it.
  std::shared_ptr<const void> value = {};

  bool operator==(const NewFact& other) const {
    return kind == other.kind && subject == other.subject && body == other.body &&
           join == other.join;
  }
};

struct Fact {
  std::uint64_t seq = 0;  // 1, 2, 3 …, dense
  Instant at;             // when recorded; never decreases
  std::string actor;      // "account/3", "person/1044", "courier/clock"
  std::string kind;
  std::string subject;
  std::string body;
  Chain chain{};

  bool operator==(const Fact&) const = default;
};

// SHA-256 over the previous value and seq, at, actor, kind, subject, body: integers as 8 bytes big
// endian, texts each preceded by their length as 8 bytes big endian.
Chain next_chain(const Chain& previous, const Fact& fact);
// Those bytes of the fact alone, without the previous value: what stands in a leaf of the Merkle
// tree (merkle.h).
std::string column_bytes(const Fact& fact);

std::string hex(const Chain& chain);
Result<Chain> parse_chain(std::string_view hex);

// One line of NDJSON without the line end: {"seq":1,"at":"2021-05-12T01:00:00.000Z","actor":…,
// "kind":…,"subject":…,"body":{…},"chain":"hex"}. `body` stands there byte for byte as stored.
std::string ndjson(const Fact& fact);

// The same line without the chain value: a fact that is shown without those before it.
std::string ndjson_alone(const Fact& fact);

// The reverse of ndjson_alone(); the chain value is all zero.
Result<Fact> parse_ndjson_alone(std::string_view line);

// The reverse of ndjson(); refuses a line whose fields are missing, twice or of another type.
Result<Fact> parse_ndjson(std::string_view line);

}  // namespace lantoa::ledger
