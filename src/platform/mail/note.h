// What is kept of what a mail server answered. Internal to mail.
#pragma once

#include <string>
#include <string_view>

namespace lantoa::mail {

constexpr std::size_t note_bytes_max = 200;

// One line of at most note_bytes_max bytes without words that hold an address ("…" stands there). A
// peer may say anything: what is not plain text becomes "?".
std::string note_of(std::string_view reply);

}  // namespace lantoa::mail
