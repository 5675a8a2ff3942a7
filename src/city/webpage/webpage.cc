#include "city/webpage/webpage.h"

#include "city/webpage/courier.h"

namespace lantoa::city::webpage {

void install(App& app, State& state, Needs needs, Web web) {
  hear<PageLinked, PageLooked, LookAsked, PageUnlinked, activity::ActivityAnnulled>(app, state);
  install_pages(app, state, needs);
  install_list(app, state, needs);
  app.couriers.push_back(std::make_unique<LookCourier>(app, state, needs, std::move(web)));
}

Standing standing_of(const WebPage& page) {
  if (page.unlinked) return {{"Đã bỏ", "Taken out"}, "state-idle"};
  const Look* last = page.last();
  if (last == nullptr) return {{"Chờ xem lần đầu", "Not looked at yet"}, "state-idle"};
  switch (last->outcome) {
    case Outcome::Found:
      if (page.has_lost_the_law()) {
        return {{"Không còn nêu văn bản", "It names the law no more"}, "state-risk"};
      }
      if (page.has_changed()) {
        return {{"Xem được, nội dung khác lần đầu", "There, its text is not the first one"},
                "state-done"};
      }
      return {{"Xem được", "There"}, "state-done"};
    case Outcome::Gone:
      return {{"Không còn trang này", "No longer there"}, "state-late"};
    case Outcome::Failed: {
      const std::string status = std::to_string(last->status);
      return {{"Trang báo lỗi " + status, "The site answers with error " + status}, "state-late"};
    }
    case Outcome::Unreachable:
      return {{"Không kết nối được", "No connection"}, "state-late"};
    case Outcome::NotAllowed:
      return {{"Không mở được: máy chủ chỉ xem trang công khai ở cổng 80, 443",
               "Not opened: only public pages at ports 80 and 443 are"},
              "state-late"};
    case Outcome::TooLarge:
      return {{"Xem được, dài quá mức đọc", "There, too long to be read"}, "state-done"};
  }
  return {};
}

}  // namespace lantoa::city::webpage
