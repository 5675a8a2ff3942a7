// Rules of recording what a unit did.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/actor.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::activity {

constexpr std::size_t what_characters_max = 300;
constexpr std::size_t place_characters_max = 200;
constexpr std::size_t reason_characters_max = 300;
constexpr std::size_t documents_max = 10;
constexpr std::uint32_t amount_max = 10'000'000;  // the city has fewer people
constexpr std::int32_t days_back_max = 366;       // of a day that is recorded now
constexpr std::size_t photos_max = 10;
constexpr std::size_t import_rows_max = 5'000;  // of one file
constexpr std::size_t batch_rows_max = 500;     // of a program, at once

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* unit = "don-vi";
constexpr const char* assignment = "viec";
constexpr const char* kind = "loai";
constexpr const char* on = "ngay";
constexpr const char* what = "noi-dung";
constexpr const char* place = "noi-lam";
constexpr const char* documents = "van-ban";
constexpr const char* reason = "ly-do";
constexpr const char* other = "khong-trung";
constexpr const char* photo = "tep";
// Each kind has fields of its own: "so-truc-tiep-luot-nguoi".
std::string amount(std::string_view kind_code, std::string_view measure);
}  // namespace fields

// As typed; decide checks and tidies. Amounts that were left empty are absent.
struct Typed {
  std::string kind;
  std::optional<Date> on;
  std::string what, place;
  std::vector<Amount> amounts;
  std::vector<std::string> documents;  // their numbers
  AssignmentNo assignment;             // none: of no task
  bool is_other = false;               // though one like it is recorded already
};

// A picture that is stored already, sealed; see photo.h.
struct NewPhoto {
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string key;  // what the vault keeps
};

struct LogActivity {
  UnitNo unit;
  Typed typed;
  std::optional<NewPhoto> photo;
};
struct CorrectActivity {
  ActivityNo activity;
  std::uint32_t seen_version = 0;
  Typed typed;
  std::string reason;
};
struct AnnulActivity {
  ActivityNo activity;
  std::uint32_t seen_version = 0;
  std::string reason;
};

// Many at once: a log that a unit kept in a spreadsheet (read by import_file.h), or what a program
// sends.
struct ImportActivities {
  enum class From : std::uint8_t { File, Program };
  struct Row {
    std::uint32_t line = 0;  // in the file; of a program from 1, in the order sent
    std::string unit;        // its official code; empty: the only one that he records for
    Typed typed;
    std::vector<Detail> unread = {};  // cells without meaning, by field or measure
    UnitNo no = {};                   // instead of a code, of a program
  };
  std::vector<Row> rows;
  // By field or measure: the column's name in the file, else the one it should have.
  std::map<std::string, std::string, std::less<>> columns;
  From from = From::File;
};

struct AddPhoto {
  ActivityNo activity;
  NewPhoto photo;
};
struct ErasePhoto {
  ActivityNo activity;
  PhotoNo photo;
  std::string reason;
};

struct Known {
  const State& activities;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
};

using Decided = Result<ledger::Decision>;
// Invalid with one detail a fault; Conflict at fields::other when one like it is recorded already.
Decided decide(const Known& known, const LogActivity& command, const Envelope& envelope);
Decided decide(const Known& known, const CorrectActivity& command, const Envelope& envelope);
Decided decide(const Known& known, const AnnulActivity& command, const Envelope& envelope);
// All rows or none. Invalid with one detail a fault: `field` is the column, or of a program the
// form's field, `row` the line. A twin is one, too: of a program until it says is_other, of a file
// also then where every word is the same. A program is answered the numbers in the order sent.
Decided decide(const Known& known, const ImportActivities& command, const Envelope& envelope);
// An annulled activity gets no picture more, but may lose one: somebody may be seen in it.
Decided decide(const Known& known, const AddPhoto& command, const Envelope& envelope);
Decided decide(const Known& known, const ErasePhoto& command, const Envelope& envelope);

// The picture of this activity; NotFound for one of another, or one that is erased.
Result<const Photo*> find_photo(const State& state, ActivityNo activity, PhotoNo photo);

// Conflict for an activity that was annulled.
Result<void> require_counts(const Activity& activity);

// The grounds of the task's plan that the register has: what such an activity makes known.
std::vector<DocumentNo> documents_of(const plan::State& plans, const law::State& law,
                                     AssignmentNo assignment);

std::string list_address(UnitNo unit);  // "/hoat-dong?don-vi=7"

}  // namespace lantoa::city::activity
