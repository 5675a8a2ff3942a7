// Activities for programs: read one after the other, recorded, corrected, annulled.
#include "city/activity/activity.h"
#include "city/activity/kinds.h"
#include "city/activity/list_query.h"
#include "city/described_api.h"
#include "city/file_columns.h"

namespace lantoa::city::activity {
namespace {

constexpr std::uint32_t activities_at_once = 500;
constexpr std::uint32_t activities_looked_at = 50'000;  // while the state stands still

struct MeasureBody {
  static constexpr std::string_view schema = "Measure";
  std::string code;
  std::string title;
  std::string unit;  // "lượt người"
  bool required = false;
  std::optional<std::string> part_of;  // the measure that it counts a part of
};
BOOST_DESCRIBE_STRUCT(MeasureBody, (), (code, title, unit, required, part_of))

struct KindBody {
  static constexpr std::string_view schema = "ActivityKind";
  std::string code;
  std::string title;
  std::vector<MeasureBody> measures;
};
BOOST_DESCRIBE_STRUCT(KindBody, (), (code, title, measures))

struct KindList {
  static constexpr std::string_view schema = "ActivityKindList";
  std::vector<KindBody> kinds;
};
BOOST_DESCRIBE_STRUCT(KindList, (), (kinds))

struct ActivityBody {
  static constexpr std::string_view schema = "Activity";
  ActivityNo id;
  UnitNo unit;
  std::uint32_t version = 0;
  bool annulled = false;  // it counts no longer
  Record record;
  std::uint32_t photos = 0;
  Instant logged;
  std::uint64_t position = 0;  // of the ledger, of its last change
};
BOOST_DESCRIBE_STRUCT(ActivityBody, (),
                      (id, unit, version, annulled, record, photos, logged, position))

struct ActivityList {
  static constexpr std::string_view schema = "ActivityList";
  std::vector<ActivityBody> activities;  // by number; with `changed_after` by `position`
  std::optional<std::uint32_t> next;     // to ask for as `after`; none: there are no more
  std::optional<ChangesTold> changes;    // with `changed_after`
};
BOOST_DESCRIBE_STRUCT(ActivityList, (), (activities, next, changes))

struct ActivityDraft {
  static constexpr std::string_view schema = "ActivityDraft";
  UnitNo unit;
  std::string kind;
  Date on;
  std::optional<std::string> what;
  std::optional<std::string> place;
  std::vector<Amount> amounts;
  std::optional<std::vector<std::string>> documents;  // their numbers: "97/2019/QH14"
  std::optional<AssignmentNo> assignment;
  std::optional<bool> is_other;  // though one like it is recorded already
};
BOOST_DESCRIBE_STRUCT(ActivityDraft, (),
                      (unit, kind, on, what, place, amounts, documents, assignment, is_other))

struct ActivityBatch {
  static constexpr std::string_view schema = "ActivityBatch";
  std::vector<ActivityDraft> activities;  // up to 500
};
BOOST_DESCRIBE_STRUCT(ActivityBatch, (), (activities))

struct ActivityCorrection {
  static constexpr std::string_view schema = "ActivityCorrection";
  std::uint32_t seen_version = 0;
  std::string reason;
  std::string kind;
  Date on;
  std::optional<std::string> what;
  std::optional<std::string> place;
  std::vector<Amount> amounts;
  std::optional<std::vector<std::string>> documents;
  std::optional<AssignmentNo> assignment;
  std::optional<bool> is_other;
};
BOOST_DESCRIBE_STRUCT(ActivityCorrection, (),
                      (seen_version, reason, kind, on, what, place, amounts, documents, assignment,
                       is_other))

struct Annulment {
  static constexpr std::string_view schema = "ActivityAnnulment";
  std::uint32_t seen_version = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Annulment, (), (seen_version, reason))

KindList kind_list(Language language) {
  KindList out;
  for (const Kind& kind : kinds()) {
    KindBody body{std::string(kind.code), kind.title.in(language), {}};
    for (const Asked& asked : kind.measures) {
      const Measure& measure = *find_measure(asked.measure);
      MeasureBody one{std::string(measure.code),
                      measure.title.in(language),
                      measure.unit.in(language),
                      asked.required,
                      {}};
      if (!asked.part_of.empty()) one.part_of = std::string(asked.part_of);
      body.measures.push_back(std::move(one));
    }
    out.kinds.push_back(std::move(body));
  }
  return out;
}

ActivityBody body_of(const State& state, const Activity& one) {
  return {one.no,      one.unit,
          one.version, one.annulled,
          one.record,  static_cast<std::uint32_t>(state.photos_kept(one)),
          one.logged,  state.changes().of(one.no)};
}

// What a copy of those that `wanted` takes has missed.
ActivityList changed_of(const State& state, const ListWanted& wanted, const ChangesAsked& asked,
                        const ledger::Head& head) {
  const auto page = state.changes().page(asked.after, head.seq, asked.bounds, [&](ActivityNo no) {
    const Activity& one = state.activity(no);
    return wanted.fits(one.unit, one.record);
  });
  ActivityList out;
  for (const ActivityNo no : page.items) {
    out.activities.push_back(body_of(state, state.activity(no)));
  }
  out.changes = ChangesTold{page.up_to, page.more, asked.units};
  return out;
}

// In the order of their numbers, so that whoever comes again finds those that came meanwhile at the
// end. A page may be short, or empty, and yet not be the last: `next` says so.
Result<ActivityList> list_of(const State& state, const organisation::State& organisation,
                             const Visit& visit, const ledger::Head& head) {
  TRY_ASSIGN(const ListWanted wanted, list_wanted(organisation, visit));
  TRY_ASSIGN(const auto changes, list_changes(visit, head));
  if (changes) return changed_of(state, wanted, *changes, head);
  const std::size_t at_once = limit_of(visit, activities_at_once);
  ActivityList out;
  const std::uint32_t first = std::min(visit.query_number("after"), state.activities());
  const std::uint32_t end = first + std::min(activities_looked_at, state.activities() - first);
  std::uint32_t at = first;
  for (; at < end && out.activities.size() < at_once; ++at) {
    const Activity& one = state.activity(ActivityNo{at + 1});
    if (wanted.fits(one.unit, one.record)) out.activities.push_back(body_of(state, one));
  }
  if (at < state.activities()) out.next = at;
  return out;
}

template <class Body>
Typed typed_of(Body& body) {
  return {std::move(body.kind),
          body.on,
          body.what.value_or(""),
          body.place.value_or(""),
          std::move(body.amounts),
          body.documents.value_or(std::vector<std::string>()),
          body.assignment.value_or(AssignmentNo{}),
          body.is_other.value_or(false)};
}

void install_looks(App& app, const State& state, const Needs& needs) {
  std::vector<std::string> kind_codes;
  for (const Kind& kind : kinds()) kind_codes.emplace_back(kind.code);
  api_get<KindList>(
      app,
      {"activity_kind.list",
       "/activity-kinds",
       Right::SeePlans,
       Scope::Read,
       {"Các loại hoạt động và số liệu của từng loại",
        "Kinds of activities and what is counted of each"}},
      [](const Visit& visit) -> Result<KindList> { return kind_list(visit.language); });
  api_get<ActivityList>(
      app,
      {"activity.list",
       "/activities",
       Right::SeePlans,
       Scope::Read,
       {"Hoạt động của một đơn vị và cấp dưới, theo số thứ tự, mỗi lần tới 500",
        "Activities of a unit and those below it, by number, up to 500 at a time"},
       list_parameters(std::move(kind_codes))},
      [&app, &state, &tree = needs.organisation](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return list_of(state, tree, visit, head); });
      });
  api_get<ActivityBody>(
      app,
      {"activity.show",
       "/activities/{activity}",
       Right::SeePlans,
       Scope::Read,
       {"Một hoạt động", "An activity"}},
      [&app, &state, &tree = needs.organisation](const Visit& visit) -> Result<ActivityBody> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        return app.engine.read([&]() -> Result<ActivityBody> {
          TRY_ASSIGN(const Activity* one, state.find(no));
          TRY(tree.require(visit.actor, Right::SeePlans, one->unit));
          return body_of(state, *one);
        });
      });
}

