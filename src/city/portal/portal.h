// The slice's table of contents.
#pragma once

#include <mutex>
#include <optional>

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/comment/state.h"
#include "city/content/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "city/portal/page_cache.h"
#include "city/portal/state.h"
#include "city/portal/view_counter.h"
#include "city/rating/state.h"
#include "city/reach/state.h"
#include "city/report/state.h"
#include "city/statistics/state.h"

namespace lantoa::city::portal {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
  const content::State& content;
  const reach::State& reach;
  const report::State& figures;
  const comment::State& comments;
  const rating::State& ratings;
  const statistics::State& rounds;
};

// What the portal keeps beside the folded state for as long as the process runs.
struct Live {
  Live(crypto::Random& random, Clock& clock) : pages(random, clock) {}

  ViewCounter views;
  PageCache pages;
  std::mutex flushing;
};

// After every other slice: the pages show them all. Installed before the ledger is replayed, so
// that the views of earlier runs are counted.
void install(App& app, State& state, Live& live, Needs needs, Clock& clock);

void install_home(App& app, Live& live, Needs needs);          // home.cc
void install_articles(App& app, Live& live, Needs needs);      // articles.cc: the list
void install_article(App& app, Live& live, Needs needs);       // article.cc
void install_comments(App& app, Needs needs);                  // comments.cc: all of an article
void install_saved(App& app, Needs needs);                     // saved.cc: an article as one file
void install_feeds(App& app, Live& live, Needs needs);         // feeds.cc: RSS, Atom, JSON Feed
void install_campaigns(App& app, Live& live, Needs needs);     // campaign.cc
void install_units(App& app, Live& live, Needs needs);         // unit.cc
void install_unit_tree(App& app, Live& live, Needs needs);     // unit_tree.cc
void install_law_articles(App& app, Live& live, Needs needs);  // law_articles.cc
void install_about(App& app, Live& live, Needs needs);  // about.cc: what the site says of itself
void install_design(App& app);  // design.cc: the parts that pages are made of
void install_robots(App& app, Live& live, Needs needs,
                    const State& state);  // robots.cc: sitemap, robots.txt
void install_health(App& app);            // health.cc
// channel_figure.cc: views, for the page of activities
void install_channel_figure(App& app, const State& state, Needs needs);

// Who writes the views of this process into the ledger.
constexpr std::string_view views_actor = "courier/views";

// Writes the views that the ledger does not have yet. Called by the courier, the last time after
// the last request was answered and before the engine stops.
Result<void> flush_views(App& app, Live& live, const content::State& content);

// A drawn page with its slots filled, kept for the next reader when it is the same for everybody;
// counts a view of `article` (none: of no article).
http::Response deliver(Live& live, const Visit& visit, http::Response drawn, const PageStamp& stamp,
                       ArticleNo article = {});
// What is kept and still good, on the I/O thread.
std::optional<http::Response> ready(Live& live, const http::Request& request);

}  // namespace lantoa::city::portal
