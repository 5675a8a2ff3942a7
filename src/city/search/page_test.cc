#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/search/testing_world.h"
#include "kernel/testing_folder.h"

namespace lantoa::city::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class Search : public ::testing::Test {
 protected:
  std::string page(const std::string& path, Language language = Language::Vietnamese) {
    const auto response = world.get(path, language);
    EXPECT_EQ(response.status, 200) << path;
    return response.body;
  }
  World world;
};

TEST_F(Search, FindsOnlyWhatIsPublished) {
  const ArticleNo draft = world.draft("Bản nháp bí mật", "voi");
  const ArticleNo shown = world.publish("Bài đã đăng", "voi con");
  const PlanNo plan = world.draft_plan("Phổ biến luật voi");
  EXPECT_THAT(world.found("voi"), ElementsAre("bai/2"));
  world.show(draft);
  world.issue(plan, "06/KH-HĐPHPBGDPL");
  EXPECT_THAT(world.found("voi"), UnorderedElementsAre("bai/1", "bai/2", "ke-hoach/1"));
  world.withdraw(shown);
  EXPECT_THAT(world.found("voi"), UnorderedElementsAre("bai/1", "ke-hoach/1"));
}

TEST_F(Search, ANewVersionTakesTheOldOnesPlace) {
  const ArticleNo no = world.publish("Một", "gà");
  world.draft_version(no, "Hai", "vịt");
  EXPECT_THAT(world.found("gà"), ElementsAre("bai/1")) << "not approved yet";
  EXPECT_THAT(world.found("vịt"), IsEmpty());
  world.show(no);
  EXPECT_THAT(world.found("gà"), IsEmpty());
  EXPECT_THAT(world.found("vịt"), ElementsAre("bai/1"));
}

TEST_F(Search, FindsDocumentsByNumberFirst) {
  const auto decree = world.register_law("32/2021/NĐ-CP", "Nghị định", "Chính phủ", "Về một việc");
  world.register_law("32/2020/NĐ-CP", "Nghị định", "Chính phủ", "Về việc khác", "2020-03-05");
  world.register_law("97/2019/QH14", "Nghị quyết", "Quốc hội", "Thí điểm mô hình", "2019-11-27");
  world.publish("Điều 9 Nghị định 32 nói gì", "Nghị định số 32/2021/NĐ-CP và 97/2019", {decree});
  for (const char* typed : {"32/2021/NĐ-CP", "32/2021", "nđ 32/2021", "nghị định 32 năm 2021",
                            "điều 9 nghị định 32/2021"}) {
    ASSERT_THAT(world.found(typed), Not(IsEmpty())) << typed;
    EXPECT_EQ(world.found(typed).front(), "van-ban/1") << typed;
  }
  EXPECT_THAT(world.found("nđ 32"), ElementsAre("van-ban/1", "van-ban/2", "bai/1"));
  EXPECT_THAT(world.found("97/2019"), ElementsAre("van-ban/3", "bai/1"));
  EXPECT_THAT(world.found("nq 97"), ElementsAre("van-ban/3"));
  EXPECT_THAT(world.found("thi diem mo hinh"), ElementsAre("van-ban/3"));
}

TEST_F(Search, ThePageShowsWhatWasFound) {
  const auto law = world.register_law("31/2024/QH15", "Luật", "Quốc hội", "Đất đai <mới> & cũ");
  world.publish("Hỏi đáp về đất đai", "Người dân hỏi về **đất đai** & nhà <b>ở</b>", {law});
  const std::string body = page("/tim?q=dat dai");
  EXPECT_THAT(body, HasSubstr("<title>dat dai – Tìm kiếm: 2 kết quả – "));
  EXPECT_THAT(body, HasSubstr("2 kết quả"));
  EXPECT_THAT(body, HasSubstr("Hỏi đáp về <mark>đất đai</mark></a>"));
  EXPECT_THAT(body, HasSubstr("<mark>Đất đai</mark> &lt;mới&gt; &amp; cũ"));
  EXPECT_THAT(body, HasSubstr("href=\"/bai/1-bai-mau\""));
  EXPECT_THAT(body, HasSubstr("href=\"/van-ban/1\""));
  EXPECT_THAT(body, HasSubstr("law-live"));
  EXPECT_THAT(body, HasSubstr("/tim?q=dat%20dai&amp;loai=van-ban"));
  EXPECT_THAT(body, HasSubstr("12/05/2021 · <span lang=\"vi\">Sở Tư pháp</span>"));
  EXPECT_THAT(page("/tim?q=dat dai", Language::English), HasSubstr("2 results"));
}

