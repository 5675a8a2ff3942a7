#include "platform/ledger/note.h"

#include <gtest/gtest.h>

namespace lantoa::ledger {
namespace {

crypto::Digest seed_of(std::uint8_t byte) {
  crypto::Digest seed;
  seed.fill(byte);
  return seed;
}

VerifierKey key_of(std::uint8_t byte, const std::string& name = "so.example/1") {
  return {name, crypto::public_key(seed_of(byte))};
}

NoteSignature signature_of(const CheckpointText& checkpoint, std::uint8_t byte) {
  const VerifierKey key = key_of(byte, checkpoint.origin);
  return {key.name, key.id(), crypto::sign(seed_of(byte), checkpoint.text())};
}

SignedCheckpoint example() {
  CheckpointText text{"so.example/1", 48'112, leaf_hash("root"), leaf_hash("chain"),
                      *parse_iso_instant("2021-06-15T18:30:00.125Z")};
  return {text, {signature_of(text, 1)}};
}

TEST(Note, IsWrittenAsTheToolsOfOthersReadIt) {
  const SignedCheckpoint note = example();
  const std::string root =
      crypto::base64({reinterpret_cast<const char*>(note.checkpoint.root.data()), sizeof(Hash)});
  EXPECT_EQ(note.checkpoint.text(), "so.example/1\n48112\n" + root + "\nchain " +
                                        hex(note.checkpoint.chain) +
                                        "\nat 2021-06-15T18:30:00.125Z\nday 2021-06-16\n");
  EXPECT_EQ(note.note().find(note.checkpoint.text() + "\n— so.example/1 "), 0U);
  const auto again = parse_note(note.note());
  ASSERT_TRUE(again) << again.error().text.en;
  EXPECT_EQ(again->checkpoint, note.checkpoint);
  EXPECT_EQ(again->note(), note.note());
}

// The key of the example in C2SP's tlog-checkpoint cannot be had, so the id is made by hand here.
TEST(Note, AKeysIdIsTheStartOfAHashOverNameTypeAndKey) {
  const VerifierKey key = key_of(3);
  const std::string bytes(key.key.begin(), key.key.end());
  EXPECT_EQ(key.id(), crypto::hex(crypto::sha256("so.example/1\n\x01" + bytes)).substr(0, 8));
  EXPECT_EQ(key.text(), "so.example/1+" + key.id() + "+" + crypto::base64("\x01" + bytes));
  EXPECT_EQ(parse_verifier_key(key.text()).value(), key);
  EXPECT_EQ(parse_verifier_key(key.text() + "\n").value(), key);
  EXPECT_EQ(key.fingerprint().size(), 39U);
}

TEST(Note, ADamagedKeyIsRefused) {
  const std::string text = key_of(3).text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = text;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      EXPECT_FALSE(parse_verifier_key(damaged)) << damaged;
    }
  }
  for (const char* other : {"", "+", "++", "a+b", "a+b+c", "khóa"}) {
    EXPECT_FALSE(parse_verifier_key(other)) << other;
  }
}

TEST(Note, IsSignedByWhoeverSignedIt) {
  SignedCheckpoint note = example();
  EXPECT_TRUE(note.is_signed_by(key_of(1)));
  EXPECT_FALSE(note.is_signed_by(key_of(2)));
  EXPECT_FALSE(note.is_signed_by(key_of(1, "so.example/2")));
  note.signatures.insert(note.signatures.begin(), signature_of(note.checkpoint, 2));
  EXPECT_TRUE(note.is_signed_by(key_of(1)));
  EXPECT_TRUE(note.is_signed_by(key_of(2)));
  ++note.checkpoint.size;
  EXPECT_FALSE(note.is_signed_by(key_of(1)));
}

// A witness's line is longer and of another kind; it must not keep anybody from reading the note.
TEST(Note, LinesOfWitnessesAreLetThrough) {
  const std::string line = "— witness.example " + crypto::base64(std::string(76, 'w')) + "\n";
  const auto note = parse_note(example().note() + line);
  ASSERT_TRUE(note);
  EXPECT_TRUE(note->is_signed_by(key_of(1)));
}

TEST(Note, NoOtherWritingOfItIsTaken) {
  const std::string note = example().note();
  const auto refused = [&](std::string_view from, std::string_view to) {
    std::string other = note;
    other.replace(other.find(from), from.size(), to);
    EXPECT_FALSE(parse_note(other)) << other;
  };
  refused("\n48112\n", "\n048112\n");
  refused("\n48112\n", "\n48112 \n");
  refused("\n48112\n", "\n+48112\n");
  refused("chain ", "chain  ");
  refused(".125Z", ".12500Z");
  refused("Z\nday 2021-06-16", "Z\nday 2021-06-15");
  refused("day 2021-06-16\n", "day 2021-06-16\nmore\n");
  refused("so.example/1\n", "so example/1\n");
  refused("\n\n— ", "\n— ");
  refused("— so", "- so");
  EXPECT_FALSE(parse_note(note.substr(0, note.size() - 1)));
  EXPECT_FALSE(parse_note(example().checkpoint.text()));
  EXPECT_FALSE(parse_note(example().checkpoint.text() + "\n"));
  EXPECT_FALSE(parse_note(""));
  std::string many = note;
  for (std::size_t i = 0; i < note_signatures_max; ++i) many += example().signatures[0].line();
  EXPECT_FALSE(parse_note(many));
}

}  // namespace
}  // namespace lantoa::ledger
