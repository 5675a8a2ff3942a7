// The pages of a report in words, its paper, its duty, what of it everybody reads, the API.
#include "city/statistics/narrative_pages.h"

#include "city/statistics/testing_narrative.h"
#include "platform/document/document.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string words_at = "/bao-cao/1/loi-van";

class NarrativePages : public NarrativeWorld {
 protected:
  NarrativePages()
      : planner(world.node.sign_in(World::planner())),
        leader(world.node.sign_in(World::leader())) {}

  static std::string value_of(const http::Response& page, const std::string& name) {
    const std::string begin = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.body.find(begin);
    if (at == std::string::npos) return {};
    const std::size_t from = at + begin.size();
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  // What the form sends, with the figures that its page showed.
  static std::string form_of(const http::Response& page, const std::string& results) {
    return "ban=" + value_of(page, "ban") +
           "&da-thay=" + http::percent_encode(value_of(page, "da-thay")) +
           "&phan-ket-qua=" + http::percent_encode(results);
  }
  void write(const std::string& results) {
    const auto form = world.node.get(words_at + "/sua", planner);
    EXPECT_EQ(world.node.post(words_at + "/sua", form_of(form, results), planner).status, 303);
  }
  std::vector<App::Duty> duties(const std::string& who) {
    Visit visit;
    visit.actor = *world.node.app.find_actor(who);
    std::vector<App::Duty> out;
    for (const auto& of_slice : world.node.app.duties) of_slice(visit, out);
    return out;
  }
  std::string on_paper(const std::string& query) {
    const auto file = world.node.get(words_at + query + "dang=docx", planner);
    EXPECT_EQ(file.status, 200) << file.body.substr(0, 500);
    const auto text = document::to_text(file.body, "a.docx");
    EXPECT_TRUE(text) << (text ? "" : text.error().text.en);
    return text ? *text : "";
  }

  std::string planner, leader;
};

TEST_F(NarrativePages, ATextIsWrittenWithoutAScriptAndReadWithItsLinks) {
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body, HasSubstr("href=\"" + words_at + "\""));
  const auto empty = world.node.get(words_at, planner);
  EXPECT_THAT(empty.body, HasSubstr("Chưa có lời văn"));
  EXPECT_THAT(empty.body, HasSubstr("href=\"" + words_at + "/sua\""));
  const auto form = world.node.get(words_at + "/sua", planner);
  EXPECT_THAT(form.body, HasSubstr("{{cột 6}}"));
  EXPECT_THAT(form.body, HasSubstr("data-insert=\"{{cột 6}}\""));
  EXPECT_THAT(form.body, HasSubstr("{{cột 1 của 02}}"));
  const auto done = world.node.post(
      words_at + "/sua", form_of(form, "Có {{cột 6}} <b>câu lạc bộ</b>.\n- Một\n- Hai"), planner);
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.header("Location"), words_at + "?xong=luu");
  const auto page = world.node.get(words_at, planner);
  EXPECT_THAT(page.body,
              HasSubstr("Có <a class=\"figure\" href=\"/bao-cao/1/don-vi/1/cot/6\">44</a>"
                        " &lt;b&gt;câu lạc bộ&lt;/b&gt;."));
  EXPECT_THAT(page.body, HasSubstr("<li>Một"));
  EXPECT_THAT(page.body, HasSubstr("I. Kết quả thực hiện"));
  EXPECT_THAT(page.body, Not(HasSubstr("khi viết là")));
}

TEST_F(NarrativePages, FaultsAndWhatWasTypedStandInTheForm) {
  const auto form = world.node.get(words_at + "/sua", planner);
  const auto wrong =
      world.node.post(words_at + "/sua", form_of(form, "Có {{cột 99}} và {{đã"), planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("id=\"phan-ket-qua-loi\""));
  EXPECT_THAT(wrong.body, HasSubstr("biểu mẫu không có cột “99”"));
  EXPECT_THAT(wrong.body, HasSubstr("Có {{cột 99}} và {{đã</textarea>"));
}

TEST_F(NarrativePages, APreviewShowsTheFiguresAndWritesNothing) {
  const std::uint64_t before = world.node.engine.head().seq;
  const auto form = world.node.get(words_at + "/sua", planner);
  const auto preview =
      world.node.post(words_at + "/xem-truoc", form_of(form, "Có {{cột 6 của 03}}."), planner);
  EXPECT_EQ(preview.status, 200);
  EXPECT_THAT(preview.body, HasSubstr("href=\"/bao-cao/1/don-vi/3/cot/6\">11</a>."));
  EXPECT_THAT(value_of(preview, "da-thay"), HasSubstr("cột 6 của 03=11"));
  EXPECT_EQ(world.node.engine.head().seq, before);
  EXPECT_EQ(
      world.node.post(words_at + "/sua", form_of(preview, "Có {{cột 6 của 03}}."), planner).status,
      303);
  EXPECT_EQ(world.node.post(words_at + "/xem-truoc", form_of(form, "{{x}}"), planner).status, 422);
}

