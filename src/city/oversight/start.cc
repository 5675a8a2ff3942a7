// An officer's start page: what he has to do today, late first, each with its one action.
#include <algorithm>
#include <boost/describe.hpp>
#include <map>
#include <set>

#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"
#include "city/own_units.h"

namespace lantoa::city::oversight {
namespace {

struct TodoRow {
  Text state;
  std::string mark;
  std::string title;
  std::string address;
  std::string detail;
  std::optional<std::string> figure;  // "12 / 31"
  std::string figure_address;
  Text action;
  std::string action_address = {};  // empty: `address`
};
BOOST_DESCRIBE_STRUCT(TodoRow, (),
                      (state, mark, title, address, detail, figure, figure_address, action,
                       action_address))

struct StartView {
  static constexpr std::string_view tpl = "src/city/oversight/start.tpl";
  std::string unit;
  std::string day;
  Text must;
  bool may_log = false;  // activities
  bool has_rows = false;
  std::vector<TodoRow> rows;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(StartView, (), (unit, day, must, may_log, has_rows, rows, more))

// Readers see it all the while: before every task, however late.
constexpr std::int32_t emergency_late_order = INT32_MIN;
constexpr std::size_t rows_max = 12;  // a start page is short; the lists have the rest

Text days_in_words(std::int32_t left) {
  const std::string n = std::to_string(left < 0 ? -left : left);
  if (left < 0) return {"Quá hạn " + n + " ngày", n + " days late"};
  if (left == 0) return {"Đến hạn hôm nay", "Due today"};
  return {"Còn " + n + " ngày", n + " days left"};
}

Text in_words(std::uint32_t todo, std::uint32_t late) {
  if (todo == 0) return {"Hôm nay không còn việc nào.", "Nothing is left for today."};
  const std::string n = std::to_string(todo);
  const std::string m = std::to_string(late);
  if (late == 0) return {"Hôm nay có " + n + " việc.", "Things to do today: " + n + "."};
  return {"Hôm nay có " + n + " việc, " + m + " việc đã quá hạn.",
          "Things to do today: " + n + ", of which late: " + m + "."};
}

std::string mark_of(std::int32_t left) {
  return left < 0 ? "state-late" : left <= 7 ? "state-risk" : "state-idle";
}

class Filling {
 public:
  Filling(const App& app, const State& state, const Needs& needs, const Visit& visit, Instant now)
      : app_(app),
        state_(state),
        needs_(needs),
        visit_(visit),
        now_(now),
        today_(needs.calendar.today()) {}

  StartView fill() {
    view_.day = vietnamese(today_);
    view_.may_log = visit_.actor.may_somewhere(Right::ReportTask);
    if (needs_.organisation.has(visit_.actor.home)) {
      view_.unit = needs_.organisation.unit(visit_.actor.home).name;
    }
    add_work();
    add_unread();
    add_approvals();
    add_emergencies();
    add_urging();
    add_returned();
    add_explanations();
    add_letters();
    add_duties();
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    view_.must = in_words(static_cast<std::uint32_t>(rows_.size()), late_);
    view_.has_rows = !rows_.empty();
    view_.more = rows_.size() > rows_max;
    for (auto& [order, row] : rows_) {
      if (view_.rows.size() == rows_max) break;
      if (row.action_address.empty()) row.action_address = row.address;
      view_.rows.push_back(std::move(row));
    }
    return std::move(view_);
  }

 private:
  void add(std::int32_t order, TodoRow row) { rows_.emplace_back(order, std::move(row)); }

  // In whose name the visitor reports, with what units below that were closed left to them.
  std::vector<UnitNo> reporting() const {
    return needs_.organisation.answered_by(own_units(visit_.actor, Right::ReportTask));
  }

  void add_work() {
    for (const UnitNo unit : reporting()) {
      for (const AssignmentNo no : needs_.plans.of_unit(unit)) {
        const plan::Assignment& assignment = needs_.plans.assignment(no);
        if (!assignment.is_open()) continue;
        const plan::Task& task = needs_.plans.task(assignment.task);
        const std::int32_t left = assignment.due - today_;
        if (left < 0) ++late_;
        add(left, {days_in_words(left),
                   mark_of(left),
                   task.what,
                   "/nhiem-vu",
                   needs_.organisation.unit(unit).name + " · " +
                       needs_.plans.plan(task.plan).number + " · " + vietnamese(assignment.due),
                   {},
                   {},
                   {"Ghi hoạt động", "Record an activity"},
                   "/hoat-dong/ghi?viec=" + std::to_string(no.value)});
      }
    }
  }

