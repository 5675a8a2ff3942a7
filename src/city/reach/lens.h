// Lens: through what coverage is looked at, as the address says it: a channel, a part of the
// audience, units of one kind, a day; and the figures seen through it, small groups left out.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/calendar/state.h"
#include "city/reach/state.h"
#include "city/web.h"

namespace lantoa::city::reach {

struct Lens {
  std::optional<Channel> channel;
  bool key_officials = false;
  std::optional<organisation::Kind> kind;
  std::optional<Date> day;  // one that has ended; none: now
  std::uint64_t up_to = 0;  // seq of the last fact of `day`

  Filter filter() const;
  bool is_live() const { return filter().is_plain() && !kind; }
  std::string query() const;  // "?kenh=hop&ngay=2021-06-30"; empty for none
};

// From ?kenh=, ?doi-tuong=, ?loai= and ?ngay=. Invalid for words that mean none of these; a day
// that has not ended is now.
Result<Lens> read_lens(const Visit& visit, const calendar::State& calendar);

std::string_view word(organisation::Kind kind);  // as the address writes it
std::optional<organisation::Kind> kind_of(std::string_view word);
inline constexpr std::string_view key_officials_word = "chu-chot";

class Figures {
 public:
  // All must outlive this.
  Figures(const State& state, const organisation::State& organisation, const Item& item,
          const Lens& lens, const Actor& actor);

  Count count(UnitNo unit) const { return tally_ ? tally_->count(unit) : item_.count(unit); }
  bool hide(UnitNo unit) const;
  std::set<UnitNo> hidden_below(UnitNo parent) const;
  // Of these units those whose figures the actor does not see.
  std::set<UnitNo> hidden_of(const std::vector<UnitNo>& units) const;

 private:
  const Item& item_;
  std::unique_ptr<const Tally> tally_;  // none: the item's own counters are asked
  std::unique_ptr<const Tally> whole_;  // the whole audience; none where `tally_` counts it too
  // Who is counted, the whole audience, and the rest of it, which follows from the two.
  std::vector<SmallGroups> groups_;
};

// Most behind first; hidden ones last, because their place would tell their share. Units with
// nobody to reach are left out.
std::vector<UnitNo> most_behind_first(const Figures& figures, std::vector<UnitNo> units,
                                      const std::set<UnitNo>& hidden);

}  // namespace lantoa::city::reach
