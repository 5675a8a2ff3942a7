// What a form keeps when its command fails, and whose command it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/testing.h"

namespace lantoa::city {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SiteForms : public ::testing::Test {
 protected:
  SiteForms() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor one;
      one.kind = Actor::Kind::Account;
      one.name = name;
      one.grants = {{Role::Planner, UnitNo{1}}};
      return one;
    };
    const auto make = [this](const Visit&) -> Result<Order> {
      Order order;
      order.decide = [this](const Envelope& envelope) -> Result<ledger::Decision> {
        actor = envelope.actor.name;
        return problem(code, {"Chưa được.", "Not yet."});
      };
      return order;
    };
    const auto page = [](const Visit& visit) {
      return Result<http::Response>(http::plain("khoa " + form_keys(visit).key + "."));
    };
    node.app.routes.post("/ai-cung-gui", Right::Public, make, page);
    node.app.routes.post("/can-bo-gui", Right::Work, make, page);
  }

  testing::Node node;
  Code code = Code::Invalid;
  std::string actor;
};

TEST_F(SiteForms, WhereItMayHaveBeenSavedTheSameKeyIsSentAgain) {
  code = Code::Unavailable;
  EXPECT_THAT(node.post("/ai-cung-gui", "khoa=abc-1").body, HasSubstr("khoa abc-1."));
  code = Code::Invalid;
  const auto again = node.post("/ai-cung-gui", "khoa=abc-1");
  EXPECT_THAT(again.body, HasSubstr("khoa "));
  EXPECT_THAT(again.body, Not(HasSubstr("abc-1")));
  EXPECT_THAT(again.body, Not(HasSubstr("khoa .")));
}

TEST_F(SiteForms, WhatIsOpenToAnybodyIsDoneByAnybody) {
  const std::string token = node.sign_in("account/7");
  node.post("/ai-cung-gui", "", token);
  EXPECT_EQ(actor, anybody_name);
  node.post("/can-bo-gui", "", token);
  EXPECT_EQ(actor, "account/7");
}

// An order that is made of what another node appended a moment ago: unknown here at first.
TEST_F(SiteForms, WhatAnotherNodeHasJustAppendedIsFoundOnTheSecondTry) {
  int made = 0, known_from = 2;
  node.app.routes.post("/vua-ghi", Right::Public, [&](const Visit&) -> Result<Order> {
    if (++made < known_from) return problem(Code::NotFound, {"Không có.", "There is none."});
    Order order;
    order.decide = [](const Envelope&) -> Result<ledger::Decision> {
      ledger::Decision decision;
      decision.answer = "/xong";
      return decision;
    };
    return order;
  });
  EXPECT_EQ(node.post("/vua-ghi", "").status, 303);
  EXPECT_EQ(made, 2);
  made = 0;
  known_from = 100;
  EXPECT_EQ(node.post("/vua-ghi", "").status, 404);
  EXPECT_EQ(made, 2) << "and no more";
}

