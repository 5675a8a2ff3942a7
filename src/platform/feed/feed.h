// What other programs read of a site: its articles as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1,
// its addresses as a sitemap, and what a page is about as JSON-LD (schema.org). Values in, text
// out; every address is absolute. Characters that XML cannot hold are left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"

namespace lantoa::feed {

struct Entry {
  std::string id;       // an address that never changes
  std::string address;  // where it is read now
  std::string title;
  std::string summary;
  std::string html;  // the whole text; its links are absolute
  std::string author;
  Instant published;
  Instant updated;
  std::vector<std::string> topics;
};

struct Feed {
  std::string title;
  std::string about;
  std::string home;     // the page it belongs to
  std::string address;  // its own
  Instant updated;
  std::vector<Entry> entries;  // newest first
};

std::string rss(const Feed& feed);
std::string atom(const Feed& feed);
std::string json_feed(const Feed& feed);

constexpr std::size_t sitemap_places_max = 50'000;  // of the protocol, in one file

struct Place {
  std::string address;
  std::optional<Instant> changed;
};
// Places beyond the limit are left out.
std::string sitemap(const std::vector<Place>& places);

struct Organisation {
  std::string name;
  std::string address;  // its page here
  std::string above;    // the name of what it belongs to; empty: of nothing
};

struct Cited {
  std::string name;
  std::string number;
  std::string address;
};

struct News {
  std::string address;
  std::string title;
  std::string summary;
  std::string signature;  // the line of signature as printed; empty: none
  Instant published;
  Instant updated;
  Organisation unit;
  std::vector<Cited> cites;
};

// JSON; to stand in a page it becomes an html::ScriptData.
std::string linked_data(const News& news);                  // NewsArticle
std::string linked_data(const Organisation& organisation);  // GovernmentOrganization

}  // namespace lantoa::feed
