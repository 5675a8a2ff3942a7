#include "city/plan/proposal.h"

#include "city/plan/decide.h"
#include "city/plan/rules.h"
#include "city/plan/testing_tree.h"
#include "platform/document/document.h"

namespace lantoa::city::plan {
namespace {

class Proposals : public ::testing::Test {
 protected:
  Proposals() { testing::open_units(tree); }

  Proposal of(const std::string& text) {
    const auto read = read_text("Bài mẫu (08:00 20/4/2021)\n\n" + text);
    EXPECT_TRUE(read) << read.error().text.en;
    return propose(*read, tree);
  }

  // "dv-3 giữ": the units of the only task and whether it is ticked.
  std::string task_of(const std::string& text) {
    const Proposal proposal = of(text);
    if (proposal.tasks.size() != 1) return std::to_string(proposal.tasks.size()) + " tasks";
    const ProposedTask& task = proposal.tasks.front();
    return (task.rule ? write_choice(*task.rule) : "?") + (task.keep ? " keep" : "");
  }

  organisation::State tree;
};

struct Case {
  std::string text;
  std::string task;
};

TEST_F(Proposals, BodiesBecomeRulesOverTheTreeOrAreLeftToAPerson) {
  const std::vector<Case> cases{
      {"Các sở, ban, ngành có trách nhiệm in tờ gấp.", "so keep"},
      {"UBND quận, huyện, thị xã có trách nhiệm in tờ gấp.", "quan keep"},
      {"UBND các xã, phường có trách nhiệm in tờ gấp.", "xa keep"},
      {"Hội đồng Phối hợp phổ biến, giáo dục pháp luật các quận có trách nhiệm in tờ gấp.",
       "quan keep"},
      {"Các cấp, các ngành có trách nhiệm in tờ gấp.", "moi keep"},
      {"Sở Tư pháp thành phố Mẫu có trách nhiệm in tờ gấp.", "dv-3 keep"},
      {"Văn phòng UBND thành phố có trách nhiệm in tờ gấp.", "dv-9 keep"},
      {"UBND quận Hoà Bình có trách nhiệm in tờ gấp.", "dv-4 keep"},
      {"UBND phường Hai có trách nhiệm in tờ gấp.", "dv-6 keep"},
      // Two wards have the name; no unit has it; nothing known.
      {"UBND phường Một có trách nhiệm in tờ gấp.", "?"},
      {"Sở Du lịch có trách nhiệm in tờ gấp.", "?"},
      {"Đội Xung kích có trách nhiệm in tờ gấp.", "?"},
  };
  for (const Case& one : cases) EXPECT_EQ(task_of(one.text), one.task) << one.text;
}

TEST_F(Proposals, WhatFitsNoUnitComesLastAndUnticked) {
  const Proposal proposal =
      of("Đội Xung kích có trách nhiệm canh. Sở Tư pháp có trách nhiệm in.\n\nSở Y tế có trách "
         "nhiệm tiêm.");
  ASSERT_EQ(proposal.tasks.size(), 3U);
  EXPECT_EQ(proposal.tasks[0].duty.who.name, "Sở Tư pháp");
  EXPECT_FALSE(proposal.tasks[1].keep);
  EXPECT_FALSE(proposal.tasks[1].note.vi.empty());
  EXPECT_EQ(proposal.tasks[2].duty.who.name, "Đội Xung kích");
}

TEST_F(Proposals, ThePlanItselfIsNoGroundAndItsIssuerIsFound) {
  const Proposal proposal =
      of("Ngày 12/5, Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố ban hành Kế hoạch số "
         "06/KH-HĐPHPBGDPL về Nghị định số 11/2021/NĐ-CP ngày 10/3/2021 của Chính phủ.");
  ASSERT_EQ(proposal.grounds.size(), 1U);
  EXPECT_EQ(proposal.grounds[0].ground.number, "11/2021/NĐ-CP");
  EXPECT_EQ(proposal.grounds[0].mentions.size(), 1U);
  EXPECT_EQ(proposal.issuer, UnitNo{2});
  const auto plan = read_text(
      "HỘI ĐỒNG PHỐI HỢP PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT THÀNH PHỐ MẪU\n\nSố: 7/KH-HĐPHPBGDPL\n\n"
      "KẾ HOẠCH\n\nVề chợ\n\nCăn cứ Nghị định số 11/2021/NĐ-CP.\n");
  const Proposal direct = propose(*plan, tree);
  EXPECT_EQ(direct.title, "Về chợ");
  EXPECT_EQ(direct.issuer, UnitNo{2});
  ASSERT_EQ(direct.grounds.size(), 1U);
}

TEST_F(Proposals, KeyOfficialsOnlyWhenNobodyElseIsNamed) {
  EXPECT_EQ(of("Phổ biến đến cán bộ chủ chốt.").audience, Audience::KeyOfficials);
  EXPECT_EQ(of("Phổ biến đến cán bộ, nhất là cán bộ chủ chốt.").audience, Audience::Everybody);
  EXPECT_EQ(of("Không nói cho ai.").audience, Audience::Everybody);
}

TEST_F(Proposals, GroundsBeyondWhatAPlanCanHaveAreSaidToBeLeftOut) {
  std::string text = "Căn cứ";
  for (std::size_t i = 1; i <= grounds_max; ++i) {
    text += " Quyết định số " + std::to_string(i) + "/2021/QĐ-TTg;";
  }
  EXPECT_FALSE(of(text).grounds_cut);
  const Proposal proposal = of(text + " Quyết định số 999/2021/QĐ-TTg.");
  EXPECT_EQ(proposal.grounds.size(), grounds_max);
  EXPECT_TRUE(proposal.grounds_cut);
}

TEST_F(Proposals, MoreTextThanAPageShowsIsRefused) {
  EXPECT_EQ(read_text(std::string(document::text_bytes_max + 1, 'a')).error().code, Code::TooLarge);
}

}  // namespace
}  // namespace lantoa::city::plan
