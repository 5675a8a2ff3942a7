// Item: who has to know one version and who does, with counters for every unit. Knows the tree only
// through the path of a unit to the root, so that a property test can give it any tree.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "city/reach/facts.h"
#include "kernel/bitset.h"
#include "kernel/text.h"

namespace lantoa::city::reach {

struct Count {
  std::uint32_t audience = 0;  // persons who have to know
  std::uint32_t reached = 0;   // of them, those who do
};

// "71,4 %" (English "71.4 %"); "–" for an empty audience.
std::string percent(const Count& count, Language language);

// One fact's receipts, kept for drill-down.
struct ReceiptFact {
  std::uint64_t seq = 0;
  Instant at;
  Channel channel = Channel::Portal;
  PersonNo by;  // none: the persons themselves
  std::optional<Date> on;
  std::vector<std::uint32_t> persons;
};

class Item {
 public:
  // The units from `unit` up to the root, itself included.
  using Path = std::function<const std::vector<UnitNo>&(UnitNo unit)>;

  Item(const ItemOpened& fact, Instant at, Path path);

  ItemNo no() const { return opened_.item; }
  ArticleNo article() const { return opened_.article; }
  std::uint32_t version() const { return opened_.version; }
  PlanNo plan() const { return opened_.plan; }
  UnitNo scope() const { return opened_.scope; }
  plan::Audience audience() const { return opened_.audience; }
  Instant opened() const { return at_; }

  // The three transitions. `home` none: the person has no home (left, or not known yet).
  void set_audience(PersonNo person, UnitNo home, bool in);
  void move_home(PersonNo person, UnitNo from, UnitNo to);
  void record(const ReceiptsRecorded& fact, std::uint64_t seq, Instant at,
              const std::function<UnitNo(PersonNo)>& home);
  void correct(const ReceiptCorrected& fact, UnitNo home);

  bool must_know(PersonNo person) const { return audience_.test(person.value); }
  bool is_reached(PersonNo person) const { return reached_.test(person.value); }
  bool is_corrected(std::uint64_t seq, PersonNo person) const {
    return corrected_.contains({seq, person.value});
  }
  Count count(UnitNo unit) const;
  const std::vector<ReceiptFact>& receipts() const { return receipts_; }
  // The receipts fact of this seq; nullptr when it is none of this item's.
  const ReceiptFact* receipt(std::uint64_t seq) const;
  // This person has a receipt by this channel that was not corrected.
  bool has_receipt(PersonNo person, Channel channel) const;

 private:
  void add(UnitNo home, std::uint32_t Count::* counter, std::int32_t change);

  ItemOpened opened_;
  Instant at_;
  Path path_;
  Bitset audience_;
  Bitset reached_;
  std::vector<Count> counts_;                       // by unit's index
  std::map<std::uint32_t, std::uint32_t> further_;  // receipts beyond the first, by person
  std::set<std::pair<std::uint64_t, std::uint32_t>> corrected_;
  std::vector<ReceiptFact> receipts_;  // ascending by seq
  Bitset by_channel_[2];
};

}  // namespace lantoa::city::reach