TEST_F(NarrativePages, AFigureThatWasNotSeenIsShownBeforeItIsKept) {
  const auto form = world.node.get(words_at + "/sua", planner);
  const auto shown =
      world.node.post(words_at + "/sua", form_of(form, "Có {{cột 6 của 03}}."), planner);
  EXPECT_EQ(shown.status, 409);
  EXPECT_THAT(shown.body, HasSubstr("{{cột 6 của 03}} nay là 11."));
  EXPECT_EQ(
      world.node.post(words_at + "/sua", form_of(shown, "Có {{cột 6 của 03}}."), planner).status,
      303);
}

TEST_F(NarrativePages, WhatChangedIsMarkedInWordsAndHoldsBackTheFile) {
  write("Có {{cột 6}} câu lạc bộ. Kỳ này là {{kỳ}}.");
  EXPECT_EQ(world.node.get(words_at + "?dang=pdf", planner).body.substr(0, 5), "%PDF-");
  hand_in(6, 1);
  const auto page = world.node.get(words_at, planner);
  EXPECT_THAT(page.body, HasSubstr("(nay là 45, khi viết là 44)"));
  EXPECT_THAT(page.body, HasSubstr("Số đã đổi từ khi viết: 1"));
  EXPECT_THAT(page.body, HasSubstr("Đọc lại và ghi nhận số mới"));
  for (const char* kind : {"pdf", "docx"}) {
    const auto refused = world.node.get(words_at + "?dang=" + kind, planner);
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, HasSubstr("{{cột 6}}: nay là 45, khi viết là 44."));
    EXPECT_THAT(refused.body, HasSubstr("action=\"" + words_at + "/doc-lai\""));
  }
  const auto done = world.node.post(words_at + "/doc-lai",
                                    "ban=" + value_of(page, "ban") + "&da-thay=" +
                                        http::percent_encode(value_of(page, "da-thay")),
                                    planner);
  EXPECT_EQ(done.header("Location"), words_at + "?xong=doc-lai");
  const auto read = world.node.get(words_at, planner);
  EXPECT_THAT(read.body, Not(HasSubstr("khi viết là")));
  EXPECT_THAT(read.body, HasSubstr("href=\"" + words_at + "?ban=1\""));
  EXPECT_THAT(world.node.get(words_at + "?ban=1", planner).body, HasSubstr("Đây là một bản cũ"));
  EXPECT_EQ(world.node.get(words_at + "?dang=docx", planner).status, 200);
}

TEST_F(NarrativePages, ThePaperSaysWhatItRestsOn) {
  write("Có {{cột 6}} câu lạc bộ.\n- Của {{đã nộp}} đơn vị;");
  const std::string draft = on_paper("?");
  EXPECT_THAT(draft, HasSubstr("Dự thảo, bản 1, chưa phê duyệt"));
  EXPECT_THAT(draft, HasSubstr("I. KẾT QUẢ THỰC HIỆN"));
  EXPECT_THAT(draft, HasSubstr("Có 44 câu lạc bộ."));
  EXPECT_THAT(draft, HasSubstr("Của 2 đơn vị;"));
  close();
  does(World::leader(), ApproveNarrative{RoundNo{1}, 1});
  world.turn_to("2021-07-08");
  does(World::planner(), AllowLate{RoundNo{1}, "06", day("2021-07-10"), "Mất điện"});
  hand_in(6, 100);
  planner = world.node.sign_in(World::planner());  // the former one has ended meanwhile
  const std::string paper = on_paper("?");
  EXPECT_THAT(paper, Not(HasSubstr("Dự thảo")));
  EXPECT_THAT(paper, HasSubstr("Có 44 câu lạc bộ."));
  EXPECT_THAT(paper, HasSubstr("báo cáo nộp bổ sung hoặc sửa sau đó chưa tính vào"));
  const auto page = world.node.get(words_at, planner);
  EXPECT_THAT(page.body, HasSubstr("lời văn vẫn dùng số lúc khóa"));
  EXPECT_THAT(page.body, HasSubstr("144"));
  EXPECT_EQ(world.node.get("/bao-cao/1/loi-van?dang=xyz&ban=9", planner).status, 200);
}

