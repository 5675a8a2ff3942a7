// References to provisions in running text: "khoản 2 Điều 3 Nghị định số 5/2024/NĐ-CP", "Điều 110
// của Hiến pháp", "các khoản 1, 2 và điểm a khoản 4 Điều này". Each says which provisions are
// meant, as addresses ("dieu-3.khoan-2.diem-a"), and of which document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::viet {

struct ProvisionReference {
  enum class Of {
    Unstated,       // "khoản 2 Điều 3" and nothing more: mostly the document that says it
    ThisDocument,   // "Điều 1 của Nghị quyết này"
    ThisProvision,  // "khoản 1 Điều này": the addresses lack what "này" stands for
    Document,       // one that is named
  };

  std::size_t offset = 0, length = 0;  // bytes, from the first word of a level to the last number
  std::vector<std::string> provisions;
  Of of = Of::Unstated;
  // "Hiến pháp", "Luật Đất đai", the type word before a number; empty when none is named. The
  // number itself is in the citation that stands there.
  std::string document;
};

// In the order of the text. Labels at the head of a provision are no references.
std::vector<ProvisionReference> find_references(std::string_view text);

}  // namespace lantoa::viet
