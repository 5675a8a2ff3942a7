// The filters above coverage: what can be chosen, what was, and the slider for the day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/query_form.h"
#include "city/reach/lens.h"

namespace lantoa::city::reach {

struct Choice {
  std::string value;
  std::string label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (value, label, chosen))

struct Chip {
  std::string label;
  std::string without;  // address
};
BOOST_DESCRIBE_STRUCT(Chip, (), (label, without))

// Days from the opening of the item to today; only the script can move it.
struct Slider {
  std::string first;  // 2021-05-12
  std::string length;
  std::string at;
  std::string shown;  // the day of the figures, dd/MM/yyyy, also one before the first; empty: today
};
BOOST_DESCRIBE_STRUCT(Slider, (), (first, length, at, shown))

struct FiltersView {
  static constexpr std::string_view tpl = "src/city/reach/filters.tpl";
  std::string address;  // without a query
  std::vector<Choice> channels;
  std::vector<Choice> kinds;
  bool key_only = false;         // of the audience
  bool has_kinds = false;        // there are units of more kinds than one below
  Field day;                     // dd/MM/yyyy; empty: today
  std::optional<Slider> slider;  // none while the item is of today
  bool has_chips = false;
  std::vector<Chip> chips;
};
BOOST_DESCRIBE_STRUCT(FiltersView, (),
                      (address, channels, kinds, key_only, has_kinds, day, slider, has_chips,
                       chips))

FiltersView filters_of(const organisation::State& organisation, const Item& item, UnitNo unit,
                       const Lens& lens, Date today, Language language);

// On a page that has no field for the day: that the one its address asks for is none, and the way
// to the field, which holds it. Part {{>wrong_day}}.
struct WrongDay {
  static constexpr std::string_view tpl = "src/city/reach/wrong_day.tpl";
  std::optional<std::string> why;  // none: it is one
  std::string coverage;            // address
};
BOOST_DESCRIBE_STRUCT(WrongDay, (), (why, coverage))
// `coverage`: the address of the page with the field, through the other filters.
WrongDay wrong_day(const Visit& visit, const std::string& coverage);

}  // namespace lantoa::city::reach
