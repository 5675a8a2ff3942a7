#include "city/reach/lens.h"

namespace lantoa::city::reach {
namespace {

tl::unexpected<Problem> unknown(std::string_view field, const std::string& typed) {
  return problem(Code::Invalid,
                 {"Không hiểu bộ lọc “" + typed + "”. Hãy chọn lại trong danh sách.",
                  "The filter “" + typed + "” means nothing here. Choose from the list."},
                 std::string(field));
}

Result<std::optional<Channel>> read_channel(const Visit& visit) {
  const std::string typed = visit.query("kenh");
  if (typed.empty()) return std::nullopt;
  if (const auto channel = channel_of(typed)) return channel;
  return unknown("kenh", typed);
}

Result<void> read_day(const Visit& visit, const calendar::State& calendar, Lens& lens) {
  const std::string typed = visit.query(day_field);
  if (typed.empty()) return {};
  const auto day = parse_date(typed);
  if (!day) {
    return problem(Code::Invalid,
                   {"“" + typed + "” không phải là một ngày; viết như 30/06/2021.",
                    "“" + typed + "” is no date; write it like 30/06/2021."},
                   std::string(day_field));
  }
  if (const auto end = calendar.end_of(*day)) {
    lens.day = *day;
    lens.up_to = *end;
  }
  return {};
}

}  // namespace

std::string_view word(organisation::Kind kind) {
  using enum organisation::Kind;
  switch (kind) {
    case City:
      return "thanh-pho";
    case Council:
      return "hoi-dong";
    case Department:
      return "so-nganh";
    case UrbanDistrict:
      return "quan";
    case RuralDistrict:
      return "huyen";
    case Town:
      return "thi-xa";
    case Ward:
      return "phuong";
    case Commune:
      return "xa";
    case Township:
      return "thi-tran";
  }
  return {};
}

std::optional<organisation::Kind> kind_of(std::string_view typed) {
  std::optional<organisation::Kind> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<organisation::Kind>>(
      [&](auto kind) {
        if (word(kind.value) == typed) found = kind.value;
      });
  return found;
}

Filter Lens::filter() const {
  Filter filter;
  if (channel) filter.channels = ChannelSet::only({*channel});
  filter.key_officials = key_officials;
  if (day) filter.up_to = up_to;
  return filter;
}

std::string Lens::query() const {
  std::string out;
  const auto add = [&out](std::string_view name, std::string_view value) {
    out += out.empty() ? '?' : '&';
    out += std::string(name) + '=' + std::string(value);
  };
  if (channel) add("kenh", word(*channel));
  if (key_officials) add("doi-tuong", key_officials_word);
  if (kind) add("loai", word(*kind));
  if (day) add(day_field, iso(*day));
  return out;
}

std::string Lens::words(Language language) const {
  std::string out;
  const auto add = [&](const Text& what) { out += (out.empty() ? "" : ", ") + what.in(language); };
  if (channel) add(title(*channel));
  if (key_officials) add({"cán bộ chủ chốt", "key officials"});
  if (day) {
    const std::string written = vietnamese(*day);
    add({"tới hết ngày " + written, "as at the end of " + written});
  }
  return out;
}

Result<Lens> read_lens(const Visit& visit, const calendar::State& calendar) {
  Lens lens;
  TRY_ASSIGN(lens.channel, read_channel(visit));
  const std::string audience = visit.query("doi-tuong");
  lens.key_officials = audience == key_officials_word;
  if (!audience.empty() && !lens.key_officials) return unknown("doi-tuong", audience);
  const std::string kind = visit.query("loai");
  lens.kind = kind_of(kind);
  if (!kind.empty() && !lens.kind) return unknown("loai", kind);
  if (visit.failure == nullptr) TRY(read_day(visit, calendar, lens));
  return lens;
}

}  // namespace lantoa::city::reach
