// What the pages of groups share. For this folder only.
#pragma once

#include <string>
#include <vector>

#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {

constexpr const char* groups_path = "/don-vi/nhom";

// The way to a page below the list of groups.
std::vector<App::Crumb> below_groups(Language language, std::vector<App::Crumb> rest);

void install_group_form(App& app, const State& state);  // group_form.cc: made and changed
void install_group_end(App& app, const State& state);   // group_end.cc: ended
void install_group_api(App& app, const State& state);   // api_groups.cc: for programs

}  // namespace lantoa::city::organisation
