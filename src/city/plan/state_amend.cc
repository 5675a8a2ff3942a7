// How amendments change a plan, its tasks and what units have to do.
#include <algorithm>

#include "city/plan/state.h"
#include "kernel/assert.h"

namespace lantoa::city::plan {
namespace {

// `on`: its day of issue.
void take_over(const TaskAmendment& change, AmendmentNo amendment, Date on, Task& task) {
  if (change.what || change.terms || change.due) {
    task.earlier.push_back({amendment, task.what, task.terms, task.due, task.working_days});
  }
  if (change.what) task.what = *change.what;
  if (change.terms) task.terms = *change.terms;
  if (change.due) {
    task.due = *change.due;
    task.working_days = change.working_days;
    task.counted_from = change.working_days ? std::optional(on) : std::nullopt;
  }
  if (change.withdrawn) task.withdrawn = amendment;
}

// From now on its text says the days that its working days came to.
void settle_dues(const AmendmentIssued& fact, AmendmentText& text) {
  if (!fact.counted) return;
  for (const CountedDue& one : *fact.counted) {
    for (TaskAmendment& change : text.changes) {
      if (change.task == one.task) change.due = one.due;
    }
    if (!fact.first || one.task < *fact.first) continue;
    const std::size_t added = one.task.index() - fact.first->index();
    if (added < text.tasks.size()) text.tasks[added].due = one.due;
  }
}

}  // namespace

Text title(AmendmentStage stage) {
  switch (stage) {
    case AmendmentStage::Draft:
      return {"Dự thảo", "Draft"};
    case AmendmentStage::Approved:
      return {"Đã duyệt, chờ ban hành", "Approved, to be issued"};
    case AmendmentStage::Issued:
      return {"Đã ban hành", "Issued"};
    case AmendmentStage::GivenUp:
      return {"Đã thôi", "Given up"};
  }
  return {};
}

void State::fold(const AmendmentDrafted& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.amendment.index() == amendments_.size());
  Amendment one{fact.amendment, fact.plan, fact.text};
  one.drafted = vietnam_date(stamp.at);
  if (fact.by) one.writers.insert(*fact.by);
  amendments_.push_back(std::move(one));
  plans_.at(fact.plan.index()).amendments.push_back(fact.amendment);
}

void State::fold(const AmendmentChanged& fact) {
  Amendment& one = amendments_.at(fact.amendment.index());
  one.version = fact.version;
  one.text = fact.text;
  one.stage = AmendmentStage::Draft;
  if (fact.by) one.writers.insert(*fact.by);
}

void State::fold(const AmendmentApproved& fact) {
  Amendment& one = amendments_.at(fact.amendment.index());
  one.stage = AmendmentStage::Approved;
  one.writers.clear();
}

void State::fold(const AmendmentGivenUp& fact, const ledger::Stamp& stamp) {
  Amendment& one = amendments_.at(fact.amendment.index());
  one.stage = AmendmentStage::GivenUp;
  one.given_up = fact.reason;
  one.closed = vietnam_date(stamp.at);
}

void State::fold(const AmendmentIssued& fact, const ledger::Stamp& stamp) {
  Amendment& one = amendments_.at(fact.amendment.index());
  one.stage = AmendmentStage::Issued;
  one.number = fact.number;
  one.issued = fact.on;
  one.closed = vietnam_date(stamp.at);
  settle_dues(fact, one.text);
  Plan& plan = plans_.at(fact.plan.index());
  one.issuer = fact.issuer.value_or(plan.issuer);
  plan.grounds.insert(plan.grounds.end(), one.text.grounds.begin(), one.text.grounds.end());
  for (const TaskAmendment& change : one.text.changes) {
    take_over(change, one.no, fact.on, tasks_.at(change.task.index()));
  }
  if (!fact.first) return;
  TaskNo no = *fact.first;
  for (const NewTask& added : one.text.tasks) {
    ASSERT(no.index() == tasks_.size());
    Task task{no, plan.no, added.what, added.rule, added.due, added.terms};
    task.added = one.no;
    task.working_days = added.working_days;
    if (added.working_days) task.counted_from = fact.on;
    tasks_.push_back(std::move(task));
    plan.tasks.push_back(no);
    one.added.push_back(no);
    ++no.value;
  }
}

// Of all that have more time than the task's deadline because it was granted to them.
void State::recount_extended(Task& task) const {
  task.extended = 0;
  task.extended_until = {};
  for (const AssignmentNo no : task.assignments) {
    const Move* last = last_move(no);
    if (last == nullptr || last->amendment || assignment(no).withdrawn) continue;
    ++task.extended;
    task.extended_until = std::max(task.extended_until, assignment(no).due);
  }
}

void State::fold(const DeadlinesMoved& fact, const ledger::Stamp& stamp) {
  const Date since = vietnam_date(stamp.at);
  for (const std::uint32_t number : fact.assignments.numbers) {
    const AssignmentNo no{number};
    Assignment& one = assignments_.at(no.index());
    if (!one.is_open()) continue;
    moves_[no].push_back({since, one.due, fact.due, fact.amendment});
    one.due = fact.due;
    const Extension* asked = waiting_of(no);
    if (asked != nullptr && asked->until <= fact.due) end_waiting(no, since, fact.amendment);
    assignment_changes_.touch(no, stamp.seq);
  }
  recount_extended(tasks_.at(fact.task.index()));
}

void State::fold(const AssignmentsWithdrawn& fact, const ledger::Stamp& stamp) {
  Task& task = tasks_.at(fact.task.index());
  for (const std::uint32_t number : fact.assignments.numbers) {
    const AssignmentNo no{number};
    Assignment& one = assignments_.at(no.index());
    if (!one.is_open()) continue;
    ++task.withdrawn_units;
    one.withdrawn = fact.amendment;
    end_waiting(no, vietnam_date(stamp.at), fact.amendment);
    assignment_changes_.touch(no, stamp.seq);
  }
  recount_extended(task);
}

const Amendment& State::amendment(AmendmentNo no) const {
  ASSERT(no && no.index() < amendments_.size());
  return amendments_[no.index()];
}

Result<const Amendment*> State::find(AmendmentNo no) const {
  if (no && no.index() < amendments_.size()) return &amendments_[no.index()];
  return problem(Code::NotFound, {"Không có sửa đổi, bổ sung này.", "There is no such amendment."});
}

// One is open at a time, so only the last can be.
const Amendment* State::open_amendment(PlanNo no) const {
  const auto& all = plan(no).amendments;
  if (all.empty() || !amendment(all.back()).is_open()) return nullptr;
  return &amendment(all.back());
}

std::vector<AmendmentNo> State::issued_amendments(PlanNo no) const {
  std::vector<AmendmentNo> out;
  for (const AmendmentNo one : plan(no).amendments) {
    if (amendment(one).stage == AmendmentStage::Issued) out.push_back(one);
  }
  return out;
}

std::vector<AmendmentNo> State::amendments_waiting() const {
  std::vector<AmendmentNo> out;
  for (const Amendment& one : amendments_) {
    if (one.stage == AmendmentStage::Draft) out.push_back(one.no);
  }
  return out;
}

}  // namespace lantoa::city::plan