  void add_unread() {
    for (const UnitNo unit : own_units(visit_.actor, Right::SeeNames)) {
      for (std::uint32_t i = 1; i <= needs_.reach.items(); ++i) {
        const reach::Item& item = needs_.reach.item(ItemNo{i});
        const reach::Count count = item.count(unit);
        if (count.audience == 0 || count.reached == count.audience) continue;
        const std::string at = "/do-phu/" + std::to_string(i) + "/" + std::to_string(unit.value);
        const content::Article& article = needs_.content.article(item.article());
        const bool leaf = needs_.organisation.open_children(unit).empty();
        add(3, {{"Đang thực hiện", "Under way"},
                "state-risk",
                article.latest().title,
                at,
                needs_.organisation.unit(unit).name,
                html::grouped(count.reached, visit_.language) + " / " +
                    html::grouped(count.audience, visit_.language),
                at,
                leaf ? Text{"Xem ai chưa đọc", "See who is missing"}
                     : Text{"Xem độ phủ", "See coverage"}});
        if (leaf) rows_.back().second.address = at + "/chua-doc";
      }
    }
  }

  void add_approvals() {
    for (std::uint32_t i = 1; i <= needs_.plans.plans(); ++i) {
      const plan::Plan& plan = needs_.plans.plan(PlanNo{i});
      if (plan.stage != plan::Stage::Draft || plan.writers.contains(visit_.actor.person)) continue;
      if (!needs_.organisation.allows(visit_.actor, Right::ApprovePlan, plan.issuer)) continue;
      add(0, {{"Chờ bạn duyệt", "Waiting for you"},
              "state-risk",
              plan.title,
              "/ke-hoach/" + std::to_string(i),
              needs_.organisation.unit(plan.issuer).name,
              {},
              {},
              {"Xem và duyệt", "Read and approve"}});
    }
    for (std::uint32_t i = 1; i <= needs_.content.size(); ++i) {
      const content::Article& article = needs_.content.article(ArticleNo{i});
      if (article.stage() != content::Stage::Submitted) continue;
      if (article.writers.contains(visit_.actor.person) ||
          !needs_.organisation.allows(visit_.actor, Right::ApproveArticle, article.unit)) {
        continue;
      }
      add(0, {{"Chờ bạn duyệt", "Waiting for you"},
              "state-risk",
              article.latest().title,
              content::office_address(article.no),
              needs_.organisation.unit(article.unit).name,
              {},
              {},
              {"Xem và duyệt", "Read and approve"}});
    }
  }

  // Published by one person: the first thing to read, and late after a day.
  void add_emergencies() {
    for (const ArticleNo no : needs_.content.published()) {
      const content::Article& article = needs_.content.article(no);
      if (!article.emergency || !visit_.actor.person) continue;
      const content::Emergency& emergency = *article.emergency;
      if (article.writers.contains(visit_.actor.person) || emergency.by == visit_.actor.person ||
          !needs_.organisation.allows(visit_.actor, Right::ApproveArticle, article.unit)) {
        continue;
      }
      const bool late = emergency.is_late(now_);
      if (late) ++late_;
      add(late ? emergency_late_order : -1,
          {late ? Text{"Đăng khẩn cấp, quá 24 giờ chưa duyệt",
                       "Emergency, not approved for over 24 hours"}
                : Text{"Đăng khẩn cấp, chờ bạn duyệt", "Emergency, waiting for you"},
           late ? "state-late" : "state-risk",
           article.versions[emergency.version - 1].title,
           content::office_address(no) + "?ban=" + std::to_string(emergency.version),
           needs_.organisation.unit(article.unit).name + " · " + vietnamese(emergency.at),
           {},
           {},
           {"Đọc và duyệt", "Read and approve"}});
    }
  }

  // What other units are late with, for those who urge them: one row.
  void add_urging() {
    if (!visit_.actor.may_somewhere(Right::Urge)) return;
    std::uint32_t late = 0;
    const std::vector<bool> his = needs_.organisation.allowed(visit_.actor, Right::Urge);
    for (std::uint32_t i = 1; i <= needs_.plans.assignments(); ++i) {
      const plan::Assignment& assignment = needs_.plans.assignment(AssignmentNo{i});
      if (assignment.is_late(today_) && his[assignment.unit.index()]) ++late;
    }
    if (late == 0) return;
    const std::string n = std::to_string(late);
    const Text title{n + " việc của các đơn vị đã quá hạn", n + " tasks of the units are late"};
    const Text detail{"Thư nhắc tự động vẫn gửi; việc gấp thì đôn đốc ngay",
                      "Reminders go out by themselves; urge at once what cannot wait"};
    add(1, {{"Cần đôn đốc", "To be urged"},
            "state-late",
            title.in(visit_.language),
            "/don-doc",
            detail.in(visit_.language),
            {},
            {},
            {"Xem và đôn đốc", "See and urge"}});
  }

  // Units that no mail reaches, for whoever manages, urges or reports for them: one row.
  void add_returned() {
    const auto count = returning_below(state_, needs_.organisation, visit_.actor).size();
    if (count == 0) return;
    const std::string n = std::to_string(count);
    const Text title{n + " đơn vị không nhận được thư nhắc việc",
                     "Units that reminders do not reach: " + n};
    const Text detail{
        "Thư gửi tới hộp thư của đơn vị bị trả lại; hãy báo cách khác và sửa hộp thư",
        "Mails to the unit's mailbox come back; tell it another way, mend the mailbox"};
    add(1, {{"Thư bị trả lại", "Mails came back"},
            "state-late",
            title.in(visit_.language),
            returned_address,
            detail.in(visit_.language),
            {},
            {},
            {"Xem lý do", "See why"}});
  }

