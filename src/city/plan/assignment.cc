// One assignment: what its unit has to do until when, what was asked and decided about the
// deadline, and the two forms for it.
#include <algorithm>
#include <boost/describe.hpp>
#include <tuple>

#include "city/due_field.h"
#include "city/plan/due_words.h"
#include "city/plan/grown.h"

namespace lantoa::city::plan {
namespace {

struct AskForm {
  FormKeys keys;
  std::string action;
  Text range;  // of days that can be asked for
  Field until, reason;
};
BOOST_DESCRIBE_STRUCT(AskForm, (), (keys, action, range, until, reason))

struct VerdictChoice {
  std::string value;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(VerdictChoice, (), (value, label, chosen))

struct DecisionForm {
  FormKeys keys;
  std::string action;
  std::string wanted;  // the day asked for
  std::string why;
  std::string present;         // the deadline in force
  std::optional<Text> behind;  // how late it is
  Text before;                 // how often this unit asked
  std::optional<std::string> verdict_error;
  std::vector<VerdictChoice> choices;
  Text range;  // of days that can be granted
  Field other_day, words;
};
BOOST_DESCRIBE_STRUCT(DecisionForm, (),
                      (keys, action, wanted, why, present, behind, before, verdict_error, choices,
                       range, other_day, words))

struct Settled {
  std::string on;
  std::optional<std::string> who;  // absent: nobody had to
};
BOOST_DESCRIBE_STRUCT(Settled, (), (on, who))

struct HistoryRow {
  std::string asked_on;
  std::string asked_by;
  std::string wanted;
  std::string present;         // the deadline when it was asked
  std::optional<Text> behind;  // it was asked late
  std::string why;
  Text fate;
  std::string fate_mark;
  std::optional<Settled> settled;
  std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (),
                      (asked_on, asked_by, wanted, present, behind, why, fate, fate_mark, settled,
                       answer))

// What a channel did by itself for the plan, in the name of this unit.
struct OwnEntryRow {
  std::string entry_address;
  std::string entry_title;
  std::string public_since;
  std::optional<Text> void_since;  // it counts no longer
};
BOOST_DESCRIBE_STRUCT(OwnEntryRow, (), (entry_address, entry_title, public_since, void_since))

struct AssignmentView {
  static constexpr std::string_view tpl = "src/city/plan/assignment.tpl";
  std::string unit, what, plan, plan_address, task_address;
  std::optional<std::string> closed;  // from which day on its unit is
  Text due;
  std::optional<std::string> first;  // the first deadline, where more time was granted
  bool has_notes = false;
  std::vector<AmendmentNote> notes;  // what amendments made of it
  Text state;
  std::string mark;
  std::optional<std::string> log;   // address of a record of what was done
  std::string guidance;             // beside it, the address where its unit asks how it is done
  std::optional<Text> below;        // what is open in plans that grew out of it, until it is done
  std::optional<std::string> grow;  // address of the form for such a plan
  bool has_grown = false;
  std::vector<GrownRow> grown;
  bool has_entries = false;
  std::vector<OwnEntryRow> entries;
  std::string all_entries;  // address
  std::optional<DecisionForm> decision;
  std::optional<Text> why_not;  // there is no form for him to decide, or to ask for more time
  std::optional<AskForm> ask;
  bool has_history = false;
  std::vector<HistoryRow> history;  // newest first
};
BOOST_DESCRIBE_STRUCT(AssignmentView, (),
                      (unit, closed, what, plan, plan_address, task_address, due, first, has_notes,
                       notes, state, mark, log, guidance, below, grow, has_grown, grown,
                       has_entries, entries, all_entries, decision, why_not, ask, has_history,
                       history))

// Who is named in the rows of the history; their names wait for the vault.
struct Noted {
  AssignmentView view;
  std::vector<PersonNo> asked_by, decided_by;  // one a row
};

struct VerdictWord {
  Verdict verdict;
  const char* value;
  Text label;
};

const std::vector<VerdictWord>& verdict_words() {
  static const std::vector<VerdictWord> all{
      {Verdict::AsAsked, "dong-y", {"Đồng ý đến ngày đơn vị xin", "Grant the day asked for"}},
      {Verdict::AnotherDay, "ngay-khac", {"Gia hạn đến ngày khác", "Grant another day"}},
      {Verdict::Refused, "tu-choi", {"Từ chối, giữ hạn hiện nay", "Refuse; the deadline stays"}}};
  return all;
}

std::optional<Verdict> read_verdict(std::string_view typed) {
  for (const VerdictWord& one : verdict_words()) {
    if (typed == one.value) return one.verdict;
  }
  return std::nullopt;
}

Text times_in_words(std::uint32_t before) {
  if (before == 0) {
    return {"Lần đầu đơn vị xin gia hạn trong kế hoạch này.",
            "The unit asks for the first time in this plan."};
  }
  const std::string n = std::to_string(before);
  return {"Trong kế hoạch này đơn vị đã xin gia hạn " + n + " lần trước đó.",
          "The unit asked before in this plan, times: " + n + "."};
}

std::pair<Text, std::string> fate_of(const Extension& one) {
  switch (one.fate) {
    case Extension::Fate::Waiting:
      return {{"Chờ quyết định", "To be decided"}, "state-risk"};
    case Extension::Fate::Granted: {
      const std::string until = vietnamese(one.granted);
      return {{"Gia hạn đến " + until, "Granted until " + until}, "state-done"};
    }
    case Extension::Fate::Refused:
      return {{"Từ chối", "Refused"}, "state-late"};
    case Extension::Fate::NotNeeded:
      break;
  }
  if (one.ended_by) {
    return {{"Không cần nữa, kế hoạch đã sửa đổi", "No longer needed: the plan was amended"},
            "state-idle"};
  }
  return {{"Không cần nữa, việc đã xong", "No longer needed: it is done"}, "state-idle"};
}

class Filling {
 public:
  Filling(const App& app, const State& state, const Needs& needs, const Visit& visit)
      : app_(app), state_(state), needs_(needs), visit_(visit), today_(needs.calendar.today()) {}

