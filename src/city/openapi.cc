#include "city/openapi.h"

#include <algorithm>

#include "city/api_door.h"
#include "city/described_api.h"

namespace lantoa::city {
namespace {

using json::Value;

Value text(std::string_view text) { return Value::of(std::string(text)); }

// "vi | en", as everything that programmers of both languages read.
Value both(const Text& words) { return Value::of(words.vi + " | " + words.en); }

Value reference(std::string_view part, std::string_view name) {
  return Value::object().add(
      "$ref", Value::of("#/components/" + std::string(part) + "/" + std::string(name)));
}

Value schema_of(const api::Parameter& parameter) {
  using Kind = api::Parameter::Kind;
  if (parameter.kind == Kind::Number) return json::schema_of_integer(1, UINT32_MAX);
  if (parameter.kind == Kind::Position) return json::schema_of_integer(0, UINT64_MAX);
  if (parameter.kind == Kind::Day) return json::schema_of_format("date");
  return parameter.words.empty() ? json::schema_of_text() : json::schema_of_names(parameter.words);
}

Value path_parameter(const std::string& name) {
  Value out = Value::object();
  out.add("name", Value::of(name)).add("in", text("path")).add("required", Value::of(true));
  out.add("schema", json::schema_of_integer(1, UINT32_MAX));
  return out;
}

Value query_parameter(const api::Parameter& parameter) {
  Value out = Value::object();
  out.add("name", Value::of(parameter.name)).add("in", text("query"));
  out.add("description", both(parameter.about)).add("schema", schema_of(parameter));
  return out;
}

std::vector<std::string> places_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
    out.emplace_back(path.substr(at + 1, path.find('}', at) - at - 1));
  }
  return out;
}

Value parameters_of(const api::Operation& operation) {
  std::vector<Value> out;
  for (const std::string& place : places_of(operation.spec.path)) {
    out.push_back(path_parameter(place));
  }
  for (const auto& one : operation.spec.query) out.push_back(query_parameter(one));
  if (operation.method == http::Method::Post) {
    out.push_back(reference("parameters", "IdempotencyKey"));
  }
  return Value::of(std::move(out));
}

Value content(std::string_view media_type, Value schema) {
  return Value::object().add(std::string(media_type),
                             Value::object().add("schema", std::move(schema)));
}

Value answered(std::string_view what, std::string_view media_type, Value schema) {
  Value out = Value::object();
  out.add("description", text(what));
  out.add("content", content(media_type, std::move(schema)));
  return out;
}

Value responses_of(const api::Operation& operation) {
  Value out = Value::object();
  if (operation.method == http::Method::Post) {
    out.add("201", answered("Đã ghi | done", "application/json", json::reference(Receipt::schema)));
  } else if (operation.answer) {
    out.add("200", answered("Kết quả | the answer", operation.media_type, *operation.answer));
  } else {
    out.add("200", answered("Kết quả | the answer", operation.media_type,
                            operation.media_type == "application/json"
                                ? Value::object().add("type", text("object"))
                                : json::schema_of_text()));
  }
  const auto refused = [&](const char* status) {
    out.add(status, reference("responses", "Refused"));
  };
  if (operation.spec.scope) {
    refused("401");
    refused("403");
  }
  for (const char* status : {"404", "409", "422"}) refused(status);
  if (operation.method == http::Method::Post) {
    for (const char* status : {"413", "415"}) refused(status);
  }
  if (operation.spec.scope) out.add("429", reference("responses", "TooOften"));
  refused("503");
  return out;
}

std::string group_of(const std::string& id) { return id.substr(0, id.find('.')); }

Value described(const api::Operation& operation) {
  const api::Spec& spec = operation.spec;
  Value out = Value::object();
  out.add("operationId", Value::of(spec.id));
  out.add("tags", Value::of(std::vector<Value>{Value::of(group_of(spec.id))}));
  out.add("summary", both(spec.summary));
  const Text right = title(spec.right);
  if (spec.scope) {
    out.add("description", both({"Chủ mã cần quyền: " + right.vi + ".",
                                 "The token's owner needs the right to " + right.en + "."}));
  }
  std::vector<Value> security;
  if (spec.scope) {
    security.push_back(
        Value::object().add("token", Value::of(std::vector<Value>{text(name(*spec.scope))})));
  }
  out.add("security", Value::of(std::move(security)));
  Value parameters = parameters_of(operation);
  if (!parameters.list.empty()) out.add("parameters", std::move(parameters));
  if (operation.body) {
    Value body = Value::object();
    body.add("required", Value::of(true));
    body.add("content", content("application/json", *operation.body));
    out.add("requestBody", std::move(body));
  }
  out.add("responses", responses_of(operation));
  return out;
}

