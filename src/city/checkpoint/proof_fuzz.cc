// Whatever the text: it is refused in both languages, or it is written again as it was read. A text
// that begins like JSON is what a fact says: a ledger is made that holds it, so that what lies
// behind the signature is reached as well. Its proof is taken, and no other that is made from it by
// lines put in the place of others: each further line of the text is one, and its first character
// says in whose place, '1' in that of the first.
// Tries: proof.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "city/checkpoint/follow.h"
#include "city/checkpoint/proof.h"
#include "kernel/assert.h"
#include "kernel/fact.h"
#include "platform/ledger/memory/memory_store.h"

namespace {

using namespace lantoa;
namespace report = city::report;
namespace statistics = city::statistics;

const crypto::Digest seed = crypto::sha256("a key for the fuzzer");
const ledger::VerifierKey key{"so.example/1", crypto::public_key(seed)};

ledger::SignedCheckpoint signed_by_us(ledger::CheckpointText checkpoint) {
  ledger::SignedCheckpoint out{std::move(checkpoint), {}};
  out.signatures.push_back({key.name, key.id(), crypto::sign(seed, out.checkpoint.text())});
  return out;
}

template <class T>
void said(const Result<T>& result) {
  ASSERT(result || (!result.error().text.vi.empty() && !result.error().text.en.empty()));
}

// Four facts, of which the third froze something.
constexpr std::uint64_t frozen_seq = 3;
struct Ledger {
  std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  ledger::Frontier first;  // the tree of one fact
  ledger::Frontier whole;
  ledger::SignedCheckpoint note;
};

Ledger ledger_with(std::string_view kind, const std::string& body) {
  Ledger out;
  ledger::Batch batch;
  ledger::Fact fact{0, Instant{1'621'340'943'720}, "account/2", {}, "day", {}, {}};
  for (fact.seq = 1; fact.seq <= 4; ++fact.seq) {
    fact.kind = fact.seq == frozen_seq ? kind : "calendar.day_began";
    fact.body = fact.seq == frozen_seq ? body : "{}";
    fact.chain = ledger::next_chain(fact.chain, fact);
    if (fact.seq == 2) out.first = out.whole;
    out.whole.add(ledger::leaf_hash(fact));
    batch.facts.push_back(fact);
  }
  ASSERT(out.store->append(batch));
  out.note = signed_by_us({key.name, 4, out.whole.root(), fact.chain, fact.at});
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c != '\n') out.back() += c;
    if (c == '\n') out.emplace_back();
  }
  return out;
}

// Lines behind the last are added.
std::string changed(std::string_view file, const std::vector<std::string>& changes) {
  std::vector<std::string> lines = lines_of(file);
  for (const std::string& change : changes) {
    if (change.empty()) continue;
    const std::size_t at = static_cast<unsigned char>(change[0] - '1');
    const std::size_t place = std::min(at, lines.size() - 1);
    if (place == lines.size() - 1) lines.insert(lines.end() - 1, change.substr(1));
    if (place < lines.size() - 1) lines[place] = change.substr(1);
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "\n") + lines[i];
  return out;
}

template <class Frozen>
void try_frozen(const Frozen& frozen, const std::vector<std::string>& changes) {
  const Ledger made = ledger_with(Frozen::kind, encode(frozen));
  const auto proof = city::checkpoint::make_proof(*made.store, made.first, made.note, frozen_seq);
  said(proof);
  ASSERT(frozen.by ? !proof && proof.error().code == Code::Forbidden : proof.has_value());
  const auto other = city::checkpoint::make_proof(*made.store, {}, made.note, 2);
  said(other);
  ASSERT(!other && other.error().code == Code::Conflict);
  ledger::SignedCheckpoint of_the_first = made.note;
  of_the_first.checkpoint.root = made.first.root();
  const auto wrong = city::checkpoint::make_proof(*made.store, {}, of_the_first, frozen_seq);
  said(wrong);
  ASSERT(!wrong && wrong.error().code == Code::Conflict);
  if (!proof) return;
  const std::string file = city::checkpoint::proof_file(*proof);
  const auto read = city::checkpoint::check_proof(file, key);
  ASSERT(read && encode(std::get<Frozen>(read->frozen)) == encode(frozen));
  const std::string tampered = changed(file, changes);
  const auto checked = city::checkpoint::check_proof(tampered, key);
  said(checked);
  ASSERT(checked.has_value() == (tampered == file));
}

// A column is named as its form names it, in one line.
bool is_named_in_one_line(const statistics::RoundClosed& closed) {
  return std::none_of(closed.sums.begin(), closed.sums.end(), [](const statistics::Sum& sum) {
    return sum.column.find('\n') != std::string::npos;
  });
}

void try_body(std::string_view text) {
  std::vector<std::string> changes = lines_of(text);
  const std::string body = changes.front();
  changes.erase(changes.begin());
  if (const auto figure = decode<report::FigureFrozen>(body)) try_frozen(*figure, changes);
  const auto closed = decode<statistics::RoundClosed>(body);
  if (closed && is_named_in_one_line(*closed)) try_frozen(*closed, changes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with('{')) try_body(text);
  const auto note = ledger::parse_note(text);
  said(note);
  if (note) ASSERT(text.starts_with(note->checkpoint.text() + "\n"));
  const auto public_key = ledger::parse_verifier_key(text);
  said(public_key);
  if (public_key) ASSERT(text.starts_with(public_key->text()));
  const auto proof = city::checkpoint::check_proof(text, key);
  said(proof);
  if (proof) ASSERT(city::checkpoint::proof_file(*proof) == text);
  static const auto kept = signed_by_us({key.name, 1, ledger::leaf_hash("one"), {}, {}});
  said(city::checkpoint::follow(kept, text, key));
  return 0;
}
