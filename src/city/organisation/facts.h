// What can happen to the tree of units.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
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

// A unit stopped: `on` is the last day on which it worked. What it did and was given stays its own;
// its code is free for another one.
struct UnitClosed {
  static constexpr std::string_view kind = "organisation.unit_closed";
  UnitNo unit;
  Date on;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(UnitClosed, (), (unit, on, reason, by))

// The closing was wrong: the unit never stopped.
struct UnitReopened {
  static constexpr std::string_view kind = "organisation.unit_reopened";
  UnitNo unit;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(UnitReopened, (), (unit, reason, by))

// Units that belong together by hand, across the tree: `units` lie below the owner or are it.
struct GroupMade {
  static constexpr std::string_view kind = "organisation.group_made";
  GroupNo group;
  UnitNo owner;
  std::string name;
  NumberSet units;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(GroupMade, (), (group, owner, name, units, by))

// Its name and its units as they are from now on; the version counts from 1 with the making.
struct GroupChanged {
  static constexpr std::string_view kind = "organisation.group_changed";
  GroupNo group;
  std::uint32_t version = 0;
  std::string name;
  NumberSet units;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(GroupChanged, (), (group, version, name, units, by))

// Nothing new is given to it any more; what was given stays.
struct GroupEnded {
  static constexpr std::string_view kind = "organisation.group_ended";
  GroupNo group;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(GroupEnded, (), (group, reason, by))

// From now on mails go to another mailbox of the unit, or to none. It is the office's own, never a
// person's.
struct MailboxSet {
  static constexpr std::string_view kind = "organisation.mailbox_set";
  UnitNo unit;
  std::optional<std::string> mailbox;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(MailboxSet, (), (unit, mailbox, by))

}  // namespace lantoa::city::organisation
