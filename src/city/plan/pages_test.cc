#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

constexpr std::string_view text =
    "Phổ biến quy định chợ (08:00 20/4/2021)\n\nThực hiện Nghị định số 11/2021/NĐ-CP ngày "
    "10/3/2021 "
    "của Chính phủ, các nơi phổ biến qua họp, tờ gấp.\n\nSở Tư pháp có trách nhiệm in <tờ gấp> "
    "trước "
    "ngày 5/6/2021.\n\nĐội Xung kích có trách nhiệm canh chợ.\n";

class PlanPages : public testing::PlanSite {
 protected:
  PlanPages() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.account = AccountNo{name == "account/1" ? 1U : 2U};
      actor.person = PersonNo{actor.account.value};
      actor.grants = {{name == "account/1" ? Role::Planner : Role::Leader, UnitNo{1}}};
      return actor;
    };
    planner = node.sign_in("account/1");
  }

  // Hands the text in; the address of the page that shows what was read.
  std::string read(std::string_view what) {
    const auto answer =
        node.post("/ke-hoach/doc-bai/xem", "van-ban=" + http::percent_encode(what), planner);
    EXPECT_EQ(answer.status, 303) << answer.body;
    for (const auto& [name, value] : answer.headers) {
      if (name == "Location") return value;
    }
    return {};
  }
  static std::string file_of(const std::string& address) {
    return address.substr(address.find("tep=") + 4);
  }

  std::string planner;
};

bool says(const http::Response& response, std::string_view what) {
  return response.body.find(what) != std::string::npos;
}

TEST_F(PlanPages, WhatWasReadStandsBesideItsPlace) {
  const std::string address = read(text);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    const auto page = node.get(address, planner, language);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "<mark id=\"cho-viec-1\">in &lt;tờ gấp"));
    EXPECT_TRUE(says(page, "href=\"#cho-viec-1\""));
    EXPECT_TRUE(says(page, "href=\"#viec-1\""));
    EXPECT_TRUE(says(page, "<option value=\"dv-3\" selected"));
    EXPECT_TRUE(says(page, "value=\"04/06/2021\""));
    EXPECT_TRUE(says(page, "name=\"viec-1\" value=\"1\" checked"));
    EXPECT_FALSE(says(page, "name=\"viec-2\" value=\"1\" checked")) << "no unit fits";
  }
  EXPECT_TRUE(says(node.get(address, planner), "Không nhận ra"));
  EXPECT_EQ(node.engine.head().seq, 0U) << "nothing is written by reading";
}

TEST_F(PlanPages, TheDraftHasExactlyWhatWasConfirmed) {
  const std::string file = file_of(read(text));
  const auto saved = node.post(
      "/ke-hoach/doc-bai",
      "tep=" + file +
          "&title=Về chợ&issuer=2&can-cu-1-ghi=Nghị định số 11/2021/NĐ-CP&viec-1=1&viec-1-ghi=In sổ"
          "&viec-1-don-vi=phuong&viec-1-han=&viec-2-ghi=Canh&viec-2-don-vi=&viec-2-han="
          "&han-chung=30/6/2021&hinh-thuc-11=1&audience=chu-chot",
      planner);
  ASSERT_EQ(saved.status, 303) << saved.body;
  ASSERT_EQ(plans.plans(), 1U);
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.title, "Về chợ");
  EXPECT_EQ(plan.issuer, UnitNo{2});
  EXPECT_EQ(plan.scope, UnitNo{1});
  EXPECT_TRUE(plan.grounds.empty()) << "it was not ticked";
  EXPECT_EQ(plan.forms, std::vector{Form::PrintedMatter});
  EXPECT_EQ(plan.audience, Audience::KeyOfficials);
  EXPECT_EQ(plan.source, file);
  ASSERT_EQ(plan.tasks.size(), 1U);
  const Task& task = plans.task(plan.tasks.front());
  EXPECT_EQ(task.what, "In sổ");
  EXPECT_EQ(task.due, parse_iso_date("2021-06-30").value());
  EXPECT_EQ(task.rule, (Rule{{organisation::Kind::Ward}, UnitNo{1}}));
  const auto page = node.get("/ke-hoach/1", planner);
  EXPECT_TRUE(says(page, "<li>Tờ gấp, sổ tay, tài liệu in</li>"));
  EXPECT_TRUE(says(page, "name=\"hinh-thuc-11\" value=\"1\" checked"));
  EXPECT_EQ(node.get("/ke-hoach/1/nguon", planner).body, text);
}

