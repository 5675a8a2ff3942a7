// Reminders that the ladder sent, as a figure for the page of activities. What officers urged by
// hand is their own work and not among them.
#include <algorithm>

#include "city/oversight/oversight.h"
#include "city/plan/state.h"

namespace lantoa::city::oversight {
namespace {

constexpr const char* mails_code = "thu-nhac";

using SentMails = std::set<std::pair<Date, ReminderNo>>;

std::pair<SentMails::const_iterator, SentMails::const_iterator> sent_between(
    const State& state, UnitNo unit, const ChannelAsk& ask) {
  const SentMails& all = state.sent_by_ladder(unit);
  return {all.lower_bound({ask.from, ReminderNo{}}), all.lower_bound({ask.to + 1, ReminderNo{}})};
}

std::uint64_t count_between(const State& state, UnitNo unit, const ChannelAsk& ask) {
  const auto [first, end] = sent_between(state, unit, ask);
  return static_cast<std::uint64_t>(std::distance(first, end));
}

// By unit's index, of it and all below it. A unit's number is higher than its parent's.
std::vector<std::uint64_t> counts_below(const State& state, const organisation::State& organisation,
                                        const ChannelAsk& ask) {
  std::vector<std::uint64_t> out(ask.below.size());
  for (std::size_t i = out.size(); i-- > 0;) {
    if (!ask.below[i]) continue;
    const UnitNo unit{static_cast<std::uint32_t>(i + 1)};
    out[i] += count_between(state, unit, ask);
    const UnitNo parent = organisation.unit(unit).parent;
    if (unit != ask.unit && parent) out[parent.index()] += out[i];
  }
  return out;
}

// Each mail opens what it was about.
ChannelRecord mail_record(const Reminder& one, Language language) {
  const std::string number = std::to_string(one.no.value);
  const Text title{"Thư nhắc việc số " + number, "Reminder " + number};
  const std::uint32_t about = one.assignments.empty() ? 0 : one.assignments.front();
  return {title.in(language), false, one.on, 1, "/nhiem-vu/" + std::to_string(about), false, {}};
}

// The unit's own mails one by one, the newest first, then one row for each unit below it.
std::vector<ChannelRecord> mail_records(const State& state, const organisation::State& organisation,
                                        const ChannelAsk& ask, Language language) {
  std::vector<ChannelRecord> out;
  const auto [first, end] = sent_between(state, ask.unit, ask);
  for (auto at = first; at != end; ++at) {
    out.push_back(mail_record(state.reminder(at->second), language));
  }
  std::reverse(out.begin(), out.end());
  const auto counts = counts_below(state, organisation, ask);
  for (const UnitNo child : organisation.unit(ask.unit).children) {
    const std::uint64_t count = counts[child.index()];
    if (count == 0) continue;
    const std::string address = std::string("/hoat-dong/tu-ghi/") + mails_code +
                                "?don-vi=" + std::to_string(child.value) + ask.days;
    out.push_back({organisation.unit(child).name, true, {}, count, address, false, {}});
  }
  return out;
}

}  // namespace

void install_channel_figure(App& app, const State& state, Needs needs) {
  ChannelFigure out;
  out.code = mails_code;
  out.label = {"Thư nhắc việc đã tự gửi", "Reminders sent by themselves"};
  out.unit = {"thư", "mails"};
  out.about = {
      "Thư gửi theo bậc ngày trước và sau hạn mà máy chủ thư đã nhận, tính vào ngày của bậc đó. "
      "Thư đôn đốc do cán bộ gửi tay không nằm trong số này.",
      "Mails of the ladder of days around a deadline that the mail server took, on the day of that "
      "step. What officers urged by hand is not among them."};
  out.amount = [&state](const ChannelAsk& ask) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < ask.below.size(); ++i) {
      if (!ask.below[i]) continue;
      sum += count_between(state, UnitNo{static_cast<std::uint32_t>(i + 1)}, ask);
    }
    return sum;
  };
  out.records = [&state, &tree = needs.organisation](const ChannelAsk& ask, Language language) {
    return mail_records(state, tree, ask, language);
  };
  app.channel_figures.push_back(std::move(out));
}

}  // namespace lantoa::city::oversight
