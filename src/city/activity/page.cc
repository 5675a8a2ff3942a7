// One activity: what is said of it now, what was said before and why no longer.
#include <algorithm>

#include "city/activity/activity.h"
#include "city/activity/kinds.h"
#include "city/activity/photo.h"
#include "city/activity/words.h"
#include "city/field.h"
#include "city/own_units.h"

namespace lantoa::city::activity {
namespace {

struct DocumentRow {
  std::string address;
  std::string name;
  std::string title;
  std::string mark;
  Text effect;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (address, name, title, mark, effect))

struct TaskLine {
  std::string what;
  std::string address;  // of the plan
  std::string number;   // of the plan
};
BOOST_DESCRIBE_STRUCT(TaskLine, (), (what, address, number))

struct ChangeRow {
  std::string at;
  Text done;
  std::string reason;
  std::string before;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (at, done, reason, before))

struct TwinRow {
  std::string address;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(TwinRow, (), (address, number))

// An article that the portal counted by itself.
struct ArticleTwinRow {
  std::string article_address;
  std::string article_title;
};
BOOST_DESCRIBE_STRUCT(ArticleTwinRow, (), (article_address, article_title))

// For those who report for the unit.
struct Keep {
  FormKeys keys;
  std::string correct;
  std::string annul;
  std::string version;
  Field reason;
  bool open = false;  // the form was sent and failed
};
BOOST_DESCRIBE_STRUCT(Keep, (), (keys, correct, annul, version, reason, open))

// For those who report for the unit, while there is room.
struct AddPhotoForm {
  FormKeys keys;
  std::string action;
  PhotoField field;
};
BOOST_DESCRIBE_STRUCT(AddPhotoForm, (), (keys, action, field))

struct ErasedRow {
  std::string number, at, reason;
};
BOOST_DESCRIBE_STRUCT(ErasedRow, (), (number, at, reason))

struct PhotosPart {
  std::vector<PhotoRow> rows;
  bool has_rows = false;
  std::vector<ErasedRow> erased;
  bool has_erased = false;
  std::optional<AddPhotoForm> add;
};
BOOST_DESCRIBE_STRUCT(PhotosPart, (), (rows, has_rows, erased, has_erased, add))

struct PageView {
  static constexpr std::string_view tpl = "src/city/activity/page.tpl";
  std::string title;
  bool is_theirs = false;  // the title, in Vietnamese as the unit wrote it
  std::string number;
  std::string unit;
  std::string unit_address;
  Text kind;
  std::string day_iso, day;
  std::string amounts;
  bool has_amounts = false;
  std::optional<std::string> place;
  std::vector<DocumentRow> documents;
  bool has_documents = false;
  std::optional<TaskLine> task;
  std::string logged;
  bool annulled = false;
  std::vector<TwinRow> twins;
  std::vector<ArticleTwinRow> on_portal;
  std::vector<ChangeRow> changes;
  bool has_changes = false;
  PhotosPart photos;
  std::optional<std::string> attendance;  // where who was there is named; a page of reach
  std::optional<Keep> keep;
};
BOOST_DESCRIBE_STRUCT(PageView, (),
                      (title, is_theirs, number, unit, unit_address, kind, day_iso, day, amounts,
                       has_amounts, place, documents, has_documents, task, logged, annulled, twins,
                       on_portal, changes, has_changes, photos, attendance, keep))

std::optional<TaskLine> task_line(const Needs& needs, std::optional<AssignmentNo> no) {
  if (!no) return std::nullopt;
  const plan::Task& task = needs.plans.task(needs.plans.assignment(*no).task);
  return TaskLine{task.what, "/ke-hoach/" + std::to_string(task.plan.value),
                  needs.plans.plan(task.plan).number};
}

Keep keep_of(const Activity& one, const Visit& visit) {
  Keep out;
  out.keys = form_keys(visit);
  out.correct = address_of(one.no) + "/sua";
  out.annul = address_of(one.no) + "/huy";
  out.version = std::to_string(one.version);
  out.reason = field(visit, fields::reason);
  out.open = visit.failure != nullptr && visit.request.path == out.annul;
  return out;
}

PhotosPart photos_of(const State& state, const Activity& one, const Visit& visit, bool may) {
  PhotosPart out;
  for (const PhotoNo no : one.photos) {
    const Photo& photo = state.photo(no);
    if (photo.erased) {
      out.erased.push_back(
          {std::to_string(no.value), vietnamese(photo.erased->at), photo.erased->reason});
    } else {
      out.rows.push_back(photo_row(photo));
      out.rows.back().may_erase = may;
    }
  }
  out.has_rows = !out.rows.empty();
  out.has_erased = !out.erased.empty();
  if (may && !one.annulled && out.rows.size() < photos_max) {
    out.add = AddPhotoForm{form_keys(visit), address_of(one.no) + "/anh", {}};
  }
  return out;
}

// Also of what says another kind by now: names may have been recorded before that. Whoever is no
// officer of the unit itself or of one below sees no names.
bool may_name_who_attended(const organisation::State& organisation, const Actor& actor,
                           const Activity& one) {
  if (!is_attended(one.record.kind) && one.changes.empty()) return false;
  if (!organisation.allows(actor, Right::RecordByProxy, one.unit)) return false;
  std::vector<UnitNo> own = own_units(actor, Right::RecordByProxy);
  own.push_back(actor.home);
  return std::any_of(own.begin(), own.end(),
                     [&](UnitNo unit) { return organisation.is_within(unit, one.unit); });
}

Result<PageView> look_at(const State& state, const Needs& needs, const Visit& visit,
                         ActivityNo no) {
  TRY_ASSIGN(const Activity* one, state.find(no));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, one->unit));
  const Record& record = one->record;
  PageView view;
  view.title = heading_of(record, visit.language);
  view.is_theirs = !record.what.empty();
  view.number = std::to_string(no.value);
  view.unit = needs.organisation.unit(one->unit).name;
  view.unit_address = list_address(one->unit);
  view.kind = kind_title(record.kind);
  view.day_iso = iso(record.on);
  view.day = vietnamese(record.on);
  view.amounts = in_words(record, visit.language);
  view.has_amounts = !view.amounts.empty();
  if (!record.place.empty()) view.place = record.place;
  for (const law::Cited& cited : needs.law.cited(record.documents, needs.calendar.today())) {
    view.documents.push_back({cited.address, cited.name, cited.title,
                              std::string(law::mark(cited.effect)), cited.sentence});
  }
  view.has_documents = !view.documents.empty();
  view.task = task_line(needs, record.assignment);
  view.logged = vietnamese(one->logged);
  view.annulled = one->annulled;
  if (!one->annulled) {
    for (const ActivityNo twin : state.twins(one->unit, record, no)) {
      view.twins.push_back({address_of(twin), std::to_string(twin.value)});
    }
    for (const ArticleNo article : state.portal_twins(one->unit, record)) {
      view.on_portal.push_back({entry_address(article), state.entry(article)->record.what});
    }
  }
  for (const Change& change : one->changes) {
    const Text corrected{"Sửa", "Corrected"}, annulled{"Hủy", "Annulled"};
    view.changes.push_back({vietnamese(change.at), change.is_annulment ? annulled : corrected,
                            change.reason,
                            summary_of(change.before, needs.law, needs.plans, visit.language)});
  }
  view.has_changes = !view.changes.empty();
  const bool may = needs.organisation.allows(visit.actor, Right::ReportTask, one->unit);
  if (may && !one->annulled) view.keep = keep_of(*one, visit);
  view.photos = photos_of(state, *one, visit, may);
  if (may_name_who_attended(needs.organisation, visit.actor, *one)) {
    view.attendance = address_of(no) + "/nguoi-du";
  }
  return view;
}

}  // namespace

void install_page(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
    TRY_ASSIGN(PageView view, app.engine.read([&] { return look_at(state, needs, visit, no); }));
    if (view.photos.add) {
      view.photos.add->field = photo_field(app, visit);
      view.photos.add->field.optional = false;
    }
    const Text activities{"Hoạt động", "Activities"};
    return app.show(visit, {view.title, view.title}, view,
                    {{activities.in(visit.language), "/hoat-dong"}, {view.title, {}}});
  };
  app.routes.get("/hoat-dong/{activity}", Right::SeePlans, page);
  app.routes.post(
      "/hoat-dong/{activity}/huy", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        return make_order(
            state, needs,
            AnnulActivity{no, visit.typed_number("ban"), std::string(visit.typed(fields::reason))});
      },
      page);
}

}  // namespace lantoa::city::activity
