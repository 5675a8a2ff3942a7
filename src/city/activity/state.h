// Activities as they are said to have been now, what channels did by themselves, and what both add
// up to.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "city/activity/facts.h"
#include "city/changes.h"
#include "city/content/facts.h"
#include "kernel/result.h"
#include "kernel/text.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::activity {

// What was said before a correction or an annulment, and why it is said no longer.
struct Change {
  Record before;
  std::string reason;
  Instant at;
  bool is_annulment = false;
};

struct PhotoErasure {
  std::string reason;
  Instant at;
};

struct Photo {
  PhotoNo no;
  ActivityNo activity;
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::optional<PhotoErasure> erased;
};

struct Activity {
  ActivityNo no;
  UnitNo unit;
  Record record;
  std::uint32_t version = 1;
  Instant logged;  // when it was first recorded
  bool annulled = false;
  std::vector<Change> changes;  // in the order of the ledger
  std::vector<PhotoNo> photos;  // ascending, with those that are erased
};

// Why an article that the portal had counted counts no longer.
struct TakenOff {
  content::Reason reason = content::Reason::Other;
  std::string text;  // as readers find it in the article's place
  Instant at;
};

// What the portal did by itself: an article of a unit went public. No fact of its own but a fold of
// what content wrote; nobody records, corrects or annuls it.
struct ChannelEntry {
  std::uint32_t number = 0;  // from 1, in the order in which articles first went public
  ArticleNo article;
  UnitNo unit;
  PlanNo plan;          // that the article serves; none: none
  Record record;        // of portal_kind, on the day it first went public, with its present title
  std::string subject;  // the title as subjects are compared
  Instant published;    // first
  std::optional<TakenOff> taken_off;

  bool counts() const { return !taken_off; }
};

// Of one kind.
struct Total {
  std::uint32_t activities = 0;
  std::map<std::string, std::uint64_t, std::less<>> amounts;  // by measure, none 0

  void add(const Total& other);
  void add(const Record& record);
  void take(const Record& record);  // needs one that was added
  bool operator==(const Total&) const = default;
};

// What counts of one kind: added up, the same by month, and by day, then number.
struct OfKind {
  Total total;
  std::map<std::int32_t, Total> by_month;        // by year times 12 plus month, none empty
  std::set<std::pair<Date, ActivityNo>> by_day;  // the newest stands last
  std::set<std::pair<Date, ArticleNo>> entries;  // the same of a channel's kind

  bool operator==(const OfKind&) const = default;
};
using OfUnit = std::map<std::string, OfKind, std::less<>>;  // by kind, none empty

// Wherever one is led to, also from other slices: "/hoat-dong/12".
std::string address_of(ActivityNo activity);
std::string entry_address(ArticleNo article);  // where its proof is read: "/bai/3"
// Its subject, else its kind.
std::string heading_of(const Record& record, Language language);
// Whether there are activities of this kind and, unless it is empty, whether they have this
// measure.
bool is_counted(std::string_view kind, std::string_view measure);
// Whether nobody records what is of this kind, because a channel does it by itself.
bool is_of_channel(std::string_view kind);
// Whether people attend what is of this kind, so that those who were there can be named.
bool is_attended(std::string_view kind);
// How many attended; none: not recorded.
std::optional<std::uint32_t> attendances_of(const Record& record);

class State {
 public:
  void fold(const ActivityLogged& fact, const ledger::Stamp& stamp);
  void fold(const ActivityCorrected& fact, const ledger::Stamp& stamp);
  void fold(const ActivityAnnulled& fact, const ledger::Stamp& stamp);
  void fold(const PhotoAdded& fact, const ledger::Stamp& stamp);
  void fold(const PhotoErased& fact, const ledger::Stamp& stamp);
  void fold(const content::ArticleStarted& fact);
  void fold(const content::VersionDrafted& fact);
  void fold(const content::ArticlePublished& fact, const ledger::Stamp& stamp);
  void fold(const content::ArticleWithdrawn& fact, const ledger::Stamp& stamp);

