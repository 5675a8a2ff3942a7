// Many activities from one file: each row is judged as the form is, after those before it.
#include <algorithm>
#include <tuple>

#include "city/activity/rules.h"
#include "city/activity/twins.h"
#include "city/activity/words.h"
#include "city/file_columns.h"
#include "city/made_numbers.h"
#include "city/person.h"

namespace lantoa::city::activity {
namespace {

using Row = ImportActivities::Row;

struct ReadRow {
  UnitNo unit;
  Record record;
};

// What is recorded already and what stands above in the file.
class Before {
 public:
  explicit Before(const State& state) : state_(state) {}

  // What the row may be once more: a sentence's part, "dòng 3"; nothing where there is none.
  // `is_believed`: whoever says of a row that it is another one.
  std::optional<Text> same_as(UnitNo unit, const Record& record, bool is_believed) {
    const OfDay& day = of_day(unit, record);
    if (record.is_other) {
      if (is_believed) return std::nullopt;
      // Said to be another one; but then something in its words is another, too.
      const auto same = day.whole.find(whole_of(record));
      if (record.what.empty() || same == day.whole.end()) return std::nullopt;
      return same->second;
    }
    const auto twins = day.twins.of(record, 1);
    return twins.empty() ? std::nullopt : std::optional(twins.front());
  }

  void add(UnitNo unit, const Record& record, Text name) {
    add(of_day(unit, record), record, std::move(name));
  }

 private:
  using Whole = std::tuple<std::vector<Amount>, std::string, std::string>;
  // Of one unit, kind and day.
  struct OfDay {
    Twins<Text> twins;
    std::map<Whole, Text> whole;
  };

  static Whole whole_of(const Record& record) {
    return {record.amounts, record.what, record.place};
  }
  static void add(OfDay& day, const Record& record, Text name) {
    day.twins.add(record, name);
    day.whole.emplace(whole_of(record), std::move(name));
  }

  OfDay& of_day(UnitNo unit, const Record& record) {
    const auto [at, fresh] = days_.try_emplace({unit, record.kind, record.on});
    if (fresh) read_recorded(at->second, unit, record);
    return at->second;
  }

  void read_recorded(OfDay& out, UnitNo unit, const Record& record) {
    const OfUnit& all = state_.of_unit(unit);
    const auto kind = all.find(record.kind);
    if (kind == all.end()) return;
    const auto& days = kind->second.by_day;
    for (auto at = days.lower_bound({record.on, ActivityNo{}});
         at != days.end() && at->first == record.on; ++at) {
      const std::string number = std::to_string(at->second.value);
      add(out, state_.activity(at->second).record,
          {"hoạt động số " + number + " đã ghi", "recorded activity " + number});
    }
  }

  const State& state_;
  std::map<std::tuple<UnitNo, std::string, Date>, OfDay> days_;
};

// Of a detail's field: of an amount its measure.
std::string key_of(const Row& row, const std::string& field) {
  const std::string amounts = fields::amount(row.typed.kind, "");
  return field.starts_with(amounts) ? field.substr(amounts.size()) : field;
}

class Reading {
 public:
  Reading(const Known& known, const ImportActivities& command, const Envelope& envelope)
      : known_(known),
        command_(command),
        envelope_(envelope),
        own_(units_of(known.organisation, envelope.actor)),
        before_(known.activities) {}

  void read(const Row& row) {
    const std::size_t before = faults_.count();
    const UnitNo unit = unit_of(row);
    for (const Detail& cell : row.unread) fault(row, cell.field, cell.text);
    Faults found;
    Record record = read_record(found, known_, unit, row.typed, nullptr, envelope_.today);
    if (found.any()) {
      for (const Detail& one : std::move(found).problem().details) {
        const std::string key = is_of_program() ? one.field : key_of(row, one.field);
        const bool is_said = std::any_of(row.unread.begin(), row.unread.end(),
                                         [&](const Detail& cell) { return cell.field == key; });
        // Whose task it is cannot be asked of no unit.
        if (!is_said && (unit || key != fields::assignment)) fault(row, key, one.text);
      }
    }
    if (faults_.count() == before) check_other(row, unit, record);
    if (faults_.count() != before) return;
    const std::string line = std::to_string(row.line);
    before_.add(unit, record,
                is_of_program() ? Text{"mục " + line, "item " + line}
                                : Text{"dòng " + line, "row " + line});
    rows_.push_back({unit, std::move(record)});
  }

