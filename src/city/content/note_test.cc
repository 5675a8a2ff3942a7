// What a correction says of itself.
#include <gtest/gtest.h>

#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

World published_once() {
  World world;
  EXPECT_TRUE(world.act(start(), officer));
  EXPECT_TRUE(world.act(approve(1), leader));
  return world;
}

EditArticle noted(std::uint32_t seen, std::string note) {
  EditArticle out = edit(seen);
  out.draft.note = std::move(note);
  return out;
}

TEST(Correction, OfWhatReadersSawSaysWhatAndWhy) {
  World world = published_once();
  for (const std::string& bad : {std::string(), std::string(note_characters_max + 1, 'a')}) {
    const auto decided = world.ask(noted(1, bad), officer);
    ASSERT_FALSE(decided);
    ASSERT_EQ(decided.error().details.size(), 1U);
    EXPECT_EQ(decided.error().details.front().field, fields::note);
  }
  ASSERT_TRUE(world.act(noted(1, "Sửa ngày."), officer));
  EXPECT_EQ(world.article().latest().note, "Sửa ngày.");
  EXPECT_FALSE(world.article().latest().was_published());
  ASSERT_TRUE(world.act(approve(2), leader));
  EXPECT_TRUE(world.article().latest().was_published());
  EXPECT_EQ(world.article().latest().shown_at, world.article().updated_at);
  EXPECT_GT(world.article().updated_at, world.article().versions.front().shown_at);
}

TEST(Correction, OfWhatNobodySawHasNoNote) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(noted(1, ""), officer));
  ASSERT_TRUE(world.act(noted(2, "Chưa ai đọc."), officer));
  EXPECT_EQ(world.article().latest().note, "");
}

TEST(Correction, AfterAWithdrawalIsStillOne) {
  World world = published_once();
  ASSERT_TRUE(world.act(ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, "Sai số"}, officer));
  ASSERT_TRUE(world.act(ConfirmWithdrawal{ArticleNo{1}, 1}, leader));
  EXPECT_EQ(code(world.ask(noted(1, ""), officer)), Code::Invalid);
}

TEST(Correction, ThatRestoresSaysSoByItself) {
  World world = published_once();
  ASSERT_TRUE(world.act(noted(1, "Sửa ngày."), officer));
  ASSERT_TRUE(world.act(RestoreVersion{ArticleNo{1}, 1, 2, draft("Bài mẫu").text}, officer));
  EXPECT_EQ(world.article().latest().note, "Khôi phục nội dung của bản 1.");
}

// Readers see the note as well, and nobody else has read it.
TEST(Correction, InAnEmergencyLeadsNowhere) {
  const Actor both = person(5, {{Role::UnitOfficer, ward}, {Role::Leader, ward}});
  for (const auto& [note, is_taken] : std::vector<std::pair<std::string, bool>>{
           {"Nước rút, xem thabet88.example.", false}, {"Nước rút.", true}}) {
    World world = published_once();
    EditArticle next = noted(1, note);
    ASSERT_TRUE(world.act(next, both));
    const PublishInEmergency publish{ArticleNo{1}, 2, next.draft.text, "Không chờ được"};
    const auto decided = world.ask(publish, both);
    EXPECT_EQ(decided.has_value(), is_taken) << note;
  }
}

}  // namespace
}  // namespace lantoa::city::content
