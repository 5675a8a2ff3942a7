// Whatever a program sends: what is read of a body writes itself as a text that reads as the same,
// and what is not read names its faults, each with its place and a sentence in both languages.
// Tries: described.cc, value.cc
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

struct Inner {
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto value = json::parse(text);
  const auto body = json::read<Body>(text);
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
  // What fits is an object with members of ours alone, each once.
  if (body) ASSERT(value->kind == json::Value::Kind::Object && value->names.size() <= 6);
  return 0;
}
