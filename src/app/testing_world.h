// A city for tests of who may do what: a house in memory with a small tree, one account for each
// role at four places, and objects that belong to district 1.
//
//   city 01 ── council HDPH
//           ├─ district 1 (002) ── ward 11 (00011), ward 12 (00012)
//           └─ district 2 (003) ── ward 21 (00021)
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "app/setup.h"
#include "city/content/decide.h"
#include "city/law/decide.h"
#include "city/plan/decide.h"
#include "city/reach/small_groups.h"
#include "city/testing.h"

namespace lantoa::app {

struct Visitor {
  std::string actor;  // "account/3", "person/4"; empty: nobody is signed in
  std::optional<city::Role> role;
  char place =
      '-';  // seen from district 1: c the city above, o its own, w a ward below, s a sibling
};

constexpr city::UnitNo district{3};  // district 1, to which everything belongs
constexpr std::string_view testing_password = "mat-khau-de-kiem-thu";  // of every account

class TestingWorld {
 public:
  TestingWorld() : TestingWorld(std::filesystem::path()) {}
  // In this new data folder; in memory when it is none.
  explicit TestingWorld(const std::filesystem::path& data) {
    std::istringstream nothing;
    house_ =
        data.empty()
            ? *House::from_export(nothing, clock_)
            : *House::open({.data = data, .access = ledger::Access::Fill, .create = true}, clock_);
    // In memory there is no file with a key.
    if (data.empty()) house_->checkpoint_keys().current = crypto::sha256("a key for tests");
    open_city();
    add_visitors();
    drafter = officer(city::Role::Planner, "01");
    approver = officer(city::Role::Leader, "01");
    keeper = officer(city::Role::Administrator, "01");
    plan = issued_plan();
    article = published_article(plan);
    house_->run_couriers();  // opens the item
    house_->engine().start();
  }

  House& house() { return *house_; }
  city::App& app() { return house_->app(); }
  const States& states() { return house_->states(); }
  std::uint64_t facts() { return house_->engine().head().seq; }

  template <class Decide>
  std::string run(std::string actor, Decide decide) {
    city::Order order;
    order.actor = std::move(actor);
    order.decide = std::move(decide);
    const auto done = app().execute(std::move(order));
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return done ? done->answer : "";
  }

  city::PersonNo person(const std::string& unit) {
    identity(city::identity::RegisterPersons{{{1, "Người Mẫu", unit, "", ""}}, today()});
    return city::PersonNo{states().identity.persons()};
  }
  city::AccountNo account(const std::string& unit) {
    // Hashing takes its time, so all accounts share one hash.
    static const std::string hash = crypto::hash_password(testing_password);
    const city::PersonNo who = person(unit);
    identity(city::identity::OpenAccount{who, "mau" + std::to_string(who.value), hash, false});
    return states().identity.account_of(who);
  }
  std::string officer(city::Role role, const std::string& unit) {
    const city::AccountNo no = account(unit);
    identity(city::identity::GrantRole{no, {role, states().organisation.by_code(unit)}});
    return city::subject("account", no);
  }
  template <class Command>
  void identity(const Command& command,
                std::string actor = std::string(city::identity::setup_actor)) {
    run(std::move(actor), [this, command](const city::Envelope& envelope) {
      return city::identity::decide(states().identity, states().organisation, command, envelope);
    });
  }

  template <class Command>
  void plans(const std::string& actor, const Command& command) {
    run(actor, [this, command](const city::Envelope& envelope) {
      return city::plan::decide({states().plan, states().organisation, states().workday}, command,
                                envelope);
    });
  }
  city::PlanNo draft_plan() {  // with one task; its version is 2
    plans(drafter, city::plan::DraftPlan{
                       district, district, "Kế hoạch mẫu", {}, {}, *app().blobs.put("Bài mẫu")});
    const city::PlanNo no{states().plan.plans()};
    plans(drafter, city::plan::AddTask{
                       no, "Việc mẫu", {}, states().organisation.unit(district).code, today()});
    return no;
  }
  city::PlanNo approved_plan() {
    const city::PlanNo no = draft_plan();
    plans(approver, city::plan::ApprovePlan{no, 2});
    return no;
  }
  city::PlanNo issued_plan() {
    const city::PlanNo no = approved_plan();
    plans(drafter, city::plan::IssuePlan{no, std::to_string(no.value) + "/KH-UBND", today()});
    return no;
  }

  template <class Command>
  void content(const std::string& actor, const Command& command) {
    run(actor, [this, command](const city::Envelope& envelope) {
      return city::content::decide(
          {states().content, states().organisation, states().law, states().plan}, command,
          envelope);
    });
  }
  city::ArticleNo draft_article(bool submit, city::PlanNo of = {}) {
    city::content::Draft draft{
        {"Bài mẫu", "Mở đầu", "Nội dung", "Tác giả"}, {}, {"một", "hai", "ba"}, submit};
    draft.blob = *app().blobs.put(encode(draft.text));
    content(drafter, city::content::StartArticle{district, of, static_cast<bool>(of), draft});
    return city::ArticleNo{states().content.size()};
  }
  city::ArticleNo article_of_two_versions() {
    const city::ArticleNo no = draft_article(false);
    city::content::Draft draft{{"Bài mẫu", "Mở đầu", "Nội dung sau", "Tác giả"}, {}, {}, false};
    draft.blob = *app().blobs.put(encode(draft.text));
    content(drafter, city::content::EditArticle{no, 1, draft});
    return no;
  }
  city::ArticleNo emergency_article() {  // published by one person, not approved
    const city::ArticleNo no = draft_article(false);
    content(approver, city::content::PublishInEmergency{
                          no, 1, {"Bài mẫu", "Mở đầu", "Nội dung", "Tác giả"}, "Nước lên"});
    return no;
  }
  city::ArticleNo scheduled_article() {
    const city::ArticleNo no = draft_article(true);
    const Instant at{clock_.time.ms + day_ms};
    content(approver, city::content::ScheduleArticle{no, 1, at});
    return no;
  }
  city::ArticleNo published_article(city::PlanNo of = {}) {
    const city::ArticleNo no = draft_article(true, of);
    content(approver, city::content::ApproveArticle{no, 1});
    return no;
  }
  city::ArticleNo article_to_withdraw() {
    const city::ArticleNo no = published_article();
    content(drafter, city::content::ProposeWithdrawal{no, {}, "Nhầm"});
    return no;
  }

