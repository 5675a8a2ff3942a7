// A round at a unit: how many handed in, what it adds up to, who is missing; as a table or a file.
#include <array>

#include "city/due_field.h"
#include "city/person.h"
#include "city/statistics/narrative.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/round_file.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

// Beside a sum of actual figures, in a round with estimates.
struct EstimateSum {
  std::uint64_t estimate = 0;
  std::uint64_t total = 0;
  std::optional<std::uint64_t> frozen_estimate;  // where it was another when the round was closed
};
BOOST_DESCRIBE_STRUCT(EstimateSum, (), (estimate, total, frozen_estimate))

// What the round of estimates before this one added up to, and how far off it was.
struct ToldSum {
  std::uint64_t told_actual = 0, told_estimate = 0, told_total = 0;
  std::string difference;  // "+1.204", "−3", "0"
};
BOOST_DESCRIBE_STRUCT(ToldSum, (), (told_actual, told_estimate, told_total, difference))

struct SumRow {
  std::string code;
  Text title;
  Text measure;
  std::string address;
  std::uint64_t sum = 0;
  std::optional<std::uint64_t> frozen;  // where it was added up otherwise when the round was closed
  std::optional<EstimateSum> estimated;
  std::optional<ToldSum> told;
};
BOOST_DESCRIBE_STRUCT(SumRow, (), (code, title, measure, address, sum, frozen, estimated, told))

struct ChildRow {
  std::string name;
  std::string below;  // its own page of the round
  std::uint32_t counted = 0;
  std::uint32_t asked = 0;
  std::uint32_t in_time = 0;
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (name, below, counted, asked, in_time))

struct UnitRow {
  std::string name;
  std::string address;
  Text standing;
  std::string mark;
  std::string at;
  std::optional<Text> late;
  std::optional<std::string> closed;  // from which day on the unit is
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (name, address, standing, mark, at, late, closed))

// For those who close it and let single units in afterwards.
struct Steer {
  FormKeys keys;
  std::string close, cancel, allow;
  bool is_open = true;
  std::uint32_t missing = 0;
  Field code, until, reason;
  bool failed = false;
};
BOOST_DESCRIBE_STRUCT(Steer, (),
                      (keys, close, cancel, allow, is_open, missing, code, until, reason, failed))

// For those who decide whether everybody sees the sums.
struct Publishing {
  FormKeys keys;
  std::string publish, take_back;
  bool is_public = false;
  bool is_own = false;        // the visitor closed it, so somebody else has to publish it
  bool about_people = false;  // nobody publishes it
  Field why;
  bool wrong = false;
};
BOOST_DESCRIBE_STRUCT(Publishing, (),
                      (keys, publish, take_back, is_public, is_own, about_people, why, wrong))

struct ClosingLine {
  std::string closed_at;
  std::uint64_t position = 0;
  std::uint32_t counted_then = 0;
};
BOOST_DESCRIBE_STRUCT(ClosingLine, (), (closed_at, position, counted_then))

struct RoundView {
  static constexpr std::string_view tpl = "src/city/statistics/round.tpl";
  Text form;
  Text origin;
  std::string period;
  std::string unit;
  std::optional<std::string> above;  // address
  std::string above_name;
  std::string due_iso;
  Text due;
  bool has_estimates = false;  // from the one day to the other
  std::string counted_to, estimated_from, estimated_to;
  std::optional<std::string> estimates;  // address of the round of estimates before this one
  std::optional<std::string> official;   // of the one that gives the official figures of this one
  std::uint32_t asked = 0, counted = 0, in_time = 0, accepted = 0;
  std::string who_counted, who_in_time, who_accepted;  // addresses of the units behind them
  std::optional<ClosingLine> closing;
  std::optional<std::string> cancelled;  // why
  std::optional<std::string> shown_at;   // address of the sums for everybody
  Text sum_title;
  std::vector<SumRow> sums;
  std::string csv, xlsx, pdf, docx;
  std::optional<std::string> narrative;  // address of the report in words
  std::vector<ChildRow> children;
  bool has_children = false;
  Chips kinds;
  std::vector<UnitRow> units;
  bool has_units = false;
  Pager pager;
  std::optional<Steer> steer;
  std::optional<Publishing> publishing;
};
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (form, origin, period, unit, above, above_name, due_iso, due, has_estimates,
                       counted_to, estimated_from, estimated_to, estimates, official, asked,
                       counted, in_time, accepted, who_counted, who_in_time, who_accepted, closing,
                       cancelled, shown_at, sum_title, sums, csv, xlsx, pdf, docx, narrative,
                       children, has_children, kinds, units, has_units, pager, steer, publishing))

