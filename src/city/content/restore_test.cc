#include <gtest/gtest.h>

#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

RestoreVersion restore(std::uint32_t version, std::uint32_t seen, std::string title) {
  return {ArticleNo{1}, version, seen, draft(std::move(title)).text};
}

// Version 1 is published, version 2 as well.
World twice_published() {
  World world;
  EXPECT_TRUE(world.act(start(), officer));
  EXPECT_TRUE(world.act(approve(1), leader));
  EXPECT_TRUE(world.act(edit(1), officer));
  EXPECT_TRUE(world.act(approve(2), leader));
  return world;
}

TEST(Restore, AnEarlierVersionBecomesADraftThatNeedsItsTwoPersons) {
  World world = twice_published();
  const auto restored = world.act(restore(1, 2, "Bài mẫu"), officer);
  ASSERT_TRUE(restored) << restored.error().text.en;
  EXPECT_EQ(restored->answer, "/bai-viet/1?xong=luu");
  const Article& article = world.article();
  EXPECT_EQ(article.stage(), Stage::Draft);
  EXPECT_EQ(article.published, 2U);
  EXPECT_EQ(article.latest().number, 3U);
  EXPECT_EQ(article.latest().restores, 1U);
  EXPECT_EQ(article.latest().text, article.versions[0].text);
  EXPECT_EQ(article.latest().title, "Bài mẫu");
  EXPECT_EQ(article.latest().cites, std::vector{DocumentNo{1}});
  const Actor both = person(1, {{Role::UnitOfficer, ward}, {Role::Leader, ward}});
  ASSERT_TRUE(world.act(SubmitArticle{ArticleNo{1}, 3}, officer));
  EXPECT_EQ(code(world.ask(approve(3), both)), Code::Forbidden);
  EXPECT_TRUE(world.ask(approve(3), leader));
}

TEST(Restore, OnlyWhatIsThereByWhoMayWriteWithItsOwnWords) {
  const World world = twice_published();
  EXPECT_EQ(code(world.ask(restore(0, 2, "Bài mẫu"), officer)), Code::NotFound);
  EXPECT_EQ(code(world.ask(restore(2, 2, "Bài mẫu, bản sau"), officer)), Code::NotFound);
  EXPECT_EQ(code(world.ask(restore(7, 2, "Bài mẫu"), officer)), Code::NotFound);
  EXPECT_EQ(code(world.ask(restore(1, 1, "Bài mẫu"), officer)), Code::Conflict);
  EXPECT_EQ(code(world.ask(restore(1, 2, "Bài mẫu"), leader)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(restore(1, 2, "Lời khác"), officer)), Code::Invalid);
  Actor nobody = officer;
  nobody.person = {};
  EXPECT_EQ(code(world.ask(restore(1, 2, "Bài mẫu"), nobody)), Code::Forbidden);
}

TEST(Restore, WhatSaysTheSameAlreadyIsNotRestored) {
  World world = twice_published();
  ASSERT_TRUE(world.act(restore(1, 2, "Bài mẫu"), officer));
  EXPECT_EQ(code(world.ask(restore(1, 3, "Bài mẫu"), officer)), Code::Conflict);
  EXPECT_TRUE(world.ask(restore(2, 3, "Bài mẫu, bản sau"), officer));
}

}  // namespace
}  // namespace lantoa::city::content
