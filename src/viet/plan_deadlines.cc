#include "viet/plan_deadlines.h"

#include <algorithm>

#include "viet/counted_days.h"
#include "viet/plan_phrases.h"

namespace lantoa::viet {
namespace {

using Kind = Deadline::Kind;

const Phrases& openings() {
  static const Phrases list{
      {"trước", int(Kind::Before)},
      {"trước ngày", int(Kind::Before)},
      {"xong trước", int(Kind::Before)},
      {"xong trước ngày", int(Kind::Before)},
      {"hoàn thành trước", int(Kind::Before)},
      {"hoàn thành trước ngày", int(Kind::Before)},
      {"chậm nhất", int(Kind::By)},
      {"chậm nhất là", int(Kind::By)},
      {"chậm nhất ngày", int(Kind::By)},
      {"chậm nhất là ngày", int(Kind::By)},
      {"chậm nhất đến ngày", int(Kind::By)},
      {"chậm nhất trong ngày", int(Kind::By)},
      {"chậm nhất vào ngày", int(Kind::By)},
      {"muộn nhất", int(Kind::By)},
      {"muộn nhất là", int(Kind::By)},
      {"muộn nhất là ngày", int(Kind::By)},
      {"đến hết ngày", int(Kind::By)},
      {"hết ngày", int(Kind::By)},
      {"đến hết", int(Kind::By)},
      {"đến trước ngày", int(Kind::Before)},
      {"không quá ngày", int(Kind::By)},
      {"không muộn hơn ngày", int(Kind::By)},
      {"hạn cuối", int(Kind::By)},
      {"hạn cuối ngày", int(Kind::By)},
      {"hạn cuối là ngày", int(Kind::By)},
      {"thời hạn đến ngày", int(Kind::By)},
      {"hoàn thành trong ngày", int(Kind::By)},
      {"xong trong ngày", int(Kind::By)},
      {"hoàn thành vào ngày", int(Kind::By)},
      {"hoàn thành", int(Kind::By)},
      {"hoàn thành trong", int(Kind::Within)},
      {"xong trong", int(Kind::Within)},
      {"trong", int(Kind::Within)},
      {"ngay trong", int(Kind::Within)},
      {"thời gian", int(Kind::Within)},
      {"thời gian thực hiện", int(Kind::Within)},
      {"thời gian hoàn thành", int(Kind::Within)},
      {"thời hạn", int(Kind::Within)},
      {"thời hạn hoàn thành", int(Kind::Within)},
  };
  return list;
}

const Phrases& recurrences() {
  static const Phrases list{
      {"hằng ngày", 1},
      {"hàng ngày", 1},
      {"hằng tuần", 1},
      {"hàng tuần", 1},
      {"hằng tháng", 1},
      {"hàng tháng", 1},
      {"hằng quý", 1},
      {"hàng quý", 1},
      {"hằng năm", 1},
      {"hàng năm", 1},
      {"mỗi tuần", 1},
      {"mỗi tháng", 1},
      {"mỗi quý", 1},
      {"mỗi năm", 1},
      {"định kỳ hằng tháng", 1},
      {"định kỳ hàng tháng", 1},
      {"định kỳ hằng quý", 1},
      {"định kỳ hàng quý", 1},
      {"định kỳ 6 tháng", 1},
      {"định kỳ hằng năm", 1},
      {"định kỳ hàng năm", 1},
  };
  return list;
}

// A day or a stretch of time, from its first character.
struct Moment {
  std::size_t end = 0;
  std::optional<Date> first, last;

  explicit operator bool() const { return end != 0; }
};

class Reader {
 public:
  Reader(const SourceText& source, std::size_t limit, std::optional<Date> reference)
      : source_(source), limit_(limit), reference_(reference) {}

