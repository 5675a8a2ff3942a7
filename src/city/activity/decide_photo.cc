// Pictures of an activity: who may add one, and who may erase one for good.
#include "city/activity/erasures.h"
#include "city/activity/rules.h"
#include "city/person.h"

namespace lantoa::city::activity {

std::string read_reason(Faults& faults, const std::string& typed) {
  const std::string reason = one_line(typed);
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi lý do; ai xem hoạt động này cũng đọc được.",
               "Write the reason; whoever sees this activity reads it."});
  return reason;
}

void check_photo(Faults& faults, const Known& known, const NewPhoto& photo) {
  if (!known.activities.is_used(photo.large)) return;
  faults.add(fields::photo, {"Ảnh này đã được dùng rồi. Hãy chọn lại tệp ảnh.",
                             "This picture was used already. Choose the file again."});
}

void add_photo(ledger::Decision& decision, const Known& known, ActivityNo activity,
               const NewPhoto& photo, const Envelope& envelope) {
  const PhotoNo no{known.activities.photos() + 1};
  decision.add(subject("activity", activity),
               PhotoAdded{no, activity, photo.large, photo.small, photo.width, photo.height,
                          person_of(envelope.actor)});
  decision.secrets.push_back({photo_id(no), photo.key, {}});
}

Result<const Photo*> find_photo(const State& state, ActivityNo activity, PhotoNo photo) {
  TRY_ASSIGN(const Photo* found, state.find(photo));
  if (found->activity != activity) return tl::unexpected(state.find(PhotoNo{}).error());
  return found;
}

Decided decide(const Known& known, const AddPhoto& command, const Envelope& envelope) {
  TRY_ASSIGN(const Activity* activity, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, activity->unit));
  TRY(require_counts(*activity));
  if (known.activities.photos_kept(*activity) >= photos_max) {
    return problem(Code::Conflict,
                   {"Hoạt động đã có 10 ảnh, là số tối đa. Hãy xóa bớt ảnh không cần.",
                    "The activity has 10 pictures, the most it can have. Erase one that is not "
                    "needed."},
                   fields::photo);
  }
  Faults faults;
  check_photo(faults, known, command.photo);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  add_photo(decision, known, activity->no, command.photo, envelope);
  decision.answer = address_of(activity->no) + "?xong=anh#anh-minh-chung";
  return decision;
}

Decided decide(const Known& known, const ErasePhoto& command, const Envelope& envelope) {
  TRY_ASSIGN(const Activity* activity, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, activity->unit));
  TRY_ASSIGN(const Photo* photo, find_photo(known.activities, activity->no, command.photo));
  Faults faults;
  const PhotoErased fact{photo->no, read_reason(faults, command.reason), person_of(envelope.actor)};
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("activity", activity->no), fact);
  decision.erasures = erased_by(fact);
  decision.answer = address_of(activity->no) + "?xong=xoa-anh#anh-minh-chung";
  return decision;
}

}  // namespace lantoa::city::activity
