// An amendment as the paper that the clerk's office numbers and the chairman signs.
#include "city/plan/due_words.h"
#include "city/plan/group_lists.h"
#include "city/plan/papers.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

class AmendmentWriting {
 public:
  AmendmentWriting(const State& state, const Needs& needs, const Amendment& amendment,
                   std::uint64_t position)
      : state_(state),
        needs_(needs),
        amendment_(amendment),
        text_(amendment.text),
        plan_(state.plan(amendment.plan)),
        paper_(
            paper_on(needs.organisation.letterhead(issuer_of(needs.organisation, plan_, amendment)),
                     position, needs.calendar.today())) {}

  paper::Paper write() {
    write_head();
    write_grounds();
    write_changes();
    write_withdrawn();
    write_added();
    write_groups();
    write_end();
    paper_.recipients = recipients_on_paper(plan_);
    return std::move(paper_);
  }

 private:
  std::string plan_in_words() const {
    return "Kế hoạch số " + plan_.number + " ngày " + vietnamese(plan_.issued) + " của " +
           needs_.organisation.formal_name(plan_.issuer);
  }

  void write_head() {
    const auto number = viet::parse_document_number(amendment_.number);
    const bool is_decision = number && number->type == "QĐ";
    paper_.type = is_decision ? "Quyết định" : "Kế hoạch";
    paper_.subject = (is_decision ? "Về việc sửa đổi, bổ sung " : "Sửa đổi, bổ sung ") +
                     plan_in_words() + " “" + plan_.title + "”";
    paper_.number = amendment_.number;
    if (amendment_.stage == AmendmentStage::Issued) paper_.dated = amendment_.issued;
    if (amendment_.stage == AmendmentStage::Draft) {
      paper_.mark = "Dự thảo, bản " + std::to_string(amendment_.version) + ", chưa phê duyệt";
    } else if (amendment_.stage == AmendmentStage::GivenUp) {
      paper_.mark = "Dự thảo đã thôi";
    }
  }

  void write_grounds() {
    std::vector<std::string> grounds;
    for (const Ground& ground : text_.grounds) grounds.push_back(on_paper(ground, needs_));
    grounds.push_back(plan_in_words());
    add_grounds(paper_, grounds);
    say("Lý do: " + text_.reason + (text_.reason.ends_with('.') ? "" : "."));
    say(paper_.issuer + " sửa đổi, bổ sung Kế hoạch số " + plan_.number + " như sau:");
  }

  bool is_issued() const { return amendment_.stage == AmendmentStage::Issued; }

  void say(std::string text) { paper_.body.emplace_back(paper::Paragraph{std::move(text)}); }
  void head(const std::string& title) { paper_.body.emplace_back(head_on_paper(heads_++, title)); }

  // As the plan said it before: its present words, or those that this amendment or a later one
  // ended first.
  Wording before(const Task& task) const {
    for (const Wording& one : task.earlier) {
      if (one.until.value >= amendment_.no.value) return one;
    }
    return {{}, task.what, task.terms, task.due, task.working_days};
  }

  static std::string terms_in_words(const Terms& terms) {
    std::string out;
    for (const auto& [label, value] :
         {std::pair{"Người làm: ", &terms.doer},
          std::pair{"Chịu trách nhiệm: ", &terms.responsibility},
          std::pair{"Thẩm quyền: ", &terms.authority}, std::pair{"Kết quả: ", &terms.result},
          std::pair{"Phối hợp: ", &terms.partners}}) {
      if (!value->empty()) out += (out.empty() ? "" : ". ") + std::string(label) + *value;
    }
    return out.empty() ? "không ghi" : out;
  }

