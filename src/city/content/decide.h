// Rules of articles. Whoever wrote never publishes, whoever proposes a withdrawal never confirms
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/content/state.h"
#include "city/faults.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::content {

constexpr std::size_t title_characters_max = 200;
constexpr std::size_t lead_characters_max = 800;
constexpr std::size_t body_characters_max = 100'000;
constexpr std::size_t author_characters_max = 100;
constexpr std::size_t key_point_characters_max = 300;
constexpr std::size_t key_points_max = 3;
constexpr std::size_t reason_characters_max = 500;
constexpr std::size_t alt_characters_max = 300;
constexpr std::size_t note_characters_max = 300;
constexpr std::size_t images_max = 20;                     // of one article
constexpr std::int64_t hours_ahead_max_ms = 366 * day_ms;  // a publication may be planned so far

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* unit = "don-vi";
constexpr const char* plan = "ke-hoach";
constexpr const char* must_confirm = "xac-nhan";
constexpr const char* title = "tieu-de";
constexpr const char* lead = "sapo";
constexpr const char* body = "noi-dung";
constexpr const char* author = "tac-gia";
constexpr const char* key_point = "y-";  // y-1, y-2, y-3
constexpr const char* reason = "ly-do";
constexpr const char* reason_text = "giai-thich";
constexpr const char* day = "ngay";
constexpr const char* hour = "gio";
constexpr const char* emergency = "vi-sao-gap";
constexpr const char* image = "tep";
constexpr const char* alt = "mo-ta-anh";
constexpr const char* note = "sua-gi";
}  // namespace fields

// One version as written: the text is kept among the blobs before it is decided on.
struct Draft {
  ArticleText text;  // as tidy() leaves it
  std::string blob;  // address under which encode(text) is kept
  std::vector<std::string> key_points;
  bool submit = false;     // also hand it to the second person
  bool to_images = false;  // its writer goes on to its pictures
  std::string note;        // what it corrects and why, in one line; of what was never public: none
};
ArticleText tidy(ArticleText typed);
std::vector<std::string> tidy(std::vector<std::string> typed);  // empty ones left out

struct StartArticle {
  UnitNo unit;
  PlanNo plan;  // none: no plan
  bool must_confirm = false;
  Draft draft;
};

struct EditArticle {
  ArticleNo article;
  std::uint32_t seen_version = 0;  // the version its writer had before him
  Draft draft;
};

// A picture for its texts, drawn anew and kept among the blobs before it is decided on. The answer
// is its number.
struct AddImage {
  ArticleNo article;
  std::string alt;
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

// The words of an earlier version as a new one, which needs its two persons like any other.
struct RestoreVersion {
  ArticleNo article;
  std::uint32_t version = 0;       // whose words
  std::uint32_t seen_version = 0;  // the newest one its restorer had before him
  ArticleText text;                // what is kept of it
};

struct SubmitArticle {
  ArticleNo article;
  std::uint32_t seen_version = 0;
};

struct ApproveArticle {  // and publish
  ArticleNo article;
  std::uint32_t seen_version = 0;
};

// Approve it now, to be published by itself at a moment to come.
struct ScheduleArticle {
  ArticleNo article;
  std::uint32_t seen_version = 0;
  Instant at;
};

struct DropSchedule {
  ArticleNo article;
};

// What the courier asks when the moment has come; the system only.
struct PublishDue {
  ArticleNo article;
};

// Publish it alone and at once: what is published stays flagged until a second person approves it.
struct PublishInEmergency {
  ArticleNo article;
  std::uint32_t seen_version = 0;
  ArticleText text;  // of that version; must not lead away from the portal
  std::string reason;
};

struct ConfirmEmergency {
  ArticleNo article;
  std::uint32_t seen_version = 0;
};

struct ProposeWithdrawal {
  ArticleNo article;
  Reason reason = Reason::Other;
  std::string text;
};

struct ConfirmWithdrawal {
  ArticleNo article;
  std::uint32_t proposal = 0;  // which of its proposals was read
};

struct DropWithdrawal {
  ArticleNo article;
  std::uint32_t proposal = 0;  // the same
};

// What every decision about articles looks at.
struct Known {
  const State& articles;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const StartArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const EditArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const RestoreVersion& command, const Envelope& envelope);
Decided decide(const Known& known, const AddImage& command, const Envelope& envelope);
Decided decide(const Known& known, const SubmitArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const ApproveArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const ScheduleArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const DropSchedule& command, const Envelope& envelope);
Decided decide(const Known& known, const PublishDue& command, const Envelope& envelope);
Decided decide(const Known& known, const PublishInEmergency& command, const Envelope& envelope);
Decided decide(const Known& known, const ConfirmEmergency& command, const Envelope& envelope);
Decided decide(const Known& known, const ProposeWithdrawal& command, const Envelope& envelope);
Decided decide(const Known& known, const ConfirmWithdrawal& command, const Envelope& envelope);
Decided decide(const Known& known, const DropWithdrawal& command, const Envelope& envelope);

// For pages, so that they offer exactly what would be allowed. An article that the staff of a plan
// must confirm binds them in the name of the plan's issuer: the right is asked for over it as well.
bool may_write(const Known& known, const Article& article, const Actor& actor);
bool may_approve(const Known& known, const Article& article, const Actor& actor);
bool may_drop_schedule(const Known& known, const Article& article, const Actor& actor);
bool may_publish_in_emergency(const Known& known, const Article& article, const Actor& actor);
bool may_confirm_emergency(const Known& known, const Article& article, const Actor& actor);
bool may_propose_withdrawal(const Known& known, const Article& article, const Actor& actor);
bool may_confirm_withdrawal(const Known& known, const Article& article, const Actor& actor);
// Why it is neither handed in nor published: its unit is closed. None: that is open, or readers see
// the article already, so that it is still corrected.
std::optional<Text> closed_to_new(const Known& known, const Article& article);

// Documents that a text cites, against the register.
struct Doubt {
  std::string number;        // as the text writes it
  std::optional<Date> date;  // as the text says
  DocumentNo nearest;        // same number, other date; none: not registered at all
};
struct Citations {
  std::vector<DocumentNo> documents;  // in the order of first mention
  std::vector<Doubt> doubts;
};
Citations read_citations(const law::State& law, const ArticleText& text, Date today);
// The same in two steps: the first is slow on a long text and looks at no state.
std::vector<viet::CitedDocument> mentions_in(const ArticleText& text, Date today);
Citations match_citations(const law::State& law, const std::vector<viet::CitedDocument>& mentions);

// The article's pictures that a text shows, in the order of first mention.
std::vector<ImageNo> images_in(const State& articles, ArticleNo article, std::string_view body);
// The description as it is kept, and what is wrong with it.
std::string tidy_alt(std::string_view typed);
void check_alt(Faults& faults, std::string_view alt);

// "day-manh-pho-bien" of a title, for the address.
std::string slug_of(std::string_view title);

}  // namespace lantoa::city::content
