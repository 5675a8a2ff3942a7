// What differs between two texts of an article, word by word, part by part. Shown by the comparison
// of two versions, and where two persons wrote at once.
#pragma once

#include "city/content/content.h"
#include "city/content/decide.h"

namespace lantoa::city::content {

struct DifferencePart {
  std::optional<std::string> kept, gone, fresh;
};
BOOST_DESCRIBE_STRUCT(DifferencePart, (), (kept, gone, fresh))

struct DifferenceSection {
  std::string id;
  Text name;
  bool differs = false;
  std::vector<DifferencePart> parts;
};
BOOST_DESCRIBE_STRUCT(DifferenceSection, (), (id, name, differs, parts))

struct Difference {
  static constexpr std::string_view tpl = "src/city/content/difference.tpl";
  Text left, right;  // "bản 3"
  bool identical = false;
  std::vector<DifferenceSection> sections;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (left, right, identical, sections))

struct WrittenText {
  ArticleText text;
  std::vector<std::string> key_points;
};

Text version_named(std::uint32_t version);  // "bản 3"
Difference difference(const WrittenText& before, const WrittenText& after, Text left, Text right);

}  // namespace lantoa::city::content
