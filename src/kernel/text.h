// A sentence or label in both languages of the product. The two stand side by side where they are
// used, so a reader sees the page and a missing translation cannot compile.
#pragma once

#include <string>
#include <string_view>

namespace lantoa {

enum class Language { Vietnamese, English };

struct Text {
  std::string vi;
  std::string en;

  const std::string& in(Language language) const { return language == Language::English ? en : vi; }
  bool operator==(const Text&) const = default;
};

}  // namespace lantoa
