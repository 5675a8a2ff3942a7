// How an article stands, in words: what readers see of it, and beside that what becomes of its
// newest version. For the pages of this folder.
#pragma once

#include "city/content/content.h"

namespace lantoa::city::content {

struct Standing {
  Text words;  // "Đang trên cổng: bản 3", "Bản 5: bản nháp"
  std::string mark;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (words, mark))

std::string_view mark(Stage stage);
std::vector<Standing> standings(const Article& article);

}  // namespace lantoa::city::content
