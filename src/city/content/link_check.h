// What becomes of the links of a text: which a reader can follow, where they lead, and which lead
// nowhere. Shown to its writer beside the preview and to its approver above the button.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/content/content.h"

namespace lantoa::city::content {

enum class LinkState {
  Official,   // a host of the list
  OwnPage,    // of this portal, open to everybody
  Closed,     // of this portal, for those signed in only
  Missing,    // of this portal, and there is no such page
  Printed,    // cannot be clicked: neither an own page nor a host of the list
  Shown,      // a picture of the article
  Described,  // any other image, of which the description and the address are printed
};
Text title(LinkState state);
std::string_view mark(LinkState state);

struct CheckedLink {
  std::string text;
  std::string address;
  LinkState state = LinkState::Printed;
};

// In the order of the text; none when the text itself is refused. `images`: that the text may show.
// Reads the states under the engine's lock.
std::vector<CheckedLink> check_links(const App& app, const State& state, const Needs& needs,
                                     std::string_view source, const std::vector<Image>& images);

// The article that an address of this portal shows, if it shows one.
ArticleNo article_at(const App& app, std::string_view address);

}  // namespace lantoa::city::content
