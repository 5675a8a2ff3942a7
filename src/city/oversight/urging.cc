// Who is late, worst first, with one button each; and what became of the mails.
#include <boost/describe.hpp>
#include <set>

#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"

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
  Text reminded;
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
  std::optional<std::string> detail;
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (number, on, unit, kind, state, mark, detail))

struct LetterLine {
  std::string letter;  // its number
  std::string address;
  std::string on;
  std::string unit;
  Text done_by;
  std::uint32_t done = 0;
  std::uint32_t all = 0;
};
BOOST_DESCRIBE_STRUCT(LetterLine, (), (letter, address, on, unit, done_by, done, all))

struct ComparedPlan {
  std::string compare_address;
  std::string plan_number;
};
BOOST_DESCRIBE_STRUCT(ComparedPlan, (), (compare_address, plan_number))

struct RemindedPlan {
  std::string ladder_address, ladder_plan;
  Text steps;
};
BOOST_DESCRIBE_STRUCT(RemindedPlan, (), (ladder_address, ladder_plan, steps))

struct UrgingView {
  static constexpr std::string_view tpl = "src/city/oversight/urging.tpl";
  std::uint32_t late = 0;
  std::uint32_t promised = 0;  // mails
  std::uint32_t sent = 0;
  bool has_rows = false;
  std::vector<LateRow> rows;
  std::vector<ComparedPlan> compared;  // with something late, the newest first
  bool has_reminded = false;
  std::vector<RemindedPlan> reminded_plans;  // whose ladder the visitor may set, the newest first
  Pager pager;
  std::optional<std::string> returning;  // units whose mailbox returns mails
  bool has_mails = false;
  std::vector<MailRow> mails;
  bool has_letters = false;
  std::vector<LetterLine> letters;
};
BOOST_DESCRIBE_STRUCT(UrgingView, (),
                      (late, promised, sent, has_rows, rows, compared, has_reminded, reminded_plans,
                       pager, returning, has_mails, mails, has_letters, letters))

constexpr std::uint32_t mails_shown_max = 20;
constexpr std::uint32_t plans_shown_max = 10;

std::pair<Text, std::string> fate(const Reminder& reminder) {
  if (!reminder.end) {
    if (reminder.handed_over) {
      return {{"Đã giao cho máy chủ thư, chờ trả lời", "Handed over, no answer yet"}, "state-risk"};
    }
    if (reminder.postponed != 0) return {{"Sẽ gửi lại", "Will be tried again"}, "state-risk"};
    return {{"Chờ gửi", "Waiting"}, "state-idle"};
  }
  if (reminder.came_back()) return {{"Bị trả lại", "Came back"}, "state-late"};
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
    case End::NotNeeded:
      return {{"Không gửi: việc đã xong, đã rút hoặc được thêm thời gian",
               "Not sent: done, withdrawn, or given more time"},
              "state-idle"};
    case End::MailboxReturns:
      return {{"Không gửi: hộp thư trả lại thư", "Not sent: the mailbox returns mails"},
              "state-late"};
  }
  return {};
}

// What the server said of a mail that came back, the newest of it.
Text return_in_words(const MailReturn& one) {
  const ReturnWords words = words_of_return(one.status);
  const std::string code = " (" + one.status + ").";
  Text out{words.why.vi + code, words.why.en + code};
  if (!one.why.empty()) {
    out.vi += " Máy chủ thư ghi: " + one.why;
    out.en += " The mail server says: " + one.why;
  }
  return out;
}

// Why a mail has not gone out, how often and when it is tried; empty where there is nothing to add.
Text detail_of(const Reminder& reminder) {
  if (reminder.end && reminder.came_back()) return return_in_words(reminder.returns.back());
  Text out;
  const auto say = [&out](const std::string& vi, const std::string& en) {
    if (!out.vi.empty()) {
      out.vi += ' ';
      out.en += ' ';
    }
    out.vi += vi;
    out.en += en;
  };
  const bool is_retried = !reminder.end && !reminder.handed_over && reminder.postponed != 0;
  const bool was_given_up = reminder.end == End::Refused || reminder.end == End::Unknown;
  if (is_retried) {
    const std::string n = std::to_string(reminder.postponed);
    const std::string from = vietnamese(reminder.not_before);
    say("Đã hoãn " + n + " lần; gửi lại từ " + from + ".",
        "Times postponed: " + n + "; tried again from " + from + ".");
    if (reminder.may_have_arrived) say("Có thể thư đã tới.", "It may have arrived.");
  }
  if (was_given_up && reminder.attempts >= attempts_max) {
    const std::string n = std::to_string(reminder.attempts);
    say("Đã gửi " + n + " lần.", "Attempts: " + n + ".");
  }
  if (!is_retried && !was_given_up) return out;
  if (!reminder.why.empty()) {
    say("Lý do: " + reminder.why, "Reason: " + reminder.why);
  } else if (is_retried) {
    say("Lý do: việc gửi bị gián đoạn.", "Reason: sending was interrupted.");
  }
  return out;
}

