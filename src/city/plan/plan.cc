#include "city/plan/plan.h"

#include <algorithm>

#include "viet/citations.h"
#include "viet/document_names.h"
#include "viet/document_number.h"
#include "viet/unicode.h"

namespace lantoa::city::plan {
namespace {

constexpr std::string_view key_officials_choice = "chu-chot";

bool begins_with(std::string_view text, std::string_view words) {
  return (viet::fold(text) + " ").starts_with(viet::fold(words) + " ");
}

// Laws are cited by their name, before the number.
bool is_cited_by_name(std::string_view type) {
  const auto names = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"};
  return std::any_of(names.begin(), names.end(),
                     [&](const char* one) { return viet::same_name(type, one); });
}

std::size_t bytes_of_letter(std::string_view text) {
  std::size_t out = text.empty() ? 0 : 1;
  while (out < text.size() && (static_cast<unsigned char>(text[out]) & 0xC0U) == 0x80U) ++out;
  return out;
}

bool begins_with_capital(const std::string& text) {
  const std::string letter = text.substr(0, bytes_of_letter(text));
  return viet::upper(letter) == letter;
}

// "Thí điểm tổ chức" as "thí điểm tổ chức"; a name of two words, as "Hà Nội", or of capitals stays.
std::string within_a_sentence(const std::string& title) {
  const std::size_t space = title.find(' ');
  if (space == std::string::npos) return title;
  if (begins_with_capital(title.substr(space + 1))) return title;
  const std::size_t first = bytes_of_letter(title);
  if (first < space && begins_with_capital(title.substr(first))) return title;
  return viet::nfc(viet::name_key(title.substr(0, first))) + title.substr(first);
}

// A title that says what the document does joins on by itself: "của Chính phủ quy định chi tiết".
bool says_what_it_does(std::string_view title) {
  const auto verbs = {"về",       "việc",       "quy định", "ban hành",  "hướng dẫn",
                      "sửa đổi",  "bổ sung",    "bãi bỏ",   "phê duyệt", "công bố",
                      "thay thế", "triển khai", "kéo dài",  "đính chính"};
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](const char* one) { return begins_with(title, one); });
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<PlanDrafted, PlanChanged, TaskAdded, TaskChanged, TaskDropped, PlanApproved, PlanIssued,
       SignedCopyAttached, AssignmentsGiven, AssignmentDone, ExtensionAsked, ExtensionDecided,
       AmendmentDrafted, AmendmentChanged, AmendmentApproved, AmendmentGivenUp, AmendmentIssued,
       DeadlinesMoved, AssignmentsWithdrawn>(app, state);
  app.navigation.push_back({{"Kế hoạch", "Plans"}, "/ke-hoach", Right::SeePlans});
  app.navigation.push_back({{"Nhiệm vụ của đơn vị", "Our tasks"}, "/nhiem-vu", Right::ReportTask});
  install_pages(app, state, needs);
  install_work(app, state, needs);
  install_assignment(app, state, needs);
  install_extensions(app, state, needs);
  install_actions(app, state, needs);
  install_reading(app, state, needs);
  install_tasks(app, state, needs);
  install_import_tasks(app, state, needs);
  install_paper(app, state, needs);
  install_signed(app, state, needs);
  install_amendments(app, state, needs);
  install_amend_api(app, state, needs);
  install_api(app, state, needs);
  install_ties(app, state);
  install_group_uses(app, state);
}

std::vector<Option> issuers_for(const organisation::State& organisation, const Actor& actor,
                                UnitNo chosen) {
  using organisation::Kind;
  std::vector<Option> out;
  for (const Kind kind : {Kind::Council, Kind::City, Kind::Department, Kind::UrbanDistrict,
                          Kind::RuralDistrict, Kind::Town}) {
    for (const UnitNo unit : organisation.of_kind(kind, organisation.root())) {
      if (!organisation.allows(actor, Right::DraftPlan, unit)) continue;
      out.push_back({std::to_string(unit.value), organisation.unit(unit).name, unit == chosen});
    }
  }
  return out;
}

Audience read_audience(const Visit& visit) {
  return visit.typed("audience") == key_officials_choice ? Audience::KeyOfficials
                                                         : Audience::Everybody;
}

std::vector<Choice> audience_choices(Audience chosen) {
  std::vector<Choice> out;
  for (const Audience one : {Audience::Everybody, Audience::KeyOfficials}) {
    out.push_back({one == Audience::Everybody ? "moi-nguoi" : std::string(key_officials_choice),
                   title(one), one == chosen});
  }
  return out;
}

std::string form_field(Form form) {
  return "hinh-thuc-" + std::to_string(static_cast<int>(form) + 1);
}

std::vector<FormBox> form_boxes(const std::vector<Form>& chosen) {
  std::vector<FormBox> out;
  for (const Form form : all_forms()) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), form) != chosen.end();
    out.push_back({form_field(form), title(form), is_chosen, {}});
  }
  return out;
}

std::vector<Form> read_forms(const Visit& visit) {
  std::vector<Form> out;
  for (const Form form : all_forms()) {
    if (visit.form.fields.contains(form_field(form))) out.push_back(form);
  }
  return out;
}

std::vector<Section> read_sections(const Visit& visit) {
  std::vector<Section> out;
  for (const Part part : all_parts()) {
    out.push_back({part, std::string(visit.typed(fields::of(part)))});
  }
  return out;
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

std::vector<Recipient> read_recipients(std::string_view lines) {
  std::vector<Recipient> out;
  for (const Paragraph& paragraph : paragraphs_of(lines)) {
    const std::string line = one_line(paragraph.text);
    if (line.empty()) continue;
    const std::size_t colon = std::min(line.find(':'), line.size());
    out.push_back(
        {one_line(line.substr(0, colon)), one_line(line.substr(std::min(colon + 1, line.size())))});
  }
  return out;
}

std::string write_recipient(const Recipient& recipient) {
  return recipient.purpose.empty() ? recipient.name : recipient.name + ": " + recipient.purpose;
}

GroundState state_of(const Ground& ground, const law::State& law, Date today) {
  const auto number = viet::parse_document_number(ground.number);
  const auto found =
      number ? law.match(number->key(), ground.issued, ground.issuer) : law::Matched{};
  switch (found.match) {
    case law::Match::Registered:
      return {law::address_of(found.document), law.sentence(found.document, today),
              std::string(law::mark(law.effect(found.document, today))),
              law.document(found.document).title};
    case law::Match::OtherDate:
      return {{},
              {"Số này có trong sổ văn bản nhưng ngày khác; hãy kiểm tra",
               "The register has this number with another date; please check"},
              "law-soon"};
    case law::Match::Unknown:
      break;
  }
  return {{}, {"Chưa có trong sổ văn bản", "Not in the register yet"}, "law-soon"};
}

std::string ground_in_full(const Ground& ground, const law::State& law) {
  const auto number = viet::parse_document_number(ground.number);
  const auto found =
      number ? law.match(number->key(), ground.issued, ground.issuer) : law::Matched{};
  if (found.match != law::Match::Registered) return write_ground(ground);
  const law::Document& document = law.document(found.document);
  Ground whole = ground;
  if (whole.type.empty()) whole.type = document.type;
  if (document.title.empty()) return write_ground(whole);
  if (is_cited_by_name(whole.type)) {
    const bool is_named = begins_with(document.title, whole.type);
    whole.type = is_named ? document.title : whole.type + " " + document.title;
    return write_ground(whole);
  }
  const std::string title = within_a_sentence(document.title);
  return write_ground(whole) + (says_what_it_does(title) ? " " : " về ") + title;
}

}  // namespace lantoa::city::plan
