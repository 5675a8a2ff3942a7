#include "city/plan/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::plan {
namespace {

template <class No, class T>
Result<const T*> look_up(const std::vector<T>& all, No no, Text missing) {
  if (no && no.index() < all.size()) return &all[no.index()];
  return problem(Code::NotFound, std::move(missing));
}

}  // namespace

Text title(Stage stage) {
  switch (stage) {
    case Stage::Draft:
      return {"Dự thảo", "Draft"};
    case Stage::Approved:
      return {"Đã duyệt, chờ ban hành", "Approved, to be issued"};
    case Stage::Issued:
      return {"Đã ban hành", "Issued"};
  }
  return {};
}

Text title(Audience audience) {
  switch (audience) {
    case Audience::Everybody:
      return {"Mọi cán bộ, công chức, viên chức, người lao động", "All officials and employees"};
    case Audience::KeyOfficials:
      return {"Cán bộ chủ chốt", "Key officials"};
  }
  return {};
}

Text title(Form form) {
  switch (form) {
    case Form::Meetings:
      return {"Họp, hội nghị, giao ban", "Meetings, conferences, briefings"};
    case Form::AgencySites:
      return {"Trang thông tin điện tử của cơ quan, đơn vị", "Web sites of agencies"};
    case Form::LawSite:
      return {"Trang phổ biến, giáo dục pháp luật", "The site for disseminating law"};
    case Form::CityPortal:
      return {"Cổng thông tin điện tử thành phố", "The city's portal"};
    case Form::Press:
      return {"Báo chí", "The press"};
    case Form::Broadcasting:
      return {"Phát thanh, truyền hình", "Radio and television"};
    case Form::Loudspeakers:
      return {"Truyền thanh cơ sở", "Loudspeakers"};
    case Form::SocialNetworks:
      return {"Mạng xã hội", "Social networks"};
    case Form::VisualDisplays:
      return {"Tuyên truyền trực quan nơi công cộng", "Displays in public places"};
    case Form::Contests:
      return {"Cuộc thi tìm hiểu pháp luật", "Contests about the law"};
    case Form::PrintedMatter:
      return {"Tờ gấp, sổ tay, tài liệu in", "Leaflets, handbooks, printed matter"};
    case Form::LegalAdvice:
      return {"Tư vấn, trợ giúp pháp lý, Ngày Pháp luật", "Legal advice and law days"};
    case Form::Other:
      return {"Hình thức phù hợp khác", "Other suitable forms"};
  }
  return {};
}

const std::vector<Form>& all_forms() {
  static const std::vector<Form> all{Form::Meetings,     Form::AgencySites,    Form::LawSite,
                                     Form::CityPortal,   Form::Press,          Form::Broadcasting,
                                     Form::Loudspeakers, Form::SocialNetworks, Form::VisualDisplays,
                                     Form::Contests,     Form::PrintedMatter,  Form::LegalAdvice,
                                     Form::Other};
  return all;
}

Text title(Part part) {
  switch (part) {
    case Part::Purpose:
      return {"Mục đích, yêu cầu", "Purpose and requirements"};
    case Part::Content:
      return {"Nội dung phổ biến", "What is made known"};
    case Part::Budget:
      return {"Kinh phí", "Budget"};
    case Part::Reporting:
      return {"Chế độ báo cáo", "Reporting"};
  }
  return {};
}

const std::vector<Part>& all_parts() {
  static const std::vector<Part> all{Part::Purpose, Part::Content, Part::Budget, Part::Reporting};
  return all;
}

std::vector<Clarity> clarity(const Task& task) {
  return {{{"rõ người", "who does it"}, !task.terms.doer.empty()},
          {{"rõ việc", "what is done"}, !task.what.empty()},
          {{"rõ thời gian", "by when"}, true},
          {{"rõ thẩm quyền", "who decides"}, !task.terms.authority.empty()},
          {{"rõ kết quả", "what comes of it"}, !task.terms.result.empty()},
          {{"rõ trách nhiệm", "who answers for it"}, !task.terms.responsibility.empty()}};
}

