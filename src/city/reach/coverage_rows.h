// How coverage of one unit is written: as a row of a table and as a cell of the map.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/app.h"
#include "city/reach/lens.h"

namespace lantoa::city::reach {

struct UnitRow {
  std::string unit;  // number, in names of live figures
  std::string address;
  std::string receipts;  // address
  std::string code;
  std::string name;
  Text state;
  std::string mark;
  std::uint32_t all = 0;
  std::string reached;
  std::string share;
  std::string proxy;  // of those reached, whom only a clerk's entries say so
  std::string bar;
  std::string missing;
  bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (),
                      (unit, address, receipts, code, name, state, mark, all, reached, share, proxy,
                       bar, missing, hidden))

// `hidden`: a small group; neither figures nor live names for them.
UnitRow row_of(const Figures& figures, const organisation::State& organisation, ItemNo item,
               UnitNo unit, bool hidden, const Lens& lens, Language language);
// "reached_3", "share_3", "missing_3", "proxy_3" and "fill_3" with their values now.
void add_live(LiveFigures& out, const Count& count, UnitNo unit, Language language);

// Fills of a cell in percent of its height: the part reached stands at the foot, what only clerks
// say of it hatched on top.
struct CellView {
  std::string unit;
  std::string address;
  std::string says;  // the whole cell in words
  std::string x, y, width, height;
  std::string own_y, own_height, proxy_y, proxy_height;
  std::optional<std::string> label;  // where it fits
  std::optional<std::string> share;
  std::string share_y;  // where the second line stands
  bool link = false;    // big enough to be hit
  bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(CellView, (),
                      (unit, address, says, x, y, width, height, own_y, own_height, proxy_y,
                       proxy_height, label, share, share_y, link, hidden))

struct MapView {
  static constexpr std::string_view tpl = "src/city/reach/map.tpl";
  std::string id;
  std::string width, height;
  std::vector<CellView> cells;
};
BOOST_DESCRIBE_STRUCT(MapView, (), (id, width, height, cells))

constexpr std::size_t map_cells_max = 200;  // the biggest; more could neither be read nor hit

// The units as cells of a map, in their order.
MapView map_of(const std::vector<UnitRow>& rows, const std::vector<Count>& counts, std::string id,
               std::uint32_t width, std::uint32_t height, Language language);

}  // namespace lantoa::city::reach
