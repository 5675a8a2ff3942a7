#include "city/law/decide.h"

#include <gtest/gtest.h>

#include "kernel/fact.h"

namespace lantoa::city::law {
namespace {

Date day(std::string_view text) { return *parse_vietnamese_date(text); }

// A city with one ward below it.
organisation::State city() {
  organisation::State out;
  out.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", organisation::Kind::City, {}, {}});
  out.fold({UnitNo{2}, UnitNo{1}, "Phường mẫu", "001", organisation::Kind::Ward, {}, {}});
  return out;
}

Envelope by(Role role, UnitNo over = UnitNo{1}) {
  Envelope envelope;
  envelope.today = day("12/5/2021");
  envelope.actor.kind = Actor::Kind::Account;
  envelope.actor.person = PersonNo{1};
  envelope.actor.grants = {{role, over}};
  return envelope;
}

RegisterDocument resolution() {
  return {"97/2019/QH14",    "Nghị quyết", "", "Thí điểm mô hình chính quyền đô thị tại Hà Nội",
          day("27/11/2019"), {},           {}, ""};
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) out.push_back(detail.field);
  return out;
}

State with(const State& before, const RegisterDocument& command) {
  State state = before;
  const auto decision = decide(state, city(), command, by(Role::Planner));
  EXPECT_TRUE(decision) << decision.error().text.en;
  for (const auto& fact : decision->facts)
    state.fold(*lantoa::decode<DocumentRegistered>(fact.body));
  return state;
}

TEST(RegisterDocument, FillsInWhatTheNumberTells) {
  RegisterDocument command{" số 32/2021/NÐ–CP", "", "", "  Quy định chi tiết\n và biện pháp ",
                           day("29/3/2021"),    {}, {}, ""};
  const auto decision = decide({}, city(), command, by(Role::Planner));
  ASSERT_TRUE(decision) << decision.error().text.en;
  EXPECT_EQ(decision->answer, "/van-ban/1?xong=luu");
  const auto fact = lantoa::decode<DocumentRegistered>(decision->facts.at(0).body);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->type, "Nghị định");
  EXPECT_EQ(fact->issuer, "Chính phủ");
  EXPECT_EQ(fact->title, "Quy định chi tiết và biện pháp");
  EXPECT_EQ(fact->key, viet::parse_document_number("32/2021/NĐ-CP")->key());
}

TEST(RegisterDocument, EveryFaultIsNamedAtOnce) {
  struct Case {
    const char* what;
    std::function<void(RegisterDocument&)> change;
    std::vector<std::string> faults;
  };
  const std::vector<Case> cases{
      {"nothing typed",
       [](auto& c) { c = {}; },
       {"so", "loai", "co-quan", "trich-yeu", "ban-hanh"}},
      {"type not told by a law's number", [](auto& c) { c.type = ""; }, {"loai"}},
      {"no number",
       [](auto& c) {
         c.number = "chưa có";
         c.issuer = "Quốc hội";
       },
       {"so"}},
      {"year of the number", [](auto& c) { c.issued = day("27/11/2020"); }, {"ban-hanh"}},
      {"ends before it begins",
       [](auto& c) {
         c.effective = day("1/7/2021");
         c.expires = day("1/7/2021");
       },
       {"het-hieu-luc"}},
      {"ends before it is issued", [](auto& c) { c.expires = day("1/1/2019"); }, {"het-hieu-luc"}},
      {"too long",
       [](auto& c) { c.title = std::string(title_characters_max + 1, 'a'); },
       {"trich-yeu"}},
  };
  for (const Case& one : cases) {
    RegisterDocument command = resolution();
    one.change(command);
    const auto decision = decide({}, city(), command, by(Role::Planner));
    ASSERT_FALSE(decision) << one.what;
    EXPECT_EQ(fields_of(decision.error()), one.faults) << one.what;
  }
}

