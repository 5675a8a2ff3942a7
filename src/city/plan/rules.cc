#include "city/plan/rules.h"

#include <algorithm>
#include <charconv>

namespace lantoa::city::plan {
namespace {

constexpr std::string_view one_unit = "dv-";

Text words_of(const std::vector<organisation::Kind>& kinds) {
  for (const RuleChoice& choice : rule_choices()) {
    if (choice.kinds == kinds) return choice.label;
  }
  Text out;
  for (const organisation::Kind kind : kinds) {
    const Text one = organisation::title(kind);
    out.vi += (out.vi.empty() ? "Mọi " : ", ") + one.vi;
    out.en += (out.en.empty() ? "Every " : ", ") + one.en;
  }
  return out;
}

}  // namespace

const std::vector<RuleChoice>& rule_choices() {
  using organisation::Kind;
  static const std::vector<RuleChoice> choices{
      {"phuong", {"Mọi phường", "Every ward"}, {Kind::Ward}},
      {"xa",
       {"Mọi phường, xã, thị trấn", "Every ward, commune and township"},
       {Kind::Ward, Kind::Commune, Kind::Township}},
      {"quan",
       {"Mọi quận, huyện, thị xã", "Every district and town"},
       {Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town}},
      {"so", {"Mọi sở, ban, ngành", "Every department"}, {Kind::Department}},
      {"moi",
       {"Mọi sở, quận, huyện, phường, xã", "Every department, district, ward and commune"},
       {Kind::Department, Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town, Kind::Ward,
        Kind::Commune, Kind::Township}},
      {"mot", {"Một đơn vị (ghi mã bên dưới)", "One unit (write its code below)"}, {}},
  };
  return choices;
}

const RuleChoice* find_choice(std::string_view value) {
  const auto& choices = rule_choices();
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const RuleChoice& one) { return one.value == value; });
  return found == choices.end() ? nullptr : &*found;
}

Text describe(const Rule& rule, const organisation::State& organisation) {
  if (rule.kinds.empty()) {
    const std::string& name = organisation.unit(rule.top).name;
    return {name, name};
  }
  Text out = words_of(rule.kinds);
  if (rule.top == organisation.root()) return out;
  const std::string& top = organisation.unit(rule.top).name;
  return {out.vi + " thuộc " + top, out.en + " of " + top};
}

std::string write_choice(const Rule& rule) {
  if (rule.kinds.empty()) return std::string(one_unit) + std::to_string(rule.top.value);
  for (const RuleChoice& choice : rule_choices()) {
    if (choice.kinds == rule.kinds) return choice.value;
  }
  return {};
}

Result<Rule> read_choice(std::string_view value, UnitNo scope) {
  if (value.starts_with(one_unit)) {
    const std::string_view digits = value.substr(one_unit.size());
    UnitNo unit;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit.value);
    if (read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && unit) {
      return Rule{{}, unit};
    }
  } else if (const RuleChoice* choice = find_choice(value);
             choice != nullptr && !choice->kinds.empty()) {
    return Rule{choice->kinds, scope};
  }
  return problem(Code::Invalid, {"Hãy chọn đơn vị nhận nhiệm vụ.", "Choose who gets the task."},
                 "units");
}

}  // namespace lantoa::city::plan
