#include "city/webpage/courier.h"

#include <chrono>
#include <optional>

#include "city/webpage/looking.h"

namespace lantoa::city::webpage {
namespace {

// Whatever a site does. A look that outlasts its lease is recorded by nobody (order.lease) and made
// again by the node that leads then.
constexpr fetch::Limits look_limits{std::chrono::milliseconds{4'000},
                                    std::chrono::milliseconds{7'000}, 5UL * 1024 * 1024};

struct Wanted {
  WebPageNo page;
  std::string url;
  std::vector<std::string> keys;  // of what the activity makes known
  Date today;
};

// RFC 2606.
bool is_example(std::string_view url) {
  const std::size_t host = url.find("://") + 3;
  return url.substr(0, url.find_first_of("/?:", host)).ends_with(".example");
}

std::optional<Wanted> next_wanted(const State& state, const Needs& needs, bool has_examples) {
  const Date today = needs.calendar.today();
  for (const auto& [day, no] : state.due()) {
    if (day > today) break;
    const WebPage& page = state.page(no);
    if (is_example(page.url) && !has_examples) continue;
    Wanted out{no, page.url, {}, today};
    for (const DocumentNo document : needs.activities.activity(page.activity).record.documents) {
      out.keys.push_back(needs.law.document(document).key);
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace

Web the_web(const App& app, std::vector<std::string> also) {
  return {[&app, also = std::move(also)](const std::string& url) {
    return fetch::send_guarded(url, {also, "LanToa (+" + app.public_url + ")"}, look_limits);
  }};
}

bool LookCourier::step() {
  if (!web_.fetch) return false;
  const std::uint64_t lease = app_.lease;
  const auto wanted =
      app_.engine.read([this] { return next_wanted(state_, needs_, web_.has_examples); });
  if (!wanted) return false;
  const Look look = look_of(web_.fetch(wanted->url), wanted->keys, wanted->today);
  Order order = make_order(state_, needs_, RecordLook{wanted->page, look});
  order.actor = "courier/web";
  order.lease = lease;
  return app_.execute(std::move(order)).has_value();
}

}  // namespace lantoa::city::webpage
