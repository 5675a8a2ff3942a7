// Preview: a version as readers will see it, with what the register says about the documents it
// cites. A part of the form and of the article's office page.
#pragma once

#include "city/content/content.h"
#include "city/content/decide.h"
#include "platform/markdown/markdown.h"

namespace lantoa::city::content {

struct CitedRow {
  std::string address;
  std::string name;
  std::string mark;
  Text effect;
};
BOOST_DESCRIBE_STRUCT(CitedRow, (), (address, name, mark, effect))

struct DoubtRow {
  std::string number;
  Text sentence;
  std::optional<std::string> address;  // where to look, or where to register it
};
BOOST_DESCRIBE_STRUCT(DoubtRow, (), (number, sentence, address))

struct PointRow {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PointRow, (), (text))

struct LinkRow {
  std::string text;
  std::string address;
  std::string mark;
  Text state;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (text, address, mark, state))

struct Preview {
  static constexpr std::string_view tpl = "src/city/content/preview.tpl";
  std::string title;
  std::string lead;
  markdown::SafeHtml body;
  std::string author;
  bool has_points = false;
  std::vector<PointRow> points;
  bool has_cited = false;
  std::vector<CitedRow> cited;
  bool has_doubts = false;
  std::vector<DoubtRow> doubts;
  bool has_links = false;
  std::vector<LinkRow> links;
  bool alone = false;         // the only one of its page: a link may lead into it
  std::uint32_t broken = 0;   // links that no reader can open
  std::uint32_t printed = 0;  // addresses that cannot be clicked
};
BOOST_DESCRIBE_STRUCT(Preview, (),
                      (title, lead, body, author, has_points, points, has_cited, cited, has_doubts,
                       doubts, has_links, links, alone))

// `kept`: the documents of a version that was saved; nullopt: what would be saved now. `images`:
// that the text may show.
Result<Preview> make_preview(const App& app, const State& state, const Needs& needs,
                             const ArticleText& text, const std::vector<std::string>& key_points,
                             const std::optional<std::vector<DocumentNo>>& kept,
                             const std::vector<Image>& images);

}  // namespace lantoa::city::content
