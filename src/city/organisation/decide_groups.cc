#include "city/organisation/decide_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "city/proper_name.h"
#include "viet/unicode.h"

namespace lantoa::city::organisation {
namespace {

constexpr std::size_t units_named_max = 5;

// Units by name, without case and with any place of the tone mark; failing that without all marks.
class NamesBelow {
 public:
  NamesBelow(const State& state, UnitNo top) {
    for (std::uint32_t i = 1; i <= state.size(); ++i) {
      const UnitNo no{i};
      if (!state.is_open(no) || !state.is_within(no, top)) continue;
      exact_[viet::name_key(state.unit(no).name)].push_back(no);
      folded_[viet::fold(state.unit(no).name)].push_back(no);
    }
  }
  std::vector<UnitNo> find(std::string_view name) const {
    const auto exact = exact_.find(viet::name_key(name));
    if (exact != exact_.end()) return exact->second;
    const auto folded = folded_.find(viet::fold(name));
    return folded == folded_.end() ? std::vector<UnitNo>{} : folded->second;
  }

 private:
  std::map<std::string, std::vector<UnitNo>> exact_, folded_;
};

// Every fault of one draft.
class GroupCheck {
 public:
  GroupCheck(const State& state, UnitNo owner, const Group* before)
      : state_(state), owner_(owner), before_(before) {}

  Result<Group::Version> check(const GroupDraft& draft) {
    Group::Version out;
    out.name = proper_name(draft.name);
    check_name(out.name);
    for (const UnitNo unit : draft.units) take(unit);
    tell_foreign();
    const bool too_long = draft.lines.size() > group_lines_max;
    if (too_long) {
      fault(fields::lines, {"Nhiều hơn 5.000 dòng; hãy bớt đi.", "More than 5,000 lines."});
    } else {
      read(draft.lines);
    }
    out.units = NumberSet::of(std::move(units_));
    const std::size_t count = out.units.numbers.size();
    if (count > group_units_max) {
      fault(fields::units, {"Một nhóm có tối đa 5.000 đơn vị; hãy bớt đơn vị.",
                            "A group has at most 5,000 units; take some out."});
    } else if (count == 0 && foreign_.empty() && wrong_lines_ == 0 && !too_long) {
      fault(fields::units, {"Hãy đánh dấu, hoặc dán vào, ít nhất một đơn vị.",
                            "Tick or paste at least one unit."});
    }
    if (details_.empty()) return out;
    return tl::unexpected(std::move(*this).problem());
  }

 private:
  void fault(const char* field, Text text, std::uint32_t row = 0) {
    details_.push_back({field, row, std::move(text)});
  }

  void check_name(const std::string& name) {
    Faults faults;
    faults.need(fields::name, name, group_name_characters_max,
                {"Hãy đặt tên cho nhóm.", "Give the group a name."});
    need_one_alphabet(faults, fields::name, name, for_units, {"Tên nhóm", "The group's name"});
    if (faults.any()) details_ = std::move(faults).problem().details;
    for (std::uint32_t i = 1; i <= state_.groups(); ++i) {
      const Group& other = state_.group(GroupNo{i});
      if (other.end || other.owner != owner_ || &other == before_) continue;
      if (!viet::look_alike(other.current().name, name)) continue;
      const std::string& owner = state_.unit(owner_).name;
      return fault(fields::name, {owner + " đã có nhóm “" + other.current().name +
                                      "”; hãy đặt tên khác, hoặc sửa nhóm đó.",
                                  owner + " has a group “" + other.current().name +
                                      "” already; give another name, or change that one."});
    }
  }

  bool was_member(UnitNo unit) const {
    if (before_ == nullptr) return false;
    const auto& numbers = before_->current().units.numbers;
    return std::binary_search(numbers.begin(), numbers.end(), unit.value);
  }

  void take(UnitNo unit) {
    const bool fits = state_.has(unit) && state_.is_within(unit, owner_) &&
                      (state_.is_open(unit) || was_member(unit));
    if (fits) {
      units_.push_back(unit.value);
    } else {
      foreign_.insert(unit);
    }
  }

