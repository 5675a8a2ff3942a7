#include "app/api_call.h"

#include <gtest/gtest.h>

namespace lantoa::app {
namespace {

using city::api::Operation;
using city::api::Parameter;

json::Value schema(const std::string& text) { return json::parse(text).value(); }

const std::map<std::string, json::Value> schemas{
    {"NewActivity", schema(R"({"type":"object","properties":{
      "title":{"type":"string"},"held_on":{"type":"string","format":"date"},
      "persons":{"type":"integer","minimum":0},"is_public":{"type":"boolean"},
      "channel":{"type":"string","enum":["Meeting","Radio"]},
      "key":{"type":"string"},
      "place":{"$ref":"#/components/schemas/Place"},
      "kind":{"$ref":"#/components/schemas/Kind"},
      "cells":{"type":"array","items":{"type":"integer"}}},
      "required":["title"]})")},
    {"Place", schema(R"({"type":"object","properties":{"unit":{"type":"integer"}}})")},
    {"Kind", schema(R"({"type":"string","enum":["Open","Closed"]})")},
};

Operation get(const std::string& id, const std::string& path, std::vector<Parameter> query = {}) {
  Operation out;
  out.spec.id = id;
  out.spec.path = path;
  out.spec.query = std::move(query);
  return out;
}

Operation post(const std::string& id, const std::string& path) {
  Operation out = get(id, path);
  out.method = http::Method::Post;
  out.body = schema(R"({"$ref":"#/components/schemas/NewActivity"})");
  return out;
}

std::vector<std::string> names_of(const ApiCommand& command) {
  std::vector<std::string> out;
  for (const ApiOption& option : command.options) out.push_back(option.option());
  return out;
}

struct Lists : testing::Test {
  const Operation operation = get("plan.list", "/plans",
                                  {{"page", Parameter::Kind::Number, {}},
                                   {"issued_from", Parameter::Kind::Day, {}},
                                   {"state", Parameter::Kind::Word, {}, {"draft", "issued"}},
                                   {"words", Parameter::Kind::Word, {}}});
  const ApiCommand command = api_command(operation, schemas).value();

  Result<ApiCall> call(std::map<std::string, std::string> options) const {
    return api_call(command, {{}, std::move(options), {}});
  }
};

struct Logs : testing::Test {
  const Operation operation = post("activity.log_again", "/plans/{plan}/tasks/{task}/log");
  const ApiCommand command = api_command(operation, schemas).value();

  Result<ApiCall> call(std::map<std::string, std::string> options,
                       std::optional<std::string> body = {}) const {
    return api_call(command, {{"3", "12"}, std::move(options), std::move(body)});
  }
  std::string body(std::map<std::string, std::string> options,
                   std::optional<std::string> given = {}) const {
    const auto made = call(std::move(options), std::move(given));
    return made ? made->body : made.error().text.en;
  }
};

TEST(ApiCommand, IsNamedByItsOperation) {
  const Operation operation = post("activity.log_again", "/plans/{plan}/tasks/{task}/log");
  const auto command = api_command(operation, schemas);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->group, "activity");
  EXPECT_EQ(command->verb, "log-again");
  EXPECT_THAT(command->places, testing::ElementsAre("plan", "task"));
  EXPECT_TRUE(command->takes_body);
  EXPECT_FALSE(api_command(get("ledger.show", "/ledger"), {}));
  EXPECT_FALSE(api_command(get("api.describe", "/openapi.json"), {}));
  EXPECT_FALSE(api_command(get("plan", "/plans"), {}));
}

TEST(ApiCommand, LinesThatNeedTheTable) {
  EXPECT_TRUE(is_api_line({"plan"}));
  EXPECT_TRUE(is_api_line({"plan", "--help"}));
  EXPECT_TRUE(is_api_line({"report", "list"}));
  EXPECT_TRUE(is_api_line({"report"}));
  EXPECT_FALSE(is_api_line({}));
  EXPECT_FALSE(is_api_line({"report", "recompute", "--data", "x"}));
  EXPECT_FALSE(is_api_line({"ledger", "head"}));
  EXPECT_FALSE(is_api_line({"--help"}));
  EXPECT_FALSE(is_api_line({"serve", "plan"}));
}

TEST_F(Logs, ScalarsAreOptionsInKebabCase) {
  // Neither the list and the object nor what is called as an option of every command.
  EXPECT_THAT(names_of(command), testing::ElementsAre("--title", "--held-on", "--persons",
                                                      "--is-public", "--channel", "--kind"));
}

TEST_F(Logs, OptionsBecomeMembersOfTheirTypes) {
  const auto made = call({{"title", "Họp “tổ” 7"},
                          {"held_on", "15/06/2021"},
                          {"persons", "007"},
                          {"is_public", "true"},
                          {"channel", "Radio"},
                          {"kind", "Open"}});
  ASSERT_TRUE(made) << made.error().text.en;
  EXPECT_EQ(made->method, http::Method::Post);
  EXPECT_EQ(made->target, "/api/v1/plans/3/tasks/12/log");
  EXPECT_EQ(made->body,
            R"({"title":"Họp “tổ” 7","held_on":"2021-06-15","persons":7,"is_public":true,)"
            R"("channel":"Radio","kind":"Open"})");
  EXPECT_EQ(body({{"title", "7"}}), R"({"title":"7"})");
}

TEST_F(Logs, WhatIsMissingIsLeftToTheServer) { EXPECT_EQ(body({}), "{}"); }

TEST_F(Logs, OptionsWinOverTheBody) {
  const std::string given = R"({"cells":[1,2],"title":"a","place":{"unit":4}})";
  EXPECT_EQ(body({}, given), given);
  EXPECT_EQ(body({{"title", "b"}, {"persons", "5"}}, given),
            R"({"cells":[1,2],"title":"b","place":{"unit":4},"persons":5})");
}

TEST_F(Logs, WhatCannotBeWrittenDownIsRefusedByTheNameOfTheOption) {
  const std::vector<std::pair<std::string, std::string>> cases{{"persons", "-1"},
                                                               {"persons", "1.5"},
                                                               {"persons", ""},
                                                               {"persons", " 1"},
                                                               {"persons", "99999999999999999999"},
                                                               {"is_public", "1"},
                                                               {"held_on", "31/02/2021"},
                                                               {"held_on", "hôm nay"},
                                                               {"channel", "radio"},
                                                               {"title", "\xff"}};
  for (const auto& [name, text] : cases) {
    const auto made = call({{name, text}});
    ASSERT_FALSE(made) << name << ' ' << text;
    EXPECT_EQ(made.error().code, Code::Invalid);
    const std::string option = ApiOption{.name = name}.option();
    EXPECT_TRUE(made.error().text.vi.starts_with(option + ": ")) << made.error().text.vi;
    EXPECT_TRUE(made.error().text.en.starts_with(option + ": ")) << made.error().text.en;
  }
  EXPECT_THAT(call({{"channel", "radio"}}).error().text.en, testing::HasSubstr("Meeting, Radio"));
}

TEST_F(Logs, ABodyHasToBeAnObject) {
  for (const char* given : {"", "{", "[]", "3", "null"}) {
    const auto made = call({}, given);
    ASSERT_FALSE(made) << given;
    EXPECT_EQ(made.error().code, Code::Invalid);
  }
}

TEST_F(Logs, PlacesAreNumbers) {
  for (const char* place : {"", "x", "-3", "3/../4", "3?x", "12345678901"}) {
    const auto made = api_call(command, {{"3", place}, {}, {}});
    ASSERT_FALSE(made) << place;
    EXPECT_EQ(made.error().code, Code::Invalid);
    EXPECT_THAT(made.error().text.vi, testing::HasSubstr("task"));
  }
}

TEST_F(Lists, OptionsBecomeTheQuery) {
  const auto all = call({});
  ASSERT_TRUE(all);
  EXPECT_EQ(all->method, http::Method::Get);
  EXPECT_EQ(all->target, "/api/v1/plans");
  EXPECT_EQ(all->body, "");
  EXPECT_EQ(call({{"page", "2"}, {"issued_from", "15/06/2021"}, {"state", "draft"}})->target,
            "/api/v1/plans?page=2&issued_from=2021-06-15&state=draft");
  EXPECT_EQ(call({{"words", "a&b=c đ"}})->target, "/api/v1/plans?words=a%26b%3Dc%20%C4%91");
  EXPECT_FALSE(call({{"state", "late"}}));
  EXPECT_FALSE(call({{"page", "two"}}));
}

TEST(ApiRefusal, IsReadAsSentences) {
  const auto said = [](const char* text, Language language = Language::Vietnamese) {
    return api_refusal(text, language).value_or("none");
  };
  EXPECT_EQ(said(R"({"title":"Not Found","status":404,"detail":"Không có.","faults":[]})"),
            "Không có.");
  EXPECT_EQ(said(R"({"detail":"Chưa đúng.","faults":[{"field":"cells[2].amount","text":"Phải."},
                     {"row":3,"field":"a","text":"Thiếu."},{"text":"Cả."}]})"),
            "Chưa đúng.\ncells[2].amount: Phải.\ndòng 3, a: Thiếu.\nCả.");
  EXPECT_EQ(said(R"({"detail":"No.","faults":[{"row":1,"text":"No."}]})", Language::English),
            "row 1: No.");
  EXPECT_EQ(said("<html>"), "none");
  EXPECT_EQ(said("{}"), "none");
  EXPECT_EQ(said("[]"), "none");
  EXPECT_EQ(said(R"({"detail":3})"), "none");
}

TEST(Harmless, WhatAServerSaysDoesNotSteerTheTerminal) {
  EXPECT_EQ(harmless("Kỳ này đã khóa.\nử 97/2019 €"), "Kỳ này đã khóa.\nử 97/2019 €");
  EXPECT_EQ(harmless("a\x1b[31mb\x07"
                     "c\x7f\td\r"),
            "a [31mb c  d ");
  EXPECT_EQ(harmless(std::string_view("a\0b", 3)), "a b");
  EXPECT_EQ(harmless("a\xC2\x9B"
                     "31mb"),
            "a 31mb")
      << "the one-character escape";
  EXPECT_EQ(harmless("\xC2\x80\xC2\x9F\xC2\xA0"), "  \xC2\xA0") << "U+00A0 is a space already";
  EXPECT_EQ(harmless("\xE1\xBB\x9B"), "\xE1\xBB\x9B") << "0x9B within a letter, ớ, is none";
  EXPECT_EQ(harmless("a\x9B"
                     "31m\xC2\xC2\x9B\xC2"),
            "a 31m   ")
      << "no UTF-8";
  EXPECT_EQ(harmless(""), "");
}

}  // namespace
}  // namespace lantoa::app