  void write_changes() {
    paper::Table table{
        {{"STT", 4, true}, {"Nhiệm vụ", 12}, {"Đã ban hành", 14}, {"Sửa đổi thành", 14}},
        {},
        false};
    for (const TaskAmendment& change : text_.changes) {
      if (change.withdrawn) continue;
      const Wording old = before(state_.task(change.task));
      std::string was, is;
      const auto add = [&](const std::string& label, const std::string& from,
                           const std::string& to) {
        was += (was.empty() ? "" : "; ") + label + from;
        is += (is.empty() ? "" : "; ") + label + to;
      };
      if (change.what) add("", old.what, *change.what);
      if (change.due) {
        add("Hạn: ", due_on_paper(old.due, old.working_days, true),
            due_on_paper(*change.due, change.working_days, is_issued()));
      }
      if (change.terms) add("", terms_in_words(old.terms), terms_in_words(*change.terms));
      if (change.reached) add("Đơn vị: ", "như đã giao", "và các đơn vị mới thuộc diện");
      table.rows.push_back({std::to_string(table.rows.size() + 1), old.what, was, is});
    }
    if (table.rows.empty()) return;
    head("Sửa đổi nhiệm vụ");
    paper_.body.emplace_back(std::move(table));
  }

  void write_withdrawn() {
    std::vector<std::string> list;
    for (const TaskAmendment& change : text_.changes) {
      if (!change.withdrawn) continue;
      const Task& task = state_.task(change.task);
      list.push_back(task.what + " (" +
                     units_on_paper(task.rule, task.group_version, needs_.organisation) + ", hạn " +
                     vietnamese(task.due) + ")");
    }
    if (list.empty()) return;
    head("Rút nhiệm vụ");
    for (std::size_t i = 0; i < list.size(); ++i) {
      paper_.body.emplace_back(paper::Item{list[i] + (i + 1 == list.size() ? "." : ";")});
    }
    say("Đơn vị đã hoàn thành thì kết quả vẫn được ghi nhận.");
  }

  // Of the group of a new task; 0: it is not given yet.
  std::uint32_t version_given(std::size_t index) const {
    if (index >= amendment_.added.size()) return 0;
    return state_.task(amendment_.added[index]).group_version;
  }

  void write_added() {
    if (text_.tasks.empty()) return;
    head("Bổ sung nhiệm vụ");
    paper::Table table{{{"STT", 4, true},
                        {"Nhiệm vụ", 11},
                        {"Chủ trì", 9},
                        {"Phối hợp", 7},
                        {"Kết quả", 8},
                        {"Hạn", 7}},
                       {},
                       false};
    for (const NewTask& task : text_.tasks) {
      table.rows.push_back({std::to_string(table.rows.size() + 1), task.what,
                            lead_on_paper(task.rule, version_given(table.rows.size()), task.terms,
                                          needs_.organisation),
                            task.terms.partners, task.terms.result,
                            due_on_paper(task.due, task.working_days, is_issued())});
    }
    paper_.body.emplace_back(std::move(table));
  }

  // Of every group that it names.
  void write_groups() {
    GroupLists lists(state_, needs_.organisation);
    for (const TaskAmendment& change : text_.changes) {
      if (change.withdrawn) lists.add(state_.task(change.task));
    }
    for (std::size_t i = 0; i < text_.tasks.size(); ++i) {
      if (i < amendment_.added.size()) {
        lists.add(state_.task(amendment_.added[i]));
      } else {
        lists.add(text_.tasks[i]);
      }
    }
    if (lists.all().empty()) return;
    head("Danh sách đơn vị của nhóm");
    write_group_lists(paper_, lists.all(), needs_.organisation, needs_.calendar.today());
  }

  void write_end() {
    head("Tổ chức thực hiện");
    say("Các nội dung khác của Kế hoạch số " + plan_.number +
        " giữ nguyên. Các cơ quan, đơn vị căn cứ " + paper_.type + " này tổ chức thực hiện./.");
  }

  const State& state_;
  const Needs& needs_;
  const Amendment& amendment_;
  const AmendmentText& text_;
  const Plan& plan_;
  paper::Paper paper_;
  std::size_t heads_ = 0;
};

}  // namespace

paper::Paper amendment_paper(const State& state, const Needs& needs, const Amendment& amendment,
                             std::uint64_t position) {
  return AmendmentWriting(state, needs, amendment, position).write();
}

}  // namespace lantoa::city::plan
