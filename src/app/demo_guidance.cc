#include "app/demo_guidance.h"

#include <string>
#include <vector>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/guidance/decide.h"

namespace lantoa::app {
namespace {

using city::QuestionNo;
using city::TaskNo;

constexpr std::int64_t between_acts_ms = 3LL * 60 * 1'000;
constexpr city::PlanNo plan{1};
constexpr TaskNo for_districts{2};
constexpr TaskNo for_wards{3};
constexpr const char* district_officer = "hoankiem.tuphap";
constexpr const char* district_code = "002";
constexpr const char* ward_officer = "phuong.01";
constexpr const char* ward_code = "00046";
constexpr const char* agency_officer = "stp.chuyenvien";
constexpr std::uint32_t earliest_left = 8;  // of what follows

// On the working day after which `left` are still to come.
struct DemoQuestion {
  std::uint32_t left;
  const char* login;
  const char* unit;  // code
  TaskNo task;
  const char* text;
};
const DemoQuestion questions[] = {
    {8, district_officer, district_code, for_districts,
     "quận đã có kế hoạch phổ biến pháp luật cả năm thì có phải ban hành thêm văn bản triển khai "
     "riêng cho Kế hoạch này không?"},
    {6, ward_officer, ward_code, for_wards,
     "buổi phổ biến ghép trong họp giao ban thì ghi theo hình thức nào và tính số lượt người dự ra "
     "sao?"},
    {6, ward_officer, ward_code, for_wards,
     "phường không có đài truyền thanh riêng, phát nhờ cụm loa của quận, thì các bản tin truyền "
     "thanh ghi cho đơn vị nào?"},
    {3, district_officer, district_code, for_wards,
     "cụm loa của quận phát bản tin truyền thanh cho phường chưa có đài thì quận hay phường ghi "
     "hoạt động?"},
    {3, ward_officer, ward_code, for_wards,
     "người đã nghỉ hưu tham gia tổ tuyên truyền của tổ dân phố có phải xác nhận đã đọc không?"}};

struct DemoAnswer {
  std::uint32_t left;
  QuestionNo question;
  std::uint32_t version;  // that it corrects; 0: it is the first
  const char* text;
  std::vector<std::string> documents;
};
// Nobody else asks while the demo is loaded, so the numbers are known.
const DemoAnswer answers[] = {
    {7,
     QuestionNo{1},
     0,
     "không bắt buộc văn bản riêng.\nQuận bổ sung nội dung của Kế hoạch này vào kế hoạch cả năm, "
     "nêu rõ người làm và thời hạn, rồi ghi hoạt động như thường.",
     {"97/2019/QH14", "32/2021/NĐ-CP"}},
    {5,
     QuestionNo{2},
     0,
     "ghi là họp, hội nghị, nói chuyện; số lượt người là số người có mặt.",
     {}},
    {4,
     QuestionNo{3},
     0,
     "đơn vị biên tập bản tin thì ghi; đơn vị chỉ cho mượn loa không ghi lại lần nữa.",
     {}},
    {2,
     QuestionNo{2},
     1,
     "ghi là họp, hội nghị, nói chuyện; số lượt người là số người có mặt ở phần phổ biến.\n"
     "Mỗi buổi ghi một hoạt động, kể cả khi họp giao ban tổ chức hằng tuần.",
     {}}};
constexpr std::uint32_t left_when_joined = 2;
constexpr QuestionNo joined{4};
constexpr QuestionNo joined_to{3};

template <class Command>
Result<void> act_on_question(House& house, VirtualClock& clock, std::string_view login,
                             const Command& command) {
  const States& states = house.states();
  clock.set({clock.now().ms + between_acts_ms});
  TRY_ASSIGN(std::string actor, actor_of(house, login));
  return act_as(
      house, std::move(actor),
      city::guidance::Known{states.guidance, states.organisation, states.law, states.plan},
      command);
}

// Of the working day after which `left` are still to come.
Result<void> act_on(House& house, VirtualClock& clock, std::uint32_t left) {
  for (const DemoQuestion& one : questions) {
    if (one.left != left) continue;
    const city::UnitNo unit = house.states().organisation.by_code(one.unit);
    TRY(act_on_question(house, clock, one.login,
                        city::guidance::AskQuestion{
                            unit, plan, one.task, std::string("Câu hỏi mẫu: ") + one.text, true}));
  }
  for (const DemoAnswer& one : answers) {
    if (one.left != left) continue;
    TRY(act_on_question(
        house, clock, agency_officer,
        city::guidance::AnswerQuestion{one.question, one.version,
                                       std::string("Trả lời mẫu: ") + one.text, one.documents}));
  }
  if (left != left_when_joined) return {};
  return act_on_question(house, clock, agency_officer,
                         city::guidance::JoinQuestion{joined, joined_to});
}

}  // namespace

Result<void> ask_for_guidance(House& house, VirtualClock& clock, std::uint32_t left,
                              bool first_day) {
  for (std::uint32_t day = first_day ? earliest_left : left; day > left; --day) {
    TRY(act_on(house, clock, day));
  }
  return act_on(house, clock, left);
}

}  // namespace lantoa::app
