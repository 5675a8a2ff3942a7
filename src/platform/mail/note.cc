#include "platform/mail/note.h"

#include <algorithm>

namespace lantoa::mail {

std::string note_of(std::string_view text) {
  constexpr std::string_view hidden = "…";
  std::string out;
  while (!text.empty() && out.size() + hidden.size() < note_bytes_max) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    if (word.find('@') != std::string_view::npos) {
      out += hidden;
      continue;
    }
    for (const char c : word.substr(0, note_bytes_max - out.size())) {
      out += c > ' ' && c <= '~' ? c : '?';
    }
  }
  return out;
}

}  // namespace lantoa::mail
