// A whole node in memory with the pages of identity: two administrators (persons 1 and 2) and one
// person of a ward without an account (3).
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "city/identity/identity.h"
#include "city/testing.h"

namespace lantoa::city::identity::testing_pages {

inline constexpr std::string_view password = "mật khẩu rất dài";
inline constexpr std::string_view typed_password = "m%E1%BA%ADt+kh%E1%BA%A9u+r%E1%BA%A5t+d%C3%A0i";

inline std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

// The session in a Set-Cookie header.
inline std::string token_of(const http::Response& response) {
  const std::string cookie = header(response, "Set-Cookie");
  const std::string start = std::string(session::cookie_name) + "=";
  if (!cookie.starts_with(start)) return {};
  return cookie.substr(start.size(), cookie.find(';') - start.size());
}

class PagesTest : public ::testing::Test {
 protected:
  PagesTest() {
    EXPECT_TRUE(crypto::initialise());
    node.app.folds.on<organisation::UnitOpened>(
        [this](const auto& fact, const ledger::Stamp&) { units.fold(fact); });
    install(node.app, state, {calendar, units, node.clock});
    node.app.routes.get("/ban-lam-viec", Right::Work, [this](const Visit& visit) {
      return Result<http::Response>(http::plain(visit.actor.name));
    });
    node.app.routes.get("/cua-toi", Right::StaffSelf, [this](const Visit& visit) {
      return Result<http::Response>(http::plain(visit.actor.name));
    });
    open_units();
    run(RegisterPersons{{{1, "Nguyễn Thị Mẫu", "01", "mau@example.vn", "x"},
                         {2, "Trần Văn Thử", "01", "", ""},
                         {3, "Lê Thị <Bạc>", "1001", "bac@example.vn", ""}},
                        {}});
    open_account(PersonNo{1}, "quan.tri", Role::Administrator);
    open_account(PersonNo{2}, "quan.tri.2", Role::Administrator);
  }

  void open_units() {
    const auto opened = node.run("courier/setup", [](const Envelope&) {
      using organisation::Kind;
      ledger::Decision decision;
      decision.add("unit/1",
                   organisation::UnitOpened{UnitNo{1}, {}, "Thành phố", "01", Kind::City, {}, {}});
      decision.add("unit/2", organisation::UnitOpened{
                                 UnitNo{2}, UnitNo{1}, "Phường Mẫu", "1001", Kind::Ward, {}, {}});
      return Result<ledger::Decision>(std::move(decision));
    });
    ASSERT_TRUE(opened);
  }

  template <class Command>
  void run(const Command& command, std::string actor = std::string(setup_actor)) {
    const auto done = node.run(std::move(actor), [&](const Envelope& envelope) {
      return decide(state, units, command, envelope);
    });
    ASSERT_TRUE(done) << done.error().text.en;
  }

  void open_account(PersonNo person, std::string_view login, Role role) {
    // Hashing takes its time, so all tests share one hash.
    static const std::string hash = crypto::hash_password(normal_password(password));
    run(OpenAccount{person, std::string(login), hash, false});
    run(GrantRole{state.account_of(person), {role, UnitNo{1}}});
  }

  http::Response sign_in(std::string_view login, std::string_view typed, std::string more = {}) {
    return node.post("/dang-nhap",
                     "login=" + std::string(login) + "&password=" + std::string(typed) + more);
  }

  // Sends `csv` as the file of the import's first form.
  http::Response preview(const std::string& csv, const std::string& token) {
    return node.post_file("/nguoi/nhap/xem-truoc", {}, {"tep", csv}, token);
  }

  std::string link_of(PersonNo person) { return *node.vault.open(subject("link", person)).value(); }

  std::string walk_of_facts() {
    std::string out;
    const auto head = node.engine.head();
    EXPECT_TRUE(node.store->read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
      out += fact.actor + " " + fact.kind + " " + fact.subject + " " + fact.body + "\n";
      return {};
    }));
    return out;
  }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  State state;
};

}  // namespace lantoa::city::identity::testing_pages
