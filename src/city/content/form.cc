// Writing an article: a new one, a further version, and the look at it before saving.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/content/conflict.h"
#include "city/content/image_form.h"
#include "city/content/order.h"
#include "city/content/preview.h"
#include "city/field.h"

namespace lantoa::city::content {
namespace {

struct StartFields {
  std::vector<Option> units;
  std::vector<Option> plans;
  bool must_confirm = false;
  std::optional<std::string> unit_error;
  std::optional<std::string> plan_error;
};
BOOST_DESCRIBE_STRUCT(StartFields, (), (units, plans, must_confirm, unit_error, plan_error))

struct PreviewBox {
  Preview preview;
};
BOOST_DESCRIBE_STRUCT(PreviewBox, (), (preview))

struct Added {
  std::string line;
};
BOOST_DESCRIBE_STRUCT(Added, (), (line))

struct ImagesBox {
  ImagesPart part;
};
BOOST_DESCRIBE_STRUCT(ImagesBox, (), (part))

struct FormView {
  static constexpr std::string_view tpl = "src/city/content/form.tpl";
  FormKeys keys;
  std::string action;
  std::string back;
  std::string article;                // empty: a new one
  std::string version;                // which its writer saw
  bool forget = false;                // what was typed before, by choice
  std::optional<std::string> queued;  // the version that waits for approval
  std::string script;                 // the preview while one writes
  std::optional<StartFields> start;   // of a new one only
  std::optional<ConflictBox> newer;   // somebody saved it meanwhile
  std::optional<Added> added;         // a picture, just now
  std::optional<PreviewBox> box;
  std::optional<ImagesBox> images;  // of a kept one only
  std::optional<Field> note;        // of an article that readers saw before
  Field title, lead, body, author, point_1, point_2, point_3;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, back, article, version, forget, queued, script, start, newer,
                       added, box, images, note, title, lead, body, author, point_1, point_2,
                       point_3))

ArticleText typed_text(const Visit& visit) {
  const auto typed = [&](const char* name) { return std::string(visit.typed(name)); };
  return tidy(ArticleText{typed(fields::title), typed(fields::lead), typed(fields::body),
                          typed(fields::author)});
}

std::vector<std::string> typed_points(const Visit& visit) {
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= key_points_max; ++i) {
    out.emplace_back(visit.typed(fields::key_point + std::to_string(i)));
  }
  return tidy(std::move(out));
}

// The unit one belongs to, those one has the right over, and the bodies of the whole city below
// them.
std::vector<UnitNo> own_units(const organisation::State& organisation, const Actor& actor) {
  std::vector<UnitNo> out;
  const auto add = [&](UnitNo unit) {
    if (organisation.is_open(unit) && organisation.allows(actor, Right::DraftArticle, unit) &&
        std::find(out.begin(), out.end(), unit) == out.end()) {
      out.push_back(unit);
    }
  };
  add(actor.home);
  for (const Grant& grant : actor.grants) {
    add(grant.unit);
    for (const auto kind : {organisation::Kind::Council, organisation::Kind::Department}) {
      for (const UnitNo unit : organisation.of_kind(kind, grant.unit)) add(unit);
    }
  }
  return out;
}

StartFields start_fields(const Needs& needs, const Visit& visit) {
  StartFields out;
  const Field unit = field(visit, fields::unit);
  const Field plan = field(visit, fields::plan, visit.query("ke-hoach"));
  out.unit_error = unit.error;
  out.plan_error = plan.error;
  out.must_confirm = !visit.typed(fields::must_confirm).empty();
  for (const UnitNo no : own_units(needs.organisation, visit.actor)) {
    const std::string value = std::to_string(no.value);
    out.units.push_back({value, needs.organisation.unit(no).name, value == unit.value});
  }
  for (const PlanNo no : needs.plans.issued()) {
    const plan::Plan& one = needs.plans.plan(no);
    const std::string value = std::to_string(no.value);
    out.plans.push_back({value, one.number + " – " + one.title, value == plan.value});
  }
  return out;
}

