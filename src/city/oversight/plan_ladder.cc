// The days on which a plan's units are reminded: as they are, as they would be, and who set them.
#include <algorithm>
#include <boost/describe.hpp>
#include <charconv>
#include <limits>

#include "city/field.h"
#include "city/opening.h"
#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"
#include "city/oversight/standing.h"

namespace lantoa::city::oversight {
namespace {

constexpr std::size_t digits_read_max = 6;
constexpr std::size_t unread_characters_shown = 20;
constexpr const char* version_seen = "lan";

struct AheadLine {
  std::string day;
  std::uint32_t units = 0;
};
BOOST_DESCRIBE_STRUCT(AheadLine, (), (day, units))

struct BesideLine {
  std::string day;
  std::uint32_t present = 0;
  std::uint32_t proposed = 0;
};
BOOST_DESCRIBE_STRUCT(BesideLine, (), (day, present, proposed))

struct LadderPreview {
  Text proposed_words;
  bool has_days = false;
  std::vector<BesideLine> days;  // those on which there is a mail
  std::uint32_t present_sum = 0;
  std::uint32_t proposed_sum = 0;
};
BOOST_DESCRIBE_STRUCT(LadderPreview, (),
                      (proposed_words, has_days, days, present_sum, proposed_sum))

struct NewestChange {
  std::string on, who;
};
BOOST_DESCRIBE_STRUCT(NewestChange, (), (on, who))

struct ChangeLine {
  std::string on, who;
  Text ladder;
  std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(ChangeLine, (), (on, who, ladder, why))

struct LadderForm {
  FormKeys keys;
  std::string action;
  std::string version;
  Field steps, repeat;
  bool silent = false;
  std::optional<std::string> silent_error;
  bool needs_reason = false;  // whatever is set
  Field reason;
};
BOOST_DESCRIBE_STRUCT(LadderForm, (),
                      (keys, action, version, steps, repeat, silent, silent_error, needs_reason,
                       reason))

struct PlanLadderView {
  static constexpr std::string_view tpl = "src/city/oversight/plan_ladder.tpl";
  std::string back, plan_number, plan_title;
  Text words;
  std::optional<NewestChange> newest;
  std::optional<LadderPreview> preview;
  std::optional<LadderForm> form;
  bool is_issued = false;
  bool has_ahead = false;
  std::vector<AheadLine> ahead;
  std::optional<Text> unreachable;
  bool has_changes = false;
  std::vector<ChangeLine> changes;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(PlanLadderView, (),
                      (back, plan_number, plan_title, words, newest, preview, form, is_issued,
                       has_ahead, ahead, unreachable, has_changes, changes, pager))

// What is read while the state stands still; names and days ahead are added after that.
struct NotedLadder {
  PlanLadderView view;
  PersonNo newest_by;
  std::vector<PersonNo> changed_by;  // of each line of the history
  Reminding reminding;
};

std::string days_as_typed(const Ladder& ladder) {
  std::string out;
  for (const std::uint32_t days : ladder.days_before) {
    if (!out.empty()) out += ", ";
    out += std::to_string(days);
  }
  return out;
}

// Nothing where it is no whole number.
std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t out = 0;
  if (text.empty() || text.size() > digits_read_max) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

Detail no_number(const char* field, std::string_view typed) {
  const std::string shown = opening_of(typed, unread_characters_shown);
  return {field,
          0,
          {"“" + shown + "” không phải là số ngày; hãy ghi bằng chữ số.",
           "“" + shown + "” is no number of days; write it in digits."}};
}

// "30, 15; 7 3".
void read_days(std::string_view typed, SetLadder& out) {
  constexpr std::string_view between = " ,;";
  for (std::size_t at = typed.find_first_not_of(between); at != std::string_view::npos;) {
    const std::size_t end = std::min(typed.find_first_of(between, at), typed.size());
    const std::string_view word = typed.substr(at, end - at);
    const auto days = whole_number(word);
    if (!days) {
      out.unread.push_back(no_number(fields::steps, word));
      return;
    }
    out.days_before.push_back(*days);
    at = typed.find_first_not_of(between, end);
  }
}

SetLadder typed_ladder(PlanNo plan, const Visit& visit) {
  SetLadder out;
  out.plan = plan;
  out.seen_version = visit.typed_number(version_seen);
  out.silent = visit.typed(fields::silent) == "1";
  read_days(one_line(visit.typed(fields::steps)), out);
  const std::string repeat = one_line(visit.typed(fields::repeat));
  out.repeat_days = whole_number(repeat);
  if (!repeat.empty() && !out.repeat_days) out.unread.push_back(no_number(fields::repeat, repeat));
  out.reason = std::string(visit.typed(fields::ladder_reason));
  return out;
}

// What the boxes begin with: after a time without reminders the steps of before.
const Ladder& newest_with_steps(const std::vector<LadderChange>& changes) {
  for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
    if (!one->ladder.silent) return one->ladder;
  }
  return usual_ladder();
}

LadderForm form_of(const std::vector<LadderChange>& changes, const plan::Plan& plan,
                   const Visit& visit) {
  const Ladder& steps = newest_with_steps(changes);
  const bool is_typed = visit.request.method == http::Method::Post;
  LadderForm form;
  form.keys = form_keys(visit);
  form.action = ladder_address(plan.no);
  form.version = std::to_string(changes.size());
  form.steps = field(visit, fields::steps, days_as_typed(steps));
  form.repeat = field(visit, fields::repeat,
                      steps.repeat_days ? std::to_string(*steps.repeat_days) : std::string());
  form.silent = is_typed ? visit.typed(fields::silent) == "1"
                         : !changes.empty() && changes.back().ladder.silent;
  form.silent_error = field(visit, fields::silent).error;
  form.needs_reason = plan.stage == plan::Stage::Issued;
  form.reason = field(visit, fields::ladder_reason);
  return form;
}

std::optional<Text> unreachable_in_words(std::uint32_t units) {
  if (units == 0) return std::nullopt;
  const std::string n = std::to_string(units);
  return Text{
      n + " đơn vị còn việc nhưng chưa có hộp thư, hoặc hộp thư trả lại thư, nên không nhận "
          "được thư nhắc",
      "Units with something to do but no mailbox, or one that returns mails, which get no "
      "reminder: " +
          n};
}

void add_changes(const std::vector<LadderChange>& all, const Visit& visit, PlanNo plan,
                 NotedLadder& noted) {
  const auto count = static_cast<std::uint32_t>(all.size());
  PlanLadderView& view = noted.view;
  view.pager = make_pager(count, visit.page(), ladder_address(plan));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(count, first + rows_per_page); ++i) {
    const LadderChange& one = all[count - 1 - i];
    ChangeLine line{vietnamese(one.on), {}, ladder_in_words(one.ladder), {}};
    if (!one.reason.empty()) line.why = one.reason;
    view.changes.push_back(std::move(line));
    noted.changed_by.push_back(one.by);
  }
  view.has_changes = count != 0;
  if (count == 0) return;
  view.newest = NewestChange{vietnamese(all.back().on), {}};
  noted.newest_by = all.back().by;
}

Result<NotedLadder> note_ladder(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
  NotedLadder noted;
  noted.reminding = reminding_of(state, needs, *plan);
  PlanLadderView& view = noted.view;
  view.back = "/ke-hoach/" + std::to_string(no.value);
  view.plan_number = number_shown(*plan, visit.language);
  view.plan_title = plan->title;
  view.words = ladder_in_words(state.ladder(no));
  view.is_issued = plan->stage == plan::Stage::Issued;
  view.unreachable = unreachable_in_words(noted.reminding.unreachable);
  if (may_set_ladder(*plan, needs.organisation, visit.actor)) {
    view.form = form_of(state.ladders(no), *plan, visit);
  }
  add_changes(state.ladders(no), visit, no, noted);
  return noted;
}

void add_ahead(const Reminding& of, const std::vector<std::uint32_t>& mails, PlanLadderView& view) {
  for (std::size_t i = 0; i < mails.size(); ++i) {
    if (mails[i] == 0) continue;
    view.ahead.push_back({vietnamese(of.today + static_cast<std::int32_t>(i + 1)), mails[i]});
  }
  view.has_ahead = !view.ahead.empty();
}

LadderPreview preview_of(const Reminding& of, const std::vector<std::uint32_t>& present,
                         const Ladder& proposed) {
  std::vector<LadderChange> changes = of.changes;
  changes.push_back({proposed, of.today, std::numeric_limits<std::uint32_t>::max()});
  const auto then = mails_ahead(changes, of.open, of.today);
  LadderPreview out;
  out.proposed_words = ladder_in_words(proposed);
  for (std::size_t i = 0; i < present.size(); ++i) {
    out.present_sum += present[i];
    out.proposed_sum += then[i];
    if (present[i] == 0 && then[i] == 0) continue;
    out.days.push_back(
        {vietnamese(of.today + static_cast<std::int32_t>(i + 1)), present[i], then[i]});
  }
  out.has_days = !out.days.empty();
  return out;
}

std::string setter_of(const App& app, PersonNo person, Language language) {
  if (person) return app.name_of(person, language);
  return Text{"hệ thống", "the system"}.in(language);
}

// `proposed`: what is shown beside the present ladder; none: nothing was asked for.
Result<http::Response> show_ladder(const App& app, const State& state, const Needs& needs,
                                   const Visit& visit, const std::optional<Ladder>& proposed) {
  TRY_ASSIGN(NotedLadder noted, app.engine.read([&] { return note_ladder(state, needs, visit); }));
  PlanLadderView& view = noted.view;
  const Reminding& of = noted.reminding;
  const auto mails = mails_ahead(of.changes, of.open, of.today);
  add_ahead(of, mails, view);
  if (proposed) view.preview = preview_of(of, mails, *proposed);
  if (view.newest) view.newest->who = setter_of(app, noted.newest_by, visit.language);
  for (std::size_t i = 0; i < view.changes.size(); ++i) {
    view.changes[i].who = setter_of(app, noted.changed_by[i], visit.language);
  }
  const Text heading{"Thang nhắc việc", "When units are reminded"};
  return app.show(visit, heading, view,
                  {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                   {view.plan_number, view.back},
                   {heading.in(visit.language), {}}});
}

Result<http::Response> show_preview(const App& app, const State& state, const Needs& needs,
                                    const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY(app.engine.read([&]() -> Result<void> {
    TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
    return needs.organisation.require(visit.actor, Right::Urge, plan->issuer);
  }));
  const auto proposed = checked_ladder(typed_ladder(no, visit));
  if (proposed) return show_ladder(app, state, needs, visit, *proposed);
  Visit failed = visit;
  failed.failure = &proposed.error();
  return show_ladder(app, state, needs, failed, std::nullopt);
}

}  // namespace

Reminding reminding_of(const State& state, const Needs& needs, const plan::Plan& plan) {
  const Known known{state, needs.organisation, needs.plans, needs.workdays};
  Reminding out;
  out.changes = state.ladders(plan.no);
  out.today = needs.calendar.today();
  std::vector<UnitNo> without;
  for (const plan::Assignment* one : assignments_of(plan, needs.plans)) {
    if (!one->is_open()) continue;
    const UnitNo addressee = needs.organisation.answering_for(one->unit);
    if (needs.organisation.unit(addressee).mailbox.empty() ||
        returning_mailbox(state, needs.organisation, addressee)) {
      without.push_back(one->unit);
    } else {
      out.open.push_back({one->no, one->unit, one->due, settled_until(known, one->no)});
    }
  }
  std::sort(without.begin(), without.end());
  out.unreachable =
      static_cast<std::uint32_t>(std::unique(without.begin(), without.end()) - without.begin());
  return out;
}

void install_plan_ladder(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) {
    return show_ladder(app, state, needs, visit, std::nullopt);
  };
  app.routes.get("/ke-hoach/{plan}/nhac-viec", Right::SeePlans, page);
  app.routes.post(
      "/ke-hoach/{plan}/nhac-viec", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs, typed_ladder(no, visit));
      },
      page);
  app.routes.raw_post(
      "/ke-hoach/{plan}/nhac-viec/xem-truoc", Right::Urge,
      [&app, &state, needs](const Visit& visit) { return show_preview(app, state, needs, visit); });
}

}  // namespace lantoa::city::oversight
