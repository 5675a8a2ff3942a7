// The table of tasks at the end of a plan (STT, nhiệm vụ, cơ quan chủ trì, thời gian …) after its
// cells became lines, or rows with "|" or tabs between the cells.
#pragma once

#include <optional>
#include <vector>

#include "viet/plan_blocks.h"
#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct TableFound {
  std::vector<Duty> duties;  // who.kind Unknown where the cell names no known body
  std::size_t next = 0;      // the block after the table; 0: no table begins here
};

TableFound read_task_table(const SourceText& source, const std::vector<Block>& blocks,
                           std::size_t first, std::optional<Date> reference);

}  // namespace lantoa::viet
