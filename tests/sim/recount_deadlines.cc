// Deadlines that were said in working days, wherever that can be: each came to the day that the
// calendar gave when it was said, and no later word on the calendar moved it. Those of tasks stand
// in recount_giving.cc.
#include "city/oversight/facts.h"
#include "city/statistics/facts.h"
#include "sim/recount_tree.h"

namespace lantoa::sim {
namespace {

class Deadlines : public Recount {
 public:
  Deadlines(Teller& teller, Complaints& wrong) : Recount(teller, wrong), workdays_(teller) {
    namespace oversight = city::oversight;
    namespace statistics = city::statistics;
    teller.on<oversight::ExplanationAsked>([this](const auto& asked, const ledger::Fact& fact) {
      check(asked.working_days, day_of(fact), asked.due, fact);
    });
    teller.on<oversight::LetterIssued>([this](const auto& letter, const ledger::Fact& fact) {
      check(letter.working_days, letter.dated, letter.done_by, fact);
    });
    teller.on<statistics::RoundOpened>([this](const auto& opened, const ledger::Fact& fact) {
      check(opened.working_days, day_of(fact), opened.due, fact);
    });
    teller.on<statistics::LateAllowed>([this](const auto& late, const ledger::Fact& fact) {
      check(late.working_days, day_of(fact), late.until, fact);
    });
  }

  void compare(const app::States& seen) override {
    for (Date day = seen.calendar.today(); day < seen.calendar.today() + days_compared;
         day = day + 1) {
      expect_seen(seen.workday.is_working(day) == workdays_.is_worked(day),
                  "whether " + iso(day) + " is worked");
    }
  }

 private:
  static constexpr std::int32_t days_compared = 45;

  void check(std::optional<std::uint32_t> working_days, Date from, Date due,
             const ledger::Fact& fact) {
    const bool is_right = !working_days || workdays_.after(from, *working_days) == due;
    expect(is_right, fact, "its working days come to another day");
  }

  WorkingDays workdays_;
};

}  // namespace

std::unique_ptr<Recount> recount_deadlines(Teller& teller, Complaints& wrong) {
  return std::make_unique<Deadlines>(teller, wrong);
}

}  // namespace lantoa::sim
