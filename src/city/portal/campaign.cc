// Campaigns: every issued plan, and one with what it asks of whom, how far it came, the figures
// that somebody answers for, and its articles.
#include <boost/describe.hpp>

#include "city/due.h"
#include "city/portal/coverage.h"
#include "city/portal/plain_page.h"
#include "viet/document_number.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t posts_max = 10;

struct Row {
  std::string address;
  std::string number;
  std::string title;
  std::string issued_iso, issued;
  std::string share;  // "–": no figure that may be shown
};
BOOST_DESCRIBE_STRUCT(Row, (), (address, number, title, issued_iso, issued, share))

struct ListView {
  static constexpr std::string_view tpl = "src/city/portal/campaigns.tpl";
  bool has_rows = false;
  std::vector<Row> rows;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (has_rows, rows))

struct GroundRow {
  std::string name;
  std::optional<LawRow> law;  // as registered
};
BOOST_DESCRIBE_STRUCT(GroundRow, (), (name, law))

struct Named {
  Text name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

struct TaskRow {
  std::string what;
  std::string due_iso, due;
  std::optional<Text> counted;  // the working days it was given in
  std::uint32_t done = 0;
  std::uint32_t units = 0;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (what, due_iso, due, counted, done, units))

struct FigureRow {
  std::string number;
  std::string unit;
  std::vector<Named> channels;
  bool key_officials = false;
  std::string day_iso, day;
  std::uint32_t reached = 0;
  std::uint32_t all = 0;
  std::string share;
  std::uint64_t position = 0;
  std::string proof;  // address
};
BOOST_DESCRIBE_STRUCT(FigureRow, (),
                      (number, unit, channels, key_officials, day_iso, day, reached, all, share,
                       position, proof))

struct CampaignView {
  static constexpr std::string_view tpl = "src/city/portal/campaign.tpl";
  std::string number;
  std::string title;
  std::string issued_iso, issued;
  std::string issuer, issuer_address;
  Text audience;
  std::vector<Named> forms;
  bool has_grounds = false;
  std::vector<GroundRow> grounds;
  bool has_tasks = false;
  std::vector<TaskRow> tasks;
  std::optional<Coverage> coverage;
  bool has_units = false;
  std::vector<UnitCoverage> units;
  bool has_hidden = false;
  std::uint32_t hidden = 0;
  bool has_figures = false;
  std::vector<FigureRow> figures;
  bool has_posts = false;
  Posts posts;
  Follow follow;
};
BOOST_DESCRIBE_STRUCT(CampaignView, (),
                      (number, title, issued_iso, issued, issuer, issuer_address, audience, forms,
                       has_grounds, grounds, has_tasks, tasks, coverage, has_units, units,
                       has_hidden, hidden, has_figures, figures, has_posts, posts, follow))

ListView list(const Needs& needs, const Visit& visit) {
  ListView view;
  for (const PlanNo no : needs.plans.issued()) {
    const plan::Plan& plan = needs.plans.plan(no);
    const auto coverage = coverage_of(needs, newest_item(needs, no), visit);
    view.rows.push_back({campaign_path(no), plan.number, plan.title, iso(plan.issued),
                         vietnamese(plan.issued), coverage ? coverage->count.share : "–"});
  }
  view.has_rows = !view.rows.empty();
  return view;
}

GroundRow ground_row(const Needs& needs, const plan::Ground& ground) {
  GroundRow row{ground.type.empty() ? ground.number : ground.type + " " + ground.number, {}};
  const auto number = viet::parse_document_number(ground.number);
  if (!number) return row;
  const law::Matched matched = needs.law.match(number->key(), ground.issued, ground.issuer);
  if (matched.match == law::Match::Registered) {
    row.law = law_rows(needs, {matched.document}).front();
  }
  return row;
}

TaskRow task_row(const plan::Task& task) {
  TaskRow out{task.what, iso(task.due), vietnamese(task.due), {}, task.done, task.counted()};
  if (task.working_days) out.counted = in_working_days(*task.working_days);
  return out;
}

FigureRow figure_row(const Needs& needs, const report::FigureFrozen& frozen, Language language) {
  const std::string number = std::to_string(frozen.figure.value);
  FigureRow row{number,
                needs.organisation.unit(frozen.unit).name,
                {},
                frozen.key_officials,
                iso(frozen.day),
                vietnamese(frozen.day)};
  for (const reach::Channel channel : frozen.channels) {
    row.channels.push_back({reach::title(channel)});
  }
  row.reached = frozen.reached;
  row.all = frozen.audience;
  row.share = reach::percent({frozen.audience, frozen.reached, frozen.by_proxy}, language);
  row.position = frozen.position;
  row.proof = "/so-lieu/" + number + "/bang-chung";
  return row;
}

void show_coverage(const Needs& needs, ItemNo item, const Visit& visit, CampaignView& view) {
  view.coverage = coverage_of(needs, item, visit);
  if (!view.coverage) return;
  if (!visit.actor.may_somewhere(Right::SeePlans)) view.coverage->count.details.reset();  // is here
  auto below = coverage_below(needs, item, needs.organisation.root(), visit.language);
  view.units = std::move(below.rows);
  view.has_units = !view.units.empty();
  view.hidden = below.hidden;
  view.has_hidden = below.hidden > 0;
}

// The newest first.
void show_figures(const Needs& needs, PlanNo plan, Language language, CampaignView& view) {
  for (std::uint32_t no = needs.figures.figures(); no > 0; --no) {
    const report::FigureFrozen& frozen = needs.figures.figure(FigureNo{no}).frozen;
    if (needs.reach.item(frozen.item).plan() != plan) continue;
    view.figures.push_back(figure_row(needs, frozen, language));
  }
  view.has_figures = !view.figures.empty();
}

CampaignView look(const Live& live, const Needs& needs, const plan::Plan& plan,
                  const Visit& visit) {
  CampaignView view;
  view.number = plan.number;
  view.title = plan.title;
  view.issued_iso = iso(plan.issued);
  view.issued = vietnamese(plan.issued);
  view.issuer = needs.organisation.unit(plan.issuer).name;
  view.issuer_address = unit_path(plan.issuer);
  view.audience = plan::title(plan.audience);
  for (const plan::Form form : plan.forms) view.forms.push_back({plan::title(form)});
  for (const plan::Ground& one : plan.grounds) view.grounds.push_back(ground_row(needs, one));
  view.has_grounds = !view.grounds.empty();
  for (const TaskNo no : plan.tasks) {
    const plan::Task& task = needs.plans.task(no);
    if (!task.withdrawn) view.tasks.push_back(task_row(task));
  }
  view.has_tasks = !view.tasks.empty();
  show_coverage(needs, newest_item(needs, plan.no), visit, view);
  show_figures(needs, plan.no, visit.language, view);
  auto articles = published_for(needs, plan.no);
  articles.resize(std::min(posts_max, articles.size()));
  view.posts = posts_of(live, needs, articles);
  view.has_posts = !view.posts.rows.empty();
  view.follow = follow_at(campaign_path(plan.no));
  return view;
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  PageStamp stamp;
  TRY_ASSIGN(const CampaignView view, app.engine.read([&]() -> Result<CampaignView> {
    TRY_ASSIGN(const plan::Plan* plan, find_issued(needs, no));
    stamp = live.pages.stamp();
    return look(live, needs, *plan, visit);
  }));
  PageHead head;
  head.canonical = app.public_url + campaign_path(no);
  head.description = view.title;
  head.feeds = feeds_at(campaign_path(no), "Kế hoạch " + view.number);
  head.open_graph = {"website", "Kế hoạch " + view.number, view.title, *head.canonical};
  auto crumbs = below_home(visit.language,
                           {{Text{"Chiến dịch", "Campaigns"}.in(visit.language), "/chien-dich"}});
  const Text title{"Kế hoạch " + view.number, "Plan " + view.number};
  return deliver(live, visit, app.show(visit, title, view, std::move(crumbs), std::move(head)),
                 stamp);
}

}  // namespace

void install_campaigns(App& app, Live& live, Needs needs) {
  install_kept_page<ListView>(
      app, live,
      {"/chien-dich",
       {"Chiến dịch", "Campaigns"},
       {"Kế hoạch phổ biến pháp luật nào của Hà Nội đang được thực hiện, ai làm việc gì, đã tới "
        "bao nhiêu người.",
        "Which plans to make the law known are under way in Hà Nội, who does what, and how many "
        "they have reached."}},
      [needs](const Visit& visit) { return list(needs, visit); });
  app.routes.get("/chien-dich/{plan}", Right::Public, [&app, &live, needs](const Visit& visit) {
    return show(app, live, needs, visit);
  });
}

}  // namespace lantoa::city::portal