void add_text(FormView& view, const Visit& visit, const ArticleText& text,
              const std::vector<std::string>& points) {
  const auto point = [&](std::size_t i) {
    return field(visit, fields::key_point + std::to_string(i + 1),
                 i < points.size() ? points[i] : "");
  };
  view.title = field(visit, fields::title, text.title);
  view.lead = field(visit, fields::lead, text.lead);
  view.body = field(visit, fields::body, text.body);
  view.author = field(visit, fields::author, text.author);
  view.point_1 = point(0);
  view.point_2 = point(1);
  view.point_3 = point(2);
}

FormView new_form(const App& app, const Needs& needs, const Visit& visit) {
  FormView view;
  view.keys = form_keys(visit);
  view.script = app.asset("editor.js");
  view.action = "/bai-viet/moi";
  view.back = "/bai-viet";
  view.start = app.engine.read([&] { return start_fields(needs, visit); });
  add_text(view, visit, {}, {});
  return view;
}

struct Found {
  Article article;
  std::vector<Image> images;
};

Result<Found> find(const State& state, const Needs& needs, ArticleNo no, const Visit& visit) {
  TRY_ASSIGN(const Article* article, state.find(no));
  const Known known{state, needs.organisation, needs.law, needs.plans};
  if (!may_write(known, *article, visit.actor)) {
    return tl::unexpected(not_allowed(Right::DraftArticle));
  }
  return Found{*article, state.images(article->images)};
}

Result<FormView> edit_form(const App& app, const State& state, const Needs& needs, ArticleNo no,
                           const Visit& visit) {
  const auto found = app.engine.read([&] { return find(state, needs, no, visit); });
  if (!found) return tl::unexpected(found.error());
  const Version* latest = &found->article.latest();
  TRY_ASSIGN(const std::string bytes, app.blobs.get(latest->text));
  TRY_ASSIGN(const ArticleText text, lantoa::decode<ArticleText>(bytes));
  FormView view;
  view.keys = form_keys(visit);
  view.script = app.asset("editor.js");
  view.back = office_address(no);
  view.action = view.back + "/sua";
  view.article = std::to_string(no.value);
  view.version = std::to_string(latest->number);
  view.forget = visit.query("lay") == view.version;
  const std::string seen(visit.typed("ban"));
  if (!seen.empty() && seen != view.version) {
    view.newer = conflict_box(app, visit.language, found->article, {text, latest->key_points},
                              {typed_text(visit), typed_points(visit)});
    view.version = seen;  // until its writer has chosen
  } else if (found->article.stage() == Stage::Submitted) {
    view.queued = view.version;
  }
  add_text(view, visit, text, latest->key_points);
  // What was said of a version that readers never saw is true of the next one, too.
  if (found->article.was_public()) {
    view.note = field(visit, fields::note, latest->was_published() ? "" : latest->note);
  }
  view.images = ImagesBox{images_part(no, found->images, visit)};
  view.images->part.waiting = waiting_in(app, no, visit);
  return view;
}

Result<Draft> read_draft(App& app, const Visit& visit) {
  TRY(require_no_file(visit));
  Draft draft{typed_text(visit),
              {},
              typed_points(visit),
              visit.typed("viec") == "gui-duyet",
              visit.typed("viec") == "them-anh",
              one_line(visit.typed(fields::note))};
  TRY_ASSIGN(draft.blob, app.blobs.put(encode(draft.text)));
  return draft;
}

std::vector<Image> images_of(const App& app, const State& state, ArticleNo no) {
  return app.engine.read([&] {
    return state.has(no) ? state.images(state.article(no).images) : std::vector<Image>{};
  });
}

http::Response show(const App& app, const Visit& visit, const FormView& view) {
  const Text heading = view.article.empty() ? Text{"Soạn bài mới", "Write an article"}
                                            : Text{"Sửa bài", "Edit the article"};
  const Text articles{"Bài viết", "Articles"};
  return app.show(visit, heading, view,
                  {{articles.in(visit.language), "/bai-viet"}, {heading.in(visit.language), {}}});
}

// The form once more, with the line of the picture at the end of the text; what was typed is only
// shown again, not saved.
Result<http::Response> with_image(App& app, const State& state, const Needs& needs, ArticleNo no,
                                  std::uint32_t number, Visit visit) {
  const auto image = app.engine.read([&]() -> Result<Image> {
    TRY_ASSIGN(const Image* one, state.find(ImageNo{number}));
    return *one;
  });
  if (!image) return tl::unexpected(image.error());
  const std::string line = markdown_of(*image);
  const std::string body = typed_text(visit).body;
  visit.form.fields[fields::body] = body + (body.empty() ? "" : "\n\n") + line + "\n";
  visit.form.fields[fields::alt].clear();
  visit.form.fields.erase(std::string(waiting_field));
  TRY_ASSIGN(FormView view, edit_form(app, state, needs, no, visit));
  view.added = Added{line};
  return show(app, visit, view);
}

