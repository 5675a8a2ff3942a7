// Figures that were frozen: all of them, one with what the ledger says today of that position, and
// the page that shows a figure before it is frozen.
#include <boost/describe.hpp>
#include <charconv>

#include "city/report/report.h"

namespace lantoa::city::report {
namespace {

struct FigureRow {
  std::string address;
  std::string title;
  std::string what;
  std::string day;
  std::string reached;
  std::string share;
  std::string position;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (address, title, what, day, reached, share, position))

struct ListView {
  static constexpr std::string_view tpl = "src/city/report/list.tpl";
  bool has_rows = false;
  std::vector<FigureRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (has_rows, rows, pager))

struct FigureView {
  static constexpr std::string_view tpl = "src/city/report/figure.tpl";
  FigureRow figure;
  std::string number;
  std::string all;
  std::string by_proxy;
  std::string frozen_at;
  bool day_over = false;  // it was, when the figure was frozen
  std::string frozen_seq;
  std::string records;
  bool same = false;                     // counted again it is what was frozen
  std::optional<std::string> corrected;  // reached, by what is known today
  std::optional<std::string> csv;        // to auditors
};
BOOST_DESCRIBE_STRUCT(FigureView, (),
                      (figure, number, all, by_proxy, frozen_at, day_over, frozen_seq, records,
                       same, corrected, csv))

struct NewView {
  static constexpr std::string_view tpl = "src/city/report/new.tpl";
  FormKeys keys;
  FigureRow figure;
  std::string all;
  std::string item, unit, channel, audience, day;  // as the form sends them
  std::string back;
};
BOOST_DESCRIBE_STRUCT(NewView, (), (keys, figure, all, item, unit, channel, audience, day, back))

FigureRow row_of(const FigureFrozen& figure, const Needs& needs, Language language) {
  const reach::Count count{figure.audience, figure.reached, figure.by_proxy};
  return {address(figure.figure),
          title(figure, needs),
          what(figure, needs, language),
          vietnamese(figure.day),
          html::grouped(figure.reached, language),
          reach::percent(count, language),
          html::grouped(figure.position, language)};
}

ListView list(const State& state, const Needs& needs, const Visit& visit) {
  ListView view;
  view.pager = make_pager(state.figures(), visit.page(), "/so-lieu");
  const std::uint32_t skipped = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = 0; i < rows_per_page && skipped + i < state.figures(); ++i) {
    const FigureNo newest{state.figures() - skipped - i};
    view.rows.push_back(row_of(state.figure(newest).frozen, needs, visit.language));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

FigureView look(const Figure& figure, const Needs& needs, const Visit& visit) {
  const FigureFrozen& frozen = figure.frozen;
  const reach::Count today = counted_again(figure, needs, true);
  FigureView view;
  view.figure = row_of(frozen, needs, visit.language);
  view.number = std::to_string(frozen.figure.value);
  view.all = html::grouped(frozen.audience, visit.language);
  view.by_proxy = html::grouped(frozen.by_proxy, visit.language);
  view.frozen_at = vietnamese(figure.at);
  view.day_over = vietnam_date(figure.at) != frozen.day;
  view.frozen_seq = html::grouped(figure.seq, visit.language);
  view.records = view.figure.address + "/ghi-nhan";
  view.same = counted_again(figure, needs, false) == figure.count();
  if (today.reached != frozen.reached) {
    view.corrected = html::grouped(today.reached, visit.language);
  }
  if (needs.organisation.allows(visit.actor, Right::Audit, frozen.unit)) {
    view.csv = view.figure.address + "/xuat";
  }
  return view;
}

using Ask = std::function<std::string(std::string_view field)>;

std::uint32_t number_in(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

Result<FreezeFigure> asked(const Ask& field, Date today) {
  FreezeFigure command{ItemNo{number_in(field("muc"))},
                       UnitNo{number_in(field("don-vi"))},
                       {},
                       field("doi-tuong") == reach::key_officials_word,
                       today};
  if (!field("doi-tuong").empty() && !command.key_officials) {
    return problem(Code::Invalid,
                   {"Không có đối tượng này; hãy mở lại trang độ phủ và chọn đối tượng.",
                    "There is no such audience; open the coverage page again and choose one."},
                   "doi-tuong");
  }
  if (const std::string word = field("kenh"); !word.empty()) {
    const auto channel = reach::channel_of(word);
    if (!channel) {
      return problem(Code::Invalid,
                     {"Không có kênh này; hãy mở lại trang độ phủ và chọn kênh.",
                      "There is no such channel; open the coverage page again and choose one."},
                     "kenh");
    }
    command.channels.push_back(*channel);
  }
  if (const std::string day = field("ngay"); !day.empty()) {
    TRY_ASSIGN(command.day, parse_date(day));
  }
  return command;
}

// The coverage page with the same filters.
std::string coverage_address(const FreezeFigure& command, Date today) {
  std::string out =
      "/do-phu/" + std::to_string(command.item.value) + "/" + std::to_string(command.unit.value);
  char sign = '?';
  const auto add = [&](const std::string& pair) {
    out += sign + pair;
    sign = '&';
  };
  for (const reach::Channel channel : command.channels) {
    add("kenh=" + std::string(reach::word(channel)));
  }
  if (command.key_officials) add("doi-tuong=" + std::string(reach::key_officials_word));
  if (command.day != today) add("ngay=" + iso(command.day));
  return out;
}

Result<NewView> look_before(const State& state, const Needs& needs, const Visit& visit,
                            std::uint64_t head) {
  const Date today = needs.calendar.today();
  TRY_ASSIGN(const FreezeFigure command,
             asked([&](std::string_view name) { return visit.query(name); }, today));
  TRY_ASSIGN(const FigureFrozen figure, count(known(state, needs), command, head));
  TRY(needs.organisation.require(visit.actor, Right::FreezeFigure, command.unit));
  NewView view;
  view.keys = form_keys(visit);
  view.figure = row_of(figure, needs, visit.language);
  view.all = html::grouped(figure.audience, visit.language);
  view.item = std::to_string(command.item.value);
  view.unit = std::to_string(command.unit.value);
  view.channel = visit.query("kenh");
  view.audience = visit.query("doi-tuong");
  view.day = iso(command.day);
  view.back = coverage_address(command, today);
  return view;
}

std::vector<App::Crumb> crumbs(const Visit& visit, std::string here) {
  return {{Text{"Số liệu đã chốt", "Frozen figures"}.in(visit.language), "/so-lieu"},
          {std::move(here), {}}};
}

}  // namespace

void install_figures(App& app, const State& state, Needs needs) {
  const Text heading{"Số liệu đã chốt", "Frozen figures"};
  app.routes.get("/so-lieu", Right::SeePlans,
                 [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list(state, needs, visit); });
                   return app.show(visit, heading, view);
                 });
  app.routes.get("/so-lieu/moi", Right::FreezeFigure,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const std::uint64_t head = app.engine.head().seq;
                   auto view =
                       app.engine.read([&] { return look_before(state, needs, visit, head); });
                   if (!view) return tl::unexpected(std::move(view).error());
                   const Text title{"Chốt số liệu", "Freeze a figure"};
                   return app.show(visit, title, *view, crumbs(visit, title.in(visit.language)));
                 });
  app.routes.post(
      "/so-lieu", Right::FreezeFigure, [&app, &state, needs](const Visit& visit) -> Result<Order> {
        const Date today = app.engine.read([&] { return needs.calendar.today(); });
        const Ask field = [&](std::string_view name) { return std::string(visit.typed(name)); };
        TRY_ASSIGN(FreezeFigure command, asked(field, today));
        Order order;
        order.decide = [&state, needs, command = std::move(command)](const Envelope& envelope) {
          return decide(known(state, needs), command, envelope);
        };
        return order;
      });
  app.routes.get("/so-lieu/{figure}", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
                   auto view = app.engine.read([&]() -> Result<FigureView> {
                     TRY_ASSIGN(const Figure* figure, state.find(no));
                     return look(*figure, needs, visit);
                   });
                   if (!view) return tl::unexpected(std::move(view).error());
                   const std::string number = std::to_string(no.value);
                   return app.show(
                       visit, {"Số liệu số " + number, "Figure no. " + number}, *view,
                       crumbs(visit, Text{"Số " + number, "No. " + number}.in(visit.language)));
                 });
}

}  // namespace lantoa::city::report
