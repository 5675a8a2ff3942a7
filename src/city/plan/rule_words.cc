#include "city/plan/rule_words.h"

#include <algorithm>

#include "city/plan/decide.h"
#include "city/plan/group_words.h"
#include "viet/unicode.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;

constexpr std::string_view below = " thuộc ";
constexpr std::size_t names_told_max = 5;

// Of a class of bodies the kinds that its words name: "các quận, huyện" without the towns. All of
// them where only a level is named ("UBND cấp xã").
std::vector<Kind> said_kinds(const std::vector<Kind>& all, std::string_view words) {
  std::string text = " " + viet::name_key(words) + " ";
  std::replace_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '/'; }, ' ');
  const auto says = [&](std::string_view phrase) {
    return text.find(" " + viet::name_key(phrase) + " ") != std::string::npos;
  };
  if (says("cấp")) return all;
  std::vector<Kind> out;
  for (const Kind kind : all) {
    if (kind != Kind::Commune && says(organisation::title(kind).vi)) out.push_back(kind);
  }
  if (std::find(all.begin(), all.end(), Kind::Commune) != all.end()) {
    // The "xã" of "thị xã" is none.
    const std::string town = viet::name_key("thị xã");
    for (std::size_t at = text.find(town); at != std::string::npos; at = text.find(town)) {
      text.erase(at, town.size());
    }
    if (says("xã")) out.push_back(Kind::Commune);
  }
  return out.empty() ? all : out;
}

// "Mọi" says what "các" does, which is the word that plans use.
std::string as_in_plans(std::string_view part) {
  const std::size_t end = std::min(part.find(' '), part.size());
  if (!viet::same_name(part.substr(0, end), "mọi")) return std::string(part);
  return "các" + std::string(part.substr(end));
}

// None where the words are not understood as a whole.
std::vector<Kind> kinds_of(std::string_view part) {
  const std::string words = plain_words(part);
  for (const RuleChoice& choice : rule_choices()) {
    if (choice.kinds.empty()) continue;
    if (words == plain_words(choice.label.vi) || words == plain_words(choice.label.en)) {
      return choice.kinds;
    }
  }
  std::vector<Kind> out;
  for (const viet::Body& body : viet::bodies_of_cell(as_in_plans(part))) {
    const RuleChoice* choice = choice_of(body.kind);
    if (choice == nullptr) return {};
    const auto some = said_kinds(choice->kinds, body.name);
    out.insert(out.end(), some.begin(), some.end());
  }
  return out;
}

std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    std::string part = one_line(cell.substr(0, end));
    if (!part.empty()) out.push_back(std::move(part));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

tl::unexpected<Problem> not_understood(const std::string& part) {
  return problem(
      Code::Invalid,
      {"Không hiểu đơn vị “" + part +
           "”; hãy ghi mã (cả các số 0 ở đầu) hoặc tên một đơn vị trong phạm vi kế hoạch, hay "
           "loại đơn vị như “mỗi phường”, “các quận, huyện”, hay “nhóm” và tên nhóm.",
       "“" + part +
           "” is no unit that is known; write the code (with zeros in front) or the name of one "
           "in the plan’s scope, a kind of units such as “Every ward”, or “group” and its name."},
      fields::units);
}

}  // namespace

RuleWords::RuleWords(const organisation::State& organisation, UnitNo scope)
    : organisation_(organisation), scope_(scope), names_(organisation) {}

std::vector<UnitNo> RuleWords::named(std::string_view name) const {
  std::vector<UnitNo> out = names_.find(name);
  std::erase_if(out, [&](UnitNo unit) { return !organisation_.is_within(unit, scope_); });
  return out;
}

Problem RuleWords::ambiguous(const std::string& name, const std::vector<UnitNo>& found) const {
  Text codes;
  for (std::size_t i = 0; i < std::min(found.size(), names_told_max); ++i) {
    const organisation::Unit& unit = organisation_.unit(found[i]);
    const std::string above = unit.parent ? organisation_.unit(unit.parent).name : "";
    codes.vi += (i == 0 ? "" : ", ") + unit.code + (above.empty() ? "" : " (" + above + ")");
  }
  codes.en = codes.vi;
  if (found.size() > names_told_max) {
    codes.vi += "…";
    codes.en += "…";
  }
  const std::string count = std::to_string(found.size());
  return {Code::Invalid,
          {"Có " + count + " đơn vị tên “" + name + "”; hãy ghi mã của một đơn vị: " + codes.vi +
               ". Giao cho cả " + count + " thì tách thành từng dòng.",
           count + " units are named “" + name + "”; write the code of one: " + codes.en +
               ". For all of them write a row each."},
          fields::units,
          {}};
}

Result<Rule> RuleWords::read(std::string_view cell) const {
  const std::string whole = one_line(cell);
  if (whole.empty()) {
    return problem(Code::Invalid,
                   {"Hãy ghi đơn vị thực hiện: mã, tên, hoặc loại đơn vị như “mỗi phường”.",
                    "Write who gets the task: a code, a name, or a kind such as “Every ward”."},
                   fields::units);
  }
  if (const UnitNo unit = organisation_.by_code(whole)) return Rule{{}, unit, {}};
  const auto found = named(whole);
  if (found.size() == 1) return Rule{{}, found.front(), {}};
  if (found.size() > 1) return tl::unexpected(ambiguous(whole, found));
  TRY(organisation_.require_open(organisation_.closed_by_code(whole), fields::units,
                                 {"Hãy ghi đơn vị đang hoạt động.", "Write a unit that is open."}));
  if (const auto group = read_group_words(organisation_, scope_, whole); group && *group) {
    return Rule{{}, scope_, **group};
  }
  Rule rule{{}, scope_, {}};
  std::string_view words = whole;
  // As describe() says it of a plan below the city: "Mọi phường thuộc Quận Mẫu".
  if (const std::size_t at = words.rfind(below); at != std::string_view::npos) {
    const auto top = named(words.substr(at + below.size()));
    if (top.size() == 1) {
      rule.top = top.front();
      words = words.substr(0, at);
    }
  }
  if (const auto group = read_group_words(organisation_, scope_, words)) {
    if (!*group) return tl::unexpected(group->error());
    rule.group = **group;
    return rule;
  }
  const auto parts = parts_of(words);
  if (parts.empty()) return not_understood(whole);
  for (const std::string& part : parts) {
    const auto some = kinds_of(part);
    if (!some.empty()) {
      rule.kinds.insert(rule.kinds.end(), some.begin(), some.end());
    } else if (parts.size() > 1 && (organisation_.by_code(part) || !named(part).empty())) {
      return problem(Code::Invalid,
                     {"“" + part +
                          "” là một đơn vị; mỗi dòng giao cho một đơn vị hoặc cho các "
                          "loại đơn vị. Hãy tách “" +
                          part + "” thành dòng riêng.",
                      "“" + part +
                          "” is one unit; a row is for one unit or for kinds of units. "
                          "Give “" +
                          part + "” a row of its own."},
                     fields::units);
    } else {
      return not_understood(part);
    }
  }
  std::sort(rule.kinds.begin(), rule.kinds.end());
  rule.kinds.erase(std::unique(rule.kinds.begin(), rule.kinds.end()), rule.kinds.end());
  return rule;
}

}  // namespace lantoa::city::plan
