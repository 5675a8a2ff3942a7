// Rounds of reports: asked for, handed in rightly and wrongly, sent back, accepted, closed, and the
// sums published and taken back; what they say in words, written, read again and approved.
#include "city/statistics/narrative.h"
#include "city/statistics/roll_up.h"
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace statistics = city::statistics;

template <class Command>
Operation of_round(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_reports, std::move(command));
}

// Of districts and wards, of wards, and one that no unit below the district fills.
constexpr std::array<const char*, 8> forms{
    "chi-tieu-chung",        "chi-tieu-chung", "chi-tieu-chung",        "chi-tieu-chung",
    "hoat-dong-cap-xa-2012", "chi-tieu-chung", "hoat-dong-cap-xa-2012", "can-bo-2012"};

Operation open_round(const Wish& wish) {
  statistics::OpenRound command;
  command.form = forms[wish.one_of(forms.size())];
  command.scope = wish.chance(80) ? district : wish.seen.organisation.root();
  command.to = wish.today() - wish.days(3);
  command.from = command.to - (20 + wish.days(12));
  command.due = wish.today() + (wish.days(6) - (wish.chance(10) ? 4 : 0));
  if (wish.number % 4 == 0) command.due = city::Due::within(3);
  if (wish.chance(20)) {
    command.to = wish.today() + 3;
    command.counted_to = wish.today() - 1 - wish.days(2);
  }
  return of_round("round", wish.officer(city::Role::Planner, "oc"), command);
}

// What its activities say, with another number here and there; of a whole all is of its last part.
std::vector<statistics::TypedCell> typed_cells(const Wish& wish, const statistics::Round& round,
                                               city::UnitNo unit) {
  const statistics::Form* form = statistics::find_form(round.form);
  std::vector<statistics::TypedCell> out;
  for (const auto& column : form->columns) {
    statistics::TypedCell cell;
    cell.column = column.code;
    cell.amount = statistics::counted_of(round, column, wish.seen.activity, unit).value_or(0);
    if (wish.chance(30)) *cell.amount += wish.one_of(5);
    if (round.counted_to) cell.estimate = wish.one_of(4);
    out.push_back(cell);
  }
  const auto cell_of = [&](const std::string& code) -> statistics::TypedCell& {
    return *std::find_if(out.begin(), out.end(),
                         [&](const auto& cell) { return cell.column == code; });
  };
  constexpr std::optional<std::uint64_t> none{0};
  for (const auto& check : form->checks) {
    const statistics::TypedCell whole = cell_of(check.whole);
    const bool is_right = !wish.chance(10);
    for (const std::string& part : check.parts) {
      const bool is_last = part == check.parts.back();
      statistics::TypedCell& cell = cell_of(part);
      cell.amount = is_last && is_right ? whole.amount : none;
      if (round.counted_to) cell.estimate = is_last ? whole.estimate : none;
    }
  }
  return out;
}

Operation submit(const Wish& wish, const statistics::Round& round) {
  const city::UnitNo unit{round.units[wish.one_of(round.units.size())]};
  const auto* report = round.report(unit);
  statistics::SubmitReport command;
  command.round = round.no;
  command.unit = unit;
  command.seen_version = report == nullptr ? 0 : report->version();
  command.cells = typed_cells(wish, round, unit);
  if (wish.chance(80)) command.note = "Số liệu theo sổ của đơn vị";
  if (wish.chance(5)) command.cells.pop_back();
  if (wish.chance(3)) command.cells.push_back({"99", 1, {}});
  const city::Role role = wish.chance(75) ? city::Role::UnitOfficer : city::Role::Planner;
  return of_round("report", wish.officer(role, unit == ward ? "ow" : "o"), command);
}

// Accepted or sent back; now and then for one's own unit, or what one handed in oneself.
Operation review(const Wish& wish, const statistics::Round& round) {
  std::vector<city::UnitNo> there;
  for (const auto& [unit, report] : round.reports) there.push_back(unit);
  if (there.empty()) return submit(wish, round);
  const city::UnitNo unit = there[wish.one_of(there.size())];
  const std::uint32_t version = round.report(unit)->version() - (wish.chance(5) ? 1 : 0);
  const city::Role role = wish.chance(50) ? city::Role::Planner : city::Role::UnitOfficer;
  std::string actor = wish.officer(role, wish.chance(70) ? "o" : "c");
  if (wish.chance(65)) {
    return of_round("acceptance", std::move(actor),
                    statistics::AcceptReport{round.no, unit, version});
  }
  return of_round("return", std::move(actor),
                  statistics::ReturnReport{round.no, unit, version,
                                           wish.chance(90) ? wish.text("Xem lại cột") : ""});
}

// A leader may close it as well, and may not publish it then.
Operation close(const Wish& wish, const statistics::Round& round) {
  const city::Role role = wish.chance(50) ? city::Role::Planner : city::Role::Leader;
  return of_round("closing", wish.officer(role, "oc"), statistics::CloseRound{round.no});
}

