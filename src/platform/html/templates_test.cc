#include "platform/html/templates.h"

#include <gtest/gtest.h>

namespace lantoa::html {
namespace {

struct Row {
  std::string name;
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (name, count))

struct Box {
  static constexpr std::string_view tpl = "box.tpl";
  std::string inside;
};
BOOST_DESCRIBE_STRUCT(Box, (), (inside))

struct View {
  static constexpr std::string_view tpl = "page.tpl";
  std::string title;
  Text state;
  bool late = false;
  std::optional<std::string> note;
  std::vector<Row> rows;
  Box box;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(View, (), (title, state, late, note, rows, box, link))

struct Frame {
  static constexpr std::string_view tpl = "frame.tpl";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Frame, (), (name))

Templates load() {
  auto templates = Templates::load(
      {{"frame.tpl", "<html><title>{{name}}</title>{{>content}}</html>"},
       {"page.tpl",
        "<a href=\"{{link}}\" title=\"{{title}}\">{{title}}</a>[[chữ|word]] {{state}}"
        "{{#late}}!{{/late}}{{#no_late}}ok{{/no_late}}{{#note}}({{note_text}}){{/note}}"
        "{{#rows}}<i>{{name}}={{count}}</i>{{/rows}}{{#no_rows}}none{{/no_rows}}{{>box}}"},
       {"box.tpl", "<b>{{inside}}</b>"}});
  EXPECT_TRUE(templates) << templates.error().text.en;
  return *std::move(templates);
}

// The engine would show the enclosing view's `late` where a row is not.
struct LateRow {
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(LateRow, (), (late))
struct LateView {
  bool late = false;
  std::vector<LateRow> rows;
};
BOOST_DESCRIBE_STRUCT(LateView, (), (late, rows))
struct DeepRow {
  std::optional<View> inner;
};
BOOST_DESCRIBE_STRUCT(DeepRow, (), (inner))
struct DeepView {
  std::vector<DeepRow> rows;  // as View's rows, two sections further in
};
BOOST_DESCRIBE_STRUCT(DeepView, (), (rows))
struct LatePart {
  static constexpr std::string_view tpl = "box.tpl";
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(LatePart, (), (late))
struct WithPart {
  bool late = false;
  LatePart part;
};
BOOST_DESCRIBE_STRUCT(WithPart, (), (late, part))
static_assert(has_own_names<View>() && has_own_names<WithPart>());
static_assert(!has_own_names<LateView>() && !has_own_names<DeepView>());

TEST(Templates, PoursAStructInBothLanguages) {
  const Templates templates = load();
  View view{"Tiêu đề", {"trễ", "late"}, true, "x", {{"a", 1234567}, {"b", 1}}, {"in"}, "/x"};
  EXPECT_EQ(templates.render(view, Language::Vietnamese),
            "<a href=\"/x\" title=\"Tiêu đề\">Tiêu đề</a>chữ trễ!(x)"
            "<i>a=1.234.567</i><i>b=1</i><b>in</b>");
  view.rows.clear();
  view.late = false;
  view.note.reset();
  EXPECT_EQ(templates.render(view, Language::English),
            "<a href=\"/x\" title=\"Tiêu đề\">Tiêu đề</a>word lateoknone<b>in</b>");
}

TEST(Templates, EscapesForThePlaceWhereAValueStands) {
  const Templates templates = load();
  const View view{"\"><script>", {}, false, {}, {{"<&>", 0}}, {"</b>"}, "javascript:alert(1)"};
  const std::string page = templates.render_in(Frame{"</title>"}, view, Language::Vietnamese);
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  EXPECT_EQ(page.find("javascript:"), std::string::npos);
  EXPECT_NE(page.find("<i>&lt;&amp;&gt;=0</i>"), std::string::npos) << page;
  EXPECT_NE(page.find("<title>&lt;/title&gt;</title>"), std::string::npos) << page;
}

TEST(Templates, LinesOfATextAreaStayLines) {
  const auto templates = Templates::load({{"box.tpl", "<textarea>{{inside}}</textarea>"}});
  ASSERT_TRUE(templates);
  EXPECT_EQ(templates->render(Box{"## Một\r\n\n- hai </textarea>"}, Language::Vietnamese),
            "<textarea>## Một\r\n\n- hai &lt;/textarea&gt;</textarea>");
}

TEST(Templates, AMarkerTheViewLacksEndsTheProcess) {
  const auto templates = Templates::load({{"box.tpl", "{{inside}}{{outside}}"}});
  ASSERT_TRUE(templates);
  EXPECT_DEATH(templates->render(Box{"x"}, Language::Vietnamese), "outside");
}

TEST(Templates, ABrokenTemplateIsNamed) {
  const auto one_sided = Templates::load({{"a.tpl", "[[chỉ một vế]]"}});
  ASSERT_FALSE(one_sided);
  EXPECT_NE(one_sided.error().text.en.find("a.tpl"), std::string::npos);
  EXPECT_FALSE(Templates::load({{"b.tpl", "{{#open}}"}}));
}

}  // namespace
}  // namespace lantoa::html