std::string here(const Round& round, UnitNo unit) {
  return address_of(round.no) + "?don-vi=" + std::to_string(unit.value);
}

std::string difference_of(std::uint64_t now, std::uint64_t then, Language language) {
  if (now == then) return "0";
  return now > then ? "+" + html::grouped(now - then, language)
                    : "−" + html::grouped(then - now, language);
}

SumRow sum_row(const AskedRound& of, std::size_t index, const RollUp& all) {
  const Column& column = of.form->columns[index];
  SumRow row;
  row.code = column.code;
  row.title = column.title.text();
  row.measure = column.unit.text();
  row.address = address_of(of.round->no, of.unit) + "/cot/" + column.code;
  row.sum = all.sums[index];
  if (const auto estimate = all.estimate(index)) {
    row.estimated = EstimateSum{*estimate, all.total(index), {}};
  }
  if (!of.round->closing || of.unit != of.round->scope) return row;
  const std::uint64_t then = of.round->closing->sum(column.code);
  if (then != row.sum) row.frozen = then;
  const auto guessed = of.round->closing->estimate(column.code);
  if (row.estimated && guessed && *guessed != row.estimated->estimate) {
    row.estimated->frozen_estimate = guessed;
  }
  return row;
}

void fill_sums(RoundView& view, const AskedRound& of, const RollUp& all) {
  view.sum_title = of.round->counted_to ? Text{"Thực tế", "Actual"} : Text{"Tổng", "Sum"};
  for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
    view.sums.push_back(sum_row(of, i, all));
  }
}

// The two rounds of one period lead to each other, and the official sums stand beside what had been
// said of them.
void fill_estimates(RoundView& view, const AskedRound& of, const State& state,
                    const organisation::State& tree, Language language) {
  const Round& round = *of.round;
  if (round.counted_to) {
    view.has_estimates = true;
    view.counted_to = vietnamese(*round.counted_to);
    view.estimated_from = vietnamese(*round.counted_to + 1);
    view.estimated_to = vietnamese(round.to);
    if (const Round* after = official_after(state, round)) {
      view.official = here(*after, of.unit);
    }
  }
  const Round* before = estimates_before(state, round);
  if (before == nullptr) return;
  view.estimates = here(*before, of.unit);
  const RollUp then = roll_up(*before, *of.form, tree, counting_of(*before))[of.unit.index()];
  for (std::size_t i = 0; i < view.sums.size(); ++i) {
    const std::uint64_t told = then.total(i);
    view.sums[i].told = ToldSum{then.sums[i], then.estimate(i).value_or(0), told,
                                difference_of(view.sums[i].sum, told, language)};
  }
}

bool is_handed_in(const Round& round, UnitNo unit) {
  return added_up(round, unit, Counting::Now) != nullptr;
}

bool is_in_time(const Round& round, UnitNo unit) {
  const Version* version = added_up(round, unit, Counting::Now);
  return version != nullptr && in_time(*version, round);
}

UnitRow unit_row(const Round& round, const organisation::State& tree, UnitNo unit, Date today) {
  const Standing standing = round.standing(unit);
  UnitRow row{tree.unit(unit).name,
              address_of(round.no, unit),
              title(standing),
              std::string(mark(standing)),
              {},
              {},
              tree.closed_day(unit)};
  if (const Report* report = round.report(unit)) row.at = vietnamese(report->latest().at);
  row.late = late_in_words(round, unit, today);
  return row;
}

