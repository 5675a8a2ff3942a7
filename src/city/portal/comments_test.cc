// Comments under an article: nothing before it is published, everything as text, gone when erased,
// also from the pages that are kept rendered.
#include "city/portal/comments.h"

#include <gtest/gtest.h>

#include "city/comment/facts.h"
#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

struct Commented : World {
  Commented() {
    open_city();
    article = publish({"Bài mẫu", "Mở đầu", "Nội dung", "Tác giả"}, "bai-mau");
  }

  void write(const std::string& id, std::string text) {
    ASSERT(node.run("courier/test", [&](const Envelope&) -> Result<ledger::Decision> {
      ledger::Decision decision;
      decision.secrets.push_back({id, text, {}});
      return decision;
    }));
  }
  CommentNo receive(const std::string& text, const std::string& name = "Người Mẫu") {
    const CommentNo no{comments.comments() + 1};
    const std::string number = std::to_string(no.value);
    tell("comment",
         comment::CommentReceived{
             no, article, "code " + number, "form " + number, "print " + number, {}, {}, false});
    write(comment::record_id(no), encode(comment::CommentRecord{name, "Tiêu đề " + number, text}));
    return no;
  }
  CommentNo publish_comment(const std::string& text) {
    const CommentNo no = receive(text);
    tell("comment", comment::CommentPublished{no, {}});
    return no;
  }
  void answer(CommentNo no, std::string text) {
    tell("comment", comment::CommentAnswered{no, UnitNo{2}, {}});
    write(comment::answer_id(no), std::move(text));
  }
  // From the pages that are kept, or drawn and kept.
  std::string body() {
    std::string path = "/bai/" + std::to_string(article.value) + "-bai-mau";
    if (const auto kept = fast(path)) return kept->body;
    return node.get(path).body;
  }
  bool shows(std::string_view text) { return body().find(text) != std::string::npos; }

  ArticleNo article;
};

TEST(Comments, AreSeenOncePublishedAndNotBefore) {
  Commented world;
  EXPECT_TRUE(world.shows("Chưa có ý kiến nào"));
  const CommentNo no = world.receive("Một câu hỏi");
  EXPECT_FALSE(world.shows("Một câu hỏi"));
  world.tell("comment", comment::CommentPublished{no, {}});
  EXPECT_TRUE(world.shows("Một câu hỏi"));
  EXPECT_TRUE(world.shows("Ý kiến bạn đọc (1)"));
  world.tell("comment", comment::CommentReturned{no, {}});
  EXPECT_FALSE(world.shows("Một câu hỏi"));
}

TEST(Comments, AreTextAndNeverALink) {
  Commented world;
  world.publish_comment("Xem https://mau.example <a href=\"https://mau.example\">đây</a>");
  const std::string page = world.body();
  EXPECT_NE(page.find("&lt;a href="), std::string::npos);
  EXPECT_EQ(page.find("<a href=\"https://mau.example"), std::string::npos);
}

TEST(Comments, ThatAreErasedAreGoneFromKeptPages) {
  Commented world;
  const CommentNo no = world.publish_comment("Sẽ bị xóa");
  EXPECT_TRUE(world.shows("Sẽ bị xóa"));
  world.tell("comment", comment::CommentErased{no, comment::Cause::Writer});
  EXPECT_FALSE(world.shows("Sẽ bị xóa"));
}

TEST(Comments, AnAnswerIsSeenWhenItIsPublished) {
  Commented world;
  const CommentNo no = world.publish_comment("Có đúng không?");
  world.tell("comment",
             comment::CommentForwarded{no, UnitNo{2}, *parse_iso_date("2021-05-20"), {}});
  world.tell("comment", comment::CommentAnswered{no, UnitNo{2}, {}});
  world.write(comment::answer_id(no), "Đúng, theo Điều 4.");
  EXPECT_FALSE(world.shows("theo Điều 4"));
  world.tell("comment", comment::CommentPublished{no, {}});
  EXPECT_TRUE(world.shows("Đúng, theo Điều 4."));
  EXPECT_TRUE(world.shows("<span lang=\"vi\">Sở Tư pháp</span> trả lời"));
}

TEST(Comments, AnAnswerWithoutWordsDoesNotShowTheQuestionsInItsPlace) {
  Commented world;
  const CommentNo no = world.receive("Có đúng không?");
  world.tell("comment",
             comment::CommentForwarded{no, UnitNo{2}, *parse_iso_date("2021-05-20"), {}});
  world.tell("comment", comment::CommentAnswered{no, UnitNo{2}, {}});
  world.tell("comment", comment::CommentPublished{no, {}});  // its words are not in the vault
  const std::string page = world.body();
  const std::size_t reply = page.find("class=\"reply\"");
  ASSERT_NE(reply, page.npos);
  const std::string_view shown =
      std::string_view(page).substr(reply, page.find("</div>", reply) - reply);
  EXPECT_EQ(shown.find("Có đúng không?"), shown.npos) << shown;
}

