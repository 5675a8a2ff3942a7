#include <boost/json.hpp>

#include "platform/feed/feed.h"

namespace lantoa::feed {
namespace {

namespace json = boost::json;

json::object of_type(const char* type) { return {{"@type", type}}; }

json::object organisation_object(const Organisation& organisation) {
  json::object out = of_type("GovernmentOrganization");
  out["name"] = organisation.name;
  out["url"] = organisation.address;
  if (!organisation.above.empty()) {
    json::object above = of_type("GovernmentOrganization");
    above["name"] = organisation.above;
    out["parentOrganization"] = std::move(above);
  }
  return out;
}

std::string in_context(json::object object) {
  json::object out{{"@context", "https://schema.org"}};
  for (auto& [key, value] : object) out[key] = std::move(value);
  return json::serialize(out);
}

json::object item_of(const Entry& entry) {
  json::object item;
  item["id"] = entry.id;
  item["url"] = entry.address;
  item["title"] = entry.title;
  item["content_html"] = entry.html;
  if (!entry.summary.empty()) item["summary"] = entry.summary;
  item["date_published"] = iso(entry.published);
  item["date_modified"] = iso(entry.updated);
  item["authors"] = json::array{json::object{{"name", entry.author}}};
  json::array tags;
  for (const std::string& topic : entry.topics) tags.emplace_back(topic);
  if (!tags.empty()) item["tags"] = std::move(tags);
  return item;
}

}  // namespace

std::string json_feed(const Feed& feed) {
  json::object out;
  out["version"] = "https://jsonfeed.org/version/1.1";
  out["title"] = feed.title;
  out["home_page_url"] = feed.home;
  out["feed_url"] = feed.address;
  out["description"] = feed.about;
  out["language"] = "vi";
  json::array items;
  for (const Entry& entry : feed.entries) items.push_back(item_of(entry));
  out["items"] = std::move(items);
  return json::serialize(out) + '\n';
}

std::string linked_data(const News& news) {
  json::object out = of_type("NewsArticle");
  out["headline"] = news.title;
  out["url"] = news.address;
  out["mainEntityOfPage"] = news.address;
  out["datePublished"] = iso(news.published);
  out["dateModified"] = iso(news.updated);
  out["inLanguage"] = "vi";
  out["isAccessibleForFree"] = true;
  if (!news.summary.empty()) out["description"] = news.summary;
  if (!news.signature.empty()) out["creditText"] = news.signature;
  out["author"] = organisation_object(news.unit);
  out["publisher"] = organisation_object(news.unit);
  json::array cites;
  for (const Cited& one : news.cites) {
    json::object law = of_type("Legislation");
    law["name"] = one.name;
    law["legislationIdentifier"] = one.number;
    law["url"] = one.address;
    cites.push_back(std::move(law));
  }
  if (!cites.empty()) out["citation"] = std::move(cites);
  return in_context(std::move(out));
}

std::string linked_data(const Organisation& organisation) {
  return in_context(organisation_object(organisation));
}

}  // namespace lantoa::feed
