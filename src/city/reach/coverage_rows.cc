#include "city/reach/coverage_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "city/reach/reach.h"
#include "city/reach/treemap.h"

namespace lantoa::city::reach {
namespace {

constexpr double hit_min = 24;        // a cell smaller than this is no link
constexpr double line_height = 18;    // of a label
constexpr double letter_width = 7.6;  // of a label's letters, on the wide side
constexpr double share_width = 60;    // of "100,0 %" with its margins
constexpr double margin = 6;

std::pair<Text, std::string> state_of(const Count& count) {
  if (count.audience == 0) return {{"Không có đối tượng", "Nobody to reach"}, "state-idle"};
  if (count.reached == 0) return {{"Chưa bắt đầu", "Not started"}, "state-idle"};
  if (count.reached == count.audience)
    return {{"Đã tới mọi người", "Everybody reached"}, "state-done"};
  return {{"Đang thực hiện", "Under way"}, "state-risk"};
}

// "28.6": with a point whatever the language, for attributes of a drawing.
std::string tenths(double value) {
  const auto rounded = static_cast<std::int64_t>(std::llround(value * 10));
  return std::to_string(rounded / 10) + '.' + std::to_string(rounded % 10);
}

struct Fill {
  double own = 0, proxy = 0;  // percent of the audience
};

Fill fill_of(const Count& count) {
  if (count.audience == 0) return {};
  const double all = count.audience;
  return {100.0 * (count.reached - count.by_proxy) / all, 100.0 * count.by_proxy / all};
}

// As much of a name as this many letters can hold, cut between letters; none for less than six.
std::optional<std::string> fitting(const std::string& name, double width) {
  const auto room = static_cast<std::size_t>(std::max(0.0, width / letter_width));
  std::size_t letters = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((static_cast<unsigned char>(name[i]) & 0xC0U) == 0x80U) continue;
    if (letters + 1 == room) end = i;
    ++letters;
  }
  if (letters <= room) return name;
  if (room < 6) return std::nullopt;
  return name.substr(0, end) + "…";
}

// The kind of unit is said in the list; in a cell there is room for the name only.
std::string short_name(const std::string& name) {
  static constexpr std::array<std::string_view, 6> kinds{"Quận ",   "Huyện ", "Thị xã ",
                                                         "Phường ", "Xã ",    "Thị trấn "};
  for (const std::string_view kind : kinds) {
    if (name.starts_with(kind) && name.size() > kind.size() + 2) return name.substr(kind.size());
  }
  return name;
}

std::string words_of(const UnitRow& row, Language language) {
  if (row.hidden) {
    return row.name + ": " +
           Text{"nhóm nhỏ, không hiện số", "a small group, not shown"}.in(language);
  }
  const std::string all = html::grouped(row.all, language);
  return row.name + ": " +
         Text{row.share + ", đã tới " + row.reached + " trên " + all +
                  " người, trong đó ghi thay " + row.proxy,
              row.share + ", " + row.reached + " of " + all + " persons reached, of them " +
                  row.proxy + " by a clerk's entry"}
             .in(language);
}

CellView cell_of(const UnitRow& row, const Count& count, const Rectangle& place,
                 Language language) {
  CellView cell;
  cell.unit = row.unit;
  cell.address = row.address;
  cell.says = words_of(row, language);
  cell.x = tenths(place.x);
  cell.y = tenths(place.y);
  cell.width = tenths(place.width);
  cell.height = tenths(place.height);
  cell.hidden = row.hidden;
  cell.link = place.width >= hit_min && place.height >= hit_min;
  const Fill fill = row.hidden ? Fill{} : fill_of(count);
  cell.own_y = tenths(100 - fill.own);
  cell.own_height = tenths(fill.own);
  cell.proxy_y = tenths(100 - fill.own - fill.proxy);
  cell.proxy_height = tenths(fill.proxy);
  if (place.height < line_height + margin) return cell;
  cell.label = fitting(short_name(row.name), place.width - 2 * margin);
  const bool second = place.height >= 2 * line_height + margin && !row.hidden;
  if (cell.label && second && place.width >= share_width) cell.share = row.share;
  cell.share_y = tenths(2 * line_height);
  return cell;
}

}  // namespace

UnitRow row_of(const Figures& figures, const organisation::State& organisation, ItemNo item,
               UnitNo unit, bool hidden, const Lens& lens, Language language) {
  const Count count = figures.count(unit);
  const organisation::Unit& one = organisation.unit(unit);
  Lens within = lens;  // the kinds below another unit are others
  within.kind.reset();
  UnitRow row;
  row.unit = std::to_string(unit.value);
  row.address = address(item, unit) + within.query();
  row.receipts = address(item, unit) + "/ghi-nhan" + within.query();
  row.code = one.code;
  row.name = one.name;
  std::tie(row.state, row.mark) = state_of(count);
  row.all = count.audience;
  row.hidden = hidden;
  if (hidden) {
    const Text few{"ít người, không hiện", "few, not shown"};
    row.reached = row.share = row.missing = row.proxy = few.in(language);
    row.bar = "0";
    row.unit.clear();  // no live figure either
    row.state = {"Nhóm nhỏ", "Small group"};
    row.mark = "state-idle";
    return row;
  }
  row.reached = html::grouped(count.reached, language);
  row.share = percent(count, language);
  row.proxy = html::grouped(count.by_proxy, language);
  row.bar = tenths(fill_of(count).own + fill_of(count).proxy);
  row.missing = html::grouped(count.audience - count.reached, language);
  return row;
}

void add_live(LiveFigures& out, const Count& count, UnitNo unit, Language language) {
  const std::string number = "_" + std::to_string(unit.value);
  const Fill fill = fill_of(count);
  out["reached" + number] = html::grouped(count.reached, language);
  out["share" + number] = percent(count, language);
  out["proxy" + number] = html::grouped(count.by_proxy, language);
  out["missing" + number] = html::grouped(count.audience - count.reached, language);
  out["fill" + number] = tenths(fill.own) + " " + tenths(fill.proxy);
}

MapView map_of(const std::vector<UnitRow>& rows, const std::vector<Count>& counts, std::string id,
               std::uint32_t width, std::uint32_t height, Language language) {
  MapView map{std::move(id), std::to_string(width), std::to_string(height), {}};
  std::vector<std::size_t> shown(rows.size());
  std::iota(shown.begin(), shown.end(), 0U);
  if (shown.size() > map_cells_max) {
    std::stable_sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
      return counts[a].audience > counts[b].audience;
    });
    shown.resize(map_cells_max);
  }
  std::vector<std::uint32_t> sizes;
  for (const std::size_t i : shown) sizes.push_back(counts[i].audience);
  const auto places =
      treemap(sizes, {0, 0, static_cast<double>(width), static_cast<double>(height)});
  for (std::size_t k = 0; k < shown.size(); ++k) {
    map.cells.push_back(cell_of(rows[shown[k]], counts[shown[k]], places[k], language));
  }
  return map;
}

}  // namespace lantoa::city::reach
