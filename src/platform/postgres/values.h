// What goes to a statement and what comes back, in PostgreSQL's binary format: 64-bit integers,
// texts, bytes, and arrays of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
struct pg_result;
}

namespace lantoa::postgres {

// The parameters $1, $2 … of one statement, in order. Texts and bytes that are given one by one
// must live until the statement was run; arrays are copied.
class Values {
 public:
  Values& integer(std::int64_t value);
  Values& text(std::string_view value);
  Values& bytes(std::string_view value);
  Values& integers(const std::vector<std::int64_t>& values);
  Values& texts(const std::vector<std::string_view>& values);
  Values& byte_strings(const std::vector<std::string_view>& values);

  struct Value {
    std::string own;        // what was encoded here
    std::string_view view;  // or where it stands
    bool is_own = false;
    std::string_view get() const { return is_own ? std::string_view(own) : view; }
  };
  const std::vector<Value>& all() const { return values_; }

 private:
  Values& array(std::uint32_t type, const std::vector<std::string_view>& values);

  std::vector<Value> values_;
};

// The rows that a statement gave.
class Rows {
 public:
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Handle = std::unique_ptr<pg_result, Clear>;

  explicit Rows(Handle result) : result_(std::move(result)) {}
  int size() const;
  std::int64_t integer(int row, int column) const;    // of a bigint, integer or boolean
  std::string_view bytes(int row, int column) const;  // of a text or bytea; empty for NULL
  std::string_view done() const;                      // "COMMIT", "INSERT 0 1"

 private:
  std::shared_ptr<pg_result> result_;
};

}  // namespace lantoa::postgres
