// A picture from an officer's form to readers and off the portal, through the whole house.
#include "app/testing_examples.h"

namespace lantoa::app {
namespace {

bool says(const http::Response& response, std::string_view words) {
  return response.body.find(words) != std::string::npos;
}

std::string header(const http::Response& response, std::string_view name) {
  return std::string(response.header(name));
}

class Pictures : public ::testing::Test {
 protected:
  http::Response get(const std::string& path, const Visitor& visitor) {
    return world.answer(
        city::testing::make_request(http::Method::Get, path, world.sign_in(visitor)));
  }
  http::Response get(const std::string& path) { return get(path, Visitor{}); }

  TestingWorld world;
  const Visitor& officer = world.visitor(city::Role::UnitOfficer, 'o');
};

TEST_F(Pictures, WhatWasTypedComesBackWithTheLine) {
  const std::string path = at("/bai-viet/", world.draft_article(false), "/anh");
  auto fields = article_fields("1");
  fields["tieu-de"] = "Tên chưa lưu";
  const auto wordless = world.send(officer, path, fields, city::testing::small_picture());
  EXPECT_EQ(wordless.status, 422);
  EXPECT_TRUE(says(wordless, "mo-ta-anh-loi"));
  EXPECT_TRUE(says(wordless, "value=\"Tên chưa lưu\""));
  EXPECT_EQ(world.states().content.images(), 0U);
  // The picture itself waits among the blobs and need not be sent again.
  fields["anh-da-nhan"] = hidden(wordless.body, "anh-da-nhan");
  ASSERT_FALSE(fields["anh-da-nhan"].empty());
  fields["mo-ta-anh"] = "Hai màu [vàng]";
  const auto added = world.send(officer, path, fields);
  EXPECT_EQ(added.status, 200) << added.body;
  EXPECT_TRUE(says(added, "Nội dung\n\n![Hai màu \\[vàng\\]](/anh/1)\n</textarea>"));
  EXPECT_TRUE(says(added, "value=\"Tên chưa lưu\""));
  EXPECT_TRUE(says(added, "src=\"/anh/1/nho\""));
  EXPECT_EQ(world.states().content.images(), 1U);

  fields["anh-da-nhan"] = std::string(64, '0');
  EXPECT_EQ(world.send(officer, path, fields).status, 422);
  fields["anh-da-nhan"] = *world.app().blobs.put("<html>not a picture");
  EXPECT_EQ(world.send(officer, path, fields).status, 422);
  EXPECT_EQ(world.send(officer, path, fields, "GIF89a").status, 422);
  EXPECT_EQ(world.states().content.images(), 1U);
}

TEST_F(Pictures, ChosenButNotAddedIsSaid) {
  const city::ArticleNo article = world.draft_article(false);
  const std::string path = at("/bai-viet/", article, "/sua");
  const auto saved = world.send(officer, path, article_fields("1"), city::testing::small_picture());
  EXPECT_EQ(saved.status, 422);
  EXPECT_TRUE(says(saved, "tep-loi"));
  // What waits, or was described, is not left out silently either; it stays, or is dropped.
  const auto wordless = world.send(officer, at("/bai-viet/", article, "/anh"), article_fields("1"),
                                   city::testing::small_picture());
  auto fields = article_fields("1");
  fields["anh-da-nhan"] = hidden(wordless.body, "anh-da-nhan");
  const auto waiting = world.send(officer, path, fields);
  EXPECT_EQ(waiting.status, 422);
  EXPECT_EQ(hidden(waiting.body, "anh-da-nhan"), fields["anh-da-nhan"]);
  fields["bo-anh"] = "1";
  EXPECT_EQ(world.send(officer, path, fields).status, 303);
  auto previewed = article_fields("2");
  previewed["bai"] = std::to_string(article.value);
  const auto preview =
      world.send(officer, "/bai-viet/xem-truoc", previewed, city::testing::small_picture());
  EXPECT_EQ(preview.status, 200);
  EXPECT_TRUE(says(preview, "Xem trước không giữ tệp ảnh"));
  auto described = article_fields("2");
  described["mo-ta-anh"] = "Hai màu";
  EXPECT_EQ(world.send(officer, path, described).status, 422);
}

TEST_F(Pictures, WhatWaitsIsOfItsArticleOnly) {
  const city::ArticleNo one = world.draft_article(false);
  const city::ArticleNo other = world.draft_article(false);
  const auto wordless = world.send(officer, at("/bai-viet/", one, "/anh"), article_fields("1"),
                                   city::testing::small_picture());
  auto fields = article_fields("1");
  fields["mo-ta-anh"] = "Hai màu";
  fields["anh-da-nhan"] = hidden(wordless.body, "anh-da-nhan");
  EXPECT_EQ(world.send(officer, at("/bai-viet/", other, "/anh"), fields).status, 422);
  EXPECT_EQ(world.send(officer, at("/bai-viet/", one, "/anh"), fields).status, 200);
  EXPECT_EQ(world.states().content.images(), 1U);
}

TEST_F(Pictures, AreForOfficersUntilPublishedThenForEverybody) {
  const city::ImageNo no = article_picture(world, false);
  const city::ArticleNo article{world.states().content.size()};
  const std::string path = city::content::image_address(no);
  EXPECT_EQ(get(path).status, 404);
  EXPECT_EQ(get(path, world.visitor(city::Role::UnitOfficer, 's')).status, 404);
  const auto draft = get(path, officer);
  EXPECT_EQ(draft.status, 200);
  EXPECT_EQ(header(draft, "Cache-Control"), "no-store");

  world.content(world.approver, city::content::ApproveArticle{article, 2});
  const auto shown = get(path);
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.body, city::testing::small_picture());
  EXPECT_EQ(header(shown, "Content-Type"), "image/png");
  EXPECT_EQ(header(shown, "Cache-Control"), "public, no-cache");
  EXPECT_EQ(header(shown, "X-Content-Type-Options"), "nosniff");
  http::Request again = city::testing::make_request(http::Method::Get, path, {});
  again.headers.emplace_back("if-none-match", header(shown, "ETag"));
  EXPECT_EQ(world.answer(again).status, 304);
  EXPECT_EQ(get(path + "/nho").status, 200);
  EXPECT_EQ(get("/anh/99").status, 404);
  EXPECT_EQ(get("/anh/0").status, 404);

