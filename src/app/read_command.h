// "lantoa read": what a file says, an article or a legal text, as JSON for people and other
// programs. The text itself tells which it is.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "kernel/result.h"
#include "viet/article.h"
#include "viet/legal_text.h"
#include "viet/plan_text.h"

namespace lantoa::app {

// An article, or a plan itself, and what it gives whom to do.
struct ArticleReading {
  viet::Article article;
  viet::PlanReading plan;
};

struct FileReading {
  std::string text;  // what places refer to
  std::variant<viet::LegalText, ArticleReading> found;
};

// A law, a resolution or the like is read as it is, with its markup, so that places are those of
// the file; anything else, a plan too, as the plain text of its kind of file.
Result<FileReading> read_text_file(std::string bytes, std::string_view file_name);

// UTF-8, two spaces of indentation, keys in a fixed order, ISO 8601 times; what the text does
// not say is null. Offsets are bytes of the reading's text.
std::string reading_json(const FileReading& reading);

}  // namespace lantoa::app
