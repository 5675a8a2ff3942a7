// Two persons wrote at once: what the other one saved, how it differs from what was typed here, and
// the two ways on. A part of the article's form.
#pragma once

#include "city/content/difference.h"

namespace lantoa::city::content {

// The version that its writer has read about in the conflict and replaces.
constexpr const char* replaced_field = "thay-ban";

struct Conflict {
  static constexpr std::string_view tpl = "src/city/content/conflict.tpl";
  std::string version;
  std::string address;
  std::string by;
  std::string at;
  bool waits = false;  // for approval
  std::string fresh;   // address of the form with that version, without what was typed
  Difference difference;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (version, address, by, at, waits, fresh, difference))

struct ConflictBox {
  Conflict conflict;
};
BOOST_DESCRIBE_STRUCT(ConflictBox, (), (conflict))

// `saved`: the text of the newest version; `typed`: what stands in the form.
ConflictBox conflict_box(const App& app, Language language, const Article& article,
                         const WrittenText& saved, const WrittenText& typed);

}  // namespace lantoa::city::content
