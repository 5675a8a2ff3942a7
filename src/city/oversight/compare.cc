// The units of a plan side by side, a group of comparable ones at a time, most behind first; as a
// table or a file.
#include <algorithm>
#include <boost/describe.hpp>
#include <map>

#include "city/oversight/oversight.h"
#include "city/oversight/standing.h"
#include "city/own_units.h"
#include "kernel/number_set.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::oversight {
namespace {

constexpr std::string_view too_few = "qua-it";  // ?nhom= of all groups that are too small

struct TaskLine {
  std::string ordinal;  // in the plan, as groups name it
  std::string what;
  std::string task_address;
  std::string due;
};
BOOST_DESCRIBE_STRUCT(TaskLine, (), (ordinal, what, task_address, due))

struct CompareRow {
  std::string unit;
  std::optional<std::string> place;  // "3/126"
  Text peers;                        // of a unit without a place: its group
  std::uint32_t done = 0;
  std::uint32_t all = 0;
  std::uint32_t done_late = 0;
  bool is_late = false;
  std::uint32_t late = 0;
  std::uint32_t late_days = 0;
  std::string why;  // address of the assignments behind the figures
};
BOOST_DESCRIBE_STRUCT(CompareRow, (),
                      (unit, place, peers, done, all, done_late, is_late, late, late_days, why))

struct CompareView {
  static constexpr std::string_view tpl = "src/city/oversight/compare.tpl";
  std::string plan_title;
  std::string plan_number;
  std::string back;
  std::string day;
  bool has_groups = false;
  Chips groups;
  bool has_within = false;
  Chips within;
  Text group;
  std::uint32_t least = comparable_min;
  bool small = false;        // the groups that are too small are shown
  bool level = false;        // nobody is before another
  std::uint32_t units = 0;   // of the group, wherever they are
  std::uint32_t behind = 0;  // those of them that have something late
  std::vector<TaskLine> tasks;
  bool has_rows = false;
  std::vector<CompareRow> rows;
  Pager pager;
  std::string csv;
};
BOOST_DESCRIBE_STRUCT(CompareView, (),
                      (plan_title, plan_number, back, day, has_groups, groups, has_within, within,
                       group, least, small, level, units, behind, tasks, has_rows, rows, pager,
                       csv))

struct Line {
  const PeerGroup* group = nullptr;
  const Standing* standing = nullptr;
};

// The table of every group, copied out to be drawn without the lock.
struct CompareFile {
  struct Row {
    std::uint32_t group = 0;  // whose number this is
    std::string unit_code, unit;
    Standing standing;
  };
  struct Group {
    std::string kind, tasks;
    std::size_t units = 0;  // wherever they are
  };
  std::string name;
  std::map<std::uint32_t, Group> groups;
  std::vector<Row> rows;
};

http::Response drawn(const CompareFile& file) {
  sheet::CsvWriter csv;
  for (const char* head : {"Nhóm", "Loại đơn vị", "Việc được giao", "Mã đơn vị", "Đơn vị",
                           "Thứ tự (chậm nhất trước)", "Số đơn vị trong nhóm", "Số việc", "Đã xong",
                           "Xong muộn", "Đang quá hạn", "Quá hạn lâu nhất (ngày)"}) {
    csv.text(head);
  }
  csv.end_row();
  for (const CompareFile::Row& row : file.rows) {
    const CompareFile::Group& group = file.groups.at(row.group);
    const Standing& its = row.standing;
    csv.number(std::to_string(row.group)).text(group.kind).text(group.tasks);
    csv.text(row.unit_code).text(row.unit);
    csv.number(its.place == 0 ? "" : std::to_string(its.place));
    csv.number(std::to_string(group.units));
    for (const std::uint32_t figure : {its.all, its.done, its.done_late, its.late, its.late_days}) {
      csv.number(std::to_string(figure));
    }
    csv.end_row();
  }
  return http::csv(csv.take(), file.name);
}

// What is asked for of one plan; read while the state stands still.
class Comparison {
 public:
  Comparison(const Needs& needs, const Visit& visit, const plan::Plan& plan, UnitNo within)
      : needs_(needs),
        tree_(needs.organisation),
        visit_(visit),
        plan_(plan),
        within_(within),
        groups_(compare(assignments_of(plan, needs.plans), tree_, needs.calendar.today())) {
    shown_ = within ? tree_.below(within) : std::vector<bool>(tree_.size(), true);
    for (const TaskNo task : plan.tasks) {
      ordinals_.emplace(task, static_cast<std::uint32_t>(ordinals_.size() + 1));
    }
  }

  CompareView view() const {
    CompareView view;
    view.plan_title = plan_.title;
    view.plan_number = number_shown(plan_, visit_.language);
    view.back = plan_address();
    view.day = vietnamese(needs_.calendar.today());
    view.has_groups = !groups_.empty();
    view.csv = address({}, code()) + (within_ ? "&" : "?") + "dang=csv";
    const PeerGroup* chosen = choose();
    add_groups(view, chosen);
    add_within(view);
    add_group(view, chosen);
    add_rows(view, chosen);
    return view;
  }

