// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/organisation/state.h"

namespace lantoa::city::journal {

constexpr std::uint64_t facts_at_once = 1'000;  // where nothing else is asked for
constexpr std::uint64_t facts_at_once_max = 10'000;
constexpr std::size_t answer_bytes_max = 8 * 1024 * 1024;  // then the answer ends with that fact
constexpr std::uint64_t stream_facts_behind_max = 1'000;
constexpr std::size_t streams_max = 100;
constexpr std::size_t streams_of_token_max = 5;
constexpr std::size_t streams_of_account_max = 20;  // by all its tokens

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
};

void install(App& app, Needs needs, ledger::Store& store);

}  // namespace lantoa::city::journal
