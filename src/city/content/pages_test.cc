#include <gtest/gtest.h>

#include "city/content/content.h"
#include "city/testing.h"

namespace lantoa::city::content {
namespace {

// account/1 writes for the ward, account/2 leads it, account/3 plans for the city.
class ContentPages : public ::testing::Test {
 protected:
  ContentPages() {
    using organisation::Kind;
    install(node.app, articles, {calendar, units, identity, law, plans}, node.clock);
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Phường mẫu", "001", Kind::Ward, {}, {}});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    law::DocumentRegistered resolution;
    resolution.document = DocumentNo{1};
    resolution.number = "97/2019/QH14";
    resolution.key = viet::parse_document_number("97/2019/QH14")->key();
    resolution.type = "Nghị quyết";
    resolution.issued = *parse_iso_date("2019-11-27");
    resolution.expires = *parse_iso_date("2025-01-01");
    law.fold(resolution);
    plan::PlanDrafted drafted;
    drafted.plan = PlanNo{1};
    drafted.issuer = UnitNo{1};
    drafted.scope = UnitNo{1};
    drafted.title = "Kế hoạch mẫu";
    plans.fold(drafted);
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", *parse_iso_date("2021-05-12")});
    node.app.find_actor = [this](std::string_view name) -> Result<Actor> {
      if (name.starts_with("courier/")) return Actor::system(name);
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const std::uint32_t no = name == "account/1" ? 1 : name == "account/2" ? 2 : 3;
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.grants = {{roles[no - 1], UnitNo{no == 3 ? 1U : 2U}}};
      return actor;
    };
    officer = node.sign_in("account/1");
    leader = node.sign_in("account/2");
    planner = node.sign_in("account/3");
  }

  static std::string text(std::string_view title) {
    return "tieu-de=" + std::string(title) +
           "&sapo=Mở đầu&noi-dung=Theo **Nghị quyết 97/2019/QH14** và Nghị định số 32/2021/NĐ-CP."
           " <script>&tac-gia=Người viết mẫu 03&y-1=&y-2=&y-3=";
  }

  testing::Node node;
  Role roles[3] = {Role::UnitOfficer, Role::Leader, Role::Planner};
  State articles;
  calendar::State calendar;
  organisation::State units;
  identity::State identity;
  law::State law;
  plan::State plans;
  std::string officer, leader, planner;
};

bool says(const http::Response& response, std::string_view words) {
  return response.body.find(words) != std::string::npos;
}

TEST_F(ContentPages, FromDraftToPortalAndOff) {
  EXPECT_TRUE(says(node.get("/bai-viet", officer), "Chưa có bài viết nào"));
  EXPECT_TRUE(says(node.get("/bai-viet/moi", officer), "Phường mẫu"));
  const auto saved =
      node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&ke-hoach=&viec=luu", officer);
  ASSERT_EQ(saved.status, 303) << saved.body;

  auto page = node.get("/bai-viet/1", officer);
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(says(page, "Còn hiệu lực đến hết 31/12/2024"));
  EXPECT_TRUE(says(page, "/van-ban/moi?so=32%2F2021"));
  EXPECT_TRUE(says(page, "&lt;script&gt;"));
  EXPECT_TRUE(says(page, "/bai-viet/1/gui-duyet"));
  EXPECT_FALSE(says(page, "/bai-viet/1/duyet"));
  ASSERT_EQ(node.post("/bai-viet/1/gui-duyet", "ban=1", officer).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer), "chưa có ai"));
  EXPECT_TRUE(says(node.get("/bai-viet?trang-thai=cho-duyet", leader), "Bài mẫu"));

  EXPECT_EQ(node.post("/bai-viet/1/duyet", "ban=1", officer).status, 403);
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "/bai-viet/1/duyet"));
  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=1", leader).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer), "/bai/1-bai-mau"));

  const auto wordless = node.post("/bai-viet/1/thu-hoi", "ly-do=Wrong&giai-thich=", officer);
  EXPECT_EQ(wordless.status, 422);
  EXPECT_TRUE(says(wordless, "giai-thich-loi"));
  ASSERT_EQ(node.post("/bai-viet/1/thu-hoi", "ly-do=Wrong&giai-thich=Sai số", officer).status, 303);
  EXPECT_EQ(node.post("/bai-viet/1/thu-hoi/xac-nhan", "x=1", officer).status, 403);
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "/bai-viet/1/thu-hoi/xac-nhan"));
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "name=\"de-xuat\" value=\"1\""));
  EXPECT_EQ(node.post("/bai-viet/1/thu-hoi/xac-nhan", "x=1", leader).status, 409);
  ASSERT_EQ(node.post("/bai-viet/1/thu-hoi/xac-nhan", "de-xuat=1", leader).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer), "Sai số"));
}

