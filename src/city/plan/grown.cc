#include "city/plan/grown.h"

namespace lantoa::city::plan {
namespace {

// "Triển khai Kế hoạch số 06/KH-HĐPHPBGDPL: Phổ biến tới từng người"; without the task where that
// would be too long for a title.
std::string title_for(const Plan& above, const Task& task) {
  const std::string plan = "Triển khai Kế hoạch số " + above.number;
  std::string whole = plan + ": " + task.what;
  return count_characters(whole) <= title_characters_max ? whole : plan;
}

}  // namespace

ParentNote parent_note(const State& state, const Needs& needs, const Actor& actor,
                       AssignmentNo no) {
  const Assignment& one = state.assignment(no);
  const Task& task = state.task(one.task);
  ParentNote out;
  out.no = std::to_string(no.value);
  if (may_see(state, needs, actor, one)) out.address = address_of(no);
  out.what = task.what;
  out.number = state.plan(task.plan).number;
  out.unit = needs.organisation.unit(one.unit).name;
  out.due = vietnamese(one.due);
  return out;
}

Result<Seed> seed_of(const State& state, const Needs& needs, const Actor& actor, AssignmentNo no) {
  TRY_ASSIGN(const Assignment* one, state.find(no));
  TRY(needs.organisation.require(actor, Right::DraftPlan, one->unit));
  const Task& task = state.task(one->task);
  const Plan& above = state.plan(task.plan);
  Seed out;
  out.note = parent_note(state, needs, actor, no);
  out.title = title_for(above, task);
  for (const Ground& ground : above.grounds) out.grounds += write_ground(ground) + "\n";
  const std::string issuer = needs.organisation.unit(above.issuer).name;
  out.grounds += write_ground({above.number, "Kế hoạch", issuer, above.issued}) + "\n";
  for (const UnitNo unit : issuers_below(needs.organisation, one->unit)) {
    if (needs.organisation.allows(actor, Right::DraftPlan, unit)) out.issuers.push_back(unit);
  }
  return out;
}

std::vector<GrownRow> grown_rows(const State& state, AssignmentNo no, Date today,
                                 Language language) {
  std::vector<GrownRow> out;
  for (const PlanNo grown : state.grown_from(no)) {
    const Plan& plan = state.plan(grown);
    const Progress progress = progress_of(state, plan);
    out.push_back({"/ke-hoach/" + std::to_string(grown.value), shown_number(plan, language),
                   plan.title, title(plan.stage), mark_of(plan.stage), progress.done, progress.all,
                   share_of(progress), time_gone(state, plan, today)});
  }
  return out;
}

std::optional<Text> open_below_in_words(const State& state, AssignmentNo no) {
  const std::uint32_t open = state.open_below(no);
  if (open == 0) return std::nullopt;
  const std::string n = std::to_string(open);
  return Text{"Kế hoạch lập từ việc này còn " + n + " việc chưa xong.",
              "Not done yet in plans that grew out of this: " + n + "."};
}

}  // namespace lantoa::city::plan
