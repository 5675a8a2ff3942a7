#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "platform/feed/feed.h"
#include "platform/http/negotiate.h"

namespace lantoa::feed {
namespace {

// Without what XML 1.0 has no form for: control characters, U+FFFE and U+FFFF.
std::string for_xml(std::string_view text) {
  constexpr std::string_view nothing = "\xEF\xBF\xBE\xEF\xBF\xBF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') continue;
    const std::string_view three = text.substr(i, 3);
    if (three == nothing.substr(0, 3) || three == nothing.substr(3)) {
      i += 2;
      continue;
    }
    out.push_back(text[i]);
  }
  return out;
}

// Readers take an item's description for HTML, so a plain summary is told as HTML.
std::string as_html(std::string_view plain) {
  std::string out;
  for (const char c : plain) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

pugi::xml_node add(pugi::xml_node parent, const char* name, std::string_view text = {}) {
  pugi::xml_node node = parent.append_child(name);
  if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(for_xml(text).c_str());
  return node;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name) = for_xml(value).c_str();
}

class Document {
 public:
  pugi::xml_node root(const char* name) {
    pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    return document_.append_child(name);
  }
  std::string text() const {
    std::ostringstream out;
    document_.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    out << '\n';
    return out.str();
  }

 private:
  pugi::xml_document document_;
};

void add_link(pugi::xml_node parent, const char* name, const char* relation, const char* type,
              std::string_view address) {
  pugi::xml_node link = add(parent, name);
  set(link, "rel", relation);
  set(link, "type", type);
  set(link, "href", address);
}

void add_html(pugi::xml_node entry, const char* name, std::string_view html) {
  set(add(entry, name, html), "type", "html");
}

}  // namespace

std::string rss(const Feed& feed) {
  Document document;
  pugi::xml_node root = document.root("rss");
  set(root, "version", "2.0");
  set(root, "xmlns:atom", "http://www.w3.org/2005/Atom");
  set(root, "xmlns:content", "http://purl.org/rss/1.0/modules/content/");
  set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  pugi::xml_node channel = add(root, "channel");
  add(channel, "title", feed.title);
  add(channel, "link", feed.home);
  add(channel, "description", feed.about);
  add(channel, "language", "vi");
  add(channel, "lastBuildDate", http::http_date(feed.updated));
  add_link(channel, "atom:link", "self", "application/rss+xml", feed.address);
  for (const Entry& entry : feed.entries) {
    pugi::xml_node item = add(channel, "item");
    add(item, "title", entry.title);
    add(item, "link", entry.address);
    set(add(item, "guid", entry.id), "isPermaLink", "true");
    add(item, "pubDate", http::http_date(entry.published));
    add(item, "dc:creator", entry.author);
    for (const std::string& topic : entry.topics) add(item, "category", topic);
    if (!entry.summary.empty()) add(item, "description", as_html(entry.summary));
    add(item, "content:encoded", entry.html);
  }
  return document.text();
}

std::string atom(const Feed& feed) {
  Document document;
  pugi::xml_node root = document.root("feed");
  set(root, "xmlns", "http://www.w3.org/2005/Atom");
  set(root, "xml:lang", "vi");
  add(root, "id", feed.address);
  add(root, "title", feed.title);
  add(root, "subtitle", feed.about);
  add(root, "updated", iso(feed.updated));
  add_link(root, "link", "self", "application/atom+xml", feed.address);
  add_link(root, "link", "alternate", "text/html", feed.home);
  for (const Entry& one : feed.entries) {
    pugi::xml_node entry = add(root, "entry");
    add(entry, "id", one.id);
    add(entry, "title", one.title);
    add_link(entry, "link", "alternate", "text/html", one.address);
    add(entry, "published", iso(one.published));
    add(entry, "updated", iso(one.updated));
    add(add(entry, "author"), "name", one.author);
    for (const std::string& topic : one.topics) set(add(entry, "category"), "term", topic);
    if (!one.summary.empty()) add(entry, "summary", one.summary);
    add_html(entry, "content", one.html);
  }
  return document.text();
}

std::string sitemap(const std::vector<Place>& places) {
  Document document;
  pugi::xml_node root = document.root("urlset");
  set(root, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
  for (std::size_t i = 0; i < std::min(places.size(), sitemap_places_max); ++i) {
    pugi::xml_node url = add(root, "url");
    add(url, "loc", places[i].address);
    if (places[i].changed) add(url, "lastmod", iso(*places[i].changed));
  }
  return document.text();
}

}  // namespace lantoa::feed
