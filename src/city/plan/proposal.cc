#include "city/plan/proposal.h"

#include <algorithm>

#include "city/plan/decide.h"
#include "platform/document/document.h"
#include "viet/unicode.h"

namespace lantoa::city::plan {
namespace {

using viet::BodyClass;

struct Fitted {
  std::optional<Rule> rule;
  Text note;
};

Fitted fit_choice(const organisation::State& organisation, const RuleChoice& choice, Text note) {
  if (!organisation.root()) return {{}, std::move(note)};
  Rule rule{choice.kinds, organisation.root()};
  if (units_of(organisation, rule).empty()) {
    return {{},
            {"Cây đơn vị không có loại này; hãy chọn đơn vị.",
             "There is no unit of this kind; choose the units."}};
  }
  return {std::move(rule), std::move(note)};
}

Fitted fit_name(const UnitNames& names, const viet::Body& body) {
  const auto found = names.find(body.name);
  if (found.size() == 1) return {Rule{{}, found.front()}, {}};
  if (found.empty()) {
    return {{},
            {"Không có đơn vị nào mang tên này; hãy chọn đơn vị.",
             "No unit has this name; choose the units."}};
  }
  const std::string count = std::to_string(found.size());
  return {{},
          {"Có " + count + " đơn vị cùng tên; hãy chọn đơn vị.",
           count + " units have this name; choose the units."}};
}

Text note_of(BodyClass kind) {
  if (kind != BodyClass::DistrictCouncils) return {};
  return {"Hội đồng cấp huyện không có trong cây đơn vị; đề xuất giao cho quận, huyện, thị xã.",
          "District councils are no units here; their districts are proposed."};
}

Fitted fit(const viet::Body& body, const organisation::State& organisation,
           const UnitNames& names) {
  if (const RuleChoice* choice = choice_of(body.kind)) {
    return fit_choice(organisation, *choice, note_of(body.kind));
  }
  if (body.kind != BodyClass::Unknown) return fit_name(names, body);
  return {{}, {"Không nhận ra đơn vị nào; hãy chọn đơn vị.", "Not recognised; choose the units."}};
}

void add_grounds(const ReadText& read, Proposal& out) {
  const auto& documents = read.article.documents;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const viet::CitedDocument& one = documents[i];
    // The plan itself is no ground of its own.
    if (read.article.announced == i || one.number.display() == read.plan.number) continue;
    if (out.grounds.size() == grounds_max) {
      out.grounds_cut = true;
      return;
    }
    ProposedGround ground{{one.number.display(), one.type, one.issuer, one.date}, {}};
    for (const viet::Citation& mention : one.mentions) {
      ground.mentions.push_back({mention.offset, mention.length});
    }
    out.grounds.push_back(std::move(ground));
  }
}

Audience audience_of(const std::vector<viet::AudienceMention>& mentions) {
  const bool key_only =
      !mentions.empty() && std::all_of(mentions.begin(), mentions.end(), [](const auto& one) {
        return one.group == viet::AudienceGroup::KeyOfficials;
      });
  return key_only ? Audience::KeyOfficials : Audience::Everybody;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

Result<ReadText> read_text(std::string text) {
  if (text.size() > document::text_bytes_max) {
    return problem(Code::TooLarge, {"Văn bản có hơn 1 MiB chữ, một trang không xem hết được.",
                                    "The text is longer than 1 MiB, more than one page can show."});
  }
  ReadText out;
  TRY_ASSIGN(out.article, viet::read_article(text));
  std::optional<Date> day;
  if (out.article.published) day = vietnam_date(*out.article.published);
  out.plan = viet::read_plan(text, day);
  out.text = std::move(text);
  return out;
}

const RuleChoice* choice_of(viet::BodyClass kind) {
  switch (kind) {
    case BodyClass::Departments:
      return find_choice("so");
    case BodyClass::DistrictCouncils:
    case BodyClass::Districts:
      return find_choice("quan");
    case BodyClass::Communes:
      return find_choice("xa");
    case BodyClass::EveryUnit:
      return find_choice("moi");
    case BodyClass::StandingAgency:
    case BodyClass::MassOrganisations:
    case BodyClass::Press:
    case BodyClass::Named:
    case BodyClass::Unknown:
      break;
  }
  return nullptr;
}

UnitNames::UnitNames(const organisation::State& organisation) {
  endings_ = {" " + viet::name_key("thành phố"), " " + viet::name_key("tỉnh")};
  if (organisation.root()) {
    const std::string root = viet::name_key(organisation.unit(organisation.root()).name);
    for (const std::string_view kind : {"thành phố ", "tỉnh "}) {
      const std::string head = viet::name_key(kind) + " ";
      if (root.starts_with(head)) endings_.push_back(" " + root.substr(head.size()));
    }
  }
  for (std::uint32_t no = 1; no <= organisation.size(); ++no) {
    if (!organisation.is_open(UnitNo{no})) continue;
    units_.emplace_back(key(organisation.unit(UnitNo{no}).name), UnitNo{no});
  }
  std::sort(units_.begin(), units_.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.value < b.second.value;
  });
}

std::string UnitNames::key(std::string_view name) const {
  std::string out = viet::name_key(name);
  replace_all(out, viet::name_key("ủy ban nhân dân"), "ubnd");
  if (out.starts_with("ubnd ")) out.erase(0, 5);
  for (bool again = true; again;) {
    again = false;
    for (const std::string& ending : endings_) {
      if (!out.ends_with(ending)) continue;
      out.resize(out.size() - ending.size());
      again = true;
    }
  }
  return out;
}

std::vector<UnitNo> UnitNames::find(std::string_view name) const {
  const std::string wanted = key(name);
  std::vector<UnitNo> out;
  if (wanted.empty()) return out;
  auto at = std::lower_bound(units_.begin(), units_.end(), wanted,
                             [](const auto& unit, const auto& text) { return unit.first < text; });
  for (; at != units_.end() && at->first == wanted; ++at) out.push_back(at->second);
  return out;
}

Proposal propose(const ReadText& read, const organisation::State& organisation) {
  Proposal out;
  out.title = read.plan.title.empty() ? read.article.title : read.plan.title;
  add_grounds(read, out);
  out.audience = audience_of(read.plan.audiences);
  const UnitNames names(organisation);
  if (read.plan.issuer) {
    const auto found = names.find(read.plan.issuer->name);
    if (found.size() == 1) out.issuer = found.front();
  }
  for (const auto* list : {&read.plan.duties, &read.plan.unmatched}) {
    for (const viet::Duty& duty : *list) {
      Fitted fitted = fit(duty.who, organisation, names);
      const bool keep = fitted.rule && duty.confidence != viet::Confidence::Low;
      out.tasks.push_back({duty, std::move(fitted.rule), std::move(fitted.note), keep});
    }
  }
  std::stable_partition(out.tasks.begin(), out.tasks.end(),
                        [](const ProposedTask& task) { return task.rule.has_value(); });
  out.cut = out.tasks.size() > tasks_max;
  if (out.cut) out.tasks.resize(tasks_max);
  return out;
}

}  // namespace lantoa::city::plan
