// A value of JSON as a tree, and its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::json {

constexpr std::size_t depth_max = 32;  // lists and objects within each other

struct Value {
  enum class Kind { Null, Bool, Integer, Text, List, Object, Fraction };

  Kind kind = Kind::Null;
  bool flag = false;               // of a Bool
  bool negative = false;           // of an Integer
  std::uint64_t integer = 0;       // its absolute value
  std::string text;                // of a Text; of a Fraction as it was written
  std::vector<Value> list;         // of a List; of an Object what its members are
  std::vector<std::string> names;  // of an Object, as many as `list`

  bool operator==(const Value&) const = default;

  static Value of(bool flag);
  static Value of(std::uint64_t integer);
  static Value of(std::string text);
  static Value of(const char* text) { return of(std::string(text)); }
  static Value of(std::vector<Value> list);
  static Value object() { return Value{.kind = Kind::Object}; }

  // Of an Object: adds a member; the caller names none twice.
  Value& add(std::string name, Value value);
  const Value* find(std::string_view name) const;  // nullptr: no such member
};

// Invalid, saying at which byte, for what is not JSON, not UTF-8, deeper than depth_max, or has a
// name twice in one object.
Result<Value> parse(std::string_view text);

// `indent`: every member and element on a line of its own.
std::string print(const Value& value, bool indent = false);

}  // namespace lantoa::json