TEST(RegisterDocument, TheSameDocumentTwiceIsAConflictThatNamesIt) {
  const State state = with({}, resolution());
  RegisterDocument again = resolution();
  again.number = "97 / 2019 / qh14";
  again.issuer = "QUỐC HỘI";
  const auto decision = decide(state, city(), again, by(Role::Planner));
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().code, Code::Conflict);
  EXPECT_NE(decision.error().text.vi.find("Nghị quyết 97/2019/QH14"), std::string::npos);
  again.issued = day("28/11/2019");
  EXPECT_TRUE(decide(state, city(), again, by(Role::Planner)));
}

TEST(RegisterDocument, NeedsTheRightOverTheWholeCity) {
  for (const Role role : {Role::Administrator, Role::UnitOfficer, Role::Auditor}) {
    EXPECT_EQ(decide({}, city(), resolution(), by(role)).error().code, Code::Forbidden);
  }
  EXPECT_EQ(decide({}, city(), resolution(), by(Role::Planner, UnitNo{2})).error().code,
            Code::Forbidden);
}

TEST(ChangeEffect, NeedsBasisVersionAndARegisteredSuccessor) {
  const State state = with({}, resolution());
  ChangeEffect command{DocumentNo{1}, 1, {}, day("1/1/2025"), "", "Luật Thủ đô 2024, Điều 53"};
  const auto good = decide(state, city(), command, by(Role::Planner));
  ASSERT_TRUE(good);
  EXPECT_EQ(lantoa::decode<EffectChanged>(good->facts.at(0).body)->expires, day("1/1/2025"));

  const auto faults = [&](auto change) {
    ChangeEffect bad = command;
    change(bad);
    const auto decision = decide(state, city(), bad, by(Role::Planner));
    EXPECT_FALSE(decision);
    return fields_of(decision.error());
  };
  using Fields = std::vector<std::string>;
  EXPECT_EQ(faults([](auto& c) { c.basis = " "; }), Fields{"can-cu"});
  EXPECT_EQ(faults([](auto& c) { c.replaced_by = "169/2024/NĐ-CP"; }), Fields{"thay-bang"});
  EXPECT_EQ(faults([](auto& c) { c.replaced_by = "97/2019/QH14"; }), Fields{"thay-bang"});
  EXPECT_EQ(faults([](auto& c) { c.expires = day("27/11/2019"); }), Fields{"het-hieu-luc"});

  command.seen_version = 0;
  EXPECT_EQ(decide(state, city(), command, by(Role::Planner)).error().code, Code::Conflict);
  command.document = DocumentNo{7};
  EXPECT_EQ(decide(state, city(), command, by(Role::Planner)).error().code, Code::NotFound);
}

TEST(ChangeEffect, AReplacementNeedsItsDay) {
  State state = with({}, resolution());
  state = with(state, {"169/2024/NĐ-CP", "", "", "Mẫu", day("28/12/2024"), {}, {}, ""});
  ChangeEffect command{DocumentNo{1}, 1, {}, {}, "169/2024/NĐ-CP", "mẫu"};
  EXPECT_EQ(fields_of(decide(state, city(), command, by(Role::Planner)).error()),
            std::vector<std::string>{"het-hieu-luc"});
  command.expires = day("1/1/2025");
  const auto good = decide(state, city(), command, by(Role::Planner));
  ASSERT_TRUE(good);
  EXPECT_EQ(lantoa::decode<EffectChanged>(good->facts.at(0).body)->replaced_by, DocumentNo{2});
}

TEST(ChangeEffect, NeedsTheRight) {
  const State state = with({}, resolution());
  const ChangeEffect command{DocumentNo{1}, 1, {}, day("1/1/2025"), "", "mẫu"};
  EXPECT_EQ(decide(state, city(), command, by(Role::UnitOfficer)).error().code, Code::Forbidden);
}

}  // namespace
}  // namespace lantoa::city::law
