// Branches of law in which somebody speaks (lĩnh vực). Codes stand in facts and addresses and never
// change their meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/text.h"

namespace lantoa::city::speaker {

struct Branch {
  std::string_view code;
  Text title;
};

// In the order in which forms offer them.
const std::vector<Branch>& branches();
const Branch* find_branch(std::string_view code);  // nullptr: none of this version's

// Its title, or the code itself where this version has no such branch.
Text branch_title(std::string_view code);

// "Đất đai, Môi trường".
std::string in_words(const std::vector<std::string>& codes, Language language);

}  // namespace lantoa::city::speaker
