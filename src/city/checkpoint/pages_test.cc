// The courier at work, and what anybody sees of it.
#include "city/checkpoint/proof.h"
#include "city/checkpoint/testing_world.h"

namespace lantoa::city::checkpoint {
namespace {

bool has(const http::Response& page, std::string_view text) {
  return page.body.find(text) != std::string::npos;
}

TEST(CheckpointCourier, SignsOnceADayAndOnceAFigure) {
  World world;
  EXPECT_EQ(world.work(), 0);
  world.turn("2021-05-12");
  EXPECT_EQ(world.work(), 1);
  EXPECT_EQ(world.state.newest()->size(), 1U);
  EXPECT_EQ(world.work(), 0) << "a checkpoint is no reason for the next";
  world.freeze();
  EXPECT_EQ(world.work(), 1);
  EXPECT_EQ(world.state.newest()->size(), 3U) << "the earlier checkpoint is a fact like others";
  EXPECT_EQ(world.work(), 0);
  world.turn("2021-05-13");
  world.turn("2021-05-14");
  EXPECT_EQ(world.work(), 1);
  EXPECT_EQ(world.facts(), 7U);
}

TEST(CheckpointCourier, SignsWhatTheLedgerSays) {
  World world;
  world.turn("2021-05-12");
  world.work();
  world.freeze();
  const ledger::Head head = world.node.engine.head();
  world.work();
  ledger::Frontier tree;
  ASSERT_TRUE(world.node.store->read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    tree.add(ledger::leaf_hash(fact));
    return {};
  }));
  const ledger::CheckpointText& text = world.state.newest()->note.checkpoint;
  EXPECT_EQ(text.root, tree.root());
  EXPECT_EQ(text.chain, head.chain);
  EXPECT_EQ(text.at, head.at);
}

TEST(CheckpointCourier, WithoutAKeyDoesNothing) {
  World world;
  world.keys.current.reset();
  world.turn("2021-05-12");
  EXPECT_EQ(world.work(), 0);
  EXPECT_EQ(world.facts(), 1U);
  EXPECT_EQ(world.node.get("/so-cai/diem-ky/moi-nhat").status, 404);
  EXPECT_EQ(world.node.get("/so-cai/khoa").status, 404);
  EXPECT_TRUE(has(world.node.get("/so-cai/diem-ky"), "Chưa có điểm ký nào"));
  EXPECT_EQ(world.node.get("/so-cai/cach-kiem-tra").status, 200);
}

TEST(CheckpointCourier, ANewKeyIsVouchedForByTheFormerOne) {
  World world;
  world.turn("2021-05-12");
  world.work();
  const ledger::VerifierKey first = world.key();
  world.keys = {seed_of(2), seed_of(1)};
  world.turn("2021-05-13");
  world.work();
  world.turn("2021-05-14");
  world.work();
  const Checkpoint& second = **world.state.find(CheckpointNo{2});
  EXPECT_TRUE(second.note.is_signed_by(first));
  EXPECT_TRUE(second.note.is_signed_by(second.key));
  EXPECT_EQ(world.state.newest()->note.signatures.size(), 1U);
  world.keys = {seed_of(3), seed_of(9), world.key()};
  world.turn("2021-05-15");
  world.work();
  EXPECT_FALSE(world.state.newest()->vouched);
  const http::Response page = world.node.get("/so-cai/diem-ky");
  EXPECT_TRUE(has(page, "khóa trước đã ký cho khóa này"));
  EXPECT_TRUE(has(page, "khóa trước không ký cho khóa này"));
}

// Two nodes of one ledger that were given different keys.
TEST(CheckpointCourier, AKeyThatNobodyStandsForSignsNothing) {
  World world;
  world.turn("2021-05-12");
  world.work();
  const ledger::VerifierKey first = world.key();
  world.keys = {seed_of(2), seed_of(9)};
  world.turn("2021-05-13");
  EXPECT_EQ(world.work(), 0);
  world.keys = {seed_of(2), {}, ledger::VerifierKey{first.name, crypto::public_key(seed_of(9))}};
  EXPECT_EQ(world.work(), 0) << "another one was said to be lost";
  EXPECT_EQ(world.key(), first);
  world.keys = {seed_of(1)};
  EXPECT_EQ(world.work(), 1);
  world.keys = {seed_of(2), {}, first};
  world.turn("2021-05-14");
  EXPECT_EQ(world.work(), 1);
}

