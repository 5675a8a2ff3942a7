// The tree of units, in memory, by dense number.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "city/actor.h"
#include "city/letterhead.h"
#include "city/organisation/facts.h"

namespace lantoa::city::organisation {

struct Unit {
  UnitNo no;
  UnitNo parent;  // none for the root
  std::string name;
  std::string code;
  Kind kind = Kind::Department;
  std::string mailbox;  // empty: none
  Date opened;
  std::vector<UnitNo> children;  // in the order of the ledger
};

Text title(Kind kind);  // "phường", "ward"

class State {
 public:
  void fold(const UnitOpened& fact);

  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  UnitNo root() const { return units_.empty() ? UnitNo{} : UnitNo{1}; }
  bool has(UnitNo no) const { return no && no.index() < units_.size(); }
  const Unit& unit(UnitNo no) const;            // needs has(no)
  Result<const Unit*> find(UnitNo no) const;    // NotFound otherwise
  UnitNo by_code(std::string_view code) const;  // none when unknown

  // `unit` is `above` or below it.
  bool is_within(UnitNo unit, UnitNo above) const;
  std::vector<UnitNo> path(UnitNo unit) const;  // from the root down to it
  // By unit's index: it is `top` or stands below it.
  std::vector<bool> below(UnitNo top) const;
  // As papers name it: "Ủy ban nhân dân phường Hàng Bạc", "Sở Tư pháp". Needs has(no).
  std::string formal_name(UnitNo no) const;
  Letterhead letterhead(UnitNo no) const;  // needs has(no)
  // Everything below `top` and itself that has `kind`, in tree order.
  std::vector<UnitNo> of_kind(Kind kind, UnitNo top) const;

  // The actor has this right over this unit. The system (couriers, the demo's loader) has every
  // one.
  bool allows(const Actor& actor, Right right, UnitNo over) const;
  // The same of every unit, by its index.
  std::vector<bool> allowed(const Actor& actor, Right right) const;
  // The same as a Result, for decide: Forbidden, saying which right is missing.
  Result<void> require(const Actor& actor, Right right, UnitNo over) const;

 private:
  std::vector<Unit> units_;
  std::map<std::string, UnitNo, std::less<>> by_code_;
};

}  // namespace lantoa::city::organisation
