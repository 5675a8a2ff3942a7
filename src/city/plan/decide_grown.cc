// Rules of a plan that a unit makes for what it was given to do.
#include <algorithm>

#include "city/plan/decide.h"

namespace lantoa::city::plan {

UnitNo scope_of(const organisation::State& organisation, UnitNo issuer) {
  if (!organisation.has(issuer)) return issuer;
  const auto& unit = organisation.unit(issuer);
  return unit.kind == organisation::Kind::Council && unit.parent ? unit.parent : issuer;
}

std::vector<UnitNo> issuers_below(const organisation::State& organisation, UnitNo unit) {
  std::vector<UnitNo> out{unit};
  for (const UnitNo child : organisation.open_children(unit)) {
    if (organisation.unit(child).kind == organisation::Kind::Council) out.push_back(child);
  }
  return out;
}

Result<void> check_parent(const Known& known, const DraftPlan& command) {
  if (!command.parent) return {};
  TRY_ASSIGN(const Assignment* parent, known.plans.find(command.parent));
  if (auto why = withdrawn_in_words(known.plans, *parent)) {
    return problem(Code::Conflict,
                   {why->vi + " Không lập kế hoạch từ việc này nữa.",
                    why->en + " No plan can grow out of it any more."},
                   fields::parent);
  }
  if (parent->done) {
    const std::string on = vietnamese(*parent->done);
    return problem(Code::Conflict,
                   {"Việc này đã báo xong ngày " + on + " nên không lập kế hoạch từ việc này nữa.",
                    "This was reported done on " + on + "; no plan can grow out of it any more."},
                   fields::parent);
  }
  const auto issuers = issuers_below(known.organisation, parent->unit);
  const UnitNo widest = scope_of(known.organisation, parent->unit);
  if (std::find(issuers.begin(), issuers.end(), command.issuer) == issuers.end() ||
      !known.organisation.is_within(command.scope, widest)) {
    const std::string& unit = known.organisation.unit(parent->unit).name;
    return problem(Code::Invalid,
                   {"Việc này giao cho " + unit +
                        "; kế hoạch từ việc này do chính đơn vị đó hoặc Hội đồng của đơn vị ban "
                        "hành, trong phạm vi của đơn vị.",
                    "This was given to " + unit +
                        "; a plan for it is issued by that unit or its council, within the unit."},
                   fields::issuer);
  }
  if (known.plans.parents_above(parent->no) > parents_max) {
    return problem(Code::Invalid,
                   {"Đã có 5 cấp kế hoạch nối tiếp nhau; hãy giao việc này trong kế hoạch hiện có.",
                    "Five plans stand above this one already; give out the work in one of them."},
                   fields::parent);
  }
  return {};
}

std::optional<Text> beyond_parent(const State& plans, AssignmentNo parent, Date due) {
  if (!parent) return std::nullopt;
  const Assignment& above = plans.assignment(parent);
  if (due <= above.due) return std::nullopt;
  const std::string day = vietnamese(due);
  const std::string last = vietnamese(above.due);
  const std::string& number = plans.plan(plans.task(above.task).plan).number;
  return Text{"Hạn " + day + " ở sau " + last + ", hạn của việc trong Kế hoạch " + number +
                  " mà kế hoạch này thực hiện. Hãy chọn ngày không sau " + last +
                  "; nếu cần muộn hơn, xin gia hạn việc đó trước.",
              "The deadline " + day + " lies after " + last + ", that of the task of plan " +
                  number + " which this plan carries out. Choose a day up to " + last +
                  "; if more time is needed, ask for it there first."};
}

}  // namespace lantoa::city::plan
