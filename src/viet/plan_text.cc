#include "viet/plan_text.h"

#include <algorithm>
#include <map>

#include "viet/body_phrase.h"
#include "viet/citations.h"
#include "viet/forms_found.h"
#include "viet/legal_date.h"
#include "viet/plan_deadlines.h"
#include "viet/plan_duties.h"
#include "viet/plan_phrases.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t head_blocks_max = 40;  // before the title of a plan
constexpr std::size_t title_characters_max = 600;

bool in_capitals(const SourceText& source, const Block& block) {
  return all_capitals(source, block.begin, block.end);
}

bool is_motto(const SourceText& source, const Block& block) {
  return source.starts(block.begin, "cong hoa") || source.starts(block.begin, "doc lap");
}

// The head of a plan: who issues it, its number, the day, the word "KẾ HOẠCH", and what it is
// about.
class Head {
 public:
  Head(const SourceText& source, const std::vector<Block>& blocks, std::string_view text)
      : source_(source), blocks_(blocks), text_(text) {
    const std::size_t most = std::min(blocks.size(), head_blocks_max);
    for (std::size_t i = 0; i < most && !found_; ++i) {
      const std::size_t end = blocks[i].end;
      found_ = source.starts(blocks[i].begin, "ke hoach") && in_capitals(source, blocks[i]) &&
               (end - blocks[i].begin == 8 || i > 0);
      if (found_) title_ = i;
    }
  }

  bool found() const { return found_; }

  std::string title() const {
    std::size_t begin = blocks_[title_].begin + 8;
    begin = skip_space(source_, begin, blocks_[title_].end);
    std::size_t end = blocks_[title_].end;
    if (begin >= end) {
      if (title_ + 1 >= blocks_.size()) return {};
      begin = blocks_[title_ + 1].begin;
      end = begin;
      for (std::size_t i = title_ + 1; i < blocks_.size() && i < title_ + 4; ++i) {
        if (i > title_ + 1 && !goes_on(blocks_[i])) break;
        end = blocks_[i].end;
      }
    }
    return source_.text(begin, std::min(end, begin + title_characters_max));
  }

  std::string number() const {
    for (std::size_t i = 0; i < title_; ++i) {
      if (!source_.starts(blocks_[i].begin, "so")) continue;
      const Span at = span_of(source_, blocks_[i].begin, blocks_[i].end);
      for (const Citation& one : find_citations(text_.substr(at.offset, at.length), {})) {
        if (one.number.type == "KH") return one.number.display();
      }
    }
    return {};
  }

  std::optional<Date> date() const {
    for (std::size_t i = 0; i < title_; ++i) {
      const Span at = span_of(source_, blocks_[i].begin, blocks_[i].end);
      const auto dates = find_dates(text_.substr(at.offset, at.length), {});
      if (!dates.empty()) return dates.front().date;
    }
    return std::nullopt;
  }

  std::optional<Body> issuer() const {
    std::optional<std::size_t> first;
    std::size_t end = 0;
    for (std::size_t i = 0; i < title_; ++i) {
      if (!in_capitals(source_, blocks_[i]) || is_motto(source_, blocks_[i])) {
        if (first) break;
        continue;
      }
      // A body's parent stands above it: the last that begins like a body is the issuer.
      if (!first || read_bodies(source_, blocks_[i].begin, blocks_[i].end)) {
        first = blocks_[i].begin;
      }
      end = blocks_[i].end;
    }
    if (!first) return std::nullopt;
    return Body{BodyClass::Named, source_.text(*first, end), span_of(source_, *first, end)};
  }

 private:
  bool goes_on(const Block& block) const {
    static const Phrases others{{"Căn cứ", 1}, {"Thực hiện", 1}, {"Để", 1}, {"Nhằm", 1}};
    return block.mark == Mark::None && !others.at(source_, block.begin, block.end) &&
           block.end - block.begin < 160 && source_.at(block.end - 1) != U'.';
  }

  const SourceText& source_;
  const std::vector<Block>& blocks_;
  std::string_view text_;
  bool found_ = false;
  std::size_t title_ = 0;  // the block that says KẾ HOẠCH
};

// Who announces a plan in an article.
std::optional<Body> announcer(const std::vector<Block>& blocks, const SourceText& source,
                              std::string_view text, std::optional<Date> reference) {
  if (blocks.empty()) return std::nullopt;
  const std::size_t end = std::min(text.size(), source.end_byte(blocks.back().end));
  for (const Citation& one : find_citations(text.substr(0, end), reference)) {
    if (!one.announced || one.number.type != "KH" || one.issuer.empty()) continue;
    Body body{BodyClass::Named, one.issuer, {one.offset, one.length}};
    const std::size_t at = text.rfind(one.issuer, one.offset);
    if (at != std::string_view::npos) body.at = {at, one.issuer.size()};
    return body;
  }
  return std::nullopt;
}

// Those of the duties, and whatever else ends on a day.
std::vector<Deadline> all_deadlines(const SourceText& source, const std::vector<Block>& blocks,
                                    PlanReading& reading, std::optional<Date> reference) {
  std::map<std::size_t, Deadline> by_place;
  for (const auto* list : {&reading.duties, &reading.unmatched}) {
    for (const Duty& duty : *list) {
      if (duty.deadline) by_place.emplace(duty.deadline->at.offset, *duty.deadline);
    }
  }
  for (const Block& block : blocks) {
    for (Deadline& one : find_deadlines(source, block.text, block.end, reference)) {
      const bool firm = one.kind == Deadline::Kind::Before || one.kind == Deadline::Kind::By;
      if (!firm && !source.starts(block.text, "thoi ")) continue;
      if (by_place.contains(one.at.offset)) continue;
      if (by_place.size() >= plan_deadlines_max) {
        reading.cut = true;
        continue;
      }
      by_place.emplace(one.at.offset, std::move(one));
    }
  }
  std::vector<Deadline> out;
  for (auto& [offset, deadline] : by_place) out.push_back(std::move(deadline));
  return out;
}

}  // namespace

std::vector<Body> bodies_of_cell(std::string_view cell) {
  if (cell.size() > plan_bytes_max) return {};
  const SourceText source(cell);
  BodyPhrase phrase = read_bodies(source, 0, source.size());
  if (phrase.end != source.size()) return {};
  return std::move(phrase.bodies);
}

PlanReading read_plan(std::string_view text, std::optional<Date> reference) {
  PlanReading out;
  if (text.size() > plan_bytes_max) {
    out.cut = true;
    return out;
  }
  const SourceText source(text);
  const auto [blocks, blocks_cut] = read_blocks(source, text);
  const Head head(source, blocks, text);
  if (head.found()) {
    out.title = head.title();
    out.number = head.number();
    out.issuer = head.issuer();
    if (const auto day = head.date()) reference = day;
  }
  if (!out.issuer) out.issuer = announcer(blocks, source, text, reference);
  DutiesFound found = find_duties(source, blocks, reference);
  out.duties = std::move(found.duties);
  out.unmatched = std::move(found.unmatched);
  out.cut = blocks_cut || found.cut;
  out.forms = find_forms(source, blocks);
  out.audiences = find_audiences(source, blocks);
  out.deadlines = all_deadlines(source, blocks, out, reference);
  return out;
}

}  // namespace lantoa::viet
