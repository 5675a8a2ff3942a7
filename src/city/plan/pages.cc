// Plans and one plan, as the office sees them.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/plan/change_form.h"
#include "city/plan/due_words.h"
#include "city/plan/group_lists.h"
#include "city/plan/grown.h"
#include "city/plan/signed.h"

namespace lantoa::city::plan {
namespace {

// Of the groups whose units are named on the page of a plan.
constexpr std::size_t members_of_one_max = 60;
constexpr std::size_t members_on_page_max = 600;

struct PlanRow {
  std::string address;
  std::string number;  // or what stands for it while there is none
  std::string title;
  std::string issuer;
  Text stage;
  std::string mark;  // class of the state's shape
  std::uint32_t done = 0;
  std::uint32_t all = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (address, number, title, issuer, stage, mark, done, all))

struct ListView {
  static constexpr std::string_view tpl = "src/city/plan/list.tpl";
  bool may_draft = false;
  bool has_plans = false;
  std::vector<PlanRow> plans;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (may_draft, has_plans, plans, pager))

struct TermRow {
  Text label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(TermRow, (), (label, value))

struct AmendedBy {
  bool is_further = false;  // not the first that is named
  std::string amended_address;
  std::string amended_number;
  std::string amended_on;
};
BOOST_DESCRIBE_STRUCT(AmendedBy, (), (is_further, amended_address, amended_number, amended_on))

// What an amendment made of a task; leads to what it said before.
struct TaskChangeRow {
  std::string change_address;
  Text change_words;
};
BOOST_DESCRIBE_STRUCT(TaskChangeRow, (), (change_address, change_words))

struct TaskRow {
  std::string number;  // of the task, in addresses
  std::string what;
  std::vector<TaskChangeRow> changes;  // by amendments, the newest first
  Text units;
  std::optional<std::string> group_address;
  Text due;
  std::optional<Text> extended;  // how many units have a later deadline
  std::uint32_t done = 0;
  std::uint32_t all = 0;
  std::uint32_t late = 0;
  std::optional<std::string> late_address;
  bool has_terms = false;
  std::vector<TermRow> terms;  // who, until when, with what result
  Text clear;                  // how much of the six points is said
  std::string clear_mark;
  bool may_change = false;
  std::string plan;
  std::string version;  // of the plan, as seen
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (),
                      (number, what, changes, units, group_address, due, extended, done, all, late,
                       late_address, has_terms, terms, clear, clear_mark, may_change, plan, version,
                       keys))

struct MemberRow {
  std::string name;
  std::optional<std::string> above;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (name, above))

struct GroupListRow {
  std::string called;
  std::uint32_t count = 0;
  bool is_given = false;  // else its units are those of today
  std::vector<MemberRow> members;
  bool is_cut = false;
  std::string all_address;  // where all of them stand, page by page
};
BOOST_DESCRIBE_STRUCT(GroupListRow, (), (called, count, is_given, members, is_cut, all_address))

struct AddTaskForm {
  FormKeys keys;
  std::string what;
  std::string due;
  Text due_hint;
  std::string code;
  std::vector<Choice> rules;
  bool has_groups = false;
  std::vector<Choice> groups;  // of units
};
BOOST_DESCRIBE_STRUCT(AddTaskForm, (), (keys, what, due, due_hint, code, rules, has_groups, groups))

struct ApproveForm {
  FormKeys keys;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(ApproveForm, (), (keys, version))

struct IssueForm {
  FormKeys keys;
  std::string number;
  std::string on;
};
BOOST_DESCRIBE_STRUCT(IssueForm, (), (keys, number, on))

struct CloneForm {
  FormKeys keys;
  std::string title;
  std::string start;
};
BOOST_DESCRIBE_STRUCT(CloneForm, (), (keys, title, start))

struct PlanView {
  static constexpr std::string_view tpl = "src/city/plan/plan.tpl";
  std::string plan;  // number in addresses
  std::string title;
  std::string number;
  std::string issuer;
  std::string scope;
  Text audience;
  Text stage;
  bool is_issued = false;
  std::string mark;
  Text next;  // what has to happen now, and who may do it
  bool has_amended = false;
  std::vector<AmendedBy> amended;      // oldest first
  std::optional<Text> open_amendment;  // where it stands
  std::optional<ParentNote> parent;
  std::optional<SignedView> signed_copies;  // once it is issued
  std::optional<std::string> source;
  std::vector<GroundRow> grounds;
  std::vector<FormRow> forms;
  std::vector<PartRow> parts;
  std::vector<RecipientRow> recipients;
  bool has_tasks = false;
  std::vector<TaskRow> tasks;
  bool has_group_lists = false;
  std::vector<GroupListRow> group_lists;
  std::uint32_t done = 0;
  std::uint32_t all = 0;
  std::string share;  // "68" of the bar
  std::optional<TimeBar> time;
  std::optional<Text> requests;  // for later deadlines that the visitor may decide
  Text clear;                    // how many tasks say all six points
  std::optional<ChangeForm> change;
  std::optional<AddTaskForm> add_task;
  std::optional<ApproveForm> approve;
  std::optional<IssueForm> issue;
  std::optional<CloneForm> clone;
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (plan, title, number, issuer, scope, audience, stage, is_issued, mark, next,
                       has_amended, amended, open_amendment, parent, signed_copies, source, grounds,
                       forms, parts, recipients, has_tasks, tasks, has_group_lists, group_lists,
                       done, all, share, time, requests, clear, change, add_task, approve, issue,
                       clone))

// The page being filled for one visit; every member is read while the state stands still.
class Filling {
 public:
  Filling(const State& state, const Needs& needs, const Visit& visit)
      : state_(state), needs_(needs), visit_(visit), today_(needs.calendar.today()) {}

