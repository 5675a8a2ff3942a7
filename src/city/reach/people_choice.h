// PeopleChoice: the part of a form where people are ticked by name: found by a piece of the name,
// page by page. Who was ticked on another page or under another search stays ticked, because the
// search and the pages are buttons of the form itself; so no name stands in an address either.
// Part {{>people}}; the boxes are p<number>.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/app.h"

namespace lantoa::city::reach {

struct PeopleChoice {
  static constexpr std::string_view tpl = "src/city/reach/people_choice.tpl";
  struct Row {
    std::string number;
    std::string name;
    std::string note;   // what the second column says
    bool open = false;  // may be ticked
    bool ticked = false;
  };
  struct Kept {
    std::string number;
  };
  Text caption;
  Text note_title;
  std::string day;                   // it is
  std::string browse;                // address of the search and of other pages
  std::optional<std::string> error;  // of "person"
  bool searchable = false;
  std::string query;
  std::vector<Kept> kept;  // ticked and without a box on this page
  std::uint32_t elsewhere = 0;
  bool has_elsewhere = false;
  bool has_rows = false;
  std::vector<Row> rows;
  std::uint32_t found = 0;
  bool many = false;  // more than one page
  std::string page, pages;
  std::optional<std::string> previous, next;  // page numbers
};
BOOST_DESCRIBE_STRUCT(PeopleChoice::Row, (), (number, name, note, open, ticked))
BOOST_DESCRIBE_STRUCT(PeopleChoice::Kept, (), (number))
BOOST_DESCRIBE_STRUCT(PeopleChoice, (),
                      (caption, note_title, day, browse, error, searchable, query, kept, elsewhere,
                       has_elsewhere, has_rows, rows, found, many, page, pages, previous, next))

struct Candidate {
  PersonNo person;
  std::string note;
  bool open = true;  // may be ticked
};

// Reads the names, so not where the state stands still. Ticks, search and page are those of the
// visitor's form; caption, note_title, day and browse are left to the page.
PeopleChoice choose_people(const App& app, const Visit& visit,
                           const std::vector<Candidate>& candidates);

}  // namespace lantoa::city::reach
