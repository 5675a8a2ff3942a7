#include "city/proper_name.h"

namespace lantoa::city {
namespace {

Text letter_and_place(const viet::StrayLetter& found, const Text& what) {
  const std::string place = std::to_string(found.place);
  return {what.vi + " có chữ “" + found.letter + "” của bảng chữ cái " + found.alphabet.vi +
              " ở vị trí " + place,
          what.en + " has the letter “" + found.letter + "” of the " + found.alphabet.en +
              " alphabet at place " + place};
}

}  // namespace

std::string proper_name(std::string_view typed) { return one_line(viet::without_hidden(typed)); }

std::optional<Text> stray_letter_in(std::string_view name, viet::Alphabets allowed,
                                    const Text& what) {
  const auto found = viet::stray_letter(name, allowed);
  if (!found) return std::nullopt;
  const Text place = letter_and_place(*found, what);
  return Text{place.vi + ": hãy gõ lại bằng chữ " + found->wanted.vi,
              place.en + ": type it again in " + found->wanted.en + " letters"};
}

std::optional<Text> stray_letter_told(std::string_view name, const Text& what) {
  const auto found = viet::stray_letter(name, for_strangers);
  if (!found) return std::nullopt;
  const Text place = letter_and_place(*found, what);
  return Text{place.vi + ", giữa các chữ " + found->wanted.vi + ".",
              place.en + ", among " + found->wanted.en + " letters."};
}

void need_one_alphabet(Faults& faults, std::string field, std::string_view name,
                       viet::Alphabets allowed, const Text& what) {
  auto why = stray_letter_in(name, allowed, what);
  if (!why) return;
  faults.add(std::move(field), {why->vi + ".", why->en + "."});
}

}  // namespace lantoa::city
