// Pictures of activities: kept sealed, shown to those who may see the activity, erased for good.
#include "city/activity/photo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/erasures.h"
#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ActivityPhotos : public ::testing::Test {
 protected:
  ActivityPhotos() : ward(world.node.sign_in(World::ward())) {}

  static testing::Fields meeting(std::string attending) {
    return {{"don-vi", "3"},
            {"loai", "truc-tiep"},
            {"so-truc-tiep-luot-nguoi", std::move(attending)},
            {"ngay", "20/05/2021"}};
  }
  http::Response send(const std::string& path, testing::Fields fields, std::string bytes) {
    return world.node.post_file(path, std::move(fields), {"tep", std::move(bytes)}, ward);
  }
  http::Response log_with_photo() {
    return send("/hoat-dong/ghi", meeting("45"), testing::small_picture());
  }
  http::Response get(const std::string& path) { return world.node.get(path, ward); }
  http::Response erase(const std::string& reason) {
    return world.node.post("/hoat-dong/1/anh/1/xoa", "ly-do=" + reason, ward);
  }
  static std::string value_after(const std::string& body, std::string_view before) {
    const std::size_t at = body.find(before);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + before.size();
    return body.substr(begin, body.find('"', begin) - begin);
  }

  World world;
  std::string ward;
};

TEST_F(ActivityPhotos, IsHandedInWithTheForm) {
  ASSERT_EQ(log_with_photo().status, 303);
  const Photo& photo = world.activities.photo(PhotoNo{1});
  EXPECT_EQ(photo.activity, ActivityNo{1});
  EXPECT_EQ(photo.width, 16);
  const auto page = get("/hoat-dong/1");
  EXPECT_THAT(page.body, HasSubstr("src=\"/hoat-dong/1/anh/1/nho\""));
  for (const char* path : {"/hoat-dong/1/anh/1", "/hoat-dong/1/anh/1/nho"}) {
    const auto shown = get(path);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.body.starts_with("\x89PNG"));
  }
}

TEST_F(ActivityPhotos, NobodyReadsItsBytesWithoutTheKey) {
  ASSERT_EQ(log_with_photo().status, 303);
  const Photo& photo = world.activities.photo(PhotoNo{1});
  for (const std::string& blob : {photo.large, photo.small}) {
    EXPECT_THAT(*world.node.blobs->get(blob), Not(HasSubstr("PNG")));
  }
  EXPECT_NE(photo.large, photo.small);
}

TEST_F(ActivityPhotos, OnlyWhoSeesTheActivitySeesIt) {
  ASSERT_EQ(log_with_photo().status, 303);
  const auto status = [&](const std::string& who) {
    return world.node.get("/hoat-dong/1/anh/1", world.node.sign_in(who)).status;
  };
  EXPECT_EQ(status(World::district()), 200);
  EXPECT_EQ(status(World::auditor()), 200);
  EXPECT_EQ(status(World::elsewhere()), 403);
  EXPECT_EQ(world.node.get("/hoat-dong/1/anh/1").status, 303) << "signing in first";
  ASSERT_EQ(send("/hoat-dong/ghi", meeting("46"), "").status, 303);
  EXPECT_EQ(get("/hoat-dong/2/anh/1").status, 404) << "of another activity";
}

TEST_F(ActivityPhotos, WaitsWhileTheRestOfTheFormIsMended) {
  const auto failed = send("/hoat-dong/ghi", meeting("nhiều"), testing::small_picture());
  EXPECT_EQ(failed.status, 422);
  EXPECT_EQ(world.activities.activities(), 0);
  const std::string word = value_after(failed.body, "name=\"anh-da-nhan\" value=\"");
  ASSERT_FALSE(word.empty());
  EXPECT_THAT(failed.body, HasSubstr("16 × 16"));

  testing::Fields mended = meeting("45");
  mended["anh-da-nhan"] = word;
  ASSERT_EQ(send("/hoat-dong/ghi", mended, "").status, 303);
  EXPECT_EQ(get("/hoat-dong/1/anh/1").status, 200);

  mended["so-truc-tiep-luot-nguoi"] = "46";
  mended["bo-anh"] = "1";
  ASSERT_EQ(send("/hoat-dong/ghi", mended, "").status, 303);
  EXPECT_EQ(world.activities.photos(), 1) << "it was dropped";
}

