// A person about himself: what he has to read, the three key points, his confirmation, his own
// record.
#include <boost/describe.hpp>

#include "city/reach/reach.h"
#include "city/reach/source.h"

namespace lantoa::city::reach {
namespace {

struct MineRow {
  std::string address;
  std::string title;
  std::string plan;
  bool done = false;
  bool by_proxy = false;  // somebody else recorded that he attended
  std::string when;
  Source source;
};
BOOST_DESCRIBE_STRUCT(MineRow, (), (address, title, plan, done, by_proxy, when, source))

struct MineView {
  static constexpr std::string_view tpl = "src/city/reach/mine.tpl";
  std::uint32_t open = 0;
  bool has_rows = false;
  std::vector<MineRow> rows;
};
BOOST_DESCRIBE_STRUCT(MineView, (), (open, has_rows, rows))

struct Point {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Point, (), (text))

struct Form {
  FormKeys keys;
  std::string action;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(Form, (), (keys, action, version))

struct ConfirmView {
  static constexpr std::string_view tpl = "src/city/reach/confirm.tpl";
  std::string title;
  std::string article;  // public address
  std::string plan;
  std::vector<Point> points;
  std::optional<Form> form;
  std::optional<std::string> confirmed;  // when, and the number of the record
  bool by_proxy = false;                 // somebody else recorded that he attended
  Source source;
};
BOOST_DESCRIBE_STRUCT(ConfirmView, (),
                      (title, article, plan, points, form, confirmed, by_proxy, source))

std::string plan_name(const plan::State& plans, PlanNo no) {
  return plans.has(no) ? plans.plan(no).number : std::string();
}

MineView list(const State& state, const Needs& needs, const Visit& visit) {
  MineView view;
  for (std::uint32_t i = state.items(); i > 0; --i) {
    const Item& item = state.item(ItemNo{i});
    if (!item.must_know(visit.actor.person)) continue;
    MineRow row{"/cua-toi/" + std::to_string(i),
                title_of(item, needs.content),
                plan_name(needs.plans, item.plan()),
                item.is_reached(visit.actor.person),
                false,
                {},
                {}};
    if (const ReceiptFact* own = item.newest_receipt(visit.actor.person)) {
      row.by_proxy = static_cast<bool>(own->by);
      row.when = vietnamese(own->at);
      row.source = source_of(needs, visit.actor, own->activity);
    }
    if (!row.done) ++view.open;
    view.rows.push_back(std::move(row));
  }
  std::stable_sort(view.rows.begin(), view.rows.end(),
                   [](const MineRow& a, const MineRow& b) { return a.done < b.done; });
  view.has_rows = !view.rows.empty();
  return view;
}

ConfirmView look(const Item& item, const Needs& needs, const Visit& visit) {
  ConfirmView view;
  view.title = title_of(item, needs.content);
  view.plan = plan_name(needs.plans, item.plan());
  const content::Article& article = needs.content.article(item.article());
  view.article = content::public_address(article);
  for (const std::string& point : article.versions[item.version() - 1].key_points) {
    view.points.push_back({point});
  }
  if (const ReceiptFact* own = item.newest_receipt(visit.actor.person)) {
    const Text said{vietnamese(own->at) + ", số " + std::to_string(own->seq) + " trong sổ cái",
                    vietnamese(own->at) + ", no. " + std::to_string(own->seq) + " in the ledger"};
    view.confirmed = said.in(visit.language);
    view.by_proxy = static_cast<bool>(own->by);
    view.source = source_of(needs, visit.actor, own->activity);
  } else if (item.must_know(visit.actor.person)) {
    view.form = {form_keys(visit), "/cua-toi/" + std::to_string(item.no().value) + "/xac-nhan",
                 std::to_string(item.version())};
  }
  return view;
}

}  // namespace

void install_staff(App& app, const State& state, Needs needs) {
  const Text heading{"Tôi cần đọc", "For me to read"};
  app.routes.get("/cua-toi", Right::StaffSelf,
                 [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list(state, needs, visit); });
                   return app.show(visit, heading, view);
                 });
  const Page one = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ItemNo no, visit.number<ItemNo>("item"));
    auto view = app.engine.read([&]() -> Result<ConfirmView> {
      TRY_ASSIGN(const Item* item, state.find(no));
      return look(*item, needs, visit);
    });
    if (!view) return tl::unexpected(std::move(view).error());
    return app.show(visit, {view->title, view->title}, *view,
                    {{heading.in(visit.language), "/cua-toi"}, App::named(view->title)});
  };
  app.routes.get("/cua-toi/{item}", Right::StaffSelf, one);
  app.routes.post(
      "/cua-toi/{item}/xac-nhan", Right::StaffSelf,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ItemNo item, visit.number<ItemNo>("item"));
        if (visit.typed("understood") != "1") {
          return problem(Code::Invalid,
                         {"Hãy đánh dấu “Tôi đã đọc và hiểu” trước khi xác nhận.",
                          "Tick “I have read and understood” before confirming."},
                         "understood");
        }
        return confirm_order(state, needs, visit.actor.person,
                             Confirm{item, visit.typed_number("version")});
      },
      one);
}

}  // namespace lantoa::city::reach
