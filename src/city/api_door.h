// ApiDoor: to programs what Site is to browsers. Who comes is said by an access token in the header
// Authorization, never by a cookie, so no other site can send anything in a visitor's name. Answers
// and refusals are JSON; a refusal is a problem of RFC 9457.
#pragma once

#include "city/app.h"
#include "city/call_limits.h"
#include "city/senders.h"
#include "platform/http/workers.h"

namespace lantoa::city {

class ApiDoor {
 public:
  // `again`: makes an order once more off the writer's thread.
  ApiDoor(App& app, Clock& clock, http::Workers& again);

  static bool is_at(std::string_view path) { return path.starts_with("/api/"); }
  void handle(http::Request request, http::Reply reply);

 private:
  struct Entry {
    Visit visit;
    const Route* route = nullptr;
    const api::Operation* operation = nullptr;
    App::TokenHolder holder;  // of an operation that needs a token
  };
  enum class Attempt { First, Second };
  http::Response nothing_there(const Visit& visit, bool other_method) const;
  std::optional<http::Response> admit(Entry& entry);
  std::optional<http::Response> recognise(Entry& entry);
  http::Response unknown(const Visit& visit, const Problem& why);
  void serve(Entry entry, http::Reply reply);
  void post(Entry entry, http::Reply reply);
  void act(Entry entry, http::Reply reply, Attempt attempt);
  void act_again(const Entry& entry, const http::Reply& reply);
  http::Response receipt(const Entry& entry, const ledger::Done& done,
                         std::string_view digest) const;
  // `status`: 0 is that of the problem's code. `wait_s`: what is too often or not available now may
  // be asked for again after that.
  http::Response refusal(const Visit& visit, const Problem& problem, int status = 0,
                         std::uint32_t wait_s = usual_wait_s) const;

  static constexpr std::uint32_t usual_wait_s = 30;

  App& app_;
  Clock& clock_;
  http::Workers& again_;
  CallLimits limits_;
  Senders strangers_;  // calls without a token that is good
};

// What a POST is answered.
struct Receipt {
  static constexpr std::string_view schema = "Receipt";
  std::optional<std::uint64_t> position;  // of its last fact in the ledger; none when repeated
  bool repeated = false;                  // the same key was sent before: nothing was written now
  std::string page;                       // where people see it
  std::optional<std::string> location;    // where it is found in the API
  // Of what a batch made, in the order in which it was sent.
  std::optional<std::vector<std::uint32_t>> numbers;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (position, repeated, page, location, numbers))

// What a refusal says.
struct ApiFault {
  std::optional<std::string> field;  // "cells[2].amount"
  std::optional<std::uint32_t> row;  // of a batch: which of it, from 1
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
// Of one network in an hour. A program whose token has ended and that asks twice a minute stays
// below; one in a loop is told to wait.
constexpr std::size_t unknown_calls_max = 300;

}  // namespace lantoa::city
