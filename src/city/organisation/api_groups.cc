// Groups of units for programs.
#include "city/described_api.h"
#include "city/organisation/decide_groups.h"
#include "city/organisation/groups.h"

namespace lantoa::city::organisation {
namespace {

struct GroupSummary {
  static constexpr std::string_view schema = "GroupRow";
  GroupNo id;
  UnitNo owner;
  std::string name;
  std::uint32_t version = 0;
  std::uint32_t units = 0;    // closed ones among them
  std::optional<Date> ended;  // nothing new can be given to it since
};
BOOST_DESCRIBE_STRUCT(GroupSummary, (), (id, owner, name, version, units, ended))

struct GroupList {
  static constexpr std::string_view schema = "GroupList";
  Paging paging;
  std::vector<GroupSummary> groups;  // oldest first
};
BOOST_DESCRIBE_STRUCT(GroupList, (), (paging, groups))

struct GroupBody {
  static constexpr std::string_view schema = "Group";
  GroupSummary group;
  std::vector<UnitNo> units;          // ascending
  std::vector<UnitNo> closed;         // those of them that get no work any more
  std::optional<std::string> reason;  // of its end
};
BOOST_DESCRIBE_STRUCT(GroupBody, (), (group, units, closed, reason))

struct GroupMaking {
  static constexpr std::string_view schema = "GroupDraft";
  UnitNo owner;
  std::string name;
  std::optional<std::vector<UnitNo>> units;
  std::optional<std::vector<std::string>> codes;  // or names, beside those
};
BOOST_DESCRIBE_STRUCT(GroupMaking, (), (owner, name, units, codes))

struct GroupChangeBody {
  static constexpr std::string_view schema = "GroupChange";
  std::uint32_t seen_version = 0;
  std::string name;
  std::optional<std::vector<UnitNo>> units;
  std::optional<std::vector<std::string>> codes;
};
BOOST_DESCRIBE_STRUCT(GroupChangeBody, (), (seen_version, name, units, codes))

struct GroupEndBody {
  static constexpr std::string_view schema = "GroupEnd";
  std::uint32_t seen_version = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GroupEndBody, (), (seen_version, reason))

GroupSummary summary_of(const Group& one) {
  GroupSummary out{one.no,
                   one.owner,
                   one.current().name,
                   one.version(),
                   static_cast<std::uint32_t>(one.current().units.numbers.size()),
                   {}};
  if (one.end) out.ended = vietnam_date(one.end->at);
  return out;
}

GroupBody group_body(const State& state, const Group& one) {
  GroupBody out{summary_of(one), {}, {}, {}};
  for (const std::uint32_t number : one.current().units.numbers) {
    const UnitNo unit{number};
    out.units.push_back(unit);
    if (!state.is_open(unit)) out.closed.push_back(unit);
  }
  if (one.end) out.reason = one.end->reason;
  return out;
}

GroupList list_for_programs(const State& state, const Visit& visit) {
  const UnitNo owner{visit.query_number("owner")};
  std::vector<GroupNo> found;
  for (std::uint32_t i = 1; i <= state.groups(); ++i) {
    if (!owner || state.group(GroupNo{i}).owner == owner) found.push_back(GroupNo{i});
  }
  GroupList out;
  out.paging = page_of(visit, found.size(), [&](std::uint32_t row) {
    out.groups.push_back(summary_of(state.group(found[row])));
  });
  return out;
}

template <class Body>
GroupDraft draft_sent(Body& body) {
  GroupDraft out{std::move(body.name), {}, {}};
  if (body.units) out.units = *std::move(body.units);
  if (!body.codes) return out;
  for (std::string& code : *body.codes) {
    out.lines.push_back({static_cast<std::uint32_t>(out.lines.size() + 1), std::move(code)});
  }
  return out;
}

api::Spec on_group(std::string id, std::string path, Text summary) {
  return {std::move(id),
          std::move(path),
          Right::DraftPlan,
          Scope::Plans,
          std::move(summary),
          {},
          "/don-vi/nhom/{group}",
          "/groups/{group}",
          {{fields::owner, "owner"},
           {fields::name, "name"},
           {fields::units, "units"},
           {fields::lines, "codes"},
           {fields::reason, "reason"}}};
}

void install_group_looks(App& app, const State& state) {
  api_get<GroupList>(app,
                     {"group.list",
                      "/groups",
                      Right::SeePlans,
                      Scope::Read,
                      {"Các nhóm đơn vị, cũ trước", "Groups of units, oldest first"},
                      {{"owner",
                        api::Parameter::Kind::Number,
                        {"Chỉ nhóm của đơn vị này", "Only those of this unit"}},
                       api::page_parameter()}},
                     [&app, &state](const Visit& visit) -> Result<GroupList> {
                       return app.engine.read([&] { return list_for_programs(state, visit); });
                     });
  api_get<GroupBody>(app,
                     {"group.show",
                      "/groups/{group}",
                      Right::SeePlans,
                      Scope::Read,
                      {"Một nhóm và các đơn vị của nó", "A group and its units"}},
                     [&app, &state](const Visit& visit) -> Result<GroupBody> {
                       TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
                       return app.engine.read([&]() -> Result<GroupBody> {
                         TRY_ASSIGN(const Group* one, state.find(no));
                         return group_body(state, *one);
                       });
                     });
}

void install_group_acts(App& app, const State& state) {
  api_post<GroupMaking>(
      app, on_group("group.make", "/groups", {"Lập nhóm đơn vị", "Make a group of units"}),
      [&state](const Visit&, GroupMaking body) -> Result<Order> {
        return order_of(MakeGroup{body.owner, draft_sent(body)}, std::cref(state));
      });
  api_post<GroupChangeBody>(
      app,
      on_group("group.change", "/groups/{group}",
               {"Ghi lại tên và các đơn vị của nhóm", "Replace a group's name and units"}),
      [&state](const Visit& visit, GroupChangeBody body) -> Result<Order> {
        TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
        return order_of(ChangeGroup{no, body.seen_version, draft_sent(body)}, std::cref(state));
      });
  api_post<GroupEndBody>(
      app,
      on_group("group.end", "/groups/{group}/end",
               {"Kết thúc nhóm: không giao việc mới cho nhóm nữa", "End a group of units"}),
      [&state](const Visit& visit, GroupEndBody body) -> Result<Order> {
        TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
        return order_of(EndGroup{no, body.seen_version, std::move(body.reason)}, std::cref(state));
      });
}

}  // namespace

void install_group_api(App& app, const State& state) {
  install_group_looks(app, state);
  install_group_acts(app, state);
}

}  // namespace lantoa::city::organisation
