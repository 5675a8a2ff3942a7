// What must be true at the end of a simulated city's life, counted from the facts themselves.
#include <algorithm>
#include <sstream>

#include "city/identity/facts.h"
#include "city/oversight/facts.h"
#include "city/plan/facts.h"
#include "city/reach/facts.h"
#include "platform/ledger/verify.h"
#include "sim/city.h"

namespace lantoa::sim {
namespace {

namespace identity = city::identity;
namespace reach = city::reach;

template <class F>
bool is(const ledger::Fact& fact) {
  return fact.kind == F::kind;
}

std::vector<ledger::Fact> all_facts(ledger::Store& store) {
  std::vector<ledger::Fact> out;
  const auto read = store.read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
    out.push_back(fact);
    return {};
  });
  ASSERT(read.has_value());
  return out;
}

// Coverage counted without any of the program's states but the tree of units: who is at home where,
// who was reached by a receipt that stands.
class Recount {
 public:
  explicit Recount(const std::vector<ledger::Fact>& facts) {
    for (const ledger::Fact& fact : facts) take(fact);
  }

  city::reach::Count count(const city::organisation::State& units, city::UnitNo top) const {
    city::reach::Count out;
    for (const auto& [person, home] : homes_) {
      if (!stands_below(units, home, top) || !stands_below(units, home, scope_)) continue;
      ++out.audience;
      if (is_reached(person)) ++out.reached;
    }
    return out;
  }

 private:
  static bool stands_below(const city::organisation::State& units, city::UnitNo unit,
                           city::UnitNo top) {
    while (unit && unit != top) unit = units.unit(unit).parent;
    return unit == top;
  }
  bool is_reached(std::uint32_t person) const {
    return std::any_of(receipts_.begin(), receipts_.end(),
                       [person](const auto& receipt) { return receipt.contains(person); });
  }
  void take(const ledger::Fact& fact) {
    if (is<identity::PersonRegistered>(fact)) {
      const auto read = *decode<identity::PersonRegistered>(fact.body);
      homes_[read.person.value] = read.unit;
    } else if (is<identity::PersonsRegistered>(fact)) {
      const auto read = *decode<identity::PersonsRegistered>(fact.body);
      for (std::uint32_t i = 0; i < read.count; ++i) homes_[read.first.value + i] = read.unit;
    } else if (is<reach::ItemOpened>(fact)) {
      scope_ = decode<reach::ItemOpened>(fact.body)->scope;
    } else if (is<reach::ReceiptsRecorded>(fact)) {
      const auto read = *decode<reach::ReceiptsRecorded>(fact.body);
      receipts_.emplace_back(read.persons.numbers.begin(), read.persons.numbers.end());
    }
  }

  std::map<std::uint32_t, city::UnitNo> homes_;
  std::vector<std::set<std::uint32_t>> receipts_;
  city::UnitNo scope_;
};

}  // namespace

std::string described(const app::States& states) {
  std::ostringstream out;
  out << iso(states.calendar.today()) << '\n';
  for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
    const auto count = states.reach.item(city::ItemNo{1}).count(city::UnitNo{u});
    out << u << ':' << count.audience << '/' << count.reached << '/' << count.by_proxy << '\n';
  }
  for (std::uint32_t p = 1; p <= states.identity.persons(); ++p) {
    out << states.identity.person(city::PersonNo{p}).home.value << ' ';
  }
  for (std::uint32_t p = 1; p <= states.plan.plans(); ++p) {
    out << '\n' << states.plan.plan(city::PlanNo{p}).title;
  }
  for (std::uint32_t a = 1; a <= states.plan.assignments(); ++a) {
    out << '\n' << static_cast<bool>(states.plan.assignment(city::AssignmentNo{a}).done);
  }
  for (std::uint32_t r = 1; r <= states.oversight.reminders(); ++r) {
    const auto& reminder = states.oversight.reminder(city::ReminderNo{r});
    out << '\n'
        << reminder.unit.value << ' ' << reminder.handed_over << ' ' << reminder.not_before.ms;
  }
  for (std::uint32_t f = 1; f <= states.report.figures(); ++f) {
    const auto& frozen = states.report.figure(city::FigureNo{f}).frozen;
    out << '\n' << frozen.position << ' ' << frozen.audience << ' ' << frozen.reached;
  }
  return out.str();
}

std::vector<std::string> City::complaints() {
  std::vector<std::string> wrong;
  if (const auto whole = ledger::verify(*database_.store, {}, {}); !whole) {
    wrong.push_back("the chain: " + whole.error().text.en);
  }
  if (diverged_ != 0) wrong.push_back("a node found another history than its own");
  check_promises(wrong);
  check_mails(wrong);
  check_states(wrong);
  return wrong;
}

