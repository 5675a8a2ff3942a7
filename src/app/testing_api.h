// The operations of the API for tests of who may do what. The body of a POST is the field "json".
#pragma once

#include "app/testing_guidance.h"
#include "app/testing_plans.h"
#include "app/testing_statistics.h"

namespace lantoa::app {

inline bool is_api(const std::string& route) { return route.find(" /api/") != std::string::npos; }

// That a token is used is told to the ledger beside the call that it makes: this is done when that
// stands there, and nothing more will be said of it today.
inline void use_once(TestingWorld& world, const std::string& token) {
  http::Request request = city::testing::make_request(http::Method::Get, "/api/v1/token");
  request.headers.emplace_back("authorization", "Bearer " + token);
  const std::uint64_t before = world.facts();
  EXPECT_EQ(world.answer(std::move(request)).status, 200);
  world.run("courier/test",
            [](const city::Envelope&) -> Result<ledger::Decision> { return ledger::Decision{}; });
  EXPECT_EQ(world.facts(), before + 1);
}

// A token of the visitor with every scope, used already; empty for who has no account.
inline std::string token_of(TestingWorld& world, const Visitor& visitor) {
  if (!visitor.actor.starts_with("account/")) return {};
  std::string& secret = world.tokens[visitor.actor];
  if (!secret.empty()) return secret;
  secret = "lt_mau-cho-kiem-thu-quyen-" + std::to_string(world.facts());
  world.identity(
      city::identity::IssueToken{
          city::AccountNo{*city::identity::number_in(visitor.actor, "account/")}, "Mẫu",
          city::all_scopes(), world.states().calendar.today() + 30, secret},
      visitor.actor);
  use_once(world, secret);
  return secret;
}

inline http::Request api_request(TestingWorld& world, const Visitor& visitor,
                                 const std::string& route, const Sent& sent) {
  const bool is_post = route.starts_with("POST");
  http::Request request =
      city::testing::make_request(is_post ? http::Method::Post : http::Method::Get, sent.path);
  const std::string token = token_of(world, visitor);
  if (!token.empty()) request.headers.emplace_back("authorization", "Bearer " + token);
  if (!is_post) return request;
  const auto body = sent.fields.find("json");
  request.body = body == sent.fields.end() ? "{}" : body->second;
  request.headers.emplace_back("content-type", "application/json");
  request.headers.emplace_back("idempotency-key", "k" + std::to_string(world.facts()));
  return request;
}

inline std::string today(TestingWorld& world) { return iso(world.states().calendar.today()); }

inline Sent sent_json(std::string path, std::string body) {
  return Sent{"/api/v1" + path, {{"json", std::move(body)}}, {}};
}

inline std::string activity_json(TestingWorld& world, const std::string& first) {
  return "{" + first + R"("kind":"truc-tiep","on":")" + today(world) +
         R"(","amounts":[{"measure":"luot-nguoi","amount":)" +
         std::to_string(1'000 + world.facts()) + "}]}";
}

inline std::string cells_json() {
  std::string out;
  for (const auto& column : city::statistics::find_form("chi-tieu-chung")->columns) {
    out += (out.empty() ? "" : ",") + std::string(R"({"column":")") + column.code +
           R"(","amount":)" + column.code + "}";
  }
  return "[" + out + "]";
}

// "/rounds/5/reports/3" of the page "/bao-cao/5/don-vi/3".
inline std::string in_api(const std::string& page) {
  const std::size_t unit = page.find("/don-vi/");
  const std::string round = page.substr(std::string("/bao-cao/").size(), unit - 9);
  return "/rounds/" + round + "/reports/" + page.substr(unit + 8);
}

