#include <gtest/gtest.h>

#include "city/form_token.h"
#include "city/rating/testing_world.h"

namespace lantoa::city::rating {
namespace {

bool has(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

struct Portal : World {
  std::string address = "/bai/1/danh-gia";

  std::string token(ArticleNo of, std::int64_t age_ms = 1'000) {
    return write_form_token(node.vault, "rating",
                            {of, {node.clock.time.ms - age_ms}, "n" + std::to_string(++nonces)});
  }
  http::Response send(const std::string& fields, const std::string& form) {
    return node.post(address, fields + "&khoa=" + form);
  }
  http::Response send(const std::string& fields) { return send(fields, token(article)); }

  unsigned nonces = 0;
};

std::string key_in(const http::Response& page) {
  const std::string_view before = "name=\"khoa\" value=\"";
  const std::size_t begin = page.body.find(before) + before.size();
  return page.body.substr(begin, page.body.find('"', begin) - begin);
}

TEST(Form, AsksWhyOnlyWhereItDidNotHelp) {
  Portal portal;
  const auto none = portal.node.get(portal.address);
  EXPECT_TRUE(has(none, "Bài này có giúp ích cho bạn không?"));
  EXPECT_FALSE(has(none, "method=\"post\" novalidate"));
  const auto yes = portal.node.get(portal.address + "?co-ich=co");
  EXPECT_TRUE(has(yes, "Gửi: có giúp ích"));
  EXPECT_FALSE(has(yes, "<textarea"));
  const auto no = portal.node.get(portal.address + "?co-ich=khong");
  for (const char* text :
       {"Không tìm thấy điều cần biết", "Khó hiểu", "Có chỗ sai hoặc đã cũ",
        "Đừng ghi họ tên, số điện thoại", "tối đa 300 ký tự", "90 ngày", "Bài mẫu"}) {
    EXPECT_TRUE(has(no, text)) << text;
  }
  EXPECT_FALSE(has(no, "checked"));
  EXPECT_EQ(no.header("Cache-Control"), "no-store");
  EXPECT_NE(key_in(no), key_in(portal.node.get(portal.address + "?co-ich=khong")));
  EXPECT_EQ(portal.node.get("/bai/9/danh-gia").status, 404);
}

TEST(Form, AsItWasGivenIsGoodForOneRating) {
  Portal portal;
  const std::string form = key_in(portal.node.get(portal.address + "?co-ich=khong"));
  for (int i = 0; i < 5; ++i) {
    const auto sent = portal.send(i == 0 ? "co-ich=khong" : "co-ich=co", form);
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(sent.header("Location"), "/bai/1/danh-gia/cam-on");
  }
  EXPECT_EQ(portal.ratings.counts(portal.article), (Counts{1, 0}));
  portal.node.clock.time.ms += form_age_ms_max + 2'000;
  EXPECT_EQ(portal.send("co-ich=co", form).status, 303) << "sent again it is still the same rating";
  EXPECT_EQ(portal.ratings.ratings(), 1U);
  EXPECT_TRUE(has(portal.node.get("/bai/1/danh-gia/cam-on"), "Cảm ơn bạn"));
}

TEST(Form, SentAgainBySomebodySignedInItIsTheSameRatingToo) {
  Portal portal;
  const std::string officer = portal.node.sign_in("account/1");
  const std::string form = key_in(portal.node.get(portal.address + "?co-ich=co"));
  const auto send = [&] {
    return portal.node.post("/bai/1/danh-gia", "co-ich=co&khoa=" + form, officer);
  };
  EXPECT_EQ(send().status, 303);
  portal.node.clock.time.ms += form_age_ms_max + 2'000;
  EXPECT_EQ(send().status, 303);
  EXPECT_EQ(portal.ratings.ratings(), 1U);
}

TEST(Form, EachRefusalSaysWhyAndKeepsWhatWasTyped) {
  struct Case {
    std::function<std::string(Portal&)> form;
    const char* typed;
    const char* words;
  };
  const char* fine = "%3Cb%3Echữ";
  const auto good = [](Portal& p) { return p.token(p.article); };
  const std::vector<Case> cases = {
      {[](Portal&) { return std::string("k1"); }, fine, "không phải của bài viết này"},
      {[](Portal& p) { return p.token(p.publish("Khác")); }, fine, "không phải của bài viết này"},
      {[](Portal& p) { return p.token(p.article, form_age_ms_max + 1); }, fine, "hết hạn"},
      {[](Portal& p) { return "1" + p.token(p.article); }, fine, "không phải của bài viết này"},
      {good, "%01x", "không đọc được"},
  };
  for (const Case& one : cases) {
    Portal portal;
    const auto answer = portal.send(std::string("co-ich=khong&ly-do=kho-hieu&noi-ro=") + one.typed,
                                    one.form(portal));
    EXPECT_GE(answer.status, 400) << one.words;
    EXPECT_TRUE(has(answer, one.words)) << answer.body;
    EXPECT_TRUE(has(answer, "value=\"kho-hieu\" checked")) << one.words;
    EXPECT_EQ(has(answer, "&lt;b&gt;chữ</textarea>"), one.typed == fine) << one.words;
    EXPECT_EQ(portal.ratings.ratings(), 0U) << one.words;
  }
  Portal portal;
  const auto nothing = portal.send("ly-do=khac");
  EXPECT_TRUE(has(nothing, "Hãy chọn Có hoặc Không"));
  const auto too_little = portal.send("co-ich=khong&ly-do=khac&noi-ro=");
  EXPECT_TRUE(has(too_little, "Hãy viết vài lời"));
}

TEST(Form, OneNetworkSendsSoManyAnHour) {
  Portal portal;
  const auto send = [&](const char* peer, const std::string& form) {
    http::Request request = testing::make_request(http::Method::Post, portal.address);
    request.peer = peer;
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = "co-ich=co&khoa=" + form;
    return testing::answer(portal.node.site, std::move(request)).status;
  };
  const auto fresh = [&] { return portal.token(portal.article); };
  portal.send("co-ich=co");  // starts the writer
  const std::string first = fresh();
  EXPECT_EQ(send("203.0.113.7", first), 303);
  for (int i = 1; i < 200; ++i) ASSERT_EQ(send("203.0.113.7", fresh()), 303) << i;
  EXPECT_EQ(send("203.0.113.8", fresh()), 429);
  EXPECT_EQ(send("203.0.113.8", first), 303) << "counted before, so it is answered as then";
  EXPECT_EQ(send("203.0.114.8", fresh()), 303);
}

TEST(Office, CountsLeadToTheRatingsBehindThem) {
  Portal portal;
  ASSERT_TRUE(portal.rate(true));
  ASSERT_TRUE(portal.rate(false, Reason::Wrong, "Số <b>32</b> đã thay"));
  ASSERT_TRUE(portal.rate(false, Reason::Unclear));
  const std::string officer = portal.node.sign_in("account/3");
  const std::string address = "/bai-viet/1/danh-gia";
  const auto all = portal.node.get(address, officer);
  EXPECT_EQ(all.status, 200);
  EXPECT_TRUE(has(all, "1 trong 3 đánh giá"));
  EXPECT_TRUE(has(all, "Số &lt;b&gt;32&lt;/b&gt; đã thay"));
  EXPECT_TRUE(has(all, "Chưa có ích (2)"));
  const auto unclear = portal.node.get(address + "?loai=kho-hieu", officer);
  EXPECT_TRUE(has(unclear, "<th scope=\"row\">3</th>"));
  EXPECT_FALSE(has(unclear, "đã thay"));
  EXPECT_EQ(portal.node.get(address, portal.node.sign_in("account/4")).status, 403);
  EXPECT_EQ(portal.node.get(address).status, 303) << "not signed in";
  EXPECT_EQ(portal.node.get("/bai-viet/9/danh-gia", officer).status, 404);
}

TEST(Office, HasPagesAndSaysWhatIsErased) {
  Portal portal;
  ASSERT_TRUE(portal.rate(false, {}, "Lời đã cũ"));
  for (std::uint32_t i = 0; i < rows_per_page; ++i) ASSERT_TRUE(portal.rate(true));
  portal.node.clock.time.ms += (kept_days + 1) * day_ms;
  ASSERT_TRUE(portal.run("courier/rating-terms", KeepTerms{}));
  const std::string officer = portal.node.sign_in("account/3");
  const auto second = portal.node.get("/bai-viet/1/danh-gia?trang=2", officer);
  EXPECT_TRUE(has(second, "<th scope=\"row\">1</th>"));
  EXPECT_TRUE(has(second, "đã xóa"));
  EXPECT_FALSE(has(second, "Lời đã cũ"));
  EXPECT_FALSE(has(second, "<th scope=\"row\">2</th>"));
}

}  // namespace
}  // namespace lantoa::city::rating
