#include "city/search/subject.h"

#include <array>
#include <charconv>

namespace lantoa::city::search {
namespace {

constexpr std::array<Kind, 4> kinds{Kind::Article, Kind::Document, Kind::Plan, Kind::Unit};

}  // namespace

std::string_view code(Kind kind) {
  switch (kind) {
    case Kind::Article:
      return "bai";
    case Kind::Document:
      return "van-ban";
    case Kind::Plan:
      return "ke-hoach";
    case Kind::Unit:
      return "don-vi";
  }
  return {};
}

Text title(Kind kind) {
  switch (kind) {
    case Kind::Article:
      return {"Bài viết", "Article"};
    case Kind::Document:
      return {"Văn bản", "Document"};
    case Kind::Plan:
      return {"Kế hoạch", "Plan"};
    case Kind::Unit:
      return {"Đơn vị", "Unit"};
  }
  return {};
}

std::string id_of(const Subject& subject) {
  return std::string(code(subject.kind)) + "/" + std::to_string(subject.no);
}

std::optional<Subject> subject_of(std::string_view id) {
  const std::size_t slash = id.find('/');
  for (const Kind kind : kinds) {
    if (id.substr(0, slash) != code(kind)) continue;
    const std::string_view number = id.substr(slash + 1);
    Subject subject{kind, 0};
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), subject.no);
    if (error == std::errc{} && end == number.data() + number.size()) return subject;
  }
  return std::nullopt;
}

}  // namespace lantoa::city::search
