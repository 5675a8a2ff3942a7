#include "platform/log/log.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "kernel/utf8.h"
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

void append_quoted(std::string& out, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  while (!text.empty()) {
    const std::size_t length = character_size(text);
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
