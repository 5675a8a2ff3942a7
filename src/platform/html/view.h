// Views: a page is a plain struct described with Boost.Describe; its members are the template's
// markers of the same name. The engine behind is not seen here.
//
//   struct PlanView {
//     static constexpr std::string_view tpl = "src/city/plan/plan.tpl";
//     std::string title;              // {{title}}, escaped for where it stands
//     Text state;                     // {{state}} in the page's language
//     std::uint32_t done = 0;         // {{done}} as 1.234 (1,234 in English)
//     bool late = false;              // {{#late}} … {{/late}}, {{#no_late}} … {{/no_late}}
//     std::optional<Note> note;       // {{#note}} with the members of Note inside, or {{#no_note}}
//     std::vector<TaskRow> tasks;     // {{#tasks}} once a row; {{#no_tasks}} when there are none
//     markdown::SafeHtml body;        // {{body:none}}
//     ScriptData data;                // <script type="application/ld+json">{{data:none}}</script>
//   };
//
// std::optional<std::string> gives {{#name}} {{name_text}} {{/name}}. A nested struct with a `tpl`
// of its own is a part: {{>name}}. Numbers that are not quantities (ids in addresses) are
// std::string. In templates [[tiếng Việt|English]] stands for the text in the page's language.
//
// Where an inner section is not shown, the engine shows the enclosing view's of the same name in
// its place. So no two of them may have one name, unless a part lies between: that does not
// compile.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "kernel/text.h"
#include "platform/markdown/markdown.h"

namespace lantoa::html {

std::string grouped(std::uint64_t number, Language language);  // 1.234.567, in English 1,234,567

// JSON that stands in a <script> of data, {{name:none}}: written so that nothing in it can end the
// script or begin a comment there, whatever its strings hold.
class ScriptData {
 public:
  ScriptData() = default;
  explicit ScriptData(std::string_view json);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Where a view pours its members; implemented over the template engine.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Language language() const = 0;
  virtual void value(std::string_view name, std::string_view text) = 0;
  virtual void safe(std::string_view name, const markdown::SafeHtml& html) = 0;
  // A shown section; `shown` false only makes the name known.
  virtual Sink& section(std::string_view name, bool shown) = 0;
  virtual Sink& part(std::string_view name, std::string_view tpl) = 0;
};

template <class View>
void pour(const View& view, Sink& sink);

template <class T>
struct member_kind {
  static constexpr bool optional = false, vector = false;
};
template <class T>
struct member_kind<std::optional<T>> {
  static constexpr bool optional = true, vector = false;
};
template <class T>
struct member_kind<std::vector<T>> {
  static constexpr bool optional = false, vector = true;
};

template <class T>
concept Part = requires { T::tpl; };

inline std::string no(std::string_view name) { return "no_" + std::string(name); }

// What a member's section holds; void for a value, a bool, and a part, which begins anew.
template <class T>
constexpr bool is_view =
    std::is_class_v<T> && !std::is_same_v<T, std::string> && !std::is_same_v<T, Text> &&
    !std::is_same_v<T, markdown::SafeHtml> && !std::is_same_v<T, ScriptData>;
template <class T>
struct inner_view {
  using type = std::conditional_t<is_view<T> && !Part<T>, T, void>;
};
template <class T>
struct inner_view<std::optional<T>> {
  using type = std::conditional_t<is_view<T>, T, void>;
};
template <class T>
struct inner_view<std::vector<T>> {
  using type = std::conditional_t<is_view<T>, T, void>;
};

template <class T>
constexpr bool can_be_absent =
    std::is_same_v<T, bool> || member_kind<T>::optional || member_kind<T>::vector;
template <class T>
constexpr bool is_section = can_be_absent<T> || !std::is_void_v<typename inner_view<T>::type>;

template <class View>
using Members = boost::describe::describe_members<View, boost::describe::mod_any_access>;
template <class View, class Member>
using TypeOf = std::remove_cvref_t<decltype(std::declval<View>().*Member::pointer)>;

template <class View>
constexpr bool has_section(std::string_view name) {
  bool found = false;
  boost::mp11::mp_for_each<Members<View>>([&](auto member) {
    if (is_section<TypeOf<View, decltype(member)>> && name == member.name) found = true;
  });
  return found;
}

// No section of `View` that can be absent, or of what stands in it, has the name of one of those
// around it: ctemplate would show that one in its place.
template <class View, class... Around>
constexpr bool has_own_names() {
  bool own = true;
  boost::mp11::mp_for_each<Members<View>>([&](auto member) {
    using T = TypeOf<View, decltype(member)>;
    if constexpr (is_section<T>) {
      if (can_be_absent<T> && (has_section<Around>(member.name) || ...)) own = false;
      using Inner = typename inner_view<T>::type;
      if constexpr (!std::is_void_v<Inner>) {
        if (!has_own_names<Inner, Around..., View>()) own = false;
      }
    }
  });
  return own;
}

template <class T>
void pour_member(std::string_view name, const T& member, Sink& sink) {
  if constexpr (std::is_same_v<T, std::string>) {
    sink.value(name, member);
  } else if constexpr (std::is_same_v<T, Text>) {
    sink.value(name, member.in(sink.language()));
  } else if constexpr (std::is_same_v<T, bool>) {
    sink.section(name, member);
    sink.section(no(name), !member);
  } else if constexpr (std::is_integral_v<T>) {
    static_assert(std::is_unsigned_v<T>, "a signed figure is formatted by its page");
    sink.value(name, grouped(member, sink.language()));
  } else if constexpr (std::is_same_v<T, markdown::SafeHtml>) {
    sink.safe(name, member);
  } else if constexpr (std::is_same_v<T, ScriptData>) {
    sink.value(name, member.text());
  } else if constexpr (member_kind<T>::optional) {
    Sink& inner = sink.section(name, member.has_value());
    sink.section(no(name), !member.has_value());
    using Inner = typename T::value_type;
    if constexpr (std::is_class_v<Inner> && !std::is_same_v<Inner, std::string> &&
                  !std::is_same_v<Inner, Text>) {
      pour(member ? *member : Inner{}, inner);
    } else {
      pour_member(std::string(name) + "_text", member ? *member : Inner{}, inner);
    }
  } else if constexpr (member_kind<T>::vector) {
    sink.section(no(name), member.empty());
    using Row = typename T::value_type;
    if (member.empty()) pour(Row{}, sink.section(name, false));
    for (const Row& row : member) pour(row, sink.section(name, true));
  } else if constexpr (Part<T>) {
    static_assert(has_own_names<T>(), "two sections, one in the other, have one name");
    pour(member, sink.part(name, T::tpl));
  } else {
    pour(member, sink.section(name, true));
  }
}

template <class View>
void pour(const View& view, Sink& sink) {
  boost::mp11::mp_for_each<
      boost::describe::describe_members<View, boost::describe::mod_any_access>>(
      [&](auto member) { pour_member(member.name, view.*member.pointer, sink); });
}

}  // namespace lantoa::html
