#include <gtest/gtest.h>

#include "city/comment/testing_solver.h"
#include "city/comment/testing_world.h"

namespace lantoa::city::comment {
namespace {

bool has(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

std::string encode_form(const std::map<std::string, std::string>& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    out += (out.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
  }
  return out;
}

struct Portal : World {
  Guard guard{node.vault};
  std::string address = "/bai/1/gop-y";

  // A form as it was rendered a minute ago, with the puzzle solved.
  std::map<std::string, std::string> form(const std::string& text = "Khi nào có hướng dẫn?") {
    std::map<std::string, std::string> fields{{"ho-ten", "Nguyễn Văn Mẫu"},
                                              {"dien-thoai", "024 3825 3536"},
                                              {"tieu-de", "Xin hỏi"},
                                              {"noi-dung", text},
                                              {"dong-y", "1"},
                                              {"trang-web", ""}};
    give_token(fields, article, 60'000);
    return fields;
  }
  void give_token(std::map<std::string, std::string>& fields, ArticleNo of, std::int64_t age_ms) {
    fields["phieu"] =
        guard.write({of, {node.clock.time.ms - age_ms}, "n" + std::to_string(++nonces)});
    fields["loi-giai"] = solve(guard.puzzle_of(fields["phieu"]));
  }
  http::Response send(const std::map<std::string, std::string>& fields) {
    return node.post(address, encode_form(fields));
  }
  std::string code_of(const std::map<std::string, std::string>& fields) {
    return tidy_code(guard.code_of(*guard.read(fields.at("phieu"))));
  }

  unsigned nonces = 0;
};

TEST(Form, SaysWhatIsKeptAndTicksNothing) {
  Portal portal;
  const auto page = portal.node.get(portal.address);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("Cache-Control"), "no-store");
  for (const char* text :
       {"Họ tên", "Điện thoại", "Tiêu đề", "Nội dung", "Mã xác nhận", "xóa sau", "90", "Bài mẫu"}) {
    EXPECT_TRUE(has(page, text)) << text;
  }
  EXPECT_FALSE(has(page, "checked"));
  EXPECT_NE(portal.node.get(portal.address).body, page.body) << "a form is for one sender";
  EXPECT_EQ(portal.node.get("/bai/9/gop-y").status, 404);
}

TEST(Form, SentShowsTheCodeOnceAndTheFollowingPageEverAfter) {
  Portal portal;
  const auto fields = portal.form();
  const auto sent = portal.send(fields);
  ASSERT_EQ(sent.status, 303) << sent.body;
  const std::string received(sent.header("Location"));
  const auto told = portal.node.get(received);
  EXPECT_TRUE(has(told, portal.guard.code_of(*portal.guard.read(fields.at("phieu")))));
  portal.node.clock.time.ms += form_age_ms_max;
  EXPECT_EQ(portal.node.get(received).status, 404);
  const std::string code = portal.code_of(fields);
  const auto follow = portal.node.get("/gop-y/" + code);
  EXPECT_EQ(follow.status, 200);
  EXPECT_TRUE(has(follow, "chờ duyệt"));
  EXPECT_TRUE(has(follow, "Khi nào có hướng dẫn?"));
  EXPECT_FALSE(has(follow, "3825")) << "the phone is for the moderator";
  EXPECT_EQ(portal.node.get("/gop-y?ma=" + code).header("Location"), "/gop-y/" + code);
  EXPECT_EQ(portal.node.get("/gop-y/0000000000000000").status, 404);
  EXPECT_EQ(portal.node.get("/gop-y/x").status, 404);
}

TEST(Form, EachRefusalSaysWhyAndKeepsTheText) {
  struct Case {
    const char* what;
    std::function<void(Portal&, std::map<std::string, std::string>&)> change;
    const char* words;
  };
  const std::vector<Case> cases = {
      {"trap", [](Portal&, auto& f) { f["trang-web"] = "x"; }, "phải để trống"},
      {"fast", [](Portal& p, auto& f) { p.give_token(f, p.article, 1'000); }, "nhanh hơn"},
      {"old", [](Portal& p, auto& f) { p.give_token(f, p.article, form_age_ms_max + 1); },
       "hết hạn"},
      {"other article", [](Portal& p, auto& f) { p.give_token(f, p.publish("Bài khác"), 60'000); },
       "không phải của bài viết này"},
      {"no token", [](Portal&, auto& f) { f["phieu"] = ""; }, "không phải của bài viết này"},
      {"other puzzle",
       [](Portal& p, auto& f) {
         auto other = p.form();
         f["loi-giai"] = other["loi-giai"];
       },
       "Bước kiểm tra tự động"},
      {"no puzzle", [](Portal&, auto& f) { f["loi-giai"] = ""; }, "Mã xác nhận chưa đúng"},
      {"no name", [](Portal&, auto& f) { f["ho-ten"] = "  "; }, "Hãy ghi họ tên"},
      {"no consent", [](Portal&, auto& f) { f.erase("dong-y"); }, "đánh dấu đồng ý"},
  };
  for (const Case& one : cases) {
    Portal portal;
    auto fields = portal.form("Nội dung <b>phải</b> còn");
    one.change(portal, fields);
    const auto answer = portal.send(fields);
    EXPECT_GE(answer.status, 400) << one.what;
    EXPECT_TRUE(has(answer, one.words)) << one.what;
    EXPECT_TRUE(has(answer, "Nội dung &lt;b&gt;phải&lt;/b&gt; còn")) << one.what;
    EXPECT_EQ(portal.comments.comments(), 0U) << one.what;
  }
}

TEST(Form, OneSolvedFormIsOneComment) {
  Portal portal;
  auto fields = portal.form();
  EXPECT_EQ(portal.send(fields).status, 303);
  for (int i = 0; i < 20; ++i) {
    fields["noi-dung"] = "Lần " + std::to_string(i);
    EXPECT_EQ(portal.send(fields).status, 409);
  }
  EXPECT_EQ(portal.comments.comments(), 1U);
}

TEST(Form, WithoutScriptTheDigitsDo) {
  Portal portal;
  auto fields = portal.form();
  fields["loi-giai"] = "";
  fields["ma-xac-nhan"] = digits_in(portal.guard.question_of(fields["phieu"]).vi);
  EXPECT_EQ(portal.send(fields).status, 303);
  EXPECT_EQ(portal.at(CommentNo{1}).way, Way::Question);
}

TEST(Form, BytesThatAreNoTextAreRefused) {
  Portal portal;
  auto fields = portal.form();
  fields.erase("noi-dung");
  const auto answer =
      portal.node.post(portal.address, encode_form(fields) + "&noi-dung=Lu%CBt%20%A7%CAt");
  EXPECT_GE(answer.status, 400);
  EXPECT_EQ(portal.comments.comments(), 0U);
}

struct Office : Portal {
  explicit Office(const std::string& text = "Xem <script>alert(1)</script> ở www.mau.example")
      : token(node.sign_in(officer())) {
    fields = form(text);
    ASSERT(send(fields).status == 303);
  }
  http::Response act(const std::string& what, std::map<std::string, std::string> more = {}) {
    more["ban"] = std::to_string(version(CommentNo{1}));
    return node.post("/y-kien/1/" + what, encode_form(more), token);
  }

  std::map<std::string, std::string> fields;
  std::string token;
};

TEST(Queue, ShowsWhatIsTypedAsTextAndWhyItIsSuspicious) {
  Office office;
  const auto page = office.node.get("/y-kien?hang=nghi-ngo", office.token);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "có liên kết"));
  EXPECT_TRUE(has(page, "&lt;script&gt;"));
  EXPECT_FALSE(has(page, "<script>alert"));
  EXPECT_FALSE(has(page, "<a href=\"http"));
  EXPECT_FALSE(has(page, "3825"));
  EXPECT_TRUE(has(office.node.get("/y-kien", office.token), "Không có ý kiến nào ở hàng này"));
  const auto of_others =
      office.node.get("/y-kien?hang=nghi-ngo", office.node.sign_in(office.elsewhere()));
  EXPECT_FALSE(has(of_others, "www.mau"));
  EXPECT_EQ(office.node.get("/y-kien/1", office.node.sign_in(office.elsewhere())).status, 403);
}

TEST(Queue, SaysWhichLetterOfANameIsOfAnotherAlphabet) {
  Office office("Trang nào có hướng dẫn?");
  auto fields = office.form("Một câu hỏi khác hẳn");
  fields["ho-ten"] = "Nguyễn Văn N\u0430m";
  ASSERT_EQ(office.send(fields).status, 303);
  for (const char* page : {"/y-kien?hang=nghi-ngo", "/y-kien/2"}) {
    const auto shown = office.node.get(page, office.token);
    EXPECT_TRUE(has(shown, "chữ bị che giấu")) << page;
    EXPECT_TRUE(has(shown,
                    "Họ tên có chữ “\u0430” của bảng chữ cái Kirin ở vị trí 13, giữa các chữ "
                    "La-tinh."))
        << page;
  }
  EXPECT_FALSE(has(office.node.get("/y-kien/1", office.token), "bảng chữ cái"));
}

TEST(Queue, PhoneIsShownOnRequestAndTheLookIsRecorded) {
  Office office;
  EXPECT_FALSE(has(office.node.get("/y-kien/1", office.token), "3825"));
  const auto before = office.node.engine.head().seq;
  EXPECT_TRUE(has(office.node.get("/y-kien/1/dien-thoai", office.token), "024 3825 3536"));
  EXPECT_EQ(office.node.engine.head().seq, before + 1);
}

TEST(Queue, RefusalReachesItsWriterWithItsReason) {
  Office office;
  EXPECT_EQ(office.act("tu-choi", {{"ly-do", "quang-cao"}, {"giai-thich", "Bỏ liên kết nhé."}})
                .header("Location"),
            "/y-kien/1?xong=tu-choi");
  const auto follow = office.node.get("/gop-y/" + office.code_of(office.fields));
  EXPECT_TRUE(has(follow, "Quảng cáo, chèn liên kết"));
  EXPECT_TRUE(has(follow, "Bỏ liên kết nhé."));
  EXPECT_TRUE(has(office.node.get("/y-kien/1", office.token), "Đưa lại hàng chờ"));
  EXPECT_EQ(office.act("tra-lai").status, 303);
}

TEST(Queue, NoteOfAnEarlierRefusalIsGoneWithIt) {
  Office office;
  ASSERT_EQ(
      office.act("tu-choi", {{"ly-do", "quang-cao"}, {"giai-thich", "Bỏ liên kết nhé."}}).status,
      303);
  EXPECT_TRUE(has(office.node.get("/y-kien/1", office.token), "Bỏ liên kết nhé."));
  const std::string follow = "/gop-y/" + office.code_of(office.fields);
  ASSERT_EQ(office.act("tra-lai").status, 303);
  EXPECT_FALSE(has(office.node.get("/y-kien/1", office.token), "Bỏ liên kết nhé."));
  EXPECT_FALSE(has(office.node.get(follow), "Bỏ liên kết nhé."));
  ASSERT_EQ(office.act("tu-choi", {{"ly-do", "xuc-pham"}, {"giai-thich", ""}}).status, 303);
  for (const auto& page : {office.node.get("/y-kien/1", office.token), office.node.get(follow)}) {
    EXPECT_TRUE(has(page, "Xúc phạm người khác"));
    EXPECT_FALSE(has(page, "Bỏ liên kết nhé.")) << "the reason of another decision";
  }
}

TEST(Queue, WhatNamesAnAddressCanOnlyBeRefused) {
  Office office;
  for (const char* page : {"/y-kien?hang=nghi-ngo", "/y-kien/1"}) {
    const auto shown = office.node.get(page, office.token);
    EXPECT_TRUE(has(shown, "không ai đăng hay chuyển đi được")) << page;
    EXPECT_FALSE(has(shown, "/y-kien/1/dang")) << page;
    EXPECT_FALSE(has(shown, "/y-kien/1/chuyen")) << page;
    EXPECT_TRUE(has(shown, "/y-kien/1/tu-choi")) << page;
  }
  EXPECT_EQ(office.act("dang").status, 409);
  EXPECT_EQ(office.act("chuyen", {{"don-vi", "3"}, {"so-ngay", "5"}}).status, 409);
  Office in_words("Trang web của phường ở đâu?");
  EXPECT_FALSE(has(in_words.node.get("/y-kien/1", in_words.token), "không ai đăng hay chuyển"));
}

TEST(Queue, AnAnswerWrittenMeanwhileIsShownBesideOnesOwn) {
  Office office("Hộ nghèo được hỗ trợ thế nào?");
  ASSERT_EQ(office.act("chuyen", {{"don-vi", "3"}, {"so-ngay", "5"}}).status, 303);
  const std::string ward = office.node.sign_in(office.of_ward());
  ASSERT_EQ(office.node.post("/cau-hoi/1/tra-loi", "tra-loi=Cau+dau&ban=2", ward).status, 303);
  const auto late = office.node.post("/cau-hoi/1/tra-loi", "tra-loi=Cau+sau&ban=2", ward);
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "<p>Cau dau</p>"));
  EXPECT_TRUE(has(late, ">Cau sau</textarea>"));
  EXPECT_TRUE(has(late, "name=\"ban\" value=\"3\""));
  EXPECT_FALSE(has(office.node.get("/cau-hoi/1", ward), "<p>Cau dau</p>")) << "it is in the form";
}

TEST(Queue, QuestionGoesToItsUnitAndComesBackAnswered) {
  Office office("Hộ nghèo được hỗ trợ thế nào?");
  EXPECT_TRUE(has(office.act("chuyen", {{"don-vi", ""}, {"so-ngay", "0"}}), "Hãy chọn đơn vị"));
  ASSERT_EQ(office.act("chuyen", {{"don-vi", "3"}, {"so-ngay", "5"}}).status, 303);
  EXPECT_TRUE(has(office.node.get("/gop-y/" + office.code_of(office.fields)), "19/05/2021"));
  const std::string ward = office.node.sign_in(office.of_ward());
  EXPECT_TRUE(has(office.node.get("/cau-hoi", ward), "19/05/2021"));
  EXPECT_EQ(office.node.get("/cau-hoi/1", office.node.sign_in(office.elsewhere())).status, 403);
  EXPECT_TRUE(has(office.node.get("/cau-hoi/1", ward), "name=\"ban\" value=\"2\""));
  const auto empty = office.node.post("/cau-hoi/1/tra-loi", "tra-loi=&ban=2", ward);
  EXPECT_TRUE(has(empty, "Hãy viết câu trả lời"));
  const std::string seen = "&ban=" + std::to_string(office.version(CommentNo{1}));
  ASSERT_EQ(office.node.post("/cau-hoi/1/tra-loi", "tra-loi=Theo+luat+thi+co" + seen, ward).status,
            303);
  const std::string follow = "/gop-y/" + office.code_of(office.fields);
  EXPECT_FALSE(has(office.node.get(follow), "Theo luat thi co")) << "not before it is published";
  ASSERT_EQ(office.act("dang").status, 303);
  EXPECT_TRUE(has(office.node.get(follow), "Theo luat thi co"));
  EXPECT_TRUE(has(office.node.get("/cau-hoi/1", ward), "Theo luat thi co"));
}

TEST(Follow, ErasesForGood) {
  Office office;
  const std::string code = office.code_of(office.fields);
  const auto erased = office.node.post("/gop-y/xoa", "ma=" + code);
  EXPECT_EQ(erased.header("Location"), "/gop-y?xong=xoa-y-kien");
  EXPECT_TRUE(has(office.node.get("/gop-y?xong=xoa-y-kien"), "xóa vĩnh viễn"));
  EXPECT_EQ(office.node.get("/gop-y/" + code).status, 404);
  const auto page = office.node.get("/y-kien/1", office.token);
  EXPECT_TRUE(has(page, "đã được xóa vĩnh viễn"));
  EXPECT_FALSE(has(page, "www.mau"));
  EXPECT_EQ(office.node.post("/gop-y/xoa", "ma=" + code).status, 404);
}

}  // namespace
}  // namespace lantoa::city::comment
