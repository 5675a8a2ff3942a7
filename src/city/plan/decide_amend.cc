// Rules of changing a plan that is issued: drafting what shall change, approving it, giving it up.
#include <algorithm>
#include <set>

#include "city/faults.h"
#include "city/opening.h"
#include "city/plan/decide.h"
#include "city/plan/rule_words.h"

namespace lantoa::city::plan {
namespace {

constexpr std::size_t named_characters = 50;  // of a task, where a fault names it

// Every fault of one draft, each at the field of its row.
class Drafting {
 public:
  Drafting(const Known& known, const Plan& plan, Date today)
      : known_(known), plan_(plan), today_(today) {}

  Result<AmendmentText> check(const AmendmentDraft& draft) {
    if (draft.unread.any()) take(Faults(draft.unread).problem().details);
    text_.reason = one_line(draft.reason);
    Faults words;
    words.need(fields::reason, text_.reason, reason_characters_max,
               {"Hãy ghi lý do sửa đổi, bổ sung.", "Write why the plan is amended."});
    if (words.any()) take(std::move(words).problem().details);
    check_grounds(draft.grounds);
    for (const TaskAmendment& change : draft.changes) check_change(change);
    for (const AmendmentDraft::Added& added : draft.tasks) check_added(added);
    if (faults_.any()) return tl::unexpected(std::move(faults_).problem());
    return std::move(text_);
  }

 private:
  void take(const std::vector<Detail>& some) {
    for (const Detail& one : some) add(one.field, one.text);
  }
  // One fault of a field is enough.
  void add(const std::string& field, const Text& text) {
    if (told_.insert(field).second) faults_.add(field, text);
  }

  // Those of the plan already are left out.
  void check_grounds(const std::vector<Ground>& typed) {
    auto checked = checked_grounds(typed);
    if (!checked) {
      const Problem& why = checked.error();
      if (why.details.empty()) return add(fields::grounds, why.text);
      const Detail& first = why.details.front();
      const std::string row = std::to_string(first.row);
      return add(fields::grounds,
                 {"Dòng " + row + ": " + first.text.vi, "Row " + row + ": " + first.text.en});
    }
    for (Ground& one : *checked) {
      const auto is_there = [&](const std::vector<Ground>& all) {
        return std::find(all.begin(), all.end(), one) != all.end();
      };
      if (!is_there(plan_.grounds) && !is_there(text_.grounds)) {
        text_.grounds.push_back(std::move(one));
      }
    }
  }

  void check_change(const TaskAmendment& typed) {
    const auto found = find_task(known_.plans, plan_.no, typed.task);
    if (!found || (*found)->dropped) {
      return add(fields::of_task(fields::what, typed.task),
                 {"Kế hoạch này không có nhiệm vụ số " + std::to_string(typed.task.value) + ".",
                  "The plan has no task " + std::to_string(typed.task.value) + "."});
    }
    const Task& task = **found;
    const std::string name = "“" + opening_of(task.what, named_characters) + "”: ";
    const auto fault = [&](const std::string& field, const Text& text) {
      add(fields::of_task(field, task.no), {name + text.vi, name + text.en});
    };
    if (!changed_.insert(task.no).second) {
      return fault(fields::what, {"nhiệm vụ này ghi hai lần.", "this task is given twice."});
    }
    if (task.withdrawn) {
      return fault(fields::what,
                   {"nhiệm vụ này đã rút khỏi kế hoạch.", "it is withdrawn already."});
    }
    TaskAmendment change{task.no, {}, {}, {}, typed.withdrawn, false};
    if (!typed.withdrawn) {
      compare(typed, task, change);
      check_words_of(task, change, fault);
      const auto goes_on = check_group_goes_on(known_.organisation, task.rule);
      if (change.reached && !goes_on) fault(fields::reached, goes_on.error().text);
    }
    if (change != TaskAmendment{task.no, {}, {}, {}, false, false}) {
      text_.changes.push_back(std::move(change));
    }
  }

