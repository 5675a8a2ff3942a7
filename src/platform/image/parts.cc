#include "platform/image/parts.h"

#include <array>
#include <optional>

namespace lantoa::image {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_start = "\x89PNG\r\n\x1A\n"sv;
constexpr unsigned char end_of_image = 0xD9;
constexpr unsigned orientation_tag = 0x0112;
constexpr unsigned short_type = 3;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

// 0 behind the end.
std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out = out << 8 | byte_at(bytes, at + i);
  return out;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t out = 0;
  for (std::size_t i = count; i > 0; --i) out = out << 8 | byte_at(bytes, at + i - 1);
  return out;
}

bool stands_alone(unsigned char marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

bool says_size(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Where the data of a scan end: at a marker that is neither a stuffed byte nor a restart.
std::size_t end_of_scan(std::string_view jpeg, std::size_t at) {
  for (; at + 1 < jpeg.size(); ++at) {
    if (jpeg[at] != '\xFF') continue;
    const std::uint32_t next = byte_at(jpeg, at + 1);
    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
  }
  return jpeg.size();
}

// How the camera was held, by TIFF's first directory in an APP1 segment; 1 when it does not say.
unsigned turn_in(std::string_view segment) {
  constexpr std::string_view name = "Exif\0\0"sv;
  if (segment.substr(std::min<std::size_t>(4, segment.size())).substr(0, name.size()) != name) {
    return 1;
  }
  const std::string_view tiff = segment.substr(4 + name.size());
  const bool little = tiff.starts_with("II*\0"sv);
  if (!little && !tiff.starts_with("MM\0*"sv)) return 1;
  const auto number = [&](std::size_t at, std::size_t count) {
    return little ? little_endian(tiff, at, count) : big_endian(tiff, at, count);
  };
  const std::size_t directory = number(4, 4);
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.size()) return 1;
    if (number(entry, 2) != orientation_tag || number(entry + 2, 2) != short_type) continue;
    const std::uint32_t turn = number(entry + 8, 2);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

Result<Header> jpeg_header(std::string_view bytes) {
  Header out{Kind::Jpeg, 0, 0, 1};
  std::size_t scans = 0;
  std::size_t sizes = 0;
  const bool whole = each_segment(bytes, [&](unsigned char marker, std::string_view segment) {
    if (marker == start_of_scan) ++scans;
    if (marker == 0xE1 && out.turn == 1) out.turn = turn_in(segment);
    if (!says_size(marker)) return;
    ++sizes;
    out.height = big_endian(segment, 5, 2);
    out.width = big_endian(segment, 7, 2);
  });
  if (!whole || sizes != 1 || scans == 0 || scans > scans_max) return damaged();
  return out;
}

Result<Header> png_header(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return damaged();
  return Header{Kind::Png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4), 1};
}

Result<Header> webp_header(std::string_view bytes) {
  const std::string_view chunk = bytes.substr(12, 4);
  Header out{Kind::Webp, 0, 0, 1};
  if (chunk == "VP8 " && bytes.substr(23, 3) == "\x9D\x01\x2A") {
    out.width = little_endian(bytes, 26, 2) & 0x3FFF;
    out.height = little_endian(bytes, 28, 2) & 0x3FFF;
    return out;
  }
  if (chunk == "VP8L" && byte_at(bytes, 20) == 0x2F) {
    const std::uint32_t sides = little_endian(bytes, 21, 4);
    out.width = (sides & 0x3FFF) + 1;
    out.height = (sides >> 14 & 0x3FFF) + 1;
    return out;
  }
  if (chunk != "VP8X") return damaged();
  if ((byte_at(bytes, 20) & 0x02) != 0) {
    return problem(
        Code::Unsupported,
        {"Đây là ảnh WebP động. Hãy lưu một khung hình thành JPEG hoặc PNG rồi chọn lại.",
         "This is an animated WebP. Save one frame as JPEG or PNG and choose it again."});
  }
  out.width = little_endian(bytes, 24, 3) + 1;
  out.height = little_endian(bytes, 27, 3) + 1;
  return out;
}

Problem foreign_kind(std::string_view bytes) {
  const std::string_view brand = bytes.size() >= 12 ? bytes.substr(4, 8) : ""sv;
  for (const std::string_view one : {"ftypheic", "ftypheix", "ftyphevc", "ftypmif1", "ftypmsf1"}) {
    if (brand != one) continue;
    return {Code::Unsupported,
            {"Đây là ảnh HEIC mà nhiều trình duyệt không mở được. Hãy lưu ảnh thành JPEG rồi chọn "
             "lại; trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất.",
             "This is a HEIC picture, which many browsers cannot open. Save it as JPEG and choose "
             "it again; on an iPhone: Settings, Camera, Formats, Most Compatible."},
            {},
            {}};
  }
  return {Code::Unsupported,
          {"Tệp này không phải ảnh JPEG, PNG hay WebP. Hãy chọn tệp ảnh, hoặc mở ra rồi lưu thành "
           "JPEG hay PNG.",
           "This file is no JPEG, PNG or WebP. Choose a picture, or open it and save it as JPEG or "
           "PNG."},
          {},
          {}};
}

Result<Header> header_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8")) return jpeg_header(bytes);
  if (bytes.starts_with(png_start)) return png_header(bytes.substr(0, 32));
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP") && bytes.size() >= 30) {
    return webp_header(bytes.substr(0, 32));
  }
  return tl::unexpected(foreign_kind(bytes));
}