TEST(CheckpointPages, ShowTheNotesAndTheKeyToAnybody) {
  World world;
  world.turn("2021-05-12");
  world.work();
  world.turn("2021-05-13");
  world.work();
  const http::Response newest = world.node.get("/so-cai/diem-ky/moi-nhat");
  EXPECT_EQ(newest.header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(newest.body, world.state.newest()->note.note());
  EXPECT_EQ(world.node.get("/so-cai/diem-ky/2").body, newest.body);
  EXPECT_NE(world.node.get("/so-cai/diem-ky/1").body, newest.body);
  EXPECT_EQ(world.node.get("/so-cai/diem-ky/3").status, 404);
  const auto key = ledger::parse_verifier_key(world.node.get("/so-cai/khoa").body);
  ASSERT_TRUE(key);
  EXPECT_TRUE(ledger::parse_note(newest.body)->is_signed_by(*key));
  EXPECT_EQ(world.node.get("/so-cai/khoa/1").body, key->text() + "\n");
  EXPECT_EQ(world.node.get("/so-cai/khoa/3").status, 404);
  const http::Response list = world.node.get("/so-cai/diem-ky");
  EXPECT_TRUE(has(list, key->fingerprint()));
  EXPECT_TRUE(has(list, "href=\"/so-cai/diem-ky/1\""));
  EXPECT_TRUE(has(list, "tabindex=\"0\">" + world.state.newest()->note.checkpoint.text()))
      << "line by line";
  EXPECT_TRUE(has(world.node.get("/so-cai/cach-kiem-tra"), key->fingerprint()));
}

TEST(CheckpointPages, EveryFootSaysTheNewest) {
  World world;
  EXPECT_FALSE(has(world.node.get("/so-cai/diem-ky"), "Dấu niêm sổ cái"));
  World filled;
  filled.turn("2021-05-12");
  filled.work();
  const std::string root = ledger::hex(filled.state.newest()->note.checkpoint.root).substr(0, 16);
  EXPECT_TRUE(has(filled.node.get("/so-cai/cach-kiem-tra"), "1 sự kiện, " + root + ", 12/05/2021"));
}

TEST(CheckpointPages, LongListsHavePages) {
  World world;
  for (std::uint32_t i = 0; i <= rows_per_page; ++i) {
    world.turn("2021-05-12");
    world.work();
  }
  EXPECT_FALSE(has(world.node.get("/so-cai/diem-ky"), "href=\"/so-cai/diem-ky/1\""));
  EXPECT_TRUE(has(world.node.get("/so-cai/diem-ky?trang=2"), "href=\"/so-cai/diem-ky/1\""));
}

TEST(ProofDownload, IsTheProofOfTheFigure) {
  World world;
  world.turn("2021-05-12");
  world.work();
  world.freeze();
  const std::string path = "/so-lieu/1/bang-chung";
  World early;
  early.freeze();
  const std::string token = early.node.sign_in("account/1");
  EXPECT_EQ(early.node.get(path, token).status, 503) << "not covered yet";
  world.work();
  const std::string signed_in = world.node.sign_in("account/1");
  const http::Response file = world.node.get(path, signed_in);
  ASSERT_EQ(file.status, 200) << file.body;
  EXPECT_EQ(file.header("Content-Disposition"),
            "attachment; filename=\"so-lieu-1-bang-chung.txt\"");
  EXPECT_TRUE(check_proof(file.body, world.key()));
  EXPECT_EQ(world.node.get(path, signed_in).body, file.body);
  EXPECT_EQ(world.node.get("/so-lieu/2/bang-chung", signed_in).status, 404);
  EXPECT_EQ(world.node.get(path).body, file.body) << "made for outsiders: anybody gets it";
}

// No checkpoint covers them, which is said only of what could have a proof: the ledger is not read.
TEST(ProofDownload, OfWhatNamesAPersonIsRefusedAtOnce) {
  World world;
  world.freeze(PersonNo{4});
  world.publish(world.close_round(PersonNo{4}));
  const http::Response figure = world.node.get("/so-lieu/1/bang-chung");
  EXPECT_EQ(figure.status, 403);
  EXPECT_TRUE(has(figure, "Hãy chốt lại số liệu"));
  const http::Response round = world.node.get("/so-lieu-cong-khai/1/bang-chung");
  EXPECT_EQ(round.status, 403);
  EXPECT_TRUE(has(round, "lantoa report recompute"));
}

TEST(ProofDownload, OfARoundIsThereForAsLongAsTheRoundIsPublic) {
  World world;
  world.turn("2021-05-12");
  world.work();
  const RoundNo round = world.close_round();
  const std::string path = "/so-lieu-cong-khai/1/bang-chung";
  EXPECT_EQ(world.node.get(path).status, 404) << "not published";
  world.publish(round);
  EXPECT_EQ(world.node.get(path).status, 503) << "not covered yet";
  world.work();
  const http::Response file = world.node.get(path);
  ASSERT_EQ(file.status, 200) << file.body;
  EXPECT_EQ(file.header("Content-Disposition"),
            "attachment; filename=\"so-lieu-cong-khai-1-bang-chung.txt\"");
  const auto proof = check_proof(file.body, world.key());
  ASSERT_TRUE(proof);
  EXPECT_EQ(std::get<statistics::RoundClosed>(proof->frozen).round, round);
  world.tell("round/1", statistics::RoundUnpublished{round, "Cộng nhầm", {}});
  const http::Response gone = world.node.get(path);
  EXPECT_EQ(gone.status, 404);
  EXPECT_TRUE(has(gone, "đã được rút lại"));
  world.publish(round);
  EXPECT_EQ(world.node.get(path).body, file.body);
  EXPECT_EQ(world.node.get("/so-lieu-cong-khai/2/bang-chung").status, 404);
}

}  // namespace
}  // namespace lantoa::city::checkpoint
