// Examples of mails that come back, and of the mailboxes they were sent to.
#pragma once

#include <map>
#include <string>

#include "app/testing_units.h"
#include "city/oversight/returned.h"

namespace lantoa::app {

// A ward of district 1 whose mailbox returned a reminder.
inline city::UnitNo returning_unit(TestingWorld& world) {
  namespace oversight = city::oversight;
  const city::UnitNo unit = fresh_unit(world);
  world.run("courier/test", [&](const city::Envelope& envelope) -> Result<ledger::Decision> {
    const city::ReminderNo no{world.states().oversight.reminders() + 1};
    const std::string about = city::subject("reminder", no);
    ledger::Decision decision;
    decision.add(about,
                 oversight::ReminderPromised{no, unit, NumberSet{{1}}, envelope.today, {}, true});
    decision.add(about, oversight::ReminderHandedOver{no, {}});
    decision.add(about, oversight::ReminderEnded{no, oversight::End::Sent, "250 ok"});
    decision.add(about, oversight::MailReturned{no, 1, "5.1.1", "550 5.1.1 unknown user"});
    return decision;
  });
  return unit;
}

inline const std::map<std::string, Example>& mail_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /thu-tra-lai", page("/thu-tra-lai")},
      {"GET  /don-vi/{unit}/hop-thu",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/don-vi/", fresh_unit(world), "/hop-thu")};
       }},
      {"POST /don-vi/{unit}/hop-thu",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/don-vi/", fresh_unit(world), "/hop-thu"),
                     {{"hop-thu", "moi@phuong.example"}, {"dang-la", ""}}};
       }},
      {"POST /thu-tra-lai/{unit}/da-kiem-tra",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/thu-tra-lai/", returning_unit(world), "/da-kiem-tra"), {{"so-thu", "1"}}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
