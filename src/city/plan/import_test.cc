#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/plan/task_file.h"
#include "city/plan/testing_plans.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Plans;

const std::string short_head = "việc,đơn vị thực hiện,hạn\n";

class ImportTasksTest : public Plans {
 protected:
  Decided bring_in(const std::string& bytes, const Actor& actor) {
    auto command = read_tasks(bytes);
    if (!command) return tl::unexpected(command.error());
    command->plan = PlanNo{1};
    command->seen_version = plans.plan(PlanNo{1}).version;
    return when(*command, actor);
  }
  void given_file(const std::string& bytes) {
    const auto decision = bring_in(bytes, drafter);
    ASSERT_TRUE(decision) << decision.error().text.en;
    for (const auto& fact : decision->facts) fold(fact);
  }
  Problem why(const std::string& bytes) {
    const auto decision = bring_in(bytes, drafter);
    EXPECT_FALSE(decision);
    return decision ? Problem{} : decision.error();
  }
  // "3 hạn": line and column.
  static std::vector<std::string> places_of(const Problem& problem) {
    std::vector<std::string> out;
    for (const Detail& detail : problem.details) {
      out.push_back(std::to_string(detail.row) + " " + detail.field);
    }
    return out;
  }
};

TEST_F(ImportTasksTest, AddsEveryRowInOrderAsTasksOfTheForm) {
  given_draft();
  given_task();
  given_file(
      "Hạn,Đơn vị thực hiện,Việc,Ai làm,Ai chịu trách nhiệm,Ai quyết định,Kết quả,Phối hợp\n"
      "30/06/2021,mỗi phường,\"  Họp  dân,\nghi biên bản\",Tư pháp,Chủ tịch,Quận,Biên bản,Mặt "
      "trận\n"
      "\n"
      "2021-07-15,3,In sổ,,,,,\n");
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.tasks, (std::vector{TaskNo{1}, TaskNo{2}, TaskNo{3}}));
  EXPECT_EQ(plan.version, 4U);
  const Task& first = plans.task(TaskNo{2});
  EXPECT_EQ(first.what, "Họp dân, ghi biên bản");
  EXPECT_EQ(first.rule, (Rule{{Kind::Ward}, UnitNo{1}}));
  EXPECT_EQ(first.due, *parse_iso_date("2021-06-30"));
  EXPECT_EQ(first.terms, (Terms{"Tư pháp", "Chủ tịch", "Quận", "Biên bản", "Mặt trận"}));
  EXPECT_EQ(unsaid(first), 0U);
  const Task& second = plans.task(TaskNo{3});
  EXPECT_EQ(second.rule, (Rule{{}, UnitNo{3}}));
  EXPECT_EQ(unsaid(second), 4U);
}

TEST_F(ImportTasksTest, EachFactHasTheNextNumberAndVersion) {
  given_draft();
  const auto decision =
      bring_in(short_head + "Một,mỗi phường,30/06/2021\nHai,3,30/06/2021\n", drafter);
  ASSERT_TRUE(decision) << decision.error().text.en;
  EXPECT_EQ(decision->answer, "/ke-hoach/1?xong=nhap-viec");
  ASSERT_EQ(decision->facts.size(), 2U);
  for (std::uint32_t i = 0; i < 2; ++i) {
    EXPECT_EQ(decision->facts[i].subject, "plan/1");
    const auto fact = lantoa::decode<TaskAdded>(decision->facts[i].body);
    EXPECT_EQ(fact->task, TaskNo{i + 1});
    EXPECT_EQ(fact->version, i + 2);
    EXPECT_EQ(fact->by, drafter.person);
    EXPECT_FALSE(fact->terms) << "nothing is said";
  }
}

TEST_F(ImportTasksTest, OneWrongRowAndNothingIsAdded) {
  given_draft();
  const Problem wrong = why(short_head + "Một,mỗi phường,30/06/2021\nHai,3,\n");
  EXPECT_EQ(wrong.code, Code::Invalid);
  EXPECT_EQ(wrong.field, "tep");
  EXPECT_THAT(places_of(wrong), ElementsAre("3 hạn"));
  EXPECT_EQ(plans.tasks(), 0U);
}

TEST_F(ImportTasksTest, EveryFaultHasItsLineAndColumn) {
  given_draft();
  const Problem wrong =
      why("Viec,Don vi,Han,Ai lam\n"
          ",mỗi phường,30/06/2021,\n"
          "Hai,Sở Du lịch,31/02/2021,\n"
          "Ba,các huyện,30/06/2021,\n"
          "Bốn,3,11/05/2021," +
          std::string(terms_characters_max + 1, 'x') +
          "\n"
          "Năm,,30/06/2199,\n");
  EXPECT_THAT(places_of(wrong), ElementsAre("2 viec", "3 han", "3 don vi", "4 don vi", "5 han",
                                            "5 ai lam", "6 han", "6 don vi"));
  EXPECT_THAT(wrong.text.vi, HasSubstr("8 lỗi"));
  EXPECT_THAT(wrong.details[0].text.vi, HasSubstr("Hãy ghi việc phải làm"));
  EXPECT_THAT(wrong.details[1].text.vi, HasSubstr("không phải là ngày có thật"));
  EXPECT_THAT(wrong.details[2].text.vi, HasSubstr("“Sở Du lịch”"));
  EXPECT_THAT(wrong.details[3].text.vi, HasSubstr("Không có đơn vị nào thuộc phạm vi"));
  EXPECT_THAT(wrong.details[4].text.vi, HasSubstr("đã qua"));
  EXPECT_THAT(wrong.details[6].text.vi, HasSubstr("quá xa"));
  EXPECT_EQ(plans.tasks(), 0U);
}