// By path, in the order in which they were declared.
Value paths_of(const Api& api) {
  Value out = Value::object();
  for (const api::Operation& operation : api.operations()) {
    const std::string path = operation.path();
    auto at = std::find(out.names.begin(), out.names.end(), path);
    if (at == out.names.end()) {
      out.add(path, Value::object());
      at = std::prev(out.names.end());
    }
    Value& item = out.list[static_cast<std::size_t>(at - out.names.begin())];
    item.add(operation.method == http::Method::Get ? "get" : "post", described(operation));
  }
  return out;
}

Value refusals() {
  Value too_often = answered(
      "Gọi quá nhiều; đợi số giây ghi ở Retry-After | called too often; wait "
      "as many seconds as Retry-After says",
      "application/problem+json", json::reference(ApiProblem::schema));
  Value wait = Value::object();
  wait.add("description", text("giây | seconds"));
  wait.add("schema", json::schema_of_integer(1, UINT32_MAX));
  too_often.add("headers", Value::object().add("Retry-After", std::move(wait)));
  Value out = Value::object();
  out.add("Refused", answered("Không làm được; “detail” nói vì sao | refused; “detail” says why",
                              "application/problem+json", json::reference(ApiProblem::schema)));
  out.add("TooOften", std::move(too_often));
  return out;
}

Value components_of(const Api& api) {
  json::Schemas own;
  own.of<Receipt>();
  own.of<ApiProblem>();
  Value schemas = Value::object();
  std::map<std::string, Value> all = own.named();
  all.insert(api.schemas().begin(), api.schemas().end());
  for (const auto& [name, schema] : all) schemas.add(name, schema);

  Value key = Value::object();
  key.add("name", text("Idempotency-Key")).add("in", text("header"));
  key.add("required", Value::of(true));
  key.add(
      "description",
      both({"Mỗi việc một khóa: trong 30 ngày, gửi lại cùng khóa và nội dung thì chỉ ghi một lần.",
            "A key for each act: for 30 days, sent again with the same key and body it is done "
            "once."}));
  Value form = json::schema_of_text();
  form.add("pattern", text("^[A-Za-z0-9_-]{1,100}$"));
  key.add("schema", std::move(form));

  Value scheme = Value::object();
  scheme.add("type", text("http")).add("scheme", text("bearer"));
  std::string scopes;
  for (const Scope scope : all_scopes()) {
    const Text words = title(scope);
    scopes += "\n- " + std::string(name(scope)) + ": " + words.vi + " | " + words.en;
  }
  scheme.add("description",
             Value::of("Mã truy cập, tạo ở trang /ma-truy-cap | an access token, made at "
                       "/ma-truy-cap. Phạm vi | scopes:" +
                       scopes));

  Value out = Value::object();
  out.add("schemas", std::move(schemas));
  out.add("parameters", Value::object().add("IdempotencyKey", std::move(key)));
  out.add("responses", refusals());
  out.add("securitySchemes", Value::object().add("token", std::move(scheme)));
  return out;
}

}  // namespace

json::Value openapi(const Api& api) {
  Value info = Value::object();
  info.add("title", text("Lan Tỏa")).add("version", text("1"));
  info.add(
      "description",
      both(
          {"Mọi việc với kế hoạch, nhiệm vụ, hoạt động, báo cáo mà người làm trên trang làm "
           "việc, trừ những việc phải có người thứ hai: phê duyệt, đăng bài, xác nhận vai trò. Mỗi "
           "lần ghi trả về vị trí trong sổ cái. Gọi liên tục thì mỗi mã được " +
               std::to_string(reads_of_token.per_minute) + " lần đọc và " +
               std::to_string(writes_of_token.per_minute) + " lần ghi mỗi phút.",
           "Whatever people do in the office with plans, tasks, activities and reports, but "
           "for what needs a second person: approving, publishing, confirming a role. Each "
           "act answers with its position in the ledger. A token may go on making " +
               std::to_string(reads_of_token.per_minute) + " reads and " +
               std::to_string(writes_of_token.per_minute) + " writes a minute."}));
  Value out = Value::object();
  out.add("openapi", text("3.1.0")).add("info", std::move(info));
  out.add("servers", Value::of(std::vector<Value>{Value::object().add("url", text("/"))}));
  out.add("paths", paths_of(api));
  out.add("components", components_of(api));
  return out;
}

void install_openapi(App& app) {
  api::Operation operation{{"document.show",
                            std::string(openapi_path),
                            Right::Public,
                            {},
                            {"Tài liệu này", "This document"}}};
  const auto document = std::make_shared<std::string>();
  app.api.get(std::move(operation),
              [document](const Visit&) -> Result<http::Response> { return http::json(*document); });
  *document = json::print(openapi(app.api), true) + "\n";  // it tells of itself
}

}  // namespace lantoa::city
