// Item: who has to know one version and who does, with counters for every unit. Knows the tree only
// through the path of a unit to the root, so that a property test can give it any tree.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "city/reach/facts.h"
#include "kernel/bitset.h"
#include "kernel/text.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::reach {

struct Count {
  std::uint32_t audience = 0;  // persons who have to know
  std::uint32_t reached = 0;   // of them, those who do
  std::uint32_t by_proxy = 0;  // of those, whom only a clerk's entries say so

  bool operator==(const Count&) const = default;
};

// Channels that count; a new set holds all of them.
class ChannelSet {
 public:
  static ChannelSet only(const std::vector<Channel>& channels) {
    ChannelSet set;
    set.bits_ = 0;
    for (const Channel channel : channels) set.bits_ |= bit(channel);
    return set;
  }
  bool has(Channel channel) const { return (bits_ & bit(channel)) != 0; }
  bool is_all() const { return bits_ == all; }

  bool operator==(const ChannelSet&) const = default;

 private:
  static constexpr std::uint32_t all = (1U << channel_count) - 1;
  static std::uint32_t bit(Channel channel) { return 1U << static_cast<std::uint32_t>(channel); }
  std::uint32_t bits_ = all;
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
  ActivityNo activity;  // none: of none that is recorded
  std::vector<std::uint32_t> persons;
};

class Item {
 public:
  // The units from `unit` up to the root, itself included.
  using Path = std::function<const std::vector<UnitNo>&(UnitNo unit)>;

  Item(const ItemOpened& fact, const ledger::Stamp& stamp, Path path);

  ItemNo no() const { return opened_.item; }
  ArticleNo article() const { return opened_.article; }
  std::uint32_t version() const { return opened_.version; }
  PlanNo plan() const { return opened_.plan; }
  UnitNo scope() const { return opened_.scope; }
  plan::Audience audience() const { return opened_.audience; }
  Instant opened() const { return at_; }
  std::uint64_t opened_seq() const { return seq_; }

  // The three transitions. `home` none: the person has no home (left, or not known yet).
  void set_audience(PersonNo person, UnitNo home, bool in);
  void move_home(PersonNo person, UnitNo from, UnitNo to);
  void record(const ReceiptsRecorded& fact, const ledger::Stamp& stamp,
              const std::function<UnitNo(PersonNo)>& home);
  void correct(const ReceiptCorrected& fact, const ledger::Stamp& stamp, UnitNo home);

  bool must_know(PersonNo person) const { return audience_.test(person.value); }
  bool is_reached(PersonNo person) const { return all_.any.test(person.value); }
  // By the ledger up to the fact of seq `up_to`.
  bool is_corrected(std::uint64_t receipt, PersonNo person, std::uint64_t up_to = UINT64_MAX) const;
  Count count(UnitNo unit) const {
    return unit && unit.index() < counts_.size() ? counts_[unit.index()] : Count{};
  }
  const std::vector<ReceiptFact>& receipts() const { return receipts_; }
  // The receipts fact of this seq; nullptr when it is none of this item's.
  const ReceiptFact* receipt(std::uint64_t seq) const;
  // The newest receipt of this person that was not corrected; nullptr when he has none.
  const ReceiptFact* newest_receipt(PersonNo person) const;
  // The same of many persons in one pass; whoever has none is left out.
  std::map<PersonNo, const ReceiptFact*> newest_receipts(const std::vector<PersonNo>& of) const;
  // This person has a receipt by this channel that was not corrected.
  bool has_receipt(PersonNo person, Channel channel) const {
    return by_channel_[index(channel)].any.test(person.value);
  }

  // Whoever has a receipt; `own`: one that was not entered by a clerk.
  struct Reached {
    Bitset any, own;
  };
  // The sets themselves, to be read together without copying them.
  std::vector<const Reached*> sets_of(ChannelSet channels) const;
  // The same by the receipts up to the fact of seq `up_to` and the corrections up to another.
  Reached reached_by(ChannelSet channels, std::uint64_t up_to,
                     std::uint64_t corrections_up_to) const;

 private:
  static std::size_t index(Channel channel) { return static_cast<std::size_t>(channel); }
  void add(UnitNo home, const Count& what, bool more);
  Count weight(std::uint32_t person) const;
  void look_again(std::uint32_t person, Channel channel);

  ItemOpened opened_;
  std::uint64_t seq_;
  Instant at_;
  Path path_;
  Bitset audience_;
  Reached all_;  // by any channel
  std::array<Reached, channel_count> by_channel_;
  std::vector<Count> counts_;  // by unit's index
  // Receipt and person to the seq of the fact that corrected it.
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint64_t> corrected_;
  std::vector<ReceiptFact> receipts_;  // ascending by seq
};

}  // namespace lantoa::city::reach
