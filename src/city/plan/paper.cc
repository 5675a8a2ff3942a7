// A plan as the paper that the clerk's office numbers and the chairman signs.
#include "city/plan/due_words.h"
#include "city/plan/group_lists.h"
#include "city/plan/papers.h"
#include "viet/document_names.h"

namespace lantoa::city::plan {
namespace {

constexpr const char* numerals[] = {"I", "II", "III", "IV", "V", "VI"};

class Writing {
 public:
  Writing(const State& state, const Needs& needs, const Plan& plan, std::uint64_t position)
      : state_(state),
        needs_(needs),
        plan_(plan),
        paper_(paper_on(needs.organisation.letterhead(plan.issuer), position,
                        needs.calendar.today())) {}

  paper::Paper write() {
    paper_.type = "Kế hoạch";
    paper_.subject = plan_.title;
    paper_.number = plan_.number;
    if (plan_.stage == Stage::Issued) paper_.dated = plan_.issued;
    write_grounds();
    write_part(Part::Purpose);
    write_content();
    write_tasks();
    write_part(Part::Budget);
    write_part(Part::Reporting);
    write_groups();
    if (plan_.stage == Stage::Draft) {
      paper_.mark = "Dự thảo, bản " + std::to_string(plan_.version) + ", chưa phê duyệt";
    }
    paper_.recipients = recipients_on_paper(plan_);
    return std::move(paper_);
  }

 private:
  void head(const Text& title) { paper_.body.emplace_back(head_on_paper(heads_++, title.vi)); }
  void write_lines(const std::string& text) {
    for (const Paragraph& one : paragraphs_of(text)) {
      if (one.text.starts_with("- ")) {
        paper_.body.emplace_back(paper::Item{one.text.substr(2)});
      } else {
        paper_.body.emplace_back(paper::Paragraph{one.text});
      }
    }
  }
  void write_grounds() {
    const std::size_t count =
        plan_.stage == Stage::Issued ? plan_.issued_grounds : plan_.grounds.size();
    std::vector<std::string> grounds;
    for (std::size_t i = 0; i < count; ++i) grounds.push_back(on_paper(plan_.grounds[i], needs_));
    add_grounds(paper_, grounds);
    paper_.body.emplace_back(
        paper::Paragraph{paper_.issuer + " ban hành Kế hoạch với các nội dung sau:"});
  }
  void write_part(Part part) {
    const std::string& text = text_of(plan_, part);
    if (text.empty()) return;
    head(title(part));
    write_lines(text);
  }
  void write_content() {
    head({"Nội dung, đối tượng, hình thức phổ biến", ""});
    write_lines(text_of(plan_, Part::Content));
    paper_.body.emplace_back(paper::Paragraph{"Đối tượng: " + title(plan_.audience).vi + " thuộc " +
                                              needs_.organisation.unit(plan_.scope).name + "."});
    if (plan_.forms.empty()) return;
    paper_.body.emplace_back(paper::Paragraph{"Hình thức:"});
    for (const Form form : plan_.forms) {
      const bool last = form == plan_.forms.back();
      paper_.body.emplace_back(paper::Item{title(form).vi + (last ? "." : ";")});
    }
  }
  void write_tasks() {
    if (plan_.tasks.empty()) return;
    head({"Phân công nhiệm vụ", ""});
    paper::Table table{{{"STT", 4, true},
                        {"Nhiệm vụ", 11},
                        {"Chủ trì", 9},
                        {"Phối hợp", 7},
                        {"Kết quả", 8},
                        {"Hạn", 7}},
                       {},
                       false};
    for (const TaskNo no : plan_.tasks) {
      const Task& task = state_.task(no);
      if (task.added) continue;
      // What amendments say stands on papers of their own.
      const Wording now{{}, task.what, task.terms, task.due, task.working_days};
      const Wording& said = task.earlier.empty() ? now : task.earlier.front();
      table.rows.push_back(
          {std::to_string(table.rows.size() + 1), said.what,
           lead_on_paper(task.rule, task.group_version, said.terms, needs_.organisation),
           said.terms.partners, said.terms.result,
           due_on_paper(said.due, said.working_days, plan_.stage == Stage::Issued)});
    }
    paper_.body.emplace_back(std::move(table));
  }

  // What amendments added stands on papers of their own.
  void write_groups() {
    GroupLists lists(state_, needs_.organisation);
    for (const TaskNo no : plan_.tasks) {
      if (!state_.task(no).added) lists.add(state_.task(no));
    }
    if (lists.all().empty()) return;
    head({"Danh sách đơn vị của nhóm", ""});
    write_group_lists(paper_, lists.all(), needs_.organisation, needs_.calendar.today());
  }

  const State& state_;
  const Needs& needs_;
  const Plan& plan_;
  paper::Paper paper_;
  std::size_t heads_ = 0;
};

}  // namespace

paper::Paper plan_paper(const State& state, const Needs& needs, const Plan& plan,
                        std::uint64_t position) {
  return Writing(state, needs, plan, position).write();
}

paper::Heading head_on_paper(std::size_t index, const std::string& title) {
  return {std::string(numerals[index]) + ". " + viet::upper(title)};
}

std::string on_paper(const Ground& ground, const Needs& needs) {
  const std::string what = ground_in_full(ground, needs.law);
  return what.starts_with(ground.number) ? "văn bản số " + what : what;
}

void add_grounds(paper::Paper& paper, const std::vector<std::string>& grounds) {
  for (std::size_t i = 0; i < grounds.size(); ++i) {
    const bool last = i + 1 == grounds.size();
    paper.body.emplace_back(paper::Ground{"Căn cứ " + grounds[i] + (last ? "." : ";")});
  }
}

std::string lead_on_paper(const Rule& rule, std::uint32_t group_version, const Terms& terms,
                          const organisation::State& organisation) {
  std::string out = units_on_paper(rule, group_version, organisation);
  for (const auto& [label, value] :
       {std::pair{"Người làm: ", terms.doer}, std::pair{"Chịu trách nhiệm: ", terms.responsibility},
        std::pair{"Thẩm quyền: ", terms.authority}}) {
    if (!value.empty()) out += ". " + std::string(label) + value;
  }
  return out;
}

std::vector<std::string> recipients_on_paper(const Plan& plan) {
  std::vector<std::string> out;
  std::string kept = "Lưu: VT";
  for (const Recipient& one : plan.recipients) {
    if (one.name == "Lưu") {
      kept = "Lưu: " + one.purpose;
    } else {
      out.push_back(one.purpose.empty() ? one.name : one.name + " (" + one.purpose + ")");
    }
  }
  out.push_back(kept);
  return out;
}

void install_paper(App& app, const State& state, Needs needs) {
  app.routes.get("/ke-hoach/{plan}/van-ban", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                   TRY_ASSIGN(
                       const paper::Paper paper,
                       app.engine.read([&](const ledger::Head& head) -> Result<paper::Paper> {
                         TRY_ASSIGN(const Plan* plan, state.find(no));
                         return plan_paper(state, needs, *plan, head.seq);
                       }));
                   return paper_file(visit, paper, "ke-hoach-" + std::to_string(no.value));
                 });
}

}  // namespace lantoa::city::plan