  Result<Noted> fill() {
    TRY_ASSIGN(const AssignmentNo no, visit_.number<AssignmentNo>("assignment"));
    TRY_ASSIGN(const Assignment* one, state_.find(no));
    if (!may_see(state_, needs_, visit_.actor, *one)) {
      return tl::unexpected(not_allowed(Right::SeePlans));
    }
    add_facts(*one);
    add_forms(*one);
    add_grown(*one);
    add_entries(*one);
    add_history(no);
    return std::move(noted_);
  }

 private:
  void add_facts(const Assignment& one) {
    const Task& task = state_.task(one.task);
    AssignmentView& view = noted_.view;
    view.unit = needs_.organisation.unit(one.unit).name;
    view.closed = needs_.organisation.closed_day(one.unit);
    view.what = task.what;
    view.plan = state_.plan(task.plan).number;
    view.plan_address = "/ke-hoach/" + std::to_string(task.plan.value);
    view.task_address = view.plan_address + "/nhiem-vu/" + std::to_string(task.no.value);
    view.due = due_in_words(state_, one);
    if (extended_in_words(state_, one)) view.first = vietnamese(state_.first_due(one.no));
    view.notes = notes_of(state_, one);
    view.has_notes = !view.notes.empty();
    view.state = state_in_words(one, today_);
    view.mark = mark_of(one, today_);
  }

  void add_forms(const Assignment& one) {
    const bool may_report = needs_.organisation.allows(visit_.actor, Right::ReportTask, one.unit);
    AssignmentView& view = noted_.view;
    if (may_report && !one.withdrawn) {
      view.log = "/hoat-dong/ghi?viec=" + std::to_string(one.no.value);
    }
    view.guidance = "/huong-dan/moi?viec=" + std::to_string(one.no.value);
    if (const Extension* open = state_.waiting_of(one.no)) {
      add_decision(one, *open);
    } else if (may_report && one.is_open() && visit_.actor.person) {
      view.why_not = no_more_time(state_, one, today_);
      if (view.why_not) return;
      view.ask = AskForm{form_keys(visit_), address_of(one.no) + "/gia-han",
                         in_words(later_days(state_, one, today_)), field(visit_, fields::until),
                         field(visit_, fields::reason)};
    }
  }