TEST_F(ContentPages, ACorrectionTellsItsApproverWhatItCorrects) {
  ASSERT_EQ(
      node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&viec=gui-duyet", officer).status,
      303);
  EXPECT_FALSE(says(node.get("/bai-viet/1/sua", officer), "id=\"sua-gi\""));
  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=1", leader).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1/sua", officer), "id=\"sua-gi\""));
  const std::string sent = text("Bài sửa") + "&ban=1&viec=gui-duyet&sua-gi=";
  const auto wordless = node.post("/bai-viet/1/sua", sent, officer);
  EXPECT_EQ(wordless.status, 422);
  EXPECT_TRUE(says(wordless, "sua-gi-loi"));
  EXPECT_TRUE(says(wordless, "value=\"Bài sửa\""));
  ASSERT_EQ(node.post("/bai-viet/1/sua", sent + "Sửa <số>", officer).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "<span lang=\"vi\">Sửa &lt;số&gt;</span>"));
  EXPECT_TRUE(says(node.get("/bai-viet/1/sua", officer), "value=\"Sửa &lt;số&gt;\""))
      << "readers have not seen it yet, so it is true of the next version, too";
  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=2", leader).status, 303);
  EXPECT_FALSE(says(node.get("/bai-viet/1/sua", officer), "value=\"Sửa &lt;số&gt;\""));
}

TEST_F(ContentPages, ADraftOfAClosedUnitSaysWhyItIsNotPublished) {
  const auto ties = [&] {
    std::vector<UnitTie> out;
    for (const auto& add : node.app.unit_ties) add(UnitNo{2}, out);
    return out.at(0);
  };
  EXPECT_EQ(ties().count, 0U);
  ASSERT_EQ(
      node.post("/bai-viet/moi", text("Bài") + "&don-vi=2&ke-hoach=&viec=luu", officer).status,
      303);
  EXPECT_EQ(ties().count, 1U);
  EXPECT_FALSE(ties().blocks);
  units.fold(organisation::UnitClosed{UnitNo{2}, *parse_iso_date("2021-05-10"), "Lý do", {}},
             ledger::Stamp{});
  const auto page = node.get("/bai-viet/1", officer);
  EXPECT_TRUE(says(page, "Phường mẫu đã dừng hoạt động từ 11/05/2021. Không đăng bài mới"));
  EXPECT_FALSE(says(page, "/bai-viet/1/gui-duyet"));
  EXPECT_EQ(node.post("/bai-viet/1/gui-duyet", "ban=1", officer).status, 409);
}

TEST_F(ContentPages, PreviewKeepsWhatWasTypedAndWritesNothing) {
  const auto preview =
      node.post("/bai-viet/xem-truoc", text("Xem thử") + "&bai=&ban=&don-vi=2&ke-hoach=1", officer);
  ASSERT_EQ(preview.status, 200) << preview.body;
  EXPECT_TRUE(says(preview, "<strong>Nghị quyết 97/2019/QH14</strong>"));
  EXPECT_TRUE(says(preview, "value=\"Xem thử\""));
  EXPECT_EQ(articles.size(), 0U);
}