  // Every group, one line a unit.
  CompareFile file() const {
    CompareFile out;
    out.name =
        "so-sanh-" + std::to_string(plan_.no.value) + "-" + iso(needs_.calendar.today()) + ".csv";
    for (const PeerGroup& group : groups_) {
      out.groups.emplace(group.no, CompareFile::Group{organisation::title(group.kind).vi,
                                                      tasks_of(group).vi, group.units.size()});
      for (const Line& line : lines_of(group)) {
        const organisation::Unit& unit = tree_.unit(line.standing->unit);
        out.rows.push_back({group.no, unit.code, unit.name, *line.standing});
      }
    }
    return out;
  }

 private:
  std::string plan_address() const { return "/ke-hoach/" + std::to_string(plan_.no.value); }
  std::string code() const { return within_ ? tree_.unit(within_).code : std::string(); }

  std::string address(const std::string& group, const std::string& code) const {
    std::string out = comparison_address(plan_.no);
    char join = '?';
    for (const auto& [name, value] : {std::pair{"nhom", group}, std::pair{"thuoc", code}}) {
      if (value.empty()) continue;
      out += join;
      out.append(name).append("=").append(http::percent_encode(value));
      join = '&';
    }
    return out;
  }

  // "việc 1-3,5", as the plan counts them.
  Text tasks_of(const PeerGroup& group) const {
    std::vector<std::uint32_t> numbers;
    for (const TaskNo task : group.tasks) numbers.push_back(ordinals_.at(task));
    const std::string list = NumberSet::of(std::move(numbers)).text();
    return {"việc " + list, "tasks " + list};
  }

  Text title_of(const PeerGroup& group) const {
    const Text kind = organisation::title(group.kind);
    const Text tasks = tasks_of(group);
    return {kind.vi + ", " + tasks.vi, kind.en + ", " + tasks.en};
  }

  std::vector<Line> lines_of(const PeerGroup& group) const {
    std::vector<Line> out;
    for (const Standing& one : group.units) {
      if (shown_[one.unit.index()]) out.push_back({&group, &one});
    }
    return out;
  }

  // Of all that are too small to be compared.
  std::vector<Line> lines_of_small() const {
    std::vector<Line> out;
    for (const PeerGroup& group : groups_) {
      if (group.is_ranked()) continue;
      const auto lines = lines_of(group);
      out.insert(out.end(), lines.begin(), lines.end());
    }
    return out;
  }

  // The group that is asked for, else the one with most units to show; none: the small ones.
  const PeerGroup* choose() const {
    const std::uint32_t wanted = visit_.query_number("nhom");
    if (wanted != 0 && wanted <= groups_.size()) {
      const PeerGroup& group = groups_[wanted - 1];
      return group.is_ranked() ? &group : nullptr;
    }
    if (visit_.query("nhom") == too_few) return nullptr;
    const PeerGroup* most = nullptr;
    std::size_t shown = 0;
    for (const PeerGroup& group : groups_) {
      if (!group.is_ranked()) continue;
      const std::size_t count = lines_of(group).size();
      if (count <= shown) continue;
      most = &group;
      shown = count;
    }
    if (most != nullptr || !lines_of_small().empty()) return most;
    const auto any = std::find_if(groups_.begin(), groups_.end(),
                                  [](const PeerGroup& group) { return group.is_ranked(); });
    return any == groups_.end() ? nullptr : &*any;
  }

  std::string name_of(const PeerGroup* group) const {
    return group == nullptr ? std::string(too_few) : std::to_string(group->no);
  }

  void add_groups(CompareView& view, const PeerGroup* chosen) const {
    view.groups.heading = {"Nhóm đơn vị so sánh được", "Groups of comparable units"};
    const auto add = [&](const PeerGroup* group, Text label, std::size_t count) {
      if (count == 0 && group != chosen) return;
      view.groups.list.push_back({address(name_of(group), code()), std::move(label),
                                  static_cast<std::uint32_t>(count), group == chosen});
    };
    for (const PeerGroup& group : groups_) {
      if (group.is_ranked()) add(&group, title_of(group), lines_of(group).size());
    }
    add(nullptr, {"quá ít để so sánh", "too few to compare"}, lines_of_small().size());
  }

