#include "platform/http/address.h"

#include <arpa/inet.h>

#include <algorithm>

namespace lantoa::http {
namespace {

constexpr AddressBytes mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

std::optional<AddressBytes> read_address(std::string_view text) {
  std::array<char, INET6_ADDRSTRLEN> ended{};
  if (text.size() >= ended.size() || text.find('\0') != std::string_view::npos) return std::nullopt;
  std::copy(text.begin(), text.end(), ended.begin());
  AddressBytes out = mapped_prefix;
  if (inet_pton(AF_INET, ended.data(), out.data() + mapped_bits / 8) == 1) return out;
  if (inet_pton(AF_INET6, ended.data(), out.data()) == 1) return out;
  return std::nullopt;
}

std::string address_text(const AddressBytes& address) {
  std::array<char, INET6_ADDRSTRLEN> out{};
  const bool is_v4 = is_mapped(address);
  inet_ntop(is_v4 ? AF_INET : AF_INET6, address.data() + (is_v4 ? mapped_bits / 8 : 0), out.data(),
            out.size());
  return out.data();
}

bool is_mapped(const AddressBytes& address) {
  return std::equal(mapped_prefix.begin(), mapped_prefix.begin() + mapped_bits / 8,
                    address.begin());
}

bool is_loopback(const AddressBytes& address) {
  static constexpr AddressBytes own{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  return address == own || (is_mapped(address) && address[12] == 127);
}

AddressBytes cut_to(AddressBytes address, std::size_t bits) {
  for (std::size_t bit = bits; bit < address_bits; ++bit) {
    address[bit / 8] = static_cast<std::uint8_t>(address[bit / 8] & ~(0x80U >> (bit % 8)));
  }
  return address;
}

}  // namespace lantoa::http
