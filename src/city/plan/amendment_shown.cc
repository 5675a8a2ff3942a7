// What an amendment says, before and after, with what it does to the units.
#include <algorithm>

#include "city/plan/amendment.h"
#include "city/plan/due_words.h"

namespace lantoa::city::plan {
namespace {

struct ImpactPart {
  const char* code;
  Text label;
  const char* mark;
  const std::vector<AssignmentNo>& (*list)(const TaskImpact&);
};

// In the order in which they are shown.
const std::vector<ImpactPart>& impact_parts() {
  using List = const std::vector<AssignmentNo>&;
  static const std::vector<ImpactPart> all{
      {"dang-giao",
       {"Đang được giao", "Given to"},
       "state-idle",
       [](const TaskImpact& one) -> List { return one.all; }},
      {"da-xong",
       {"Đã xong, giữ nguyên", "Done, stays so"},
       "state-done",
       [](const TaskImpact& one) -> List { return one.done; }},
      {"gan-hon",
       {"Hạn gần hơn", "Deadline nearer"},
       "state-risk",
       [](const TaskImpact& one) -> List { return one.nearer; }},
      {"xa-hon",
       {"Hạn xa hơn", "Deadline later"},
       "state-idle",
       [](const TaskImpact& one) -> List { return one.later; }},
      {"giu-han",
       {"Giữ hạn đã được gia hạn, xa hơn hạn mới", "Keep the later day granted to them"},
       "state-idle",
       [](const TaskImpact& one) -> List { return one.effect.kept; }},
      {"qua-han-ngay",
       {"Quá hạn ngay", "Late at once"},
       "state-late",
       [](const TaskImpact& one) -> List { return one.late_at_once; }},
      {"gap",
       {"Còn dưới 3 ngày làm việc", "Fewer than 3 working days left"},
       "state-late",
       [](const TaskImpact& one) -> List { return one.short_notice; }},
      {"rut",
       {"Không phải làm nữa", "Need not do it any more"},
       "state-risk",
       [](const TaskImpact& one) -> List { return one.effect.withdrawn; }},
      {"thoi-xin",
       {"Đề nghị gia hạn không cần nữa", "Requests for more time that end"},
       "state-idle",
       [](const TaskImpact& one) -> List { return one.asking; }}};
  return all;
}

std::string part_address(const Amendment& amendment, TaskNo task, const char* code) {
  return "/ke-hoach/" + std::to_string(amendment.plan.value) +
         "/nhiem-vu?sua-doi=" + std::to_string(amendment.no.value) +
         "&viec=" + std::to_string(task.value) + "&phan=" + code;
}

Text range_of(const Days& days, const Text& direction) {
  const std::string most = std::to_string(days.most);
  const std::string least = std::to_string(days.least);
  if (days.least == days.most) {
    return {direction.vi + " " + most + " ngày", direction.en + " by days: " + most};
  }
  return {direction.vi + " từ " + least + " đến " + most + " ngày",
          direction.en + " by days: " + least + " to " + most};
}

std::vector<Difference> term_differences(const Terms& before, const Terms& after, bool is_known) {
  std::vector<Difference> out;
  const auto compare = [&](Text label, std::string Terms::* word) {
    if (is_known && before.*word == after.*word) return;
    if (!is_known && (after.*word).empty()) return;
    out.push_back(
        {std::move(label), is_known ? std::optional(before.*word) : std::nullopt, after.*word});
  };
  compare({"Người làm", "Done by"}, &Terms::doer);
  compare({"Chịu trách nhiệm", "Responsible"}, &Terms::responsibility);
  compare({"Thẩm quyền", "Decided by"}, &Terms::authority);
  compare({"Kết quả", "Result"}, &Terms::result);
  compare({"Phối hợp", "Together with"}, &Terms::partners);
  return out;
}

ReachedUnits reached_units(const std::vector<UnitNo>& list, const organisation::State& units,
                           Text words) {
  ReachedUnits out{std::move(words), {}};
  for (const UnitNo unit : list) {
    out.reached_names += (out.reached_names.empty() ? "" : "; ") + units.unit(unit).name;
  }
  return out;
}

class Showing {
 public:
  Showing(const State& state, const Needs& needs, const Amendment& amendment)
      : state_(state),
        needs_(needs),
        amendment_(amendment),
        text_(amendment.is_open()
                  ? counted_from(amendment.text, needs.calendar.today(), needs.workdays)
                  : amendment.text) {}

