#include "platform/fetch/public_address.h"

#include <algorithm>
#include <array>

namespace lantoa::fetch {
namespace {

template <std::size_t Size>
struct Block {
  std::array<std::uint8_t, Size> prefix;
  unsigned bits;  // of the prefix that count
};

constexpr std::array<Block<4>, 15> inside_4{{
    {{0, 0, 0, 0}, 8},        // "this" network
    {{10, 0, 0, 0}, 8},       // private
    {{100, 64, 0, 0}, 10},    // shared by carriers
    {{127, 0, 0, 0}, 8},      // this machine
    {{169, 254, 0, 0}, 16},   // link-local, with clouds' metadata
    {{172, 16, 0, 0}, 12},    // private
    {{192, 0, 0, 0}, 24},     // protocol assignments
    {{192, 0, 2, 0}, 24},     // documentation
    {{192, 88, 99, 0}, 24},   // 6to4 relays
    {{192, 168, 0, 0}, 16},   // private
    {{198, 18, 0, 0}, 15},    // benchmarking
    {{198, 51, 100, 0}, 24},  // documentation
    {{203, 0, 113, 0}, 24},   // documentation
    {{224, 0, 0, 0}, 4},      // multicast
    {{240, 0, 0, 0}, 4},      // reserved, broadcast
}};

// Of 2000::/3, which is all that is given out.
constexpr std::array<Block<16>, 4> inside_6{{
    {{0x20, 0x01, 0x00}, 23},        // protocol assignments, Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4: leads to any IPv4 address
    {{0x3f, 0xff, 0x00}, 20},        // documentation
}};

constexpr Block<16> mapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr Block<16> nat64{{0x00, 0x64, 0xff, 0x9b}, 96};
constexpr Block<16> given_out{{0x20}, 3};

template <std::size_t Size>
bool is_in(std::span<const std::uint8_t> address, const Block<Size>& block) {
  const std::size_t whole = block.bits / 8;
  if (!std::equal(block.prefix.begin(), block.prefix.begin() + whole, address.begin()))
    return false;
  const unsigned rest = block.bits % 8;
  if (rest == 0) return true;
  return (block.prefix[whole] ^ address[whole]) >> (8 - rest) == 0;
}

template <std::size_t Size, std::size_t Count>
bool is_in_any(std::span<const std::uint8_t> address,
               const std::array<Block<Size>, Count>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const auto& block) { return is_in(address, block); });
}

}  // namespace

bool is_public(std::span<const std::uint8_t> address) {
  if (address.size() == 4) return !is_in_any(address, inside_4);
  if (address.size() != 16) return false;
  if (is_in(address, mapped) || is_in(address, nat64)) return is_public(address.last(4));
  return is_in(address, given_out) && !is_in_any(address, inside_6);
}

}  // namespace lantoa::fetch
