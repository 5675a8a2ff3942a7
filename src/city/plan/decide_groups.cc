// Rules of tasks that are given to a group of units.
#include "city/plan/decide.h"

namespace lantoa::city::plan {
namespace {

std::string quoted_group(const organisation::Group& group) {
  return "“" + group.current().name + "”";
}

}  // namespace

Result<void> check_group(const organisation::State& organisation, const Rule& rule, UnitNo scope) {
  if (!rule.group) return {};
  auto found = organisation.find(*rule.group);
  if (!found) {
    Problem why = std::move(found).error();
    why.code = Code::Invalid;
    why.field = fields::group;
    return tl::unexpected(std::move(why));
  }
  const organisation::Group& group = **found;
  const std::string name = quoted_group(group);
  const std::string& within = organisation.unit(scope).name;
  if (!organisation.is_within(scope, group.owner)) {
    const std::string& owner = organisation.unit(group.owner).name;
    return problem(Code::Invalid,
                   {"Nhóm " + name + " là của " + owner + "; kế hoạch của " + within +
                        " dùng nhóm của chính đơn vị này hoặc của đơn vị cấp trên.",
                    "The group " + name + " is of " + owner + "; a plan for " + within +
                        " uses groups of that unit or of one above it."},
                   fields::group);
  }
  if (!organisation.members(group.no, rule.top).empty()) return {};
  return problem(Code::Invalid,
                 {"Nhóm " + name + " không có đơn vị nào đang hoạt động thuộc " +
                      organisation.unit(rule.top).name + ". Hãy chọn nhóm khác, hoặc sửa nhóm.",
                  "The group " + name + " has no open unit within " +
                      organisation.unit(rule.top).name + ". Choose another, or change the group."},
                 fields::group);
}

Result<void> check_group_goes_on(const organisation::State& organisation, const Rule& rule) {
  if (!has_ended(organisation, rule)) return {};
  const organisation::Group& group = organisation.group(*rule.group);
  const std::string name = quoted_group(group);
  const std::string on = vietnamese(vietnam_date(group.end->at));
  return problem(
      Code::Invalid,
      {"Nhóm " + name + " đã kết thúc ngày " + on + ". Hãy giao cho nhóm hoặc đơn vị khác.",
       "The group " + name + " ended on " + on + ". Give the task to another group or unit."},
      fields::group);
}

bool has_ended(const organisation::State& organisation, const Rule& rule) {
  return rule.group && organisation.has(*rule.group) &&
         organisation.group(*rule.group).end.has_value();
}

std::optional<std::uint32_t> version_of_group(const organisation::State& organisation,
                                              const Rule& rule) {
  if (!rule.group || !organisation.has(*rule.group)) return std::nullopt;
  return organisation.group(*rule.group).version();
}

}  // namespace lantoa::city::plan
