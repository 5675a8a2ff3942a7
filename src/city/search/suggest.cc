// Suggestions while one types: titles that have the words so far, each with its address, as JSON.
#include "city/search/entries.h"

namespace lantoa::city::search {
namespace {

constexpr std::size_t suggestions_max = 8;

struct Suggestion {
  std::string text;
  std::string kind;
  std::string address;
};

std::string json_text(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '"' || c == '\\' || c == '<') {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string json_of(const std::vector<Suggestion>& all) {
  std::string out = "{\"suggestions\":[";
  for (const Suggestion& one : all) {
    if (&one != &all.front()) out += ',';
    out += "{\"text\":" + json_text(one.text) + ",\"kind\":" + json_text(one.kind) +
           ",\"address\":" + json_text(one.address) + "}";
  }
  return out + "]}";
}

Result<http::Response> answer(App& app, Follower& follower, const Needs& needs,
                              const Visit& visit) {
  TRY(follower.catch_up());
  const auto query = lantoa::search::parse_query(visit.query("q"));
  TRY_ASSIGN(const auto completions, follower.index().complete(query, suggestions_max));
  std::vector<Suggestion> all;
  app.engine.read([&] {
    for (const auto& one : completions) {
      const auto subject = subject_of(one.id);
      if (!subject || !is_public(needs, *subject)) continue;
      const auto address = address_of(needs, *subject, visit);
      all.push_back({one.title, title(subject->kind).in(visit.language),
                     address.value_or("/tim?q=" + http::percent_encode(one.title))});
    }
  });
  http::Response response = http::json(json_of(all));
  response.with("X-Robots-Tag", "noindex");
  return response;
}

}  // namespace

void install_suggestions(App& app, Follower& follower, Needs needs) {
  app.routes.get("/tim/goi-y", Right::Public, [&app, &follower, needs](const Visit& visit) {
    return answer(app, follower, needs, visit);
  });
}

}  // namespace lantoa::city::search
