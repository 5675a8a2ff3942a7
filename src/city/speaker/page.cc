// One speaker: the recognition, the sessions held, and what can be done by who keeps the register.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/speaker/branches.h"
#include "city/speaker/held.h"
#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

struct DismissalPart {
  bool has_decision = false;
  std::string dismissal_decision;
  std::string dismissed_iso, dismissed_on;
  Text reason;
};
BOOST_DESCRIBE_STRUCT(DismissalPart, (),
                      (has_decision, dismissal_decision, dismissed_iso, dismissed_on, reason))

struct ErasurePart {
  std::string erased_at, erased_for;
};
BOOST_DESCRIBE_STRUCT(ErasurePart, (), (erased_at, erased_for))

struct SessionRow {
  std::optional<std::string> address;  // for those who may see the activity
  std::string title;
  std::string lang;
  std::string held_iso, held_on;
  std::string held_by;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (address, title, lang, held_iso, held_on, held_by))

// For those who keep the register.
struct Keep {
  std::string change, dismiss, erase;  // addresses
  bool may_change = false;
  bool may_erase = false;
};
BOOST_DESCRIBE_STRUCT(Keep, (), (change, dismiss, erase, may_change, may_erase))

struct PageView {
  static constexpr std::string_view tpl = "src/city/speaker/page.tpl";
  std::string number;
  std::string name, workplace;
  bool has_workplace = false;
  Text standing;
  std::string unit, unit_address;
  std::string decision, on_iso, on;
  std::string branches;
  bool idle = false;
  std::optional<DismissalPart> dismissal;
  std::optional<ErasurePart> erasure;
  std::string year;
  std::uint32_t this_year = 0;
  std::uint32_t all = 0;
  bool has_sessions = false;
  std::vector<SessionRow> sessions;
  Pager pager;
  std::optional<Keep> keep;
};
BOOST_DESCRIBE_STRUCT(PageView, (),
                      (number, name, workplace, has_workplace, standing, unit, unit_address,
                       decision, on_iso, on, branches, idle, dismissal, erasure, year, this_year,
                       all, has_sessions, sessions, pager, keep))

// Those that count, the newest day first.
std::vector<const activity::Activity*> counted(const Desk& desk, const Speaker& one) {
  std::vector<const activity::Activity*> out;
  for (const ActivityNo no : one.sessions) {
    const activity::Activity& session = desk.needs.activities.activity(no);
    if (!session.annulled) out.push_back(&session);
  }
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
    return std::pair(b->record.on, b->no) < std::pair(a->record.on, a->no);
  });
  return out;
}

SessionRow row_of(const Desk& desk, const activity::Activity& session, const Visit& visit) {
  const organisation::State& tree = desk.needs.organisation;
  SessionRow row;
  const bool is_seen = tree.allows(visit.actor, Right::SeePlans, session.unit);
  const bool is_theirs = is_seen && !session.record.what.empty();
  row.lang = is_theirs || visit.language == Language::Vietnamese ? "vi" : "en";
  if (is_seen) {
    row.address = activity::address_of(session.no);
    row.title = activity::heading_of(session.record, visit.language);
  } else {
    row.title =
        Text{"Hoạt động số ", "Activity "}.in(visit.language) + std::to_string(session.no.value);
  }
  row.held_iso = iso(session.record.on);
  row.held_on = vietnamese(session.record.on);
  row.held_by = tree.unit(session.unit).name;
  return row;
}

void fill_sessions(PageView& view, const Desk& desk, const Speaker& one, const Visit& visit) {
  const auto all = counted(desk, one);
  const auto rows = static_cast<std::uint32_t>(all.size());
  view.pager = make_pager(rows, visit.page(), address_of(one.no));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    view.sessions.push_back(row_of(desk, *all[i], visit));
  }
  view.has_sessions = !view.sessions.empty();
}

Keep keep_of(const Speaker& one) {
  const std::string address = address_of(one.no);
  return {address + "/sua", address + "/cho-thoi", address + "/xoa-ten",
          require_not_dismissed(one).has_value(), require_erasable(one).has_value()};
}

struct Found {
  Ref ref;
  PageView view;
};

Result<Found> look_at(const Desk& desk, const Visit& visit, SpeakerNo no) {
  const organisation::State& tree = desk.needs.organisation;
  const Date today = desk.needs.calendar.today();
  TRY_ASSIGN(const Speaker* one, desk.state.find(no));
  TRY(tree.require(visit.actor, Right::SeePlans, one->unit));
  Found out{ref_of(*one), {}};
  PageView& view = out.view;
  view.number = std::to_string(no.value);
  view.standing = title_at(one->standing, tree.unit(one->unit).kind);
  view.unit = tree.unit(one->unit).name;
  view.unit_address = register_address(one->unit);
  view.decision = one->decision;
  view.on_iso = iso(one->on);
  view.on = vietnamese(one->on);
  view.branches = in_words(one->branches, visit.language);
  if (one->dismissed) {
    view.dismissal = DismissalPart{!one->dismissed->decision.empty(), one->dismissed->decision,
                                   iso(one->dismissed->on), vietnamese(one->dismissed->on),
                                   title(one->dismissed->reason)};
  }
  if (one->erased) view.erasure = ErasurePart{vietnamese(one->erased->at), one->erased->reason};
  const Held held = held_by(*one, desk.needs.activities, today);
  view.year = std::to_string(to_civil(today).year);
  view.this_year = held.this_year;
  view.all = held.all;
  view.idle = is_idle(*one, desk.needs.activities, today);
  fill_sessions(view, desk, *one, visit);
  if (tree.allows(visit.actor, Right::ReportTask, one->unit)) view.keep = keep_of(*one);
  return out;
}

Result<http::Response> show(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const SpeakerNo no, visit.number<SpeakerNo>("speaker"));
  TRY_ASSIGN(Found found, desk.app.engine.read([&] { return look_at(desk, visit, no); }));
  TRY_ASSIGN(const WordsPtr words, desk.names->of(found.ref, visit.language));
  PageView& view = found.view;
  view.name = words->name;
  view.workplace = words->workplace;
  view.has_workplace = !view.workplace.empty();
  return desk.app.show(visit, {view.name, view.name}, view,
                       below_register(visit.language, {{view.name, {}}}));
}

}  // namespace

void install_page(const Desk& desk) {
  desk.app.routes.get("/bao-cao-vien/so/{speaker}", Right::SeePlans,
                      [desk](const Visit& visit) { return show(desk, visit); });
}

}  // namespace lantoa::city::speaker
