#include "viet/plan_blocks.h"

#include <algorithm>

#include "viet/article_lines.h"
#include "viet/plan_phrases.h"
#include "viet/plan_text.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t wrapped_bytes_min = 60;       // a shorter line was not broken by width
constexpr std::size_t heading_characters_max = 90;  // of a section's title

const Phrases& titles() {
  static const Phrases list{
      {"mục đích", int(Section::Purpose)},
      {"yêu cầu", int(Section::Purpose)},
      {"nội dung", int(Section::Content)},
      {"các nội dung", int(Section::Content)},
      {"nhiệm vụ", int(Section::Content)},
      {"nhiệm vụ, giải pháp", int(Section::Content)},
      {"hình thức", int(Section::Forms)},
      {"các hình thức", int(Section::Forms)},
      {"đối tượng", int(Section::Audience)},
      {"tổ chức thực hiện", int(Section::Organisation)},
      {"phân công", int(Section::Organisation)},
      {"trách nhiệm thực hiện", int(Section::Organisation)},
      {"trách nhiệm của", int(Section::Organisation)},
      {"nhiệm vụ của các", int(Section::Organisation)},
      {"phân công nhiệm vụ", int(Section::Organisation)},
      {"phân công trách nhiệm", int(Section::Organisation)},
      {"tổ chức triển khai", int(Section::Organisation)},
      {"chế độ báo cáo", int(Section::Report)},
      {"chế độ thông tin, báo cáo", int(Section::Report)},
      {"thông tin, báo cáo", int(Section::Report)},
      {"báo cáo kết quả", int(Section::Report)},
      {"kinh phí", int(Section::Money)},
      {"thời gian", int(Section::Content)},
      {"thời gian thực hiện", int(Section::Content)},
      {"thời gian, địa điểm", int(Section::Content)},
  };
  return list;
}

bool is_dash(char32_t c) {
  return c == U'-' || c == U'+' || c == U'\u2022' || c == U'\u00B7' || c == U'\u25AA' ||
         c == U'\u25CF' || c == U'\u25CB' || c == U'\u25A0' || c == U'\uF0B7';
}

struct Opening {
  Mark mark = Mark::None;
  std::size_t text = 0;
};

Opening roman(const SourceText& source, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && at < begin + 5 &&
         (source.at(at) == U'I' || source.at(at) == U'V' || source.at(at) == U'X')) {
    ++at;
  }
  if (at == begin) return {Mark::None, begin};
  const char32_t close = source.at(at);
  if (close != U'.' && close != U')' && close != U'/' && close != U'-' && close != U':') {
    return {Mark::None, begin};
  }
  return {Mark::Roman, skip_space(source, at + 1, end)};
}

Opening numbered(const SourceText& source, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  int parts = 0;
  while (at < end && is_digit(source.at(at))) {
    std::size_t digits = at;
    while (digits < end && is_digit(source.at(digits))) ++digits;
    if (digits - at > 2) return {Mark::None, begin};
    ++parts;
    at = digits;
    if (source.at(at) != U'.') break;
    ++at;
  }
  if (parts == 0) return {Mark::None, begin};
  const bool closed = at > begin && (source.at(at - 1) == U'.' || source.at(at) == U')');
  if (source.at(at) == U')') ++at;
  const bool spaced = source.at(at) == U' ';
  if (parts == 1 && !closed && source.at(at) == U'-' && source.at(at + 1) == U' ') {
    return {Mark::Number, skip_space(source, at + 1, end)};  // "1- Giao …"
  }
  // "1.1 Mục đích" has no closing point; "12 hội nghị" is no number of a heading.
  if (!closed && !(parts > 1 && spaced)) return {Mark::None, begin};
  if (!spaced && !is_letter(source.at(at))) return {Mark::None, begin};
  return {parts == 1 ? Mark::Number : Mark::SubNumber, skip_space(source, at, end)};
}

