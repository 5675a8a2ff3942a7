// How official papers name a unit: a city, a district or a ward by its committee. A place that is
// named after a person should keep its word ("quận Hai Bà Trưng"); no list of those is here.
#include "city/organisation/state.h"

namespace lantoa::city::organisation {
namespace {

struct Territory {
  Kind kind;
  std::string_view word;   // what its name begins with
  std::string_view lower;  // the same within a sentence
};

constexpr Territory territories[] = {
    {Kind::City, "Thành phố ", "thành phố "},  {Kind::UrbanDistrict, "Quận ", "quận "},
    {Kind::RuralDistrict, "Huyện ", "huyện "}, {Kind::Town, "Thị xã ", "thị xã "},
    {Kind::Ward, "Phường ", "phường "},        {Kind::Commune, "Xã ", "xã "},
    {Kind::Township, "Thị trấn ", "thị trấn "}};

const Territory* territory(Kind kind) {
  for (const Territory& one : territories) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

std::string without(std::string_view word, const std::string& name) {
  return name.starts_with(word) ? name.substr(word.size()) : name;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string State::formal_name(UnitNo no) const {
  const Unit& one = unit(no);
  const Territory* kind = territory(one.kind);
  if (kind == nullptr) return one.name;
  return "Ủy ban nhân dân " + std::string(kind->lower) + without(kind->word, one.name);
}

Letterhead State::letterhead(UnitNo no) const {
  const Unit& one = unit(no);
  Letterhead out;
  out.issuer = formal_name(no);
  // A people's committee has no body above it on its papers.
  const bool is_committee = territory(one.kind) != nullptr;
  if (has(one.parent) && !is_committee) out.parent = formal_name(one.parent);
  for (UnitNo above = no; has(above); above = unit(above).parent) {
    const Unit& at = unit(above);
    if (const Territory* kind = territory(at.kind)) {
      out.place = without(kind->word, at.name);
      if (!out.place.empty() && is_digit(out.place.front())) out.place = at.name;  // "Quận 1"
      break;
    }
  }
  if (one.kind == Kind::Council) {
    out.signature = {"TM. Hội đồng", "Chủ tịch"};
  } else if (!is_committee) {
    out.signature = {one.name.starts_with("Sở ") ? "Giám đốc" : "Thủ trưởng cơ quan"};
  } else {
    out.signature = {"TM. Ủy ban nhân dân", "Chủ tịch"};
  }
  return out;
}

}  // namespace lantoa::city::organisation
