// One unit's report: filled beforehand from its activities, handed in, sent back or accepted.
#include "city/amount.h"
#include "city/field.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

struct CellRow {
  std::string id;
  std::string code;
  Text title;
  Text measure;
  std::string value;            // in the form
  std::uint64_t handed_in = 0;  // in the table
  std::optional<std::uint64_t> counted;
  std::string evidence;  // address
  bool differs = false;
  std::optional<std::string> wrong;
};
BOOST_DESCRIBE_STRUCT(CellRow, (),
                      (id, code, title, measure, value, handed_in, counted, evidence, differs,
                       wrong))

struct VersionRow {
  std::uint32_t number = 0;
  std::string at;
  std::uint64_t position = 0;
  Text standing;
  std::string mark;
  std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (number, at, position, standing, mark, why))

struct Fill {
  FormKeys keys;
  std::string action;
  std::string keep;  // under which the browser keeps what is typed
  std::string version;
  Field explanation;
  bool again = false;  // a version is there already
};
BOOST_DESCRIBE_STRUCT(Fill, (), (keys, action, keep, version, explanation, again))

struct Review {
  FormKeys keys;
  std::string accept, send_back;
  std::string version;
  bool may_accept = false;
  Field reason;
  bool failed = false;
};
BOOST_DESCRIBE_STRUCT(Review, (), (keys, accept, send_back, version, may_accept, reason, failed))

struct ReportView {
  static constexpr std::string_view tpl = "src/city/statistics/report.tpl";
  std::string unit;
  Text form;
  std::string period;
  std::string round;  // address
  std::string from, to, due;
  Text standing;
  std::string mark;
  bool is_late = false;
  std::optional<std::string> returned;   // why
  std::optional<std::string> explained;  // of the latest: why it differs
  std::optional<std::string> until;      // a closed round takes it until then
  std::optional<Fill> fill;
  std::optional<Text> why_not;  // nothing can be filled now
  std::vector<CellRow> cells;
  std::vector<VersionRow> versions;
  bool has_versions = false;
  std::optional<Review> review;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (unit, form, period, round, from, to, due, standing, mark, is_late, returned,
                       explained, until, fill, why_not, cells, versions, has_versions, review))

struct Asked {
  const Round* round = nullptr;
  const Form* form = nullptr;
  UnitNo unit;
};

Result<Asked> asked_for(const State& state, const Needs& needs, const Visit& visit) {
  Asked out;
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(out.round, state.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  TRY(needs.organisation.find(out.unit));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, out.unit));
  if (out.round->asks(out.unit)) return out;
  return problem(Code::NotFound, {"Đơn vị này không phải nộp báo cáo của kỳ này.",
                                  "This unit is not asked for a report in this round."});
}

std::vector<CellRow> cells_of(const Asked& of, const Needs& needs, const Visit& visit) {
  const Report* report = of.round->report(of.unit);
  const auto amounts = report != nullptr ? amounts_of(report->latest(), *of.form)
                                         : std::vector<std::uint64_t>(of.form->columns.size());
  std::vector<CellRow> out;
  for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
    const Column& column = of.form->columns[i];
    const auto counted = counted_of(*of.round, column, needs.activities, of.unit);
    std::string before;
    if (report != nullptr) {
      before = std::to_string(amounts[i]);
    } else if (counted) {
      before = std::to_string(*counted);
    }
    const std::string id = fields::cell(column.code);
    const Field shown = field(visit, id, before);
    out.push_back({id, column.code, column.title.text(), column.unit.text(), shown.value,
                   amounts[i], counted, address_of(of.round->no, of.unit) + "/cot/" + column.code,
                   report != nullptr && counted && *counted != amounts[i], shown.error});
  }
  return out;
}

std::vector<VersionRow> versions_of(const Report& report) {
  std::vector<VersionRow> out;
  for (std::uint32_t i = report.version(); i > 0; --i) {
    const Version& version = report.versions[i - 1];
    const Standing standing = version.returned   ? Standing::Returned
                              : version.accepted ? Standing::Accepted
                                                 : Standing::Submitted;
    out.push_back({i, vietnamese(version.at), version.position, title(standing),
                   std::string(mark(standing)), version.returned});
  }
  return out;
}