void add_letters(const State& state, const Needs& needs, const Visit& visit, UrgingView& view) {
  const auto& letters = state.letters();
  const std::vector<bool> his = needs.organisation.allowed(visit.actor, Right::Urge);
  for (auto one = letters.rbegin(); one != letters.rend(); ++one) {
    if (view.letters.size() == mails_shown_max) break;
    if (!his[one->unit.index()]) continue;
    const std::uint32_t done = done_of(*one, needs);
    view.letters.push_back({one->number, letter_address(one->unit), vietnamese(one->dated),
                            needs.organisation.unit(one->unit).name,
                            due_said(one->done_by, one->working_days), done,
                            counted_of(*one, needs)});
  }
  view.has_letters = !view.letters.empty();
}

void add_compared(const std::vector<AssignmentNo>& late, const Needs& needs, UrgingView& view) {
  std::set<PlanNo> plans;
  for (const AssignmentNo no : late) {
    plans.insert(needs.plans.task(needs.plans.assignment(no).task).plan);
  }
  for (auto one = plans.rbegin(); one != plans.rend(); ++one) {
    if (view.compared.size() == plans_shown_max) break;
    view.compared.push_back({comparison_address(*one), needs.plans.plan(*one).number});
  }
}

void add_reminded(const State& state, const Needs& needs, const Visit& visit, UrgingView& view) {
  for (const PlanNo no : needs.plans.issued()) {
    if (view.reminded_plans.size() == plans_shown_max) break;
    const plan::Plan& one = needs.plans.plan(no);
    if (!may_set_ladder(one, needs.organisation, visit.actor)) continue;
    view.reminded_plans.push_back(
        {ladder_address(no), one.number, ladder_in_words(state.ladder(no))});
  }
  view.has_reminded = !view.reminded_plans.empty();
}

UrgingView look(const State& state, const Needs& needs, const Visit& visit) {
  const Date today = needs.calendar.today();
  UrgingView view;
  const auto late = late_on(today, needs.organisation.root(), needs.organisation, needs.plans);
  view.late = static_cast<std::uint32_t>(late.size());
  view.has_rows = view.late != 0;
  add_compared(late, needs, view);
  add_reminded(state, needs, visit, view);
  view.pager = make_pager(view.late, visit.page(), "/don-doc");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(view.late, first + rows_per_page); ++i) {
    const plan::Assignment& assignment = needs.plans.assignment(late[i]);
    const std::string days = std::to_string(today - assignment.due);
    const Reminder* last = state.last_reminder(assignment.no);
    view.rows.push_back({std::to_string(assignment.no.value),
                         needs.organisation.unit(assignment.unit).name,
                         needs.plans.task(assignment.task).what,
                         vietnamese(assignment.due),
                         {"Quá hạn " + days + " ngày", days + " days late"},
                         "state-late",
                         last != nullptr ? day_of_reminder(*last) : Text{"–", "–"},
                         {},
                         false,
                         letter_address(needs.organisation.answering_for(assignment.unit)),
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
    if (reminder.end == End::Sent && !reminder.came_back()) ++view.sent;
    if (view.mails.size() == mails_shown_max) continue;
    const auto [words, mark] = fate(reminder);
    const std::string detail = detail_of(reminder).in(visit.language);
    view.mails.push_back(
        {std::to_string(i), vietnamese(reminder.on), needs.organisation.unit(reminder.unit).name,
         reminder.urged_by ? Text{"Đôn đốc", "Urging"} : Text{"Nhắc việc", "Reminder"}, words, mark,
         detail.empty() ? std::nullopt : std::optional(detail)});
  }
  view.has_mails = !view.mails.empty();
  const auto units = returning_below(state, needs.organisation, visit.actor).size();
  if (units != 0) view.returning = std::to_string(units);
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
