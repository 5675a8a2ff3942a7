// What stands between braces, as a table: how it is kept, or what is said of it.
#include "city/statistics/testing_narrative.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class NarrativeReading : public NarrativeWorld {
 protected:
  // The text as it is kept, else its first fault.
  std::string kept(const std::string& typed, RoundNo no = RoundNo{1}) const {
    const NarrativeText read = read_narrative(typed, ground(no));
    return read.faults.empty() ? write_narrative(read, ground(no)) : read.faults.front().text.vi;
  }
};

struct ReadCase {
  const char* typed;
  const char* kept;  // the whole of it
};

TEST_F(NarrativeReading, KeepsEveryFigureInItsOneSpelling) {
  for (const ReadCase& one : {
           ReadCase{"", ""},
           ReadCase{"Không có số.", "Không có số."},
           ReadCase{"{{cột 2}}", "{{cột 2}}"},
           ReadCase{"{{ Cột   2 }}", "{{cột 2}}"},
           ReadCase{"{{CỘT 10}} bản", "{{cột 10}} bản"},
           ReadCase{"Có {{cột 6}} và {{cột 7}}.", "Có {{cột 6}} và {{cột 7}}."},
           ReadCase{"{{cột 2 của 03}}", "{{cột 2 của 03}}"},
           ReadCase{"{{cột 2 của 02}}", "{{cột 2 của 02}}"},
           ReadCase{"{{cột 2 của 01}}", "{{cột 2}}"},  // the scope itself
           ReadCase{"{{đã nộp}}/{{phải nộp}}", "{{đã nộp}}/{{phải nộp}}"},
           ReadCase{"{{Đã Nộp của 02}}", "{{đã nộp của 02}}"},
           ReadCase{"{{đúng hạn}}, {{trễ}}, {{chưa nộp}}", "{{đúng hạn}}, {{trễ}}, {{chưa nộp}}"},
           ReadCase{"{{kỳ}}", "{{kỳ}}"},
           ReadCase{"{{kì}}", "{{kỳ}}"},
           ReadCase{"{một} } {", "{một} } {"},
           ReadCase{"- một ý\n\n  Một đoạn  \r\n-  ý   nữa", "- một ý\nMột đoạn\n- ý nữa"},
           ReadCase{"-\n- ", ""},
       }) {
    EXPECT_EQ(kept(one.typed), one.kept) << one.typed;
  }
}

