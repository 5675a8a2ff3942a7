#include "city/api.h"

#include <algorithm>
#include <charconv>

#include "kernel/assert.h"
#include "platform/json/described.h"

namespace lantoa::city {

const std::vector<Scope>& all_scopes() {
  static const std::vector<Scope> all{Scope::Read, Scope::Plans, Scope::Activities, Scope::Reports,
                                      Scope::Ledger};
  return all;
}

std::string_view name(Scope scope) {
  switch (scope) {
    case Scope::Read:
      return "read";
    case Scope::Plans:
      return "plans";
    case Scope::Activities:
      return "activities";
    case Scope::Reports:
      return "reports";
    case Scope::Ledger:
      return "ledger";
  }
  return "?";
}

Text title(Scope scope) {
  switch (scope) {
    case Scope::Read:
      return {"Đọc kế hoạch, nhiệm vụ, hoạt động, báo cáo",
              "Read plans, tasks, activities and reports"};
    case Scope::Plans:
      return {
          "Soạn, sửa, ban hành kế hoạch (giao việc cho đơn vị); báo hoàn thành nhiệm vụ; hỏi "
          "và trả lời hướng dẫn",
          "Draft, change and issue plans (which gives units tasks); report tasks done; ask for "
          "guidance and give it"};
    case Scope::Activities:
      return {"Ghi, đính chính, hủy hoạt động", "Record, correct and annul activities"};
    case Scope::Reports:
      return {"Yêu cầu, nộp, trả lại báo cáo", "Ask for, hand in and send back reports"};
    case Scope::Ledger:
      return {"Đọc sự kiện của sổ cái", "Read the facts of the ledger"};
  }
  return {};
}

namespace api {
namespace {

bool is_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out >= least && out <= most;
}

// What the parameter has to be, where `value` is not that.
std::optional<Text> wanted_of(const Parameter& parameter, const std::string& value) {
  const auto& words = parameter.words;
  switch (parameter.kind) {
    case Parameter::Kind::Number:
      if (!is_number(value, 1, UINT32_MAX)) return json::wanted_integer(1, UINT32_MAX);
      break;
    case Parameter::Kind::Position:
      if (!is_number(value, 0, UINT64_MAX)) return json::wanted_integer(0, UINT64_MAX);
      break;
    case Parameter::Kind::Day:
      if (!parse_iso_date(value)) return json::wanted_date();
      break;
    case Parameter::Kind::Word:
      if (!words.empty() && std::find(words.begin(), words.end(), value) == words.end()) {
        return json::wanted_one_of(words);
      }
      break;
  }
  return std::nullopt;
}

}  // namespace

Parameter page_parameter() {
  return {"page", Parameter::Kind::Number, {"Trang, từ 1", "Page, from 1"}};
}

Result<void> check_query(const Spec& spec, const http::Request& request) {
  for (const auto& [name, value] : request.query) {
    const auto known = std::find_if(spec.query.begin(), spec.query.end(),
                                    [&](const Parameter& one) { return one.name == name; });
    if (known == spec.query.end()) {
      return problem(Code::Invalid,
                     {"Địa chỉ này không có tham số “" + name + "”; hãy xem lại cách viết.",
                      "This address takes no parameter “" + name + "”; check how it is written."},
                     name);
    }
    if (auto wanted = wanted_of(*known, value)) {
      return problem(Code::Invalid, *std::move(wanted), name);
    }
  }
  return {};
}

std::string member_of(const Spec& spec, std::string_view field) {
  for (const auto& [name, member] : spec.members) {
    const bool is_start = name.ends_with('*');
    const std::string_view start = std::string_view(name).substr(0, name.size() - 1);
    if (is_start ? field.starts_with(start) : field == name) return member;
  }
  return std::string(field);
}

void tell_row(const Spec& spec, Detail& fault) {
  const std::string start = spec.rows + "[";
  if (spec.rows.empty() || fault.row != 0 || !fault.field.starts_with(start)) return;
  const char* const first = fault.field.data() + start.size();
  const char* const end = fault.field.data() + fault.field.size();
  std::uint32_t index = 0;
  const auto [stop, error] = std::from_chars(first, end, index);
  if (error != std::errc() || stop == end || *stop != ']') return;
  fault.row = index + 1;
  const bool has_member = stop + 1 != end && stop[1] == '.';
  fault.field = has_member ? std::string(stop + 2, end) : std::string();
}

}  // namespace api

void Api::get(api::Operation operation, Page answer) {
  operation.method = http::Method::Get;
  routes_.get(operation.path(), operation.spec.right, std::move(answer));
  operations_.push_back(std::move(operation));
}

void Api::post(api::Operation operation, MakeOrder order) {
  operation.method = http::Method::Post;
  routes_.post(operation.path(), operation.spec.right, std::move(order));
  operations_.push_back(std::move(operation));
}

void Api::name_schema(const std::string& name, const json::Value& schema) {
  const auto [at, is_new] = schemas_.emplace(name, schema);
  ASSERT(is_new || at->second == schema);  // two structs of one name
}

const api::Operation* Api::find(http::Method method, std::string_view pattern) const {
  const auto found = std::find_if(
      operations_.begin(), operations_.end(),
      [&](const api::Operation& one) { return one.method == method && one.path() == pattern; });
  return found == operations_.end() ? nullptr : &*found;
}

}  // namespace lantoa::city
