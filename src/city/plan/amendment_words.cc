// What amendments made of an assignment, in words.
#include <algorithm>

#include "city/plan/plan.h"

namespace lantoa::city::plan {
namespace {

// "12/KH-UBND ngày 01/06/2021"
std::string dated(const Amendment& by) { return by.number + " ngày " + vietnamese(by.issued); }
std::string dated_in_english(const Amendment& by) {
  return by.number + " of " + vietnamese(by.issued);
}

}  // namespace

std::vector<AmendmentNote> notes_of(const State& state, const Assignment& assignment) {
  const Task& task = state.task(assignment.task);
  std::vector<AmendmentNote> out;
  const auto note = [&](AmendmentNo by, Text text) {
    out.push_back({address_of(task.plan, by), std::move(text)});
  };
  if (assignment.withdrawn) {
    const Amendment& by = state.amendment(assignment.withdrawn);
    note(by.no, {"Rút theo " + dated(by), "Withdrawn by " + dated_in_english(by)});
  }
  const Move* last = state.last_move(assignment.no);
  if (last != nullptr && last->amendment) {
    const Amendment& by = state.amendment(last->amendment);
    const std::string before = vietnamese(last->before);
    note(by.no, {"Hạn theo " + dated(by) + " sửa đổi, trước là " + before,
                 "Deadline as amended by " + dated_in_english(by) + ", before that " + before});
  }
  for (auto one = task.earlier.rbegin(); one != task.earlier.rend(); ++one) {
    // What it says since: the next one's words, or the present ones.
    const bool is_last = one == task.earlier.rbegin();
    const std::string& what = is_last ? task.what : (one - 1)->what;
    const Terms& terms = is_last ? task.terms : (one - 1)->terms;
    if (one->what == what && one->terms == terms) continue;
    const Amendment& by = state.amendment(one->until);
    note(by.no, {"Nội dung theo " + dated(by) + " sửa đổi",
                 "Worded as amended by " + dated_in_english(by)});
    break;
  }
  if (task.added) {
    const Amendment& by = state.amendment(task.added);
    note(by.no, {"Nhiệm vụ bổ sung theo " + dated(by), "Added by " + dated_in_english(by)});
  }
  return out;
}

}  // namespace lantoa::city::plan
