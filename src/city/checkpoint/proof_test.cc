#include "city/checkpoint/proof.h"

#include "city/checkpoint/testing_world.h"

namespace lantoa::city::checkpoint {
namespace {

class Proving : public ::testing::Test {
 protected:
  Proving() {
    world.turn("2021-05-12");
    world.work();
    world.turn("2021-05-13");
    for (int i = 0; i < 9; ++i) world.turn("2021-05-13");
    world.freeze();
    world.close_round();
    world.turn("2021-05-14");
    world.work();
  }
  Result<Proof> proof_at(std::uint64_t seq) {
    const Checkpoint& covering = *world.state.covering(seq);
    return make_proof(*world.node.store, world.state.tree_before(covering), covering.note, seq);
  }
  Result<Proof> proof_of(std::uint32_t figure) {
    return proof_at(world.figures.figure(FigureNo{figure}).seq);
  }
  Result<Proof> proof_of_round(std::uint32_t round) {
    return proof_at(world.rounds.round(RoundNo{round}).closing->fact());
  }
  static report::FigureFrozen& figure_in(Proof& proof) {
    return std::get<report::FigureFrozen>(proof.frozen);
  }
  // Refused, whichever bit is another one.
  void expect_no_flipped_bit(const std::string& file) {
    const ledger::VerifierKey key = world.key();
    for (std::size_t at = 0; at < file.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string damaged = file;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
        const auto checked = check_proof(damaged, key);
        ASSERT_FALSE(checked) << "byte " << at << ", bit " << bit;
        EXPECT_EQ(checked.error().code, Code::Conflict) << "byte " << at << ", bit " << bit;
      }
    }
  }

