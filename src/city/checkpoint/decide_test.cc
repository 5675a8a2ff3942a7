#include "city/checkpoint/decide.h"

#include "city/checkpoint/testing_world.h"

namespace lantoa::city::checkpoint {
namespace {

// A ledger of leaves without facts, signed by hand.
class Signing : public ::testing::Test {
 protected:
  static ledger::Frontier tree(std::uint64_t size, const std::string& of = "leaf") {
    ledger::Frontier out;
    for (std::uint64_t i = 0; i < size; ++i) {
      out.add(ledger::leaf_hash(of + std::to_string(i)));
    }
    return out;
  }
  SignCheckpoint command(std::uint64_t size, std::uint8_t seed = 1) const {
    SignCheckpoint out;
    const std::uint64_t before = state.newest() == nullptr ? 0 : state.newest()->size();
    auto finder = ledger::PathFinder::of_tree(tree(before));
    for (std::uint64_t i = before; i < size; ++i) {
      finder.add(ledger::leaf_hash("leaf" + std::to_string(i)));
    }
    out.tree = tree(size);
    out.continuation = finder.path();
    out.chain = ledger::leaf_hash("chain" + std::to_string(size));
    out.at = {static_cast<std::int64_t>(size)};
    const crypto::PublicKey key = crypto::public_key(seed_of(seed));
    out.key = {origin(state, key), key};
    return sign(std::move(out), seed);
  }
  static SignCheckpoint sign(SignCheckpoint out, std::uint8_t seed = 1) {
    out.signature = crypto::sign(seed_of(seed), text_to_sign(out).text());
    return out;
  }
  Result<ledger::Decision> decided(const SignCheckpoint& wanted, std::uint64_t position = 1000,
                                   Actor actor = Actor::system("checkpoint")) const {
    return decide(state, wanted, {{5000}, {}, std::move(actor), position});
  }
  Code refusal(const SignCheckpoint& wanted, std::uint64_t position = 1000) const {
    const auto refused = decided(wanted, position);
    EXPECT_FALSE(refused);
    return refused ? Code::NotFound : refused.error().code;
  }
  void signed_at(const SignCheckpoint& wanted) {
    const auto done = decided(wanted);
    ASSERT_TRUE(done) << done.error().text.en;
    state.fold(*decode<CheckpointSigned>(done->facts.at(0).body));
  }