// Nothing acknowledged is lost, nothing is doubled, nothing refused is there.
void City::check_promises(std::vector<std::string>& wrong) {
  std::map<std::string, std::uint32_t> titles;
  std::map<std::uint32_t, std::uint32_t> confirmed;
  for (const ledger::Fact& fact : all_facts(*database_.store)) {
    if (is<city::plan::PlanDrafted>(fact))
      ++titles[decode<city::plan::PlanDrafted>(fact.body)->title];
    if (!is<reach::ReceiptsRecorded>(fact)) continue;
    const auto read = *decode<reach::ReceiptsRecorded>(fact.body);
    if (read.channel != reach::Channel::Portal) continue;
    for (const std::uint32_t person : read.persons.numbers) ++confirmed[person];
  }
  for (const Operation& operation : operations_) {
    const bool done = operation.state == Operation::State::Done;
    // Who sends a form twice and hears a refusal may have hit upon the other one's good moment.
    const bool may_be_there = done || operation.sent > 1;
    const auto kept = database_.store->answer(operation.key());
    const bool is_kept = kept && kept->has_value();
    if (done && (!is_kept || **kept != operation.answer)) {
      wrong.push_back(operation.name + " was acknowledged and its key is not known");
    }
    if (!may_be_there && is_kept) wrong.push_back(operation.name + " was refused and is there");
    const std::uint32_t times = titles[operation.title];
    if (!operation.title.empty() && (times > 1 || times != (is_kept ? 1U : 0U))) {
      wrong.push_back(operation.name + " stands " + std::to_string(times) + " times in the ledger");
    }
    if (operation.confirms && done && confirmed[operation.confirms.value] != 1) {
      wrong.push_back(operation.name + " stands " +
                      std::to_string(confirmed[operation.confirms.value]) + " times in the ledger");
    }
  }
}

// Every mail that was promised is taken or refused in the end, and a second time only after the
// sender was cut off from the first; to whom nothing is left to do none is handed over.
void City::check_mails(std::vector<std::string>& wrong) {
  using city::oversight::End;
  std::map<city::ReminderNo, std::vector<std::uint32_t>> promised;
  std::map<city::ReminderNo, End> ended;
  std::set<std::uint32_t> done;
  for (const ledger::Fact& fact : all_facts(*database_.store)) {
    if (is<city::plan::AssignmentDone>(fact)) {
      done.insert(decode<city::plan::AssignmentDone>(fact.body)->assignment.value);
    } else if (is<city::oversight::ReminderPromised>(fact)) {
      const auto read = *decode<city::oversight::ReminderPromised>(fact.body);
      promised[read.reminder] = read.assignments.numbers;
    } else if (is<city::oversight::ReminderHandedOver>(fact)) {
      const auto no = decode<city::oversight::ReminderHandedOver>(fact.body)->reminder;
      const auto& about = promised.at(no);
      if (std::all_of(about.begin(), about.end(), [&](auto one) { return done.contains(one); })) {
        wrong.push_back("mail " + std::to_string(no.value) + " is about nothing any more");
      }
    } else if (is<city::oversight::ReminderEnded>(fact)) {
      const auto read = *decode<city::oversight::ReminderEnded>(fact.body);
      ended[read.reminder] = read.end;
    }
  }
  for (const auto& [no, about] : promised) {
    const std::string id = "nhac-viec-" + std::to_string(no.value) + "@lantoa.example";
    const auto found = mails_.find(id);
    const Delivered delivered = found == mails_.end() ? Delivered{} : found->second;
    const auto end = ended.find(no);
    if (end == ended.end()) {
      wrong.push_back("mail " + id + " is never sent");
    } else if (end->second == End::Sent && delivered.accepted == 0) {
      wrong.push_back("mail " + id + " is called sent and was never taken");
    } else if (end->second == End::Refused && delivered.refused == 0) {
      wrong.push_back("mail " + id + " is called refused and nobody did");
    } else if (end->second == End::Unknown) {
      wrong.push_back("mail " + id + " is given up");
    }
    if (delivered.causeless > 0) wrong.push_back("mail " + id + " was sent twice without a cause");
  }
}

// Every node sees the same, a new process replays the same, and a count by hand gives the figures.
void City::check_states(std::vector<std::string>& wrong) {
  const std::string first = described(nodes_.front().house->states());
  for (std::size_t i = 1; i < nodes_.size(); ++i) {
    if (described(nodes_[i].house->states()) != first) {
      wrong.push_back("node " + std::to_string(i) + " sees something else than node 0");
    }
  }
  start(0);
  const app::States& states = nodes_.front().house->states();
  if (described(states) != first) wrong.push_back("a replay gives another state");
  const Recount recount(all_facts(*database_.store));
  for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
    const auto by_hand = recount.count(states.organisation, city::UnitNo{u});
    const auto counted = states.reach.item(city::ItemNo{1}).count(city::UnitNo{u});
    if (by_hand.audience != counted.audience || by_hand.reached != counted.reached) {
      wrong.push_back("the coverage of unit " + std::to_string(u) + " is wrong");
    }
  }
}

}  // namespace lantoa::sim
