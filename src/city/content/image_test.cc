// Pictures of articles by the rules, without their bytes.
#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

AddImage image(std::string alt = "Người dân xếp hàng") {
  return {ArticleNo{1}, std::move(alt), "large", "small", 1'600, 900};
}

EditArticle edit_to(std::string body, std::uint32_t seen) {
  EditArticle out = edit(seen);
  out.draft.text.body = std::move(body);
  out.draft.blob = crypto::hex(crypto::sha256(encode(out.draft.text)));
  return out;
}

TEST(ArticleImages, NeedWordsForWhoDoesNotSeeThem) {
  World world;
  ASSERT_TRUE(world.act(start(false), officer));
  EXPECT_EQ(code(world.ask(image(""), officer)), Code::Invalid);
  EXPECT_EQ(world.ask(image(""), officer).error().field, fields::alt);
  std::string longest;
  for (std::size_t i = 0; i < alt_characters_max; ++i) longest += "ạ";
  EXPECT_TRUE(world.ask(image(longest), officer));
  EXPECT_EQ(code(world.ask(image(longest + "a"), officer)), Code::Invalid);
  EXPECT_EQ(code(world.ask(image("a\x7F"), officer)), Code::Invalid);
  EXPECT_EQ(code(world.ask(image("a\u202Eb"), officer)), Code::Invalid);
  EXPECT_EQ(tidy_alt("  a\u0301 \n b "), "á b");
}

TEST(ArticleImages, AreAddedByWhoMayEdit) {
  World world;
  EXPECT_EQ(code(world.ask(image(), officer)), Code::NotFound);
  ASSERT_TRUE(world.act(start(false), officer));
  EXPECT_EQ(code(world.ask(image(), leader)), Code::Forbidden);
  AddImage nothing = image();
  nothing.large.clear();
  EXPECT_EQ(code(world.ask(nothing, officer)), Code::Invalid);
  for (std::size_t i = 1; i <= images_max; ++i) {
    const auto added = world.act(image(), officer);
    ASSERT_TRUE(added);
    EXPECT_EQ(added->answer, std::to_string(i));
  }
  EXPECT_EQ(code(world.ask(image(), officer)), Code::Invalid);
  EXPECT_EQ(world.articles.images(), images_max);
}

TEST(ArticleImages, AVersionShowsThoseOfItsOwnArticleThatItsTextNames) {
  World world;
  ASSERT_TRUE(world.act(start(false), officer));
  ASSERT_TRUE(world.act(start(false), officer));
  ASSERT_TRUE(world.act(image(), officer));
  AddImage other = image();
  other.article = ArticleNo{2};
  ASSERT_TRUE(world.act(other, officer));
  ASSERT_TRUE(world.act(image(), officer));
  const auto text =
      "![b](/anh/3) ![a](/anh/1 't') ![c](/anh/2) ![d](/anh/9) [e](/anh/1) "
      "![f](/anh/3) ![g](/anh/03) ![h](/anh/1/nho)";
  ASSERT_TRUE(world.act(edit_to(text, 1), officer));
  const std::vector<ImageNo> shown{ImageNo{3}, ImageNo{1}};
  EXPECT_EQ(world.article().latest().images, shown);
  EXPECT_TRUE(world.article().versions[0].images.empty());

  const auto is_public = [&](std::uint32_t no) {
    return world.articles.is_public(**world.articles.find(ImageNo{no}));
  };
  EXPECT_FALSE(is_public(1));
  ASSERT_TRUE(world.act(approve(2), leader));
  EXPECT_TRUE(is_public(1));
  EXPECT_TRUE(is_public(3));
  EXPECT_FALSE(is_public(2));
  // The next version shows one of them no more: readers lose it when that version is published.
  ASSERT_TRUE(world.act(edit_to("![b](/anh/3)", 2), officer));
  EXPECT_TRUE(is_public(1));
  ASSERT_TRUE(world.act(approve(3), leader));
  EXPECT_FALSE(is_public(1));
  EXPECT_TRUE(is_public(3));
}

TEST(ArticleImages, NoneInAnEmergency) {
  World world;
  ASSERT_TRUE(world.act(start(false), officer));
  ASSERT_TRUE(world.act(image(), officer));
  EditArticle shows = edit_to("![a](/anh/1)", 1);
  shows.draft.submit = false;
  ASSERT_TRUE(world.act(shows, officer));
  EXPECT_EQ(
      code(world.ask(PublishInEmergency{ArticleNo{1}, 2, shows.draft.text, "Nước lên"}, leader)),
      Code::Invalid);
}

TEST(ArticleImages, TheLineReadsBackAsTheDescription) {
  const Image one{ImageNo{7}, ArticleNo{1}, "large", "small", 1'600, 900, "[a] *b* <c> \\ `d` & !"};
  const std::string line = markdown_of(one);
  const auto html = markdown::to_html(line, nullptr, find_in({one}, "https://cong.example"));
  ASSERT_TRUE(html);
  EXPECT_NE(html->text().find("alt=\"[a] *b* &lt;c&gt; \\ `d` &amp; !\""), std::string::npos)
      << line << html->text();
  EXPECT_NE(html->text().find("src=\"https://cong.example/anh/7\""), std::string::npos);
  EXPECT_NE(html->text().find("https://cong.example/anh/7/nho 640w"), std::string::npos);
  Image narrow = one;
  narrow.width = 640;
  EXPECT_EQ(markdown::to_html(line, nullptr, find_in({narrow}))->text().find("srcset"),
            std::string::npos);
}

}  // namespace
}  // namespace lantoa::city::content
