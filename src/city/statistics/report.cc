// One unit's report: filled beforehand from its activities, handed in, sent back or accepted.
#include <algorithm>

#include "city/amount.h"
#include "city/field.h"
#include "city/own_units.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

// Beside an actual figure, in a round with estimates.
struct ReportEstimate {
  std::uint64_t estimate = 0;
  std::uint64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(ReportEstimate, (), (estimate, total))

// What the unit had reported in the round of estimates before this one.
struct ToldBefore {
  std::uint64_t told_actual = 0, told_estimate = 0, told_total = 0;
};
BOOST_DESCRIBE_STRUCT(ToldBefore, (), (told_actual, told_estimate, told_total))

// Of the version that is shown.
struct ShownRow {
  std::string code;
  Text title;
  Text measure;
  std::uint64_t handed_in = 0;
  std::optional<ReportEstimate> estimated;
  std::optional<std::uint64_t> counted;  // what the activities said then
  std::string evidence;                  // address
  bool differs = false;
  std::optional<ToldBefore> told;
};
BOOST_DESCRIBE_STRUCT(ShownRow, (),
                      (code, title, measure, handed_in, estimated, counted, evidence, differs,
                       told))

struct Shown {
  std::uint32_t shown_number = 0;
  Text amount_title;
  bool has_estimates = false;
  bool has_told = false;
  std::vector<ShownRow> figures;
  std::optional<std::string> explained;  // why it differs from activities
};
BOOST_DESCRIBE_STRUCT(Shown, (),
                      (shown_number, amount_title, has_estimates, has_told, figures, explained))

struct InputRow {
  std::string id;
  std::string code;
  Text title;
  Text measure;
  std::string value;
  std::optional<std::uint64_t> counted;  // what the activities say now
  std::string evidence;                  // address
  std::optional<ToldBefore> told;
  std::optional<std::string> wrong;
  std::optional<std::string> described;  // ids of what is said about it
};
BOOST_DESCRIBE_STRUCT(InputRow, (),
                      (id, code, title, measure, value, counted, evidence, told, wrong, described))

// In a round with estimates each column has two inputs.
struct PairRow {
  InputRow actual;
  std::string guess_id;
  std::string guess;
  std::optional<std::string> guess_wrong;
};
BOOST_DESCRIBE_STRUCT(PairRow, (), (actual, guess_id, guess, guess_wrong))

struct Fill {
  FormKeys keys;
  std::string action;
  std::string keep;  // under which the browser keeps what is typed
  std::string version;
  bool again = false;   // a version is there already
  bool direct = false;  // the visitor works for this very unit
  bool failed = false;
  std::vector<InputRow> inputs;
  std::vector<PairRow> pairs;  // in the place of those, in a round with estimates
  bool has_pairs = false;
  Field explanation;
};
BOOST_DESCRIBE_STRUCT(Fill, (),
                      (keys, action, keep, version, again, direct, failed, inputs, pairs, has_pairs,
                       explanation))

struct VersionRow {
  std::uint32_t number = 0;
  std::string address;
  std::string at;
  std::uint64_t position = 0;
  Text standing;
  std::string mark;
  std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (number, address, at, position, standing, mark, why))

struct Review {
  FormKeys keys;
  std::string accept, send_back;
  std::string version;
  bool may_accept = false;
  bool may_return = false;
  Field reason;
  bool failed = false;
};
BOOST_DESCRIBE_STRUCT(Review, (),
                      (keys, accept, send_back, version, may_accept, may_return, reason, failed))

struct LetIn {
  std::string until;
  std::optional<Text> so_long;  // as it was said in working days, with the day
  std::string late_reason;
};
BOOST_DESCRIBE_STRUCT(LetIn, (), (until, so_long, late_reason))

LetIn let_in_of(const Late& late) {
  LetIn out{vietnamese(late.until), {}, late.reason};
  if (late.working_days) out.so_long = due_said(late.until, late.working_days);
  return out;
}

struct ReportView {
  static constexpr std::string_view tpl = "src/city/statistics/report.tpl";
  std::string unit;
  std::optional<std::string> stopped;  // from which day on it is closed
  Text form;
  std::string period;
  std::string round;  // address
  std::string from, to;
  Text due;
  bool has_cut_off = false;  // figures after `counted_to` are estimates
  std::string counted_to, estimated_from;
  Text standing;
  std::string mark;
  std::optional<Text> late;
  std::optional<std::string> returned;  // why
  std::optional<LetIn> let_in;          // a closed round takes it once more
  std::optional<Text> why_not;          // nothing can be handed in now
  std::optional<Shown> shown;
  std::optional<Fill> fill;
  std::vector<VersionRow> versions;
  bool has_versions = false;
  std::optional<Review> review;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (unit, stopped, form, period, round, from, to, due, has_cut_off, counted_to,
                       estimated_from, standing, mark, late, returned, let_in, why_not, shown, fill,
                       versions, has_versions, review))

struct Asked {
  const Round* round = nullptr;
  const Form* form = nullptr;
  UnitNo unit;
  const Round* before = nullptr;  // of estimates, that this one gives the official figures of
};

Result<Asked> asked_for(const State& state, const Needs& needs, const Visit& visit) {
  Asked out;
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(out.round, state.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  TRY(needs.organisation.find(out.unit));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, out.unit));
  out.before = estimates_before(state, *out.round);
  if (out.round->asks(out.unit)) return out;
  return problem(Code::NotFound, {"Đơn vị này không phải nộp báo cáo của kỳ này.",
                                  "This unit is not asked for a report in this round."});
}