TEST_F(ActivityPhotos, AWordThatTheServerDidNotGiveIsNone) {
  const auto failed = send("/hoat-dong/ghi", meeting(""), testing::small_picture());
  const std::string word = value_after(failed.body, "name=\"anh-da-nhan\" value=\"");
  testing::Fields forged = meeting("45");
  std::string wider = word;
  wider.replace(wider.find(" 16 "), 4, " 17 ");
  for (const std::string& one : {wider, word + "0", std::string("x"), std::string(" ")}) {
    forged["anh-da-nhan"] = one;
    EXPECT_EQ(send("/hoat-dong/ghi", forged, "").status, 422) << one;
  }
  forged["anh-da-nhan"] = word;
  forged["don-vi"] = "2";
  const auto others = world.node.post_file("/hoat-dong/ghi", forged, {"tep", ""},
                                           world.node.sign_in(World::district()));
  EXPECT_EQ(others.status, 422) << "somebody else's";
}

// A form that stood open for longer than what nobody names is kept.
TEST_F(ActivityPhotos, IsChosenAgainWhenItsBytesAreGone) {
  const auto failed = send("/hoat-dong/ghi", meeting(""), testing::small_picture());
  testing::Fields mended = meeting("45");
  mended["anh-da-nhan"] = value_after(failed.body, "name=\"anh-da-nhan\" value=\"");
  World swept;  // of the same keys
  const auto send_there = [&] {
    return swept.node.post_file("/hoat-dong/ghi", mended, {"tep", ""},
                                swept.node.sign_in(World::ward()));
  };
  const auto gone = send_there();
  EXPECT_EQ(gone.status, 422);
  EXPECT_THAT(gone.body, HasSubstr("Hãy chọn lại ảnh."));
  EXPECT_EQ(swept.activities.activities(), 0);
  ASSERT_TRUE(world.node.blobs->each([&](const std::string& address) -> Result<void> {
    TRY(swept.node.blobs->put(*world.node.blobs->get(address)));
    return {};
  }));
  EXPECT_EQ(send_there().status, 303);
  EXPECT_EQ(swept.activities.photos(), 1);
}

TEST_F(ActivityPhotos, WhatIsNoPictureIsSaidAtItsField) {
  const auto failed = send("/hoat-dong/ghi", meeting("45"), "%PDF-1.4 biên bản");
  EXPECT_EQ(failed.status, 422);
  EXPECT_THAT(failed.body, HasSubstr("id=\"tep-loi\""));
  EXPECT_THAT(failed.body, HasSubstr("value=\"45\""));
  EXPECT_EQ(world.activities.activities(), 0);
}

TEST_F(ActivityPhotos, AreAddedLaterUpToTen) {
  ASSERT_EQ(send("/hoat-dong/ghi", meeting("45"), "").status, 303);
  EXPECT_EQ(world.activities.photos(), 0);
  const auto none = send("/hoat-dong/1/anh", {}, "");
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("Hãy chọn tệp ảnh."));
  for (std::size_t i = 0; i < photos_max; ++i) {
    EXPECT_EQ(send("/hoat-dong/1/anh", {}, testing::small_picture()).status, 303);
  }
  EXPECT_EQ(send("/hoat-dong/1/anh", {}, testing::small_picture()).status, 409);
  EXPECT_THAT(get("/hoat-dong/1").body, Not(HasSubstr("Thêm ảnh")));
  ASSERT_EQ(erase("Mờ").status, 303);
  EXPECT_EQ(send("/hoat-dong/1/anh", {}, testing::small_picture()).status, 303);

  ASSERT_TRUE(world.run(World::ward(), AnnulActivity{ActivityNo{1}, 1, "Ghi hai lần"}));
  EXPECT_EQ(send("/hoat-dong/1/anh", {}, testing::small_picture()).status, 409);
}