  // What one's own units have to explain; of those below, what they did not explain in time: so an
  // unanswered question goes up the tree by itself.
  void add_explanations() {
    const auto own = reporting();
    const auto is_own = [&](UnitNo unit) {
      return std::find(own.begin(), own.end(), unit) != own.end();
    };
    for (const ExplanationNo no : state_.unexplained()) {
      const Explanation& one = state_.explanation(no);
      if (needs_.plans.assignment(one.assignment).withdrawn) continue;
      const UnitNo unit = needs_.plans.assignment(one.assignment).unit;
      const UnitNo above = needs_.organisation.unit(unit).parent;
      const bool climbs = one.is_late(today_) && above && is_own(above) &&
                          !has_more_time_since(needs_.plans, one.assignment, one.asked);
      if (!is_own(unit) && !climbs) continue;
      const std::int32_t left = one.due - today_;
      if (left < 0) ++late_;
      add(left,
          {climbs && !is_own(unit) ? Text{"Đơn vị chưa giải trình", "A unit has not explained"}
                                   : Text{"Cần giải trình", "To be explained"},
           mark_of(left),
           one.question,
           address_of(no),
           needs_.organisation.unit(unit).name + " · " + vietnamese(one.due),
           {},
           {},
           {"Xem và trả lời", "See and answer"}});
    }
  }

  // The newest letter about each thing that is not done, of those that urge a unit of his: his own
  // tasks, and with a letter to his unit those of units below it, too.
  void add_letters() {
    std::map<LetterNo, std::set<AssignmentNo>> open;
    const auto add_open = [&](AssignmentNo no) {
      if (!needs_.plans.assignment(no).is_open()) return;
      const Letter& letter = *state_.last_letter(no);
      if (!has_more_time_since(needs_.plans, no, letter.dated)) open[letter.no].insert(no);
    };
    for (const UnitNo unit : reporting()) {
      for (const LetterNo no : state_.letters_to(unit)) {
        for (const std::uint32_t number : state_.letter(no).assignments) {
          const AssignmentNo assignment{number};
          if (state_.last_letter(assignment)->no == no) add_open(assignment);
        }
      }
      for (const AssignmentNo no : needs_.plans.of_unit(unit)) {
        const Letter* last = state_.last_letter(no);
        if (last != nullptr && last->unit != unit) add_open(no);
      }
    }
    for (const auto& [no, assignments] : open) add_letter(state_.letter(no), assignments);
  }

  void add_letter(const Letter& letter, const std::set<AssignmentNo>& open) {
    const std::int32_t left = letter.done_by - today_;
    if (left < 0) ++late_;
    const std::string n = std::to_string(open.size());
    const Text title{"Công văn " + letter.number + " đôn đốc " + n + " việc",
                     "Letter " + letter.number + ", tasks it urges: " + n};
    // One's own tasks have a page; those of units below stand on the page of the plan's task.
    const plan::Assignment& first = needs_.plans.assignment(*open.begin());
    const plan::Task& task = needs_.plans.task(first.task);
    const auto own = reporting();
    const bool is_own = std::find(own.begin(), own.end(), first.unit) != own.end();
    add(left, {days_in_words(left),
               mark_of(left),
               title.in(visit_.language),
               is_own ? "/nhiem-vu"
                      : "/ke-hoach/" + std::to_string(task.plan.value) + "/nhiem-vu/" +
                            std::to_string(task.no.value),
               needs_.organisation.unit(letter.unit).name + " · " + vietnamese(letter.done_by),
               {},
               {},
               {"Xem việc", "See the tasks"}});
  }

  // Of slices that this one does not know.
  void add_duties() {
    std::vector<App::Duty> duties;
    for (const auto& of_slice : app_.duties) of_slice(visit_, duties);
    for (App::Duty& duty : duties) {
      if (duty.left < 0) ++late_;
      add(duty.left, {duty.state.value_or(days_in_words(duty.left)),
                      mark_of(duty.left),
                      std::move(duty.title),
                      std::move(duty.address),
                      std::move(duty.detail),
                      {},
                      {},
                      std::move(duty.action)});
    }
  }

  const App& app_;
  const State& state_;
  const Needs& needs_;
  const Visit& visit_;
  Instant now_;
  Date today_;
  std::uint32_t late_ = 0;
  StartView view_;
  std::vector<std::pair<std::int32_t, TodoRow>> rows_;
};

}  // namespace

void install_start(App& app, const State& state, Needs needs, Clock& clock) {
  app.routes.get("/ban-lam-viec", Right::Work,
                 [&app, &state, needs, &clock](const Visit& visit) -> Result<http::Response> {
                   const Instant now = clock.now();
                   const auto view = app.engine.read(
                       [&] { return Filling(app, state, needs, visit, now).fill(); });
                   return app.show(visit, {"Việc hôm nay", "Today"}, view);
                 });
}

}  // namespace lantoa::city::oversight
