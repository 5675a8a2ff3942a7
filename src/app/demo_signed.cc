#include "app/demo_signed.h"

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/plan/decide.h"
#include "platform/paper/paper.h"

namespace lantoa::app {
namespace {

paper::Paper page(Date day) {
  paper::Paper out;
  out.issuer = "Bản trình diễn Lan Tỏa";
  out.place = "Hà Nội";
  out.type = "Bản mẫu";
  out.subject = "Thay cho bản quét có chữ ký và dấu của văn thư";
  out.body.emplace_back(
      paper::Paragraph{"Đây là dữ liệu giả định. Ở hệ thống thật, tệp này là bản kế hoạch đã ký, "
                       "đóng dấu do văn thư quét hoặc bản ký số."});
  out.made = day;
  return out;
}

}  // namespace

Result<void> attach_signed_copy(House& house, Date day) {
  const States& states = house.states();
  TRY_ASSIGN(const std::string bytes, paper::pdf(page(day)));
  city::plan::AttachSignedCopy copy{city::PlanNo{1}, {}, bytes.size()};
  TRY_ASSIGN(copy.blob, house.app().blobs.put(bytes));
  TRY_ASSIGN(std::string officer, actor_of(house, "stp.chuyenvien"));
  return act_as(house, std::move(officer),
                city::plan::Known{states.plan, states.organisation, states.workday}, copy);
}

}  // namespace lantoa::app
