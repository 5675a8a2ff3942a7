// What can happen to a comment, and what the vault holds of it. Facts carry numbers, digests and
// reasons; whatever its writer typed, and what was answered, stands in erasable rows.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"
#include "viet/spam.h"

namespace lantoa::viet {

BOOST_DESCRIBE_ENUM(SpamSign, Gambling, Advert, Link, Contact, Hidden, Repeated)

}  // namespace lantoa::viet

namespace lantoa::city::comment {

// How its writer showed to be a person, or at least took some trouble.
enum class Way { Puzzle, Question };
BOOST_DESCRIBE_ENUM(Way, Puzzle, Question)

// Criticism is no reason.
enum class Reason { Advert, Insult, PersonalData, OffTopic, Unreadable, AgainstLaw, Repeated };
BOOST_DESCRIBE_ENUM(Reason, Advert, Insult, PersonalData, OffTopic, Unreadable, AgainstLaw,
                    Repeated)

struct CommentReceived {
  static constexpr std::string_view kind = "comment.received";
  CommentNo comment;
  ArticleNo article;
  std::string code;   // digest of the code to follow it by
  std::string form;   // digest of the form it was sent with: each form once
  std::string print;  // see prints.h
  std::vector<viet::SpamSign> signs;
  Way way = Way::Puzzle;
  bool has_phone = false;
};
BOOST_DESCRIBE_STRUCT(CommentReceived, (),
                      (comment, article, code, form, print, signs, way, has_phone))

// From now on it stands under its article, with the answer if there is one.
struct CommentPublished {
  static constexpr std::string_view kind = "comment.published";
  CommentNo comment;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(CommentPublished, (), (comment, by))

struct CommentRefused {
  static constexpr std::string_view kind = "comment.refused";
  CommentNo comment;
  Reason reason = Reason::OffTopic;
  bool has_note = false;  // in the vault
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(CommentRefused, (), (comment, reason, has_note, by))

// What was decided is undone: it is no longer public or refused and waits again.
struct CommentReturned {
  static constexpr std::string_view kind = "comment.returned";
  CommentNo comment;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(CommentReturned, (), (comment, by))

// A unit is asked to answer by a day.
struct CommentForwarded {
  static constexpr std::string_view kind = "comment.forwarded";
  CommentNo comment;
  UnitNo unit;
  Date due;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(CommentForwarded, (), (comment, unit, due, by))

struct CommentAnswered {
  static constexpr std::string_view kind = "comment.answered";
  CommentNo comment;
  UnitNo unit;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(CommentAnswered, (), (comment, unit, by))

// Somebody looked at the phone number.
struct PhoneSeen {
  static constexpr std::string_view kind = "comment.phone_seen";
  CommentNo comment;
};
BOOST_DESCRIBE_STRUCT(PhoneSeen, (), (comment))

// The time for which phone numbers are kept is over.
struct PhonesErased {
  static constexpr std::string_view kind = "comment.phones_erased";
  NumberSet comments;
};
BOOST_DESCRIBE_STRUCT(PhonesErased, (), (comments))

enum class Cause { Writer, Term };  // its writer wished it; it was refused and its time is over
BOOST_DESCRIBE_ENUM(Cause, Writer, Term)

// Nothing of what was typed can be read any more.
struct CommentErased {
  static constexpr std::string_view kind = "comment.erased";
  CommentNo comment;
  Cause cause = Cause::Writer;
};
BOOST_DESCRIBE_STRUCT(CommentErased, (), (comment, cause))

// Vault row "comment/<n>".
struct CommentRecord {
  std::string name;
  std::string title;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CommentRecord, (), (name, title, text))

// What a browser sends with the form when it has solved the puzzle; see puzzle.h.
struct Solution {
  std::string algorithm;
  std::string challenge;
  std::uint32_t number = 0;
  std::string salt;
  std::string signature;
};
BOOST_DESCRIBE_STRUCT(Solution, (), (algorithm, challenge, number, salt, signature))

// Vault rows that are plain texts: the phone number, what was answered, why it was refused.
std::string record_id(CommentNo comment);
std::string phone_id(CommentNo comment);
std::string answer_id(CommentNo comment);
std::string note_id(CommentNo comment);

}  // namespace lantoa::city::comment