std::uint32_t unsaid(const Task& task) {
  const auto all = clarity(task);
  return static_cast<std::uint32_t>(
      std::count_if(all.begin(), all.end(), [](const Clarity& one) { return !one.is_said; }));
}

const std::string& text_of(const Plan& plan, Part part) {
  static const std::string nothing;
  for (const Section& section : plan.sections) {
    if (section.part == part) return section.text;
  }
  return nothing;
}

void State::fold(const PlanDrafted& fact) {
  ASSERT(fact.plan.index() == plans_.size());
  Plan plan;
  plan.no = fact.plan;
  plan.issuer = fact.issuer;
  plan.scope = fact.scope;
  plan.title = fact.title;
  plan.audience = fact.audience;
  plan.grounds = fact.grounds;
  if (fact.forms) plan.forms = *fact.forms;
  if (fact.sections) plan.sections = *fact.sections;
  if (fact.recipients) plan.recipients = *fact.recipients;
  plan.source = fact.source.value_or("");
  if (fact.by) plan.writers.insert(*fact.by);
  if (fact.parent) {
    plan.parent = *fact.parent;
    grown_from_[plan.parent].push_back(plan.no);
  }
  plans_.push_back(std::move(plan));
}

void State::touch(PlanNo no, std::uint32_t version, const std::optional<PersonNo>& by) {
  Plan& plan = plans_.at(no.index());
  plan.version = version;
  plan.stage = Stage::Draft;
  if (by) plan.writers.insert(*by);
}

void State::fold(const PlanChanged& fact) {
  touch(fact.plan, fact.version, fact.by);
  Plan& plan = plans_.at(fact.plan.index());
  plan.title = fact.title;
  plan.audience = fact.audience;
  plan.grounds = fact.grounds;
  if (fact.forms) plan.forms = *fact.forms;
  if (fact.sections) plan.sections = *fact.sections;
  if (fact.recipients) plan.recipients = *fact.recipients;
}

void State::fold(const TaskAdded& fact) {
  ASSERT(fact.task.index() == tasks_.size());
  touch(fact.plan, fact.version, fact.by);
  tasks_.push_back({fact.task,
                    fact.plan,
                    fact.what,
                    fact.rule,
                    fact.due,
                    fact.terms.value_or(Terms{}),
                    false,
                    {},
                    0});
  tasks_.back().working_days = fact.working_days;
  plans_.at(fact.plan.index()).tasks.push_back(fact.task);
}

void State::fold(const TaskChanged& fact) {
  Task& task = tasks_.at(fact.task.index());
  touch(task.plan, fact.version, fact.by);
  task.what = fact.what;
  task.due = fact.due;
  task.terms = fact.terms;
  task.working_days = fact.working_days;
}

void State::fold(const TaskDropped& fact) {
  Task& task = tasks_.at(fact.task.index());
  touch(task.plan, fact.version, fact.by);
  task.dropped = true;
  std::erase(plans_.at(task.plan.index()).tasks, fact.task);
}

void State::fold(const PlanApproved& fact) {
  Plan& plan = plans_.at(fact.plan.index());
  plan.stage = Stage::Approved;
  plan.writers.clear();
}

void State::fold(const PlanIssued& fact) {
  Plan& plan = plans_.at(fact.plan.index());
  plan.issued_grounds = plan.grounds.size();
  plan.stage = Stage::Issued;
  plan.number = fact.number;
  plan.issued = fact.on;
}

void State::fold(const SignedCopyAttached& fact, const ledger::Stamp& stamp) {
  plans_.at(fact.plan.index())
      .signed_copies.push_back(
          {fact.blob, fact.bytes, vietnam_date(stamp.at), fact.by.value_or(PersonNo{})});
}

