// What a unit's papers carry at their head and their end (Nghị định 30/2020/NĐ-CP, phụ lục I).
#pragma once

#include <string>
#include <vector>

namespace lantoa::city {

struct Letterhead {
  std::string parent;  // of a department or council: "Ủy ban nhân dân thành phố Hà Nội"
  std::string issuer;  // "Sở Tư pháp"; of a city, district or ward its people's committee
  std::string place;   // "Hà Nội"
  std::vector<std::string> signature;  // "TM. Hội đồng", "Chủ tịch"
};

}  // namespace lantoa::city
