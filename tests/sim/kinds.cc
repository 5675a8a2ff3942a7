// What came about in a life, for the question whether everything that is wished for ever does.
#include "city/oversight/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;
namespace plan = city::plan;

class Kinds {
 public:
  std::set<std::string> out;

  // Also of what was before, since later facts refer to it.
  void hear(const ledger::Fact& fact, bool counts) {
    if (counts) out.insert(fact.kind);
    if (is<plan::TaskAdded>(fact)) {
      const auto added = *decode<plan::TaskAdded>(fact.body);
      if (added.working_days) counted_.insert(added.task);
    }
    if (counts) tell(fact);
  }

 private:
  void tell(const ledger::Fact& fact) {
    if (is<plan::AssignmentsGiven>(fact)) {
      const auto given = *decode<plan::AssignmentsGiven>(fact.body);
      if (given.group_version) insert(fact, "to a group");
      if (counted_.contains(given.task)) insert(fact, "in working days");
    } else if (is<plan::AmendmentIssued>(fact)) {
      if (decode<plan::AmendmentIssued>(fact.body)->counted) insert(fact, "in working days");
    } else if (is<oversight::ExplanationAsked>(fact)) {
      if (decode<oversight::ExplanationAsked>(fact.body)->working_days) {
        insert(fact, "in working days");
      }
    } else if (is<oversight::ReminderEnded>(fact)) {
      const auto end = decode<oversight::ReminderEnded>(fact.body)->end;
      if (end == oversight::End::MailboxReturns) insert(fact, "as mails come back");
    } else if (is<oversight::ReminderHandedOver>(fact)) {
      if (decode<oversight::ReminderHandedOver>(fact.body)->to) insert(fact, "to who answers");
    }
  }
  void insert(const ledger::Fact& fact, const char* how) { out.insert(fact.kind + ", " + how); }

  std::set<city::TaskNo> counted_;
};

}  // namespace

std::set<std::string> kinds_in(const Facts& facts, std::uint64_t after) {
  Kinds kinds;
  for (const ledger::Fact& fact : facts) kinds.hear(fact, fact.seq > after);
  return std::move(kinds.out);
}

}  // namespace lantoa::sim