  AmendmentShown show() const {
    AmendmentShown out;
    out.reason = text_.reason;
    out.says_nothing = !says_anything(text_);
    for (const Ground& ground : text_.grounds) out.grounds.push_back(ground_row(ground, needs_));
    out.has_grounds = !out.grounds.empty();
    std::optional<Impact> impact;
    if (amendment_.is_open()) {
      impact =
          impact_of(state_, needs_.organisation, needs_.workdays, text_, needs_.calendar.today());
      const std::string n = std::to_string(impact->new_assignments(text_));
      if (n != "0") {
        out.total = Text{"Giao mới " + n + " việc cho các đơn vị.", "New assignments: " + n + "."};
      }
    }
    for (std::size_t i = 0; i < text_.changes.size(); ++i) {
      out.changes.push_back(change_row(text_.changes[i], impact ? &impact->changes[i] : nullptr));
    }
    for (std::size_t i = 0; i < text_.tasks.size(); ++i) {
      out.added.push_back(added_row(i, impact ? &impact->tasks[i] : nullptr));
    }
    out.has_added = !out.added.empty();
    return out;
  }

 private:
  // What the task said before it; nullptr where nobody can tell any more.
  struct Before {
    const std::string* what = nullptr;
    const Terms* terms = nullptr;
    std::optional<Date> due;
    std::optional<std::uint32_t> working_days = {};
  };
  Before before(const Task& task) const {
    if (amendment_.is_open()) return {&task.what, &task.terms, task.due, task.working_days};
    for (const Wording& one : task.earlier) {
      if (one.until == amendment_.no) return {&one.what, &one.terms, one.due, one.working_days};
    }
    return {};
  }

  ChangeRow change_row(const TaskAmendment& change, const TaskImpact* impact) const {
    const Task& task = state_.task(change.task);
    ChangeRow row;
    row.anchor = "viec-" + std::to_string(task.no.value);
    row.task_address = "/ke-hoach/" + std::to_string(task.plan.value) + "/nhiem-vu/" +
                       std::to_string(task.no.value);
    row.name = task.what;
    row.is_withdrawn = change.withdrawn;
    add_differences(change, before(task), row);
    if (impact != nullptr) add_impact(change, *impact, row);
    return row;
  }

  std::optional<Text> note_of(std::optional<std::uint32_t> working_days) const {
    return counted_in_words(working_days, amendment_.stage);
  }

  void add_differences(const TaskAmendment& change, const Before& before, ChangeRow& row) const {
    if (change.what) {
      row.differences.push_back(
          {{"Việc phải làm", "Work"},
           before.what != nullptr ? std::optional(*before.what) : std::nullopt,
           *change.what});
    }
    if (change.due) {
      row.differences.push_back({{"Hạn", "Deadline"},
                                 before.due ? std::optional(vietnamese(*before.due)) : std::nullopt,
                                 vietnamese(*change.due),
                                 {},
                                 note_of(change.working_days)});
      if (before.working_days) {
        row.differences.back().before_note = in_working_days(*before.working_days);
      }
    }
    if (!change.terms) return;
    const auto some = term_differences(before.terms != nullptr ? *before.terms : Terms{},
                                       *change.terms, before.terms != nullptr);
    row.differences.insert(row.differences.end(), some.begin(), some.end());
  }

  void add_impact(const TaskAmendment& change, const TaskImpact& impact, ChangeRow& row) const {
    for (const ImpactPart& part : impact_parts()) {
      const auto& list = part.list(impact);
      if (list.empty()) continue;
      ImpactLine line{part.label,
                      static_cast<std::uint32_t>(list.size()),
                      part_address(amendment_, change.task, part.code),
                      {},
                      part.mark};
      if (&list == &impact.nearer) line.days = range_of(impact.nearer_days, {"sớm hơn", "nearer"});
      if (&list == &impact.later) line.days = range_of(impact.later_days, {"muộn hơn", "later"});
      row.lines.push_back(std::move(line));
    }
    add_grown(impact.beyond,
              {"Kế hoạch lập từ việc này có nhiệm vụ sau hạn mới; hãy nhắc đơn vị sửa:",
               "Plans that grew out of it with tasks beyond the new deadline:"},
              row);
    add_grown(impact.hanging,
              {"Kế hoạch lập từ việc này vẫn chạy; hãy báo đơn vị:",
               "Plans that grew out of it and go on:"},
              row);
    const auto& reached = impact.effect.reached;
    if (reached.empty()) return;
    const std::string n = std::to_string(reached.size());
    row.newly_reached =
        reached_units(reached, needs_.organisation,
                      change.reached ? Text{"Giao thêm cho " + n + " đơn vị mới thuộc diện",
                                            "Given to units that it reaches only now: " + n}
                                     : Text{n + " đơn vị mới thuộc diện, chưa được giao",
                                            "Units that it reaches only now, not given to: " + n});
  }

