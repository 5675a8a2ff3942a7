#include "platform/postgres/values.h"

#include <libpq-fe.h>

#include "kernel/assert.h"

namespace lantoa::postgres {
namespace {

// Numbers of built-in types; they never change.
constexpr std::uint32_t bytea_type = 17;
constexpr std::uint32_t bigint_type = 20;
constexpr std::uint32_t text_type = 25;

template <class Unsigned>
void add_big_endian(std::string& out, Unsigned value) {
  for (int shift = static_cast<int>(sizeof(Unsigned)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xff));
  }
}

std::string encoded(std::int64_t value) {
  std::string out;
  add_big_endian(out, static_cast<std::uint64_t>(value));
  return out;
}

}  // namespace

Values& Values::integer(std::int64_t value) {
  values_.push_back({encoded(value), {}, true});
  return *this;
}

Values& Values::text(std::string_view value) {
  // A null pointer would be sent as NULL, and an empty view may hold one.
  values_.push_back({{}, value.empty() ? std::string_view("") : value, false});
  return *this;
}

Values& Values::bytes(std::string_view value) { return text(value); }

Values& Values::array(std::uint32_t type, const std::vector<std::string_view>& values) {
  std::string out;
  std::size_t size = 20;
  for (const std::string_view value : values) size += 4 + value.size();
  out.reserve(size);
  add_big_endian<std::uint32_t>(out, 1);  // dimensions
  add_big_endian<std::uint32_t>(out, 0);  // without NULLs
  add_big_endian(out, type);
  add_big_endian(out, static_cast<std::uint32_t>(values.size()));
  add_big_endian<std::uint32_t>(out, 1);  // the first index
  for (const std::string_view value : values) {
    add_big_endian(out, static_cast<std::uint32_t>(value.size()));
    out.append(value);
  }
  values_.push_back({std::move(out), {}, true});
  return *this;
}

Values& Values::integers(const std::vector<std::int64_t>& values) {
  std::vector<std::string> own;
  own.reserve(values.size());
  for (const std::int64_t value : values) own.push_back(encoded(value));
  return array(bigint_type, {own.begin(), own.end()});
}

Values& Values::texts(const std::vector<std::string_view>& values) {
  return array(text_type, values);
}

Values& Values::byte_strings(const std::vector<std::string_view>& values) {
  return array(bytea_type, values);
}

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

int Rows::size() const { return PQntuples(result_.get()); }

std::string_view Rows::bytes(int row, int column) const {
  ASSERT(row < size() && column < PQnfields(result_.get()));
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const {
  const std::string_view raw = bytes(row, column);
  ASSERT(raw.size() == 1 || raw.size() == 4 || raw.size() == 8);
  std::uint64_t value = (static_cast<unsigned char>(raw[0]) & 0x80U) != 0 ? ~0ULL : 0;
  if (raw.size() == 1) value = 0;  // a boolean has no sign
  for (const char byte : raw) value = (value << 8) | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(value);
}

std::string_view Rows::done() const { return PQcmdStatus(result_.get()); }

}  // namespace lantoa::postgres
