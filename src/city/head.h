// What programs read in the head of a page: where it really is, whether they may list it, which
// feeds follow it, how it is shown where somebody shares it, what it is about. Part {{>head}}.
#pragma once

#include <optional>
#include <string>

#include "platform/html/view.h"

namespace lantoa::city {

struct PageHead {
  static constexpr std::string_view tpl = "src/city/head.tpl";

  struct Picture {
    std::string address;  // absolute
    std::string width, height;
    std::string alt;
  };
  struct OpenGraph {
    std::string kind;  // "article", "website"
    std::string title;
    std::string description;
    std::string address;
    std::optional<Picture> picture;
  };
  struct Feeds {
    std::string title;
    std::string rss, atom, json;
  };
  struct Data {
    html::ScriptData json;
  };

  std::optional<std::string> canonical;    // absolute; none: the page's own path
  std::optional<std::string> description;  // one sentence; none: made of the title
  bool unlisted = false;                   // search engines are asked to leave it out
  std::optional<Feeds> feeds;
  std::optional<OpenGraph> open_graph;
  std::optional<Data> data;
};
BOOST_DESCRIBE_STRUCT(PageHead::Picture, (), (address, width, height, alt))
BOOST_DESCRIBE_STRUCT(PageHead::OpenGraph, (), (kind, title, description, address, picture))
BOOST_DESCRIBE_STRUCT(PageHead::Feeds, (), (title, rss, atom, json))
BOOST_DESCRIBE_STRUCT(PageHead::Data, (), (json))
BOOST_DESCRIBE_STRUCT(PageHead, (), (canonical, description, unlisted, feeds, open_graph, data))

}  // namespace lantoa::city