// What the unit's estimates counted with, by column; empty: there is nothing to look back to.
std::vector<ToldBefore> told_before(const Asked& of) {
  std::vector<ToldBefore> out;
  const Version* version =
      of.before == nullptr ? nullptr : added_up(*of.before, of.unit, counting_of(*of.before));
  if (version == nullptr) return out;
  const auto amounts = amounts_of(*version, *of.form);
  const auto estimates = estimates_of(*version, *of.form);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    out.push_back({amounts[i], estimates[i], amounts[i] + estimates[i]});
  }
  return out;
}

std::string evidence_of(const Asked& of, const Column& column) {
  return address_of(of.round->no, of.unit) + "/cot/" + column.code;
}

Shown shown_of(const Asked& of, std::uint32_t number) {
  const Version& version = of.round->report(of.unit)->versions[number - 1];
  const auto told = told_before(of);
  Shown out;
  out.shown_number = number;
  out.has_estimates = of.round->counted_to.has_value();
  out.has_told = !told.empty();
  out.amount_title = out.has_estimates ? Text{"Thực tế", "Actual"} : Text{"Đã nộp", "Handed in"};
  for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
    const Column& column = of.form->columns[i];
    ShownRow row;
    row.code = column.code;
    row.title = column.title.text();
    row.measure = column.unit.text();
    row.evidence = evidence_of(of, column);
    if (out.has_told) row.told = told[i];
    for (const Cell& cell : version.cells) {
      if (cell.column != column.code) continue;
      row.handed_in = cell.amount;
      row.counted = cell.counted;
      row.differs = cell.counted && *cell.counted != cell.amount;
      if (cell.estimate)
        row.estimated = ReportEstimate{*cell.estimate, cell.amount + *cell.estimate};
    }
    out.figures.push_back(std::move(row));
  }
  if (!version.note.empty()) out.explained = version.note;
  return out;
}

// What stands in an input at first: the latest version, else what the activities say.
struct FirstValues {
  std::string amount, estimate;
};
std::vector<FirstValues> first_values(const Asked& of, const Report* report) {
  std::vector<FirstValues> out(of.form->columns.size());
  if (report == nullptr) return out;
  const auto amounts = amounts_of(report->latest(), *of.form);
  const auto estimates = estimates_of(report->latest(), *of.form);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = {std::to_string(amounts[i]), std::to_string(estimates[i])};
  }
  return out;
}

InputRow input_of(const Asked& of, const Column& column, const Needs& needs, std::string before,
                  const Visit& visit, bool failed) {
  InputRow out;
  out.id = fields::cell(column.code);
  out.code = column.code;
  out.title = column.title.text();
  out.measure = column.unit.text();
  out.counted = counted_of(*of.round, column, needs.activities, of.unit);
  if (before.empty() && out.counted) before = std::to_string(*out.counted);
  const Field shown = failed ? field(visit, out.id, before) : Field{before, {}};
  out.value = shown.value;
  out.wrong = shown.error;
  out.evidence = evidence_of(of, column);
  return out;
}

// In the order in which it stands on the page.
void describe_input(InputRow& row) {
  std::string ids;
  if (row.counted) ids += " " + row.id + "-hint";
  if (row.told) ids += " " + row.id + "-da-bao";
  if (row.wrong) ids += " " + row.id + "-loi";
  if (!ids.empty()) row.described = ids.substr(1);
}