TEST(Comments, AQuestionSaysWhoHasToAnswerByWhenUntilTheAnswerIsPublic) {
  Commented world;
  const CommentNo no = world.publish_comment("Có đúng không?");
  EXPECT_FALSE(world.shows("Chờ trả lời"));
  world.tell("comment",
             comment::CommentForwarded{no, UnitNo{2}, *parse_iso_date("2021-05-20"), {}});
  EXPECT_TRUE(
      world.shows("Chờ trả lời</span> <span lang=\"vi\">Sở Tư pháp</span>, hạn 20/05/2021"));
  world.answer(no, "Đúng, theo Điều 4.");
  EXPECT_TRUE(world.shows("Chờ trả lời")) << "nobody else has read the answer yet";
  world.tell("comment", comment::CommentPublished{no, {}});
  EXPECT_FALSE(world.shows("Chờ trả lời"));
}

struct Asked : Commented {
  CommentNo ask(const std::string& text, std::string answered) {
    const CommentNo no = receive(text);
    tell("comment", comment::CommentForwarded{no, UnitNo{2}, *parse_iso_date("2021-05-20"), {}});
    answer(no, std::move(answered));
    tell("comment", comment::CommentPublished{no, {}});
    return no;
  }
  std::string home() {
    if (const auto kept = fast("/")) return kept->body;
    return node.get("/").body;
  }
  bool home_says(std::string_view text) { return home().find(text) != std::string::npos; }
};

TEST(Home, ShowsTheThreeQuestionsAnsweredLast) {
  Asked world;
  world.publish_comment("Một ý kiến không hỏi gì.");
  EXPECT_FALSE(world.home_says("Hỏi đáp mới"));
  for (const char* number : {"một", "hai", "ba", "bốn"}) {
    world.ask("Hỏi.", std::string("Trả lời ") + number + " <b>.");
  }
  EXPECT_TRUE(world.home_says("Hỏi đáp mới"));
  EXPECT_FALSE(world.home_says("Trả lời một"));
  EXPECT_TRUE(world.home_says("Trả lời hai &lt;b&gt;."));
  const std::string page = world.home();
  EXPECT_LT(page.find("Trả lời bốn"), page.find("Trả lời ba"));
  EXPECT_TRUE(world.home_says("/bai/1-bai-mau#y-kien-5"));
}

TEST(Home, ForgetsAnswersThatAreNoLongerPublic) {
  Asked world;
  const CommentNo erased = world.ask("Hỏi.", "Trả lời một.");
  const CommentNo returned = world.ask("Hỏi.", "Trả lời hai.");
  world.ask("Hỏi.", "Trả lời ba.");
  EXPECT_TRUE(world.home_says("Trả lời một."));
  world.tell("comment", comment::CommentErased{erased, comment::Cause::Writer});
  EXPECT_FALSE(world.home_says("Trả lời một."));
  world.tell("comment", comment::CommentReturned{returned, {}});
  EXPECT_FALSE(world.home_says("Trả lời hai."));
  world.tell("comment", comment::CommentPublished{returned, {}});
  EXPECT_TRUE(world.home_says("Trả lời hai."));
  world.tell("article",
             content::ArticleWithdrawn{world.article, content::Reason::Wrong, "Nhầm", PersonNo{1}});
  EXPECT_FALSE(world.home_says("Hỏi đáp mới"));
}

TEST(Home, LeadsToAnAnswerWhereverItStandsAndShowsWholeWordsOfIt) {
  Asked world;
  std::string text = "Trả lời dài";
  while (text.size() < 1'000) text += " nghị quyết";
  world.ask("Hỏi đầu tiên.", text);
  for (std::size_t i = 0; i < newest_comments_max; ++i) world.publish_comment("Ý kiến.");
  EXPECT_TRUE(world.home_says("/bai/1/y-kien?trang=1#y-kien-1"));
  EXPECT_FALSE(world.home_says(text));
  EXPECT_TRUE(world.home_says("nghị…") || world.home_says("quyết…"));
}

TEST(Comments, BeyondTheNewestHaveAPageOfTheirOwn) {
  Commented world;
  for (std::size_t i = 1; i <= rows_per_page + 1; ++i) {
    world.publish_comment("Câu số " + std::to_string(i) + ".");
  }
  EXPECT_TRUE(world.shows("Câu số 51."));
  EXPECT_FALSE(world.shows("Câu số 31."));
  EXPECT_TRUE(world.shows("/bai/1/y-kien"));
  const auto first = world.node.get("/bai/1/y-kien").body;
  EXPECT_NE(first.find("Câu số 2."), std::string::npos);
  EXPECT_EQ(first.find("Câu số 1."), std::string::npos);
  EXPECT_NE(world.node.get("/bai/1/y-kien?trang=2").body.find("Câu số 1."), std::string::npos);
  EXPECT_EQ(world.node.get("/bai/9/y-kien").status, 404);
}

}  // namespace
}  // namespace lantoa::city::portal
