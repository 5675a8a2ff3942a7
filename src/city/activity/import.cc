// A log brought in at once, in the way of every import (file_import.h).
#include <algorithm>

#include "city/activity/activity.h"
#include "city/activity/import_file.h"
#include "city/activity/kinds.h"
#include "city/activity/words.h"
#include "city/field.h"
#include "city/file_import.h"

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
    for (const AssignmentNo no : needs.plans.of_unit(unit)) {
      if (!needs.plans.assignment(no).withdrawn) list.push_back(no);
    }
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

}  // namespace

void install_import(App& app, const State& state, Needs needs) {
  app.routes.get("/hoat-dong/nhap/mau.csv", Right::ReportTask, [](const Visit&) {
    return http::csv(sample_log(), "so-theo-doi-hoat-dong-mau.csv");
  });
  FileImport<PreviewView> import;
  import.address = "/hoat-dong/nhap";
  import.right = Right::ReportTask;
  import.waiting = waiting_activities;
  import.names_columns = true;
  import.form = [&app, needs](const Visit& visit) { return show_form(app, needs, visit); };
  import.look = [&app, &state, needs](const Visit& visit, std::string_view bytes) {
    return preview_of(app, state, needs, visit, bytes);
  };
  import.show = [&app](const Visit& visit, const PreviewView& view) {
    return app.show(visit, heading(), view, crumbs(visit));
  };
  import.order = [&state, needs](const Visit&, std::string_view bytes) -> Result<Order> {
    TRY_ASSIGN(ImportActivities command, read_log(bytes));
    return make_order(state, needs, std::move(command));
  };
  install_file_import(app, std::move(import));
}

}  // namespace lantoa::city::activity
