// The commands of the JSON API: `lantoa plan list` prints what a server answers to GET
// /api/v1/plans. They are made from the same table as the API (city/api.h).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kernel/result.h"

namespace CLI {
class App;
}

namespace lantoa::app {

class ApiCommands {
 public:
  ApiCommands();
  ~ApiCommands();
  ApiCommands(const ApiCommands&) = delete;
  ApiCommands& operator=(const ApiCommands&) = delete;

  // Adds the groups to `program`, whose own commands are there already; what is in them only where
  // `words`, the command line without the program's name, ask for it. Of a command that is chosen
  // `run` becomes the work; both have to live as long as this.
  Result<void> add(CLI::App& program, const std::vector<std::string>& words,
                   std::function<int()>& run);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lantoa::app
