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

// A form of one column, with more members: R"("valid_from":"2020-01-01",)".
std::string form_valid(const std::string& members) {
  std::string json = form_with("[" + column("1") + "]");
  return json.insert(1, members);
}

TEST(Forms, AreInForceFromTheOneDayToTheOther) {
  const auto form = read_form(form_valid(
      R"("valid_from":"2020-01-01","valid_to":"2021-12-31","replaced_by":"chi-tieu-chung",)"));
  ASSERT_TRUE(form) << form.error().text.en;
  const auto on = [](std::string_view text) { return *parse_iso_date(text); };
  for (const char* inside : {"2020-01-01", "2021-06-30", "2021-12-31"}) {
    EXPECT_TRUE(form->is_in_force(on(inside))) << inside;
  }
  for (const char* outside : {"2019-12-31", "2022-01-01"}) {
    EXPECT_FALSE(form->is_in_force(on(outside))) << outside;
  }
  EXPECT_TRUE(is_in_force_somewhere(*form, on("2021-07-01"), on("2022-06-30")));
  EXPECT_FALSE(is_in_force_somewhere(*form, on("2022-01-01"), on("2022-06-30")));
  EXPECT_FALSE(is_in_force_somewhere(*form, on("2019-01-01"), on("2019-12-31")));
  EXPECT_EQ(
      asked_when(*form).vi,
      "Dùng cho kỳ có ngày cuối từ 01/01/2020 đến hết 31/12/2021. Biểu mẫu thay thế: “Kết quả "
      "phổ biến, giáo dục pháp luật (bộ chỉ tiêu chung)”.");
  EXPECT_EQ(asked_when(*form).en,
            "For periods whose last day is from 01/01/2020 on, up to 31/12/2021. It is replaced by "
            "“Results of legal dissemination (common indicators)”.");
}

TEST(Forms, WithoutDatesAreInForceAlways) {
  const auto form = read_form(form_with("[" + column("1") + "]"));
  ASSERT_TRUE(form);
  EXPECT_TRUE(form->is_in_force(*parse_iso_date("1945-09-02")));
  EXPECT_TRUE(asked_when(*form).vi.empty());
  EXPECT_FALSE(find_form("hoat-dong-cap-xa-2012")->valid_to) << "an example, to be tried out";
  EXPECT_TRUE(find_form("chi-tieu-chung")->valid_from);
}

TEST(Forms, NameTheDateThatIsWrong) {
  EXPECT_EQ(refusal(form_valid(R"("valid_from":"2021-02-30",)")).field, "valid_from");
  EXPECT_THAT(told(form_valid(R"("valid_to":"31/12/2021",)")),
              HasSubstr("valid_to phải là một ngày"));
  EXPECT_THAT(told(form_valid(R"("valid_from":"2021-01-02","valid_to":"2021-01-01",)")),
              HasSubstr("valid_to phải từ ngày valid_from"));
  EXPECT_TRUE(read_form(form_valid(R"("valid_from":"2021-01-01","valid_to":"2021-01-01",)")));
  EXPECT_THAT(told(form_valid(R"("replaced_by":"mau",)")), HasSubstr("chính biểu mẫu này"));
  EXPECT_THAT(told(form_valid(R"("replaced_by":"Mẫu 2",)")), HasSubstr("phải là mã"));
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
