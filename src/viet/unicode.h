// Vietnamese text as bytes of UTF-8: is it UTF-8 at all, its normal forms, and keys for comparing,
// searching and sorting. fold() forgets case and all marks (search); name_key() forgets case and
// where the tone mark stands (Hoà = Hòa) but keeps the marks. Bytes that are not UTF-8 are read as
// U+FFFD by everything here except is_utf8 and guess_encoding, so check first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/utf8.h"

namespace lantoa::viet {

using lantoa::is_utf8;

std::string nfc(std::string_view text);

// Every mark a character of its own, and each character as what it stands for: "ﬁ" is f and i, a
// wide A is an A.
std::string nfkd(std::string_view text);

// As comparing without case wants it: compatibility forms, small letters, composed, without
// characters that show nothing; the marks are kept (NFKC_Casefold).
std::string casefolded(std::string_view text);

// For search and tolerant matching: "  Hoà Bình, Ðống Đa " -> "hoa binh, dong da". Compatibility
// forms, invisible characters, case and marks are gone; runs of white space are one space.
std::string fold(std::string_view text);

// Equal for two spellings of one name: case, white space, NFC/NFD, Đ/Ð and the place of the tone
// mark do not matter; the marks do (Hòa is not Hoa).
std::string name_key(std::string_view text);
bool same_name(std::string_view a, std::string_view b);

// Keys to compare as bytes. Vietnamese order: a ă â b c d đ e ê ..., then tones. person_sort_key
// orders full names by given name, then family name, then what stands between.
std::string sort_key(std::string_view text);
std::string person_sort_key(std::string_view full_name);

enum class Encoding {
  Utf8,        // also plain ASCII and nothing at all; with or without a byte order mark
  BrokenUtf8,  // UTF-8 with some damaged or cut-off bytes
  Utf16,
  Tcvn3,  // ABC fonts (.VnTime)
  Vni,
  Windows1258,
  Latin1,  // some other one-byte encoding
  Binary,  // not text
};

Encoding guess_encoding(std::string_view bytes);

// Nothing for UTF-8; else what a person who handed in this file should do (Code::Unsupported).
std::optional<Problem> encoding_problem(std::string_view bytes);

}  // namespace lantoa::viet
