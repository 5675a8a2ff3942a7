// A text of several paragraphs, one a line, as it was typed into a box. In a view
// `std::vector<Paragraph> text;` the template has {{#text}}<p>{{text}}</p>{{/text}}: always text,
// never a link.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.h"

namespace lantoa::city {

struct Paragraph {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (), (text))

// The lines that are not empty.
std::vector<Paragraph> paragraphs_of(std::string_view text);

}  // namespace lantoa::city
