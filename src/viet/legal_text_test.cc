// The real texts against the table that was made by reading them (legal_golden.txt).
#include "viet/legal_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

#include "viet/legal_layout.h"
#include "viet/unicode.h"

namespace lantoa::viet {
namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path law_folder = std::filesystem::path(LANTOA_SHARED_DIR) / "data/law";
const std::filesystem::path golden_file =
    std::filesystem::path(LANTOA_SOURCE_DIR) / "src/viet/legal_golden.txt";

struct Expected {
  std::string file;
  std::string own;
  std::size_t grounds = 0;
  Lines cited;
  Lines articles;
  Lines clauses;  // clauses and points
  Lines others;   // annexes and their sections
};

void add_address(Expected& expected, std::string address) {
  const std::string last = address.substr(address.rfind('.') + 1);
  Lines& list = last.starts_with("dieu-")                                 ? expected.articles
                : last.starts_with("khoan-") || last.starts_with("diem-") ? expected.clauses
                                                                          : expected.others;
  list.push_back(std::move(address));
}

// "dieu-1.khoan-1..97", or one address.
void add_addresses(Expected& expected, const std::string& run) {
  const auto dots = run.find("..");
  if (dots == run.npos) return add_address(expected, run);
  const auto dash = run.rfind('-', dots);
  const int last = std::stoi(run.substr(dots + 2));
  for (int i = std::stoi(run.substr(dash + 1, dots - dash - 1)); i <= last; ++i) {
    add_address(expected, run.substr(0, dash + 1) + std::to_string(i));
  }
}

std::vector<Expected> read_golden() {
  std::vector<Expected> out;
  std::ifstream in(golden_file);
  for (std::string line; std::getline(in, line);) {
    const std::string rest = line.substr(std::min(line.size(), line.find(' ') + 1));
    if (line.starts_with("[")) out.push_back({line.substr(1, line.size() - 2)});
    if (line.starts_with("own ")) out.back().own = rest;
    if (line.starts_with("grounds ")) out.back().grounds = std::stoul(rest);
    if (line.starts_with("cited ")) out.back().cited.push_back(rest);
    if (line.starts_with("named ")) add_addresses(out.back(), rest);
    const auto is = [&](std::string_view start) { return line.starts_with(start); };
    EXPECT_TRUE(line.empty() || is("#") || is("[") || is("own ") || is("grounds ") ||
                is("cited ") || is("named "))
        << "not a line of the table: " << line;
  }
  return out;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string own_line(const LegalText& text) {
  return (text.number ? text.number->display() : "-") + " | " +
         (text.date ? iso(*text.date) : "-") + " | " + text.issuer + " | " + text.place;
}

// The length of the longest common subsequence: what was found in the right order.
std::size_t in_order(const Lines& a, const Lines& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::string& line : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = line == b[j] ? diagonal + 1 : std::max(row[j], above);
      diagonal = above;
    }
  }
  return row.back();
}

struct Score {
  std::size_t right = 0, found = 0, expected = 0;

  void add(const Score& other) {
    right += other.right;
    found += other.found;
    expected += other.expected;
  }
  double precision() const { return found == 0 ? 1 : double(right) / double(found); }
  double recall() const { return expected == 0 ? 1 : double(right) / double(expected); }
};

Score score(const std::string& file, const Lines& found, const Lines& expected) {
  Lines a = found;
  Lines b = expected;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Lines wrong;
  Lines missed;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(wrong));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(missed));
  for (const auto& line : wrong) std::cout << file << ": wrongly found " << line << '\n';
  for (const auto& line : missed) std::cout << file << ": missed " << line << '\n';
  return {in_order(found, expected), found.size(), expected.size()};
}

std::string cell(const Score& score) {
  if (score.found + score.expected == 0) return "none";
  std::ostringstream out;
  out << std::fixed << std::setprecision(3) << score.found << " / " << score.expected << " / "
      << score.precision() << " / " << score.recall();
  return out.str();
}

struct Scores {
  Score citations, articles, clauses, others;

