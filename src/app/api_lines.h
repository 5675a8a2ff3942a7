// A file with a body in each line, for a command whose operation has a sibling that takes many at
// once: `lantoa activity log --file hoat-dong.ndjson`. Pure, as api_call.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/api_call.h"

namespace lantoa::app {

constexpr std::size_t lines_at_once = 500;
constexpr std::size_t lines_bytes_at_once = 1024 * 1024;  // of a body; what a server takes, too

// "activity.log" has "activity.log_many" (api::Spec::rows); nullptr: none.
const city::api::Operation* many_of(const city::api::Operation& one, const city::Api& api);

// What is sent at once.
struct LineBatch {
  std::string body;
  std::vector<std::uint32_t> lines;  // of the file, from 1, by row
};

// Empty lines are passed over; options win over what stands in a line. Invalid with a Detail a line
// that cannot be sent; Invalid for a file without any. The server says what else is wrong.
Result<std::vector<LineBatch>> batches_of(const ApiCommand& one, const std::string& rows,
                                          const ApiGiven& given, std::string_view file);

// A key that is made of what is sent: the same part of the same file is done once.
std::string key_of_batch(const std::string& given, std::size_t part, std::string_view body);

// A refusal whose rows are lines of the file; as it is where it is no such thing.
std::string with_lines(std::string_view refusal, const LineBatch& batch);

}  // namespace lantoa::app
