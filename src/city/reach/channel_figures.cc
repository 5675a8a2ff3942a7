// What people confirmed, and what was recorded of them, as figures for the page of activities. They
// say no more than coverage does: an article counts only where the visitor sees the unit's figure
// of it, so small groups are left out, and those that would follow from what is beside them.
#include "city/reach/decide.h"
#include "city/reach/reach.h"
#include "city/reach/small_groups.h"

namespace lantoa::city::reach {
namespace {

struct Way {
  Act act;
  std::optional<Channel> channel;  // of the records behind it; none: either
  std::string code;
  Text label, about;
};

std::vector<Way> ways() {
  const Text hidden{
      " Nhóm từ " + std::to_string(small_group_max) +
          " người trở xuống chỉ cán bộ của chính đơn vị xem được nên không nằm trong số này.",
      " Groups of " + std::to_string(small_group_max) +
          " persons or fewer are seen by their own officer only and are not among these."};
  const auto about = [&](std::string vi, std::string en) {
    return Text{std::move(vi) + hidden.vi, std::move(en) + hidden.en};
  };
  return {{Act::Confirmed,
           Channel::Portal,
           "tu-xac-nhan",
           {"Người đọc tự xác nhận", "Confirmed by the persons themselves"},
           about("Mỗi người xác nhận một bài là một lượt, vào ngày xác nhận.",
                 "Each confirmation of one article by one person, on its day.")},
          {Act::Entered,
           {},
           "ghi-thay",
           {"Cán bộ ghi thay", "Entered by a clerk"},
           about("Mỗi người được ghi thay cho một bài là một lượt, vào ngày họp nếu có.",
                 "Each person entered for one article, on the day of the meeting if there was "
                 "one.")},
          {Act::Named,
           Channel::Meeting,
           "du-theo-danh-sach",
           {"Người dự được ghi theo danh sách", "Named as attending"},
           about("Mỗi người dự, mỗi bài là một lượt, vào ngày của hoạt động.",
                 "Each person who attended, once an article, on the day of the activity.")}};
}

// Whether a total above the unit holds acts of persons who are counted nowhere below it any more,
// while the visitor sees all that is beside: what is left of it would then tell of them alone.
bool tells_of_who_left(const State& state, const organisation::State& organisation,
                       const Item& item, const SmallGroups& groups, Act act,
                       const ChannelAsk& ask) {
  const auto acts = [&](UnitNo unit) {
    return state.acts(item.no()).between(act, unit, ask.from, ask.to);
  };
  for (UnitNo above = organisation.unit(ask.unit).parent; above;
       above = organisation.unit(above).parent) {
    std::uint32_t persons = item.count(above).audience;  // less those below: at `above` itself
    std::uint64_t own = acts(above);
    std::uint64_t left = 0;
    for (const UnitNo child : organisation.unit(above).children) {
      const std::uint32_t audience = item.count(child).audience;
      const std::uint64_t its = acts(child);
      persons -= audience;
      own -= its;
      if (audience == 0) left += its;
    }
    if (persons == 0) left += own;
    if (left != 0 && groups.hidden_below(above).empty()) return true;
  }
  return false;
}

// Of one item, as far as the visitor may know it.
std::uint64_t acts_seen(const State& state, const organisation::State& organisation,
                        const Item& item, Act act, const ChannelAsk& ask) {
  const std::uint64_t count = state.acts(item.no()).between(act, ask.unit, ask.from, ask.to);
  // Whoever acted may have moved since; what is left must not tell of him.
  if (count == 0 || item.count(ask.unit).audience == 0) return 0;
  if (is_own_unit(organisation, ask.actor, Right::SeeNames, ask.unit)) return count;
  const SmallGroups groups(organisation, item, ask.actor);
  const bool is_hidden =
      groups.hide(ask.unit) || tells_of_who_left(state, organisation, item, groups, act, ask);
  return is_hidden ? 0 : count;
}

std::string records_address(const Way& way, const Item& item, const ChannelAsk& ask, Date today) {
  std::string query;
  if (way.channel) query += "&kenh=" + std::string(word(*way.channel));
  // What counts on the day of a meeting may have been written after that day.
  if (way.act == Act::Confirmed && ask.to < today) query += "&ngay=" + iso(ask.to);
  if (!query.empty()) query.front() = '?';
  return address(item.no(), ask.unit) + "/ghi-nhan" + query;
}

ChannelFigure figure_of(const Way& way, const State& state, const Needs& needs) {
  const auto seen = [&state, act = way.act, &tree = needs.organisation](ItemNo no,
                                                                        const ChannelAsk& ask) {
    return acts_seen(state, tree, state.item(no), act, ask);
  };
  ChannelFigure out;
  out.code = way.code;
  out.label = way.label;
  out.unit = {"lượt", "times"};
  out.about = way.about;
  out.amount = [&state, seen](const ChannelAsk& ask) {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 1; i <= state.items(); ++i) sum += seen(ItemNo{i}, ask);
    return sum;
  };
  out.records = [&state, needs, seen, way](const ChannelAsk& ask, Language) {
    std::vector<ChannelRecord> records;
    for (std::uint32_t i = state.items(); i > 0; --i) {
      const std::uint64_t count = seen(ItemNo{i}, ask);
      if (count == 0) continue;
      const Item& item = state.item(ItemNo{i});
      records.push_back({title_of(item, needs.content),
                         true,
                         {},
                         count,
                         records_address(way, item, ask, needs.calendar.today()),
                         false,
                         {}});
    }
    return records;
  };
  return out;
}

}  // namespace

void install_channel_figures(App& app, const State& state, Needs needs) {
  for (const Way& way : ways()) app.channel_figures.push_back(figure_of(way, state, needs));
}

}  // namespace lantoa::city::reach