TEST_F(PlanPages, EveryFaultIsNamedAndNothingTypedIsLost) {
  const std::string file = file_of(read(text));
  const std::string typed =
      "tep=" + file +
      "&title=&can-cu-1=1&can-cu-1-ghi=không số&viec-1=1&viec-1-ghi=In&viec-1-don-vi=dv-3"
      "&viec-1-han=&viec-2=1&viec-2-ghi=Canh chợ đêm&viec-2-don-vi=&viec-2-han=32/5/2021";
  const auto wrong = node.post("/ke-hoach/doc-bai", typed, planner);
  EXPECT_EQ(wrong.status, 422);
  for (const char* field : {"title", "can-cu-1-ghi", "viec-1-han", "viec-2-don-vi", "viec-2-han"}) {
    EXPECT_TRUE(says(wrong, std::string("href=\"#") + field + "\"")) << field;
    EXPECT_TRUE(says(wrong, std::string("id=\"") + field + "-loi\"")) << field;
  }
  EXPECT_TRUE(says(wrong, "value=\"không số\""));
  EXPECT_TRUE(says(wrong, ">Canh chợ đêm</textarea>"));
  EXPECT_TRUE(says(wrong, "value=\"32/5/2021\""));
  EXPECT_TRUE(says(wrong, "name=\"viec-2\" value=\"1\" checked"));
  EXPECT_EQ(plans.plans(), 0U);
}

TEST_F(PlanPages, ManyTasksWithoutADeadlineAreToldAtTheCommonOne) {
  const std::string file = file_of(read(text));
  std::string typed = "tep=" + file + "&title=Về chợ&han-chung=";
  for (const char* row : {"1", "2", "3"}) {
    const std::string id = std::string("&viec-") + row;
    typed += id + "=1" + id + "-ghi=In" + id + "-don-vi=dv-3" + id + "-han=";
  }
  const auto wrong = node.post("/ke-hoach/doc-bai", typed, planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "Các việc 1, 2, 3 chưa có hạn"));
  EXPECT_TRUE(says(wrong, "id=\"han-chung-loi\""));
  EXPECT_FALSE(says(wrong, "href=\"#viec-1-han\""));
}

TEST_F(PlanPages, WhatTheDecisionRefusesIsToldInTheFormsOwnFields) {
  const std::string file = file_of(read(text));
  const auto late = node.post("/ke-hoach/doc-bai",
                              "tep=" + file +
                                  "&title=Về chợ&viec-1-ghi=In&viec-2=1&viec-2-ghi=Canh"
                                  "&viec-2-don-vi=dv-3&viec-2-han=1/5/2021",
                              planner);
  EXPECT_EQ(late.status, 422);
  EXPECT_TRUE(says(late, "href=\"#viec-2-han\""));
  EXPECT_TRUE(says(late, "Việc 2: Hạn hoàn thành 01/05/2021 đã qua"));
}

TEST_F(PlanPages, WhatCannotBeReadSaysWhy) {
  const auto empty = node.post("/ke-hoach/doc-bai/xem", "van-ban=", planner);
  EXPECT_TRUE(says(empty, "id=\"van-ban-loi\""));
  EXPECT_EQ(node.get("/ke-hoach/doc-bai/xem?tep=" + std::string(64, '0'), planner).status, 404);
  const std::string leader = node.sign_in("account/2");
  EXPECT_EQ(node.get("/ke-hoach/doc-bai", leader).status, 403);
}

TEST_F(PlanPages, EveryPageInBothLanguages) {
  ASSERT_EQ(node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner).status, 303);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path : {"/ke-hoach", "/ke-hoach/1", "/ke-hoach/moi", "/ke-hoach/doc-bai"}) {
      EXPECT_EQ(node.get(path, planner, language).status, 200) << path;
    }
  }
}

TEST_F(PlanPages, FormsAreChangedWithThePlan) {
  ASSERT_EQ(node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner).status, 303);
  const auto changed = node.post(
      "/ke-hoach/1/sua", "version=1&title=Về chợ&grounds=&hinh-thuc=1&hinh-thuc-1=1", planner);
  EXPECT_EQ(changed.status, 303) << changed.body;
  EXPECT_EQ(plans.plan(PlanNo{1}).forms, std::vector{Form::Meetings});
}

// The value of the first field of this name after `from`.
std::string value_in(const http::Response& page, const std::string& from, const std::string& name) {
  const std::string head = "name=\"" + name + "\" value=\"";
  const std::size_t at = page.body.find(head, page.body.find(from));
  if (at == std::string::npos) return "";
  const std::size_t begin = at + head.size();
  return page.body.substr(begin, page.body.find('"', begin) - begin);
}

TEST_F(PlanPages, AfterAConflictThePresentTextIsShownAndTheFormCanBeSent) {
  ASSERT_EQ(node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner).status, 303);
  ASSERT_EQ(node.post("/ke-hoach/1/sua", "version=1&title=Về chợ đêm&grounds=", planner).status,
            303);
  const std::string typed = "&title=Về chợ nổi&grounds=&audience=chu-chot";
  const auto conflict = node.post("/ke-hoach/1/sua", "version=1" + typed, planner);
  EXPECT_EQ(conflict.status, 409);
  EXPECT_TRUE(says(conflict, "Bản hiện nay: <strong>Về chợ đêm</strong>"));
  EXPECT_TRUE(says(conflict, ">Về chợ nổi</textarea>"));
  EXPECT_TRUE(says(conflict, "value=\"chu-chot\" checked")) << "what was chosen stays chosen";
  const std::string version = value_in(conflict, "/ke-hoach/1/sua", "version");
  EXPECT_EQ(version, "2");
  EXPECT_EQ(node.post("/ke-hoach/1/sua", "version=" + version + typed, planner).status, 303);
  EXPECT_EQ(plans.plan(PlanNo{1}).title, "Về chợ nổi");
  EXPECT_EQ(plans.plan(PlanNo{1}).audience, Audience::KeyOfficials);
}

