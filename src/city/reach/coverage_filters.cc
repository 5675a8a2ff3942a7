#include "city/reach/coverage_filters.h"

#include <algorithm>

#include "city/reach/reach.h"

namespace lantoa::city::reach {
namespace {

std::vector<Choice> channel_choices(const Lens& lens, Language language) {
  std::vector<Choice> out{{"", Text{"mọi kênh", "every channel"}.in(language), !lens.channel}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Channel>>([&](auto channel) {
    out.push_back({std::string(word(channel.value)), title(channel.value).in(language),
                   lens.channel == channel.value});
  });
  return out;
}

std::vector<Choice> kind_choices(const organisation::State& organisation, UnitNo unit,
                                 const Lens& lens, Language language) {
  std::vector<Choice> out{
      {"", Text{"đơn vị trực thuộc", "units directly below"}.in(language), !lens.kind}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<organisation::Kind>>(
      [&](auto kind) {
        const auto some = organisation.ever_of_kind(kind.value, unit);
        if (some.empty() || (some.size() == 1 && some.front() == unit)) return;
        out.push_back({std::string(word(kind.value)), organisation::title(kind.value).in(language),
                       lens.kind == kind.value});
      });
  return out;
}

std::vector<Chip> chips_of(const std::string& address, const Lens& lens, Language language) {
  std::vector<Chip> out;
  const auto add = [&](std::string label, auto remove) {
    Lens without = lens;
    remove(without);
    out.push_back({std::move(label), address + without.query()});
  };
  if (lens.channel) {
    add(title(*lens.channel).in(language), [](Lens& one) { one.channel.reset(); });
  }
  if (lens.key_officials) {
    add(Text{"cán bộ chủ chốt", "key officials"}.in(language),
        [](Lens& one) { one.key_officials = false; });
  }
  if (lens.kind) {
    add(organisation::title(*lens.kind).in(language), [](Lens& one) { one.kind.reset(); });
  }
  if (lens.day) {
    add(Text{"hết ngày ", "end of "}.in(language) + vietnamese(*lens.day),
        [](Lens& one) { one.day.reset(); });
  }
  return out;
}

}  // namespace

FiltersView filters_of(const organisation::State& organisation, const Item& item, UnitNo unit,
                       const Lens& lens, Date today, Language language) {
  FiltersView view;
  view.address = address(item.no(), unit);
  view.channels = channel_choices(lens, language);
  view.kinds = kind_choices(organisation, unit, lens, language);
  view.has_kinds = view.kinds.size() > 1;
  view.key_only = lens.key_officials;
  if (lens.day) view.day.value = vietnamese(*lens.day);
  const Date first = vietnam_date(item.opened());
  if (first < today) {
    const std::int32_t length = today - first;
    const std::int32_t at = std::clamp(lens.day.value_or(today) - first, 0, length);
    view.slider = {iso(first), std::to_string(length), std::to_string(at), view.day.value};
  }
  view.chips = chips_of(view.address, lens, language);
  view.has_chips = !view.chips.empty();
  return view;
}

WrongDay wrong_day(const Visit& visit, const std::string& coverage) {
  const char* joined = coverage.find('?') == std::string::npos ? "?" : "&";
  const std::string day = std::string(day_field);
  return {fault_at(visit, day),
          coverage + joined + day + "=" + http::percent_encode(visit.query(day)) + "#" + day};
}

}  // namespace lantoa::city::reach