TEST_F(Search, FacetsNarrow) {
  world.register_law("31/2024/QH15", "Luật", "Quốc hội", "Đất đai", "2024-01-18");
  world.publish("Đất đai", "một");
  const std::string all = page("/tim?q=đất");
  EXPECT_THAT(all, HasSubstr("Bài viết</a> <span class=\"search-count\">1"));
  EXPECT_THAT(all, HasSubstr("Quốc hội</a> <span class=\"search-count\">1"));
  EXPECT_THAT(all, HasSubstr("2024</a> <span class=\"search-count\">1"));
  const std::string some = page("/tim?q=đất&nam=2024&don-vi=Quốc hội");
  EXPECT_THAT(some, HasSubstr("1 kết quả"));
  EXPECT_THAT(some, HasSubstr("bỏ bộ lọc này"));
  EXPECT_THAT(some, Not(HasSubstr("/bai/1")));
  EXPECT_THAT(page("/tim?don-vi=2&loai=bai"), HasSubstr("/bai/1-bai-mau")) << "no words: all";
  EXPECT_THAT(page("/tim?q=đất&loai=lạ"), HasSubstr("Tìm lại không có bộ lọc"));
}

TEST_F(Search, PagesFollowEachOther) {
  for (int i = 0; i < 23; ++i) world.publish("Luật số " + std::to_string(i), "x");
  EXPECT_THAT(page("/tim?q=luật"), HasSubstr("href=\"/tim?q=lu%E1%BA%ADt&amp;trang=2\""));
  const std::string last = page("/tim?q=luật&trang=3");
  EXPECT_THAT(last, HasSubstr("start=\"21\""));
  EXPECT_THAT(last, HasSubstr("trang 3/3"));
  EXPECT_THAT(page("/tim?q=luật&trang=999999"), HasSubstr("trang 3/3"));
}