  // What differs from the plan. Working days count from another day than those of the plan, so they
  // always do.
  void compare(const TaskAmendment& typed, const Task& task, TaskAmendment& change) const {
    if (typed.what && one_line(*typed.what) != task.what) change.what = one_line(*typed.what);
    if (typed.terms && trimmed(*typed.terms) != task.terms) change.terms = trimmed(*typed.terms);
    if (typed.working_days) {
      change.working_days = typed.working_days;
      change.due = day_today(*typed.working_days);
    } else if (typed.due != task.due) {
      change.due = typed.due;
    }
    change.reached = typed.reached;
  }

  // The day if it were issued today; of too many working days, which are a fault, none is looked
  // for.
  Date day_today(std::uint32_t working_days) const {
    if (wrong_working_days(working_days)) return today_;
    return day_of(Due::within(working_days), today_, known_.workdays);
  }

  template <class Fault>
  void check_words_of(const Task& task, const TaskAmendment& change, const Fault& fault) {
    // The present deadline may have passed; only a new one is judged.
    Due due = change.due.value_or(today_);
    if (change.working_days) due = Due::within(*change.working_days);
    const DraftTask as_drafted{change.what.value_or(task.what), task.rule, due,
                               change.terms.value_or(task.terms)};
    Faults found;
    check_words(known_, as_drafted, change.due ? plan_.parent : AssignmentNo{}, today_, found);
    if (found.any()) {
      for (const Detail& one : std::move(found).problem().details) fault(one.field, one.text);
    }
    if (change.reached && !change.due && task.due < today_) {
      fault(fields::due,
            {"hạn " + vietnamese(task.due) + " đã qua; hãy ghi hạn mới để giao cho đơn vị mới.",
             "the deadline " + vietnamese(task.due) +
                 " has passed; write a new one to give it to new units."});
    }
  }

  void check_added(const AmendmentDraft::Added& typed) {
    const std::string n = std::to_string(typed.row);
    const auto fault = [&](const std::string& field, const Text& text) {
      add(fields::of_added(field, typed.row),
          {"Nhiệm vụ mới thứ " + n + ": " + text.vi, "New task " + n + ": " + text.en});
    };
    const DraftTask task{typed.what, {}, typed.due ? typed.due : Due(today_), typed.terms};
    Faults found;
    if (!typed.due) found.add(fields::due, {"hãy ghi hạn hoàn thành.", "write its deadline."});
    check_words(known_, task, typed.due ? plan_.parent : AssignmentNo{}, today_, found);
    if (found.any()) {
      for (const Detail& one : std::move(found).problem().details) fault(one.field, one.text);
    }
    auto rule = read_rule(typed);
    if (!rule) return fault(typed.group ? fields::group : fields::units, rule.error().text);
    const auto working_days = working_days_of(task.due);
    const Date day = working_days ? day_today(*working_days) : *task.due.day;
    text_.tasks.push_back(
        {one_line(typed.what), *std::move(rule), day, trimmed(typed.terms), working_days});
  }

  Result<Rule> read_rule(const AmendmentDraft::Added& typed) const {
    Rule rule{typed.kinds, plan_.scope, {}};
    if (typed.group) {
      rule.group = typed.group;
      TRY(check_group_goes_on(known_.organisation, rule));
    } else if (typed.kinds.empty()) {
      TRY_ASSIGN(rule, RuleWords(known_.organisation, plan_.scope).read(typed.units));
    }
    TRY(check_rule(known_, rule, plan_.scope));
    return rule;
  }

