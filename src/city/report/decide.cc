#include "city/report/decide.h"

namespace lantoa::city::report {

std::string address(FigureNo figure) { return "/so-lieu/" + std::to_string(figure.value); }

namespace {

Problem day_not_counted(Date day, Date from, Date to) {
  return {Code::Invalid,
          {"Ngày " + vietnamese(day) + " không có gì để đếm; chọn ngày từ " + vietnamese(from) +
               " tới " + vietnamese(to) + ".",
           "There is nothing to count on " + vietnamese(day) + "; choose a day from " +
               vietnamese(from) + " to " + vietnamese(to) + "."},
          "ngay",
          {}};
}

}  // namespace

Result<FigureFrozen> count(const Known& known, const FreezeFigure& command, std::uint64_t head) {
  TRY_ASSIGN(const reach::Item* item, known.reach.find(command.item));
  TRY(known.organisation.find(command.unit));
  const Date today = known.calendar.today();
  const Date opened = vietnam_date(item->opened());
  if (command.day > today || command.day < opened) {
    return tl::unexpected(day_not_counted(command.day, opened, today));
  }
  FigureFrozen fact{.figure = FigureNo{known.figures.figures() + 1},
                    .item = command.item,
                    .unit = command.unit,
                    .channels = command.channels,
                    .key_officials = command.key_officials,
                    .day = command.day,
                    .position = known.calendar.end_of(command.day).value_or(head)};
  const Figure figure{fact, 0, {}};
  // Everybody who sees figures sees a frozen one, so nobody's own unit is excepted.
  const reach::Figures figures(known.reach, known.organisation, *item, figure.filter(), {});
  if (figures.hide(command.unit)) {
    return problem(
        Code::Forbidden,
        {"Nhóm này ít người quá nên số liệu sẽ nói về từng người; hãy chốt ở đơn vị cấp trên.",
         "This group is so small that its figure would tell about single persons; freeze the "
         "figure "
         "of the unit above."},
        "unit");
  }
  const reach::Count counted = figures.count(command.unit);
  if (counted.audience == 0) {
    return problem(Code::Invalid,
                   {"Ở đơn vị này không có ai phải biết nên không có gì để chốt; hãy chọn đơn vị "
                    "khác.",
                    "Nobody in this unit has to know, so there is nothing to freeze; choose "
                    "another unit."},
                   "don-vi");
  }
  fact.audience = counted.audience;
  fact.reached = counted.reached;
  fact.by_proxy = counted.by_proxy;
  return fact;
}

Decided decide(const Known& known, const FreezeFigure& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.unit));
  TRY(known.organisation.require(envelope.actor, Right::FreezeFigure, command.unit));
  TRY_ASSIGN(FigureFrozen fact, count(known, command, envelope.position));
  ledger::Decision decision;
  if (const FigureNo same = known.figures.same_as(fact)) {
    decision.answer = address(same);
    return decision;
  }
  decision.answer = address(fact.figure) + "?xong=chot";
  decision.add(subject("figure", fact.figure), fact);
  return decision;
}

}  // namespace lantoa::city::report
