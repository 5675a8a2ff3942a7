// Tasks of a draft from a file, in the way of every import (file_import.h).
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/file_import.h"
#include "city/plan/due_words.h"
#include "city/plan/task_file.h"

namespace lantoa::city::plan {
namespace {

struct ColumnRow {
  Text name;
  bool required = false;
  Text holds;
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (name, required, holds))

struct ImportView {
  static constexpr std::string_view tpl = "src/city/plan/import_tasks.tpl";
  FormKeys keys;
  std::string plan;  // number in addresses
  std::string title;
  Field file;
  std::uint32_t room = 0;  // so many more tasks the plan can have
  std::vector<ColumnRow> columns;
};
BOOST_DESCRIBE_STRUCT(ImportView, (), (keys, plan, title, file, room, columns))

struct PreviewRow {
  std::string line;
  std::string what;
  Text units;
  std::uint32_t count = 0;  // of units, as the tree is now
  Text due;
  Text points;  // of the six
  std::string points_mark;
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (), (line, what, units, count, due, points, points_mark))

struct PreviewView {
  static constexpr std::string_view tpl = "src/city/plan/task_file_preview.tpl";
  FormKeys keys;
  std::string plan;  // number in addresses
  std::string title;
  std::string file;     // says which file was seen
  std::string version;  // of the plan, as seen
  std::uint32_t tasks = 0;
  std::uint32_t clear = 0;  // of them: with all six points
  std::vector<PreviewRow> rows;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (keys, plan, title, file, version, tasks, clear, rows))

Text heading() { return {"Nhập nhiệm vụ từ bảng tính", "Import tasks from a spreadsheet"}; }

template <class View>
http::Response show(const App& app, const Visit& visit, const View& view) {
  return app.show(visit, heading(), view,
                  {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                   {Text{"Kế hoạch này", "This plan"}.in(visit.language), "/ke-hoach/" + view.plan},
                   {heading().in(visit.language), {}}});
}

// Both where the state stands still.
Envelope now(const Needs& needs, const Visit& visit) {
  return {Instant{}, needs.calendar.today(), visit.actor};
}
Result<const Plan*> open_plan(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  return open_for_change({state, needs.organisation, needs.workdays}, no, now(needs, visit));
}

Result<ImportView> fill_form(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Plan* plan, open_plan(state, needs, visit));
  ImportView view;
  view.keys = form_keys(visit);
  view.plan = std::to_string(plan->no.value);
  view.title = plan->title;
  view.file = field(visit, file_field);
  view.room = static_cast<std::uint32_t>(tasks_max - std::min(tasks_max, plan->tasks.size()));
  for (const FileColumn& column : task_columns()) {
    view.columns.push_back({column.name, column.required, column.holds});
  }
  return view;
}

Result<http::Response> show_form(const App& app, const State& state, const Needs& needs,
                                 const Visit& visit) {
  TRY_ASSIGN(const ImportView view,
             app.engine.read([&] { return fill_form(state, needs, visit); }));
  return show(app, visit, view);
}

PreviewRow row_of(const ImportTasks::Row& read, const TaskAdded& fact, const Needs& needs,
                  std::uint32_t& clear) {
  Task task;
  task.what = fact.what;
  task.rule = fact.rule;
  task.due = fact.due;
  task.working_days = fact.working_days;
  task.terms = fact.terms.value_or(Terms{});
  const bool is_clear = unsaid(task) == 0;
  if (is_clear) ++clear;
  return {std::to_string(read.line),
          task.what,
          describe(task.rule, needs.organisation),
          static_cast<std::uint32_t>(units_of(needs.organisation, task.rule).size()),
          due_before_issue(due_of(task), needs),
          clarity_in_words(task),
          is_clear ? "state-done" : "state-risk"};
}

Result<PreviewView> look_at(const State& state, const Needs& needs, ImportTasks command,
                            const Visit& visit) {
  TRY_ASSIGN(const Plan* plan, open_plan(state, needs, visit));
  command.plan = plan->no;
  command.seen_version = plan->version;
  TRY_ASSIGN(const ledger::Decision decision,
             decide(Known{state, needs.organisation, needs.workdays}, command, now(needs, visit)));
  PreviewView view;
  view.keys = form_keys(visit);
  view.plan = std::to_string(plan->no.value);
  view.title = plan->title;
  view.version = std::to_string(plan->version);
  for (std::size_t i = 0; i < decision.facts.size(); ++i) {
    const auto& fact = *static_cast<const TaskAdded*>(decision.facts[i].value.get());
    view.rows.push_back(row_of(command.rows[i], fact, needs, view.clear));
  }
  view.tasks = static_cast<std::uint32_t>(view.rows.size());
  return view;
}

Result<PreviewView> preview_of(const App& app, const State& state, const Needs& needs,
                               const Visit& visit, std::string_view bytes) {
  TRY_ASSIGN(ImportTasks command, read_tasks(bytes));
  return app.engine.read([&] { return look_at(state, needs, std::move(command), visit); });
}

Result<Order> order_import(const State& state, const Needs& needs, const Visit& visit,
                           std::string_view bytes) {
  TRY_ASSIGN(ImportTasks command, read_tasks(bytes));
  TRY_ASSIGN(command.plan, visit.number<PlanNo>("plan"));
  command.seen_version = visit.typed_number("version");
  return make_order(state, needs, std::move(command));
}

}  // namespace

// Of a plan that was changed meanwhile the preview is shown anew.
void install_import_tasks(App& app, const State& state, Needs needs) {
  FileImport<PreviewView> import;
  import.address = "/ke-hoach/{plan}/nhiem-vu/nhap";
  import.right = Right::DraftPlan;
  import.waiting = waiting_tasks;
  import.names_columns = true;
  import.form = [&app, &state, needs](const Visit& visit) {
    return show_form(app, state, needs, visit);
  };
  import.look = [&app, &state, needs](const Visit& visit, std::string_view bytes) {
    return preview_of(app, state, needs, visit, bytes);
  };
  import.show = [&app](const Visit& visit, const PreviewView& view) {
    return show(app, visit, view);
  };
  import.order = [&state, needs](const Visit& visit, std::string_view bytes) {
    return order_import(state, needs, visit, bytes);
  };
  app.routes.get(import.address + "/mau.csv", Right::DraftPlan,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY(app.engine.read([&] { return open_plan(state, needs, visit); }));
                   return http::csv(sample_tasks(), "nhiem-vu-mau.csv");
                 });
  install_file_import(app, std::move(import));
}

}  // namespace lantoa::city::plan