  World world;
};

TEST_F(Proving, AFigureIsProvedAndSaidInWords) {
  const auto made = proof_of(1);
  ASSERT_TRUE(made) << made.error().text.en;
  const std::string file = proof_file(*made);
  auto checked = check_proof(file, world.key());
  ASSERT_TRUE(checked) << checked.error().text.en;
  EXPECT_EQ(figure_in(*checked).reached, 1'234U);
  EXPECT_NE(sentence(*checked).vi.find("1.234 trong 5.120 người"), std::string::npos);
  EXPECT_NE(sentence(*checked).en.find("1,234 of 5,120 persons"), std::string::npos);
  EXPECT_NE(file.find(sentence(*checked).vi), std::string::npos);
}

TEST_F(Proving, WhatARoundWasClosedWithIsProvedAndSaidInWords) {
  const auto made = proof_of_round(1);
  ASSERT_TRUE(made) << made.error().text.en;
  const std::string file = proof_file(*made);
  const auto checked = check_proof(file, world.key());
  ASSERT_TRUE(checked) << checked.error().text.en;
  const auto& closed = std::get<statistics::RoundClosed>(checked->frozen);
  EXPECT_EQ(closed.submitted, 2U);
  EXPECT_EQ(closed.sums.at(1), (statistics::Sum{"2", 1'045}));
  const std::string seq = std::to_string(checked->fact.seq);
  EXPECT_EQ(sentence(*checked).vi,
            "Kỳ báo cáo số 1: khi khóa có 2 đơn vị đã nộp, cộng lại được cột 1: 7; cột 2: 1.045; "
            "cột 10: 0; khóa ở sự kiện số " +
                seq + " của sổ cái.");
  EXPECT_EQ(sentence(*checked).en,
            "Round of reports no. 1: 2 units had handed in when it was closed, which add up to "
            "column 1: 7; column 2: 1,045; column 10: 0; closed by fact no. " +
                seq + " of the ledger.");
  EXPECT_NE(file.find(sentence(*checked).vi), std::string::npos);
  EXPECT_LE(file.size(), proof_bytes_max);
}

TEST(ProofSentence, TellsWhatIsOnlyEstimatedFromWhatIsActual) {
  Proof proof;
  proof.fact.seq = 9;
  proof.frozen = statistics::RoundClosed{RoundNo{1}, 2, {{"1", 7, 1'200}, {"2", 0, 0}}, {}};
  EXPECT_EQ(sentence(proof).vi,
            "Kỳ báo cáo số 1: khi khóa có 2 đơn vị đã nộp, cộng lại được cột 1: 7 thực tế và 1.200 "
            "ước; cột 2: 0 thực tế và 0 ước; khóa ở sự kiện số 9 của sổ cái.");
  EXPECT_NE(sentence(proof).en.find("column 1: 7 actual and 1,200 estimated"), std::string::npos);
}

TEST_F(Proving, ASumOfARoundThatWasChangedIsRefused) {
  const std::string file = proof_file(*proof_of_round(1));
  const auto with = [&](std::string_view from, std::string_view to, std::string text) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  const std::string in_fact = with("\"amount\":1045", "\"amount\":2045", file);
  ASSERT_FALSE(check_proof(in_fact, world.key()));
  EXPECT_NE(check_proof(in_fact, world.key()).error().text.en.find("line 2 or 3"),
            std::string::npos);
  // With its sentences made to fit.
  const std::string everywhere =
      with("2: 1.045", "2: 2.045", with("2: 1,045", "2: 2,045", in_fact));
  const auto checked = check_proof(everywhere, world.key());
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, Code::Conflict);
  EXPECT_NE(checked.error().text.en.find("signed ledger"), std::string::npos);
  expect_no_flipped_bit(file);
}

TEST_F(Proving, WhatFrozeNothingHasNoProof) {
  EXPECT_EQ(proof_at(1).error().code, Code::Conflict) << "a day began";
}

TEST_F(Proving, ADayThatWasNotOverIsNotCalledSo) {
  Proof proof = *proof_of(1);
  const std::string day = vietnamese(figure_in(proof).day);
  proof.fact.at = start_of_day(figure_in(proof).day);
  EXPECT_NE(sentence(proof).vi.find("trong ngày " + day + ", tính tới lúc chốt, "),
            std::string::npos);
  EXPECT_NE(sentence(proof).en.find("on " + day + ", up to the moment of freezing, "),
            std::string::npos);
  proof.fact.at = start_of_day(figure_in(proof).day + 1);
  EXPECT_NE(sentence(proof).vi.find("tới hết ngày " + day + ", "), std::string::npos);
}

TEST_F(Proving, OnlyTheFactsSinceTheCheckpointBeforeAreNeeded) {
  const std::uint64_t seq = world.figures.figure(FigureNo{1}).seq;
  const Checkpoint& covering = *world.state.covering(seq);
  ASSERT_GT(world.state.tree_before(covering).size(), 0U);
  const auto whole = make_proof(*world.node.store, {}, covering.note, seq);
  EXPECT_EQ(proof_file(*whole), proof_file(*proof_of(1)));
}

// Whitespace, words, base64 and the signature included: there is one way to write a proof.
TEST_F(Proving, EveryFlippedBitIsRefused) { expect_no_flipped_bit(proof_file(*proof_of(1))); }

TEST_F(Proving, CutLengthenedOrRearrangedIsRefused) {
  const std::string file = proof_file(*proof_of(1));
  for (std::size_t size = 0; size < file.size(); ++size) {
    ASSERT_FALSE(check_proof(file.substr(0, size), world.key())) << size;
  }
  for (const std::string more : {"\n", " ", "x", "\r\n"}) {
    EXPECT_FALSE(check_proof(file + more, world.key()));
    EXPECT_FALSE(check_proof(more + file, world.key()));
  }
  std::string windows = file;
  for (std::size_t i = 0; (i = windows.find('\n', i)) != std::string::npos; i += 2) {
    windows.replace(i, 1, "\r\n");
  }
  EXPECT_FALSE(check_proof(windows, world.key()));
}

TEST_F(Proving, WhatIsWrongIsSaid) {
  const std::string file = proof_file(*proof_of(1));
  const auto said = [&](std::string_view from, std::string_view to) {
    std::string other = file;
    const std::size_t at = other.rfind(from);
    EXPECT_NE(at, std::string::npos) << from;
    other.replace(at, from.size(), to);
    const auto checked = check_proof(other, world.key());
    EXPECT_FALSE(checked) << from;
    return checked ? std::string() : checked.error().text.en;
  };
  const auto has = [](const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  EXPECT_TRUE(has(said("\"reached\":1234", "\"reached\":5120"), "line 2 or 3"));
  EXPECT_TRUE(has(said("account/3", "account/4"), "signed ledger"));
  EXPECT_TRUE(has(said("1,234 of", "5,120 of"), "line 2 or 3"));
  EXPECT_TRUE(has(said("\nday 2021", "\nday 2022"), "lines 2 to 6"));
  EXPECT_TRUE(has(said("\nchain ", "\nchain f"), "line 4"));
  EXPECT_TRUE(has(said("report.figure_frozen", "calendar.day_turned"), "no fact that froze"));
}

TEST_F(Proving, AnotherKeyOrLedgerIsRefused) {
  const std::string file = proof_file(*proof_of(1));
  ledger::VerifierKey other = world.key();
  other.key = crypto::public_key(seed_of(2));
  EXPECT_EQ(check_proof(file, other).error().code, Code::Conflict);
  other = world.key();
  other.name += "0";
  EXPECT_EQ(check_proof(file, other).error().code, Code::Conflict);
}

TEST_F(Proving, WhatIsNoProofIsToldApart) {
  for (const char* text : {"", "\n", "{}", "xin chào", "lantoa"}) {
    EXPECT_EQ(check_proof(text, world.key()).error().code, Code::Invalid) << text;
  }
  EXPECT_EQ(check_proof(world.state.newest()->note.note(), world.key()).error().code,
            Code::Invalid);
}

// The fact stands in the file as it is, so a fact that names a person is not given out.
TEST_F(Proving, AFactThatNamesAPersonIsNotGivenOut) {
  world.freeze(PersonNo{77});
  world.work();
  EXPECT_EQ(proof_of(2).error().code, Code::Forbidden);
  world.close_round(PersonNo{77});
  world.work();
  EXPECT_EQ(proof_of_round(2).error().code, Code::Forbidden);
}

// Sixteen million facts, of which one is real: its way to the root has 24 steps.
TEST_F(Proving, IsSmallForALedgerOfMillions) {
  Proof proof = *proof_of(1);
  const std::uint64_t size = (1ULL << 24) - 1;
  proof.fact.seq = 4'811'003;
  figure_in(proof).channels = {reach::Channel::Portal, reach::Channel::Meeting};
  figure_in(proof).position = proof.fact.seq - 1;
  proof.fact.body = encode(figure_in(proof));
  ledger::Hash root = ledger::leaf_hash(proof.fact);
  std::uint64_t at = proof.fact.seq - 1;
  proof.path.clear();
  for (int height = 0; height < 24; ++height, at >>= 1) {
    proof.path.push_back(ledger::leaf_hash("subtree" + std::to_string(height)));
    root = (at & 1) != 0 ? ledger::node_hash(proof.path.back(), root)
                         : ledger::node_hash(root, proof.path.back());
  }
  proof.note.checkpoint.size = size;
  proof.note.checkpoint.root = root;
  proof.note.signatures[0].signature = crypto::sign(seed_of(1), proof.note.checkpoint.text());
  const std::string file = proof_file(proof);
  const auto checked = check_proof(file, world.key());
  ASSERT_TRUE(checked) << checked.error().text.en;
  EXPECT_LE(file.size(), proof_bytes_max);
}

}  // namespace
}  // namespace lantoa::city::checkpoint
