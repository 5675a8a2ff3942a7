#include "platform/http/proxies.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "platform/http/text.h"

namespace lantoa::http {

namespace {

constexpr std::string_view forwarded_for = "x-forwarded-for";

std::size_t common_bits(const AddressBytes& one, const AddressBytes& other) {
  for (std::size_t n = 0; n < one.size(); ++n) {
    const auto differ = static_cast<unsigned>(one[n] ^ other[n]);
    if (differ == 0) continue;
    std::size_t same = 0;
    while ((differ & (0x80U >> same)) == 0) ++same;
    return n * 8 + same;
  }
  return address_bits;
}

template <class Number>
bool number_from(std::string_view digits, Number& out) {
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, out);
  return read.ec == std::errc{} && read.ptr == end;
}

bool is_port_part(std::string_view text) {
  std::uint16_t port = 0;
  return text.starts_with(':') && number_from(text.substr(1), port);
}

// As it stands in X-Forwarded-For: some proxies write the port, too, "1.2.3.4:80" or "[::1]:80".
std::optional<AddressBytes> address_of_element(std::string_view text) {
  constexpr std::size_t none = std::string_view::npos;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == none) return std::nullopt;
    const std::string_view inner = text.substr(1, end - 1);
    const std::string_view rest = text.substr(end + 1);
    const bool is_right = inner.find(':') != none && (rest.empty() || is_port_part(rest));
    return is_right ? read_address(inner) : std::nullopt;
  }
  const std::size_t colon = text.find(':');
  if (colon == none || text.find(':', colon + 1) != none) return read_address(text);
  return is_port_part(text.substr(colon)) ? read_address(text.substr(0, colon)) : std::nullopt;
}

// The last element is taken off the list.
std::string_view take_last(std::string_view& list) {
  const std::size_t comma = list.rfind(',');
  const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
  const std::string_view last = trim(list.substr(begin));
  list = list.substr(0, begin == 0 ? 0 : comma);
  return last;
}

tl::unexpected<Problem> is_no_network(const std::string& text) {
  return problem(Code::Invalid,
                 {"“" + text +
                      "” không phải địa chỉ IP hay dải địa chỉ; hãy viết như 10.0.0.5, 10.1.0.0/16 "
                      "hoặc fd00::/8.",
                  "“" + text +
                      "” is no IP address or network; write it like 10.0.0.5, 10.1.0.0/16 or "
                      "fd00::/8."});
}

tl::unexpected<Problem> is_everybody(const std::string& text) {
  return problem(Code::Invalid,
                 {"“" + text +
                      "” là mọi địa chỉ, nên ai cũng có thể giả địa chỉ của người khác; hãy chỉ "
                      "nêu địa chỉ của proxy.",
                  "“" + text +
                      "” is every address, so anybody could pass for anybody else; name the "
                      "addresses of the proxies only."});
}

tl::unexpected<Problem> is_within(const std::string& text, const std::string& network,
                                  const std::string& machine) {
  return problem(Code::Invalid, {"“" + text + "” không phải đầu một dải; hãy viết " + network +
                                     " nếu là cả dải, " + machine + " nếu là một máy.",
                                 "“" + text + "” does not begin a network; write " + network +
                                     " for the network, " + machine + " for one machine."});
}

}  // namespace

Result<Proxies::Network> Proxies::read(std::string_view text) {
  const std::string said = as_text(std::string(text));
  const std::size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  const auto bytes = read_address(address);
  if (!bytes) return is_no_network(said);
  if (slash == std::string_view::npos) return Network{*bytes, address_bits};
  const std::size_t before = address.find(':') == std::string_view::npos ? mapped_bits : 0;
  std::size_t bits = 0;
  if (!number_from(text.substr(slash + 1), bits) || bits > address_bits - before) {
    return is_no_network(said);
  }
  bits += before;
  const std::size_t whole = is_mapped(*bytes) ? mapped_bits : 0;
  if (bits <= whole) return is_everybody(said);
  const Network network{cut_to(*bytes, bits), bits};
  if (network.first == *bytes) return network;
  return is_within(said, address_text(network.first) + "/" + std::to_string(bits - whole),
                   address_text(*bytes));
}

Result<void> Proxies::add(std::string_view list) {
  std::vector<Network> fresh;
  for (bool more = true; more;) {
    const std::size_t comma = list.find(',');
    more = comma != std::string_view::npos;
    TRY_ASSIGN(const Network one, read(trim(list.substr(0, comma))));
    fresh.push_back(one);
    list.remove_prefix(more ? comma + 1 : list.size());
  }
  networks_.insert(networks_.end(), fresh.begin(), fresh.end());
  return {};
}

bool Proxies::hold(const AddressBytes& address) const {
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    // A network of IPv6 may enclose where IPv4 is mapped to; it does not mean that.
    return common_bits(network.first, address) >= network.bits &&
           is_mapped(network.first) == is_mapped(address);
  });
}

bool Proxies::contain(std::string_view address) const {
  if (empty()) return false;
  const auto bytes = read_address(address);
  return bytes && hold(*bytes);
}

std::string Proxies::visitor(const Request& request) const {
  if (empty()) return request.peer;
  const auto peer = read_address(request.peer);
  if (!peer || !hold(*peer)) return request.peer;
  AddressBytes known = *peer;
  for (auto line = request.headers.rbegin(); line != request.headers.rend(); ++line) {
    if (line->first != forwarded_for) continue;
    for (std::string_view list = line->second; !list.empty();) {
      const std::string_view element = take_last(list);
      if (element.empty()) continue;  // RFC 9110 section 5.6.1
      const auto said = address_of_element(element);
      if (!said) return address_text(known);
      if (!is_loopback(*said)) known = *said;
      if (!hold(*said)) return address_text(known);
    }
  }
  return address_text(known);
}

}  // namespace lantoa::http