  void add(const Scores& more) {
    citations.add(more.citations);
    articles.add(more.articles);
    clauses.add(more.clauses);
    others.add(more.others);
  }
  void expect_exact(const std::string& file) const {
    for (const Score& score : {citations, articles, clauses, others}) {
      EXPECT_EQ(score.right, score.expected) << file;
      EXPECT_EQ(score.right, score.found) << file;
    }
  }
  void print(const std::string& name) const {
    std::cout << "| " << name << " | " << cell(citations) << " | " << cell(articles) << " | "
              << cell(clauses) << " | " << cell(others) << " |\n";
  }
};

Scores compare(const Expected& expected, const LegalText& text) {
  Expected found;
  for (const Citation& citation : text.citations) {
    found.cited.push_back(citation.number.display() + ' ' +
                          (citation.date ? iso(*citation.date) : "-"));
  }
  for (const Provision& provision : text.provisions) add_address(found, provision.address);
  return {score(expected.file, found.cited, expected.cited),
          score(expected.file, found.articles, expected.articles),
          score(expected.file, found.clauses, expected.clauses),
          score(expected.file, found.others, expected.others)};
}

TEST(LegalTexts, NineRealTextsAgainstTheTableReadByEye) {
  if (!std::filesystem::exists(law_folder)) GTEST_SKIP() << law_folder << " is not here";
  const auto golden = read_golden();
  ASSERT_EQ(golden.size(), 9U);
  Scores all;
  std::cout << "| file | citations found / expected / precision / recall | articles | clauses and "
               "points | annexes and sections |\n|---|---|---|---|---|\n";
  for (const Expected& expected : golden) {
    const auto text = read_legal_text(read_file(law_folder / expected.file));
    ASSERT_TRUE(text.has_value()) << expected.file;
    EXPECT_EQ(own_line(*text), expected.own);
    EXPECT_EQ(text->type, "Nghị quyết");
    EXPECT_EQ(text->grounds.size(), expected.grounds) << expected.file;
    const Scores scores = compare(expected, *text);
    scores.print(expected.file);
    scores.expect_exact(expected.file);
    all.add(scores);
  }
  all.print("all nine");
}

// The same texts as they look when a page is copied: no markup, and a paragraph a line.
TEST(LegalTexts, TheSameProvisionsWithoutMarkup) {
  if (!std::filesystem::exists(law_folder)) GTEST_SKIP() << law_folder << " is not here";
  for (const Expected& expected : read_golden()) {
    const std::string source = read_file(law_folder / expected.file);
    const auto marked = read_legal_text(source);
    ASSERT_TRUE(marked.has_value());
    const Layout layout = read_layout(source);
    for (const std::string_view end : {"\n", "\n\n", "\r\n"}) {
      std::string plain;
      for (const Passage& passage : layout.passages) {
        plain.append(plain_text(source, layout, passage)).append(end);
      }
      const auto text = read_legal_text(plain);
      ASSERT_TRUE(text.has_value());
      EXPECT_EQ(own_line(*text), own_line(*marked));
      // A title over two lines has become two paragraphs where blank lines stand between.
      EXPECT_TRUE(!text->title.empty() && marked->title.starts_with(text->title)) << text->title;
      const Scores scores = compare(expected, *text);
      scores.expect_exact(expected.file);
    }
  }
}

// Offsets, labels and texts of the real files fit together, whatever the table says.
TEST(LegalTexts, EveryProvisionOfTheRealTextsStandsWhereItSays) {
  if (!std::filesystem::exists(law_folder)) GTEST_SKIP() << law_folder << " is not here";
  for (const Expected& expected : read_golden()) {
    const std::string source = read_file(law_folder / expected.file);
    const auto text = read_legal_text(source);
    ASSERT_TRUE(text.has_value());
    EXPECT_TRUE(is_legal_text(source)) << expected.file;
    EXPECT_FALSE(text->title.empty());
    for (const Provision& p : text->provisions) {
      ASSERT_LE(p.offset + p.length, source.size());
      const std::string shown = plain_text(source.substr(p.offset, p.length));
      EXPECT_TRUE(shown.starts_with(p.label)) << p.address << ": " << shown.substr(0, 60);
      EXPECT_FALSE(p.heading.empty() && p.text.empty()) << p.address;
      EXPECT_EQ(p.text.find_first_of("*\\"), p.text.npos) << p.text;
    }
    for (const Ground& ground : text->grounds) {
      EXPECT_FALSE(ground.citations.empty()) << expected.file << ": " << ground.text;
    }
  }
}

}  // namespace
}  // namespace lantoa::viet
