// Units that stop and go on, their people moved together, and the groups they are put into.
#include <algorithm>

#include "city/activity/facts.h"
#include "city/identity/facts.h"
#include "sim/recount_tree.h"

namespace lantoa::sim {
namespace {

namespace identity = city::identity;
namespace organisation = city::organisation;

class Units : public Recount {
 public:
  Units(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    hear_closing(teller);
    hear_people(teller);
    hear_groups(teller);
    hear_work(teller);
    // After those: rules ask for the tree as it was before the fact.
    tree_ = std::make_unique<Tree>(teller);
  }

  void compare(const app::States& seen) override {
    if (!to_be_moved_.empty()) complain("people were moved together, and some were left behind");
    const organisation::State& state = seen.organisation;
    expect_seen(state.size() == tree_->units().size(), "the number of units");
    for (const auto& [no, said] : tree_->units()) {
      if (!state.has(no)) break;
      const organisation::Unit& one = state.unit(no);
      const std::string name = "unit " + std::to_string(no.value) + ", ";
      expect_seen(state.is_open(no) == said.is_open, name + "whether it is open");
      expect_seen(one.closings.size() == said.last_days.size(), name + "how often it stopped");
      expect_seen(one.mailbox == said.mailbox, name + "its mailbox");
      expect_seen(state.answering_for(no) == tree_->answering(no), name + "who answers for it");
      expect_seen(state.by_code(said.code) == open_with(said.code), name + "whose its code is");
    }
    compare_groups(state);
    for (const auto& [person, home] : homes_) {
      if (person > seen.identity.persons()) break;
      expect_seen(seen.identity.person(city::PersonNo{person}).home == home,
                  "where person " + std::to_string(person) + " is at home");
    }
  }

 private:
  void hear_closing(Teller& teller) {
    teller.on<organisation::UnitClosed>([this](const auto& closed, const ledger::Fact& fact) {
      const Tree::One* one = tree_->find(closed.unit);
      expect(one != nullptr && one->is_open, fact, "it was closed before");
      if (one == nullptr) return;
      expect(static_cast<bool>(one->parent), fact, "the root is closed");
      expect(closed.on <= day_of(fact), fact, "its last day is still to come");
      expect(closed.on >= one->opened, fact, "it stops before it began");
      expect(!closed.reason.empty(), fact, "nothing says why");
      for (const auto& [no, below] : tree_->units()) {
        if (below.parent != closed.unit) continue;
        expect(!below.is_open, fact, "a unit below it is open");
        const bool is_longer = !below.is_open && below.last_days.back() > closed.on;
        expect(!is_longer, fact, "a unit below it worked longer");
      }
      expect(at(closed.unit).empty(), fact, "people are at home there");
    });
    teller.on<organisation::UnitReopened>([this](const auto& reopened, const ledger::Fact& fact) {
      const Tree::One* one = tree_->find(reopened.unit);
      expect(one != nullptr && !one->is_open, fact, "it is open");
      if (one == nullptr) return;
      expect(!reopened.reason.empty(), fact, "nothing says why");
      expect(tree_->is_open(one->parent), fact, "the unit above it is closed");
      expect(!open_with(one->code), fact, "its code is another unit's");
    });
    teller.on<organisation::MailboxSet>([this](const auto& set, const ledger::Fact& fact) {
      expect(tree_->is_open(set.unit), fact, "a closed unit gets a mailbox");
      expect(tree_->mailbox(set.unit) != set.mailbox.value_or(""), fact, "it is the one it has");
    });
  }

  void hear_people(Teller& teller) {
    teller.on<identity::PersonRegistered>([this](const auto& registered, const ledger::Fact& fact) {
      expect(tree_->is_open(registered.unit), fact, "somebody joins a closed unit");
      homes_[registered.person.value] = registered.unit;
    });
    teller.on<identity::PersonsRegistered>(
        [this](const auto& registered, const ledger::Fact& fact) {
          expect(tree_->is_open(registered.unit), fact, "somebody joins a closed unit");
          for (std::uint32_t i = 0; i < registered.count; ++i) {
            homes_[registered.first.value + i] = registered.unit;
          }
        });
    teller.on<identity::PersonMoved>(
        [this](const auto& moved, const ledger::Fact& fact) { move(moved, fact); });
  }

