#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {

void install(App& app, State& state, Needs needs) {
  hear<RoundOpened, ReportSubmitted, ReportReturned, ReportAccepted, RoundClosed, RoundClosedBy,
       RoundCancelled, LateAllowed, RoundPublished, RoundUnpublished, NarrativeWritten,
       NarrativeApproved>(app, state);
  app.navigation.push_back({{"Báo cáo", "Reports"}, "/bao-cao", Right::SeePlans});
  install_list(app, state, needs);
  install_open(app, state, needs);
  install_round(app, state, needs);
  install_report(app, state, needs);
  install_cell(app, state, needs);
  install_duties(app, state, needs);
  install_api(app, state, needs);
  install_published(app, state, needs);
  install_narrative(app, state, needs);
  install_narrative_form(app, state, needs);
  install_narrative_api(app, state, needs);
}

Text title(Standing standing) {
  switch (standing) {
    case Standing::Missing:
      return {"chưa nộp", "missing"};
    case Standing::Returned:
      return {"bị trả lại", "sent back"};
    case Standing::Submitted:
      return {"đã nộp", "handed in"};
    case Standing::Accepted:
      return {"đã tiếp nhận", "accepted"};
  }
  return {};
}

std::string_view mark(Standing standing) {
  switch (standing) {
    case Standing::Missing:
      return "state-idle";
    case Standing::Returned:
      return "state-late";
    case Standing::Submitted:
      return "state-risk";
    case Standing::Accepted:
      return "state-done";
  }
  return {};
}

std::optional<Text> late_in_words(const Round& round, UnitNo unit, Date today) {
  if (!round.is_late(unit, today)) return std::nullopt;
  const Report* report = round.report(unit);
  if (report != nullptr && report->counts()) return Text{"nộp muộn", "came late"};
  return Text{"quá hạn", "overdue"};
}

std::string title_of(const Round& round, Language language) {
  return period_title(round).in(language);
}

}  // namespace lantoa::city::statistics
