// One comment in the office: publish, refuse, return, hand on; the phone number on request.
#include "city/comment/office_view.h"
#include "city/field.h"

namespace lantoa::city::comment {
namespace {

constexpr std::size_t units_offered_max = 400;

struct UnitOption {
  std::string value;
  std::string label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(UnitOption, (), (value, label, chosen))

struct ForwardForm {
  FormKeys keys;
  std::string version;
  std::string action;
  std::vector<UnitOption> units;
  std::optional<std::string> unit_error;
  std::string days;
  std::optional<std::string> days_error;
};
BOOST_DESCRIBE_STRUCT(ForwardForm, (), (keys, version, action, units, unit_error, days, days_error))

struct ReturnForm {
  FormKeys keys;
  std::string version;
  std::string action;
};
BOOST_DESCRIBE_STRUCT(ReturnForm, (), (keys, version, action))

struct AnswerShown {
  std::string unit;
  std::string at;
  std::vector<Paragraph> text;
};
BOOST_DESCRIBE_STRUCT(AnswerShown, (), (unit, at, text))

struct RefusalShown {
  Text reason;
  std::vector<Paragraph> note;
};
BOOST_DESCRIBE_STRUCT(RefusalShown, (), (reason, note))

struct OfficeView {
  static constexpr std::string_view tpl = "src/city/comment/office.tpl";
  std::vector<Card> cards;  // one
  std::string title;
  std::optional<std::string> phone_address;
  std::optional<std::string> phone;
  std::optional<RefusalShown> refusal;
  std::optional<AnswerShown> answer;
  std::optional<ForwardForm> forward;
  std::optional<ReturnForm> back;
};
BOOST_DESCRIBE_STRUCT(OfficeView, (),
                      (cards, title, phone_address, phone, refusal, answer, forward, back))

// The article's unit, those above and right below it, and the city's departments.
std::vector<UnitOption> units_to_ask(const organisation::State& organisation, UnitNo of,
                                     std::string_view chosen) {
  std::vector<UnitNo> units;
  const auto add = [&](UnitNo unit) {
    if (units.size() < units_offered_max && organisation.is_open(unit) &&
        std::find(units.begin(), units.end(), unit) == units.end()) {
      units.push_back(unit);
    }
  };
  add(of);
  for (const UnitNo unit : organisation.unit(of).children) add(unit);
  for (const UnitNo unit : organisation.path(of)) add(unit);
  for (const UnitNo unit : organisation.unit(organisation.root()).children) add(unit);
  std::vector<UnitOption> out;
  for (const UnitNo unit : units) {
    const std::string value = std::to_string(unit.value);
    out.push_back({value, organisation.unit(unit).name, value == chosen});
  }
  return out;
}

void add_forms(const Known& known, const Comment& comment, const Visit& visit, OfficeView& view) {
  if (comment.erased) return;
  const std::string address = office_address(comment.no);
  const std::string version = std::to_string(comment.version);
  if (comment.is_public || comment.refusal) {
    view.back = ReturnForm{form_keys(visit), version, address + "/tra-lai"};
  }
  const bool answered = comment.answer && comment.answer->is_public;
  if (comment.refusal || answered || has_address(comment)) return;
  ForwardForm form{form_keys(visit), version, address + "/chuyen", {}, {}, {}, {}};
  form.units = units_to_ask(known.organisation, known.articles.article(comment.article).unit,
                            visit.typed(fields::unit));
  form.unit_error = field(visit, fields::unit).error;
  const std::string typed(visit.typed(fields::days));
  form.days = typed.empty() ? std::to_string(answer_days_usual) : typed;
  form.days_error = field(visit, fields::days).error;
  view.forward = std::move(form);
}

struct Found {
  OfficeView view;
  bool has_note = false;  // of the refusal that stands: an earlier one may have left its own
};

Result<Found> look_at(const State& state, const Needs& needs, const Visit& visit, CommentNo no) {
  const Known known{state, needs.organisation, needs.workdays, needs.articles};
  TRY_ASSIGN(const Comment* comment, state.find(no));
  if (!may_moderate(known, *comment, visit.actor)) {
    return tl::unexpected(not_allowed(Right::ModerateComments));
  }
  Found found;
  OfficeView& view = found.view;
  view.cards.push_back(card_of(known, *comment, visit, needs.calendar.today()));
  if (comment->has_phone) view.phone_address = office_address(no) + "/dien-thoai";
  if (comment->refusal) {
    view.refusal = RefusalShown{title(comment->refusal->reason), {}};
    found.has_note = comment->refusal->has_note;
  }
  if (comment->answer && !comment->erased) {
    view.answer = AnswerShown{
        needs.organisation.unit(comment->answer->unit).name, vietnamese(comment->answer->at), {}};
  }
  add_forms(known, *comment, visit, view);
  return found;
}

Result<http::Response> show(App& app, const State& state, const Needs& needs, const Visit& visit,
                            std::optional<std::string> phone = {}) {
  TRY_ASSIGN(const CommentNo no, visit.number<CommentNo>("comment"));
  TRY_ASSIGN(Found found, app.engine.read([&] { return look_at(state, needs, visit, no); }));
  OfficeView& view = found.view;
  TRY(fill_texts(app.vault, no, view.cards.front()));
  if (found.has_note) {
    TRY_ASSIGN(const auto note, app.vault.open(note_id(no)));
    if (note) view.refusal->note = paragraphs_of(*note);
  }
  if (view.answer) {
    TRY_ASSIGN(const auto answer, app.vault.open(answer_id(no)));
    if (answer) view.answer->text = paragraphs_of(*answer);
  }
  view.title = view.cards.front().title;
  if (phone) view.phone_address.reset();
  view.phone = std::move(phone);
  return app.show(
      visit, {"Ý kiến số " + std::to_string(no.value), "Comment no. " + std::to_string(no.value)},
      view,
      {{Text{"Ý kiến bạn đọc", "Comments"}.in(visit.language), "/y-kien"},
       {std::to_string(no.value), {}}});
}

// The look is recorded before anything is shown.
Result<http::Response> show_phone(App& app, const State& state, const Needs& needs,
                                  const Visit& visit) {
  TRY_ASSIGN(const CommentNo no, visit.number<CommentNo>("comment"));
  Order look = make_order(state, needs, SeePhone{no});
  look.actor = visit.actor.name;
  TRY(app.execute(std::move(look)));
  TRY_ASSIGN(const auto phone, app.vault.open(phone_id(no)));
  return show(app, state, needs, visit, phone);
}

template <class Command>
using Make = std::function<Command(CommentNo, std::uint32_t, const Visit&)>;

template <class Command>
void install_act(App& app, const State& state, const Needs& needs, const char* act,
                 Make<Command> make) {
  app.routes.post(
      std::string("/y-kien/{comment}/") + act, Right::ModerateComments,
      [&state, needs, make](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const CommentNo no, visit.number<CommentNo>("comment"));
        return make_order(state, needs, make(no, visit.typed_number("ban"), visit));
      },
      [&app, &state, needs](const Visit& visit) { return show(app, state, needs, visit); });
}

}  // namespace

void install_office(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/y-kien/{comment}", Right::ModerateComments,
      [&app, &state, needs](const Visit& visit) { return show(app, state, needs, visit); });
  app.routes.get(
      "/y-kien/{comment}/dien-thoai", Right::ModerateComments,
      [&app, &state, needs](const Visit& visit) { return show_phone(app, state, needs, visit); });
  install_act<Publish>(
      app, state, needs, "dang",
      [](CommentNo no, std::uint32_t seen, const Visit&) { return Publish{no, seen}; });
  install_act<Refuse>(app, state, needs, "tu-choi",
                      [](CommentNo no, std::uint32_t seen, const Visit& visit) {
                        return Refuse{no, seen, reason_from(visit.typed("ly-do")),
                                      std::string(visit.typed(fields::note))};
                      });
  install_act<Return>(
      app, state, needs, "tra-lai",
      [](CommentNo no, std::uint32_t seen, const Visit&) { return Return{no, seen}; });
  install_act<Forward>(
      app, state, needs, "chuyen", [](CommentNo no, std::uint32_t seen, const Visit& visit) {
        const std::uint32_t days = std::min(visit.typed_number(fields::days), 10'000U);
        return Forward{no, seen, UnitNo{visit.typed_number(fields::unit)},
                       static_cast<std::int32_t>(days)};
      });
}

}  // namespace lantoa::city::comment
