// The contract every ledger store keeps, as one test suite. A store's test file includes this and
// says how to open a fresh store and how to close it and open it again:
//
//   INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, testing::Values(make_memory_opener));
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "platform/ledger/store.h"

namespace lantoa::ledger {

// One store under test and what it stands on; reopen() may keep the same one if nothing is durable.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual Store& store() = 0;
  virtual void reopen() = 0;
};

using StoreOpener = std::unique_ptr<StoreUnderTest> (*)();

inline Fact fact_after(const Head& head, std::string body, std::int64_t at_ms = 1000) {
  Fact fact{head.seq + 1, Instant{at_ms},  "account/1", "test.happened",
            "thing/1",    std::move(body), {}};
  fact.chain = next_chain(head.chain, fact);
  return fact;
}

// `count` facts that continue `head`, with bodies {"n":seq}.
inline std::vector<Fact> facts_after(Head head, std::size_t count, std::int64_t at_ms = 1000) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < count; ++i) {
    facts.push_back(fact_after(head, "{\"n\":" + std::to_string(head.seq + 1) + "}", at_ms));
    head = Head{facts.back().seq, facts.back().chain, facts.back().at};
  }
  return facts;
}

inline std::vector<Fact> read_all(Store& store, std::uint64_t after, std::uint64_t up_to) {
  std::vector<Fact> out;
  const auto done = store.read(after, up_to, [&](const Fact& fact) -> Result<void> {
    out.push_back(fact);
    return {};
  });
  EXPECT_TRUE(done);
  return out;
}

class StoreContract : public testing::TestWithParam<StoreOpener> {
 protected:
  void SetUp() override { under_test_ = GetParam()(); }
  Store& store() { return under_test_->store(); }
  void reopen() { under_test_->reopen(); }
  Head head() { return store().head().value(); }
  Code refusal(const Batch& batch) {
    const auto done = store().append(batch);
    EXPECT_FALSE(done);
    return done ? Code::NotFound : done.error().code;
  }
  void must_append(const Batch& batch) {
    const auto done = store().append(batch);
    ASSERT_TRUE(done) << done.error().text.en;
  }

 private:
  std::unique_ptr<StoreUnderTest> under_test_;
};

TEST_P(StoreContract, StartsEmpty) {
  EXPECT_EQ(head(), Head{});
  EXPECT_TRUE(read_all(store(), 0, 100).empty());
  EXPECT_EQ(store().answer("k").value(), std::nullopt);
  EXPECT_EQ(store().vault_row("person/1").value(), std::nullopt);
  EXPECT_EQ(store().vault_row_by_blind("").value(), std::nullopt);
}

TEST_P(StoreContract, GivesBackWhatWasAppendedByteForByte) {
  Fact fact{
      1, {1'620'781'200'123}, "courier/clock", "a.b", "plan/3", "{\"t\":\"Phổ biến\\n\\u0000\"}",
      {}};
  fact.chain = next_chain({}, fact);
  must_append({.facts = {fact}});
  EXPECT_EQ(head(), (Head{1, fact.chain, fact.at}));
  const auto more = facts_after(head(), 3, fact.at.ms);
  must_append({.facts = more});
  EXPECT_EQ(read_all(store(), 0, 4), (std::vector<Fact>{fact, more[0], more[1], more[2]}));
}

TEST_P(StoreContract, ReadsOnlyTheRangeAskedFor) {
  must_append({.facts = facts_after({}, 1500)});
  const auto middle = read_all(store(), 700, 703);
  ASSERT_EQ(middle.size(), 3U);
  EXPECT_EQ(middle.front().seq, 701U);
  EXPECT_EQ(middle.back().seq, 703U);
  EXPECT_EQ(read_all(store(), 0, 1500).size(), 1500U);
  EXPECT_EQ(read_all(store(), 1499, 9999).size(), 1U);
  EXPECT_EQ(read_all(store(), 1500, UINT64_MAX).size(), 0U);
  EXPECT_EQ(read_all(store(), 5, 2).size(), 0U);
}

TEST_P(StoreContract, StopsAtTheFirstFailureOfTheVisitor) {
  must_append({.facts = facts_after({}, 10)});
  int visited = 0;
  const auto done = store().read(0, 10, [&](const Fact& fact) -> Result<void> {
    ++visited;
    if (fact.seq == 4) return problem(Code::Unsupported, {"thử", "test"});
    return {};
  });
  EXPECT_EQ(visited, 4);
  EXPECT_EQ(done.error().code, Code::Unsupported);
}

