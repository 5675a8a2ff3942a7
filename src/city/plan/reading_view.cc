#include "city/plan/reading_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "city/due_field.h"
#include "city/plan/reading_form.h"

namespace lantoa::city::plan {
namespace {

std::string place_of(const std::string& id) { return "cho-" + id; }

std::string mark_of(viet::Confidence confidence) {
  switch (confidence) {
    case viet::Confidence::High:
      return "state-done";
    case viet::Confidence::Medium:
      return "state-risk";
    case viet::Confidence::Low:
      break;
  }
  return "state-idle";
}

Text said_of(const std::optional<viet::Deadline>& deadline) {
  if (!deadline) {
    return {"Văn bản không nêu hạn; hãy ghi hạn ở đây hoặc hạn chung ở trên.",
            "The text gives no deadline; give one here or a common one above."};
  }
  if (deadline->working_days) {
    return {"Văn bản ghi “" + deadline->text +
                "”: tính từ ngày ban hành. Nếu văn bản tính từ ngày khác, hãy ghi một ngày.",
            "The text says “" + deadline->text +
                "”: after the day of issue. If the text counts from another day, give a day."};
  }
  if (!deadline->last_day) {
    return {"Văn bản ghi “" + deadline->text +
                "”, không phải một ngày; hãy ghi ngày phải xong, hoặc số ngày làm việc như 15 ngày "
                "làm việc.",
            "The text says “" + deadline->text +
                "”, which is no day; give the day it is due, or working days such as 15 working "
                "days."};
  }
  const std::string day = vietnamese(*deadline->last_day);
  return {"Văn bản ghi “" + deadline->text + "”: chậm nhất là " + day + ".",
          "The text says “" + deadline->text + "”: " + day + " at the latest."};
}

// The page being filled for one visit.
class Filling {
 public:
  Filling(const ReadText& read, const Needs& needs, const Visit& visit)
      : read_(read),
        needs_(needs),
        visit_(visit),
        proposal_(propose(read, needs.organisation)),
        typed_(visit.failure != nullptr && visit.form.fields.contains("title")) {}

  Looked run() {
    add_head();
    for (std::size_t i = 0; i < proposal_.grounds.size(); ++i) add_ground(i);
    add_unit_options();
    for (std::size_t i = 0; i < proposal_.tasks.size(); ++i) add_task(i);
    out_.view.has_tasks = !out_.view.tasks.empty();
    out_.view.cut = proposal_.cut;
    out_.view.unread = read_.plan.cut;
    out_.view.grounds_cut = proposal_.grounds_cut;
    out_.view.common_due = field(visit_, "han-chung");
    out_.view.due_hint = due_hint();
    add_forms();
    add_audience();
    return std::move(out_);
  }

 private:
  void add_head() {
    const viet::Article& article = read_.article;
    out_.view.keys = form_keys(visit_);
    out_.view.heading = proposal_.title;
    if (read_.plan.title.empty()) {
      if (article.published) out_.view.over = vietnamese(*article.published);
      if (!article.author.empty())
        out_.view.over += (out_.view.over.empty() ? "" : " · ") + article.author;
    } else {
      out_.view.over = read_.plan.number;
    }
    if (article.announced) {
      const viet::CitedDocument& plan = article.documents[*article.announced];
      out_.view.announced =
          write_ground({plan.number.display(), plan.type, plan.issuer, plan.date});
    }
    out_.view.title = field(visit_, "title", proposal_.title);
    UnitNo issuer{visit_.typed_number("issuer")};
    if (!issuer) {
      issuer =
          default_issuer(needs_.organisation, visit_.actor, proposal_.issuer).value_or(UnitNo{});
    }
    out_.view.issuers = issuers_for(needs_.organisation, visit_.actor, issuer);
    for (const auto& damage : article.damaged) {
      out_.view.damages.push_back({static_cast<std::uint32_t>(damage.line), damage.text});
    }
    out_.view.has_damages = !out_.view.damages.empty();
  }

  bool kept(const std::string& id, bool proposed) const {
    return typed_ ? visit_.form.fields.contains(id) : proposed;
  }

  void add_ground(std::size_t index) {
    const ProposedGround& one = proposal_.grounds[index];
    GroundView row;
    row.id = ground_field(index + 1);
    row.field = ground_field(index + 1, "ghi");
    row.number = std::to_string(index + 1);
    row.keep = kept(row.id, true);
    Field written = field(visit_, row.field, write_ground(one.ground));
    row.value = std::move(written.value);
    row.error = std::move(written.error);
    row.mentions = static_cast<std::uint32_t>(one.mentions.size());
    GroundState state = state_of(one.ground, needs_.law, needs_.calendar.today());
    row.state = std::move(state.words);
    row.mark = std::move(state.mark);
    const Text label{"căn cứ " + row.number, "ground " + row.number};
    for (std::size_t i = 0; i < one.mentions.size(); ++i) {
      if (i == 0) row.place = "#" + place_of(row.id);
      out_.highlights.push_back(
          {one.mentions[i], i == 0 ? place_of(row.id) : "", i == 0 ? row.id : "", label, true});
    }
    out_.view.grounds.push_back(std::move(row));
  }

