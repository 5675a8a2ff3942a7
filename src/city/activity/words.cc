#include "city/activity/words.h"

#include <algorithm>

#include "city/activity/kinds.h"
#include "platform/html/view.h"

namespace lantoa::city::activity {
namespace {

using Counted = std::map<std::string, std::uint64_t, std::less<>>;

// In the order in which forms ask for them; what this version does not know stands last.
std::string said(std::string_view kind, Counted counted, Language language) {
  std::string out;
  const auto append = [&](std::string_view code, std::uint64_t amount, bool is_part) {
    const Text part{", trong đó ", ", of them "};
    if (!out.empty()) out += is_part ? part.in(language) : " · ";
    const Measure* measure = find_measure(code);
    out += html::grouped(amount, language) + " ";
    out += measure == nullptr ? std::string(code) : measure->unit.in(language);
  };
  if (const Kind* known = find_kind(kind)) {
    for (const Asked& asked : known->measures) {
      const auto found = counted.find(asked.measure);
      if (found == counted.end()) continue;
      append(asked.measure, found->second, !asked.part_of.empty());
      counted.erase(found);
    }
  }
  for (const auto& [code, amount] : counted) append(code, amount, false);
  return out;
}

}  // namespace

std::string in_words(const Record& record, Language language) {
  Counted counted;
  for (const Amount& one : record.amounts) counted[one.measure] = one.amount;
  return said(record.kind, std::move(counted), language);
}

std::string in_words(std::string_view kind, const Total& total, Language language) {
  return said(kind, total.amounts, language);
}

std::string heading_of(const Record& record, Language language) {
  return record.what.empty() ? kind_title(record.kind).in(language) : record.what;
}

std::string numbers_of(const law::State& law, const std::vector<DocumentNo>& documents) {
  std::string out;
  for (const DocumentNo no : documents) {
    out += (out.empty() ? "" : ", ") + law.document(no).number;
  }
  return out;
}

std::string summary_of(const Record& record, const law::State& law, const plan::State& plans,
                       Language language) {
  std::string out = kind_title(record.kind).in(language) + ", " + vietnamese(record.on);
  const auto append = [&](const std::string& text) {
    if (!text.empty()) out += "; " + text;
  };
  append(in_words(record, language));
  append(record.what);
  append(record.place);
  append(numbers_of(law, record.documents));
  if (record.assignment) append(plans.task(plans.assignment(*record.assignment).task).what);
  return out;
}

std::vector<UnitNo> units_of(const organisation::State& organisation, const Actor& actor) {
  std::vector<UnitNo> out;
  const auto add = [&](UnitNo unit) {
    if (organisation.is_open(unit) && organisation.allows(actor, Right::ReportTask, unit) &&
        std::find(out.begin(), out.end(), unit) == out.end()) {
      out.push_back(unit);
    }
  };
  add(actor.home);
  for (const Grant& grant : actor.grants) add(grant.unit);
  return out;
}

}  // namespace lantoa::city::activity
