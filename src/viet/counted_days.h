// A number of days where a deadline names no day: "15 ngày làm việc", "trong vòng 10 ngày làm việc
// kể từ ngày ban hành", "trong thời hạn 05 (năm) ngày", "15 working days after issue".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lantoa::viet {

class SourceText;

struct CountedDays {
  enum class From {
    Unsaid,
    Issue,      // "kể từ ngày ban hành", "sau khi ký"
    Elsewhere,  // "kể từ ngày nhận được văn bản"
  };

  std::uint32_t days = 0;   // 1 to 999,999
  bool is_working = false;  // "ngày làm việc"; else days of the calendar
  From from = From::Unsaid;
};

// Of a text that says nothing else, as a cell or a field of a form does.
std::optional<CountedDays> read_counted_days(std::string_view text);

// For the readers of plans.
struct CountedDaysFound {
  std::size_t end = 0;  // past its last character; 0: nothing stands here
  CountedDays said;

  explicit operator bool() const { return end != 0; }
};
// What begins at this character and ends at `limit` or before. `opened`: only after a word that
// makes it a deadline ("trong", "thời hạn", "chậm nhất"), as running text has it.
CountedDaysFound counted_days_at(const SourceText& source, std::size_t at, std::size_t limit,
                                 bool opened);

}  // namespace lantoa::viet
