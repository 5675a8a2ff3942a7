// What can happen to the tree of units.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::organisation {

enum class Kind {
  City,           // thành phố trực thuộc trung ương
  Council,        // hội đồng phối hợp
  Department,     // sở, ban, ngành
  UrbanDistrict,  // quận
  RuralDistrict,  // huyện
  Town,           // thị xã
  Ward,           // phường
  Commune,        // xã
  Township,       // thị trấn
};
BOOST_DESCRIBE_ENUM(Kind, City, Council, Department, UrbanDistrict, RuralDistrict, Town, Ward,
                    Commune, Township)

// A unit begins, under `parent` (absent for the root), in the state's books from `on`.
struct UnitOpened {
  static constexpr std::string_view kind = "organisation.unit_opened";
  UnitNo unit;
  std::optional<UnitNo> parent;
  std::string name;
  std::string code;  // official, with leading zeros; of its time, not for ever
  Kind what = Kind::Department;
  std::optional<std::string> mailbox;  // the office's own address, never a person's
  Date on;
};
BOOST_DESCRIBE_STRUCT(UnitOpened, (), (unit, parent, name, code, what, mailbox, on))

}  // namespace lantoa::city::organisation
