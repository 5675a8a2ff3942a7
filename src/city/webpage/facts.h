// What can happen to a page on somebody's web site that shows an activity.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::webpage {

struct PageLinked {
  static constexpr std::string_view kind = "webpage.linked";
  WebPageNo page;
  ActivityNo activity;
  std::string url;
  Date on;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(PageLinked, (), (page, activity, url, on, by))

enum class Outcome {
  Found,        // it was there, with text to read
  Gone,         // the site says that there is no such page
  Failed,       // the site answers something else than a page
  Unreachable,  // no answer
  NotAllowed,   // it leads to a place that this server may not ask
  TooLarge,     // longer than what is read
};
BOOST_DESCRIBE_ENUM(Outcome, Found, Gone, Failed, Unreachable, NotAllowed, TooLarge)

// A courier looked at it. What the page says is not kept, its title neither: it may name people.
struct PageLooked {
  static constexpr std::string_view kind = "webpage.looked";
  WebPageNo page;
  Date on;
  Outcome outcome = Outcome::Found;
  std::uint32_t status = 0;  // of the answer; 0: there was none
  std::optional<std::string>
      digest;                   // SHA-256 of its words, hexadecimal; none: it has none to read
  bool names_document = false;  // cites one that the activity makes known
};
BOOST_DESCRIBE_STRUCT(PageLooked, (), (page, on, outcome, status, digest, names_document))

// Somebody wants it looked at now, out of turn.
struct LookAsked {
  static constexpr std::string_view kind = "webpage.look_asked";
  WebPageNo page;
  Date on;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(LookAsked, (), (page, on, by))

// It shows the activity no longer, or never did; it is not looked at again.
struct PageUnlinked {
  static constexpr std::string_view kind = "webpage.unlinked";
  WebPageNo page;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(PageUnlinked, (), (page, reason, by))

}  // namespace lantoa::city::webpage
