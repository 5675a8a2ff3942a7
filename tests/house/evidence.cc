#include "house/evidence.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lantoa::house {

namespace {

constexpr std::string_view opening = "“";
constexpr std::string_view closing = "”";
constexpr std::array<std::string_view, 3> unheld = {"does not apply: ", "looked at ",
                                                    "not checked: "};
constexpr std::array<std::string_view, 3> our_folders = {"tests/", "src/", "web/"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  if (!line.starts_with('|')) return cells;
  line.remove_prefix(1);
  for (std::size_t end = line.find('|'); end != std::string_view::npos; end = line.find('|')) {
    cells.push_back(trimmed(line.substr(0, end)));
    line.remove_prefix(end + 1);
  }
  return cells;
}

// Three numbers with dots between them.
bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') == 2;
}

bool is_file(std::string_view name) {
  return std::any_of(our_folders.begin(), our_folders.end(),
                     [&](std::string_view folder) { return name.starts_with(folder); });
}

struct Reference {
  std::string_view path;
  std::vector<std::string_view> quotes;
};

// What stands between marks at the beginning of the text, past commas; empty when nothing does.
std::string_view take_quote(std::string_view& text) {
  const std::size_t begin = std::min(text.find_first_not_of(", "), text.size());
  if (!text.substr(begin).starts_with(opening)) return {};
  const std::size_t end = text.find(closing, begin);
  if (end == std::string_view::npos) return {};
  const auto quote = text.substr(begin + opening.size(), end - begin - opening.size());
  text.remove_prefix(end + closing.size());
  return quote;
}

std::vector<Reference> references_of(std::string_view line) {
  std::vector<Reference> found;
  while (true) {
    const std::size_t begin = line.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : line.find('`', begin + 1);
    if (end == std::string_view::npos) return found;
    const auto name = line.substr(begin + 1, end - begin - 1);
    line.remove_prefix(end + 1);
    if (!is_file(name)) continue;
    Reference reference{name, {}};
    for (auto quote = take_quote(line); !quote.empty(); quote = take_quote(line)) {
      reference.quotes.push_back(quote);
    }
    found.push_back(std::move(reference));
  }
}

class Checker {
 public:
  Checker(const SourceFile& table, const ReadFile& read) : table_(table), read_(read) {}

  Findings findings() {
    const auto lines = lines_of(table_.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      line_ = i + 1;
      const auto references = references_of(lines[i]);
      for (const Reference& reference : references) check(reference);
      const auto cells = cells_of(lines[i]);
      if (!cells.empty() && is_number(cells[0])) check(cells, !references.empty());
    }
    line_ = 0;
    for (const Criterion& criterion : criteria()) {
      if (!seen_.contains(criterion.number)) tell("has no row for " + quoted(criterion.number));
    }
    return std::move(findings_);
  }

 private:
  static std::string quoted(std::string_view words) {
    return std::string(opening).append(words).append(closing);
  }

  void tell(std::string what) { findings_.push_back({table_.path, line_, std::move(what)}); }

  void check(const std::vector<std::string_view>& cells, bool names_a_file) {
    const std::string number = quoted(cells[0]);
    if (cells.size() != 4) return tell(number + " needs four cells: number, words, level, held by");
    const auto known =
        std::find_if(criteria().begin(), criteria().end(),
                     [&](const Criterion& criterion) { return criterion.number == cells[0]; });
    if (known == criteria().end()) return tell(number + " is no criterion of levels A and AA");
    if (!seen_.insert(cells[0]).second) tell(number + " has two rows");
    if (cells[1].empty()) tell(number + " needs its words");
    if (cells[2] != known->level) tell(number + " is of level " + std::string(known->level));
    const bool says_why_not =
        std::any_of(unheld.begin(), unheld.end(),
                    [&](std::string_view words) { return cells[3].starts_with(words); });
    if (!names_a_file && !says_why_not) {
      tell(number + " names no test, nor why there is none: “looked at …”, “does not apply: …”");
    }
  }

  void check(const Reference& reference) {
    const std::string path(reference.path);
    const std::string& text = files_.try_emplace(path, read_(path)).first->second;
    if (text.empty()) return tell(path + " does not exist");
    if (reference.quotes.empty()) return tell(path + " needs “words” that stand in it");
    for (const auto quote : reference.quotes) {
      if (text.find(quote) == std::string::npos) tell(path + " does not say " + quoted(quote));
    }
  }

  const SourceFile& table_;
  const ReadFile& read_;
  std::size_t line_ = 0;
  std::set<std::string_view> seen_;
  std::map<std::string, std::string> files_;
  Findings findings_;
};

}  // namespace

const std::vector<Criterion>& criteria() {
  static const std::vector<Criterion> list = {
      {"1.1.1", "A"},  {"1.2.1", "A"},   {"1.2.2", "A"},   {"1.2.3", "A"},   {"1.2.4", "AA"},
      {"1.2.5", "AA"}, {"1.3.1", "A"},   {"1.3.2", "A"},   {"1.3.3", "A"},   {"1.3.4", "AA"},
      {"1.3.5", "AA"}, {"1.4.1", "A"},   {"1.4.2", "A"},   {"1.4.3", "AA"},  {"1.4.4", "AA"},
      {"1.4.5", "AA"}, {"1.4.10", "AA"}, {"1.4.11", "AA"}, {"1.4.12", "AA"}, {"1.4.13", "AA"},
      {"2.1.1", "A"},  {"2.1.2", "A"},   {"2.1.4", "A"},   {"2.2.1", "A"},   {"2.2.2", "A"},
      {"2.3.1", "A"},  {"2.4.1", "A"},   {"2.4.2", "A"},   {"2.4.3", "A"},   {"2.4.4", "A"},
      {"2.4.5", "AA"}, {"2.4.6", "AA"},  {"2.4.7", "AA"},  {"2.4.11", "AA"}, {"2.5.1", "A"},
      {"2.5.2", "A"},  {"2.5.3", "A"},   {"2.5.4", "A"},   {"2.5.7", "AA"},  {"2.5.8", "AA"},
      {"3.1.1", "A"},  {"3.1.2", "AA"},  {"3.2.1", "A"},   {"3.2.2", "A"},   {"3.2.3", "AA"},
      {"3.2.4", "AA"}, {"3.2.6", "A"},   {"3.3.1", "A"},   {"3.3.2", "A"},   {"3.3.3", "AA"},
      {"3.3.4", "AA"}, {"3.3.7", "A"},   {"3.3.8", "AA"},  {"4.1.2", "A"},   {"4.1.3", "AA"},
  };
  return list;
}

Findings check_accessibility(const SourceFile& table, const ReadFile& read) {
  return Checker(table, read).findings();
}

}  // namespace lantoa::house