  ListView list() const {
    ListView view;
    view.may_draft = visit_.actor.may_somewhere(Right::DraftPlan);
    view.has_plans = state_.plans() != 0;
    view.pager = make_pager(state_.plans(), visit_.page(), "/ke-hoach");
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(state_.plans(), first + rows_per_page); ++i) {
      const Plan& plan = state_.plan(PlanNo{state_.plans() - i});
      const auto [done, all] = progress_of(state_, plan);
      view.plans.push_back({"/ke-hoach/" + std::to_string(plan.no.value),
                            shown_number(plan, visit_.language), plan.title, unit_name(plan.issuer),
                            title(plan.stage), mark_of(plan.stage), done, all});
    }
    return view;
  }

  PlanView one(const Plan& plan) const {
    PlanView view;
    view.plan = std::to_string(plan.no.value);
    view.title = plan.title;
    view.number = shown_number(plan, visit_.language);
    view.issuer = unit_name(plan.issuer);
    view.scope = unit_name(plan.scope);
    view.audience = title(plan.audience);
    view.stage = title(plan.stage);
    view.is_issued = plan.stage == Stage::Issued;
    view.mark = mark_of(plan.stage);
    if (plan.parent) view.parent = parent_note(state_, needs_, visit_.actor, plan.parent);
    view.signed_copies = signed_view(needs_, visit_, plan);
    if (!plan.source.empty()) view.source = "/ke-hoach/" + view.plan + "/nguon";
    for (const Ground& ground : plan.grounds) view.grounds.push_back(ground_row(ground, needs_));
    for (const Form form : plan.forms) view.forms.push_back({title(form)});
    view.parts = part_rows(plan);
    view.recipients = recipient_rows(plan);
    view.has_tasks = !plan.tasks.empty();
    const bool may_draft = needs_.organisation.allows(visit_.actor, Right::DraftPlan, plan.issuer);
    const bool open = plan.stage != Stage::Issued;
    for (const TaskNo no : plan.tasks) {
      view.tasks.push_back(row_of(state_.task(no), plan, may_draft && open));
      view.done += view.tasks.back().done;
      view.all += view.tasks.back().all;
    }
    add_group_lists(plan, view);
    view.share = share_of({view.done, view.all});
    view.time = time_gone(state_, plan, today_);
    view.requests = requests(plan);
    view.clear = clear_tasks(plan);
    add_amendments(plan, view);
    add_forms(plan, may_draft, view);
    return view;
  }

 private:
  std::string unit_name(UnitNo unit) const { return needs_.organisation.unit(unit).name; }

  void add_amendments(const Plan& plan, PlanView& view) const {
    for (const AmendmentNo no : state_.issued_amendments(plan.no)) {
      const Amendment& one = state_.amendment(no);
      view.amended.push_back(
          {!view.amended.empty(), address_of(plan.no, no), one.number, vietnamese(one.issued)});
    }
    view.has_amended = !view.amended.empty();
    if (const Amendment* open = state_.open_amendment(plan.no)) {
      view.open_amendment = plan::title(open->stage);
    }
  }

  void add_changes(const Task& task, TaskRow& row) const {
    const auto add = [&](AmendmentNo no, const char* vi, const char* en) {
      const Amendment& by = state_.amendment(no);
      row.changes.push_back(
          {address_of(task.plan, no) + "#viec-" + row.number, {vi + by.number, en + by.number}});
    };
    if (task.withdrawn) add(task.withdrawn, "Đã rút theo ", "Withdrawn by ");
    for (auto one = task.earlier.rbegin(); one != task.earlier.rend(); ++one) {
      add(one->until, "Đã sửa đổi theo ", "Amended by ");
    }
    if (task.added) add(task.added, "Bổ sung theo ", "Added by ");
  }

