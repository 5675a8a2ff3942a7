// What can be found: a published article, a registered document, an issued plan, a unit.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/text.h"

namespace lantoa::city::search {

enum class Kind { Article, Document, Plan, Unit };

std::string_view code(Kind kind);  // "bai": in addresses, as a facet and in ids
Text title(Kind kind);             // "Bài viết"

struct Subject {
  Kind kind = Kind::Article;
  std::uint32_t no = 0;

  auto operator<=>(const Subject&) const = default;
};

std::string id_of(const Subject& subject);  // "bai/3"
std::optional<Subject> subject_of(std::string_view id);

}  // namespace lantoa::city::search
