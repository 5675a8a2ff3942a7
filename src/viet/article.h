// Reads an article as a city portal shows it, saved as plain text: title, time, lead, paragraphs,
// author, the documents it cites and the plan it announces. Page furniture (newer and older posts,
// view counts, the comment form) is left out; lines that an encoding fault has spoilt are reported
// wherever they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "kernel/time.h"
#include "viet/citations.h"
#include "viet/damage.h"

namespace lantoa::viet {

constexpr std::size_t article_bytes_max = 8 * 1024 * 1024;

struct Paragraph {
  std::size_t offset = 0, length = 0;  // bytes of the source
  std::string text;                    // composed, white space collapsed
};

struct Article {
  std::string title;
  std::optional<Instant> published;
  std::string author;
  std::string agency;                    // "HNP" of a lead that opens with "HNP - "
  Paragraph lead;                        // without the agency
  std::vector<Paragraph> paragraphs;     // after the lead
  std::vector<CitedDocument> documents;  // offsets are bytes of the source
  std::optional<std::size_t> announced;  // which of documents the article announces
  std::vector<DamagedLine> damaged;
};

Result<Article> read_article(std::string_view bytes);

}  // namespace lantoa::viet
