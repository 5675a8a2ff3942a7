#include "city/query_form.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

Visit asked_by(std::vector<std::pair<std::string, std::string>> query) {
  Visit visit;
  visit.request.method = http::Method::Get;
  visit.request.query = std::move(query);
  return visit;
}

// Fails by `why` until it is asked with a failure; says how it was asked last.
Page failing(Problem why, std::vector<std::string>& asked) {
  return [why = std::move(why), &asked](const Visit& visit) -> Result<http::Response> {
    asked.push_back(visit.failure == nullptr ? "" : visit.failure->field);
    if (visit.failure == nullptr) return tl::unexpected(why);
    return http::plain(query_field(visit, "ngay", "hôm nay").value);
  };
}

TEST(QueryForms, AreShownAgainWhereAFieldOfTheirsIsWrong) {
  std::vector<std::string> asked;
  const Page page = asks_again({"tu", "ngay"}, failing({Code::Invalid, {}, "ngay", {}}, asked));
  const auto answer = page(asked_by({{"ngay", "mai"}}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "mai");
  EXPECT_EQ(asked, (std::vector<std::string>{"", "ngay"}));
}

TEST(QueryForms, PassOnWhatIsWrongElsewhere) {
  for (const Problem& why :
       {Problem{Code::Invalid, {}, "kenh", {}}, Problem{Code::Invalid, {}, {}, {}},
        Problem{Code::NotFound, {}, "ngay", {}}}) {
    std::vector<std::string> asked;
    const auto answer = asks_again({"ngay"}, failing(why, asked))(asked_by({}));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, why.code);
    EXPECT_EQ(asked.size(), 1U);
  }
}

TEST(QueryForms, AreAskedTwiceAtMost) {
  int asked = 0;
  const Page page = asks_again({"ngay"}, [&asked](const Visit&) -> Result<http::Response> {
    ++asked;
    return problem(Code::Invalid, {}, "ngay");
  });
  EXPECT_FALSE(page(asked_by({})));
  EXPECT_EQ(asked, 2);
}

TEST(QueryForms, AFieldHasWhatTheAddressSaysOnlyWhereItIsWrong) {
  Visit visit = asked_by({{"tu", "31/02/2021"}, {"den", "mai"}});
  EXPECT_EQ(query_field(visit, "tu", "01/05/2021").value, "01/05/2021");
  const Problem both{
      Code::Invalid, {"hai", "two"}, "tu", {{"tu", 0, {"một", "one"}}, {"den", 0, {"ba", "3"}}}};
  visit.failure = &both;
  EXPECT_EQ(query_field(visit, "tu", "01/05/2021").value, "31/02/2021");
  EXPECT_EQ(query_field(visit, "tu", {}).error, "một");
  EXPECT_EQ(query_field(visit, "den", {}).error, "ba");
  EXPECT_FALSE(query_field(visit, "khac", {}).error);
}

}  // namespace
}  // namespace lantoa::city
