// The demo's articles: facts of the two documents of 2021 in words of our own.
#pragma once

#include <string>
#include <vector>

#include "city/content/facts.h"

namespace lantoa::app {

struct DemoArticle {
  city::content::ArticleText text;
  std::vector<std::string> points;  // what staff confirm; empty: nothing to confirm
  std::string picture;              // above the text, a file of the program; empty: none
  std::string alt;                  // what it shows
  bool must_confirm() const { return !points.empty(); }
};

// The first appears with the plan, the others in this order in the weeks and months after.
const std::vector<DemoArticle>& demo_articles();

}  // namespace lantoa::app