  // Those that were ticked and do not fit, a few of them by name.
  void tell_foreign() {
    if (foreign_.empty()) return;
    Text names;
    std::size_t told = 0;
    for (const UnitNo unit : foreign_) {
      if (++told > units_named_max) break;
      const std::string number = std::to_string(unit.value);
      names.vi += (told == 1 ? "" : ", ") +
                  (state_.has(unit) ? state_.unit(unit).name : "đơn vị số " + number);
      names.en +=
          (told == 1 ? "" : ", ") + (state_.has(unit) ? state_.unit(unit).name : "unit " + number);
    }
    const std::string more = foreign_.size() > units_named_max ? "…" : "";
    const std::string& owner = state_.unit(owner_).name;
    fault(fields::units,
          {"Không thuộc " + owner + " hoặc đã dừng hoạt động: " + names.vi + more +
               ". Hãy bỏ đánh dấu.",
           "Not within " + owner + ", or closed: " + names.en + more + ". Take the ticks away."});
  }

  void read(const std::vector<GroupDraft::Line>& lines) {
    if (lines.empty()) return;
    const NamesBelow names(state_, owner_);
    for (const GroupDraft::Line& line : lines) {
      const std::string text = proper_name(line.text);
      if (!text.empty()) read_line(line, text, names);
    }
    if (wrong_lines_ <= lines_told_max) return;
    const std::string rest = std::to_string(wrong_lines_ - lines_told_max);
    fault(fields::lines,
          {"và " + rest + " dòng sai nữa.", "and " + rest + " more lines that are wrong."});
  }

  // As it stands; failing that its first cell, of lines that were copied out of a table.
  void read_line(const GroupDraft::Line& line, const std::string& text, const NamesBelow& names) {
    const std::string cell = proper_name(line.text.substr(0, line.text.find('\t')));
    for (const std::string& word : {text, cell}) {
      if (word.empty()) continue;
      const UnitNo of_code = state_.by_code(word);
      if (of_code && state_.is_within(of_code, owner_)) return units_.push_back(of_code.value);
      const auto found = names.find(word);
      if (found.size() == 1) return units_.push_back(found.front().value);
      if (found.size() > 1) return wrong(line.row, several(word, found));
    }
    wrong(line.row, unknown(cell.empty() ? text : cell));
  }

  void wrong(std::uint32_t row, Text text) {
    if (++wrong_lines_ <= lines_told_max) fault(fields::lines, std::move(text), row);
  }

  Text several(const std::string& name, const std::vector<UnitNo>& found) const {
    std::string codes;
    for (std::size_t i = 0; i < std::min(found.size(), units_named_max); ++i) {
      const Unit& unit = state_.unit(found[i]);
      codes += (i == 0 ? "" : ", ") + unit.code;
      if (unit.parent) codes += " (" + state_.unit(unit.parent).name + ")";
    }
    if (found.size() > units_named_max) codes += "…";
    const std::string n = std::to_string(found.size());
    return {"có " + n + " đơn vị tên “" + name + "”; hãy ghi mã: " + codes,
            n + " units are named “" + name + "”; write the code: " + codes};
  }

  Text unknown(const std::string& word) const {
    const std::string& owner = state_.unit(owner_).name;
    if (const UnitNo elsewhere = state_.by_code(word)) {
      const std::string& name = state_.unit(elsewhere).name;
      return {"“" + word + "” là " + name + ", không thuộc " + owner,
              "“" + word + "” is " + name + ", which is not within " + owner};
    }
    if (const auto closed = state_.closed_in_words(state_.closed_by_code(word))) {
      return {"“" + word + "”: " + closed->vi, "“" + word + "”: " + closed->en};
    }
    return {"không có đơn vị nào của " + owner + " mang mã hoặc tên “" + word +
                "”; mã ghi cả các số 0 ở đầu",
            "no unit of " + owner + " has the code or the name “" + word +
                "”; write the zeros in front of a code"};
  }

  Problem problem() && {
    const std::string n = std::to_string(details_.size());
    const char* field = wrong_lines_ != 0 ? fields::lines : details_.front().field.c_str();
    Problem out{Code::Invalid,
                {"Có " + n + " chỗ cần sửa; chưa có gì được ghi.",
                 details_.size() == 1 ? "One place needs correcting; nothing was written."
                                      : n + " places need correcting; nothing was written."},
                field,
                {}};
    out.details = std::move(details_);
    return out;
  }