Operation let_in(const Wish& wish, const statistics::Round& round) {
  const city::UnitNo unit{round.units[wish.one_of(round.units.size())]};
  statistics::AllowLate command;
  command.round = round.no;
  command.unit_code = wish.seen.organisation.unit(unit).code;
  command.until = wish.today() + (wish.days(4) - (wish.chance(10) ? 4 : 0));
  if (wish.number % 4 == 0) command.until = city::Due::within(2);
  command.reason = wish.text("Mất điện");
  return of_round("late", wish.officer(city::Role::Planner, "oc"), command);
}

Operation make_public(const Wish& wish, const statistics::Round& round) {
  std::string actor = wish.officer(city::Role::Leader, "oc");
  if (!round.is_public() || wish.chance(5)) {
    return of_round("publication", std::move(actor), statistics::PublishRound{round.no});
  }
  return of_round("taking back", std::move(actor),
                  statistics::UnpublishRound{round.no, wish.text("Sai đơn vị tính")});
}

Operation cancel(const Wish& wish, const statistics::Round& round) {
  return of_round("cancellation", wish.officer(city::Role::Planner, "oc"),
                  statistics::CancelRound{round.no, wish.text("Mở nhầm")});
}

// Now and then the words of another version, that somebody else may have written.
Operation write_words(const Wish& wish, const statistics::Round& round) {
  const statistics::Form* form = statistics::find_form(round.form);
  const std::size_t column = wish.chance(40) ? 0 : wish.one_of(form->columns.size());
  const std::string code = wish.chance(5) ? "99" : form->columns[column].code;
  statistics::WriteNarrative command;
  command.round = round.no;
  command.seen_version = static_cast<std::uint32_t>(round.narrative.size());
  command.sections = {{"ket-qua", "Có {{cột " + code +
                                      "}} việc; {{đã nộp}} trên {{phải nộp}} đơn "
                                      "vị đã nộp. " +
                                      (wish.chance(30) ? "Đã xong" : wish.text("Lần"))}};
  command.seen =
      statistics::present_figures(known_reports(wish.seen), round, *form, command.sections);
  if (wish.chance(5)) command.seen.clear();
  const city::Role role = wish.chance(60) ? city::Role::Planner : city::Role::Leader;
  return of_round("words", wish.officer(role, "oc"), command);
}

Operation reread_words(const Wish& wish, const statistics::Round& round) {
  statistics::RereadNarrative command;
  command.round = round.no;
  command.seen_version = static_cast<std::uint32_t>(round.narrative.size());
  command.seen = statistics::present_figures(known_reports(wish.seen), round,
                                             *statistics::find_form(round.form),
                                             round.narrative.back().sections);
  return of_round("words read again", wish.officer(city::Role::Planner, "oc"), command);
}

// By a leader who may have written it, also before the round is closed.
Operation approve_words(const Wish& wish, const statistics::Round& round) {
  const auto version = static_cast<std::uint32_t>(round.narrative.size());
  return of_round("approval of words", wish.officer(city::Role::Leader, "oc"),
                  statistics::ApproveNarrative{round.no, version - (wish.chance(5) ? 1 : 0)});
}

Operation wish_of_words(const Wish& wish, const statistics::Round& round) {
  if (round.narrative.empty() || wish.chance(20)) return write_words(wish, round);
  const bool is_changed =
      !statistics::changes_since(
           round.narrative.back(),
           statistics::figure_ground(wish.seen.statistics, round,
                                     *statistics::find_form(round.form), wish.seen.organisation))
           .empty();
  if (is_changed && wish.chance(70)) return reread_words(wish, round);
  const bool is_ready = round.closing && !is_changed;
  return wish.chance(is_ready ? 95 : 25) ? approve_words(wish, round) : write_words(wish, round);
}

}  // namespace

// Until it is closed there is more to do before it, and after it otherwise.
Operation wish_of_statistics(const Wish& wish) {
  const std::uint32_t rounds = wish.seen.statistics.rounds();
  if (rounds == 0 || wish.chance(8)) return open_round(wish);
  if (wish.chance(12)) return wish_of_activities(wish);
  // A life is short: what is public is taken back soon or not at all.
  const auto published = wish.seen.statistics.published();
  if (!published.empty() && wish.chance(40)) {
    return make_public(wish, wish.seen.statistics.round(published.front()));
  }
  const auto found = wish.seen.statistics.find(wish.some<city::RoundNo>(rounds));
  const auto& round = found ? **found : wish.seen.statistics.round(city::RoundNo{rounds});
  if (wish.chance(round.closing ? 38 : 12)) return wish_of_words(wish, round);
  const std::size_t what = wish.one_of(16);
  if (round.closing) {
    if (what < 7) return make_public(wish, round);
    if (what < 11) return let_in(wish, round);
    return what < 13 ? submit(wish, round) : what < 15 ? review(wish, round) : close(wish, round);
  }
  if (what < 7) return submit(wish, round);
  if (what < 11) return review(wish, round);
  if (what < 14) return close(wish, round);
  return what < 15 ? make_public(wish, round) : cancel(wish, round);
}

}  // namespace lantoa::sim
