// What channels did by themselves: the articles that count, and each figure with what it was added
// up from.
#include "city/activity/entries.h"

#include <algorithm>

#include "city/activity/kinds.h"
#include "city/activity/words.h"
#include "city/content/state.h"

namespace lantoa::city::activity {
namespace {

constexpr std::size_t entries_of_task_shown = 20;

struct ServedPlan {
  std::string plan_number;
  std::string plan_address;
};
BOOST_DESCRIBE_STRUCT(ServedPlan, (), (plan_number, plan_address))

struct GoneLine {
  std::string since;
  Text why;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(GoneLine, (), (since, why, words))

struct ByHandRow {
  std::string activity_address;
  std::string activity_number;
};
BOOST_DESCRIBE_STRUCT(ByHandRow, (), (activity_address, activity_number))

struct EntryRow {
  std::string title;
  std::string address;
  std::string whose;
  std::string day_iso, day;
  std::optional<ServedPlan> served;
  std::optional<std::string> documents;
  std::optional<GoneLine> gone;
  std::vector<ByHandRow> by_hand;  // activities that may be the same
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (title, address, whose, day_iso, day, served, documents, gone, by_hand))

struct EntriesView {
  static constexpr std::string_view tpl = "src/city/activity/entries.tpl";
  std::string unit;
  std::uint32_t counted = 0;
  std::string back;
  PeriodPart period;
  bool has_rows = false;
  std::vector<EntryRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(EntriesView, (), (unit, counted, back, period, has_rows, rows, pager))

struct AddedDay {
  std::string day_iso, day;
};
BOOST_DESCRIBE_STRUCT(AddedDay, (), (day_iso, day))

struct AddedRow {
  std::string title;
  bool is_theirs = false;
  std::string address;
  bool with_day = false;  // the table has a column of days
  std::optional<AddedDay> on;
  std::string part;
};
BOOST_DESCRIBE_STRUCT(AddedRow, (), (title, is_theirs, address, with_day, on, part))

struct FigureView {
  static constexpr std::string_view tpl = "src/city/activity/figure.tpl";
  std::string unit;
  Text label, measure, about;
  std::string amount;
  std::string back;
  PeriodPart period;
  bool has_rows = false;
  bool has_days = false;
  std::vector<AddedRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(FigureView, (),
                      (unit, label, measure, about, amount, back, period, has_rows, has_days, rows,
                       pager))

// Of the unit and those below it, on these days, the newest first; also what counts no longer.
std::vector<ArticleNo> entries_between(const State& state, const std::vector<bool>& below,
                                       const Days& days) {
  std::vector<std::pair<Date, ArticleNo>> found;
  for (std::uint32_t i = 0; i < below.size(); ++i) {
    if (!below[i]) continue;
    const auto& all = state.entries_of(UnitNo{i + 1});
    found.insert(found.end(), all.lower_bound({days.first(), ArticleNo{}}),
                 all.lower_bound({days.last() + 1, ArticleNo{}}));
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<ArticleNo> out;
  for (const auto& [day, article] : found) out.push_back(article);
  return out;
}

std::uint32_t counted_between(const State& state, const std::vector<bool>& below,
                              const Days& days) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 0; i < below.size(); ++i) {
    if (!below[i]) continue;
    for (const Kind& kind : channel_kinds()) {
      out += state.total(UnitNo{i + 1}, kind.code, days.first(), days.last()).activities;
    }
  }
  return out;
}

EntryRow entry_row(const State& state, const Needs& needs, const ChannelEntry& one) {
  const Record& record = one.record;
  EntryRow row;
  row.title = record.what;
  row.address = entry_address(one.article);
  row.whose = needs.organisation.unit(one.unit).name;
  row.day_iso = iso(record.on);
  row.day = vietnamese(record.on);
  if (needs.plans.has(one.plan)) {
    row.served = ServedPlan{needs.plans.plan(one.plan).number,
                            "/ke-hoach/" + std::to_string(one.plan.value)};
  }
  const std::string documents = numbers_of(needs.law, record.documents);
  if (!documents.empty()) row.documents = documents;
  if (one.taken_off) {
    row.gone = GoneLine{vietnamese(one.taken_off->at), content::title(one.taken_off->reason),
                        one.taken_off->text};
  }
  for (const ActivityNo no : state.hand_twins(one)) {
    row.by_hand.push_back({address_of(no), std::to_string(no.value)});
  }
  return row;
}

Result<EntriesView> look_at_entries(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const UnitNo unit, unit_asked(needs.organisation, visit));
  TRY_ASSIGN(const Days days, days_asked(visit));
  const std::vector<bool> below = needs.organisation.below(unit);
  EntriesView view;
  view.unit = needs.organisation.unit(unit).name;
  view.counted = counted_between(state, below, days);
  view.back = log_address(unit, days);
  view.period = period_part(visit, "/hoat-dong/tu-ghi", unit, days);
  const auto found = entries_between(state, below, days);
  view.pager = make_pager(static_cast<std::uint32_t>(found.size()), visit.page(),
                          entries_address(unit, days));
  const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(found.size(), first + rows_per_page); ++i) {
    view.rows.push_back(entry_row(state, needs, *state.entry(found[i])));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

Result<const ChannelFigure*> find_figure(const App& app, const std::string& code) {
  for (const ChannelFigure& one : app.channel_figures) {
    if (one.code == code) return &one;
  }
  return problem(Code::NotFound, {"Không có kênh này.", "There is no such channel."});
}

Result<FigureView> look_at_figure(const ChannelFigure& figure, const Needs& needs,
                                  const Visit& visit) {
  TRY_ASSIGN(const UnitNo unit, unit_asked(needs.organisation, visit));
  TRY_ASSIGN(const Days days, days_asked(visit));
  const std::vector<bool> below = needs.organisation.below(unit);
  const auto records = figure.records(
      {unit, below, days.first(), days.last(), visit.actor, days.query()}, visit.language);
  FigureView view;
  view.unit = needs.organisation.unit(unit).name;
  view.label = figure.label;
  view.measure = figure.unit;
  view.about = figure.about;
  view.back = log_address(unit, days);
  view.period = period_part(visit, "/hoat-dong/tu-ghi/" + figure.code, unit, days);
  view.pager = make_pager(static_cast<std::uint32_t>(records.size()), visit.page(),
                          figure_address(figure.code, unit, days));
  std::uint64_t amount = 0;
  for (const ChannelRecord& one : records) {
    amount += one.amount;
    view.has_days = view.has_days || one.day;
  }
  view.amount = html::grouped(amount, visit.language);
  const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(records.size(), first + rows_per_page); ++i) {
    const ChannelRecord& one = records[i];
    AddedRow row{one.title, one.is_theirs, one.address, view.has_days, {}, {}};
    row.part = html::grouped(one.amount, visit.language);
    if (one.day) row.on = AddedDay{iso(*one.day), vietnamese(*one.day)};
    view.rows.push_back(std::move(row));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// For the page of a task: the newest few.
std::vector<ChannelRecord> entries_of_task(const State& state, PlanNo plan, UnitNo unit) {
  std::vector<ChannelRecord> out;
  const auto& all = state.entries_of(plan, unit);
  for (auto no = all.rbegin(); no != all.rend() && out.size() < entries_of_task_shown; ++no) {
    const ChannelEntry& one = *state.entry(*no);
    ChannelRecord record{one.record.what, true, one.record.on, 1, entry_address(*no), false, {}};
    if (one.taken_off) {
      const std::string since = vietnamese(one.taken_off->at);
      const Text why = content::title(one.taken_off->reason);
      record.is_void = true;
      record.note = Text{"Đã thu hồi " + since + ": " + why.vi + ". Không tính.",
                         "Withdrawn " + since + ": " + why.en + ". Not counted."};
    }
    out.push_back(std::move(record));
  }
  return out;
}

std::vector<App::Crumb> entry_crumbs(const Visit& visit, const std::string& back, Text here) {
  return {{Text{"Hoạt động", "Activities"}.in(visit.language), back},
          {here.in(visit.language), {}}};
}

}  // namespace

ChannelsPart channels_part(const App& app, const State& state, const Needs& needs, UnitNo unit,
                           const Days& days, const Visit& visit) {
  const std::vector<bool> below = needs.organisation.below(unit);
  ChannelsPart out;
  const auto add = [&](Text label, std::uint64_t amount, Text measure, std::string address) {
    if (amount == 0) return;
    out.lines.push_back({std::move(label), html::grouped(amount, visit.language),
                         std::move(measure), std::move(address)});
  };
  const Kind& portal = *find_kind(portal_kind);
  add(portal.title, counted_between(state, below, days),
      find_measure(portal.measures.front().measure)->unit, entries_address(unit, days));
  for (const ChannelFigure& figure : app.channel_figures) {
    add(figure.label, figure.amount({unit, below, days.first(), days.last(), visit.actor, {}}),
        figure.unit, figure_address(figure.code, unit, days));
  }
  out.has_lines = !out.lines.empty();
  out.entries = entries_address(unit, days);
  return out;
}

void install_entries(App& app, const State& state, Needs needs) {
  app.channel_entries = [&state](PlanNo plan, UnitNo unit) {
    return entries_of_task(state, plan, unit);
  };
  app.routes.get("/hoat-dong/tu-ghi", Right::SeePlans,
                 asks_for_days([&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const EntriesView view, app.engine.read([&] {
                     return look_at_entries(state, needs, visit);
                   }));
                   const Text heading{"Bài trên Cổng đã tự được tính",
                                      "Articles of the portal, counted by themselves"};
                   return app.show(visit, heading, view, entry_crumbs(visit, view.back, heading));
                 }));
  app.routes.get(
      "/hoat-dong/tu-ghi/{channel}", Right::SeePlans,
      asks_for_days([&app, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const ChannelFigure* figure, find_figure(app, visit.segments.at("channel")));
        TRY_ASSIGN(const FigureView view,
                   app.engine.read([&] { return look_at_figure(*figure, needs, visit); }));
        return app.show(visit, view.label, view, entry_crumbs(visit, view.back, view.label));
      }));
}

}  // namespace lantoa::city::activity
