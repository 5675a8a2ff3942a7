// A city whose mails come back: wards 2 and 3, and 5 below the district 4; all but the city have a
// mailbox. For tests.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "city/oversight/mail_id.h"
#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"
#include "city/testing.h"

namespace lantoa::city::oversight {

class ReturnedMails : public ::testing::Test {
 protected:
  explicit ReturnedMails(MailSettings settings = {}) {
    hear<organisation::UnitOpened, organisation::UnitClosed, organisation::MailboxSet>(node.app,
                                                                                       units);
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock,
            settings);
    using organisation::Kind;
    open(1, 0, "Thành phố mẫu", Kind::City, "");
    open(2, 1, "Phường Một", Kind::Ward, "mot@mau.example");
    open(3, 1, "Phường Hai", Kind::Ward, "hai@mau.example");
    open(4, 1, "Quận mẫu", Kind::UrbanDistrict, "quan@mau.example");
    open(5, 4, "Phường Ba", Kind::Ward, "ba@mau.example");
    calendar.fold({today}, {});
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Việc", {{}, UnitNo{1}}, today - 1, {}});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3, 5}}, today - 1});
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 30});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return actor(name); };
  }

  void open(std::uint32_t no, std::uint32_t above, const char* name, organisation::Kind kind,
            const char* mailbox) {
    organisation::UnitOpened fact{UnitNo{no}, {}, name, "0" + std::to_string(no), kind, {}, {}};
    if (above != 0) fact.parent = UnitNo{above};
    if (*mailbox != '\0') fact.mailbox = mailbox;
    node.tell(fact);
  }

  // account/1 manages the city, account/2 urges in it, account/3 reports for ward 2, account/4 for
  // ward 3; others are couriers.
  static Actor actor(std::string_view name) {
    if (!name.starts_with("account/")) return Actor::system("mail-returns");
    Actor out;
    out.kind = Actor::Kind::Account;
    out.name = name;
    const auto no = static_cast<std::uint32_t>(name.back() - '0');
    out.account = AccountNo{no};
    out.person = PersonNo{no};
    const Role role = no == 1 ? Role::Administrator : no == 2 ? Role::Planner : Role::UnitOfficer;
    out.grants = {{role, UnitNo{no <= 2 ? 1 : no - 1}}};
    return out;
  }

  // A mail to this unit that a server took.
  ReminderNo sent(std::uint32_t unit, bool tagged = true) {
    const ReminderNo no{state.reminders() + 1};
    ReminderPromised promised{no, UnitNo{unit}, NumberSet{{1}}, today, {}};
    if (tagged) promised.tagged = true;
    node.tell(promised);
    node.tell(ReminderHandedOver{no, {}});
    node.tell(ReminderEnded{no, End::Sent, "250 ok"});
    return no;
  }
  Result<ledger::Done> come_back(ReminderNo no, const std::string& address, const char* status) {
    Order order = order_of(RecordReturn{no, {"", address}, status, "550 unknown user"}, known());
    order.actor = "courier/mail-returns";
    return node.app.execute(std::move(order));
  }
  // A mail that was sent and came back.
  ReminderNo returned(std::uint32_t unit, const char* status) {
    const ReminderNo no = sent(unit);
    const auto done = come_back(no, units.unit(UnitNo{unit}).mailbox, status);
    EXPECT_TRUE(done && done->seq != 0);
    return no;
  }
  bool returns(std::uint32_t unit) const {
    return returning_mailbox(state, units, UnitNo{unit}).has_value();
  }
  Known known() const { return {state, units, plans, workdays}; }

  testing::Node node;
  const Date today = vietnam_date(node.clock.time);
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
};

}  // namespace lantoa::city::oversight
