// For programs: what the portal recorded by itself, read as activities are.
#include "city/activity/activity.h"
#include "city/activity/kinds.h"
#include "city/changes_api.h"

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

// What the list is narrowed to.
struct EntriesWanted {
  std::vector<bool> units;  // by index
  std::string kind;         // empty: all
  Date from{INT32_MIN}, to{INT32_MAX};

  bool fits(const ChannelEntry& one) const {
    return units[one.unit.index()] && (kind.empty() || one.record.kind == kind) &&
           one.record.on >= from && one.record.on <= to;
  }
};

Result<EntriesWanted> entries_wanted(const organisation::State& organisation, const Visit& visit) {
  EntriesWanted out;
  out.units = organisation.allowed(visit.actor, Right::SeePlans);
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    out.units = organisation.below(unit);
  }
  out.kind = visit.query("kind");
  // The door has seen that they are days where they are given.
  out.from = parse_iso_date(visit.query("from")).value_or(out.from);
  out.to = parse_iso_date(visit.query("to")).value_or(out.to);
  return out;
}

Result<EntryList> entry_list(const State& state, const organisation::State& organisation,
                             const Visit& visit, const ledger::Head& head) {
  TRY_ASSIGN(const EntriesWanted wanted, entries_wanted(organisation, visit));
  TRY_ASSIGN(const auto changes,
             changes_asked(visit, {"kind", "from", "to", "after"}, head, Right::SeePlans));
  EntryList out;
  if (changes) {
    const auto page =
        state.entry_changes().page(changes->after, head.seq, changes->bounds,
                                   [&](ArticleNo no) { return wanted.fits(*state.entry(no)); });
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
    if (wanted.fits(all[at])) out.entries.push_back(entry_body(state, all[at]));
  }
  if (at < all.size()) out.next = static_cast<std::uint32_t>(at);
  return out;
}

}  // namespace

void install_channel_api(App& app, const State& state, Needs needs) {
  using Holds = api::Parameter::Kind;
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
       with_changes({{"unit",
                      Holds::Number,
                      {"Đơn vị; không có: mọi đơn vị xem được", "None: all one may see"}},
                     {"kind", Holds::Word, {"Mã loại hoạt động", "Code of the kind"}, codes},
                     {"from", Holds::Day, {"Từ ngày", "From this day on"}},
                     {"to", Holds::Day, {"Đến hết ngày", "To the end of this day"}},
                     {"after",
                      Holds::Position,
                      {"Sau số này: “next” của lần trước", "“next” of the time before"}}})},
      [&app, &state, &tree = needs.organisation](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return entry_list(state, tree, visit, head); });
      });
}

}  // namespace lantoa::city::activity
