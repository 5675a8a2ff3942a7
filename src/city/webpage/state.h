// Pages elsewhere that show activities: what each look at them found, and when the next one is due.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "city/activity/facts.h"
#include "city/webpage/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::webpage {

struct Look {
  Date on;
  Outcome outcome = Outcome::Found;
  std::uint32_t status = 0;
  std::string digest;  // empty: there were no words to read
  bool names_document = false;
};

struct WebPage {
  WebPageNo no;
  ActivityNo activity;
  std::string url;
  Date linked;
  std::vector<Look> looks;              // in their order
  std::optional<std::string> unlinked;  // why
  bool is_ended = false;                // taken out, or of an activity that was annulled
  bool is_asked_for = false;            // to be looked at out of turn
  std::optional<Date> asked;            // the last day on which somebody wanted that
  Date next_look;                       // while it is not ended
  Date queued;                          // its place among those that are due

  const Look* last() const { return looks.empty() ? nullptr : &looks.back(); }
  bool is_there() const;
  // Its words are not those that were found first. Nobody need be at fault: pages carry counters
  // and other pages' headlines.
  bool has_changed() const;
  // It named a document that the activity makes known, and names none any more.
  bool has_lost_the_law() const;
};

// A page that is there is looked at again so many days after it was linked, then yearly.
constexpr std::int32_t looks_after_days[] = {1, 7, 30, 90, 180, 365};
// One that is not there may be down for a moment: on the next days, then weekly.
constexpr std::size_t daily_looks_max = 3;

class State {
 public:
  void fold(const PageLinked& fact);
  void fold(const PageLooked& fact);
  void fold(const LookAsked& fact);
  void fold(const PageUnlinked& fact);
  void fold(const activity::ActivityAnnulled& fact);

  std::uint32_t pages() const { return static_cast<std::uint32_t>(pages_.size()); }
  const WebPage& page(WebPageNo no) const;                      // needs one that was linked
  Result<const WebPage*> find(WebPageNo no) const;              // NotFound otherwise
  const std::vector<WebPageNo>& of(ActivityNo activity) const;  // ascending, also unlinked ones
  // Those that were never looked at or are asked for, then by the day of the next look; of a day by
  // number.
  const std::set<std::pair<Date, WebPageNo>>& due() const { return due_; }

 private:
  void plan_look(WebPage& page, Date next);
  void end(WebPage& page);

  std::vector<WebPage> pages_;
  std::map<ActivityNo, std::vector<WebPageNo>> of_activity_;
  std::set<std::pair<Date, WebPageNo>> due_;
};

}  // namespace lantoa::city::webpage
