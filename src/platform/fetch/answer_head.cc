#include "platform/fetch/answer_head.h"

#include <algorithm>
#include <cctype>

namespace lantoa::fetch {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

void add_head_line(std::string_view line, Answer& answer) {
  // A proxy and "100 Continue" have heads of their own before that of the answer.
  if (line.starts_with("HTTP/")) {
    answer.headers.clear();
    const std::size_t space = std::min(line.find(' '), line.size() - 1);
    answer.status = 0;
    for (const char c : trimmed(line.substr(space)).substr(0, 3)) {
      if (c >= '0' && c <= '9') answer.status = answer.status * 10 + (c - '0');
    }
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  std::string name(line.substr(0, colon));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  answer.headers.emplace_back(std::move(name), trimmed(line.substr(colon + 1)));
}

}  // namespace lantoa::fetch