api::Spec act(std::string id, std::string path, Text summary) {
  return {std::move(id),
          std::move(path),
          Right::ReportTask,
          Scope::Activities,
          std::move(summary),
          {},
          "/hoat-dong/{activity}",
          "/activities/{activity}",
          {{fields::unit, "unit"},
           {fields::assignment, "assignment"},
           {fields::kind, "kind"},
           {fields::on, "on"},
           {fields::what, "what"},
           {fields::place, "place"},
           {fields::documents, "documents"},
           {fields::reason, "reason"},
           {fields::other, "is_other"},
           {"so-*", "amounts"}}};
}

// Units and their rights may differ from row to row.
ImportActivities many_of(ActivityBatch& batch) {
  ImportActivities out;
  out.from = ImportActivities::From::Program;
  for (ActivityDraft& draft : batch.activities) {
    const auto row = static_cast<std::uint32_t>(out.rows.size() + 1);
    out.rows.push_back({row, {}, typed_of(draft), {}, draft.unit});
  }
  return out;
}

void install_batch(App& app, const State& state, const Needs& needs) {
  api::Spec spec = act("activity.log_many", "/activity-batches",
                       {"Ghi nhiều hoạt động một lần, tới 500: ghi tất cả hoặc không ghi gì",
                        "Record up to 500 activities at once: all of them or none"});
  spec.page_made = {};
  spec.path_made = {};
  spec.members.emplace_back(file_field, "activities");
  spec.rows = "activities";
  api_post<ActivityBatch>(app, std::move(spec),
                          [&state, needs](const Visit&, ActivityBatch body) -> Result<Order> {
                            return make_order(state, needs, many_of(body));
                          });
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  install_looks(app, state, needs);
  api_post<ActivityDraft>(
      app, act("activity.log", "/activities", {"Ghi một hoạt động", "Record an activity"}),
      [&state, needs](const Visit&, ActivityDraft body) -> Result<Order> {
        return make_order(state, needs, LogActivity{body.unit, typed_of(body), {}});
      });
  install_batch(app, state, needs);
  api_post<ActivityCorrection>(
      app,
      act("activity.correct", "/activities/{activity}",
          {"Đính chính một hoạt động", "Correct an activity"}),
      [&state, needs](const Visit& visit, ActivityCorrection body) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        return make_order(
            state, needs,
            CorrectActivity{no, body.seen_version, typed_of(body), std::move(body.reason)});
      });
  api_post<Annulment>(app,
                      act("activity.annul", "/activities/{activity}/annul",
                          {"Hủy một hoạt động ghi nhầm", "Annul an activity recorded by mistake"}),
                      [&state, needs](const Visit& visit, Annulment body) -> Result<Order> {
                        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
                        return make_order(
                            state, needs,
                            AnnulActivity{no, body.seen_version, std::move(body.reason)});
                      });
}

}  // namespace lantoa::city::activity
