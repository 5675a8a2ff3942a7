#include "platform/session/session.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "kernel/keeper.h"
#include "kernel/testing_folder.h"
#include "platform/postgres/connection.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::session {
namespace {

constexpr Instant noon{1'620'795'600'000};
constexpr std::uint64_t position = 41;

Instant later(std::int64_t ms) { return {noon.ms + ms}; }

using Opener = std::unique_ptr<Sessions> (*)(crypto::Random&);

class SessionsTest : public testing::TestWithParam<Opener> {
 protected:
  std::string start(std::string_view subject, Instant now = noon) {
    return sessions_->start(subject, now, position).value();
  }
  bool is_there(const std::string& token, Instant now) {
    return sessions_->find(token, now).value().has_value();
  }

  crypto::SystemRandom random_;
  std::unique_ptr<Sessions> sessions_ = GetParam()(random_);
};

INSTANTIATE_TEST_SUITE_P(Sqlite, SessionsTest, testing::Values([](crypto::Random& random) {
                           return open_sessions(":memory:", random).value();
                         }));
INSTANTIATE_TEST_SUITE_P(
    Postgres, SessionsTest, testing::Values([](crypto::Random& random) {
      auto& server = postgres::test_server();
      return open_sessions(server.target(server.make_schema()), random).value();
    }));

TEST_P(SessionsTest, ATokenFindsItsSessionAndNoOther) {
  const std::string a = start("account/3");
  const std::string b = start("person/1044");
  EXPECT_EQ(a.size(), 43U);
  EXPECT_NE(a, b);
  const auto found = sessions_->find(b, later(5)).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->subject, "person/1044");
  EXPECT_EQ(found->started, noon);
  EXPECT_EQ(found->position, position);
  for (const std::string& token : {std::string(), a.substr(1), a + "x", std::string(5000, 'a')}) {
    EXPECT_FALSE(is_there(token, noon)) << token;
  }
}

TEST_P(SessionsTest, EndsAfterTheIdleLimit) {
  const std::string token = start("account/3");
  EXPECT_TRUE(is_there(token, later(idle_ms_max - 1)));
  EXPECT_TRUE(is_there(token, later(2 * idle_ms_max - 2)));
  EXPECT_FALSE(is_there(token, later(3 * idle_ms_max - 2)));
  EXPECT_FALSE(is_there(token, later(2 * idle_ms_max)));  // a clock set back does not revive it
}

TEST_P(SessionsTest, EndsAfterTheAbsoluteLimitHoweverBusy) {
  const std::string token = start("account/3");
  for (std::int64_t ms = 0; ms < absolute_ms_max; ms += idle_ms_max / 2) {
    EXPECT_TRUE(is_there(token, later(ms))) << ms;
  }
  EXPECT_TRUE(is_there(token, later(absolute_ms_max - 1)));
  EXPECT_FALSE(is_there(token, later(absolute_ms_max)));
}

