#include "city/content/moment.h"

#include <charconv>
#include <optional>
#include <string>

#include "city/content/decide.h"
#include "city/faults.h"

namespace lantoa::city::content {
namespace {

std::optional<int> number_in(std::string_view text, int below) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= 0 && value < below ? std::optional(value) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Minutes since midnight.
std::optional<int> minute_of_day(std::string_view text) {
  constexpr std::string_view phut = "phút";
  for (const std::string_view sign : {":", "giờ", "g", "h", "H"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const auto hour = number_in(trimmed(text.substr(0, at)), 24);
    std::string_view rest = trimmed(text.substr(at + sign.size()));
    if (rest.ends_with(phut)) rest = trimmed(rest.substr(0, rest.size() - phut.size()));
    const bool whole_hour = rest.empty() && sign != ":";
    const auto minute = whole_hour ? std::optional(0) : number_in(rest, 60);
    if (!hour || !minute) return std::nullopt;
    return *hour * 60 + *minute;
  }
  return std::nullopt;
}

}  // namespace

Result<Instant> read_moment(std::string_view day, std::string_view hour) {
  Faults faults;
  const std::string typed_day = one_line(day);
  const auto date = parse_vietnamese_date(typed_day);
  if (typed_day.empty()) {
    faults.add(fields::day, {"Hãy ghi ngày đăng.", "Write the day of publication."});
  } else if (!date) {
    faults.add(fields::day, date.error().text);
  }
  const auto minute = minute_of_day(one_line(hour));
  if (!minute) {
    faults.add(fields::hour, {"Hãy ghi giờ đăng theo 24 giờ, ví dụ 07:30.",
                              "Write the hour of publication by 24 hours, for example 07:30."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return Instant{start_of_day(*date).ms + *minute * 60'000LL};
}

}  // namespace lantoa::city::content
