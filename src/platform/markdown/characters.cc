#include "platform/markdown/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace lantoa::markdown {
namespace {

constexpr std::string_view replacement = "\uFFFD";

std::string utf8(std::uint32_t code) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    return std::string(replacement);
  }
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

// Those that people write or that word processors leave behind, in byte order; HTML has 2,000 more.
constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Aacute", "Á"},   {"Abreve", "Ă"}, {"Acirc", "Â"},  {"Agrave", "À"}, {"Atilde", "Ã"},
    {"Dstrok", "Đ"},   {"Eacute", "É"}, {"Ecirc", "Ê"},  {"Egrave", "È"}, {"Iacute", "Í"},
    {"Igrave", "Ì"},   {"Oacute", "Ó"}, {"Ocirc", "Ô"},  {"Ograve", "Ò"}, {"Otilde", "Õ"},
    {"Uacute", "Ú"},   {"Ugrave", "Ù"}, {"Yacute", "Ý"}, {"aacute", "á"}, {"abreve", "ă"},
    {"acirc", "â"},    {"agrave", "à"}, {"amp", "&"},    {"apos", "'"},   {"atilde", "ã"},
    {"bull", "•"},     {"copy", "©"},   {"deg", "°"},    {"divide", "÷"}, {"dstrok", "đ"},
    {"eacute", "é"},   {"ecirc", "ê"},  {"egrave", "è"}, {"euro", "€"},   {"frac12", "½"},
    {"ge", "≥"},       {"gt", ">"},     {"hellip", "…"}, {"iacute", "í"}, {"igrave", "ì"},
    {"laquo", "«"},    {"larr", "←"},   {"ldquo", "“"},  {"le", "≤"},     {"lsquo", "‘"},
    {"lt", "<"},       {"mdash", "—"},  {"middot", "·"}, {"minus", "−"},  {"nbsp", "\u00A0"},
    {"ndash", "–"},    {"ne", "≠"},     {"oacute", "ó"}, {"ocirc", "ô"},  {"ograve", "ò"},
    {"otilde", "õ"},   {"para", "¶"},   {"plusmn", "±"}, {"quot", "\""},  {"raquo", "»"},
    {"rarr", "→"},     {"rdquo", "”"},  {"reg", "®"},    {"rsquo", "’"},  {"sect", "§"},
    {"shy", "\u00AD"}, {"times", "×"},  {"trade", "™"},  {"uacute", "ú"}, {"ugrave", "ù"},
    {"yacute", "ý"},
});
static_assert(std::ranges::is_sorted(names, {},
                                     &std::pair<std::string_view, std::string_view>::first));

bool turns_direction(std::string_view character) {
  return (character >= "\u202A" && character <= "\u202E") ||
         (character >= "\u2066" && character <= "\u2069");
}

}  // namespace

std::string repaired(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const std::size_t size = character_size(bytes);
    out += size == 0 ? replacement : bytes.substr(0, size);
    bytes.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

std::string decoded_entity(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') {
    return std::string(entity);
  }
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() != '#') {
    const auto* found = std::ranges::lower_bound(
        names, name, {}, &std::pair<std::string_view, std::string_view>::first);
    return std::string(found != names.end() && found->first == name ? found->second : entity);
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole ? utf8(code) : std::string(replacement);
}

void append_clean(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(character_size(text), 1);
    const std::string_view character = text.substr(0, size);
    const auto first = static_cast<unsigned char>(character.front());
    const bool control = (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F ||
                         (size == 2 && character >= "\u0080" && character <= "\u009F") ||
                         (size == 1 && first >= 0x80);
    if (control) {
      out += replacement;
    } else if (size != 3 || !turns_direction(character)) {
      out += character;
    }
    text.remove_prefix(size);
  }
}

void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("&<>\"'"), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    switch (text.front()) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
    }
    text.remove_prefix(1);
  }
}

}  // namespace lantoa::markdown
