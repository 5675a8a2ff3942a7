// Official papers that slices write: what stands around their text is the same for all.
//
//   paper::Paper letter = paper_on(units.letterhead(unit), head.seq, today);
//   return paper_file(visit, letter, "cong-van-12");
#pragma once

#include <cstdint>
#include <string>

#include "city/letterhead.h"
#include "city/web.h"
#include "platform/paper/paper.h"

namespace lantoa::city {

// Without text, number and day; its small print says up to which fact of the ledger it holds.
paper::Paper paper_on(const Letterhead& head, std::uint64_t position, Date today);

// As ?dang= asks for: DOCX, else PDF. `name`: of the file, plain ASCII, without its end.
Result<http::Response> paper_file(const Visit& visit, const paper::Paper& paper,
                                  const std::string& name);

}  // namespace lantoa::city
