#include "app/demo_groups.h"

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/organisation/decide_groups.h"

namespace lantoa::app {
namespace {

// The wards around Hoàn Kiếm Lake and those on the shore of West Lake, by code and by name.
constexpr const char* around_hoan_kiem = "00049\n00058\n00061\n00064\n00070\n00079\n";
constexpr const char* on_west_lake =
    "Phường Nhật Tân\nPhường Quảng An\nPhường Xuân La\nPhường Yên Phụ\nPhường Bưởi\n"
    "Phường Thụy Khuê\n";

Result<void> make_group(House& house, const std::string& actor, city::UnitNo owner,
                        const char* name, const char* units) {
  return act_as(
      house, actor, std::cref(house.states().organisation),
      city::organisation::MakeGroup{owner, {name, {}, city::organisation::read_lines(units)}});
}

}  // namespace

Result<city::GroupNo> make_demo_groups(House& house, const std::string& planner,
                                       city::UnitNo district) {
  const States& states = house.states();
  TRY_ASSIGN(const std::string of_city, actor_of(house, "stp.chuyenvien"));
  TRY(make_group(house, of_city, states.organisation.root(), "Các phường quanh hồ Hoàn Kiếm",
                 around_hoan_kiem));
  TRY(make_group(house, planner, district, "Các phường ven Hồ Tây", on_west_lake));
  return city::GroupNo{states.organisation.groups()};
}

}  // namespace lantoa::app