  bool any_fault() const { return faults_.count() > 0; }
  const std::vector<ReadRow>& rows() const { return rows_; }

  Problem problem() && {
    if (!is_of_program()) return std::move(faults_).problem();
    const std::string count = std::to_string(faults_.count());
    Problem out = std::move(faults_).problem();
    out.text = {"Có " + count + " lỗi ở các hoạt động đã gửi; chưa ghi hoạt động nào.",
                count == "1" ? "One fault in what was sent; nothing was recorded."
                             : count + " faults in what was sent; nothing was recorded."};
    return out;
  }

 private:
  bool is_of_program() const { return command_.from == ImportActivities::From::Program; }

  void fault(const Row& row, const std::string& key, Text text) {
    const auto column = command_.columns.find(key);
    faults_.add(row.line, column == command_.columns.end() ? key : column->second, std::move(text));
  }

  // None after a fault.
  UnitNo unit_of(const Row& row) {
    if (is_of_program()) return numbered(row);
    if (row.unit.empty()) {
      if (own_.size() == 1) return own_.front();
      fault(row, fields::unit,
            {"Hãy ghi mã đơn vị; chỉ để trống được khi bạn ghi cho đúng một đơn vị.",
             "Write the unit’s code; it may be empty only where you record for exactly one."});
      return {};
    }
    const UnitNo unit = coded(row);
    if (!unit) {
      fault(row, fields::unit,
            {"Không có đơn vị nào mang mã “" + row.unit +
                 "”; hãy xem lại mã, kể cả các số 0 ở đầu mà Excel hay bỏ mất.",
             "No unit has the code “" + row.unit +
                 "”; look at the code, also at zeros in front, which Excel may drop."});
      return {};
    }
    if (may_record(unit)) return unit;
    const std::string& name = known_.organisation.unit(unit).name;
    fault(row, fields::unit,
          {"Bạn không ghi hoạt động cho " + name + "; hãy sửa mã hoặc xóa dòng này.",
           "You do not record for " + name + "; correct the code or delete the row."});
    return {};
  }

  // Whose code it was on that day, so that what a unit did before it was closed comes in as well.
  UnitNo coded(const Row& row) const {
    const organisation::State& units = known_.organisation;
    const UnitNo unit =
        row.typed.on ? units.by_code(row.unit, *row.typed.on) : units.by_code(row.unit);
    return unit ? unit : units.closed_by_code(row.unit);
  }

  UnitNo numbered(const Row& row) {
    if (!known_.organisation.has(row.no)) {
      const std::string number = std::to_string(row.no.value);
      fault(row, fields::unit,
            {"Không có đơn vị số " + number + "; xem số của các đơn vị ở /api/v1/units.",
             "There is no unit number " + number + "; /api/v1/units has the numbers of all."});
      return {};
    }
    if (may_record(row.no)) return row.no;
    const std::string& name = known_.organisation.unit(row.no).name;
    fault(row, fields::unit,
          {"Chủ mã truy cập không ghi hoạt động cho " + name + "; hãy sửa đơn vị hoặc bỏ mục này.",
           "The token's owner does not record for " + name +
               "; correct the unit or leave this item out."});
    return {};
  }

  bool may_record(UnitNo unit) {
    const auto [allowed, fresh] = allowed_.try_emplace(unit, false);
    if (fresh) {
      allowed->second = known_.organisation.allows(envelope_.actor, Right::ReportTask, unit);
    }
    return allowed->second;
  }

