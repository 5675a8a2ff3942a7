// The pages of amendments: those of a plan, one of them with its forms, and who has to approve one.
#include "city/plan/amendment.h"

#include "city/plan/papers.h"
#include "city/plan/progress.h"

namespace lantoa::city::plan {
namespace {

struct AmendmentRow {
  std::string row_address;
  std::string number;  // or what stands for it
  std::string day;
  std::string why;
  Text row_stage;
  std::string row_mark;
  std::optional<std::string> row_paper;
};
BOOST_DESCRIBE_STRUCT(AmendmentRow, (),
                      (row_address, number, day, why, row_stage, row_mark, row_paper))

struct StartForm {
  FormKeys keys;
  std::string action;
  Field why;
};
BOOST_DESCRIBE_STRUCT(StartForm, (), (keys, action, why))

struct AmendmentsView {
  static constexpr std::string_view tpl = "src/city/plan/amendments.tpl";
  std::string plan_address;
  std::string plan_number;
  std::string plan_title;
  bool has_rows = false;
  std::vector<AmendmentRow> rows;  // the newest first
  std::optional<Text> why_not;     // none can be started
  std::optional<StartForm> start;
};
BOOST_DESCRIBE_STRUCT(AmendmentsView, (),
                      (plan_address, plan_number, plan_title, has_rows, rows, why_not, start))

struct AmendApproval {
  FormKeys keys;
  std::string action;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(AmendApproval, (), (keys, action, version))

struct AmendIssue {
  FormKeys keys;
  std::string action;
  Field number, on;
};
BOOST_DESCRIBE_STRUCT(AmendIssue, (), (keys, action, number, on))

struct AmendEnd {
  FormKeys keys;
  std::string action;
  Field words;
};
BOOST_DESCRIBE_STRUCT(AmendEnd, (), (keys, action, words))

struct AmendmentView {
  static constexpr std::string_view tpl = "src/city/plan/amendment.tpl";
  std::string plan_address;
  std::string plan_number;
  std::string plan_title;
  Text heading;
  Text stage;
  std::string mark;
  Text next;
  std::optional<std::string> given_up;  // why
  std::optional<Text> from_above;       // who issues it where the plan's issuer has stopped
  std::string paper;
  AmendmentShown shown;
  std::optional<AmendApproval> approval;
  std::optional<AmendIssue> issue;
  std::optional<AmendForm> form;
  std::optional<AmendEnd> end;
};
BOOST_DESCRIBE_STRUCT(AmendmentView, (),
                      (plan_address, plan_number, plan_title, heading, stage, mark, next, given_up,
                       from_above, paper, shown, approval, issue, form, end))

std::string amendment_mark(AmendmentStage stage) {
  switch (stage) {
    case AmendmentStage::Approved:
      return "state-risk";
    case AmendmentStage::Issued:
      return "state-done";
    case AmendmentStage::Draft:
    case AmendmentStage::GivenUp:
      break;
  }
  return "state-idle";
}

AmendmentRow amendment_row(const Amendment& one, Language language) {
  AmendmentRow row;
  row.row_address = address_of(one.plan, one.no);
  row.row_stage = title(one.stage);
  row.row_mark = amendment_mark(one.stage);
  row.why = one.text.reason;
  if (one.stage == AmendmentStage::Issued) {
    row.number = one.number;
    row.day = vietnamese(one.issued);
  } else {
    const bool is_open = one.is_open();
    row.number = is_open ? Text{"Chưa có số", "No number yet"}.in(language)
                         : Text{"Không có số", "No number"}.in(language);
    row.day = vietnamese(is_open ? one.drafted : one.closed);
  }
  if (one.stage != AmendmentStage::GivenUp) row.row_paper = row.row_address + "/van-ban";
  return row;
}

Result<AmendmentsView> list_amendments(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const Plan* plan, state.find(no));
  AmendmentsView view;
  view.plan_address = "/ke-hoach/" + std::to_string(no.value);
  view.plan_number = shown_number(*plan, visit.language);
  view.plan_title = plan->title;
  for (auto one = plan->amendments.rbegin(); one != plan->amendments.rend(); ++one) {
    view.rows.push_back(amendment_row(state.amendment(*one), visit.language));
  }
  view.has_rows = !view.rows.empty();
  if (!needs.organisation.allows(visit.actor, Right::DraftPlan,
                                 amender(needs.organisation, *plan))) {
    return view;
  }
  if (plan->stage != Stage::Issued) {
    view.why_not = Text{"Kế hoạch chưa ban hành: hãy sửa thẳng vào dự thảo.",
                        "The plan is not issued: change the draft itself."};
  } else if (state.open_amendment(no) != nullptr) {
    view.why_not = Text{"Đang có một bản chưa ban hành; mỗi kế hoạch chỉ soạn một bản một lúc.",
                        "One is open; a plan has one at a time."};
  } else {
    view.start = StartForm{form_keys(visit), amendments_address(no), field(visit, fields::reason)};
  }
  return view;
}

// The page being filled; everything is read while the state stands still.
class Presenting {
 public:
  Presenting(const State& state, const Needs& needs, const Visit& visit)
      : state_(state), needs_(needs), visit_(visit) {}

