#include <algorithm>
#include <regex>
#include <utility>

#include "house/arrows.h"

namespace lantoa::house {

namespace {

// Who may include a header that is not ours. A home "folder/" means the .cc files in that folder of
// src/, "folder/**" those below it too, "*/name" every file of that name; anything else is one
// file.
struct Owner {
  std::string_view prefix;
  std::vector<std::string_view> homes;
};

const std::vector<Owner>& owners() {
  static const std::vector<Owner> table = {
      {"tl/expected.hpp", {"kernel/result.h"}},
      {"boost/describe.hpp",
       {"*/facts.h", "city/**", "kernel/json_write.h", "platform/html/view.h", "platform/ledger/**",
        "platform/json/**"}},
      {"boost/mp11.hpp", {"kernel/json_write.h", "platform/html/view.h"}},
      {"boost/json",
       {"kernel/codec.h", "kernel/", "platform/log/", "platform/ledger/", "platform/feed/",
        "platform/json/", "app/"}},
      {"boost/beast", {"platform/http/"}},
      {"boost/url", {"platform/http/"}},
      {"brotli/", {"platform/http/"}},
      {"zlib.h", {"platform/http/"}},
      {"openssl/", {"platform/crypto/"}},
      {"sodium.h", {"platform/crypto/"}},
      {"sqlite3.h", {"platform/ledger/sqlite/", "platform/session/"}},
      {"libpq-fe.h", {"platform/postgres/"}},
      {"unicode/", {"viet/"}},
      {"fmt/", {"platform/log/"}},
      {"ctemplate/", {"platform/html/"}},
      {"md4c.h", {"platform/markdown/"}},
      {"curl/", {"platform/mail/", "platform/fetch/"}},
      {"gmime/", {"platform/mail/"}},
      {"gd.h", {"platform/image/", "platform/image/testing_pictures.h"}},
      {"gumbo.h", {"platform/document/"}},
      {"zip.h", {"platform/archive/", "platform/archive/testing_zip.h", "platform/paper/"}},
      {"expat.h", {"platform/sheet/"}},
      {"pango/", {"platform/paper/"}},
      {"cairo-pdf.h", {"platform/paper/"}},
      {"qpdf/", {"platform/paper/"}},
      {"prometheus/", {"platform/metrics/"}},
      {"xlsxwriter.h", {"platform/sheet/"}},
      {"pugixml.hpp", {"platform/document/", "platform/feed/", "platform/paper/"}},
      {"CLI/", {"app/"}},
      // Ours, but it brings Boost.JSON with it: facts are read and written in facts.cc alone, and
      // where tests and benchmarks of the ledger, of couriers and of the API have facts of their
      // own.
      {"kernel/codec.h",
       {"kernel/", "*/facts.cc", "platform/ledger/**", "city/day_courier_test.cc",
        "city/api_door_test.cc"}},
  };
  return table;
}

bool lives_in(std::string_view path, std::string_view home) {
  if (home.ends_with("/**")) {
    home.remove_suffix(2);
    return path.starts_with(home) && path.ends_with(".cc");
  }
  if (home.ends_with('/')) {
    return path.starts_with(home) && path.find('/', home.size()) == std::string_view::npos &&
           path.ends_with(".cc");
  }
  if (home.starts_with("*/")) return path.ends_with(home.substr(1));
  return path == home;
}

bool is_standard(const Include& include) {
  return !include.quoted && include.name.find_first_of("./") == std::string::npos;
}

// The operating system's headers: for the .cc files of what touches the world.
bool is_system(std::string_view name) {
  static const std::set<std::string_view> plain = {
      "dirent.h", "dlfcn.h", "fcntl.h",  "netdb.h",  "poll.h",   "pthread.h",
      "pwd.h",    "sched.h", "signal.h", "stdlib.h", "unistd.h", "termios.h"};
  static const std::vector<std::string_view> folders = {"arpa/", "net/", "netinet/", "sys/"};
  return plain.contains(name) || std::any_of(folders.begin(), folders.end(),
                                             [&](auto folder) { return name.starts_with(folder); });
}

bool is_test_library(std::string_view name) {
  return name.starts_with("gtest/") || name.starts_with("gmock/") || name.starts_with("rapidcheck");
}

std::string objection(std::string_view path, const Include& include) {
  const std::string_view name = include.name;
  if (is_test_library(name)) return is_test(path) ? "" : "test libraries are for tests";
  if (name.starts_with("benchmark/")) {
    return path.ends_with("_bench.cc") ? "" : "the benchmark library is for *_bench.cc";
  }
  if (is_system(name)) {
    const bool touches_world = path.starts_with("platform/") || path.starts_with("app/");
    return touches_world && (!is_header(path) || is_test(path))
               ? ""
               : "the system's headers are for .cc files of platform and app";
  }
  for (const Owner& owner : owners()) {
    if (!name.starts_with(owner.prefix)) continue;
    const bool at_home = std::any_of(owner.homes.begin(), owner.homes.end(),
                                     [&](std::string_view home) { return lives_in(path, home); });
    return at_home ? "" : "only its owner includes it (the table is in tests/house/owners.cc)";
  }
  if (include.quoted) return {};
  return "no folder owns this header: name its owner in tests/house/owners.cc";
}

bool is_decision(std::string_view path) {
  static const std::regex pattern(R"(^src/city/\w+/(decide|state)\w*\.(cc|h)$)");
  return std::regex_match(path.begin(), path.end(), pattern) && !is_test(path);
}

bool is_pure_library(std::string_view path) {
  return (path.starts_with("src/kernel/") || path.starts_with("src/viet/")) && !is_test(path) &&
         path != "src/kernel/assert.cc";  // it has to say why it ends the process
}

// Clocks, chance, threads, and ways out of the process. Text and calendar arithmetic need
// <chrono>, <cstdio>, <cstdlib>, so below the city only the clocks themselves are refused, by name.
bool is_impure(const Include& include, bool decision) {
  static const std::set<std::string_view> standard = {
      "condition_variable", "csignal", "ctime",  "filesystem",   "fstream", "future",
      "iostream",           "mutex",   "random", "shared_mutex", "thread"};
  static const std::vector<std::string_view> ours = {
      "platform/http/",          "platform/log/",
      "platform/session/",       "platform/ledger/blobs.h",
      "platform/ledger/store.h", "platform/ledger/memory/",
      "platform/ledger/sqlite/", "platform/ledger/postgres/",
      "platform/postgres/"};
  const std::string_view name = include.name;
  if (!include.quoted) {
    return standard.contains(name) || is_system(name) ||
           (decision && (name == "chrono" || name == "cstdio" || name == "cstdlib"));
  }
  return std::any_of(ours.begin(), ours.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace

Findings check_third_party(const SourceFile& file) {
  Findings findings;
  std::string_view path = file.path;
  if (path.starts_with("src/")) path.remove_prefix(4);
  for (const Include& include : includes_of(file)) {
    if (is_standard(include)) continue;
    const std::string what = objection(path, include);
    if (!what.empty()) findings.push_back({file.path, include.line, include.name + ": " + what});
  }
  return findings;
}

Findings check_purity(const SourceFile& file) {
  Findings findings;
  const bool decision = is_decision(file.path);
  if (!decision && !is_pure_library(file.path)) return findings;
  for (const Include& include : includes_of(file)) {
    if (!is_impure(include, decision)) continue;
    findings.push_back(
        {file.path, include.line,
         include.name + ": pure code has no clock, chance, threads, input or output"});
  }
  static const std::regex words(
      R"(\b(\w+_clock\b|Clock\b|random_device\b|mt19937|(now|rand|srand|time|clock)\s*\())");
  if (file.path == "src/kernel/time.h") return findings;  // declares the Clock that app brings
  const std::string code = code_only(file.text);
  const auto lines = lines_of(code);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::cmatch match;
    const char* begin = lines[i].data();
    if (!std::regex_search(begin, begin + lines[i].size(), match, words)) continue;
    findings.push_back(
        {file.path, i + 1, match[0].str() + ": time and chance come in from outside"});
  }
  return findings;
}

}  // namespace lantoa::house
