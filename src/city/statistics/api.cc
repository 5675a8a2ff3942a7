// Statistical reports for programs. Accepting a report is a second person's look at it, so it is
// not here.
#include "city/changes_api.h"
#include "city/statistics/report_standing.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

struct ColumnBody {
  static constexpr std::string_view schema = "ReportColumn";
  std::string code;
  std::string title;
  std::string unit;
  std::vector<Source> sources;  // what it is counted from; none: only the unit knows
};
BOOST_DESCRIBE_STRUCT(ColumnBody, (), (code, title, unit, sources))

struct FormBody {
  static constexpr std::string_view schema = "ReportForm";
  std::string code;
  std::string title;
  std::string origin;
  std::vector<organisation::Kind> asks;  // kinds of units that fill it
  std::vector<ColumnBody> columns;
  std::vector<Check> checks;
  std::optional<Date> valid_from, valid_to;  // of the last day of a period; none: no limit
  std::optional<std::string> replaced_by;    // code of another form
};
BOOST_DESCRIBE_STRUCT(FormBody, (),
                      (code, title, origin, asks, columns, checks, valid_from, valid_to,
                       replaced_by))

struct FormList {
  static constexpr std::string_view schema = "ReportFormList";
  std::vector<FormBody> forms;
};
BOOST_DESCRIBE_STRUCT(FormList, (), (forms))

struct RoundRow {
  static constexpr std::string_view schema = "ReportRound";
  RoundNo id;
  std::string form;
  Date from, to, due;
  UnitNo scope;
  std::uint32_t asked = 0;                 // units
  std::uint32_t counted = 0;               // whose report counts
  std::optional<std::uint64_t> closed_at;  // position of the ledger
  std::optional<std::uint32_t> submitted;  // whose report counted when it was closed
  std::optional<std::string> cancelled;    // why
  bool published = false;                  // everybody may see what it was closed with
  std::optional<Date> counted_to;          // figures after it are estimates; none: there are none
  std::optional<RoundNo> follows;          // the round of estimates of the same days
  std::uint64_t position = 0;              // of the ledger, of its last change
  // In which the deadline was said, after the day of opening; none: it was said as a day.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, form, from, to, due, scope, asked, counted, closed_at, submitted,
                       cancelled, published, counted_to, follows, position, working_days))

struct RoundList {
  static constexpr std::string_view schema = "ReportRoundList";
  Paging paging;
  std::vector<RoundRow> rounds;        // oldest first; with `changed_after` by `position`
  std::optional<ChangesTold> changes;  // with `changed_after`
};
BOOST_DESCRIBE_STRUCT(RoundList, (), (paging, rounds, changes))

