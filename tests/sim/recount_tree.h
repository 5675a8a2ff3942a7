// The tree of units with its groups, its people's homes and mailboxes, and the calendar of working
// days, as the facts tell them: for every recount that asks who is meant, who is there, and which
// day that is.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/organisation/facts.h"
#include "city/workday/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {

class Tree {
 public:
  struct One {
    city::UnitNo parent;  // none: the root's
    std::string code;
    city::organisation::Kind kind = city::organisation::Kind::Department;
    Date opened;
    std::string mailbox = {};          // empty: none
    std::vector<Date> last_days = {};  // of every closing, also of those that were taken back
    bool is_open = true;
  };
  struct Group {
    city::UnitNo owner;
    std::string name;
    std::vector<std::uint32_t> units;  // ascending
    std::uint32_t version = 1;
    bool is_ended = false;

    bool has(city::UnitNo unit) const;
  };

  explicit Tree(Teller& teller);

  const std::map<city::UnitNo, One>& units() const { return units_; }
  const std::map<city::GroupNo, Group>& groups() const { return groups_; }
  const One* find(city::UnitNo unit) const;                   // nullptr: there is none
  const Group* find(city::GroupNo group) const;               // the same
  const Group* group_of(const city::plan::Rule& rule) const;  // the same, also where it names none
  bool is_open(city::UnitNo unit) const;
  bool is_below(city::UnitNo unit, city::UnitNo top) const;  // or is it
  // Who does what it has to do: itself, or the next above it that is open.
  city::UnitNo answering(city::UnitNo unit) const;
  const std::string& mailbox(city::UnitNo unit) const;  // empty: none
  // Whom it means now, ascending.
  std::vector<std::uint32_t> units_of(const city::plan::Rule& rule) const;

 private:
  void hear_groups(Teller& teller);

  std::map<city::UnitNo, One> units_;
  std::map<city::GroupNo, Group> groups_;
};

class WorkingDays {
 public:
  explicit WorkingDays(Teller& teller);
  bool is_worked(Date day) const;
  // The last of so many, of which the first comes after `from`.
  Date after(Date from, std::uint32_t days) const;

 private:
  std::map<Date, city::workday::Rule> said_;
};

}  // namespace lantoa::sim
