// Recording who was recognised, and correcting what was recorded.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/own_units.h"
#include "city/speaker/branches.h"
#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

struct Box {
  std::string id;
  Text title;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Box, (), (id, title, chosen))

// Of a change only.
struct Change {
  std::string version;
  std::optional<std::string> present;  // where somebody else changed it meanwhile
};
BOOST_DESCRIBE_STRUCT(Change, (), (version, present))

struct FormView {
  static constexpr std::string_view tpl = "src/city/speaker/form.tpl";
  FormKeys keys;
  std::string action, back;
  bool is_new = false;
  std::string unit_value, unit_name;
  Text standing;
  Field name, workplace, decision, on;
  std::optional<std::string> branches_error;
  std::vector<Box> boxes;
  std::optional<Change> change;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, back, is_new, unit_value, unit_name, standing, name, workplace,
                       decision, on, branches_error, boxes, change))

std::string box_of(std::string_view code) {
  return fields::branches + std::string("-") + std::string(code);
}

Typed read_typed(const Visit& visit) {
  Typed out;
  Faults unread;
  out.name = visit.typed(fields::name);
  out.workplace = visit.typed(fields::workplace);
  out.decision = visit.typed(fields::decision);
  out.on = typed_date(visit, fields::on, unread);
  for (const Branch& branch : branches()) {
    if (visit.typed(box_of(branch.code)) == "1") out.branches.emplace_back(branch.code);
  }
  if (unread.any()) out.unread = std::move(unread).problem().details;
  return out;
}

// What the form begins from; empty for somebody new.
struct Start {
  SpeakerRecord record;
  std::string decision;
  std::optional<Date> on;
  std::vector<std::string> branches;
};

void fill(FormView& view, const Visit& visit, const Start& start) {
  view.keys = form_keys(visit);
  view.name = field(visit, fields::name, start.record.name);
  view.workplace = field(visit, fields::workplace, start.record.workplace);
  view.decision = field(visit, fields::decision, start.decision);
  view.on = field(visit, fields::on, start.on ? vietnamese(*start.on) : "");
  view.branches_error = field(visit, fields::branches).error;
  for (const Branch& branch : branches()) {
    const std::string id = box_of(branch.code);
    const bool before = std::find(start.branches.begin(), start.branches.end(), branch.code) !=
                        start.branches.end();
    view.boxes.push_back(
        {id, branch.title, visit.failure != nullptr ? visit.typed(id) == "1" : before});
  }
}

void fill_unit(FormView& view, const organisation::Unit& unit, Standing standing) {
  view.unit_value = std::to_string(unit.no.value);
  view.unit_name = unit.name;
  view.standing = title_at(standing, unit.kind);
}

// The unit that was led here from, else one's own.
Result<UnitNo> unit_of(const Desk& desk, const Visit& visit) {
  UnitNo unit{visit.typed_number(fields::unit)};
  if (!unit) unit = UnitNo{visit.query_number(fields::unit)};
  if (!unit) {
    const std::vector<UnitNo> own = own_units(visit.actor, Right::ReportTask);
    if (own.empty()) return tl::unexpected(not_allowed(Right::ReportTask));
    unit = own.front();
  }
  TRY(desk.needs.organisation.find(unit));
  TRY(desk.needs.organisation.require(visit.actor, Right::ReportTask, unit));
  return unit;
}

Result<http::Response> show_recognise(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const FormView view, desk.app.engine.read([&]() -> Result<FormView> {
    TRY_ASSIGN(const UnitNo no, unit_of(desk, visit));
    const organisation::Unit& unit = desk.needs.organisation.unit(no);
    FormView out;
    out.is_new = true;
    out.action = std::string(register_path) + "/moi";
    out.back = register_address(no);
    fill_unit(out, unit, standing_at(unit.kind));
    fill(out, visit, {});
    return out;
  }));
  const Text heading{"Ghi người được công nhận", "Record a speaker"};
  return desk.app.show(visit, heading, view,
                       below_register(visit.language, {{heading.in(visit.language), {}}}));
}

struct Found {
  Ref ref;
  Start start;
  FormView view;
};

Result<Found> find(const Desk& desk, const Visit& visit, SpeakerNo no) {
  TRY_ASSIGN(const Speaker* one, desk.state.find(no));
  TRY(desk.needs.organisation.require(visit.actor, Right::ReportTask, one->unit));
  TRY(require_not_dismissed(*one));
  Found out{ref_of(*one), {{}, one->decision, one->on, one->branches}, {}};
  out.view.action = address_of(no) + "/sua";
  out.view.back = address_of(no);
  fill_unit(out.view, desk.needs.organisation.unit(one->unit), one->standing);
  out.view.change = Change{std::to_string(one->version), {}};
  return out;
}

Result<http::Response> show_change(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const SpeakerNo no, visit.number<SpeakerNo>("speaker"));
  TRY_ASSIGN(Found found, desk.app.engine.read([&] { return find(desk, visit, no); }));
  TRY_ASSIGN(const WordsPtr words, desk.names->of(found.ref, visit.language));
  found.start.record = {words->name, words->workplace};
  fill(found.view, visit, found.start);
  if (visit.failure != nullptr && visit.typed("ban") != found.view.change->version) {
    found.view.change->present = words->name + ", " + words->workplace + "; " +
                                 found.start.decision + ", " + vietnamese(*found.start.on) + "; " +
                                 in_words(found.start.branches, visit.language);
  }
  const Text heading{"Sửa thông tin", "Change the entry"};
  return desk.app.show(visit, heading, found.view,
                       below_register(visit.language, {{words->name, address_of(no)},
                                                       {heading.in(visit.language), {}}}));
}

}  // namespace

void install_form(const Desk& desk) {
  const Page recognise = [desk](const Visit& visit) { return show_recognise(desk, visit); };
  desk.app.routes.get("/bao-cao-vien/so/moi", Right::ReportTask, recognise);
  desk.app.routes.post(
      "/bao-cao-vien/so/moi", Right::ReportTask,
      [desk](const Visit& visit) -> Result<Order> {
        return make_order(
            desk, RecogniseSpeaker{UnitNo{visit.typed_number(fields::unit)}, read_typed(visit)});
      },
      recognise);
  const Page change = [desk](const Visit& visit) { return show_change(desk, visit); };
  desk.app.routes.get("/bao-cao-vien/so/{speaker}/sua", Right::ReportTask, change);
  desk.app.routes.post(
      "/bao-cao-vien/so/{speaker}/sua", Right::ReportTask,
      [desk](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const SpeakerNo no, visit.number<SpeakerNo>("speaker"));
        return make_order(desk, ChangeSpeaker{no, visit.typed_number("ban"), read_typed(visit)});
      },
      change);
}

}  // namespace lantoa::city::speaker
