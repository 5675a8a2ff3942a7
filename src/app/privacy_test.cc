// What the privacy page promises is what the software does.
#include "app/testing_world.h"
#include "city/comment/decide.h"
#include "city/rating/decide.h"

namespace lantoa::app {
namespace {

using ::testing::HasSubstr;

TEST(Privacy, SaysHowLongThingsAreKept) {
  TestingWorld world;
  const auto page = [&](Language language) {
    return world
        .answer(city::testing::make_request(http::Method::Get, "/quyen-rieng-tu", {}, language))
        .body;
  };
  const auto hours = [](std::int64_t ms) { return std::to_string(ms / (60LL * 60 * 1'000)); };
  const std::string days = std::to_string(city::comment::kept_days);
  const std::string vietnamese = page(Language::Vietnamese);
  EXPECT_THAT(vietnamese, HasSubstr("tự động bị xóa sau " + days + " ngày"));
  EXPECT_THAT(vietnamese, HasSubstr(hours(session::idle_ms_max) + " giờ không dùng"));
  EXPECT_THAT(vietnamese, HasSubstr(hours(session::absolute_ms_max) + " giờ kể từ khi đăng nhập"));
  const std::string rating_days = std::to_string(city::rating::kept_days);
  EXPECT_THAT(vietnamese, HasSubstr("lời bạn viết tự động bị xóa sau " + rating_days + " ngày"));
  const std::string english = page(Language::English);
  EXPECT_THAT(english, HasSubstr("erased " + days + " days after"));
  EXPECT_THAT(english, HasSubstr("your words are erased after " + rating_days + " days"));
  EXPECT_THAT(english, HasSubstr("nothing for " + hours(session::idle_ms_max) + " hours"));
  EXPECT_THAT(english, HasSubstr(hours(session::absolute_ms_max) + " hours after signing in"));
}

}  // namespace
}  // namespace lantoa::app
