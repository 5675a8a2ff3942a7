// Whatever a program sends: what is read of a body writes itself as a text that reads as the same,
// and what is not read names its faults, each with its place and a sentence in both languages. A
// body is read exactly when it fits the schema that the interface's description shows.
// Tries: described.cc, value.cc
#include <algorithm>
#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/assert.h"
#include "kernel/utf8.h"
#include "platform/json/described.h"

namespace {

using namespace lantoa;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

// So that one may be sent within the limits of a saved input.
constexpr std::size_t longest_list = 100;

struct Inner {
  static constexpr std::string_view schema = "Inner";
  std::string what;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (what, due))

// A member of every kind that bodies have.
struct Body {
  std::uint32_t small = 0;
  std::uint64_t large = 0;
  std::optional<std::string> text;
  std::optional<bool> flag;
  std::optional<Colour> colour;
  std::vector<Inner> list;
};
BOOST_DESCRIBE_STRUCT(Body, (), (small, large, text, flag, colour, list))

void said(const Problem& problem) {
  ASSERT(!problem.text.vi.empty() && !problem.text.en.empty());
  ASSERT(problem.details.size() <= json::faults_max);
  for (const Detail& detail : problem.details) {
    ASSERT(!detail.text.vi.empty() && !detail.text.en.empty());
  }
}

std::string text_of(const Body& body) {
  std::string out;
  codec::write(out, body);
  return out;
}

bool is_of_type(const json::Value& value, std::string_view type) {
  using Kind = json::Value::Kind;
  if (type == "string") return value.kind == Kind::Text;
  if (type == "boolean") return value.kind == Kind::Bool;
  if (type == "integer") return value.kind == Kind::Integer;
  if (type == "array") return value.kind == Kind::List;
  ASSERT(type == "object");
  return value.kind == Kind::Object;
}

bool names(const json::Value& list, const std::string& text) {
  return std::find(list.list.begin(), list.list.end(), json::Value::of(text)) != list.list.end();
}

// As whoever has only the description checks a value.
class Description {
 public:
  Description() {
    schemas_.closed = true;
    whole_ = schemas_.of<Body>();
  }
  bool fits(const json::Value& value) const { return fits(value, whole_); }

 private:
  bool fits(const json::Value& value, const json::Value& schema) const {
    if (const json::Value* reference = schema.find("$ref")) {
      const std::string& place = reference->text;
      return fits(value, schemas_.named().at(place.substr(place.rfind('/') + 1)));
    }
    if (!is_of_type(value, schema.find("type")->text)) return false;
    if (schema.find("minimum") != nullptr && !is_within(value, schema)) return false;
    const json::Value* one_of = schema.find("enum");
    if (one_of != nullptr && !names(*one_of, value.text)) return false;
    if (const json::Value* format = schema.find("format")) {
      ASSERT(format->text == "date");
      if (!parse_iso_date(value.text)) return false;
    }
    const json::Value* items = schema.find("items");
    if (items != nullptr) {
      return value.list.size() <= longest_list &&
             std::all_of(value.list.begin(), value.list.end(),
                         [&](const json::Value& one) { return fits(one, *items); });
    }
    return schema.find("properties") == nullptr || has_members(value, schema);
  }

  static bool is_within(const json::Value& value, const json::Value& schema) {
    const json::Value* most = schema.find("maximum");
    return !value.negative && value.integer >= schema.find("minimum")->integer &&
           (most == nullptr || value.integer <= most->integer);
  }

  bool has_members(const json::Value& value, const json::Value& schema) const {
    ASSERT(!schema.find("additionalProperties")->flag);
    const json::Value& members = *schema.find("properties");
    const json::Value* required = schema.find("required");
    const auto is_required = [&](const std::string& name) {
      return required != nullptr && names(*required, name);
    };
    for (std::size_t i = 0; i < value.names.size(); ++i) {
      const std::string& name = value.names[i];
      const json::Value* member = members.find(name);
      if (member == nullptr) return false;
      // Reading takes null for what may be left out.
      if (value.list[i].kind == json::Value::Kind::Null && !is_required(name)) continue;
      if (!fits(value.list[i], *member)) return false;
    }
    return std::all_of(members.names.begin(), members.names.end(), [&](const std::string& name) {
      return !is_required(name) || value.find(name) != nullptr;
    });
  }

  json::Schemas schemas_;
  json::Value whole_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto value = json::parse(text);
  const auto body = json::read<Body>(text, longest_list);
  if (!body) said(body.error());
  if (!value) {
    said(value.error());
    ASSERT(!body);
    return 0;
  }
  ASSERT(lantoa::is_utf8(text));
  for (const bool indent : {false, true}) {
    const auto again = json::parse(json::print(*value, indent));
    ASSERT(again.has_value());
    ASSERT(*again == *value);
  }
  static const Description description;
  ASSERT(description.fits(*value) == body.has_value());
  if (!body) return 0;
  // What fits is an object with members of ours alone, each once.
  ASSERT(value->kind == json::Value::Kind::Object && value->names.size() <= 6);
  const std::string written = text_of(*body);
  const auto again = json::read<Body>(written, longest_list);
  ASSERT(again && text_of(*again) == written);
  return 0;
}