void State::fold(const AssignmentsGiven& fact, const ledger::Stamp& stamp) {
  Task& task = tasks_.at(fact.task.index());
  if (task.group_version == 0) task.group_version = fact.group_version.value_or(0);
  if (task.working_days && !task.counted_from) {
    task.due = fact.due;
    task.counted_from = plans_.at(task.plan.index()).issued;
  }
  AssignmentNo no = fact.first;
  for (const std::uint32_t number : fact.units.numbers) {
    ASSERT(no.index() == assignments_.size());
    const UnitNo unit{number};
    assignments_.push_back({no, fact.task, unit, fact.due, {}});
    task.assignments.push_back(no);
    if (of_unit_.size() <= unit.index()) of_unit_.resize(unit.index() + 1);
    of_unit_[unit.index()].push_back(no);
    assignment_changes_.touch(no, stamp.seq);
    ++no.value;
  }
  // Units that a later amendment added stand among those that had it before.
  std::sort(task.assignments.begin(), task.assignments.end(), [this](auto a, auto b) {
    return assignments_[a.index()].unit < assignments_[b.index()].unit;
  });
}

void State::fold(const AssignmentDone& fact, const ledger::Stamp& stamp) {
  assignment_changes_.touch(fact.assignment, stamp.seq);
  Assignment& assignment = assignments_.at(fact.assignment.index());
  if (assignment.is_open()) ++tasks_.at(assignment.task.index()).done;
  assignment.done = fact.on;
  end_waiting(fact.assignment, fact.on, {});
}

void State::end_waiting(AssignmentNo no, Date on, AmendmentNo amendment) {
  const Extension* open = waiting_of(no);
  if (open == nullptr) return;
  Extension& extension = extensions_[open->no.index()];
  extension.fate = Extension::Fate::NotNeeded;
  extension.decided = on;
  extension.ended_by = amendment;
  waiting_.erase(extension.no);
}

void State::fold(const ExtensionAsked& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.extension.index() == extensions_.size());
  extensions_.push_back({fact.extension, fact.assignment,
                         assignments_.at(fact.assignment.index()).due, fact.until, fact.reason,
                         vietnam_date(stamp.at), fact.by.value_or(PersonNo{})});
  extensions_of_[fact.assignment].push_back(fact.extension);
  waiting_.insert(fact.extension);
  assignment_changes_.touch(fact.assignment, stamp.seq);
}

void State::fold(const ExtensionDecided& fact, const ledger::Stamp& stamp) {
  Extension& extension = extensions_.at(fact.extension.index());
  extension.fate = fact.until ? Extension::Fate::Granted : Extension::Fate::Refused;
  extension.decided = vietnam_date(stamp.at);
  extension.words = fact.reason;
  extension.decided_by = fact.by.value_or(PersonNo{});
  waiting_.erase(extension.no);
  assignment_changes_.touch(extension.assignment, stamp.seq);
  if (!fact.until) return;
  extension.granted = *fact.until;
  Assignment& assignment = assignments_.at(extension.assignment.index());
  Task& task = tasks_.at(assignment.task.index());
  const Move* last = last_move(assignment.no);
  if (last == nullptr || last->amendment) ++task.extended;
  moves_[assignment.no].push_back({extension.decided, assignment.due, *fact.until, {}});
  assignment.due = *fact.until;
  task.extended_until = std::max(task.extended_until, assignment.due);
}

const Plan& State::plan(PlanNo no) const {
  ASSERT(has(no));
  return plans_[no.index()];
}

const Task& State::task(TaskNo no) const {
  ASSERT(no && no.index() < tasks_.size());
  return tasks_[no.index()];
}

const Assignment& State::assignment(AssignmentNo no) const {
  ASSERT(no && no.index() < assignments_.size());
  return assignments_[no.index()];
}

Result<const Plan*> State::find(PlanNo no) const {
  return look_up(plans_, no, {"Không có kế hoạch này.", "There is no such plan."});
}

Result<const Task*> State::find(TaskNo no) const {
  return look_up(tasks_, no, {"Không có nhiệm vụ này.", "There is no such task."});
}

Result<const Assignment*> State::find(AssignmentNo no) const {
  return look_up(assignments_, no, {"Không có phân công này.", "There is no such assignment."});
}

