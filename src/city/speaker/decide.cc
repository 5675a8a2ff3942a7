#include "city/speaker/decide.h"

#include <algorithm>

#include "city/person.h"
#include "city/proper_name.h"
#include "city/speaker/branches.h"
#include "city/speaker/erasures.h"
#include "viet/document_number.h"

namespace lantoa::city::speaker {
namespace {

bool is_unread(const std::vector<Detail>& unread, std::string_view field) {
  return std::any_of(unread.begin(), unread.end(),
                     [&](const Detail& detail) { return detail.field == field; });
}

void add_unread(Faults& faults, const std::vector<Detail>& unread) {
  for (const Detail& detail : unread) faults.add(detail.field, detail.text);
}

// In its normal spelling, "1234/QĐ-UBND".
std::string read_decision(Faults& faults, const std::string& typed) {
  const std::string text = one_line(typed);
  if (text.empty()) {
    faults.add(fields::decision, {"Hãy ghi số quyết định, ví dụ 1234/QĐ-UBND.",
                                  "Write the decision’s number, for example 1234/QĐ-UBND."});
    return {};
  }
  const auto number = viet::parse_document_number(text);
  if (!number) {
    faults.add(fields::decision,
               {"Đây không phải số, ký hiệu của quyết định; viết như 1234/QĐ-UBND.",
                "This is no number of a decision; write it like 1234/QĐ-UBND."});
    return {};
  }
  std::string out = number->display();
  faults.limit(fields::decision, out, decision_characters_max);
  return out;
}

// `earliest`: no decision of this kind can be older.
Date read_day(Faults& faults, std::optional<Date> typed, const std::vector<Detail>& unread,
              Date earliest, Date today) {
  if (!typed) {
    if (!is_unread(unread, fields::on)) {
      faults.add(fields::on, {"Hãy ghi ngày của quyết định, ví dụ 18/05/2021.",
                              "Write the day of the decision, for example 18/05/2021."});
    }
    return today;
  }
  const std::string day = vietnamese(*typed);
  if (*typed > today) {
    faults.add(fields::on, {"Ngày " + day + " chưa tới; hãy ghi khi quyết định đã ký.",
                            day + " is still to come; record the decision once it is signed."});
  } else if (*typed < earliest) {
    faults.add(fields::on,
               {"Ngày " + day + " quá sớm, phải từ " + vietnamese(earliest) + "; hãy xem lại năm.",
                day + " is before " + vietnamese(earliest) + "; look at the year."});
  }
  return *typed;
}

std::vector<std::string> read_branches(Faults& faults, const std::vector<std::string>& typed) {
  std::vector<std::string> out;
  for (const Branch& branch : branches()) {
    if (std::find(typed.begin(), typed.end(), branch.code) != typed.end()) {
      out.emplace_back(branch.code);
    }
  }
  if (out.empty()) {
    faults.add(fields::branches,
               {"Hãy chọn ít nhất một lĩnh vực.", "Choose at least one branch of law."});
  }
  return out;
}

struct Tidied {
  SpeakerRecord record;
  std::string decision;
  Date on;
  std::vector<std::string> branches;
};

Tidied read(Faults& faults, const Typed& typed, Date today) {
  Tidied out;
  add_unread(faults, typed.unread);
  out.record = {proper_name(typed.name), one_line(typed.workplace)};
  faults.need(fields::name, out.record.name, name_characters_max,
              {"Hãy ghi họ tên.", "Write the name."});
  need_one_alphabet(faults, fields::name, out.record.name, for_people, {"Họ tên", "The name"});
  faults.need(fields::workplace, out.record.workplace, workplace_characters_max,
              {"Hãy ghi nơi công tác hoặc nơi cư trú, chỉ ghi đến tổ dân phố, thôn.",
               "Write the place of work, or the neighbourhood."});
  out.decision = read_decision(faults, typed.decision);
  out.on = read_day(faults, typed.on, typed.unread, today - recognised_days_back_max, today);
  out.branches = read_branches(faults, typed.branches);
  return out;
}

// As it was seen by somebody who keeps the register of its unit.
Result<const Speaker*> open_for_change(const Known& known, SpeakerNo no, std::uint32_t seen_version,
                                       const Envelope& envelope) {
  TRY_ASSIGN(const Speaker* speaker, known.speakers.find(no));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, speaker->unit));
  if (speaker->version != seen_version) {
    return problem(
        Code::Conflict,
        {"Mục này đã được người khác sửa sau khi bạn mở trang. Hãy xem lại rồi làm tiếp.",
         "Somebody changed this entry after you opened the page. Look at it, then go "
         "on."});
  }
  return speaker;
}

