// The list that the law makes public: who speaks about law, where he works, in which branches. No
// more is shown of anybody, and nobody who was dismissed.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/speaker/branches.h"
#include "city/speaker/filter.h"
#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

struct Row {
  std::string name, workplace;
  Text standing;
  std::string branches;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(Row, (), (name, workplace, standing, branches, unit))

struct ListView {
  static constexpr std::string_view tpl = "src/city/speaker/public_list.tpl";
  Filter filter;
  std::uint32_t found = 0;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
  std::string day;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (filter, found, has_rows, rows, pager, day))

struct Gathered {
  Asked asked;
  ListView view;
  std::vector<Ref> some;
};

Result<Gathered> gather(const Desk& desk, const Visit& visit) {
  const organisation::State& tree = desk.needs.organisation;
  const Date today = desk.needs.calendar.today();
  Gathered out;
  TRY_ASSIGN(out.asked, asked_of(tree, visit, tree.root()));
  out.view.day = vietnamese(today);
  std::vector<std::uint32_t> count(tree.size());
  const std::vector<bool> below = tree.below(out.asked.top);
  for (std::uint32_t i = 1; i <= desk.state.speakers(); ++i) {
    const Speaker& one = desk.state.speaker(SpeakerNo{i});
    if (!one.serves_on(today)) continue;
    ++count[one.unit.index()];
    if (fits(out.asked, below, one)) out.some.push_back(ref_of(one));
  }
  out.view.filter =
      filter_of(tree, std::string(public_path), out.asked, tree.root(), std::move(count),
                std::vector<bool>(tree.size(), true), visit.language);
  return out;
}

Row row_of(const Desk& desk, const Listed& listed, Language language) {
  const Speaker& one = desk.state.speaker(listed.no);
  const organisation::Unit& unit = desk.needs.organisation.unit(one.unit);
  return {listed.words->name, listed.words->workplace, title_at(one.standing, unit.kind),
          in_words(one.branches, language), unit.name};
}

Result<http::Response> show(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(Gathered gathered, desk.app.engine.read([&] { return gather(desk, visit); }));
  const auto listed = desk.names->find(gathered.some, gathered.asked.words, visit.language);
  ListView& view = gathered.view;
  view.found = static_cast<std::uint32_t>(listed.size());
  view.pager =
      make_pager(view.found, visit.page(), list_address(std::string(public_path), gathered.asked));
  desk.app.engine.read([&] {
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(view.found, first + rows_per_page); ++i) {
      view.rows.push_back(row_of(desk, listed[i], visit.language));
    }
  });
  view.has_rows = !view.rows.empty();
  const Text heading{"Báo cáo viên, tuyên truyền viên pháp luật", "Who speaks about law"};
  return desk.app.show(visit, heading, view,
                       below_home(visit.language, {{heading.in(visit.language), {}}}));
}

}  // namespace

void install_public_list(const Desk& desk) {
  desk.app.routes.get(std::string(public_path), Right::Public,
                      [desk](const Visit& visit) { return show(desk, visit); });
}

}  // namespace lantoa::city::speaker
