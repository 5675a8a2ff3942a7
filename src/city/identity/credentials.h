// Logins, passwords and secrets before they reach decide: one spelling for what looks the same, the
// rule for new passwords, and hashing, which takes its time and its memory.
#pragma once

#include <string>
#include <string_view>

#include "city/identity/decide.h"

namespace lantoa::city::identity {

constexpr std::size_t login_bytes_max = 64;
constexpr std::size_t password_characters_min = 12;
constexpr std::size_t password_bytes_max = 1024;

// What a login is found by: case, marks and composition (NFC, NFD) do not matter.
std::string login_index(std::string_view login);

// What an access token is found by.
std::string token_index(std::string_view secret);

// As this program makes links and access tokens: base64url of 128 random bits or more.
bool is_secret(std::string_view text);

// The same password from every keyboard: composed (NFC).
std::string normal_password(std::string_view typed);

// Checks login and password and hashes the password (Argon2id, about 0.1 s). Invalid names the
// field "login" or "password".
Result<OpenAccount> prepare_account(PersonNo person, std::string_view login,
                                    std::string_view password);

// The hash of a password that fits the rule: 12 characters or more, not the login. Invalid names
// the field "password".
Result<std::string> hash_new_password(std::string_view login, std::string_view password);

}  // namespace lantoa::city::identity
