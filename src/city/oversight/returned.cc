#include "city/oversight/returned.h"

#include <algorithm>
#include <array>

namespace lantoa::city::oversight {
namespace {

// What of a reminder came back from the mailbox that its unit has now, the worst of it.
const MailReturn* counting_return(const Reminder& reminder, UnitNo unit, std::uint64_t settled) {
  const MailReturn* worst = nullptr;
  for (const MailReturn& one : reminder.returns) {
    const Attempt& attempt = reminder.attempted[one.attempt - 1];
    if (attempt.to != unit || attempt.seq <= settled) continue;
    if (worst == nullptr || one.is_permanent()) worst = &one;
  }
  return worst;
}

// A mail server took it for this mailbox: it came back, or it may be there.
bool was_taken(const Reminder& reminder, UnitNo unit, std::uint64_t settled) {
  if (reminder.end != End::Sent && !reminder.came_back()) return false;
  return std::any_of(reminder.attempted.begin(), reminder.attempted.end(),
                     [&](const Attempt& one) { return one.to == unit && one.seq > settled; });
}

struct Subject {
  std::string_view prefix;  // of what follows the class
  ReturnWords words;
};

const Text ask_and_change{"Hỏi đơn vị địa chỉ đúng rồi sửa hộp thư.",
                          "Ask the unit for the right address and change the mailbox."};
const Text make_room{"Báo đơn vị dọn hộp thư; xong thì bấm “Đã kiểm tra địa chỉ”.",
                     "Tell the unit to make room; then say “Address checked”."};
const Text let_us_in{
    "Nhờ người quản trị thư của đơn vị cho phép thư của hệ thống; xong thì bấm “Đã kiểm tra địa "
    "chỉ”.",
    "Ask who keeps the unit's mail server to let our mails in; then say “Address checked”."};
const Text wait_for_server{
    "Hỏi người quản trị thư của đơn vị; khi hộp thư nhận lại được thì bấm “Đã kiểm tra địa chỉ”.",
    "Ask who keeps the unit's mail server; when it takes mails again, say “Address checked”."};

// RFC 3463, and 7505 for 1.10; the first that fits.
const std::array<Subject, 15>& subjects() {
  static const std::array<Subject, 15> all{{
      {"1.10", {{"Tên miền không nhận thư", "The domain takes no mail"}, ask_and_change}},
      {"1.2", {{"Tên miền không có", "There is no such domain"}, ask_and_change}},
      {"1.3", {{"Địa chỉ viết sai", "The address is written wrongly"}, ask_and_change}},
      {"1.6", {{"Hộp thư đã chuyển đi nơi khác", "The mailbox has moved"}, ask_and_change}},
      {"1.8",
       {{"Máy chủ không nhận địa chỉ gửi của hệ thống", "Our address is refused"}, let_us_in}},
      {"1.7",
       {{"Máy chủ không nhận địa chỉ gửi của hệ thống", "Our address is refused"}, let_us_in}},
      {"1.", {{"Hộp thư không tồn tại", "There is no such mailbox"}, ask_and_change}},
      {"2.1", {{"Hộp thư đã bị khóa", "The mailbox is closed"}, ask_and_change}},
      {"2.2", {{"Hộp thư đầy", "The mailbox is full"}, make_room}},
      {"2.", {{"Hộp thư không nhận được thư", "The mailbox takes no mail"}, wait_for_server}},
      {"3.", {{"Máy chủ thư của đơn vị gặp lỗi", "The unit's mail server fails"}, wait_for_server}},
      {"4.4",
       {{"Tên miền không có, hoặc không tìm được máy chủ nhận thư",
         "There is no such domain, or no mail server for it"},
        ask_and_change}},
      {"4.",
       {{"Máy chủ thư của đơn vị không trả lời", "The unit's mail server does not answer"},
        wait_for_server}},
      {"7.",
       {{"Máy chủ thư của đơn vị từ chối thư của hệ thống", "The unit's mail server refuses us"},
        let_us_in}},
      {"",
       {{"Máy chủ thư của đơn vị không nhận thư", "The unit's mail server does not take it"},
        wait_for_server}},
  }};
  return all;
}

// "4.4" fits "4.4" and not "4.40".
bool fits(std::string_view detail, std::string_view prefix) {
  if (!detail.starts_with(prefix)) return false;
  return prefix.empty() || prefix.ends_with('.') || detail.size() == prefix.size();
}

}  // namespace

std::optional<ReturningMailbox> returning_mailbox(const State& state,
                                                  const organisation::State& organisation,
                                                  UnitNo unit) {
  if (!state.with_returns().contains(unit)) return std::nullopt;
  const std::uint64_t settled =
      std::max(organisation.mailbox_since(unit), state.checked_since(unit));
  ReturningMailbox out;
  out.unit = unit;
  bool is_bad = false;
  std::size_t in_a_row = 0;
  for (const ReminderNo no : state.handed_over_to(unit)) {
    const Reminder& reminder = state.reminder(no);
    if (!was_taken(reminder, unit, settled)) continue;
    const MailReturn* one = counting_return(reminder, unit, settled);
    if (one == nullptr) {
      in_a_row = 0;
      if (!is_bad) out = ReturningMailbox{unit, {}, {}, {}, 0};  // it took mails until then
      continue;
    }
    ++in_a_row;
    if (one->is_permanent() || in_a_row == temporary_returns_max) is_bad = true;
    if (out.came_back == 0 || one->on < out.since) out.since = one->on;
    ++out.came_back;
    if (!one->is_permanent() && out.status.starts_with('5')) continue;
    out.status = one->status;
    out.why = one->why;
  }
  if (!is_bad) return std::nullopt;
  return out;
}

std::vector<ReturningMailbox> returning_below(const State& state,
                                              const organisation::State& organisation,
                                              const Actor& actor) {
  std::vector<ReturningMailbox> out;
  const auto managed = organisation.allowed(actor, Right::ManageUnits);
  const auto urged = organisation.allowed(actor, Right::Urge);
  const auto reporting = organisation.allowed(actor, Right::ReportTask);
  for (const UnitNo unit : state.with_returns()) {
    const std::size_t i = unit.index();
    if (!managed[i] && !urged[i] && !reporting[i]) continue;
    if (!organisation.is_open(unit)) continue;
    if (auto one = returning_mailbox(state, organisation, unit)) out.push_back(*std::move(one));
  }
  return out;
}

ReturnWords words_of_return(std::string_view status) {
  const std::string_view detail = status.size() > 2 ? status.substr(2) : std::string_view();
  const auto& all = subjects();
  return std::find_if(all.begin(), all.end(),
                      [&](const Subject& one) { return fits(detail, one.prefix); })
      ->words;
}

Text day_of_reminder(const Reminder& newest) {
  const std::string day = vietnamese(newest.on);
  if (newest.came_back()) return {day + " (bị trả lại)", day + " (came back)"};
  if (newest.end == End::MailboxReturns) return {day + " (không gửi được)", day + " (not sent)"};
  return {day, day};
}

}  // namespace lantoa::city::oversight
