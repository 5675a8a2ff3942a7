// A form of a statistical report, as data: what each column counts and how columns hang together.
// Forms are the files of forms/*.json; a change of what a column means is a form with a new code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/facts.h"
#include "kernel/result.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace lantoa::city::statistics {

// As the file says it.
struct Words {
  std::string vi, en;

  Text text() const { return {vi, en}; }
};
BOOST_DESCRIBE_STRUCT(Words, (), (vi, en))

// Activities of a kind: how many there are, or one of their measures added up (activity/kinds.h).
struct Source {
  std::string kind;
  std::string measure;  // empty: the activities themselves
};
BOOST_DESCRIBE_STRUCT(Source, (), (kind, measure))

struct Column {
  std::string code;             // "10"; unique within the form
  Words title;                  // "Tài liệu phát hành miễn phí"
  Words unit;                   // "bản"
  std::vector<Source> sources;  // added up; none: only the unit knows
};
BOOST_DESCRIBE_STRUCT(Column, (), (code, title, unit, sources))

// In every report `whole` is the sum of `parts`.
struct Check {
  std::string whole;
  std::vector<std::string> parts;
};
BOOST_DESCRIBE_STRUCT(Check, (), (whole, parts))

struct Form {
  std::string code;  // "chi-tieu-chung": letters a to z, digits, dashes; stands in facts
  Words title;
  Words origin;                          // whose form it is after, and of which year
  std::vector<organisation::Kind> asks;  // kinds of units that fill it
  std::vector<Column> columns;
  std::vector<Check> checks;
  // Its columns count persons by what they are (sex, ethnic group, training): small groups would
  // tell of single persons, so its sums never go out to everybody. Absent: false.
  std::optional<bool> about_people;
  // It is asked for periods whose last day lies from the one to the other; absent: no limit.
  std::optional<Date> valid_from, valid_to;
  std::optional<std::string> replaced_by;  // code of the form that is asked once it has expired

  bool may_be_public() const { return !about_people.value_or(false); }
  bool is_in_force(Date day) const;
};
BOOST_DESCRIBE_STRUCT(Form, (),
                      (code, title, origin, asks, columns, checks, about_people, valid_from,
                       valid_to, replaced_by))

constexpr std::size_t columns_max = 100;

// Invalid with one detail a fault, each naming the column or the check and what to do.
Result<Form> read_form(std::string_view json);

// Those that are part of the program, in the order of their codes.
const std::vector<Form>& forms();
const Form* find_form(std::string_view code);  // nullptr: none of this version's

const Column* find_column(const Form& form, std::string_view code);

// "Dùng cho kỳ có ngày cuối từ 01/01/2020." with the form that replaces it; empty: it has no limit.
Text asked_when(const Form& form);
// Some day of the period lies within the limits, though the last one may not.
bool is_in_force_somewhere(const Form& form, Date from, Date to);

}  // namespace lantoa::city::statistics
