// Frozen figures for programs: what was frozen, and what the ledger says of it today.
#include "city/described_api.h"
#include "city/report/report.h"

namespace lantoa::city::report {
namespace {

struct FigureBody {
  static constexpr std::string_view schema = "Figure";
  FigureNo id;
  ItemNo item;
  std::string title;                     // of the article
  UnitNo unit;                           // with all below it
  std::vector<reach::Channel> channels;  // that count; none: all
  bool key_officials = false;            // only these of the audience
  Date day;                              // it holds for its end
  std::uint64_t position = 0;            // seq of the last fact counted
  std::uint32_t audience = 0;
  std::uint32_t reached = 0;
  std::uint32_t by_proxy = 0;  // of those, whom only a clerk's entries say so
  std::uint64_t fact = 0;      // seq of the fact that froze it
  Date frozen;
};
BOOST_DESCRIBE_STRUCT(FigureBody, (),
                      (id, item, title, unit, channels, key_officials, day, position, audience,
                       reached, by_proxy, fact, frozen))

struct FigureList {
  static constexpr std::string_view schema = "FigureList";
  Paging paging;
  std::vector<FigureBody> figures;  // oldest first
};
BOOST_DESCRIBE_STRUCT(FigureList, (), (paging, figures))

struct FigureToday {
  static constexpr std::string_view schema = "FigureToday";
  FigureBody figure;
  bool same = false;                // counted again from the same facts it is what was frozen
  std::uint32_t reached_today = 0;  // of that day, by the corrections made since
};
BOOST_DESCRIBE_STRUCT(FigureToday, (), (figure, same, reached_today))

FigureBody body_of(const Figure& figure, const Needs& needs) {
  const FigureFrozen& one = figure.frozen;
  return {one.figure,        one.item,   title(one, needs),      one.unit,     one.channels,
          one.key_officials, one.day,    one.position,           one.audience, one.reached,
          one.by_proxy,      figure.seq, vietnam_date(figure.at)};
}

FigureList list_of(const State& state, const Needs& needs, const Visit& visit) {
  FigureList out;
  out.paging = page_of(visit, state.figures(), [&](std::uint32_t row) {
    out.figures.push_back(body_of(state.figure(FigureNo{row + 1}), needs));
  });
  return out;
}

Result<FigureToday> today_of(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
  TRY_ASSIGN(const Figure* figure, state.find(no));
  return FigureToday{body_of(*figure, needs),
                     counted_again(*figure, needs, false) == figure->count(),
                     counted_again(*figure, needs, true).reached};
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  api_get<FigureList>(app,
                      {"figure.list",
                       "/figures",
                       Right::SeePlans,
                       Scope::Read,
                       {"Số liệu đã chốt, cũ trước", "Frozen figures, oldest first"},
                       {api::page_parameter()}},
                      [&app, &state, needs](const Visit& visit) -> Result<FigureList> {
                        return app.engine.read([&] { return list_of(state, needs, visit); });
                      });
  api_get<FigureToday>(app,
                       {"figure.show",
                        "/figures/{figure}",
                        Right::SeePlans,
                        Scope::Read,
                        {"Một số liệu đã chốt và kết quả đếm lại hôm nay",
                         "A frozen figure, and what it comes to when counted again today"}},
                       [&app, &state, needs](const Visit& visit) {
                         return app.engine.read([&] { return today_of(state, needs, visit); });
                       });
}

}  // namespace lantoa::city::report
