// What a list of speakers is narrowed to: a unit with those below it, a branch of law, words. For
// this folder's pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/field.h"
#include "city/organisation/state.h"
#include "city/speaker/state.h"

namespace lantoa::city::speaker {

constexpr std::size_t query_characters_max = 100;

struct Asked {
  UnitNo top;
  std::string branch;  // code; empty: any
  std::string words;
};
// ?don-vi=, ?linh-vuc=, ?q=; without a unit it is `usual`. NotFound for a unit that there is not.
Result<Asked> asked_of(const organisation::State& organisation, const Visit& visit, UnitNo usual);

bool fits(const Asked& asked, const std::vector<bool>& below, const Speaker& speaker);

// The address of the same list without its page: "/bao-cao-vien?don-vi=3&linh-vuc=dat-dai".
std::string list_address(const std::string& path, const Asked& asked);

// Part {{>filter}}.
struct Filter {
  static constexpr std::string_view tpl = "src/city/speaker/filter.tpl";
  std::string action;
  std::optional<std::string> standing;  // kept: of those who serve or not
  std::string q;
  std::vector<Option> units;
  std::vector<Option> branches;
  bool filtered = false;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (action, standing, q, units, branches, filtered))

// The units: those above `asked.top` as far as `seen` allows, itself, and those right below that
// have anybody, each with how many. `count`: by unit's index, of it alone.
Filter filter_of(const organisation::State& organisation, std::string action, const Asked& asked,
                 UnitNo usual, std::vector<std::uint32_t> count, const std::vector<bool>& seen,
                 Language language);

}  // namespace lantoa::city::speaker
