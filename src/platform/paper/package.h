// Inside: the parts of a DOCX put together as the archive it is (ECMA-376, part 2).
#pragma once

#include <string>

#include "kernel/result.h"
#include "kernel/time.h"

namespace pugi {
class xml_document;
}

namespace lantoa::paper {

// As it stands in a part: UTF-8, without white space that nobody wrote.
std::string xml_text(const pugi::xml_document& document);

struct Package {
  std::string document, styles, header, footer;  // XML; "rIdHeader" and "rIdFooter" lead to the two
  std::string title, author;
  Date made;
};

// The same bytes for the same parts.
Result<std::string> zipped(const Package& package);

}  // namespace lantoa::paper
