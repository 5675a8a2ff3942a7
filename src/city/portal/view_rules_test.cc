#include "city/portal/view_rules.h"

#include <gtest/gtest.h>

namespace lantoa::city::portal {
namespace {

constexpr const char* phone =
    "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/90.0.4430.91 Mobile Safari/537.36";

http::Request asking(std::vector<std::pair<std::string, std::string>> headers) {
  http::Request request;
  request.headers = std::move(headers);
  return request;
}

bool counts(std::vector<std::pair<std::string, std::string>> headers) {
  return ViewRules::built_in().is_view(asking(std::move(headers)));
}

TEST(ViewRules, BrowsersOfPeopleAreReaders) {
  for (const char* agent :
       {phone, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:88.0) Gecko/20100101 Firefox/88.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 14_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Mobile/15E148 Zalo iOS/430",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1/28; U; vi) Presto/2.8.119 Version/11.10"}) {
    EXPECT_TRUE(counts({{"user-agent", agent}})) << agent;
  }
  EXPECT_TRUE(counts({{"user-agent", phone}, {"sec-fetch-dest", "document"}}));
}

TEST(ViewRules, ProgramsThatSayWhatTheyAreAreNone) {
  for (const char* agent :
       {"curl/7.88.1", "python-requests/2.28", "node", "Dalvik/2.1.0 (Linux; U; Android 10)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0)",
        "Mozilla/5.0 (compatible; YANDEXBOT/3.0) CUBOT", "Mozilla/5.0 (compatible; Yahoo! Slurp)",
        "facebookexternalhit/1.1", ""}) {
    EXPECT_FALSE(counts({{"user-agent", agent}})) << agent;
  }
  EXPECT_FALSE(counts({})) << "no name at all";
}

TEST(ViewRules, WhatNobodyLooksAtYetIsNoView) {
  for (const auto& sent :
       std::vector<std::pair<std::string, std::string>>{{"sec-purpose", "prefetch;prerender"},
                                                        {"sec-purpose", "Prefetch"},
                                                        {"purpose", "prefetch"},
                                                        {"x-moz", "prefetch"},
                                                        {"x-purpose", "preview"},
                                                        {"sec-fetch-dest", "empty"},
                                                        {"sec-fetch-dest", "iframe"}}) {
    EXPECT_FALSE(counts({{"user-agent", phone}, sent})) << sent.first << ": " << sent.second;
  }
}

TEST(ViewRules, AFieldSentTwiceHasToPassBothTimes) {
  EXPECT_FALSE(counts({{"user-agent", phone}, {"user-agent", "Googlebot"}}));
}

TEST(ViewRules, ALineThatIsNoRuleIsNamed) {
  for (const char* text : {"need user-agent\n\nnever x y\n", "# a\n\nnot user-agent\n",
                           "# a\n# b\nneed user-agent word\n", "\n\nonly a b c\n", "\n\nnot\n",
                           "\n\nnot user-agent b\xC3\xB3t\n"}) {
    const auto read = ViewRules::read(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().text.en, "Line 3 is no rule about views.");
  }
  EXPECT_TRUE(ViewRules::read("# none\n")->is_view({}));
}

}  // namespace
}  // namespace lantoa::city::portal
