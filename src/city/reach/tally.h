// Tally: one item counted anew, for any channels, a part of its audience, and as the ledger stood
// at any of its facts. Without a filter and at the head it equals the item's counters.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "city/organisation/state.h"
#include "city/reach/item.h"

namespace lantoa::city::reach {

class State;

struct Filter {
  ChannelSet channels;
  bool key_officials = false;          // only these of the audience
  std::optional<std::uint64_t> up_to;  // seq of the last fact that counts; absent: all
  // With up_to: heed corrections made after it as well, so that the figure says what is known today
  // of that day.
  bool corrected_since = false;

  bool is_plain() const { return channels.is_all() && !key_officials && !up_to; }
};

class Tally {
 public:
  Tally(const State& state, const organisation::State& organisation, const Item& item,
        const Filter& filter);

  // Of the unit and everything below it.
  Count count(UnitNo unit) const;

 private:
  std::vector<Count> counts_;  // by unit's index
};

// What a figure of this item at this unit rests on: receipts facts, ascending by seq, each with the
// persons of it that belong there and then.
struct Evidence {
  const ReceiptFact* receipt = nullptr;
  std::vector<PersonNo> persons;
  std::vector<PersonNo> corrected;  // named by it, and not counted any more
};
std::vector<Evidence> evidence(const State& state, const organisation::State& organisation,
                               const Item& item, UnitNo unit, const Filter& filter);

// The same for people who see figures and no persons: a line for each fact, or, where only a part
// of the audience is counted, for each day, because single facts could be joined with those of the
// whole audience and tell who belongs to the part.
enum class LinesBy { Fact, Day };
struct RecordLine {
  Instant at;
  std::uint64_t seq = 0;  // 0: a whole day, which `at` begins
  Channel channel = Channel::Portal;
  bool by_proxy = false;
  std::uint32_t persons = 0;
  std::uint32_t corrected = 0;
  ActivityNo activity;  // that the persons of the fact attended; none: none, or a whole day
};
std::vector<RecordLine> record_lines(const std::vector<Evidence>& evidence, LinesBy by);

}  // namespace lantoa::city::reach