  // Against what is recorded and the rows before.
  void check_other(const Row& row, UnitNo unit, const Record& record) {
    const auto twin = before_.same_as(unit, record, is_of_program());
    if (!twin) return check_portal(row, unit, record);
    if (is_of_program()) {
      return fault(row, fields::other,
                   {"Cùng ngày, cùng loại, cùng số lượng với " + twin->vi +
                        ". Nếu đây là hoạt động khác, hãy gửi “is_other”: true; nếu không, bỏ mục "
                        "này.",
                    "The same day, kind and amounts as " + twin->en +
                        ". If it is another one, send “is_other”: true; else leave it out."});
    }
    if (record.is_other) {
      return fault(row, fields::other,
                   {"Giống hệt " + twin->vi +
                        ", cả nội dung và nơi làm. Nếu là lần khác, hãy ghi cho khác ở nội dung, "
                        "ví dụ thêm “buổi chiều”; nếu không, xóa dòng.",
                    "The very same as " + twin->en +
                        ", subject and place too. If it is another one, say so in its subject, for "
                        "example “in the afternoon”; else delete the row."});
    }
    fault(row, fields::other,
          {"Cùng ngày, cùng loại, cùng số lượng với " + twin->vi +
               ". Nếu đây là hoạt động khác, hãy ghi “x” ở cột “Khác”; nếu không, xóa dòng.",
           "The same day, kind and amounts as " + twin->en +
               ". If it is another one, write “x” in the column “other”; else delete the row."});
  }

  // Against what the portal counted by itself.
  void check_portal(const Row& row, UnitNo unit, const Record& record) {
    const auto counted = counted_by_portal(known_.activities, unit, record);
    if (!counted) return;
    const Text other = is_of_program() ? Text{"hãy gửi “is_other”: true; nếu không, bỏ mục này.",
                                              "send “is_other”: true; else leave it out."}
                                       : Text{"hãy ghi “x” ở cột “Khác”; nếu không, xóa dòng.",
                                              "write “x” in the column “other”; else delete the "
                                              "row."};
    fault(row, fields::other,
          {counted->vi + ". Nếu đây là tin, bài khác, " + other.vi,
           counted->en + ". If this is another one, " + other.en});
  }

  const Known& known_;
  const ImportActivities& command_;
  const Envelope& envelope_;
  std::vector<UnitNo> own_;
  std::map<UnitNo, bool> allowed_;
  Before before_;
  std::vector<ReadRow> rows_;  // without fault
  FileFaults faults_;
};

}  // namespace

Decided decide(const Known& known, const ImportActivities& command, const Envelope& envelope) {
  if (!envelope.actor.may_somewhere(Right::ReportTask)) {
    return tl::unexpected(not_allowed(Right::ReportTask));
  }
  const bool is_file = command.from == ImportActivities::From::File;
  if (command.rows.empty()) {
    const Text why = is_file ? Text{"Tệp không có dòng dữ liệu nào.", "The file has no data rows."}
                             : Text{"Hãy gửi ít nhất một hoạt động.", "Send one activity or more."};
    return problem(Code::Invalid, why, file_field);
  }
  if (!is_file && command.rows.size() > batch_rows_max) {
    const std::string sent = std::to_string(command.rows.size());
    const std::string most = std::to_string(batch_rows_max);
    return problem(Code::TooLarge,
                   {"Đã gửi " + sent + " hoạt động; mỗi lần nhiều nhất " + most +
                        ". Hãy chia thành nhiều lần gửi, mỗi lần một khóa.",
                    sent + " activities were sent; at most " + most +
                        " at once. Send them in several parts, each with a key of its own."},
                   file_field);
  }
  Reading reading(known, command, envelope);
  for (const Row& row : command.rows) reading.read(row);
  if (reading.any_fault()) return tl::unexpected(std::move(reading).problem());
  ledger::Decision decision;
  std::uint32_t next = known.activities.activities();
  for (const ReadRow& row : reading.rows()) {
    const ActivityNo no{++next};
    decision.add(subject("activity", no),
                 ActivityLogged{no, row.unit, row.record, person_of(envelope.actor)});
  }
  decision.answer = list_address(reading.rows().front().unit) + "&xong=da-nhap";
  if (!is_file) {
    decision.answer = with_numbers(std::move(decision.answer), known.activities.activities() + 1,
                                   static_cast<std::uint32_t>(reading.rows().size()));
  }
  return decision;
}

}  // namespace lantoa::city::activity
