// Activities as they are said to have been now, and what they add up to.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "city/activity/facts.h"
#include "kernel/result.h"
#include "kernel/text.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::activity {

// What was said before a correction or an annulment, and why it is said no longer.
struct Change {
  Record before;
  std::string reason;
  Instant at;
  bool is_annulment = false;
};

struct PhotoErasure {
  std::string reason;
  Instant at;
};

struct Photo {
  PhotoNo no;
  ActivityNo activity;
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::optional<PhotoErasure> erased;
};

struct Activity {
  ActivityNo no;
  UnitNo unit;
  Record record;
  std::uint32_t version = 1;
  Instant logged;  // when it was first recorded
  bool annulled = false;
  std::vector<Change> changes;  // in the order of the ledger
  std::vector<PhotoNo> photos;  // ascending, with those that are erased
};

// Of one kind.
struct Total {
  std::uint32_t activities = 0;
  std::map<std::string, std::uint64_t, std::less<>> amounts;  // by measure, none 0

  void add(const Total& other);
  void add(const Record& record);
  void take(const Record& record);  // needs one that was added
  bool operator==(const Total&) const = default;
};

// What counts of one kind: added up, the same by month, and by day, then number.
struct OfKind {
  Total total;
  std::map<std::int32_t, Total> by_month;        // by year times 12 plus month, none empty
  std::set<std::pair<Date, ActivityNo>> by_day;  // the newest stands last

  bool operator==(const OfKind&) const = default;
};
using OfUnit = std::map<std::string, OfKind, std::less<>>;  // by kind, none empty

// Its subject, else its kind.
std::string heading_of(const Record& record, Language language);
// Whether there are activities of this kind and, unless it is empty, whether they have this
// measure.
bool is_counted(std::string_view kind, std::string_view measure);
// Whether people attend what is of this kind, so that those who were there can be named.
bool is_attended(std::string_view kind);
// How many attended; none: not recorded.
std::optional<std::uint32_t> attendances_of(const Record& record);

class State {
 public:
  void fold(const ActivityLogged& fact, const ledger::Stamp& stamp);
  void fold(const ActivityCorrected& fact, const ledger::Stamp& stamp);
  void fold(const ActivityAnnulled& fact, const ledger::Stamp& stamp);
  void fold(const PhotoAdded& fact, const ledger::Stamp& stamp);
  void fold(const PhotoErased& fact, const ledger::Stamp& stamp);

  std::uint32_t activities() const { return static_cast<std::uint32_t>(activities_.size()); }
  const Activity& activity(ActivityNo no) const;      // needs one that was logged
  Result<const Activity*> find(ActivityNo no) const;  // NotFound otherwise
  std::uint32_t photos() const { return static_cast<std::uint32_t>(photos_.size()); }
  const Photo& photo(PhotoNo no) const;         // needs one that was added
  Result<const Photo*> find(PhotoNo no) const;  // NotFound otherwise, and when it is erased
  bool is_used(std::string_view blob) const;    // by a picture, also by one that is erased
  std::size_t photos_kept(const Activity& activity) const;  // those that are not erased
  const OfUnit& of_unit(UnitNo unit) const;                 // of it alone, without those below
  // Of the unit alone, of one kind, from day to day inclusive: whole months are known already.
  Total total(UnitNo unit, std::string_view kind, Date from, Date to) const;
  const std::vector<ActivityNo>& of(AssignmentNo no) const;  // that count, ascending
  // Others of the unit that count with the same day, kind and amounts and no other subject, unless
  // it was said of one of the two that it is another one; ascending.
  std::vector<ActivityNo> twins(UnitNo unit, const Record& record, ActivityNo except) const;

 private:
  void count(const Activity& activity);
  void uncount(const Activity& activity);

  std::vector<Activity> activities_;
  std::vector<Photo> photos_;
  std::set<std::string, std::less<>> blobs_;  // large ones of all of them
  std::vector<OfUnit> of_unit_;               // by unit's index
  std::map<AssignmentNo, std::vector<ActivityNo>> of_assignment_;
};

}  // namespace lantoa::city::activity
