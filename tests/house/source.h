// A source file as text, and what a rule of the house finds in it. The checkers of this folder are
// plain functions from files to findings, so that each is tested with made-up files before it
// judges the real ones.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::house {

struct SourceFile {
  std::string path;  // from the root of the checkout: "src/kernel/id.h"
  std::string text;
};

struct Finding {
  std::string path;
  std::size_t line = 0;  // 1-based; 0 when it is about the whole file
  std::string what;      // what is wrong and what to do

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

std::string text_of(const Findings& findings);  // "src/a.h:3: …", one a line

// The C++ files (.cc, .h) below the folders, by path; a folder that does not exist has none.
std::vector<SourceFile> read_sources(const std::filesystem::path& root,
                                     const std::vector<std::string>& folders);
std::string read_text(const std::filesystem::path& path);  // empty when there is no such file

// The text with comments, strings and character literals blanked, line breaks kept: what is left is
// what the compiler takes as names and signs.
std::string code_only(std::string_view text);

std::vector<std::string_view> lines_of(std::string_view text);

bool is_test(std::string_view path);    // *_test.cc, *_contract.h, test_*, testing_*
bool is_header(std::string_view path);  // *.h

}  // namespace lantoa::house
