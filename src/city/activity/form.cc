// Recording an activity and correcting one: one screen, in the order of the thumb. Each kind has
// its own fields of amounts below it; without script and without :has() all of them stand there,
// and only those of the chosen kind are read.
#include <algorithm>
#include <tuple>

#include "city/activity/activity.h"
#include "city/activity/kinds.h"
#include "city/activity/photo.h"
#include "city/activity/typed.h"
#include "city/activity/words.h"
#include "city/field.h"
#include "city/opening.h"
#include "viet/document_number.h"

namespace lantoa::city::activity {
namespace {

constexpr std::size_t task_characters_shown = 70;

struct AmountField {
  std::string id;
  Text title;
  bool optional = false;
  std::string value;
  std::optional<std::string> wrong;
};
BOOST_DESCRIBE_STRUCT(AmountField, (), (id, title, optional, value, wrong))

struct KindChoice {
  std::string code;
  Text title;
  bool chosen = false;
  std::optional<Text> beside;  // what of it need not be recorded
  std::vector<AmountField> amounts;
};
BOOST_DESCRIBE_STRUCT(KindChoice, (), (code, title, chosen, beside, amounts))

struct UnitChoice {
  std::vector<Option> units;
  std::optional<std::string> unit_error;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (units, unit_error))

struct Twin {
  std::string address;
  std::string twin_number;
};
BOOST_DESCRIBE_STRUCT(Twin, (), (address, twin_number))

// The same where the portal counted it by itself.
struct PortalTwin {
  std::string article_address;
  std::string article_title;
};
BOOST_DESCRIBE_STRUCT(PortalTwin, (), (article_address, article_title))

// Of a correction only.
struct Correction {
  std::string version;
  std::optional<std::string> present;  // where somebody else changed it meanwhile
  Field reason;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (version, present, reason))

struct FormView {
  static constexpr std::string_view tpl = "src/city/activity/form.tpl";
  FormKeys keys;
  std::string action;
  std::string back;
  std::string keep;  // under which the browser keeps what is typed
  bool is_new = false;
  std::string unit_name;  // where there is nothing to choose
  std::string unit_value;
  std::optional<UnitChoice> choice;
  std::optional<std::string> kind_error;
  std::vector<KindChoice> kinds;
  Field on, what, place, documents;
  std::vector<Option> tasks;
  bool has_tasks = false;
  std::optional<std::string> task_error;
  // Of a new one.
  PhotoField photo;
  WaitingPart unsent;
  std::optional<Twin> twin;
  std::optional<PortalTwin> on_portal;  // only where there is no other twin
  std::optional<Correction> correction;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, back, keep, is_new, unit_name, unit_value, choice, kind_error,
                       kinds, on, what, place, documents, tasks, has_tasks, task_error, photo,
                       unsent, twin, on_portal, correction))

template <class Command>
Order make_form_order(const State& state, const Needs& needs, Command command, Faults unread) {
  Order order = make_order(state, needs, std::move(command));
  if (!unread.any()) return order;
  order.decide = [decide = std::move(order.decide),
                  unread = std::move(unread)](const Envelope& envelope) -> Decided {
    return tl::unexpected(together(unread, decide(envelope)));
  };
  return order;
}

// What an empty form begins with, or what a correction begins from.
struct Start {
  UnitNo unit;
  Record record;
};

// The kind that the unit recorded last, so that it need not be looked for.
std::string last_kind(const State& state, UnitNo unit) {
  std::string out;
  std::pair<Date, ActivityNo> last{Date{INT32_MIN}, ActivityNo{}};
  for (const auto& [kind, all] : state.of_unit(unit)) {
    if (is_of_channel(kind)) continue;
    if (*all.by_day.rbegin() > last) {
      last = *all.by_day.rbegin();
      out = kind;
    }
  }
  return out;
}

std::vector<KindChoice> kind_choices(const Visit& visit, const Record& record,
                                     std::string_view first) {
  const bool is_sent = visit.failure != nullptr;
  const std::string chosen = is_sent ? std::string(visit.typed(fields::kind)) : record.kind;
  std::vector<KindChoice> out;
  for (const Kind& kind : kinds()) {
    KindChoice choice{std::string(kind.code), kind.title, kind.code == chosen, {}, {}};
    if (kind.code == news_kind) {
      choice.beside =
          Text{"Bài của đơn vị trên Cổng đã tự được tính; ở đây chỉ ghi tin, bài đăng nơi khác.",
               "Articles of the unit on the portal are counted by themselves; record only news "
               "elsewhere."};
    }
    for (const Asked& asked : kind.measures) {
      const auto amount =
          std::find_if(record.amounts.begin(), record.amounts.end(),
                       [&](const Amount& one) { return one.measure == asked.measure; });
      const bool is_known = choice.chosen && amount != record.amounts.end();
      const std::string name = fields::amount(kind.code, asked.measure);
      const Field shown = field(visit, name, is_known ? std::to_string(amount->amount) : "");
      choice.amounts.push_back(
          {name, find_measure(asked.measure)->title, !asked.required, shown.value, shown.error});
    }
    out.push_back(std::move(choice));
  }
  std::stable_partition(out.begin(), out.end(),
                        [&](const KindChoice& choice) { return choice.code == first; });
  return out;
}

// What was done for a withdrawn task until that day may still be recorded, for as long as anything
// is.
bool may_be_of(const Needs& needs, const plan::Assignment& one) {
  if (!one.withdrawn) return true;
  return needs.calendar.today() - needs.plans.amendment(one.withdrawn).closed <= days_back_max;
}

// Tasks of these units: what is asked for first, then what is done, then what was withdrawn; each
// by deadline.
std::vector<Option> task_options(const Needs& needs, const std::vector<UnitNo>& units,
                                 AssignmentNo chosen) {
  std::vector<AssignmentNo> list;
  for (const UnitNo unit : units) {
    for (const AssignmentNo no : needs.plans.of_unit(unit)) {
      if (may_be_of(needs, needs.plans.assignment(no)) || no == chosen) list.push_back(no);
    }
  }
  std::stable_sort(list.begin(), list.end(), [&](AssignmentNo a, AssignmentNo b) {
    const auto& one = needs.plans.assignment(a);
    const auto& other = needs.plans.assignment(b);
    const auto rank = [](const plan::Assignment& its) {
      return std::tuple(static_cast<bool>(its.withdrawn), its.done.has_value(), its.due);
    };
    return rank(one) < rank(other);
  });
  std::vector<Option> out;
  for (const AssignmentNo no : list) {
    const plan::Assignment& assignment = needs.plans.assignment(no);
    const plan::Task& task = needs.plans.task(assignment.task);
    const std::string whose =
        units.size() > 1 ? needs.organisation.unit(assignment.unit).name + ": " : "";
    out.push_back({std::to_string(no.value),
                   whose + opening_of(task.what, task_characters_shown) + " (" +
                       needs.plans.plan(task.plan).number +
                       (assignment.withdrawn ? ", đã rút)" : ")"),
                   no == chosen});
  }
  return out;
}

// Whoever records for several units chooses among them; for another unit he comes by its task.
void fill_unit(FormView& view, const Needs& needs, const Visit& visit, UnitNo unit,
               const std::vector<UnitNo>& own) {
  view.unit_name = needs.organisation.unit(unit).name;
  view.unit_value = std::to_string(unit.value);
  if (own.size() < 2) return;
  UnitChoice choice;
  for (const UnitNo one : own) {
    choice.units.push_back(
        {std::to_string(one.value), needs.organisation.unit(one).name, one == unit});
  }
  choice.unit_error = field(visit, fields::unit).error;
  view.choice = std::move(choice);
}

// What the box “another one” is about: of a form that was refused for it, or of a correction.
void fill_twin(FormView& view, const State& state, const Visit& visit, const Start& start,
               ActivityNo except) {
  Record record = start.record;
  if (visit.failure != nullptr) {
    if (visit.failure->field != fields::other) return;
    const Typed typed = read_typed(visit).typed;
    record = {
        typed.kind, typed.on.value_or(record.on), one_line(typed.what), {}, typed.amounts, {}, {},
        false};
  } else if (!except) {
    return;
  }
  const auto twins = state.twins(start.unit, record, except);
  if (!twins.empty()) {
    view.twin = Twin{address_of(twins.front()), std::to_string(twins.front().value)};
    return;
  }
  const auto articles = state.portal_twins(start.unit, record);
  if (articles.empty()) return;
  view.on_portal =
      PortalTwin{entry_address(articles.front()), state.entry(articles.front())->record.what};
}

FormView form_view(const State& state, const Needs& needs, const Visit& visit, const Start& start,
                   ActivityNo except) {
  FormView view;
  view.keys = form_keys(visit);
  const Record& record = start.record;
  view.is_new = !except;
  const AssignmentNo task = visit.failure != nullptr
                                ? AssignmentNo{visit.typed_number(fields::assignment)}
                                : record.assignment.value_or(AssignmentNo{});
  view.keep = (except ? std::to_string(except.value) : "moi") + "-" + std::to_string(task.value);
  std::vector<UnitNo> units = units_of(needs.organisation, visit.actor);
  const bool is_own = std::find(units.begin(), units.end(), start.unit) != units.end();
  if (except || !is_own) units = {start.unit};
  fill_unit(view, needs, visit, start.unit, units);
  view.kind_error = field(visit, fields::kind).error;
  view.kinds = kind_choices(visit, record, except ? record.kind : last_kind(state, start.unit));
  view.on = field(visit, fields::on, vietnamese(record.on));
  view.what = field(visit, fields::what, record.what);
  view.place = field(visit, fields::place, record.place);
  view.documents = field(visit, fields::documents, numbers_of(needs.law, record.documents));
  view.tasks = task_options(needs, units, task);
  view.task_error = field(visit, fields::assignment).error;
  view.has_tasks = !view.tasks.empty() || view.task_error.has_value();
  fill_twin(view, state, visit, start, except);
  return view;
}

// ?viec=12: for that task, in the name of its unit. Else the unit that was chosen, or one's own.
Result<Start> start_of(const Needs& needs, const Visit& visit) {
  Start start;
  start.record.on = needs.calendar.today();
  AssignmentNo task{visit.typed_number(fields::assignment)};
  if (!task) task = AssignmentNo{visit.query_number(fields::assignment)};
  if (const auto assignment = needs.plans.find(task); task && assignment) {
    start.unit = (*assignment)->unit;
    start.record.assignment = task;
    start.record.documents = documents_of(needs.plans, needs.law, task);
  }
  const UnitNo chosen{visit.typed_number(fields::unit)};
  if (needs.organisation.has(chosen)) start.unit = chosen;
  if (!start.unit) {
    const auto units = units_of(needs.organisation, visit.actor);
    if (units.empty()) return tl::unexpected(not_allowed(Right::ReportTask));
    start.unit = units.front();
  }
  TRY(needs.organisation.require(visit.actor, Right::ReportTask, start.unit));
  return start;
}

void install_log(App& app, const State& state, Needs needs) {
  const Page form = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(FormView view, app.engine.read([&]() -> Result<FormView> {
      TRY_ASSIGN(const Start start, start_of(needs, visit));
      return form_view(state, needs, visit, start, {});
    }));
    view.photo = photo_field(app, visit);
    view.unsent = waiting_part(app, visit);
    view.action = "/hoat-dong/ghi";
    view.back = "/hoat-dong";
    const Text activities{"Hoạt động", "Activities"};
    const Text heading{"Ghi hoạt động", "Record an activity"};
    return app.show(
        visit, heading, view,
        {{activities.in(visit.language), "/hoat-dong"}, {heading.in(visit.language), {}}});
  };
  app.routes.get("/hoat-dong/ghi", Right::ReportTask, form);
  app.routes.post(
      "/hoat-dong/ghi", Right::ReportTask,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        Read read = read_typed(visit);
        LogActivity command{UnitNo{visit.typed_number(fields::unit)}, std::move(read.typed), {}};
        // Asked here too, before a picture is drawn for somebody who may not record it.
        TRY(app.engine.read([&]() -> Result<void> {
          if (!needs.organisation.has(command.unit)) return {};
          return needs.organisation.require(visit.actor, Right::ReportTask, command.unit);
        }));
        auto photo = typed_photo(app, visit);
        if (photo) {
          command.photo = *std::move(photo);
        } else {
          read.unread.add(fields::photo, photo.error().text);
        }
        return make_form_order(state, needs, std::move(command), std::move(read.unread));
      },
      form, Share::Pictures);
}

