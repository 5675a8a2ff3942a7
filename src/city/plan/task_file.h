// The tasks of a plan as an office keeps them in a spreadsheet: one row a task, its columns known
// by name. For this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/plan/decide.h"

namespace lantoa::city::plan {

const std::vector<FileColumn>& task_columns();

// What sheet::parse_table refuses; TooLarge above tasks_max; Invalid for the head, see
// file_columns.h. Cells that cannot be read become faults of their rows. Of no plan yet.
Result<ImportTasks> read_tasks(std::string_view bytes);

// A file to fill in. The deadlines of its examples have passed, so that nobody gives them out.
std::string sample_tasks();

}  // namespace lantoa::city::plan
