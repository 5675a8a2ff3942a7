#include "platform/feed/feed.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <pugixml.hpp>

namespace lantoa::feed {
namespace {

// What once broke some reader or another; none of it may come out changed.
const std::vector<std::string> hard{"Luật & đời sống",
                                    "1 < 2 và 3 > 2",
                                    "hết ]]> chưa?",
                                    "👍🏽 gia đình 👩‍👩‍👧",
                                    "“Ngoặc kép” và \"thẳng\"",
                                    "<b>đậm</b> &amp; <!--",
                                    "Ẫ ặ ợ: tiếng Việt",
                                    "<![CDATA[ x ]]>"};

const Instant at = *parse_iso_instant("2021-05-13T10:32:00+07:00");

Feed feed_of(const std::string& text) {
  Feed feed{text, text, "https://a.example/", "https://a.example/tin/rss.xml", at, {}};
  Entry entry;
  entry.id = "https://a.example/bai/1";
  entry.address = "https://a.example/bai/1-mot?a=1&b=2";
  entry.title = text;
  entry.summary = text;
  entry.html = "<p>" + text + "</p>";
  entry.author = text;
  entry.published = at;
  entry.updated = at;
  entry.topics = {text};
  feed.entries.push_back(entry);
  return feed;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_string(xml.c_str(), pugi::parse_full);
  EXPECT_TRUE(result) << result.description() << " in " << xml;
  return document;
}

// What a reader shows of HTML that is nothing but text; a tag in it is a fault.
std::string read_as_html(std::string html) {
  EXPECT_EQ(html.find_first_of("<>"), std::string::npos) << html;
  for (const auto& [name, sign] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&amp;", "&"}}) {
    for (std::size_t i = 0; (i = html.find(name, i)) != std::string::npos; ++i) {
      html.replace(i, std::string_view(name).size(), sign);
    }
  }
  return html;
}

TEST(Feeds, HardTextsComeBackFromRss) {
  for (const std::string& text : hard) {
    const auto document = parsed(rss(feed_of(text)));
    const pugi::xml_node channel = document.child("rss").child("channel");
    EXPECT_EQ(text, channel.child_value("title"));
    const pugi::xml_node item = channel.child("item");
    EXPECT_EQ(text, item.child_value("title"));
    EXPECT_EQ(text, read_as_html(item.child_value("description")));
    EXPECT_EQ(text, item.child_value("category"));
    EXPECT_EQ("<p>" + text + "</p>", item.child_value("content:encoded"));
    EXPECT_STREQ(item.child_value("link"), "https://a.example/bai/1-mot?a=1&b=2");
    EXPECT_STREQ(item.child_value("pubDate"), "Thu, 13 May 2021 03:32:00 GMT");
  }
}

TEST(Feeds, HardTextsComeBackFromAtom) {
  for (const std::string& text : hard) {
    const auto document = parsed(atom(feed_of(text)));
    const pugi::xml_node entry = document.child("feed").child("entry");
    EXPECT_EQ(text, entry.child_value("title"));
    EXPECT_EQ(text, entry.child("author").child_value("name"));
    EXPECT_EQ(text, entry.child("category").attribute("term").value());
    EXPECT_EQ("<p>" + text + "</p>", entry.child_value("content"));
    EXPECT_STREQ(entry.child_value("updated"), "2021-05-13T03:32:00.000Z");
  }
}

TEST(Feeds, HardTextsComeBackFromJson) {
  for (const std::string& text : hard) {
    const auto value = boost::json::parse(json_feed(feed_of(text)));
    EXPECT_EQ(value.at("version").as_string(), "https://jsonfeed.org/version/1.1");
    const auto& item = value.at("items").as_array().at(0);
    EXPECT_EQ(item.at("title").as_string(), text);
    EXPECT_EQ(item.at("content_html").as_string(), "<p>" + text + "</p>");
    EXPECT_EQ(item.at("tags").as_array().at(0).as_string(), text);
  }
}

TEST(Feeds, WhatXmlCannotHoldIsLeftOut) {
  const std::string text = std::string("a\x01") + "b\x1F" + "c\xEF\xBF\xBE" + "d\xEF\xBF\xBF\te";
  const auto document = parsed(rss(feed_of(text)));
  EXPECT_STREQ(document.child("rss").child("channel").child_value("title"), "abcd\te");
}

TEST(Feeds, ASitemapStopsAtItsLimit) {
  const std::vector<Place> places(sitemap_places_max + 1, Place{"https://a.example/?a&b", at});
  const auto document = parsed(sitemap(places));
  const auto urls = document.child("urlset").children("url");
  EXPECT_EQ(std::distance(urls.begin(), urls.end()), sitemap_places_max);
  EXPECT_STREQ(urls.begin()->child_value("loc"), "https://a.example/?a&b");
}

TEST(LinkedData, SaysWhoPublishedAndWhatIsCited) {
  News news{"https://a.example/bai/1", "Tiêu </script> đề", "Sapo", "Người viết", at, at, {}, {}};
  news.unit = {"Sở Tư pháp", "https://a.example/co-quan/2", "Thành phố Hà Nội"};
  news.cites.push_back({"Luật 1/2020/QH14", "1/2020/QH14", "https://a.example/van-ban/1"});
  const auto value = boost::json::parse(linked_data(news));
  EXPECT_EQ(value.at("@context").as_string(), "https://schema.org");
  EXPECT_EQ(value.at("@type").as_string(), "NewsArticle");
  EXPECT_EQ(value.at("headline").as_string(), "Tiêu </script> đề");
  EXPECT_EQ(value.at("publisher").at("@type").as_string(), "GovernmentOrganization");
  EXPECT_EQ(value.at("publisher").at("parentOrganization").at("name").as_string(),
            "Thành phố Hà Nội");
  EXPECT_EQ(value.at("citation").as_array().at(0).at("legislationIdentifier").as_string(),
            "1/2020/QH14");
}

}  // namespace
}  // namespace lantoa::feed
