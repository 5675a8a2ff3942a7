// UnitChoice: the part of a form where units are ticked: found by a piece of the name, page by
// page. What was ticked on another page or under another search stays ticked, in one hidden field
// that holds their numbers as a set: a form has no room for thousands of boxes. For this folder
// only. Part {{>choice}}; the boxes are u<number>.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/app.h"
#include "city/organisation/state.h"

namespace lantoa::city::organisation {

struct UnitChoice {
  static constexpr std::string_view tpl = "src/city/organisation/unit_choice.tpl";
  struct Row {
    std::string number;
    std::string name;
    std::string code;
    Text kind;
    std::optional<std::string> above;  // the unit right above it
    bool closed = false;
    bool ticked = false;
  };
  std::string browse;                // address of the search and of other pages
  std::optional<std::string> error;  // of fields::units
  std::string query;
  bool chosen_only = false;  // the search is among those that are ticked
  std::string kept;          // ticked and without a box on this page, "12-40,55"
  std::uint32_t chosen = 0;  // in all
  std::uint32_t elsewhere = 0;
  bool has_elsewhere = false;
  bool has_rows = false;
  std::vector<Row> rows;
  std::uint32_t found = 0;
  bool some_unticked = false;  // of those that were found
  bool many = false;           // more than one page
  std::string page, pages;
  std::optional<std::string> previous, next;  // page numbers
};
BOOST_DESCRIBE_STRUCT(UnitChoice::Row, (), (number, name, code, kind, above, closed, ticked))
BOOST_DESCRIBE_STRUCT(UnitChoice, (),
                      (browse, error, query, chosen_only, kept, chosen, elsewhere, has_elsewhere,
                       has_rows, rows, found, some_unticked, many, page, pages, previous, next))

// What the form that was sent has ticked, ascending. Invalid at fields::units when it cannot be
// read.
Result<std::vector<UnitNo>> chosen_units(const Visit& visit);
// Among the open units of `owner`. Search and page are those of the visitor's form; `browse` is
// left to the page. Where the state stands still.
UnitChoice choose_units(const State& state, const Visit& visit, UnitNo owner,
                        const std::vector<UnitNo>& chosen);

}  // namespace lantoa::city::organisation
