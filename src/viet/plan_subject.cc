#include "viet/plan_subject.h"

#include <algorithm>

#include "viet/body_phrase.h"
#include "viet/plan_deadlines.h"
#include "viet/plan_verbs.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t apposition_characters_max = 200;  // between a body and its duty
constexpr std::size_t stranger_words_max = 12;
constexpr std::size_t heading_characters_max = 200;

const Phrases& standing() {
  static const Phrases list{{"cơ quan thường trực", 1}, {"thường trực Hội đồng", 1}};
  return list;
}

// Not bodies, though they open a sentence and something "must" be done with them.
const Phrases& no_bodies() {
  static const Phrases list{
      {"Việc", 1},       {"Nội dung", 1},
      {"Kế hoạch", 1},   {"Công tác", 1},
      {"Hoạt động", 1},  {"Quá trình", 1},
      {"Hình thức", 1},  {"Kết quả", 1},
      {"Mỗi", 1},        {"Đây", 1},
      {"Các", 1},        {"Người", 1},
      {"Cán bộ", 1},     {"Công dân", 1},
      {"Nhà nước", 1},   {"Mọi", 1},
      {"Những", 1},      {"Trong", 1},
      {"Khi", 1},        {"Căn cứ", 1},
      {"Theo", 1},       {"Trên", 1},
      {"Với", 1},        {"Để", 1},
      {"Kinh phí", 1},   {"Thời gian", 1},
      {"Đối tượng", 1},  {"Sau", 1},
      {"Trước", 1},      {"Ngày", 1},
      {"Đồng chí", 1},   {"Ông", 1},
      {"Bà", 1},         {"Tài liệu", 1},
      {"Đề nghị", 1},    {"Tăng cường", 1},
      {"Trường hợp", 1}, {"Tổ chức thực hiện", 1},
  };
  return list;
}

// Past ", " and blanks.
std::size_t past_comma(const SourceText& source, std::size_t at, std::size_t limit) {
  at = skip_space(source, at, limit);
  if (source.at(at) == U',' || source.at(at) == U':') at = skip_space(source, at + 1, limit);
  return at;
}

// Past "(Cơ quan Thường trực Hội đồng)" after a body.
std::size_t past_bracket(const SourceText& source, std::size_t at, std::size_t limit) {
  const std::size_t open = skip_space(source, at, limit);
  if (source.at(open) != U'(') return at;
  for (std::size_t i = open; i < limit; ++i) {
    if (source.at(i) == U')') return i + 1;
  }
  return at;
}

struct Opened {
  std::size_t at = 0;
  bool assigns = false;
};

// Past what may stand before the body: "Trong đó, ", "Đề nghị ", "Trước ngày 30/6/2021, ".
Opened past_lead_in(const SourceText& source, const Range& sentence) {
  Opened out{sentence.begin, false};
  if (const PhraseFound lead = lead_ins().at(source, out.at, sentence.end)) {
    out.assigns = lead.value == 1;
    out.at = past_comma(source, lead.end, sentence.end);
  }
  const std::size_t near = std::min(sentence.end, out.at + 60);
  const auto deadlines = find_deadlines(source, out.at, near, std::nullopt);
  if (!deadlines.empty() && deadlines.front().at.offset == source.begin_byte(out.at)) {
    const std::size_t end = source.index_of(deadlines.front().at.end());
    if (source.at(end) == U',') out.at = past_comma(source, end, sentence.end);
  }
  return out;
}

void mark_standing(const SourceText& source, std::size_t begin, std::size_t end,
                   std::vector<Body>& bodies) {
  std::size_t found = 0;
  if (bodies.size() == 1 && bodies.front().kind == BodyClass::Named &&
      standing().first(source, begin, end, found)) {
    bodies.front().kind = BodyClass::StandingAgency;
  }
}

std::size_t clause_end(const SourceText& source, std::size_t from, std::size_t limit) {
  for (std::size_t i = from; i < limit; ++i) {
    if (source.at(i) == U';') return i;
  }
  return limit;
}

