#include "city/content/decide.h"

#include <gtest/gtest.h>

#include <functional>

#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

TEST(TwoPersons, OneDraftsAnotherPublishes) {
  World world;
  const auto drafted = world.act(start(), officer);
  ASSERT_TRUE(drafted) << drafted.error().text.en;
  EXPECT_EQ(world.article().stage(), Stage::Submitted);
  EXPECT_EQ(world.article().latest().cites, std::vector{DocumentNo{1}});
  const auto published = world.act(approve(1), leader);
  ASSERT_TRUE(published) << published.error().text.en;
  EXPECT_EQ(published->answer, "/bai-viet/1?xong=dang");
  EXPECT_EQ(world.article().stage(), Stage::Published);
  EXPECT_EQ(public_address(world.article()), "/bai/1-bai-mau");
  EXPECT_EQ(code(world.ask(approve(1), leader)), Code::Conflict);
}

using Step = std::function<Decided(World&, const Actor&)>;

std::uint32_t latest(const World& world) {
  return world.articles.size() == 0 ? 0U : world.article().latest().number;
}

const std::vector<Step>& steps() {
  static const std::vector<Step> all{
      [](World& w, const Actor& a) { return w.act(start(false), a); },
      [](World& w, const Actor& a) { return w.act(edit(latest(w)), a); },
      [](World& w, const Actor& a) { return w.act(SubmitArticle{ArticleNo{1}, latest(w)}, a); },
      [](World& w, const Actor& a) { return w.act(approve(latest(w)), a); },
      [](World& w, const Actor& a) {
        return w.act(ScheduleArticle{ArticleNo{1}, latest(w), {w.clock.ms + 1}}, a);
      },
      [](World& w, const Actor& a) {
        const ArticleText text = draft(latest(w) == 1 ? "Bài mẫu" : "Bài mẫu, bản sau").text;
        return w.act(PublishInEmergency{ArticleNo{1}, latest(w), text, "Nước lên"}, a);
      },
      [](World& w, const Actor& a) { return w.act(ConfirmEmergency{ArticleNo{1}, latest(w)}, a); },
      [](World& w, const Actor&) {
        return w.act(PublishDue{ArticleNo{1}}, Actor::system("publication"));
      },
  };
  return all;
}

struct Alone {
  std::size_t unflagged = 0;
  std::size_t emergencies = 0;
};

// Worlds where something is public, among all that this actor can reach in `depth` steps. A step
// that is refused changes nothing, so it need not be gone on from.
Alone published_alone(const World& world, const Actor& actor, int depth) {
  Alone count;
  for (const ArticleNo no : world.articles.published()) {
    ++(world.articles.article(no).emergency ? count.emergencies : count.unflagged);
  }
  if (depth == 0) return count;
  for (const Step& step : steps()) {
    World next = world;
    if (!step(next, actor)) continue;
    const Alone further = published_alone(next, actor, depth - 1);
    count.unflagged += further.unflagged;
    count.emergencies += further.emergencies;
  }
  return count;
}

// Every set of roles, each over the whole city, with and without a person, and the system: what is
// public by one account alone is an emergency, and stays flagged as one.
TEST(TwoPersons, NoAccountPublishesAloneButInAnEmergencyWhateverItsRoles) {
  const Role all[] = {Role::Administrator, Role::Planner, Role::Leader, Role::UnitOfficer,
                      Role::Auditor};
  const World world;
  const Alone system = published_alone(world, Actor::system("demo"), 5);
  EXPECT_EQ(system.unflagged + system.emergencies, 0U);
  for (unsigned set = 0; set < 32; ++set) {
    std::vector<Grant> grants;
    for (unsigned i = 0; i < 5; ++i) {
      if ((set >> i & 1U) != 0) grants.push_back({all[i], root});
    }
    Actor actor = person(9, grants);
    const Alone alone = published_alone(world, actor, 5);
    EXPECT_EQ(alone.unflagged, 0U) << "set of roles " << set;
    const bool both =
        actor.may_somewhere(Right::DraftArticle) && actor.may_somewhere(Right::ApproveArticle);
    EXPECT_EQ(alone.emergencies > 0, both) << "set of roles " << set;
    actor.person = {};
    const Alone nobody = published_alone(world, actor, 5);
    EXPECT_EQ(nobody.unflagged + nobody.emergencies, 0U) << "set of roles " << set << ", no person";
  }
}