TEST_P(SessionsTest, SeenMovesAtMostOnceAMinute) {
  const std::string token = start("account/3");
  EXPECT_EQ(sessions_->find(token, later(59'999)).value()->seen, noon);
  EXPECT_EQ(sessions_->find(token, later(60'000)).value()->seen, later(60'000));
  EXPECT_EQ(sessions_->find(token, later(61'000)).value()->seen, later(60'000));
  EXPECT_EQ(sessions_->find(token, later(120'000)).value()->position, position);
}

TEST_P(SessionsTest, SigningOutEndsOne) {
  const std::string a = start("account/3");
  const std::string b = start("account/3");
  ASSERT_TRUE(sessions_->end(a));
  EXPECT_FALSE(is_there(a, noon));
  EXPECT_TRUE(is_there(b, noon));
  ASSERT_TRUE(sessions_->end(a));
}

// Who was let in at this very moment is shown the door at this very moment, too.
TEST_P(SessionsTest, NobodyIsShownASessionThatWasEndedBefore) {
  const std::string a = start("account/3");
  const std::string b = start("account/4", later(-idle_ms_max + 1));
  EXPECT_TRUE(is_there(a, noon));
  ASSERT_TRUE(sessions_->end(a));
  EXPECT_FALSE(is_there(a, noon));
  ASSERT_TRUE(sessions_->sweep(later(1)));
  EXPECT_FALSE(is_there(b, noon));
  EXPECT_TRUE(is_there(start("account/5"), noon));
}

TEST_P(SessionsTest, SweepTakesOnlyWhatIsOver) {
  const std::string old = start("account/1", later(-idle_ms_max));
  const std::string fresh = start("account/2", later(-idle_ms_max + 1));
  ASSERT_TRUE(sessions_->sweep(noon));
  EXPECT_FALSE(is_there(old, later(-1)));
  EXPECT_TRUE(is_there(fresh, later(-1)));
}

TEST_P(SessionsTest, RandomComesFromOutside) {
  class Fixed : public crypto::Random {
   public:
    std::string bytes(std::size_t count) override { return std::string(count, '\xff'); }
  };
  Fixed fixed;
  const auto sessions = GetParam()(fixed);
  std::string expected(43, '_');
  expected.back() = '8';  // the last character carries four bits only
  EXPECT_EQ(sessions->start("a", noon, 0).value(), expected);
}

TEST(SessionsFile, KeepsOnlyTheHashAndSurvivesARestart) {
  const TestFolder own;
  const std::string folder = own.path().string();
  const std::filesystem::path file = own.path() / "sessions.db";
  crypto::SystemRandom random;
  const std::string token =
      open_sessions(file, random).value()->start("account/3", noon, position).value();
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(bytes.find("account/3"), std::string::npos);
  EXPECT_EQ(bytes.find(token), std::string::npos);
  EXPECT_EQ(open_sessions(file, random).value()->find(token, noon).value()->subject, "account/3");

  std::ofstream(file) << std::string(5000, 'x');
  const auto damaged = open_sessions(file, random);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, Code::Unavailable);
  EXPECT_NE(keeper_sentence(damaged.error()).find(file.string()), std::string::npos);
  EXPECT_EQ(full_sentence(damaged.error(), Language::English).find(folder), std::string::npos)
      << "visitors read it";
  EXPECT_EQ(open_sessions(folder + "/none/x.db", random).error().code, Code::Unavailable);
}

TEST(SessionsFile, OpenToReadChangesNothing) {
  crypto::SystemRandom random;
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) / "lantoa_sessions_to_read.sqlite3";
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  std::string token;
  {
    const auto sessions = *open_sessions(file, random);
    token = *sessions->start("account/3", noon, position);
  }
  {
    const auto reading = *open_sessions_to_read(file, random);
    EXPECT_EQ(reading->find(token, later(70'000)).value()->seen, noon);
    EXPECT_FALSE(reading->find(token, later(idle_ms_max)).value().has_value());
    EXPECT_EQ(reading->start("account/4", noon, position).error().code, Code::Unavailable);
    EXPECT_EQ(reading->end(token).error().code, Code::Unavailable);
    EXPECT_EQ(reading->sweep(later(absolute_ms_max)).error().code, Code::Unavailable);
  }
  EXPECT_TRUE((*open_sessions(file, random))->find(token, later(1)).value().has_value());
}

// Another process, or whoever repairs the file by hand.
TEST(SessionsFile, WhatIsEndedElsewhereEndsHereSoonAfter) {
  crypto::SystemRandom random;
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) / "lantoa_sessions_elsewhere.sqlite3";
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  const auto here = *open_sessions(file, random);
  const auto elsewhere = *open_sessions(file, random);
  const std::string token = *here->start("account/3", noon, position);
  EXPECT_TRUE(here->find(token, noon).value().has_value());
  EXPECT_TRUE(elsewhere->find(token, noon).value().has_value());
  ASSERT_TRUE(elsewhere->end(token));
  EXPECT_FALSE(elsewhere->find(token, noon).value().has_value());
  EXPECT_FALSE(here->find(token, later(10)).value().has_value());
  // Who looked before others wrote can write all the same.
  const std::string again = *elsewhere->start("account/3", later(11), position);
  EXPECT_TRUE(here->find(again, later(20)).value().has_value());
  ASSERT_TRUE(elsewhere->end("unknown"));
  EXPECT_EQ(here->find(again, later(60'011)).value()->seen, later(60'011));
  ASSERT_TRUE(here->end(again));
  EXPECT_FALSE(elsewhere->find(again, later(60'020)).value().has_value());
}

// A version before kept no positions.
TEST(SessionsTable, ATableOfBeforeIsGivenPositions) {
  auto& server = postgres::test_server();
  const auto target = server.target(server.make_schema());
  crypto::SystemRandom random;
  const auto connection = *postgres::Connection::open(target, postgres::Use::Write);
  ASSERT_TRUE(
      connection->script("CREATE TABLE sessions (hash bytea PRIMARY KEY, subject text NOT NULL, "
                         "started bigint NOT NULL, seen bigint NOT NULL)"));
  const auto sessions = *open_sessions(target, random);
  const std::string token = *sessions->start("account/3", noon, position);
  EXPECT_EQ(sessions->find(token, noon).value()->position, position);
}

TEST(CsrfToken, BelongsToItsSession) {
  EXPECT_EQ(csrf_token("a"), csrf_token("a"));
  EXPECT_NE(csrf_token("a"), csrf_token("b"));
  EXPECT_EQ(csrf_token("a").size(), 43U);
}

}  // namespace
}  // namespace lantoa::session
