// From an article to a draft plan: the text is read, what was found is shown beside its place in
// the text, and one click makes a draft whose grounds are filled in. The text itself is kept among
// the blobs.
#include <boost/describe.hpp>

#include "city/plan/plan.h"
#include "viet/article.h"

namespace lantoa::city::plan {
namespace {

struct FoundDocument {
  std::string name;  // "Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội"
  std::uint32_t mentions = 0;
  std::string before, cited, after;  // the first mention in its surroundings
  Text state;
  std::string mark;
};
BOOST_DESCRIBE_STRUCT(FoundDocument, (), (name, mentions, before, cited, after, state, mark))

struct Damage {
  std::uint32_t line = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Damage, (), (line, text))

struct ReadView {
  static constexpr std::string_view tpl = "src/city/plan/read.tpl";
  FormKeys keys;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ReadView, (), (keys, text))

struct FoundView {
  static constexpr std::string_view tpl = "src/city/plan/read_found.tpl";
  FormKeys keys;
  std::string file;  // the text's blob
  std::string title;
  std::string published;
  std::string author;
  std::string plan_title;
  std::optional<std::string> announced;
  std::vector<FoundDocument> documents;
  std::vector<Damage> damages;
  bool has_damages = false;
};
BOOST_DESCRIBE_STRUCT(FoundView, (),
                      (keys, file, title, published, author, plan_title, announced, documents,
                       damages, has_damages))

constexpr std::size_t surroundings_bytes = 60;

// Text around a mention, cut at character boundaries.
std::string around(std::string_view text, std::size_t from, std::size_t to) {
  const auto is_inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (from < to && is_inside(from)) ++from;
  while (to > from && is_inside(to)) --to;
  std::string out(text.substr(from, to - from));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

Ground ground_of(const viet::CitedDocument& document) {
  return {document.number.display(), document.type, document.issuer, document.date};
}

// What the article's plan rests on: every document it cites but the plan itself.
std::vector<Ground> grounds_of(const viet::Article& article) {
  std::vector<Ground> out;
  for (std::size_t i = 0; i < article.documents.size(); ++i) {
    if (article.announced != i) out.push_back(ground_of(article.documents[i]));
  }
  return out;
}

FoundView look(const viet::Article& article, std::string_view text, const law::State& law,
               Date today) {
  FoundView view;
  view.title = article.title;
  view.plan_title = article.title;
  view.published = article.published ? vietnamese(*article.published) : "–";
  view.author = article.author.empty() ? "–" : article.author;
  for (std::size_t i = 0; i < article.documents.size(); ++i) {
    const viet::CitedDocument& document = article.documents[i];
    const std::string name = write_ground(ground_of(document));
    if (article.announced == i) view.announced = name;
    FoundDocument row;
    row.name = name;
    row.mentions = static_cast<std::uint32_t>(document.mentions.size());
    const viet::Citation& first = document.mentions.front();
    const std::size_t end = first.offset + first.length;
    row.before =
        around(text, first.offset - std::min(first.offset, surroundings_bytes), first.offset);
    row.cited = std::string(text.substr(first.offset, first.length));
    row.after = around(text, end, std::min(text.size(), end + surroundings_bytes));
    const auto matched = law.match(document);
    if (matched.match == law::Match::Registered) {
      row.state = law.sentence(matched.document, today);
      row.mark = law::mark(law.effect(matched.document, today));
    } else {
      row.state = {"Chưa có trong sổ văn bản", "Not in the register yet"};
      row.mark = "law-soon";
    }
    view.documents.push_back(std::move(row));
  }
  for (const auto& damage : article.damaged) {
    view.damages.push_back({static_cast<std::uint32_t>(damage.line), damage.text});
  }
  view.has_damages = !view.damages.empty();
  return view;
}

std::string submitted_text(const Visit& visit) {
  const auto file = visit.form.files.find("tep");
  if (file != visit.form.files.end() && !file->second.bytes.empty()) return file->second.bytes;
  return std::string(visit.typed("van-ban"));
}

Result<http::Response> show_found(App& app, const Needs& needs, const Visit& visit,
                                  const Text& heading) {
  const std::string text = submitted_text(visit);
  const auto article = viet::read_article(text);
  if (!article) {
    Visit failed = visit;
    Problem problem = article.error();
    problem.field = "van-ban";
    failed.failure = &problem;
    return app.show(failed, heading,
                    ReadView{form_keys(visit), std::string(visit.typed("van-ban"))});
  }
  TRY_ASSIGN(const std::string file, app.blobs.put(text));
  FoundView view =
      app.engine.read([&] { return look(*article, text, needs.law, needs.calendar.today()); });
  view.keys = form_keys(visit);
  view.file = file;
  return app.show(visit, heading, view);
}

// The council that the announcement names, else the first unit the actor may draft for.
Result<UnitNo> issuer_for(const organisation::State& organisation, const Actor& actor) {
  for (const organisation::Kind kind : {organisation::Kind::Council, organisation::Kind::City}) {
    for (const UnitNo unit : organisation.of_kind(kind, organisation.root())) {
      if (organisation.allows(actor, Right::DraftPlan, unit)) return unit;
    }
  }
  for (const Grant& grant : actor.grants) {
    if (city::has(grant.role, Right::DraftPlan)) return grant.unit;
  }
  return tl::unexpected(not_allowed(Right::DraftPlan));
}

Result<Order> order_draft(App& app, const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const std::string text, app.blobs.get(visit.typed("tep")));
  TRY_ASSIGN(const viet::Article article, viet::read_article(text));
  DraftPlan command;
  command.title = std::string(visit.typed("title"));
  command.grounds = grounds_of(article);
  command.source = std::string(visit.typed("tep"));
  auto issuer = app.engine.read([&] { return issuer_for(needs.organisation, visit.actor); });
  if (!issuer) return tl::unexpected(std::move(issuer).error());
  command.issuer = *issuer;
  command.scope = app.engine.read([&] { return scope_of(needs.organisation, *issuer); });
  return make_order(state, needs, std::move(command));
}

}  // namespace

void install_reading(App& app, const State& state, Needs needs) {
  const Text heading{"Đọc bài viết", "Read an article"};
  const Page form = [&app, heading](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, heading, ReadView{form_keys(visit), std::string(visit.typed("van-ban"))},
                    {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/ke-hoach/doc-bai", Right::DraftPlan, form);
  app.routes.raw_post("/ke-hoach/doc-bai/xem", Right::DraftPlan,
                      [&app, needs, heading](const Visit& visit) {
                        return show_found(app, needs, visit, heading);
                      });
  app.routes.post(
      "/ke-hoach/doc-bai", Right::DraftPlan,
      [&app, &state, needs](const Visit& visit) { return order_draft(app, state, needs, visit); },
      form);
}

}  // namespace lantoa::city::plan
