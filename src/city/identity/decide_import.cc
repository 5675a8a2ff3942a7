// Registering many persons from one file.
#include <map>

#include "city/file_columns.h"
#include "city/identity/decide.h"
#include "city/proper_name.h"
#include "platform/mail/mail.h"
#include "viet/unicode.h"

namespace lantoa::city::identity {
namespace {

using Row = RegisterPersons::Row;

bool is_key(std::string_view written) { return written == "x" || written == "X"; }

// Checks the rows of one file against the tree and each other, collecting every fault.
class Check {
 public:
  Check(const organisation::State& organisation, const RegisterPersons& command, const Actor& actor)
      : organisation_(organisation), command_(command), actor_(actor) {}

  FileFaults faults() {
    for (const Row& row : command_.rows) {
      check_name(row);
      check_unit(row);
      check_mail(row);
      if (!row.key.empty() && !is_key(row.key)) {
        fault(row, "key",
              {"cột cán bộ chủ chốt chỉ nhận “x” hoặc để trống",
               "the key official column takes “x” or nothing"});
      }
      if (row.already) {
        const std::string number = std::to_string(row.already.value);
        fault(row, "name",
              {"người này đã có trong danh sách (cán bộ số " + number +
                   "); nếu là người khác, hãy ghi thêm để phân biệt, ví dụ năm sinh",
               "this person is registered already (officer no. " + number +
                   "); if it is somebody else, add what tells them apart"});
      }
    }
    return std::move(faults_);
  }

 private:
  void fault(const Row& row, std::string field, Text text) {
    faults_.add(row.line, std::move(field), std::move(text));
  }

  void check_name(const Row& row) {
    const std::string name = proper_name(row.name);
    if (name.empty() || name.size() > name_bytes_max) {
      fault(row, "name", {"họ tên trống hoặc quá dài", "the name is empty or too long"});
    } else if (const auto why = stray_letter_in(name, for_people, {"họ tên", "the name"})) {
      fault(row, "name", *why);
    }
  }

  void check_unit(const Row& row) {
    const UnitNo unit = organisation_.by_code(row.unit);
    if (!unit) {
      const UnitNo gone = organisation_.closed_by_code(row.unit);
      if (const auto closed = organisation_.closed_in_words(gone)) {
        fault(row, "unit",
              {closed->vi + ", nên không nhận thêm người; hãy ghi mã của đơn vị đang hoạt động",
               closed->en + ", so nobody is added to it; write the code of an open unit"});
        return;
      }
      fault(row, "unit",
            {"không có đơn vị nào mang mã “" + row.unit + "”",
             "no unit has the code “" + row.unit + "”"});
      return;
    }
    // A file names few units many times.
    const auto [known, fresh] = allowed_.try_emplace(unit, false);
    if (fresh) known->second = require_manager(organisation_, actor_, unit).has_value();
    if (!known->second) {
      const std::string& name = organisation_.unit(unit).name;
      fault(row, "unit",
            {name + " nằm ngoài phạm vi quản lý của bạn", name + " is outside what you manage"});
    }
  }

  void check_mail(const Row& row) {
    if (row.mail.empty()) return;
    if (!mail::is_address(row.mail)) {
      fault(row, "mail",
            {"“" + row.mail + "” không phải là địa chỉ thư điện tử",
             "“" + row.mail + "” is not an e-mail address"});
      return;
    }
    const auto [first, fresh] = line_of_mail_.emplace(viet::fold(row.mail), row.line);
    if (fresh) return;
    const std::string line = std::to_string(first->second);
    fault(row, "mail",
          {"địa chỉ này đã có ở dòng " + line + "; mỗi người cần một địa chỉ riêng",
           "this address stands already in row " + line + "; each person needs one of his own"});
  }

  const organisation::State& organisation_;
  const RegisterPersons& command_;
  const Actor& actor_;
  std::map<UnitNo, bool> allowed_;
  std::map<std::string, std::uint32_t, std::less<>> line_of_mail_;
  FileFaults faults_;
};

// One fact a unit, so persons are numbered by unit first and by row after.
void register_rows(const State& state, const organisation::State& organisation,
                   const RegisterPersons& command, ledger::Decision& decision) {
  std::map<UnitNo, std::vector<const Row*>> of_unit;
  for (const Row& row : command.rows) of_unit[organisation.by_code(row.unit)].push_back(&row);
  std::uint32_t next = state.persons();
  for (const auto& [unit, rows] : of_unit) {
    PersonsRegistered fact{
        PersonNo{next + 1}, static_cast<std::uint32_t>(rows.size()), unit, {}, {}, command.on};
    for (const Row* row : rows) {
      const PersonNo person{++next};
      if (is_key(row->key)) fact.key_officials.numbers.push_back(person.value);
      if (row->mail.empty()) fact.without_mail.numbers.push_back(person.value);
      decision.secrets.push_back(
          {subject("person", person), encode(PersonRecord{proper_name(row->name), row->mail}), {}});
    }
    decision.add(subject("unit", unit), fact);
  }
}

}  // namespace

Result<RegisterPersons> read_persons(const sheet::Table& table, Date on) {
  TRY(need_columns(table, {"name", "unit"},
                   {"Tệp thiếu cột; dòng đầu cần có: name, unit (và có thể mail, key).",
                    "A column is missing; the first row needs name, unit (and may have mail, "
                    "key)."}));
  const std::size_t mail = table.column("mail");
  const std::size_t key = table.column("key");
  RegisterPersons command{{}, on};
  for (const sheet::Row& row : table.rows) {
    const auto field = [&](std::size_t at) { return at < row.fields.size() ? row.fields[at] : ""; };
    command.rows.push_back({row.line, proper_name(field(table.column("name"))),
                            proper_name(field(table.column("unit"))), field(mail), field(key)});
  }
  return command;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RegisterPersons& command, const Envelope& envelope) {
  const Actor& actor = envelope.actor;
  if (!actor.may_somewhere(Right::ManageAccounts)) {
    return tl::unexpected(not_allowed(Right::ManageAccounts));
  }
  if (command.rows.empty()) {
    return problem(Code::Invalid, {"Tệp không có dòng dữ liệu nào.", "The file has no data rows."},
                   file_field);
  }
  if (auto faults = Check(organisation, command, actor).faults(); faults.count() > 0) {
    return tl::unexpected(std::move(faults).problem());
  }
  ledger::Decision decision;
  register_rows(state, organisation, command, decision);
  const UnitNo first = organisation.by_code(command.rows.front().unit);
  decision.answer = "/nguoi?don-vi=" + std::to_string(first.value) + "&xong=nhap";
  return decision;
}

}  // namespace lantoa::city::identity