  const Known& known_;
  const Plan& plan_;
  Date today_;
  AmendmentText text_;
  Faults faults_;
  std::set<std::string> told_;
  std::set<TaskNo> changed_;
};

Result<AmendmentText> checked_text(const Known& known, const Plan& plan,
                                   const AmendmentDraft& draft, Date today) {
  if (plan.tasks.size() + draft.tasks.size() > tasks_max) {
    return problem(Code::TooLarge,
                   {"Cùng nhiệm vụ mới, kế hoạch có hơn 200 nhiệm vụ. Hãy bớt nhiệm vụ mới.",
                    "With the new ones the plan has more than 200 tasks. Add fewer."});
  }
  return Drafting(known, plan, today).check(draft);
}

struct Open {
  const Plan* plan = nullptr;
  const Amendment* amendment = nullptr;
};

Result<Open> open_of(const Known& known, PlanNo no, AmendmentNo amendment, Right right,
                     const Envelope& envelope) {
  Open out;
  TRY_ASSIGN(out.plan, known.plans.find(no));
  TRY(known.organisation.require(envelope.actor, right, amender(known.organisation, *out.plan)));
  TRY_ASSIGN(out.amendment, find_amendment(known.plans, no, amendment));
  if (out.amendment->is_open()) return out;
  const bool is_issued = out.amendment->stage == AmendmentStage::Issued;
  return problem(Code::Conflict,
                 is_issued ? Text{"Sửa đổi, bổ sung này đã ban hành nên không đổi được nữa.",
                                  "This amendment has been issued and can no longer be changed."}
                           : Text{"Sửa đổi, bổ sung này đã thôi; hãy soạn một sửa đổi khác.",
                                  "This amendment was given up; draft another one."});
}

Result<void> check_seen(const Amendment& one, std::uint32_t seen) {
  if (one.version == seen) return {};
  return problem(Code::Conflict,
                 {"Sửa đổi, bổ sung này đã được người khác sửa sau khi bạn mở trang. Hãy xem lại "
                  "bản mới rồi làm tiếp.",
                  "Somebody changed this amendment after you opened the page. Look at the new "
                  "version, then go on."});
}

}  // namespace

namespace fields {

std::string of_task(std::string_view field, TaskNo task) {
  return std::string(field) + "-viec-" + std::to_string(task.value);
}

std::string of_added(std::string_view field, std::size_t row) {
  return std::string(field) + "-moi-" + std::to_string(row);
}

}  // namespace fields

std::string amendments_address(PlanNo plan) {
  return "/ke-hoach/" + std::to_string(plan.value) + "/sua-doi";
}

std::string address_of(PlanNo plan, AmendmentNo amendment) {
  return amendments_address(plan) + "/" + std::to_string(amendment.value);
}

Result<const Amendment*> find_amendment(const State& plans, PlanNo plan, AmendmentNo no) {
  TRY_ASSIGN(const Amendment* one, plans.find(no));
  if (one->plan == plan) return one;
  return problem(Code::NotFound, {"Kế hoạch này không có sửa đổi, bổ sung đó.",
                                  "This plan has no such amendment."});
}

UnitNo amender(const organisation::State& organisation, const Plan& plan) {
  return organisation.has(plan.issuer) ? organisation.answering_for(plan.issuer) : plan.issuer;
}

UnitNo issuer_of(const organisation::State& organisation, const Plan& plan,
                 const Amendment& amendment) {
  return amendment.issuer ? amendment.issuer : amender(organisation, plan);
}

bool may_approve(const Plan& plan, const Amendment& amendment,
                 const organisation::State& organisation, const Actor& actor) {
  return actor.person &&
         organisation.allows(actor, Right::ApprovePlan, amender(organisation, plan)) &&
         !amendment.writers.contains(actor.person);
}

bool says_anything(const AmendmentText& text) {
  return !text.grounds.empty() || !text.changes.empty() || !text.tasks.empty();
}

std::optional<Text> withdrawn_in_words(const State& plans, const Assignment& assignment) {
  if (!assignment.withdrawn) return std::nullopt;
  const Amendment& by = plans.amendment(assignment.withdrawn);
  const std::string on = vietnamese(by.issued);
  return Text{"Việc này đã rút theo " + by.number + " ngày " + on + ".",
              "This was withdrawn by " + by.number + " of " + on + "."};
}

Decided decide(const Known& known, const DraftAmendment& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan,
                                 amender(known.organisation, *plan)));
  if (plan->stage != Stage::Issued) {
    return problem(Code::Conflict,
                   {"Kế hoạch chưa ban hành thì sửa thẳng vào dự thảo, không cần sửa đổi, bổ sung.",
                    "A plan that is not issued is changed itself; it needs no amendment."});
  }
  if (const Amendment* open = known.plans.open_amendment(plan->no)) {
    return problem(Code::Conflict,
                   {"Kế hoạch đang có một sửa đổi, bổ sung soạn từ ngày " +
                        vietnamese(open->drafted) + "; hãy ban hành hoặc thôi bản đó trước.",
                    "An amendment of this plan has been open since " + vietnamese(open->drafted) +
                        "; issue it or give it up first."});
  }
  TRY_ASSIGN(AmendmentText text, checked_text(known, *plan, command.draft, envelope.today));
  const AmendmentNo no{known.plans.amendments() + 1};
  ledger::Decision decision;
  decision.add(subject("plan", plan->no),
               AmendmentDrafted{no, plan->no, std::move(text), writer(envelope)});
  decision.answer = address_of(plan->no, no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const ChangeAmendment& command, const Envelope& envelope) {
  TRY_ASSIGN(const Open of,
             open_of(known, command.plan, command.amendment, Right::DraftPlan, envelope));
  TRY(check_seen(*of.amendment, command.seen_version));
  TRY_ASSIGN(AmendmentText text, checked_text(known, *of.plan, command.draft, envelope.today));
  ledger::Decision decision;
  decision.add(subject("plan", of.plan->no),
               AmendmentChanged{of.amendment->no, of.amendment->version + 1, std::move(text),
                                writer(envelope)});
  decision.answer = address_of(of.plan->no, of.amendment->no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const ApproveAmendment& command, const Envelope& envelope) {
  TRY_ASSIGN(const Open of,
             open_of(known, command.plan, command.amendment, Right::ApprovePlan, envelope));
  TRY(check_seen(*of.amendment, command.seen_version));
  if (of.amendment->stage != AmendmentStage::Draft) {
    return problem(Code::Conflict,
                   {"Sửa đổi, bổ sung này đã được duyệt.", "This amendment is approved already."});
  }
  if (!may_approve(*of.plan, *of.amendment, known.organisation, envelope.actor)) {
    return problem(Code::Forbidden,
                   {"Người soạn hoặc sửa bản này không tự duyệt được; cần một người thứ hai.",
                    "Whoever drafted or changed it cannot approve it; a second person must."});
  }
  if (!says_anything(of.amendment->text)) {
    return problem(Code::Invalid, {"Bản này chưa sửa đổi, bổ sung điều gì để duyệt.",
                                   "This amendment changes nothing that could be approved."});
  }
  ledger::Decision decision;
  decision.add(subject("plan", of.plan->no),
               AmendmentApproved{of.amendment->no, of.amendment->version, writer(envelope)});
  decision.answer = address_of(of.plan->no, of.amendment->no) + "?xong=duyet";
  return decision;
}

Decided decide(const Known& known, const GiveUpAmendment& command, const Envelope& envelope) {
  TRY_ASSIGN(const Open of,
             open_of(known, command.plan, command.amendment, Right::DraftPlan, envelope));
  if (of.amendment->stage != AmendmentStage::Draft) {
    return problem(Code::Conflict,
                   {"Bản này đã duyệt; muốn thôi thì sửa lại thành dự thảo trước.",
                    "This is approved; to give it up, change it back into a draft first."});
  }
  const std::string reason = one_line(command.reason);
  Faults faults;
  faults.need(fields::words, reason, reason_characters_max,
              {"Hãy ghi vì sao thôi sửa đổi.", "Write why it is given up."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("plan", of.plan->no),
               AmendmentGivenUp{of.amendment->no, reason, writer(envelope)});
  decision.answer = amendments_address(of.plan->no) + "?xong=thoi-sua-doi";
  return decision;
}

}  // namespace lantoa::city::plan
