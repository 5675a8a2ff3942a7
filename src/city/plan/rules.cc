#include "city/plan/rules.h"

#include <algorithm>
#include <charconv>

namespace lantoa::city::plan {
namespace {

constexpr std::string_view one_unit = "dv-";
constexpr std::string_view one_group = "nhom-";

// 12 of "dv-12".
std::optional<std::uint32_t> number_behind(std::string_view value, std::string_view beginning) {
  if (!value.starts_with(beginning)) return std::nullopt;
  const std::string_view digits = value.substr(beginning.size());
  std::uint32_t out = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return out;
}

std::string name_of_group(const organisation::Group& group, std::uint32_t version) {
  const bool is_known = version != 0 && version <= group.version();
  return is_known ? group.versions[version - 1].name : group.current().name;
}

// "Nhóm “Các phường quanh hồ” (12 đơn vị) thuộc Quận Mẫu", where that is not all of it.
Text named_group(const Rule& rule, std::uint32_t version, const Text& behind,
                 const organisation::State& organisation) {
  const organisation::Group& group = organisation.group(*rule.group);
  const std::string name = "“" + name_of_group(group, version) + "”";
  Text out{"Nhóm " + name + behind.vi, "Group " + name + behind.en};
  if (rule.top == group.owner) return out;
  const std::string& top = organisation.unit(rule.top).name;
  return {out.vi + " thuộc " + top, out.en + " of " + top};
}

Text so_many_units(std::size_t units, bool has_ended) {
  const std::string n = std::to_string(units);
  return {" (" + n + " đơn vị" + (has_ended ? "; nhóm đã kết thúc)" : ")"),
          " (units: " + n + (has_ended ? "; the group has ended)" : ")")};
}

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
  if (rule.group) {
    const Text units = so_many_units(organisation.members(*rule.group, rule.top).size(),
                                     organisation.group(*rule.group).end.has_value());
    return named_group(rule, 0, units, organisation);
  }
  if (rule.kinds.empty()) {
    const std::string& name = organisation.unit(rule.top).name;
    return {name, name};
  }
  Text out = words_of(rule.kinds);
  if (rule.top == organisation.root()) return out;
  const std::string& top = organisation.unit(rule.top).name;
  return {out.vi + " thuộc " + top, out.en + " of " + top};
}

Text describe(const Task& task, const organisation::State& organisation) {
  if (!task.rule.group || task.group_version == 0) return describe(task.rule, organisation);
  return named_group(task.rule, task.group_version, so_many_units(task.assignments.size(), false),
                     organisation);
}

std::string units_on_paper(const Rule& rule, std::uint32_t version,
                           const organisation::State& organisation) {
  if (!rule.group) return describe(rule, organisation).vi;
  std::string name = named_group(rule, version, {}, organisation).vi;
  name.front() = 'n';
  return "Các đơn vị trong " + name;
}

std::string write_choice(const Rule& rule) {
  if (rule.group) return std::string(one_group) + std::to_string(rule.group->value);
  if (rule.kinds.empty()) return std::string(one_unit) + std::to_string(rule.top.value);
  for (const RuleChoice& choice : rule_choices()) {
    if (choice.kinds == rule.kinds) return choice.value;
  }
  return {};
}

Result<Rule> read_choice(std::string_view value, UnitNo scope) {
  if (const auto unit = number_behind(value, one_unit); unit && *unit != 0) {
    return Rule{{}, UnitNo{*unit}, {}};
  }
  if (const auto group = number_behind(value, one_group); group && *group != 0) {
    return Rule{{}, scope, GroupNo{*group}};
  }
  if (const RuleChoice* choice = find_choice(value); choice != nullptr && !choice->kinds.empty()) {
    return Rule{choice->kinds, scope, {}};
  }
  return problem(Code::Invalid, {"Hãy chọn đơn vị nhận nhiệm vụ.", "Choose who gets the task."},
                 "units");
}

}  // namespace lantoa::city::plan
