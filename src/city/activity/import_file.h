// A log of activities as a unit keeps it in a spreadsheet: one row an activity, its columns known
// by name. For this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/activity/decide.h"
#include "city/file_columns.h"

namespace lantoa::city::activity {

// Beside these each measure of kinds.h has a column, named by its title or code.
const std::vector<FileColumn>& log_columns();

// What sheet::parse_table refuses; TooLarge above import_rows_max; Invalid with a Detail for every
// column that has no meaning, has that of another one, or is missing. Cells that cannot be read
// become faults of their rows.
Result<ImportActivities> read_log(std::string_view bytes);

// A file to fill in. Its examples are of a unit that does not exist, so that nobody records them.
std::string sample_log();

}  // namespace lantoa::city::activity