TEST_F(ContentPages, SomebodyElsesVersionIsAConflictThatLosesNothing) {
  ASSERT_EQ(node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&viec=luu", officer).status,
            303);
  EXPECT_EQ(node.get("/bai-viet/1/sua", planner).status, 200);
  ASSERT_EQ(node.post("/bai-viet/1/sua", text("Bản hai") + "&ban=1&viec=gui-duyet", planner).status,
            303);
  const auto late = node.post("/bai-viet/1/sua", text("Bản của tôi") + "&ban=1", officer);
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(says(late, "value=\"Bản của tôi\""));
  EXPECT_TRUE(says(late, "/bai-viet/1?ban=2"));
  // Who, when, what differs, and that it waits for approval.
  EXPECT_TRUE(says(late, "Bản 2: Cán bộ mẫu, 08:00 12/05/2021"));
  EXPECT_TRUE(says(late, "bỏ: </span>hai<"));
  EXPECT_TRUE(says(late, "thêm: </span>của tôi<"));
  EXPECT_FALSE(says(late, "Không đổi"));
  EXPECT_TRUE(says(late, "Bản 2 đang chờ duyệt"));
  EXPECT_TRUE(says(late, "name=\"thay-ban\" value=\"2\""));
  EXPECT_TRUE(says(late, "/bai-viet/1/sua?lay=2"));
  // Pressed again unread it is a conflict again, and nothing is written.
  EXPECT_TRUE(says(late, "name=\"ban\" value=\"1\""));
  EXPECT_EQ(node.post("/bai-viet/1/sua", text("Bản của tôi") + "&ban=1", officer).status, 409);
  EXPECT_EQ(articles.article(ArticleNo{1}).latest().number, 2U);
  const auto taken = node.get("/bai-viet/1/sua?lay=2", officer);
  EXPECT_TRUE(says(taken, "value=\"Bản hai\""));
  EXPECT_TRUE(says(taken, "data-forget=\"bai-viet-1\""));
  EXPECT_TRUE(says(taken, "ra khỏi hàng chờ duyệt"));

  const std::string mine = text("Bản của tôi") + "&ban=1&thay-ban=2";
  EXPECT_EQ(node.post("/bai-viet/1/sua", mine, officer).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1?ban=2", officer), "Bản hai"));
  EXPECT_FALSE(says(node.get("/bai-viet/1/sua", officer), "hàng chờ duyệt"));
  // A third version is another conflict, whatever was chosen about the second.
  EXPECT_EQ(node.post("/bai-viet/1/sua", mine, officer).status, 409);
}

TEST_F(ContentPages, WhatReadersSeeIsPublishedWhateverIsWrittenBesideIt) {
  ASSERT_EQ(node.post("/bai-viet/moi", text("Bài") + "&don-vi=2&viec=gui-duyet", officer).status,
            303);
  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=1", leader).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer), "Đang trên cổng: bản 1"));
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "Bản 1: "));
  ASSERT_EQ(
      node.post("/bai-viet/1/sua", text("Bài sửa") + "&ban=1&viec=luu&sua-gi=Ngày", officer).status,
      303);
  for (const char* path :
       {"/bai-viet/1", "/bai-viet", "/bai-viet?trang-thai=da-dang", "/bai-viet?trang-thai=nhap"}) {
    const auto page = node.get(path, officer);
    EXPECT_TRUE(says(page, "Đang trên cổng: bản 1")) << path;
    EXPECT_TRUE(says(page, "Bản 2: Bản nháp")) << path;
  }
  EXPECT_TRUE(says(node.get("/bai-viet?trang-thai=thu-hoi", officer), "Chưa có bài viết nào"));
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer, Language::English), "Version 2: Draft"));
}

TEST_F(ContentPages, TwoVersionsAreComparedAndTheEarlierOneComesBack) {
  ASSERT_EQ(node.post("/bai-viet/moi", text("Bài một") + "&don-vi=2&viec=luu", officer).status,
            303);
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "/bai-viet/1/so-sanh"));
  ASSERT_EQ(node.post("/bai-viet/1/sua", text("Bài hai") + "&ban=1", officer).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1?ban=1", officer), "/bai-viet/1/so-sanh?tu=1&amp;den=2"));

  const auto page = node.get("/bai-viet/1/so-sanh", officer);
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(says(page, "Bài <del>"));
  EXPECT_TRUE(says(page, "bỏ: </span>một<"));
  EXPECT_TRUE(says(page, "thêm: </span>hai<"));
  EXPECT_TRUE(says(page, "Không đổi"));
  EXPECT_TRUE(says(page, "/bai-viet/1/khoi-phuc"));
  EXPECT_FALSE(says(node.get("/bai-viet/1/so-sanh", leader), "/bai-viet/1/khoi-phuc"));
  EXPECT_TRUE(says(node.get("/bai-viet/1/so-sanh?tu=2&den=2", officer), "giống hệt"));
  EXPECT_EQ(node.get("/bai-viet/1/so-sanh?tu=9&den=x", officer).status, 200);
  EXPECT_TRUE(says(node.get("/bai-viet/1/so-sanh", officer, Language::English), "removed: "));

  EXPECT_EQ(node.post("/bai-viet/1/khoi-phuc", "ban=1&moi-nhat=2", leader).status, 403);
  EXPECT_EQ(node.post("/bai-viet/1/khoi-phuc", "ban=5&moi-nhat=2", officer).status, 404);
  ASSERT_EQ(node.post("/bai-viet/1/khoi-phuc", "ban=1&moi-nhat=2", officer).status, 303);
  EXPECT_EQ(node.post("/bai-viet/1/khoi-phuc", "ban=1&moi-nhat=2", officer).status, 409);
  const auto restored = node.get("/bai-viet/1", officer);
  EXPECT_TRUE(says(restored, "<h1>Bài một</h1>"));
  EXPECT_TRUE(says(restored, "khôi phục bản 1"));
}