  // Kinds of units, then those units a plan names most: wards are offered only where one is named.
  void add_unit_options() {
    const Language language = visit_.language;
    out_.units.push_back({"", Text{"– Chọn đơn vị –", "– Choose the units –"}.in(language), false});
    for (const RuleChoice& choice : rule_choices()) {
      if (!choice.kinds.empty())
        out_.units.push_back({choice.value, choice.label.in(language), false});
    }
    using organisation::Kind;
    const organisation::State& tree = needs_.organisation;
    for (const Kind kind : {Kind::Council, Kind::City, Kind::Department, Kind::UrbanDistrict,
                            Kind::RuralDistrict, Kind::Town}) {
      for (const UnitNo unit : tree.of_kind(kind, tree.root())) {
        out_.units.push_back({write_choice(Rule{{}, unit}), tree.unit(unit).name, false});
      }
    }
  }

  // What a task is given to: the option of its own where the common ones lack it, and its value.
  void add_units(const std::optional<Rule>& proposed, const std::string& name, TaskView& row) {
    std::string chosen = proposed ? write_choice(*proposed) : "";
    const bool offered = std::any_of(out_.units.begin(), out_.units.end(),
                                     [&](const Option& one) { return one.value == chosen; });
    if (proposed && !offered) {
      row.units.push_back({chosen, needs_.organisation.unit(proposed->top).name, false});
    }
    if (typed_) chosen = std::string(visit_.typed(name));
    out_.chosen.push_back(std::move(chosen));
  }

  void add_task(std::size_t index) {
    const ProposedTask& one = proposal_.tasks[index];
    TaskView row;
    row.id = task_field(index + 1);
    row.number = std::to_string(index + 1);
    row.keep = kept(row.id, one.keep);
    row.who = one.duty.who.name;
    row.kind = title(one.duty.who.kind);
    row.confidence = title(one.duty.confidence);
    row.mark = mark_of(one.duty.confidence);
    row.reason = one.duty.reason;
    if (!one.note.vi.empty()) row.note = one.note;
    row.said = said_of(one.duty.deadline);
    row.place = "#" + place_of(row.id);
    row.what = field(visit_, task_field(index + 1, "ghi"), one.duty.what);
    const std::string units = task_field(index + 1, "don-vi");
    add_units(one.rule, units, row);
    row.units_error = field(visit_, units).error;
    Due due;
    if (one.duty.deadline) due = one.duty.deadline->last_day;
    if (one.duty.deadline && one.duty.deadline->working_days) {
      due = Due::within(*one.duty.deadline->working_days);
    }
    row.due = field(visit_, task_field(index + 1, "han"), write_due(due, visit_.language));
    out_.highlights.push_back({one.duty.what_at,
                               place_of(row.id),
                               row.id,
                               {"việc " + row.number, "task " + row.number},
                               false});
    if (sentences_.insert(one.duty.sentence.offset).second) {
      out_.highlights.push_back({one.duty.sentence, {}, {}, {}, false});
    }
    if (one.duty.deadline) out_.highlights.push_back({one.duty.deadline->at, {}, {}, {}, true});
    out_.view.tasks.push_back(std::move(row));
  }

  void add_forms() {
    std::vector<Form> found;
    std::map<Form, std::string> places;
    for (const viet::FormMention& mention : read_.plan.forms) {
      const std::string name = form_field(mention.form);
      if (!places.emplace(mention.form, "#" + place_of(name)).second) continue;
      found.push_back(mention.form);
      out_.highlights.push_back({mention.at, place_of(name), name, title(mention.form), true});
    }
    out_.view.forms = form_boxes(typed_ ? read_forms(visit_) : found);
    for (std::size_t i = 0; i < all_forms().size(); ++i) {
      const auto place = places.find(all_forms()[i]);
      if (place != places.end()) out_.view.forms[i].place = place->second;
    }
  }

  void add_audience() {
    out_.view.audiences = audience_choices(typed_ ? read_audience(visit_) : proposal_.audience);
    for (std::size_t i = 0; i < read_.plan.audiences.size(); ++i) {
      const viet::AudienceMention& one = read_.plan.audiences[i];
      const std::string place = "cho-doi-tuong-" + std::to_string(i + 1);
      out_.view.groups.push_back({title(one.group), "#" + place});
      out_.highlights.push_back({one.at, place, {}, {}, true});
    }
  }

  const ReadText& read_;
  const Needs& needs_;
  const Visit& visit_;
  Proposal proposal_;
  bool typed_;  // a failed form is shown again
  Looked out_;
  std::set<std::size_t> sentences_;
};

}  // namespace

Looked look(const ReadText& read, const Needs& needs, const Visit& visit) {
  return Filling(read, needs, visit).run();
}

FoundView finish(Looked looked, const ReadText& read) {
  FoundView view = std::move(looked.view);
  for (std::size_t i = 0; i < view.tasks.size(); ++i) {
    std::vector<Option> units = looked.units;
    units.insert(units.end(), view.tasks[i].units.begin(), view.tasks[i].units.end());
    for (Option& option : units) option.chosen = option.value == looked.chosen[i];
    view.tasks[i].units = std::move(units);
  }
  view.pieces = cut_into_pieces(read.text, looked.highlights);
  return view;
}

Result<UnitNo> default_issuer(const organisation::State& organisation, const Actor& actor,
                              UnitNo named) {
  if (named && organisation.allows(actor, Right::DraftPlan, named)) return named;
  using organisation::Kind;
  for (const Kind kind : {Kind::Council, Kind::City}) {
    for (const UnitNo unit : organisation.of_kind(kind, organisation.root())) {
      if (organisation.allows(actor, Right::DraftPlan, unit)) return unit;
    }
  }
  for (const Grant& grant : actor.grants) {
    if (city::has(grant.role, Right::DraftPlan)) return grant.unit;
  }
  return tl::unexpected(not_allowed(Right::DraftPlan));
}

}  // namespace lantoa::city::plan