// ", căn cứ chức năng, nhiệm vụ, tổ chức …": the verb after the last aside.
std::size_t after_aside(const SourceText& source, std::size_t at, std::size_t limit) {
  static const Phrases asides{{"căn cứ", 1},        {"trên cơ sở", 1}, {"theo chức năng", 1},
                              {"trong phạm vi", 1}, {"tùy theo", 1},   {"theo", 1},
                              {"bằng", 1},          {"ngoài", 1},      {"với", 1}};
  const std::size_t begin = past_comma(source, at, limit);
  if (!asides.at(source, begin, limit)) return 0;
  const std::size_t most = std::min(limit, begin + apposition_characters_max);
  for (std::size_t i = begin; i < most; ++i) {
    if (source.at(i) != U',') continue;
    const std::size_t next = skip_space(source, i + 1, limit);
    if (work_at(source, next, limit) && !source.starts(next, "thuc hien nhiem vu")) return next;
  }
  return 0;
}

Subject judged(const SourceText& source, const Range& sentence, BodyPhrase phrase, bool assigns) {
  Subject out;
  out.bodies = std::move(phrase.bodies);
  const std::size_t limit = sentence.end;
  const std::size_t bracket = past_bracket(source, phrase.end, limit);
  const std::size_t clause = clause_end(source, bracket, limit);
  mark_standing(source, phrase.end, std::min(clause, phrase.end + apposition_characters_max),
                out.bodies);
  std::size_t at = past_comma(source, bracket, limit);
  out.kind = Subject::Kind::Assigned;
  if (const PhraseFound found = assigning().at(source, at, limit)) {
    out.duty = past_comma(source, found.end, limit);
    return out;
  }
  if (assigns) {
    out.duty = at;
    return out;
  }
  if (const PhraseFound verb = work_at(source, at, limit)) {
    out.duty = at;
    out.kind = verb.value == 2 ? Subject::Kind::Assigned : Subject::Kind::Working;
    if (source.starts(at, "can cu")) {
      if (const std::size_t after = after_aside(source, at, limit)) out.duty = after;
    }
    return out;
  }
  const bool past = source.starts(at, "da ") || source.starts(at, "vua ") ||
                    source.starts(at, "duoc ") || source.starts(at, "dang ");
  std::size_t found = 0;
  static const Phrases strong{{"có trách nhiệm", 1}, {"chịu trách nhiệm", 1}, {"có nhiệm vụ", 1}};
  const std::size_t most = std::min(clause, at + apposition_characters_max);
  if (!past) {
    if (const PhraseFound late = strong.first(source, at, most, found)) {
      out.duty = past_comma(source, late.end, limit);
      return out;
    }
    if (const std::size_t after = after_aside(source, bracket, limit)) {
      out.duty = after;
      out.kind = Subject::Kind::Working;
      return out;
    }
  }
  out.kind = Subject::Kind::Telling;
  return out;
}

// "Tuyên truyền trực quan: Sở Mẫu chủ trì …": past a short topic and its colon; 0 without one.
std::size_t after_topic(const SourceText& source, const Range& sentence) {
  constexpr std::size_t topic_characters_max = 90;
  const std::size_t most = std::min(sentence.end, sentence.begin + topic_characters_max);
  for (std::size_t i = sentence.begin; i < most; ++i) {
    if (source.at(i) == U':' && source.at(i + 1) == U' ') {
      return skip_space(source, i + 1, sentence.end);
    }
    if (source.at(i) == U';') break;
  }
  return 0;
}

