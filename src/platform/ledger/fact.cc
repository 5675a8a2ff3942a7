#include "platform/ledger/fact.h"

#include <boost/json.hpp>
#include <cstring>
#include <optional>

#include "kernel/assert.h"
#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

namespace json = boost::json;

// What a chain value covers, written into a text of the right size.
class Columns {
 public:
  explicit Columns(std::size_t size) : bytes_(size, '\0') {}

  void integer(std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes_[at_++] = static_cast<char>(number >> shift);
  }
  void raw(const void* start, std::size_t size) {
    std::memcpy(bytes_.data() + at_, start, size);
    at_ += size;
  }
  void text(std::string_view text) {
    integer(text.size());
    raw(text.data(), text.size());
  }
  std::string_view all() const {
    ASSERT(at_ == bytes_.size());
    return bytes_;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

std::size_t columns_size(const Fact& fact) {
  constexpr std::size_t integers = 6;
  return integers * 8 + fact.actor.size() + fact.kind.size() + fact.subject.size() +
         fact.body.size();
}

void put(Columns& columns, const Fact& fact) {
  columns.integer(fact.seq);
  columns.integer(static_cast<std::uint64_t>(fact.at.ms));
  columns.text(fact.actor);
  columns.text(fact.kind);
  columns.text(fact.subject);
  columns.text(fact.body);
}

void put_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00" + crypto::hex(std::string_view(&c, 1));
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

tl::unexpected<Problem> unreadable(std::string_view field) {
  const std::string name(field);
  return problem(
      Code::Invalid,
      {"Dòng sự kiện không đọc được ở trường “" + name + "”. Hãy xuất lại sổ cái.",
       "The line of this fact cannot be read at field “" + name + "”. Export the ledger again."},
      name);
}

// Cuts one JSON object into its members' raw texts. It only finds where each ends; whether a text
// is good JSON is for the parser to say, so that `body` can be kept byte for byte.
class Members {
 public:
  explicit Members(std::string_view text) : text_(text) {}

  bool take(char wanted) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool at_end() {
    skip_spaces();
    return at_ == text_.size();
  }

  std::string_view value() {
    skip_spaces();
    const std::size_t start = at_;
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (depth == 0 && at_ > start && (c == ',' || c == ':' || c == '}' || c == ']' || c == ' ')) {
        break;
      }
      if (c == '"') {
        skip_string();
      } else {
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && depth > 0) --depth;
        ++at_;
      }
    }
    return text_.substr(start, at_ - start);
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void skip_string() {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2U : 1U;
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<json::value> parse(std::string_view text) {
  boost::system::error_code error;
  json::value value = json::parse(text, error);
  if (error) return std::nullopt;
  return value;
}

std::optional<std::string> parse_string(std::string_view text) {
  const auto value = parse(text);
  if (!value || !value->is_string()) return std::nullopt;
  return std::string(value->get_string());
}

constexpr std::array<std::string_view, 7> field_names = {"seq",     "at",   "actor", "kind",
                                                         "subject", "body", "chain"};
using Fields = std::array<std::optional<std::string_view>, field_names.size()>;

// Cuts a line into the first `wanted` of the fields, each once and no others.
Result<Fields> cut(std::string_view line, std::size_t wanted) {
  Fields fields;
  Members members(line);
  if (!members.take('{')) return unreadable("{");
  do {
    const auto name = parse_string(members.value());
    if (!name || !members.take(':')) return unreadable("seq");
    const auto* const end = field_names.begin() + wanted;
    const auto* const found = std::find(field_names.begin(), end, *name);
    if (found == end) return unreadable(*name);
    auto& field = fields[static_cast<std::size_t>(found - field_names.begin())];
    if (field) return unreadable(*name);
    field = members.value();
  } while (members.take(','));
  if (!members.take('}') || !members.at_end()) return unreadable("}");
  for (std::size_t i = 0; i < wanted; ++i) {
    if (!fields[i]) return unreadable(field_names[i]);
  }
  return fields;
}

// Everything but the chain value.
Result<Fact> read_columns(const Fields& fields) {
  Fact fact;
  const auto seq = parse(*fields[0]);
  boost::system::error_code error;
  if (!seq || !(seq->is_int64() || seq->is_uint64())) return unreadable("seq");
  fact.seq = seq->to_number<std::uint64_t>(error);
  if (error || fact.seq == 0) return unreadable("seq");
  const auto at = parse_string(*fields[1]);
  const auto moment = parse_iso_instant(at.value_or(""));
  if (!moment) return unreadable("at");
  fact.at = *moment;
  for (const auto& [index, target] :
       {std::pair{2U, &fact.actor}, std::pair{3U, &fact.kind}, std::pair{4U, &fact.subject}}) {
    auto text = parse_string(*fields[index]);
    if (!text) return unreadable(field_names[index]);
    *target = *std::move(text);
  }
  const auto body = parse(*fields[5]);
  if (!body || !body->is_object()) return unreadable("body");
  fact.body = *fields[5];
  return fact;
}

}  // namespace

Chain next_chain(const Chain& previous, const Fact& fact) {
  Columns columns(previous.size() + columns_size(fact));
  columns.raw(previous.data(), previous.size());
  put(columns, fact);
  return crypto::sha256(columns.all());
}

std::string column_bytes(const Fact& fact) {
  Columns columns(columns_size(fact));
  put(columns, fact);
  return std::string(columns.all());
}

std::string hex(const Chain& chain) { return crypto::hex(chain); }

Result<Chain> parse_chain(std::string_view hex) {
  const auto bytes = crypto::unhex(hex);
  Chain chain;
  if (!bytes || bytes->size() != chain.size()) {
    return problem(Code::Invalid, {"Giá trị chuỗi băm phải gồm 64 chữ số thập lục phân.",
                                   "A chain value must be 64 hexadecimal digits."});
  }
  std::copy(bytes->begin(), bytes->end(), chain.begin());
  return chain;
}

std::string ndjson_alone(const Fact& fact) {
  std::string out =
      "{\"seq\":" + std::to_string(fact.seq) + ",\"at\":\"" + iso(fact.at) + "\",\"actor\":";
  put_json_string(out, fact.actor);
  out += ",\"kind\":";
  put_json_string(out, fact.kind);
  out += ",\"subject\":";
  put_json_string(out, fact.subject);
  out += ",\"body\":" + fact.body + "}";
  return out;
}

std::string ndjson(const Fact& fact) {
  std::string out = ndjson_alone(fact);
  out.pop_back();
  out += ",\"chain\":\"" + hex(fact.chain) + "\"}";
  return out;
}

Result<Fact> parse_ndjson_alone(std::string_view line) {
  TRY_ASSIGN(const auto fields, cut(line, field_names.size() - 1));
  return read_columns(fields);
}

Result<Fact> parse_ndjson(std::string_view line) {
  TRY_ASSIGN(const auto fields, cut(line, field_names.size()));
  TRY_ASSIGN(Fact fact, read_columns(fields));
  const auto chain = parse_chain(parse_string(*fields[6]).value_or(""));
  if (!chain) return unreadable("chain");
  fact.chain = *chain;
  return fact;
}

}  // namespace lantoa::ledger