// Of a record made by mistake there is no decision; it never held, not even for a day.
Dismissal read_end(Faults& faults, const DismissSpeaker& command, const Speaker& speaker,
                   Date today) {
  if (command.reason == Reason::Mistaken) return {{}, speaker.on, Reason::Mistaken};
  Dismissal out;
  add_unread(faults, command.unread);
  out.decision = read_decision(faults, command.decision);
  out.on = read_day(faults, command.on, command.unread, speaker.on, today);
  if (!command.reason) faults.add(fields::reason, {"Hãy chọn lý do.", "Choose the reason."});
  out.reason = command.reason.value_or(Reason::Other);
  return out;
}

// Each may be credited by him, or was credited before.
void check_speakers(Faults& faults, const Known& known, const CreditSessions& command,
                    const Credit& before, Date day, const Actor& actor) {
  if (command.speakers.size() > speakers_of_activity_max) {
    const std::string most = std::to_string(speakers_of_activity_max);
    return faults.add(fields::speakers, {"Nhiều nhất " + most + " người cho một hoạt động.",
                                         "At most " + most + " speakers of one activity."});
  }
  for (const SpeakerNo no : command.speakers) {
    const std::string number = std::to_string(no.value);
    if (!known.speakers.has(no)) {
      faults.add(
          fields::speakers,
          {"Sổ không có người số " + number + "; đã bỏ khỏi lựa chọn, hãy lưu lại.",
           "The register has no speaker number " + number + "; it is left out now, save again."});
      continue;
    }
    const bool was =
        std::find(before.speakers.begin(), before.speakers.end(), no) != before.speakers.end();
    if (was || may_credit(known, known.speakers.speaker(no), actor, day)) continue;
    faults.add(fields::speakers, {"Người số " + number + " không nằm trong sổ vào ngày " +
                                      vietnamese(day) + "; đã bỏ khỏi lựa chọn, hãy lưu lại.",
                                  "Speaker number " + number + " is not on the register of " +
                                      vietnamese(day) + "; it is left out now, save again."});
  }
}

}  // namespace

Decided decide(const Known& known, const RecogniseSpeaker& command, const Envelope& envelope) {
  if (!known.organisation.has(command.unit)) {
    return problem(Code::Invalid,
                   {"Hãy mở lại trang này từ sổ của một đơn vị.",
                    "Open this page again from the register of a unit."},
                   fields::unit);
  }
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, command.unit));
  TRY(known.organisation.require_open(
      command.unit, fields::unit,
      {"Hãy ghi vào sổ của đơn vị đang hoạt động.", "Use the register of a unit that is open."}));
  Faults faults;
  const Tidied tidied = read(faults, command.typed, envelope.today);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const SpeakerNo no{known.speakers.speakers() + 1};
  ledger::Decision decision;
  decision.add(
      record_id(no),
      SpeakerRecognised{no, standing_at(known.organisation.unit(command.unit).kind), command.unit,
                        tidied.decision, tidied.on, tidied.branches, person_of(envelope.actor)});
  decision.secrets.push_back({record_id(no), encode(tidied.record), {}});
  decision.answer = address_of(no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const ChangeSpeaker& command, const Envelope& envelope) {
  TRY_ASSIGN(const Speaker* speaker,
             open_for_change(known, command.speaker, command.seen_version, envelope));
  TRY(require_not_dismissed(*speaker));
  Faults faults;
  const Tidied tidied = read(faults, command.typed, envelope.today);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(speaker->no),
               SpeakerChanged{speaker->no, speaker->version + 1, tidied.decision, tidied.on,
                              tidied.branches, person_of(envelope.actor)});
  decision.secrets.push_back({record_id(speaker->no), encode(tidied.record), {}});
  decision.answer = address_of(speaker->no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const DismissSpeaker& command, const Envelope& envelope) {
  TRY_ASSIGN(const Speaker* speaker,
             open_for_change(known, command.speaker, command.seen_version, envelope));
  TRY(require_not_dismissed(*speaker));
  Faults faults;
  const Dismissal end = read_end(faults, command, *speaker, envelope.today);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(speaker->no),
               SpeakerDismissed{speaker->no, speaker->version + 1, end.decision, end.on, end.reason,
                                person_of(envelope.actor)});
  decision.answer = address_of(speaker->no) + "?xong=cho-thoi";
  return decision;
}

