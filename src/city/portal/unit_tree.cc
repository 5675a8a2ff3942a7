// The whole tree of units as one nested list, and what of it has a piece of a name. The list gives
// level and place in it by itself; branches fold without script.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/faults.h"
#include "city/portal/parts.h"
#include "viet/unicode.h"

namespace lantoa::city::portal {
namespace {

constexpr const char* tree_path = "/co-quan/cay";
constexpr const char* tree_field = "ten";
// About 9 bytes a unit over the wire: with as many the page keeps within 60 KB.
constexpr std::size_t tree_units_max = 5'000;
// What was searched is drawn for one visitor and not packed.
constexpr std::size_t tree_hits_max = 200;

// As it is copied while the state stands still; by the unit's index.
struct TreeUnit {
  UnitNo no, parent;
  std::string name;
  std::vector<UnitNo> children;
  std::optional<std::string> closed_day;
};
using Tree = std::vector<TreeUnit>;

struct TreeLeaf {
  std::string address, name;
};
BOOST_DESCRIBE_STRUCT(TreeLeaf, (), (address, name))

struct TreeGone {
  std::string address, name;
  Text since;
};
BOOST_DESCRIBE_STRUCT(TreeGone, (), (address, name, since))

struct TreeEnd {};
BOOST_DESCRIBE_STRUCT(TreeEnd, (), ())

// A unit with a list below it: first the units that have none, then branches of their own, which
// are the rows that follow. Not one view in another, because the depth is not fixed.
struct TreeBranch {
  std::string address, name;
  std::optional<Text> stopped;
  Text holds;  // what its list holds
  bool unfolded = false;
  std::vector<TreeLeaf> leaves;
  std::vector<TreeGone> gone;
  std::vector<TreeEnd> ends;  // lists that end here
};
BOOST_DESCRIBE_STRUCT(TreeBranch, (), (address, name, stopped, holds, unfolded, leaves, gone, ends))

struct TreeView {
  static constexpr std::string_view tpl = "src/city/portal/unit_tree.tpl";
  std::string q;
  bool asked = false;
  bool has_units = false;
  std::uint32_t units = 0;  // all, closed ones among them
  std::uint32_t found = 0;  // with what was asked for
  bool has_rows = false;
  bool cut = false;  // more was found than is shown
  std::uint32_t hits_max = tree_hits_max;
  bool shallow = false;  // the lowest levels are not shown
  std::vector<TreeBranch> branches;
};
BOOST_DESCRIBE_STRUCT(TreeView, (),
                      (q, asked, has_units, units, found, has_rows, cut, hits_max, shallow,
                       branches))

Tree copy_tree(const organisation::State& state) {
  Tree out;
  out.reserve(state.size());
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const organisation::Unit& unit = state.unit(UnitNo{i});
    out.push_back({unit.no, unit.parent, unit.name, unit.children, state.closed_day(unit.no)});
  }
  return out;
}

// Level by level, as many whole levels as there is room for.
std::vector<bool> upper_levels(const Tree& tree, bool& shallow) {
  std::vector<bool> shown(tree.size());
  std::vector<UnitNo> level{tree.front().no};
  std::size_t count = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    if (depth > 0 && count + level.size() > tree_units_max) {
      shallow = true;
      break;
    }
    count += level.size();
    std::vector<UnitNo> next;
    for (const UnitNo no : level) {
      shown[no.index()] = true;
      const auto& children = tree[no.index()].children;
      next.insert(next.end(), children.begin(), children.end());
    }
    level = std::move(next);
  }
  return shown;
}

// Those that have it in their names, the first of them, and whatever stands above these.
std::vector<bool> with_name(const Tree& tree, const std::string& wanted, TreeView& view) {
  std::vector<bool> shown(tree.size());
  for (const TreeUnit& unit : tree) {
    if (viet::fold(unit.name).find(wanted) == std::string::npos) continue;
    if (++view.found > tree_hits_max) {
      view.cut = true;
      continue;
    }
    for (UnitNo no = unit.no; no && !shown[no.index()]; no = tree[no.index()].parent) {
      shown[no.index()] = true;
    }
  }
  return shown;
}

Text gone_since(const std::string& day) {
  return {"Dừng hoạt động từ " + day, "Closed since " + day};
}

