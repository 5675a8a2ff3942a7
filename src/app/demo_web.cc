#include "app/demo_web.h"

#include <charconv>
#include <optional>

#include "app/demo_order.h"
#include "app/demo_people.h"

namespace lantoa::app {
namespace {

namespace webpage = city::webpage;

constexpr std::string_view path = ".hanoi.example/tin/";
constexpr std::uint32_t pages_a_day = 2;
constexpr std::uint32_t gone_every = 5;
constexpr std::uint32_t silent_on_the_law_every = 3;

std::string url_of(const city::activity::Activity& one) {
  return "https://don-vi-" + std::to_string(one.unit.value) + std::string(path) +
         std::to_string(one.no.value);
}

// Of one of the demo's own addresses.
std::optional<std::uint32_t> number_of(const std::string& url) {
  const std::size_t at = url.find(path);
  if (!url.starts_with("https://don-vi-") || at == std::string::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* const begin = url.data() + at + path.size();
  const auto [end, error] = std::from_chars(begin, url.data() + url.size(), number);
  if (error != std::errc() || end != url.data() + url.size()) return std::nullopt;
  return number;
}

}  // namespace

Result<fetch::Answer> demo_page(const std::string& url) {
  const auto number = number_of(url);
  if (!number || *number % gone_every == 0) return fetch::Answer{404, {}, {}, url};
  const bool names_it = *number % silent_on_the_law_every != 0;
  return fetch::Answer{200,
                       {{"content-type", "text/html; charset=utf-8"}},
                       "<!doctype html><html><head><title>Tin mẫu số " + std::to_string(*number) +
                           " của đơn vị</title></head><body><p>Đơn vị giới thiệu " +
                           (names_it ? "Nghị quyết số 97/2019/QH14" : "quy định mới") +
                           " tới cán bộ và người dân.</p></body></html>",
                       url};
}

Result<void> link_pages(House& house, Date day) {
  const States& states = house.states();
  std::uint32_t linked = 0;
  for (std::uint32_t i = states.activity.activities(); i > 0 && linked < pages_a_day; --i) {
    const auto& one = states.activity.activity(city::ActivityNo{i});
    if (one.record.on != day) break;
    const std::string officer = officer_of(states, one.unit);
    if (one.record.kind != "tin-bai" || one.annulled || officer.empty()) continue;
    TRY(act_as(house, officer, webpage::Known{states.webpage, states.organisation, states.activity},
               webpage::LinkPage{one.no, url_of(one)}));
    ++linked;
  }
  return {};
}

}  // namespace lantoa::app