TEST(TwoPersons, EveryWriterSinceTheLastPublishedVersionIsExcluded) {
  World world;
  const Actor both = person(5, {{Role::UnitOfficer, ward}, {Role::Leader, ward}});
  ASSERT_TRUE(world.act(start(), both));
  ASSERT_TRUE(world.act(edit(1), officer));
  EXPECT_EQ(code(world.ask(approve(2), both)), Code::Forbidden);
  Actor other_account = both;
  other_account.account = AccountNo{77};
  EXPECT_EQ(code(world.ask(approve(2), other_account)), Code::Forbidden);
  ASSERT_TRUE(world.act(approve(2), leader));
  // From here on the chain begins anew.
  ASSERT_TRUE(world.act(edit(2), officer));
  EXPECT_TRUE(world.ask(approve(3), both));
}

TEST(TwoPersons, AnEditAfterSubmissionWaitsAgain) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(edit(1, false), officer));
  EXPECT_EQ(code(world.ask(approve(1), leader)), Code::Conflict);
  EXPECT_EQ(code(world.ask(approve(2), leader)), Code::Conflict);
  EXPECT_EQ(code(world.ask(edit(1), officer)), Code::Conflict);
  ASSERT_TRUE(world.act(SubmitArticle{ArticleNo{1}, 2}, officer));
  EXPECT_EQ(code(world.ask(SubmitArticle{ArticleNo{1}, 2}, officer)), Code::Conflict);
  EXPECT_TRUE(world.ask(approve(2), leader));
}

TEST(Rights, HoldOverTheUnitAndWhatIsBelow) {
  World world;
  EXPECT_EQ(code(world.ask(start(), leader)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(start(), person(6, {{Role::UnitOfficer, council}}))), Code::Forbidden);
  ASSERT_TRUE(world.act(start(), planner));
  EXPECT_EQ(code(world.ask(edit(1), person(6, {{Role::UnitOfficer, council}}))), Code::Forbidden);
  EXPECT_EQ(code(world.ask(approve(1), person(7, {{Role::Leader, council}}))), Code::Forbidden);
  EXPECT_EQ(code(world.ask(approve(1), officer)), Code::Forbidden);
  EXPECT_TRUE(world.ask(approve(1), chief));
}

TEST(Rights, ToBindAPlansStaffOneNeedsThemOverItsIssuer) {
  World world;
  StartArticle command{ward, PlanNo{1}, true, draft("Bài phải xác nhận")};
  command.draft.key_points = {"Một", "Hai", "Ba"};
  EXPECT_EQ(code(world.ask(command, officer)), Code::Forbidden);
  ASSERT_TRUE(world.act(command, planner));
  EXPECT_EQ(code(world.ask(approve(1), leader)), Code::Forbidden);
  EXPECT_TRUE(world.ask(approve(1), chief));
}

TEST(Withdrawal, NeedsASecondPersonAndItsReasonStands) {
  World world;
  const ProposeWithdrawal propose{ArticleNo{1}, Reason::LawChanged, "Văn bản đã thay đổi"};
  ASSERT_TRUE(world.act(start(), officer));
  EXPECT_EQ(code(world.ask(propose, officer)), Code::Conflict);
  ASSERT_TRUE(world.act(approve(1), leader));
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}, 1}, leader)), Code::Conflict);
  ASSERT_TRUE(world.act(propose, leader));
  EXPECT_TRUE(world.article().is_public());
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}, 1}, leader)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}, 1}, officer)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}, 1}, Actor::system("demo"))),
            Code::Forbidden);
  ASSERT_TRUE(world.act(ConfirmWithdrawal{ArticleNo{1}, 1}, chief));
  EXPECT_EQ(world.article().stage(), Stage::Withdrawn);
  EXPECT_EQ(world.article().withdrawn->text, "Văn bản đã thay đổi");
  EXPECT_TRUE(world.articles.published().empty());
  EXPECT_EQ(code(world.ask(approve(1), chief)), Code::Conflict);
  // A corrected version may follow, by two persons again.
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(approve(2), leader));
  EXPECT_EQ(world.article().stage(), Stage::Published);
}

TEST(Withdrawal, AProposalCanBeDropped) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, "Mẫu"}, officer));
  EXPECT_EQ(code(world.ask(DropWithdrawal{ArticleNo{1}, 2}, leader)), Code::Conflict);
  ASSERT_TRUE(world.act(DropWithdrawal{ArticleNo{1}, 1}, leader));
  EXPECT_FALSE(world.article().proposed);
  EXPECT_EQ(code(world.ask(DropWithdrawal{ArticleNo{1}, 1}, leader)), Code::Conflict);
}

