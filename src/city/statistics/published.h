// The sums of a closed round as everybody may have them: added up as they were when it was closed,
// whatever was handed in since.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "city/statistics/narrative_view.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {

struct PublishedUnit {
  std::string code, name;
  RollUp figures;
};

struct PublishedSums {
  PublishedUnit scope;  // who asked; its sums are those of the fact that closed the round
  // The scope's own report where it is asked for one; then those right below the scope, with all
  // that stands below them, in the order of the ledger. They add up to the scope's sums.
  std::vector<PublishedUnit> units;
};

// Sums that were rolled up, by the fact that closed the round: nothing after it changes them.
class KeptSums {
 public:
  using Sums = std::shared_ptr<const PublishedSums>;
  Sums find(std::uint64_t closing) const;  // nullptr: none yet
  void keep(std::uint64_t closing, Sums sums);

 private:
  mutable std::mutex mutex_;
  std::map<std::uint64_t, Sums> all_;
};

// Copied while the state stands still, so that pages and files are written beside it.
struct Published {
  RoundNo no;
  const Form* form = nullptr;  // of the program, so it outlives the copy
  Date from, to, due;
  std::optional<Date> counted_to;  // figures after it are estimates; none: there are none
  Text title;                      // "6 tháng đầu năm 2021, số ước"
  std::string asker;               // name of who asked
  Closing closing;
  std::vector<Publication> publications;    // not empty
  KeptSums::Sums sums;                      // nullptr: it was taken back
  std::optional<ShownNarrative> narrative;  // that was approved; none: there is none

  bool is_public() const { return !publications.back().taken_back; }
};

// Also of a round that was taken back since. NotFound: it was never published.
Result<Published> published_of(const State& state, const Needs& needs, RoundNo no, KeptSums& kept);

// As everybody gets it (docs/open-data.md): a line for the whole and one a unit, or all of it as
// JSON. Only of what is public. `site`: "http://127.0.0.1:8080".
std::string open_csv(const Published& published);
std::string open_json(const Published& published, const std::string& site);

}  // namespace lantoa::city::statistics
