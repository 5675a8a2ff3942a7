#include "city/proper_name.h"

namespace lantoa::city {

std::string proper_name(std::string_view typed) { return one_line(viet::without_hidden(typed)); }

std::optional<Text> stray_letter_in(std::string_view name, viet::Alphabets allowed,
                                    const Text& what) {
  const auto found = viet::stray_letter(name, allowed);
  if (!found) return std::nullopt;
  const std::string place = std::to_string(found->place);
  return Text{what.vi + " có chữ “" + found->letter + "” của bảng chữ cái " + found->alphabet.vi +
                  " ở vị trí " + place + ": hãy gõ lại bằng chữ " + found->wanted.vi,
              what.en + " has the letter “" + found->letter + "” of the " + found->alphabet.en +
                  " alphabet at place " + place + ": type it again in " + found->wanted.en +
                  " letters"};
}

void need_one_alphabet(Faults& faults, std::string field, std::string_view name,
                       viet::Alphabets allowed, const Text& what) {
  auto why = stray_letter_in(name, allowed, what);
  if (!why) return;
  faults.add(std::move(field), {why->vi + ".", why->en + "."});
}

}  // namespace lantoa::city
