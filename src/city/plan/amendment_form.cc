// The form of an amendment: every task of the plan with its present words, and rows for new ones.
#include <algorithm>
#include <charconv>
#include <functional>

#include "city/due_field.h"
#include "city/plan/amendment.h"
#include "city/plan/due_words.h"
#include "city/plan/group_words.h"

namespace lantoa::city::plan {
namespace {

constexpr std::size_t blank_rows = 3;  // beside those that are filled
constexpr std::size_t names_shown_max = 20;

// Every row has the field of its work: fields::of_task(), fields::of_added().
constexpr std::string_view changed_beginning = "what-viec-";
constexpr std::string_view added_beginning = "what-moi-";

struct AmendTerm {
  const char* field;
  Text label;
  std::string Terms::* value;
};

const std::vector<AmendTerm>& amend_terms() {
  static const std::vector<AmendTerm> all{
      {fields::doer, {"Rõ người: ai làm", "Who does it"}, &Terms::doer},
      {fields::responsibility,
       {"Rõ trách nhiệm: ai chịu trách nhiệm", "Who answers for it"},
       &Terms::responsibility},
      {fields::authority,
       {"Rõ thẩm quyền: ai quyết định khi vướng mắc", "Who decides what comes up"},
       &Terms::authority},
      {fields::result,
       {"Rõ kết quả: xong thì có gì", "What there is when it is done"},
       &Terms::result},
      {fields::partners, {"Đơn vị phối hợp", "Who works with them"}, &Terms::partners}};
  return all;
}

Text due_hint_of_amendment() {
  return {
      "Ngày/tháng/năm, hoặc số ngày làm việc kể từ ngày ban hành sửa đổi, ví dụ 15 ngày làm "
      "việc. Ngày ban hành không tính; ngày làm việc tiếp theo là ngày thứ nhất.",
      "Day/month/year, or working days after the amendment is issued, for example 15 working "
      "days. The day of issue does not count; the next working day is the first."};
}

// As a cell that rule_words.h reads back.
std::string words_of_rule(const Rule& rule, UnitNo scope, const organisation::State& units) {
  if (rule.group) return write_group_words(units, scope, rule);
  if (rule.kinds.empty()) return units.unit(rule.top).code;
  return describe(rule, units).vi;
}

std::optional<std::uint32_t> number_after(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  const std::string_view digits = name.substr(prefix.size());
  std::uint32_t out = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return out;
}

// The numbers of the form's fields with this beginning, ascending: "what-viec-12" of "what-viec-".
std::vector<std::uint32_t> numbers_typed(const Visit& visit, std::string_view prefix) {
  std::vector<std::uint32_t> out;
  for (auto one = visit.form.fields.lower_bound(prefix);
       one != visit.form.fields.end() && one->first.starts_with(prefix); ++one) {
    if (const auto number = number_after(one->first, prefix); number && *number != 0) {
      out.push_back(*number);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Forming {
 public:
  Forming(const State& state, const Needs& needs, const Visit& visit, const Amendment& amendment)
      : state_(state),
        needs_(needs),
        visit_(visit),
        amendment_(amendment),
        action_(address_of(amendment.plan, amendment.no)),
        // Another form of the page that failed fills nothing of this one.
        is_sent_(visit.failure != nullptr && visit.request.path == action_) {}

  AmendForm form() const {
    AmendForm out;
    out.keys = form_keys(visit_);
    out.action = action_;
    // Whoever has seen the present text above his own can send his own.
    out.version = std::to_string(amendment_.version);
    out.changed_meanwhile = is_sent_ && visit_.typed_number("version") != amendment_.version;
    out.why = shown(fields::reason, amendment_.text.reason);
    std::string grounds;
    for (const Ground& one : amendment_.text.grounds) grounds += write_ground(one) + "\n";
    out.more_grounds = shown(fields::grounds, std::move(grounds));
    for (const TaskNo no : state_.plan(amendment_.plan).tasks) {
      const Task& task = state_.task(no);
      if (!task.withdrawn) out.tasks.push_back(task_inputs(task));
    }
    std::size_t rows = amendment_.text.tasks.size() + blank_rows;
    if (is_sent_) {
      const auto typed = numbers_typed(visit_, added_beginning);
      if (!typed.empty()) rows = std::min<std::size_t>(tasks_max, typed.back());
    }
    for (std::size_t row = 1; row <= rows; ++row) out.new_tasks.push_back(added_inputs(row));
    return out;
  }

 private:
  UnitNo scope() const { return state_.plan(amendment_.plan).scope; }
  Field shown(std::string_view name, std::string value) const {
    return is_sent_ ? field(visit_, name, std::move(value)) : Field{std::move(value), {}};
  }
  std::string shown_due(Date due, std::optional<std::uint32_t> working_days) const {
    return write_due(working_days ? Due::within(*working_days) : Due(due), visit_.language);
  }
  bool ticked(const std::string& name, bool value) const {
    return is_sent_ ? visit_.typed(name) == "1" : value;
  }

  void add_input(std::vector<AmendInput>& out, const std::string& name, Text label,
                 std::optional<Text> hint, std::string value, bool is_long = false) const {
    Field typed = shown(name, std::move(value));
    std::string described = hint ? name + "-hint" : "";
    if (typed.error) described += (described.empty() ? "" : " ") + name + "-loi";
    AmendInput input{
        name, std::move(label), std::move(hint), std::move(typed.value), std::move(typed.error),
        {},   is_long};
    if (!described.empty()) input.described = std::move(described);
    out.push_back(std::move(input));
  }

  TaskInputs task_inputs(const Task& task) const {
    const auto& changes = amendment_.text.changes;
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const TaskAmendment& one) { return one.task == task.no; });
    const TaskAmendment change = found == changes.end() ? TaskAmendment{task.no} : *found;
    const Terms& terms = change.terms ? *change.terms : task.terms;
    TaskInputs out;
    out.work = task.what;
    out.units = describe(task, needs_.organisation);
    out.is_one_unit = task.rule.is_one_unit();
    out.due = due_in_words(task.due, task.working_days);
    const auto name = [&](const char* of) { return fields::of_task(of, task.no); };
    add_input(out.inputs, name(fields::what), {"Rõ việc: việc phải làm", "What has to be done"}, {},
              change.what.value_or(task.what), true);
    add_input(out.inputs, name(fields::due), {"Rõ thời gian: hạn hoàn thành", "By when"},
              due_hint_of_amendment(),
              shown_due(change.due.value_or(task.due), change.working_days));
    for (const AmendTerm& term : amend_terms()) {
      add_input(out.inputs, name(term.field), term.label, {}, terms.*(term.value));
    }
    out.withdraw_name = name(fields::withdrawn);
    out.is_to_withdraw = ticked(out.withdraw_name, change.withdrawn);
    add_reached(task, change, out);
    const bool is_wrong = std::any_of(out.inputs.begin(), out.inputs.end(),
                                      [](const auto& one) { return one.error.has_value(); });
    out.is_unfolded = found != changes.end() || is_wrong || out.is_to_withdraw;
    return out;
  }

  void add_reached(const Task& task, const TaskAmendment& change, TaskInputs& out) const {
    const auto units = effect_of(state_, needs_.organisation, TaskAmendment{task.no}).reached;
    const std::string name = fields::of_task(fields::reached, task.no);
    if (units.empty() && !change.reached) return;
    const std::string n = std::to_string(units.size());
    ReachedUnits newly{{"Giao cả cho " + n + " đơn vị mới thuộc diện",
                        "Give it to units that it reaches only now, too: " + n},
                       {}};
    for (std::size_t i = 0; i < std::min(units.size(), names_shown_max); ++i) {
      newly.reached_names += (i == 0 ? "" : "; ") + needs_.organisation.unit(units[i]).name;
    }
    if (units.size() > names_shown_max) newly.reached_names += "…";
    out.to_reach = ReachedInput{name, ticked(name, change.reached), std::move(newly)};
    if (out.to_reach->ticked) out.is_unfolded = true;
  }

  AddedInputs added_inputs(std::size_t row) const {
    const auto& all = amendment_.text.tasks;
    const NewTask* task = row <= all.size() ? &all[row - 1] : nullptr;
    const std::string n = std::to_string(row);
    AddedInputs out{{"Nhiệm vụ mới thứ " + n, "New task " + n}, false, {}};
    const auto name = [&](const char* of) { return fields::of_added(of, row); };
    auto& inputs = out.added_inputs;
    add_input(inputs, name(fields::what), {"Việc phải làm", "What has to be done"}, {},
              task != nullptr ? task->what : "", true);
    add_input(inputs, name(fields::units), {"Đơn vị nhận", "Who gets it"},
              Text{"Như “mỗi phường”, “các quận, huyện; các sở”, “nhóm” và tên nhóm, hoặc mã, tên "
                   "một đơn vị",
                   "Such as “Every ward”, “group” and its name, or the code or name of one unit"},
              task != nullptr ? words_of_rule(task->rule, scope(), needs_.organisation) : "");
    add_input(inputs, name(fields::due), {"Hạn hoàn thành", "Deadline"}, due_hint_of_amendment(),
              task != nullptr ? shown_due(task->due, task->working_days) : "");
    for (const AmendTerm& term : amend_terms()) {
      add_input(inputs, name(term.field), term.label, {},
                task != nullptr ? task->terms.*(term.value) : "");
    }
    out.is_used = std::any_of(inputs.begin(), inputs.end(), [](const AmendInput& one) {
      return !one.value.empty() || one.error.has_value();
    });
    return out;
  }

  const State& state_;
  const Needs& needs_;
  const Visit& visit_;
  const Amendment& amendment_;
  std::string action_;
  bool is_sent_;
};

Terms terms_typed(const Visit& visit, const std::function<std::string(const char*)>& name) {
  Terms out;
  for (const AmendTerm& term : amend_terms()) {
    out.*(term.value) = std::string(visit.typed(name(term.field)));
  }
  return out;
}

}  // namespace

AmendForm amend_form(const State& state, const Needs& needs, const Visit& visit,
                     const Amendment& amendment) {
  return Forming(state, needs, visit, amendment).form();
}

AmendmentDraft read_amendment(const Visit& visit) {
  AmendmentDraft out;
  out.reason = std::string(visit.typed(fields::reason));
  out.grounds = read_grounds(visit.typed(fields::grounds));
  for (const std::uint32_t number : numbers_typed(visit, changed_beginning)) {
    const TaskNo task{number};
    const auto name = [&](const char* of) { return fields::of_task(of, task); };
    TaskAmendment change{task};
    change.what = std::string(visit.typed(name(fields::what)));
    change.terms = terms_typed(visit, name);
    change.withdrawn = visit.typed(name(fields::withdrawn)) == "1";
    change.reached = visit.typed(name(fields::reached)) == "1";
    // Of a task that is withdrawn nothing else is read.
    if (!change.withdrawn) {
      const Due due = typed_due(visit, name(fields::due), CountedFrom::Issue, out.unread);
      change.due = due.day;
      change.working_days = working_days_of(due);
    }
    out.changes.push_back(std::move(change));
  }
  for (const std::uint32_t row : numbers_typed(visit, added_beginning)) {
    const auto name = [&](const char* of) { return fields::of_added(of, row); };
    AmendmentDraft::Added added;
    added.row = row;
    added.what = std::string(visit.typed(name(fields::what)));
    added.units = std::string(visit.typed(name(fields::units)));
    added.terms = terms_typed(visit, name);
    const bool is_blank = one_line(added.what).empty() && one_line(added.units).empty() &&
                          visit.typed(name(fields::due)).empty() && trimmed(added.terms) == Terms{};
    if (is_blank) continue;
    added.due = typed_due(visit, name(fields::due), CountedFrom::Issue, out.unread);
    out.tasks.push_back(std::move(added));
  }
  return out;
}

}  // namespace lantoa::city::plan
