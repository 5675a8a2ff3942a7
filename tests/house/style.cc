#include "house/style.h"

#include <regex>

namespace lantoa::house {

namespace {

// Letters, not bytes: a Vietnamese sentence is as long as it looks.
std::size_t columns_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++columns;
  }
  return columns;
}

struct Ban {
  std::string_view hint;  // a cheap look before the pattern is tried
  std::regex pattern;
  std::string what;
  bool (*concerns)(std::string_view path);
};

bool every_file(std::string_view) { return true; }
bool outside_app(std::string_view path) {
  return path.starts_with("src/") && !path.starts_with("src/app/") && !is_test(path);
}

const std::vector<Ban>& bans() {
  static const std::vector<Ban> list = {
      {"using", std::regex(R"(\busing\s+namespace\b)"),
       "no `using namespace` in a header: write the names out", is_header},
      // std::unique_ptr<T>(new T(…)) is how a private constructor is called: it has its owner at
      // once.
      {"new", std::regex(R"(^((?!unique_ptr<).)*\bnew\b)"),
       "no bare new: std::make_unique, or a container", every_file},
      {"delete", std::regex(R"((^|[^=\s])\s*\bdelete\b)"), "no bare delete: let an owner do it",
       every_file},
      {"env", std::regex(R"(\b(getenv|secure_getenv|setenv|unsetenv|putenv|environ)\b)"),
       "only src/app reads the environment: take the value as an argument", outside_app},
  };
  return list;
}

}  // namespace

Findings check_size(const SourceFile& file) {
  Findings findings;
  const auto lines = lines_of(file.text);
  if (lines.size() > file_lines_max) {
    findings.push_back({file.path, 0,
                        std::to_string(lines.size()) + " lines; split it by ideas, at most " +
                            std::to_string(file_lines_max)});
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t columns = columns_of(lines[i]);
    if (columns <= line_columns_max) continue;
    findings.push_back(
        {file.path, i + 1,
         std::to_string(columns) + " columns; at most " + std::to_string(line_columns_max)});
  }
  return findings;
}

Findings check_words(const SourceFile& file) {
  // Of the preprocessor's lines only #define holds code: <new> is a header, not an allocation.
  static const std::regex directive(R"(^\s*#\s*(include|if|elif|error|pragma))");
  Findings findings;
  const std::string code = code_only(file.text);
  const auto lines = lines_of(code);
  const auto has = [](std::string_view line, const std::regex& pattern) {
    return std::regex_search(line.data(), line.data() + line.size(), pattern);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const Ban& ban : bans()) {
      if (lines[i].find(ban.hint) != std::string_view::npos && ban.concerns(file.path) &&
          has(lines[i], ban.pattern) && !has(lines[i], directive)) {
        findings.push_back({file.path, i + 1, ban.what});
      }
    }
  }
  return findings;
}

}  // namespace lantoa::house
