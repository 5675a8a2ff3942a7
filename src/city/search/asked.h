// What an address of the search page asks for, and the addresses of its neighbours.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "city/search/entries.h"
#include "city/search/reference.h"

namespace lantoa::city::search {

constexpr std::uint32_t hits_per_page = 10;
constexpr std::size_t filter_bytes_max = 200;

struct Asked {
  lantoa::search::Query query;
  std::array<std::string, facets> filters;  // by Facet; empty: any
  std::uint32_t page = 1;

  bool filtered() const;
  bool anything() const { return !query.empty() || filtered(); }
  // The same question with this filter instead, on its first page; empty: without it.
  std::string with(Facet facet, const std::string& value) const;
  std::string with_words(std::string_view typed) const;
  std::string address() const;  // without the page
};

std::string_view parameter(Facet facet);  // "loai"
Asked read_asked(const Visit& visit);

// For the index; `known` says which keys there are.
lantoa::search::Ask ask_of(const Asked& asked, const Reference& reference,
                           const lantoa::search::Index& index);

}  // namespace lantoa::city::search
