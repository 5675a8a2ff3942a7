// Rules of changing a unit's mailbox.
#include "city/faults.h"
#include "city/organisation/mailbox.h"
#include "city/person.h"
#include "platform/mail/mail.h"

namespace lantoa::city::organisation {

Result<ledger::Decision> decide(const State& state, const SetMailbox& command,
                                const Envelope& envelope) {
  TRY_ASSIGN(const Unit* unit, state.find(command.unit));
  TRY(state.require(envelope.actor, Right::ManageUnits, unit->no));
  if (const auto closed = state.closed_in_words(unit->no)) {
    return problem(Code::Conflict, {closed->vi + " nên không nhận thư nào nữa.",
                                    closed->en + " and gets no mail any more."});
  }
  if (command.seen != unit->mailbox) {
    return problem(
        Code::Conflict,
        {"Hộp thư của đơn vị vừa được người khác sửa. Hãy xem lại rồi ghi.",
         "Somebody else has just changed the unit's mailbox. Look at it and try again."});
  }
  const std::string mailbox = one_line(command.mailbox);
  if (!mailbox.empty() && !mail::is_address(mailbox)) {
    return problem(
        Code::Invalid,
        {"“" + mailbox + "” không phải là địa chỉ thư điện tử. Hãy ghi dạng “hộp-thư@tên-miền”.",
         "“" + mailbox + "” is no e-mail address. Write it as “mailbox@domain”."},
        fields::mailbox);
  }
  if (mailbox == unit->mailbox) {
    return problem(Code::Invalid,
                   {"Đơn vị đang có đúng hộp thư này. Hãy ghi địa chỉ khác, hoặc thôi không sửa.",
                    "This is the mailbox that the unit has. Write another one, or cancel."},
                   fields::mailbox);
  }
  MailboxSet fact{unit->no, {}, person_of(envelope.actor)};
  if (!mailbox.empty()) fact.mailbox = mailbox;
  ledger::Decision decision;
  decision.add(subject("unit", unit->no), fact);
  decision.answer = address_of(unit->no) + (fact.mailbox ? "?xong=hop-thu" : "?xong=luu");
  return decision;
}

}  // namespace lantoa::city::organisation