TEST_F(ImportTasksTest, ColumnsWithoutMeaningAndMissingOnesAreNamed) {
  given_draft();
  const Problem wrong = why("STT,Việc,Nhiệm vụ,Hạn\n1,Họp,,30/06/2021\n");
  EXPECT_THAT(places_of(wrong), ElementsAre("1 stt", "1 nhiệm vụ", "1 Đơn vị thực hiện"));
  for (const FileColumn& column : task_columns()) {
    std::vector<std::string_view> names = column.also;
    names.push_back(column.name.vi);
    names.push_back(column.name.en);
    for (const std::string_view name : names) {
      const auto head = read_file_head({std::string(name)}, task_columns());
      const std::vector<Detail> details = head ? std::vector<Detail>{} : head.error().details;
      for (const Detail& detail : details) EXPECT_NE(detail.field, name) << "it is not known";
    }
  }
}

TEST_F(ImportTasksTest, ATwinIsNamedInThePlanAndInTheFile) {
  given_draft();
  given_file(short_head + "Họp dân,mỗi phường,30/06/2021\n");
  const Problem twins = why(short_head +
                            "họp  DÂN,các phường,30/06/2021\n"
                            "Họp dân,mỗi phường,01/07/2021\n"
                            "Họp dân,3,30/06/2021\n"
                            "In sổ,4,30/06/2021\n"
                            "In sổ,Phường Một,2021-06-30\n");
  EXPECT_THAT(places_of(twins), ElementsAre("2 việc", "6 việc"));
  EXPECT_THAT(twins.details[0].text.vi, HasSubstr("nhiệm vụ “Họp dân” đã có trong kế hoạch"));
  EXPECT_THAT(twins.details[1].text.vi, HasSubstr("dòng 5"));
  given(DropTask{PlanNo{1}, TaskNo{1}, 2}, drafter);
  given_file(short_head + "Họp dân,mỗi phường,30/06/2021\n");
  EXPECT_EQ(plans.plan(PlanNo{1}).tasks, std::vector{TaskNo{2}}) << "a dropped one is none";
}

TEST_F(ImportTasksTest, OnlyForTheVersionThatWasSeenAndWhileItCanBeChanged) {
  given_draft();
  auto command = *read_tasks(short_head + "Họp,mỗi phường,30/06/2021\n");
  command.plan = PlanNo{1};
  command.seen_version = 1;
  EXPECT_EQ(when(command, ward).error().code, Code::Forbidden);
  given_task();
  const auto changed = when(command, drafter);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, Code::Conflict);
  EXPECT_THAT(changed.error().text.vi, HasSubstr("xem trước lại"));
  command.seen_version = 2;
  EXPECT_TRUE(when(command, drafter));
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  const auto issued = when(command, drafter);
  ASSERT_FALSE(issued);
  EXPECT_THAT(issued.error().text.vi, HasSubstr("Kế hoạch đã ban hành"));
  command.plan = PlanNo{9};
  EXPECT_EQ(when(command, drafter).error().code, Code::NotFound);
}

TEST_F(ImportTasksTest, AnApprovedPlanNeedsANewApproval) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given_file(short_head + "Họp,3,30/06/2021\n");
  EXPECT_EQ(plans.plan(PlanNo{1}).stage, Stage::Draft);
}

TEST_F(ImportTasksTest, OfLimitedLength) {
  given_draft();
  EXPECT_EQ(why(short_head).code, Code::Invalid) << "no rows";
  std::string rows;
  for (std::size_t i = 1; i <= tasks_max; ++i) {
    rows += "Việc " + std::to_string(i) + ",3,30/06/2021\n";
  }
  EXPECT_EQ(why(short_head + rows + "Một nữa,3,30/06/2021\n").code, Code::TooLarge);
  given_file(short_head + rows);
  EXPECT_EQ(plans.tasks(), tasks_max);
  const Problem full = why(short_head + "Một nữa,3,30/06/2021\n");
  EXPECT_EQ(full.code, Code::TooLarge);
  EXPECT_THAT(full.text.vi, HasSubstr("đã có 200 nhiệm vụ, tệp thêm 1"));
}

TEST_F(ImportTasksTest, TheSampleIsReadButAddsNothing) {
  given_draft();
  const std::string sample = sample_tasks();
  EXPECT_TRUE(sample.starts_with("\xEF\xBB\xBF"));
  EXPECT_THAT(places_of(why(sample)), ElementsAre("2 hạn", "3 hạn", "3 đơn vị thực hiện"));
}

}  // namespace
}  // namespace lantoa::city::plan