  world.content(world.drafter, city::content::ProposeWithdrawal{article, {}, "Nhầm"});
  world.content(world.approver, city::content::ConfirmWithdrawal{article, 1});
  EXPECT_EQ(get(path).status, 404);
  EXPECT_EQ(get(path, officer).status, 200);
}

// A reader of feeds is a page of another site: it may show what is published, and nothing else.
TEST_F(Pictures, AreShownByPagesOfOtherSitesOncePublished) {
  constexpr const char* policy = "Cross-Origin-Resource-Policy";
  const city::ImageNo no = article_picture(world, false);
  const city::ArticleNo article{world.states().content.size()};
  const std::string path = city::content::image_address(no);
  EXPECT_EQ(header(get(path, officer), policy), "same-origin");
  EXPECT_EQ(header(get(path), policy), "same-origin") << "the error page";

  world.content(world.approver, city::content::ApproveArticle{article, 2});
  world.app().public_url = "https://lantoa.example";
  for (const std::string& size : {path, path + "/nho"}) {
    const auto shown = get(size);
    EXPECT_EQ(header(shown, policy), "cross-origin");
    EXPECT_EQ(header(shown, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(shown, "Strict-Transport-Security"), "max-age=31536000");
    http::Request again = city::testing::make_request(http::Method::Get, size, {});
    again.headers.emplace_back("if-none-match", header(shown, "ETag"));
    EXPECT_EQ(header(world.answer(again), policy), "cross-origin");
  }
  const auto page = get(city::content::public_address(world.states().content.article(article)));
  EXPECT_EQ(header(page, policy), "same-origin");
  EXPECT_EQ(header(get("/tin/rss.xml"), policy), "same-origin");

  world.content(world.drafter, city::content::ProposeWithdrawal{article, {}, "Nhầm"});
  world.content(world.approver, city::content::ConfirmWithdrawal{article, 1});
  EXPECT_EQ(header(get(path, officer), policy), "same-origin");
}

TEST_F(Pictures, StandInThePageTheFeedsAndTheSavedFile) {
  const city::ImageNo no = article_picture(world, true);
  const city::ArticleNo article{world.states().content.size()};
  const std::string path = city::content::image_address(no);
  const std::string site = world.app().public_url;
  const auto page = get(city::content::public_address(world.states().content.article(article)));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "<figure><img src=\"" + path + "\""));
  EXPECT_TRUE(says(page, "alt=\"Hai màu\""));
  EXPECT_TRUE(says(page, "property=\"og:image\" content=\"" + site + path + "\""));
  const auto saved = get(at("/bai/", article, "/luu"));
  EXPECT_TRUE(says(saved, "<img src=\"data:image/png;base64," +
                              crypto::base64(city::testing::small_picture()) + "\""));
  EXPECT_FALSE(says(saved, "src=\"/"));
  EXPECT_TRUE(says(get("/tin/atom.xml"), site + path));
  EXPECT_TRUE(says(get("/tin/feed.json"), site + path));
}

}  // namespace
}  // namespace lantoa::app
