#include "city/content/link_check.h"

#include <charconv>

#include "platform/markdown/address.h"
#include "platform/markdown/links.h"

namespace lantoa::city::content {
namespace {

std::string_view path_of(std::string_view address) {
  return address.substr(0, std::min(address.find_first_of("?#"), address.size()));
}

// As a visit reads it: "/bai/3-day-manh" is article 3.
std::uint32_t number_in(const Routes::Match& match, std::string_view segment) {
  const auto found = match.segments.find(segment);
  if (found == match.segments.end()) return 0;
  std::uint32_t value = 0;
  const char* const last = found->second.data() + found->second.size();
  const auto [end, error] = std::from_chars(found->second.data(), last, value);
  return error == std::errc() && (end == last || *end == '-') ? value : 0;
}

bool exists(const State& state, const Needs& needs, const Routes::Match& match) {
  if (match.segments.contains("article")) {
    const ArticleNo no{number_in(match, "article")};
    return state.has(no) && state.article(no).is_public();
  }
  if (match.segments.contains("document")) {
    return needs.law.has(DocumentNo{number_in(match, "document")});
  }
  if (match.segments.contains("image")) {
    const auto image = state.find(ImageNo{number_in(match, "image")});
    return image && state.is_public(**image);
  }
  if (match.segments.contains("plan")) return needs.plans.has(PlanNo{number_in(match, "plan")});
  if (match.segments.contains("unit")) {
    return needs.organisation.has(UnitNo{number_in(match, "unit")});
  }
  return true;
}

LinkState judge(const App& app, const State& state, const Needs& needs,
                const markdown::FoundLink& link, const markdown::FindImage& find_image) {
  if (link.image) return find_image(link.address) ? LinkState::Shown : LinkState::Described;
  const auto target = markdown::link_target(link.address, is_allowed_host);
  if (!target) return LinkState::Printed;
  if (!target->starts_with('/')) return LinkState::Official;
  const Routes::Match match = app.routes.find(http::Method::Get, path_of(*target));
  if (match.route == nullptr) return LinkState::Missing;
  if (match.route->right != Right::Public) return LinkState::Closed;
  return exists(state, needs, match) ? LinkState::OwnPage : LinkState::Missing;
}

}  // namespace

Text title(LinkState state) {
  switch (state) {
    case LinkState::Official:
      return {"Trang ngoài, trong danh sách cơ quan nhà nước", "Outside, an official host"};
    case LinkState::OwnPage:
      return {"Trang của cổng", "A page of this portal"};
    case LinkState::Closed:
      return {"Trang chỉ mở khi đăng nhập; người đọc không xem được",
              "A page for those signed in; readers cannot see it"};
    case LinkState::Missing:
      return {"Cổng không có trang này", "This portal has no such page"};
    case LinkState::Printed:
      return {"Không bấm được: ngoài danh sách, chỉ in thành chữ",
              "Not clickable: outside the list, printed as letters"};
    case LinkState::Shown:
      return {"Ảnh của bài", "A picture of the article"};
    case LinkState::Described:
      return {"Không phải ảnh đã thêm vào bài này: chỉ in lời mô tả và địa chỉ",
              "No picture that was added to this article: its words and address are printed"};
  }
  return {};
}

std::string_view mark(LinkState state) {
  switch (state) {
    case LinkState::Official:
    case LinkState::OwnPage:
    case LinkState::Shown:
      return "state-done";
    case LinkState::Missing:
      return "state-late";
    case LinkState::Closed:
    case LinkState::Printed:
    case LinkState::Described:
      return "state-risk";
  }
  return "";
}

std::vector<CheckedLink> check_links(const App& app, const State& state, const Needs& needs,
                                     std::string_view source, const std::vector<Image>& images) {
  const markdown::FindImage find_image = find_in(images);
  const auto links = markdown::links_in(source);
  std::vector<CheckedLink> out;
  if (!links) return out;
  app.engine.read([&] {
    for (const markdown::FoundLink& link : *links) {
      out.push_back({link.text, link.address, judge(app, state, needs, link, find_image)});
    }
  });
  return out;
}

ArticleNo article_at(const App& app, std::string_view address) {
  const auto target = markdown::link_target(address, nullptr);
  if (!target) return {};
  const Routes::Match match = app.routes.find(http::Method::Get, path_of(*target));
  if (match.route == nullptr || match.route->right != Right::Public) return {};
  return ArticleNo{number_in(match, "article")};
}

}  // namespace lantoa::city::content
