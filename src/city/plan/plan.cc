#include "city/plan/plan.h"

#include "viet/citations.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {

void install(App& app, State& state, Needs needs) {
  hear<PlanDrafted, PlanChanged, TaskAdded, TaskDropped, PlanApproved, PlanIssued, AssignmentsGiven,
       AssignmentDone>(app, state);
  app.navigation.push_back({{"Kế hoạch", "Plans"}, "/ke-hoach", Right::SeePlans});
  app.navigation.push_back({{"Nhiệm vụ của đơn vị", "Our tasks"}, "/nhiem-vu", Right::ReportTask});
  install_pages(app, state, needs);
  install_work(app, state, needs);
  install_actions(app, state, needs);
  install_reading(app, state, needs);
}

UnitNo scope_of(const organisation::State& organisation, UnitNo issuer) {
  if (!organisation.has(issuer)) return issuer;
  const auto& unit = organisation.unit(issuer);
  return unit.kind == organisation::Kind::Council && unit.parent ? unit.parent : issuer;
}

const std::vector<RuleChoice>& rule_choices() {
  using organisation::Kind;
  static const std::vector<RuleChoice> choices{
      {"phuong", {"Mọi phường", "Every ward"}, {Kind::Ward}},
      {"xa",
       {"Mọi phường, xã, thị trấn", "Every ward, commune and township"},
       {Kind::Ward, Kind::Commune, Kind::Township}},
      {"quan",
       {"Mọi quận, huyện, thị xã", "Every district and town"},
       {Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town}},
      {"so", {"Mọi sở, ban, ngành", "Every department"}, {Kind::Department}},
      {"mot", {"Một đơn vị (ghi mã bên dưới)", "One unit (write its code below)"}, {}},
  };
  return choices;
}

Text describe(const Rule& rule, const organisation::State& organisation) {
  if (rule.kinds.empty()) {
    const std::string& name = organisation.unit(rule.top).name;
    return {name, name};
  }
  for (const RuleChoice& choice : rule_choices()) {
    if (choice.kinds != rule.kinds) continue;
    if (rule.top == organisation.root()) return choice.label;
    const std::string& top = organisation.unit(rule.top).name;
    return {choice.label.vi + " thuộc " + top, choice.label.en + " of " + top};
  }
  return {"Nhiều loại đơn vị", "Several kinds of units"};
}

std::vector<Ground> read_grounds(std::string_view lines) {
  std::vector<Ground> out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (line.empty()) continue;
    const auto cited = viet::group_citations(viet::find_citations(line, {}));
    if (cited.empty()) {
      const auto number = viet::parse_document_number(line);
      out.push_back({number ? number->display() : std::string(line), "", "", {}});
      continue;
    }
    for (const auto& document : cited) {
      out.push_back({document.number.display(), document.type, document.issuer, document.date});
    }
  }
  return out;
}

std::string write_ground(const Ground& ground) {
  std::string out = ground.type.empty() ? "" : ground.type + " số ";
  out += ground.number;
  if (ground.issued) out += " ngày " + vietnamese(*ground.issued);
  if (!ground.issuer.empty()) out += " của " + ground.issuer;
  return out;
}

}  // namespace lantoa::city::plan
