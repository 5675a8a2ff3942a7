#include "app/api_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::app {
namespace {

using ::testing::ElementsAre;

struct LinesOfAFile : testing::Test {
  LinesOfAFile() {
    one.spec.id = "plan.log";
    one.spec.path = "/plans";
    one.method = http::Method::Post;
    one.body = *json::parse(R"({"type":"object","properties":{"unit":{"type":"integer"}}})");
    command = *api_command(one, {});
  }

  Result<std::vector<LineBatch>> batches(std::string_view file, ApiGiven given = {}) const {
    return batches_of(command, "rows", given, file);
  }

  city::api::Operation one;
  ApiCommand command;
};

TEST_F(LinesOfAFile, EachIsARow) {
  const auto all = batches("{\"a\":1}\n\n{\"a\":2}\r\n  \n{\"a\":3}");
  ASSERT_TRUE(all) << all.error().text.en;
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->front().body, R"({"rows":[{"a":1},{"a":2},{"a":3}]})");
  EXPECT_THAT(all->front().lines, ElementsAre(1U, 3U, 5U));
}

TEST_F(LinesOfAFile, OptionsHoldForEach) {
  const auto all = batches("{\"a\":1}\n{\"unit\":4}\n", {{}, {{"unit", "3"}}, {}});
  ASSERT_TRUE(all);
  EXPECT_EQ(all->front().body, R"({"rows":[{"a":1,"unit":3},{"unit":3}]})");
}

TEST_F(LinesOfAFile, ManyAreSentInParts) {
  std::string file;
  for (std::size_t i = 0; i < lines_at_once + 2; ++i) file += "{\"a\":1}\n";
  const auto all = batches(file);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().lines.size(), lines_at_once);
  EXPECT_THAT(all->back().lines, ElementsAre(501U, 502U));
  const std::string long_text(lines_bytes_at_once / 3, 'x');
  const auto parts = batches("{\"a\":\"" + long_text + "\"}\n{\"a\":\"" + long_text +
                             "\"}\n{\"a\":\"" + long_text + "\"}\n{}\n");
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->size(), 2U);
  EXPECT_THAT(parts->front().lines, ElementsAre(1U, 2U));
  for (const LineBatch& part : *parts) {
    EXPECT_LE(part.body.size(), lines_bytes_at_once);
    EXPECT_TRUE(json::parse(part.body));
  }
}

TEST_F(LinesOfAFile, ThatCannotBeSentAreNamed) {
  const auto all = batches("{\"a\":1}\n{\n[1]\n");
  ASSERT_FALSE(all);
  ASSERT_EQ(all.error().details.size(), 2U);
  EXPECT_EQ(all.error().details[0].row, 2U);
  EXPECT_EQ(all.error().details[1].row, 3U);
  EXPECT_FALSE(batches(""));
  EXPECT_FALSE(batches("\n \n"));
}

TEST(LineKeys, AreOfWhatIsSent) {
  EXPECT_EQ(key_of_batch("mot", 2, "a"), "mot-2");
  EXPECT_EQ(key_of_batch("", 1, "a"), key_of_batch("", 2, "a"));
  EXPECT_NE(key_of_batch("", 1, "a"), key_of_batch("", 1, "b"));
  EXPECT_EQ(key_of_batch("", 1, "a").size(), 32U);
}

TEST(LineRefusals, NameTheFilesLines) {
  const LineBatch batch{{}, {501, 503}};
  EXPECT_EQ(with_lines(R"({"detail":"x","faults":[{"row":2,"field":"on"},{"text":"z"}]})", batch),
            R"({"detail":"x","faults":[{"row":503,"field":"on"},{"text":"z"}]})");
  EXPECT_EQ(with_lines(R"({"faults":[{"row":3}]})", batch), R"({"faults":[{"row":3}]})");
  EXPECT_EQ(with_lines("not JSON", batch), "not JSON");
}

}  // namespace
}  // namespace lantoa::app
