// Every operation of the JSON API is a command, as the command line's own parser takes it.
#include "app/api_commands.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>
#include <sstream>

#include "app/api_call.h"
#include "app/house.h"

namespace lantoa::app {
namespace {

// Not those about the API itself, and those for which there is a command without a server.
bool is_no_command(const std::string& id) {
  const std::string noun = id.substr(0, id.find('.'));
  static const std::set<std::string> nouns{"coverage", "document", "fact", "ledger", "token"};
  return nouns.contains(noun);
}

TEST(ApiCommands, EveryOperationIsOne) {
  SystemClock clock;
  std::istringstream nothing;
  const auto house = House::from_export(nothing, clock);
  ASSERT_TRUE(house) << house.error().text.en;
  std::set<std::string> names;
  for (const auto& command : api_commands((*house)->app().api)) {
    EXPECT_TRUE(names.insert(command.group + " " + command.verb).second) << command.verb;
    EXPECT_NE(command.group + " " + command.verb, "report recompute") << "is a command already";
  }
  for (const auto& operation : (*house)->app().api.operations()) {
    const std::string& id = operation.spec.id;
    if (is_no_command(id)) continue;
    EXPECT_TRUE(api_command(operation, (*house)->app().api.schemas()))
        << id << ": its group is not in api_groups()";
  }
  EXPECT_TRUE(names.contains("plan list"));
  EXPECT_TRUE(names.contains("activity-kind list"));
}

// "activity_kind.list": a thing that stands in the address, and what is done with it.
TEST(ApiCommands, OperationsAreNamedAfterTheirAddress) {
  SystemClock clock;
  std::istringstream nothing;
  const auto house = House::from_export(nothing, clock);
  ASSERT_TRUE(house) << house.error().text.en;
  for (const auto& operation : (*house)->app().api.operations()) {
    const std::string& id = operation.spec.id;
    if (id == "document.show") continue;  // of the API itself
    std::string noun = id.substr(0, id.find('.'));
    std::replace(noun.begin(), noun.end(), '_', '-');
    if (noun.ends_with('y')) noun.pop_back();  // activities
    EXPECT_NE(operation.spec.path.find("/" + noun), std::string::npos) << id;
  }
}

TEST(ApiCommands, AreParsedBesideTheOtherCommands) {
  CLI::App program;
  program.require_subcommand(1);
  auto* report = program.add_subcommand("report");
  report->add_subcommand("recompute");
  std::function<int()> run;
  ApiCommands api;
  ASSERT_TRUE(api.add(program, {"plan", "list"}, run));
  program.parse("plan list --page 2 --server http://127.0.0.1:1", false);
  EXPECT_TRUE(run);
  EXPECT_THROW(program.parse("plan list --nothing 2", false), CLI::ParseError);
  EXPECT_THROW(program.parse("plan show", false), CLI::ParseError);
  EXPECT_NO_THROW(program.parse("report recompute", false));
}

TEST(ApiCommands, GroupsAreListedWithoutTheTable) {
  CLI::App program;
  std::function<int()> run;
  ApiCommands api;
  ASSERT_TRUE(api.add(program, {"--help"}, run));
  const std::string help = program.help();
  for (const ApiGroup& group : api_groups()) {
    EXPECT_NE(help.find(group.about.vi), std::string::npos) << group.name;
    EXPECT_NE(help.find(group.about.en), std::string::npos) << group.name;
  }
  EXPECT_TRUE(program.get_subcommand("plan")->get_subcommands({}).empty());
}

}  // namespace
}  // namespace lantoa::app
