#include "city/plan/group_lists.h"

#include <algorithm>

namespace lantoa::city::plan {
namespace {

// Who has the task of those who were in the group when it was given.
std::vector<UnitNo> units_given(const State& plans, const Task& task,
                                const organisation::Group::Version& then) {
  std::vector<UnitNo> out;
  for (const AssignmentNo no : task.assignments) {
    const UnitNo unit = plans.assignment(no).unit;
    const auto& members = then.units.numbers;
    if (std::binary_search(members.begin(), members.end(), unit.value)) out.push_back(unit);
  }
  return out;
}

std::string count_on_paper(const GroupList& list, const organisation::State& units, Date today) {
  std::string out = "Nhóm “" + list.name + "”";
  if (list.top != units.root()) out += " thuộc " + units.unit(list.top).name;
  if (list.version == 0) out += ", tính đến ngày " + vietnamese(today) + ",";
  return out + " có " + std::to_string(list.units.size()) + " đơn vị";
}

paper::Table table_of(const GroupList& list, const organisation::State& units) {
  paper::Table out{
      {{"STT", 4, true}, {"Đơn vị", 17}, {"Đơn vị cấp trên", 17}, {"Mã", 6}}, {}, false};
  for (const UnitNo no : list.units) {
    const organisation::Unit& unit = units.unit(no);
    out.rows.push_back({std::to_string(out.rows.size() + 1), unit.name,
                        unit.parent ? units.unit(unit.parent).name : "", unit.code});
  }
  return out;
}

}  // namespace

void GroupLists::add(const Task& task) { add(task.rule, task.group_version, &task); }

void GroupLists::add(const NewTask& added) { add(added.rule, 0, nullptr); }

void GroupLists::add(const Rule& rule, std::uint32_t version, const Task* task) {
  if (!rule.group || !units_.has(*rule.group)) return;
  const bool is_there = std::any_of(all_.begin(), all_.end(), [&](const GroupList& one) {
    return one.group == *rule.group && one.version == version && one.top == rule.top;
  });
  if (is_there) return;
  const organisation::Group& group = units_.group(*rule.group);
  const bool is_given = task != nullptr && version != 0 && version <= group.version();
  const auto& then = is_given ? group.versions[version - 1] : group.current();
  all_.push_back(
      {group.no, version, rule.top, task != nullptr ? task->no : TaskNo{}, then.name,
       is_given ? units_given(plans_, *task, then) : units_.members(group.no, rule.top)});
}

void write_group_lists(paper::Paper& paper, const std::vector<GroupList>& lists,
                       const organisation::State& units, Date today) {
  std::size_t rows = 0;
  for (const GroupList& list : lists) {
    const std::string count = count_on_paper(list, units, today);
    if (rows + list.units.size() > group_rows_on_paper_max) {
      paper.body.emplace_back(paper::Paragraph{
          count + "; danh sách quá dài nên không in ở đây, xem ở trang của kế hoạch."});
      continue;
    }
    rows += list.units.size();
    paper.body.emplace_back(paper::Paragraph{count + (list.units.empty() ? "." : ":")});
    if (!list.units.empty()) paper.body.emplace_back(table_of(list, units));
  }
}

}  // namespace lantoa::city::plan
