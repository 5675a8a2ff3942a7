// Whatever another program answers, and whatever address somebody typed: a head is status and
// headers and nothing beside, an address is judged the same each time it is read, and a place that
// was allowed is written in one way only.
// Tries: answer_head.cc, public_address.cc
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "platform/fetch/answer_head.h"
#include "platform/fetch/fetch.h"
#include "platform/fetch/public_address.h"

namespace {

using namespace lantoa::fetch;

constexpr int status_max = 999;

bool begins_or_ends_blank(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  return !text.empty() && (blanks.find(text.front()) != std::string_view::npos ||
                           blanks.find(text.back()) != std::string_view::npos);
}

void try_head(std::string_view bytes) {
  Answer answer;
  std::size_t lines = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    add_head_line(bytes.substr(0, end + 1), answer);
    bytes.remove_prefix(end + 1);
    ++lines;
  }
  ASSERT(answer.status >= 0 && answer.status <= status_max);
  ASSERT(answer.headers.size() <= lines);
  for (const auto& [name, value] : answer.headers) {
    for (const char c : name) ASSERT(c < 'A' || c > 'Z');
    ASSERT(!begins_or_ends_blank(value));
  }
}

void try_address(const std::string& text) {
  const auto peer = peer_of(text);
  if (!peer) {
    ASSERT(!peer.error().text.vi.empty() && !peer.error().text.en.empty());
    return;
  }
  ASSERT(peer->origin.starts_with(peer->is_encrypted ? "https://" : "http://"));
  // A name and password would show somebody another host than is asked.
  ASSERT(peer->origin.find('@') == std::string::npos);
}

void try_place(const std::string& text) {
  const auto place = read_place(text);
  if (!place) {
    ASSERT(!place.error().text.vi.empty() && !place.error().text.en.empty());
    return;
  }
  const auto again = read_place(*place);
  ASSERT(again.has_value());
  ASSERT(*again == *place);
}

// An IPv4 address is what it is, however IPv6 writes it.
void try_bytes(std::span<const std::uint8_t> bytes) {
  const bool known = is_public(bytes);
  if (bytes.size() != 4 && bytes.size() != 16) ASSERT(!known);
  if (bytes.size() != 4) return;
  std::array<std::uint8_t, 16> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  std::copy(bytes.begin(), bytes.end(), mapped.begin() + 12);
  ASSERT(is_public(mapped) == known);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try_head(bytes);
  try_address(std::string(bytes));
  try_place(std::string(bytes));
  try_bytes({data, size});
  return 0;
}
