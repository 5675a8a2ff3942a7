// Where an article is used: the plan it serves, and the published articles that link to it. Who
// withdraws or renames one sees here what would point to nothing.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/content/link_check.h"
#include "kernel/keeper.h"
#include "platform/log/log.h"
#include "platform/markdown/links.h"

namespace lantoa::city::content {
namespace {

struct UserRow {
  std::string address;
  std::string title;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(UserRow, (), (address, title, unit))

struct UsedView {
  static constexpr std::string_view tpl = "src/city/content/used.tpl";
  std::string title;
  std::string back;
  std::optional<std::string> plan;
  std::string plan_address;
  bool must_confirm = false;
  bool has_users = false;
  bool is_none = false;
  std::vector<UserRow> users;
  std::vector<UserRow> unread;  // whose text cannot be read: they may lead here, too
};
BOOST_DESCRIBE_STRUCT(UsedView, (),
                      (title, back, plan, plan_address, must_confirm, has_users, is_none, users,
                       unread))

struct Published {
  UserRow row;
  std::string text;  // blob
};

struct Seen {
  UsedView view;
  std::vector<Published> others;
};

Result<Seen> see(const State& state, const Needs& needs, ArticleNo no, const Actor& actor) {
  TRY_ASSIGN(const Article* article, state.find(no));
  TRY(needs.organisation.require(actor, Right::Work, article->unit));
  Seen seen;
  seen.view.title = article->latest().title;
  seen.view.back = office_address(no);
  if (needs.plans.has(article->plan)) seen.view.plan = needs.plans.plan(article->plan).title;
  seen.view.plan_address = "/ke-hoach/" + std::to_string(article->plan.value);
  seen.view.must_confirm = article->must_confirm;
  for (const ArticleNo other : state.published()) {
    if (other == no) continue;
    const Article& one = state.article(other);
    seen.others.push_back(
        {{public_address(one), one.shown().title, needs.organisation.unit(one.unit).name},
         one.shown().text});
  }
  return seen;
}

enum class Leads { Here, Elsewhere, Unknown };

Leads leads_of(const App& app, const std::string& blob, ArticleNo no) {
  const auto text = app.blobs.get(blob).and_then(
      [](const std::string& bytes) { return lantoa::decode<ArticleText>(bytes); });
  if (!text) {
    log::error("content.text_unreadable", {{"blob", blob}, {"why", keeper_sentence(text.error())}});
    return Leads::Unknown;
  }
  const auto links = markdown::links_in(text->body);
  if (!links) return Leads::Unknown;
  const bool here = std::any_of(links->begin(), links->end(), [&](const markdown::FoundLink& link) {
    return !link.image && article_at(app, link.address) == no;
  });
  return here ? Leads::Here : Leads::Elsewhere;
}

}  // namespace

void install_used(App& app, const State& state, Needs needs) {
  app.routes.get("/bai-viet/{article}/dung-o-dau", Right::Work,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
                   auto seen = app.engine.read([&] { return see(state, needs, no, visit.actor); });
                   if (!seen) return tl::unexpected(seen.error());
                   UsedView& view = seen->view;
                   for (Published& other : seen->others) {
                     const Leads leads = leads_of(app, other.text, no);
                     if (leads == Leads::Elsewhere) continue;
                     auto& rows = leads == Leads::Here ? view.users : view.unread;
                     rows.push_back(std::move(other.row));
                   }
                   view.has_users = !view.users.empty();
                   view.is_none = view.users.empty() && view.unread.empty();
                   const Text articles{"Bài viết", "Articles"};
                   const Text heading{"Dùng ở đâu", "Used where"};
                   return app.show(visit, heading, view,
                                   {{articles.in(visit.language), "/bai-viet"},
                                    App::named(view.title, view.back),
                                    {heading.in(visit.language), {}}});
                 });
}

}  // namespace lantoa::city::content