// Which units are listed. What the page counts at its head opens one of these.
struct Filter {
  const char* code;  // ?xem=
  Text label;
  bool (*fits)(const Round&, UnitNo);
};
const auto& filters() {
  static const std::array<Filter, 6> all{
      Filter{"chua-nop",
             {"Chưa nộp", "Missing"},
             [](const Round& round, UnitNo unit) { return !is_handed_in(round, unit); }},
      Filter{"da-nop", {"Đã nộp", "Handed in"}, is_handed_in},
      Filter{"dung-han", {"Đúng hạn", "In time"}, is_in_time},
      Filter{"cho-nhan",
             {"Chờ tiếp nhận", "To be accepted"},
             [](const Round& round, UnitNo unit) {
               return round.standing(unit) == Standing::Submitted;
             }},
      Filter{"da-nhan",
             {"Đã tiếp nhận", "Accepted"},
             [](const Round& round, UnitNo unit) {
               return round.standing(unit) == Standing::Accepted;
             }},
      Filter{"tat-ca", {"Tất cả", "All"}, [](const Round&, UnitNo) { return true; }}};
  return all;
}

std::string list_address(const Round& round, UnitNo unit, const char* filter) {
  return here(round, unit) + "&xem=" + filter + "#tung-don-vi";
}

// Those that are asked, at this unit and below, narrowed to one filter; the first when none is
// asked for.
void fill_units(RoundView& view, const AskedRound& of, const Needs& needs, const Visit& visit) {
  const std::string wanted = visit.query("xem");
  const auto found = std::find_if(filters().begin(), filters().end(),
                                  [&](const Filter& filter) { return filter.code == wanted; });
  const Filter& chosen = found == filters().end() ? filters().front() : *found;
  const std::vector<bool> below = needs.organisation.below(of.unit);
  std::vector<UnitNo> listed;
  std::vector<std::uint32_t> found_by(filters().size());
  for (const std::uint32_t number : of.round->units) {
    const UnitNo unit{number};
    if (!below[unit.index()]) continue;
    for (std::size_t i = 0; i < found_by.size(); ++i)
      found_by[i] += filters()[i].fits(*of.round, unit) ? 1 : 0;
    if (chosen.fits(*of.round, unit)) listed.push_back(unit);
  }
  view.kinds.heading = {"Đơn vị nào", "Which units"};
  for (std::size_t i = 0; i < found_by.size(); ++i) {
    const Filter& filter = filters()[i];
    view.kinds.list.push_back({list_address(*of.round, of.unit, filter.code), filter.label,
                               found_by[i], &filter == &chosen});
  }
  view.pager = make_pager(static_cast<std::uint32_t>(listed.size()), visit.page(),
                          here(*of.round, of.unit) + "&xem=" + chosen.code);
  const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(listed.size(), first + rows_per_page); ++i) {
    view.units.push_back(
        unit_row(*of.round, needs.organisation, listed[i], needs.calendar.today()));
  }
  view.has_units = !view.units.empty();
}

Steer steer_of(const Round& round, std::uint32_t missing, const Visit& visit) {
  Steer out;
  out.keys = form_keys(visit);
  out.close = address_of(round.no) + "/khoa";
  out.cancel = address_of(round.no) + "/huy";
  out.allow = address_of(round.no) + "/nop-bo-sung";
  out.is_open = !round.closing;
  out.missing = missing;
  out.code = field(visit, fields::unit);
  out.until = field(visit, fields::until);
  out.reason = field(visit, fields::reason);
  out.failed = visit.failure != nullptr &&
               (visit.request.path == out.cancel || visit.request.path == out.allow);
  return out;
}

Publishing publishing_of(const Round& round, const Form& form, const Visit& visit) {
  Publishing out;
  out.keys = form_keys(visit);
  out.publish = address_of(round.no) + "/cong-khai";
  out.take_back = address_of(round.no) + "/rut-lai";
  out.is_public = round.is_public();
  out.is_own = round.closing->by && round.closing->by == person_of(visit.actor);
  out.about_people = !form.may_be_public();
  out.why = field(visit, fields::why_back);
  out.wrong = visit.failure != nullptr && visit.request.path == out.take_back;
  return out;
}

