// Source: the recorded activity that a receipt comes from, as lists of receipts say it. Part
// {{>source}}; nothing for a receipt without one.
#pragma once

#include <optional>
#include <string>

#include "city/reach/reach.h"

namespace lantoa::city::reach {

struct Source {
  static constexpr std::string_view tpl = "src/city/reach/source.tpl";
  struct Of {
    std::string number;
    std::optional<std::string> address;  // for who sees activities of that unit
    bool annulled = false;
  };
  std::optional<Of> of;
};
BOOST_DESCRIBE_STRUCT(Source::Of, (), (number, address, annulled))
BOOST_DESCRIBE_STRUCT(Source, (), (of))

// `activity` none: of none.
Source source_of(const Needs& needs, const Actor& actor, ActivityNo activity);

}  // namespace lantoa::city::reach
