#include "city/organisation/decide.h"

#include <map>

#include "city/file_columns.h"
#include "city/organisation/look_alikes.h"
#include "city/proper_name.h"
#include "platform/mail/mail.h"
#include "viet/unicode.h"

namespace lantoa::city::organisation {
namespace {

using Row = ImportUnits::Row;

std::optional<Kind> kind_of(std::string_view written) {
  static const std::map<std::string, Kind, std::less<>> kinds{
      {"thanh pho trung uong", Kind::City},
      {"thanh pho", Kind::City},
      {"hoi dong", Kind::Council},
      {"so", Kind::Department},
      {"so, ban, nganh", Kind::Department},
      {"quan", Kind::UrbanDistrict},
      {"huyen", Kind::RuralDistrict},
      {"thi xa", Kind::Town},
      {"phuong", Kind::Ward},
      {"xa", Kind::Commune},
      {"thi tran", Kind::Township},
  };
  const auto found = kinds.find(viet::fold(written));
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

// Checks the rows of one file against each other and the tree, collecting every fault.
class Check {
 public:
  Check(const State& state, const ImportUnits& command)
      : state_(state), command_(command), open_(state) {
    for (std::size_t i = 0; i < command.rows.size(); ++i) {
      first_of_code_.emplace(command.rows[i].code, i);
    }
  }

  FileFaults faults() {
    bool root_seen = state_.size() != 0;
    for (std::size_t i = 0; i < command_.rows.size(); ++i) {
      const Row& row = command_.rows[i];
      check_fields(row);
      check_code(row, i);
      check_name(row);
      if (row.parent.empty()) {
        if (root_seen) {
          fault(row, "parent",
                {"chỉ có một đơn vị gốc; hãy ghi mã đơn vị cấp trên",
                 "there is one root only; write the code of the unit above"});
        }
        root_seen = true;
      } else {
        check_parent(row, i);
      }
    }
    return std::move(faults_);
  }

 private:
  void fault(const Row& row, std::string field, Text text) {
    faults_.add(row.line, std::move(field), std::move(text));
  }

  void check_fields(const Row& row) {
    if (row.name.empty() || row.name.size() > name_bytes_max) {
      fault(row, "name", {"tên đơn vị trống hoặc quá dài", "the unit's name is empty or too long"});
    }
    if (!kind_of(row.kind)) {
      fault(row, "kind",
            {"không hiểu loại đơn vị “" + row.kind +
                 "”; viết: Quận, Huyện, Thị xã, Phường, Xã, Thị trấn, Sở",
             "unknown kind “" + row.kind +
                 "”; write Quận, Huyện, Thị xã, Phường, Xã, Thị trấn or Sở"});
    }
    if (!row.mailbox.empty() && !mail::is_address(row.mailbox)) {
      fault(row, "email",
            {"“" + row.mailbox + "” không phải là địa chỉ thư điện tử",
             "“" + row.mailbox + "” is not an e-mail address"});
    }
  }

  // Among those right below the same unit: whoever reads the name must know which one is meant.
  void check_name(const Row& row) {
    if (row.name.empty()) return;
    if (const auto why = stray_letter_in(row.name, for_units, {"tên", "the name"})) {
      fault(row, "name", *why);
    }
    const viet::LookKeys keys = viet::look_keys(row.name);
    if (const Row* first = names_[row.parent].take(keys, &row)) {
      const std::string line = std::to_string(first->line);
      fault(row, "name",
            {"tên “" + row.name + "” trông giống tên “" + first->name + "” ở dòng " + line +
                 ", cùng đơn vị cấp trên; hãy ghi thêm để phân biệt",
             "the name “" + row.name + "” looks like “" + first->name + "” in row " + line +
                 ", under the same unit; add what tells them apart"});
    }
    const UnitNo parent = state_.by_code(row.parent);
    const UnitNo other = parent ? open_.named(parent, keys) : UnitNo{};
    if (!other) return;
    fault(
        row, "name",
        {"tên “" + row.name + "” trông giống tên của " + state_.unit(other).name + " (mã “" +
             state_.unit(other).code + "”), cùng đơn vị cấp trên; hãy ghi thêm để phân biệt",
         "the name “" + row.name + "” looks like that of " + state_.unit(other).name + " (code “" +
             state_.unit(other).code + "”), under the same unit; add what tells them apart"});
  }

  void check_code(const Row& row, std::size_t i) {
    if (row.code.empty() || row.code.size() > code_bytes_max) {
      fault(row, "code", {"mã đơn vị trống hoặc quá dài", "the unit's code is empty or too long"});
      return;
    }
    if (const std::size_t first = first_of_code_.at(row.code); first != i) {
      const std::string line = std::to_string(command_.rows[first].line);
      fault(row, "code",
            {"mã “" + row.code + "” đã có ở dòng " + line,
             "code “" + row.code + "” stands already in row " + line});
      return;
    }
    if (const UnitNo open = state_.by_code(row.code)) {
      fault(row, "code",
            {"mã “" + row.code + "” đang là của " + state_.unit(open).name,
             "code “" + row.code + "” belongs to " + state_.unit(open).name});
      return;
    }
    check_code_looks(row);
  }

  void check_code_looks(const Row& row) {
    if (const auto why = stray_letter_in(row.code, for_units, {"mã", "the code"})) {
      fault(row, "code", *why);
    }
    const viet::LookKeys keys = viet::look_keys(row.code);
    if (const Row* first = codes_.take(keys, &row)) {
      fault(row, "code",
            {"mã “" + row.code + "” trông giống mã “" + first->code + "” ở dòng " +
                 std::to_string(first->line) + "; hãy dùng mã khác",
             "code “" + row.code + "” looks like “" + first->code + "” in row " +
                 std::to_string(first->line) + "; use another"});
    }
    if (const UnitNo open = open_.coded(keys)) {
      const Unit& unit = state_.unit(open);
      fault(row, "code",
            {"mã “" + row.code + "” trông giống mã “" + unit.code + "” của " + unit.name +
                 "; hãy dùng mã khác",
             "code “" + row.code + "” looks like “" + unit.code + "”, that of " + unit.name +
                 "; use another"});
    }
  }

  // Walks up inside the file to a unit that is there, to the root, or to what is wrong.
  void check_parent(const Row& row, std::size_t i) {
    std::size_t at = i;
    for (std::size_t level = 1; level <= levels_max; ++level) {
      const std::string& parent = command_.rows[at].parent;
      if (parent.empty()) return;
      if (const UnitNo known = state_.by_code(parent)) {
        if (level + state_.path(known).size() > levels_max) break;
        return;
      }
      const auto found = first_of_code_.find(parent);
      if (found == first_of_code_.end()) {
        if (at == i) unknown_parent(row);  // else it is said at the row that names it
        return;
      }
      at = found->second;
      if (at == i) {
        fault(row, "parent",
              {"vòng lặp: đơn vị này nằm dưới chính nó qua mã “" + row.parent + "”",
               "a cycle: this unit stands below itself by code “" + row.parent + "”"});
        return;
      }
    }
    const std::string most = std::to_string(levels_max);
    fault(row, "parent",
          {"đơn vị nằm quá sâu, cây có tối đa " + most + " cấp; hãy xem lại mã đơn vị cấp trên",
           "the unit stands too deep, a tree has at most " + most +
               " levels; check the code of the unit above"});
  }

  void unknown_parent(const Row& row) {
    if (const auto closed = state_.closed_in_words(state_.closed_by_code(row.parent))) {
      fault(row, "parent",
            {closed->vi + ", nên không thêm đơn vị ở dưới được; hãy ghi mã của đơn vị đang hoạt "
                          "động",
             closed->en + ", so no unit is added below it; write the code of an open one"});
      return;
    }
    fault(row, "parent",
          {"không có đơn vị cấp trên mang mã “" + row.parent + "”",
           "there is no unit above with code “" + row.parent + "”"});
  }

  const State& state_;
  const ImportUnits& command_;
  const OpenUnits open_;
  std::map<std::string, std::size_t, std::less<>> first_of_code_;
  std::map<std::string, LookAlikes<const Row*>, std::less<>> names_;  // by the code above
  LookAlikes<const Row*> codes_;
  FileFaults faults_;
};

// As they are kept: composed, without what nobody sees.
ImportUnits as_kept(ImportUnits command) {
  for (Row& row : command.rows) {
    for (std::string* text : {&row.code, &row.parent, &row.name}) *text = proper_name(*text);
  }
  return command;
}

// The rows so that each parent comes before its children; the file's own order otherwise.
std::vector<const Row*> parents_first(const State& state, const std::vector<Row>& rows) {
  std::map<std::string, std::vector<const Row*>, std::less<>> waiting;
  std::vector<const Row*> out;
  for (const Row& row : rows) {
    if (row.parent.empty() || state.by_code(row.parent)) {
      out.push_back(&row);
    } else {
      waiting[row.parent].push_back(&row);
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto children = waiting.find(out[i]->code);
    if (children == waiting.end()) continue;
    out.insert(out.end(), children->second.begin(), children->second.end());
  }
  return out;
}

}  // namespace

Result<ImportUnits> read_units(const sheet::Table& table, Date on) {
  TRY(need_columns(table, {"code", "parent", "name", "kind"},
                   {"Tệp thiếu cột; dòng đầu cần có: code, parent, name, kind (và có thể email).",
                    "A column is missing; the first row needs code, parent, name, kind (and may "
                    "have email)."}));
  const std::size_t email = table.column("email");
  ImportUnits command{{}, on};
  for (const sheet::Row& row : table.rows) {
    const auto field = [&](std::string_view name) { return row.fields[table.column(name)]; };
    command.rows.push_back({row.line, field("code"), field("parent"), field("name"), field("kind"),
                            email < table.head.size() ? row.fields[email] : ""});
  }
  return command;
}

Result<ledger::Decision> decide(const State& state, const ImportUnits& typed,
                                const Envelope& envelope) {
  const ImportUnits command = as_kept(typed);
  if (state.size() != 0) TRY(state.require(envelope.actor, Right::ManageUnits, state.root()));
  if (!envelope.actor.may_somewhere(Right::ManageUnits)) {
    return tl::unexpected(not_allowed(Right::ManageUnits));
  }
  if (command.rows.empty()) {
    return problem(Code::Invalid, {"Tệp không có dòng dữ liệu nào.", "The file has no data rows."},
                   file_field);
  }
  if (auto faults = Check(state, command).faults(); faults.count() > 0) {
    return tl::unexpected(std::move(faults).problem());
  }
  ledger::Decision decision;
  std::map<std::string, UnitNo, std::less<>> numbers;
  std::uint32_t next = state.size();
  for (const Row* row : parents_first(state, command.rows)) {
    const UnitNo unit{++next};
    numbers[row->code] = unit;
    UnitOpened fact{unit, {}, row->name, row->code, *kind_of(row->kind), {}, command.on};
    if (!row->parent.empty()) {
      const UnitNo known = state.by_code(row->parent);
      fact.parent = known ? known : numbers.at(row->parent);
    }
    if (!row->mailbox.empty()) fact.mailbox = row->mailbox;
    decision.add(subject("unit", unit), fact);
  }
  decision.answer = "/don-vi?xong=nhap";
  return decision;
}

}  // namespace lantoa::city::organisation
