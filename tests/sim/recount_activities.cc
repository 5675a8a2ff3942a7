// What units did, as it is said now, what the portal did by itself, and what both add up to; and
// the pages that show it.
#include <algorithm>

#include "city/webpage/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace activity = city::activity;
namespace content = city::content;
namespace webpage = city::webpage;

struct SaidActivity {
  city::UnitNo unit;
  activity::Record record;
  std::uint32_t version = 1;
  bool is_annulled = false;
  std::set<city::PhotoNo> photos;  // that are not erased
};

// What the portal counts by itself: a public article, on the day it first went public.
struct SaidArticle {
  city::UnitNo unit;
  std::optional<Date> first_day;
  bool is_public = false;
};

class Activities : public Recount {
 public:
  Activities(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    hear_articles(teller);
    teller.on<activity::ActivityLogged>([this](const auto& logged, const ledger::Fact& fact) {
      expect(logged.record.on <= day_of(fact), fact, "its day is still to come");
      activities_[logged.activity] = {logged.unit, logged.record, 1, false, {}};
    });
    teller.on<activity::ActivityCorrected>([this](const auto& corrected, const ledger::Fact& fact) {
      if (SaidActivity* one = changed(corrected, fact)) one->record = corrected.record;
    });
    teller.on<activity::ActivityAnnulled>([this](const auto& annulled, const ledger::Fact& fact) {
      if (SaidActivity* one = changed(annulled, fact)) one->is_annulled = true;
    });
    teller.on<activity::PhotoAdded>([this](const auto& added, const ledger::Fact& fact) {
      if (SaidActivity* one = known(activities_, added.activity, fact)) {
        expect(!one->is_annulled, fact, "an annulled activity gets a picture");
        expect(blobs_.insert(added.large).second, fact, "its blob is another picture's");
        one->photos.insert(added.photo);
        photos_[added.photo] = added.activity;
      }
    });
    teller.on<activity::PhotoErased>([this](const auto& erased, const ledger::Fact& fact) {
      if (const city::ActivityNo* no = known(photos_, erased.photo, fact)) {
        expect(activities_[*no].photos.erase(erased.photo) == 1, fact, "it was erased before");
      }
    });
  }

  void compare(const app::States& seen) override {
    const activity::State& state = seen.activity;
    expect_seen(state.activities() == activities_.size(), "the number of activities");
    std::map<std::pair<city::UnitNo, std::string>, activity::Total> totals;
    std::map<city::AssignmentNo, std::vector<city::ActivityNo>> of;
    for (const auto& [no, said] : activities_) {
      if (no.value > state.activities()) return;
      const activity::Activity& one = state.activity(no);
      const std::string name = "activity " + std::to_string(no.value) + ", ";
      expect_seen(one.record == said.record, name + "what is said of it");
      expect_seen(one.version == said.version, name + "its version");
      expect_seen(one.annulled == said.is_annulled, name + "whether it is annulled");
      expect_seen(state.photos_kept(one) == said.photos.size(), name + "its pictures");
      if (said.is_annulled) continue;
      auto& total = totals[{said.unit, said.record.kind}];
      ++total.activities;
      for (const auto& [measure, amount] : said.record.amounts) total.amounts[measure] += amount;
      if (said.record.assignment) of[*said.record.assignment].push_back(no);
    }
    for (const auto& [no, said] : articles_) {
      if (!said.first_day) continue;
      const activity::ChannelEntry* one = state.entry(no);
      const std::string name = "the portal's entry of article " + std::to_string(no.value) + ", ";
      expect_seen(one != nullptr && one->record.on == *said.first_day, name + "its day");
      expect_seen(one != nullptr && one->counts() == said.is_public, name + "whether it counts");
      if (!said.is_public) continue;
      auto& total = totals[{said.unit, "cong-tin"}];
      ++total.activities;
      ++total.amounts["tin-bai"];
    }
    compare_totals(seen, totals);
    for (std::uint32_t a = 1; a <= seen.plan.assignments(); ++a) {
      expect_seen(state.of(city::AssignmentNo{a}) == of[city::AssignmentNo{a}],
                  "what was done for assignment " + std::to_string(a));
    }
  }

 private:
  void hear_articles(Teller& teller) {
    teller.on<content::ArticleStarted>([this](const auto& started, const ledger::Fact&) {
      articles_[started.article].unit = started.unit;
    });
    teller.on<content::ArticlePublished>([this](const auto& published, const ledger::Fact& fact) {
      if (SaidArticle* one = known(articles_, published.article, fact)) {
        if (!one->first_day) one->first_day = day_of(fact);
        one->is_public = true;
      }
    });
    teller.on<content::ArticleWithdrawn>([this](const auto& withdrawn, const ledger::Fact& fact) {
      if (SaidArticle* one = known(articles_, withdrawn.article, fact)) one->is_public = false;
    });
  }

