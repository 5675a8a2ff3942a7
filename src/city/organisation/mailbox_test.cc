// The mailbox of a unit: who changes it, what is refused, and what it was before.
#include "city/organisation/mailbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/organisation/organisation.h"
#include "city/testing.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A city with a district and a ward; account/1 manages the district, account/2 is its officer.
struct UnitMailbox : ::testing::Test {
  UnitMailbox() {
    install(node.app, state, {calendar});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    const auto open = [&](std::uint32_t no, UnitNo above, const char* name, Kind kind) {
      UnitOpened fact{UnitNo{no}, {}, name, std::to_string(no), kind, {}, {}};
      if (above) fact.parent = above;
      if (no == 3) fact.mailbox = "cu@phuong.example";
      node.tell(fact);
    };
    open(1, UnitNo{}, "Thành phố mẫu", Kind::City);
    open(2, UnitNo{1}, "Quận mẫu", Kind::UrbanDistrict);
    open(3, UnitNo{2}, "Phường mẫu", Kind::Ward);
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return actor(name); };
    keeper = node.sign_in("account/1");
  }
  static Actor actor(std::string_view name) {
    Actor out;
    out.kind = Actor::Kind::Account;
    out.name = name;
    const auto no = static_cast<std::uint32_t>(name.back() - '0');
    out.account = AccountNo{no};
    out.person = PersonNo{no};
    out.grants = {{no == 1 ? Role::Administrator : Role::UnitOfficer, UnitNo{2}}};
    return out;
  }
  Result<ledger::Decision> set(std::uint32_t unit, std::string mailbox, std::string seen,
                               const char* by = "account/1") {
    return decide(state, SetMailbox{UnitNo{unit}, std::move(mailbox), std::move(seen)},
                  Envelope{node.clock.now(), {}, actor(by)});
  }

  testing::Node node;
  calendar::State calendar;
  State state;
  std::string keeper;
};

TEST_F(UnitMailbox, IsChangedByWhoManagesTheUnit) {
  const auto done = set(3, "  moi@phuong.example ", "cu@phuong.example");
  ASSERT_TRUE(done);
  const auto fact = *lantoa::decode<MailboxSet>(done->facts.at(0).body);
  EXPECT_EQ(fact.mailbox, "moi@phuong.example");
  EXPECT_EQ(fact.by, PersonNo{1});
  EXPECT_EQ(set(3, "moi@phuong.example", "cu@phuong.example", "account/2").error().code,
            Code::Forbidden);
  EXPECT_EQ(set(1, "moi@phuong.example", "").error().code, Code::Forbidden) << "the city is above";
  EXPECT_EQ(set(9, "moi@phuong.example", "").error().code, Code::NotFound);
}

TEST_F(UnitMailbox, MayBeTakenAway) {
  const auto done = set(3, "", "cu@phuong.example");
  ASSERT_TRUE(done);
  EXPECT_EQ(lantoa::decode<MailboxSet>(done->facts.at(0).body)->mailbox, std::nullopt);
  EXPECT_EQ(done->answer, "/don-vi/3?xong=luu") << "no next mail is spoken of";
}

TEST_F(UnitMailbox, WhatIsNoAddressOrTheSameIsRefusedAtItsField) {
  for (const char* typed : {"phuong", "a b@c.example", "a@b.example, c@d.example", "<a@b.example>",
                            "cu@phuong.example"}) {
    const auto refused = set(3, typed, "cu@phuong.example");
    ASSERT_FALSE(refused) << typed;
    EXPECT_EQ(refused.error().code, Code::Invalid) << typed;
    EXPECT_EQ(refused.error().field, "hop-thu") << typed;
  }
  EXPECT_EQ(set(2, "", "").error().code, Code::Invalid) << "it has none";
}