Result<RoundView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const AskedRound of, asked_round(state, needs, visit));
  const organisation::State& tree = needs.organisation;
  const std::vector<RollUp> all = roll_up(*of.round, *of.form, tree);
  const organisation::Unit& one = tree.unit(of.unit);
  RoundView view;
  view.form = of.form->title.text();
  view.origin = of.form->origin.text();
  view.period = title_of(*of.round, visit.language);
  view.unit = one.name;
  if (of.unit != of.round->scope && tree.allows(visit.actor, Right::SeePlans, one.parent)) {
    view.above = here(*of.round, one.parent);
    view.above_name = tree.unit(one.parent).name;
  }
  view.due_iso = iso(of.round->due);
  view.due = due_said(of.round->due, of.round->working_days);
  const RollUp& own = all[of.unit.index()];
  view.asked = own.asked;
  view.counted = own.counted;
  view.in_time = own.in_time;
  view.accepted = own.accepted;
  view.who_counted = list_address(*of.round, of.unit, "da-nop");
  view.who_in_time = list_address(*of.round, of.unit, "dung-han");
  view.who_accepted = list_address(*of.round, of.unit, "da-nhan");
  if (const auto& closing = of.round->closing) {
    view.closing = ClosingLine{vietnamese(closing->at), closing->position, closing->submitted};
  }
  view.cancelled = of.round->cancelled;
  if (of.round->is_public()) view.shown_at = public_address(of.round->no);
  fill_sums(view, of, own);
  fill_estimates(view, of, state, tree, visit.language);
  view.csv = here(*of.round, of.unit) + "&dang=csv";
  view.xlsx = here(*of.round, of.unit) + "&dang=xlsx";
  view.pdf = here(*of.round, of.unit) + "&dang=pdf";
  view.docx = here(*of.round, of.unit) + "&dang=docx";
  if (of.unit == of.round->scope) view.narrative = narrative_address(of.round->no);
  for (const UnitNo child : one.children) {
    const RollUp& its = all[child.index()];
    if (its.asked == 0) continue;
    const bool is_leaf = tree.unit(child).children.empty();
    view.children.push_back({tree.unit(child).name,
                             is_leaf ? address_of(of.round->no, child) : here(*of.round, child),
                             its.counted, its.asked, its.in_time});
  }
  view.has_children = !view.children.empty();
  fill_units(view, of, needs, visit);
  if (of.unit == of.round->scope && !of.round->cancelled &&
      tree.allows(visit.actor, Right::Urge, of.unit)) {
    view.steer = steer_of(*of.round, own.asked - own.counted, visit);
  }
  if (of.unit == of.round->scope && of.round->closing &&
      tree.allows(visit.actor, Right::ApprovePlan, of.unit)) {
    view.publishing = publishing_of(*of.round, *of.form, visit);
  }
  return view;
}

}  // namespace

void install_round(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    if (!visit.query("dang").empty()) return as_file(app, state, needs, visit);
    TRY_ASSIGN(const RoundView view, app.engine.read([&] { return look_at(state, needs, visit); }));
    const std::string heading = view.form.in(visit.language) + ": " + view.period;
    const Text reports{"Báo cáo", "Reports"};
    return app.show(visit, {heading, heading}, view,
                    {{reports.in(visit.language), "/bao-cao"}, {view.period, {}}});
  };
  app.routes.get("/bao-cao/{round}", Right::SeePlans, page);
  app.routes.post(
      "/bao-cao/{round}/khoa", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs, CloseRound{no});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/huy", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs, CancelRound{no, std::string(visit.typed(fields::reason))});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/nop-bo-sung", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        Faults unread;
        const Due until = typed_due(visit, fields::until, CountedFrom::AnotherDay, unread);
        if (unread.any()) return tl::unexpected(std::move(unread).problem());
        return make_order(state, needs,
                          AllowLate{no, one_line(visit.typed(fields::unit)), until,
                                    std::string(visit.typed(fields::reason))});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/cong-khai", Right::ApprovePlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs, PublishRound{no});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/rut-lai", Right::ApprovePlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs,
                          UnpublishRound{no, std::string(visit.typed(fields::why_back))});
      },
      page);
}

}  // namespace lantoa::city::statistics
