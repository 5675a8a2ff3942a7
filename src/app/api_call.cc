#include "app/api_call.h"

#include <algorithm>
#include <charconv>

#include "kernel/utf8.h"

namespace lantoa::app {
namespace {

using Kind = ApiOption::Kind;

constexpr std::size_t digits_max = 10;  // of a number in a path

std::string kebab(std::string_view name) {
  std::string out(name);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '_' || c == '.'; }, '-');
  return out;
}

bool is_group(std::string_view name) {
  const auto& all = api_groups();
  return std::any_of(all.begin(), all.end(), [&](const ApiGroup& one) { return one.name == name; });
}

std::vector<std::string> places_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
    out.emplace_back(path.substr(at + 1, path.find('}', at) - at - 1));
  }
  return out;
}

std::string_view text_in(const json::Value& object, std::string_view name) {
  const json::Value* found = object.find(name);
  const bool is_text = found != nullptr && found->kind == json::Value::Kind::Text;
  return is_text ? std::string_view(found->text) : std::string_view();
}

const json::Value* resolve(const json::Value& schema,
                           const std::map<std::string, json::Value>& schemas) {
  constexpr std::string_view prefix = "#/components/schemas/";
  const std::string_view reference = text_in(schema, "$ref");
  if (reference.empty()) return &schema;
  if (!reference.starts_with(prefix)) return nullptr;
  const auto at = schemas.find(std::string(reference.substr(prefix.size())));
  return at == schemas.end() ? nullptr : &at->second;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Text about_kind(const ApiOption& option) {
  if (!option.words.empty()) return {joined(option.words), joined(option.words)};
  switch (option.kind) {
    case Kind::Text:
      return {"chữ", "text"};
    case Kind::Number:
      return {"số", "a number"};
    case Kind::Flag:
      return {"true hoặc false", "true or false"};
    case Kind::Day:
      return {"ngày, 2021-06-15", "a day, 2021-06-15"};
  }
  return {};
}

// None for what is no scalar: lists, objects, references to either.
std::optional<ApiOption> option_of_member(const std::string& name, const json::Value& schema) {
  ApiOption out{.name = name};
  const std::string_view type = text_in(schema, "type");
  if (type == "integer") {
    out.kind = Kind::Number;
  } else if (type == "boolean") {
    out.kind = Kind::Flag;
  } else if (type != "string") {
    return std::nullopt;
  } else if (text_in(schema, "format") == "date") {
    out.kind = Kind::Day;
  }
  if (const json::Value* words = schema.find("enum")) {
    for (const json::Value& word : words->list) out.words.push_back(word.text);
  }
  out.about = about_kind(out);
  return out;
}

ApiOption option_of_parameter(const city::api::Parameter& parameter) {
  using From = city::api::Parameter::Kind;
  ApiOption out{.name = parameter.name, .words = parameter.words, .about = parameter.about};
  out.in_query = true;
  if (parameter.kind == From::Number) out.kind = Kind::Number;
  if (parameter.kind == From::Day) out.kind = Kind::Day;
  return out;
}

// Unless something of the command is called so already.
void add(ApiCommand& command, ApiOption option) {
  const std::string name = option.option();
  const auto& common = api_common_options();
  const bool taken = std::find(common.begin(), common.end(), name) != common.end() ||
                     std::any_of(command.options.begin(), command.options.end(),
                                 [&](const ApiOption& one) { return one.option() == name; });
  if (!taken) command.options.push_back(std::move(option));
}

void add_members(ApiCommand& command, const json::Value& body,
                 const std::map<std::string, json::Value>& schemas) {
  const json::Value* schema = resolve(body, schemas);
  const json::Value* members = schema != nullptr ? schema->find("properties") : nullptr;
  if (members == nullptr) return;
  for (std::size_t i = 0; i < members->names.size(); ++i) {
    const json::Value* member = resolve(members->list[i], schemas);
    if (member == nullptr) continue;
    if (auto option = option_of_member(members->names[i], *member)) add(command, *option);
  }
}

Result<json::Value> wrong(const std::string& name, const Text& wanted) {
  return problem(Code::Invalid, {name + ": phải là " + wanted.vi + ".",
                                 name + ": it has to be " + wanted.en + "."});
}

Result<json::Value> value_of(const ApiOption& option, const std::string& text) {
  const std::string name = option.option();
  const auto& words = option.words;
  if (!words.empty() && std::find(words.begin(), words.end(), text) == words.end()) {
    return wrong(name, {"một trong: " + joined(words), "one of: " + joined(words)});
  }
  switch (option.kind) {
    case Kind::Text:
      if (!is_utf8(text)) return wrong(name, {"chữ mã UTF-8", "text in UTF-8"});
      return json::Value::of(text);
    case Kind::Number: {
      std::uint64_t number = 0;
      const char* end = text.data() + text.size();
      const auto [at, error] = std::from_chars(text.data(), end, number);
      if (text.empty() || error != std::errc() || at != end) {
        return wrong(name, {"số nguyên không âm", "a whole number, not below 0"});
      }
      return json::Value::of(number);
    }
    case Kind::Flag:
      if (text != "true" && text != "false") {
        return wrong(name, {"true hoặc false", "true or false"});
      }
      return json::Value::of(text == "true");
    case Kind::Day: {
      const auto day = parse_date(text);
      if (!day) {
        return wrong(name, {"ngày có thật, viết như 2021-06-15 hoặc 15/06/2021",
                            "a day that exists, written like 2021-06-15 or 15/06/2021"});
      }
      return json::Value::of(iso(*day));
    }
  }
  return json::Value{};
}

Result<std::string> path_of(const ApiCommand& command, const ApiGiven& given) {
  std::string path = command.operation->path();
  for (std::size_t i = 0; i < command.places.size(); ++i) {
    const std::string& place = command.places[i];
    const std::string number = i < given.places.size() ? given.places[i] : "";
    const bool is_number =
        !number.empty() && number.size() <= digits_max &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number) {
      return problem(Code::Invalid, {"“" + number + "” không phải số hiệu (" + place + ").",
                                     "“" + number + "” is no number (" + place + ")."});
    }
    const std::string marker = "{" + place + "}";
    path.replace(path.find(marker), marker.size(), number);
  }
  return path;
}

