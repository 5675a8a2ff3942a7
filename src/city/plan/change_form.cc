#include "city/plan/change_form.h"

namespace lantoa::city::plan {
namespace {

Text hint(Part part) {
  switch (part) {
    case Part::Purpose:
      return {"Mỗi dòng một ý; bắt đầu bằng “- ” là một gạch đầu dòng.",
              "One thought a line; “- ” begins an item."};
    case Part::Content:
      return {"Nội dung nào của văn bản cần phổ biến, cho ai là trọng tâm.",
              "What of the law is to be known, and by whom first of all."};
    case Part::Budget:
      return {"Ví dụ: từ nguồn kinh phí của từng cơ quan, đơn vị.",
              "For example: from each body's own budget."};
    case Part::Reporting:
      return {"Báo cáo cho ai, trước ngày nào.", "To whom to report, and by when."};
  }
  return {};
}

std::vector<FormRow> form_rows(const Plan& plan) {
  std::vector<FormRow> out;
  for (const Form form : plan.forms) out.push_back({title(form)});
  return out;
}

}  // namespace

GroundRow ground_row(const Ground& ground, const Needs& needs) {
  GroundState state = state_of(ground, needs.law, needs.calendar.today());
  return {write_ground(ground), std::move(state.address), std::move(state.words),
          std::move(state.mark), std::move(state.about)};
}

std::vector<PartRow> part_rows(const Plan& plan) {
  std::vector<PartRow> out;
  for (const Section& section : plan.sections) {
    out.push_back({title(section.part), paragraphs_of(section.text)});
  }
  return out;
}

std::vector<RecipientRow> recipient_rows(const Plan& plan) {
  std::vector<RecipientRow> out;
  for (const Recipient& one : plan.recipients) out.push_back({write_recipient(one)});
  return out;
}

ChangeForm change_form(const Plan& plan, const Needs& needs, const Visit& visit) {
  const bool failed = visit.failure != nullptr && visit.request.path.ends_with("/sua");
  const bool conflict = failed && visit.failure->code == Code::Conflict;
  const bool boxes = failed && visit.form.fields.contains("hinh-thuc");
  const auto typed = [&](std::string_view field, std::string otherwise) {
    return failed && visit.form.fields.contains(field) ? std::string(visit.typed(field))
                                                       : std::move(otherwise);
  };
  std::string grounds;
  for (const Ground& ground : plan.grounds) grounds += write_ground(ground) + "\n";
  std::string recipients;
  for (const Recipient& one : plan.recipients) recipients += write_recipient(one) + "\n";
  const std::string version = std::to_string(plan.version);
  ChangeForm out{form_keys(visit),
                 {},
                 conflict ? version : typed("version", version),
                 typed("title", plan.title),
                 typed("grounds", std::move(grounds)),
                 audience_choices(failed ? read_audience(visit) : plan.audience),
                 form_boxes(boxes ? read_forms(visit) : plan.forms),
                 {},
                 typed(fields::recipients, std::move(recipients))};
  for (const Part part : all_parts()) {
    const std::string name = fields::of(part);
    out.part_boxes.push_back({name, title(part), hint(part), typed(name, text_of(plan, part))});
  }
  if (!conflict) return out;
  PresentText present{plan.title,      title(plan.audience), {},
                      form_rows(plan), part_rows(plan),      recipient_rows(plan)};
  for (const Ground& ground : plan.grounds) {
    present.present_grounds.push_back(ground_row(ground, needs));
  }
  out.present = std::move(present);
  return out;
}

}  // namespace lantoa::city::plan
