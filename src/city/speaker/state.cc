#include "city/speaker/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::speaker {

bool Speaker::serves_on(Date day) const { return on <= day && (!dismissed || day < dismissed->on); }

Text title(Standing standing) {
  switch (standing) {
    case Standing::Rapporteur:
      return {"Báo cáo viên pháp luật", "Law rapporteur"};
    case Standing::Propagandist:
      return {"Tuyên truyền viên pháp luật", "Local law speaker"};
  }
  return {};
}

Text title(Reason reason) {
  switch (reason) {
    case Reason::OwnWish:
      return {"Xin thôi", "Own wish"};
    case Reason::Moved:
      return {"Chuyển công tác, nghỉ hưu, chuyển nơi ở", "Moved, retired"};
    case Reason::Unfit:
      return {"Không còn đủ tiêu chuẩn", "No longer meets the requirements"};
    case Reason::Other:
      return {"Lý do khác, nêu trong quyết định", "Another reason, given in the decision"};
    case Reason::Mistaken:
      return {"Ghi nhầm", "Recorded by mistake"};
  }
  return {};
}

void State::fold(const SpeakerRecognised& fact) {
  ASSERT(fact.speaker.index() == speakers_.size());
  speakers_.push_back({fact.speaker,
                       fact.standing,
                       fact.unit,
                       fact.decision,
                       fact.on,
                       fact.branches,
                       1,
                       {},
                       {},
                       {}});
}

void State::fold(const SpeakerChanged& fact) {
  Speaker& one = speakers_[fact.speaker.index()];
  one.version = fact.version;
  one.decision = fact.decision;
  one.on = fact.on;
  one.branches = fact.branches;
}

void State::fold(const SpeakerDismissed& fact) {
  Speaker& one = speakers_[fact.speaker.index()];
  one.version = fact.version;
  one.dismissed = Dismissal{fact.decision, fact.on, fact.reason};
}

void State::fold(const NameErased& fact, const ledger::Stamp& stamp) {
  Speaker& one = speakers_[fact.speaker.index()];
  one.version = fact.version;
  one.erased = Erasure{fact.reason, stamp.at};
}

void State::fold(const SessionsCredited& fact) {
  Credit& credit = credits_[fact.activity];
  for (const SpeakerNo no : credit.speakers) {
    std::erase(speakers_[no.index()].sessions, fact.activity);
  }
  credit.speakers.clear();
  for (const std::uint32_t number : fact.speakers.numbers) {
    const SpeakerNo no{number};
    credit.speakers.push_back(no);
    auto& sessions = speakers_[no.index()].sessions;
    sessions.insert(std::lower_bound(sessions.begin(), sessions.end(), fact.activity),
                    fact.activity);
  }
  ++credit.version;
}

const Speaker& State::speaker(SpeakerNo no) const {
  ASSERT(has(no));
  return speakers_[no.index()];
}

Result<const Speaker*> State::find(SpeakerNo no) const {
  if (has(no)) return &speakers_[no.index()];
  const std::string number = std::to_string(no.value);
  return problem(Code::NotFound, {"Sổ không có báo cáo viên, tuyên truyền viên số " + number + ".",
                                  "The register has no speaker number " + number + "."});
}

const Credit& State::credit(ActivityNo activity) const {
  static const Credit none;
  const auto found = credits_.find(activity);
  return found == credits_.end() ? none : found->second;
}

}  // namespace lantoa::city::speaker