  void add_grown(const Assignment& one) {
    AssignmentView& view = noted_.view;
    view.grown = grown_rows(state_, one.no, today_, visit_.language);
    view.has_grown = !view.grown.empty();
    if (!one.is_open()) return;
    view.below = open_below_in_words(state_, one.no);
    if (needs_.organisation.allows(visit_.actor, Right::DraftPlan, one.unit)) {
      view.grow = "/ke-hoach/moi?tu-viec=" + std::to_string(one.no.value);
    }
  }

  void add_entries(const Assignment& one) {
    AssignmentView& view = noted_.view;
    view.all_entries = "/hoat-dong/tu-ghi?don-vi=" + std::to_string(one.unit.value);
    if (!app_.channel_entries) return;
    // Whoever sees the task because of its plan's issuer may not see what its unit does besides.
    if (!needs_.organisation.allows(visit_.actor, Right::SeePlans, one.unit)) return;
    for (ChannelRecord& record : app_.channel_entries(state_.task(one.task).plan, one.unit)) {
      OwnEntryRow row{record.address, std::move(record.title), vietnamese(*record.day), {}};
      if (record.is_void) row.void_since = record.note;
      view.entries.push_back(std::move(row));
    }
    view.has_entries = !view.entries.empty();
  }

  void add_decision(const Assignment& one, const Extension& open) {
    const Plan& plan = state_.plan(state_.task(one.task).plan);
    if (!may_decide_extensions(plan, needs_.organisation, visit_.actor)) return;
    if (open.by == visit_.actor.person) {
      noted_.view.why_not = Text{"Bạn là người xin gia hạn nên một người khác phải quyết định.",
                                 "You asked for it, so another person has to decide."};
      return;
    }
    DecisionForm form;
    form.keys = form_keys(visit_);
    form.action = address_of(one.no) + "/gia-han/" + std::to_string(open.no.value);
    form.wanted = vietnamese(open.until);
    form.why = open.reason;
    form.present = vietnamese(one.due);
    form.behind = late_in_words(one.due, today_);
    form.before = times_in_words(state_.asked_before(open));
    form.verdict_error = field(visit_, fields::verdict).error;
    for (const VerdictWord& word : verdict_words()) {
      form.choices.push_back({word.value, word.label, visit_.typed(fields::verdict) == word.value});
    }
    const LaterDays days = later_days(state_, one, today_);
    form.range = days.any() ? in_words(days)
                            : Text{"hiện không cho được ngày nào", "no day can be granted now"};
    form.other_day = field(visit_, fields::other_day);
    form.words = field(visit_, fields::words);
    noted_.view.decision = std::move(form);
  }

  void add_history(AssignmentNo no) {
    const auto& all = state_.extensions_of(no);
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
      const Extension& one = state_.extension(*it);
      HistoryRow row;
      row.asked_on = vietnamese(one.asked);
      row.wanted = vietnamese(one.until);
      row.present = vietnamese(one.before);
      row.behind = late_in_words(one.before, one.asked);
      row.why = one.reason;
      std::tie(row.fate, row.fate_mark) = fate_of(one);
      if (one.fate != Extension::Fate::Waiting) row.settled = Settled{vietnamese(one.decided), {}};
      if (!one.words.empty()) row.answer = one.words;
      noted_.view.history.push_back(std::move(row));
      noted_.asked_by.push_back(one.by);
      noted_.decided_by.push_back(one.decided_by);
    }
    noted_.view.has_history = !noted_.view.history.empty();
  }

