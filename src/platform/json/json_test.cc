#include <gtest/gtest.h>

#include "platform/json/described.h"

namespace lantoa::json {
namespace {

enum class Colour { Red, Green };
BOOST_DESCRIBE_ENUM(Colour, Red, Green)

struct Inner {
  static constexpr std::string_view schema = "Inner";
  std::uint32_t amount = 0;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (amount, note))

struct Outer {
  std::string title;
  Colour colour = Colour::Red;
  std::optional<Date> day;
  std::vector<Inner> parts;
  Id<struct ThingTag> thing;
  bool open = false;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (title, colour, day, parts, thing, open))

const char* const whole =
    R"({"title":"Phổ biến “luật”","colour":"Green","day":"2021-06-15",)"
    R"("parts":[{"amount":3},{"amount":0,"note":"\u00e0"}],"thing":7,"open":true})";

TEST(Reading, TakesWhatFits) {
  const auto read_one = read<Outer>(whole);
  ASSERT_TRUE(read_one) << full_sentence(read_one.error(), Language::English);
  EXPECT_EQ(read_one->title, "Phổ biến “luật”");
  EXPECT_EQ(read_one->colour, Colour::Green);
  EXPECT_EQ(iso(*read_one->day), "2021-06-15");
  ASSERT_EQ(read_one->parts.size(), 2U);
  EXPECT_EQ(read_one->parts[1].note, "à");
  EXPECT_EQ(read_one->thing.value, 7U);
  EXPECT_TRUE(read_one->open);
}

TEST(Reading, GivesBackWhatWasWritten) {
  const auto once = read<Outer>(whole);
  ASSERT_TRUE(once);
  std::string written;
  codec::write(written, *once);
  const auto twice = read<Outer>(written);
  ASSERT_TRUE(twice);
  std::string again;
  codec::write(again, *twice);
  EXPECT_EQ(written, again);
}

std::vector<std::string> places(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) out.push_back(detail.field);
  return out;
}

TEST(Reading, SaysEveryFaultAndWhereItStands) {
  const auto failed = read<Outer>(
      R"({"title":5,"colour":"Blue","day":"2021-02-30","parts":[{"amount":-1},{"note":1},3],)"
      R"("thing":0,"oben":true})");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, Code::Invalid);
  EXPECT_EQ(
      places(failed.error()),
      (std::vector<std::string>{"title", "colour", "day", "parts[0].amount", "parts[1].amount",
                                "parts[1].note", "parts[2]", "thing", "open", "oben"}));
}

TEST(Reading, KeepsNoMoreFaultsThanSomebodyReads) {
  std::string list;
  for (std::size_t i = 0; i < 2 * faults_max; ++i) list += (i == 0 ? "" : ",") + std::string("1");
  const auto failed = read<Outer>("{\"parts\":[" + list + "]}");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().details.size(), faults_max);
}

TEST(Reading, TakesNoListLongerThanItsCallerSays) {
  const auto failed = read<Outer>(whole, 1);
  ASSERT_FALSE(failed);
  EXPECT_EQ(places(failed.error()), std::vector<std::string>{"parts"});
  EXPECT_NE(failed.error().text.en.find("1 elements at most"), std::string::npos);
  EXPECT_TRUE(read<Outer>(whole, 2));
}

TEST(Reading, RefusesFractionsAndNumbersThatAreTooLarge) {
  for (const char* amount : {"1.5", "1e3", "4294967296", "-0.0", "\"3\"", "null"}) {
    const auto failed = read<Inner>(std::string(R"({"amount":)") + amount + "}");
    ASSERT_FALSE(failed) << amount;
    EXPECT_EQ(failed.error().field, "amount") << amount;
  }
  EXPECT_TRUE(read<Inner>(R"({"amount":4294967295,"note":null})"));
}

TEST(Reading, OfWhatIsNoJsonSaysWhere) {
  for (const std::string text :
       {"", "{", "{\"a\":1}x", "[1,]", "\"\xff\"", "nul", "{\"a\":1,\"b\":{},\"a\":2}"}) {
    const auto failed = parse(text);
    ASSERT_FALSE(failed) << text;
    EXPECT_NE(failed.error().text.en.find("byte "), std::string::npos);
  }
  EXPECT_FALSE(parse(std::string(depth_max + 1, '[') + std::string(depth_max + 1, ']')));
  EXPECT_TRUE(parse(std::string(depth_max, '[') + std::string(depth_max, ']')));
}

TEST(Value, IsPrintedAsItWasRead) {
  const std::string text =
      R"({"b":[1,-9223372036854775808,18446744073709551615,true,null,"\n\"à"],"a":{},"c":[]})";
  const auto value = parse(text);
  ASSERT_TRUE(value);
  EXPECT_EQ(print(*value), text);
  const auto again = parse(print(*value, true));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *value);
}

TEST(Schema, SaysWhatReadingTakes) {
  Schemas schemas;
  schemas.closed = true;
  const Value outer = schemas.of<Outer>();
  EXPECT_EQ(
      print(outer),
      R"({"type":"object","properties":{"title":{"type":"string"},)"
      R"("colour":{"type":"string","enum":["Red","Green"]},)"
      R"("day":{"type":"string","format":"date"},)"
      R"("parts":{"type":"array","items":{"$ref":"#/components/schemas/Inner"}},)"
      R"("thing":{"type":"integer","minimum":1,"maximum":4294967295},"open":{"type":"boolean"}},)"
      R"("required":["title","colour","parts","thing","open"],"additionalProperties":false})");
  ASSERT_TRUE(schemas.named().contains("Inner"));
  EXPECT_EQ(print(schemas.named().at("Inner")),
            R"({"type":"object","properties":{"amount":{"type":"integer","minimum":0,)"
            R"("maximum":4294967295},"note":{"type":"string"}},"required":["amount"],)"
            R"("additionalProperties":false})");
}

}  // namespace
}  // namespace lantoa::json
