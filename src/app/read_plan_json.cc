#include "app/read_plan_json.h"

#include <boost/json.hpp>

namespace lantoa::app {

namespace {

namespace json = boost::json;

json::object place(const viet::Span& span, std::string_view text) {
  return {{"offset", span.offset},
          {"length", span.length},
          {"text", text.substr(span.offset, span.length)}};
}

json::object body_json(const viet::Body& body, std::string_view text) {
  json::object out{{"class", viet::name_of(body.kind)}, {"name", body.name}};
  for (auto& entry : place(body.at, text)) out.emplace(entry.key(), entry.value());
  return out;
}

json::value deadline_json(const std::optional<viet::Deadline>& deadline, std::string_view text) {
  if (!deadline) return nullptr;
  const auto& day = deadline->last_day;
  const auto& days = deadline->working_days;
  json::object out{{"kind", viet::name_of(deadline->kind)},
                   {"last_day", day ? json::value(iso(*day)) : json::value(nullptr)},
                   {"working_days", days ? json::value(*days) : json::value(nullptr)}};
  for (auto& entry : place(deadline->at, text)) out.emplace(entry.key(), entry.value());
  return out;
}

json::array duties_json(const std::vector<viet::Duty>& duties, std::string_view text) {
  json::array out;
  for (const viet::Duty& duty : duties) {
    out.push_back(json::object{{"who", body_json(duty.who, text)},
                               {"what", duty.what},
                               {"what_offset", duty.what_at.offset},
                               {"what_length", duty.what_at.length},
                               {"offset", duty.sentence.offset},
                               {"length", duty.sentence.length},
                               {"deadline", deadline_json(duty.deadline, text)},
                               {"confidence", viet::name_of(duty.confidence)},
                               {"reason", duty.reason.vi}});
  }
  return out;
}

}  // namespace

void add_plan(json::object& out, std::string_view text, const viet::PlanReading& reading) {
  json::array forms;
  for (const viet::FormMention& one : reading.forms) {
    json::object row{{"form", viet::name_of(one.form)}};
    for (auto& entry : place(one.at, text)) row.emplace(entry.key(), entry.value());
    forms.push_back(std::move(row));
  }
  json::array audiences;
  for (const viet::AudienceMention& one : reading.audiences) {
    json::object row{{"group", viet::name_of(one.group)}};
    for (auto& entry : place(one.at, text)) row.emplace(entry.key(), entry.value());
    audiences.push_back(std::move(row));
  }
  json::array deadlines;
  for (const viet::Deadline& one : reading.deadlines) deadlines.push_back(deadline_json(one, text));
  out["number"] = reading.number.empty() ? json::value(nullptr) : json::value(reading.number);
  out["issuer"] = reading.issuer ? json::value(body_json(*reading.issuer, text)) : nullptr;
  out["duties"] = duties_json(reading.duties, text);
  out["forms"] = std::move(forms);
  out["audiences"] = std::move(audiences);
  out["deadlines"] = std::move(deadlines);
  out["unmatched"] = duties_json(reading.unmatched, text);
  out["cut"] = reading.cut;
}

}  // namespace lantoa::app
