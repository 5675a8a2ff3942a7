#include "kernel/codec.h"

#include <gtest/gtest.h>

namespace lantoa {
namespace {

enum class Kind { Ward, Commune };
BOOST_DESCRIBE_ENUM(Kind, Ward, Commune)

struct Part {
  std::string name;
  std::optional<std::uint32_t> count;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))

struct Sample {
  Id<struct SampleTag> no;
  Kind what = Kind::Ward;
  bool yes = false;
  Date on;
  NumberSet persons;
  std::vector<Part> parts;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (no, what, yes, on, persons, parts))

const char* const body =
    R"({"no":7,"what":"Commune","yes":true,"on":"2021-05-12","persons":"1-3,9",)"
    R"("parts":[{"name":"Hoà"},{"name":"b","count":2}]})";

TEST(Codec, WritesAndReadsTheSameBytes) {
  const auto sample = decode<Sample>(body);
  ASSERT_TRUE(sample) << sample.error().text.en;
  EXPECT_EQ(sample->no.value, 7U);
  EXPECT_EQ(sample->what, Kind::Commune);
  EXPECT_EQ(sample->persons.numbers, (std::vector<std::uint32_t>{1, 2, 3, 9}));
  EXPECT_EQ(sample->parts.at(0).count, std::nullopt);
  EXPECT_EQ(sample->parts.at(1).count, 2U);
  EXPECT_EQ(encode(*sample), body);
}

TEST(Codec, WhatItDoesNotKnowIsANewerLedger) {
  EXPECT_EQ(decode<Part>(R"({"name":"a","colour":1})").error().code, Code::Unsupported);
  EXPECT_EQ(decode<Sample>(R"({"no":1,"what":"Village","yes":true,"on":"2021-05-12",)"
                           R"("persons":"","parts":[]})")
                .error()
                .code,
            Code::Unsupported);
}

TEST(Codec, DamageIsInvalidAndNamesTheField) {
  EXPECT_EQ(decode<Part>("{").error().code, Code::Invalid);
  EXPECT_EQ(decode<Part>("{}").error().field, "name");
  EXPECT_EQ(decode<Part>(R"({"name":1})").error().field, "name");
  EXPECT_EQ(decode<Part>(R"({"name":"a","count":-1})").error().field, "count");
  EXPECT_EQ(decode<Part>(R"({"name":"a","count":1.0})").error().field, "count");
  EXPECT_EQ(decode<Part>(R"({"name":"a","count":4294967296})").error().field, "count");
}

TEST(NumberSet, OneWrittenForm) {
  EXPECT_EQ(NumberSet::of({9, 3, 1, 2, 3}).text(), "1-3,9");
  EXPECT_EQ(NumberSet::of({}).text(), "");
  EXPECT_EQ(NumberSet::parse("1-3,9")->text(), "1-3,9");
  for (const char* text : {"3-1", "5,4", "1,", ",1", "1-", "x", "1-2-3", "1-4294967295", "2,2"}) {
    EXPECT_FALSE(NumberSet::parse(text)) << text;
  }
}

}  // namespace
}  // namespace lantoa
