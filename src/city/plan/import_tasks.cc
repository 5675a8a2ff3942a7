// Tasks of a draft from a file: choose it, look at the preview, confirm. Between the two the file
// waits in the vault. The preview runs the same decide as the import.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/plan/plan.h"
#include "city/plan/task_file.h"
#include "city/waiting_file.h"

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
  std::string due;
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
  return open_for_change({state, needs.organisation}, no, now(needs, visit));
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
  task.terms = fact.terms.value_or(Terms{});
  const bool is_clear = unsaid(task) == 0;
  if (is_clear) ++clear;
  return {std::to_string(read.line),
          task.what,
          describe(task.rule, needs.organisation),
          static_cast<std::uint32_t>(units_of(needs.organisation, task.rule).size()),
          vietnamese(task.due),
          clarity_in_words(task),
          is_clear ? "state-done" : "state-risk"};
}

Result<PreviewView> look_at(const State& state, const Needs& needs, ImportTasks command,
                            const Visit& visit) {
  TRY_ASSIGN(const Plan* plan, open_plan(state, needs, visit));
  command.plan = plan->no;
  command.seen_version = plan->version;
  TRY_ASSIGN(const ledger::Decision decision,
             decide(Known{state, needs.organisation}, command, now(needs, visit)));
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

Result<PreviewView> preview(const App& app, const State& state, const Needs& needs,
                            const WaitingFile& waiting, const Visit& visit) {
  const std::string bytes(visit.file(file_field));
  if (bytes.empty()) {
    return problem(Code::Invalid, {"Chưa chọn tệp nào.", "No file was chosen."}, file_field);
  }
  TRY_ASSIGN(PreviewView view, preview_of(app, state, needs, visit, bytes));
  TRY_ASSIGN(view.file, waiting.keep(visit.actor, bytes));
  return view;
}

Result<http::Response> show_preview(const App& app, const State& state, const Needs& needs,
                                    const WaitingFile& waiting, const Visit& visit) {
  const auto view = preview(app, state, needs, waiting, visit);
  if (view) return show(app, visit, *view);
  const Problem why = of_file(view.error());
  Visit failed = visit;
  failed.failure = &why;
  return show_form(app, state, needs, failed);
}

Result<Order> order_import(const State& state, const Needs& needs, const WaitingFile& waiting,
                           const Visit& visit) {
  TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const std::string bytes, waiting.seen(visit.actor, visit.typed(file_field)));
  auto command = read_tasks(bytes);
  if (!command) return tl::unexpected(of_file(std::move(command).error()));
  command->plan = plan;
  command->seen_version = visit.typed_number("version");
  Order order = make_order(state, needs, *std::move(command));
  order.decide = [decide = std::move(order.decide),
                  waiting](const Envelope& envelope) -> Result<ledger::Decision> {
    auto decision = decide(envelope);
    if (!decision) return tl::unexpected(of_file(decision.error()));
    waiting.take(envelope.actor, *decision);
    return decision;
  };
  return order;
}

// Of a plan that was changed meanwhile the preview is shown anew. Where it is not known whether it
// was saved, the same preview is sent once more with its key, and counts once.
Result<http::Response> show_again(const App& app, const State& state, const Needs& needs,
                                  const WaitingFile& waiting, const Visit& visit) {
  const Code code = visit.failure->code;
  if (code == Code::Unavailable || code == Code::Conflict) {
    const auto bytes = waiting.seen(visit.actor, visit.typed(file_field));
    auto view = bytes ? preview_of(app, state, needs, visit, *bytes)
                      : Result<PreviewView>(tl::unexpected(bytes.error()));
    if (view) {
      view->file = visit.typed(file_field);
      return show(app, visit, *view);
    }
  }
  return show_form(app, state, needs, visit);
}

}  // namespace

void install_import_tasks(App& app, const State& state, Needs needs) {
  const WaitingFile waiting(app, std::string(waiting_tasks));
  app.routes.get(
      "/ke-hoach/{plan}/nhiem-vu/nhap", Right::DraftPlan,
      [&app, &state, needs](const Visit& visit) { return show_form(app, state, needs, visit); });
  app.routes.get("/ke-hoach/{plan}/nhiem-vu/nhap/mau.csv", Right::DraftPlan,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY(app.engine.read([&] { return open_plan(state, needs, visit); }));
                   return http::csv(sample_tasks(), "nhiem-vu-mau.csv");
                 });
  app.routes.raw_post("/ke-hoach/{plan}/nhiem-vu/nhap/xem-truoc", Right::DraftPlan,
                      [&app, &state, needs, waiting](const Visit& visit) {
                        return show_preview(app, state, needs, waiting, visit);
                      });
  app.routes.post(
      "/ke-hoach/{plan}/nhiem-vu/nhap", Right::DraftPlan,
      [&state, needs, waiting](const Visit& visit) {
        return order_import(state, needs, waiting, visit);
      },
      [&app, &state, needs, waiting](const Visit& visit) {
        return show_again(app, state, needs, waiting, visit);
      });
}

}  // namespace lantoa::city::plan