  const App& app_;
  const State& state_;
  const Needs& needs_;
  const Visit& visit_;
  Date today_;
  Noted noted_;
};

std::string name_of(const App& app, PersonNo person, Language language) {
  if (person) return app.name_of(person, language);
  return Text{"hệ thống", "the system"}.in(language);
}

Result<http::Response> show(const App& app, const State& state, const Needs& needs,
                            const Visit& visit) {
  TRY_ASSIGN(Noted noted,
             app.engine.read([&] { return Filling(app, state, needs, visit).fill(); }));
  AssignmentView& view = noted.view;
  for (std::size_t i = 0; i < view.history.size(); ++i) {
    HistoryRow& row = view.history[i];
    row.asked_by = name_of(app, noted.asked_by[i], visit.language);
    // What its unit reported as done, nobody decided.
    if (row.settled && noted.decided_by[i]) {
      row.settled->who = name_of(app, noted.decided_by[i], visit.language);
    }
  }
  return app.show(visit, {"Việc được giao", "The task"}, view,
                  {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                   {view.plan, view.plan_address},
                   {Text{"Nhiệm vụ", "Task"}.in(visit.language), view.task_address},
                   {view.unit, {}}});
}

Result<Order> order_ask(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
  Faults unread;
  const Due until = typed_due(visit, fields::until, CountedFrom::AnotherDay, unread);
  if (unread.any()) return tl::unexpected(std::move(unread).problem());
  return make_order(state, needs,
                    AskExtension{no, until, std::string(visit.typed(fields::reason))});
}

Result<Order> order_decision(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
  TRY_ASSIGN(const ExtensionNo extension, visit.number<ExtensionNo>("extension"));
  DecideExtension command{no, extension, read_verdict(visit.typed(fields::verdict)), {}, {}};
  command.reason = std::string(visit.typed(fields::words));
  // A day typed for another choice says nothing.
  if (command.verdict == Verdict::AnotherDay) {
    Faults unread;
    command.until = typed_due(visit, fields::other_day, CountedFrom::AnotherDay, unread);
    if (unread.any()) return tl::unexpected(std::move(unread).problem());
  }
  return make_order(state, needs, std::move(command));
}

}  // namespace

std::optional<Text> late_in_words(Date due, Date today) {
  if (today <= due) return std::nullopt;
  const std::string days = std::to_string(today - due);
  return Text{"Quá hạn " + days + " ngày", days + " days late"};
}

std::optional<Text> extended_in_words(const State& state, const Assignment& assignment) {
  const Move* last = state.last_move(assignment.no);
  if (last == nullptr || last->amendment) return std::nullopt;
  const std::string until = vietnamese(assignment.due);
  const std::string before = vietnamese(state.first_due(assignment.no));
  return Text{"Được gia hạn đến " + until + " (hạn ban đầu " + before + ")",
              "Extended until " + until + " (first deadline " + before + ")"};
}

Text state_in_words(const Assignment& assignment, Date today) {
  if (assignment.done) {
    const std::string on = vietnamese(*assignment.done);
    if (*assignment.done > assignment.due) return {"Xong muộn, " + on, "Done late, " + on};
    return {"Xong " + on, "Done " + on};
  }
  if (assignment.withdrawn) return {"Đã rút", "Withdrawn"};
  if (const auto late = late_in_words(assignment.due, today)) return *late;
  const std::int32_t left = assignment.due - today;
  if (left == 0) return {"Đến hạn hôm nay", "Due today"};
  return {"Còn " + std::to_string(left) + " ngày", std::to_string(left) + " days left"};
}

std::string mark_of(const Assignment& assignment, Date today) {
  if (assignment.done) return "state-done";
  if (assignment.withdrawn) return "state-idle";
  if (assignment.due < today) return "state-late";
  return assignment.due - today <= 7 ? "state-risk" : "state-idle";
}

bool may_see(const State& state, const Needs& needs, const Actor& actor,
             const Assignment& assignment) {
  const UnitNo issuer = state.plan(state.task(assignment.task).plan).issuer;
  return needs.organisation.allows(actor, Right::SeePlans, assignment.unit) ||
         needs.organisation.allows(actor, Right::SeePlans, issuer);
}

void install_assignment(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) {
    return show(app, state, needs, visit);
  };
  app.routes.get("/nhiem-vu/{assignment}", Right::SeePlans, page);
  app.routes.post(
      "/nhiem-vu/{assignment}/gia-han", Right::ReportTask,
      [&state, needs](const Visit& visit) { return order_ask(state, needs, visit); }, page);
  app.routes.post(
      "/nhiem-vu/{assignment}/gia-han/{extension}", Right::Urge,
      [&state, needs](const Visit& visit) { return order_decision(state, needs, visit); }, page);
}

}  // namespace lantoa::city::plan