void fill_inputs(Fill& fill, const Asked& of, const Needs& needs, const Visit& visit) {
  const std::vector<FirstValues> before = first_values(of, of.round->report(of.unit));
  const auto told = told_before(of);
  for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
    const Column& column = of.form->columns[i];
    InputRow row = input_of(of, column, needs, before[i].amount, visit, fill.failed);
    if (!told.empty()) row.told = told[i];
    describe_input(row);
    if (!of.round->counted_to) {
      fill.inputs.push_back(std::move(row));
      continue;
    }
    const std::string id = fields::estimate(column.code);
    const Field guess =
        fill.failed ? field(visit, id, before[i].estimate) : Field{before[i].estimate, {}};
    fill.pairs.push_back({std::move(row), id, guess.value, guess.error});
  }
  fill.has_pairs = !fill.pairs.empty();
}

// Filled beforehand; with what was typed where this form failed.
Fill fill_of(const Asked& of, const Needs& needs, const Visit& visit) {
  const Report* report = of.round->report(of.unit);
  const std::string address = address_of(of.round->no, of.unit);
  const std::uint32_t version = report == nullptr ? 0 : report->version();
  Fill out;
  out.keys = form_keys(visit);
  out.action = address;
  out.version = std::to_string(version);
  out.keep = address + "/" + out.version;
  out.again = report != nullptr;
  const auto own = own_units(visit.actor, Right::ReportTask);
  out.direct = std::find(own.begin(), own.end(), of.unit) != own.end();
  out.failed = visit.failure != nullptr && visit.request.path == address;
  fill_inputs(out, of, needs, visit);
  const std::string note = report != nullptr ? report->latest().note : "";
  out.explanation = out.failed ? field(visit, fields::note, note) : Field{note, {}};
  return out;
}

std::vector<VersionRow> versions_of(const Asked& of, const Report& report) {
  std::vector<VersionRow> out;
  for (std::uint32_t i = report.version(); i > 0; --i) {
    const Version& version = report.versions[i - 1];
    const Standing standing = version.returned   ? Standing::Returned
                              : version.accepted ? Standing::Accepted
                                                 : Standing::Submitted;
    out.push_back({i, address_of(of.round->no, of.unit) + "?ban=" + std::to_string(i) + "#so-lieu",
                   vietnamese(version.at), version.position, title(standing),
                   std::string(mark(standing)), version.returned});
  }
  return out;
}

// Why nothing can be handed in today; nothing when it can.
std::optional<Text> why_not(const Asked& of, Date today) {
  if (of.round->cancelled) return Text{"Kỳ báo cáo đã hủy.", "The round was cancelled."};
  if (today < of.round->taken_from()) {
    const std::string day = vietnamese(of.round->taken_from());
    if (of.round->counted_to) {
      return Text{
          "Nộp được từ ngày " + day + ", khi đã hết những ngày tính số thực tế.",
          "It can be handed in from " + day + " on, once the days of actual figures are over."};
    }
    return Text{"Nộp được từ ngày " + day + ", ngày cuối kỳ.",
                "It can be handed in from " + day + " on, the last day of the period."};
  }
  if (!of.round->takes(of.unit, today)) {
    return Text{"Kỳ báo cáo đã khóa. Muốn nộp, hãy đề nghị cơ quan tổng hợp cho nộp bổ sung.",
                "The round is closed. Ask those who add it up to let the unit in once more."};
  }
  if (of.round->standing(of.unit) == Standing::Accepted) {
    return Text{"Báo cáo đã được tiếp nhận. Muốn sửa, hãy nhờ cơ quan tiếp nhận trả lại trước.",
                "The report is accepted. To change it, ask for it to be sent back first."};
  }
  return std::nullopt;
}

std::optional<Review> review_of(const Asked& of, const Needs& needs, const Visit& visit) {
  const Report* report = of.round->report(of.unit);
  if (report == nullptr || !report->counts() || of.round->cancelled ||
      !may_review(needs.organisation, visit.actor, of.unit)) {
    return std::nullopt;
  }
  const std::string address = address_of(of.round->no, of.unit);
  Review out;
  out.keys = form_keys(visit);
  out.accept = address + "/nhan";
  out.send_back = address + "/tra-lai";
  out.version = std::to_string(report->version());
  out.may_accept = !report->latest().accepted;
  out.may_return = of.round->takes(of.unit, needs.calendar.today());
  if (!out.may_accept && !out.may_return) return std::nullopt;
  out.failed = visit.failure != nullptr && visit.request.path == out.send_back;
  if (out.failed) out.reason = field(visit, fields::reason);
  return out;
}

void fill_acts(ReportView& view, const Asked& of, const Needs& needs, const Visit& visit) {
  if (needs.organisation.allows(visit.actor, Right::ReportTask, of.unit)) {
    view.why_not = why_not(of, needs.calendar.today());
    if (!view.why_not) view.fill = fill_of(of, needs, visit);
  }
  view.review = review_of(of, needs, visit);
}