// A second person confirms the reason that he read, and no other one.
TEST(Withdrawal, AnotherReasonIsAnotherProposal) {
  World world;
  const auto propose = [](const char* why) {
    return ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, why};
  };
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(propose("Sai số"), officer));
  EXPECT_EQ(code(world.ask(propose("Lý do khác"), officer)), Code::Conflict);
  EXPECT_EQ(code(world.ask(propose("Lý do khác"), leader)), Code::Conflict);
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}}, leader)), Code::Conflict);
  ASSERT_TRUE(world.act(DropWithdrawal{ArticleNo{1}, 1}, officer));
  ASSERT_TRUE(world.act(propose("Lý do khác"), officer));
  EXPECT_EQ(code(world.ask(ConfirmWithdrawal{ArticleNo{1}, 1}, leader)), Code::Conflict);
  ASSERT_TRUE(world.act(ConfirmWithdrawal{ArticleNo{1}, 2}, leader));
  EXPECT_EQ(world.article().withdrawn->text, "Lý do khác");
}

TEST(Draft, EveryFaultIsNamedAtOnce) {
  const World world;
  const auto faults = [&](const std::function<void(StartArticle&)>& change) {
    StartArticle command = start();
    change(command);
    command.draft.blob = crypto::hex(crypto::sha256(encode(command.draft.text)));
    std::vector<std::string> out;
    const auto decided = world.ask(command, planner);
    EXPECT_FALSE(decided);
    if (!decided) {
      for (const Detail& detail : decided.error().details) out.push_back(detail.field);
    }
    return out;
  };
  using Fields = std::vector<std::string>;
  EXPECT_EQ(faults([](auto& c) { c.draft.text = {}; }),
            (Fields{"tieu-de", "sapo", "noi-dung", "tac-gia"}));
  EXPECT_EQ(faults([](auto& c) { c.draft.text.title = std::string(201, 'a'); }), Fields{"tieu-de"});
  EXPECT_EQ(faults([](auto& c) { c.draft.text.body = std::string(100'001, 'a'); }),
            Fields{"noi-dung"});
  EXPECT_EQ(faults([](auto& c) { c.draft.text.author = "Nguyễn M\u0430i"; }), Fields{"tac-gia"});
  EXPECT_EQ(faults([](auto& c) { c.unit = UnitNo{9}; }), Fields{"don-vi"});
  EXPECT_EQ(faults([](auto& c) { c.plan = PlanNo{4}; }), Fields{"ke-hoach"});
  EXPECT_EQ(faults([](auto& c) { c.must_confirm = true; }), (Fields{"ke-hoach", "y-1"}));
  EXPECT_EQ(faults([](auto& c) { c.draft.key_points = {"a", std::string(301, 'b')}; }),
            Fields{"y-2"});
}

TEST(Draft, TheAuthorIsWhatShows) {
  EXPECT_EQ(tidy(ArticleText{"", "", "", " Đo\u0302\u0303\u200B Mẫu\u202E "}).author, "Đỗ Mẫu");
}

TEST(Draft, NoArticleInTheNameOfAClosedUnit) {
  World world;
  world.organisation.fold(organisation::UnitClosed{ward, today - 1, "Sáp nhập", {}},
                          ledger::Stamp{});
  StartArticle command = start();
  command.unit = ward;
  const auto refused = world.ask(command, planner);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  EXPECT_EQ(refused.error().details[0].field, "don-vi");
  EXPECT_NE(refused.error().details[0].text.vi.find("đã dừng hoạt động từ 12/05/2021"),
            std::string::npos);
}

void close_ward(World& world) {
  world.organisation.fold(organisation::UnitClosed{ward, today - 1, "Sáp nhập", {}},
                          ledger::Stamp{});
}

TEST(Draft, OfAUnitClosedSinceIsKeptButNotHandedIn) {
  World world;
  ASSERT_TRUE(world.act(start(false), officer));
  close_ward(world);
  EXPECT_TRUE(world.ask(edit(1, false), officer));
  EXPECT_EQ(code(world.ask(edit(1), officer)), Code::Conflict);
  EXPECT_EQ(code(world.ask(SubmitArticle{ArticleNo{1}, 1}, officer)), Code::Conflict);
  const PublishInEmergency alone{ArticleNo{1}, 1, draft("Bài mẫu").text, "Nước lên"};
  const auto refused = world.ask(alone, leader);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().text.vi.find("đã dừng hoạt động từ 12/05/2021"), std::string::npos);
}

TEST(Draft, ThatWaitedWhenItsUnitWasClosedIsNotApproved) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  const auto may = [&] {
    return may_approve({world.articles, world.organisation, world.law, world.plans},
                       world.article(), leader);
  };
  EXPECT_TRUE(may());
  close_ward(world);
  EXPECT_FALSE(may());
  EXPECT_EQ(code(world.ask(approve(1), leader)), Code::Conflict);
  const ScheduleArticle later{ArticleNo{1}, 1, {world.clock.ms + 1}};
  EXPECT_EQ(code(world.ask(later, leader)), Code::Conflict);
}

TEST(Draft, OfWhatReadersSeeIsPublishedThoughTheUnitWasClosed) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  close_ward(world);
  ASSERT_TRUE(world.act(edit(1), officer)) << "a mistake in it is still mended";
  EXPECT_TRUE(world.ask(approve(2), leader));
}

