// Language of parts (WCAG 2.2, 3.1.2): whoever has an English page read aloud hears the names of
// units and persons, titles and numbers of documents in Vietnamese. What a template does not mark
// itself is marked here, in one place for all pages; so a template needs a lang="vi" only where a
// name may have no Vietnamese letter to be known by.
#pragma once

#include <string>
#include <string_view>

namespace lantoa::city {

// The English page with lang="vi-VN" at what is Vietnamese in its body: on the element where it
// stands alone, else on a <span>; in options, text areas, fields and pictures, which have one
// language for all they say, where most of it is. Nothing below a lang="vi" is touched, and no text
// is changed. The two are one language; what a template says itself stays apart from what was
// found, so that tests can tell a name from a label that nobody translated.
std::string mark_vietnamese(std::string_view page);

}  // namespace lantoa::city
