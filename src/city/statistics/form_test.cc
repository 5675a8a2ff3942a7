// Forms as data: those of the program are right, and a wrong one is told where.
#include "city/statistics/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::city::statistics {
namespace {

using ::testing::HasSubstr;

std::string form_with(const std::string& columns, const std::string& checks = "[]") {
  return R"({"code":"mau","title":{"vi":"Mẫu","en":"Sample"},"origin":{"vi":"Mẫu","en":"Sample"},)"
         R"("asks":["Ward"],"columns":)" +
         columns + R"(,"checks":)" + checks + "}";
}
std::string column(const std::string& code, const std::string& sources = "[]") {
  return R"({"code":")" + code +
         R"(","title":{"vi":"Cột","en":"Column"},"unit":{"vi":"cuộc","en":"events"},"sources":)" +
         sources + "}";
}

Problem refusal(const std::string& json) {
  const auto form = read_form(json);
  EXPECT_FALSE(form) << json;
  return form ? Problem{} : form.error();
}
std::string told(const std::string& json) {
  const Problem problem = refusal(json);
  std::string out = problem.text.vi;
  for (const Detail& detail : problem.details) out += " " + detail.text.vi;
  return out;
}

TEST(Forms, OfTheProgramAreThereAndFilledFromWhatIsCounted) {
  ASSERT_EQ(forms().size(), 3);
  ASSERT_NE(find_form("hoat-dong-cap-xa-2012"), nullptr);
  EXPECT_EQ(find_form("hoat-dong-cap-xa-2012")->columns.size(), 14);
  EXPECT_EQ(find_form("can-bo-2012")->columns.size(), 11);
  EXPECT_EQ(find_form("can-bo-2012")->checks.size(), 4);
  EXPECT_FALSE(find_form("can-bo-2012")->may_be_public()) << "it counts persons by their traits";
  EXPECT_TRUE(find_form("hoat-dong-cap-xa-2012")->may_be_public());
  EXPECT_TRUE(find_form("chi-tieu-chung")->may_be_public());
  EXPECT_EQ(find_form("khong-co"), nullptr);
  EXPECT_EQ(find_column(*find_form("chi-tieu-chung"), "2")->sources.front().measure, "luot-nguoi");
}

// Facts name forms and columns by these codes: a form that means something else has another code.
TEST(Forms, KeepTheColumnsThatFactsKnow) {
  std::string all;
  for (const Form& form : forms()) {
    all += form.code + ":";
    for (const Column& column : form.columns) all += " " + column.code;
    all += "\n";
  }
  EXPECT_EQ(all,
            "can-bo-2012: 1 2 3 4 5 6 7 8 9 10 11\n"
            "chi-tieu-chung: 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n"
            "hoat-dong-cap-xa-2012: 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n");
}

TEST(Forms, AreReadWithTheirChecks) {
  const auto form =
      read_form(form_with("[" + column("1", R"([{"kind":"truc-tiep","measure":""}])") + "," +
                              column("2") + "," + column("3") + "]",
                          R"([{"whole":"1","parts":["2","3"]}])"));
  ASSERT_TRUE(form) << form.error().text.en;
  EXPECT_EQ(form->checks.front().parts.size(), 2);
}

TEST(Forms, ThatAddInACircleAreRefusedWithTheWayRound) {
  const std::string columns = "[" + column("1") + "," + column("2") + "," + column("3") + "]";
  EXPECT_THAT(told(form_with(columns, R"([{"whole":"1","parts":["2","3"]},)"
                                      R"({"whole":"2","parts":["3","1"]}])")),
              HasSubstr("1 → 2 → 1"));
  EXPECT_THAT(told(form_with(columns, R"([{"whole":"1","parts":["1","2"]}])")), HasSubstr("1 → 1"));
  const std::string deeper = R"([{"whole":"1","parts":["2","1"]},{"whole":"2","parts":["3","4"]},)"
                             R"({"whole":"3","parts":["2","4"]}])";
  EXPECT_THAT(told(form_with("[" + column("1") + "," + column("2") + "," + column("3") + "," +
                                 column("4") + "]",
                             deeper)),
              HasSubstr("1 → 1."));
  EXPECT_TRUE(read_form(form_with(columns, R"([{"whole":"1","parts":["2","3"]},)"
                                           R"({"whole":"1","parts":["3","2"]}])")));
}

TEST(Forms, NameTheColumnThatIsWrong) {
  EXPECT_THAT(told(form_with("[" + column("1") + "," + column("1") + "]")),
              HasSubstr("hai cột cùng mã “1”"));
  EXPECT_THAT(told(form_with("[" + column("Cột") + "]")), HasSubstr("“Cột”"));
  EXPECT_THAT(told(form_with("[]")), HasSubstr("1 đến 100 cột"));
  EXPECT_THAT(told(form_with("[" + column("1", R"([{"kind":"bay","measure":""}])") + "]")),
              HasSubstr("không đếm “bay”"));
  EXPECT_THAT(
      told(form_with("[" + column("1", R"([{"kind":"loa","measure":"luot-nguoi"}])") + "]")),
      HasSubstr("không đếm “loa/luot-nguoi”"));
  EXPECT_THAT(told(form_with("[" + column("1") + "]", R"([{"whole":"9","parts":["1","8"]}])")),
              HasSubstr("“9”"));
  EXPECT_THAT(told(form_with("[" + column("1") + "]", R"([{"whole":"1","parts":[]}])")),
              HasSubstr("ít nhất hai cột"));
  EXPECT_EQ(refusal("{").code, Code::Invalid);
  EXPECT_EQ(refusal(R"({"code":"a"})").field, "title");
}

}  // namespace
}  // namespace lantoa::city::statistics
