// The parts of a picture's file, read without a decoder. For image.cc and the tests of this folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "platform/image/image.h"

namespace lantoa::image {

tl::unexpected<Problem> damaged();

// A JPEG's segments from the first after its start to the last before its end, each from its FF on;
// a scan's with the scan behind it. False when the file is cut off or is not made of segments.
using VisitSegment = std::function<void(unsigned char marker, std::string_view whole)>;
bool each_segment(std::string_view jpeg, const VisitSegment& visit);
constexpr unsigned char start_of_scan = 0xDA;

// A PNG's chunks to its end, each with its length and sum. False as above.
using VisitChunk = std::function<void(std::string_view name, std::string_view whole)>;
bool each_chunk(std::string_view png, const VisitChunk& visit);

// The same picture with only what is needed to draw it; a WebP as it is. Empty when it is damaged.
std::string bare(std::string_view bytes, Kind kind);

}  // namespace lantoa::image
