// ApiDoor: to programs what Site is to browsers. Who comes is said by an access token in the header
// Authorization, never by a cookie, so no other site can send anything in a visitor's name. Answers
// and refusals are JSON; a refusal is a problem of RFC 9457.
#pragma once

#include "city/app.h"
#include "platform/http/workers.h"

namespace lantoa::city {

class ApiDoor {
 public:
  // `again`: makes an order once more off the writer's thread.
  ApiDoor(App& app, http::Workers& again) : app_(app), again_(again) {}

  static bool is_at(std::string_view path) { return path.starts_with("/api/"); }
  void handle(http::Request request, http::Reply reply);

 private:
  struct Entry {
    Visit visit;
    const Route* route = nullptr;
    const api::Operation* operation = nullptr;
  };
  enum class Attempt { First, Second };
  http::Response nothing_there(const Visit& visit, bool other_method) const;
  std::optional<http::Response> admit(Entry& entry) const;
  void post(Entry entry, http::Reply reply);
  void act(Entry entry, http::Reply reply, Attempt attempt);
  void act_again(const Entry& entry, const http::Reply& reply);
  http::Response receipt(const Entry& entry, const ledger::Done& done,
                         std::string_view digest) const;
  // `status`: 0 is that of the problem's code.
  http::Response refusal(const Visit& visit, const Problem& problem, int status = 0) const;

  App& app_;
  http::Workers& again_;
};

// What a POST is answered.
struct Receipt {
  static constexpr std::string_view schema = "Receipt";
  std::optional<std::uint64_t> position;  // of its last fact in the ledger; none when repeated
  bool repeated = false;                  // the same key was sent before: nothing was written now
  std::string page;                       // where people see it
  std::optional<std::string> location;    // where it is found in the API
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (position, repeated, page, location))

// What a refusal says.
struct ApiFault {
  std::optional<std::string> field;  // "cells[2].amount"
  std::optional<std::uint32_t> row;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ApiFault, (), (field, row, text))
struct ApiProblem {
  static constexpr std::string_view schema = "Problem";
  std::string title;
  std::uint32_t status = 0;
  std::string detail;
  std::string code;  // "invalid"
  std::optional<std::string> field;
  std::vector<ApiFault> faults;
};
BOOST_DESCRIBE_STRUCT(ApiProblem, (), (title, status, detail, code, field, faults))

constexpr std::string_view idempotency_header = "idempotency-key";

}  // namespace lantoa::city