  Result<AmendmentView> view() const {
    TRY_ASSIGN(const PlanNo no, visit_.number<PlanNo>("plan"));
    TRY_ASSIGN(const AmendmentNo amendment, visit_.number<AmendmentNo>("amendment"));
    TRY_ASSIGN(const Plan* plan, state_.find(no));
    TRY_ASSIGN(const Amendment* one, find_amendment(state_, no, amendment));
    AmendmentView view;
    view.plan_address = "/ke-hoach/" + std::to_string(no.value);
    view.plan_number = plan->number;
    view.plan_title = plan->title;
    view.heading = heading_of(*one);
    view.stage = title(one->stage);
    view.mark = amendment_mark(one->stage);
    view.paper = address_of(no, amendment) + "/van-ban";
    view.from_above = from_above(*plan, *one);
    view.shown = shown_of(state_, needs_, *one);
    add_forms(*plan, *one, view);
    return view;
  }

 private:
  static Text heading_of(const Amendment& one) {
    if (one.stage != AmendmentStage::Issued) {
      const std::string day = vietnamese(one.drafted);
      return {"Sửa đổi, bổ sung soạn ngày " + day, "Amendment drafted on " + day};
    }
    const std::string day = vietnamese(one.issued);
    return {"Sửa đổi, bổ sung theo " + one.number + " ngày " + day,
            "Amendment " + one.number + " of " + day};
  }

  std::optional<Text> from_above(const Plan& plan, const Amendment& one) const {
    const UnitNo issuer = issuer_of(needs_.organisation, plan, one);
    if (issuer == plan.issuer || one.stage == AmendmentStage::GivenUp) return std::nullopt;
    const std::string& name = needs_.organisation.unit(issuer).name;
    Text out{"Sửa đổi, bổ sung này do " + name + " ban hành.",
             "This amendment is issued by " + name + "."};
    if (const auto closed = needs_.organisation.closed_in_words(plan.issuer)) {
      out = {closed->vi + ". " + out.vi, closed->en + ". " + out.en};
    }
    return out;
  }

  // What was typed into a form that failed, unless it was another one.
  Field typed(std::string_view end_of_path, std::string_view name, std::string value = {}) const {
    const bool is_sent = visit_.failure != nullptr && visit_.request.path.ends_with(end_of_path);
    return is_sent ? field(visit_, name, std::move(value)) : Field{std::move(value), {}};
  }

  void add_forms(const Plan& plan, const Amendment& one, AmendmentView& view) const {
    const std::string address = address_of(plan.no, one.no);
    const bool may_draft = needs_.organisation.allows(visit_.actor, Right::DraftPlan,
                                                      amender(needs_.organisation, plan));
    const bool approves = may_approve(plan, one, needs_.organisation, visit_.actor);
    switch (one.stage) {
      case AmendmentStage::Draft:
        view.next = approves ? Text{"Chờ bạn xem tác động và phê duyệt.",
                                    "Waiting for you to look at its impact and approve."}
                             : Text{
                                   "Chờ một người khác phê duyệt; người soạn không tự duyệt được. "
                                   "Kế hoạch chưa đổi gì.",
                                   "Waiting for another person to approve; its writers cannot. "
                                   "The plan is as it was."};
        if (approves && says_anything(one.text)) {
          view.approval =
              AmendApproval{form_keys(visit_), address + "/duyet", std::to_string(one.version)};
        }
        if (may_draft) {
          view.end = AmendEnd{form_keys(visit_), address + "/thoi", typed("/thoi", fields::words)};
        }
        break;
      case AmendmentStage::Approved:
        view.next = may_draft
                        ? Text{"Đã duyệt. Ghi số của văn thư để ban hành.",
                               "Approved. Enter the clerk's number to issue it."}
                        : Text{"Đã duyệt; chờ cơ quan soạn ghi số của văn thư và ban hành.",
                               "Approved; its drafters enter the clerk's number and issue it."};
        if (may_draft) {
          view.issue = AmendIssue{
              form_keys(visit_), address + "/ban-hanh", typed("/ban-hanh", fields::number),
              typed("/ban-hanh", fields::on, vietnamese(needs_.calendar.today()))};
        }
        break;
      case AmendmentStage::Issued:
        view.next = {"Kế hoạch và việc của các đơn vị đã theo bản này.",
                     "The plan and the units' work are as it says."};
        return;
      case AmendmentStage::GivenUp:
        view.next = {"Đã thôi ngày " + vietnamese(one.closed) + ":",
                     "Given up on " + vietnamese(one.closed) + ":"};
        view.given_up = one.given_up;
        return;
    }
    if (may_draft) view.form = amend_form(state_, needs_, visit_, one);
  }