  State state;
};

TEST_F(Signing, WhatIsWrittenIsWhatWasSigned) {
  signed_at(command(5));
  const Checkpoint& made = *state.newest();
  EXPECT_EQ(made.size(), 5U);
  EXPECT_EQ(made.note.checkpoint, text_to_sign(command(5)));
  EXPECT_EQ(made.tree.root(), tree(5).root());
  EXPECT_TRUE(made.note.is_signed_by(made.key));
  EXPECT_EQ(made.note.checkpoint.origin, ledger::origin_of(made.key.key));
  EXPECT_FALSE(made.changes_key);
}

TEST_F(Signing, EachContinuesTheOneBefore) {
  for (const std::uint64_t size : {1, 2, 3, 7, 8, 64, 100}) signed_at(command(size));
  EXPECT_EQ(state.checkpoints(), 7U);
  EXPECT_EQ(refusal(command(100)), Code::Conflict) << "the same again";
  SignCheckpoint shorter = command(100);
  shorter.tree = tree(50);
  EXPECT_EQ(refusal(sign(std::move(shorter))), Code::Conflict);
}

TEST_F(Signing, ARewrittenHistoryIsNeverSigned) {
  signed_at(command(12));
  SignCheckpoint forged = command(20);
  forged.tree = tree(20, "other leaf");
  const auto refused = decided(sign(forged));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Conflict);
  EXPECT_NE(refused.error().text.vi.find("12"), std::string::npos);
  SignCheckpoint unproven = command(20);
  unproven.continuation.pop_back();
  EXPECT_EQ(refusal(unproven), Code::Conflict);
}

TEST_F(Signing, OnlyFactsThatAreThereAreSigned) {
  EXPECT_TRUE(decided(command(10), 10));
  EXPECT_EQ(refusal(command(10), 9), Code::Invalid);
  EXPECT_EQ(refusal(command(0)), Code::Invalid);
  SignCheckpoint later = command(10);
  later.at = {5001};
  EXPECT_EQ(refusal(sign(std::move(later))), Code::Invalid);
}

TEST_F(Signing, TheSignatureHasToBeOverJustThis) {
  SignCheckpoint changed = command(10);
  changed.chain[0] ^= 1;
  EXPECT_EQ(refusal(changed), Code::Invalid);
  changed = command(10);
  ++changed.at.ms;
  EXPECT_EQ(refusal(changed), Code::Invalid);
  changed = command(10);
  changed.key.name = "so.example/other";
  EXPECT_EQ(refusal(sign(changed)), Code::Invalid) << "the name of another ledger";
  EXPECT_EQ(refusal(sign(command(10), 2)), Code::Invalid) << "another key";
}

TEST_F(Signing, PeopleDoNotSign) {
  Actor officer = Actor::system("x");
  officer.kind = Actor::Kind::Account;
  EXPECT_EQ(decided(command(5), 1000, officer).error().code, Code::Forbidden);
}

TEST_F(Signing, ANewKeyKeepsTheNameAndMayBeVouchedFor) {
  signed_at(command(5));
  const ledger::VerifierKey first = state.newest()->key;
  SignCheckpoint next = command(6, 2);
  next.former_signature = crypto::sign(seed_of(1), text_to_sign(next).text());
  signed_at(next);
  EXPECT_TRUE(state.newest()->changes_key);
  EXPECT_TRUE(state.newest()->vouched);
  EXPECT_EQ(state.newest()->key.name, first.name);
  EXPECT_TRUE(state.newest()->note.is_signed_by(first));
  EXPECT_TRUE(state.newest()->note.is_signed_by(state.newest()->key));
  signed_at(command(7, 3));
  EXPECT_TRUE(state.newest()->changes_key);
  EXPECT_FALSE(state.newest()->vouched);
  EXPECT_EQ(state.key_changes().size(), 3U);
}

TEST_F(Signing, AForeignSignatureVouchesForNothing) {
  signed_at(command(5));
  SignCheckpoint next = command(6, 2);
  next.former_signature = crypto::sign(seed_of(3), text_to_sign(next).text());
  EXPECT_EQ(refusal(next), Code::Invalid);
  next = command(6, 1);
  next.former_signature = next.signature;
  EXPECT_EQ(refusal(next), Code::Invalid) << "the key did not change";
}

TEST_F(Signing, FactsAreFoundInTheFirstCheckpointThatCoversThem) {
  for (const std::uint64_t size : {4, 9}) signed_at(command(size));
  EXPECT_EQ(state.covering(1)->size(), 4U);
  EXPECT_EQ(state.covering(4)->size(), 4U);
  EXPECT_EQ(state.covering(5)->size(), 9U);
  EXPECT_EQ(state.covering(10), nullptr);
  EXPECT_EQ(state.tree_before(*state.covering(4)).size(), 0U);
  EXPECT_EQ(state.tree_before(*state.covering(5)).size(), 4U);
}

TEST_F(Signing, DaysFiguresAndRoundsAreReasonsAndCheckpointsAreNot) {
  EXPECT_FALSE(state.is_due());
  state.fold(calendar::DayTurned{}, {3, {}, {}, {}});
  EXPECT_TRUE(state.is_due());
  signed_at(command(3));
  EXPECT_FALSE(state.is_due());
  state.fold(report::FigureFrozen{}, {6, {}, {}, {}});
  signed_at(command(5));
  EXPECT_TRUE(state.is_due()) << "it does not cover the figure";
  signed_at(command(6));
  EXPECT_FALSE(state.is_due());
  state.fold(statistics::RoundClosed{}, {7, {}, {}, {}});
  EXPECT_TRUE(state.is_due()) << "nor the round that was closed";
  signed_at(command(7));
  EXPECT_FALSE(state.is_due());
}

}  // namespace
}  // namespace lantoa::city::checkpoint