void install_correct(App& app, const State& state, Needs needs) {
  const Page form = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
    TRY_ASSIGN(FormView view, app.engine.read([&]() -> Result<FormView> {
      TRY_ASSIGN(const Activity* one, state.find(no));
      TRY(needs.organisation.require(visit.actor, Right::ReportTask, one->unit));
      TRY(require_counts(*one));
      FormView filled = form_view(state, needs, visit, {one->unit, one->record}, no);
      filled.correction =
          Correction{std::to_string(one->version), {}, field(visit, fields::reason)};
      if (visit.failure != nullptr && visit.typed_number("ban") != one->version) {
        filled.correction->present =
            summary_of(one->record, needs.law, needs.plans, visit.language);
      }
      return filled;
    }));
    view.action = address_of(no) + "/sua";
    view.back = address_of(no);
    const Text activities{"Hoạt động", "Activities"};
    const Text heading{"Sửa hoạt động", "Correct the activity"};
    return app.show(
        visit, heading, view,
        {{activities.in(visit.language), "/hoat-dong"},
         {Text{"Số ", "Number "}.in(visit.language) + std::to_string(no.value), view.back},
         {heading.in(visit.language), {}}});
  };
  app.routes.get("/hoat-dong/{activity}/sua", Right::ReportTask, form);
  app.routes.post(
      "/hoat-dong/{activity}/sua", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        Read read = read_typed(visit);
        return make_form_order(state, needs,
                               CorrectActivity{no, visit.typed_number("ban"), std::move(read.typed),
                                               std::string(visit.typed(fields::reason))},
                               std::move(read.unread));
      },
      form);
}

}  // namespace

void install_form(App& app, const State& state, Needs needs) {
  install_log(app, state, needs);
  install_correct(app, state, needs);
}

}  // namespace lantoa::city::activity