TEST_F(NarrativeReading, NamesEachFaultItsLineAndWhatMayStandThere) {
  for (const ReadCase& one : {
           ReadCase{"{{}}", "không có gì ở giữa"},
           ReadCase{"{{   }}", "không có gì ở giữa"},
           ReadCase{"{{hàng 2}}", "không hiểu “hàng”"},
           ReadCase{"{{cot 2}}", "không hiểu “cot”"},
           ReadCase{"{{cột}}", "thiếu mã cột"},
           ReadCase{"{{cột 99}}", "không có cột “99”; các cột: 1, 2, 3"},
           ReadCase{"{{cột 2 và 3}}", "không hiểu “và”"},
           ReadCase{"{{cột 2 của}}", "thiếu mã đơn vị"},
           ReadCase{"{{cột 2 của 999}}", "không có đơn vị mang mã “999”"},
           ReadCase{"{{cột 2 của 07}}", "kỳ này không yêu cầu Sở Mẫu (07) báo cáo"},
           ReadCase{"{{cột 2 của 07}}", "ví dụ: 02, 05"},
           ReadCase{"{{đã nộp so với kỳ trước}}", "chỉ so sánh được số của cột"},
           ReadCase{"{{cột 2 so với}}", "hãy ghi “kỳ trước” hoặc “cùng kỳ”"},
           ReadCase{"{{cột 2 so với năm ngoái}}", "hãy ghi “kỳ trước” hoặc “cùng kỳ”"},
           ReadCase{"{{cột 2 so với kỳ trước}}", "chưa có kỳ nào như thế"},
           ReadCase{"{{cột 2 so với cùng kỳ}}", "chưa có kỳ nào như thế"},
           ReadCase{"{{cột 2 ước}}", "không có số ước"},
           ReadCase{"{{cột 2 thực tế}}", "hãy ghi {{cột 2}}"},
           ReadCase{"{{kỳ của 02}}", "không hiểu “của”"},
           ReadCase{"{{kỳ này}}", "không hiểu “này”"},
           ReadCase{"Có {{cột 2 cuộc", "ngoặc chưa đóng"},
           ReadCase{"Có {{cột 2\n}}", "ngoặc chưa đóng"},
           ReadCase{"Có {{cột 2 và {{cột 3}}", "ngoặc chưa đóng"},
           ReadCase{"Có cột 2}} cuộc", "có “}}” mà không có “{{”"},
           ReadCase{"{{{cột 2}}", "không hiểu “{cột”"},
       }) {
    EXPECT_THAT(kept(one.typed), AllOf(HasSubstr("Dòng 1: "), HasSubstr(one.kept))) << one.typed;
  }
  EXPECT_THAT(kept("Một.\n\n- {{x}}"), HasSubstr("Dòng 3: "));
  EXPECT_THAT(kept("{{x}}"), HasSubstr("Có thể ghi: {{cột 1}}"));
  EXPECT_THAT(read_narrative("{{x}} {{cột 2}} {{y}}\n{{z}}", ground()).faults, SizeIs(3));
  std::string many;
  for (int i = 0; i < 1'000; ++i) many += "{{x}}";
  EXPECT_THAT(read_narrative(many, ground()).faults, SizeIs(30)) << "so many are named";
}

TEST_F(NarrativeReading, KnowsTheUnitsOfItsOwnScopeOnly) {
  does(World::planner(), OpenRound{"hoat-dong-cap-xa-2012", UnitNo{2}, day("2021-01-01"),
                                   day("2021-06-30"), day("2021-07-05")});
  EXPECT_EQ(kept("{{cột 2 của 03}}", RoundNo{2}), "{{cột 2 của 03}}");
  EXPECT_THAT(kept("{{cột 2 của 06}}", RoundNo{2}), HasSubstr("không yêu cầu Phường Hai Mươi"));
  EXPECT_THAT(kept("{{cột 2 của 01}}", RoundNo{2}), HasSubstr("không yêu cầu Thành phố Hà Nội"));
}

TEST_F(NarrativeReading, OfARoundWithEstimatesNamesItsParts) {
  OpenRound round = World::half_year();
  round.from = day("2021-02-01");
  round.counted_to = day("2021-05-31");
  does(World::planner(), round);
  EXPECT_EQ(kept("{{cột 6 Thực tế}} {{cột 6 ước của 03}}", RoundNo{2}),
            "{{cột 6 thực tế}} {{cột 6 ước của 03}}");
  EXPECT_THAT(kept("{{x}}", RoundNo{2}), HasSubstr("{{cột 1 ước}}"));
  EXPECT_THAT(kept("{{cột 6 ước so với kỳ trước}}", RoundNo{2}),
              HasSubstr("chỉ so sánh được cả số"));
}

TEST_F(NarrativeReading, FindsTheSentencesInWhichAFigureStands) {
  const NarrativeText text = read_narrative(
      "Có {{cột 6}} câu lạc bộ. Kỳ này là {{kỳ}}! Hết.\n- Ý có {{cột 6 của 03}}.", ground());
  const auto with = [&](const LiveFigure& figure) {
    std::vector<std::string> out;
    for (const NarrativeLine& line : sentences_with(text, {figure})) {
      out.push_back(write_narrative({{line}, {}}, ground()));
    }
    return out;
  };
  LiveFigure clubs{LiveFigure::Of::Column, 5, {}, {}, {}};
  EXPECT_THAT(with(clubs), ElementsAre("Có {{cột 6}} câu lạc bộ."));
  EXPECT_THAT(with({}), ElementsAre("Kỳ này là {{kỳ}}!"));
  clubs.unit = UnitNo{3};
  EXPECT_THAT(with(clubs), ElementsAre("Ý có {{cột 6 của 03}}."));
  clubs.unit = UnitNo{4};
  EXPECT_THAT(with(clubs), IsEmpty());
}

}  // namespace
}  // namespace lantoa::city::statistics
