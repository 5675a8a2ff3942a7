// Coverage counted from who is at home where and from the receipts that stand; and the names of
// those who were at an activity.
#include <algorithm>

#include "city/identity/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace activity = city::activity;
namespace identity = city::identity;
namespace reach = city::reach;

struct SaidReceipt {
  reach::ReceiptsRecorded recorded;
  std::set<std::uint32_t> persons;  // that were not corrected
};

struct SaidItem {
  reach::ItemOpened opened;
  Date on;
  std::map<std::uint64_t, SaidReceipt> receipts;  // by fact

  bool is_reached(std::uint32_t person) const {
    return std::any_of(receipts.begin(), receipts.end(), [person](const auto& receipt) {
      return receipt.second.persons.contains(person);
    });
  }
};

class Reach : public Recount {
 public:
  Reach(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    teller.on<identity::PersonRegistered>([this](const auto& registered, const ledger::Fact&) {
      homes_[registered.person.value] = registered.unit;
    });
    teller.on<identity::PersonsRegistered>([this](const auto& registered, const ledger::Fact&) {
      for (std::uint32_t i = 0; i < registered.count; ++i) {
        homes_[registered.first.value + i] = registered.unit;
      }
    });
    teller.on<identity::PersonMoved>([this](const auto& moved, const ledger::Fact&) {
      homes_[moved.person.value] = moved.unit;
    });
    teller.on<reach::ItemOpened>([this](const auto& opened, const ledger::Fact& fact) {
      items_[opened.item] = {opened, day_of(fact), {}};
    });
    teller.on<reach::ReceiptsRecorded>([this](const auto& recorded, const ledger::Fact& fact) {
      if (SaidItem* item = known(items_, recorded.item, fact)) record(*item, recorded, fact);
    });
    teller.on<reach::ReceiptCorrected>([this](const auto& corrected, const ledger::Fact& fact) {
      SaidItem* item = known(items_, corrected.item, fact);
      if (item == nullptr) return;
      SaidReceipt* receipt = known(item->receipts, corrected.receipt, fact);
      if (receipt == nullptr) return;
      expect(receipt->persons.erase(corrected.person.value) == 1, fact,
             "he has no such receipt any more");
    });
    hear_activities(teller);
  }

  void compare(const app::States& seen) override {
    expect_seen(seen.reach.items() == items_.size(), "the number of items");
    for (const auto& [no, said] : items_) {
      if (!seen.reach.has(no)) break;
      for (const auto& [unit, parent] : teller().parents()) {
        const reach::Count by_hand = count(said, unit);
        const reach::Count counted = seen.reach.item(no).count(unit);
        expect_seen(by_hand.audience == counted.audience && by_hand.reached == counted.reached,
                    "the coverage of unit " + std::to_string(unit.value));
      }
    }
    for (const auto& [no, one] : activities_) {
      std::set<std::uint32_t> shown;
      for (const city::PersonNo person : seen.reach.attendants(no)) shown.insert(person.value);
      expect_seen(shown == attendants(no), "who was at activity " + std::to_string(no.value));
    }
  }

 private:
  struct SaidActivity {
    city::UnitNo unit;
    activity::Record record;
    bool is_annulled = false;
  };

  void hear_activities(Teller& teller) {
    teller.on<activity::ActivityLogged>([this](const auto& logged, const ledger::Fact&) {
      activities_[logged.activity] = {logged.unit, logged.record};
    });
    teller.on<activity::ActivityCorrected>([this](const auto& corrected, const ledger::Fact&) {
      activities_[corrected.activity].record = corrected.record;
    });
    teller.on<activity::ActivityAnnulled>([this](const auto& annulled, const ledger::Fact&) {
      activities_[annulled.activity].is_annulled = true;
    });
  }

  // Nobody has two receipts of one channel that stand, and whoever is named as attending knew of it
  // by no channel before.
  void record(SaidItem& item, const reach::ReceiptsRecorded& recorded, const ledger::Fact& fact) {
    for (const std::uint32_t person : recorded.persons.numbers) {
      const auto home = homes_.find(person);
      const bool is_asked =
          home != homes_.end() && teller().is_below(home->second, item.opened.scope);
      expect(is_asked, fact, "somebody need not know it");
      for (const auto& [seq, other] : item.receipts) {
        const bool is_same = other.recorded.channel == recorded.channel;
        expect(!is_same || !other.persons.contains(person), fact, "a person is reached twice");
      }
      expect(!recorded.activity || !item.is_reached(person), fact,
             "an attendant had been reached already");
    }
    item.receipts[fact.seq] = {recorded,
                               {recorded.persons.numbers.begin(), recorded.persons.numbers.end()}};
    if (recorded.activity) check_attendance(item, recorded, fact);
  }

  void check_attendance(const SaidItem& item, const reach::ReceiptsRecorded& recorded,
                        const ledger::Fact& fact) {
    const SaidActivity* one = known(activities_, *recorded.activity, fact);
    if (one == nullptr) return;
    expect(!one->is_annulled, fact, "the activity is annulled");
    expect(recorded.on == one->record.on, fact, "it was on another day");
    expect(item.on <= one->record.on, fact, "it was published after the activity");
    const auto attended = activity::attendances_of(one->record);
    expect(attended && attendants(*recorded.activity).size() <= *attended, fact,
           "more are named than attended");
    for (const std::uint32_t person : recorded.persons.numbers) {
      expect(teller().is_below(homes_[person], one->unit), fact, "somebody is of another unit");
    }
  }

  std::set<std::uint32_t> attendants(city::ActivityNo no) const {
    std::set<std::uint32_t> out;
    for (const auto& [item, said] : items_) {
      for (const auto& [seq, receipt] : said.receipts) {
        if (receipt.recorded.activity == no) {
          out.insert(receipt.persons.begin(), receipt.persons.end());
        }
      }
    }
    return out;
  }

  reach::Count count(const SaidItem& item, city::UnitNo top) const {
    reach::Count out;
    for (const auto& [person, home] : homes_) {
      if (!teller().is_below(home, top) || !teller().is_below(home, item.opened.scope)) continue;
      ++out.audience;
      if (item.is_reached(person)) ++out.reached;
    }
    return out;
  }

  std::map<std::uint32_t, city::UnitNo> homes_;  // by person
  std::map<city::ItemNo, SaidItem> items_;
  std::map<city::ActivityNo, SaidActivity> activities_;
};

}  // namespace

std::unique_ptr<Recount> recount_reach(Teller& teller, Complaints& wrong) {
  return std::make_unique<Reach>(teller, wrong);
}

}  // namespace lantoa::sim