inline const std::map<std::string, Example>& api_looks() {
  const auto look = [](const char* path) { return page(std::string("/api/v1") + path); };
  static const std::map<std::string, Example> all{
      {"GET  /api/v1/openapi.json", look("/openapi.json")},
      {"GET  /api/v1/token", look("/token")},
      {"GET  /api/v1/units", look("/units")},
      {"GET  /api/v1/units/{unit}", look("/units/3")},
      {"GET  /api/v1/plans", look("/plans")},
      {"GET  /api/v1/plans/{plan}", look("/plans/1")},
      {"GET  /api/v1/plan-ladders/{plan}", look("/plan-ladders/1")},
      {"GET  /api/v1/plans/{plan}/amendments", look("/plans/1/amendments")},
      {"GET  /api/v1/plans/{plan}/amendments/{amendment}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/api/v1" + amendment_in_api(amendment_of(world))};
       }},
      {"GET  /api/v1/plans/{plan}/standing", look("/plans/1/standing")},
      {"GET  /api/v1/plans/{plan}/coverage", look("/plans/1/coverage?unit=3")},
      {"GET  /api/v1/plans/{plan}/tasks/{task}", look("/plans/1/tasks/1")},
      {"GET  /api/v1/assignments", look("/assignments")},
      {"GET  /api/v1/activity-kinds", look("/activity-kinds")},
      {"GET  /api/v1/activities", look("/activities?unit=3")},
      {"GET  /api/v1/activities/{activity}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/api/v1/activities/", activity(world))};
       }},
      {"GET  /api/v1/channel-entries", look("/channel-entries?unit=3")},
      {"GET  /api/v1/guidance", look("/guidance")},
      {"GET  /api/v1/guidance/{question}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/api/v1/guidance/", guidance_question(world))};
       }},
      {"GET  /api/v1/report-forms", look("/report-forms")},
      {"GET  /api/v1/returning-mailboxes", look("/returning-mailboxes")},
      {"GET  /api/v1/reports", look("/reports")},
      {"GET  /api/v1/rounds", look("/rounds")},
      {"GET  /api/v1/rounds/{round}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/api/v1/rounds/", round(world), "?unit=3")};
       }},
      {"GET  /api/v1/rounds/{round}/narrative",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/api/v1/rounds/", stale_words(world), "/narrative")};
       }},
      {"GET  /api/v1/rounds/{round}/reports/{unit}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/api/v1" + in_api(report_address(world))};
       }},
      {"GET  /api/v1/figures", look("/figures")},
      {"GET  /api/v1/figures/{figure}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/api/v1/figures/", world.figure())};
       }},
      {"GET  /api/v1/ledger", look("/ledger")},
      {"GET  /api/v1/facts", look("/facts")},
      {"GET  /api/v1/facts/stream", look("/facts/stream")},
  };
  return all;
}

