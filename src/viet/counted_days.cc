#include "viet/counted_days.h"

#include "viet/plan_phrases.h"
#include "viet/source_text.h"

namespace lantoa::viet {
namespace {

using From = CountedDays::From;

const Phrases& words_before_days() {
  static const Phrases list{
      {"trong", 1},
      {"ngay trong", 1},
      {"trong vòng", 1},
      {"trong thời hạn", 1},
      {"trong thời gian", 1},
      {"hoàn thành trong", 1},
      {"hoàn thành trong vòng", 1},
      {"hoàn thành trong thời hạn", 1},
      {"xong trong", 1},
      {"xong trong vòng", 1},
      {"thời hạn", 1},
      {"thời hạn thực hiện", 1},
      {"thời hạn hoàn thành", 1},
      {"thời gian", 1},
      {"thời gian thực hiện", 1},
      {"thời gian hoàn thành", 1},
      {"chậm nhất", 1},
      {"chậm nhất là", 1},
      {"chậm nhất trong", 1},
      {"chậm nhất trong vòng", 1},
      {"chậm nhất sau", 1},
      {"muộn nhất", 1},
      {"muộn nhất là", 1},
      {"không quá", 1},
      {"tối đa", 1},
      {"within", 1},
  };
  return list;
}

// Between those and the number: "thời hạn: không quá 10 ngày".
const Phrases& words_of_measure() {
  static const Phrases list{{"không quá", 1},  {"tối đa", 1},         {"trong", 1},
                            {"trong vòng", 1}, {"trong thời hạn", 1}, {"là", 1}};
  return list;
}

const Phrases& kinds_of_days() {
  static const Phrases list{
      {"ngày làm việc", 1}, {"ngay lam viec", 1}, {"working days", 1}, {"working day", 1},
      {"ngày", 0},          {"days", 0},          {"day", 0}};
  return list;
}

const Phrases& beginnings() {
  static const Phrases list{
      {"kể từ", 1},       {"kể từ ngày", 1}, {"kể từ khi", 1}, {"tính từ", 1},  {"tính từ ngày", 1},
      {"tính từ khi", 1}, {"từ ngày", 1},    {"từ khi", 1},    {"sau ngày", 1}, {"sau khi", 1},
      {"after", 1},       {"from", 1},       {"of", 1}};
  return list;
}

const Phrases& issues() {
  static const Phrases list{
      {"ban hành", 1},
      {"được ban hành", 1},
      {"ký", 1},
      {"ký ban hành", 1},
      {"ban hành kế hoạch", 1},
      {"ban hành kế hoạch này", 1},
      {"ký ban hành kế hoạch", 1},
      {"ký ban hành kế hoạch này", 1},
      {"kế hoạch được ban hành", 1},
      {"kế hoạch này được ban hành", 1},
      {"kế hoạch ban hành", 1},
      {"kế hoạch này ban hành", 1},
      {"văn bản này được ban hành", 1},
      {"issue", 1},
      {"the day of issue", 1},
      {"the date of issue", 1},
  };
  return list;
}

std::size_t skip_blank(const SourceText& source, std::size_t at, std::size_t limit) {
  while (at < limit && source.at(at) == U' ') ++at;
  return at;
}

// "kể từ ngày ký hợp đồng" is another day than that of signing alone.
bool is_followed_by_word(const SourceText& source, std::size_t at, std::size_t limit) {
  at = skip_blank(source, at, limit);
  return at < limit && (is_letter(source.at(at)) || is_digit(source.at(at)));
}

// " (mười lăm)" after the figures.
std::size_t skip_spelled(const SourceText& source, std::size_t at, std::size_t limit) {
  constexpr std::size_t spelled_characters_max = 30;
  std::size_t open = skip_blank(source, at, limit);
  if (open >= limit || source.at(open) != U'(') return at;
  for (std::size_t i = open + 1; i < limit && i < open + spelled_characters_max; ++i) {
    if (source.at(i) == U')') return i + 1;
    if (!is_letter(source.at(i)) && source.at(i) != U' ') break;
  }
  return at;
}

std::size_t skip_opening(const SourceText& source, std::size_t at, std::size_t limit) {
  const PhraseFound opening = words_before_days().at(source, at, limit);
  if (!opening) return at;
  std::size_t next = skip_blank(source, opening.end, limit);
  if (next < limit && source.at(next) == U':') next = skip_blank(source, next + 1, limit);
  if (const PhraseFound measure = words_of_measure().at(source, next, limit)) {
    next = skip_blank(source, measure.end, limit);
  }
  return next;
}

// From when the days count, as far as it is said behind them.
void read_beginning(const SourceText& source, std::size_t limit, CountedDaysFound& found) {
  std::size_t at = skip_blank(source, found.end, limit);
  if (at < limit && source.at(at) == U',') at = skip_blank(source, at + 1, limit);
  const PhraseFound beginning = beginnings().at(source, at, limit);
  if (!beginning) return;
  found.said.from = From::Elsewhere;
  const std::size_t what = skip_blank(source, beginning.end, limit);
  const PhraseFound issue = issues().at(source, what, limit);
  const bool is_issue = issue && !is_followed_by_word(source, issue.end, limit);
  if (is_issue) found.said.from = From::Issue;
  found.end = is_issue ? issue.end : beginning.end;
}

}  // namespace

CountedDaysFound counted_days_at(const SourceText& source, std::size_t at, std::size_t limit,
                                 bool opened) {
  constexpr int digits_max = 6;
  std::size_t next = skip_opening(source, at, limit);
  if (opened && next == at) return {};
  CountedDaysFound found;
  int digits = 0;
  for (; next < limit && is_digit(source.at(next)); ++next) {
    if (++digits > digits_max) return {};
    found.said.days = found.said.days * 10 + static_cast<std::uint32_t>(source.at(next) - U'0');
  }
  if (found.said.days == 0) return {};
  next = skip_blank(source, skip_spelled(source, next, limit), limit);
  const PhraseFound kind = kinds_of_days().at(source, next, limit);
  if (!kind) return {};
  found.said.is_working = kind.value == 1;
  found.end = kind.end;
  read_beginning(source, limit, found);
  return found;
}

std::optional<CountedDays> read_counted_days(std::string_view text) {
  const SourceText source(text);
  const CountedDaysFound found =
      counted_days_at(source, skip_space(source, 0, source.size()), source.size(), false);
  if (!found) return std::nullopt;
  // What they count from may be told at any length.
  if (found.said.from == From::Elsewhere) return found.said;
  for (std::size_t i = found.end; i < source.size(); ++i) {
    const char32_t c = source.at(i);
    if (c != U' ' && c != U'\n' && c != U'.' && c != U';') return std::nullopt;
  }
  return found.said;
}

}  // namespace lantoa::viet