  Moment day(std::size_t at) const {
    if (source_.starts(at, "ngay ")) at += 5;
    std::size_t end = at;
    const auto day = number(end, 2);
    if (!day) return {};
    std::optional<int> month;
    std::optional<int> year;
    const char32_t mark = source_.at(end);
    if (mark == U'/' || mark == U'-' || mark == U'.') {
      ++end;
      month = number(end, 2);
      if (month && source_.at(end) == mark) {
        std::size_t after = end + 1;
        year = number(after, 4);
        if (year && *year < 1900) return {};
        if (year) end = after;
      }
    } else if (source_.starts(end, " thang ")) {
      end += 7;
      month = number(end, 2);
      year = year_after(end);
    }
    if (!month || !ends_here(end)) return {};
    return made(end, *day, *month, year);
  }

  // "tháng 6/2021", "quý II năm 2021", "năm 2021", "6 tháng đầu năm 2021".
  Moment stretch(std::size_t at) const {
    std::size_t end = at;
    if (source_.starts(at, "thang ")) {
      end += 6;
      const auto month = number(end, 2);
      if (!month || *month < 1 || *month > 12) return {};
      const auto year = year_after(end);
      return ends_here(end) ? months(end, *month, *month, year) : Moment{};
    }
    if (source_.starts(at, "quy ")) {
      end += 4;
      const int quarter = roman_or_digit(end);
      if (quarter < 1 || quarter > 4) return {};
      const auto year = year_after(end);
      return ends_here(end) ? months(end, quarter * 3 - 2, quarter * 3, year) : Moment{};
    }
    if (source_.starts(at, "6 thang dau nam")) {
      end += 15;
      const auto year = spaced_year(end);
      return months(end, 1, 6, year);
    }
    if (source_.starts(at, "nam ")) {
      end += 4;
      const auto year = number(end, 4);
      if (!year || *year < 1900 || !ends_here(end)) return {};
      return months(end, 1, 12, year);
    }
    return {};
  }

 private:
  std::optional<int> number(std::size_t& at, int digits_max) const {
    int value = 0;
    int digits = 0;
    while (at < limit_ && is_digit(source_.at(at))) {
      if (++digits > digits_max) return std::nullopt;
      value = value * 10 + static_cast<int>(source_.at(at++) - U'0');
    }
    return digits == 0 ? std::nullopt : std::optional(value);
  }

  int roman_or_digit(std::size_t& at) const {
    std::size_t end = at;
    if (const auto digit = number(end, 1)) {
      at = end;
      return *digit;
    }
    static constexpr std::pair<std::string_view, int> numerals[] = {
        {"iii", 3}, {"ii", 2}, {"iv", 4}, {"i", 1}};
    for (const auto& [text, value] : numerals) {
      if (!source_.starts(at, text)) continue;
      at += text.size();
      return value;
    }
    return 0;
  }

  std::optional<int> spaced_year(std::size_t& end) const {
    if (source_.at(end) != U' ') return std::nullopt;
    std::size_t after = end + 1;
    const auto year = number(after, 4);
    if (!year || *year < 1900) return std::nullopt;
    end = after;
    return year;
  }

  // "/2021", "-2021" or " năm 2021"
  std::optional<int> year_after(std::size_t& end) const {
    std::size_t after = end;
    if (source_.at(end) == U'/' || source_.at(end) == U'-') {
      after = end + 1;
    } else if (source_.starts(end, " nam ")) {
      after = end + 5;
    } else {
      return std::nullopt;
    }
    const auto year = number(after, 4);
    if (!year || *year < 1900) return std::nullopt;
    end = after;
    return year;
  }

  bool ends_here(std::size_t end) const {
    const char32_t c = source_.at(end);
    if (is_letter(c) || is_digit(c)) return false;
    const char32_t next = source_.at(end + 1);
    return (c != U'/' && c != U'-') || (!is_letter(next) && !is_digit(next));
  }

  Moment made(std::size_t end, int day, int month, std::optional<int> year) const {
    Moment out{end, {}, {}};
    if (year) {
      const CivilDate civil{*year, month, day};
      if (!is_valid(civil)) return {};
      out.last = to_date(civil);
    } else if (month < 1 || month > 12 || day < 1 || day > 31) {
      return {};
    } else if (reference_) {
      out.last = ahead(day, month);
    }
    out.first = out.last;
    return out;
  }

