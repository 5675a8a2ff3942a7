#include "city/reach/decide.h"

#include <algorithm>

#include "city/reach/rules.h"

namespace lantoa::city::reach {
namespace {

std::string item_address(ItemNo item) { return "/do-phu/" + std::to_string(item.value); }

Result<void> check_meeting_day(const std::optional<Date>& on, const Item& item, Date today) {
  if (!on) return {};
  if (*on > today) {
    return problem(
        Code::Invalid,
        {"Ngày họp không thể ở sau hôm nay.", "The day of the meeting cannot lie after today."},
        "on");
  }
  const Date first = vietnam_date(item.opened());
  if (*on >= first) return {};
  return problem(Code::Invalid,
                 {"Bài này đăng ngày " + vietnamese(first) +
                      "; buổi họp trước ngày đó chưa thể phổ biến bài. Hãy ghi ngày họp từ " +
                      vietnamese(first) + ".",
                  "This article was published on " + vietnamese(first) +
                      "; no earlier meeting can have made it known. Write a day from " +
                      vietnamese(first) + " on."},
                 "on");
}

Result<void> check_entered(const Known& known, const RecordByProxy& command, const Item& item,
                           const Envelope& envelope) {
  if (command.persons.empty()) {
    return problem(Code::Invalid, nobody_chosen(), "person");
  }
  if (command.persons.size() > persons_per_receipt_max) {
    return problem(Code::TooLarge, too_many_chosen(), "person");
  }
  TRY(check_meeting_day(command.on, item, envelope.today));
  for (const std::uint32_t number : command.persons) {
    const PersonNo person{number};
    const UnitNo home = known.reach.home(person);
    if (!home || !item.must_know(person)) {
      return problem(Code::Invalid, not_in_audience(person), "person");
    }
    if (!envelope.actor.is_system() &&
        !is_own_unit(known.organisation, envelope.actor, Right::RecordByProxy, home)) {
      return tl::unexpected(not_allowed(Right::RecordByProxy));
    }
  }
  return {};
}

}  // namespace

Text nobody_chosen() { return {"Hãy chọn ít nhất một người.", "Choose at least one person."}; }

Text too_many_chosen() {
  const std::string most = std::to_string(persons_per_receipt_max);
  return {"Mỗi lần ghi được nhiều nhất " + most + " người; hãy chia thành nhiều lần.",
          "At most " + most + " persons can be recorded at once; do it in several turns."};
}

Text not_in_audience(PersonNo person) {
  const std::string number = std::to_string(person.value);
  return {"Người số " + number + " không thuộc đối tượng phải biết; hãy bỏ chọn người này.",
          "Person " + number + " is not in the audience; take that person out."};
}

Problem names_are_not_theirs() {
  return {Code::Forbidden,
          {"Chỉ cán bộ của chính đơn vị này xem được họ tên; cấp trên xem số liệu.",
           "Only this unit's own officer sees names; others see figures."},
          {},
          {}};
}

std::string correction_id(std::uint64_t receipt, PersonNo person) {
  return "correction/" + std::to_string(receipt) + "/" + std::to_string(person.value);
}

bool is_own_unit(const organisation::State& organisation, const Actor& actor, Right right,
                 UnitNo unit) {
  if (actor.kind != Actor::Kind::Account || !unit) return false;
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
    if (!city::has(grant.role, right)) return false;
    return grant.unit == unit || (actor.home == unit && organisation.is_within(unit, grant.unit));
  });
}

ReceiptsRecorded unite(std::vector<ReceiptsRecorded> receipts) {
  ReceiptsRecorded all = std::move(receipts.front());
  for (std::size_t i = 1; i < receipts.size(); ++i) {
    const auto& more = receipts[i].persons.numbers;
    all.persons.numbers.insert(all.persons.numbers.end(), more.begin(), more.end());
  }
  all.persons = NumberSet::of(std::move(all.persons.numbers));
  return all;
}

Decided decide(const Known& known, const OpenItem& command, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::ApproveArticle));
  ledger::Decision decision;
  if (known.reach.of_article(command.article)) return decision;
  TRY_ASSIGN(const plan::Plan* plan, known.plans.find(command.plan));
  const ItemNo item{known.reach.items() + 1};
  decision.add(subject("item", item), ItemOpened{item, command.article, command.version, plan->no,
                                                 plan->scope, plan->audience});
  return decision;
}