  const State& state_;
  UnitNo owner_;
  const Group* before_;  // nullptr: it is new
  std::vector<std::uint32_t> units_;
  std::set<UnitNo> foreign_;
  std::size_t wrong_lines_ = 0;
  std::vector<Detail> details_;
};

std::optional<PersonNo> named_by(const Envelope& envelope) {
  return envelope.actor.person ? std::optional(envelope.actor.person) : std::nullopt;
}

Result<const Group*> group_as_seen(const State& state, const Envelope& envelope, GroupNo no,
                                   std::uint32_t seen) {
  TRY_ASSIGN(const Group* group, open_group(state, envelope.actor, no));
  if (group->version() == seen) return group;
  return problem(Code::Conflict,
                 {"Nhóm đã được người khác sửa sau khi bạn mở trang này. Hãy xem lại bản mới rồi "
                  "làm tiếp.",
                  "Somebody changed the group after you opened this page. Look at the new version, "
                  "then go on."});
}

}  // namespace

std::vector<bool> may_own_groups(const State& state, const Actor& actor) {
  std::vector<bool> out = state.allowed(actor, Right::DraftPlan);
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const Unit& unit = state.unit(UnitNo{i});
    const bool counts = unit.kind == Kind::Council && unit.parent && state.is_open(unit.no);
    if (counts && out[unit.no.index()]) out[unit.parent.index()] = true;
  }
  return out;
}

Result<void> require_groups_of(const State& state, const Actor& actor, UnitNo owner) {
  if (state.has(owner) && may_own_groups(state, actor)[owner.index()]) return {};
  return state.require(actor, Right::DraftPlan, owner);
}

std::string address_of(GroupNo group) { return "/don-vi/nhom/" + std::to_string(group.value); }

Result<const Group*> open_group(const State& state, const Actor& actor, GroupNo no) {
  TRY_ASSIGN(const Group* group, state.find(no));
  TRY(require_groups_of(state, actor, group->owner));
  if (!group->end) return group;
  return problem(Code::Conflict,
                 {"Nhóm này đã kết thúc nên không sửa được nữa; hãy lập nhóm mới.",
                  "This group has ended and can no longer be changed; make a new one."});
}

std::vector<GroupDraft::Line> read_lines(std::string_view pasted) {
  std::vector<GroupDraft::Line> out;
  for (std::uint32_t row = 1; !pasted.empty(); ++row) {
    const std::size_t end = std::min(pasted.find('\n'), pasted.size());
    std::string text(pasted.substr(0, end));
    pasted.remove_prefix(std::min(end + 1, pasted.size()));
    if (!one_line(text).empty()) out.push_back({row, std::move(text)});
  }
  return out;
}

Result<ledger::Decision> decide(const State& state, const MakeGroup& command,
                                const Envelope& envelope) {
  if (!command.owner) {
    return problem(Code::Invalid,
                   {"Hãy chọn đơn vị lập nhóm.", "Choose the unit that the group is of."},
                   fields::owner);
  }
  TRY(state.find(command.owner));
  TRY(require_groups_of(state, envelope.actor, command.owner));
  TRY(state.require_open(command.owner, fields::owner,
                         {"Hãy chọn đơn vị khác.", "Choose another unit."}));
  TRY_ASSIGN(Group::Version now, GroupCheck(state, command.owner, nullptr).check(command.draft));
  const GroupNo no{state.groups() + 1};
  ledger::Decision decision;
  decision.add(subject("group", no), GroupMade{no, command.owner, std::move(now.name),
                                               std::move(now.units), named_by(envelope)});
  decision.answer = address_of(no) + "?xong=luu";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const ChangeGroup& command,
                                const Envelope& envelope) {
  TRY_ASSIGN(const Group* group,
             group_as_seen(state, envelope, command.group, command.seen_version));
  TRY_ASSIGN(Group::Version now, GroupCheck(state, group->owner, group).check(command.draft));
  ledger::Decision decision;
  decision.answer = address_of(group->no) + "?xong=luu";
  if (now.name == group->current().name && now.units == group->current().units) return decision;
  decision.add(subject("group", group->no),
               GroupChanged{group->no, group->version() + 1, std::move(now.name),
                            std::move(now.units), named_by(envelope)});
  return decision;
}

Result<ledger::Decision> decide(const State& state, const EndGroup& command,
                                const Envelope& envelope) {
  TRY_ASSIGN(const Group* group,
             group_as_seen(state, envelope, command.group, command.seen_version));
  const std::string reason = one_line(command.reason);
  Faults faults;
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi lý do kết thúc nhóm.", "Write why the group ends."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("group", group->no), GroupEnded{group->no, reason, named_by(envelope)});
  decision.answer = address_of(group->no) + "?xong=ket-thuc-nhom";
  return decision;
}

}  // namespace lantoa::city::organisation
