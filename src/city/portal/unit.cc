// Units as the public sees them: the city's, and one with its articles, how far it came, its tasks.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/portal/coverage.h"
#include "city/portal/plain_page.h"
#include "platform/feed/feed.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t campaigns_max = 5;
constexpr std::size_t tasks_max = 50;

struct UnitRow {
  std::string address;
  std::string name;
  Text kind;
  std::optional<Text> stopped = {};  // of one that is closed
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (address, name, kind, stopped))

struct ListView {
  static constexpr std::string_view tpl = "src/city/portal/units.tpl";
  bool has_rows = false;
  std::vector<UnitRow> rows;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (has_rows, rows))

struct CampaignRow {
  std::string address;
  std::string number;
  UnitCoverage coverage;
};
BOOST_DESCRIBE_STRUCT(CampaignRow, (), (address, number, coverage))

struct TaskRow {
  std::string what;
  std::string plan, plan_address;
  std::string due_iso, due;
  std::string mark;
  Text state;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (what, plan, plan_address, due_iso, due, mark, state))

struct UnitView {
  static constexpr std::string_view tpl = "src/city/portal/unit.tpl";
  std::string name;
  Text kind;
  std::optional<Text> gone;  // that it is closed
  std::optional<UnitRow> above;
  bool has_posts = false;
  Posts posts;
  Pager pager;
  bool has_campaigns = false;
  std::vector<CampaignRow> campaigns;
  bool has_tasks = false;
  std::vector<TaskRow> tasks;
  bool has_below = false;
  std::vector<UnitRow> below;
  std::string day;
  Follow follow;
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (name, kind, gone, above, has_posts, posts, pager, has_campaigns, campaigns,
                       has_tasks, tasks, has_below, below, day, follow))

std::optional<Text> stopped_since(const Needs& needs, UnitNo no) {
  const auto since = needs.organisation.closed_day(no);
  if (!since) return std::nullopt;
  return Text{"Dừng hoạt động từ " + *since, "Closed since " + *since};
}

UnitRow row_of(const Needs& needs, UnitNo no) {
  const organisation::Unit& unit = needs.organisation.unit(no);
  return {unit_path(no), unit.name, organisation::title(unit.kind), stopped_since(needs, no)};
}

// Open ones first.
std::vector<UnitRow> rows_below(const Needs& needs, const organisation::Unit& unit) {
  std::vector<UnitNo> list = unit.children;
  std::stable_partition(list.begin(), list.end(),
                        [&](UnitNo no) { return needs.organisation.is_open(no); });
  std::vector<UnitRow> out;
  for (const UnitNo no : list) out.push_back(row_of(needs, no));
  return out;
}

ListView list(const Needs& needs) {
  ListView view;
  const UnitNo root = needs.organisation.root();
  if (!root) return view;
  view.rows.push_back(row_of(needs, root));
  for (UnitRow& row : rows_below(needs, needs.organisation.unit(root))) {
    view.rows.push_back(std::move(row));
  }
  view.has_rows = true;
  return view;
}

// The day it is due stands beside it; who is late is between the unit and those who urge it.
TaskRow task_row(const Needs& needs, const plan::Assignment& one) {
  const plan::Task& task = needs.plans.task(one.task);
  TaskRow row{task.what,
              needs.plans.plan(task.plan).number,
              campaign_path(task.plan),
              iso(one.due),
              vietnamese(one.due),
              "state-idle",
              {"Chưa báo xong", "Not reported as done"}};
  if (one.done) {
    row.mark = "state-done";
    row.state = {"Xong ngày " + vietnamese(*one.done), "Done on " + vietnamese(*one.done)};
  } else if (one.withdrawn) {
    row.state = {"Đã rút khỏi kế hoạch", "Withdrawn from the plan"};
  }
  return row;
}

void show_work(const Needs& needs, UnitNo unit, Language language, UnitView& view) {
  const auto plans = needs.plans.issued();
  for (std::size_t i = 0; i < std::min(campaigns_max, plans.size()); ++i) {
    if (auto at = coverage_at(needs, newest_item(needs, plans[i]), unit, language)) {
      view.campaigns.push_back(
          {campaign_path(plans[i]), needs.plans.plan(plans[i]).number, *std::move(at)});
    }
  }
  const auto& all = needs.plans.of_unit(unit);
  for (auto it = all.rbegin(); it != all.rend() && view.tasks.size() < tasks_max; ++it) {
    view.tasks.push_back(task_row(needs, needs.plans.assignment(*it)));
  }
  view.has_campaigns = !view.campaigns.empty();
  view.has_tasks = !view.tasks.empty();
}

UnitView look(const Live& live, const Needs& needs, const organisation::Unit& unit,
              const Visit& visit) {
  UnitView view;
  view.name = unit.name;
  view.kind = organisation::title(unit.kind);
  view.gone = stopped_since(needs, unit.no);
  if (unit.parent) view.above = row_of(needs, unit.parent);
  auto page =
      posts_page(live, needs, published_by(needs, unit.no), visit.page(), unit_path(unit.no));
  view.has_posts = !page.posts.rows.empty();
  view.posts = std::move(page.posts);
  view.pager = std::move(page.pager);
  show_work(needs, unit.no, visit.language, view);
  view.below = rows_below(needs, unit);
  view.has_below = !view.below.empty();
  view.day = vietnamese(needs.calendar.today());
  view.follow = follow_at(unit_path(unit.no));
  return view;
}

PageHead head_of(const App& app, UnitNo no, const UnitView& view) {
  PageHead head;
  feed::Organisation organisation{view.name, app.public_url + unit_path(no), {}};
  if (view.above) organisation.above = view.above->name;
  head.feeds = feeds_at(unit_path(no), view.name);
  head.data = {html::ScriptData(feed::linked_data(organisation))};
  return head;
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
  PageStamp stamp;
  TRY_ASSIGN(const UnitView view, app.engine.read([&]() -> Result<UnitView> {
    TRY_ASSIGN(const organisation::Unit* unit, needs.organisation.find(no));
    stamp = live.pages.stamp();
    return look(live, needs, *unit, visit);
  }));
  auto crumbs = below_home(
      visit.language, {{Text{"Cơ quan, đơn vị", "Public bodies"}.in(visit.language), "/co-quan"}});
  return deliver(
      live, visit,
      app.show(visit, {view.name, view.name}, view, std::move(crumbs), head_of(app, no, view)),
      stamp);
}

}  // namespace

void install_units(App& app, Live& live, Needs needs) {
  install_kept_page<ListView>(
      app, live,
      {"/co-quan",
       {"Cơ quan, đơn vị", "Public bodies"},
       {"Cơ quan, đơn vị của Hà Nội đăng bài phổ biến pháp luật, và bài của từng nơi.",
        "The public bodies of Hà Nội that publish about the law, and what each of them wrote."}},
      [needs](const Visit&) { return list(needs); });
  app.routes.get("/co-quan/{unit}", Right::Public, [&app, &live, needs](const Visit& visit) {
    return show(app, live, needs, visit);
  });
}

}  // namespace lantoa::city::portal
