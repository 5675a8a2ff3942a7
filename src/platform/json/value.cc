#include "platform/json/value.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <set>
#include <utility>

#include "kernel/json_write.h"
#include "kernel/utf8.h"

namespace lantoa::json {
namespace {

Value whole(std::uint64_t size, bool negative) {
  return Value{.kind = Value::Kind::Integer, .negative = negative, .integer = size};
}

// Builds the tree while the text is read; Boost's own tree would stand beside it, and forgets names
// that come twice.
class Builder {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  using Error = boost::system::error_code;
  using Piece = boost::json::string_view;

  static bool on_document_begin(Error&) { return true; }
  static bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return open(Value::object()); }
  bool on_object_end(std::size_t, Error& error) {
    const std::vector<std::string>& names = open_.back().names;
    const std::set<std::string_view> different(names.begin(), names.end());
    if (different.size() != names.size()) error = boost::json::error::syntax;
    return !error && close();
  }
  bool on_array_begin(Error&) { return open(Value{.kind = Value::Kind::List}); }
  bool on_array_end(std::size_t, Error&) { return close(); }
  bool on_key_part(Piece piece, std::size_t, Error&) { return keep(piece); }
  bool on_key(Piece piece, std::size_t, Error&) {
    keep(piece);
    open_.back().names.push_back(std::exchange(text_, {}));
    return true;
  }
  bool on_string_part(Piece piece, std::size_t, Error&) { return keep(piece); }
  bool on_string(Piece piece, std::size_t, Error&) {
    keep(piece);
    return put(Value::of(std::exchange(text_, {})));
  }
  bool on_number_part(Piece piece, Error&) { return keep(piece); }
  bool on_int64(std::int64_t number, Piece, Error&) {
    text_.clear();
    // The least number has no positive counterpart of its own type.
    const auto size = static_cast<std::uint64_t>(number);
    return put(whole(number < 0 ? std::uint64_t{0} - size : size, number < 0));
  }
  bool on_uint64(std::uint64_t number, Piece, Error&) {
    text_.clear();
    return put(whole(number, false));
  }
  bool on_double(double, Piece piece, Error&) {
    keep(piece);
    return put(Value{.kind = Value::Kind::Fraction, .text = std::exchange(text_, {})});
  }
  bool on_bool(bool flag, Error&) { return put(Value::of(flag)); }
  bool on_null(Error&) { return put({}); }
  static bool on_comment_part(Piece, Error&) { return true; }
  static bool on_comment(Piece, Error&) { return true; }

  Value take() { return std::move(whole_); }

 private:
  bool keep(Piece piece) {
    text_.append(piece.data(), piece.size());
    return true;
  }
  bool open(Value value) {
    open_.push_back(std::move(value));
    return true;
  }
  bool close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    return put(std::move(value));
  }
  bool put(Value value) {
    if (open_.empty()) {
      whole_ = std::move(value);
    } else {
      open_.back().list.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Value> open_;
  std::string text_;  // of the key, string or number that is being read
  Value whole_;
};

void new_line(std::string& out, bool indent, std::size_t depth) {
  if (indent) out.append("\n").append(2 * depth, ' ');
}

void print_into(std::string& out, const Value& value, bool indent, std::size_t depth) {
  switch (value.kind) {
    case Value::Kind::Null:
      out += "null";
      return;
    case Value::Kind::Bool:
      out += value.flag ? "true" : "false";
      return;
    case Value::Kind::Integer:
      out.append(value.negative ? "-" : "").append(std::to_string(value.integer));
      return;
    case Value::Kind::Text:
      codec::write_text(out, value.text);
      return;
    case Value::Kind::Fraction:
      out += value.text;
      return;
    case Value::Kind::List:
    case Value::Kind::Object:
      break;
  }
  const bool named = value.kind == Value::Kind::Object;
  out += named ? '{' : '[';
  for (std::size_t i = 0; i < value.list.size(); ++i) {
    if (i != 0) out += ',';
    new_line(out, indent, depth + 1);
    if (named) {
      codec::write_text(out, value.names[i]);
      out += indent ? ": " : ":";
    }
    print_into(out, value.list[i], indent, depth + 1);
  }
  if (!value.list.empty()) new_line(out, indent, depth);
  out += named ? '}' : ']';
}

}  // namespace

Value Value::of(bool flag) { return Value{.kind = Kind::Bool, .flag = flag}; }
Value Value::of(std::uint64_t integer) { return whole(integer, false); }
Value Value::of(std::string text) { return Value{.kind = Kind::Text, .text = std::move(text)}; }
Value Value::of(std::vector<Value> list) {
  return Value{.kind = Kind::List, .list = std::move(list)};
}

Value& Value::add(std::string name, Value value) {
  names.push_back(std::move(name));
  list.push_back(std::move(value));
  return *this;
}

const Value* Value::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &list[static_cast<std::size_t>(found - names.begin())];
}

Result<Value> parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = depth_max;
  boost::json::basic_parser<Builder> parser(options);
  boost::system::error_code error;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && read < text.size()) error = boost::json::error::extra_data;
  if (!error) return parser.handler().take();
  const std::string at = std::to_string(read);
  return problem(
      Code::Invalid,
      {"Nội dung không phải JSON hợp lệ (từ byte " + at +
           "). Hãy kiểm tra dấu ngoặc, dấu phẩy, tên trùng và bảng mã UTF-8.",
       "The body is not valid JSON (from byte " + at +
           " on). Check brackets, commas, names that come twice, and that it is UTF-8."});
}

std::string print(const Value& value, bool indent) {
  std::string out;
  print_into(out, value, indent, 0);
  return out;
}

}  // namespace lantoa::json