struct UnitStanding {
  static constexpr std::string_view schema = "ReportStanding";
  UnitNo unit;
  Standing standing = Standing::Missing;
  std::uint32_t version = 0;  // of its report; 0: none yet
  Date deadline;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(UnitStanding, (), (unit, standing, version, deadline, late))

struct RoundBody {
  static constexpr std::string_view schema = "ReportRoundAtUnit";
  RoundRow round;
  UnitNo unit;  // whose figures these are, with everything below it
  std::uint32_t asked = 0, counted = 0, accepted = 0, in_time = 0;  // units
  std::vector<Sum> sums;                                            // of what counts now
  std::optional<std::vector<Sum>> frozen;  // as added up when it was closed, of the whole scope
  Paging paging;
  std::vector<UnitStanding> units;
};
BOOST_DESCRIBE_STRUCT(RoundBody, (),
                      (round, unit, asked, counted, accepted, in_time, sums, frozen, paging, units))

struct CellBody {
  static constexpr std::string_view schema = "ReportCell";
  std::string column;
  std::uint64_t amount = 0;               // actual
  std::optional<std::uint64_t> estimate;  // of every column of a round with estimates, else none
};
BOOST_DESCRIBE_STRUCT(CellBody, (), (column, amount, estimate))

// What activities say of a column now, of the days that are counted.
struct CountedCell {
  static constexpr std::string_view schema = "ReportCount";
  std::string column;
  std::optional<std::uint64_t> counted;  // none: only the unit knows
};
BOOST_DESCRIBE_STRUCT(CountedCell, (), (column, counted))

struct VersionBody {
  static constexpr std::string_view schema = "ReportVersion";
  std::uint32_t version = 0;
  std::vector<Cell> cells;
  std::string note;
  Instant at;
  std::uint64_t position = 0;
  bool accepted = false;
  std::optional<std::string> returned;  // why
};
BOOST_DESCRIBE_STRUCT(VersionBody, (), (version, cells, note, at, position, accepted, returned))

struct ReportBody {
  static constexpr std::string_view schema = "Report";
  RoundNo round;
  UnitStanding standing;
  std::vector<VersionBody> versions;  // oldest first
  std::vector<CountedCell> counted;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (round, standing, versions, counted))

struct RoundDraft {
  static constexpr std::string_view schema = "ReportRoundDraft";
  std::string form;
  UnitNo scope;
  Date from, to;
  std::optional<Date> due;         // either this
  std::optional<Date> counted_to;  // figures after it are estimates; none: there are none
  std::optional<std::uint32_t> working_days;  // or so many after the day of opening
};
BOOST_DESCRIBE_STRUCT(RoundDraft, (), (form, scope, from, to, due, counted_to, working_days))

struct Submission {
  static constexpr std::string_view schema = "ReportSubmission";
  std::uint32_t seen_version = 0;  // 0: none was there
  std::vector<CellBody> cells;     // every column of the form
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Submission, (), (seen_version, cells, note))

struct ReturnBody {
  static constexpr std::string_view schema = "ReportReturn";
  std::uint32_t seen_version = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (), (seen_version, reason))

struct CancelBody {
  static constexpr std::string_view schema = "ReportRoundCancellation";
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelBody, (), (reason))

struct LateBody {
  static constexpr std::string_view schema = "ReportLateEntry";
  std::string code;           // of the unit that is let in
  std::optional<Date> until;  // either this
  std::string reason;
  std::optional<std::uint32_t> working_days;  // or so many after today
};
BOOST_DESCRIBE_STRUCT(LateBody, (), (code, until, reason, working_days))

struct Nothing {
  static constexpr std::string_view schema = "Nothing";
};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

FormList form_list(Language language) {
  FormList out;
  for (const Form& form : forms()) {
    FormBody body{form.code,
                  form.title.text().in(language),
                  form.origin.text().in(language),
                  form.asks,
                  {},
                  form.checks,
                  form.valid_from,
                  form.valid_to,
                  form.replaced_by};
    for (const Column& column : form.columns) {
      body.columns.push_back({column.code, column.title.text().in(language),
                              column.unit.text().in(language), column.sources});
    }
    out.forms.push_back(std::move(body));
  }
  return out;
}

RoundRow row_of(const State& state, const Round& round) {
  RoundRow row{round.no,
               round.form,
               round.from,
               round.to,
               round.due,
               round.scope,
               static_cast<std::uint32_t>(round.units.size()),
               0,
               {},
               {},
               round.cancelled,
               round.is_public(),
               round.counted_to,
               round.follows,
               state.round_changes().of(round.no),
               round.working_days};
  row.counted = round.counted;
  if (round.closing) {
    row.closed_at = round.closing->position;
    row.submitted = round.closing->submitted;
  }
  return row;
}

UnitStanding standing_of(const Round& round, UnitNo unit, Date today) {
  const Report* report = round.report(unit);
  return {unit, round.standing(unit), report == nullptr ? 0 : report->version(),
          round.deadline(unit), round.is_late(unit, today)};
}

// Those in which a unit is asked that the token's owner may see, or that was asked for with those
// below it.
Result<RoundList> list_of(const State& state, const organisation::State& organisation,
                          const Visit& visit, const ledger::Head& head) {
  std::vector<bool> seen = organisation.allowed(visit.actor, Right::SeePlans);
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    seen = organisation.below(unit);
  }
  TRY_ASSIGN(const auto changes, changes_asked(visit, {"page"}, head, Right::SeePlans));
  const auto fits = [&](RoundNo no) {
    const auto& units = state.round(no).units;
    return std::any_of(units.begin(), units.end(),
                       [&](auto number) { return seen[UnitNo{number}.index()]; });
  };
  RoundList out;
  if (changes) {
    const auto page = state.round_changes().page(changes->after, head.seq, changes->bounds, fits);
    for (const RoundNo no : page.items) out.rounds.push_back(row_of(state, state.round(no)));
    out.paging.rows = static_cast<std::uint32_t>(page.items.size());
    out.changes = ChangesTold{page.up_to, page.more, changes->units};
    return out;
  }
  TRY(check_no_limit(visit));
  std::vector<RoundNo> found;
  for (std::uint32_t i = 1; i <= state.rounds(); ++i) {
    if (fits(RoundNo{i})) found.push_back(RoundNo{i});
  }
  out.paging = page_of(visit, found.size(), [&](std::uint32_t row) {
    out.rounds.push_back(row_of(state, state.round(found[row])));
  });
  return out;
}