  // The first of each; all of them stand on pages of their own.
  void add_group_lists(const Plan& plan, PlanView& view) const {
    GroupLists lists(state_, needs_.organisation);
    for (const TaskNo no : plan.tasks) lists.add(state_.task(no));
    std::size_t left = members_on_page_max;
    for (const GroupList& list : lists.all()) {
      GroupListRow row;
      row.called = list.name;
      row.count = static_cast<std::uint32_t>(list.units.size());
      row.is_given = list.version != 0;
      row.all_address = "/don-vi/nhom/" + std::to_string(list.group.value);
      if (row.is_given) {
        row.all_address = "/ke-hoach/" + view.plan + "/nhiem-vu/" + std::to_string(list.task.value);
      }
      const std::size_t shown = std::min({list.units.size(), members_of_one_max, left});
      left -= shown;
      for (std::size_t i = 0; i < shown; ++i) {
        const organisation::Unit& unit = needs_.organisation.unit(list.units[i]);
        row.members.push_back({unit.name, {}});
        if (unit.parent) row.members.back().above = unit_name(unit.parent);
      }
      row.is_cut = shown < list.units.size();
      view.group_lists.push_back(std::move(row));
    }
    view.has_group_lists = !view.group_lists.empty();
  }

  static std::optional<Text> extended(const Task& task) {
    if (task.extended == 0) return std::nullopt;
    const std::string n = std::to_string(task.extended);
    const std::string until = vietnamese(task.extended_until);
    const std::string first = vietnamese(task.due);
    return Text{n + " đơn vị được gia hạn, muộn nhất đến " + until + " (hạn ban đầu " + first + ")",
                "extended for units: " + n + ", at most until " + until + " (first deadline " +
                    first + ")"};
  }

  std::optional<Text> requests(const Plan& plan) const {
    if (!may_decide_extensions(plan, needs_.organisation, visit_.actor)) return std::nullopt;
    const auto count =
        std::count_if(state_.waiting().begin(), state_.waiting().end(), [&](ExtensionNo no) {
          const Assignment& about = state_.assignment(state_.extension(no).assignment);
          return state_.task(about.task).plan == plan.no;
        });
    if (count == 0) return std::nullopt;
    const std::string n = std::to_string(count);
    return Text{n + " đề nghị gia hạn chờ quyết định", "Requests for more time to decide: " + n};
  }

  Text clear_tasks(const Plan& plan) const {
    std::uint32_t clear = 0;
    std::uint32_t tasks = 0;
    for (const TaskNo no : plan.tasks) {
      if (state_.task(no).withdrawn) continue;
      ++tasks;
      clear += unsaid(state_.task(no)) == 0 ? 1 : 0;
    }
    const std::string n = std::to_string(clear);
    const std::string all = std::to_string(tasks);
    return {n + " trong " + all + " nhiệm vụ đủ “6 rõ”",
            n + " of " + all + " tasks say all six points"};
  }

  static void add_terms(const Task& task, TaskRow& row) {
    const auto add = [&](Text label, const std::string& value) {
      if (!value.empty()) row.terms.push_back({std::move(label), value});
    };
    add({"Người làm", "Done by"}, task.terms.doer);
    add({"Chịu trách nhiệm", "Responsible"}, task.terms.responsibility);
    add({"Thẩm quyền", "Decided by"}, task.terms.authority);
    add({"Kết quả", "Result"}, task.terms.result);
    add({"Phối hợp", "Together with"}, task.terms.partners);
    row.has_terms = !row.terms.empty();
    row.clear = clarity_in_words(task);
    row.clear_mark = unsaid(task) == 0 ? "state-done" : "state-risk";
  }

  TaskRow row_of(const Task& task, const Plan& plan, bool may_change) const {
    TaskRow row;
    row.number = std::to_string(task.no.value);
    row.plan = std::to_string(plan.no.value);
    row.version = std::to_string(plan.version);
    row.what = task.what;
    add_changes(task, row);
    row.units = describe(task, needs_.organisation);
    if (const auto group = task.rule.group) {
      row.group_address = "/don-vi/nhom/" + std::to_string(group->value);
    }
    row.due = due_in_words(task, plan.stage, needs_);
    row.extended = extended(task);
    row.done = task.done;
    row.all = plan.stage == Stage::Issued
                  ? task.counted()
                  : static_cast<std::uint32_t>(units_of(needs_.organisation, task.rule).size());
    for (const AssignmentNo no : task.assignments) {
      if (state_.assignment(no).is_late(today_)) ++row.late;
    }
    if (row.late != 0) row.late_address = "/ke-hoach/" + row.plan + "/nhiem-vu/" + row.number;
    add_terms(task, row);
    row.may_change = may_change;
    row.keys = form_keys(visit_);
    return row;
  }