std::vector<PlanNo> State::issued() const {
  std::vector<PlanNo> out;
  for (const Plan& plan : plans_) {
    if (plan.stage == Stage::Issued) out.push_back(plan.no);
  }
  std::stable_sort(out.begin(), out.end(), [this](PlanNo a, PlanNo b) {
    return plans_[a.index()].issued > plans_[b.index()].issued;
  });
  return out;
}

const std::vector<AssignmentNo>& State::of_unit(UnitNo unit) const {
  static const std::vector<AssignmentNo> none;
  return unit && unit.index() < of_unit_.size() ? of_unit_[unit.index()] : none;
}

const std::vector<PlanNo>& State::grown_from(AssignmentNo no) const {
  static const std::vector<PlanNo> none;
  const auto found = grown_from_.find(no);
  return found == grown_from_.end() ? none : found->second;
}

std::uint32_t State::open_below(AssignmentNo no) const {
  std::uint32_t out = 0;
  for (const PlanNo grown : grown_from(no)) {
    for (const TaskNo one : plan(grown).tasks) {
      const Task& its = task(one);
      out += its.counted() - its.done;
    }
  }
  return out;
}

// It ends: an assignment is of a plan that was issued before the plan that grows out of it was
// drafted, so that every parent has a lower number than its plan, and nothing changes a parent.
std::uint32_t State::parents_above(AssignmentNo parent) const {
  std::uint32_t out = 0;
  for (; parent; ++out) parent = plan(task(assignment(parent).task).plan).parent;
  return out;
}

const Extension& State::extension(ExtensionNo no) const {
  ASSERT(no && no.index() < extensions_.size());
  return extensions_[no.index()];
}

Result<const Extension*> State::find(ExtensionNo no) const {
  return look_up(extensions_, no,
                 {"Không có đề nghị gia hạn này.", "There is no such request for more time."});
}

const std::vector<ExtensionNo>& State::extensions_of(AssignmentNo no) const {
  static const std::vector<ExtensionNo> none;
  const auto found = extensions_of_.find(no);
  return found == extensions_of_.end() ? none : found->second;
}

// One is asked for at a time, so only the last can wait.
const Extension* State::waiting_of(AssignmentNo no) const {
  const auto& all = extensions_of(no);
  if (all.empty() || !waiting_.contains(all.back())) return nullptr;
  return &extension(all.back());
}

const Extension* State::last_granted(AssignmentNo no) const {
  const auto& all = extensions_of(no);
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (extension(*one).fate == Extension::Fate::Granted) return &extension(*one);
  }
  return nullptr;
}

const std::vector<Move>& State::moves_of(AssignmentNo no) const {
  static const std::vector<Move> none;
  const auto found = moves_.find(no);
  return found == moves_.end() ? none : found->second;
}

const Move* State::last_move(AssignmentNo no) const {
  const auto& all = moves_of(no);
  return all.empty() ? nullptr : &all.back();
}

std::optional<Date> State::due_since(AssignmentNo no) const {
  const Move* last = last_move(no);
  return last == nullptr ? std::nullopt : std::optional(last->since);
}

Date State::first_due(AssignmentNo no) const {
  const auto& all = moves_of(no);
  return all.empty() ? assignment(no).due : all.front().before;
}

Date State::due_on(AssignmentNo no, Date day) const {
  Date due = first_due(no);
  for (const Move& one : moves_of(no)) {
    if (one.since <= day) due = one.due;
  }
  return due;
}

std::uint32_t State::asked_before(const Extension& extension) const {
  const Assignment& about = assignment(extension.assignment);
  std::uint32_t out = 0;
  for (const AssignmentNo no : of_unit(about.unit)) {
    if (task(assignment(no).task).plan != task(about.task).plan) continue;
    for (const ExtensionNo other : extensions_of(no)) out += other < extension.no ? 1U : 0U;
  }
  return out;
}

}  // namespace lantoa::city::plan