TEST_P(StoreContract, AVisitorMayReadAndAppend) {
  must_append({.facts = facts_after({}, 3)});
  const auto done = store().read(0, 3, [&](const Fact& fact) -> Result<void> {
    EXPECT_EQ(read_all(store(), fact.seq - 1, fact.seq).size(), 1U);
    return store().append({.facts = facts_after(head(), 1)});
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(head().seq, 6U);
}

TEST_P(StoreContract, RefusesFactsThatDoNotContinueTheHead) {
  must_append({.facts = facts_after({}, 2)});
  const Head before = head();
  auto gap = fact_after(Head{3, before.chain, before.at}, "{}");
  EXPECT_EQ(refusal({.facts = {gap}}), Code::Conflict);
  auto repeated = fact_after(Head{1, before.chain, before.at}, "{}");
  EXPECT_EQ(refusal({.facts = {repeated}}), Code::Conflict);
  auto wrong_chain = fact_after(before, "{}");
  wrong_chain.body = "{\"changed\":1}";
  EXPECT_EQ(refusal({.facts = {wrong_chain}}), Code::Conflict);
  EXPECT_EQ(refusal({.facts = {fact_after(before, "{}", 999)}}), Code::Conflict);
  auto second_wrong = facts_after(before, 2);
  second_wrong[1].chain[0] ^= 1;
  EXPECT_EQ(refusal({.facts = second_wrong}), Code::Conflict);
  EXPECT_EQ(head(), before);
  EXPECT_EQ(read_all(store(), 0, 10).size(), 2U);
  must_append({.facts = facts_after(before, 1)});
}

TEST_P(StoreContract, ARefusedBatchLeavesNothingHalfWritten) {
  must_append(
      {.facts = facts_after({}, 1),
       .vault_rows = {{"person/1", "blind-1", "key", "sealed"}, {"person/2", "", "k2", "s2"}},
       .answers = {{"key-1", "one"}}});
  const Head before = head();
  const auto next = facts_after(before, 2);
  EXPECT_EQ(refusal({.facts = next,
                     .vault_rows = {{"person/1", "blind-9", "new key", "new"},
                                    {"person/3", "", "k", "s"}},
                     .vault_erasures = {"person/2"},
                     .answers = {{"key-2", "two"}, {"key-1", "again"}}}),
            Code::Conflict);
  EXPECT_EQ(refusal({.facts = next,
                     .vault_rows = {{"person/3", "", "k", "s"}, {"person/4", "blind-1", "k", "s"}},
                     .answers = {{"key-2", "two"}}}),
            Code::Conflict);
  EXPECT_EQ(refusal({.answers = {{"key-3", "a"}, {"key-3", "b"}}}), Code::Conflict);
  EXPECT_EQ(head(), before);
  EXPECT_EQ(store().answer("key-2").value(), std::nullopt);
  EXPECT_EQ(store().answer("key-1").value(), "one");
  EXPECT_EQ(store().vault_row("person/3").value(), std::nullopt);
  EXPECT_EQ(store().vault_row("person/2").value()->sealed, "s2");
  EXPECT_EQ(store().vault_row_by_blind("blind-1").value()->sealed, "sealed");
  EXPECT_EQ(store().vault_row_by_blind("blind-9").value(), std::nullopt);
  must_append({.facts = next});
}

TEST_P(StoreContract, KeepsAnswersUntilForgotten) {
  must_append({.facts = facts_after({}, 1, 1000), .answers = {{"old", "Đã nhận"}}});
  must_append(
      {.facts = facts_after(head(), 1, 5000), .answers = {{"new", std::string("a\0b", 3)}}});
  must_append({.answers = {{"no facts", ""}}});
  EXPECT_EQ(store().answer("old").value(), "Đã nhận");
  EXPECT_EQ(store().answer("new").value(), std::string("a\0b", 3));
  EXPECT_EQ(store().answer("no facts").value(), "");
  ASSERT_TRUE(store().forget_answers_before({5000}));
  EXPECT_EQ(store().answer("old").value(), std::nullopt);
  EXPECT_TRUE(store().answer("new").value());
  EXPECT_TRUE(store().answer("no facts").value());
  must_append({.answers = {{"old", "second life"}}});
}

TEST_P(StoreContract, LooksManyAnswersUpInTheOrderOfTheirKeys) {
  const std::string binary("a\0b", 3);
  must_append({.answers = {{"one", "1"}, {binary, "2"}, {"three", ""}}});
  const auto found = store().answers({"three", "none", binary, "one", "one", "a"}).value();
  EXPECT_EQ(found, (Store::Answers{"", std::nullopt, "2", "1", "1", std::nullopt}));
  EXPECT_TRUE(store().answers({}).value().empty());
  must_append({.answers = {{"none", "now"}}});
  EXPECT_EQ(store().answers({"none"}).value(), Store::Answers{"now"});
}

TEST_P(StoreContract, VaultRowsAreFoundReplacedAndErased) {
  const std::string bytes("\x00\xff\x80 key", 7);
  must_append({.vault_rows = {{"person/1", "b1", bytes, bytes + "!"}, {"person/2", "", "k", "s"}}});
  must_append({.vault_rows = {{"person/3", "", "k", "s"}}});
  EXPECT_EQ(store().vault_row("person/1").value(),
            (VaultRow{"person/1", "b1", bytes, bytes + "!"}));
  EXPECT_EQ(store().vault_row_by_blind("b1").value()->id, "person/1");
  EXPECT_EQ(store().vault_row_by_blind("").value(), std::nullopt);

  must_append({.vault_rows = {{"person/1", "b2", "k2", "s2"}}});
  EXPECT_EQ(store().vault_row_by_blind("b1").value(), std::nullopt);
  EXPECT_EQ(store().vault_row_by_blind("b2").value()->sealed, "s2");

  must_append({.vault_rows = {{"person/2", "b1", "k", "s"}}, .vault_erasures = {"person/1"}});
  EXPECT_EQ(store().vault_row("person/1").value(), (VaultRow{"person/1", "", "", ""}));
  EXPECT_EQ(store().vault_row_by_blind("b2").value(), std::nullopt);
  EXPECT_EQ(store().vault_row_by_blind("b1").value()->id, "person/2");
}

TEST_P(StoreContract, AnErasedRowNeverComesBack) {
  must_append({.vault_rows = {{"person/1", "b1", "k", "s"}}});
  must_append({.vault_erasures = {"person/1", "person/77"}});
  EXPECT_EQ(refusal({.vault_rows = {{"person/1", "b1", "k", "s"}}}), Code::Conflict);
  EXPECT_EQ(refusal({.vault_rows = {{"person/77", "", "k", "s"}}}), Code::Conflict);
  must_append({.vault_erasures = {"person/1"}});
  must_append({.vault_rows = {{"person/2", "b1", "k", "s"}}, .vault_erasures = {"person/2"}});
  EXPECT_EQ(store().vault_row("person/2").value()->sealed, "");
}

TEST_P(StoreContract, TellsAllThatIsKeptBesideTheFacts) {
  Batch batch{.facts = facts_after({}, 1, 1000), .vault_erasures = {"person/0002"}};
  std::vector<VaultRow> rows;
  for (int i = 1; i <= 1200; ++i) {
    const std::string number = std::to_string(10'000 + i).substr(1);
    rows.push_back({"person/" + number, i % 2 == 0 ? "" : "blind " + number, "key", "sealed"});
    batch.answers.push_back({"key " + number, number});
  }
  batch.vault_rows = rows;
  rows[1] = {"person/0002", "", "", ""};
  must_append(batch);
  std::vector<VaultRow> told;
  ASSERT_TRUE(store().read_vault([&](const VaultRow& row) -> Result<void> {
    told.push_back(row);
    return {};
  }));
  EXPECT_EQ(told, rows);
  std::vector<Answer> answers;
  ASSERT_TRUE(store().read_answers([&](const Answer& answer, Instant at) -> Result<void> {
    EXPECT_EQ(at, Instant{1000});
    answers.push_back(answer);
    return {};
  }));
  EXPECT_EQ(answers, batch.answers);
}

TEST_P(StoreContract, GivesTheSameAfterReopening) {
  const auto facts = facts_after({}, 5);
  must_append({.facts = facts,
               .vault_rows = {{"person/1", "b1", "k", "s"}, {"person/2", "", "k", "s"}},
               .vault_erasures = {"person/2"},
               .answers = {{"key", "value"}}});
  const Head before = head();
  reopen();
  EXPECT_EQ(head(), before);
  EXPECT_EQ(read_all(store(), 0, 5), facts);
  EXPECT_EQ(store().answer("key").value(), "value");
  EXPECT_EQ(store().vault_row_by_blind("b1").value()->id, "person/1");
  EXPECT_EQ(store().vault_row("person/2").value()->wrapped_key, "");
  must_append({.facts = facts_after(before, 1)});
}

TEST_P(StoreContract, ManyThreadsReadWhileOneAppends) {
  std::vector<std::thread> readers;
  std::vector<std::string> faults(3);
  for (std::string& fault : faults) {
    readers.emplace_back([this, &fault] {
      std::uint64_t seen = 0;
      while (seen < 60) {
        const Head now = store().head().value();
        if (now.seq < seen) fault = "the head went back";
        seen = now.seq;
        Head folded;
        const auto done = store().read(0, seen, [&](const Fact& fact) -> Result<void> {
          TRY_ASSIGN(folded, next_head(folded, fact));
          return {};
        });
        if (!done) fault = done.error().text.en;
        if (!(folded == now)) fault = "the facts do not lead to the head";
        std::this_thread::yield();
      }
    });
  }
  for (int i = 0; i < 30; ++i) must_append({.facts = facts_after(head(), 2)});
  for (auto& reader : readers) reader.join();
  for (const std::string& fault : faults) EXPECT_EQ(fault, "");
}

}  // namespace lantoa::ledger
