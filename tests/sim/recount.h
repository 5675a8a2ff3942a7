// What facts say, told once more from the first to the last without any of the program's folds:
// naive on purpose, so that the program and this are hardly wrong in the same way. Rules that facts
// break by themselves are found as well: who did both halves of what takes two persons, what
// happened out of turn, sums that do not follow from what was handed in.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/house.h"
#include "city/plan/facts.h"

namespace lantoa::sim {

using Facts = std::vector<ledger::Fact>;
using Complaints = std::vector<std::string>;

template <class F>
bool is(const ledger::Fact& fact) {
  return fact.kind == F::kind;
}

// Tells facts in their order; whoever listened first to a kind hears it first. Each is read once,
// however many listen.
class Teller {
 public:
  Teller();
  Teller(const Teller&) = delete;
  Teller& operator=(const Teller&) = delete;

  template <class F, class Listen>  // Listen: void(const F&, const ledger::Fact&)
  void on(Listen listen) {
    auto& of_kind = listeners_[F::kind];
    if (!of_kind) of_kind = std::make_unique<ListenersTo<F>>();
    static_cast<ListenersTo<F>&>(*of_kind).all.push_back(std::move(listen));
  }
  void tell(const Facts& facts) const;

  // The person behind who did it; none: the system.
  city::PersonNo who(const ledger::Fact& fact) const;
  // The unit is `top` or stands below it.
  bool is_below(city::UnitNo unit, city::UnitNo top) const;
  const std::map<city::UnitNo, city::UnitNo>& parents() const { return parents_; }  // of all units

 private:
  struct Listeners {
    virtual ~Listeners() = default;
    virtual void hear(const ledger::Fact& fact) const = 0;
  };
  template <class F>
  struct ListenersTo : Listeners {
    std::vector<std::function<void(const F&, const ledger::Fact&)>> all;
    void hear(const ledger::Fact& fact) const override {
      const auto read = decode<F>(fact.body);
      if (!read) return;
      for (const auto& listen : all) listen(*read, fact);
    }
  };

  std::map<std::string_view, std::unique_ptr<Listeners>> listeners_;
  std::map<std::string, city::PersonNo> people_;  // by account, "account/3"
  std::map<city::UnitNo, city::UnitNo> parents_;  // none: the root's
};

inline Date day_of(const ledger::Fact& fact) { return vietnam_date(fact.at); }

// One slice, told once more.
class Recount {
 public:
  Recount(Teller& teller, Complaints& wrong) : teller_(teller), wrong_(wrong) {}
  virtual ~Recount() = default;
  // What is seen and is not what was told.
  virtual void compare(const app::States& seen) = 0;

 protected:
  void object(const ledger::Fact& fact, const std::string& what) {
    wrong_.push_back("fact " + std::to_string(fact.seq) + ", " + fact.kind + ": " + what);
  }
  void expect(bool holds, const ledger::Fact& fact, const char* otherwise) {
    if (!holds) object(fact, otherwise);
  }
  void complain(std::string what) { wrong_.push_back(std::move(what)); }
  void expect_seen(bool is_same, const std::string& what) {
    if (!is_same) complain(what + " is not what the facts say");
  }
  const Teller& teller() const { return teller_; }

  // Of an element that facts speak of; nullptr, and an objection, where none has begun it.
  template <class Map>
  auto* known(Map& map, typename Map::key_type no, const ledger::Fact& fact) {
    const auto found = map.find(no);
    if (found == map.end()) object(fact, "is about nothing that was before it");
    return found == map.end() ? nullptr : &found->second;
  }

 private:
  Teller& teller_;
  Complaints& wrong_;
};

// Assignments with their deadlines, for whoever asks what is late or what is still to be done.
class Assignments {
 public:
  struct Moved {
    Date on;
    Date until;
    bool is_granted = false;  // because its unit asked; else by an amendment
  };
  struct One {
    city::PlanNo plan;
    city::TaskNo task;
    city::UnitNo unit;
    Date first_due;
    std::vector<Moved> moves = {};  // oldest first
    std::optional<Date> done = {};
    city::AmendmentNo withdrawn = {};  // by which; none: it is not

    bool is_open() const { return !done && !withdrawn; }
    Date due() const { return moves.empty() ? first_due : moves.back().until; }
    Date due_on(Date day) const;
    // What was withdrawn never was late, whatever had been said of it.
    bool was_late_on(Date day) const {
      return !withdrawn && due_on(day) < day && (!done || *done > day);
    }
    // It was given more time than a deadline for all of its task leaves.
    bool has_more_time_than(Date due_of_all) const {
      return !moves.empty() && moves.back().is_granted && moves.back().until > due_of_all;
    }
  };

  explicit Assignments(Teller& teller);
  const One* find(city::AssignmentNo no) const;
  const std::map<city::AssignmentNo, One>& all() const { return all_; }

 private:
  void hear_plans(Teller& teller);
  void hear_moves(Teller& teller);
  city::PlanNo plan_of(city::TaskNo no) const;

  std::map<city::AssignmentNo, One> all_;
  std::map<city::ExtensionNo, city::AssignmentNo> asked_for_;
  std::map<city::TaskNo, city::PlanNo> begun_;  // from this number on tasks are of that plan
};

using MakeRecount = std::unique_ptr<Recount> (*)(Teller&, Complaints&);
std::unique_ptr<Recount> recount_statistics(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_plans(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_oversight(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_activities(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_reach(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_webpages(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_speakers(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_guidance(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_units(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_giving(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_deadlines(Teller& teller, Complaints& wrong);
std::unique_ptr<Recount> recount_returns(Teller& teller, Complaints& wrong);

// The kinds of what happened after the fact of this seq; and of some, how: "plan.assignments_given,
// to a group".
std::set<std::string> kinds_in(const Facts& facts, std::uint64_t after);

// Everything that is wrong in these facts, and in what is seen of them.
Complaints wrong_in(const Facts& facts, const app::States& seen);

}  // namespace lantoa::sim
