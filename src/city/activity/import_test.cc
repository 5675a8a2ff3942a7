#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/import_file.h"
#include "city/activity/kinds.h"
#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Result<ledger::Done> bring_in(World& world, std::string_view bytes,
                              std::string actor = World::ward()) {
  const auto command = read_log(bytes);
  if (!command) return tl::unexpected(command.error());
  return world.run(std::move(actor), *command);
}

Problem why(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Problem{} : done.error();
}

// "3 ngày": line and column.
std::vector<std::string> places_of(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) {
    out.push_back(std::to_string(detail.row) + " " + detail.field);
  }
  return out;
}

const std::string short_head = "ngày,loại,số lượt người dự,khác\n";

TEST(ImportActivities, RecordsEveryRowInOrder) {
  World world;
  const auto done = bring_in(
      world,
      "Đơn vị,Ngày,Loại,Nội dung,Nơi làm,Văn bản,Mã việc,Khác,Số lượt người dự,Số lần phát,"
      "phut-phat\n"
      "03,18/05/2021,\"Họp, hội nghị, nói chuyện\",  Tại  tổ 5,Nhà văn hóa,"
      "97/2019/QH14; 32/2021/NĐ-CP,2,,1.045,,\n"
      "\n"
      ",2021-05-19,loa,,,,,x,,4,20\n");
  ASSERT_TRUE(done) << done.error().text.en;
  EXPECT_EQ(done->answer, "/hoat-dong?don-vi=3&xong=da-nhap");
  ASSERT_EQ(world.activities.activities(), 2U);
  const Activity& first = world.activities.activity(ActivityNo{1});
  EXPECT_EQ(first.unit, UnitNo{3});
  EXPECT_EQ(first.record.kind, "truc-tiep");
  EXPECT_EQ(first.record.on, day("2021-05-18"));
  EXPECT_EQ(first.record.what, "Tại tổ 5");
  EXPECT_EQ(first.record.place, "Nhà văn hóa");
  EXPECT_THAT(first.record.amounts, ElementsAre(Amount{"luot-nguoi", 1'045}));
  EXPECT_THAT(first.record.documents, ElementsAre(DocumentNo{1}, DocumentNo{2}));
  EXPECT_EQ(first.record.assignment, World::task_of_ward);
  EXPECT_FALSE(first.record.is_other);
  const Activity& second = world.activities.activity(ActivityNo{2});
  EXPECT_EQ(second.unit, UnitNo{3}) << "his only unit need not be written";
  EXPECT_THAT(second.record.amounts, ElementsAre(Amount{"lan-phat", 4}, Amount{"phut-phat", 20}));
  EXPECT_TRUE(second.record.is_other);
}

TEST(ImportActivities, OneWrongRowAndNothingIsRecorded) {
  World world;
  const Problem wrong =
      why(bring_in(world, short_head + "18/05/2021,truc-tiep,45,\n19/05/2021,truc-tiep,,\n"));
  EXPECT_EQ(wrong.code, Code::Invalid);
  EXPECT_EQ(wrong.field, "tep");
  EXPECT_THAT(places_of(wrong), ElementsAre("3 số lượt người dự"));
  EXPECT_EQ(world.activities.activities(), 0U);
}

TEST(ImportActivities, EveryFaultHasItsLineAndColumn) {
  World world;
  const Problem wrong = why(bring_in(world,
                                     "don_vi,ngay,loai,luot-nguoi,tai-lieu,ma_viec,khac\n"
                                     "03,31/02/2021,truc-tiep,45,,,\n"
                                     "03,21/05/2021,truc-tiep,46,,,\n"
                                     "03,20/05/2021,xyz,47,,,\n"
                                     "03,20/05/2021,truc-tiep,4.5,7,,\n"
                                     "99,20/05/2021,truc-tiep,48,,abc,có\n"
                                     "04,20/05/2021,truc-tiep,49,,,\n"
                                     "03,20/05/2021,truc-tiep,50,,1,\n"
                                     "03,,,0,,,\n"));
  EXPECT_THAT(places_of(wrong),
              ElementsAre("2 ngay", "3 ngay", "4 loai", "5 luot-nguoi", "5 tai-lieu", "6 don_vi",
                          "6 ma_viec", "6 khac", "7 don_vi", "8 ma_viec", "9 loai", "9 ngay"));
  EXPECT_THAT(wrong.details[0].text.vi, HasSubstr("không phải là ngày có thật"));
  EXPECT_THAT(wrong.details[1].text.vi, HasSubstr("chưa tới"));
  EXPECT_THAT(wrong.details[2].text.vi, HasSubstr("Phát trên loa"));
  EXPECT_THAT(wrong.details[4].text.vi, HasSubstr("không có số liệu"));
  EXPECT_THAT(wrong.details[5].text.vi, HasSubstr("“99”"));
  EXPECT_THAT(wrong.details[8].text.vi, HasSubstr("Bạn không ghi hoạt động cho Quận Hai"));
  EXPECT_EQ(world.activities.activities(), 0U);
}

TEST(ImportActivities, AColumnThatIsNotThereIsNamedAsItShouldBe) {
  World world;
  const Problem wrong = why(bring_in(world, "ngay,loai\n20/05/2021,truc-tiep\n"));
  EXPECT_THAT(places_of(wrong), ElementsAre("2 Số lượt người dự"));
}

TEST(ImportActivities, TwinsAreAskedAboutInTheFileAndAgainstTheLedger) {
  World world;
  world.log(World::meeting());
  const Problem twins = why(bring_in(world, short_head + "20/05/2021,truc-tiep,45,\n"
                                                         "19/05/2021,truc-tiep,45,\n"
                                                         "19/05/2021,truc-tiep,45,\n"
                                                         "19/05/2021,truc-tiep,45,X\n"
                                                         "19/05/2021,truc-tiep,46,\n"));
  EXPECT_THAT(places_of(twins), ElementsAre("2 khác", "4 khác"));
  EXPECT_THAT(twins.details[0].text.vi, HasSubstr("hoạt động số 1"));
  EXPECT_THAT(twins.details[1].text.vi, HasSubstr("dòng 3"));
  ASSERT_TRUE(bring_in(world, short_head + "20/05/2021,truc-tiep,45,x\n"
                                           "19/05/2021,truc-tiep,45,\n"
                                           "19/05/2021,truc-tiep,45,x\n"));
  EXPECT_EQ(world.activities.activities(), 4U);
  EXPECT_EQ(why(bring_in(world, short_head + "19/05/2021,truc-tiep,45,\n")).details.size(), 1U)
      << "the same file once more";
}

// Marking every row as another one makes no second record of the same file.
TEST(ImportActivities, TheVerySameIsRefusedHoweverItIsMarked) {
  World world;
  const std::string head = "ngày,loại,nội dung,nơi làm,số lượt người dự,khác\n";
  const std::string rows =
      "20/05/2021,truc-tiep,Tổ 5,Nhà văn hóa,45,x\n20/05/2021,truc-tiep,Tổ 6,Nhà văn hóa,45,x\n";
  ASSERT_TRUE(bring_in(world, head + rows));
  EXPECT_THAT(places_of(why(bring_in(world, head + rows))), ElementsAre("2 khác", "3 khác"));
  EXPECT_TRUE(bring_in(world, head + "20/05/2021,truc-tiep,Tổ 5,Sân đình,45,x\n"));
}

// A file and the form tell two activities apart by one rule, beside which a file alone knows that
// the very same is refused however it is marked.
TEST(ImportActivities, TwinsAreThoseOfTheForm) {
  const std::string head = "ngày,loại,nội dung,số lượt người dự,khác\n";
  const auto row = [](const std::string& what, bool is_other) {
    return "20/05/2021,truc-tiep," + what + ",45," + (is_other ? "x" : "") + "\n";
  };
  World by_form;
  std::uint32_t attending = 0;  // so that no pair is like another one
  const auto typed = [&](const std::string& what, bool is_other) {
    LogActivity out = World::meeting(attending);
    out.typed.what = what;
    out.typed.is_other = is_other;
    return out;
  };
  for (const std::string first : {"", "Tổ 5", "Tổ 6"}) {
    for (const std::string second : {"", "Tổ 5", "Tổ 6"}) {
      for (const auto& [a, b] :
           {std::pair{false, false}, {false, true}, {true, false}, {true, true}}) {
        const bool same_subject = first == second || first.empty() || second.empty();
        const bool may_be_one = !a && !b && same_subject;
        const std::string both = first + " " + (a ? "x" : "-") + ", " + second + (b ? "x" : "-");
        ++attending;
        by_form.log(typed(first, a));
        EXPECT_EQ(by_form.run(World::ward(), typed(second, b)).has_value(), !may_be_one) << both;
        const bool is_same = b && !second.empty() && first == second;
        World by_file;
        const bool taken = bring_in(by_file, head + row(first, a) + row(second, b)).has_value();
        EXPECT_EQ(taken, !may_be_one && !is_same) << both;
      }
    }
  }
}

// Each row is compared with few, however many look alike.
TEST(ImportActivities, ManyOfOneDayAndAmountAreTold) {
  World world;
  std::string rows = "ngay,loai,noi dung,tin-bai\n";
  for (std::size_t i = 0; i < import_rows_max; ++i) {
    rows += "20/05/2021,tin-bai,Tin số " + std::to_string(i) + ",1\n";
  }
  ASSERT_TRUE(bring_in(world, rows));
  EXPECT_THAT(why(bring_in(world, rows)).text.vi, HasSubstr("5000 lỗi"));
}

TEST(ImportActivities, AnotherSubjectIsNoTwin) {
  World world;
  EXPECT_TRUE(bring_in(world,
                       "ngay\tloai\tnoi dung\ttin-bai\n"
                       "20/05/2021\ttin-bai\tTin trên báo\t1\n"
                       "20/05/2021\ttin-bai\tBài trên trang\t1\n"));
}

TEST(ImportActivities, ReadsWhatExcelAndMacsWrite) {
  World world;
  ASSERT_TRUE(bring_in(world,
                       "\xEF\xBB\xBFNga\u0300y;LOA\u0323I;No\u0323\u0302i_dung;"
                       "Luot-nguoi\r\n"
                       "20/05/2021;HO\u0323P, HO\u0323\u0302I NGHI\u0323, NO\u0301I "
                       "CHUYE\u0323\u0302N;Pho\u0302\u0309 bie\u0302\u0301n;45\r\n"));
  EXPECT_EQ(world.activities.activity(ActivityNo{1}).record.what, "Phổ biến");
}

TEST(ImportActivities, OtherEncodingsAreRefusedWithTheWayOut) {
  World world;
  const Problem latin = why(bring_in(world, "ng\xE0y,lo\xE9\n"));
  EXPECT_EQ(latin.code, Code::Unsupported);
  EXPECT_THAT(latin.text.vi, HasSubstr("CSV UTF-8"));
}

TEST(ImportActivities, ColumnsWithoutMeaningAreNamed) {
  World world;
  const Problem wrong =
      why(bring_in(world, "ngay,date,Ghi chú,attendances\n20/05/2021,,Có quà,45\n"));
  EXPECT_THAT(places_of(wrong), ElementsAre("1 date", "1 ghi chú", "1 Loại"));
  EXPECT_THAT(wrong.details[0].text.vi, HasSubstr("“ngay”"));
}

TEST(ImportActivities, EveryNameOfAMeasureIsRead) {
  for (const Measure& measure : measures()) {
    for (const std::string& name :
         {std::string(measure.code), measure.title.vi, measure.title.en}) {
      const auto log = read_log("ngay;loai;" + name + "\n20/05/2021;khac;7\n");
      ASSERT_TRUE(log) << name;
      EXPECT_THAT(log->rows[0].typed.amounts, ElementsAre(Amount{std::string(measure.code), 7}));
    }
  }
  for (const Kind& kind : kinds()) {
    for (const std::string& name : {std::string(kind.code), kind.title.vi, kind.title.en}) {
      const auto log = read_log("ngay;loai\n20/05/2021;" + name + "\n");
      ASSERT_TRUE(log) << name;
      EXPECT_EQ(log->rows[0].typed.kind, kind.code) << name;
    }
  }
}

TEST(ImportActivities, OnlyForUnitsThatOneReportsFor) {
  World world;
  const std::string of_ward = "don_vi,ngay,loai,luot-nguoi\n03,20/05/2021,truc-tiep,45\n";
  EXPECT_EQ(why(bring_in(world, of_ward, World::auditor())).code, Code::Forbidden);
  EXPECT_EQ(why(bring_in(world, of_ward, World::administrator())).code, Code::Forbidden);
  EXPECT_THAT(places_of(why(bring_in(world, of_ward, World::elsewhere()))),
              ElementsAre("2 don_vi"));
  EXPECT_TRUE(bring_in(world, of_ward, World::district())) << "the ward stands below it";
  const std::string of_nobody = "ngay,loai,luot-nguoi\n20/05/2021,truc-tiep,46\n";
  EXPECT_THAT(places_of(why(bring_in(world, of_nobody, "courier/test"))), ElementsAre("2 Đơn vị"))
      << "who has not exactly one unit writes it";
}

TEST(ImportActivities, OfLimitedLength) {
  World world;
  EXPECT_EQ(why(bring_in(world, short_head)).code, Code::Invalid) << "no rows";
  std::string rows;
  for (std::size_t i = 1; i <= import_rows_max; ++i) {
    const Date on = day("2021-05-20") - static_cast<std::int32_t>(i % 300);
    rows += vietnamese(on) + ",truc-tiep," + std::to_string(i) + ",\n";
  }
  EXPECT_EQ(why(bring_in(world, short_head + rows + "20/05/2021,truc-tiep,9999,\n")).code,
            Code::TooLarge);
  ASSERT_TRUE(bring_in(world, short_head + rows));
  EXPECT_EQ(world.activities.activities(), import_rows_max);
  const Problem again = why(bring_in(world, short_head + rows));
  EXPECT_THAT(again.text.vi, HasSubstr("5000 lỗi"));
  ASSERT_EQ(again.details.size(), file_faults_listed_max + 1);
  EXPECT_EQ(again.details.back().text.vi, "và 4800 lỗi nữa");
}

TEST(SampleLog, IsReadButRecordsNothing) {
  World world;
  const std::string sample = sample_log();
  EXPECT_TRUE(sample.starts_with("\xEF\xBB\xBF"));
  EXPECT_THAT(places_of(why(bring_in(world, sample))), ElementsAre("2 đơn vị", "3 đơn vị"));
  EXPECT_THAT(world.activities.of_unit(UnitNo{3}), IsEmpty());
}

}  // namespace
}  // namespace lantoa::city::activity
