// Whatever is typed into a single field or stands in an address: a day, a moment, an amount, a key
// or a way back is read in one way, and what is read writes itself as the same.
// Tries: amount.cc, due.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
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

void try_amount(std::string_view text) {
  city::Faults faults;
  const auto amount = city::read_amount(text, "so-nguoi", faults);
  ASSERT(!amount || !faults.any());
  ASSERT(amount || faults.any() == !city::one_line(text).empty());
  if (!amount) return;
  ASSERT(*amount <= city::typed_amount_max);
  ASSERT(city::read_amount(std::to_string(*amount), "so-nguoi", faults) == amount);
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