void put(json::Value& object, const std::string& name, json::Value value) {
  const auto found = std::find(object.names.begin(), object.names.end(), name);
  if (found == object.names.end()) {
    object.add(name, std::move(value));
  } else {
    object.list[static_cast<std::size_t>(found - object.names.begin())] = std::move(value);
  }
}

Result<std::string> body_of(const ApiCommand& command, const ApiGiven& given) {
  json::Value body = json::Value::object();
  if (given.body) {
    TRY_ASSIGN(body, json::parse(*given.body));
    if (body.kind != json::Value::Kind::Object) {
      return problem(Code::Invalid, {"--body phải là một đối tượng JSON {…}.",
                                     "--body has to be a JSON object {…}."});
    }
  }
  for (const ApiOption& option : command.options) {
    const auto text = given.options.find(option.name);
    if (option.in_query || text == given.options.end()) continue;
    TRY_ASSIGN(json::Value value, value_of(option, text->second));
    put(body, option.name, std::move(value));
  }
  return json::print(body);
}

Result<std::string> query_of(const ApiCommand& command, const ApiGiven& given) {
  std::string query;
  for (const ApiOption& option : command.options) {
    const auto text = given.options.find(option.name);
    if (!option.in_query || text == given.options.end()) continue;
    TRY_ASSIGN(const json::Value value, value_of(option, text->second));
    const bool is_text = value.kind == json::Value::Kind::Text;
    query += query.empty() ? '?' : '&';
    query += http::percent_encode(option.name) + "=" +
             http::percent_encode(is_text ? value.text : json::print(value));
  }
  return query;
}

// "dòng 3, cells[2].amount: …"
std::string fault_line(const json::Value& fault, Language language) {
  std::string place;
  if (const json::Value* row = fault.find("row")) {
    place = (language == Language::English ? "row " : "dòng ") + json::print(*row);
  }
  const std::string_view field = text_in(fault, "field");
  if (!field.empty()) place.append(place.empty() ? "" : ", ").append(field);
  return place + (place.empty() ? "" : ": ") + std::string(text_in(fault, "text"));
}

}  // namespace

