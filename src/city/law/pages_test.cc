#include <gtest/gtest.h>

#include "city/law/law.h"
#include "city/organisation/facts.h"
#include "city/testing.h"

namespace lantoa::city::law {
namespace {

class LawPages : public ::testing::Test {
 protected:
  LawPages() {
    install(node.app, law, {calendar, units});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", organisation::Kind::City, {}, {}});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.person = PersonNo{1};
      actor.grants = {{name == "account/1" ? Role::Planner : Role::Auditor, UnitNo{1}}};
      return actor;
    };
    planner = node.sign_in("account/1");
  }

  static constexpr const char* resolution =
      "so=97/2019/QH14&loai=Nghị quyết&co-quan=&trich-yeu=Thí điểm <b>&ban-hanh=27/11/2019"
      "&hieu-luc=&het-hieu-luc=1/1/2025&ghi-chu=";

  testing::Node node;
  State law;
  calendar::State calendar;
  organisation::State units;
  std::string planner;
};

bool says(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

TEST_F(LawPages, RegisterShowAndChange) {
  EXPECT_TRUE(says(node.get("/van-ban"), "Sổ chưa có văn bản nào"));
  EXPECT_EQ(node.get("/van-ban/moi", planner).status, 200);
  const auto saved = node.post("/van-ban/moi", resolution, planner);
  ASSERT_EQ(saved.status, 303) << saved.body;

  const auto page = node.get("/van-ban/1");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Còn hiệu lực đến hết 31/12/2024"));
  EXPECT_TRUE(says(page, "Thí điểm &lt;b&gt;"));
  EXPECT_FALSE(says(page, "/van-ban/1/hieu-luc"));
  EXPECT_TRUE(says(node.get("/van-ban?q=97/2019"), "/van-ban/1"));
  EXPECT_TRUE(says(node.get("/van-ban?q=98/2019"), "Không tìm thấy"));

  calendar.fold({*parse_iso_date("2025-01-01")}, {});
  EXPECT_TRUE(says(node.get("/van-ban"), "Hết hiệu lực từ 01/01/2025"));
  EXPECT_TRUE(says(node.get("/van-ban/1", {}, Language::English), "No longer in force since"));

  EXPECT_TRUE(says(node.get("/van-ban/1", planner), "action=\"/van-ban/1/hieu-luc\""));
  const auto changed = node.post("/van-ban/1/hieu-luc",
                                 "ban=1&hieu-luc=&het-hieu-luc=&thay-bang=&can-cu=mẫu", planner);
  ASSERT_EQ(changed.status, 303) << changed.body;
  EXPECT_TRUE(says(node.get("/van-ban"), "Còn hiệu lực"));
}

TEST_F(LawPages, AFailedFormShowsAgainWhatWasTyped) {
  const auto wrong =
      node.post("/van-ban/moi", "so=97/2019/QH14&loai=&trich-yeu=Mẫu&ban-hanh=hôm qua", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "value=\"97/2019/QH14\""));
  EXPECT_TRUE(says(wrong, "id=\"ban-hanh-loi\""));
  const auto no_type =
      node.post("/van-ban/moi", "so=97/2019/QH14&loai=&trich-yeu=Mẫu&ban-hanh=27/11/2019", planner);
  EXPECT_TRUE(says(no_type, "id=\"loai-loi\""));

  ASSERT_EQ(node.post("/van-ban/moi", resolution, planner).status, 303);
  const auto stale =
      node.post("/van-ban/1/hieu-luc", "ban=7&het-hieu-luc=2/2/2022&can-cu=mẫu", planner);
  EXPECT_EQ(stale.status, 409);
  EXPECT_TRUE(says(stale, "value=\"2/2/2022\""));
}

TEST_F(LawPages, BothLanguagesAndRights) {
  ASSERT_EQ(node.post("/van-ban/moi", resolution, planner).status, 303);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path : {"/van-ban", "/van-ban/1", "/van-ban/moi"}) {
      EXPECT_EQ(node.get(path, planner, language).status, 200) << path;
    }
  }
  EXPECT_EQ(node.get("/van-ban/9").status, 404);
  const std::string auditor = node.sign_in("account/2");
  EXPECT_EQ(node.get("/van-ban/moi", auditor).status, 403);
  EXPECT_EQ(node.post("/van-ban/moi", resolution, auditor).status, 403);
}

}  // namespace
}  // namespace lantoa::city::law
