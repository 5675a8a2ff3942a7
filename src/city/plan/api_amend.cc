// Amendments of issued plans for programs. Approving one needs a second person before a page, so it
// is not here.
#include "city/described_api.h"
#include "city/plan/impact.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {

BOOST_DESCRIBE_ENUM(AmendmentStage, Draft, Approved, Issued, GivenUp)

namespace {

struct AmendmentSummary {
  static constexpr std::string_view schema = "AmendmentRow";
  AmendmentNo id;
  PlanNo plan;
  AmendmentStage stage = AmendmentStage::Draft;
  std::uint32_t version = 0;
  std::string reason;
  std::optional<std::string> number;
  std::optional<Date> issued;
  std::optional<UnitNo> issuer;  // once issued, who did; before, who would today; given up: nobody
};
BOOST_DESCRIBE_STRUCT(AmendmentSummary, (),
                      (id, plan, stage, version, reason, number, issued, issuer))

struct AmendmentList {
  static constexpr std::string_view schema = "AmendmentList";
  Paging paging;
  std::vector<AmendmentSummary> amendments;  // oldest first
};
BOOST_DESCRIBE_STRUCT(AmendmentList, (), (paging, amendments))

// So many assignments of a task; of those that are moved, how many become what.
struct TaskImpactBody {
  static constexpr std::string_view schema = "TaskImpact";
  TaskNo task;
  std::uint32_t assignments = 0;
  std::uint32_t done = 0;
  std::uint32_t nearer = 0;
  std::uint32_t later = 0;
  std::uint32_t kept = 0;
  std::uint32_t late_at_once = 0;
  std::uint32_t short_notice = 0;
  std::uint32_t withdrawn = 0;
  std::uint32_t requests_ended = 0;
  std::vector<PlanNo> plans_beyond;
  std::vector<PlanNo> plans_hanging;
  std::vector<UnitNo> reached;
};
BOOST_DESCRIBE_STRUCT(TaskImpactBody, (),
                      (task, assignments, done, nearer, later, kept, late_at_once, short_notice,
                       withdrawn, requests_ended, plans_beyond, plans_hanging, reached))

struct ImpactBody {
  static constexpr std::string_view schema = "AmendmentImpact";
  std::vector<TaskImpactBody> changes;
  std::uint32_t new_assignments = 0;
};
BOOST_DESCRIBE_STRUCT(ImpactBody, (), (changes, new_assignments))

struct AmendmentBody {
  static constexpr std::string_view schema = "Amendment";
  AmendmentSummary amendment;
  std::vector<Ground> grounds;
  std::vector<TaskAmendment> changes;
  std::vector<NewTask> tasks;
  std::vector<TaskNo> added;         // once it is issued: what `tasks` became
  std::optional<ImpactBody> impact;  // while it lies ahead
};
BOOST_DESCRIBE_STRUCT(AmendmentBody, (), (amendment, grounds, changes, tasks, added, impact))

struct TaskAmendmentDraft {
  static constexpr std::string_view schema = "TaskAmendmentDraft";
  TaskNo task;
  std::optional<std::string> what;
  std::optional<Terms> terms;
  std::optional<Date> due;
  std::optional<bool> withdrawn;
  std::optional<bool> reached;  // units that its rule reaches only now get it, too
  // In place of `due`: so many after the amendment's day of issue.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(TaskAmendmentDraft, (),
                      (task, what, terms, due, withdrawn, reached, working_days))

struct NewTaskDraft {
  static constexpr std::string_view schema = "NewTaskDraft";
  std::string what;
  std::optional<std::vector<organisation::Kind>> kinds;  // every unit of these in the plan's scope
  std::optional<std::string> code;                       // or the unit of this code
  std::optional<Date> due;                               // either this
  std::optional<Terms> terms;
  std::optional<std::uint32_t> working_days;  // or so many after the amendment's day of issue
  std::optional<GroupNo> group;               // or its units in the plan's scope
};
BOOST_DESCRIBE_STRUCT(NewTaskDraft, (), (what, kinds, code, due, terms, working_days, group))

struct AmendmentDraftBody {
  static constexpr std::string_view schema = "AmendmentDraft";
  std::string reason;
  std::optional<std::vector<Ground>> grounds;
  std::optional<std::vector<TaskAmendmentDraft>> changes;
  std::optional<std::vector<NewTaskDraft>> tasks;
};
BOOST_DESCRIBE_STRUCT(AmendmentDraftBody, (), (reason, grounds, changes, tasks))

struct AmendmentChangeBody {
  static constexpr std::string_view schema = "AmendmentChange";
  std::uint32_t seen_version = 0;  // of the amendment
  std::string reason;
  std::optional<std::vector<Ground>> grounds;
  std::optional<std::vector<TaskAmendmentDraft>> changes;
  std::optional<std::vector<NewTaskDraft>> tasks;
};
BOOST_DESCRIBE_STRUCT(AmendmentChangeBody, (), (seen_version, reason, grounds, changes, tasks))

struct AmendmentIssueBody {
  static constexpr std::string_view schema = "AmendmentIssue";
  std::string number;
  Date on;
};
BOOST_DESCRIBE_STRUCT(AmendmentIssueBody, (), (number, on))

struct AmendmentEndBody {
  static constexpr std::string_view schema = "AmendmentEnd";
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendmentEndBody, (), (reason))

AmendmentSummary summary_of(const State& state, const Needs& needs, const Amendment& one) {
  AmendmentSummary out{one.no, one.plan, one.stage, one.version, one.text.reason, {}, {}, {}};
  if (one.stage != AmendmentStage::GivenUp) {
    out.issuer = issuer_of(needs.organisation, state.plan(one.plan), one);
  }
  if (one.stage == AmendmentStage::Issued) {
    out.number = one.number;
    out.issued = one.issued;
  }
  return out;
}

std::uint32_t count_of(const std::vector<AssignmentNo>& list) {
  return static_cast<std::uint32_t>(list.size());
}

TaskImpactBody impact_body(const TaskImpact& one) {
  return {one.task,
          count_of(one.all),
          count_of(one.done),
          count_of(one.nearer),
          count_of(one.later),
          count_of(one.effect.kept),
          count_of(one.late_at_once),
          count_of(one.short_notice),
          count_of(one.effect.withdrawn),
          count_of(one.asking),
          one.beyond,
          one.hanging,
          one.effect.reached};
}

AmendmentBody amendment_body(const State& state, const Needs& needs, const Amendment& one) {
  AmendmentBody out{summary_of(state, needs, one),
                    one.text.grounds,
                    one.text.changes,
                    one.text.tasks,
                    one.added,
                    {}};
  if (!one.is_open()) return out;
  AmendmentText today = counted_from(one.text, needs.calendar.today(), needs.workdays);
  out.changes = std::move(today.changes);
  out.tasks = std::move(today.tasks);
  const Impact impact =
      impact_of(state, needs.organisation, needs.workdays, one.text, needs.calendar.today());
  ImpactBody body;
  for (const TaskImpact& task : impact.changes) body.changes.push_back(impact_body(task));
  body.new_assignments = impact.new_assignments(one.text);
  out.impact = std::move(body);
  return out;
}

Result<void> check_who(const NewTaskDraft& body) {
  const int has_kinds = body.kinds && !body.kinds->empty() ? 1 : 0;
  const int has_code = body.code && !body.code->empty() ? 1 : 0;
  const int has_group = body.group && *body.group ? 1 : 0;
  if (has_kinds + has_code + has_group == 1) return {};
  return problem(Code::Invalid,
                 {"Nhiệm vụ mới cần đúng một trong ba: “kinds” (mọi đơn vị thuộc các loại này), "
                  "“code” (một đơn vị) hoặc “group” (một nhóm đơn vị).",
                  "A new task needs exactly one of “kinds” (every unit of these kinds), “code” "
                  "(one unit) and “group” (a group of units)."},
                 "tasks");
}

// Of one of the tasks in this list of the body; its fault names both.
template <class One>
Result<Due> due_in(const std::string& list, const One& one) {
  return due_of_body(one.due, one.working_days, fields::due).map_error([&](Problem why) {
    why.field = list + "." + why.field;
    return why;
  });
}

template <class Body>
Result<AmendmentDraft> draft_of(Body body) {
  AmendmentDraft out;
  out.reason = std::move(body.reason);
  if (body.grounds) out.grounds = *std::move(body.grounds);
  if (body.changes) {
    for (TaskAmendmentDraft& one : *body.changes) {
      if (one.due || one.working_days) TRY(due_in("changes", one));
      out.changes.push_back({one.task, std::move(one.what), std::move(one.terms), one.due,
                             one.withdrawn.value_or(false), one.reached.value_or(false),
                             one.working_days});
    }
  }
  if (!body.tasks) return out;
  for (NewTaskDraft& one : *body.tasks) {
    TRY(check_who(one));
    TRY_ASSIGN(const Due due, due_in("tasks", one));
    out.tasks.push_back({out.tasks.size() + 1, std::move(one.what), one.code.value_or(""),
                         one.kinds.value_or(std::vector<organisation::Kind>()), due,
                         one.terms.value_or(Terms{}), one.group.value_or(GroupNo{})});
  }
  return out;
}

// Its page and its path in the API.
api::Spec on_amendment(std::string id, std::string path, Text summary) {
  api::Spec out{std::move(id),
                std::move(path),
                Right::DraftPlan,
                Scope::Plans,
                std::move(summary),
                {},
                "/ke-hoach/{plan}/sua-doi/{amendment}",
                "/plans/{plan}/amendments/{amendment}",
                {{fields::reason, "reason"}, {fields::words, "reason"}}};
  for (const auto& [field, member] :
       {std::pair{fields::what, "what"}, std::pair{fields::due, "due"},
        std::pair{fields::units, "kinds"}, std::pair{fields::group, "group"},
        std::pair{fields::reached, "reached"}, std::pair{fields::doer, "terms.doer"},
        std::pair{fields::responsibility, "terms.responsibility"},
        std::pair{fields::authority, "terms.authority"}, std::pair{fields::result, "terms.result"},
        std::pair{fields::partners, "terms.partners"}}) {
    out.members.emplace_back(std::string(field) + "-viec-*", std::string("changes.") + member);
    out.members.emplace_back(std::string(field) + "-moi-*", std::string("tasks.") + member);
  }
  return out;
}

struct Addressed {
  PlanNo plan;
  AmendmentNo amendment;
};
Result<Addressed> addressed(const Visit& visit) {
  Addressed out;
  TRY_ASSIGN(out.plan, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(out.amendment, visit.number<AmendmentNo>("amendment"));
  return out;
}

void install_amendment_looks(App& app, const State& state, const Needs& needs) {
  api_get<AmendmentList>(app,
                         {"amendment.list",
                          "/plans/{plan}/amendments",
                          Right::SeePlans,
                          Scope::Read,
                          {"Các sửa đổi, bổ sung của một kế hoạch", "The amendments of a plan"},
                          {api::page_parameter()}},
                         [&app, &state, needs](const Visit& visit) -> Result<AmendmentList> {
                           TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                           return app.engine.read([&]() -> Result<AmendmentList> {
                             TRY_ASSIGN(const Plan* plan, state.find(no));
                             AmendmentList out;
                             out.paging =
                                 page_of(visit, plan->amendments.size(), [&](std::uint32_t row) {
                                   out.amendments.push_back(summary_of(
                                       state, needs, state.amendment(plan->amendments[row])));
                                 });
                             return out;
                           });
                         });
  api_get<AmendmentBody>(
      app,
      {"amendment.show",
       "/plans/{plan}/amendments/{amendment}",
       Right::SeePlans,
       Scope::Read,
       {"Một sửa đổi, bổ sung và tác động của nó", "An amendment and its impact"}},
      [&app, &state, needs](const Visit& visit) -> Result<AmendmentBody> {
        TRY_ASSIGN(const Addressed of, addressed(visit));
        return app.engine.read([&]() -> Result<AmendmentBody> {
          TRY_ASSIGN(const Amendment* one, find_amendment(state, of.plan, of.amendment));
          return amendment_body(state, needs, *one);
        });
      });
}

void install_amendment_writes(App& app, const State& state, const Needs& needs) {
  api_post<AmendmentDraftBody>(
      app,
      on_amendment("amendment.draft", "/plans/{plan}/amendments",
                   {"Soạn sửa đổi, bổ sung kế hoạch", "Draft an amendment of a plan"}),
      [&state, needs](const Visit& visit, AmendmentDraftBody body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(AmendmentDraft draft, draft_of(std::move(body)));
        return make_order(state, needs, DraftAmendment{no, std::move(draft)});
      });
  api_post<AmendmentChangeBody>(
      app,
      on_amendment("amendment.change", "/plans/{plan}/amendments/{amendment}",
                   {"Ghi lại toàn bộ nội dung sửa đổi, bổ sung", "Replace what an amendment says"}),
      [&state, needs](const Visit& visit, AmendmentChangeBody body) -> Result<Order> {
        TRY_ASSIGN(const Addressed of, addressed(visit));
        const std::uint32_t seen = body.seen_version;
        TRY_ASSIGN(AmendmentDraft draft, draft_of(std::move(body)));
        return make_order(state, needs,
                          ChangeAmendment{of.plan, of.amendment, seen, std::move(draft)});
      });
  api_post<AmendmentIssueBody>(
      app,
      on_amendment("amendment.issue", "/plans/{plan}/amendments/{amendment}/issue",
                   {"Ban hành sửa đổi, bổ sung đã duyệt", "Issue an approved amendment"}),
      [&state, needs](const Visit& visit, AmendmentIssueBody body) -> Result<Order> {
        TRY_ASSIGN(const Addressed of, addressed(visit));
        return make_order(state, needs,
                          IssueAmendment{of.plan, of.amendment, std::move(body.number), body.on});
      });
  api_post<AmendmentEndBody>(
      app,
      on_amendment("amendment.give_up", "/plans/{plan}/amendments/{amendment}/give-up",
                   {"Thôi một dự thảo sửa đổi, bổ sung", "Give up a draft of an amendment"}),
      [&state, needs](const Visit& visit, AmendmentEndBody body) -> Result<Order> {
        TRY_ASSIGN(const Addressed of, addressed(visit));
        return make_order(state, needs,
                          GiveUpAmendment{of.plan, of.amendment, std::move(body.reason)});
      });
}

}  // namespace

void install_amend_api(App& app, const State& state, Needs needs) {
  install_amendment_looks(app, state, needs);
  install_amendment_writes(app, state, needs);
}

}  // namespace lantoa::city::plan
