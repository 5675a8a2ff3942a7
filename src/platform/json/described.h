// Described structs read from JSON, and described as JSON Schema. For the .cc files that declare an
// API; what they read into are plain structs with
//
//   struct NewTask {
//     static constexpr std::string_view schema = "NewTask";  // its name in the document
//     std::string what;
//     std::optional<Date> due;  // may be left out
//   };
//   BOOST_DESCRIBE_STRUCT(NewTask, (), (what, due))
//
// Members are those of kernel/fact.h but NumberSet. A struct without `schema` is described in
// place.
#pragma once

#include <limits>
#include <map>

#include "kernel/json_write.h"
#include "platform/json/value.h"

namespace lantoa::json {

constexpr std::size_t faults_max = 100;
constexpr std::size_t list_max = 10'000;  // elements of a list, unless the caller says otherwise

// The faults of one reading, each with the place of what is wrong.
class Reading {
 public:
  explicit Reading(std::size_t longest_list) : longest_list_(longest_list) {}
  // Those beyond faults_max are not kept.
  void add(const std::string& place, Text text);
  bool is_whole() const { return faults_.empty(); }
  bool is_full() const { return faults_.size() == faults_max; }  // what follows need not be read
  std::size_t longest_list() const { return longest_list_; }
  Problem problem() &&;  // needs one fault at least

 private:
  std::vector<Detail> faults_;
  std::size_t longest_list_;
};

// What to say of a value that does not fit.
Text wanted_text();
Text wanted_flag();
Text wanted_list();
Text wanted_shorter_list(std::size_t most);
Text wanted_object();
Text wanted_date();
Text wanted_integer(std::uint64_t least, std::uint64_t most);
Text wanted_one_of(const std::vector<std::string>& names);
Text wanted_member();
Text unknown_member();

template <class T>
std::vector<std::string> names_of_enum() {
  std::vector<std::string> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto one) { out.emplace_back(one.name); });
  return out;
}

template <class T>
void read(const Value& value, T& out, const std::string& place, Reading& reading);

template <class T>
void read_struct(const Value& value, T& out, const std::string& place, Reading& reading) {
  const std::string before = place.empty() ? "" : place + ".";
  std::vector<std::string_view> known;
  boost::mp11::mp_for_each<codec::members<T>>([&](auto member) {
    using Field = std::remove_cvref_t<decltype(out.*member.pointer)>;
    known.emplace_back(member.name);
    const Value* found = value.find(member.name);
    if (found != nullptr) {
      read(*found, out.*member.pointer, before + member.name, reading);
    } else if constexpr (!codec::is_optional<Field>::value) {
      reading.add(before + member.name, wanted_member());
    }
  });
  for (const std::string& name : value.names) {
    if (reading.is_full()) return;
    bool is_known = false;
    for (const std::string_view one : known) is_known = is_known || one == name;
    if (!is_known) reading.add(before + name, unknown_member());
  }
}

template <class T>
void read(const Value& value, T& out, const std::string& place, Reading& reading) {
  using Kind = Value::Kind;
  if constexpr (codec::is_optional<T>::value) {
    // null says the same as leaving it out.
    if (value.kind == Kind::Null) return;
    typename T::value_type inner{};
    read(value, inner, place, reading);
    out = std::move(inner);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (value.kind != Kind::Bool) return reading.add(place, wanted_flag());
    out = value.flag;
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (value.kind != Kind::Text) return reading.add(place, wanted_text());
    out = value.text;
  } else if constexpr (std::is_integral_v<T> || codec::is_id<T>::value) {
    constexpr bool is_id = codec::is_id<T>::value;
    constexpr std::uint64_t least = is_id ? 1 : 0;
    std::uint64_t most = UINT32_MAX;
    if constexpr (!is_id) {
      static_assert(std::is_unsigned_v<T>);
      most = std::numeric_limits<T>::max();
    }
    if (value.kind != Kind::Integer || value.negative || value.integer < least ||
        value.integer > most) {
      return reading.add(place, wanted_integer(least, most));
    }
    if constexpr (is_id) {
      out = T{static_cast<std::uint32_t>(value.integer)};
    } else {
      out = static_cast<T>(value.integer);
    }
  } else if constexpr (std::is_enum_v<T>) {
    const bool fits = value.kind == Kind::Text && value.text.find('\0') == std::string::npos &&
                      boost::describe::enum_from_string(value.text.c_str(), out);
    if (!fits) reading.add(place, wanted_one_of(names_of_enum<T>()));
  } else if constexpr (std::is_same_v<T, Date>) {
    const auto date = parse_iso_date(value.kind == Kind::Text ? value.text : "");
    if (!date) return reading.add(place, wanted_date());
    out = *date;
  } else if constexpr (codec::is_vector<T>::value) {
    if (value.kind != Kind::List) return reading.add(place, wanted_list());
    // An element is many times what "{}" or "0" of the text is.
    const std::size_t most = reading.longest_list();
    if (value.list.size() > most) return reading.add(place, wanted_shorter_list(most));
    for (std::size_t i = 0; i < value.list.size() && !reading.is_full(); ++i) {
      typename T::value_type one{};
      read(value.list[i], one, place + "[" + std::to_string(i) + "]", reading);
      out.push_back(std::move(one));
    }
  } else {
    if (value.kind != Kind::Object) return reading.add(place, wanted_object());
    read_struct(value, out, place, reading);
  }
}

