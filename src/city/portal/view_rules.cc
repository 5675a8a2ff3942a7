#include "city/portal/view_rules.h"

#include <algorithm>
#include <sstream>

#include "kernel/assert.h"
#include "platform/embedded/embedded.h"

namespace lantoa::city::portal {
namespace {

constexpr std::string_view rules_path = "src/city/portal/views.rules";

void to_lower(std::string& text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// Its occurrences are not looked into any more.
void blank(std::string& value, const std::string& word) {
  for (std::size_t at = value.find(word); at != std::string::npos;
       at = value.find(word, at + word.size())) {
    std::fill_n(value.begin() + static_cast<std::ptrdiff_t>(at), word.size(), ' ');
  }
}

std::string_view built_in_text() {
  for (const embedded::File& file : embedded::files()) {
    if (file.path == rules_path) return file.bytes;
  }
  ASSERT(false);
  return {};
}

}  // namespace

Result<ViewRules> ViewRules::read(std::string_view text) {
  ViewRules out;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    to_lower(line);
    std::istringstream words(line);
    std::string verb, name, word, more;
    words >> verb >> name >> word >> more;
    const bool is_whole = !name.empty() && is_ascii(word) && more.empty();
    Field& field = out.field(name);
    if (is_whole && verb == "need" && word.empty()) {
      field.is_needed = true;
    } else if (is_whole && verb == "only" && !word.empty()) {
      field.only.push_back(word);
    } else if (is_whole && verb == "not" && !word.empty()) {
      field.barred.at(static_cast<unsigned char>(word.front())).push_back(word);
      field.bars = true;
    } else if (is_whole && verb == "but" && !word.empty()) {
      field.except.push_back(word);
    } else {
      const std::string n = std::to_string(number);
      return problem(Code::Invalid, {"Dòng " + n + " không phải là quy tắc đếm lượt xem.",
                                     "Line " + n + " is no rule about views."});
    }
  }
  return out;
}

const ViewRules& ViewRules::built_in() {
  static const ViewRules rules = [] {
    auto read = ViewRules::read(built_in_text());
    ASSERT(read.has_value());
    return std::move(*read);
  }();
  return rules;
}

ViewRules::Field& ViewRules::field(std::string_view name) {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [name](const Field& one) { return one.name == name; });
  if (found != fields_.end()) return *found;
  fields_.emplace_back().name = name;
  return fields_.back();
}

bool ViewRules::passes(const Field& field, std::string value) {
  to_lower(value);
  if (!field.only.empty() &&
      std::none_of(field.only.begin(), field.only.end(), [&value](const std::string& word) {
        return value.find(word) != std::string::npos;
      })) {
    return false;
  }
  if (!field.bars) return true;
  for (const std::string& word : field.except) blank(value, word);
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto first = static_cast<unsigned char>(value[at]);
    if (first >= field.barred.size()) continue;
    for (const std::string& word : field.barred[first]) {
      if (value.compare(at, word.size(), word) == 0) return false;
    }
  }
  return true;
}

bool ViewRules::is_view(const http::Request& request) const {
  for (const Field& field : fields_) {
    bool has_it = false;
    for (const auto& [name, value] : request.headers) {
      if (name != field.name) continue;
      has_it = true;
      if (!passes(field, value)) return false;
    }
    if (field.is_needed && !has_it) return false;
  }
  return true;
}

}  // namespace lantoa::city::portal
