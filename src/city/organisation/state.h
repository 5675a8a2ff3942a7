// The tree of units, in memory, by dense number.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/actor.h"
#include "city/letterhead.h"
#include "city/organisation/facts.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::organisation {

// That a unit stopped. One that was taken back stays to be seen.
struct Closing {
  struct TakenBack {
    std::string reason;
    std::optional<PersonNo> by;
    Instant at;
  };
  Date on;  // the last day on which it worked
  std::string reason;
  std::optional<PersonNo> by;
  Instant at;
  std::optional<TakenBack> taken_back;
};

// Where mails to a unit went from some fact on.
struct MailboxChange {
  std::uint64_t seq = 0;  // of that fact; 0: from the beginning
  Instant at;
  std::string mailbox;  // empty: none
  PersonNo by;          // none: the system, or from the beginning
};

struct Unit {
  UnitNo no;
  UnitNo parent;  // none for the root
  std::string name;
  std::string code;
  Kind kind = Kind::Department;
  std::string mailbox;  // empty: none
  Date opened;
  std::vector<UnitNo> children;   // in the order of the ledger, closed ones among them
  std::vector<Closing> closings;  // oldest first; each but the last was taken back

  // Empty when it was never changed, else with the one of the beginning; the present one last.
  std::vector<MailboxChange> mailboxes;

  const Closing* closing() const {  // nullptr: it is open
    return closings.empty() || closings.back().taken_back ? nullptr : &closings.back();
  }
};

Text title(Kind kind);  // "phường", "ward"

// Units that somebody put together, as a task can be given to them.
struct Group {
  // What it was from one change to the next.
  struct Version {
    std::string name;
    NumberSet units;
    Instant at;
    PersonNo by;  // none: the system
  };
  struct End {
    std::string reason;
    Instant at;
    PersonNo by;  // the same
  };
  GroupNo no;
  UnitNo owner;
  std::vector<Version> versions;  // oldest first, the present one last; never empty
  std::optional<End> end;         // nothing new is given to it any more

  std::uint32_t version() const { return static_cast<std::uint32_t>(versions.size()); }
  const Version& current() const { return versions.back(); }
};

class State {
 public:
  void fold(const UnitOpened& fact);
  void fold(const UnitClosed& fact, const ledger::Stamp& stamp);
  void fold(const UnitReopened& fact, const ledger::Stamp& stamp);
  void fold(const MailboxSet& fact, const ledger::Stamp& stamp);
  void fold(const GroupMade& fact, const ledger::Stamp& stamp);
  void fold(const GroupChanged& fact, const ledger::Stamp& stamp);
  void fold(const GroupEnded& fact, const ledger::Stamp& stamp);

  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  UnitNo root() const { return units_.empty() ? UnitNo{} : UnitNo{1}; }
  bool has(UnitNo no) const { return no && no.index() < units_.size(); }
  const Unit& unit(UnitNo no) const;            // needs has(no)
  Result<const Unit*> find(UnitNo no) const;    // NotFound otherwise
  UnitNo by_code(std::string_view code) const;  // of those that are open; none when unknown
  // Of those that are closed, the last that had it; none otherwise.
  UnitNo closed_by_code(std::string_view code) const;
  // Whose code it was on that day: a code may have been another unit's before.
  UnitNo by_code(std::string_view code, Date day) const;

  bool is_open(UnitNo no) const { return has(no) && units_[no.index()].closing() == nullptr; }
  // It had not stopped by that day. Nothing is said of when it began: `opened` is a day of the
  // books.
  bool open_on(UnitNo no, Date day) const;
  std::vector<UnitNo> open_children(UnitNo no) const;  // needs has(no)
  // Who answers for it now: itself, or the next unit above that is open. Needs has(no).
  UnitNo answering_for(UnitNo no) const;
  // The closed units for which `no` answers, ascending.
  std::vector<UnitNo> left_to(UnitNo no) const;
  // These units and those left to them, each once, in this order.
  std::vector<UnitNo> answered_by(const std::vector<UnitNo>& units) const;
  // "Phường Mẫu đã dừng hoạt động từ 01/07/2025", without an end; none: it is open.
  std::optional<Text> closed_in_words(UnitNo no) const;
  // The first day without it, and as pages say it; none: it is open.
  std::optional<Date> closed_since(UnitNo no) const;
  std::optional<std::string> closed_day(UnitNo no) const;
  // Invalid at `field` where it is closed; `then` says in a whole sentence what to do instead.
  Result<void> require_open(UnitNo no, std::string field, const Text& then) const;

  // The unit's mailbox once that fact was written, empty: it had none; and since which fact it has
  // the present one, 0: from the beginning. Both need has(no).
  const std::string& mailbox_at(UnitNo no, std::uint64_t seq) const;
  std::uint64_t mailbox_since(UnitNo no) const;

  // `unit` is `above` or below it.
  bool is_within(UnitNo unit, UnitNo above) const;
  std::vector<UnitNo> path(UnitNo unit) const;  // from the root down to it
  // By unit's index: it is `top` or stands below it.
  std::vector<bool> below(UnitNo top) const;
  // As papers name it: "Ủy ban nhân dân phường Hàng Bạc", "Sở Tư pháp". Needs has(no).
  std::string formal_name(UnitNo no) const;
  Letterhead letterhead(UnitNo no) const;  // needs has(no)
  // What is open of everything below `top` and itself that has `kind`, in tree order.
  std::vector<UnitNo> of_kind(Kind kind, UnitNo top) const;
  // With those that were closed since: for what was done or asked for earlier.
  std::vector<UnitNo> ever_of_kind(Kind kind, UnitNo top) const;

  // The actor has this right over this unit. The system (couriers, the demo's loader) has every
  // one.
  bool allows(const Actor& actor, Right right, UnitNo over) const;
  // The same of every unit, by its index.
  std::vector<bool> allowed(const Actor& actor, Right right) const;
  // The same as a Result, for decide: Forbidden, saying which right is missing.
  Result<void> require(const Actor& actor, Right right, UnitNo over) const;

  std::uint32_t groups() const { return static_cast<std::uint32_t>(groups_.size()); }
  bool has(GroupNo no) const { return no && no.index() < groups_.size(); }
  const Group& group(GroupNo no) const;         // needs has(no)
  Result<const Group*> find(GroupNo no) const;  // NotFound otherwise
  // Its members that are open and lie below `top` or are it, ascending. Needs has(no).
  std::vector<UnitNo> members(GroupNo no, UnitNo top) const;
  // Those to which plans for `scope` may give tasks: not ended, of that unit or one above it, with
  // a member that the plan reaches. By name.
  std::vector<GroupNo> groups_for(UnitNo scope) const;

 private:
  std::vector<Unit> units_;
  std::map<std::string, UnitNo, std::less<>> by_code_;
  std::vector<Group> groups_;
};

std::string address_of(UnitNo unit);  // of its page: "/don-vi/12"

}  // namespace lantoa::city::organisation
