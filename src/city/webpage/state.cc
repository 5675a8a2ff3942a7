#include "city/webpage/state.h"

#include <algorithm>
#include <iterator>

#include "kernel/assert.h"

namespace lantoa::city::webpage {
namespace {

constexpr std::int32_t week_days = 7;
constexpr std::int32_t year_days = 365;
constexpr Date before_all{};  // of what is looked at before everything that is due

// What is too long to be read is there all the same.
bool found(const Look& look) {
  return look.outcome == Outcome::Found || look.outcome == Outcome::TooLarge;
}

// How many looks in a row, up to the last one, did not find it.
std::size_t misses(const WebPage& page) {
  const auto last = std::find_if(page.looks.rbegin(), page.looks.rend(), found);
  return static_cast<std::size_t>(std::distance(page.looks.rbegin(), last));
}

Date next_after_last(const WebPage& page) {
  const Date last = page.looks.back().on;
  if (const std::size_t missed = misses(page); missed > 0) {
    return last + (missed < daily_looks_max ? 1 : week_days);
  }
  for (const std::int32_t days : looks_after_days) {
    if (page.linked + days > last) return page.linked + days;
  }
  return last + year_days;
}

}  // namespace

bool WebPage::is_there() const { return last() != nullptr && found(*last()); }

bool WebPage::has_changed() const {
  if (!is_there() || last()->digest.empty()) return false;
  const auto first = std::find_if(looks.begin(), looks.end(),
                                  [](const Look& look) { return !look.digest.empty(); });
  return first->digest != last()->digest;
}

bool WebPage::has_lost_the_law() const {
  return is_there() && !last()->digest.empty() && !last()->names_document &&
         std::any_of(looks.begin(), looks.end(),
                     [](const Look& look) { return look.names_document; });
}

void State::plan_look(WebPage& page, Date next) {
  due_.erase({page.queued, page.no});
  page.next_look = next;
  page.queued = page.looks.empty() || page.is_asked_for ? before_all : next;
  if (!page.is_ended) due_.insert({page.queued, page.no});
}

void State::end(WebPage& page) {
  page.is_ended = true;
  plan_look(page, page.next_look);
}

void State::fold(const PageLinked& fact) {
  ASSERT(fact.page.index() == pages_.size());
  WebPage page;
  page.no = fact.page;
  page.activity = fact.activity;
  page.url = fact.url;
  page.linked = fact.on;
  pages_.push_back(std::move(page));
  of_activity_[fact.activity].push_back(fact.page);
  plan_look(pages_.back(), fact.on);
}

void State::fold(const PageLooked& fact) {
  WebPage& page = pages_[fact.page.index()];
  page.is_asked_for = false;
  page.looks.push_back(
      {fact.on, fact.outcome, fact.status, fact.digest.value_or(""), fact.names_document});
  plan_look(page, next_after_last(page));
}

void State::fold(const LookAsked& fact) {
  WebPage& page = pages_[fact.page.index()];
  page.is_asked_for = true;
  page.asked = fact.on;
  plan_look(page, fact.on);
}

void State::fold(const PageUnlinked& fact) {
  WebPage& page = pages_[fact.page.index()];
  page.unlinked = fact.reason;
  end(page);
}

void State::fold(const activity::ActivityAnnulled& fact) {
  for (const WebPageNo no : of(fact.activity)) end(pages_[no.index()]);
}

const WebPage& State::page(WebPageNo no) const {
  ASSERT(no && no.index() < pages_.size());
  return pages_[no.index()];
}

Result<const WebPage*> State::find(WebPageNo no) const {
  if (no && no.index() < pages_.size()) return &pages_[no.index()];
  return problem(Code::NotFound,
                 {"Không có địa chỉ trang mạng này.", "There is no such web page."});
}

const std::vector<WebPageNo>& State::of(ActivityNo activity) const {
  static const std::vector<WebPageNo> none;
  const auto found = of_activity_.find(activity);
  return found == of_activity_.end() ? none : found->second;
}

}  // namespace lantoa::city::webpage
