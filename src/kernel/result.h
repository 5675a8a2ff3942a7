// Result<T>: a value, or a Problem that a person can act on. Expected failures are values; pass
// them on with TRY / TRY_ASSIGN. Codes know nothing of HTTP: one function elsewhere maps them.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "kernel/text.h"

namespace lantoa {

enum class Code {
  Invalid,      // the input cannot be right; the sentence says which field and what to write
  NotFound,     // nothing has that number, address or name
  Forbidden,    // this person may not do that here
  Conflict,     // somebody changed it meanwhile, or it is no longer in a state that allows this
  TooLarge,     // over a named limit
  TooOften,     // over a named rate
  Unavailable,  // a disk, a network or a peer failed; trying again later may help
  Unsupported,  // a kind, version or encoding this program does not know
};

// One fault among several in one input: a field of a form or a row of a file.
struct Detail {
  std::string field;      // form field or column; empty when it is about the whole
  std::uint32_t row = 0;  // 1-based line of a file; 0 when not a file
  Text text;

  bool operator==(const Detail&) const = default;
};

struct Problem {
  Code code = Code::Invalid;
  Text text;                    // what is wrong and what to do
  std::string field;            // form field it is about; may be empty
  std::vector<Detail> details;  // every fault, when there are several

  bool operator==(const Problem&) const = default;
};

template <class T>
using Result = tl::expected<T, Problem>;

// Problem as a failed Result: return problem(Code::Invalid, {"…", "…"}, "title");
inline tl::unexpected<Problem> problem(Code code, Text text, std::string field = {}) {
  return tl::unexpected(Problem{code, std::move(text), std::move(field), {}});
}

// "row 3, column code: …" of every detail, one a line; for the command line and logs.
std::string full_sentence(const Problem& problem, Language language);

}  // namespace lantoa

#define LANTOA_CONCAT_INNER(a, b) a##b
#define LANTOA_CONCAT(a, b) LANTOA_CONCAT_INNER(a, b)

// Passes a failure on; drops a success' value.
#define TRY(expression)                                                    \
  do {                                                                     \
    auto try_result = (expression);                                        \
    if (!try_result) return tl::unexpected(std::move(try_result).error()); \
  } while (false)

// TRY_ASSIGN(const auto plan, state.find(no)): passes a failure on, else names the value.
#define TRY_ASSIGN(declaration, expression) \
  TRY_ASSIGN_INNER(LANTOA_CONCAT(try_result_, __LINE__), declaration, expression)
#define TRY_ASSIGN_INNER(result, declaration, expression)        \
  auto result = (expression);                                    \
  if (!result) return tl::unexpected(std::move(result).error()); \
  declaration = *std::move(result)