Result<void> check_sides(const Header& header) {
  const std::string here = std::to_string(header.width) + " × " + std::to_string(header.height);
  if (header.width < side_min || header.height < side_min) {
    return problem(Code::Invalid,
                   {"Ảnh nhỏ quá (" + here + " điểm ảnh). Hãy chọn ảnh mỗi cạnh ít nhất 16 điểm.",
                    "The picture is too small (" + here +
                        " pixels). Choose one of at least 16 pixels each way."});
  }
  const std::uint64_t pixels = std::uint64_t{header.width} * header.height;
  if (pixels > pixels_max || header.width > side_max || header.height > side_max) {
    return problem(
        Code::TooLarge,
        {"Ảnh lớn quá (" + here +
             " điểm ảnh); tối đa 24 triệu điểm, mỗi cạnh 12.000. Hãy thu nhỏ rồi chọn lại.",
         "The picture is too large (" + here +
             " pixels); at most 24 million, 12,000 each way. Make it smaller and choose "
             "it again."});
  }
  const std::uint32_t wide = header.turn >= 5 ? header.height : header.width;
  const std::uint32_t high = header.turn >= 5 ? header.width : header.height;
  // Scaled to the narrow width it must still have side_min.
  if (wide > small_width_max &&
      std::uint64_t{high} * small_width_max < std::uint64_t{wide} * side_min) {
    return problem(Code::Invalid, {"Ảnh dẹt quá (" + here +
                                       " điểm ảnh): trên điện thoại chỉ còn một vệt. Hãy cắt "
                                       "ảnh để chiều rộng không quá 40 lần chiều cao.",
                                   "The picture is too flat (" + here +
                                       " pixels): on a phone a line is left of "
                                       "it. Cut it to a width of at most 40 times its height."});
  }
  return {};
}

bool is_needed(unsigned char marker) {
  const bool application = marker >= 0xE0 && marker <= 0xEF;
  // APP0 says that it is JFIF, APP14 how an Adobe program wrote the colours.
  return marker != 0xFE && (!application || marker == 0xE0 || marker == 0xEE);
}

bool is_needed(std::string_view chunk) {
  constexpr std::array<std::string_view, 5> needed{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
  return std::find(needed.begin(), needed.end(), chunk) != needed.end();
}

}  // namespace

tl::unexpected<Problem> damaged() {
  return problem(Code::Invalid,
                 {"Tệp ảnh bị hỏng hoặc chưa tải lên hết. Hãy mở thử ảnh trên máy, lưu lại thành "
                  "JPEG hay PNG rồi chọn lại.",
                  "The picture is damaged or was cut off. Open it, save it again as JPEG or PNG, "
                  "and choose it again."});
}

bool each_segment(std::string_view jpeg, const VisitSegment& visit) {
  if (!jpeg.starts_with("\xFF\xD8")) return false;
  for (std::size_t at = 2; at + 1 < jpeg.size();) {
    if (jpeg[at] != '\xFF') return false;
    const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
    if (marker == end_of_image) return true;
    if (marker == 0xFF || stands_alone(marker)) {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    const std::size_t length = big_endian(jpeg, at + 2, 2);
    if (length < 2 || at + 2 + length > jpeg.size()) return false;
    std::size_t end = at + 2 + length;
    if (marker == start_of_scan) end = end_of_scan(jpeg, end);
    visit(marker, jpeg.substr(at, end - at));
    at = end;
  }
  return false;
}

bool each_chunk(std::string_view png, const VisitChunk& visit) {
  for (std::size_t at = png_start.size(); at + 12 <= png.size();) {
    const std::size_t length = big_endian(png, at, 4);
    if (length > png.size() - at - 12) return false;
    const std::string_view name = png.substr(at + 4, 4);
    visit(name, png.substr(at, length + 12));
    if (name == "IEND") return true;
    at += length + 12;
  }
  return false;
}

std::string bare(std::string_view bytes, Kind kind) {
  if (kind == Kind::Webp) return std::string(bytes);
  bool whole = false;
  std::string out;
  if (kind == Kind::Png) {
    out = png_start;
    whole = each_chunk(bytes, [&](std::string_view name, std::string_view chunk) {
      if (is_needed(name)) out += chunk;
    });
  } else {
    out = "\xFF\xD8";
    whole = each_segment(bytes, [&](unsigned char marker, std::string_view segment) {
      if (is_needed(marker)) out += segment;
    });
    out += "\xFF\xD9";
  }
  return whole ? out : std::string();
}

std::string_view media_type(Kind kind) {
  switch (kind) {
    case Kind::Jpeg:
      return "image/jpeg";
    case Kind::Png:
      return "image/png";
    case Kind::Webp:
      return "image/webp";
  }
  return "";
}

Result<Header> read_header(std::string_view bytes) {
  if (bytes.size() > file_bytes_max) {
    return problem(Code::TooLarge,
                   {"Tệp ảnh lớn hơn 7 MB. Hãy thu nhỏ ảnh rồi chọn lại.",
                    "The picture is larger than 7 MB. Make it smaller and choose it again."});
  }
  TRY_ASSIGN(const Header header, header_of(bytes));
  TRY(check_sides(header));
  return header;
}

}  // namespace lantoa::image