TEST_F(ActivityPhotos, IsErasedForGoodWithAReason) {
  ASSERT_EQ(log_with_photo().status, 303);
  EXPECT_THAT(get("/hoat-dong/1").body, HasSubstr("href=\"/hoat-dong/1/anh/1/xoa\">Xóa ảnh số 1<"));
  EXPECT_THAT(world.node.get("/hoat-dong/1", world.node.sign_in(World::auditor())).body,
              Not(HasSubstr("Xóa ảnh")));
  EXPECT_THAT(get("/hoat-dong/1/anh/1/xoa").body, HasSubstr("/hoat-dong/1/anh/1/nho"));
  EXPECT_EQ(erase("").status, 422);
  EXPECT_EQ(get("/hoat-dong/1/anh/1").status, 200);
  // Also of an activity that counts no longer: somebody may be seen in it.
  ASSERT_TRUE(world.run(World::ward(), AnnulActivity{ActivityNo{1}, 1, "Ghi hai lần"}));
  ASSERT_EQ(erase("Thấy rõ mặt").status, 303);
  EXPECT_EQ(get("/hoat-dong/1/anh/1").status, 404);
  EXPECT_EQ(get("/hoat-dong/1/anh/1/xoa").status, 404);
  EXPECT_EQ(*world.node.vault.open(photo_id(PhotoNo{1})), std::nullopt);
  EXPECT_THAT(get("/hoat-dong/1").body, HasSubstr("Thấy rõ mặt"));
}

TEST_F(ActivityPhotos, AnErasedOneDoesNotComeBackByAnOldForm) {
  const auto failed = send("/hoat-dong/ghi", meeting(""), testing::small_picture());
  testing::Fields form = meeting("45");
  form["anh-da-nhan"] = value_after(failed.body, "name=\"anh-da-nhan\" value=\"");
  ASSERT_EQ(send("/hoat-dong/ghi", form, "").status, 303);
  ASSERT_EQ(erase("Thấy rõ mặt").status, 303);
  const PhotoErased erased{PhotoNo{1}, "Thấy rõ mặt", {}};
  EXPECT_EQ(*erased_by(PhotoErased::kind, encode(erased)),
            std::vector<std::string>{photo_id(PhotoNo{1})});
  form["so-truc-tiep-luot-nguoi"] = "46";
  EXPECT_EQ(send("/hoat-dong/ghi", form, "").status, 422);
  EXPECT_EQ(world.node.post("/hoat-dong/1/anh", "anh-da-nhan=" + form["anh-da-nhan"], ward).status,
            422);
  EXPECT_EQ(world.activities.photos(), 1);
}

TEST_F(ActivityPhotos, OthersMayNeitherAddNorErase) {
  ASSERT_EQ(log_with_photo().status, 303);
  const std::string token = world.node.sign_in(World::elsewhere());
  EXPECT_EQ(
      world.node.post_file("/hoat-dong/1/anh", {}, {"tep", testing::small_picture()}, token).status,
      403);
  EXPECT_EQ(world.node.post("/hoat-dong/1/anh/1/xoa", "ly-do=x", token).status, 403);
}

TEST_F(ActivityPhotos, TheWorkerStandsAtAnAddressThatStays) {
  const auto worker = world.node.get(std::string(worker_address));
  EXPECT_EQ(worker.status, 200);
  EXPECT_EQ(worker.body, "importScripts(\"/s/offline-worker.js\");\n");
}

}  // namespace
}  // namespace lantoa::city::activity
