#include "city/guidance/state.h"

#include <gtest/gtest.h>

namespace lantoa::city::guidance {
namespace {

constexpr PlanNo plan{1};
constexpr PlanNo later_plan{2};

class GuidanceState : public ::testing::Test {
 protected:
  QuestionNo ask(std::string text, PlanNo about = plan) {
    const QuestionNo no{state.questions() + 1};
    state.fold(QuestionAsked{no, UnitNo{4}, about, {}, std::move(text), {}}, next());
    return no;
  }
  void answer(QuestionNo no, std::string text) {
    const auto version = static_cast<std::uint32_t>(state.question(no).answers.size() + 1);
    state.fold(QuestionAnswered{no, version, std::move(text), {}, {}}, next());
  }
  std::vector<QuestionNo> search(std::string_view words, PlanNo about = {}) {
    return state.search(words_in(words), about);
  }
  ledger::Stamp next() { return {++seq_, Instant{static_cast<std::int64_t>(seq_)}, {}, {}}; }

  State state;

 private:
  std::uint64_t seq_ = 0;
};

using Numbers = std::vector<QuestionNo>;

TEST_F(GuidanceState, FindsWhatIsAnsweredWithAndWithoutMarks) {
  const QuestionNo first = ask("Họp giao ban ghi ở đâu?");
  const QuestionNo open = ask("Họp tổ dân phố ghi ở đâu?");
  EXPECT_TRUE(search("").empty());
  answer(first, "Ghi là hội nghị.");
  for (const char* words : {"", "hop", "HỌP", "giao ban hoi nghi", "hội nghị"}) {
    EXPECT_EQ(search(words), Numbers{first}) << words;
  }
  EXPECT_TRUE(search("hội thảo").empty());
  EXPECT_EQ(state.open(), std::set<QuestionNo>{open});
  answer(first, "Ghi là hình thức khác.");
  EXPECT_TRUE(search("hội nghị").empty()) << "that answer was corrected";
  EXPECT_EQ(search("hình thức"), Numbers{first});
}

TEST_F(GuidanceState, TheMarksThatWereTypedComeFirstThenTheNewest) {
  const QuestionNo box = ask("Hộp thư của phường?");
  const QuestionNo meeting = ask("Họp ở phường?");
  const QuestionNo other = ask("Họp ở quận?");
  for (const QuestionNo no : {meeting, other, box}) answer(no, "Có.");
  EXPECT_EQ(search("họp"), (Numbers{other, meeting, box}));
  EXPECT_EQ(search("hop"), (Numbers{box, other, meeting}));
  EXPECT_EQ(search("hộp"), (Numbers{box, other, meeting}));
}

TEST_F(GuidanceState, AJoinedOneIsFoundByTheOther) {
  const QuestionNo first = ask("Ghi số liệu ở đâu?");
  answer(first, "Ở trang Hoạt động.");
  const QuestionNo same = ask("Nhập kết quả chỗ nào?", later_plan);
  state.fold(QuestionJoined{same, first, {}});
  EXPECT_FALSE(state.question(same).is_open());
  EXPECT_TRUE(state.open().empty());
  EXPECT_EQ(search("nhập kết quả"), Numbers{first});
  EXPECT_EQ(search("", later_plan), Numbers{first});
  EXPECT_TRUE(search("", PlanNo{3}).empty());

  answer(same, "Ở trang Nhập.");
  EXPECT_EQ(search("nhập kết quả"), Numbers{same});
  EXPECT_EQ(search("", plan), Numbers{first});
}

TEST_F(GuidanceState, WhatIsWithdrawnIsFoundByNobody) {
  const QuestionNo first = ask("Ghi số liệu ở đâu?");
  answer(first, "Ở trang Hoạt động.");
  const QuestionNo same = ask("Nhập kết quả chỗ nào?");
  state.fold(QuestionJoined{same, first, {}});
  state.fold(QuestionWithdrawn{same, "Hỏi hai lần", {}}, next());
  EXPECT_TRUE(search("nhập kết quả").empty());
  EXPECT_TRUE(state.question(first).joined.empty());
  state.fold(QuestionWithdrawn{first, "Không còn đúng", {}}, next());
  EXPECT_TRUE(search("").empty());
  EXPECT_EQ(state.question(first).withdrawn->reason, "Không còn đúng");
}

TEST_F(GuidanceState, TheLikestOfTheSamePlanComeFirstAndAreFew) {
  const char* text = "Cụm loa của quận phát bản tin cho phường thì ghi cho ai?";
  for (std::size_t i = 0; i < similar_max + 2; ++i)
    answer(ask("Cụm loa của quận hỏng"), "Báo quận.");
  const QuestionNo likest = ask("Quận phát bản tin bằng cụm loa, phường có ghi không?");
  EXPECT_EQ(state.similar(plan, text).size(), similar_max);
  answer(likest, "Có.");
  EXPECT_EQ(state.similar(plan, text).front(), likest);
  EXPECT_TRUE(state.similar(later_plan, text).empty());
  EXPECT_TRUE(state.similar(plan, "Kinh phí in tờ gấp?").empty());
}

TEST_F(GuidanceState, ManyJoinedOnesDoNotMakeItLikeWhatNobodyAsked) {
  const QuestionNo first = ask("Cụm loa của quận phát bản tin cho phường thì ghi cho ai?");
  answer(first, "Ghi cho phường.");
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    const QuestionNo same = ask("mẫu" + n + " lạ" + n + " hiếm" + n + " riêng" + n);
    state.fold(QuestionJoined{same, first, {}});
  }
  EXPECT_EQ(state.similar(plan, "Quận phát bản tin bằng cụm loa, ghi ở đâu?"), Numbers{first});
  EXPECT_EQ(state.similar(plan, "mẫu7 lạ7 hiếm7, hỏi lại"), Numbers{first});
  EXPECT_TRUE(state.similar(plan, "mẫu1 lạ2 hiếm3 riêng4, hỏi lại").empty())
      << "each of these words is of another question";
}

TEST_F(GuidanceState, WhoPartsTakesOnlyHisOwnWordsAlong) {
  const QuestionNo first = ask("Ghi số liệu ở đâu?");
  answer(first, "Ở trang Hoạt động.");
  const QuestionNo one = ask("Nhập kết quả chỗ nào?");
  const QuestionNo two = ask("Nhập biểu mẫu chỗ nào?");
  for (const QuestionNo no : {one, two}) state.fold(QuestionJoined{no, first, {}});
  state.fold(QuestionWithdrawn{one, "Hỏi hai lần", {}}, next());
  EXPECT_TRUE(search("kết quả").empty());
  EXPECT_EQ(search("nhập biểu mẫu"), Numbers{first});
  EXPECT_EQ(search("số liệu hoạt động"), Numbers{first});
}

}  // namespace
}  // namespace lantoa::city::guidance
