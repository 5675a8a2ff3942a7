#include "city/plan/due_words.h"

namespace lantoa::city::plan {

Text due_in_words(Date due, std::optional<std::uint32_t> working_days) {
  const std::string day = vietnamese(due);
  if (!working_days) return {day, day};
  const Text so_many = in_working_days(*working_days);
  return {day + " (" + so_many.vi + ")", day + " (" + so_many.en + ")"};
}

Text due_before_issue(const Due& due, const Needs& needs) {
  const Date today = needs.calendar.today();
  if (due.working_days == 0) return due_in_words(day_of(due, today, needs.workdays), {});
  const std::string day = vietnamese(day_of(due, today, needs.workdays));
  const Text so_many = in_working_days(due.working_days);
  return {so_many.vi + " sau khi ban hành (nếu ban hành hôm nay: " + day + ")",
          so_many.en + " after issue (if issued today: " + day + ")"};
}

Text due_in_words(const Task& task, Stage stage, const Needs& needs) {
  if (stage != Stage::Issued) return due_before_issue(due_of(task), needs);
  return due_in_words(task.due, task.working_days);
}

Text due_in_words(const State& state, const Assignment& assignment) {
  const Task& task = state.task(assignment.task);
  // More time, or what it was given with before an amendment, are no such days.
  const bool is_the_tasks = assignment.due == task.due;
  return due_in_words(assignment.due, is_the_tasks ? task.working_days : std::nullopt);
}

std::optional<Text> counted_in_words(std::optional<std::uint32_t> working_days,
                                     AmendmentStage stage) {
  if (!working_days) return std::nullopt;
  const Text so_many = in_working_days(*working_days);
  if (stage == AmendmentStage::Issued) {
    return Text{so_many.vi + " kể từ ngày ban hành sửa đổi",
                so_many.en + " after the amendment was issued"};
  }
  if (stage == AmendmentStage::GivenUp) {
    return Text{so_many.vi + " kể từ ngày ban hành sửa đổi, nếu ban hành ngay khi soạn",
                so_many.en + " after issue, if it had been issued when it was drafted"};
  }
  return Text{so_many.vi + " kể từ ngày ban hành sửa đổi, nếu ban hành hôm nay",
              so_many.en + " after the amendment is issued, if that is today"};
}

std::string due_on_paper(Date due, std::optional<std::uint32_t> working_days, bool is_issued) {
  if (!working_days) return vietnamese(due);
  std::string out = "trong " + in_working_days(*working_days).vi + " kể từ ngày ban hành";
  if (is_issued) out += ", chậm nhất ngày " + vietnamese(due);
  return out;
}

}  // namespace lantoa::city::plan