inline const std::map<std::string, Example>& api_plan_acts() {
  static const std::map<std::string, Example> all{
      {"POST /api/v1/plans",
       [](TestingWorld&, const Visitor&) {
         return sent_json("/plans", R"({"issuer":3,"title":"Kế hoạch mẫu"})");
       }},
      {"POST /api/v1/plans/{plan}",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(
             at("/plans/", world.draft_plan()),
             R"({"seen_version":2,"title":"Tên mới","audience":"Everybody","grounds":[]})");
       }},
      {"POST /api/v1/plans/{plan}/copy",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/plans/", world.issued_plan(), "/copy"),
                          R"({"title":"Kế hoạch sau","start":")" + today(world) + "\"}");
       }},
      {"POST /api/v1/plans/{plan}/issue",
       [](TestingWorld& world, const Visitor&) {
         const city::PlanNo plan = world.approved_plan();
         return sent_json(
             at("/plans/", plan, "/issue"),
             R"({"number":")" + std::to_string(plan.value) + R"(/KH-UBND","on":"2021-05-12"})");
       }},
      {"POST /api/v1/plan-ladders/{plan}",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(
             at("/plan-ladders/", world.issued_plan()),
             R"({"seen_version":0,"days_before":[10,5,0],"repeat_days":3,"reason":"Việc gấp"})");
       }},
      {"POST /api/v1/plans/{plan}/tasks",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/plans/", world.draft_plan(), "/tasks"),
                          R"({"what":"Việc","code":"002","due":"2021-06-30"})");
       }},
      {"POST /api/v1/plans/{plan}/tasks/{task}",
       [](TestingWorld& world, const Visitor&) {
         const std::string plan = at("/plans/", world.draft_plan());
         return sent_json(
             plan + at("/tasks/", city::TaskNo{world.states().plan.tasks()}),
             R"({"seen_version":2,"what":"Việc khác","due":"2021-06-30","terms":{"doer":"",)"
             R"("responsibility":"","authority":"","result":"Một cuộc họp","partners":""}})");
       }},
      {"POST /api/v1/plans/{plan}/tasks/{task}/drop",
       [](TestingWorld& world, const Visitor&) {
         const std::string plan = at("/plans/", world.draft_plan());
         return sent_json(plan + at("/tasks/", city::TaskNo{world.states().plan.tasks()}, "/drop"),
                          R"({"seen_version":2})");
       }},
      {"POST /api/v1/assignments/{assignment}/done",
       [](TestingWorld& world, const Visitor&) {
         world.issued_plan();
         const city::AssignmentNo last{world.states().plan.assignments()};
         return sent_json(at("/assignments/", last, "/done"), R"({"on":"2021-05-12"})");
       }},
      {"POST /api/v1/assignments/{assignment}/extensions",
       [](TestingWorld& world, const Visitor&) {
         world.issued_plan();
         const city::AssignmentNo last{world.states().plan.assignments()};
         const Date until = world.states().calendar.today() + 5;
         return sent_json(at("/assignments/", last, "/extensions"),
                          R"({"until":")" + iso(until) + R"(","reason":"Mất điện"})");
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& api_amendment_acts() {
  static const std::map<std::string, Example> all{
      {"POST /api/v1/plans/{plan}/amendments",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/plans/", world.issued_plan(), "/amendments"),
                          R"({"reason":"Có hướng dẫn mới"})");
       }},
      {"POST /api/v1/plans/{plan}/amendments/{amendment}",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(amendment_in_api(amendment_of(world)),
                          R"({"seen_version":1,"reason":"Có hướng dẫn khác"})");
       }},
      {"POST /api/v1/plans/{plan}/amendments/{amendment}/give-up",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(amendment_in_api(amendment_of(world)) + "/give-up",
                          R"({"reason":"Không cần"})");
       }},
      {"POST /api/v1/plans/{plan}/amendments/{amendment}/issue",
       [](TestingWorld& world, const Visitor&) {
         const std::string path = amendment_in_api(amendment_of(world, true)) + "/issue";
         return sent_json(path, R"({"number":")" + number_of_amendment(world) + R"(","on":")" +
                                    today(world) + "\"}");
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& api_unit_acts() {
  static const std::map<std::string, Example> all{
      {"POST /api/v1/activity-batches",
       [](TestingWorld& world, const Visitor&) {
         const std::string rows = activity_json(world, R"("unit":3,)");
         Sent sent = sent_json("/activity-batches", R"({"activities":[)" + rows + "]}");
         sent.out = 422;  // rights are judged by row
         return sent;
       }},
      {"POST /api/v1/activities",
       [](TestingWorld& world, const Visitor&) {
         return sent_json("/activities", activity_json(world, R"("unit":3,)"));
       }},
      {"POST /api/v1/activities/{activity}",
       [](TestingWorld& world, const Visitor&) {
         const std::string path = at("/activities/", activity(world));
         return sent_json(path, activity_json(world, R"("seen_version":1,"reason":"Đếm nhầm",)"));
       }},
      {"POST /api/v1/activities/{activity}/annul",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/activities/", activity(world), "/annul"),
                          R"({"seen_version":1,"reason":"Ghi hai lần"})");
       }},
      {"POST /api/v1/guidance",
       [](TestingWorld&, const Visitor&) {
         return sent_json("/guidance",
                          R"({"unit":3,"plan":1,"text":"Ghi số liệu ở đâu?","anyway":true})");
       }},
      {"POST /api/v1/guidance/{question}/answer",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/guidance/", guidance_question(world), "/answer"),
                          R"({"seen_version":0,"text":"Ở trang Hoạt động."})");
       }},
      {"POST /api/v1/rounds",
       [](TestingWorld& world, const Visitor&) {
         const auto [from, to] = next_period(world);
         return sent_json("/rounds", R"({"form":"chi-tieu-chung","scope":3,"from":")" + iso(from) +
                                         R"(","to":")" + iso(to) + R"(","due":")" +
                                         iso(world.states().calendar.today() + 5) + "\"}");
       }},
      {"POST /api/v1/rounds/{round}/cancel",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/rounds/", round(world), "/cancel"), R"({"reason":"Nhầm kỳ"})");
       }},
      {"POST /api/v1/rounds/{round}/close",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(at("/rounds/", round(world), "/close"), "{}");
       }},
      {"POST /api/v1/rounds/{round}/late",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(
             at("/rounds/", closed_round(world), "/late"),
             R"({"code":"002","until":")" + today(world) + R"(","reason":"Mất điện"})");
       }},
      {"POST /api/v1/rounds/{round}/narrative",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(
             at("/rounds/", round(world), "/narrative"),
             R"({"seen_version":0,"sections":[{"part":"ket-qua","text":"Đã nộp {{đã nộp}}."}],)"
             R"("seen":[{"figure":"đã nộp","value":"0"}]})");
       }},
      {"POST /api/v1/rounds/{round}/reports/{unit}",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(in_api(report_address(world)),
                          R"({"seen_version":0,"note":"Đếm tay","cells":)" + cells_json() + "}");
       }},
      {"POST /api/v1/rounds/{round}/reports/{unit}/return",
       [](TestingWorld& world, const Visitor&) {
         return sent_json(in_api(handed_in(world)) + "/return",
                          R"({"seen_version":1,"reason":"Xem lại"})");
       }},
  };
  return all;
}

}  // namespace lantoa::app
