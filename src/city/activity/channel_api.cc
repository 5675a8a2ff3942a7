// For programs: what the portal recorded by itself, read as activities are.
#include "city/activity/activity.h"
#include "city/activity/kinds.h"
#include "city/activity/list_query.h"

namespace lantoa::city::activity {
namespace {

constexpr std::size_t entries_at_once = 500;

struct WithdrawalBody {
  static constexpr std::string_view schema = "ChannelEntryWithdrawal";
  content::Reason reason = content::Reason::Other;
  std::string text;  // for the public
  Instant at;
};
BOOST_DESCRIBE_STRUCT(WithdrawalBody, (), (reason, text, at))

struct EntryBody {
  static constexpr std::string_view schema = "ChannelEntry";
  std::uint32_t id = 0;  // from 1, in the order in which they came
  ArticleNo article;
  UnitNo unit;
  std::optional<PlanNo> plan;  // that it serves
  bool counted = true;         // false once it was withdrawn
  std::string kind;
  Date on;            // the day it first went public, on which it counts
  std::string title;  // as readers see it
  std::vector<Amount> amounts;
  std::vector<DocumentNo> documents;  // that it cites, as far as the register knows them
  Instant published;
  std::optional<WithdrawalBody> withdrawn;
  std::uint64_t position = 0;  // of the ledger, of its last change
};
BOOST_DESCRIBE_STRUCT(EntryBody, (),
                      (id, article, unit, plan, counted, kind, on, title, amounts, documents,
                       published, withdrawn, position))

struct EntryList {
  static constexpr std::string_view schema = "ChannelEntryList";
  std::vector<EntryBody> entries;      // by number; with `changed_after` by `position`
  std::optional<std::uint32_t> next;   // to ask for as `after`; none: there are no more
  std::optional<ChangesTold> changes;  // with `changed_after`
};
BOOST_DESCRIBE_STRUCT(EntryList, (), (entries, next, changes))

EntryBody entry_body(const State& state, const ChannelEntry& one) {
  EntryBody out;
  out.id = one.number;
  out.article = one.article;
  out.unit = one.unit;
  if (one.plan) out.plan = one.plan;
  out.counted = one.counts();
  out.kind = one.record.kind;
  out.on = one.record.on;
  out.title = one.record.what;
  out.amounts = one.record.amounts;
  out.documents = one.record.documents;
  out.published = one.published;
  if (one.taken_off) {
    out.withdrawn = WithdrawalBody{one.taken_off->reason, one.taken_off->text, one.taken_off->at};
  }
  out.position = state.entry_changes().of(one.article);
  return out;
}

Result<EntryList> entry_list(const State& state, const organisation::State& organisation,
                             const Visit& visit, const ledger::Head& head) {
  TRY_ASSIGN(const ListWanted wanted, list_wanted(organisation, visit));
  TRY_ASSIGN(const auto changes, list_changes(visit, head));
  const auto fits = [&](const ChannelEntry& one) { return wanted.fits(one.unit, one.record); };
  EntryList out;
  if (changes) {
    const auto page =
        state.entry_changes().page(changes->after, head.seq, changes->bounds,
                                   [&](ArticleNo no) { return fits(*state.entry(no)); });
    for (const ArticleNo no : page.items) {
      out.entries.push_back(entry_body(state, *state.entry(no)));
    }
    out.changes = ChangesTold{page.up_to, page.more, changes->units};
    return out;
  }
  const auto& all = state.entries();
  const std::size_t most = limit_of(visit, entries_at_once);
  std::size_t at = std::min<std::size_t>(visit.query_number("after"), all.size());
  for (; at < all.size() && out.entries.size() < most; ++at) {
    if (fits(all[at])) out.entries.push_back(entry_body(state, all[at]));
  }
  if (at < all.size()) out.next = static_cast<std::uint32_t>(at);
  return out;
}

}  // namespace

void install_channel_api(App& app, const State& state, Needs needs) {
  std::vector<std::string> codes;
  for (const Kind& kind : channel_kinds()) codes.emplace_back(kind.code);
  api_get<EntryList>(
      app,
      {"channel_entry.list",
       "/channel-entries",
       Right::SeePlans,
       Scope::Read,
       {"Những gì Cổng đã tự ghi cho một đơn vị và cấp dưới, theo số thứ tự, mỗi lần tới 500",
        "What the portal recorded by itself for a unit and those below it, by number, up to 500 at "
        "a time"},
       list_parameters(std::move(codes))},
      [&app, &state, &tree = needs.organisation](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return entry_list(state, tree, visit, head); });
      });
}

}  // namespace lantoa::city::activity