// Invalid, with one detail a fault; also for a list of more elements than `longest_list`.
template <class T>
Result<T> read(std::string_view text, std::size_t longest_list = list_max) {
  TRY_ASSIGN(const Value value, parse(text));
  T out{};
  Reading reading(longest_list);
  read(value, out, "", reading);
  if (!reading.is_whole()) return tl::unexpected(std::move(reading).problem());
  return out;
}

// The schemas of one document by name; what refers to one says "$ref".
class Schemas {
 public:
  // An object's members are given in place where `name` is empty.
  template <class T>
  Value of();

  const std::map<std::string, Value>& named() const { return named_; }
  // Of what is read: further members are faults. What is written may grow.
  bool closed = false;

 private:
  template <class T>
  Value object_of();

  std::map<std::string, Value> named_;
};

Value schema_of_text();
Value schema_of_flag();
Value schema_of_integer(std::uint64_t least, std::uint64_t most);
Value schema_of_format(std::string_view format);
Value schema_of_names(const std::vector<std::string>& names);
Value reference(std::string_view name);

template <class T>
concept Named = requires { T::schema; };

template <class T>
Value Schemas::object_of() {
  Value properties = Value::object();
  std::vector<Value> required;
  boost::mp11::mp_for_each<codec::members<T>>([&](auto member) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
    if constexpr (codec::is_optional<Field>::value) {
      properties.add(member.name, of<typename Field::value_type>());
    } else {
      properties.add(member.name, of<Field>());
      required.push_back(Value::of(member.name));
    }
  });
  Value out = Value::object();
  out.add("type", Value::of("object"));
  out.add("properties", std::move(properties));
  if (!required.empty()) out.add("required", Value::of(std::move(required)));
  if (closed) out.add("additionalProperties", Value::of(false));
  return out;
}

template <class T>
Value Schemas::of() {
  if constexpr (std::is_same_v<T, bool>) {
    return schema_of_flag();
  } else if constexpr (std::is_same_v<T, std::string>) {
    return schema_of_text();
  } else if constexpr (codec::is_id<T>::value) {
    return schema_of_integer(1, UINT32_MAX);
  } else if constexpr (std::is_integral_v<T>) {
    return schema_of_integer(0, std::numeric_limits<T>::max());
  } else if constexpr (std::is_enum_v<T>) {
    return schema_of_names(names_of_enum<T>());
  } else if constexpr (std::is_same_v<T, Date>) {
    return schema_of_format("date");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return schema_of_format("date-time");
  } else if constexpr (codec::is_vector<T>::value) {
    Value out = Value::object();
    out.add("type", Value::of("array"));
    out.add("items", of<typename T::value_type>());
    return out;
  } else if constexpr (Named<T>) {
    const std::string name(T::schema);
    if (!named_.contains(name)) {
      Value made = object_of<T>();  // may name others
      named_.emplace(name, std::move(made));
    }
    return reference(name);
  } else {
    return object_of<T>();
  }
}

}  // namespace lantoa::json
