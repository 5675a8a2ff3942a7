// For this folder's tests: an activity of ward 11 of district 1 that makes Nghị quyết 97/2019/QH14
// known; today is 20/05/2021.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "city/testing.h"
#include "city/webpage/webpage.h"
#include "viet/document_number.h"

namespace lantoa::city::webpage {

inline Date day(std::string_view text) { return *parse_iso_date(text); }

// Stands for the web: what each address answers.
struct FakeWeb {
  std::map<std::string, Result<fetch::Answer>> answers;
  std::vector<std::string> asked;

  Result<fetch::Answer> operator()(const std::string& url) {
    asked.push_back(url);
    return answers.at(url);
  }
  void put(const std::string& url, const std::string& body) {
    answers.insert_or_assign(
        url, fetch::Answer{200, {{"content-type", "text/html; charset=utf-8"}}, body, url});
  }
  void fail(const std::string& url, Code code) {
    answers.insert_or_assign(url, problem(code, {"không được", "no"}));
  }
};

class World {
 public:
  World() {
    hear<calendar::DayTurned>(calendar);
    hear<organisation::UnitOpened>(units);
    hear<law::DocumentRegistered>(law);
    hear<activity::ActivityLogged>(activities);
    hear<activity::ActivityAnnulled>(activities);
    install(node.app, pages, {calendar, units, law, activities},
            {[this](const std::string& url) { return web(url); }});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    turn_to("2021-05-20");
    open_unit(1, 0, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, 1, "Quận Một", organisation::Kind::UrbanDistrict);
    open_unit(3, 2, "Phường Mười Một", organisation::Kind::Ward);
    law::DocumentRegistered document;
    document.document = DocumentNo{1};
    document.number = "97/2019/QH14";
    document.key = viet::parse_document_number(document.number)->key();
    document.type = "Nghị quyết";
    document.issuer = "Quốc hội";
    document.title = "Thí điểm tổ chức mô hình chính quyền đô thị";
    document.issued = day("2019-11-27");
    node.tell(document);
    activity::Record record{
        "tin-bai", day("2021-05-19"), "Bài trên trang của phường", {}, {}, {}, {}, false};
    record.amounts = {{"tin-bai", 1}};
    record.documents = {DocumentNo{1}};
    node.tell(activity::ActivityLogged{ActivityNo{1}, UnitNo{3}, record, {}});
  }

  void turn_to(std::string_view date) {
    node.clock.time = {start_of_day(day(date)).ms + 10LL * 60 * 60 * 1'000};
    node.tell(calendar::DayTurned{day(date)});
  }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor),
                    [this, command = std::move(command)](const Envelope& envelope) {
                      return decide(Known{pages, units, activities}, command, envelope);
                    });
  }
  WebPageNo link(const std::string& url) {
    const auto done = run(ward(), LinkPage{ActivityNo{1}, url});
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return WebPageNo{pages.pages()};
  }
  // Lets the courier work until it has nothing to do.
  void work() {
    while (node.app.couriers.back()->step()) {
    }
  }

  // An officer of ward 11, one of the district above, an auditor of the city.
  static std::string ward() { return "account/1"; }
  static std::string district() { return "account/2"; }
  static std::string auditor() { return "account/3"; }

  testing::Node node;
  FakeWeb web;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  activity::State activities;
  State pages;

 private:
  template <class Fact, class Slice>
  void hear(Slice& state) {
    city::hear<Fact>(node.app, state);
  }

  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    actor.person = PersonNo{actor.account.value};
    static const Grant grants[] = {
        {Role::UnitOfficer, UnitNo{3}}, {Role::UnitOfficer, UnitNo{2}}, {Role::Auditor, UnitNo{1}}};
    actor.grants = {grants[actor.account.index()]};
    actor.home = actor.grants.front().unit;
    return actor;
  }

  void open_unit(std::uint32_t no, std::uint32_t parent, std::string name,
                 organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    node.tell(fact);
  }
};

}  // namespace lantoa::city::webpage