  std::string typed_or(std::string_view field, std::string otherwise) const {
    return visit_.failure != nullptr && visit_.form.fields.contains(field)
               ? std::string(visit_.typed(field))
               : std::move(otherwise);
  }

  void add_forms(const Plan& plan, bool may_draft, PlanView& view) const {
    const FormKeys keys = form_keys(visit_);
    const bool may_approve_it = may_approve(plan, needs_.organisation, visit_.actor);
    switch (plan.stage) {
      case Stage::Draft:
        view.next = may_approve_it
                        ? Text{"Chờ bạn xem và phê duyệt.", "Waiting for you to read and approve."}
                        : Text{"Chờ một người khác phê duyệt; người soạn không tự duyệt được.",
                               "Waiting for another person to approve; its writers cannot."};
        if (may_approve_it) view.approve = {keys, std::to_string(plan.version)};
        break;
      case Stage::Approved:
        view.next = may_draft
                        ? Text{"Đã duyệt. Ghi số của văn thư để ban hành.",
                               "Approved. Enter the clerk's number to issue it."}
                        : Text{"Đã duyệt; chờ cơ quan soạn ghi số của văn thư và ban hành.",
                               "Approved; its drafters enter the clerk's number and issue it."};
        if (may_draft) {
          view.issue = {keys, typed_or("number", ""), typed_or("on", vietnamese(today_))};
        }
        break;
      case Stage::Issued:
        view.next = {"Ban hành ngày " + vietnamese(plan.issued) + "; các đơn vị đang thực hiện.",
                     "Issued on " + vietnamese(plan.issued) + "; the units are at work."};
        if (may_draft) {
          view.clone = {keys, typed_or("title", ""), typed_or("start", vietnamese(today_))};
        }
        return;
    }
    if (!may_draft) return;
    view.change = change_form(plan, needs_, visit_);
    AddTaskForm add{keys,
                    typed_or("what", ""),
                    typed_or("due", ""),
                    due_hint(),
                    typed_or("code", ""),
                    {},
                    false,
                    {}};
    const std::string chosen = typed_or("units", "xa");
    for (const RuleChoice& choice : rule_choices()) {
      add.rules.push_back({choice.value, choice.label, choice.value == chosen});
    }
    for (const GroupNo group : needs_.organisation.groups_for(plan.scope)) {
      const Rule rule{{}, plan.scope, group};
      const std::string value = write_choice(rule);
      add.groups.push_back({value, describe(rule, needs_.organisation), value == chosen});
    }
    add.has_groups = !add.groups.empty();
    view.add_task = std::move(add);
  }

  const State& state_;
  const Needs& needs_;
  const Visit& visit_;
  Date today_;
};

}  // namespace

Text clarity_in_words(const Task& task) {
  const std::uint32_t missing = unsaid(task);
  if (missing == 0) return {"Đủ 6 rõ", "All six points"};
  const std::string n = std::to_string(missing);
  Text out{"Thiếu " + n + " trong 6 rõ:", n + " of six points missing:"};
  std::string between = " ";
  for (const Clarity& one : clarity(task)) {
    if (one.is_said) continue;
    out.vi += between + one.title.vi;
    out.en += between + one.title.en;
    between = ", ";
  }
  return out;
}

void install_pages(App& app, const State& state, Needs needs) {
  const Text heading{"Kế hoạch", "Plans"};
  app.routes.get("/ke-hoach", Right::SeePlans,
                 [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
                   const auto view =
                       app.engine.read([&] { return Filling(state, needs, visit).list(); });
                   return app.show(visit, heading, view);
                 });
  app.routes.get("/ke-hoach/{plan}", Right::SeePlans,
                 [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                   auto view = app.engine.read([&]() -> Result<PlanView> {
                     TRY_ASSIGN(const Plan* plan, state.find(no));
                     return Filling(state, needs, visit).one(*plan);
                   });
                   if (!view) return tl::unexpected(std::move(view).error());
                   return app.show(visit, {view->title, view->title}, *view,
                                   {{heading.in(visit.language), "/ke-hoach"}, {view->number, {}}});
                 });
  app.routes.get("/ke-hoach/{plan}/nguon", Right::SeePlans,
                 [&app, &state](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                   auto source = app.engine.read([&]() -> Result<std::string> {
                     TRY_ASSIGN(const Plan* plan, state.find(no));
                     return plan->source;
                   });
                   if (!source) return tl::unexpected(std::move(source).error());
                   TRY_ASSIGN(std::string bytes, app.blobs.get(*source));
                   return http::plain(std::move(bytes));
                 });
}

}  // namespace lantoa::city::plan
