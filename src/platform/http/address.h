// Internet addresses as bytes, so that one address has one value however it is written.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lantoa::http {

// Of IPv6; one of IPv4 as IPv6 maps it (::ffff:a.b.c.d), so that both ways to write it are one.
using AddressBytes = std::array<std::uint8_t, 16>;

constexpr std::size_t address_bits = 128;
constexpr std::size_t mapped_bits = 96;  // before an IPv4 address

// Without port, brackets or zone; nullopt: no address.
std::optional<AddressBytes> read_address(std::string_view text);
std::string address_text(const AddressBytes& address);  // as it is usually written

bool is_mapped(const AddressBytes& address);                  // of IPv4
bool is_loopback(const AddressBytes& address);                // a machine's own
AddressBytes cut_to(AddressBytes address, std::size_t bits);  // the first `bits`, then zeros

}  // namespace lantoa::http
