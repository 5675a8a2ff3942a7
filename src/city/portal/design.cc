// For those who make the site: every part that pages are made of, with the templates in use, so
// that a change of a style is looked at in one place. What stands in it is made up.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/portal/parts.h"

namespace lantoa::city::portal {
namespace {

struct DesignView {
  static constexpr std::string_view tpl = "src/city/portal/design.tpl";
  Text wrong_why{"Ngày 31/02/2021 không có trong lịch.", "There is no day 31/02/2021."};
  Laws laws;
  Reached count;
  Field right, wrong;
  Pager pager;
  Posts posts;
  Follow follow;
  Byline byline;
};
BOOST_DESCRIBE_STRUCT(DesignView, (),
                      (wrong_why, laws, count, right, wrong, pager, posts, follow, byline))

constexpr const char* here = "/thiet-ke";

Laws laws() {
  const auto row = [](std::string_view mark, Text effect) {
    return LawRow{here, "Nghị định mẫu", "Trích yếu mẫu", std::string(mark), std::move(effect)};
  };
  return {{row("law-soon", {"Chưa có hiệu lực", "Not yet in force"}),
           row("law-live", {"Còn hiệu lực", "In force"}),
           row("law-gone", {"Hết hiệu lực", "No longer in force"}),
           row("law-replaced", {"Đã được thay thế", "Replaced"})}};
}

DesignView look(const Visit& visit) {
  constexpr std::uint32_t rows = 2 * rows_per_page + 1;
  DesignView view;
  view.laws = laws();
  const reach::Count count{35, 25, 0};
  view.count = {reach::percent(count, visit.language), {"cán bộ", "of officials"}, 25, 35, here};
  view.right.value = "Phổ biến mô hình chính quyền đô thị";
  view.wrong = {"31/02/2021", view.wrong_why.in(visit.language)};
  view.pager = make_pager(rows, 2, here);
  const Post post{here, "Hà Nội thí điểm chính quyền đô thị", "", "2021-05-12", "12/05/2021", "71"};
  view.posts.rows = {post, post};
  view.follow = follow_at(everything_path);
  view.byline = {"2021-05-12T08:00+07:00", "08:00 12/05/2021", "Sở Tư pháp", "71"};
  return view;
}

}  // namespace

void install_design(App& app) {
  app.routes.get(here, Right::Work, [&app](const Visit& visit) -> Result<http::Response> {
    PageHead head;
    head.unlisted = true;
    return app.show(visit, {"Thiết kế", "Design"}, look(visit), below_home(visit.language),
                    std::move(head));
  });
}

}  // namespace lantoa::city::portal
