#include "house/source.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <utility>

namespace lantoa::house {

namespace {

void append_blanked(std::string& out, std::string_view text) {
  for (const char c : text) out.push_back(c == '\n' ? '\n' : ' ');
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where the literal that opens at `start` with a quote ends; backslashes escape, and a line end
// stops it, so that a lone quote does not swallow the file.
std::size_t end_of_literal(std::string_view text, std::size_t start) {
  const char quote = text[start];
  for (std::size_t i = start + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    } else if (text[i] == '\n') {
      return i;
    }
  }
  return text.size();
}

// R"mark(…)mark" with `start` at the quote.
std::size_t end_of_raw_string(std::string_view text, std::size_t start) {
  const std::size_t open = text.find('(', start);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(start + 1, open - start - 1)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

// Where the comment or literal that opens at `i` ends; `i` itself when none opens there.
std::size_t end_of_uncode(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("//")) return std::min(text.find('\n', i), text.size());
  if (rest.starts_with("/*")) {
    const std::size_t end = text.find("*/", i + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  if (rest.starts_with('"')) {
    const bool raw = i > 0 && text[i - 1] == 'R' && (i < 2 || !is_word(text[i - 2]));
    return raw ? end_of_raw_string(text, i) : end_of_literal(text, i);
  }
  // 1'000'000 is a number, not a character.
  if (rest.starts_with('\'') && (i == 0 || !is_word(text[i - 1]))) return end_of_literal(text, i);
  return i;
}

}  // namespace

std::string text_of(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += finding.path;
    if (finding.line != 0) out += ":" + std::to_string(finding.line);
    out += ": " + finding.what + "\n";
  }
  return out;
}

std::vector<SourceFile> read_sources(const std::filesystem::path& root,
                                     const std::vector<std::string>& folders) {
  std::vector<SourceFile> files;
  for (const std::string& folder : folders) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (!entry.is_regular_file() || (extension != ".cc" && extension != ".h")) continue;
      files.push_back({std::filesystem::relative(entry.path(), root).generic_string(),
                       read_text(entry.path())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string code_only(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t end = end_of_uncode(text, i);
    if (end == i) {
      out.push_back(text[i++]);
    } else {
      append_blanked(out, text.substr(i, end - i));
      i = end;
    }
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_test(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.ends_with("_test.cc") || name.ends_with("_contract.h") || name.starts_with("test_") ||
         name.starts_with("testing_");
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

}  // namespace lantoa::house