Result<RoundBody> round_body(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(const Round* round, state.find(no));
  TRY_ASSIGN(const Form* form, form_of(*round));
  RoundBody out;
  out.round = row_of(state, *round);
  out.unit = visit.query("unit").empty() ? round->scope : UnitNo{visit.query_number("unit")};
  TRY(needs.organisation.find(out.unit));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, out.unit));
  const RollUp own = roll_up(*round, *form, needs.organisation)[out.unit.index()];
  out.asked = own.asked;
  out.counted = own.counted;
  out.accepted = own.accepted;
  out.in_time = own.in_time;
  for (std::size_t i = 0; i < form->columns.size(); ++i) {
    out.sums.push_back({form->columns[i].code, own.sums[i], own.estimate(i)});
  }
  if (round->closing && out.unit == round->scope) out.frozen = round->closing->sums;
  const std::vector<bool> below = needs.organisation.below(out.unit);
  std::vector<UnitNo> listed;
  for (const std::uint32_t number : round->units) {
    if (below[UnitNo{number}.index()]) listed.push_back(UnitNo{number});
  }
  const Date today = needs.calendar.today();
  out.paging = page_of(visit, listed.size(), [&](std::uint32_t row) {
    out.units.push_back(standing_of(*round, listed[row], today));
  });
  return out;
}

Result<ReportBody> report_body(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(const Round* round, state.find(no));
  TRY_ASSIGN(const Form* form, form_of(*round));
  TRY(needs.organisation.find(unit));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, unit));
  if (!round->asks(unit)) {
    return problem(Code::NotFound, {"Đơn vị này không phải nộp báo cáo của kỳ này.",
                                    "This unit is not asked for a report in this round."});
  }
  ReportBody out{no, standing_of(*round, unit, needs.calendar.today()), {}, {}};
  if (const Report* report = round->report(unit)) {
    for (std::uint32_t i = 0; i < report->version(); ++i) {
      const Version& one = report->versions[i];
      out.versions.push_back(
          {i + 1, one.cells, one.note, one.at, one.position, one.accepted, one.returned});
    }
  }
  for (const Column& column : form->columns) {
    out.counted.push_back({column.code, counted_of(*round, column, needs.activities, unit)});
  }
  return out;
}

void install_looks(App& app, const State& state, const Needs& needs) {
  api_get<FormList>(
      app,
      {"report_form.list",
       "/report-forms",
       Right::SeePlans,
       Scope::Read,
       {"Các biểu mẫu báo cáo", "Forms of reports"}},
      [](const Visit& visit) -> Result<FormList> { return form_list(visit.language); });
  api_get<RoundList>(
      app,
      {"round.list",
       "/rounds",
       Right::SeePlans,
       Scope::Read,
       {"Các kỳ báo cáo, cũ trước", "Rounds of reports, oldest first"},
       with_changes({{"unit",
                      api::Parameter::Kind::Number,
                      {"Chỉ kỳ hỏi đơn vị này hoặc cấp dưới; không có: mọi đơn vị xem được",
                       "Only those that ask this unit or one below it; none: all one may see"}},
                     api::page_parameter()})},
      [&app, &state, &tree = needs.organisation](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return list_of(state, tree, visit, head); });
      });
  api_get<RoundBody>(app,
                     {"round.show",
                      "/rounds/{round}",
                      Right::SeePlans,
                      Scope::Read,
                      {"Một kỳ báo cáo tại một đơn vị: cộng dồn, ai đã nộp",
                       "A round at a unit: what it adds up to and who handed in"},
                      {{"unit",
                        api::Parameter::Kind::Number,
                        {"Đơn vị cùng cấp dưới; không có: nơi yêu cầu báo cáo",
                         "The unit with all below it; none: who asked for it"}},
                       api::page_parameter()}},
                     [&app, &state, needs](const Visit& visit) {
                       return app.engine.read([&] { return round_body(state, needs, visit); });
                     });
  api_get<ReportBody>(app,
                      {"report.show",
                       "/rounds/{round}/reports/{unit}",
                       Right::SeePlans,
                       Scope::Read,
                       {"Báo cáo của một đơn vị, mọi bản", "A unit's report, every version"}},
                      [&app, &state, needs](const Visit& visit) {
                        return app.engine.read([&] { return report_body(state, needs, visit); });
                      });
}

