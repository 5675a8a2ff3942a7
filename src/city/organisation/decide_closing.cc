// A unit stops, and the correction of a stop that was wrong.
#include <algorithm>

#include "city/faults.h"
#include "city/organisation/decide.h"
#include "city/organisation/look_alikes.h"
#include "city/person.h"

namespace lantoa::city::organisation {
namespace {

// The last day of those below it that stopped; none: none did.
std::optional<Date> last_day_below(const State& state, const Unit& unit) {
  std::optional<Date> out;
  for (const UnitNo child : unit.children) {
    const Closing* closing = state.unit(child).closing();
    if (closing != nullptr && (!out || *out < closing->on)) out = closing->on;
  }
  return out;
}

void check_day(Faults& faults, const State& state, const Unit& unit, const CloseUnit& command,
               Date today) {
  for (const Detail& detail : command.unread) faults.add(detail.field, detail.text);
  if (!command.unread.empty()) return;
  if (!command.on) {
    return faults.add(fields::on, {"Hãy ghi ngày hoạt động cuối cùng, ví dụ 30/06/2025.",
                                   "Write its last day, for example 30/06/2025."});
  }
  const std::string day = vietnamese(*command.on);
  const auto below = last_day_below(state, unit);
  if (*command.on > today) {
    faults.add(fields::on, {"Ngày " + day + " chưa tới; hãy ghi khi đơn vị đã thôi hoạt động.",
                            day + " is still to come; record it once the unit has stopped."});
  } else if (*command.on < unit.opened) {
    const std::string opened = vietnamese(unit.opened);
    faults.add(fields::on,
               {"Đơn vị được ghi từ ngày " + opened + "; ngày cuối cùng không thể ở trước đó.",
                "The unit is recorded from " + opened + " on; its last day cannot lie before."});
  } else if (below && *command.on < *below) {
    faults.add(fields::on, {"Có đơn vị cấp dưới hoạt động đến hết ngày " + vietnamese(*below) +
                                "; ngày cuối cùng không thể ở trước đó.",
                            "A unit below it worked until " + vietnamese(*below) +
                                "; the last day cannot lie before."});
  }
}

std::string read_reason(Faults& faults, const std::string& typed) {
  std::string reason = one_line(typed);
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi lý do, ví dụ số và ngày của nghị quyết, quyết định.",
               "Write the reason, for example number and day of the resolution or decision."});
  return reason;
}

std::string answer_address(UnitNo unit, std::string_view done) {
  return address_of(unit) + "?xong=" + std::string(done);
}

}  // namespace

Result<void> require_keeper(const State& state, const Actor& actor, const Unit& unit) {
  return state.require(actor, Right::ManageUnits, unit.parent ? unit.parent : unit.no);
}

std::optional<Problem> why_not_closed(const State& state, const Unit& unit,
                                      const std::vector<UnitTie>& ties) {
  const auto conflict = [](Text text) { return Problem{Code::Conflict, std::move(text), {}, {}}; };
  if (!unit.parent) {
    return conflict({"Đơn vị gốc không dừng hoạt động được, vì mọi đơn vị khác ở dưới nó.",
                     "The root cannot be closed: every other unit stands below it."});
  }
  if (const auto closed = state.closed_in_words(unit.no)) {
    return conflict({closed->vi + ".", closed->en + "."});
  }
  if (const std::size_t open = state.open_children(unit.no).size(); open != 0) {
    const std::string n = std::to_string(open);
    return conflict({"Còn " + n +
                         " đơn vị trực thuộc đang hoạt động; hãy ghi các đơn vị ấy dừng hoạt động "
                         "trước.",
                     "Units right below it that are open: " + n + "; close those first."});
  }
  for (const UnitTie& tie : ties) {
    if (!tie.blocks || tie.count == 0) continue;
    const std::string n = std::to_string(tie.count);
    return conflict({tie.what.vi + ": còn " + n + ". " + tie.then.vi,
                     tie.what.en + ": " + n + ". " + tie.then.en});
  }
  return std::nullopt;
}

std::optional<Problem> why_not_reopened(const State& state, const Unit& unit) {
  const auto conflict = [](Text text) { return Problem{Code::Conflict, std::move(text), {}, {}}; };
  if (unit.closing() == nullptr) {
    return conflict({"Đơn vị này đang hoạt động.", "This unit is open."});
  }
  if (const UnitNo other = state.by_code(unit.code)) {
    const std::string& name = state.unit(other).name;
    return conflict({"Mã “" + unit.code + "” nay là của " + name +
                         ", nên không mở lại đơn vị này với mã đó được.",
                     "The code “" + unit.code + "” is that of " + name +
                         " now, so this unit cannot be opened again under it."});
  }
  if (const auto above = state.closed_in_words(unit.parent)) {
    return conflict({above->vi + "; hãy mở lại đơn vị cấp trên đó trước.",
                     above->en + "; open that unit above again first."});
  }
  const OpenUnits open(state);
  if (const UnitNo other = open.coded(viet::look_keys(unit.code))) {
    const Unit& its = state.unit(other);
    return conflict({"Mã “" + unit.code + "” trông giống mã “" + its.code + "” nay là của " +
                         its.name + ", nên không mở lại đơn vị này với mã đó được.",
                     "The code “" + unit.code + "” looks like “" + its.code + "”, that of " +
                         its.name + " now, so this unit cannot be opened again under it."});
  }
  if (const UnitNo other = open.named(unit.parent, viet::look_keys(unit.name))) {
    const Unit& its = state.unit(other);
    return conflict({"Nay có " + its.name + " (mã “" + its.code +
                         "”) cùng đơn vị cấp trên, tên trông giống tên đơn vị này, nên không mở "
                         "lại được.",
                     "There is " + its.name + " (code “" + its.code +
                         "”) now, under the same unit and with a name that looks the same, so "
                         "this unit cannot be opened again."});
  }
  return std::nullopt;
}

Result<ledger::Decision> decide(const State& state, const CloseUnit& command,
                                const Envelope& envelope) {
  TRY_ASSIGN(const Unit* unit, state.find(command.unit));
  TRY(require_keeper(state, envelope.actor, *unit));
  if (auto why = why_not_closed(state, *unit, command.ties)) {
    return tl::unexpected(*std::move(why));
  }
  Faults faults;
  check_day(faults, state, *unit, command, envelope.today);
  std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("unit", unit->no),
               UnitClosed{unit->no, *command.on, std::move(reason), person_of(envelope.actor)});
  decision.answer = answer_address(unit->no, "dong-don-vi");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const ReopenUnit& command,
                                const Envelope& envelope) {
  TRY_ASSIGN(const Unit* unit, state.find(command.unit));
  TRY(require_keeper(state, envelope.actor, *unit));
  if (auto why = why_not_reopened(state, *unit)) return tl::unexpected(*std::move(why));
  Faults faults;
  std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("unit", unit->no),
               UnitReopened{unit->no, std::move(reason), person_of(envelope.actor)});
  decision.answer = answer_address(unit->no, "mo-lai-don-vi");
  return decision;
}

}  // namespace lantoa::city::organisation
