#include "platform/log/log.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "platform/log/line.h"

namespace lantoa::log {

namespace {

std::string_view level_name(Level level) {
  switch (level) {
    case Level::Info:
      return "info";
    case Level::Warning:
      return "warning";
    case Level::Error:
      return "error";
  }
  return "error";
}

// Length of the well-formed UTF-8 character at the front of `text`, 0 when there is none (RFC
// 3629).
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool too_long = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return !too_long && !surrogate && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool too_long = first == 0xF0 && byte(1) < 0x90;
    const bool too_big = first == 0xF4 && byte(1) > 0x8F;
    return !too_long && !too_big && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0) {
      out += "\xEF\xBF\xBD";
    } else if (first == '"' || first == '\\') {
      out += '\\';
      out += text.front();
    } else if (first == '\n') {
      out += "\\n";
    } else if (first < 0x20 || first == 0x7F) {
      out += "\\u00";
      out += digits[first >> 4];
      out += digits[first & 15U];
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  out += '"';
}

}  // namespace

std::string line(Instant at, Level level, std::string_view event, std::span<const Field> fields) {
  std::string out = "{\"at\":";
  append_quoted(out, iso(at));
  out += ",\"level\":";
  append_quoted(out, level_name(level));
  out += ",\"event\":";
  append_quoted(out, event);
  for (const auto& [name, value] : fields) {
    out += ',';
    append_quoted(out, name);
    out += ':';
    append_quoted(out, value);
  }
  out += "}\n";
  return out;
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const Instant at{std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
  const std::string text = line(at, level, event, {fields.begin(), fields.size()});
  // One write() a line: lines of several threads do not mix in a pipe. When standard error itself
  // fails there is nowhere left to say so.
  std::string_view rest = text;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace lantoa::log