  std::uint32_t activities() const { return static_cast<std::uint32_t>(activities_.size()); }
  // When something was said of each last: logged, corrected, annulled, a picture added or erased.
  const Changes<ActivityNo>& changes() const { return changes_; }
  const Activity& activity(ActivityNo no) const;      // needs one that was logged
  Result<const Activity*> find(ActivityNo no) const;  // NotFound otherwise
  std::uint32_t photos() const { return static_cast<std::uint32_t>(photos_.size()); }
  const Photo& photo(PhotoNo no) const;         // needs one that was added
  Result<const Photo*> find(PhotoNo no) const;  // NotFound otherwise, and when it is erased
  bool is_used(std::string_view blob) const;    // by a picture, also by one that is erased
  std::size_t photos_kept(const Activity& activity) const;  // those that are not erased
  const OfUnit& of_unit(UnitNo unit) const;                 // of it alone, without those below
  // Of the unit alone, of one kind, from day to day inclusive: whole months are known already.
  Total total(UnitNo unit, std::string_view kind, Date from, Date to) const;
  const std::vector<ActivityNo>& of(AssignmentNo no) const;  // that count, ascending
  // Others of the unit that count with the same day, kind and amounts and no other subject, unless
  // it was said of one of the two that it is another one; ascending.
  std::vector<ActivityNo> twins(UnitNo unit, const Record& record, ActivityNo except) const;

  // Of channels, also those that count no longer, by number: entry n at n - 1.
  const std::vector<ChannelEntry>& entries() const { return entries_; }
  // When each entry last became another, by its article.
  const Changes<ArticleNo>& entry_changes() const { return entry_changes_; }
  const ChannelEntry* entry(ArticleNo article) const;  // nullptr: it never was public
  // Of the unit alone, also those that count no longer; the newest stands last.
  const std::set<std::pair<Date, ArticleNo>>& entries_of(UnitNo unit) const;
  // The same of a plan in the name of this very unit, in the order of the ledger.
  const std::vector<ArticleNo>& entries_of(PlanNo plan, UnitNo unit) const;
  // What the portal counted by itself already and may be what this record of the unit says, unless
  // it was said of the record that it is another one.
  std::vector<ArticleNo> portal_twins(UnitNo unit, const Record& record) const;
  // The other way round: what was recorded by hand beside this entry, while it counts.
  std::vector<ActivityNo> hand_twins(const ChannelEntry& entry) const;

 private:
  void count(const Activity& activity);
  void uncount(const Activity& activity);
  OfKind& add_up(UnitNo unit, const Record& record);
  void take_out(UnitNo unit, const Record& record);
  void count(const ChannelEntry& entry);

  // An article, public or not, as far as an entry is made of it.
  struct Article {
    struct Draft {
      std::string title;
      std::vector<DocumentNo> cites;
    };
    UnitNo unit;
    PlanNo plan;
    std::map<std::uint32_t, Draft> drafts;  // by version; none older than the published one
    std::uint32_t entry = 0;                // its number; 0: never was public
  };
  Article& article(ArticleNo no);

  std::vector<Activity> activities_;
  Changes<ActivityNo> changes_;
  std::vector<Photo> photos_;
  std::set<std::string, std::less<>> blobs_;  // large ones of all of them
  std::vector<OfUnit> of_unit_;               // by unit's index
  std::map<AssignmentNo, std::vector<ActivityNo>> of_assignment_;
  std::vector<Article> articles_;  // by article's index
  std::vector<ChannelEntry> entries_;
  Changes<ArticleNo> entry_changes_;
  std::vector<std::set<std::pair<Date, ArticleNo>>> entries_of_unit_;  // by unit's index
  std::map<std::pair<PlanNo, UnitNo>, std::vector<ArticleNo>> entries_of_plan_;
};

}  // namespace lantoa::city::activity
