#include "app/demo_narrative.h"

#include <algorithm>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/statistics/narrative.h"

namespace lantoa::app {
namespace {

namespace statistics = city::statistics;

constexpr std::size_t columns_told = 5;

// Sentences that hold whatever the figures are.
std::vector<statistics::NarrativeSection> demo_words(const statistics::Form& form) {
  std::string results = "Kết quả {{kỳ}} cộng từ báo cáo của {{đã nộp}} đơn vị:";
  for (std::size_t i = 0; i < std::min(columns_told, form.columns.size()); ++i) {
    const statistics::Column& column = form.columns[i];
    results += "\n- " + column.title.vi + ": " + statistics::in_braces("cột " + column.code) + " " +
               column.unit.vi + ".";
  }
  return {
      {"chi-dao",
       "Trong {{kỳ}}, cơ quan thường trực đã yêu cầu {{phải nộp}} đơn vị báo cáo theo biểu mẫu "
       "này. Văn bản này là dữ liệu mẫu."},
      {"ket-qua", results},
      {"ton-tai",
       "{{đúng hạn}} đơn vị nộp đúng hạn, {{trễ}} đơn vị nộp trễ, {{chưa nộp}} đơn vị chưa nộp.\n"
       "Nguyên nhân chủ yếu: một số đơn vị chưa ghi hoạt động ngay khi tổ chức."},
      {"phuong-huong",
       "- Đôn đốc {{chưa nộp}} đơn vị còn thiếu.\n- Hướng dẫn ghi hoạt động hằng tuần để số liệu "
       "kỳ sau được điền sẵn."},
  };
}

Result<void> tell_in_words(House& house, const statistics::Round& round, const std::string& writer,
                           const std::string& approver) {
  const States& states = house.states();
  const statistics::Known known{states.statistics, states.organisation, states.activity,
                                states.workday};
  const statistics::Form* form = statistics::find_form(round.form);
  if (form == nullptr) return {};
  statistics::WriteNarrative write{round.no, 0, demo_words(*form), {}};
  write.seen = statistics::present_figures(known, round, *form, write.sections);
  const bool closed = round.closing.has_value();
  const city::RoundNo no = round.no;
  TRY(act_as(house, writer, known, std::move(write)));
  if (!closed) return {};
  return act_as(house, approver, known, statistics::ApproveNarrative{no, 1});
}

}  // namespace

Result<void> write_narratives(House& house) {
  const States& states = house.states();
  TRY_ASSIGN(const std::string officer, actor_of(house, "stp.chuyenvien"));
  TRY_ASSIGN(const std::string leader, actor_of(house, "stp.lanhdao"));
  for (std::uint32_t i = 1; i <= states.statistics.rounds(); ++i) {
    const statistics::Round& round = states.statistics.round(city::RoundNo{i});
    if (round.cancelled || round.scope != states.organisation.root()) continue;
    TRY(tell_in_words(house, round, officer, leader));
  }
  return {};
}

}  // namespace lantoa::app
