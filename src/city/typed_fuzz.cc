// Whatever is typed into a single field or stands in an address: a day, a moment, an amount, a key
// or a way back is read in one way, and what is read writes itself as the same.
// Tries: amount.cc, due.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "city/amount.h"
#include "city/due.h"
#include "city/faults.h"
#include "city/web.h"
#include "kernel/assert.h"
#include "kernel/time.h"

namespace {

using namespace lantoa;

constexpr Date some_day{18'760};

template <class T>
void said(const Result<T>& result) {
  ASSERT(result || (!result.error().text.vi.empty() && !result.error().text.en.empty()));
}

void try_time(std::string_view text) {
  const auto day = parse_date(text);
  said(day);
  if (day) {
    ASSERT(parse_iso_date(iso(*day)).value() == *day);
    ASSERT(parse_vietnamese_date(vietnamese(*day)).value() == *day);
  }
  const auto moment = parse_iso_instant(text);
  said(moment);
  if (!moment) return;
  // The first and the last hours of all years belong in UTC to years that are not written.
  const int year = to_civil(vietnam_date(*moment)).year;
  if (year > 1 && year < 9999) ASSERT(parse_iso_instant(iso(*moment)).value() == *moment);
}

// As a program sends their number.
void try_working_days(std::uint32_t count) {
  const auto sent = city::due_of_body(std::nullopt, count, "han");
  said(sent);
  ASSERT(sent.has_value() == (count >= 1 && count <= city::working_days_max));
  ASSERT(sent ? *sent == city::Due::within(count) : sent.error().field == "working_days");
}

void try_amount(std::string_view text) {
  city::Faults faults;
  const auto amount = city::read_amount(text, "so-nguoi", faults);
  ASSERT(!amount || !faults.any());
  ASSERT(amount || faults.any() == !city::one_line(text).empty());
  city::Visit visit;
  visit.form.fields.emplace("so-nguoi", text);
  ASSERT(city::typed_amount(visit, "so-nguoi", faults) == amount);
  ASSERT(!city::typed_amount(visit, "so-nguoi-khac", faults));
  if (!amount) return;
  ASSERT(*amount <= city::typed_amount_max);
  ASSERT(city::read_amount(std::to_string(*amount), "so-nguoi", faults) == amount);
  try_working_days(static_cast<std::uint32_t>(std::min<std::uint64_t>(*amount, UINT32_MAX)));
}

// What a program sends in one of two members is what a person types into one field.
void try_body(const city::Due& due) {
  const auto sent = city::due_of_body(due.day, due.days_said(), "han");
  said(sent);
  ASSERT(sent.has_value() == static_cast<bool>(due));
  ASSERT(sent ? *sent == due : sent.error().field == "han");
  if (!due) return;
  const auto both =
      city::due_of_body(due.day.value_or(some_day), due.days_said().value_or(1), "han");
  said(both);
  ASSERT(!both && both.error().field == "han");
}

// A deadline is said as it was typed, and so is why it is refused.
void try_words(const city::Due& due) {
  const Date day = due.day.value_or(some_day);
  const Text words = city::due_said(day, due.days_said());
  const Text why{"Hãy chọn ngày khác.", "Choose another day."};
  const Text refused = city::due_refused(due, day, why);
  const Text of_no_day = city::due_refused(due, std::nullopt, why);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    const std::string& here = words.in(language);
    ASSERT(here.starts_with(city::write_due(due, language)) && here.ends_with(vietnamese(day)));
    const std::string before = due.working_days != 0 ? here + ": " : "";
    ASSERT(refused.in(language) == before + why.in(language));
    ASSERT(of_no_day.in(language) == why.in(language));
    // The example beside the field is one that the field takes.
    const std::string example = city::write_due(city::Due::within(15), language);
    ASSERT(city::due_hint().in(language).find(example) != std::string::npos);
  }
}

void try_due(std::string_view text) {
  for (const city::CountedFrom from : {city::CountedFrom::Issue, city::CountedFrom::AnotherDay}) {
    const auto due = city::parse_due(text, from);
    said(due);
    if (!due) continue;
    ASSERT(due->working_days <= city::working_days_max && !(due->day && due->working_days != 0));
    for (const Language language : {Language::Vietnamese, Language::English}) {
      ASSERT(*city::parse_due(city::write_due(*due, language), from) == *due);
    }
    try_body(*due);
    try_words(*due);
  }
}

void try_line(std::string_view text) {
  const std::string line = city::one_line(text);
  ASSERT(city::one_line(line) == line);
  ASSERT(line.find_first_of("\r\n\t") == std::string::npos && line.find("  ") == std::string::npos);
  ASSERT(city::count_characters(line) <= line.size());
}

void try_address(std::string_view text) {
  const std::string back = city::own_path(text);
  ASSERT(back.starts_with('/') && !back.starts_with("//") && city::own_path(back) == back);
  ASSERT(std::none_of(back.begin(), back.end(),
                      [](unsigned char c) { return c <= ' ' || c == '\\'; }));
  if (const auto places = city::match_path("/ke-hoach/{plan}/duyet", text)) {
    const std::string& plan = places->at("plan");
    ASSERT(!plan.empty() && plan.find('/') == std::string::npos);
  }
  ASSERT(!city::is_form_key(text) || text.find_first_of("/\\ \r\n") == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try_time(text);
  try_amount(text);
  try_due(text);
  try_line(text);
  try_address(text);
  return 0;
}