TEST_F(ContentPages, PublishedByItselfAtItsHour) {
  ASSERT_EQ(
      node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&viec=gui-duyet", officer).status,
      303);
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "/bai-viet/1/hen-gio"));
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "/bai-viet/1/hen-gio"));
  const auto past = node.post("/bai-viet/1/hen-gio", "ban=1&ngay=12/05/2021&gio=07:59", leader);
  EXPECT_EQ(past.status, 422);
  EXPECT_TRUE(says(past, "đã qua"));
  EXPECT_TRUE(says(past, "value=\"07:59\""));
  EXPECT_EQ(node.post("/bai-viet/1/hen-gio", "ban=1&ngay=&gio=", leader).status, 422);
  EXPECT_EQ(node.post("/bai-viet/1/hen-gio", "ban=1&ngay=13/05/2021&gio=7h", officer).status, 403);
  ASSERT_EQ(node.post("/bai-viet/1/hen-gio", "ban=1&ngay=13/05/2021&gio=7h", leader).status, 303);
  EXPECT_TRUE(says(node.get("/bai-viet/1", officer), "07:00 13/05/2021"));
  EXPECT_TRUE(says(node.get("/bai-viet?trang-thai=hen-gio", officer), "07:00 13/05/2021"));

  ASSERT_EQ(node.post("/bai-viet/1/hen-gio/bo", "x=1", officer).status, 303);
  EXPECT_TRUE(articles.scheduled().empty());
  ASSERT_EQ(node.post("/bai-viet/1/hen-gio", "ban=1&ngay=13/05/2021&gio=7h", leader).status, 303);
  Courier& courier = *node.app.couriers.back();
  EXPECT_FALSE(courier.step());
  node.clock.time = *parse_iso_instant("2021-05-13T07:00:00+07:00");
  EXPECT_TRUE(courier.step());
  EXPECT_FALSE(courier.step());
  EXPECT_TRUE(says(node.get("/bai-viet/1", node.sign_in("account/1")), "/bai/1-bai-mau"));
}

// account/2 leads the ward and publishes what account/1 has not handed in.
TEST_F(ContentPages, AnEmergencyIsFlaggedUntilASecondPersonApproves) {
  ASSERT_EQ(node.post("/bai-viet/moi", text("Tin khẩn") + "&don-vi=2&viec=luu", officer).status,
            303);
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "/bai-viet/1/khan-cap"));
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader), "/bai-viet/1/khan-cap"));
  const auto wordless = node.post("/bai-viet/1/khan-cap", "ban=1&vi-sao-gap=", leader);
  EXPECT_EQ(wordless.status, 422);
  EXPECT_TRUE(says(wordless, "vi-sao-gap-loi"));
  EXPECT_EQ(node.post("/bai-viet/1/khan-cap", "ban=1&vi-sao-gap=Gấp", officer).status, 403);
  ASSERT_EQ(node.post("/bai-viet/1/khan-cap", "ban=1&vi-sao-gap=Nước lên", leader).status, 303);
  for (const auto& who : {officer, leader}) {
    const auto page = node.get("/bai-viet/1", who);
    EXPECT_TRUE(says(page, "chưa có người thứ hai duyệt"));
    EXPECT_TRUE(says(page, "Nước lên"));
    EXPECT_FALSE(says(page, "/bai-viet/1/khan-cap/duyet"));
    EXPECT_TRUE(says(node.get("/bai-viet", who), "đăng khẩn cấp, chưa duyệt"));
  }
  EXPECT_TRUE(says(node.get("/bai-viet?trang-thai=khan-cap", officer), "Tin khẩn"));
  EXPECT_EQ(node.post("/bai-viet/1/khan-cap/duyet", "ban=1", leader).status, 403);

  roles[2] = Role::Leader;  // account/3, over the city
  EXPECT_TRUE(says(node.get("/bai-viet/1", planner), "/bai-viet/1/khan-cap/duyet"));
  ASSERT_EQ(node.post("/bai-viet/1/khan-cap/duyet", "ban=1", planner).status, 303);
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "chưa có người thứ hai duyệt"));
  EXPECT_FALSE(says(node.get("/bai-viet", officer), "đăng khẩn cấp"));
  EXPECT_FALSE(says(node.get("/bai-viet?trang-thai=khan-cap", officer), "Tin khẩn"));
}

