#include "city/checkpoint/follow.h"

#include "city/checkpoint/testing_world.h"

namespace lantoa::city::checkpoint {
namespace {

class Following : public ::testing::Test {
 protected:
  Following() {
    for (int i = 0; i < 12; ++i) add();
    kept = world.state.newest()->note;
    for (int i = 0; i < 3; ++i) add();
  }
  void add() {
    world.turn("2021-05-12");
    world.work();
  }
  std::string steps() const { return *steps_file(world.state, kept.checkpoint.size); }

  World world;
  ledger::SignedCheckpoint kept;
};

TEST_F(Following, LeadsFromTheOneKeptToTheNewest) {
  const auto done = follow(kept, steps(), world.key());
  ASSERT_TRUE(done) << done.error().text.en;
  EXPECT_EQ(done->steps, 3U);
  EXPECT_EQ(done->last.note(), world.state.newest()->note.note());
  const auto none =
      follow(done->last, *steps_file(world.state, world.state.newest()->size()), world.key());
  ASSERT_TRUE(none);
  EXPECT_EQ(none->steps, 0U);
}

TEST_F(Following, StartsAtCheckpointsOnly) {
  for (const std::uint64_t size :
       {std::uint64_t{0}, kept.checkpoint.size + 1, std::uint64_t{999}}) {
    EXPECT_EQ(steps_file(world.state, size).error().code, Code::NotFound) << size;
  }
}

TEST_F(Following, EveryFlippedBitIsRefused) {
  const std::string file = steps();
  const ledger::VerifierKey key = world.key();
  for (std::size_t at = 0; at < file.size(); ++at) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    ASSERT_FALSE(follow(kept, damaged, key)) << at;
  }
}

// The same facts otherwise, signed with the very same key.
TEST_F(Following, ASecondHistoryIsTold) {
  World other;
  other.turn("2020-01-01");
  other.work();
  for (int i = 0; i < 14; ++i) {
    other.turn("2021-05-12");
    other.work();
  }
  const auto forged = follow(kept, *steps_file(other.state, kept.checkpoint.size), world.key());
  ASSERT_FALSE(forged);
  EXPECT_EQ(forged.error().code, Code::Conflict);
  EXPECT_NE(forged.error().text.en.find("rewritten"), std::string::npos);
}

TEST_F(Following, ANewKeyIsFollowedFromWhereItBegan) {
  const ledger::VerifierKey first = world.key();
  world.keys = {seed_of(2), seed_of(1)};
  add();
  const auto changed = follow(kept, steps(), first);
  ASSERT_TRUE(changed) << "the former key signed it too";
  add();
  EXPECT_EQ(follow(kept, steps(), first).error().code, Code::Conflict);
  const auto rest =
      follow(changed->last, *steps_file(world.state, changed->last.checkpoint.size), world.key());
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->steps, 1U);
}

TEST_F(Following, IsAskedForOnThePage) {
  const std::string path = "/so-cai/diem-ky/noi-tiep?tu=";
  const http::Response page = world.node.get(path + std::to_string(kept.checkpoint.size));
  EXPECT_EQ(page.body, steps());
  EXPECT_EQ(world.node.get(path).status, 404);
  EXPECT_EQ(world.node.get(path + "2").status, 404);
}

}  // namespace
}  // namespace lantoa::city::checkpoint