// "Tổ công tác Đề án 06 có trách nhiệm …": looks like a body with a duty.
Subject stranger(const SourceText& source, const Range& sentence, std::size_t begin) {
  if (!is_upper(source.at(begin)) || no_bodies().at(source, begin, sentence.end) ||
      work_at(source, begin, sentence.end)) {
    return {};
  }
  static const Phrases strong{
      {"có trách nhiệm", 1}, {"chịu trách nhiệm", 1}, {"có nhiệm vụ", 1}, {"chủ trì", 2}};
  std::size_t found = 0;
  const std::size_t clause = clause_end(source, begin, sentence.end);
  const PhraseFound verb = strong.first(source, begin, clause, found);
  if (!verb || found == begin) return {};
  std::size_t words = 1;
  for (std::size_t i = begin; i + 1 < found; ++i) {
    if (source.at(i) == U',' || source.at(i) == U':') return {};
    if (source.at(i) == U' ') ++words;
  }
  if (words < 2 || words > stranger_words_max) return {};
  const std::string name = source.text(begin, found);
  Subject out{Subject::Kind::Stranger, {}, 0};
  const std::size_t first = source.begin_byte(begin);
  out.bodies.push_back({BodyClass::Unknown, name, {first, source.end_byte(found - 1) - first}});
  out.duty = verb.value == 2 ? found : past_comma(source, verb.end, sentence.end);
  return out;
}

}  // namespace

Subject read_subject(const SourceText& source, const Range& sentence) {
  const Opened opened = past_lead_in(source, sentence);
  BodyPhrase phrase = read_bodies(source, opened.at, sentence.end);
  if (phrase) return judged(source, sentence, std::move(phrase), opened.assigns);
  if (const std::size_t after = after_topic(source, sentence)) {
    const Opened inner = past_lead_in(source, {after, sentence.end});
    phrase = read_bodies(source, inner.at, sentence.end);
    if (phrase) return judged(source, sentence, std::move(phrase), inner.assigns);
  }
  return stranger(source, sentence, opened.at);
}

Heading read_heading(const SourceText& source, const Block& block, const Block* next) {
  Heading out;
  if (block.heading && !source.starts(block.text, "trach nhiem cua") &&
      !source.starts(block.text, "nhiem vu cua")) {
    return out;
  }
  const Range line{block.text, block.end};
  const Opened opened = past_lead_in(source, line);
  BodyPhrase phrase = read_bodies(source, opened.at, block.end);
  const bool colon_last = source.at(block.end - 1) == U':';
  if (phrase) {
    std::size_t at = past_bracket(source, phrase.end, block.end);
    mark_standing(source, phrase.end, at, phrase.bodies);
    at = skip_space(source, at, block.end);
    if (source.starts(at, "- ") || source.starts(at, "la ")) {
      // "1. Sở Tư pháp - Cơ quan Thường trực Hội đồng:"
      mark_standing(source, at, block.end, phrase.bodies);
      if (colon_last && block.end - at < 120) at = block.end - 1;
    }
    if (const PhraseFound found = assigning().at(source, at, block.end)) {
      const std::size_t after = skip_space(source, found.end, block.end);
      if (source.at(after) == U':') at = after;
    }
    out.bodies = std::move(phrase.bodies);
    if (source.at(at) == U':') {
      out.kind = Heading::Kind::Bodies;
      out.rest = skip_space(source, at + 1, block.end);
      return out;
    }
    const bool alone = at >= block.end || (at + 1 == block.end && source.at(at) == U'.');
    const bool marked = block.mark != Mark::None && block.mark != Mark::Bullet;
    const bool placed = block.section == Section::Organisation && block.mark == Mark::None;
    if (alone && (marked || placed)) {
      out.kind = Heading::Kind::Bodies;
      out.rest = block.end;
    }
    return out;
  }
  const bool marked =
      block.mark == Mark::Number || block.mark == Mark::Letter || block.mark == Mark::SubNumber;
  const bool followed = next != nullptr && next->mark > block.mark && next->mark != Mark::None &&
                        work_at(source, next->text, next->end);
  if (block.section != Section::Organisation || !marked || !(colon_last || followed) ||
      block.end - block.text > heading_characters_max || !is_upper(source.at(block.text)) ||
      work_at(source, block.text, block.end) || no_bodies().at(source, block.text, block.end)) {
    return out;
  }
  const std::size_t end = colon_last ? block.end - 1 : block.end;
  const std::size_t first = source.begin_byte(block.text);
  out.kind = Heading::Kind::Stranger;
  out.bodies.push_back(
      {BodyClass::Unknown, source.text(block.text, end), {first, source.end_byte(end) - first}});
  out.rest = block.end;
  return out;
}

}  // namespace lantoa::viet
