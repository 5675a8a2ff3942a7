// What is made of an article's text: its tidy form, the words of its address, the documents it
// cites.
#include <algorithm>

#include "city/content/decide.h"
#include "city/proper_name.h"
#include "viet/citations.h"
#include "viet/unicode.h"

namespace lantoa::city::content {
namespace {

constexpr std::size_t slug_bytes_max = 80;

// Line ends as \n, none at either end.
std::string tidy_body(std::string_view typed) {
  std::string out;
  for (const char c : viet::nfc(typed)) {
    if (c != '\r') out += c;
  }
  const auto blank = [](char c) { return c == '\n' || c == ' ' || c == '\t'; };
  while (!out.empty() && blank(out.back())) out.pop_back();
  const std::size_t first = out.find_first_not_of('\n');
  return first == std::string::npos ? std::string() : out.substr(first);
}

}  // namespace

ArticleText tidy(ArticleText typed) {
  return {one_line(typed.title), one_line(typed.lead), tidy_body(typed.body),
          proper_name(typed.author)};
}

std::vector<std::string> tidy(std::vector<std::string> typed) {
  for (std::string& point : typed) point = one_line(point);
  std::erase(typed, std::string());
  return typed;
}

std::string slug_of(std::string_view title) {
  std::string out;
  for (const char c : viet::fold(title)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (out.empty() || out.back() == '-')) continue;
    out += letter ? c : '-';
  }
  if (out.size() > slug_bytes_max) {
    const std::size_t last = out.rfind('-', slug_bytes_max);
    out.resize(last == std::string::npos ? slug_bytes_max : last);
  }
  if (out.ends_with('-')) out.pop_back();
  return out;
}

std::vector<viet::CitedDocument> mentions_in(const ArticleText& text, Date today) {
  const std::string whole = text.title + "\n\n" + text.lead + "\n\n" + text.body;
  return viet::group_citations(viet::find_citations(whole, today));
}

Citations read_citations(const law::State& law, const ArticleText& text, Date today) {
  return match_citations(law, mentions_in(text, today));
}

Citations match_citations(const law::State& law, const std::vector<viet::CitedDocument>& mentions) {
  Citations out;
  for (const viet::CitedDocument& cited : mentions) {
    const law::Matched matched = law.match(cited);
    if (matched.match != law::Match::Registered) {
      out.doubts.push_back({cited.number.as_written, cited.date, matched.document});
    } else if (std::find(out.documents.begin(), out.documents.end(), matched.document) ==
               out.documents.end()) {
      out.documents.push_back(matched.document);
    }
  }
  return out;
}

}  // namespace lantoa::city::content
