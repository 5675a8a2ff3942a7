// What can happen to an activity.
#pragma once

#include <boost/describe.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::activity {

struct Amount {
  std::string measure;       // code in kinds.h
  std::uint32_t amount = 0;  // 1 or more

  auto operator<=>(const Amount&) const = default;
};
BOOST_DESCRIBE_STRUCT(Amount, (), (measure, amount))

// What somebody says happened.
struct Record {
  std::string kind;  // code in kinds.h
  Date on;
  std::string what;   // its name or subject; empty: the kind says enough
  std::string place;  // empty: not said
  std::vector<Amount> amounts;
  std::vector<DocumentNo> documents;  // made known by it, ascending
  std::optional<AssignmentNo> assignment;
  bool is_other = false;  // whoever recorded it was asked and said that it is no twin of another

  bool operator==(const Record&) const = default;
};
BOOST_DESCRIBE_STRUCT(Record, (), (kind, on, what, place, amounts, documents, assignment, is_other))

struct ActivityLogged {
  static constexpr std::string_view kind = "activity.logged";
  ActivityNo activity;
  UnitNo unit;  // who carried it out
  Record record;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ActivityLogged, (), (activity, unit, record, by))

// From now on `record` is what is said; the version counts from 1 with the first.
struct ActivityCorrected {
  static constexpr std::string_view kind = "activity.corrected";
  ActivityNo activity;
  std::uint32_t version = 0;
  Record record;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ActivityCorrected, (), (activity, version, record, reason, by))

// It counts no longer, and can no longer be corrected.
struct ActivityAnnulled {
  static constexpr std::string_view kind = "activity.annulled";
  ActivityNo activity;
  std::uint32_t version = 0;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ActivityAnnulled, (), (activity, version, reason, by))

// A picture that shows it: two blobs sealed under a key in the vault (photo_id). Dropping the key
// erases the picture, though its blobs stay.
struct PhotoAdded {
  static constexpr std::string_view kind = "activity.photo_added";
  PhotoNo photo;
  ActivityNo activity;
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;   // of the large one
  std::uint32_t height = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(PhotoAdded, (), (photo, activity, large, small, width, height, by))

struct PhotoErased {
  static constexpr std::string_view kind = "activity.photo_erased";
  PhotoNo photo;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(PhotoErased, (), (photo, reason, by))

inline std::string photo_id(PhotoNo photo) { return subject("activity_photo", photo); }

}  // namespace lantoa::city::activity
