// What can happen to an article, and what its blob holds.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::content {

// One version's text as it is kept among the blobs: encode() is its bytes.
struct ArticleText {
  std::string title;
  std::string lead;    // plain, one paragraph
  std::string body;    // Markdown
  std::string author;  // the line of signature as printed

  bool operator==(const ArticleText&) const = default;
};
BOOST_DESCRIBE_STRUCT(ArticleText, (), (title, lead, body, author))

struct ArticleStarted {
  static constexpr std::string_view kind = "content.article_started";
  ArticleNo article;
  UnitNo unit;                 // in whose name it is published
  std::optional<PlanNo> plan;  // which it serves
  bool must_confirm = false;   // the plan's staff must read and confirm it
};
BOOST_DESCRIBE_STRUCT(ArticleStarted, (), (article, unit, plan, must_confirm))

struct VersionDrafted {
  static constexpr std::string_view kind = "content.version_drafted";
  ArticleNo article;
  std::uint32_t version = 0;  // from 1
  std::string title;
  std::string text;  // address of the blob with the ArticleText
  std::vector<DocumentNo> cites;
  std::vector<std::string> key_points;         // what one has to know, in plain words
  std::optional<PersonNo> by;                  // absent: the system
  std::optional<std::uint32_t> restores;       // the earlier version whose words these are
  std::optional<std::vector<ImageNo>> images;  // that the text shows; absent: none
  // What it corrects and why, for readers. Only of an article that was published before.
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(VersionDrafted, (),
                      (article, version, title, text, cites, key_points, by, restores, images,
                       note))

// A picture that the article's texts may show: drawn anew from what was sent, so that nothing of
// the file is kept but what one sees. Readers get it while a version that shows it is published.
struct ImageAdded {
  static constexpr std::string_view kind = "content.image_added";
  ImageNo image;
  ArticleNo article;
  std::string large;  // address of the blob
  std::string small;  // … for narrow screens; the same where the picture is narrow itself
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string alt;  // what it shows, for who does not see it
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ImageAdded, (), (image, article, large, small, width, height, alt, by))

struct VersionSubmitted {
  static constexpr std::string_view kind = "content.version_submitted";
  ArticleNo article;
  std::uint32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(VersionSubmitted, (), (article, version))

struct VersionApproved {
  static constexpr std::string_view kind = "content.version_approved";
  ArticleNo article;
  std::uint32_t version = 0;
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(VersionApproved, (), (article, version, by))

// Approved, but published by itself only when this moment has come.
struct PublicationScheduled {
  static constexpr std::string_view kind = "content.publication_scheduled";
  ArticleNo article;
  std::uint32_t version = 0;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(PublicationScheduled, (), (article, version, at))

// It will not be published, and what was approved for that moment is not approved any more.
struct ScheduleDropped {
  static constexpr std::string_view kind = "content.schedule_dropped";
  ArticleNo article;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ScheduleDropped, (), (article, version, by))

// From now on readers see this version.
struct ArticlePublished {
  static constexpr std::string_view kind = "content.article_published";
  ArticleNo article;
  std::uint32_t version = 0;
  std::string slug;  // words of the title for the address
};
BOOST_DESCRIBE_STRUCT(ArticlePublished, (), (article, version, slug))

// One person publishes at once, because it cannot wait: stands before the ArticlePublished of that
// version, which no second person has approved. A later VersionApproved of it is that approval.
struct EmergencyDeclared {
  static constexpr std::string_view kind = "content.emergency_declared";
  ArticleNo article;
  std::uint32_t version = 0;
  std::string reason;  // for the office
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(EmergencyDeclared, (), (article, version, reason, by))

enum class Reason { Wrong, LawChanged, Duplicate, PersonalData, Other };
BOOST_DESCRIBE_ENUM(Reason, Wrong, LawChanged, Duplicate, PersonalData, Other)

struct WithdrawalProposed {
  static constexpr std::string_view kind = "content.withdrawal_proposed";
  ArticleNo article;
  Reason reason = Reason::Other;
  std::string text;  // for the public
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(WithdrawalProposed, (), (article, reason, text, by))

struct WithdrawalDropped {
  static constexpr std::string_view kind = "content.withdrawal_dropped";
  ArticleNo article;
};
BOOST_DESCRIBE_STRUCT(WithdrawalDropped, (), (article))

// Readers find the reason in the article's place.
struct ArticleWithdrawn {
  static constexpr std::string_view kind = "content.article_withdrawn";
  ArticleNo article;
  Reason reason = Reason::Other;
  std::string text;
  PersonNo by;  // who confirmed it
};
BOOST_DESCRIBE_STRUCT(ArticleWithdrawn, (), (article, reason, text, by))

}  // namespace lantoa::city::content
