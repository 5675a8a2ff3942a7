// Mails that came back: when a unit's mailbox counts as one that takes none, and what is said of
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/state.h"
#include "city/oversight/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::oversight {

// So many mails one after the other that came back for the time being are as good as one for good.
constexpr std::size_t temporary_returns_max = 3;

// No mail goes to the mailbox that the unit has now, since those to it came back.
struct ReturningMailbox {
  UnitNo unit;
  Date since;  // on which the first of them that counts was recorded
  // Of the newest, of those that came back for good where there are any.
  std::string status;
  std::string why;              // the server's words; may be empty
  std::uint32_t came_back = 0;  // mails
};
// nullopt: mails can be sent. What came back before the mailbox was changed, or before somebody
// said that it is right, counts no more.
std::optional<ReturningMailbox> returning_mailbox(const State& state,
                                                  const organisation::State& organisation,
                                                  UnitNo unit);

// Of the open units that this visitor manages, urges or reports for, those whose mailbox takes
// none, ascending.
std::vector<ReturningMailbox> returning_below(const State& state,
                                              const organisation::State& organisation,
                                              const Actor& actor);

// By what is behind a status, in plain words, and what to do about it.
struct ReturnWords {
  Text why;
  Text what_to_do;
};
ReturnWords words_of_return(std::string_view status);

// What a mail server said of one mail to one mailbox. Only of mails whose Message-ID was found to
// be ours.
struct RecordReturn {
  ReminderNo reminder;
  std::vector<std::string> addresses;  // as the server has it, and as it was given; either will do
  std::string status;                  // "5.1.1"
  std::string why;
};
// Whoever manages the unit has looked into it.
struct CheckAddress {
  UnitNo unit;
  std::uint32_t seen = 0;  // how many mails had come back when the form was shown
};

struct Known;
struct Finish;
// A server that refuses a mail's address for good, as there is no such mailbox, says of its newest
// attempt what a notification says later. Nothing where that is known of the address.
void add_refusal(ledger::Decision& decision, const Known& known, const Reminder& reminder,
                 const Finish& command);
// NotFound: there is no such mail, or its Message-ID can be guessed. Invalid: it was not sent to
// any of these addresses, or the status is not one of failure. No fact when nothing is new.
Result<ledger::Decision> decide(const Known& known, const RecordReturn& command,
                                const Envelope& envelope);
// By whoever manages the unit (ManageUnits). Conflict: no mails to it come back, or one more has
// since the form was shown.
Result<ledger::Decision> decide(const Known& known, const CheckAddress& command,
                                const Envelope& envelope);

// The day of the newest reminder about something, saying so when it did not get there.
Text day_of_reminder(const Reminder& newest);

constexpr const char* returned_address = "/thu-tra-lai";  // of the list

}  // namespace lantoa::city::oversight