TEST_F(PlanPages, AFaultOfTheChangeKeepsTheVersionItWasWrittenOver) {
  ASSERT_EQ(node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner).status, 303);
  ASSERT_EQ(node.post("/ke-hoach/1/sua", "version=1&title=Hai&grounds=", planner).status, 303);
  const auto wrong = node.post("/ke-hoach/1/sua", "version=2&title=&grounds=", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(value_in(wrong, "/ke-hoach/1/sua", "version"), "2");
  EXPECT_FALSE(says(wrong, "Bản hiện nay"));
}

TEST_F(PlanPages, AnotherFormsFailureIsNotTheChanges) {
  ASSERT_EQ(node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner).status, 303);
  ASSERT_EQ(node.post("/ke-hoach/1/sua", "version=1&title=Hai&grounds=", planner).status, 303);
  const auto page = node.post("/ke-hoach/1/nhiem-vu/9/bo", "version=1&title=Ba", planner);
  EXPECT_EQ(page.status, 404);
  const auto stale =
      node.post("/ke-hoach/1/nhiem-vu", "version=1&title=Ba&what=x&due=hôm qua", planner);
  EXPECT_EQ(stale.status, 422);
  EXPECT_EQ(value_in(stale, "/ke-hoach/1/sua", "version"), "2");
  EXPECT_FALSE(says(stale, ">Ba</textarea>"));
}

TEST_F(PlanPages, AnIssuerHeMayNotDraftForIsRefusedNotReplaced) {
  node.app.find_actor = [](std::string_view name) -> Result<Actor> {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{1};
    actor.person = PersonNo{1};
    actor.grants = {{Role::Planner, UnitNo{4}}};
    return actor;
  };
  const std::string file = file_of(read(text));
  const auto refused =
      node.post("/ke-hoach/doc-bai", "tep=" + file + "&title=Về chợ&issuer=2", planner);
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(plans.plans(), 0U);
  EXPECT_EQ(node.post("/ke-hoach/doc-bai", "tep=" + file + "&title=Về chợ", planner).status, 303);
  EXPECT_EQ(plans.plan(PlanNo{1}).issuer, UnitNo{4});
}

TEST_F(PlanPages, AGroundOfAnotherDateIsSaidSoWhereverItIsShown) {
  law::DocumentRegistered fact;
  fact.document = DocumentNo{1};
  fact.number = "11/2021/NĐ-CP";
  fact.key = viet::parse_document_number(fact.number)->key();
  fact.type = "Nghị định";
  fact.issuer = "Chính phủ";
  fact.title = "Về chợ";
  fact.issued = *parse_iso_date("2021-03-09");
  law.fold(fact);
  constexpr std::string_view other = "có trong sổ văn bản nhưng ngày khác";
  EXPECT_TRUE(says(node.get(read(text), planner), other));
  ASSERT_EQ(
      node.post("/ke-hoach/moi",
                "issuer=2&title=Về chợ&grounds=Nghị định số 11/2021/NĐ-CP ngày 10/3/2021", planner)
          .status,
      303);
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), other));
}

TEST_F(PlanPages, TheWorkOfOneUnitInAPlanIsAPageOfItsOwn) {
  const Date due = *parse_iso_date("2021-06-30");
  plans.fold(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
  plans.fold(TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{4}}, due});
  plans.fold(TaskAdded{TaskNo{2}, PlanNo{1}, 3, "In sổ", {{}, UnitNo{4}}, due});
  plans.fold(PlanIssued{PlanNo{1}, "06/KH-UBND", due - 60});
  plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5, 6}}, due});
  plans.fold(AssignmentsGiven{TaskNo{2}, AssignmentNo{3}, NumberSet{{6}}, due});
  const auto one = node.get("/ke-hoach/1/nhiem-vu?don-vi=5", planner);
  EXPECT_EQ(one.status, 200);
  EXPECT_TRUE(says(one, "<h1>Phường Một</h1>"));
  EXPECT_TRUE(says(one, "Họp dân"));
  EXPECT_FALSE(says(one, "In sổ"));
  EXPECT_FALSE(says(one, "Phường Hai"));
  const auto all = node.get("/ke-hoach/1/nhiem-vu", planner);
  EXPECT_TRUE(says(all, "Phường Một"));
  EXPECT_TRUE(says(all, "In sổ"));
  for (const char* other : {"1/nhiem-vu?don-vi=99", "1/nhiem-vu?don-vi=x", "2/nhiem-vu"}) {
    EXPECT_EQ(node.get(std::string("/ke-hoach/") + other, planner).status, 404) << other;
  }
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "href=\"/so-sanh/1\""));
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "href=\"/ke-hoach/1/nhac-viec\""));
}

}  // namespace
}  // namespace lantoa::city::plan
