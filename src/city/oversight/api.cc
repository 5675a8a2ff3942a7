// How the units of a plan stand and when they are reminded, for programs.
#include "city/described_api.h"
#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"
#include "city/oversight/standing.h"

namespace lantoa::city::oversight {
namespace {

struct GroupBody {
  static constexpr std::string_view schema = "PeerGroup";
  std::uint32_t id = 0;  // among the plan's
  organisation::Kind kind = organisation::Kind::Department;
  std::vector<TaskNo> tasks;
  std::uint32_t units = 0;
  bool ranked = false;  // it is large enough for places
};
BOOST_DESCRIBE_STRUCT(GroupBody, (), (id, kind, tasks, units, ranked))

struct StandingRow {
  static constexpr std::string_view schema = "UnitStanding";
  UnitNo unit;
  std::uint32_t group = 0;
  std::optional<std::uint32_t> place;  // 1: most behind; equal ones share it
  std::uint32_t assignments = 0;
  std::uint32_t done = 0;
  std::uint32_t done_late = 0;
  std::uint32_t late = 0;       // now
  std::uint32_t late_days = 0;  // of the one that is late longest
};
BOOST_DESCRIBE_STRUCT(StandingRow, (),
                      (unit, group, place, assignments, done, done_late, late, late_days))

struct StandingList {
  static constexpr std::string_view schema = "PlanStanding";
  PlanNo plan;
  Date on;
  Paging paging;
  std::vector<GroupBody> groups;   // of the units on this page
  std::vector<StandingRow> units;  // group by group, most behind first
};
BOOST_DESCRIBE_STRUCT(StandingList, (), (plan, on, paging, groups, units))

struct StandingLine {
  const PeerGroup* group = nullptr;
  const Standing* standing = nullptr;
};

GroupBody body_of(const PeerGroup& group) {
  return {group.no, group.kind, group.tasks, static_cast<std::uint32_t>(group.units.size()),
          group.is_ranked()};
}

StandingRow row_of(const StandingLine& line) {
  const Standing& its = *line.standing;
  StandingRow row;
  row.unit = its.unit;
  row.group = line.group->no;
  if (its.place != 0) row.place = its.place;
  row.assignments = its.all;
  row.done = its.done;
  row.done_late = its.done_late;
  row.late = its.late;
  row.late_days = its.late_days;
  return row;
}

// By unit's index: it is asked for by ?unit=.
Result<std::vector<bool>> asked_units(const organisation::State& tree, const Visit& visit) {
  const UnitNo top{visit.query_number("unit")};
  if (!top) return std::vector<bool>(tree.size(), true);
  TRY(tree.find(top));
  return tree.below(top);
}

Result<StandingList> list_of(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
  TRY_ASSIGN(const std::vector<bool> asked, asked_units(needs.organisation, visit));
  const std::uint32_t wanted = visit.query_number("group");
  StandingList out;
  out.plan = no;
  out.on = needs.calendar.today();
  const auto groups = compare(assignments_of(*plan, needs.plans), needs.organisation, out.on);
  std::vector<StandingLine> lines;
  for (const PeerGroup& group : groups) {
    if (wanted != 0 && group.no != wanted) continue;
    for (const Standing& one : group.units) {
      if (asked[one.unit.index()]) lines.push_back({&group, &one});
    }
  }
  out.paging = page_of(visit, lines.size(), [&](std::uint32_t row) {
    const StandingLine& line = lines[row];
    const bool is_new = out.groups.empty() || out.groups.back().id != line.group->no;
    if (is_new) out.groups.push_back(body_of(*line.group));
    out.units.push_back(row_of(line));
  });
  return out;
}

struct LadderBody {
  static constexpr std::string_view schema = "ReminderLadder";
  bool silent = false;                     // no reminders; the days are left out then
  std::vector<std::uint32_t> days_before;  // the deadline, descending
  std::optional<std::uint32_t> repeat_days;
};
BOOST_DESCRIBE_STRUCT(LadderBody, (), (silent, days_before, repeat_days))

struct LadderChangeBody {
  static constexpr std::string_view schema = "ReminderLadderChange";
  std::uint32_t version = 0;  // from 1
  Date on;                    // it counts for steps after this day
  LadderBody ladder;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LadderChangeBody, (), (version, on, ladder, reason))

struct AheadBody {
  static constexpr std::string_view schema = "RemindersAhead";
  Date on;
  std::uint32_t units = 0;
};
BOOST_DESCRIBE_STRUCT(AheadBody, (), (on, units))

struct PlanLadderBody {
  static constexpr std::string_view schema = "PlanLadder";
  PlanNo plan;
  std::uint32_t version = 0;  // how often one was set; 0: the usual one
  LadderBody ladder;
  std::vector<AheadBody> ahead;           // days with a mail, should nothing be done until then
  Paging paging;                          // of the changes
  std::vector<LadderChangeBody> changes;  // newest first
};
BOOST_DESCRIBE_STRUCT(PlanLadderBody, (), (plan, version, ladder, ahead, paging, changes))

struct LadderDraft {
  static constexpr std::string_view schema = "PlanLadderDraft";
  std::uint32_t seen_version = 0;
  std::optional<bool> silent;
  std::optional<std::vector<std::uint32_t>> days_before;
  std::optional<std::uint32_t> repeat_days;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(LadderDraft, (), (seen_version, silent, days_before, repeat_days, reason))

LadderBody ladder_body(const Ladder& ladder) {
  return {ladder.silent, ladder.days_before, ladder.repeat_days};
}

Result<PlanLadderBody> ladder_page(const App& app, const State& state, const Needs& needs,
                                   const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const Reminding of, app.engine.read([&]() -> Result<Reminding> {
    TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
    return reminding_of(state, needs, *plan);
  }));
  const auto count = static_cast<std::uint32_t>(of.changes.size());
  PlanLadderBody out;
  out.plan = no;
  out.version = count;
  out.ladder = ladder_body(count == 0 ? usual_ladder() : of.changes.back().ladder);
  const auto mails = mails_ahead(of.changes, of.open, of.today);
  for (std::size_t i = 0; i < mails.size(); ++i) {
    if (mails[i] == 0) continue;
    out.ahead.push_back({of.today + static_cast<std::int32_t>(i + 1), mails[i]});
  }
  out.paging = page_of(visit, count, [&](std::uint32_t row) {
    const LadderChange& one = of.changes[count - 1 - row];
    out.changes.push_back({count - row, one.on, ladder_body(one.ladder), one.reason});
  });
  return out;
}

SetLadder command_of(PlanNo plan, LadderDraft body) {
  SetLadder out;
  out.plan = plan;
  out.seen_version = body.seen_version;
  out.silent = body.silent.value_or(false);
  out.days_before = std::move(body.days_before).value_or(std::vector<std::uint32_t>());
  out.repeat_days = body.repeat_days;
  out.reason = std::move(body.reason).value_or("");
  return out;
}

void install_ladder_api(App& app, const State& state, const Needs& needs) {
  api_get<PlanLadderBody>(
      app,
      {"plan_ladder.show",
       "/plan-ladders/{plan}",
       Right::SeePlans,
       Scope::Read,
       {"Thang nhắc việc của một kế hoạch, các lần đổi và thư sắp gửi",
        "When units are reminded of a plan, every change, and the mails to come"},
       {api::page_parameter()}},
      [&app, &state, needs](const Visit& visit) { return ladder_page(app, state, needs, visit); });
  api_post<LadderDraft>(app,
                        {"plan_ladder.set",
                         "/plan-ladders/{plan}",
                         Right::Urge,
                         Scope::Plans,
                         {"Đặt thang nhắc việc của một kế hoạch, áp dụng từ ngày mai",
                          "Set when units are reminded of a plan, from tomorrow on"},
                         {},
                         "/ke-hoach/{plan}/nhac-viec",
                         "/plan-ladders/{plan}",
                         {{fields::steps, "days_before"},
                          {fields::repeat, "repeat_days"},
                          {fields::silent, "silent"},
                          {fields::ladder_reason, "reason"}}},
                        [&state, needs](const Visit& visit, LadderDraft body) -> Result<Order> {
                          TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                          return make_order(state, needs, command_of(no, std::move(body)));
                        });
}

struct ReturningBody {
  static constexpr std::string_view schema = "ReturningMailbox";
  UnitNo unit;
  Date since;
  std::uint32_t mails = 0;  // that came back
  std::string status;       // RFC 3463: "5.1.1"
  std::string said;         // by the mail server; may be empty
};
BOOST_DESCRIBE_STRUCT(ReturningBody, (), (unit, since, mails, status, said))

struct ReturningList {
  static constexpr std::string_view schema = "ReturningMailboxes";
  Paging paging;
  std::vector<ReturningBody> mailboxes;
};
BOOST_DESCRIBE_STRUCT(ReturningList, (), (paging, mailboxes))

ReturningList returning_list(const State& state, const Needs& needs, const Visit& visit) {
  const auto all = returning_below(state, needs.organisation, visit.actor);
  ReturningList out;
  out.paging = page_of(visit, all.size(), [&](std::uint32_t row) {
    const ReturningMailbox& one = all[row];
    out.mailboxes.push_back({one.unit, one.since, one.came_back, one.status, one.why});
  });
  return out;
}

void install_returned_api(App& app, const State& state, const Needs& needs) {
  api_get<ReturningList>(
      app,
      {"returning_mailbox.list",
       "/returning-mailboxes",
       Right::SeePlans,
       Scope::Read,
       {"Đơn vị mà thư gửi tới hộp thư bị trả lại, trong phạm vi của bạn",
        "Units whose mailbox returns mails, of those that you manage, urge or report for"},
       {api::page_parameter()}},
      [&app, &state, needs](const Visit& visit) -> Result<ReturningList> {
        return app.engine.read([&] { return returning_list(state, needs, visit); });
      });
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  install_ladder_api(app, state, needs);
  install_returned_api(app, state, needs);
  using Kind = api::Parameter::Kind;
  api_get<StandingList>(
      app,
      {"plan.compare",
       "/plans/{plan}/standing",
       Right::SeePlans,
       Scope::Read,
       {"Đơn vị của một kế hoạch theo nhóm so sánh được, chậm hơn đứng trước",
        "The units of a plan in comparable groups, those more behind first"},
       {{"group", Kind::Number, {"Chỉ nhóm này", "Only this group"}},
        {"unit", Kind::Number, {"Chỉ đơn vị này và cấp dưới", "Only this unit and those below it"}},
        api::page_parameter()}},
      [&app, needs](const Visit& visit) {
        return app.engine.read([&] { return list_of(needs, visit); });
      });
}

}  // namespace lantoa::city::oversight
