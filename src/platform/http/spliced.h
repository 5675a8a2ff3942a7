// A page kept once and answered many times with figures that change: static pieces of text with
// slots between them. A slot is written into the page as slot_mark(marker, number) and filled at
// each answer. The gzip form keeps every piece compressed on its own and writes the figures between
// them uncompressed, so that an answer costs a copy and no compression.
//
//   const Spliced page(html, marker);          // html has slot_mark(marker, 7) in it
//   const SplicedGzip packed(page);
//   page.fill({"1.204"}); packed.fill({"1.204"});  // one value a slot, in the order of the page
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::http {

// Letters and digits only, so that no escaping changes it. `marker` is hexadecimal digits that
// nobody outside can guess: text of the page that happens to look like a mark is then no slot.
std::string slot_mark(std::string_view marker, std::uint32_t number);

class Spliced {
 public:
  Spliced(std::string_view text, std::string_view marker);

  const std::vector<std::uint32_t>& slots() const { return slots_; }  // numbers, in order
  const std::vector<std::string>& pieces() const { return pieces_; }  // one more than slots
  std::string fill(const std::vector<std::string>& values) const;     // as many as slots
  std::size_t size_bytes() const;                                     // in memory

 private:
  std::vector<std::string> pieces_;
  std::vector<std::uint32_t> slots_;
};

class SplicedGzip {
 public:
  static constexpr std::size_t value_bytes_max = 65'535;  // a stored block holds no more

  explicit SplicedGzip(const Spliced& page);

  std::string fill(const std::vector<std::string>& values) const;  // RFC 1952
  std::size_t size_bytes() const;

 private:
  // What a checksum becomes when as many bytes follow it as a piece has. zlib works this out bit by
  // bit; the change is linear, so that eight looks into a table, one a half byte, give the same.
  class CrcShift {
   public:
    explicit CrcShift(std::size_t bytes);
    std::uint32_t operator()(std::uint32_t crc) const;

   private:
    std::array<std::array<std::uint32_t, 16>, 8> table_{};
  };
  struct Piece {
    std::string deflated;   // whole bytes, refers to nothing before it
    std::uint32_t crc = 0;  // of its text
    CrcShift shift;         // over its text
    std::uint32_t text_bytes = 0;
  };
  std::vector<Piece> pieces_;
};

}  // namespace lantoa::http
