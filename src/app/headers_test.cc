// Headers that depend on how readers reach the site.
#include "app/testing_examples.h"

namespace lantoa::app {
namespace {

http::Response get(TestingWorld& world, const std::string& path) {
  return world.answer(city::testing::make_request(http::Method::Get, path));
}

TEST(Headers, TlsIsInsistedOnWhereReadersReachTheSiteByIt) {
  TestingWorld world;
  const std::vector<std::string> paths{"/", "/bai/1-bai-mau", "/khong-co-trang-nay", "/ke-hoach"};
  for (const std::string& path : paths) {
    world.app().public_url = "http://127.0.0.1:8080";
    const http::Response plain = get(world, path);
    EXPECT_EQ(plain.header("Strict-Transport-Security"), "") << path;
    EXPECT_NE(plain.header("Content-Security-Policy"), "") << path;
    world.app().public_url = "https://lantoa.example";
    const http::Response secure = get(world, path);
    EXPECT_EQ(secure.header("Strict-Transport-Security"), "max-age=31536000") << path;
    EXPECT_EQ(secure.header("Content-Security-Policy"), plain.header("Content-Security-Policy"));
  }
}

}  // namespace
}  // namespace lantoa::app
