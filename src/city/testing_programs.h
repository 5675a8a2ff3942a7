// For tests of a slice's API: whoever asks is let in by a token that is his account's name,
// "account/2", with every scope. After the slice is installed.
#pragma once

#include <string>
#include <utility>

#include "city/testing.h"
#include "platform/json/value.h"

namespace lantoa::city::testing {

class Programs {
 public:
  explicit Programs(Node& node) : node_(node) {
    node.app.token_is_good = [](TokenNo, Date) { return true; };
    node.app.find_token = [](std::string_view secret) -> Result<App::TokenHolder> {
      const auto digit = static_cast<std::uint32_t>(secret.back() - '0');
      return App::TokenHolder{TokenNo{digit + 1}, std::string(secret), all_scopes(), true};
    };
  }

  http::Response get(const std::string& path, const std::string& account) {
    return answer(request(http::Method::Get, path, account));
  }
  // As JSON, of a GET that has to succeed.
  json::Value read(const std::string& path, const std::string& account) {
    return parsed(get(path, account), 200);
  }
  http::Response post(const std::string& path, std::string body, const std::string& account,
                      std::string key = {}) {
    if (key.empty()) key = "k" + std::to_string(++keys_);
    http::Request sent = request(http::Method::Post, path, account);
    sent.body = std::move(body);
    sent.headers.emplace_back("content-type", "application/json");
    sent.headers.emplace_back("idempotency-key", std::move(key));
    return answer(std::move(sent));
  }

  static json::Value parsed(const http::Response& response, int status) {
    EXPECT_EQ(response.status, status) << response.body;
    auto value = json::parse(response.body);
    EXPECT_TRUE(value) << response.body;
    return value ? *std::move(value) : json::Value{};
  }
  // "3 kind" of each fault: its row, where it has one, and its field.
  static std::vector<std::string> places_of(const http::Response& refusal, int status) {
    std::vector<std::string> out;
    const json::Value said = parsed(refusal, status);
    const json::Value* faults = said.find("faults");
    if (faults == nullptr) return out;
    for (const json::Value& fault : faults->list) {
      const json::Value* row = fault.find("row");
      const json::Value* field = fault.find("field");
      out.push_back((row != nullptr ? std::to_string(row->integer) + " " : "") +
                    (field != nullptr ? field->text : ""));
    }
    return out;
  }

 private:
  static http::Request request(http::Method method, const std::string& path,
                               const std::string& account) {
    http::Request out = make_request(method, std::string(api_base) + path);
    out.headers.emplace_back("authorization", "Bearer " + account);
    out.headers.emplace_back("accept-language", "en");
    return out;
  }
  http::Response answer(http::Request request) {
    if (!std::exchange(started_, true)) node_.get("/");  // starts the writer
    return testing::answer(node_.site, std::move(request));
  }

  Node& node_;
  bool started_ = false;
  unsigned keys_ = 0;
};

}  // namespace lantoa::city::testing