  // The activity, still counting, in its next version.
  template <class Change>
  SaidActivity* changed(const Change& change, const ledger::Fact& fact) {
    SaidActivity* one = known(activities_, change.activity, fact);
    if (one == nullptr) return nullptr;
    expect(!one->is_annulled, fact, "it was annulled before");
    expect(change.version == one->version + 1, fact, "a version is left out or repeated");
    one->version = change.version;
    return one;
  }

  void compare_totals(
      const app::States& seen,
      const std::map<std::pair<city::UnitNo, std::string>, activity::Total>& totals) {
    std::map<std::pair<city::UnitNo, std::string>, activity::Total> shown;
    for (std::uint32_t u = 1; u <= seen.organisation.size(); ++u) {
      const city::UnitNo unit{u};
      for (const auto& [kind, of_kind] : seen.activity.of_unit(unit)) {
        if (of_kind.total.activities > 0) shown[{unit, kind}] = of_kind.total;
      }
    }
    expect_seen(shown == totals, "what activities add up to");
  }

  std::map<city::ActivityNo, SaidActivity> activities_;
  std::map<city::ArticleNo, SaidArticle> articles_;
  std::map<city::PhotoNo, city::ActivityNo> photos_;
  std::set<std::string> blobs_;
};

struct SaidPage {
  city::ActivityNo activity;
  std::string url;
  std::size_t looks = 0;
  std::optional<Date> asked;
  bool is_asked_for = false;
  bool is_ended = false;
  bool is_unlinked = false;
};

class Webpages : public Recount {
 public:
  Webpages(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    teller.on<webpage::PageLinked>(
        [this](const auto& linked, const ledger::Fact& fact) { link(linked, fact); });
    teller.on<webpage::PageLooked>([this](const auto& looked, const ledger::Fact& fact) {
      if (SaidPage* one = going_on(looked.page, fact)) {
        ++one->looks;
        one->is_asked_for = false;
      }
    });
    teller.on<webpage::LookAsked>([this](const auto& asked, const ledger::Fact& fact) {
      if (SaidPage* one = going_on(asked.page, fact)) {
        expect(one->asked != asked.on, fact, "it is asked for twice a day");
        expect(one->looks > 0 && !one->is_asked_for, fact, "a look is coming already");
        one->asked = asked.on;
        one->is_asked_for = true;
      }
    });
    teller.on<webpage::PageUnlinked>([this](const auto& unlinked, const ledger::Fact& fact) {
      if (SaidPage* one = going_on(unlinked.page, fact)) one->is_ended = one->is_unlinked = true;
    });
    teller.on<activity::ActivityAnnulled>([this](const auto& annulled, const ledger::Fact&) {
      annulled_.insert(annulled.activity);
      for (auto& [no, one] : pages_) {
        if (one.activity == annulled.activity) one.is_ended = true;
      }
    });
  }

  // At rest nothing that was promised to be looked at waits any more.
  void compare(const app::States& seen) override {
    const webpage::State& state = seen.webpage;
    expect_seen(state.pages() == pages_.size(), "the number of web pages");
    std::set<city::WebPageNo> due;
    std::set<city::WebPageNo> seen_due;
    for (const auto& [no, one] : pages_) {
      const std::string name = "web page " + std::to_string(no.value);
      if (!one.is_ended) due.insert(no);
      const bool waits = !one.is_ended && (one.looks == 0 || one.is_asked_for);
      if (waits) complain(name + " was to be looked at and never is");
      if (no.value > state.pages()) continue;
      const webpage::WebPage& page = state.page(no);
      expect_seen(page.looks.size() == one.looks, name + ", how often it was looked at");
      expect_seen(page.is_ended == one.is_ended, name + ", whether it is ended");
    }
    for (const auto& [day, no] : state.due()) seen_due.insert(no);
    expect_seen(due == seen_due, "which web pages are to be looked at again");
  }

 private:
  void link(const webpage::PageLinked& linked, const ledger::Fact& fact) {
    std::size_t others = 0;
    for (const auto& [no, one] : pages_) {
      if (one.activity != linked.activity || one.is_unlinked) continue;
      ++others;
      expect(one.url != linked.url, fact, "the activity has it already");
    }
    expect(others < 10, fact, "the activity has ten pages");
    expect(!annulled_.contains(linked.activity), fact, "the activity is annulled");
    pages_[linked.page] = {linked.activity, linked.url, 0, {}};
  }

  SaidPage* going_on(city::WebPageNo no, const ledger::Fact& fact) {
    SaidPage* one = known(pages_, no, fact);
    if (one != nullptr) expect(!one->is_ended, fact, "nobody looks at it any more");
    return one;
  }

  std::map<city::WebPageNo, SaidPage> pages_;
  std::set<city::ActivityNo> annulled_;
};

}  // namespace

std::unique_ptr<Recount> recount_activities(Teller& teller, Complaints& wrong) {
  return std::make_unique<Activities>(teller, wrong);
}

std::unique_ptr<Recount> recount_webpages(Teller& teller, Complaints& wrong) {
  return std::make_unique<Webpages>(teller, wrong);
}

}  // namespace lantoa::sim