  const State& state_;
  const Needs& needs_;
  const Visit& visit_;
};

std::vector<App::Crumb> crumbs_to(const std::string& number, const std::string& plan_address,
                                  Language language, std::optional<std::string> last = {}) {
  std::vector<App::Crumb> out{{Text{"Kế hoạch", "Plans"}.in(language), "/ke-hoach"},
                              {number, plan_address},
                              {Text{"Sửa đổi, bổ sung", "Amendments"}.in(language), {}}};
  if (!last) return out;
  out.back().path = plan_address + "/sua-doi";
  out.push_back({*std::move(last), {}});
  return out;
}

void add_approvals(const State& state, const Needs& needs, const Visit& visit,
                   std::vector<App::Duty>& out) {
  for (const AmendmentNo no : state.amendments_waiting()) {
    const Amendment& one = state.amendment(no);
    const Plan& plan = state.plan(one.plan);
    if (!may_approve(plan, one, needs.organisation, visit.actor) || !says_anything(one.text)) {
      continue;
    }
    App::Duty duty;
    duty.state = Text{"Chờ bạn duyệt", "Waiting for you"};
    duty.title = Text{"Sửa đổi, bổ sung ", "Amendment of "}.in(visit.language) + plan.number +
                 ": " + plan.title;
    duty.detail = needs.organisation.unit(amender(needs.organisation, plan)).name;
    duty.address = address_of(plan.no, no);
    duty.action = {"Xem và duyệt", "Read and approve"};
    out.push_back(std::move(duty));
  }
}

struct Named {
  PlanNo plan;
  AmendmentNo amendment;
};
Result<Named> named(const Visit& visit) {
  Named out;
  TRY_ASSIGN(out.plan, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(out.amendment, visit.number<AmendmentNo>("amendment"));
  return out;
}

void install_amendment_acts(App& app, const State& state, const Needs& needs, const Page& again) {
  const std::string one = "/ke-hoach/{plan}/sua-doi/{amendment}";
  app.routes.post(
      one, Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named of, named(visit));
        return make_order(state, needs,
                          ChangeAmendment{of.plan, of.amendment, visit.typed_number("version"),
                                          read_amendment(visit)});
      },
      again);
  app.routes.post(
      one + "/duyet", Right::ApprovePlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named of, named(visit));
        return make_order(state, needs,
                          ApproveAmendment{of.plan, of.amendment, visit.typed_number("version")});
      },
      again);
  app.routes.post(
      one + "/ban-hanh", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named of, named(visit));
        TRY_ASSIGN(const Date on, typed_date(visit, fields::on));
        return make_order(
            state, needs,
            IssueAmendment{of.plan, of.amendment, std::string(visit.typed(fields::number)), on});
      },
      again);
  app.routes.post(
      one + "/thoi", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named of, named(visit));
        return make_order(
            state, needs,
            GiveUpAmendment{of.plan, of.amendment, std::string(visit.typed(fields::words))});
      },
      again);
}

}  // namespace

void install_amendments(App& app, const State& state, Needs needs) {
  app.duties.push_back([&state, needs](const Visit& visit, std::vector<App::Duty>& out) {
    add_approvals(state, needs, visit, out);
  });
  const Text heading{"Sửa đổi, bổ sung kế hoạch", "Amendments of the plan"};
  const Page list = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const AmendmentsView view,
               app.engine.read([&] { return list_amendments(state, needs, visit); }));
    return app.show(visit, heading, view,
                    crumbs_to(view.plan_number, view.plan_address, visit.language));
  };
  app.routes.get("/ke-hoach/{plan}/sua-doi", Right::SeePlans, list);
  app.routes.post(
      "/ke-hoach/{plan}/sua-doi", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs, DraftAmendment{no, read_amendment(visit)});
      },
      list);
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const AmendmentView view,
               app.engine.read([&] { return Presenting(state, needs, visit).view(); }));
    return app.show(visit, view.heading, view,
                    crumbs_to(view.plan_number, view.plan_address, visit.language,
                              view.heading.in(visit.language)));
  };
  app.routes.get("/ke-hoach/{plan}/sua-doi/{amendment}", Right::SeePlans, page);
  install_amendment_acts(app, state, needs, page);
  app.routes.get(
      "/ke-hoach/{plan}/sua-doi/{amendment}/van-ban", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const Named of, named(visit));
        TRY_ASSIGN(const paper::Paper paper,
                   app.engine.read([&](const ledger::Head& head) -> Result<paper::Paper> {
                     TRY_ASSIGN(const Amendment* one, find_amendment(state, of.plan, of.amendment));
                     return amendment_paper(state, needs, *one, head.seq);
                   }));
        return paper_file(visit, paper,
                          "sua-doi-ke-hoach-" + std::to_string(of.plan.value) + "-" +
                              std::to_string(of.amendment.value));
      });
}

}  // namespace lantoa::city::plan
