// The slice's table of contents.
#pragma once

#include <memory>

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/identity/passwords.h"
#include "city/identity/state.h"
#include "city/organisation/state.h"

namespace lantoa::city::identity {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  Clock& clock;  // for sessions and for counting attempts to sign in
};

void install(App& app, State& state, Needs needs);

// Signing in and out, personal links, language (doors.cc).
void install_doors(App& app, const State& state, Needs needs,
                   const std::shared_ptr<Passwords>& passwords);
// GET pages (pages.cc) and POST actions (actions.cc); the import has both (import.cc).
void install_pages(App& app, const State& state, Needs needs);
void install_actions(App& app, const State& state, Needs needs,
                     const std::shared_ptr<Passwords>& passwords);
// Changing one's own password (own_password.cc).
void install_own_password(App& app, const State& state, Needs needs,
                          const std::shared_ptr<Passwords>& passwords);
void install_import(App& app, const State& state, Needs needs);
// All people of a unit to another one, and what keeps it from being closed (move_all.cc).
void install_move_all(App& app, const State& state, Needs needs);
// The open unit whose code was typed in the field "don-vi".
Result<UnitNo> typed_code(const App& app, const organisation::State& organisation,
                          const Visit& visit);
// One's own access tokens (tokens.cc), and when each was used (token_use.cc).
void install_tokens(App& app, const State& state, Needs needs,
                    const std::shared_ptr<Passwords>& passwords);
void install_token_use(App& app, const State& state, Needs needs);

void install_api(App& app, const State& state);  // api.cc: for programs

// A session of its own for each signing in; the one before it in this browser ends. `position`: of
// the ledger when it was looked up who signs in.
Result<http::Response> start_session(App& app, const Visit& visit, std::string_view subject,
                                     Instant now, std::uint64_t position, std::string to);

// A person and an account; also what a form comes back to when it fails.
Page person_page(App& app, const State& state, Needs needs);
Page account_page(App& app, const State& state, Needs needs);
// What a token lets a program do: "Đọc … · Ghi …".
Text in_words(const std::vector<Scope>& scopes);
// What the row of a token says of it.
struct TokenStanding {
  Text used;         // the last day
  Text state;        // in a few words
  std::string mark;  // class of them
  bool good = false;
  bool named = false;  // no longer good, and its name is still there to be erased
};
TokenStanding standing_of(const State& state, const Token& token, Date today);
// The slip that hands a personal link to somebody without mail; for who issued the link only.
Page slip_page(App& app, const State& state, Needs needs);

}  // namespace lantoa::city::identity