api::Spec on_report(std::string id, std::string path, Text summary) {
  return {
      std::move(id),
      std::move(path),
      Right::ReportTask,
      Scope::Reports,
      std::move(summary),
      {},
      "/bao-cao/{round}/don-vi/{unit}",
      "/rounds/{round}/reports/{unit}",
      {{fields::note, "note"}, {fields::reason, "reason"}, {"cot-*", "cells"}, {"uoc-*", "cells"}}};
}

api::Spec on_round(std::string id, std::string path, Text summary) {
  return {std::move(id),
          std::move(path),
          Right::Urge,
          Scope::Reports,
          std::move(summary),
          {},
          "/bao-cao/{round}",
          "/rounds/{round}",
          {{fields::form, "form"},
           {fields::from, "from"},
           {fields::to, "to"},
           {fields::counted_to, "counted_to"},
           {fields::due, "due"},
           {fields::reason, "reason"},
           {fields::unit, "code"},
           {fields::until, "until"}}};
}

void install_report_acts(App& app, const State& state, const Needs& needs) {
  const std::string path = "/rounds/{round}/reports/{unit}";
  api_post<Submission>(
      app, on_report("report.submit", path, {"Nộp báo cáo", "Hand a report in"}),
      [&state, needs](const Visit& visit, Submission body) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
        SubmitReport command{no, unit, body.seen_version, {}, body.note.value_or("")};
        for (CellBody& cell : body.cells) {
          command.cells.push_back({std::move(cell.column), cell.amount, cell.estimate});
        }
        return make_order(state, needs, std::move(command));
      });
  api_post<ReturnBody>(
      app, on_report("report.return", path + "/return", {"Trả lại báo cáo", "Send a report back"}),
      [&state, needs](const Visit& visit, ReturnBody body) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
        return make_order(state, needs,
                          ReturnReport{no, unit, body.seen_version, std::move(body.reason)});
      });
}

void install_round_acts(App& app, const State& state, const Needs& needs) {
  api_post<RoundDraft>(app, on_round("round.open", "/rounds", {"Mở kỳ báo cáo", "Ask for reports"}),
                       [&state, needs](const Visit&, RoundDraft body) -> Result<Order> {
                         TRY_ASSIGN(const Due due, due_of_body(body.due, body.working_days, "due"));
                         return make_order(state, needs,
                                           OpenRound{std::move(body.form), body.scope, body.from,
                                                     body.to, due, body.counted_to});
                       });
  api_post<Nothing>(app,
                    on_round("round.close", "/rounds/{round}/close",
                             {"Khóa kỳ báo cáo và cộng dồn", "Close a round and add it up"}),
                    [&state, needs](const Visit& visit, const Nothing&) -> Result<Order> {
                      TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
                      return make_order(state, needs, CloseRound{no});
                    });
  api_post<CancelBody>(app,
                       on_round("round.cancel", "/rounds/{round}/cancel",
                                {"Hủy kỳ báo cáo mở nhầm", "Cancel a round asked for by mistake"}),
                       [&state, needs](const Visit& visit, CancelBody body) -> Result<Order> {
                         TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
                         return make_order(state, needs, CancelRound{no, std::move(body.reason)});
                       });
  api_post<LateBody>(
      app,
      on_round("round.admit_late", "/rounds/{round}/late",
               {"Cho một đơn vị nộp bổ sung", "Let a unit hand in after the closing"}),
      [&state, needs](const Visit& visit, LateBody body) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        TRY_ASSIGN(const Due until, due_of_body(body.until, body.working_days, "until"));
        return make_order(state, needs,
                          AllowLate{no, std::move(body.code), until, std::move(body.reason)});
      });
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  install_looks(app, state, needs);
  install_reports_api(app, state, needs);
  install_report_acts(app, state, needs);
  install_round_acts(app, state, needs);
}

}  // namespace lantoa::city::statistics