  city::DocumentNo document() {
    const std::string number = std::to_string(states().law.size() + 1) + "/2021/NĐ-CP";
    run(drafter, [this, number](const city::Envelope& envelope) {
      return city::law::decide(
          states().law, states().organisation,
          city::law::RegisterDocument{number, "", "", "Nghị định mẫu", today(), {}, {}, ""},
          envelope);
    });
    return city::DocumentNo{states().law.size()};
  }

  // A receipt of a person of district 1: number of its fact, and who.
  std::pair<std::uint64_t, city::PersonNo> receipt() {
    const city::PersonNo who = person("002");
    run(city::subject("person", who), [this](const city::Envelope& envelope) {
      return city::reach::decide({states().reach, states().organisation, states().identity,
                                  states().plan, states().content, states().activity},
                                 city::reach::Confirm{city::ItemNo{1}, 1}, envelope);
    });
    return {facts(), who};
  }

  // The coverage of district 1, frozen by the system.
  city::FigureNo figure() {
    run("courier/test", [this](const city::Envelope& envelope) {
      return city::report::decide(
          {states().report, states().calendar, states().organisation, states().reach},
          city::report::FreezeFigure{city::ItemNo{1}, district, {}, false, envelope.today},
          envelope);
    });
    return city::FigureNo{states().report.figures()};
  }

  // As a browser: a new session for each request, because some of them end it.
  std::string sign_in(const Visitor& visitor) {
    if (visitor.actor.empty()) return {};
    const std::uint64_t position = app().engine.head().seq;
    return *app().sessions.start(visitor.actor, SystemClock().now(), position);
  }
  http::Response answer(http::Request request) {
    return city::testing::answer(house_->site(), std::move(request));
  }
  using Fields = city::testing::Fields;
  http::Request form(const std::string& token, const std::string& path, Fields fields,
                     const std::string& file) {
    http::Request request = city::testing::make_request(http::Method::Post, path, token);
    if (!token.empty()) fields.emplace("csrf", session::csrf_token(token));
    fields.emplace("khoa", "k" + std::to_string(++forms_));
    if (!file.empty()) {
      city::testing::set_multipart(request, fields, {"tep", file});
      return request;
    }
    for (const auto& [name, value] : fields) {
      request.body += name + "=" + http::percent_encode(value) + "&";
    }
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    return request;
  }
  http::Response send(const Visitor& visitor, const std::string& path, Fields fields = {},
                      const std::string& file = {}) {
    return answer(form(sign_in(visitor), path, std::move(fields), file));
  }
  const Visitor& visitor(city::Role role, char place) const {
    return *std::find_if(visitors.begin(), visitors.end(), [&](const Visitor& one) {
      return one.role == role && one.place == place;
    });
  }

  std::vector<Visitor> visitors;
  std::string drafter, approver, keeper;  // accounts over the city that are no visitors
  city::PlanNo plan;
  city::ArticleNo article;                    // to be confirmed
  std::map<std::string, std::string> tokens;  // by account: an access token with every scope

 private:
  Date today() { return vietnam_date(clock_.time); }

  void open_city() {
    city::organisation::ImportUnits units{{}, today()};
    const auto add = [&](const char* code, const char* parent, const char* kind) {
      units.rows.push_back({static_cast<std::uint32_t>(units.rows.size() + 1), code, parent,
                            std::string("Đơn vị ") + code, kind,
                            std::string(code) + "@mau.example"});
    };
    add("01", "", "Thành phố");
    add("HDPH", "01", "Hội đồng");
    add("002", "01", "Quận");
    add("003", "01", "Quận");
    add("00011", "002", "Phường");
    add("00012", "002", "Phường");
    add("00021", "003", "Phường");
    run(std::string(city::identity::setup_actor), [&](const city::Envelope& envelope) {
      return city::organisation::decide(states().organisation, units, envelope);
    });
    house_->run_couriers();  // turns the day
    for (const char* code : {"002", "003", "00011", "00012", "00021"}) {
      for (std::uint32_t i = 0; i <= city::reach::small_group_max; ++i) person(code);
    }
  }

  void add_visitors() {
    visitors.push_back({});
    visitors.push_back({city::subject("person", person("00011")), {}, '-'});
    for (const city::Role role :
         {city::Role::Administrator, city::Role::Planner, city::Role::Leader,
          city::Role::UnitOfficer, city::Role::Auditor}) {
      for (const auto& [place, unit] : {std::pair{'c', "01"}, std::pair{'o', "002"},
                                        std::pair{'w', "00011"}, std::pair{'s', "003"}}) {
        visitors.push_back({officer(role, unit), role, place});
      }
    }
  }

  unsigned forms_ = 0;
  city::testing::FakeClock clock_;
  std::unique_ptr<House> house_;
};

}  // namespace lantoa::app
