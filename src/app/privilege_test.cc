// Every route of the router by every visitor against the table kept by hand, privileges.golden;
// forms of others; forms sent twice.
#include <fstream>

#include "app/testing_examples.h"

namespace lantoa::app {
namespace {

std::vector<std::string> words(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

// "GET  /bai/{article}" of a line that begins with it.
std::string route_of(const std::string& line) {
  return words(line)[0].append(5 - words(line)[0].size(), ' ') + words(line)[1];
}

std::vector<std::string> routes(TestingWorld& world) {
  std::istringstream table(world.app().routes.table());
  std::vector<std::string> out;
  for (std::string line; std::getline(table, line);) out.push_back(route_of(line));
  return out;
}

bool is_form(const std::string& route) { return route.starts_with("POST") && !is_api(route); }

// By route: who gets in, "yes yes cows - …".
std::map<std::string, std::string> expected_table() {
  std::ifstream file(std::string(LANTOA_SOURCE_DIR) + "/src/app/privileges.golden");
  std::map<std::string, std::string> out;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::string& row = out[route_of(line)];
    const auto all = words(line);
    for (std::size_t i = 2; i < all.size(); ++i) row += (i > 2 ? " " : "") + all[i];
  }
  return out;
}

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

http::Request request_of(TestingWorld& world, const Visitor& visitor, const std::string& route,
                         const Sent& sent) {
  if (is_api(route)) return api_request(world, visitor, route, sent);
  const std::string token = world.sign_in(visitor);
  if (is_form(route)) return world.form(token, sent.path, sent.fields, sent.file);
  return city::testing::make_request(http::Method::Get, sent.path, token);
}

bool gets_in(TestingWorld& world, const Visitor& visitor, const std::string& route,
             const Example& example) {
  const Sent sent = example(world, visitor);
  http::Request request = request_of(world, visitor, route, sent);
  const std::uint64_t before = world.facts();
  const http::Response response = world.answer(std::move(request));
  const bool to_sign_in = header(response, "Location").starts_with("/dang-nhap?ve=");
  const bool in =
      !to_sign_in && (response.status == 200 || response.status == 201 || response.status == 303 ||
                      (sent.in != 200 && response.status == sent.in));
  const bool out =
      to_sign_in || response.status == 401 || response.status == 403 || response.status == sent.out;
  EXPECT_TRUE(in != out) << route << " by " << visitor.actor << " at " << visitor.place << ": "
                         << response.status << " " << response.body;
  if (!in) {
    EXPECT_EQ(world.facts(), before) << route << " by " << visitor.actor;
  }
  return in;
}

std::string actual_row(TestingWorld& world, const std::string& route, const Example& example) {
  std::string row;
  std::string places;
  for (const Visitor& visitor : world.visitors) {
    const bool in = gets_in(world, visitor, route, example);
    if (!visitor.role) {
      row += in ? "yes " : "- ";
      continue;
    }
    if (in) places += visitor.place;
    if (visitor.place != 's') continue;  // the last place of a role
    row += (places.empty() ? "-" : places) + " ";
    places.clear();
  }
  row.pop_back();
  return row;
}

TEST(Privileges, AreThoseOfTheTableKeptByHand) {
  TestingWorld world;
  const auto all = examples();
  auto expected = expected_table();
  for (const std::string& route : routes(world)) {
    ASSERT_TRUE(all.contains(route)) << "give an example of " << route << " in testing_examples.h";
    EXPECT_EQ(actual_row(world, route, all.at(route)), expected[route]) << route;
    expected.erase(route);
  }
  EXPECT_TRUE(expected.empty()) << "no route any more: " << expected.begin()->first;
}

// A visitor whom the table lets in; nobody who is not signed in, because he has no token to forge.
const Visitor& one_let_in(const TestingWorld& world, const std::string& row) {
  const auto columns = words(row);
  for (std::size_t i = 0; i + 2 < columns.size(); ++i) {
    const std::size_t first = 2 + 4 * i;  // visitor of this role over the city
    const std::size_t place = std::string_view("cows").find(columns[i + 2][0]);
    if (place != std::string_view::npos) return world.visitors[first + place];
  }
  return world.visitors[1];
}

TEST(Forms, OfOtherSitesAndSessionsAreRefused) {
  TestingWorld world;
  const auto all = examples();
  const auto expected = expected_table();
  for (const std::string& route : routes(world)) {
    if (!is_form(route)) continue;
    const Visitor& visitor = one_let_in(world, expected.at(route));
    Sent sent = all.at(route)(world, visitor);
    const auto refused = [&](const std::string& how, auto change) {
      http::Request request = request_of(world, visitor, route, sent);
      change(request);
      const std::uint64_t before = world.facts();
      EXPECT_EQ(world.answer(std::move(request)).status, 403) << route << " " << how;
      EXPECT_EQ(world.facts(), before) << route << " " << how;
    };
    const auto with = [](std::string name, std::string value) {
      return [=](http::Request& request) { request.headers.emplace_back(name, value); };
    };
    refused("cross-site", with("sec-fetch-site", "cross-site"));
    refused("same-site", with("sec-fetch-site", "same-site"));
    refused("foreign origin", with("origin", "https://khac.example"));
    refused("origin hidden", with("origin", "null"));
    const std::string other = session::csrf_token(world.sign_in(visitor));
    for (const std::string& token : {std::string(), other}) {
      sent.fields["csrf"] = token;
      refused("token " + token, [](http::Request&) {});
    }
  }
}

TEST(Forms, OfOtherSitesAreRefusedFromAnybody) {
  TestingWorld world;
  for (const std::string& route : routes(world)) {
    if (!is_form(route)) continue;
    const Sent sent = examples().at(route)(world, world.visitors[0]);
    http::Request request = request_of(world, world.visitors[0], route, sent);
    request.headers.emplace_back("sec-fetch-site", "cross-site");
    EXPECT_EQ(world.answer(std::move(request)).status, 403) << route;
  }
}

TEST(Forms, DoNothingWhenAskedForByGet) {
  TestingWorld world;
  const auto expected = expected_table();
  for (const std::string& route : routes(world)) {
    if (!is_form(route)) continue;
    const Visitor& visitor = one_let_in(world, expected.at(route));
    const Sent sent = examples().at(route)(world, visitor);
    const std::uint64_t before = world.facts();
    world.answer(city::testing::make_request(http::Method::Get, sent.path, world.sign_in(visitor)));
    EXPECT_EQ(world.facts(), before) << route;
  }
}

TEST(Forms, SentTwiceWriteOnce) {
  TestingWorld world;
  const auto expected = expected_table();
  for (const std::string& route : routes(world)) {
    if (!is_form(route) || route == "POST /dang-nhap" || route == "POST /dang-xuat") continue;
    const Visitor& visitor = one_let_in(world, expected.at(route));
    Sent sent = examples().at(route)(world, visitor);
    sent.fields["khoa"] = "once-" + std::to_string(world.facts());
    const http::Response first = world.answer(request_of(world, visitor, route, sent));
    const std::uint64_t after = world.facts();
    if (first.status != 303) continue;  // a preview: nothing is kept
    const http::Response second = world.answer(request_of(world, visitor, route, sent));
    EXPECT_EQ(second.status, 303) << route << second.body;
    EXPECT_EQ(header(second, "Location"), header(first, "Location")) << route;
    EXPECT_EQ(world.facts(), after) << route;
  }
}

TEST(Forms, OneKeyOnTwoFormsIsTwoForms) {
  TestingWorld world;
  const Visitor& planner = world.visitor(city::Role::Planner, 'c');
  for (const char* plan : {"Một", "Hai"}) {
    const std::string path = at("/ke-hoach/", world.draft_plan(), "/sua");
    const std::uint64_t before = world.facts();
    world.send(planner, path, {{"version", "2"}, {"title", plan}, {"khoa", "same"}});
    EXPECT_EQ(world.facts(), before + 1) << plan;
  }
}

// A page that sends a command itself, drawn again because another command failed.
TEST(Forms, ThatFailComeBackEvenWhenTheirPageWritesItself) {
  TestingWorld world;
  const Visitor& officer = world.visitor(city::Role::UnitOfficer, 'o');
  const http::Response again = world.send(officer, "/do-phu/1/3/ghi-thay", {{"on", "12/05/2021"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_NE(again.body.find("ít nhất một người"), std::string::npos);
}

TEST(Pages, OfSomebodySignedInAreKeptByNobody) {
  TestingWorld world;
  const Visitor& planner = world.visitor(city::Role::Planner, 'c');
  for (const auto& [route, example] : pages()) {
    const Sent sent = example(world, planner);
    const http::Response response = world.answer(request_of(world, planner, route, sent));
    EXPECT_EQ(header(response, "Cache-Control"), "no-store") << route;
  }
}

}  // namespace
}  // namespace lantoa::app
