// Described structs as JSON text: what facts and the answers of the JSON API are written by.
// Boost.JSON is not needed for it. The members that are allowed stand in fact.h.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "kernel/assert.h"
#include "kernel/id.h"
#include "kernel/number_set.h"
#include "kernel/time.h"
#include "kernel/utf8.h"

namespace lantoa::codec {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};

template <class T>
using members = boost::describe::describe_members<T, boost::describe::mod_public>;

// As Boost.JSON writes a string: only what JSON asks for is escaped.
inline void write_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out.push_back(c);
    } else if (const auto letter = std::string_view("\b\f\n\r\t").find(c);
               letter != std::string_view::npos) {
      out.append({'\\', "bfnrt"[letter]});
    } else {
      out.append("\\u00").append({digits[static_cast<unsigned char>(c) >> 4], digits[c & 15]});
    }
  }
  out.push_back('"');
}

// Straight into the text: a tree of values would cost more than all the rest of writing a fact.
template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    ASSERT(is_utf8(value));  // nobody could read such a fact back
    write_text(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    out += std::to_string(value);
  } else if constexpr (std::is_enum_v<T>) {
    const char* name = boost::describe::enum_to_string(value, nullptr);
    ASSERT(name != nullptr);
    write_text(out, name);
  } else if constexpr (is_id<T>::value) {
    out += std::to_string(value.value);
  } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
    const std::string written = iso(value);
    // A day of another year than 1 to 9999 could be written, but never read again.
    if constexpr (std::is_same_v<T, Date>) ASSERT(parse_iso_date(written));
    write_text(out, written);
  } else if constexpr (std::is_same_v<T, NumberSet>) {
    write_text(out, value.text());
  } else if constexpr (is_vector<T>::value) {
    out.push_back('[');
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i != 0) out.push_back(',');
      write<typename T::value_type>(out, value[i]);
    }
    out.push_back(']');
  } else {
    out.push_back('{');
    auto name_of = [&out, first = true](const char* name) mutable {
      if (!std::exchange(first, false)) out.push_back(',');
      write_text(out, name);
      out.push_back(':');
    };
    boost::mp11::mp_for_each<members<T>>([&](auto member) {
      const auto& field = value.*member.pointer;
      if constexpr (is_optional<std::remove_cvref_t<decltype(field)>>::value) {
        if (!field) return;
        name_of(member.name);
        write(out, *field);
      } else {
        name_of(member.name);
        write(out, field);
      }
    });
    out.push_back('}');
  }
}

}  // namespace lantoa::codec
