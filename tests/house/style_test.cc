#include "house/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::house {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

SourceFile header(std::string text) { return {"src/kernel/made_up.h", std::move(text)}; }

TEST(CodeOnly, BlanksCommentsStringsAndCharacters) {
  EXPECT_EQ(code_only("a // new\nb"), "a       \nb");
  EXPECT_EQ(code_only("a /* x\ny */ b"), "a     \n     b");
  EXPECT_EQ(code_only(R"(f("new \" delete", 'n') + 1'000)"), "f(               ,    ) + 1'000");
  EXPECT_EQ(code_only("R\"(a \" b\n)\" c"), "R       \n   c");
  EXPECT_EQ(code_only("R\"x(a )\" b)x\" c"), "R             c");
}

TEST(CodeOnly, KeepsTheLengthAndTheLinesOfEveryFile) {
  for (const SourceFile& file : read_sources(LANTOA_SOURCE_DIR, {"src", "tests"})) {
    const std::string code = code_only(file.text);
    EXPECT_EQ(code.size(), file.text.size()) << file.path;
    EXPECT_EQ(lines_of(code).size(), lines_of(file.text).size()) << file.path;
  }
}

TEST(Size, CountsLinesAndLetters) {
  const auto lines = [](std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "int x;\n";
    return text;
  };
  EXPECT_THAT(check_size(header(lines(500))), IsEmpty());
  EXPECT_THAT(check_size(header(lines(501))), SizeIs(1));

  const auto letters = [](std::size_t n) {
    std::string text = "int x;\n";
    for (std::size_t i = 0; i < n; ++i) text += "ữ";
    return text + "\n";
  };
  EXPECT_THAT(check_size(header(letters(100))), IsEmpty());
  const Findings findings = check_size(header(letters(101)));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].line, 2U);
}

TEST(Words, UsingNamespaceIsForHeadersForbidden) {
  EXPECT_THAT(check_words(header("using namespace std;\n")), SizeIs(1));
  EXPECT_THAT(check_words({"src/kernel/a.cc", "using namespace std::literals;\n"}), IsEmpty());
  EXPECT_THAT(check_words(header("// using namespace std;\nusing std::string;\n")), IsEmpty());
}

TEST(Words, MemoryIsOwned) {
  EXPECT_THAT(check_words(header("auto* a = new int;\n")), SizeIs(1));
  EXPECT_THAT(check_words(header("std::unique_ptr<A>(new A(1));\n")), IsEmpty());
  EXPECT_THAT(check_words(header("std::shared_ptr<A>(new A(1));\n")), SizeIs(1));
  EXPECT_THAT(check_words(header("#define MAKE(T) new T\n")), SizeIs(1));
  EXPECT_THAT(check_words(header("  delete a;\n")), SizeIs(1));
  EXPECT_THAT(check_words(header("  if (a) delete[] a;\n")), SizeIs(1));
  EXPECT_THAT(check_words(header("A(const A&) = delete;\n#include <new>\nint new_size;\n")),
              IsEmpty());
}

TEST(Words, OnlyAppReadsTheEnvironment) {
  const std::string text = "const char* home = std::getenv(\"HOME\");\n";
  EXPECT_THAT(check_words({"src/platform/log/log.cc", text}), SizeIs(1));
  EXPECT_THAT(check_words({"src/app/main.cc", text}), IsEmpty());
  EXPECT_THAT(check_words({"src/city/plan/state_test.cc", text}), IsEmpty());
}

TEST(House, EveryFileKeepsTheStyle) {
  const auto files = read_sources(LANTOA_SOURCE_DIR, {"src", "tests", "demo", "bench"});
  ASSERT_GT(files.size(), 20U) << "the sources are not where this test looks for them";
  Findings all;
  for (const SourceFile& file : files) {
    for (const auto& check : {check_size, check_words}) {
      const Findings found = check(file);
      all.insert(all.end(), found.begin(), found.end());
    }
  }
  EXPECT_TRUE(all.empty()) << text_of(all);
}

}  // namespace
}  // namespace lantoa::house
