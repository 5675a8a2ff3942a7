// What the decisions about articles have in common. For decide*.cc of this folder only.
#pragma once

#include "city/content/decide.h"
#include "city/person.h"

namespace lantoa::city::content {

// Has the right over the article's unit, and over the plan's issuer where its staff are bound.
bool allowed(const Known& known, const Article& article, const Actor& actor, Right right);
Result<void> require(const Known& known, const Article& article, const Actor& actor, Right right);
Result<void> require_writer(const Actor& actor);
// Conflict: closed_to_new() says why.
Result<void> require_open_unit(const Known& known, const Article& article);

tl::unexpected<Problem> changed_since(const Article& article);
tl::unexpected<Problem> second_person(Text text);

Result<void> check_kept(const ArticleText& text, std::string_view blob);
// A version with its hour is what two persons agreed on: it is changed after the hour is dropped.
Result<void> require_no_hour(const Article& article);
// Takes the hour back, if there is one, with the approval that was given for it.
void drop_hour(ledger::Decision& decision, const Article& article, const Actor& actor);
// The article, if this is still its newest version.
Result<const Article*> seen(const Known& known, ArticleNo no, std::uint32_t version);

}  // namespace lantoa::city::content
