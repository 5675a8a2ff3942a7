#include "platform/ledger/fact.h"

#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

using std::string_literals::operator""s;

Fact example() {
  Fact fact{2, {1'620'781'200'000}, "account/3", "plan.drafted", "plan/1", "{\"n\":1}", {}};
  fact.chain = next_chain(Chain{}, fact);
  return fact;
}

// The byte string is written out by hand, so that a change of the chain's definition, which would
// make every ledger in the world look changed, cannot pass unseen.
TEST(Chain, CoversEveryColumnWithItsLength) {
  Chain previous;
  previous.fill(0xab);
  const std::string bytes = std::string(32, '\xab') + "\0\0\0\0\0\0\0\x02"s +  // seq
                            "\0\0\x01\x79\x5e\x16\x72\x80"s +                  // 1620781200000
                            "\0\0\0\0\0\0\0\x09"s + "account/3" + "\0\0\0\0\0\0\0\x0c"s +
                            "plan.drafted" + "\0\0\0\0\0\0\0\x06"s + "plan/1" +
                            "\0\0\0\0\0\0\0\x07"s + "{\"n\":1}";
  EXPECT_EQ(next_chain(previous, example()), crypto::sha256(bytes));
  EXPECT_EQ(hex(next_chain(previous, example())),
            "81b8c23bc586ff6ef56373a9233182b103c61afb1f2a45c5bb7191f1f76a81da");
}

TEST(Chain, ChangesWithEveryColumn) {
  const Fact fact = example();
  const Chain chain = next_chain({}, fact);
  Chain other_before{};
  other_before[31] = 1;
  EXPECT_NE(next_chain(other_before, fact), chain);
  const auto changed = [&](auto change) {
    Fact copy = fact;
    change(copy);
    return next_chain({}, copy) != chain;
  };
  EXPECT_TRUE(changed([](Fact& f) { ++f.seq; }));
  EXPECT_TRUE(changed([](Fact& f) { ++f.at.ms; }));
  EXPECT_TRUE(changed([](Fact& f) { f.actor += "0"; }));
  EXPECT_TRUE(changed([](Fact& f) { f.kind = "plan.drafte"; }));
  EXPECT_TRUE(changed([](Fact& f) { f.subject = "plan/2"; }));
  EXPECT_TRUE(changed([](Fact& f) { f.body += " "; }));
  // Letters that move from one column to the next are seen through the lengths.
  EXPECT_TRUE(changed([](Fact& f) {
    f.kind += "p";
    f.subject = "lan/1";
  }));
}

TEST(Chain, IsWrittenAsHex) {
  const Fact fact = example();
  EXPECT_EQ(hex(fact.chain).size(), 64U);
  EXPECT_EQ(parse_chain(hex(fact.chain)).value(), fact.chain);
  for (const std::string& text :
       {""s, std::string(63, 'a'), std::string(66, 'a'), std::string(64, 'g')}) {
    EXPECT_EQ(parse_chain(text).error().code, Code::Invalid) << text;
  }
}

TEST(Ndjson, IsOneLineInAFixedForm) {
  EXPECT_EQ(ndjson(example()),
            "{\"seq\":2,\"at\":\"2021-05-12T01:00:00.000Z\",\"actor\":\"account/3\","
            "\"kind\":\"plan.drafted\",\"subject\":\"plan/1\",\"body\":{\"n\":1},\"chain\":\"" +
                hex(example().chain) + "\"}");
}

TEST(Ndjson, RoundTripsWhateverAFactHolds) {
  for (const char* body : {"{}", R"({"t":"Luật Đất đai 2024"})", R"({"t":"}{][\"\\,: \u0110"})",
                           R"({ "b" : 1e2,"a":[ 1.50, {"c":null}] })", R"({"a":{"a":[[],{}]}})",
                           R"({"n":9007199254740993,"n2":-0})"}) {
    Fact fact = example();
    fact.body = body;
    fact.actor = "a\"\\/\n\t\x01 Đặng \U0001F4E2";
    fact.subject = "";
    fact.at = {-1};
    fact.seq = UINT64_MAX;
    fact.chain = next_chain({}, fact);
    const std::string line = ndjson(fact);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(parse_ndjson(line).value(), fact) << body;
  }
}

TEST(Ndjson, TakesFieldsInAnyOrder) {
  const std::string chain = hex(example().chain);
  const auto fact =
      parse_ndjson("{ \"chain\" : \"" + chain +
                   "\", \"body\" : {\"n\":1} , \"kind\":\"plan.drafted\",\"\\u0073eq\":2,"
                   "\"subject\":\"plan/1\",\"actor\":\"account/3\","
                   "\"at\":\"2021-05-12T08:00:00.000+07:00\"} ");
  ASSERT_TRUE(fact) << fact.error().text.en;
  EXPECT_EQ(*fact, example());
}

std::string replaced(const std::string& from, const std::string& to) {
  std::string line = ndjson(example());
  const std::size_t at = line.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return line.replace(at, from.size(), to);
}

TEST(Ndjson, RefusesLinesWithFieldsMissingTwiceOrOfAnotherType) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"\"seq\":2,", ""},
      {"\"seq\":2", "\"seq\":2,\"seq\":2"},
      {"\"seq\":2", "\"seq\":2,\"s\\u0065q\":3"},
      {"\"seq\":2", "\"seq\":0"},
      {"\"seq\":2", "\"seq\":-2"},
      {"\"seq\":2", "\"seq\":2.0"},
      {"\"seq\":2", "\"seq\":\"2\""},
      {"\"seq\":2", "\"seq\":18446744073709551616"},
      {"\"seq\":2", "\"seq\":"},
      {"\"seq\":2", "\"seq\":2,\"more\":1"},
      {"\"at\":\"2021", "\"at\":\"20211"},
      {"\"at\":\"2021-05-12T01:00:00.000Z\"", "\"at\":1620781200000"},
      {"\"actor\":\"account/3\"", "\"actor\":null"},
      {"\"kind\":\"plan.drafted\"", "\"kind\":[\"plan.drafted\"]"},
      {"\"subject\":\"plan/1\"", "\"subject\":\"plan/\\x\""},
      {"{\"n\":1}", "[1]"},
      {"{\"n\":1}", "{\"n\":1"},
      {"{\"n\":1}", "{\"n\":1}}"},
      {"{\"n\":1}", "{\"n\":01}"},
      {"{\"n\":1}", "{\"n\":1} {}"},
      {"\"chain\":\"", "\"chain\":\"00"},
      {",\"body\"", ",,\"body\""},
      {"\"}", "\"},"},
      {"\"}", "\",}"},
      {"\"}", "\""},
      {"{\"seq\"", "[\"seq\""},
  };
  for (const auto& [from, to] : cases) {
    const auto fact = parse_ndjson(replaced(from, to));
    ASSERT_FALSE(fact) << from << " -> " << to;
    EXPECT_EQ(fact.error().code, Code::Invalid);
  }
  for (const char* line : {"", "{", "{}", "null", "{\"seq", "\"", "{\"\\", "{\"seq\":\"\\"}) {
    EXPECT_FALSE(parse_ndjson(line)) << line;
  }
}

}  // namespace
}  // namespace lantoa::ledger