// Why nothing can be handed in today; nothing when it can.
std::optional<Text> why_not(const Asked& of, Date today) {
  if (today < of.round->to) {
    return Text{"Nộp được từ ngày " + vietnamese(of.round->to) + ", khi kỳ đã hết.",
                "It can be handed in from " + vietnamese(of.round->to) + " on."};
  }
  if (!of.round->takes(of.unit, today)) {
    return Text{"Kỳ báo cáo đã khóa. Muốn nộp, hãy đề nghị cơ quan tổng hợp cho nộp bổ sung.",
                "The round is closed. Ask those who add it up to let the unit in once more."};
  }
  if (of.round->standing(of.unit) == Standing::Accepted) {
    return Text{"Báo cáo đã được nhận. Muốn sửa, hãy nhờ cơ quan nhận trả lại trước.",
                "The report is accepted. To change it, ask for it to be sent back first."};
  }
  return std::nullopt;
}

void fill_acts(ReportView& view, const Asked& of, const Needs& needs, const Visit& visit) {
  const Date today = needs.calendar.today();
  const Report* report = of.round->report(of.unit);
  const std::string version = std::to_string(report == nullptr ? 0 : report->version());
  if (needs.organisation.allows(visit.actor, Right::ReportTask, of.unit)) {
    view.why_not = why_not(of, today);
    if (!view.why_not) {
      const std::string address = address_of(of.round->no, of.unit);
      view.fill = Fill{form_keys(visit),
                       address,
                       address + "/" + version,
                       version,
                       field(visit, fields::note, report != nullptr ? report->latest().note : ""),
                       report != nullptr};
    }
  }
  const bool counts = report != nullptr && report->counts();
  if (!counts || !of.round->takes(of.unit, today) ||
      !may_review(needs.organisation, visit.actor, of.unit)) {
    return;
  }
  Review review;
  review.keys = form_keys(visit);
  review.accept = address_of(of.round->no, of.unit) + "/nhan";
  review.send_back = address_of(of.round->no, of.unit) + "/tra-lai";
  review.version = version;
  review.may_accept = !report->latest().accepted;
  review.reason = field(visit, fields::reason);
  review.failed = visit.failure != nullptr && visit.request.path == review.send_back;
  view.review = std::move(review);
}

Result<ReportView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Asked of, asked_for(state, needs, visit));
  const Round& round = *of.round;
  ReportView view;
  view.unit = needs.organisation.unit(of.unit).name;
  view.form = of.form->title.text();
  view.period = title_of(round, visit.language);
  view.round = address_of(round.no);
  view.from = vietnamese(round.from);
  view.to = vietnamese(round.to);
  view.due = vietnamese(round.due);
  const Standing standing = round.standing(of.unit);
  view.standing = title(standing);
  view.mark = mark(standing);
  if (const Report* report = round.report(of.unit)) {
    view.is_late = report->in_time && *report->in_time > round.due;
    view.returned = report->latest().returned;
    if (!report->latest().note.empty()) view.explained = report->latest().note;
    view.versions = versions_of(*report);
  }
  view.has_versions = !view.versions.empty();
  const auto late = round.late.find(of.unit);
  if (round.closing && late != round.late.end()) view.until = vietnamese(late->second.until);
  view.cells = cells_of(of, needs, visit);
  fill_acts(view, of, needs, visit);
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
  TRY_ASSIGN(const Form* form, app.engine.read([&]() -> Result<const Form*> {
    TRY_ASSIGN(const Round* round, state.find(to.round));
    return form_of(*round);
  }));
  SubmitReport command{
      to.round, to.unit, visit.typed_number("ban"), {}, std::string(visit.typed(fields::note))};
  Faults faults;
  for (const Column& column : form->columns) {
    command.cells.push_back({column.code, typed_amount(visit, fields::cell(column.code), faults)});
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