TEST_F(SiteForms, AreDoneByTheWorkersOfTheirRoute) {
  const MakeOrder make = [](const Visit&) -> Result<Order> { return Order{}; };
  node.app.routes.post("/anh/{anh}", Right::Public, make, {}, Share::Pictures);
  node.app.routes.post("/vao", Right::Public, make, {}, Share::SignIns);
  node.app.routes.post("/viec", Right::Public, make);
  const Page page = [](const Visit&) -> Result<http::Response> { return http::Response{}; };
  node.app.routes.get("/viec", Right::Public, page);
  node.app.routes.get("/viec/{viec}/cau-do", Right::Public, page, Share::Challenges);
  const auto share = [&](http::Method method, const char* path, std::size_t bytes = 0) {
    http::Request request = testing::make_request(method, path, "");
    request.body.assign(bytes, 'x');
    return static_cast<Share>(share_of(node.app.routes, request));
  };
  EXPECT_EQ(share(http::Method::Get, "/viec"), Share::Pages);
  EXPECT_EQ(share(http::Method::Get, "/viec/7/cau-do"), Share::Challenges);
  EXPECT_EQ(share(http::Method::Head, "/viec/7/cau-do"), Share::Challenges);
  EXPECT_EQ(share(http::Method::Post, "/viec", 1'000'000), Share::Forms);
  EXPECT_EQ(share(http::Method::Post, "/vao"), Share::SignIns);
  EXPECT_EQ(share(http::Method::Post, "/anh/7", 100'000), Share::Pictures);
  EXPECT_EQ(share(http::Method::Post, "/anh/7", 500), Share::Forms) << "it brings none";
  EXPECT_EQ(share(http::Method::Post, "/khong-co"), Share::Pages);
  EXPECT_EQ(share(http::Method::Get, "/api/v1/plans"), Share::Programs);
  EXPECT_EQ(shares().size(), 5) << "beside that of pages";
}

// Where only a form is taken there is nothing to come back to.
TEST_F(SiteForms, WhoseSignInHasEndedComesBackToThePageOfTheForm) {
  node.app.routes.get("/cau-hoi/{question}", Right::Work,
                      [](const Visit&) { return Result<http::Response>(http::plain("form")); });
  const auto back_to = [&](const std::string& sent_by) {
    http::Request request = testing::make_request(http::Method::Post, "/can-bo-gui");
    if (!sent_by.empty()) request.headers.emplace_back("referer", sent_by);
    const http::Response answer = testing::answer(node.site, std::move(request));
    EXPECT_EQ(answer.status, 401);
    const std::string mark = "href=\"/dang-nhap?ve=";
    const std::size_t at = answer.body.find(mark) + mark.size();
    return answer.body.substr(at, answer.body.find('"', at) - at);
  };
  EXPECT_EQ(back_to("http://127.0.0.1/cau-hoi/6"), "%2Fcau-hoi%2F6");
  EXPECT_EQ(back_to("https://127.0.0.1/cau-hoi/6?ban=2"), "%2Fcau-hoi%2F6%3Fban%3D2");
  for (const char* other :
       {"", "http://127.0.0.1/khong-co", "http://elsewhere.example/cau-hoi/6", "/cau-hoi/6",
        "http://127.0.0.1", "http://127.0.0.1//elsewhere.example", "://", "http://127.0.0.1.a/"}) {
    EXPECT_EQ(back_to(other), "%2Fban-lam-viec") << other;
  }
}

TEST_F(SiteForms, OtherFailuresAreNotTriedAgain) {
  int made = 0;
  node.app.routes.post("/sai", Right::Public, [&](const Visit&) -> Result<Order> {
    ++made;
    return problem(Code::Invalid, {"Sai.", "Wrong."});
  });
  EXPECT_EQ(node.post("/sai", "").status, 422);
  EXPECT_EQ(made, 1);
}

// What a proxy or a program adds beside a browser's own word does not make a foreign form ours.
TEST_F(SiteForms, OfOtherSitesAreRefusedHoweverOftenTheySayWhoseTheyAre) {
  using Said = std::vector<std::pair<std::string, std::string>>;
  node.post("/ai-cung-gui", "");  // from now on there is a writer to answer
  const auto status = [&](const Said& said) {
    http::Request request = testing::make_request(http::Method::Post, "/ai-cung-gui", "");
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.headers.insert(request.headers.end(), said.begin(), said.end());
    request.body = "khoa=abc-2";
    return testing::answer(node.site, std::move(request)).status;
  };
  const std::pair<std::string, std::string> own{"origin", "http://127.0.0.1"};
  const std::pair<std::string, std::string> foreign{"origin", "http://khac.example"};
  const std::vector<Said> ours{{},
                               {own},
                               {own, own},
                               {{"sec-fetch-site", "same-origin"}, own},
                               {{"sec-fetch-site", "none"}, {"origin", "null"}}};
  for (const Said& said : ours) EXPECT_NE(status(said), 403) << said.size();
  const std::vector<Said> not_ours{{foreign},
                                   {own, foreign},
                                   {foreign, own},
                                   {{"origin", "null"}},
                                   {{"origin", "127.0.0.1"}},
                                   {own, {"sec-fetch-site", "cross-site"}},
                                   {{"sec-fetch-site", "same-origin"}, foreign},
                                   {{"sec-fetch-site", "none"}, {"sec-fetch-site", "same-site"}}};
  for (const Said& said : not_ours) EXPECT_EQ(status(said), 403) << said.front().second;
}

TEST_F(SiteForms, AKeyIsShortAndPlain) {
  for (const std::string& key :
       {std::string(), std::string(101, 'a'), std::string("a%20b"), std::string("%C4%91")}) {
    EXPECT_EQ(node.post("/ai-cung-gui", "khoa=" + key).status, 403) << key;
    EXPECT_EQ(actor, "");
  }
  EXPECT_NE(node.post("/ai-cung-gui", "khoa=" + std::string(100, 'a')).status, 403);
  EXPECT_EQ(actor, anybody_name);
}

}  // namespace
}  // namespace lantoa::city
