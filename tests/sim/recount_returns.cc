// Mailboxes to which mails came back: from then on none goes there, until the mailbox is another
// one or somebody said that it is right.
#include <algorithm>

#include "city/oversight/returned.h"
#include "sim/recount_tree.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;

constexpr std::size_t returns_in_a_row = 3;  // for the time being, as good as one for good

struct SaidMail {
  struct Attempt {
    std::uint64_t seq = 0;
    city::UnitNo to;
    std::string mailbox;
  };
  city::UnitNo unit;
  bool is_tagged = false;
  std::vector<Attempt> attempts;
  std::vector<oversight::MailReturned> returns;
  std::optional<oversight::End> end;
};

bool is_for_good(const oversight::MailReturned& one) { return one.status.starts_with('5'); }

class Returns : public Recount {
 public:
  Returns(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    hear_mails(teller);
    teller.on<oversight::MailReturned>(
        [this](const auto& returned, const ledger::Fact& fact) { take_back(returned, fact); });
    teller.on<oversight::AddressChecked>([this](const auto& checked, const ledger::Fact& fact) {
      expect(takes_none(checked.unit), fact, "its mailbox takes mails anyway");
      settled_[checked.unit] = fact.seq;
    });
    teller.on<city::organisation::MailboxSet>(
        [this](const auto& set, const ledger::Fact& fact) { settled_[set.unit] = fact.seq; });
    // After those: rules ask for the mailbox as it was before the fact.
    tree_ = std::make_unique<Tree>(teller);
  }

  void compare(const app::States& seen) override {
    for (const auto& [no, one] : tree_->units()) {
      if (!seen.organisation.has(no)) break;
      const auto shown = oversight::returning_mailbox(seen.oversight, seen.organisation, no);
      expect_seen(shown.has_value() == takes_none(no),
                  "whether the mailbox of unit " + std::to_string(no.value) + " takes mails");
    }
    for (const auto& [no, said] : mails_) {
      if (no.value > seen.oversight.reminders()) break;
      const auto& one = seen.oversight.reminder(no);
      const std::string name = "mail " + std::to_string(no.value) + ", ";
      expect_seen(one.attempted.size() == said.attempts.size(), name + "how often it was tried");
      expect_seen(one.returns.size() == said.returns.size(), name + "how often it came back");
    }
  }

 private:
  void hear_mails(Teller& teller) {
    teller.on<oversight::ReminderPromised>([this](const auto& promised, const ledger::Fact& fact) {
      mails_[promised.reminder].unit = promised.unit;
      mails_[promised.reminder].is_tagged = promised.tagged.value_or(false);
      if (!promised.urged_by) return;
      const city::UnitNo to = tree_->answering(promised.unit);
      expect(!tree_->mailbox(to).empty(), fact, "who answers for the unit has no mailbox");
      expect(!takes_none(to), fact, "mails to whom it urges come back");
    });
    teller.on<oversight::ReminderHandedOver>([this](const auto& given, const ledger::Fact& fact) {
      SaidMail* mail = known(mails_, given.reminder, fact);
      if (mail == nullptr) return;
      const city::UnitNo to = given.to.value_or(mail->unit);
      expect(to == tree_->answering(mail->unit), fact, "somebody else answers for the unit");
      expect(!tree_->mailbox(to).empty(), fact, "it goes to no mailbox");
      expect(!takes_none(to), fact, "it goes to a mailbox that takes none");
      if (!was_tried_at(*mail, to)) sent_to_[to].push_back(given.reminder);
      mail->attempts.push_back({fact.seq, to, tree_->mailbox(to)});
    });
    teller.on<oversight::ReminderEnded>([this](const auto& ended, const ledger::Fact& fact) {
      SaidMail* mail = known(mails_, ended.reminder, fact);
      if (mail == nullptr) return;
      const city::UnitNo to = tree_->answering(mail->unit);
      if (ended.end == oversight::End::MailboxReturns) {
        expect(takes_none(to), fact, "the mailbox takes mails");
      } else if (ended.end == oversight::End::NoMailbox) {
        expect(tree_->mailbox(to).empty(), fact, "there is a mailbox");
      }
      mail->end = ended.end;
    });
  }

  // Of one mail and one mailbox once, and once more when there is no hope any longer.
  void take_back(const oversight::MailReturned& returned, const ledger::Fact& fact) {
    SaidMail* mail = known(mails_, returned.reminder, fact);
    if (mail == nullptr) return;
    const bool is_tried = returned.attempt >= 1 && returned.attempt <= mail->attempts.size();
    expect(is_tried, fact, "it comes back from where it never went");
    expect(mail->is_tagged, fact, "anybody could have said so");
    expect(is_for_good(returned) || returned.status.starts_with('4'), fact, "it says no failure");
    if (!is_tried) return;
    const std::string& from = mail->attempts[returned.attempt - 1].mailbox;
    for (const oversight::MailReturned& other : mail->returns) {
      const bool is_same = mail->attempts[other.attempt - 1].mailbox == from;
      const bool is_news = is_for_good(returned) && !is_for_good(other);
      expect(!is_same || is_news, fact, "it came back from there before");
    }
    mail->returns.push_back(returned);
  }

  static bool was_tried_at(const SaidMail& mail, city::UnitNo to, std::uint64_t after = 0) {
    return std::any_of(mail.attempts.begin(), mail.attempts.end(),
                       [&](const auto& one) { return one.to == to && one.seq > after; });
  }

  // What was settled before counts no more. A mail that was taken and did not come back begins the
  // row anew.
  bool takes_none(city::UnitNo unit) const {
    const auto sent = sent_to_.find(unit);
    if (sent == sent_to_.end()) return false;
    const auto settled = settled_.find(unit);
    const std::uint64_t after = settled == settled_.end() ? 0 : settled->second;
    std::size_t in_a_row = 0;
    for (const city::ReminderNo no : sent->second) {
      const SaidMail& mail = mails_.at(no);
      const bool was_taken = mail.end == oversight::End::Sent || !mail.returns.empty();
      if (!was_taken || !was_tried_at(mail, unit, after)) continue;
      bool came_back = false;
      for (const oversight::MailReturned& one : mail.returns) {
        const SaidMail::Attempt& attempt = mail.attempts[one.attempt - 1];
        if (attempt.to != unit || attempt.seq <= after) continue;
        if (is_for_good(one)) return true;
        came_back = true;
      }
      in_a_row = came_back ? in_a_row + 1 : 0;
      if (in_a_row >= returns_in_a_row) return true;
    }
    return false;
  }

  std::unique_ptr<Tree> tree_;
  std::map<city::ReminderNo, SaidMail> mails_;
  std::map<city::UnitNo, std::vector<city::ReminderNo>> sent_to_;  // in the order of the first time
  std::map<city::UnitNo, std::uint64_t> settled_;                  // by which fact, the last
};

}  // namespace

std::unique_ptr<Recount> recount_returns(Teller& teller, Complaints& wrong) {
  return std::make_unique<Returns>(teller, wrong);
}

}  // namespace lantoa::sim
