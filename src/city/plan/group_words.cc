#include "city/plan/group_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "city/plan/decide.h"
#include "viet/unicode.h"

namespace lantoa::city::plan {
namespace {

constexpr std::array<std::string_view, 2> group_beginnings{"nhóm", "group"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes{
    {{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"‘", "’"}}};

// What stands behind "nhóm"; nullopt where the words begin otherwise.
std::optional<std::string> behind_group(std::string_view words) {
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  for (const std::string_view beginning : group_beginnings) {
    if (viet::same_name(words.substr(0, space), beginning)) {
      return std::string(words.substr(space + 1));
    }
  }
  return std::nullopt;
}

std::string without_quotes(const std::string& name) {
  for (const auto& [begin, end] : quotes) {
    if (name.size() > begin.size() + end.size() && name.starts_with(begin) && name.ends_with(end)) {
      return name.substr(begin.size(), name.size() - begin.size() - end.size());
    }
  }
  return name;
}

// As it is written, and without what describe() says of it behind: "(12 đơn vị)".
std::vector<std::string> spellings(const std::string& name) {
  std::vector<std::string> out{name, without_quotes(name)};
  const std::size_t count = name.rfind(" (");
  if (count != std::string::npos && name.ends_with(')')) {
    out.push_back(without_quotes(name.substr(0, count)));
  }
  return out;
}

// 3 of "số 3".
GroupNo numbered(std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view word = name.substr(0, space);
  if (!viet::same_name(word, "số") && !viet::same_name(word, "number")) return {};
  const std::string_view digits = name.substr(space + 1);
  GroupNo out;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out.value);
  const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  return whole ? out : GroupNo{};
}

std::vector<GroupNo> called(const organisation::State& organisation,
                            const std::vector<GroupNo>& among, const std::string& name) {
  std::vector<GroupNo> out;
  for (const GroupNo no : among) {
    if (viet::same_name(organisation.group(no).current().name, name)) out.push_back(no);
  }
  return out;
}

Problem several_groups(const organisation::State& organisation, const std::string& name,
                       const std::vector<GroupNo>& found) {
  Text list;
  for (const GroupNo no : found) {
    const std::string number = std::to_string(no.value);
    const std::string owner = " (" + organisation.unit(organisation.group(no).owner).name + ")";
    list.vi += (list.vi.empty() ? "“nhóm số " : ", “nhóm số ") + number + "”" + owner;
    list.en += (list.en.empty() ? "“group number " : ", “group number ") + number + "”" + owner;
  }
  return {
      Code::Invalid,
      {"Có " + std::to_string(found.size()) + " nhóm tên “" + name + "”; hãy ghi " + list.vi + ".",
       std::to_string(found.size()) + " groups are named “" + name + "”; write " + list.en + "."},
      fields::units,
      {}};
}

Problem no_such_group(const organisation::State& organisation, UnitNo scope,
                      const std::string& name) {
  for (std::uint32_t i = organisation.groups(); i > 0; --i) {
    const organisation::Group& one = organisation.group(GroupNo{i});
    const bool is_it = one.end && organisation.is_within(scope, one.owner) &&
                       viet::same_name(one.current().name, name);
    if (!is_it) continue;
    const std::string on = vietnamese(vietnam_date(one.end->at));
    return {Code::Invalid,
            {"Nhóm “" + one.current().name + "” đã kết thúc ngày " + on +
                 ". Hãy giao cho nhóm hoặc đơn vị khác.",
             "The group “" + one.current().name + "” ended on " + on +
                 ". Give the task to another group or unit."},
            fields::units,
            {}};
  }
  return {
      Code::Invalid,
      {"Không có nhóm “" + name +
           "” dùng được trong kế hoạch này; tên các nhóm có ở trang Nhóm đơn vị (/don-vi/nhom).",
       "There is no group “" + name +
           "” that this plan can use; the page Groups of units (/don-vi/nhom) has their names."},
      fields::units,
      {}};
}

}  // namespace

std::optional<Result<GroupNo>> read_group_words(const organisation::State& organisation,
                                                UnitNo scope, std::string_view words) {
  const auto name = behind_group(words);
  if (!name) return std::nullopt;
  const std::vector<GroupNo> usable = organisation.groups_for(scope);
  const GroupNo number = numbered(*name);
  for (const std::string& spelling : spellings(*name)) {
    const auto found = called(organisation, usable, spelling);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      return tl::unexpected(several_groups(organisation, spelling, found));
    }
  }
  if (std::find(usable.begin(), usable.end(), number) != usable.end()) return number;
  return tl::unexpected(no_such_group(organisation, scope, without_quotes(*name)));
}

std::string write_group_words(const organisation::State& organisation, UnitNo scope,
                              const Rule& rule) {
  const std::string& name = organisation.group(*rule.group).current().name;
  const bool is_alone = called(organisation, organisation.groups_for(scope), name).size() < 2;
  std::string out = "nhóm " + (is_alone ? name : "số " + std::to_string(rule.group->value));
  if (rule.top != scope) out += " thuộc " + organisation.unit(rule.top).name;
  return out;
}

}  // namespace lantoa::city::plan
