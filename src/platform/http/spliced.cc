#include "platform/http/spliced.h"

#include <zlib.h>

#include <charconv>
#include <limits>

#include "kernel/assert.h"

namespace lantoa::http {

namespace {

constexpr char fence = 'z';  // no hexadecimal digit: ends the marker and the number
constexpr int memory_level_max = 9;
constexpr std::size_t flush_bytes_max = 16;  // what a full flush adds beyond deflateBound

// The end of the mark that begins at `at` (just behind its marker); npos when it is none.
std::size_t read_number(std::string_view text, std::size_t at, std::uint32_t& number) {
  const char* const begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
  if (error != std::errc{} || end == text.data() + text.size() || *end != fence) {
    return std::string_view::npos;
  }
  return at + static_cast<std::size_t>(end - begin) + 1;
}

// RFC 1951 blocks that end on a byte and need no window, so that anything may stand before them.
std::string deflate_alone(std::string_view text) {
  if (text.empty()) return {};
  ASSERT(text.size() <= std::numeric_limits<std::uint32_t>::max() / 2);
  z_stream stream{};
  ASSERT(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory_level_max,
                      Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + flush_bytes_max, '\0');
  // zlib's interface takes non-const input and does not write to it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ASSERT(deflate(&stream, Z_FULL_FLUSH) == Z_OK && stream.avail_in == 0 && stream.avail_out > 0);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::uint32_t add_to_crc(std::uint32_t crc, std::string_view text) {
  return static_cast<std::uint32_t>(
      crc32(crc, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

// Little endian.
constexpr char byte_of(std::uint32_t value, unsigned place) {
  return static_cast<char>(value >> (8 * place) & 0xFFU);
}

void append_number(std::string& out, std::uint32_t value) {
  const std::array<char, 4> bytes{byte_of(value, 0), byte_of(value, 1), byte_of(value, 2),
                                  byte_of(value, 3)};
  out.append(bytes.data(), bytes.size());
}

enum class Block : std::uint8_t { More = 0, Last = 1 };

constexpr std::size_t stored_bytes = 5;  // of a stored block beside its text

// RFC 1951 section 3.2.4: the bytes as they are.
void append_stored(std::string& out, std::string_view text, Block block) {
  ASSERT(text.size() <= SplicedGzip::value_bytes_max);
  const auto length = static_cast<std::uint32_t>(text.size());
  const std::array<char, stored_bytes> head{static_cast<char>(block), byte_of(length, 0),
                                            byte_of(length, 1), byte_of(~length, 0),
                                            byte_of(~length, 1)};
  out.append(head.data(), head.size());
  out += text;
}

// RFC 1952 section 2.3: deflate, no name, no time, best compression, Unix.
constexpr std::string_view gzip_header("\x1f\x8b\x08\0\0\0\0\0\x02\x03", 10);

}  // namespace

std::string slot_mark(std::string_view marker, std::uint32_t number) {
  std::string out(1, fence);
  out += marker;
  out += fence;
  out += std::to_string(number);
  out += fence;
  return out;
}

Spliced::Spliced(std::string_view text, std::string_view marker) {
  ASSERT(!marker.empty());
  const std::string begin = fence + std::string(marker) + fence;
  std::size_t piece = 0;
  std::size_t at = text.find(begin);
  while (at != std::string_view::npos) {
    std::uint32_t number = 0;
    const std::size_t end = read_number(text, at + begin.size(), number);
    if (end != std::string_view::npos) {
      pieces_.emplace_back(text.substr(piece, at - piece));
      slots_.push_back(number);
      piece = end;
    }
    at = text.find(begin, end != std::string_view::npos ? end : at + 1);
  }
  pieces_.emplace_back(text.substr(piece));
}

std::string Spliced::fill(const std::vector<std::string>& values) const {
  ASSERT(values.size() == slots_.size());
  std::size_t size = 0;
  for (const std::string& piece : pieces_) size += piece.size();
  for (const std::string& value : values) size += value.size();
  std::string out;
  out.reserve(size);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (i > 0) out += values[i - 1];
    out += pieces_[i];
  }
  return out;
}

std::size_t Spliced::size_bytes() const {
  std::size_t size = slots_.capacity() * sizeof(std::uint32_t);
  for (const std::string& piece : pieces_) size += sizeof piece + piece.capacity();
  return size;
}

SplicedGzip::CrcShift::CrcShift(std::size_t bytes) {
  const uLong by = crc32_combine_gen(static_cast<z_off_t>(bytes));
  for (unsigned place = 0; place < table_.size(); ++place) {
    auto& changed = table_[place];
    for (std::uint32_t half = 1; half < changed.size(); ++half) {
      const std::uint32_t rest = half & (half - 1);  // without its lowest bit
      changed[half] =
          rest != 0 ? changed[rest] ^ changed[half ^ rest]
                    : static_cast<std::uint32_t>(crc32_combine_op(half << (4 * place), 0, by));
    }
  }
}

std::uint32_t SplicedGzip::CrcShift::operator()(std::uint32_t crc) const {
  std::uint32_t out = 0;
  for (unsigned place = 0; place < table_.size(); ++place) {
    out ^= table_[place][crc >> (4 * place) & 0xFU];
  }
  return out;
}

SplicedGzip::SplicedGzip(const Spliced& page) {
  pieces_.reserve(page.pieces().size());
  for (const std::string& text : page.pieces()) {
    Piece piece{deflate_alone(text), add_to_crc(0, text), CrcShift(text.size()),
                static_cast<std::uint32_t>(text.size())};
    piece.deflated.shrink_to_fit();
    pieces_.push_back(std::move(piece));
  }
}

std::string SplicedGzip::fill(const std::vector<std::string>& values) const {
  ASSERT(values.size() + 1 == pieces_.size());
  std::size_t size = gzip_header.size() + stored_bytes + 8;
  for (const Piece& piece : pieces_) size += piece.deflated.size();
  for (const std::string& value : values) size += value.size() + stored_bytes;
  std::string out;
  out.reserve(size);
  out += gzip_header;
  std::uint32_t crc = 0;
  std::uint32_t text_bytes = 0;  // modulo 2^32, as the format has it
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (i > 0) {
      append_stored(out, values[i - 1], Block::More);
      crc = add_to_crc(crc, values[i - 1]);
      text_bytes += static_cast<std::uint32_t>(values[i - 1].size());
    }
    const Piece& piece = pieces_[i];
    out += piece.deflated;
    crc = piece.shift(crc) ^ piece.crc;
    text_bytes += piece.text_bytes;
  }
  append_stored(out, {}, Block::Last);
  append_number(out, crc);
  append_number(out, text_bytes);
  return out;
}

std::size_t SplicedGzip::size_bytes() const {
  std::size_t size = 0;
  for (const Piece& piece : pieces_) size += sizeof piece + piece.deflated.capacity();
  return size;
}

}  // namespace lantoa::http
