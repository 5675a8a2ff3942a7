// What must be true at the end of a simulated city's life, counted from the facts themselves.
#include <algorithm>

#include "city/activity/facts.h"
#include "city/oversight/facts.h"
#include "city/plan/facts.h"
#include "city/reach/facts.h"
#include "city/speaker/facts.h"
#include "platform/ledger/verify.h"
#include "sim/city.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace reach = city::reach;

Facts all_facts(ledger::Store& store) {
  Facts out;
  const auto read = store.read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
    out.push_back(fact);
    return {};
  });
  ASSERT(read.has_value());
  return out;
}

}  // namespace

std::vector<std::string> City::complaints() {
  std::vector<std::string> wrong;
  if (const auto whole = ledger::verify(*database_.store, {}, {}); !whole) {
    wrong.push_back("the chain: " + whole.error().text.en);
  }
  if (diverged_ != 0) wrong.push_back("a node found another history than its own");
  check_promises(wrong);
  check_mails(wrong);
  check_states(wrong);
  check_erasures(wrong);
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
  std::set<std::uint32_t> done;  // or withdrawn
  for (const ledger::Fact& fact : all_facts(*database_.store)) {
    if (is<city::plan::AssignmentDone>(fact)) {
      done.insert(decode<city::plan::AssignmentDone>(fact.body)->assignment.value);
    } else if (is<city::plan::AssignmentsWithdrawn>(fact)) {
      const auto gone = decode<city::plan::AssignmentsWithdrawn>(fact.body)->assignments.numbers;
      done.insert(gone.begin(), gone.end());
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
    const std::string id = "nhac-viec-" + std::to_string(no.value) + ".";  // and its tag
    const auto found = mails_.lower_bound(id);
    const bool was_sent = found != mails_.end() && found->first.starts_with(id);
    const Delivered delivered = was_sent ? found->second : Delivered{};
    if (was_sent && std::next(found) != mails_.end() && std::next(found)->first.starts_with(id)) {
      wrong.push_back("mail " + id + " has two Message-IDs");
    }
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
  const Facts facts = all_facts(*database_.store);
  kinds_.merge(kinds_in(facts, beginning_.facts.size()));
  for (std::string& complaint : wrong_in(facts, states)) {
    wrong.push_back(std::move(complaint));
  }
}

// What is erased stays unreadable, whoever died on the way, and nothing else is.
void City::check_erasures(std::vector<std::string>& wrong) {
  std::map<std::string, bool> erased;  // by the vault's row
  for (const ledger::Fact& fact : all_facts(*database_.store)) {
    if (is<city::speaker::SpeakerRecognised>(fact)) {
      const auto read = *decode<city::speaker::SpeakerRecognised>(fact.body);
      erased[city::speaker::record_id(read.speaker)] = false;
    } else if (is<city::speaker::NameErased>(fact)) {
      const auto read = *decode<city::speaker::NameErased>(fact.body);
      erased[city::speaker::record_id(read.speaker)] = true;
    } else if (is<city::activity::PhotoAdded>(fact)) {
      erased[city::activity::photo_id(decode<city::activity::PhotoAdded>(fact.body)->photo)] =
          false;
    } else if (is<city::activity::PhotoErased>(fact)) {
      erased[city::activity::photo_id(decode<city::activity::PhotoErased>(fact.body)->photo)] =
          true;
    }
  }
  for (const auto& [id, is_erased] : erased) {
    const auto row = database_.store->vault_row(id);
    const bool has_words = row && *row && !(*row)->sealed.empty();
    if (has_words == is_erased)
      wrong.push_back("row " + id + (is_erased ? " is readable" : " is lost"));
  }
}

}  // namespace lantoa::sim
