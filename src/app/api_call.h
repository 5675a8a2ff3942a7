// What a command of the JSON API is and sends, made of its operation and of what the command line
// gave. Pure: files, the environment and the network are api_commands.cc's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/api.h"

namespace lantoa::app {

struct ApiGroup {
  std::string_view name;
  Text about;
};
// Known without the table, which takes a whole house to make: for --help, and to tell early whether
// a command line needs it. No commands are what a program asks about the API itself, and what other
// commands say of a ledger without a server: `lantoa ledger`, `lantoa coverage`.
const std::vector<ApiGroup>& api_groups();
bool is_api_line(const std::vector<std::string>& words);  // without the program's name

struct ApiOption {
  enum class Kind : std::uint8_t { Text, Number, Flag, Day };
  std::string name;  // of the parameter or member: "handed_in"
  Kind kind = Kind::Text;
  std::vector<std::string> words = {};  // the only ones; none: any
  Text about = {};
  bool in_query = false;

  std::string option() const;  // "--handed-in"
};

struct ApiCommand {
  const city::api::Operation* operation = nullptr;
  std::string group, verb;          // "plan", "add-task"
  std::vector<std::string> places;  // {…} of the path in order: numbers
  std::vector<ApiOption> options;   // members that are no scalars come in --body alone
  bool takes_body = false;
};

// Options of every command beside its own; a member called like one comes in --body alone.
const std::vector<std::string_view>& api_common_options();

// None for groups that are not commands. Points to the operation.
std::optional<ApiCommand> api_command(const city::api::Operation& operation,
                                      const std::map<std::string, json::Value>& schemas);
std::vector<ApiCommand> api_commands(const city::Api& api);

struct ApiGiven {
  std::vector<std::string> places;             // as many as the command has
  std::map<std::string, std::string> options;  // by ApiOption::name
  std::optional<std::string> body;             // JSON text; options win over its members
};

struct ApiCall {
  http::Method method = http::Method::Get;
  std::string target;  // "/api/v1/plans?page=2"
  std::string body;    // JSON; empty when the operation takes none
};

// Refuses what cannot be written down; what is missing or not allowed the server says.
Result<ApiCall> api_call(const ApiCommand& command, const ApiGiven& given);

// A refusal of the API (city/api_door.h) as lines to read; none when the text is no such thing.
std::optional<std::string> api_refusal(std::string_view answer, Language language);

// What a server says must not steer the terminal, neither by the controls of ASCII nor by those of
// U+0080 to U+009F, of which some terminals take U+009B for an escape: a space stands for each, and
// for every byte that is no UTF-8. Lines stay lines.
std::string harmless(std::string_view text);

}  // namespace lantoa::app
