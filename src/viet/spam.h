// Why a text that a stranger wrote should not be trusted: words of gambling and advertising, links,
// ways to reach somebody, hidden letters, repetition. It sees through zero-width characters,
// letters of other scripts, codes, spread letters and missing tone marks. It never says that a text
// is good; a person decides.
#pragma once

#include <string_view>
#include <vector>

namespace lantoa::viet {

enum class SpamSign {
  Gambling,
  Advert,    // loans, forged papers, cures …
  Link,      // an address of the web, written in whatever way
  Contact,   // a phone number or an e-mail address
  Hidden,    // letters meant to look like others, invisible or coded ones
  Repeated,  // the same again and again
};

// Each sign once, in the order above. Needs UTF-8.
std::vector<SpamSign> spam_signs(std::string_view text);

// A text of one-byte letters (as UTF-8) that only an old Vietnamese font shows right: "LuËt §Êt
// ®ai". Nobody can read it on a page.
bool is_old_font_text(std::string_view text);

}  // namespace lantoa::viet
