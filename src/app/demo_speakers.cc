#include "app/demo_speakers.h"

#include <array>

#include "app/demo_order.h"
#include "app/demo_people.h"

namespace lantoa::app {
namespace {

namespace speaker = city::speaker;

struct DemoSpeaker {
  const char* unit;  // code
  const char* name;
  const char* workplace;
  const char* on;
  std::vector<std::string> branches;
};

const std::vector<DemoSpeaker>& demo_speakers() {
  static const std::vector<DemoSpeaker> all{
      {"01",
       "Báo cáo viên mẫu 01",
       "Sở Tư pháp",
       "2019-03-12",
       {"to-chuc-chinh-quyen", "hanh-chinh"}},
      {"01", "Báo cáo viên mẫu 02", "Sở Nội vụ", "2019-03-12", {"to-chuc-chinh-quyen"}},
      {"01", "Báo cáo viên mẫu 03", "Thanh tra Thành phố", "2020-11-02", {"hanh-chinh"}},
      {"01", "Báo cáo viên mẫu 04", "Sở Tư pháp", "2018-06-20", {"hinh-su", "tre-em"}},
      {"002",
       "Báo cáo viên mẫu 05",
       "Phòng Tư pháp quận Hoàn Kiếm",
       "2020-02-18",
       {"dan-su", "hon-nhan-gia-dinh"}},
      {"002",
       "Báo cáo viên mẫu 06",
       "Phòng Nội vụ quận Hoàn Kiếm",
       "2020-02-18",
       {"to-chuc-chinh-quyen"}},
      {"001",
       "Báo cáo viên mẫu 07",
       "Phòng Tư pháp quận Ba Đình",
       "2019-08-05",
       {"dat-dai", "moi-truong"}},
      {"00046",
       "Tuyên truyền viên mẫu 08",
       "Ủy ban nhân dân phường Hàng Buồm",
       "2021-01-15",
       {"hon-nhan-gia-dinh", "tre-em"}},
      {"00046",
       "Tuyên truyền viên mẫu 09",
       "Tổ dân phố số 2",
       "2019-01-10",
       {"giao-thong", "khac"}},
      {"00049",
       "Tuyên truyền viên mẫu 10",
       "Hội Phụ nữ phường Hàng Đào",
       "2021-02-01",
       {"hon-nhan-gia-dinh", "lao-dong"}},
      {"00001",
       "Tuyên truyền viên mẫu 11",
       "Ủy ban nhân dân phường Phúc Xá",
       "2020-07-22",
       {"dat-dai", "giao-thong"}},
      {"00004", "Tuyên truyền viên mẫu 12", "Tổ dân phố số 5", "2020-07-22", {"moi-truong"}},
  };
  return all;
}

constexpr std::uint32_t dismissed = 12;  // the number of the one who moved away
constexpr const char* dismissed_on = "2021-05-04";
constexpr std::uint32_t credits_max = 24;
// One speaker of the city held none for years.
constexpr std::array<std::uint32_t, 3> speak_anywhere{1, 2, 3};

template <class Command>
Result<void> act_on_register(House& house, const Command& command) {
  const States& states = house.states();
  TRY_ASSIGN(std::string officer, actor_of(house, "stp.chuyenvien"));
  return act_as(house, std::move(officer),
                speaker::Known{states.speaker, states.organisation, states.activity}, command);
}

Result<void> recognise(House& house, const DemoSpeaker& one, std::size_t number) {
  speaker::RecogniseSpeaker command{house.states().organisation.by_code(one.unit), {}};
  command.typed.name = one.name;
  command.typed.workplace = one.workplace;
  command.typed.decision = std::to_string(9'900 + number) + "/QĐ-UBND";
  command.typed.on = *parse_iso_date(one.on);
  command.typed.branches = one.branches;
  return act_on_register(house, command);
}

// Who belongs to the unit, and one of the city's.
std::vector<city::SpeakerNo> speakers_for(const States& states,
                                          const city::activity::Activity& activity) {
  std::vector<city::SpeakerNo> out;
  for (std::uint32_t i = 1; i <= states.speaker.speakers(); ++i) {
    const auto& one = states.speaker.speaker(city::SpeakerNo{i});
    if (one.unit == activity.unit && one.serves_on(activity.record.on)) out.push_back(one.no);
  }
  out.emplace_back(speak_anywhere[activity.no.value % speak_anywhere.size()]);
  return out;
}

}  // namespace

Result<void> register_speakers(House& house) {
  const States& states = house.states();
  if (states.speaker.speakers() != 0) return {};
  for (const DemoSpeaker& one : demo_speakers()) {
    TRY(recognise(house, one, states.speaker.speakers() + 1));
  }
  TRY(act_on_register(house, speaker::DismissSpeaker{city::SpeakerNo{dismissed},
                                                     1,
                                                     "9950/QĐ-UBND",
                                                     *parse_iso_date(dismissed_on),
                                                     speaker::Reason::Moved,
                                                     {}}));
  std::uint32_t credited = 0;
  for (std::uint32_t i = 1; i <= states.activity.activities() && credited < credits_max; ++i) {
    const auto& activity = states.activity.activity(city::ActivityNo{i});
    if (activity.annulled || activity.record.kind != "truc-tiep") continue;
    TRY(act_on_register(house,
                        speaker::CreditSessions{activity.no, 0, speakers_for(states, activity)}));
    ++credited;
  }
  return {};
}

}  // namespace lantoa::app
