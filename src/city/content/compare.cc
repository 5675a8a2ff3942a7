// Two versions of an article word by word, and an earlier one brought back as a new draft.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/content/difference.h"

namespace lantoa::city::content {
namespace {

struct VersionOption {
  std::string value;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(VersionOption, (), (value, label, chosen))

struct RestoreForm {
  FormKeys keys;
  std::string action;
  std::string version;
  std::string newest;
};
BOOST_DESCRIBE_STRUCT(RestoreForm, (), (keys, action, version, newest))

struct CompareView {
  static constexpr std::string_view tpl = "src/city/content/compare.tpl";
  std::string title;
  std::string action;
  std::vector<VersionOption> from, to;
  Difference difference;
  std::optional<RestoreForm> restore;
};
BOOST_DESCRIBE_STRUCT(CompareView, (), (title, action, from, to, difference, restore))

struct Seen {
  Article article;
  bool may_write = false;
};

Result<Seen> see(const State& state, const Needs& needs, ArticleNo no, const Actor& actor) {
  TRY_ASSIGN(const Article* article, state.find(no));
  TRY(needs.organisation.require(actor, Right::Work, article->unit));
  const Known known{state, needs.organisation, needs.law, needs.plans};
  return Seen{*article, may_write(known, *article, actor)};
}

Result<ArticleText> text_of(const App& app, const Version& version) {
  TRY_ASSIGN(const std::string bytes, app.blobs.get(version.text));
  return lantoa::decode<ArticleText>(bytes);
}

std::vector<VersionOption> options(const Article& article, std::uint32_t chosen) {
  std::vector<VersionOption> out;
  for (const Version& version : article.versions) {
    const std::string number = std::to_string(version.number);
    const std::string at = vietnamese(version.at);
    out.push_back({number,
                   {"Bản " + number + ", " + at, "Version " + number + ", " + at},
                   version.number == chosen});
  }
  return out;
}

std::uint32_t version_of(const Article& article, std::string_view typed, std::uint32_t otherwise) {
  std::uint32_t number = 0;
  for (const char c : typed.substr(0, 9)) {
    if (c < '0' || c > '9') return otherwise;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number >= 1 && number <= article.latest().number ? number : otherwise;
}

Result<CompareView> make_view(const App& app, const Seen& seen, const Visit& visit) {
  const Article& article = seen.article;
  const std::uint32_t newest = article.latest().number;
  // Without a wish: what readers see against what was written last.
  const bool newer = article.published != 0 && article.published < newest;
  const std::uint32_t before = newer ? article.published : std::max(newest - 1, 1U);
  const std::string from =
      visit.failure == nullptr ? visit.query("tu") : std::string(visit.typed("ban"));
  const Version& left = article.versions[version_of(article, from, before) - 1];
  const Version& right = article.versions[version_of(article, visit.query("den"), newest) - 1];
  TRY_ASSIGN(const ArticleText one, text_of(app, left));
  TRY_ASSIGN(const ArticleText two, text_of(app, right));
  CompareView view;
  view.title = article.latest().title;
  view.action = office_address(article.no) + "/so-sanh";
  view.from = options(article, left.number);
  view.to = options(article, right.number);
  view.difference = difference({one, left.key_points}, {two, right.key_points},
                               version_named(left.number), version_named(right.number));
  if (seen.may_write && left.number < newest) {
    view.restore = RestoreForm{form_keys(visit), office_address(article.no) + "/khoi-phuc",
                               std::to_string(left.number), std::to_string(newest)};
  }
  return view;
}

Result<Order> restore(App& app, const State& state, const Needs& needs, const Visit& visit) {
  RestoreVersion command;
  TRY_ASSIGN(command.article, visit.number<ArticleNo>("article"));
  command.version = visit.typed_number("ban");
  command.seen_version = visit.typed_number("moi-nhat");
  const auto seen =
      app.engine.read([&] { return see(state, needs, command.article, visit.actor); });
  if (!seen) return tl::unexpected(seen.error());
  // One that does not exist is refused by decide, whatever text is sent with it.
  const auto& versions = seen->article.versions;
  const std::size_t index = std::min<std::size_t>(command.version, versions.size());
  TRY_ASSIGN(command.text, text_of(app, versions[std::max<std::size_t>(index, 1) - 1]));
  Order order;
  order.decide = [&state, needs, command](const Envelope& envelope) {
    return decide(Known{state, needs.organisation, needs.law, needs.plans}, command, envelope);
  };
  return order;
}

}  // namespace

void install_compare(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
    const auto seen = app.engine.read([&] { return see(state, needs, no, visit.actor); });
    if (!seen) return tl::unexpected(seen.error());
    TRY_ASSIGN(const CompareView view, make_view(app, *seen, visit));
    const Text articles{"Bài viết", "Articles"};
    const Text heading{"So sánh hai bản", "Two versions compared"};
    return app.show(visit, heading, view,
                    {{articles.in(visit.language), "/bai-viet"},
                     App::named(view.title, office_address(no)),
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/bai-viet/{article}/so-sanh", Right::Work, page);
  app.routes.post(
      "/bai-viet/{article}/khoi-phuc", Right::DraftArticle,
      [&app, &state, needs](const Visit& visit) { return restore(app, state, needs, visit); },
      page);
}

}  // namespace lantoa::city::content
