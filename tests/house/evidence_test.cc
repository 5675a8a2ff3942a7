#include "house/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace lantoa::house {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* table_path = "docs/evidence/accessibility.md";
constexpr const char* held = "`tests/browser/keys.mjs` “every stop”, “in order”";

std::string invented(const std::string& path) {
  return path == "tests/browser/keys.mjs" ? "// every stop of the keyboard, in order" : "";
}

std::string row(std::string_view number, std::string_view level, std::string_view by = held) {
  std::string line = "| ";
  return line.append(number)
      .append(" | words | ")
      .append(level)
      .append(" | ")
      .append(by)
      .append(" |\n");
}

std::string whole_table() {
  std::string text = "# Title\n\n| criterion | what | level | held by |\n|---|---|---|---|\n";
  for (const auto& [number, level] : criteria()) text += row(number, level);
  return text;
}

// The whole table with the row of a criterion replaced.
std::string with_row(const std::string& line, std::string_view number = "1.1.1") {
  std::string text = whole_table();
  const std::string level = number == "1.1.1" ? "A" : "AA";
  const std::string old = row(number, level);
  return text.replace(text.find(old), old.size(), line);
}

Findings judged(std::string text) {
  return check_accessibility({table_path, std::move(text)}, invented);
}

auto says(const std::string& words) {
  return ElementsAre(Field("what", &Finding::what, HasSubstr(words)));
}

TEST(Accessibility, KnowsTheCriteriaOfBothLevels) {
  const auto of_level = [](std::string_view level) {
    return std::count_if(criteria().begin(), criteria().end(),
                         [&](const Criterion& criterion) { return criterion.level == level; });
  };
  EXPECT_EQ(of_level("A"), 31);
  EXPECT_EQ(of_level("AA"), 24);
}

TEST(Accessibility, AWholeTableIsGood) {
  EXPECT_THAT(judged(whole_table()), IsEmpty());
  for (const char* why : {"does not apply: there is no sound", "looked at 2026-11-30: pictures",
                          "not checked: nobody read it"}) {
    EXPECT_THAT(judged(with_row(row("1.1.1", "A", why))), IsEmpty()) << why;
  }
}

TEST(Accessibility, EachCriterionStandsThereOnce) {
  EXPECT_THAT(judged(with_row("")), says("no row for “1.1.1”"));
  EXPECT_THAT(judged(whole_table() + row("1.4.10", "AA")), says("“1.4.10” has two rows"));
  EXPECT_THAT(judged(whole_table() + row("4.1.1", "A")), says("“4.1.1” is no criterion"));
  EXPECT_THAT(judged(with_row(row("1.1.1", "AA"))), says("is of level A"));
  EXPECT_THAT(judged(with_row("| 1.1.1 | | A | " + std::string(held) + " |\n")),
              says("needs its words"));
  EXPECT_THAT(judged(whole_table() + "| 1.1.1 | words |\n"), says("needs four cells"));
}

TEST(Accessibility, WhatHoldsACriterionIsThere) {
  EXPECT_THAT(judged(with_row(row("1.1.1", "A", "axe"))), says("names no test"));
  EXPECT_THAT(judged(with_row(row("1.1.1", "A", "`tests/browser/keys.mjs`"))),
              says("needs “words” that stand in it"));
  EXPECT_THAT(judged(with_row(row("1.1.1", "A", "`tests/browser/keys.mjs` “no stop”"))),
              says("does not say “no stop”"));
  EXPECT_THAT(judged(with_row(row("1.1.1", "A", "`tests/browser/gone.mjs` “every stop”"))),
              says("tests/browser/gone.mjs does not exist"));
}

TEST(Accessibility, FilesNamedOutsideTheTableAreJudgedToo) {
  EXPECT_THAT(judged(whole_table() + "\nSee `tests/browser/keys.mjs` “every stop” and `./run`.\n"),
              IsEmpty());
  EXPECT_THAT(judged(whole_table() + "\nSee `src/gone.cc` “words”.\n"), says("src/gone.cc"));
}

TEST(House, TheTableOfAccessibilityNamesWhatIsThere) {
  const std::string root = LANTOA_SOURCE_DIR;
  const SourceFile table{table_path, read_text(root + "/" + table_path)};
  ASSERT_FALSE(table.text.empty());
  const Findings found = check_accessibility(
      table, [&](const std::string& path) { return read_text(root + "/" + path); });
  EXPECT_TRUE(found.empty()) << text_of(found);
}

}  // namespace
}  // namespace lantoa::house
