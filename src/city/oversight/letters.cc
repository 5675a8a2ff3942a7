// The letter that urges a unit: drafted with what is late, signed on paper, recorded with its
// number.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/due_field.h"
#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"
#include "city/paper_file.h"

namespace lantoa::city::oversight {
namespace {

constexpr std::size_t rows_shown_max = 10;  // on the page
// In the letter, so that no PDF holds up others for long; the rest is counted there.
constexpr std::size_t rows_written_max = 300;
constexpr std::int32_t usual_days = 7;  // to do what is late

struct LateLine {
  std::string unit, what, due;
  Text late;
};
BOOST_DESCRIBE_STRUCT(LateLine, (), (unit, what, due, late))

struct LetterRow {
  std::string number, on;
  Text done_by;
  std::uint32_t done = 0;
  std::uint32_t all = 0;
};
BOOST_DESCRIBE_STRUCT(LetterRow, (), (number, on, done_by, done, all))

struct RecordForm {
  FormKeys keys;
  Field number, dated, due;
};
BOOST_DESCRIBE_STRUCT(RecordForm, (), (keys, number, dated, due))

struct LetterView {
  static constexpr std::string_view tpl = "src/city/oversight/letter.tpl";
  std::string unit;
  std::string action;
  Text must;
  Field until;  // as asked for
  std::string pdf, docx;
  std::vector<LateLine> lines;
  std::optional<Text> more;  // than the page shows
  std::optional<RecordForm> record;
  bool has_letters = false;
  std::vector<LetterRow> letters;
};
BOOST_DESCRIBE_STRUCT(LetterView, (),
                      (unit, action, must, until, pdf, docx, lines, more, record, has_letters,
                       letters))

struct Asked {
  UnitNo unit;
  Due due;                     // by when things are to be done
  Date until;                  // the day this is, of a letter of today
  std::optional<Text> unread;  // why what was typed is not that
};

Result<Asked> asked(const Needs& needs, const Visit& visit) {
  Asked out;
  TRY_ASSIGN(out.unit, visit.number<UnitNo>("unit"));
  TRY(needs.organisation.find(out.unit));
  TRY(needs.organisation.require(visit.actor, Right::Urge, out.unit));
  TRY(require_addressee(needs.organisation, out.unit));
  const Date today = needs.calendar.today();
  out.due = Due(today + usual_days);
  out.until = today + usual_days;
  const auto read = parse_due(visit.query(fields::due), CountedFrom::Issue);
  if (!read) {
    out.unread = read.error().text;
    return out;
  }
  if (!*read) return out;
  const auto day = needs.workdays.day_due(*read, today);
  if (day && *day > today && *day - today <= letter_days_max) {
    out.due = *read;
    out.until = *day;
    return out;
  }
  const std::string example = vietnamese(out.until);
  out.unread =
      due_refused(*read, day,
                  {"Chọn một ngày sau hôm nay, không quá 60 ngày, ví dụ " + example + ".",
                   "Choose a day after today, at most 60 days on, for example " + example + "."});
  return out;
}

// As the address of the paper says it.
std::string in_query(const Due& due) {
  if (due.day) return iso(*due.day);
  return http::percent_encode(write_due(due, Language::Vietnamese));
}

std::vector<AssignmentNo> late_now(const Asked& of, const Needs& needs) {
  return late_on(needs.calendar.today(), of.unit, needs.organisation, needs.plans);
}

std::size_t units_of(const std::vector<AssignmentNo>& list, const Needs& needs) {
  std::vector<UnitNo> units;
  for (const AssignmentNo no : list) units.push_back(needs.plans.assignment(no).unit);
  std::sort(units.begin(), units.end());
  return static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
}

void add_lines(const std::vector<AssignmentNo>& late, const Needs& needs, LetterView& view) {
  for (const AssignmentNo no : late) {
    if (view.lines.size() == rows_shown_max) break;
    const plan::Assignment& one = needs.plans.assignment(no);
    const std::string days = std::to_string(needs.calendar.today() - one.due);
    view.lines.push_back({needs.organisation.unit(one.unit).name,
                          needs.plans.task(one.task).what,
                          vietnamese(one.due),
                          {"Quá hạn " + days + " ngày", days + " days late"}});
  }
  if (late.size() <= view.lines.size()) return;
  const std::string rest = std::to_string(late.size() - view.lines.size());
  view.more =
      Text{"và " + rest + " việc nữa trong công văn", "and " + rest + " more in the letter"};
}

Result<LetterView> fill(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Asked of, asked(needs, visit));
  const auto late = late_now(of, needs);
  LetterView view;
  view.unit = needs.organisation.unit(of.unit).name;
  view.action = letter_address(of.unit);
  view.until.value = of.unread ? visit.query(fields::due) : write_due(of.due, visit.language);
  if (of.unread) view.until.error = of.unread->in(visit.language);
  view.pdf = view.action + "/van-ban?han=" + in_query(of.due);
  view.docx = view.pdf + "&dang=docx";
  const std::string n = std::to_string(late.size());
  const std::string units = std::to_string(units_of(late, needs));
  view.must = late.empty() ? Text{"Không có việc nào quá hạn.", "Nothing is late."}
                           : Text{n + " việc quá hạn của " + units + " đơn vị.",
                                  n + " tasks late, units: " + units + "."};
  add_lines(late, needs, view);
  if (!late.empty()) {
    view.record = RecordForm{form_keys(visit), field(visit, fields::number),
                             field(visit, fields::dated, vietnamese(needs.calendar.today())),
                             field(visit, fields::due, write_due(of.due, visit.language))};
  }
  const auto& letters = state.letters();
  for (auto one = letters.rbegin(); one != letters.rend(); ++one) {
    if (one->unit != of.unit) continue;
    view.letters.push_back({one->number, vietnamese(one->dated),
                            due_said(one->done_by, one->working_days), done_of(*one, needs),
                            counted_of(*one, needs)});
  }
  view.has_letters = !view.letters.empty();
  return view;
}

// A letter is signed on its day, so that working days count from it.
std::string until_on_paper(const Asked& of) {
  if (!of.due.days_said()) return "chậm nhất ngày " + vietnamese(of.until);
  return "trong " + in_working_days(of.due.working_days).vi +
         " kể từ ngày ban hành công văn này, tức đến hết ngày " + vietnamese(of.until);
}

std::string reminded(const State& state, AssignmentNo no) {
  const Reminder* last = state.last_reminder(no);
  return last != nullptr ? day_of_reminder(*last).vi : "chưa";
}

paper::Table table_of(const std::vector<AssignmentNo>& late, const State& state,
                      const Needs& needs) {
  const Date today = needs.calendar.today();
  paper::Table out{{{"STT", 4, true},
                    {"Đơn vị", 7},
                    {"Nhiệm vụ (kế hoạch)", 15},
                    {"Hạn", 6},
                    {"Quá hạn (ngày)", 4, true},
                    {"Nhắc gần nhất", 6}},
                   {},
                   false};
  for (const AssignmentNo no : late) {
    if (out.rows.size() == rows_written_max) break;
    const plan::Assignment& one = needs.plans.assignment(no);
    const plan::Task& task = needs.plans.task(one.task);
    out.rows.push_back({std::to_string(out.rows.size() + 1), needs.organisation.unit(one.unit).name,
                        task.what + " (" + needs.plans.plan(task.plan).number + ")",
                        vietnamese(one.due), std::to_string(today - one.due), reminded(state, no)});
  }
  return out;
}

Result<paper::Paper> write(const State& state, const Needs& needs, const Visit& visit,
                           const Asked& of, std::uint64_t position) {
  if (of.unread) return problem(Code::Invalid, *of.unread, fields::due);
  const auto late = late_now(of, needs);
  if (late.empty()) {
    return problem(Code::Conflict, {"Không có việc nào quá hạn để đôn đốc.",
                                    "Nothing is late that could be urged."});
  }
  const Date today = needs.calendar.today();
  paper::Paper out =
      paper_on(needs.organisation.letterhead(letter_issuer(needs.organisation, visit.actor)),
               position, today);
  out.subject = "V/v đôn đốc thực hiện nhiệm vụ phổ biến, giáo dục pháp luật đã quá hạn";
  out.addressees = {needs.organisation.formal_name(of.unit)};
  const bool is_leaf = needs.organisation.unit(of.unit).children.empty();
  out.body.emplace_back(paper::Paragraph{
      "Theo dõi việc thực hiện các kế hoạch phổ biến, giáo dục pháp luật, tính đến ngày " +
      vietnamese(today) + ", " + out.addressees.front() +
      (is_leaf ? " còn " : " và các đơn vị trực thuộc còn ") + std::to_string(late.size()) +
      " việc quá hạn chưa báo hoàn thành, cụ thể như sau:"});
  out.body.emplace_back(table_of(late, state, needs));
  if (late.size() > rows_written_max) {
    out.body.emplace_back(paper::Paragraph{"Ngoài các việc nêu trên còn " +
                                           std::to_string(late.size() - rows_written_max) +
                                           " việc quá hạn ít ngày hơn."});
  }
  out.body.emplace_back(paper::Paragraph{
      out.issuer + " đề nghị " + out.addressees.front() +
      " chỉ đạo hoàn thành các việc quá hạn và báo hoàn thành " + until_on_paper(of) +
      "; việc nào không thể hoàn thành thì giải trình rõ nguyên nhân./."});
  out.recipients = {"Như trên", "Lưu: VT"};
  return out;
}

Result<IssueLetter> read_letter(const Visit& visit) {
  IssueLetter command;
  TRY_ASSIGN(command.unit, visit.number<UnitNo>("unit"));
  command.number = std::string(visit.typed(fields::number));
  Faults unread;
  const auto dated = typed_date(visit, fields::dated, unread);
  command.done_by = typed_due(visit, fields::due, CountedFrom::Issue, unread);
  if (unread.any()) return tl::unexpected(std::move(unread).problem());
  command.dated = dated;
  return command;
}

}  // namespace

