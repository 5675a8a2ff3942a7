#include "city/reach/filter_query.h"

namespace lantoa::city::reach {
namespace {

constexpr std::string_view key_officials_word = "chu-chot";

Problem not_a(std::string field, const Text& what) {
  return {Code::Invalid,
          {"Địa chỉ có " + what.vi + " không dùng được; hãy chọn lại bộ lọc.",
           "The address has " + what.en + " that is none; choose the filter again."},
          std::move(field),
          {}};
}

Result<Date> read_day(const std::string& text) {
  const bool iso = text.size() > 4 && text[4] == '-';
  return iso ? parse_iso_date(text) : parse_vietnamese_date(text);
}

}  // namespace

Filter AskedFilter::filter(const calendar::State& calendar) const {
  Filter out;
  if (channel) out.channels = ChannelSet::only({*channel});
  out.key_officials = key_officials;
  if (day) out.up_to = calendar.end_of(*day);
  return out;
}

std::string AskedFilter::query() const {
  std::string out;
  const auto add = [&out](std::string_view name, std::string_view value) {
    out += (out.empty() ? "?" : "&") + std::string(name) + "=" + std::string(value);
  };
  if (channel) add("kenh", word(*channel));
  if (key_officials) add("doi-tuong", key_officials_word);
  if (day) add("ngay", iso(*day));
  return out;
}

Result<AskedFilter> read_filter(const Visit& visit, const calendar::State& calendar) {
  AskedFilter asked;
  if (const std::string text = visit.query("kenh"); !text.empty()) {
    asked.channel = channel_of(text);
    if (!asked.channel) return tl::unexpected(not_a("kenh", {"kênh", "a channel"}));
  }
  if (const std::string text = visit.query("doi-tuong"); !text.empty()) {
    if (text != key_officials_word) {
      return tl::unexpected(not_a("doi-tuong", {"đối tượng", "an audience"}));
    }
    asked.key_officials = true;
  }
  if (const std::string text = visit.query("ngay"); !text.empty()) {
    const auto day = read_day(text);
    if (!day) return tl::unexpected(not_a("ngay", {"ngày", "a day"}));
    if (*day < calendar.today()) asked.day = *day;
  }
  return asked;
}

}  // namespace lantoa::city::reach
