// The queues of comments under the articles that one may moderate.
#include <algorithm>
#include <array>

#include "city/comment/office_view.h"

namespace lantoa::city::comment {
namespace {

struct Filter {
  Queue queue;
  const char* code;
};
constexpr std::array filters{Filter{Queue::New, "moi"},
                             Filter{Queue::Suspicious, "nghi-ngo"},
                             Filter{Queue::Waiting, "cho-tra-loi"},
                             Filter{Queue::Answered, "da-tra-loi"},
                             Filter{Queue::Published, "da-dang"},
                             Filter{Queue::Refused, "khong-dang"}};

struct QueueView {
  static constexpr std::string_view tpl = "src/city/comment/queue.tpl";
  Chips chips;
  bool has_rows = false;
  std::vector<Card> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (chips, has_rows, rows, pager))

struct Found {
  QueueView view;
  std::vector<CommentNo> shown;
};

Found look_at(const State& state, const Needs& needs, const Visit& visit) {
  const Known known{state, needs.organisation, needs.workdays, needs.articles};
  const std::string wanted = visit.query("hang");
  auto chosen = std::find_if(filters.begin(), filters.end(),
                             [&](const Filter& filter) { return wanted == filter.code; });
  if (chosen == filters.end()) chosen = filters.begin();
  std::array<std::uint32_t, filters.size()> counts{};
  std::vector<CommentNo> in_queue;
  for (std::uint32_t number = 1; number <= state.comments(); ++number) {
    const Comment& comment = state.comment(CommentNo{number});
    if (!may_moderate(known, comment, visit.actor)) continue;
    const Queue queue = comment.queue();
    for (std::size_t i = 0; i < filters.size(); ++i) counts[i] += filters[i].queue == queue ? 1 : 0;
    if (queue == chosen->queue) in_queue.push_back(comment.no);
  }
  // What waits is handled in the order it came; what is done is looked up from its end.
  if (chosen->queue == Queue::Published || chosen->queue == Queue::Refused) {
    std::reverse(in_queue.begin(), in_queue.end());
  }
  Found found;
  found.view.chips.heading = {"Hàng chờ", "Queues"};
  for (std::size_t i = 0; i < filters.size(); ++i) {
    found.view.chips.list.push_back({std::string("/y-kien?hang=") + filters[i].code,
                                     title(filters[i].queue), counts[i],
                                     filters[i].queue == chosen->queue});
  }
  const auto rows = static_cast<std::uint32_t>(in_queue.size());
  found.view.pager = make_pager(rows, visit.page(), std::string("/y-kien?hang=") + chosen->code);
  const std::uint32_t first = (found.view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    found.shown.push_back(in_queue[i]);
    found.view.rows.push_back(
        card_of(known, state.comment(in_queue[i]), visit, needs.calendar.today()));
  }
  found.view.has_rows = !found.view.rows.empty();
  return found;
}

}  // namespace

void install_queue(App& app, const State& state, Needs needs) {
  app.routes.get("/y-kien", Right::ModerateComments,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   Found found = app.engine.read([&] { return look_at(state, needs, visit); });
                   for (std::size_t i = 0; i < found.shown.size(); ++i) {
                     TRY(fill_texts(app.vault, found.shown[i], found.view.rows[i]));
                   }
                   return app.show(visit, {"Ý kiến bạn đọc", "Comments"}, found.view);
                 });
}

}  // namespace lantoa::city::comment
