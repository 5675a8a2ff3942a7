// What a unit and those below it did: by itself, by kind, by unit below, and one by one.
#include <algorithm>
#include <map>
#include <queue>

#include "city/activity/activity.h"
#include "city/activity/entries.h"
#include "city/activity/kinds.h"
#include "city/activity/typed.h"
#include "city/activity/words.h"

namespace lantoa::city::activity {
namespace {

struct KindRow {
  std::string address;
  Text kind;
  std::uint32_t activities = 0;
  std::string amounts;
};
BOOST_DESCRIBE_STRUCT(KindRow, (), (address, kind, activities, amounts))

struct UnitRow {
  std::string address;
  std::string name;
  std::uint32_t activities = 0;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (address, name, activities))

struct Row {
  std::string address;
  std::string title;
  bool is_theirs = false;  // in Vietnamese, as the unit wrote it
  std::string unit;
  Text kind;
  std::string day_iso, day;
  std::string amounts;
  bool twice = false;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, title, is_theirs, unit, kind, day_iso, day, amounts, twice))

struct ListView {
  static constexpr std::string_view tpl = "src/city/activity/list.tpl";
  std::string unit;
  bool may_log = false;
  WaitingPart unsent;
  std::optional<std::string> above;  // address
  std::string above_name;
  PeriodPart period;
  ChannelsPart channels;
  std::uint32_t all = 0;
  std::vector<KindRow> kinds;
  bool has_kinds = false;
  std::vector<UnitRow> units;
  bool has_units = false;
  std::optional<Text> only;  // of one kind
  std::string everything;    // address without that
  bool in_period = false;    // only some days are shown
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (unit, may_log, unsent, above, above_name, period, channels, all, kinds,
                       has_kinds, units, has_units, only, everything, in_period, has_rows, rows,
                       pager))

using ByDay = std::set<std::pair<Date, ActivityNo>>;

// What the page says of a unit, gathered in one walk over it and those below.
struct Gathered {
  std::map<std::string, Total, std::less<>> totals;  // by kind
  std::map<UnitNo, std::uint32_t> of_child;          // activities of each unit right below
  // Those of the kind that was asked for, on the days that were asked for.
  std::vector<std::pair<ByDay::const_iterator, ByDay::const_iterator>> days;
};

Gathered gather(const State& state, const organisation::State& organisation, UnitNo top,
                const std::string& only, const Days& days) {
  Gathered out;
  for (const UnitNo child : organisation.unit(top).children) out.of_child[child] = 0;
  const std::vector<bool> below = organisation.below(top);
  std::vector<UnitNo> child_of(below.size());  // a unit's number is higher than its parent's
  for (std::uint32_t i = 0; i < below.size(); ++i) {
    const UnitNo unit{i + 1};
    if (!below[i]) continue;
    if (unit != top) {
      const UnitNo parent = organisation.unit(unit).parent;
      child_of[i] = parent == top ? unit : child_of[parent.index()];
    }
    for (const auto& [kind, all] : state.of_unit(unit)) {
      if (is_of_channel(kind)) continue;  // stands among the channels
      const Total total =
          days.any() ? state.total(unit, kind, days.first(), days.last()) : all.total;
      if (total.activities == 0) continue;
      out.totals[kind].add(total);
      if (child_of[i]) out.of_child[child_of[i]] += total.activities;
      if (!only.empty() && only != kind) continue;
      out.days.emplace_back(all.by_day.lower_bound({days.first(), ActivityNo{}}),
                            all.by_day.lower_bound({days.last() + 1, ActivityNo{}}));
    }
  }
  return out;
}

std::string kind_address(UnitNo unit, std::string_view kind, const Days& days) {
  return log_address(unit, days) + "&loai=" + std::string(kind) + "#tung-hoat-dong";
}

void fill_totals(ListView& view, const organisation::State& organisation, UnitNo unit,
                 const Gathered& found, const Days& days, Language language) {
  const auto add = [&](const std::string& code, const Total& total) {
    view.all += total.activities;
    view.kinds.push_back({kind_address(unit, code, days), kind_title(code), total.activities,
                          in_words(code, total, language)});
  };
  for (const Kind& kind : kinds()) {
    const auto total = found.totals.find(kind.code);
    if (total != found.totals.end()) add(total->first, total->second);
  }
  for (const auto& [code, total] : found.totals) {
    if (find_kind(code) == nullptr) add(code, total);  // of another version
  }
  for (const auto& [child, count] : found.of_child) {
    if (count == 0 && !organisation.is_open(child)) continue;
    view.units.push_back({log_address(child, days), organisation.unit(child).name, count});
  }
  std::stable_sort(view.units.begin(), view.units.end(),
                   [](const UnitRow& a, const UnitRow& b) { return a.activities > b.activities; });
  view.has_units = !view.units.empty();
  view.has_kinds = !view.kinds.empty();
}

Row row_of(const State& state, const organisation::State& organisation, const Activity& one,
           Language language) {
  const Record& record = one.record;
  return {address_of(one.no),
          heading_of(record, language),
          !record.what.empty(),
          organisation.unit(one.unit).name,
          kind_title(record.kind),
          iso(record.on),
          vietnamese(record.on),
          in_words(record, language),
          !state.twins(one.unit, record, one.no).empty() ||
              !state.portal_twins(one.unit, record).empty()};
}

// The newest day first: merged from the lists of units and kinds, as far as this page.
std::vector<ActivityNo> newest(const Gathered& found, std::uint32_t skipped, std::uint32_t wanted) {
  using At = ByDay::const_reverse_iterator;
  struct Next {
    At at, end;
    bool operator<(const Next& other) const { return *at < *other.at; }
  };
  std::priority_queue<Next> next;
  for (const auto& [first, end] : found.days) {
    if (first != end) next.push({At(end), At(first)});
  }
  std::vector<ActivityNo> out;
  while (!next.empty() && out.size() < wanted) {
    Next first = next.top();
    next.pop();
    if (skipped > 0) {
      --skipped;
    } else {
      out.push_back(first.at->second);
    }
    if (++first.at != first.end) next.push(first);
  }
  return out;
}

Result<ListView> look_at(const App& app, const State& state, const Needs& needs,
                         const Visit& visit) {
  TRY_ASSIGN(const UnitNo unit, unit_asked(needs.organisation, visit));
  TRY_ASSIGN(const Days days, days_asked(visit));
  const organisation::Unit& one = needs.organisation.unit(unit);
  ListView view;
  view.unit = one.name;
  view.may_log = !units_of(needs.organisation, visit.actor).empty();
  if (one.parent && needs.organisation.allows(visit.actor, Right::SeePlans, one.parent)) {
    view.above = log_address(one.parent, days);
    view.above_name = needs.organisation.unit(one.parent).name;
  }
  const std::string kind = visit.query("loai");
  view.period = period_part(visit, "/hoat-dong", unit, days, kind);
  view.channels = channels_part(app, state, needs, unit, days, visit);
  const Gathered found = gather(state, needs.organisation, unit, kind, days);
  fill_totals(view, needs.organisation, unit, found, days, visit.language);
  view.everything = log_address(unit, days);
  view.in_period = days.any();
  const auto chosen = found.totals.find(kind);
  const bool is_one = chosen != found.totals.end();
  if (!kind.empty()) view.only = kind_title(kind);
  const std::uint32_t rows = kind.empty() ? view.all : is_one ? chosen->second.activities : 0;
  const std::string address = log_address(unit, days) + (kind.empty() ? "" : "&loai=" + kind);
  view.pager = make_pager(rows, visit.page(), address);
  for (const ActivityNo no : newest(found, (view.pager.page - 1) * rows_per_page, rows_per_page)) {
    view.rows.push_back(row_of(state, needs.organisation, state.activity(no), visit.language));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// What a channel does by itself has a list of its own, which also says what is wrong with the days.
Result<http::Response> to_entries(const App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const UnitNo unit,
             app.engine.read([&] { return unit_asked(needs.organisation, visit); }));
  return http::see_other(entries_address(unit, {}) + days_typed(visit));
}

}  // namespace

void install_list(App& app, const State& state, Needs needs) {
  app.routes.get("/hoat-dong", Right::SeePlans,
                 asks_for_days([&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   if (is_of_channel(visit.query("loai"))) return to_entries(app, needs, visit);
                   TRY_ASSIGN(ListView view,
                              app.engine.read([&] { return look_at(app, state, needs, visit); }));
                   view.unsent = waiting_part(app, visit);
                   return app.show(visit, {"Hoạt động", "Activities"}, view);
                 }));
}

std::string list_address(UnitNo unit) { return "/hoat-dong?don-vi=" + std::to_string(unit.value); }

}  // namespace lantoa::city::activity