TEST_F(UnitMailbox, ChangedMeanwhileOrClosedItIsNot) {
  EXPECT_EQ(set(3, "moi@phuong.example", "").error().code, Code::Conflict);
  node.tell(UnitClosed{UnitNo{3}, *parse_iso_date("2021-05-11"), "Sáp nhập", {}});
  EXPECT_EQ(set(3, "moi@phuong.example", "cu@phuong.example").error().code, Code::Conflict);
}

TEST_F(UnitMailbox, WhatItWasAtEachFactIsKept) {
  EXPECT_EQ(state.mailbox_since(UnitNo{3}), 0U);
  EXPECT_EQ(state.mailbox_at(UnitNo{3}, 0), "cu@phuong.example");
  node.tell(MailboxSet{UnitNo{3}, "moi@phuong.example", PersonNo{1}});
  const std::uint64_t first = node.engine.head().seq;
  node.tell(MailboxSet{UnitNo{3}, {}, PersonNo{1}});
  const std::uint64_t second = node.engine.head().seq;
  EXPECT_EQ(state.unit(UnitNo{3}).mailbox, "");
  EXPECT_EQ(state.mailbox_since(UnitNo{3}), second);
  EXPECT_EQ(state.mailbox_at(UnitNo{3}, first - 1), "cu@phuong.example");
  EXPECT_EQ(state.mailbox_at(UnitNo{3}, first), "moi@phuong.example");
  EXPECT_EQ(state.mailbox_at(UnitNo{3}, second - 1), "moi@phuong.example");
  EXPECT_EQ(state.mailbox_at(UnitNo{3}, second), "");
  EXPECT_EQ(state.mailbox_at(UnitNo{2}, second), "") << "never had one";
}

TEST_F(UnitMailbox, TheFormKeepsWhatWasTypedAndShowsWhatWasBefore) {
  const auto form = node.get("/don-vi/3/hop-thu", keeper);
  EXPECT_EQ(form.status, 200) << form.body;
  EXPECT_THAT(form.body, HasSubstr("value=\"cu@phuong.example\""));
  EXPECT_THAT(form.body, Not(HasSubstr("Các hộp thư từ trước đến nay")));
  const auto wrong =
      node.post("/don-vi/3/hop-thu", "hop-thu=phuong&dang-la=cu@phuong.example", keeper);
  EXPECT_EQ(wrong.status, 422) << wrong.body;
  EXPECT_THAT(wrong.body, HasSubstr("value=\"phuong\""));
  EXPECT_THAT(wrong.body, HasSubstr("không phải là địa chỉ thư điện tử"));
  const auto done = node.post("/don-vi/3/hop-thu",
                              "hop-thu=moi@phuong.example&dang-la=cu@phuong.example", keeper);
  EXPECT_EQ(done.status, 303) << done.body;
  const std::string unit = node.get("/don-vi/3?xong=hop-thu", keeper).body;
  EXPECT_THAT(unit, HasSubstr("moi@phuong.example"));
  EXPECT_THAT(unit, HasSubstr("Đã sửa hộp thư"));
  const std::string again = node.get("/don-vi/3/hop-thu", keeper, Language::English).body;
  EXPECT_THAT(again, HasSubstr("Its mailboxes until now"));
  EXPECT_THAT(again, HasSubstr("cu@phuong.example"));
  EXPECT_THAT(again, HasSubstr("lang=\"vi\">Phường mẫu"));
}

TEST_F(UnitMailbox, WhoDoesNotManageTheUnitIsNotLedThere) {
  const std::string officer = node.sign_in("account/2");
  EXPECT_THAT(node.get("/don-vi/3", officer).body, Not(HasSubstr("/don-vi/3/hop-thu")));
  EXPECT_EQ(node.get("/don-vi/3/hop-thu", officer).status, 403);
  EXPECT_THAT(node.get("/don-vi/3", keeper).body, HasSubstr("/don-vi/3/hop-thu"));
  EXPECT_EQ(node.get("/don-vi/1/hop-thu", keeper).status, 403);
}

}  // namespace
}  // namespace lantoa::city::organisation
