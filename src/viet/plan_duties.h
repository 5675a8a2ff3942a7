// Duties in the blocks of a plan or an article: sentences whose subject is a body, headings that
// are a body with its tasks below, and tables of tasks (plan_table.h).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "viet/plan_blocks.h"
#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct DutiesFound {
  std::vector<Duty> duties;
  std::vector<Duty> unmatched;
  bool cut = false;  // one of the lists would have more than plan_duties_max
};

DutiesFound find_duties(const SourceText& source, const std::vector<Block>& blocks,
                        std::optional<Date> reference);

// "tổ chức tuyên truyền …" as a task: at most a few words, cut where a clause ends.
Range few_words(const SourceText& source, std::size_t begin, std::size_t end);

Span span_of(const SourceText& source, std::size_t begin, std::size_t end);

}  // namespace lantoa::viet
