// The fact codec: JSON to and from described structs. Included by facts.cc files only, because it
// brings in Boost.JSON; everything else uses the declarations in kernel/fact.h. Boost.JSON's own
// conversion is not used: it refuses absent optionals and accepts nothing newer.
#pragma once

#include <boost/json.hpp>
#include <limits>

#include "kernel/fact.h"
#include "kernel/json_write.h"

namespace lantoa::codec {

namespace json = boost::json;

inline tl::unexpected<Problem> unfit(std::string_view field) {
  const std::string name(field);
  return problem(Code::Invalid,
                 {"Trường “" + name + "” của sự kiện không đọc được.",
                  "Field “" + name + "” of the fact cannot be read."},
                 name);
}

inline tl::unexpected<Problem> newer(std::string_view what) {
  const std::string name(what);
  return problem(
      Code::Unsupported,
      {"Sổ cái do phiên bản mới hơn ghi: không hiểu “" + name + "”. Hãy nâng cấp chương trình.",
       "This ledger was written by a newer version: “" + name +
           "” is unknown. Upgrade the program."},
      name);
}

template <class T>
Result<T> read(const json::value& value, std::string_view field);

template <class T>
Result<T> read_integer(const json::value& value, std::string_view field) {
  boost::system::error_code error;
  const T number = value.to_number<T>(error);
  if (error || value.is_double()) return unfit(field);
  return number;
}

// A string that `parse` understands; its failure is told as the field's.
template <class T>
Result<T> read_text(const json::value& value, std::string_view field,
                    Result<T> (*parse)(std::string_view)) {
  if (!value.is_string()) return unfit(field);
  auto parsed = parse(value.get_string());
  if (!parsed) return unfit(field);
  return parsed;
}

template <class T>
Result<T> read_struct(const json::value& value, std::string_view field) {
  if (!value.is_object()) return unfit(field);
  const json::object& object = value.get_object();
  T out{};
  std::size_t seen = 0;
  std::optional<Problem> failure;
  boost::mp11::mp_for_each<members<T>>([&](auto member) {
    if (failure) return;
    using Field = std::remove_cvref_t<decltype(out.*member.pointer)>;
    const json::value* found = object.if_contains(member.name);
    if (found == nullptr) {
      if constexpr (!is_optional<Field>::value) failure = unfit(member.name).value();
      return;
    }
    ++seen;
    auto parsed = read<Field>(*found, member.name);
    if (parsed) {
      out.*member.pointer = *std::move(parsed);
    } else {
      failure = std::move(parsed).error();
    }
  });
  if (failure) return tl::unexpected(*std::move(failure));
  if (seen != object.size()) {
    for (const auto& entry : object) {
      bool known = false;
      boost::mp11::mp_for_each<members<T>>([&](auto m) { known = known || entry.key() == m.name; });
      if (!known) return newer(entry.key());
    }
  }
  return out;
}

template <class T>
Result<T> read(const json::value& value, std::string_view field) {
  if constexpr (std::is_same_v<T, bool>) {
    if (!value.is_bool()) return unfit(field);
    return value.get_bool();
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (!value.is_string()) return unfit(field);
    return std::string(value.get_string());
  } else if constexpr (std::is_integral_v<T>) {
    return read_integer<T>(value, field);
  } else if constexpr (std::is_enum_v<T>) {
    if (!value.is_string()) return unfit(field);
    T out{};
    const json::string& name = value.get_string();
    if (name.find('\0') != json::string::npos ||
        !boost::describe::enum_from_string(name.c_str(), out)) {
      return newer(name);
    }
    return out;
  } else if constexpr (is_id<T>::value) {
    TRY_ASSIGN(const auto number, read_integer<std::uint32_t>(value, field));
    return T{number};
  } else if constexpr (std::is_same_v<T, Date>) {
    return read_text(value, field, parse_iso_date);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return read_text(value, field, parse_iso_instant);
  } else if constexpr (std::is_same_v<T, NumberSet>) {
    return read_text(value, field, NumberSet::parse);
  } else if constexpr (is_optional<T>::value) {
    TRY_ASSIGN(auto inner, read<typename T::value_type>(value, field));
    return T{std::move(inner)};
  } else if constexpr (is_vector<T>::value) {
    if (!value.is_array()) return unfit(field);
    T out;
    for (const json::value& element : value.get_array()) {
      TRY_ASSIGN(auto parsed, read<typename T::value_type>(element, field));
      out.push_back(std::move(parsed));
    }
    return out;
  } else {
    return read_struct<T>(value, field);
  }
}

}  // namespace lantoa::codec

namespace lantoa {

template <class Fact>
std::string encode(const Fact& fact) {
  std::string out;
  codec::write(out, fact);
  return out;
}

template <class Fact>
Result<Fact> decode(std::string_view body) {
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(body, error);
  if (error) return codec::unfit("body");
  return codec::read<Fact>(value, "body");
}

}  // namespace lantoa

#define LANTOA_FACT(Fact)                                 \
  template std::string lantoa::encode<Fact>(const Fact&); \
  template lantoa::Result<Fact> lantoa::decode<Fact>(std::string_view);
