// Pictures as people hand them in, drawn anew as what can stand in a page: turned as the camera was
// held, scaled down, without a byte of what else was in the file. The kind is told by the bytes.
// Wrong kinds, damaged and oversized files get a sentence each that says what to do.
//
//   TRY_ASSIGN(const image::Drawn large, image::redrawn(bytes));
//   TRY_ASSIGN(const image::Drawn small, image::narrowed(large.bytes));
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::image {

// Below what the server takes as one request, so that a person is told which file is too large.
constexpr std::size_t file_bytes_max = 7 * 1024 * 1024;
constexpr std::uint64_t pixels_max = 24'000'000;
constexpr std::uint32_t side_min = 16;
constexpr std::uint32_t side_max = 12'000;
constexpr std::size_t scans_max = 64;  // of a progressive JPEG: each costs as much as a whole one
constexpr std::uint32_t large_width_max = 1'600;
constexpr std::uint32_t small_width_max = 640;
constexpr std::size_t drawn_bytes_max = 4 * 1024 * 1024;  // what a page can ask a phone to load

enum class Kind { Jpeg, Png, Webp };
std::string_view media_type(Kind kind);

struct Header {
  Kind kind = Kind::Jpeg;
  std::uint32_t width = 0;  // as stored, before it is turned
  std::uint32_t height = 0;
  unsigned turn = 1;  // Exif's orientation, 1 to 8; of a JPEG only
};
// Decodes nothing. Fails for what is over a limit or is no picture.
Result<Header> read_header(std::string_view bytes);

struct Drawn {
  std::string bytes;  // a JPEG or a PNG
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};
// At most large_width_max wide. Waits for its turn: one picture is decoded at a time.
Result<Drawn> redrawn(std::string_view bytes);
// What redrawn() made, at most small_width_max wide and of the same kind; the same bytes where it
// is that narrow already. Always the same for the same bytes.
Result<Drawn> narrowed(const std::string& drawn);

}  // namespace lantoa::image
