// What units asked: what waits for an answer first, for those whom it concerns; then what is
// answered, found by its words.
#include <algorithm>
#include <tuple>

#include "city/guidance/shown.h"
#include "city/opening.h"
#include "city/own_units.h"
#include "platform/http/http.h"

namespace lantoa::city::guidance {
namespace {

constexpr const char* mine_asked = "cua-toi";  // ?cua-toi=1

struct Row {
  std::string address;
  std::string title;
  std::optional<std::string> answer;  // how it begins
  std::string unit;
  std::string plan;  // its number
  Text state;
  std::string mark;
  std::optional<std::string> reason;  // why it was withdrawn
  bool has_others = false;
  std::uint32_t others = 0;  // questions that are joined to it
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, title, answer, unit, plan, state, mark, reason, has_others, others))

struct ListView {
  static constexpr std::string_view tpl = "src/city/guidance/list.tpl";
  bool mine = false;  // narrowed to what concerns the visitor, also withdrawn
  std::string q;
  std::vector<Option> plans;
  bool has_plans = false;
  bool filtered = false;
  bool has_chips = false;
  Chips chips;
  std::optional<std::string> ask;  // address
  bool has_waiting = false;
  std::uint32_t waiting = 0;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (mine, q, plans, has_plans, filtered, has_chips, chips, ask, has_waiting,
                       waiting, has_rows, rows, pager))

Row row_of(const Known& known, const Question& one, Date today) {
  Row row;
  row.address = address_of(one.no);
  row.title = opening_of(one.text, question_characters_shown);
  if (one.is_answered()) row.answer = opening_of(one.answers.back().text, answer_characters_shown);
  row.unit = known.organisation.unit(one.unit).name;
  row.plan = known.plans.plan(one.plan).number;
  std::tie(row.state, row.mark) = standing_of(one, today);
  if (one.withdrawn) row.reason = one.withdrawn->reason;
  row.others = static_cast<std::uint32_t>(one.joined.size());
  row.has_others = row.others > 0;
  return row;
}

std::string address_of_list(const std::string& q, PlanNo plan, bool mine) {
  std::string out = "/huong-dan?q=" + http::percent_encode(q);
  if (plan) out += "&ke-hoach=" + std::to_string(plan.value);
  if (mine) out += std::string("&") + mine_asked + "=1";
  return out;
}

// The plan that is asked for, where it is an issued one.
PlanNo plan_of(const Needs& needs, const Visit& visit) {
  const PlanNo plan{visit.query_number(fields::plan)};
  const bool is_issued =
      needs.plans.has(plan) && needs.plans.plan(plan).stage == plan::Stage::Issued;
  return is_issued ? plan : PlanNo{};
}

Chips chips_of(const ListView& view, PlanNo plan, std::size_t all, std::size_t mine) {
  Chips out;
  out.heading = {"Câu hỏi của ai", "Whose questions"};
  out.list.push_back({address_of_list(view.q, plan, false),
                      {"Chờ trả lời và đã trả lời", "Waiting and answered"},
                      static_cast<std::uint32_t>(all),
                      !view.mine});
  out.list.push_back({address_of_list(view.q, plan, true),
                      {"Của đơn vị tôi, kể cả câu đã rút", "Of my units, also withdrawn"},
                      static_cast<std::uint32_t>(mine),
                      view.mine});
  return out;
}

// What is shown, first row first.
std::vector<QuestionNo> fill_choice(ListView& view, const Known& known, const Visit& visit,
                                    PlanNo plan) {
  const Words wanted = words_in(view.q);
  std::vector<QuestionNo> all = open_to(known, visit.actor, wanted, plan);
  view.waiting = static_cast<std::uint32_t>(all.size());
  const auto found = known.guidance.search(wanted, plan);
  all.insert(all.end(), found.begin(), found.end());
  view.has_chips =
      visit.actor.may_somewhere(Right::ReportTask) || visit.actor.may_somewhere(Right::Urge);
  if (view.has_chips) {
    auto mine = concerning(known, visit.actor, wanted, plan);
    view.mine = visit.query(mine_asked) == "1";
    view.chips = chips_of(view, plan, all.size(), mine.size());
    if (view.mine) return mine;
  }
  view.has_waiting = view.waiting > 0;
  return all;
}

ListView look_at(const State& state, const Needs& needs, const Visit& visit) {
  const Known known = known_of(state, needs);
  const Date today = needs.calendar.today();
  const PlanNo plan = plan_of(needs, visit);
  ListView view;
  view.q = visit.query("q");
  view.plans = plan_options(known, visit.actor, plan);
  view.has_plans = !view.plans.empty();
  view.filtered = !view.q.empty() || plan;
  if (!needs.plans.issued().empty() && !own_units(visit.actor, Right::ReportTask).empty()) {
    view.ask = plan ? asking_address(plan) : "/huong-dan/moi";
  }
  const std::vector<QuestionNo> all = fill_choice(view, known, visit, plan);
  const auto rows = static_cast<std::uint32_t>(all.size());
  view.pager = make_pager(rows, visit.page(), address_of_list(view.q, plan, view.mine));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    view.rows.push_back(row_of(known, state.question(all[i]), today));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace

void install_list(App& app, const State& state, Needs needs) {
  app.routes.get("/huong-dan", Right::Work,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const ListView view =
                       app.engine.read([&] { return look_at(state, needs, visit); });
                   return app.show(visit, {"Hướng dẫn", "Guidance"}, view);
                 });
}

}  // namespace lantoa::city::guidance
