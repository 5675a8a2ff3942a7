// A log brought in at once: choose a file, look at the preview, confirm. Between the two the file
// waits in the vault. The preview runs the same decide as the import.
#include <algorithm>

#include "city/activity/activity.h"
#include "city/activity/import_file.h"
#include "city/activity/kinds.h"
#include "city/activity/words.h"
#include "city/field.h"
#include "city/waiting_file.h"

namespace lantoa::city::activity {
namespace {

constexpr std::size_t preview_rows_shown = 20;
constexpr std::size_t tasks_shown = 50;

struct ColumnRow {
  Text name;
  bool required = false;
  Text holds;
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (name, required, holds))

struct KindRow {
  Text title;
  std::string code;
  std::string measures;
};
BOOST_DESCRIBE_STRUCT(KindRow, (), (title, code, measures))

struct TaskRow {
  std::string number;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (number, what))

struct ImportView {
  static constexpr std::string_view tpl = "src/city/activity/import.tpl";
  FormKeys keys;
  Field file;
  std::uint32_t rows_max = import_rows_max;
  std::vector<ColumnRow> columns;
  std::vector<KindRow> kinds;
  std::vector<TaskRow> tasks;
  bool has_tasks = false;
};
BOOST_DESCRIBE_STRUCT(ImportView, (), (keys, file, rows_max, columns, kinds, tasks, has_tasks))

struct KindCount {
  Text kind;
  std::uint32_t count = 0;
  std::string amounts;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count, amounts))

struct UnitCount {
  std::string unit;
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(UnitCount, (), (unit, count))

struct Shown {
  std::string line;
  std::string unit;
  std::string record;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (line, unit, record))

struct PreviewView {
  static constexpr std::string_view tpl = "src/city/activity/import_preview.tpl";
  FormKeys keys;
  std::string file;  // says which file was seen
  std::uint32_t activities = 0;
  std::vector<KindCount> kinds;
  std::vector<UnitCount> units;
  std::vector<Shown> rows;
  std::uint32_t shown = 0;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (keys, file, activities, kinds, units, rows, shown))

Text heading() { return {"Nhập hoạt động từ tệp", "Import activities from a file"}; }

std::vector<App::Crumb> crumbs(const Visit& visit) {
  return {{Text{"Hoạt động", "Activities"}.in(visit.language), "/hoat-dong"},
          {heading().in(visit.language), {}}};
}

std::vector<KindRow> kind_rows(Language language) {
  std::vector<KindRow> out;
  for (const Kind& kind : kinds()) {
    KindRow row{kind.title, std::string(kind.code), {}};
    for (const Asked& asked : kind.measures) {
      if (!row.measures.empty()) row.measures += "; ";
      row.measures += find_measure(asked.measure)->title.in(language);
      if (!asked.required) {
        row.measures += Text{" (không bắt buộc)", " (optional)"}.in(language);
      }
    }
    out.push_back(std::move(row));
  }
  return out;
}

// The newest tasks of the units that he records for.
std::vector<TaskRow> task_rows(const Needs& needs, const Actor& actor) {
  std::vector<AssignmentNo> list;
  for (const UnitNo unit : units_of(needs.organisation, actor)) {
    const auto& some = needs.plans.of_unit(unit);
    list.insert(list.end(), some.begin(), some.end());
  }
  std::sort(list.rbegin(), list.rend());
  if (list.size() > tasks_shown) list.resize(tasks_shown);
  std::vector<TaskRow> out;
  for (const AssignmentNo no : list) {
    const plan::Assignment& assignment = needs.plans.assignment(no);
    const plan::Task& task = needs.plans.task(assignment.task);
    out.push_back({std::to_string(no.value), needs.organisation.unit(assignment.unit).name + ": " +
                                                 task.what + " (" +
                                                 needs.plans.plan(task.plan).number + ")"});
  }
  return out;
}

Result<http::Response> show_form(const App& app, const Needs& needs, const Visit& visit) {
  ImportView view;
  view.keys = form_keys(visit);
  view.file = field(visit, file_field);
  for (const FileColumn& column : log_columns()) {
    view.columns.push_back({column.name, column.required, column.holds});
  }
  view.kinds = kind_rows(visit.language);
  view.tasks = app.engine.read([&] { return task_rows(needs, visit.actor); });
  view.has_tasks = !view.tasks.empty();
  return app.show(visit, heading(), view, crumbs(visit));
}

void fill(PreviewView& view, const std::vector<ActivityLogged>& facts,
          const ImportActivities& command, const Needs& needs, Language language) {
  std::map<std::string, Total, std::less<>> of_kind;
  std::map<UnitNo, std::uint32_t> of_unit;
  view.activities = static_cast<std::uint32_t>(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const ActivityLogged& fact = facts[i];
    of_kind[fact.record.kind].add(fact.record);
    ++of_unit[fact.unit];
    if (i >= preview_rows_shown) continue;
    view.rows.push_back({std::to_string(command.rows[i].line),
                         needs.organisation.unit(fact.unit).name,
                         summary_of(fact.record, needs.law, needs.plans, language)});
  }
  view.shown = static_cast<std::uint32_t>(view.rows.size());
  for (const Kind& kind : kinds()) {
    const auto found = of_kind.find(kind.code);
    if (found == of_kind.end()) continue;
    view.kinds.push_back(
        {kind.title, found->second.activities, in_words(kind.code, found->second, language)});
  }
  for (const auto& [unit, count] : of_unit) {
    view.units.push_back({needs.organisation.unit(unit).name, count});
  }
}

Result<PreviewView> look_at(const State& state, const Needs& needs, const ImportActivities& command,
                            const Visit& visit) {
  const Known known{state, needs.organisation, needs.law, needs.plans};
  TRY_ASSIGN(const ledger::Decision decision,
             decide(known, command, Envelope{Instant{}, needs.calendar.today(), visit.actor}));
  std::vector<ActivityLogged> facts;
  for (const ledger::NewFact& fact : decision.facts) {
    facts.push_back(*static_cast<const ActivityLogged*>(fact.value.get()));
  }
  PreviewView view;
  fill(view, facts, command, needs, visit.language);
  return view;
}

Result<PreviewView> preview_of(const App& app, const State& state, const Needs& needs,
                               const Visit& visit, std::string_view bytes) {
  TRY_ASSIGN(const ImportActivities command, read_log(bytes));
  TRY_ASSIGN(PreviewView view,
             app.engine.read([&] { return look_at(state, needs, command, visit); }));
  view.keys = form_keys(visit);
  return view;
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

Result<Order> order_import(const State& state, const Needs& needs, const WaitingFile& waiting,
                           const Visit& visit) {
  TRY_ASSIGN(const std::string bytes, waiting.seen(visit.actor, visit.typed(file_field)));
  auto command = read_log(bytes);
  if (!command) return tl::unexpected(of_file(std::move(command).error()));
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

// Where it is not known whether it was saved, the same preview is sent once more with its key, and
// counts once.
Result<http::Response> show_again(const App& app, const State& state, const Needs& needs,
                                  const WaitingFile& waiting, const Visit& visit) {
  if (visit.failure->code == Code::Unavailable) {
    const auto bytes = waiting.seen(visit.actor, visit.typed(file_field));
    auto view = bytes ? preview_of(app, state, needs, visit, *bytes)
                      : Result<PreviewView>(tl::unexpected(bytes.error()));
    if (view) {
      view->file = visit.typed(file_field);
      return app.show(visit, heading(), *view, crumbs(visit));
    }
  }
  return show_form(app, needs, visit);
}

}  // namespace

void install_import(App& app, const State& state, Needs needs) {
  const WaitingFile waiting(app, std::string(waiting_activities));
  app.routes.get("/hoat-dong/nhap", Right::ReportTask,
                 [&app, needs](const Visit& visit) { return show_form(app, needs, visit); });
  app.routes.get("/hoat-dong/nhap/mau.csv", Right::ReportTask, [](const Visit&) {
    return http::csv(sample_log(), "so-theo-doi-hoat-dong-mau.csv");
  });
  app.routes.raw_post("/hoat-dong/nhap/xem-truoc", Right::ReportTask,
                      [&app, &state, needs, waiting](const Visit& visit) -> Result<http::Response> {
                        const auto view = preview(app, state, needs, waiting, visit);
                        if (view) return app.show(visit, heading(), *view, crumbs(visit));
                        const Problem why = of_file(view.error());
                        Visit failed = visit;
                        failed.failure = &why;
                        return show_form(app, needs, failed);
                      });
  app.routes.post(
      "/hoat-dong/nhap", Right::ReportTask,
      [&state, needs, waiting](const Visit& visit) {
        return order_import(state, needs, waiting, visit);
      },
      [&app, &state, needs, waiting](const Visit& visit) {
        return show_again(app, state, needs, waiting, visit);
      });
}

}  // namespace lantoa::city::activity