// Sent twice it is one picture; another picture from the same form, after a step back, is another.
Result<std::uint32_t> add(App& app, const State& state, const Needs& needs, AddImage command,
                          const Visit& visit) {
  if (!is_form_key(visit.typed("khoa"))) return tl::unexpected(foreign_form());
  const std::string what =
      command.large + "/" + app.vault.commitment("content/image words", command.alt);
  Order order = order_of(state, needs, std::move(command));
  order.actor = visit.actor.name;
  order.key = form_order_key(visit, order.actor) + "/" + what;
  TRY_ASSIGN(const ledger::Done done, app.execute(std::move(order)));
  return static_cast<std::uint32_t>(std::stoul(done.answer));
}

Result<http::Response> add_image(App& app, const State& state, const Needs& needs,
                                 const Visit& visit) {
  TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
  const auto may = app.engine.read([&] { return find(state, needs, no, visit); });
  if (!may) return tl::unexpected(may.error());
  std::optional<WaitingImage> sent;
  const auto number = read_image(app, no, visit, sent).and_then([&](const AddImage& command) {
    return add(app, state, needs, command, visit);
  });
  if (number) return with_image(app, state, needs, no, *number, visit);
  Visit failed = visit;
  failed.failure = &number.error();
  TRY_ASSIGN(FormView view, edit_form(app, state, needs, no, failed));
  if (sent) view.images->part.waiting = sent;
  return show(app, failed, view);
}

}  // namespace

void install_forms(App& app, const State& state, Needs needs) {
  const Page fresh = [&app, needs](const Visit& visit) -> Result<http::Response> {
    return show(app, visit, new_form(app, needs, visit));
  };
  const Page edit = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
    TRY_ASSIGN(const FormView view, edit_form(app, state, needs, no, visit));
    return show(app, visit, view);
  };
  app.routes.get("/bai-viet/moi", Right::DraftArticle, fresh);
  app.routes.post(
      "/bai-viet/moi", Right::DraftArticle,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        StartArticle command;
        command.unit = UnitNo{visit.typed_number(fields::unit)};
        command.plan = PlanNo{visit.typed_number(fields::plan)};
        command.must_confirm = !visit.typed(fields::must_confirm).empty();
        TRY_ASSIGN(command.draft, read_draft(app, visit));
        return order_of(state, needs, std::move(command));
      },
      fresh);
  app.routes.get("/bai-viet/{article}/sua", Right::DraftArticle, edit);
  app.routes.post(
      "/bai-viet/{article}/sua", Right::DraftArticle,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        EditArticle command;
        TRY_ASSIGN(command.article, visit.number<ArticleNo>("article"));
        command.seen_version = visit.typed_number(replaced_field);
        if (command.seen_version == 0) command.seen_version = visit.typed_number("ban");
        TRY_ASSIGN(command.draft, read_draft(app, visit));
        return order_of(state, needs, std::move(command));
      },
      edit);
  app.routes.raw_post(
      "/bai-viet/{article}/anh", Right::DraftArticle,
      [&app, &state, needs](const Visit& visit) { return add_image(app, state, needs, visit); },
      Share::Pictures);
  // The form once more with the text as readers would see it above; nothing is kept.
  app.routes.raw_post("/bai-viet/xem-truoc", Right::DraftArticle,
                      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                        const ArticleNo of{visit.typed_number("bai")};
                        const auto preview =
                            make_preview(app, state, needs, typed_text(visit), typed_points(visit),
                                         std::nullopt, images_of(app, state, of));
                        Visit shown = visit;
                        if (!preview) shown.failure = &preview.error();
                        FormView view = new_form(app, needs, shown);
                        if (of) {
                          TRY_ASSIGN(view, edit_form(app, state, needs, of, shown));
                        }
                        if (preview) view.box = PreviewBox{*preview};
                        if (view.images) say_lost_file(view.images->part, visit);
                        return show(app, shown, view);
                      });
}

}  // namespace lantoa::city::content
