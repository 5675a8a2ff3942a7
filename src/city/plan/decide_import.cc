// Many tasks from one file: each row is judged as the form is, after those before it.
#include <map>
#include <tuple>

#include "city/plan/decide.h"
#include "city/plan/rule_words.h"
#include "viet/unicode.h"

namespace lantoa::city::plan {
namespace {

using Row = ImportTasks::Row;

// The same work of the same units by the same day is one task, however its units are said.
using Same = std::tuple<std::string, std::vector<UnitNo>, std::optional<Date>, std::uint32_t>;

class Reading {
 public:
  Reading(const Known& known, const Plan& plan, const ImportTasks& command, Date today)
      : known_(known),
        plan_(plan),
        command_(command),
        today_(today),
        words_(known.organisation, plan.scope) {
    for (const TaskNo no : plan.tasks) {
      const Task& task = known.plans.task(no);
      before_.emplace(same(task.what, task.rule, due_of(task)),
                      Text{"nhiệm vụ “" + task.what + "” đã có trong kế hoạch",
                           "the plan’s task “" + task.what + "”"});
    }
  }

  void read(const Row& row) {
    const std::size_t before = faults_.count();
    DraftTask task{row.what, {}, row.due ? row.due : Due(today_), row.terms};
    Faults found;
    check_words(known_, task, row.due ? plan_.parent : AssignmentNo{}, today_, found);
    if (found.any()) {
      const Problem why = std::move(found).problem();
      for (const Detail& one : why.details) fault(row, one.field, one.text);
    }
    for (const Detail& cell : row.unread) fault(row, cell.field, cell.text);
    if (auto rule = read_rule(row.units)) {
      task.rule = *std::move(rule);
    } else {
      fault(row, fields::units, rule.error().text);
    }
    if (faults_.count() == before) check_twin(row, task);
    if (faults_.count() == before) tasks_.push_back(std::move(task));
  }

  bool any_fault() const { return faults_.count() > 0; }
  Problem problem() && { return std::move(faults_).problem(); }
  const std::vector<DraftTask>& tasks() const { return tasks_; }

 private:
  Same same(const std::string& what, const Rule& rule, const Due& due) const {
    return {viet::name_key(one_line(what)), units_of(known_.organisation, rule), due.day,
            due.working_days};
  }

  Result<Rule> read_rule(const std::string& cell) const {
    TRY_ASSIGN(Rule rule, words_.read(cell));
    TRY(check_rule(known_, rule, plan_.scope));
    return rule;
  }

  // Against the plan's tasks and the rows before.
  void check_twin(const Row& row, const DraftTask& task) {
    const std::string line = std::to_string(row.line);
    const auto [twin, fresh] =
        before_.emplace(same(task.what, task.rule, task.due), Text{"dòng " + line, "row " + line});
    if (fresh) return;
    fault(row, fields::what,
          {"Trùng với " + twin->second.vi +
               ": cùng việc, cùng đơn vị, cùng hạn. Hãy xóa dòng này, hoặc ghi rõ khác ở điểm nào.",
           "The same as " + twin->second.en +
               ": work, units and deadline. Delete this row, or say what differs."});
  }

  void fault(const Row& row, const std::string& field, Text text) {
    const auto column = command_.columns.find(field);
    faults_.add(row.line, column == command_.columns.end() ? field : column->second,
                std::move(text));
  }

  const Known& known_;
  const Plan& plan_;
  const ImportTasks& command_;
  Date today_;
  RuleWords words_;
  std::map<Same, Text> before_;
  std::vector<DraftTask> tasks_;  // without fault
  FileFaults faults_;
};

Result<void> check_room(const Plan& plan, std::size_t rows) {
  if (plan.tasks.size() + rows <= tasks_max) return {};
  const std::string here = std::to_string(plan.tasks.size());
  const std::string more = std::to_string(rows);
  const std::string most = std::to_string(tasks_max);
  return problem(Code::TooLarge,
                 {"Kế hoạch đã có " + here + " nhiệm vụ, tệp thêm " + more + "; nhiều nhất " +
                      most + ". Hãy bớt dòng trong tệp, hoặc bỏ nhiệm vụ không cần nữa.",
                  "The plan has " + here + " tasks, the file brings " + more + "; at most " + most +
                      ". Take rows out of the file, or drop tasks of the plan."},
                 file_field);
}

}  // namespace

Decided decide(const Known& known, const ImportTasks& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  if (plan->version != command.seen_version) {
    return problem(Code::Conflict,
                   {"Kế hoạch đã được sửa sau khi bạn xem trước nên chưa ghi gì. Hãy xem trước lại "
                    "với bản kế hoạch mới rồi ghi.",
                    "Somebody changed the plan after your preview; nothing was written. Preview "
                    "the file again with the new version, then go on."});
  }
  if (command.rows.empty()) {
    return problem(Code::Invalid, {"Tệp không có dòng dữ liệu nào.", "The file has no data rows."},
                   file_field);
  }
  TRY(check_room(*plan, command.rows.size()));
  Reading reading(known, *plan, command, envelope.today);
  for (const Row& row : command.rows) reading.read(row);
  if (reading.any_fault()) return tl::unexpected(std::move(reading).problem());
  ledger::Decision decision;
  std::uint32_t version = plan->version;
  TaskNo no{known.plans.tasks()};
  for (const DraftTask& task : reading.tasks()) {
    ++no.value;
    decision.add(subject("plan", plan->no),
                 task_added(known, no, plan->no, ++version, task, envelope));
  }
  decision.answer = answer_address(plan->no, "nhap-viec");
  return decision;
}

}  // namespace lantoa::city::plan
