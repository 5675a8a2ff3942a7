// Text as it travels: UTF-8, percent encoding, tokens. Internal to http.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lantoa::http {

bool is_text(std::string_view text);  // UTF-8 without NUL

// What is no UTF-8, and NUL, as U+FFFD.
std::string as_text(std::string bytes);

enum class Plus { IsItself, IsSpace };  // '+' is a space in queries and forms only

// nullopt when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, Plus plus);

// nullopt also when what comes out is no text.
std::optional<std::string> decode_text(std::string_view text, Plus plus);

bool is_token_character(char c);             // RFC 9110 section 5.6.2
bool is_token(std::string_view text);        // at least one token character and nothing else
bool is_field_value(std::string_view text);  // no CR, LF, NUL or other control but tab
bool same_ignoring_case(std::string_view a, std::string_view b);  // ASCII letters only
std::string lower_case(std::string_view text);                    // ASCII letters only
std::string_view trim(std::string_view text);                     // spaces and tabs

}  // namespace lantoa::http
