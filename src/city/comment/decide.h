// Rules of comments: whoever reads may write, nothing is public before a person has read it, and a
// unit answers by a day. Decisions name what they erase in erasures.h.
#pragma once

#include <string>

#include "city/comment/state.h"
#include "city/content/state.h"
#include "city/organisation/state.h"
#include "city/workday/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::comment {

constexpr std::size_t name_characters_max = 80;
constexpr std::size_t title_characters_max = 150;
constexpr std::size_t text_characters_max = 3'000;
constexpr std::size_t answer_characters_max = 5'000;
constexpr std::size_t note_characters_max = 500;
constexpr std::size_t phone_digits_min = 8;
constexpr std::size_t phone_digits_max = 15;

// Every comment is read by a person: more than this in an hour nobody could.
constexpr std::size_t comments_an_hour_max = 600;
constexpr std::size_t comments_an_hour_of_article_max = 60;
// A question in words costs a program nothing, so what it lets in is less.
constexpr std::size_t by_question_an_hour_max = 150;
constexpr std::size_t by_question_an_hour_of_article_max = 15;

// How long a phone number is kept, and a refused comment, counted from the day it came in. The form
// says it.
constexpr std::int32_t kept_days = 90;

constexpr std::int32_t answer_days_usual = 10;  // working days
constexpr std::int32_t answer_days_max = 60;

namespace fields {
constexpr const char* name = "ho-ten";
constexpr const char* phone = "dien-thoai";
constexpr const char* title = "tieu-de";
constexpr const char* text = "noi-dung";
constexpr const char* consent = "dong-y";
constexpr const char* unit = "don-vi";
constexpr const char* days = "so-ngay";
constexpr const char* answer = "tra-loi";
constexpr const char* note = "giai-thich";
}  // namespace fields

// As typed; decide checks and tidies.
struct SendComment {
  ArticleNo article;
  std::string name;
  std::string phone;
  std::string title;
  std::string text;
  bool consent = false;
  Way way = Way::Puzzle;
  std::string code;  // digests, see CommentReceived
  std::string form;
  std::string print;
  std::string answer;  // where its writer goes on
};

// Whoever moderates or answers names the version of the comment that he saw.
struct Publish {
  CommentNo comment;
  std::uint32_t seen = 0;
};

struct Refuse {
  CommentNo comment;
  std::uint32_t seen = 0;
  Reason reason = Reason::OffTopic;
  std::string note;  // for its writer
};

struct Return {
  CommentNo comment;
  std::uint32_t seen = 0;
};

struct Forward {
  CommentNo comment;
  std::uint32_t seen = 0;
  UnitNo unit;
  std::int32_t days = 0;  // working days to answer in
};

struct AnswerQuestion {
  CommentNo comment;
  std::uint32_t seen = 0;
  std::string text;
};

struct SeePhone {
  CommentNo comment;
};

// Its writer's own act; whoever has the code is its writer.
struct Erase {
  std::string code;  // digest
};

// The system's only: erases what was kept for its time. Nothing to erase is no fact.
struct KeepTerms {};

struct Known {
  const State& comments;
  const organisation::State& organisation;
  const workday::State& workdays;
  const content::State& articles;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const SendComment& command, const Envelope& envelope);
Decided decide(const Known& known, const Publish& command, const Envelope& envelope);
Decided decide(const Known& known, const Refuse& command, const Envelope& envelope);
Decided decide(const Known& known, const Return& command, const Envelope& envelope);
Decided decide(const Known& known, const Forward& command, const Envelope& envelope);
Decided decide(const Known& known, const AnswerQuestion& command, const Envelope& envelope);
Decided decide(const Known& known, const SeePhone& command, const Envelope& envelope);
Decided decide(const Known& known, const Erase& command, const Envelope& envelope);
Decided decide(const Known& known, const KeepTerms& command, const Envelope& envelope);

// It names a web address: nobody can put it on the portal, also not by having it answered.
bool has_address(const Comment& comment);

// The actor has the right over the unit whose article it is.
bool may_moderate(const Known& known, const Comment& comment, const Actor& actor);
// … over the unit that was asked.
bool may_answer(const Known& known, const Comment& comment, const Actor& actor);
// Why this actor is not the one to publish it now; the answer's writer is not.
Result<void> may_publish(const Known& known, const Comment& comment, const Actor& actor);

// Several lines as they are kept: composed, line ends alike, no white space at the ends.
std::string tidy_lines(std::string_view typed);

std::string office_address(CommentNo comment);  // "/y-kien/3"

}  // namespace lantoa::city::comment