  // One's own units that are only a part of the plan's scope, and the one that is asked for.
  void add_within(CompareView& view) const {
    std::vector<UnitNo> units;
    for (const UnitNo unit : own_units(visit_.actor, Right::SeePlans)) {
      const bool is_part = tree_.has(unit) && !tree_.is_within(plan_.scope, unit);
      if (is_part && !tree_.unit(unit).children.empty()) units.push_back(unit);
    }
    if (within_ && std::find(units.begin(), units.end(), within_) == units.end()) {
      units.push_back(within_);
    }
    view.has_within = view.has_groups && !units.empty();
    view.within.heading = {"Đơn vị thuộc", "Units of"};
    view.within.list.push_back(
        {address({}, {}), {"Toàn kế hoạch", "The whole plan"}, {}, !within_});
    for (const UnitNo unit : units) {
      const organisation::Unit& one = tree_.unit(unit);
      view.within.list.push_back({address({}, one.code),
                                  {"Thuộc " + one.name, "Within " + one.name},
                                  {},
                                  unit == within_});
    }
  }

  void add_group(CompareView& view, const PeerGroup* chosen) const {
    view.small = chosen == nullptr;
    if (chosen != nullptr) {
      view.group = title_of(*chosen);
      view.level = chosen->is_level();
      view.units = static_cast<std::uint32_t>(chosen->units.size());
      view.behind = static_cast<std::uint32_t>(
          std::count_if(chosen->units.begin(), chosen->units.end(),
                        [](const Standing& one) { return one.late != 0; }));
    }
    // Beside several groups stand all tasks of the plan.
    for (const TaskNo no : chosen == nullptr ? plan_.tasks : chosen->tasks) {
      const plan::Task& task = needs_.plans.task(no);
      if (task.withdrawn) continue;
      view.tasks.push_back({std::to_string(ordinals_.at(no)), task.what,
                            plan_address() + "/nhiem-vu/" + std::to_string(no.value),
                            vietnamese(task.due)});
    }
  }

  void add_rows(CompareView& view, const PeerGroup* chosen) const {
    const auto lines = chosen == nullptr ? lines_of_small() : lines_of(*chosen);
    view.pager = make_pager(static_cast<std::uint32_t>(lines.size()), visit_.page(),
                            address(name_of(chosen), code()));
    const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
    for (std::size_t i = first; i < std::min<std::size_t>(lines.size(), first + rows_per_page);
         ++i) {
      view.rows.push_back(row_of(lines[i]));
    }
    view.has_rows = !view.rows.empty();
  }

  CompareRow row_of(const Line& line) const {
    const Standing& its = *line.standing;
    CompareRow row;
    row.unit = tree_.unit(its.unit).name;
    if (its.place != 0) {
      row.place = std::to_string(its.place) + "/" + std::to_string(line.group->units.size());
    }
    row.peers = title_of(*line.group);
    row.done = its.done;
    row.all = its.all;
    row.done_late = its.done_late;
    row.is_late = its.late != 0;
    row.late = its.late;
    row.late_days = its.late_days;
    row.why = plan_address() + "/nhiem-vu?don-vi=" + std::to_string(its.unit.value);
    return row;
  }

  const Needs& needs_;
  const organisation::State& tree_;
  const Visit& visit_;
  const plan::Plan& plan_;
  UnitNo within_;  // only units in it and below are shown; none: all
  std::vector<PeerGroup> groups_;
  std::vector<bool> shown_;  // by unit's index
  std::map<TaskNo, std::uint32_t> ordinals_;
};

// ?thuoc=; none when it is not asked for.
Result<UnitNo> asked_within(const organisation::State& tree, const Visit& visit) {
  const std::string code = visit.query("thuoc");
  if (code.empty()) return UnitNo{};
  const UnitNo open = tree.by_code(code);
  const UnitNo unit = open ? open : tree.closed_by_code(code);
  if (unit) return unit;
  return problem(Code::NotFound, {"Không có đơn vị nào mang mã này. Hãy chọn lại ở trang so sánh.",
                                  "No unit has this code. Choose again on the comparison page."});
}

}  // namespace

std::string number_shown(const plan::Plan& plan, Language language) {
  return plan.number.empty() ? Text{"Chưa có số", "No number yet"}.in(language) : plan.number;
}

std::string comparison_address(PlanNo plan) { return "/so-sanh/" + std::to_string(plan.value); }

void install_compare(App& app, Needs needs) {
  app.routes.get("/so-sanh/{plan}", Right::SeePlans,
                 [&app, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                   std::optional<CompareFile> file;
                   auto view = app.engine.read([&]() -> Result<CompareView> {
                     TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
                     TRY_ASSIGN(const UnitNo within, asked_within(needs.organisation, visit));
                     const Comparison comparison(needs, visit, *plan, within);
                     if (visit.query("dang") == "csv") {
                       file = comparison.file();
                       return CompareView{};
                     }
                     return comparison.view();
                   });
                   if (!view) return tl::unexpected(std::move(view).error());
                   if (file) return drawn(*file);
                   const Text heading{"So sánh các đơn vị", "Units compared"};
                   return app.show(visit, heading, *view,
                                   {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                                    {view->plan_number, view->back},
                                    {heading.in(visit.language), {}}});
                 });
}

}  // namespace lantoa::city::oversight