Decided decide(const Known& known, const EraseName& command, const Envelope& envelope) {
  TRY_ASSIGN(const Speaker* speaker,
             open_for_change(known, command.speaker, command.seen_version, envelope));
  TRY(require_erasable(*speaker));
  Faults faults;
  const NameErased fact{speaker->no, speaker->version + 1, one_line(command.reason),
                        person_of(envelope.actor)};
  faults.need(fields::reason, fact.reason, reason_characters_max,
              {"Hãy ghi lý do; ai xem mục này cũng đọc được.",
               "Write the reason; whoever sees this entry reads it."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(speaker->no), fact);
  decision.erasures = erased_by(fact);
  decision.answer = address_of(speaker->no) + "?xong=xoa-ten";
  return decision;
}

Decided decide(const Known& known, const CreditSessions& command, const Envelope& envelope) {
  TRY_ASSIGN(const activity::Activity* one, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, one->unit));
  if (one->annulled) {
    return problem(Code::Conflict, {"Hoạt động này đã hủy nên không ghi báo cáo viên, tuyên "
                                    "truyền viên được nữa.",
                                    "This activity was annulled: nobody spoke at it any more."});
  }
  const Credit& before = known.speakers.credit(one->no);
  if (before.version != command.seen_version) {
    return problem(Code::Conflict,
                   {"Danh sách đã được người khác sửa sau khi bạn mở trang. Hãy xem lại rồi làm "
                    "tiếp.",
                    "Somebody changed the list after you opened the page. Look at it, then go "
                    "on."});
  }
  Faults faults;
  check_speakers(faults, known, command, before, one->record.on, envelope.actor);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  std::vector<std::uint32_t> numbers;
  for (const SpeakerNo no : command.speakers) numbers.push_back(no.value);
  const SessionsCredited fact{one->no, NumberSet::of(std::move(numbers)),
                              person_of(envelope.actor)};
  std::vector<std::uint32_t> known_before;
  for (const SpeakerNo no : before.speakers) known_before.push_back(no.value);
  if (fact.speakers.numbers == known_before) {
    return problem(Code::Conflict,
                   {"Không có gì khác với điều đã ghi; hãy chọn hoặc bỏ chọn rồi lưu.",
                    "Nothing differs; choose somebody or leave him out, then save."});
  }
  ledger::Decision decision;
  decision.add(subject("activity", one->no), fact);
  decision.answer = credit_address(one->no) + "?xong=luu";
  return decision;
}

bool may_credit(const Known& known, const Speaker& speaker, const Actor& actor, Date day) {
  if (speaker.erased || !speaker.serves_on(day)) return false;
  return !speaker.dismissed || known.organisation.allows(actor, Right::SeePlans, speaker.unit);
}

Result<void> require_not_dismissed(const Speaker& speaker) {
  if (!speaker.dismissed) return {};
  return problem(Code::Conflict,
                 {"Người này đã thôi nên không sửa được nữa. Nếu được công nhận lại, hãy ghi thành "
                  "người mới.",
                  "This speaker was dismissed and can no longer be changed. Whoever is recognised "
                  "again is recorded anew."});
}

Result<void> require_erasable(const Speaker& speaker) {
  if (speaker.erased) {
    return problem(Code::Conflict,
                   {"Họ tên của người này đã được xóa rồi.", "The name is erased already."});
  }
  if (speaker.dismissed) return {};
  return problem(Code::Conflict,
                 {"Người đang làm báo cáo viên, tuyên truyền viên thì tên được công khai, nên chưa "
                  "xóa được; hãy ghi miễn nhiệm, cho thôi trước.",
                  "While somebody serves, the name is public and cannot be erased; record the "
                  "dismissal first."});
}

Standing standing_at(organisation::Kind kind) {
  const bool is_ward = kind == organisation::Kind::Ward || kind == organisation::Kind::Commune ||
                       kind == organisation::Kind::Township;
  return is_ward ? Standing::Propagandist : Standing::Rapporteur;
}

std::string address_of(SpeakerNo speaker) {
  return "/bao-cao-vien/so/" + std::to_string(speaker.value);
}

std::string register_address(UnitNo unit) {
  return "/bao-cao-vien/so?don-vi=" + std::to_string(unit.value);
}

std::string credit_address(ActivityNo activity) {
  return activity::address_of(activity) + "/bao-cao-vien";
}

}  // namespace lantoa::city::speaker