TEST_F(ContentPages, EveryLinkIsJudgedAndWhoLinksHereIsFound) {
  node.app.routes.get("/bai/{article}", Right::Public,
                      [](const Visit&) { return http::plain("bài"); });
  node.app.routes.get("/van-ban/{document}", Right::Public,
                      [](const Visit&) { return http::plain("văn bản"); });
  const auto publish = [&](const std::string& no, const std::string& body) {
    ASSERT_EQ(node.post("/bai-viet/moi",
                        "tieu-de=Bài " + no + "&sapo=Mở đầu&tac-gia=Mẫu&don-vi=2&viec=gui-duyet" +
                            "&noi-dung=" + body,
                        officer)
                  .status,
              303);
    ASSERT_EQ(node.post("/bai-viet/" + no + "/duyet", "ban=1", leader).status, 303);
  };
  publish("1", "Không dẫn đâu.");
  publish(
      "2",
      "[một](/bai/1-bai-1?x#y) [không](/bai/9) [văn bản](/van-ban/1) [vắng](/van-ban/7) "
      "[việc](/bai-viet) [lạc](/khong-co) [bộ luật](https://vbpl.vn/a) [xa](https://a.example)");
  const auto page = node.get("/bai-viet/2", leader);
  const auto judged = [&](std::string_view address) {
    const std::size_t at = page.body.find("<code>" + std::string(address) + "</code>");
    if (at == std::string::npos) return std::string("not listed");
    const std::size_t from = page.body.find("\">", at) + 2;
    return page.body.substr(from, page.body.find('<', from) - from);
  };
  EXPECT_EQ(judged("/bai/1-bai-1?x#y"), "Trang của cổng");
  EXPECT_EQ(judged("/bai/9"), "Cổng không có trang này");
  EXPECT_EQ(judged("/van-ban/1"), "Trang của cổng");
  EXPECT_EQ(judged("/van-ban/7"), "Cổng không có trang này");
  EXPECT_EQ(judged("/bai-viet"), "Trang chỉ mở khi đăng nhập; người đọc không xem được");
  EXPECT_EQ(judged("/khong-co"), "Cổng không có trang này");
  EXPECT_EQ(judged("https://vbpl.vn/a"), "Trang ngoài, trong danh sách cơ quan nhà nước");
  EXPECT_EQ(judged("https://a.example"), "Không bấm được: ngoài danh sách, chỉ in thành chữ");

  EXPECT_TRUE(says(node.get("/bai-viet/1/dung-o-dau", officer), "/bai/2-bai-2"));
  EXPECT_TRUE(says(node.get("/bai-viet/2/dung-o-dau", officer), "Chưa có bài nào"));
  // What was withdrawn is a page no more, and links to nothing.
  ASSERT_EQ(node.post("/bai-viet/1/thu-hoi", "ly-do=Wrong&giai-thich=Sai", officer).status, 303);
  ASSERT_EQ(node.post("/bai-viet/1/thu-hoi/xac-nhan", "de-xuat=1", leader).status, 303);
  EXPECT_FALSE(says(node.get("/bai-viet/2", leader), "Trang của cổng</span></li><li>không"));
  EXPECT_TRUE(says(node.get("/bai-viet/1/dung-o-dau", officer), "/bai/2-bai-2"));
}

TEST_F(ContentPages, WhoApprovesIsToldOfLinksThatLeadNowhereAndOfWhatChanges) {
  const auto write = [&](const std::string& path, const std::string& body) {
    ASSERT_EQ(node.post(path,
                        "tieu-de=Bài&sapo=Mở đầu&tac-gia=Mẫu&don-vi=2&viec=gui-duyet&sua-gi=Liên "
                        "kết&noi-dung=" +
                            body,
                        officer)
                  .status,
              303);
  };
  const auto times = [](const http::Response& page, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = page.body.find(words); at != std::string::npos;
         at = page.body.find(words, at + 1)) {
      ++count;
    }
    return count;
  };
  write("/bai-viet/moi", "[lạc](/khong-co) [việc](/bai-viet) [xa](https://a.example) [bộ](/bai/1)");
  const auto page = node.get("/bai-viet/1", leader);
  // Above the text and below it, and each time in the question of its button.
  EXPECT_EQ(times(page, "action=\"/bai-viet/1/duyet\""), 2U);
  EXPECT_EQ(times(page, "3 liên kết hỏng, 1 địa chỉ không bấm được."), 4U);
  EXPECT_EQ(times(page, "href=\"#lien-ket\""), 2U);
  EXPECT_EQ(times(page, "id=\"lien-ket\""), 1U);
  EXPECT_TRUE(says(node.get("/bai-viet/1", leader, Language::English),
                   "3 broken links, 1 address that cannot be clicked"));
  EXPECT_FALSE(says(page, "Thay đổi so với bản trên cổng"));
  EXPECT_FALSE(says(node.get("/bai-viet/1", officer), "liên kết hỏng"));

  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=1", leader).status, 303);
  write("/bai-viet/1/sua", "Sạch.&ban=1");
  const auto corrected = node.get("/bai-viet/1", leader);
  EXPECT_EQ(times(corrected, "/bai-viet/1/so-sanh?tu=1&amp;den=2"), 2U);
  EXPECT_FALSE(says(corrected, "liên kết hỏng"));
}