const std::vector<ApiGroup>& api_groups() {
  static const std::vector<ApiGroup> all{
      {"unit", {"Đơn vị (qua API)", "units (through the API)"}},
      {"group", {"Nhóm đơn vị (qua API)", "groups of units (through the API)"}},
      {"returning-mailbox",
       {"Hộp thư trả thư lại (qua API)", "mailboxes whose mail comes back (through the API)"}},
      {"plan", {"Kế hoạch (qua API)", "plans (through the API)"}},
      {"plan-ladder",
       {"Thang nhắc việc của kế hoạch (qua API)",
        "the days on which units are reminded of plans (through the API)"}},
      {"amendment",
       {"Sửa đổi, bổ sung kế hoạch (qua API)", "amendments of plans (through the API)"}},
      {"task", {"Nhiệm vụ của kế hoạch (qua API)", "tasks of plans (through the API)"}},
      {"assignment",
       {"Việc của từng đơn vị (qua API)", "what each unit has to do (through the API)"}},
      {"activity", {"Hoạt động (qua API)", "activities (through the API)"}},
      {"activity-kind", {"Loại hoạt động (qua API)", "kinds of activities (through the API)"}},
      {"channel-entry",
       {"Bài Cổng tự ghi (qua API)", "what the portal recorded (through the API)"}},
      {"guidance", {"Câu hỏi hướng dẫn (qua API)", "questions of guidance (through the API)"}},
      {"round", {"Kỳ báo cáo (qua API)", "rounds of reports (through the API)"}},
      {"narrative", {"Báo cáo bằng lời (qua API)", "reports in words (through the API)"}},
      {"report",
       {"Báo cáo (qua API), số liệu đã chốt", "reports (through the API), frozen figures"}},
      {"report-form", {"Biểu mẫu báo cáo (qua API)", "forms of reports (through the API)"}},
      {"figure", {"Số liệu đã chốt (qua API)", "frozen figures (through the API)"}}};
  return all;
}

bool is_api_line(const std::vector<std::string>& words) {
  if (words.empty() || !is_group(words[0])) return false;
  return words[0] != "report" || words.size() < 2 || words[1] != "recompute";
}

std::string ApiOption::option() const { return "--" + kebab(name); }

const std::vector<std::string_view>& api_common_options() {
  static const std::vector<std::string_view> all{"--server", "--token-file", "--english", "--key",
                                                 "--body",   "--file",       "--help"};
  return all;
}

std::optional<ApiCommand> api_command(const city::api::Operation& operation,
                                      const std::map<std::string, json::Value>& schemas) {
  const std::string& id = operation.spec.id;
  const std::size_t dot = id.find('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string group = kebab(std::string_view(id).substr(0, dot));
  if (!is_group(group)) return std::nullopt;
  ApiCommand out{&operation,
                 group,
                 kebab(std::string_view(id).substr(dot + 1)),
                 places_of(operation.spec.path),
                 {},
                 operation.body.has_value()};
  for (const auto& parameter : operation.spec.query) add(out, option_of_parameter(parameter));
  if (operation.body) add_members(out, *operation.body, schemas);
  return out;
}

std::vector<ApiCommand> api_commands(const city::Api& api) {
  std::vector<ApiCommand> out;
  for (const auto& operation : api.operations()) {
    if (auto command = api_command(operation, api.schemas())) out.push_back(*std::move(command));
  }
  return out;
}

Result<ApiCall> api_call(const ApiCommand& command, const ApiGiven& given) {
  ApiCall call{command.operation->method, {}, {}};
  TRY_ASSIGN(call.target, path_of(command, given));
  TRY_ASSIGN(const std::string query, query_of(command, given));
  call.target += query;
  if (command.takes_body) {
    TRY_ASSIGN(call.body, body_of(command, given));
  }
  return call;
}

std::string harmless(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    const std::string_view one = text.substr(0, std::max(size, std::size_t{1}));
    text.remove_prefix(one.size());
    const bool is_control = one == "\x7f" || (size == 1 && one[0] != '\n' && one[0] < ' ') ||
                            (size == 2 && one >= "\xC2\x80" && one <= "\xC2\x9F");
    out += size == 0 || is_control ? std::string_view(" ") : one;
  }
  return out;
}

std::optional<std::string> api_refusal(std::string_view answer, Language language) {
  const auto said = json::parse(answer);
  if (!said || text_in(*said, "detail").empty()) return std::nullopt;
  std::string out(text_in(*said, "detail"));
  const json::Value* faults = said->find("faults");
  if (faults == nullptr) return out;
  // Of a single fault the detail is a repetition.
  if (faults->list.size() == 1 && text_in(faults->list[0], "text") == out) out.clear();
  for (const json::Value& fault : faults->list) {
    out += (out.empty() ? "" : "\n") + fault_line(fault, language);
  }
  return out;
}

}  // namespace lantoa::app
