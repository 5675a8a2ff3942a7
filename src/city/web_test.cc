#include "city/web.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

using http::Method;

Routes some_routes() {
  Routes routes;
  const Page page = [](const Visit&) -> Result<http::Response> { return http::plain(""); };
  routes.get("/", Right::Public, page);
  routes.get("/bai/{article}", Right::Public, page);
  routes.get("/bai/moi", Right::Public, page);
  routes.get("/bai/{article}/ban/{version}", Right::Public, page);
  routes.raw_post("/bai/{article}", Right::Public, page);
  routes.raw_post("/dang-xuat", Right::Public, page);
  return routes;
}

std::string found(const Routes& routes, Method method, std::string_view path) {
  const Routes::Match match = routes.find(method, path);
  if (match.route == nullptr) return match.other_method ? "other method" : "none";
  std::string out = match.route->pattern;
  for (const auto& [name, value] : match.segments) out += " " + name + "=" + value;
  return out;
}

TEST(Routes, APlaceTakesOneWholeSegment) {
  const Routes routes = some_routes();
  EXPECT_EQ(found(routes, Method::Get, "/"), "/");
  EXPECT_EQ(found(routes, Method::Get, "/bai/3-mot-bai"), "/bai/{article} article=3-mot-bai");
  EXPECT_EQ(found(routes, Method::Head, "/bai/3/ban/12"),
            "/bai/{article}/ban/{version} article=3 version=12");
  EXPECT_EQ(found(routes, Method::Post, "/bai/3"), "/bai/{article} article=3");
  for (const char* path : {"/bai", "/bai/", "/bai/3/", "/bai//ban/2", "/bai/3/ban/", "/ba", "//",
                           "/bai/3/ban/2/x", "/baiu/3", "/dang-xuat/"}) {
    EXPECT_EQ(found(routes, Method::Get, path), "none") << path;
  }
}

TEST(Routes, WhatIsWrittenOutGoesBeforeAPlace) {
  const Routes routes = some_routes();
  EXPECT_EQ(found(routes, Method::Get, "/bai/moi"), "/bai/moi");
  EXPECT_EQ(found(routes, Method::Get, "/bai/moi-hon"), "/bai/{article} article=moi-hon");
  EXPECT_EQ(found(routes, Method::Post, "/bai/moi"), "/bai/{article} article=moi");
}

TEST(Routes, OfTwoThatFitTheOneWithMoreWrittenOutIsMeant) {
  Routes routes;
  routes.get("/bai/{article}/ban/{version}", Right::Public, {});
  routes.get("/bai/{article}/ban/moi", Right::Public, {});
  EXPECT_EQ(found(routes, Method::Get, "/bai/3/ban/moi"), "/bai/{article}/ban/moi article=3");
  EXPECT_EQ(found(routes, Method::Get, "/bai/3/ban/2"),
            "/bai/{article}/ban/{version} article=3 version=2");
}

TEST(Routes, SayWhenOnlyTheMethodIsAnother) {
  const Routes routes = some_routes();
  EXPECT_EQ(found(routes, Method::Get, "/dang-xuat"), "other method");
  EXPECT_EQ(found(routes, Method::Post, "/"), "other method");
  EXPECT_EQ(found(routes, Method::Other, "/khong-co"), "none");
}

}  // namespace
}  // namespace lantoa::city
