#include "platform/postgres/connection.h"

#include <gtest/gtest.h>

#include <thread>

#include "kernel/keeper.h"
#include "platform/postgres/pool.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::postgres {
namespace {

TEST(Target, IsNamedWithoutItsPassword) {
  const auto target =
      parse_target("postgresql://ledger:s3cret@db1,db2:6000/lantoa?sslmode=require");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->name.find("s3cret"), std::string::npos);
  EXPECT_EQ(target->name, "postgresql://db1,db2:,6000/lantoa");
}

// libpq quotes what it could not read; that may be a part of the password.
TEST(Target, AWrongOneIsNotQuoted) {
  for (const std::string url :
       {"postgresql://u:s3cret/x@host:1/lantoa", "postgresql://u:x@s3cret@host/lantoa",
        "mysql://u:s3cret@h/d", "postgresql://u:s3cret%zz@host/lantoa"}) {
    const auto target = parse_target(url);
    ASSERT_FALSE(target) << url;
    EXPECT_EQ(target.error().code, Code::Invalid);
    EXPECT_EQ(target.error().text.en.find("s3cret"), std::string::npos);
  }
}

TEST(Target, AServerThatIsNotThereIsNamedWithoutThePassword) {
  const auto opened = Connection::open(
      parse_target("postgresql://u:s3cret@127.0.0.1:1/lantoa").value(), Use::Write);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::Unavailable);
  const std::string kept = keeper_sentence(opened.error(), Language::English);
  EXPECT_NE(kept.find("127.0.0.1"), std::string::npos);
  EXPECT_EQ(kept.find("s3cret"), std::string::npos);
  // A page tells nobody where the database is and as whom it is asked.
  for (const Language language : {Language::English, Language::Vietnamese}) {
    const std::string told = full_sentence(opened.error(), language);
    EXPECT_EQ(told.find("127.0.0.1"), std::string::npos) << told;
    EXPECT_EQ(told.find("port"), std::string::npos) << told;
    EXPECT_EQ(told.find("refused"), std::string::npos) << told;
  }
}

struct AConnection : testing::Test {
  Target target = test_server().target(test_server().make_schema());
  std::unique_ptr<Connection> connection = *Connection::open(target, Use::Write);
};

TEST_F(AConnection, GivesBackWhatItWasGiven) {
  const std::string bytes("\0\xff'\\", 4);
  const auto rows =
      connection->run({"SELECT $1::bigint, $2::text, $3::bytea, NULL::text, true",
                       Values().integer(-7'000'000'000).text("Phổ biến").bytes(bytes)});
  ASSERT_TRUE(rows) << rows.error().text.en;
  EXPECT_EQ(rows->integer(0, 0), -7'000'000'000);
  EXPECT_EQ(rows->bytes(0, 1), "Phổ biến");
  EXPECT_EQ(rows->bytes(0, 2), bytes);
  EXPECT_EQ(rows->bytes(0, 3), "");
  EXPECT_EQ(rows->integer(0, 4), 1);
}

TEST_F(AConnection, SendsArraysWhole) {
  const auto rows = connection->run({"SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])",
                                     Values()
                                         .integers({1, -2})
                                         .texts({"một", ""})
                                         .byte_strings({"", std::string_view("\0", 1)})});
  ASSERT_TRUE(rows) << rows.error().text.en;
  ASSERT_EQ(rows->size(), 2);
  EXPECT_EQ(rows->integer(1, 0), -2);
  EXPECT_EQ(rows->bytes(0, 1), "một");
  EXPECT_EQ(rows->bytes(1, 2), std::string_view("\0", 1));
}

TEST_F(AConnection, SaysWhichConstraintRefused) {
  ASSERT_TRUE(connection->script("CREATE TABLE t (a text CONSTRAINT only_once UNIQUE)"));
  const Statement insert{"INSERT INTO t VALUES ($1)", Values().text("x")};
  ASSERT_TRUE(connection->run(insert));
  const auto again = connection->run(insert);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Code::Conflict);
  EXPECT_EQ(again.error().field, "only_once");
  EXPECT_EQ(
      connection->run({"SELECT $1::text", Values().text(std::string_view("a\0b", 3))}).error().code,
      Code::Invalid);
}

TEST_F(AConnection, TheFirstFailureEndsWhatWasSentWithIt) {
  ASSERT_TRUE(connection->script("CREATE TABLE t (a bigint)"));
  const auto done = connection->run_all({{"BEGIN"},
                                         {"INSERT INTO t VALUES (1)"},
                                         {"SELECT 1/0"},
                                         {"INSERT INTO t VALUES (2)"},
                                         {"COMMIT"}});
  EXPECT_EQ(done.error().code, Code::Invalid);
  EXPECT_FALSE(connection->is_broken());
  ASSERT_TRUE(connection->run({"ROLLBACK"}));
  EXPECT_EQ(connection->run({"SELECT count(*) FROM t"})->integer(0, 0), 0);
  EXPECT_TRUE(connection->run({"INSERT INTO t VALUES (2)"})) << "prepared once it was reached";
}

TEST_F(AConnection, HearsOthersAndNotItself) {
  const auto other = *Connection::open(target, Use::Write);
  ASSERT_TRUE(connection->script("LISTEN here"));
  const auto listened = [&](int own) {
    return connection->wait_for_notice(std::chrono::milliseconds(50), own).value();
  };
  ASSERT_TRUE(other->script("NOTIFY here"));
  EXPECT_TRUE(listened(connection->process_id()));
  ASSERT_TRUE(other->script("NOTIFY here"));
  EXPECT_FALSE(listened(other->process_id()));
}

TEST_F(AConnection, IsBrokenOnceTheServerEndsIt) {
  const auto other = *Connection::open(target, Use::Write);
  ASSERT_TRUE(other->script("SELECT pg_terminate_backend(" +
                            std::to_string(connection->process_id()) + ")"));
  const auto done = connection->run({"SELECT 1"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Code::Unavailable);
  EXPECT_TRUE(connection->is_broken());
  EXPECT_FALSE(connection->run({"SELECT 1"}));
}

TEST_F(AConnection, ThePoolGoesOnAfterARestart) {
  Pool pool(target, Use::Write, 2);
  ASSERT_TRUE(pool.run({"SELECT 1"}));
  test_server().stop();
  EXPECT_EQ(pool.run({"SELECT 1"}).error().code, Code::Unavailable);
  test_server().start();
  EXPECT_TRUE(pool.run({"SELECT 1"}));
}

// Each of the connections may hang on a silent server for half a minute: who comes next is told.
TEST_F(AConnection, ThePoolIsNotWaitedForForEver) {
  Pool pool(target, Use::Write, 1, std::chrono::milliseconds(50));
  ASSERT_TRUE(connection->script("SELECT pg_advisory_lock(1)"));
  std::thread hangs([&] { EXPECT_TRUE(pool.run({"SELECT pg_advisory_lock(1)"})); });
  const Statement waiting{"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'"};
  while (connection->run(waiting)->integer(0, 0) == 0) std::this_thread::yield();
  const auto refused = pool.run({"SELECT 1"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Unavailable);
  ASSERT_TRUE(connection->script("SELECT pg_advisory_unlock(1)"));
  hangs.join();
  EXPECT_TRUE(pool.run({"SELECT 1"}));
}

}  // namespace
}  // namespace lantoa::postgres