  // Nobody is moved alone within a life: whoever is at home at a unit goes with the first of them.
  void move(const identity::PersonMoved& moved, const ledger::Fact& fact) {
    const city::UnitNo* home = known(homes_, moved.person.value, fact);
    if (home == nullptr) return;
    expect(*home != moved.unit, fact, "somebody is moved to where he is");
    expect(tree_->is_open(moved.unit), fact, "somebody is moved to a closed unit");
    if (to_be_moved_.empty()) {
      to_be_moved_ = at(*home);
      moved_to_ = moved.unit;
    }
    const bool is_one_of_them = to_be_moved_.erase(moved.person.value) == 1;
    expect(is_one_of_them && moved_to_ == moved.unit, fact, "somebody is moved apart from others");
    homes_[moved.person.value] = moved.unit;
  }

  void hear_groups(Teller& teller) {
    teller.on<organisation::GroupMade>([this](const auto& made, const ledger::Fact& fact) {
      expect(made.group.value == tree_->groups().size() + 1, fact, "numbers are left out");
      expect(tree_->is_open(made.owner), fact, "its owner is closed");
      check_group({made.owner, made.name, made.units.numbers}, nullptr, made.group, fact);
    });
    teller.on<organisation::GroupChanged>([this](const auto& changed, const ledger::Fact& fact) {
      const Tree::Group* before = going_on(changed.group, fact);
      if (before == nullptr) return;
      expect(changed.version == before->version + 1, fact, "a version is left out or repeated");
      expect(changed.name != before->name || changed.units.numbers != before->units, fact,
             "nothing of it differs");
      check_group({before->owner, changed.name, changed.units.numbers}, before, changed.group,
                  fact);
    });
    teller.on<organisation::GroupEnded>([this](const auto& ended, const ledger::Fact& fact) {
      going_on(ended.group, fact);
      expect(!ended.reason.empty(), fact, "nothing says why");
    });
  }

  const Tree::Group* going_on(city::GroupNo no, const ledger::Fact& fact) {
    const Tree::Group* one = tree_->find(no);
    expect(one != nullptr && !one->is_ended, fact, "it is about no group that goes on");
    return one;
  }

  // A unit that was closed since may stay in it; none comes in.
  void check_group(const Tree::Group& now, const Tree::Group* before, city::GroupNo no,
                   const ledger::Fact& fact) {
    expect(!now.name.empty() && !now.units.empty(), fact, "it has no name or no unit");
    for (const std::uint32_t number : now.units) {
      const city::UnitNo unit{number};
      const bool stays = before != nullptr && before->has(unit);
      expect(tree_->is_below(unit, now.owner), fact, "a unit of it is not its owner's");
      expect(tree_->is_open(unit) || stays, fact, "a closed unit comes into it");
    }
    for (const auto& [other, one] : tree_->groups()) {
      const bool is_rival = other != no && !one.is_ended && one.owner == now.owner;
      expect(!is_rival || one.name != now.name, fact, "another group has its name");
    }
  }

  // Nothing that a unit did lies after its last day.
  void hear_work(Teller& teller) {
    teller.on<city::activity::ActivityLogged>([this](const auto& logged, const ledger::Fact& fact) {
      const Tree::One* one = tree_->find(logged.unit);
      const bool worked =
          one != nullptr && (one->is_open || logged.record.on <= one->last_days.back());
      expect(worked, fact, "its unit had stopped by then");
    });
  }

  std::set<std::uint32_t> at(city::UnitNo unit) const {
    std::set<std::uint32_t> out;
    for (const auto& [person, home] : homes_) {
      if (home == unit) out.insert(person);
    }
    return out;
  }

  city::UnitNo open_with(const std::string& code) const {
    for (const auto& [no, one] : tree_->units()) {
      if (one.is_open && one.code == code) return no;
    }
    return {};
  }

  void compare_groups(const organisation::State& state) {
    expect_seen(state.groups() == tree_->groups().size(), "the number of groups");
    for (const auto& [no, said] : tree_->groups()) {
      if (!state.has(no)) break;
      const organisation::Group& one = state.group(no);
      const std::string name = "group " + std::to_string(no.value) + ", ";
      expect_seen(one.owner == said.owner, name + "whose it is");
      expect_seen(one.version() == said.version, name + "its version");
      expect_seen(one.current().name == said.name, name + "its name");
      expect_seen(one.current().units.numbers == said.units, name + "its units");
      expect_seen(one.end.has_value() == said.is_ended, name + "whether it goes on");
    }
  }

  std::unique_ptr<Tree> tree_;
  std::map<std::uint32_t, city::UnitNo> homes_;  // by person
  std::set<std::uint32_t> to_be_moved_;          // of those who were moved together last
  city::UnitNo moved_to_;
};

}  // namespace

std::unique_ptr<Recount> recount_units(Teller& teller, Complaints& wrong) {
  return std::make_unique<Units>(teller, wrong);
}

}  // namespace lantoa::sim
