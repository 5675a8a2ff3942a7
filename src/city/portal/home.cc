// The home page: what is new, what the city is making known, what law was registered.
#include <boost/describe.hpp>

#include "city/opening.h"
#include "city/portal/comments.h"
#include "city/portal/parts.h"
#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t articles_max = 8;
constexpr std::size_t campaigns_max = 5;
constexpr std::uint32_t laws_max = 6;
constexpr std::size_t replies_max = 3;
constexpr std::size_t opening_characters_max = 160;  // of an answer

struct Card {
  std::string address;
  std::string title;
  std::optional<std::string> lead;
  Byline byline;
};
BOOST_DESCRIBE_STRUCT(Card, (), (address, title, lead, byline))

struct Campaign {
  std::string address;
  std::string number;
  std::string title;
  std::optional<std::string> article;  // address of what its staff must know
  std::optional<Coverage> coverage;
};
BOOST_DESCRIBE_STRUCT(Campaign, (), (address, number, title, article, coverage))

// What a unit answered to a citizen.
struct Reply {
  std::string address;
  std::string title;
  std::string opening;
  std::string unit;
  std::string day_iso, day;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (address, title, opening, unit, day_iso, day))

struct HomeView {
  static constexpr std::string_view tpl = "src/city/portal/home.tpl";
  std::optional<Card> newest;
  bool has_cards = false;
  std::vector<Card> cards;
  bool has_replies = false;
  std::vector<Reply> replies;
  std::vector<Campaign> campaigns;
  bool has_laws = false;
  Laws laws;
  std::string today;
};
BOOST_DESCRIBE_STRUCT(HomeView, (),
                      (newest, has_cards, cards, has_replies, replies, campaigns, has_laws, laws,
                       today))

struct Found {
  HomeView view;
  std::vector<std::string> blobs;  // of the cards, in their order
  CommentsFound answers;
  PageStamp stamp;
};

Campaign campaign_of(const Needs& needs, PlanNo no, const Visit& visit) {
  const plan::Plan& plan = needs.plans.plan(no);
  Campaign campaign{campaign_path(no), plan.number, plan.title, {}, {}};
  const ItemNo item = newest_item(needs, no);
  if (!item) return campaign;
  campaign.coverage = coverage_of(needs, item, visit);
  const ArticleNo article = needs.reach.item(item).article();
  if (needs.content.has(article) && needs.content.article(article).is_public()) {
    campaign.article = content::public_address(needs.content.article(article));
  }
  return campaign;
}

Found look(const Live& live, const Needs& needs, const Visit& visit) {
  Found found;
  found.stamp = live.pages.stamp();
  HomeView& view = found.view;
  const auto& published = needs.content.published();
  for (std::size_t i = 0; i < std::min(articles_max, published.size()); ++i) {
    const content::Article& article = needs.content.article(published[i]);
    found.blobs.push_back(article.shown().text);
    view.cards.push_back(
        {content::public_address(article),
         article.shown().title,
         {},
         {iso_minute_vietnam(article.published_at), vietnamese(article.published_at),
          needs.organisation.unit(article.unit).name, live.pages.slot(article.no)}});
  }
  found.answers = newest_answers(needs, replies_max);
  const auto plans = needs.plans.issued();
  for (std::size_t i = 0; i < std::min(campaigns_max, plans.size()); ++i) {
    view.campaigns.push_back(campaign_of(needs, plans[i], visit));
  }
  std::vector<DocumentNo> documents;  // the last registered first
  for (std::uint32_t no = needs.law.size(); no > 0 && documents.size() < laws_max; --no) {
    documents.push_back(DocumentNo{no});
  }
  view.laws.rows = law_rows(needs, documents);
  view.has_laws = !view.laws.rows.empty();
  view.today = vietnamese(needs.calendar.today());
  return found;
}

// A lead that cannot be read leaves the rest of the page as it is.
std::optional<std::string> lead_of(App& app, const std::string& blob) {
  const auto text = read_text(app, blob);
  if (text) return text->lead.empty() ? std::nullopt : std::optional(text->lead);
  log::error("portal.lead_unreadable", {{"blob", blob}, {"why", keeper_sentence(text.error())}});
  return std::nullopt;
}

// Whole words of its first lines.
std::string opening_of(const std::vector<Paragraph>& lines) {
  std::string text;
  for (const Paragraph& line : lines) text += (text.empty() ? "" : " ") + line.text;
  return city::opening_of(text, opening_characters_max);
}

// Where they cannot be read, the rest of the page is as it is.
Result<void> add_replies(App& app, CommentsFound answers, HomeView& view) {
  TRY_ASSIGN(CommentsPart part, read_comments(app.vault, std::move(answers)));
  for (CommentRow& row : part.rows) {
    view.replies.push_back({std::move(row.address), std::move(row.title),
                            opening_of(row.answer->words), std::move(row.answer->unit),
                            std::move(row.answer->day_iso), std::move(row.answer->day)});
  }
  view.has_replies = !view.replies.empty();
  return {};
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Visit& visit) {
  Found found = app.engine.read([&] { return look(live, needs, visit); });
  auto& cards = found.view.cards;
  for (std::size_t i = 0; i < cards.size(); ++i) cards[i].lead = lead_of(app, found.blobs[i]);
  if (!cards.empty()) {
    found.view.newest = std::move(cards.front());
    cards.erase(cards.begin());
  }
  found.view.has_cards = !cards.empty();
  if (const auto added = add_replies(app, std::move(found.answers), found.view); !added) {
    log::error("portal.replies_unreadable", {{"why", keeper_sentence(added.error())}});
  }
  const Text title{"Pháp luật đến từng người", "The law for everyone"};
  const Text about{
      "Cổng phổ biến pháp luật của thành phố Hà Nội: bài viết, văn bản còn hiệu lực hay "
      "không, và đã phổ biến tới đâu.",
      "Hà Nội's portal on the law: articles, which documents are in force, and how far "
      "they have been made known."};
  PageHead head;
  head.description = about.in(visit.language);
  head.feeds = feeds_at(everything_path, "Lan Tỏa Hà Nội");
  head.open_graph = {"website", title.in(visit.language), *head.description, app.public_url + "/"};
  return deliver(live, visit, app.show(visit, title, found.view, {}, std::move(head)), found.stamp);
}

}  // namespace

void install_home(App& app, Live& live, Needs needs) {
  app.routes.get("/", Right::Public, [&app, &live, needs](const Visit& visit) {
    return show(app, live, needs, visit);
  });
}

}  // namespace lantoa::city::portal