TEST_F(Search, WhateverIsTypedIsAPage) {
  world.publish("Một bài", "a");
  for (const std::string& typed :
       {std::string(), std::string("a"), std::string("\xCC\x80\xCC\x81"), std::string("\"đất"),
        std::string("\"\"\"\""), std::string(10'240, 'a'), std::string("a\0b", 3),
        std::string("<script>alert(1)</script>"), std::string("'; DROP TABLE facts; --"),
        std::string("NOT OR AND NEAR (")}) {
    http::Request request = testing::make_request(http::Method::Get, "/tim");
    request.query = {{"q", typed}, {"trang", "x"}, {"nam", std::string(10'000, '9')}};
    const auto response = testing::answer(world.node.site, request);
    EXPECT_EQ(response.status, 200) << typed;
    EXPECT_THAT(response.body, Not(HasSubstr("<script>alert")));
    request.path = "/tim/goi-y";
    EXPECT_EQ(testing::answer(world.node.site, request).status, 200) << typed;
  }
  EXPECT_THAT(page("/tim?q=" + std::string(10'240, 'a')), HasSubstr("quá dài"));
  EXPECT_THAT(page("/tim"), HasSubstr("Nhập từ cần tìm"));
  EXPECT_THAT(page("/tim?q=khongcogi"), HasSubstr("Không tìm thấy"));
  EXPECT_THAT(page("/tim?q=khongcogi", Language::English), HasSubstr("Nothing found"));
}

TEST_F(Search, SaysWhenOnlySomeWordsAreThere) {
  world.publish("Đất đai", "một");
  EXPECT_THAT(page("/tim?q=đất voi"), HasSubstr("chứa đủ các từ"));
}

TEST_F(Search, SaysThatNoTextOfTheProvisionIsKept) {
  world.register_law("32/2021/NĐ-CP", "Nghị định", "Chính phủ", "Về một việc");
  EXPECT_THAT(page("/tim?q=điều 9 nghị định 32"),
              HasSubstr("dẫn thẳng tới <span lang=\"vi\">Điều 9</span>"));
  EXPECT_THAT(page("/tim?q=nghị định 32"), Not(HasSubstr("dẫn thẳng tới")));
}

TEST_F(Search, PlansAndUnitsLeadToTheirPublicPages) {
  const PlanNo plan = world.draft_plan("Phổ biến Luật Mẫu");
  EXPECT_THAT(page("/tim?q=Luật Mẫu"), Not(HasSubstr("/chien-dich/1"))) << "a draft";
  world.issue(plan, "06/KH-HĐPHPBGDPL");
  EXPECT_THAT(page("/tim?q=kh 6"),
              HasSubstr("<h3 lang=\"vi\"><a href=\"/chien-dich/1\">Kế hoạch 06/<mark>KH</mark>"));
  EXPECT_THAT(page("/tim?q=so tu phap"), HasSubstr("<h3 lang=\"vi\"><a href=\"/co-quan/"));
}

TEST_F(Search, SuggestsTitlesAsJson) {
  world.register_law("31/2024/QH15", "Luật", "Quốc hội", "\"Đất\" </đai>\\");
  world.publish("Đất đai & nhà ở", "x");
  const auto response = world.get("/tim/goi-y?q=dat");
  EXPECT_EQ(response.header("Content-Type"), "application/json");
  EXPECT_THAT(response.body, HasSubstr("{\"text\":\"Đất đai & nhà ở\",\"kind\":\"Bài viết\","
                                       "\"address\":\"/bai/1-bai-mau\"}"));
  EXPECT_THAT(response.body, HasSubstr("Luật 31/2024/QH15: \\u0022Đất\\u0022 \\u003c/đai>\\u005c"));
  EXPECT_EQ(world.get("/tim/goi-y?q=").body, "{\"suggestions\":[]}");
  EXPECT_THAT(world.get("/tim/goi-y?q=31/20", Language::English).body,
              HasSubstr("\"kind\":\"Document\""));
}

TEST_F(Search, WithoutAFolderItSaysThatItIsDown) {
  World other("/khong/co/thu/muc");
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path : {"/tim", "/tim?q=luật", "/tim/goi-y?q=luật"}) {
      const auto response = other.get(path, language);
      EXPECT_EQ(response.status, 503) << path;
      EXPECT_FALSE(response.header("Retry-After").empty());
      EXPECT_THAT(response.body, HasSubstr("<h1>"));
      EXPECT_THAT(response.body, Not(HasSubstr("/khong/co"))) << "no business of a reader";
    }
  }
  EXPECT_THAT(other.get("/tim").body, HasSubstr("Chức năng tìm kiếm đang tạm dừng"));
}

TEST(SearchPage, AFullTextIsFoundByItsWordsAndItsProvisionsByTheirNumbers) {
  World world;
  const DocumentNo no =
      world.register_law("32/2021/NĐ-CP", "Nghị định", "Chính phủ", "Quy định mẫu");
  EXPECT_THAT(world.get("/tim?q=điều+2+nghị+định+32").body, HasSubstr("chưa giữ toàn văn"));
  world.keep_text(no, "Điều 1. Phạm vi\n\nMột.\n\nĐiều 2. Lệ phí\n\n1. Chim họa mi hót.\n");
  EXPECT_THAT(world.get("/tim?q=họa+mi").body, HasSubstr("1 kết quả"));
  EXPECT_THAT(world.get("/tim?q=khoản+1+điều+2+nghị+định+32").body,
              HasSubstr("href=\"/van-ban/1/toan-van/dieu-2.khoan-1\""));
}

// Temporary folders are swept by others; the texts' file has no name that they could find.
TEST(SearchPage, IsUntouchedByWhoeverSweepsTheFolder) {
  const TestFolder folder;
  World world(folder.path());
  world.publish("Luật Đất đai", "voi");
  EXPECT_THAT(world.get("/tim?q=voi").body, HasSubstr("1 kết quả"));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  std::filesystem::remove_all(folder.path());
  EXPECT_THAT(world.get("/tim?q=voi").body, HasSubstr("<mark>voi</mark>"));
}

TEST_F(Search, CorrectsAWordThatStandsNowhere) {
  world.publish("Luật Đất đai & nhà ở", "Chính quyền đô thị");
  const std::string body = page("/tim?q=luật đất ddai&loai=bai");
  EXPECT_THAT(body, HasSubstr("Có phải bạn tìm: <a href=\"/tim?q=lu%E1%BA%ADt%20%C4%91%E1%BA%A5t%20"
                              "%C4%91ai&amp;loai=bai\" lang=\"vi\">luật đất đai</a>?"));
  EXPECT_THAT(page("/tim?q=chinh quyeen", Language::English), HasSubstr("Did you mean"));
  EXPECT_THAT(page("/tim?q=luat dat dai"), Not(HasSubstr("Có phải bạn tìm")));
  EXPECT_THAT(page("/tim?q=zzzzz"), Not(HasSubstr("Có phải bạn tìm")));
}

TEST_F(Search, NeverCorrectsANumber) {
  world.register_law("32/2021/NĐ-CP", "Nghị định", "Chính phủ", "Về một việc");
  EXPECT_THAT(page("/tim?q=33/2021"), Not(HasSubstr("Có phải bạn tìm")));
  EXPECT_THAT(page("/tim?q=nghi dimh 33/2021"), Not(HasSubstr("Có phải bạn tìm")));
  EXPECT_THAT(page("/tim?q=nghi dimh 32/2021"), HasSubstr(">nghi định 32/2021</a>"));
}

TEST_F(Search, AFollowerWithoutAFolderTriesEachTime) {
  Follower broken("/khong/co/thu/muc");
  broken.follow([](const Subject&) { return lantoa::search::Entry{"a", "b", "", "", {}, {}, 0}; });
  broken.changed({Kind::Unit, 1});
  EXPECT_EQ(broken.catch_up().error().code, Code::Unavailable);
  EXPECT_EQ(broken.catch_up().error().code, Code::Unavailable) << "tried again each time";
}

TEST_F(Search, LongTextsAreCommittedBeforeAllOfThemAreThere) {
  Follower follower(std::filesystem::temp_directory_path());
  std::uint32_t seen = 0;
  follower.follow([&](const Subject& subject) {
    const auto found = follower.index().find({lantoa::search::parse_query("voi"), {}, {}, {}});
    seen = found.value().total;
    return lantoa::search::Entry{id_of(subject), "Voi", std::string(250'000, ' '), "", {}, {}, 0};
  });
  for (std::uint32_t no = 1; no <= 30; ++no) follower.changed({Kind::Unit, no});
  ASSERT_TRUE(follower.catch_up());
  EXPECT_EQ(seen, 17) << "4 MiB";
}

TEST_F(Search, AThreadBringsInWhatChanged) {
  world.follower.start();
  for (int i = 0; i < 30; ++i) {
    const ArticleNo no = world.publish("Luật " + std::to_string(i), "x");
    EXPECT_THAT(world.found("\"luật " + std::to_string(i) + "\""),
                Contains("bai/" + std::to_string(no.value)));
    world.withdraw(no);
    EXPECT_THAT(world.found("\"luật " + std::to_string(i) + "\""), IsEmpty());
  }
  world.follower.stop();
}

}  // namespace
}  // namespace lantoa::city::search
