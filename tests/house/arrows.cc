#include "house/arrows.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <utility>

namespace lantoa::house {

namespace {

// Headers that bind nobody: declarations only, implemented by a generated file of the program.
const std::set<std::string, std::less<>> open_folders = {"platform/embedded"};

// "src/platform/http/server.cc" and "platform/http/http.h" both stand in "platform/http".
std::string folder_of(std::string_view path) {
  if (path.starts_with("src/")) path.remove_prefix(4);
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view top_of(std::string_view folder) { return folder.substr(0, folder.find('/')); }

// The slice of "city/plan" or anything below it; empty for "city" itself.
std::string slice_of(std::string_view folder) {
  if (!folder.starts_with("city/")) return {};
  folder.remove_prefix(5);
  return std::string(folder.substr(0, folder.find('/')));
}

std::optional<int> layer_of(std::string_view folder) {
  static const std::vector<std::string_view> layers = {"kernel", "viet", "platform", "city", "app"};
  const auto at = std::find(layers.begin(), layers.end(), top_of(folder));
  if (at == layers.end()) return std::nullopt;
  return static_cast<int>(at - layers.begin());
}

std::vector<std::string> words_of(const std::string& text) {
  static const std::regex word(R"([A-Za-z0-9_]+)");
  std::vector<std::string> words;
  for (std::sregex_iterator i(text.begin(), text.end(), word), end; i != end; ++i) {
    words.push_back(i->str());
  }
  return words;
}

// What `name` may use, and what those may use in turn.
void add_closure(const std::map<std::string, std::vector<std::string>>& uses,
                 const std::string& name, std::set<std::string>& out) {
  const auto found = uses.find(name);
  if (found == uses.end()) return;
  for (const std::string& used : found->second) {
    if (out.insert(used).second) add_closure(uses, used, out);
  }
}

std::string between_slices(const std::string& from, const std::string& to, std::string_view header,
                           const Layout& layout) {
  const auto position = [&](const std::string& slice) {
    return std::find(layout.slices.begin(), layout.slices.end(), slice);
  };
  if (from.empty()) return "src/city/*.h is shared by every slice and may include none of them";
  if (position(from) == layout.slices.end()) return from + " has no place in the order of slices";
  if (position(to) >= position(from)) return to + " does not come before " + from;
  if (header == "facts.h" || header == "state.h") return {};
  return "other slices see only facts.h and state.h of " + to;
}

// Why a file of folder `from` may not include `name`; empty when it may.
std::string objection(const std::string& from, std::string_view name, const Layout& layout) {
  const std::string to = folder_of(name);
  if (to == from) return {};
  const auto from_layer = layer_of(from);
  const auto to_layer = layer_of(to);
  if (!to_layer) return "quotes are for our own headers, by their path from src/";
  if (top_of(from) == "agent") {
    return *to_layer <= 2 ? "" : "the agent may use kernel, viet and platform only";
  }
  if (!from_layer)
    return "src/" + from + " has no place in kernel <- viet <- platform <- city <- app";
  if (*from_layer < *to_layer) return "the arrow points the wrong way: " + from + " -> " + to;
  if (*from_layer < 3) {
    if (open_folders.contains(to)) return {};
    const auto allowed = layout.uses.find(from);
    if (allowed != layout.uses.end() && allowed->second.contains(to)) return {};
    return from + " does not name " + to + " among its USES in CMakeLists.txt";
  }
  const std::string to_slice = slice_of(to);
  if (*from_layer == 3 && !to_slice.empty() && to_slice != slice_of(from)) {
    return between_slices(slice_of(from), to_slice, file_name_of(name), layout);
  }
  return {};
}

}  // namespace

Layout read_layout(std::string_view lists, std::string_view functions) {
  static const std::regex library(R"(lantoa_library\((\w+)\s+src/(\S+)\s+USES\s+([^)]*)\))");
  static const std::regex slices(R"(foreach\(slice\s+([^)]*)\))");
  std::map<std::string, std::string> folder;
  std::map<std::string, std::vector<std::string>> uses;
  const std::string text(lists);
  for (std::sregex_iterator i(text.begin(), text.end(), library), end; i != end; ++i) {
    const std::string used = (*i)[3].str();
    folder[(*i)[1].str()] = (*i)[2].str();
    uses[(*i)[1].str()] = words_of(used.substr(0, used.find("PRIVATE")));
  }
  Layout layout;
  for (const auto& [name, path] : folder) {
    std::set<std::string> all;
    add_closure(uses, name, all);
    layout.uses[path];
    for (const std::string& used : all) {
      if (folder.contains(used)) layout.uses[path].insert(folder[used]);
    }
  }
  std::smatch match;
  const std::string body(functions);
  if (std::regex_search(body, match, slices)) layout.slices = words_of(match[1].str());
  return layout;
}

std::vector<std::string> slice_order_of(std::string_view architecture) {
  static const std::regex line(R"(Slice order:\s*([a-z_ <]+))");
  const std::string text(architecture);
  std::smatch match;
  if (!std::regex_search(text, match, line)) return {};
  return words_of(match[1].str());
}

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  const std::string code = code_only(file.text);
  const auto code_lines = lines_of(code);
  const auto lines = lines_of(file.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::cmatch match;
    const char* begin = lines[i].data();
    const bool is_code = code_lines[i].find('#') != std::string_view::npos;
    if (!is_code || !std::regex_search(begin, begin + lines[i].size(), match, include)) continue;
    includes.push_back({i + 1, match[2].str(), match[1].str() == "\""});
  }
  return includes;
}

Findings check_folders(const SourceFile& file, const Layout& layout) {
  Findings findings;
  for (const Include& include : includes_of(file)) {
    if (!include.quoted) continue;
    const std::string what = objection(folder_of(file.path), include.name, layout);
    if (!what.empty()) findings.push_back({file.path, include.line, include.name + ": " + what});
  }
  return findings;
}

}  // namespace lantoa::house
