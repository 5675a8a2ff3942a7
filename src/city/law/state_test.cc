#include "city/law/state.h"

#include <gtest/gtest.h>

namespace lantoa::city::law {
namespace {

Date day(std::string_view text) { return *parse_vietnamese_date(text); }

DocumentRegistered registered(std::uint32_t no, std::string_view number, std::string_view type,
                              std::string_view issuer, std::string_view issued) {
  const auto parsed = viet::parse_document_number(number);
  EXPECT_TRUE(parsed) << number;
  DocumentRegistered fact;
  fact.document = DocumentNo{no};
  fact.number = number;
  fact.key = parsed->key();
  fact.type = type;
  fact.issuer = issuer;
  fact.title = "Trích yếu mẫu";
  fact.issued = day(issued);
  return fact;
}

State seed() {
  State state;
  auto resolution = registered(1, "97/2019/QH14", "Nghị quyết", "Quốc hội", "27/11/2019");
  resolution.expires = day("1/1/2025");
  resolution.title = "Thí điểm tổ chức mô hình chính quyền đô thị tại thành phố Hà Nội";
  state.fold(resolution);
  state.fold(registered(2, "32/2021/NĐ-CP", "Nghị định", "Chính phủ", "29/3/2021"));
  state.fold(registered(3, "06/KH-HĐPHPBGDPL", "Kế hoạch", "Hội đồng mẫu", "12/5/2021"));
  return state;
}

TEST(LawEffect, TheResolutionOf2019IsInForceIn2021AndGoneFrom2025) {
  const State state = seed();
  const DocumentNo no{1};
  EXPECT_EQ(state.effect(no, day("12/5/2021")), Effect::InForce);
  EXPECT_EQ(state.effect(no, day("31/12/2024")), Effect::InForce);
  EXPECT_EQ(state.effect(no, day("1/1/2025")), Effect::Expired);
  EXPECT_EQ(state.sentence(no, day("31/12/2024")).vi, "Còn hiệu lực đến hết 31/12/2024");
  EXPECT_EQ(state.sentence(no, day("1/1/2025")).vi, "Hết hiệu lực từ 01/01/2025");
  EXPECT_EQ(state.sentence(DocumentNo{2}, day("12/5/2021")).vi, "Còn hiệu lực");
}

TEST(LawEffect, DatesAloneDecide) {
  struct Case {
    const char* effective;
    const char* expires;
    bool replaced;
    const char* today;
    Effect effect;
  };
  const Case cases[] = {
      {"", "", false, "26/11/2019", Effect::NotYet},
      {"", "", false, "27/11/2019", Effect::InForce},
      {"1/7/2021", "", false, "30/6/2021", Effect::NotYet},
      {"1/7/2021", "", false, "1/7/2021", Effect::InForce},
      {"", "1/1/2025", true, "31/12/2024", Effect::InForce},
      {"", "1/1/2025", true, "1/1/2025", Effect::Replaced},
      {"", "1/1/2025", false, "2/1/2025", Effect::Expired},
  };
  for (const Case& one : cases) {
    State state = seed();
    EffectChanged fact;
    fact.document = DocumentNo{1};
    if (*one.effective != '\0') fact.effective = day(one.effective);
    if (*one.expires != '\0') fact.expires = day(one.expires);
    if (one.replaced) fact.replaced_by = DocumentNo{2};
    state.fold(fact);
    EXPECT_EQ(state.effect(DocumentNo{1}, day(one.today)), one.effect) << one.today;
  }
}

TEST(LawState, ReplacementIsKnownFromBothSidesAndCanBeTakenBack) {
  State state = seed();
  state.fold(EffectChanged{DocumentNo{1}, {}, day("1/1/2025"), DocumentNo{2}, "mẫu"});
  EXPECT_EQ(state.document(DocumentNo{2}).replaces, std::vector{DocumentNo{1}});
  EXPECT_EQ(state.sentence(DocumentNo{1}, day("1/1/2025")).vi,
            "Hết hiệu lực từ 01/01/2025, thay bằng 32/2021/NĐ-CP");
  state.fold(EffectChanged{DocumentNo{1}, {}, day("1/1/2025"), {}, "mẫu"});
  EXPECT_TRUE(state.document(DocumentNo{2}).replaces.empty());
  EXPECT_EQ(state.document(DocumentNo{1}).version, 3U);
}

TEST(LawMatch, ByNumberAndDate) {
  State state = seed();
  state.fold(registered(4, "6/KH-HĐPHPBGDPL", "Kế hoạch", "Hội đồng mẫu", "3/2/2020"));
  struct Case {
    const char* text;
    Match match;
    std::uint32_t document;
  };
  const Case cases[] = {
      {"Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội", Match::Registered, 1},
      {"Nghị quyết 97/2019/QH14", Match::Registered, 1},
      {"Nghị quyết số 97/2019/QH14 ngày 28/11/2019", Match::OtherDate, 1},
      // The trap of 3.1: a number that is right in form but of another year.
      {"Nghị định số 32/2019/NĐ-CP của Chính phủ", Match::Unknown, 0},
      {"Nghị định số 32/2021/NÐ–CP ngày 29/3/2021", Match::Registered, 2},
      {"Kế hoạch số 06/KH-HĐPHPBGDPL", Match::Registered, 3},
      {"Kế hoạch số 6/KH-HĐPHPBGDPL ngày 3/2/2020", Match::Registered, 4},
  };
  for (const Case& one : cases) {
    const auto cited = viet::group_citations(viet::find_citations(one.text, std::nullopt));
    ASSERT_EQ(cited.size(), 1U) << one.text;
    const Matched matched = state.match(cited[0]);
    EXPECT_EQ(matched.match, one.match) << one.text;
    EXPECT_EQ(matched.document.value, one.document) << one.text;
  }
}

TEST(LawSearch, WithoutMarksByPartOfTheNumberNewestFirst) {
  const State state = seed();
  const auto found = [&](std::string_view words) {
    std::vector<std::uint32_t> out;
    for (const DocumentNo no : state.search(words)) out.push_back(no.value);
    return out;
  };
  EXPECT_EQ(found(""), (std::vector<std::uint32_t>{3, 2, 1}));
  EXPECT_EQ(found("chinh quyen DO THI"), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(found("97/2019"), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(found("6/KH"), (std::vector<std::uint32_t>{3}));
  EXPECT_EQ(found("nghi dinh 2021"), (std::vector<std::uint32_t>{2}));
  EXPECT_TRUE(found("khong co").empty());
}

TEST(LawCited, IsWhatPagesShow) {
  const State state = seed();
  const auto cited = state.cited({DocumentNo{1}, DocumentNo{9}}, day("1/1/2025"));
  ASSERT_EQ(cited.size(), 1U);
  EXPECT_EQ(cited[0].name, "Nghị quyết 97/2019/QH14");
  EXPECT_EQ(cited[0].address, "/van-ban/1");
  EXPECT_EQ(cited[0].effect, Effect::Expired);
}

}  // namespace
}  // namespace lantoa::city::law
