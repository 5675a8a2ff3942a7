#include "kernel/result.h"

#include <gtest/gtest.h>

#include <memory>

#include "kernel/keeper.h"

namespace lantoa {
namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return problem(Code::Invalid, {"Số lẻ.", "Odd."}, "n");
  return n / 2;
}

Result<void> must_be_even(int n) {
  TRY(half(n));
  return {};
}

Result<std::string> quarter(int n) {
  TRY(must_be_even(n));
  TRY_ASSIGN(const int once, half(n));
  TRY_ASSIGN(const int twice, half(once));
  return std::to_string(twice);
}

Result<std::unique_ptr<int>> boxed(int n) {
  TRY_ASSIGN(auto box, Result<std::unique_ptr<int>>(std::make_unique<int>(n)));
  return box;
}

TEST(Result, TryPassesTheFirstProblemOn) {
  EXPECT_EQ(*quarter(8), "2");
  EXPECT_EQ(quarter(7).error(), (Problem{Code::Invalid, {"Số lẻ.", "Odd."}, "n", {}}));
  EXPECT_EQ(quarter(6).error().field, "n");
}

TEST(Result, TryAssignMovesTheValue) { EXPECT_EQ(**boxed(3), 3); }

TEST(Result, FullSentenceHasEveryDetailOnItsLine) {
  const Problem problem{Code::Invalid,
                        {"Tệp có lỗi.", "The file has faults."},
                        "file",
                        {{"tên", 3, {"Thiếu.", "Missing."}},
                         {"", 4, {"Thừa ô.", "Too many fields."}},
                         {"mã", 0, {"Sai.", "Wrong."}},
                         {"", 0, {"Khác.", "Other."}}}};
  EXPECT_EQ(full_sentence(problem, Language::English),
            "The file has faults.\nrow 3, field tên: Missing.\nrow 4: Too many fields.\n"
            "field mã: Wrong.\nOther.");
  EXPECT_EQ(full_sentence(problem, Language::Vietnamese),
            "Tệp có lỗi.\ndòng 3, trường tên: Thiếu.\ndòng 4: Thừa ô.\ntrường mã: Sai.\nKhác.");
}

TEST(Result, WhatIsForTheKeeperStandsInNoFullSentence) {
  Problem problem{Code::Unavailable, {"Tạm ngừng.", "Out of order."}, {}, {}};
  EXPECT_EQ(keeper_sentence(problem, Language::English), "Out of order.");
  problem.details.push_back(tell_the_keeper({"db1 không trả lời.", "db1 does not answer."}));
  EXPECT_EQ(full_sentence(problem, Language::English), "Out of order.");
  EXPECT_EQ(keeper_sentence(problem, Language::English), "Out of order.\ndb1 does not answer.");
  EXPECT_EQ(keeper_sentence(problem, Language::Vietnamese), "Tạm ngừng.\ndb1 không trả lời.");
}

}  // namespace
}  // namespace lantoa
