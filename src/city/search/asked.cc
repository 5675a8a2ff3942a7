#include "city/search/asked.h"

#include <algorithm>

namespace lantoa::city::search {
namespace {

constexpr std::array<Facet, facets> all{Facet::Kind, Facet::Unit, Facet::Year};

std::string address_with(const Asked& asked, const std::array<std::string, facets>& filters) {
  std::string out = "/tim?q=" + http::percent_encode(asked.query.text);
  for (const Facet facet : all) {
    const std::string& value = filters[static_cast<std::size_t>(facet)];
    if (value.empty()) continue;
    out += "&" + std::string(parameter(facet)) + "=" + http::percent_encode(value);
  }
  return out;
}

}  // namespace

std::string_view parameter(Facet facet) {
  switch (facet) {
    case Facet::Kind:
      return "loai";
    case Facet::Unit:
      return "don-vi";
    case Facet::Year:
      return "nam";
  }
  return {};
}

bool Asked::filtered() const {
  return std::any_of(filters.begin(), filters.end(),
                     [](const std::string& filter) { return !filter.empty(); });
}

std::string Asked::with(Facet facet, const std::string& value) const {
  auto other = filters;
  other[static_cast<std::size_t>(facet)] = value;
  return address_with(*this, other);
}

std::string Asked::with_words(std::string_view typed) const {
  Asked other = *this;
  other.query = lantoa::search::parse_query(typed);
  return other.address();
}

std::string Asked::address() const { return address_with(*this, filters); }

Asked read_asked(const Visit& visit) {
  Asked asked;
  asked.query = lantoa::search::parse_query(visit.query("q"));
  for (const Facet facet : all) {
    std::string value = visit.query(parameter(facet));
    // No facet has so long a value, and every link of the page would repeat it.
    if (value.size() > filter_bytes_max) value = "?";
    asked.filters[static_cast<std::size_t>(facet)] = std::move(value);
  }
  asked.page = visit.page();
  return asked;
}

lantoa::search::Ask ask_of(const Asked& asked, const Reference& reference,
                           const lantoa::search::Index& index) {
  lantoa::search::Ask ask;
  ask.query = asked.query;
  ask.filters.assign(asked.filters.begin(), asked.filters.end());
  ask.first = (asked.page - 1) * hits_per_page;
  ask.most = hits_per_page;
  std::vector<std::string> keys;
  for (const Meant& meant : reference.meant) keys.push_back(meant.key);
  // A failing index says so when it is asked for hits.
  const std::string known = index.first_known(keys).value_or("");
  for (const Meant& meant : reference.meant) {
    if (known.empty() || meant.key != known) continue;
    ask.keys = {meant.key};
    ask.beside = meant.beside;
    break;
  }
  return ask;
}

}  // namespace lantoa::city::search
