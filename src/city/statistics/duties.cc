// What reports ask of somebody today: to hand in his units' own, to read those of units below; and
// what they ask of a unit that is to be closed.
#include <algorithm>

#include "city/own_units.h"
#include "city/person.h"
#include "city/statistics/narrative.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

std::string name_of(const Round& round, Language language) {
  const Form* form = find_form(round.form);
  return (form == nullptr ? round.form : form->title.text().in(language)) + ": " +
         title_of(round, language);
}

void add_missing(std::vector<App::Duty>& out, const Round& round, const Needs& needs,
                 const Visit& visit) {
  const Date today = needs.calendar.today();
  if (today < round.taken_from()) return;
  const auto own = own_units(visit.actor, Right::ReportTask);
  for (const UnitNo unit : needs.organisation.answered_by(own)) {
    if (!round.asks(unit)) continue;
    const Standing standing = round.standing(unit);
    const bool is_due = standing == Standing::Missing || standing == Standing::Returned;
    if (!is_due || !round.takes(unit, today)) continue;
    App::Duty duty;
    duty.left = round.deadline(unit) - today;
    if (standing == Standing::Returned) duty.state = Text{"Bị trả lại", "Sent back"};
    duty.title = name_of(round, visit.language);
    duty.detail = needs.organisation.unit(unit).name + " · " + vietnamese(round.deadline(unit));
    duty.address = address_of(round.no, unit);
    duty.action = {"Điền báo cáo", "Fill it in"};
    out.push_back(std::move(duty));
  }
}

// One row a round, however many wait.
void add_waiting(std::vector<App::Duty>& out, const Round& round, const Needs& needs,
                 const Visit& visit) {
  const auto waiting =
      std::count_if(round.reports.begin(), round.reports.end(), [&](const auto& report) {
        const UnitNo unit = report.first;
        return round.standing(unit) == Standing::Submitted &&
               may_review(needs.organisation, visit.actor, unit);
      });
  if (waiting == 0) return;
  App::Duty duty;
  duty.left = 1;
  duty.state = Text{"Chờ bạn tiếp nhận", "Waiting for you"};
  duty.title = name_of(round, visit.language);
  const std::string n = std::to_string(waiting);
  duty.detail = Text{n + " báo cáo của đơn vị chờ tiếp nhận hoặc trả lại",
                     n + " reports to accept or send back"}
                    .in(visit.language);
  duty.address = address_of(round.no) + "?xem=cho-nhan";
  duty.action = {"Xem và tiếp nhận", "Read and accept"};
  out.push_back(std::move(duty));
}

// The text of a closed round: to who approves it, or back to its writer where the figures of the
// closing are others than he saw.
void add_narrative(std::vector<App::Duty>& out, const State& state, const Round& round,
                   const Needs& needs, const Visit& visit) {
  if (!round.closing || round.narrative.empty() || round.narrative.back().approved) return;
  const NarrativeVersion& latest = round.narrative.back();
  const auto person = person_of(visit.actor);
  const bool wrote = latest.by && latest.by == person &&
                     may_write_narrative(needs.organisation, visit.actor, round);
  const bool approves = needs.organisation.allows(visit.actor, Right::ApprovePlan, round.scope) &&
                        !has_written(round, person);
  const Form* form = find_form(round.form);
  if (form == nullptr || (!wrote && !approves)) return;
  const bool differs =
      !changes_since(latest, figure_ground(state, round, *form, needs.organisation)).empty();
  if (differs ? !wrote : !approves) return;
  App::Duty duty;
  duty.left = 1;
  duty.state =
      differs ? Text{"Số đã đổi", "Figures changed"} : Text{"Chờ bạn duyệt", "Waiting for you"};
  duty.title = name_of(round, visit.language);
  duty.detail = Text{"Báo cáo bằng lời", "The report in words"}.in(visit.language);
  duty.address = narrative_address(round.no);
  duty.action = differs ? Text{"Đọc lại", "Read again"} : Text{"Đọc và duyệt", "Read and approve"};
  out.push_back(std::move(duty));
}

std::uint32_t reports_owed(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 1; i <= state.rounds(); ++i) {
    const Round& round = state.round(RoundNo{i});
    if (round.cancelled || round.closing || !round.asks(unit)) continue;
    const Standing standing = round.standing(unit);
    out += standing == Standing::Missing || standing == Standing::Returned ? 1 : 0;
  }
  return out;
}

}  // namespace

void install_duties(App& app, const State& state, Needs needs) {
  app.duties.push_back([&state, needs](const Visit& visit, std::vector<App::Duty>& out) {
    for (std::uint32_t i = 1; i <= state.rounds(); ++i) {
      const Round& round = state.round(RoundNo{i});
      add_missing(out, round, needs, visit);
      if (!round.cancelled) add_waiting(out, round, needs, visit);
      add_narrative(out, state, round, needs, visit);
    }
  });
  app.unit_ties.emplace_back([&state](UnitNo unit, std::vector<UnitTie>& out) {
    out.push_back(
        {{"Báo cáo chưa nộp của kỳ đang mở", "Reports owed to rounds that are open"},
         reports_owed(state, unit),
         "/bao-cao",
         {"Vẫn phải nộp; đơn vị cấp trên nộp thay. Kỳ mở sau đó không hỏi đơn vị này nữa.",
          "They are still owed; the unit above hands them in. Later rounds do not ask it."}});
  });
}

}  // namespace lantoa::city::statistics
