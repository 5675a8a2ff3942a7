// Proper names as they are kept: of units, groups, people, authors. What a reader cannot see is
// taken away; a letter that only looks like one of ours is refused, and the sentence names it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "city/faults.h"
#include "viet/look_alike.h"

namespace lantoa::city {

// One line, composed, without controls and characters that show nothing.
std::string proper_name(std::string_view typed);

// Names of what is Vietnamese have Latin letters only; people may be of anywhere.
constexpr viet::Alphabets for_units = viet::Alphabets::Latin;
constexpr viet::Alphabets for_people = viet::Alphabets::OneOnly;
// Whoever comes from the street may write his name in two alphabets, one word in each.
constexpr viet::Alphabets for_strangers = viet::Alphabets::OneAWord;

// Why the name cannot stay as it is, without a full stop: "tên có chữ “а” của bảng chữ cái Kirin ở
// vị trí 3: hãy gõ lại bằng chữ La-tinh". `what` begins the sentence: "tên", "the name". None: it
// can. `name` is as proper_name() makes it.
std::optional<Text> stray_letter_in(std::string_view name, viet::Alphabets allowed,
                                    const Text& what);
// The same for whoever reads a name that a stranger gave, where nothing is refused: "Họ tên có chữ
// “а” của bảng chữ cái Kirin ở vị trí 3, giữa các chữ La-tinh."
std::optional<Text> stray_letter_told(std::string_view name, const Text& what);
// The first as a fault of a form's field.
void need_one_alphabet(Faults& faults, std::string field, std::string_view name,
                       viet::Alphabets allowed, const Text& what);

}  // namespace lantoa::city
