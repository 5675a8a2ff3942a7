// The requests for later deadlines that wait for a decision: as a list, and each on the start page
// of whoever may decide.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/plan/plan.h"

namespace lantoa::city::plan {
namespace {

struct WaitingRow {
  std::string address;
  std::string unit, what, plan;
  std::string asked_on;
  std::string due;             // the deadline in force
  std::optional<Text> behind;  // how late it is
  std::string wanted;
  std::string why;
  std::uint32_t before = 0;  // how often this unit had asked
  bool own = false;          // the visitor asked: another person decides
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (),
                      (address, unit, what, plan, asked_on, due, behind, wanted, why, before, own))

struct WaitingView {
  static constexpr std::string_view tpl = "src/city/plan/extensions.tpl";
  bool has_rows = false;
  std::vector<WaitingRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(WaitingView, (), (has_rows, rows, pager))

// Oldest first.
std::vector<ExtensionNo> waiting_for(const State& state, const Needs& needs, const Actor& actor) {
  std::vector<ExtensionNo> out;
  for (const ExtensionNo no : state.waiting()) {
    const Assignment& about = state.assignment(state.extension(no).assignment);
    const Plan& plan = state.plan(state.task(about.task).plan);
    if (may_decide_extensions(plan, needs.organisation, actor)) out.push_back(no);
  }
  return out;
}

WaitingRow row_of(const State& state, const Needs& needs, const Actor& actor, ExtensionNo no) {
  const Extension& one = state.extension(no);
  const Assignment& about = state.assignment(one.assignment);
  const Task& task = state.task(about.task);
  WaitingRow row;
  row.address = address_of(about.no);
  row.unit = needs.organisation.unit(about.unit).name;
  row.what = task.what;
  row.plan = state.plan(task.plan).number;
  row.asked_on = vietnamese(one.asked);
  row.due = vietnamese(about.due);
  row.behind = late_in_words(about.due, needs.calendar.today());
  row.wanted = vietnamese(one.until);
  row.why = one.reason;
  row.before = state.asked_before(one);
  row.own = one.by == actor.person;
  return row;
}

WaitingView look(const State& state, const Needs& needs, const Visit& visit) {
  const auto all = waiting_for(state, needs, visit.actor);
  const auto count = static_cast<std::uint32_t>(all.size());
  WaitingView view;
  view.has_rows = count != 0;
  view.pager = make_pager(count, visit.page(), "/gia-han");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(count, first + rows_per_page); ++i) {
    view.rows.push_back(row_of(state, needs, visit.actor, all[i]));
  }
  return view;
}

App::Duty duty_of(const State& state, const Needs& needs, const Visit& visit,
                  const Extension& one) {
  const Assignment& about = state.assignment(one.assignment);
  const std::string until = vietnamese(one.until);
  App::Duty duty;
  duty.title = Text{"Xin gia hạn đến " + until, "More time until " + until}.in(visit.language) +
               ": " + state.task(about.task).what;
  duty.detail = needs.organisation.unit(about.unit).name + " · " +
                Text{"hạn hiện nay ", "present deadline "}.in(visit.language) +
                vietnamese(about.due);
  duty.address = address_of(about.no);
  return duty;
}

// Several are one duty: the list of them, so that they do not fill the start page.
App::Duty duty_of(const Visit& visit, std::size_t several) {
  const std::string n = std::to_string(several);
  App::Duty duty;
  duty.title =
      Text{n + " đề nghị gia hạn chờ quyết định", "Requests for more time to decide: " + n}.in(
          visit.language);
  duty.detail =
      Text{"Chưa quyết định thì hạn cũ vẫn tính", "Until then the present deadlines count"}.in(
          visit.language);
  duty.address = "/gia-han";
  return duty;
}

void add_duties(std::vector<App::Duty>& out, const State& state, const Needs& needs,
                const Visit& visit) {
  auto waiting = waiting_for(state, needs, visit.actor);
  std::erase_if(waiting,
                [&](ExtensionNo no) { return state.extension(no).by == visit.actor.person; });
  if (waiting.empty()) return;
  App::Duty duty = waiting.size() == 1
                       ? duty_of(state, needs, visit, state.extension(waiting.front()))
                       : duty_of(visit, waiting.size());
  duty.state = Text{"Chờ bạn quyết định", "Waiting for you"};
  duty.action = {"Xem và quyết định", "See and decide"};
  out.push_back(std::move(duty));
}

}  // namespace

void install_extensions(App& app, const State& state, Needs needs) {
  app.duties.push_back([&state, needs](const Visit& visit, std::vector<App::Duty>& out) {
    add_duties(out, state, needs, visit);
  });
  app.routes.get("/gia-han", Right::Urge,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return look(state, needs, visit); });
                   const Text heading{"Đề nghị gia hạn", "Requests for more time"};
                   return app.show(visit, heading, view,
                                   {{Text{"Đôn đốc", "Urging"}.in(visit.language), "/don-doc"},
                                    {heading.in(visit.language), {}}});
                 });
}

}  // namespace lantoa::city::plan