  void add_grown(const std::vector<PlanNo>& list, Text why, ChangeRow& row) const {
    if (list.empty()) return;
    GrownLinks links{std::move(why), {}};
    for (const PlanNo no : list) {
      const Plan& plan = state_.plan(no);
      links.grown.push_back({"/ke-hoach/" + std::to_string(no.value),
                             plan.number.empty() ? title(plan.stage).vi : plan.number, plan.title});
    }
    row.below.push_back(std::move(links));
  }

  // As they were given, once they are.
  Text units_added(std::size_t index) const {
    const bool is_given = index < amendment_.added.size();
    if (is_given) return describe(state_.task(amendment_.added[index]), needs_.organisation);
    return describe(text_.tasks[index].rule, needs_.organisation);
  }

  AddedRow added_row(std::size_t index, const NewTaskImpact* impact) const {
    const NewTask& task = text_.tasks[index];
    AddedRow row;
    if (index < amendment_.added.size()) {
      row.added_address = "/ke-hoach/" + std::to_string(amendment_.plan.value) + "/nhiem-vu/" +
                          std::to_string(amendment_.added[index].value);
    }
    row.work = task.what;
    row.units = units_added(index);
    row.is_one_unit = task.rule.is_one_unit();
    row.due = vietnamese(task.due);
    row.due_note = note_of(task.working_days);
    row.terms = term_differences({}, task.terms, false);
    if (impact != nullptr) row.given = given_in_words(*impact);
    return row;
  }

  const State& state_;
  const Needs& needs_;
  const Amendment& amendment_;
  const AmendmentText text_;  // of an open one as if it were issued today
};

}  // namespace

Text given_in_words(const NewTaskImpact& impact) {
  const std::string n = std::to_string(impact.units.size());
  Text out{"Giao cho " + n + " đơn vị", "Given to units: " + n};
  const char* between = ": ";
  for (const auto& [kind, count] : impact.kinds) {
    const Text title = organisation::title(kind);
    const std::string so_many = std::to_string(count);
    out.vi += between + so_many + " " + title.vi;
    out.en += (between[0] == ':' ? " (" : ", ") + title.en + " " + so_many;
    between = ", ";
  }
  if (!impact.kinds.empty()) out.en += ")";
  return out;
}

AmendmentShown shown_of(const State& state, const Needs& needs, const Amendment& amendment) {
  return Showing(state, needs, amendment).show();
}

Result<ImpactList> impact_list(const State& state, const Needs& needs, const Visit& visit,
                               const Plan& plan) {
  const auto missing = [] {
    return problem(Code::NotFound,
                   {"Không có phần dự kiến này; có thể sửa đổi đã được ban hành hoặc đã thôi.",
                    "There is no such part; the amendment may have been issued or given up."});
  };
  const AmendmentNo no{visit.query_number("sua-doi")};
  TRY_ASSIGN(const Amendment* amendment, find_amendment(state, plan.no, no));
  const auto& changes = amendment->text.changes;
  const TaskNo task{visit.query_number("viec")};
  const auto change = std::find_if(changes.begin(), changes.end(),
                                   [&](const TaskAmendment& one) { return one.task == task; });
  const auto& parts = impact_parts();
  const std::string wanted = visit.query("phan");
  const auto part = std::find_if(parts.begin(), parts.end(),
                                 [&](const ImpactPart& one) { return wanted == one.code; });
  if (!amendment->is_open() || change == changes.end() || part == parts.end()) return missing();
  const AmendmentText only{{}, {}, {*change}, {}};
  const Impact impact =
      impact_of(state, needs.organisation, needs.workdays, only, needs.calendar.today());
  const std::string& what = state.task(task).what;
  return ImpactList{{part->label.vi + ": " + what, part->label.en + ": " + what},
                    part->list(impact.changes.front()),
                    part_address(*amendment, task, part->code)};
}

}  // namespace lantoa::city::plan