Opening opening_of(const SourceText& source, std::size_t begin, std::size_t end) {
  if (const Opening found = roman(source, begin, end); found.mark != Mark::None) return found;
  if (const Opening found = numbered(source, begin, end); found.mark != Mark::None) return found;
  if (is_letter(source.at(begin)) &&
      (source.at(begin + 1) == U')' || source.at(begin + 1) == U'.') && begin + 2 < end &&
      source.at(begin + 2) == U' ') {
    return {Mark::Letter, skip_space(source, begin + 2, end)};
  }
  if (is_dash(source.at(begin)) && begin + 1 < end) {
    return {Mark::Bullet, skip_space(source, begin + 1, end)};
  }
  return {Mark::None, begin};
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view mark : {".", "!", "?", ":", ";", "…", "”"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

bool is_row(std::string_view line) {
  return line.find(" | ") != std::string_view::npos || line.find('\t') != std::string_view::npos;
}

// Whether the second line goes on with the first, which was broken by width. `capitals`: of the
// block so far, which is then a title or the head of a plan.
bool goes_on(const SourceText& source, bool capitals, const Line& first, const Line& second) {
  if (capitals || ends_sentence(first.text) || is_row(first.text) || is_row(second.text))
    return false;
  const std::size_t begin = source.index_of(second.begin);
  const std::size_t end = source.index_of(second.end);
  if (opening_of(source, begin, end).mark != Mark::None) return false;
  if (is_letter(source.at(begin)) && !is_upper(source.at(begin))) return true;
  return first.text.size() >= wrapped_bytes_min;
}

bool ends_plan(const SourceText& source, const Block& block) {
  return source.starts(block.text, "noi nhan:") || source.starts(block.text, "noi nhan :") ||
         (source.starts(block.text, "noi nhan") && block.end - block.text < 12);
}

// The section a block opens, when it is a title.
Section title_of(const SourceText& source, const Block& block) {
  if (block.end - block.text > heading_characters_max) return Section::None;
  if (block.mark == Mark::Bullet) return Section::None;
  const PhraseFound found = titles().at(source, block.text, block.end);
  if (!found) return Section::None;
  // "Nội dung tuyên truyền được đăng trên …" is a sentence, "3. Hình thức tuyên truyền" a title.
  const bool sentence = source.at(block.end - 1) == U'.' || source.at(block.end - 1) == U';';
  if (block.mark == Mark::None && !all_capitals(source, block.text, block.end) &&
      source.at(block.end - 1) != U':') {
    return Section::None;
  }
  return sentence ? Section::None : static_cast<Section>(found.value);
}

void read_sections(const SourceText& source, std::vector<Block>& blocks) {
  Section outer = Section::None;  // of the last roman title
  Section now = Section::None;
  Mark opened = Mark::None;  // mark of the title that opened `now`
  for (Block& block : blocks) {
    const Section title = title_of(source, block);
    if (title != Section::None) {
      block.heading = true;
      now = title;
      opened = block.mark;
      if (block.mark == Mark::Roman || block.mark == Mark::None) outer = title;
    } else if (block.mark == Mark::Roman) {
      outer = now = Section::None;
    } else if (block.mark != Mark::None && block.mark <= opened) {
      now = outer;
    }
    block.section = now;
  }
}

// "TP. Hà Nội", "TM. Hội đồng", "1. Sở": the point ends no sentence.
bool is_abbreviation(const SourceText& source, std::size_t begin, std::size_t point) {
  std::size_t at = point;
  while (at > begin && (is_letter(source.at(at - 1)) || is_digit(source.at(at - 1)))) --at;
  const std::size_t length = point - at;
  if (length == 0 || length > 3) return false;
  if (is_digit(source.at(at))) return at == begin;
  if (length > 2) return false;
  for (std::size_t i = at; i < point; ++i) {
    if (!is_upper(source.at(i))) return false;
  }
  return true;
}

}  // namespace

BlocksFound read_blocks(const SourceText& source, std::string_view text) {
  BlocksFound out;
  const auto lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (furniture_of(lines[i].text) == Furniture::Tail) break;
    Block block;
    block.begin = source.index_of(lines[i].begin);
    block.end = source.index_of(lines[i].end);
    const Opening opening = opening_of(source, block.begin, block.end);
    block.mark = opening.mark;
    block.text = std::min(opening.text, block.end);
    Capitals capitals;
    capitals.add(source, block.text, block.end);
    while (i + 1 < lines.size() && !lines[i + 1].blank() &&
           goes_on(source, capitals.all(), lines[i], lines[i + 1])) {
      const std::size_t before = block.end;
      block.end = source.index_of(lines[++i].end);
      capitals.add(source, before, block.end);
    }
    while (block.begin < block.end && source.at(block.end - 1) == U' ') --block.end;
    block.text = std::min(skip_space(source, block.text, block.end), block.end);
    if (block.empty()) continue;
    if (ends_plan(source, block)) break;
    if (out.blocks.size() >= plan_blocks_max) {
      out.cut = true;
      break;
    }
    out.blocks.push_back(block);
  }
  read_sections(source, out.blocks);
  return out;
}

std::vector<Range> sentences_of(const SourceText& source, std::size_t begin, std::size_t end) {
  std::vector<Range> out;
  std::size_t from = skip_space(source, begin, end);
  for (std::size_t i = from; i < end; ++i) {
    const char32_t c = source.at(i);
    if (c != U'.' && c != U'!' && c != U'?' && c != U'\u2026') continue;
    std::size_t next = i + 1;
    while (next < end && (source.at(next) == U'.' || source.at(next) == U'\u201D' ||
                          source.at(next) == U'"' || source.at(next) == U')')) {
      ++next;
    }
    if (next < end && (source.at(next) != U' ' || !is_upper(source.at(next + 1)))) continue;
    if (c == U'.' && is_abbreviation(source, from, i)) continue;
    out.push_back({from, next});
    from = skip_space(source, next, end);
    i = next;
  }
  if (from < end) out.push_back({from, end});
  return out;
}

}  // namespace lantoa::viet