std::uint32_t done_of(const Letter& letter, const Needs& needs) {
  std::uint32_t out = 0;
  for (const std::uint32_t number : letter.assignments) {
    if (needs.plans.assignment(AssignmentNo{number}).done) ++out;
  }
  return out;
}

std::uint32_t counted_of(const Letter& letter, const Needs& needs) {
  std::uint32_t out = 0;
  for (const std::uint32_t number : letter.assignments) {
    if (!needs.plans.assignment(AssignmentNo{number}).withdrawn) ++out;
  }
  return out;
}

void install_letters(App& app, const State& state, Needs needs) {
  const Text heading{"Công văn đôn đốc", "A letter of urging"};
  const Page page = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const LetterView view, app.engine.read([&] { return fill(state, needs, visit); }));
    const Text urging{"Đôn đốc", "Urging"};
    return app.show(visit, heading, view,
                    {{urging.in(visit.language), "/don-doc"}, {heading.in(visit.language), {}}});
  };
  app.routes.get("/don-doc/cong-van/{unit}", Right::Urge, page);
  app.routes.get(
      "/don-doc/cong-van/{unit}/van-ban", Right::Urge,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        UnitNo unit;
        TRY_ASSIGN(const paper::Paper paper,
                   app.engine.read([&](const ledger::Head& head) -> Result<paper::Paper> {
                     TRY_ASSIGN(const Asked of, asked(needs, visit));
                     unit = of.unit;
                     return write(state, needs, visit, of, head.seq);
                   }));
        return paper_file(visit, paper, "cong-van-don-doc-" + std::to_string(unit.value));
      });
  app.routes.post(
      "/don-doc/cong-van/{unit}", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(IssueLetter command, read_letter(visit));
        return make_order(state, needs, std::move(command));
      },
      page);
}

}  // namespace lantoa::city::oversight
