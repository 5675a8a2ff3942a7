#include "city/faults.h"

#include <algorithm>

#include "kernel/assert.h"
#include "viet/unicode.h"

namespace lantoa::city {

void Faults::add(std::string field, Text text) {
  list_.push_back({std::move(field), 0, std::move(text)});
}

void Faults::need(std::string field, std::string_view text, std::size_t characters_max,
                  Text missing) {
  if (text.empty()) return add(std::move(field), std::move(missing));
  limit(std::move(field), text, characters_max);
}

void Faults::limit(std::string field, std::string_view text, std::size_t characters_max) {
  const std::size_t characters = count_characters(text);
  if (characters <= characters_max) return;
  const std::string most = std::to_string(characters_max);
  const std::string here = std::to_string(characters);
  add(std::move(field), {"Dài " + here + " ký tự; tối đa " + most + ". Hãy viết ngắn lại.",
                         here + " characters; at most " + most + ". Make it shorter."});
}

Problem Faults::problem() && {
  ASSERT(any());
  const std::string count = std::to_string(list_.size());
  return {Code::Invalid,
          {"Có " + count + " chỗ cần sửa; chưa có gì được ghi.",
           list_.size() == 1 ? "One place needs correcting; nothing was written."
                             : count + " places need correcting; nothing was written."},
          list_.front().field,
          std::move(list_)};
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string one_line(std::string_view typed) {
  std::string out;
  for (const char c : viet::nfc(typed)) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace lantoa::city
