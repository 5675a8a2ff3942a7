#include "city/web.h"

#include <algorithm>
#include <charconv>

#include "kernel/assert.h"

namespace lantoa::city {
namespace {

constexpr std::size_t form_key_bytes_max = 100;

// Calls `found(name, value)` for each {name} of the pattern; false when the path is another one.
template <class Found>
bool match(std::string_view pattern, std::string_view path, const Found& found) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      if (at == path.size() || path[at] != pattern[i]) return false;
      ++at;
      continue;
    }
    const std::size_t closed = pattern.find('}', i);
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end == at) return false;
    found(pattern.substr(i + 1, closed - i - 1), path.substr(at, end - at));
    i = closed;
    at = end;
  }
  return at == path.size();
}

bool matches(std::string_view pattern, std::string_view path) {
  return match(pattern, path, [](std::string_view, std::string_view) {});
}

std::uint32_t whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

}  // namespace

std::optional<Segments> match_path(std::string_view pattern, std::string_view path) {
  Segments out;
  const bool is_it = match(pattern, path, [&](std::string_view name, std::string_view value) {
    out.emplace(name, value);
  });
  return is_it ? std::optional(std::move(out)) : std::nullopt;
}

Result<std::uint32_t> Visit::number_of(std::string_view segment) const {
  const auto found = segments.find(segment);
  ASSERT(found != segments.end());
  // An address may carry words after the number: /bai/3-day-manh-tuyen-truyen.
  const std::string& text = found->second;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value == 0 || (end != text.data() + text.size() && *end != '-')) {
    return problem(Code::NotFound, {"Không có trang này.", "There is no such page."});
  }
  return value;
}

std::uint32_t Visit::typed_number(std::string_view field) const {
  return whole_number(typed(field));
}

std::string_view Visit::file(std::string_view field) const {
  const auto found = form.files.find(field);
  return found == form.files.end() ? std::string_view() : found->second.bytes;
}

std::string Visit::query(std::string_view name) const {
  return std::string(request.parameter(name).value_or(""));
}

std::uint32_t Visit::query_number(std::string_view name) const {
  return whole_number(request.parameter(name).value_or(""));
}

std::uint32_t Visit::page() const { return std::clamp(query_number("trang"), 1U, 1'000'000U); }

Order order_that_fails(Problem why) {
  Order order;
  order.decide = [why = std::move(why)](const Envelope&) -> Result<ledger::Decision> {
    return tl::unexpected(why);
  };
  return order;
}

void Routes::get(std::string pattern, Right right, Page page, Share share) {
  routes_.push_back({http::Method::Get, std::move(pattern), right, std::move(page), {}, share});
}

void Routes::post(std::string pattern, Right right, MakeOrder order, Page again, Share share) {
  routes_.push_back(
      {http::Method::Post, std::move(pattern), right, std::move(again), std::move(order), share});
}

void Routes::raw_post(std::string pattern, Right right, Page answer, Share share) {
  routes_.push_back({http::Method::Post, std::move(pattern), right, std::move(answer), {}, share});
}

Routes::Match Routes::find(http::Method method, std::string_view path) const {
  const http::Method wanted = method == http::Method::Head ? http::Method::Get : method;
  Match best;
  std::ptrdiff_t best_open = 0;  // segments of it that may be anything
  for (const Route& route : routes_) {
    if (!matches(route.pattern, path)) continue;
    if (route.method != wanted) {
      best.other_method = true;
      continue;
    }
    const auto open = std::count(route.pattern.begin(), route.pattern.end(), '{');
    if (best.route != nullptr && best_open <= open) continue;
    best_open = open;
    best.route = &route;
  }
  if (best.route != nullptr) best.segments = *match_path(best.route->pattern, path);
  return best;
}

std::string Routes::table() const {
  std::vector<std::string> lines;
  for (const Route& route : routes_) {
    std::string line = route.method == http::Method::Get ? "GET  " : "POST ";
    line += route.pattern;
    line.append(line.size() < 60 ? 60 - line.size() : 1, ' ');
    lines.push_back(line + std::string(name(route.right)) + "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

int status_of(Code code) {
  switch (code) {
    case Code::Invalid:
      return 422;
    case Code::NotFound:
      return 404;
    case Code::Forbidden:
      return 403;
    case Code::Conflict:
      return 409;
    case Code::TooLarge:
      return 413;
    case Code::TooOften:
      return 429;
    case Code::Unavailable:
      return 503;
    case Code::Unsupported:
      return 415;
  }
  return 500;
}

Language language_of(const http::Request& request) {
  return request.cookie("lantoa-ngon-ngu") == "en" ? Language::English : Language::Vietnamese;
}

std::string own_path(std::string_view candidate) {
  const bool own = candidate.starts_with('/') && !candidate.starts_with("//") &&
                   candidate.find('\\') == std::string_view::npos &&
                   std::none_of(candidate.begin(), candidate.end(),
                                [](char c) { return static_cast<unsigned char>(c) < 0x21; });
  return own ? std::string(candidate) : "/";
}

bool is_form_key(std::string_view key) {
  return !key.empty() && key.size() <= form_key_bytes_max &&
         std::all_of(key.begin(), key.end(), [](unsigned char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

Problem foreign_form() {
  return {Code::Forbidden,
          {"Biểu mẫu này không còn hiệu lực hoặc đến từ trang khác. Hãy tải lại trang và gửi lại.",
           "This form has expired or comes from another site. Reload the page and send it again."},
          {},
          {}};
}

std::string form_order_key(const Visit& visit, std::string_view actor) {
  return "form/" + std::string(actor) + visit.request.path + "/" + std::string(visit.typed("khoa"));
}

}  // namespace lantoa::city
