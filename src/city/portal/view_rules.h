// Who is a reader: the rules by which an answered page counts as a view, as data (views.rules says
// how they are written). Nothing about the reader is kept.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/http/http.h"

namespace lantoa::city::portal {

class ViewRules {
 public:
  // Invalid: the number of the line that is no rule.
  static Result<ViewRules> read(std::string_view text);
  // Those built into the program.
  static const ViewRules& built_in();

  // Of a GET that was answered with the page. Thread-safe; its time is linear in the header.
  bool is_view(const http::Request& request) const;

 private:
  struct Field {
    std::string name;
    bool is_needed = false;
    std::vector<std::string> only, except;
    // What must not be in it, by the first letter: a value is walked through once.
    std::array<std::vector<std::string>, 128> barred;
    bool bars = false;
  };
  Field& field(std::string_view name);
  static bool passes(const Field& field, std::string value);

  std::vector<Field> fields_;
};

}  // namespace lantoa::city::portal