TEST_F(ContentPages, ATextThatCannotBeReadIsNotCountedAsOneWithoutLinks) {
  ASSERT_EQ(node.post("/bai-viet/moi",
                      "tieu-de=Bài 1&sapo=Mở đầu&tac-gia=Mẫu&don-vi=2&viec=gui-duyet&noi-dung=Một.",
                      officer)
                .status,
            303);
  const ArticleNo lost{2};
  node.tell(ArticleStarted{lost, UnitNo{2}, {}, false});
  node.tell(VersionDrafted{lost, 1, "Bài mất chữ", std::string(64, '0'), {}, {}, {}});
  node.tell(ArticlePublished{lost, 1, "bai-mat-chu"});
  const auto page = node.get("/bai-viet/1/dung-o-dau", officer);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Không đọc được nội dung"));
  EXPECT_TRUE(says(page, "/bai/2-bai-mat-chu"));
  EXPECT_FALSE(says(page, "Chưa có bài nào"));
}

TEST_F(ContentPages, FaultsStandAtTheirFields) {
  const auto empty = node.post("/bai-viet/moi", "don-vi=2&viec=luu", officer);
  EXPECT_EQ(empty.status, 422);
  for (const char* field : {"tieu-de", "sapo", "noi-dung", "tac-gia"}) {
    EXPECT_TRUE(says(empty, std::string("id=\"") + field + "-loi\"")) << field;
  }
  EXPECT_EQ(node.post("/bai-viet/moi", text("Bài") + "&don-vi=1", officer).status, 403);
}

TEST_F(ContentPages, BothLanguagesAndRights) {
  ASSERT_EQ(node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&viec=luu", officer).status,
            303);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path : {"/bai-viet", "/bai-viet/moi", "/bai-viet/1", "/bai-viet/1/sua"}) {
      EXPECT_EQ(node.get(path, officer, language).status, 200) << path;
    }
  }
  EXPECT_EQ(node.get("/bai-viet/7", officer).status, 404);
  EXPECT_EQ(node.get("/bai-viet/moi", leader).status, 403);
  EXPECT_EQ(node.get("/bai-viet").status, 303);
}

// Every fact of the ledger again, into a state that starts empty.
TEST_F(ContentPages, ReplayGivesTheSameState) {
  ASSERT_EQ(
      node.post("/bai-viet/moi", text("Bài mẫu") + "&don-vi=2&viec=gui-duyet", officer).status,
      303);
  ASSERT_EQ(node.post("/bai-viet/1/duyet", "ban=1", leader).status, 303);
  State again;
  ledger::Folds folds;
  App app{folds,       node.engine,    node.vault, *node.blobs, node.templates,
          node.random, *node.sessions, node.mail,  "",          node.app.asset};
  install(app, again, {calendar, units, identity, law, plans}, node.clock);
  std::size_t count = 0;
  const auto read = node.store->read(0, 100, [&](const ledger::Fact& fact) -> Result<void> {
    TRY_ASSIGN(const auto apply, folds.prepare(fact));
    apply();
    ++count;
    return {};
  });
  ASSERT_TRUE(read) << read.error().text.en;
  EXPECT_EQ(count, 5U);
  EXPECT_EQ(again.published(), articles.published());
  EXPECT_EQ(again.article(ArticleNo{1}).published_at, articles.article(ArticleNo{1}).published_at);
  EXPECT_EQ(again.article(ArticleNo{1}).slug, "bai-mau");
}

}  // namespace
}  // namespace lantoa::city::content
