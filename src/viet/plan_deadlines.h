// Deadlines in running Vietnamese text: "trước ngày 15/6/2021", "chậm nhất là 30/6", "trong tháng
// 6/2021", "quý II năm 2021", "hằng tháng", "trong vòng 10 ngày làm việc kể từ ngày ban hành". A
// day of issue or of an event is none, nor one that has passed on the reference: "ban hành trước
// ngày 01/7/2016".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

// In the order of the text; positions are bytes of the source's text.
std::vector<Deadline> find_deadlines(const SourceText& source, std::size_t begin, std::size_t end,
                                     std::optional<Date> reference);

// A table's cell about time says "Quý II/2021", "15/6/2021" or "15 ngày làm việc" and nothing else.
std::optional<Deadline> cell_deadline(const SourceText& source, std::size_t begin, std::size_t end,
                                      std::optional<Date> reference);

}  // namespace lantoa::viet
