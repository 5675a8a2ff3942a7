#include "platform/log/log.h"

#include <array>

#include "platform/log/line.h"

namespace lantoa::log {
namespace {

const Instant morning = parse_iso_instant("2021-05-13T10:32:00+07:00").value();

std::string value_as_written(std::string value) {
  const std::array<Field, 1> fields{Field{"v", std::move(value)}};
  const std::string text = line(morning, Level::Info, "e", fields);
  const std::string before = "\"v\":";
  const std::size_t at = text.find(before);
  return text.substr(at + before.size(), text.size() - at - before.size() - 2);
}

TEST(Log, ALineNamesTimeLevelEventAndFieldsInOrder) {
  const std::array<Field, 2> fields{Field{"address", "127.0.0.1"}, Field{"port", "8080"}};
  EXPECT_EQ(line(morning, Level::Warning, "http.listening", fields),
            "{\"at\":\"2021-05-13T03:32:00.000Z\",\"level\":\"warning\","
            "\"event\":\"http.listening\",\"address\":\"127.0.0.1\",\"port\":\"8080\"}\n");
}

TEST(Log, NothingFromOutsideAddsALineOrLeavesItsString) {
  EXPECT_EQ(value_as_written("a\nb"), R"("a\nb")");
  EXPECT_EQ(value_as_written("a\rb"), R"("a\u000db")");
  EXPECT_EQ(value_as_written("a\"},{\\"), R"("a\"},{\\")");
  EXPECT_EQ(value_as_written(std::string("\0\x1b[31m\x7f", 7)), R"("\u0000\u001b[31m\u007f")");
}

TEST(Log, VietnameseStaysAndBrokenUtf8IsReplaced) {
  EXPECT_EQ(value_as_written("Phổ biến"), "\"Phổ biến\"");
  EXPECT_EQ(value_as_written("a\xC3"), "\"a\xEF\xBF\xBD\"");
  EXPECT_EQ(value_as_written("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(value_as_written("\xF0\x9F\x93\xA2"), "\"\xF0\x9F\x93\xA2\"");
}

TEST(Log, WritesToStandardError) {
  testing::internal::CaptureStderr();
  info("started", {{"port", "1"}});
  const std::string text = testing::internal::GetCapturedStderr();
  EXPECT_THAT(text,
              testing::HasSubstr("\"level\":\"info\",\"event\":\"started\",\"port\":\"1\"}\n"));
}

}  // namespace
}  // namespace lantoa::log
