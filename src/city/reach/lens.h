// Lens: through what coverage is looked at, as the address says it: a channel, a part of the
// audience, units of one kind, a day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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
  std::string query() const;                   // "?kenh=hop&ngay=2021-06-30"; empty for none
  std::string words(Language language) const;  // "dự họp, tới hết ngày 30/06/2021"; empty for none
};

constexpr std::string_view day_field = "ngay";

// From ?kenh=, ?doi-tuong=, ?loai= and ?ngay=. Invalid for words that mean none of these; only that
// of a wrong day, told last, names day_field. A day that has not ended is now, and so is one that
// is none where visit.failure says so (city/query_form.h).
Result<Lens> read_lens(const Visit& visit, const calendar::State& calendar);

std::string_view word(organisation::Kind kind);  // as the address writes it
std::optional<organisation::Kind> kind_of(std::string_view word);

}  // namespace lantoa::city::reach
