#include "city/plan/reading_form.h"

#include <algorithm>

#include "city/due_field.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

std::string field_of(std::string_view row, std::size_t index, std::string_view part) {
  std::string out = std::string(row) + "-" + std::to_string(index);
  if (!part.empty()) out += "-" + std::string(part);
  return out;
}

bool is_ticked(const Visit& visit, const std::string& box) {
  return visit.form.fields.contains(box);
}

// Rows are counted from 1 and have no gaps, whether ticked or not.
bool has_row(const Visit& visit, const std::string& field) {
  return visit.form.fields.contains(field);
}

void read_grounds_of(const Visit& visit, DraftPlan& command, Faults& faults) {
  for (std::size_t i = 1; has_row(visit, ground_field(i, "ghi")); ++i) {
    if (!is_ticked(visit, ground_field(i))) continue;
    const std::string field = ground_field(i, "ghi");
    const auto grounds = read_grounds(one_line(visit.typed(field)));
    const bool readable =
        !grounds.empty() && std::all_of(grounds.begin(), grounds.end(), [](const Ground& one) {
          return viet::parse_document_number(one.number).has_value();
        });
    if (!readable) {
      faults.add(field, {"Căn cứ " + std::to_string(i) +
                             ": không đọc được số, ký hiệu; viết như Nghị quyết số 97/2019/QH14 "
                             "ngày 27/11/2019 của Quốc hội, hoặc bỏ chọn.",
                         "Ground " + std::to_string(i) +
                             ": its number cannot be read; write it like 97/2019/QH14, or untick "
                             "it."});
      continue;
    }
    command.grounds.insert(command.grounds.end(), grounds.begin(), grounds.end());
  }
}

// The task's own deadline, else the common one; a row without either goes to `without`.
Due read_due(const Visit& visit, std::size_t row, const Due& common, Faults& faults,
             std::vector<std::size_t>& without) {
  const std::string field = task_field(row, "han");
  if (const Due due = typed_due(visit, field, CountedFrom::Issue, faults)) return due;
  const bool typed = !one_line(visit.typed(field)).empty();  // and it was no deadline
  if (!common && !typed) without.push_back(row);
  return common;
}

// One or two are told at their own fields; many at once are told where one day is enough.
void add_missing_deadlines(const std::vector<std::size_t>& without, Faults& faults) {
  constexpr std::size_t told_apart_max = 2;
  std::string numbers;
  for (const std::size_t row : without) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(row);
    if (without.size() > told_apart_max) continue;
    const std::string number = std::to_string(row);
    faults.add(task_field(row, "han"),
               {"Việc " + number + " chưa có hạn. Ghi hạn của việc này, hoặc hạn chung.",
                "Task " + number + " has no deadline. Give it one, or a common one."});
  }
  if (without.size() <= told_apart_max) return;
  faults.add("han-chung",
             {"Các việc " + numbers + " chưa có hạn. Ghi hạn chung, hoặc hạn của từng việc.",
              "Tasks " + numbers + " have no deadline. Give a common one, or one for each."});
}

void read_tasks_of(const Visit& visit, Confirmed& out, Faults& faults) {
  const Due common = typed_due(visit, "han-chung", CountedFrom::Issue, faults);
  const bool common_is_wrong = !common && !one_line(visit.typed("han-chung")).empty();
  std::vector<std::size_t> without;
  for (std::size_t i = 1; has_row(visit, task_field(i, "ghi")); ++i) {
    if (!is_ticked(visit, task_field(i))) continue;
    const std::string number = std::to_string(i);
    DraftTask task;
    task.what = one_line(visit.typed(task_field(i, "ghi")));
    faults.need(task_field(i, "ghi"), task.what, task_characters_max,
                {"Việc " + number + " chưa ghi nội dung. Hãy ghi, hoặc bỏ chọn việc này.",
                 "Task " + number + " says nothing. Write it, or untick it."});
    auto rule = read_choice(visit.typed(task_field(i, "don-vi")), out.command.scope);
    if (rule) {
      task.rule = *std::move(rule);
    } else {
      faults.add(task_field(i, "don-vi"),
                 {"Việc " + number + " chưa có đơn vị. Hãy chọn, hoặc bỏ chọn việc này.",
                  "Task " + number + " has no unit. Choose one, or untick it."});
    }
    task.due = read_due(visit, i, common, faults, without);
    out.command.tasks.push_back(std::move(task));
    out.rows.push_back(i);
  }
  if (!common_is_wrong) add_missing_deadlines(without, faults);
}

}  // namespace

std::string task_field(std::size_t index, std::string_view part) {
  return field_of("viec", index, part);
}
std::string ground_field(std::size_t index, std::string_view part) {
  return field_of("can-cu", index, part);
}

Result<Confirmed> read_confirmed(const Visit& visit, UnitNo issuer, UnitNo scope) {
  Confirmed out;
  Faults faults;
  out.command.issuer = issuer;
  out.command.scope = scope;
  out.command.title = one_line(visit.typed("title"));
  faults.need("title", out.command.title, title_characters_max,
              {"Hãy ghi trích yếu của kế hoạch.", "Write what the plan is about."});
  out.command.audience = read_audience(visit);
  out.command.forms = read_forms(visit);
  out.command.source = std::string(visit.typed("tep"));
  read_grounds_of(visit, out.command, faults);
  read_tasks_of(visit, out, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Problem in_fields(Problem problem, const std::vector<std::size_t>& rows) {
  if (problem.field != "tasks") return problem;
  for (Detail& detail : problem.details) {
    if (detail.row == 0 || detail.row > rows.size()) continue;
    const std::size_t row = rows[detail.row - 1];
    const std::string number = std::to_string(row);
    detail.row = 0;
    if (detail.field == "what") detail.field = task_field(row, "ghi");
    if (detail.field == "units") detail.field = task_field(row, "don-vi");
    if (detail.field == "due") detail.field = task_field(row, "han");
    detail.text.vi = "Việc " + number + ": " + detail.text.vi;
    detail.text.en = "Task " + number + ": " + detail.text.en;
  }
  return problem;
}

}  // namespace lantoa::city::plan
