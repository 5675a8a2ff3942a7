// Which IP addresses are part of the public internet, by the registries of special-purpose
// addresses (RFC 6890 and what updates it). Everything else is somebody's inside.
#pragma once

#include <cstdint>
#include <span>

namespace lantoa::fetch {

// 4 or 16 bytes in network order; false for any other length. An IPv6 address that carries an IPv4
// one (mapped, NAT64) is public when that one is.
bool is_public(std::span<const std::uint8_t> address);

}  // namespace lantoa::fetch