TEST(Draft, TheBytesMustBeKeptFirst) {
  const World world;
  StartArticle command = start();
  command.draft.text.body += " Thêm.";
  EXPECT_EQ(code(world.ask(command, officer)), Code::Invalid);
}

TEST(Citations, WhatTheRegisterDoesNotKnowIsDoubtedNotBlocked) {
  const World world;
  const ArticleText text{"Nghị quyết 97/2019/QH14", "Nghị định số 32/2021/NĐ-CP ngày 29/3/2021",
                         "Nghị quyết số **97/2019/QH14** của Quốc hội.", "Mẫu"};
  const Citations found = read_citations(world.law, text, today);
  EXPECT_EQ(found.documents, std::vector{DocumentNo{1}});
  ASSERT_EQ(found.doubts.size(), 1U);
  EXPECT_EQ(found.doubts[0].number, "32/2021/NĐ-CP");
  EXPECT_FALSE(found.doubts[0].nearest);

  const ArticleText other_day{"", "", "Nghị quyết số 97/2019/QH14 ngày 28/11/2019", ""};
  const Citations doubted = read_citations(world.law, other_day, today);
  EXPECT_TRUE(doubted.documents.empty());
  ASSERT_EQ(doubted.doubts.size(), 1U);
  EXPECT_EQ(doubted.doubts[0].nearest, DocumentNo{1});
}

TEST(Slug, IsWordsWithoutMarks) {
  EXPECT_EQ(slug_of("Hà Nội: đẩy mạnh “phổ biến”!"), "ha-noi-day-manh-pho-bien");
  EXPECT_EQ(slug_of("…"), "");
  EXPECT_LE(slug_of(std::string(50, 'a') + " " + std::string(50, 'b')).size(), 80U);
}

TEST(Hosts, OfficialOnesAndBelow) {
  for (const char* host : {"chinhphu.vn", "vanban.chinhphu.vn", "vbpl.vn", "hanoi.gov.vn"}) {
    EXPECT_TRUE(is_allowed_host(host)) << host;
  }
  for (const char* host : {"evilchinhphu.vn", "chinhphu.vn.evil.com", "vn", "", "gov.vn"}) {
    EXPECT_FALSE(is_allowed_host(host)) << host;
  }
}

TEST(Published, NewestFirstAndACorrectionKeepsItsPlace) {
  World world;
  for (std::uint32_t no = 1; no <= 3; ++no) {
    ASSERT_TRUE(world.act(start(), officer));
    ASSERT_TRUE(world.act(ApproveArticle{ArticleNo{no}, 1}, leader));
  }
  const std::vector<ArticleNo> order{ArticleNo{3}, ArticleNo{2}, ArticleNo{1}};
  EXPECT_EQ(world.articles.published(), order);
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(approve(2), leader));
  EXPECT_EQ(world.articles.published(), order);
  EXPECT_GT(world.article().updated_at, world.article().published_at);
  EXPECT_EQ(world.articles.newer(ArticleNo{1}, 5), (std::vector{ArticleNo{2}, ArticleNo{3}}));
  EXPECT_EQ(world.articles.newer(ArticleNo{1}, 1), std::vector{ArticleNo{2}});
  EXPECT_EQ(world.articles.older(ArticleNo{3}, 1), std::vector{ArticleNo{2}});
  EXPECT_TRUE(world.articles.older(ArticleNo{1}, 5).empty());
  EXPECT_EQ(world.articles.citing(DocumentNo{1}), order);
}

}  // namespace
}  // namespace lantoa::city::content
