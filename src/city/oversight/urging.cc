// Who is late, worst first, with one button each; and what became of the mails.
#include <boost/describe.hpp>

#include "city/oversight/oversight.h"

namespace lantoa::city::oversight {
namespace {

struct ExplanationLink {
  std::string address;
  Text fate;
  std::string fate_mark;
};
BOOST_DESCRIBE_STRUCT(ExplanationLink, (), (address, fate, fate_mark))

struct LateRow {
  std::string number;
  std::string unit;
  std::string what;
  std::string due;
  Text state;
  std::string mark;
  std::string reminded;
  std::optional<ExplanationLink> explanation;
  bool may_ask = false;  // for an explanation
  std::string letter;    // address of the draft
  bool may_urge = false;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(LateRow, (),
                      (number, unit, what, due, state, mark, reminded, explanation, may_ask, letter,
                       may_urge, keys))

struct MailRow {
  std::string number;
  std::string on;
  std::string unit;
  Text kind;
  Text state;
  std::string mark;
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (number, on, unit, kind, state, mark))

struct LetterLine {
  std::string letter;  // its number
  std::string address;
  std::string on;
  std::string unit;
  std::string done_by;
  std::uint32_t done = 0;
  std::uint32_t all = 0;
};
BOOST_DESCRIBE_STRUCT(LetterLine, (), (letter, address, on, unit, done_by, done, all))

struct UrgingView {
  static constexpr std::string_view tpl = "src/city/oversight/urging.tpl";
  std::uint32_t late = 0;
  std::uint32_t promised = 0;  // mails
  std::uint32_t sent = 0;
  bool has_rows = false;
  std::vector<LateRow> rows;
  Pager pager;
  bool has_mails = false;
  std::vector<MailRow> mails;
  bool has_letters = false;
  std::vector<LetterLine> letters;
};
BOOST_DESCRIBE_STRUCT(UrgingView, (),
                      (late, promised, sent, has_rows, rows, pager, has_mails, mails, has_letters,
                       letters))

constexpr std::uint32_t mails_shown_max = 20;

std::pair<Text, std::string> fate(const Reminder& reminder) {
  if (!reminder.end) {
    if (reminder.handed_over) return {{"Đang gửi", "Being sent"}, "state-risk"};
    if (reminder.attempts != 0) return {{"Sẽ gửi lại", "Will be tried again"}, "state-risk"};
    return {{"Chờ gửi", "Waiting"}, "state-idle"};
  }
  switch (*reminder.end) {
    case End::Sent:
      return {{"Đã gửi", "Sent"}, "state-done"};
    case End::Refused:
      return {{"Máy chủ thư từ chối", "Refused by the mail server"}, "state-late"};
    case End::Unknown:
      return {
          {"Không rõ đã tới chưa; có thể đôn đốc lại", "Unknown whether it arrived; urge again"},
          "state-risk"};
    case End::NoMailbox:
      return {{"Đơn vị chưa có hộp thư", "The unit has no mailbox"}, "state-late"};
  }
  return {};
}

void add_letters(const State& state, const Needs& needs, const Visit& visit, UrgingView& view) {
  const auto& letters = state.letters();
  const std::vector<bool> his = needs.organisation.allowed(visit.actor, Right::Urge);
  for (auto one = letters.rbegin(); one != letters.rend(); ++one) {
    if (view.letters.size() == mails_shown_max) break;
    if (!his[one->unit.index()]) continue;
    const std::uint32_t done = done_of(*one, needs);
    view.letters.push_back({one->number, letter_address(one->unit), vietnamese(one->dated),
                            needs.organisation.unit(one->unit).name, vietnamese(one->done_by), done,
                            static_cast<std::uint32_t>(one->assignments.size())});
  }
  view.has_letters = !view.letters.empty();
}

UrgingView look(const State& state, const Needs& needs, const Visit& visit) {
  const Date today = needs.calendar.today();
  UrgingView view;
  const auto late = late_on(today, needs.organisation.root(), needs.organisation, needs.plans);
  view.late = static_cast<std::uint32_t>(late.size());
  view.has_rows = view.late != 0;
  view.pager = make_pager(view.late, visit.page(), "/don-doc");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(view.late, first + rows_per_page); ++i) {
    const plan::Assignment& assignment = needs.plans.assignment(late[i]);
    const std::string days = std::to_string(today - assignment.due);
    const auto last = state.last_reminded(assignment.no);
    view.rows.push_back({std::to_string(assignment.no.value),
                         needs.organisation.unit(assignment.unit).name,
                         needs.plans.task(assignment.task).what,
                         vietnamese(assignment.due),
                         {"Quá hạn " + days + " ngày", days + " days late"},
                         "state-late",
                         last ? vietnamese(*last) : "–",
                         {},
                         false,
                         letter_address(assignment.unit),
                         needs.organisation.allows(visit.actor, Right::Urge, assignment.unit),
                         form_keys(visit)});
    LateRow& row = view.rows.back();
    const Explanation* asked = state.last_explanation(assignment.no);
    if (asked != nullptr) {
      const auto [words, mark] = fate_of(*asked, today);
      row.explanation = ExplanationLink{address_of(asked->no), words, mark};
    }
    row.may_ask = row.may_urge && (asked == nullptr || asked->answer);
  }
  view.promised = state.reminders();
  for (std::uint32_t i = state.reminders(); i > 0; --i) {
    const Reminder& reminder = state.reminder(ReminderNo{i});
    if (reminder.end == End::Sent) ++view.sent;
    if (view.mails.size() == mails_shown_max) continue;
    const auto [words, mark] = fate(reminder);
    view.mails.push_back(
        {std::to_string(i), vietnamese(reminder.on), needs.organisation.unit(reminder.unit).name,
         reminder.urged_by ? Text{"Đôn đốc", "Urging"} : Text{"Nhắc việc", "Reminder"}, words,
         mark});
  }
  view.has_mails = !view.mails.empty();
  add_letters(state, needs, visit, view);
  return view;
}

}  // namespace

void install_urging(App& app, const State& state, Needs needs) {
  const Text heading{"Đôn đốc", "Urging"};
  const Page page = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    const auto view = app.engine.read([&] { return look(state, needs, visit); });
    return app.show(visit, heading, view);
  };
  app.routes.get("/don-doc", Right::Urge, page);
  app.routes.post(
      "/don-doc/{assignment}", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
        return make_order(state, needs, Urge{no});
      },
      page);
}

}  // namespace lantoa::city::oversight
