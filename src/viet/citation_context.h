// What stands around a document number: the type word before it, date and issuer after it, who
// announces it. Positions are characters of a SourceText.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viet/document_number.h"
#include "viet/legal_date.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct PlacedDate {
  std::size_t begin = 0, end = 0;
  Date date;
  bool year_stated = true;
};

struct Before {
  std::size_t begin = 0;  // where the type word, or "số", or the number itself begins
  bool so = false;        // "số" stands directly before the number
  std::string type_word;
  std::string name;    // "Luật Đất đai số ..." without its type word
  std::string issuer;  // "Nghị quyết của Quốc hội số ..."
};

// Never looks before floor, the end of the citation before.
Before read_before(const SourceText& source, std::size_t number_begin, std::size_t floor,
                   const DocumentNumber& number);

struct After {
  std::size_t end = 0;
  std::optional<Date> date;
  std::string issuer;
};

After read_after(const SourceText& source, std::size_t number_end,
                 const std::vector<PlacedDate>& dates);

struct Announcement {
  std::string issuer;  // empty when a person signs or no body is named
  std::optional<Date> date;
};

// Something when "ban hành" stands before the citation that begins here.
std::optional<Announcement> read_announcement(const SourceText& source, std::size_t begin,
                                              std::size_t floor,
                                              const std::vector<PlacedDate>& dates);

// Whether the word "số" ends here; a digit may follow at once.
bool is_so(const SourceText& source, std::size_t end);

}  // namespace lantoa::viet
