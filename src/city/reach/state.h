// Items and the homes of persons, folded; with figures.h and what that includes all that other
// slices may ask about reach.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "city/identity/facts.h"
#include "city/organisation/state.h"
#include "city/reach/acts.h"
#include "city/reach/figures.h"
#include "city/reach/item.h"

namespace lantoa::city::reach {

Text title(Channel channel);
// The word of a channel in addresses and tables: "cong", "hop".
std::string_view word(Channel channel);
std::optional<Channel> channel_of(std::string_view word);
constexpr std::string_view key_officials_word =
    "chu-chot";  // the same, of that part of an audience

class State {
 public:
  // `organisation` is folded before this state and asked for paths only.
  explicit State(const organisation::State& organisation) : organisation_(organisation) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void fold(const identity::PersonRegistered& fact, const ledger::Stamp& stamp);
  void fold(const identity::PersonsRegistered& fact, const ledger::Stamp& stamp);
  void fold(const identity::PersonMoved& fact, const ledger::Stamp& stamp);
  void fold(const identity::PersonLeft& fact, const ledger::Stamp& stamp);
  void fold(const ItemOpened& fact, const ledger::Stamp& stamp);
  void fold(const ReceiptsRecorded& fact, const ledger::Stamp& stamp);
  void fold(const ReceiptCorrected& fact, const ledger::Stamp& stamp);

  std::uint32_t items() const { return static_cast<std::uint32_t>(items_.size()); }
  bool has(ItemNo no) const { return no && no.index() < items_.size(); }
  const Item& item(ItemNo no) const;           // needs has(no)
  Result<const Item*> find(ItemNo no) const;   // NotFound otherwise
  const Acts& acts(ItemNo no) const;           // needs has(no)
  ItemNo of_article(ArticleNo article) const;  // the newest one; none when it has none
  UnitNo home(PersonNo person) const;          // none when unknown or left

  bool is_key_official(PersonNo person) const { return key_officials_.test(person.value); }
  const Bitset& key_officials() const { return key_officials_; }

  // Persons who joined at one unit, by number from `first` to before `end`. Whoever moved or left
  // later stands apart, so that counting a block is counting bits.
  struct Block {
    std::uint32_t first = 0, end = 0;
    UnitNo unit;
  };
  const std::vector<Block>& blocks() const { return blocks_; }
  const Bitset& rehomed() const { return rehomed_ever_; }
  // Of those who ever moved or left, where each was counted at the fact of seq `up_to`; none: not
  // registered yet, or left.
  std::vector<std::pair<PersonNo, UnitNo>> homes_of_rehomed(std::uint64_t up_to) const;
  std::uint32_t registered(std::uint64_t up_to) const;  // persons up to that fact
  // By person's index, of all who were registered up to the fact of seq `up_to`: where each was
  // counted then.
  std::vector<UnitNo> homes(std::uint64_t up_to) const;

  // Receipts of those who were named as attending this activity, in the order of the ledger.
  struct Named {
    ItemNo item;
    std::uint64_t receipt = 0;  // seq of the fact
  };
  const std::vector<Named>& named_by(ActivityNo activity) const;
  // Those named, for any item, and not corrected since; ascending.
  std::set<PersonNo> attendants(ActivityNo activity) const;

  // Active persons of exactly this unit who have to know and do not, ascending.
  std::vector<PersonNo> unreached(const Item& item, UnitNo unit) const;

 private:
  // A range of persons joined by one fact.
  struct Joined {
    std::uint64_t seq = 0;
    std::uint32_t persons = 0;  // registered in all from then on
  };
  // A person moved or left.
  struct Rehomed {
    std::uint64_t seq = 0;
    PersonNo person;
    UnitNo before;
  };
  // Where the person was counted when the fact of this seq was folded.
  UnitNo home_at(PersonNo person, std::uint64_t seq) const;
  void join(PersonNo person, UnitNo unit, bool key_official);
  bool belongs(const Item& item, PersonNo person, UnitNo home) const;
  void leave_block(PersonNo person, UnitNo before, std::uint64_t seq);
  const std::vector<UnitNo>& path(UnitNo unit);
  std::vector<PersonNo>& members(UnitNo unit);

  const organisation::State& organisation_;
  std::vector<UnitNo> homes_;  // by person's index; none: left
  Bitset key_officials_;
  std::vector<Block> blocks_;                   // ascending
  std::vector<std::vector<PersonNo>> members_;  // by unit's index
  std::vector<std::vector<UnitNo>> paths_;      // by unit's index; filled when asked
  std::vector<std::unique_ptr<Item>> items_;
  std::vector<Acts> acts_;        // by item's index
  std::vector<Joined> joined_;    // ascending by seq
  std::vector<Rehomed> rehomed_;  // ascending by seq
  Bitset rehomed_ever_;
  std::map<ActivityNo, std::vector<Named>> named_by_;
};

}  // namespace lantoa::city::reach