  // Without a year: the first such day on or after the reference.
  std::optional<Date> ahead(int day, int month) const {
    constexpr int leap_years_apart_max = 8;
    const int year = to_civil(*reference_).year;
    for (int candidate = year; candidate <= year + leap_years_apart_max; ++candidate) {
      const CivilDate civil{candidate, month, day};
      if (is_valid(civil) && to_date(civil) >= *reference_) return to_date(civil);
    }
    return std::nullopt;
  }

  static Date last_day(int year, int month) {
    return to_date(month == 12 ? CivilDate{year + 1, 1, 1} : CivilDate{year, month + 1, 1}) - 1;
  }

  // Without a year: those whose last day is the first on or after the reference.
  Moment months(std::size_t end, int first, int last, std::optional<int> year) const {
    Moment out{end, {}, {}};
    if (!year && reference_) {
      year = to_civil(*reference_).year;
      if (last_day(*year, last) < *reference_) ++*year;
    }
    if (!year) return out;
    out.first = to_date({*year, first, 1});
    out.last = last_day(*year, last);
    return out;
  }

  const SourceText& source_;
  std::size_t limit_;
  std::optional<Date> reference_;
};

Deadline made(const SourceText& source, Kind kind, std::size_t begin, std::size_t end,
              const Moment& moment) {
  Deadline out;
  out.kind = kind;
  out.at = {source.begin_byte(begin), source.end_byte(end) - source.begin_byte(begin)};
  out.text = source.text(begin, end);
  if (kind == Kind::Before && moment.first) {
    out.last_day = *moment.first - 1;
  } else {
    out.last_day = moment.last;
  }
  return out;
}

// "từ ngày 1/6/2021 đến ngày 30/6/2021"
std::optional<Deadline> from_to(const SourceText& source, std::size_t at, std::size_t limit,
                                const Reader& reader) {
  if (!source.starts(at, "tu ")) return std::nullopt;
  const Moment from = reader.day(at + 3);
  const Moment from_stretch = from ? from : reader.stretch(at + 3);
  if (!from_stretch || !source.starts(from_stretch.end, " den ")) return std::nullopt;
  std::size_t to = from_stretch.end + 5;
  if (source.starts(to, "het ")) to += 4;
  Moment until = reader.day(to);
  if (!until) until = reader.stretch(to);
  if (!until || until.end > limit) return std::nullopt;
  return made(source, Kind::Within, at, until.end, until);
}

std::optional<Deadline> recurring(const SourceText& source, std::size_t at, std::size_t limit) {
  const PhraseFound found = recurrences().at(source, at, limit);
  if (!found) return std::nullopt;
  return made(source, Kind::Recurring, at, found.end, {});
}

// "trước ngày 25 hằng tháng": a day of every month is no date.
std::optional<Deadline> recurring_day(const SourceText& source, std::size_t at, std::size_t opening,
                                      std::size_t limit) {
  std::size_t end = skip_space(source, opening, limit);
  if (source.starts(end, "ngay ")) end += 5;
  const std::size_t digits = end;
  while (end < limit && end < digits + 2 && is_digit(source.at(end))) ++end;
  if (end == digits || source.at(end) != U' ') return std::nullopt;
  std::size_t next = end + 1;
  for (const std::string_view word : {"cua ", "cac ", "tung "}) {
    if (source.starts(next, word)) next += word.size();
  }
  const PhraseFound found = recurrences().at(source, next, limit);
  if (!found) return std::nullopt;
  return made(source, Kind::Recurring, at, found.end, {});
}

std::optional<Deadline> written_after(const SourceText& source, std::size_t at, std::size_t limit,
                                      const Reader& reader) {
  const PhraseFound opening = openings().at(source, at, limit);
  if (!opening) return std::nullopt;
  if (auto monthly = recurring_day(source, at, opening.end, limit)) return monthly;
  const auto kind = static_cast<Kind>(opening.value);
  std::size_t next = skip_space(source, opening.end, limit);
  if (source.at(next) == U':') next = skip_space(source, next + 1, limit);
  if (source.starts(next, "trong ")) next += 6;
  if (source.starts(next, "truoc ") || source.starts(next, "cham nhat ")) return std::nullopt;
  if (kind != Kind::Within) {
    if (const Moment day = reader.day(next)) return made(source, kind, at, day.end, day);
  }
  const Moment stretch = reader.stretch(next);
  if (!stretch) {
    if (kind != Kind::Within || source.text(at, opening.end).size() < 8) return std::nullopt;
    // "Thời gian thực hiện: 15/6/2021"
    const Moment day = reader.day(next);
    if (!day) return std::nullopt;
    return made(source, Kind::By, at, day.end, day);
  }
  // "Trong năm 2020, thành phố …" opens what is told, "thực hiện trong năm 2021" ends a duty.
  if (source.starts(next, "nam ") && source.starts(at, "trong") && is_upper(source.at(at))) {
    return std::nullopt;
  }
  return made(source, kind, at, stretch.end, stretch);
}

// "Văn bản ban hành trước ngày 01/7/2016" in a plan of a later year: no time is left to do
// anything.
bool is_over(const Deadline& deadline, std::optional<Date> reference) {
  return deadline.kind == Kind::Before && reference && deadline.last_day &&
         *deadline.last_day < *reference;
}

std::optional<Deadline> opened(const SourceText& source, std::size_t at, std::size_t limit,
                               const Reader& reader, std::optional<Date> reference) {
  auto found = written_after(source, at, limit, reader);
  if (found && is_over(*found, reference)) return std::nullopt;
  return found;
}

Deadline made(const SourceText& source, std::size_t begin, const CountedDaysFound& days) {
  Deadline out = made(source, Kind::Within, begin, days.end, {});
  if (days.said.is_working && days.said.from != CountedDays::From::Elsewhere) {
    out.working_days = days.said.days;
  }
  return out;
}

// Days of the calendar are told only where they count from the issue, so that a person reads that
// a day has to be found for them: "trong 10 ngày qua" is no deadline.
std::optional<Deadline> counted(const SourceText& source, std::size_t at, std::size_t limit) {
  const CountedDaysFound days = counted_days_at(source, at, limit, true);
  if (!days) return std::nullopt;
  if (!days.said.is_working && days.said.from != CountedDays::From::Issue) return std::nullopt;
  return made(source, at, days);
}

}  // namespace

std::vector<Deadline> find_deadlines(const SourceText& source, std::size_t begin, std::size_t end,
                                     std::optional<Date> reference) {
  std::vector<Deadline> out;
  const Reader reader(source, end, reference);
  for (std::size_t i = begin; i < end; ++i) {
    if (!begins_word(source, i)) continue;
    auto found = opened(source, i, end, reader, reference);
    if (!found) found = from_to(source, i, end, reader);
    if (!found) found = recurring(source, i, end);
    if (!found) found = counted(source, i, end);
    if (!found) continue;
    i = std::max(i, source.index_of(found->at.end()) - 1);
    out.push_back(*std::move(found));
  }
  return out;
}

std::optional<Deadline> cell_deadline(const SourceText& source, std::size_t begin, std::size_t end,
                                      std::optional<Date> reference) {
  const auto found = find_deadlines(source, begin, end, reference);
  if (!found.empty()) return found.front();
  const Reader reader(source, end, reference);
  const std::size_t at = skip_space(source, begin, end);
  if (const Moment day = reader.day(at)) return made(source, Kind::By, at, day.end, day);
  if (const Moment stretch = reader.stretch(at)) {
    return made(source, Kind::Within, at, stretch.end, stretch);
  }
  const CountedDaysFound days = counted_days_at(source, at, end, false);
  if (!days) return std::nullopt;
  const bool is_alone = skip_space(source, days.end, end) >= end || source.at(days.end) == U'.';
  if (!days.said.is_working && !is_alone) return std::nullopt;
  return made(source, at, days);
}

}  // namespace lantoa::viet
