// What several pages of the portal show: an article in a list, cited law, a campaign's coverage.
#pragma once

#include "city/portal/portal.h"

namespace lantoa::city::portal {

// Public addresses. Each stays for ever; an article's has the words of its title behind the number.
constexpr std::string_view everything_path = "";  // of the feeds of all articles
std::string unit_path(UnitNo unit);               // "/co-quan/2"
std::string campaign_path(PlanNo plan);           // "/chien-dich/1"
std::string law_articles_path(DocumentNo no);     // "/van-ban/1/bai"

std::string lasting_address(ArticleNo article);  // "/bai/3": leads on to where it is read now

// When anything was last published, corrected or withdrawn; the day's beginning before that.
Instant last_change(const Needs& needs);

// The three feeds of what is published at `path`; "" is everything.
PageHead::Feeds feeds_at(std::string_view path, std::string title);

// Newest first.
std::vector<ArticleNo> published_by(const Needs& needs, UnitNo unit);
std::vector<ArticleNo> published_for(const Needs& needs, PlanNo plan);

std::vector<UnitNo> publishing_units(const Needs& needs);  // ascending

// An issued plan; a draft is no more known to the public than a number that was never given.
Result<const plan::Plan*> find_issued(const Needs& needs, PlanNo no);

// A figure about fewer persons would tell about single ones.
constexpr std::uint32_t audience_shown_min = 5;

// The same text with own links ("/…") leading to `site`, for readers elsewhere.
std::string with_host(std::string html, const std::string& site);

struct Post {
  std::string address;
  std::string title;
  std::string unit;
  std::string day_iso;
  std::string day;
  std::string views;  // a slot
};
BOOST_DESCRIBE_STRUCT(Post, (), (address, title, unit, day_iso, day, views))

// Needs a published article.
Post post_of(const Live& live, const Needs& needs, ArticleNo article);

// Part {{>posts}}.
struct Posts {
  static constexpr std::string_view tpl = "src/city/portal/posts.tpl";
  std::vector<Post> rows;
};
BOOST_DESCRIBE_STRUCT(Posts, (), (rows))
Posts posts_of(const Live& live, const Needs& needs, const std::vector<ArticleNo>& articles);

// Part {{>byline}}.
struct Byline {
  static constexpr std::string_view tpl = "src/city/portal/byline.tpl";
  std::string time_iso, time;
  std::string unit;
  std::string views;  // a slot
};
BOOST_DESCRIBE_STRUCT(Byline, (), (time_iso, time, unit, views))

// One page of a list that may be long, with the way to its neighbours.
struct PostsPage {
  Posts posts;
  Pager pager;
};
PostsPage posts_page(const Live& live, const Needs& needs, const std::vector<ArticleNo>& articles,
                     std::uint32_t page, const std::string& address);

// The feeds of a page, for people. Part {{>follow}}.
struct Follow {
  static constexpr std::string_view tpl = "src/city/portal/follow.tpl";
  std::string rss, atom, json;
};
BOOST_DESCRIBE_STRUCT(Follow, (), (rss, atom, json))
Follow follow_at(std::string_view path);

// The text of a version as it was written.
Result<content::ArticleText> read_text(App& app, const std::string& blob);

struct LawRow {
  std::string address;
  std::string name;
  std::string title;
  std::string mark;
  Text effect;
};
BOOST_DESCRIBE_STRUCT(LawRow, (), (address, name, title, mark, effect))

// The lines of a list. Part {{>laws}}.
struct Laws {
  static constexpr std::string_view tpl = "src/city/portal/laws.tpl";
  std::vector<LawRow> rows;
};
BOOST_DESCRIBE_STRUCT(Laws, (), (rows))

// In the order given, with the effect of today.
std::vector<LawRow> law_rows(const Needs& needs, const std::vector<DocumentNo>& documents);

// A share as a width, which has a point whatever the language.
std::string width(const reach::Count& count);

// Part {{>count}}.
struct Reached {
  static constexpr std::string_view tpl = "src/city/portal/reached.tpl";
  std::string share;  // "71,4 %"
  Text who;
  std::uint32_t reached = 0;
  std::uint32_t all = 0;
  std::optional<std::string> details;  // address, for those who may see it
};
BOOST_DESCRIBE_STRUCT(Reached, (), (share, who, reached, all, details))

struct Coverage {
  Reached count;
  std::string bar;  // "71.4"
  std::string day;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (count, bar, day))

// Of the whole city; none when the item is about a part of it or about very few persons.
std::optional<Coverage> coverage_of(const Needs& needs, ItemNo item, const Visit& visit);
ItemNo newest_item(const Needs& needs, PlanNo plan);  // none: it has none

}  // namespace lantoa::city::portal