TEST_F(NarrativePages, WaitsForTheSecondPersonOnTheStartPage) {
  const auto of_words = [&](const std::string& who) {
    std::vector<App::Duty> out = duties(who);
    std::erase_if(out, [](const App::Duty& one) { return one.address != words_at; });
    return out;
  };
  write("Có {{cột 6}}.");
  EXPECT_TRUE(of_words(World::leader()).empty()) << "the round is open";
  hand_in(6, 1);
  close();
  EXPECT_TRUE(of_words(World::leader()).empty()) << "its figures are to be read again first";
  ASSERT_EQ(of_words(World::planner()).size(), 1U);
  EXPECT_EQ(of_words(World::planner()).front().state->vi, "Số đã đổi");
  EXPECT_THAT(world.node.get(words_at, leader).body, HasSubstr("người viết phải đọc lại trước"));
  does(World::planner(), reread(1));
  EXPECT_TRUE(of_words(World::planner()).empty());
  ASSERT_EQ(of_words(World::leader()).size(), 1U);
  EXPECT_THAT(world.node.get(words_at, leader).body, HasSubstr("Phê duyệt lời văn"));
  EXPECT_THAT(world.node.get(words_at, planner).body, Not(HasSubstr("Phê duyệt lời văn")));
  EXPECT_EQ(world.node.post(words_at + "/duyet", "ban=1", leader).status, 409);
  EXPECT_EQ(world.node.post(words_at + "/duyet", "ban=2", leader).status, 303);
  EXPECT_TRUE(of_words(World::leader()).empty());
}

TEST_F(NarrativePages, AreForThoseWhoSeeTheScope) {
  write("Có {{cột 6}}.");
  const std::string ward = world.node.sign_in(World::ward());
  const std::string auditor = world.node.sign_in(World::auditor());
  EXPECT_EQ(world.node.get(words_at, ward).status, 403);
  EXPECT_EQ(world.node.get(words_at + "?dang=docx", ward).status, 403);
  EXPECT_EQ(world.node.get(words_at + "/sua", ward).status, 403);
  const auto page = world.node.get(words_at, auditor);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, Not(HasSubstr("/sua\"")));
  EXPECT_EQ(world.node.get(words_at + "/sua", auditor).status, 403);
  EXPECT_EQ(world.node.get("/bao-cao/9/loi-van", planner).status, 404);
  EXPECT_EQ(world.node.get("/bao-cao/1/loi-van?ban=7", planner).status, 200);
}

TEST_F(NarrativePages, EverybodyReadsWhatIsApprovedOfAPublicRound) {
  const std::string address = "/so-lieu-cong-khai/1";
  write("Thí điểm {{cột 6}} nơi, {{đã nộp}} đơn vị nộp.");
  close();
  does(World::leader(), PublishRound{RoundNo{1}});
  EXPECT_THAT(world.node.get(address).body, Not(HasSubstr("Thí điểm")));
  EXPECT_THAT(world.node.get(words_at, leader).body, HasSubstr("lên trang công khai ngay"));
  does(World::leader(), ApproveNarrative{RoundNo{1}, 1});
  const auto page = world.node.get(address);
  EXPECT_THAT(page.body, HasSubstr("Báo cáo bằng lời"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/so-lieu-cong-khai/1?cot=6#theo-don-vi\">44</a> nơi, "));
  does(World::planner(), text("Bản sau.", 1));
  const auto after = world.node.get(address);
  EXPECT_THAT(after.body, HasSubstr("Thí điểm")) << "the approved one";
  EXPECT_THAT(after.body, Not(HasSubstr("Bản sau")));
  EXPECT_THAT(world.node.get(address, {}, Language::English).body,
              HasSubstr("The report in words"));
  does(World::leader(), UnpublishRound{RoundNo{1}, "Cộng nhầm"});
  const auto gone = world.node.get(address);
  EXPECT_EQ(gone.status, 410);
  EXPECT_THAT(gone.body, Not(HasSubstr("Thí điểm")));
}

TEST_F(NarrativePages, AreReadInEnglish) {
  write("Có {{cột 6}}.");
  hand_in(6, 1);
  const auto page = world.node.get(words_at, planner, Language::English);
  EXPECT_THAT(page.body, HasSubstr("The report in words"));
  EXPECT_THAT(page.body, HasSubstr("(now 45, when written 44)"));
  EXPECT_THAT(page.body, HasSubstr("<div lang=\"vi\">"));
  const auto form = world.node.get(words_at + "/sua", planner, Language::English);
  EXPECT_THAT(form.body, HasSubstr("Live figures to copy into the text"));
  EXPECT_THAT(form.body, HasSubstr("II. Results"));
}

TEST(NarrativeFiguresOfAForm, GoOutAndComeBack) {
  const std::vector<NarrativeFigure> figures{
      {"cột 2", "1.045"}, {"cột 6", "45 (trong đó ước 5)"}, {"kỳ", "từ 01/01/2021 đến 30/06/2021"}};
  EXPECT_EQ(unpacked_figures(packed_figures(figures)), figures);
  EXPECT_TRUE(unpacked_figures("").empty());
  EXPECT_TRUE(unpacked_figures(";;x").empty());
  EXPECT_EQ(unpacked_figures("a=b=c"), (std::vector<NarrativeFigure>{{"a", "b=c"}}));
}

}  // namespace
}  // namespace lantoa::city::statistics
