// What the portal did by itself: articles that went public, as entries beside what people record.
#include <algorithm>

#include "city/activity/kinds.h"
#include "city/activity/state.h"
#include "city/activity/twins.h"
#include "viet/words.h"

namespace lantoa::city::activity {
namespace {

// The words of a title or subject without case, marks and punctuation: two people write it
// differently.
std::string subject_of(std::string_view what) {
  std::string out;
  for (const viet::Word& word : viet::words_of(what)) {
    const std::string key = viet::word_keys(word.in(what)).folded;
    if (!key.empty()) out += (out.empty() ? "" : " ") + key;
  }
  return out;
}

}  // namespace

std::string entry_address(ArticleNo article) { return "/bai/" + std::to_string(article.value); }

State::Article& State::article(ArticleNo no) {
  if (articles_.size() <= no.index()) articles_.resize(no.index() + 1);
  return articles_[no.index()];
}

void State::count(const ChannelEntry& entry) {
  add_up(entry.unit, entry.record).entries.insert({entry.record.on, entry.article});
}

void State::fold(const content::ArticleStarted& fact) {
  Article& one = article(fact.article);
  one.unit = fact.unit;
  one.plan = fact.plan.value_or(PlanNo{});
}

void State::fold(const content::VersionDrafted& fact) {
  std::vector<DocumentNo> cites = fact.cites;
  std::sort(cites.begin(), cites.end());
  cites.erase(std::unique(cites.begin(), cites.end()), cites.end());
  article(fact.article).drafts[fact.version] = {fact.title, std::move(cites)};
}

// The first time makes the entry. Later ones change its words: the day and the count stay, so that
// an article that was corrected, or taken off and brought back, is one item of news for good.
void State::fold(const content::ArticlePublished& fact, const ledger::Stamp& stamp) {
  Article& one = article(fact.article);
  if (!one.unit) return;
  if (one.entry == 0) {
    ChannelEntry entry;
    entry.number = one.entry = static_cast<std::uint32_t>(entries_.size() + 1);
    entry.article = fact.article;
    entry.unit = one.unit;
    entry.plan = one.plan;
    entry.record.kind = portal_kind;
    entry.record.on = vietnam_date(stamp.at);
    const std::string_view measure = find_kind(portal_kind)->measures.front().measure;
    entry.record.amounts = {{std::string(measure), 1}};
    entry.published = stamp.at;
    if (entries_of_unit_.size() <= one.unit.index()) entries_of_unit_.resize(one.unit.index() + 1);
    entries_of_unit_[one.unit.index()].insert({entry.record.on, entry.article});
    if (one.plan) entries_of_plan_[{one.plan, one.unit}].push_back(entry.article);
    count(entry);
    entries_.push_back(std::move(entry));
  }
  ChannelEntry& entry = entries_[one.entry - 1];
  if (const auto draft = one.drafts.find(fact.version); draft != one.drafts.end()) {
    entry.record.what = draft->second.title;
    entry.record.documents = draft->second.cites;
    entry.subject = subject_of(entry.record.what);
  }
  one.drafts.erase(one.drafts.begin(), one.drafts.lower_bound(fact.version));
  if (!entry.counts()) {
    entry.taken_off.reset();
    count(entry);
  }
  entry_changes_.touch(fact.article, stamp.seq);
}

void State::fold(const content::ArticleWithdrawn& fact, const ledger::Stamp& stamp) {
  const std::uint32_t number = article(fact.article).entry;
  if (number == 0) return;
  ChannelEntry& entry = entries_[number - 1];
  if (entry.counts()) {
    of_unit_[entry.unit.index()]
        .find(entry.record.kind)
        ->second.entries.erase({entry.record.on, entry.article});
    take_out(entry.unit, entry.record);
  }
  entry.taken_off = TakenOff{fact.reason, fact.text, stamp.at};
  entry_changes_.touch(fact.article, stamp.seq);
}

const ChannelEntry* State::entry(ArticleNo article) const {
  if (!article || article.index() >= articles_.size()) return nullptr;
  const std::uint32_t number = articles_[article.index()].entry;
  return number == 0 ? nullptr : &entries_[number - 1];
}

const std::set<std::pair<Date, ArticleNo>>& State::entries_of(UnitNo unit) const {
  static const std::set<std::pair<Date, ArticleNo>> none;
  return unit && unit.index() < entries_of_unit_.size() ? entries_of_unit_[unit.index()] : none;
}

const std::vector<ArticleNo>& State::entries_of(PlanNo plan, UnitNo unit) const {
  static const std::vector<ArticleNo> none;
  const auto found = entries_of_plan_.find({plan, unit});
  return found == entries_of_plan_.end() ? none : found->second;
}

std::vector<ArticleNo> State::portal_twins(UnitNo unit, const Record& record) const {
  if (record.kind != news_kind || record.is_other || record.what.empty()) return {};
  const auto kind = of_unit(unit).find(portal_kind);
  if (kind == of_unit(unit).end()) return {};
  const auto& days = kind->second.entries;
  auto at = days.lower_bound({record.on - news_days_apart_max, ArticleNo{}});
  const auto end = days.lower_bound({record.on + (news_days_apart_max + 1), ArticleNo{}});
  if (at == end) return {};
  std::vector<ArticleNo> out;
  const std::string subject = subject_of(record.what);
  for (; at != end; ++at) {
    const ChannelEntry& one = *entry(at->second);
    if (are_one_news(record.on, subject, at->first, one.subject)) out.push_back(one.article);
  }
  return out;
}

std::vector<ActivityNo> State::hand_twins(const ChannelEntry& entry) const {
  const auto kind = of_unit(entry.unit).find(news_kind);
  if (!entry.counts() || kind == of_unit(entry.unit).end()) return {};
  std::vector<ActivityNo> out;
  const Date on = entry.record.on;
  const auto& days = kind->second.by_day;
  for (auto at = days.lower_bound({on - news_days_apart_max, ActivityNo{}});
       at != days.end() && at->first <= on + news_days_apart_max; ++at) {
    const Record& record = activity(at->second).record;
    if (record.is_other) continue;
    if (are_one_news(on, entry.subject, at->first, subject_of(record.what))) {
      out.push_back(at->second);
    }
  }
  return out;
}

}  // namespace lantoa::city::activity