Decided decide(const Known& known, const Confirm& command, const Envelope& envelope) {
  TRY_ASSIGN(const Item* item, known.reach.find(command.item));
  const PersonNo person = envelope.actor.person;
  if (!person || !item->must_know(person)) {
    return problem(Code::Forbidden,
                   {"Văn bản này không thuộc diện bạn phải xác nhận; bạn vẫn đọc được trên cổng.",
                    "You are not asked to confirm this one; you can still read it on the portal."});
  }
  if (known.content.article(item->article()).withdrawn) {
    return problem(Code::Conflict,
                   {"Bài này đã được thu hồi nên không cần xác nhận nữa.",
                    "This article was withdrawn; there is nothing to confirm any more."});
  }
  if (command.seen_version != item->version()) {
    return problem(Code::Conflict,
                   {"Bài đã có bản mới sau khi bạn mở trang. Hãy đọc bản mới rồi xác nhận.",
                    "There is a newer version since you opened this page. Read it, then confirm."});
  }
  ledger::Decision decision;
  decision.answer = "/cua-toi/" + std::to_string(command.item.value) + "?xong=xac-nhan";
  if (item->has_receipt(person, Channel::Portal)) return decision;
  decision.add_joining(
      subject("item", command.item),
      ReceiptsRecorded{command.item, Channel::Portal, NumberSet{{person.value}}, {}, {}}, "own");
  return decision;
}

Decided decide(const Known& known, const RecordByProxy& command, const Envelope& envelope) {
  TRY_ASSIGN(const Item* item, known.reach.find(command.item));
  TRY(check_entered(known, command, *item, envelope));
  std::vector<std::uint32_t> fresh;
  for (const std::uint32_t number : command.persons) {
    if (!item->has_receipt(PersonNo{number}, command.channel)) fresh.push_back(number);
  }
  ledger::Decision decision;
  const UnitNo unit = known.reach.home(PersonNo{command.persons.front()});
  decision.answer = item_address(command.item) + "/" + std::to_string(unit.value) + "?xong=luu";
  if (fresh.empty()) return decision;
  ReceiptsRecorded fact{
      command.item, command.channel, NumberSet::of(std::move(fresh)), {}, command.on};
  if (envelope.actor.person) fact.by = envelope.actor.person;
  decision.add(subject("item", command.item), fact);
  return decision;
}

Decided decide(const Known& known, const CorrectReceipt& command, const Envelope& envelope) {
  TRY_ASSIGN(const Item* item, known.reach.find(command.item));
  const ReceiptFact* receipt = item->receipt(command.receipt);
  if (receipt == nullptr ||
      !std::binary_search(receipt->persons.begin(), receipt->persons.end(), command.person.value)) {
    return problem(Code::NotFound, {"Không có ghi nhận này của người này.",
                                    "There is no such receipt of this person."});
  }
  const UnitNo home = known.reach.home(command.person);
  if (!is_own_unit(known.organisation, envelope.actor, Right::CorrectReceipt, home)) {
    return tl::unexpected(not_allowed(Right::CorrectReceipt));
  }
  if (command.reason.empty() || command.reason.size() > reason_bytes_max) {
    return problem(Code::Invalid,
                   {"Hãy ghi lý do đính chính.", "Write the reason for the correction."}, "reason");
  }
  ledger::Decision decision;
  decision.answer =
      item_address(command.item) + "/" + std::to_string(home.value) + "/ghi-nhan?xong=dinh-chinh";
  if (item->is_corrected(command.receipt, command.person)) return decision;
  decision.add(
      subject("item", command.item),
      ReceiptCorrected{command.item, command.receipt, command.person, envelope.actor.person});
  decision.secrets.push_back({correction_id(command.receipt, command.person), command.reason, {}});
  return decision;
}

Decided decide(const Known& known, const ViewNames& command, const Envelope& envelope) {
  TRY(known.reach.find(command.item));
  TRY(known.organisation.find(command.unit));
  if (!is_own_unit(known.organisation, envelope.actor, Right::SeeNames, command.unit)) {
    return tl::unexpected(names_are_not_theirs());
  }
  ledger::Decision decision;
  decision.add(subject("item", command.item), NamesViewed{command.item, command.unit, {}});
  return decision;
}

}  // namespace lantoa::city::reach
