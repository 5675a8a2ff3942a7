// A small ledger with every kind of fact, made by the forms of the site: as each release leaves one
// in tests/golden, and as a run with LANTOA_GOLDEN=FOLDER leaves it there.
#include <cstdlib>
#include <fstream>
#include <set>

#include "app/testing_examples.h"

namespace lantoa::app {
namespace {

namespace files = std::filesystem;

template <class Fact>
void write(TestingWorld& world, const std::string& about, const Fact& fact,
           const std::string& secret = {}) {
  world.run("courier/test", [&](const city::Envelope&) -> Result<ledger::Decision> {
    ledger::Decision decision;
    decision.add(about, fact);
    if (!secret.empty()) decision.secrets.push_back({about, secret, {}});
    return decision;
  });
}

// No form of an example takes a task back.
void withdraw_a_task(TestingWorld& world) {
  using namespace city;
  const PlanNo plan = world.issued_plan();
  const TaskNo task = world.states().plan.plan(plan).tasks.front();
  plan::AmendmentDraft draft{"Việc không còn cần", {}, {{task, {}, {}, {}, true}}, {}, {}};
  world.plans(world.drafter, plan::DraftAmendment{plan, draft});
  const AmendmentNo no{world.states().plan.amendments()};
  world.plans(world.approver, plan::ApproveAmendment{plan, no, 1});
  world.plans(world.drafter, plan::IssueAmendment{plan, no, number_of_amendment(world),
                                                  world.states().calendar.today()});
}

// What no form writes: looks that are recorded, what happens with time and to mails, and what
// earlier versions wrote.
void write_what_no_form_writes(TestingWorld& world) {
  using namespace city;
  const States& states = world.states();
  world.answer(testing::make_request(http::Method::Get, "/do-phu/1/3/chua-doc",
                                     world.sign_in(world.visitor(Role::UnitOfficer, 'o'))));
  const CommentNo asked = comment(world).no;
  world.answer(testing::make_request(http::Method::Get, at("/y-kien/", asked, "/dien-thoai"),
                                     world.sign_in(world.visitor(Role::UnitOfficer, 'o'))));
  write(world, "comment", comment::PhonesErased{{{asked.value}}});
  write(world, "rating", rating::WordsErased{{{1}}});
  const PersonNo person{states.identity.persons() + 1};
  write(world, subject("person", person),
        identity::PersonRegistered{person, district, true, false, states.calendar.today()},
        encode(identity::PersonRecord{"Người Mẫu", ""}));
  const AccountNo account = world.account("002");
  write(world, subject("account", account), identity::PasswordSet{account});
  write(world, subject("account", account), identity::PasswordChanged{account});
  token_of(world, world.visitor(Role::Auditor, 'o'));  // and uses it
  write(world, "portal", portal::ViewsCounted{{{world.article, 3}}});
  const std::set<ReminderNo>& open = states.oversight.open();
  const ReminderNo last{states.oversight.reminders()};
  const ReminderNo reminder = open.empty() ? last : *open.rbegin();
  write(world, subject("reminder", reminder), oversight::ReminderHandedOver{reminder});
  write(world, subject("reminder", reminder),
        oversight::ReminderPostponed{reminder, Instant{}, "450"});
}

std::set<std::string> kinds_in(ledger::Store& store) {
  std::set<std::string> kinds;
  const auto read = store.read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
    kinds.insert(fact.kind);
    return {};
  });
  EXPECT_TRUE(read);
  return kinds;
}

std::set<std::string> known_kinds(TestingWorld& world) {
  const auto known = world.app().folds.kinds();
  return {known.begin(), known.end()};
}

// Each form until somebody has sent it who may.
void send_every_form(TestingWorld& world) {
  for (const auto& [route, example] : examples()) {
    if (!route.starts_with("POST") || is_api(route)) continue;  // these order what forms do
    for (const Visitor& visitor : world.visitors) {
      const Sent sent = example(world, visitor);
      const auto answer = world.send(visitor, sent.path, sent.fields, sent.file);
      if (answer.status == 303 || answer.status == 200) break;
    }
  }
}

class NewFolder {
 public:
  NewFolder() {
    const char* kept = std::getenv("LANTOA_GOLDEN");
    std::string name = testing::TempDir() + "lantoa_golden_XXXXXX";
    path_ = kept != nullptr ? files::path(kept) : files::path(::mkdtemp(name.data())) / "data";
    is_kept_ = kept != nullptr;
  }
  ~NewFolder() {
    if (!is_kept_) files::remove_all(path_.parent_path());
  }
  const files::path& path() const { return path_; }

 private:
  files::path path_;
  bool is_kept_ = false;
};

TEST(Golden, ALedgerWithEveryKindOfFactCanBeMade) {
  const NewFolder folder;
  std::uint64_t facts = 0;
  {
    TestingWorld world(folder.path());
    send_every_form(world);
    withdraw_a_task(world);
    write_what_no_form_writes(world);
    world.house().run_couriers();
    EXPECT_EQ(kinds_in(world.house().store()), known_kinds(world));
    facts = world.facts();
  }
  SystemClock clock;
  const auto again =
      House::open({.data = folder.path(), .access = ledger::Access::ReadOnly}, clock);
  ASSERT_TRUE(again) << again.error().text.en;
  EXPECT_EQ((*again)->engine().head().seq, facts);
}

// A new kind of fact needs a golden ledger that has one, made by the release that brings it.
TEST(Golden, TheNewestHasEveryKindOfFact) {
  std::set<std::string> versions;
  const files::path golden = files::path(LANTOA_SOURCE_DIR) / "tests" / "golden";
  for (const auto& entry : files::directory_iterator(golden)) {
    if (entry.is_directory()) versions.insert(entry.path().filename().string());
  }
  ASSERT_FALSE(versions.empty());
  std::ifstream file(golden / *versions.rbegin() / "ledger.sql");
  std::stringstream sql;
  sql << file.rdbuf();
  TestingWorld world;
  for (const std::string& kind : known_kinds(world)) {
    EXPECT_NE(sql.str().find(",'" + kind + "',"), std::string::npos)
        << kind << ": see tests/golden/README.md";
  }
}

}  // namespace
}  // namespace lantoa::app