Text units_below(std::uint32_t count) {
  return {html::grouped(count, Language::Vietnamese) + " đơn vị trực thuộc",
          html::grouped(count, Language::English) + (count == 1 ? " unit below" : " units below")};
}

class TreeDrawing {
 public:
  TreeDrawing(const Tree& tree, const std::vector<bool>& shown, bool found_only)
      : tree_(tree), shown_(shown), found_only_(found_only) {}

  // The unit and everything shown below it.
  void add(UnitNo no) {
    const TreeUnit& unit = tree_[no.index()];
    TreeBranch branch{unit_path(no), unit.name, {}, {}, found_only_ || !unit.parent, {}, {}, {}};
    if (unit.closed_day) branch.stopped = gone_since(*unit.closed_day);
    std::vector<UnitNo> branches, gone_branches;
    std::uint32_t below = 0;
    for (const UnitNo child : unit.children) {
      if (!shown_[child.index()]) continue;
      ++below;
      const TreeUnit& one = tree_[child.index()];
      if (has_list(one)) {
        (one.closed_day ? gone_branches : branches).push_back(child);
      } else if (one.closed_day) {
        branch.gone.push_back({unit_path(child), one.name, gone_since(*one.closed_day)});
      } else {
        branch.leaves.push_back({unit_path(child), one.name});
      }
    }
    branch.holds = found_only_ ? Text{"Bên trong", "Within"} : units_below(below);
    rows.push_back(std::move(branch));
    for (const UnitNo child : branches) add(child);
    for (const UnitNo child : gone_branches) add(child);
    rows.back().ends.emplace_back();
  }

  std::vector<TreeBranch> rows;

 private:
  bool has_list(const TreeUnit& unit) const {
    return std::any_of(unit.children.begin(), unit.children.end(),
                       [this](UnitNo child) { return shown_[child.index()]; });
  }

  const Tree& tree_;
  const std::vector<bool>& shown_;
  bool found_only_;
};

TreeView tree_view(const Tree& tree, std::string query) {
  TreeView view;
  const std::string wanted = viet::fold(query);
  view.asked = !wanted.empty();  // marks and unseen characters alone ask for nothing
  if (view.asked) view.q = std::move(query);
  view.units = static_cast<std::uint32_t>(tree.size());
  view.has_units = !tree.empty();
  if (tree.empty()) return view;
  const std::vector<bool> shown =
      view.asked ? with_name(tree, wanted, view) : upper_levels(tree, view.shallow);
  view.has_rows = shown.front();
  if (!view.has_rows) return view;
  TreeDrawing drawing(tree, shown, view.asked);
  drawing.add(tree.front().no);
  view.branches = std::move(drawing.rows);
  return view;
}

// What was found is the first that one hears of the page.
Text tree_title(const TreeView& view, Language language) {
  const Text plain{"Cây đơn vị", "Tree of units"};
  if (!view.asked) return plain;
  const std::string count = html::grouped(view.found, language);
  return {count + " đơn vị có “" + view.q + "” – " + plain.vi,
          count + " found for “" + view.q + "” – " + plain.en};
}

Result<http::Response> show_tree(App& app, Live& live, const Needs& needs, const Visit& visit) {
  PageStamp stamp;
  const Tree tree = app.engine.read([&] {
    stamp = live.pages.stamp();
    return copy_tree(needs.organisation);
  });
  const TreeView view = tree_view(tree, one_line(visit.query(tree_field)));
  PageHead head;
  head.description =
      Text{"Mọi cơ quan, đơn vị của Hà Nội xếp theo cấp trên, cấp dưới, tìm được theo tên.",
           "Every public body of Hà Nội below the one it belongs to, found by its name."}
          .in(visit.language);
  auto crumbs = below_home(
      visit.language, {{Text{"Cơ quan, đơn vị", "Public bodies"}.in(visit.language), "/co-quan"}});
  http::Response drawn =
      app.show(visit, tree_title(view, visit.language), view, std::move(crumbs), std::move(head));
  if (view.asked) drawn.with("X-Robots-Tag", "noindex");
  return deliver(live, visit, std::move(drawn), stamp);
}

}  // namespace

void install_unit_tree(App& app, Live& live, Needs needs) {
  app.routes.get(tree_path, Right::Public, [&app, &live, needs](const Visit& visit) {
    return show_tree(app, live, needs, visit);
  });
}

}  // namespace lantoa::city::portal