// ?ban=2, else the latest. The form of who fills it shows it already, but not when somebody else's
// newer version came between.
void fill_shown(ReportView& view, const Asked& of, const Visit& visit) {
  const Report* report = of.round->report(of.unit);
  if (report == nullptr) return;
  const std::uint32_t asked = visit.query_number("ban");
  const bool is_asked = asked >= 1 && asked <= report->version();
  const bool came_between =
      view.fill && view.fill->failed && visit.typed_number("ban") != report->version();
  if (view.fill && view.fill->direct && !is_asked && !came_between) return;
  view.shown = shown_of(of, is_asked ? asked : report->version());
}

Result<ReportView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Asked of, asked_for(state, needs, visit));
  const Round& round = *of.round;
  const Date today = needs.calendar.today();
  ReportView view;
  view.unit = needs.organisation.unit(of.unit).name;
  view.stopped = needs.organisation.closed_day(of.unit);
  view.form = of.form->title.text();
  view.period = title_of(round, visit.language);
  view.round = address_of(round.no);
  view.from = vietnamese(round.from);
  view.to = vietnamese(round.to);
  view.due = due_said(round.due, round.working_days);
  if (round.counted_to) {
    view.has_cut_off = true;
    view.counted_to = vietnamese(*round.counted_to);
    view.estimated_from = vietnamese(*round.counted_to + 1);
  }
  const Standing standing = round.standing(of.unit);
  view.standing = title(standing);
  view.mark = mark(standing);
  view.late = late_in_words(round, of.unit, today);
  if (const Report* report = round.report(of.unit)) {
    view.returned = report->latest().returned;
    view.versions = versions_of(of, *report);
  }
  view.has_versions = !view.versions.empty();
  const auto late = round.late.find(of.unit);
  if (round.closing && late != round.late.end() && today <= late->second.until) {
    view.let_in = let_in_of(late->second);
  }
  fill_acts(view, of, needs, visit);
  fill_shown(view, of, visit);
  return view;
}

struct Addressed {
  RoundNo round;
  UnitNo unit;
};
Result<Addressed> addressed(const Visit& visit) {
  Addressed out;
  TRY_ASSIGN(out.round, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.unit, visit.number<UnitNo>("unit"));
  return out;
}

Result<Order> order_submit(const App& app, const State& state, const Needs& needs,
                           const Visit& visit) {
  TRY_ASSIGN(const Addressed to, addressed(visit));
  struct Columns {
    const Form* form = nullptr;
    bool has_estimates = false;
  };
  TRY_ASSIGN(const Columns of, app.engine.read([&]() -> Result<Columns> {
    TRY_ASSIGN(const Round* round, state.find(to.round));
    TRY_ASSIGN(const Form* form, form_of(*round));
    return Columns{form, round->counted_to.has_value()};
  }));
  SubmitReport command{
      to.round, to.unit, visit.typed_number("ban"), {}, std::string(visit.typed(fields::note))};
  Faults faults;
  for (const Column& column : of.form->columns) {
    TypedCell cell{column.code, typed_amount(visit, fields::cell(column.code), faults), {}};
    if (of.has_estimates) {
      cell.estimate = typed_amount(visit, fields::estimate(column.code), faults);
    }
    command.cells.push_back(std::move(cell));
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return make_order(state, needs, std::move(command));
}

}  // namespace

void install_report(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ReportView view,
               app.engine.read([&] { return look_at(state, needs, visit); }));
    const Text reports{"Báo cáo", "Reports"};
    const std::string heading = view.unit + " – " + view.period;
    return app.show(
        visit, {heading, heading}, view,
        {{reports.in(visit.language), "/bao-cao"}, {view.period, view.round}, {view.unit, {}}});
  };
  const std::string path = "/bao-cao/{round}/don-vi/{unit}";
  app.routes.get(path, Right::SeePlans, page);
  app.routes.post(
      path, Right::ReportTask,
      [&app, &state, needs](const Visit& visit) { return order_submit(app, state, needs, visit); },
      page);
  app.routes.post(
      path + "/nhan", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Addressed to, addressed(visit));
        return make_order(state, needs, AcceptReport{to.round, to.unit, visit.typed_number("ban")});
      },
      page);
  app.routes.post(
      path + "/tra-lai", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Addressed to, addressed(visit));
        return make_order(state, needs,
                          ReturnReport{to.round, to.unit, visit.typed_number("ban"),
                                       std::string(visit.typed(fields::reason))});
      },
      page);
}

}  // namespace lantoa::city::statistics
