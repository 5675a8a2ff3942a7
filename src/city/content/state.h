// Articles with their versions, and what of them the public sees in which order.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "city/content/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"
#include "platform/markdown/markdown.h"

namespace lantoa::city::content {

struct Version {
  std::uint32_t number = 0;
  std::string title;
  std::string text;  // blob address of the ArticleText
  std::vector<DocumentNo> cites;
  std::vector<std::string> key_points;
  PersonNo by;  // none: the system
  Instant at;
  bool submitted = false;
  PersonNo approved_by;         // none: not approved
  std::uint32_t restores = 0;   // the earlier version whose words these are; 0: written anew
  std::string note;             // what it corrects and why, for readers
  Instant shown_at;             // first published; 0: never
  std::vector<ImageNo> images;  // that its text shows, in the order of first mention

  bool was_published() const { return shown_at != Instant{}; }
};

struct Image {
  ImageNo no;
  ArticleNo article;
  std::string large, small;  // blob addresses
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string alt;
};

struct Withdrawal {
  Reason reason = Reason::Other;
  std::string text;
  PersonNo by;  // who proposed it, or of a done one: who confirmed it
  Instant at;
  std::uint32_t number = 0;  // which of the article's proposals, from 1
};

// An hour at which an approved version is published by itself.
struct Schedule {
  std::uint32_t version = 0;
  Instant at;
};

// What one person published; waits for a second.
struct Emergency {
  std::uint32_t version = 0;
  std::string reason;
  PersonNo by;
  Instant at;  // since when readers have seen what no second person approved

  static constexpr std::int64_t late_after_ms = day_ms;
  bool is_late(Instant now) const { return now.ms - at.ms > late_after_ms; }
};

enum class Stage {
  Draft,      // the newest version is being written
  Submitted,  // … waits for the second person
  Scheduled,  // … is approved and waits for its hour
  Published,  // … is what readers see
  Withdrawn,  // … was taken off the portal
};
Text title(Stage stage);
Text title(Reason reason);

struct Article {
  ArticleNo no;
  UnitNo unit;
  PlanNo plan;  // none: serves no plan
  bool must_confirm = false;
  std::vector<Version> versions;  // version n at n - 1; never empty once drafted
  std::uint32_t published = 0;    // version that readers see; 0: none
  Instant published_at;           // of the first publication, which orders the lists
  Instant updated_at;             // of the present one
  std::string slug;
  std::optional<Schedule> scheduled;    // of the newest version
  std::optional<Emergency> emergency;   // what readers see, no second person has approved
  std::optional<Withdrawal> proposed;   // waits for a second person
  std::optional<Withdrawal> withdrawn;  // off the portal
  std::uint32_t proposals = 0;          // withdrawals proposed so far
  std::set<PersonNo> writers;           // since the last published version: may not approve
  std::vector<ImageNo> images;          // added to it, in any version's text or in none

  const Version& latest() const { return versions.back(); }
  const Version& shown() const { return versions[published - 1]; }  // needs is_public()
  bool is_public() const { return published != 0; }
  // Readers saw a version of it once, so that another one is a correction.
  bool was_public() const { return published_at != Instant{}; }
  Stage stage() const;
};

// "/bai/3-day-manh-pho-bien": where readers find it.
std::string public_address(const Article& article);
std::string office_address(ArticleNo article);  // "/bai-viet/3"

std::string image_address(ImageNo image);    // "/anh/3"; behind it "/nho", the narrow one
ImageNo image_at(std::string_view address);  // none: no such address
// The line of a text that shows it.
std::string markdown_of(const Image& image);
// What of these a text may show; `site` stands before their addresses.
markdown::FindImage find_in(std::vector<Image> images, std::string site = {});

// The official hosts that an article may link to: chinhphu.vn, vbpl.vn, … and below.
bool is_allowed_host(std::string_view host);

class State {
 public:
  void fold(const ArticleStarted& fact);
  void fold(const VersionDrafted& fact, const ledger::Stamp& stamp);
  void fold(const ImageAdded& fact);
  void fold(const VersionSubmitted& fact);
  void fold(const VersionApproved& fact);
  void fold(const PublicationScheduled& fact);
  void fold(const ScheduleDropped& fact);
  void fold(const EmergencyDeclared& fact, const ledger::Stamp& stamp);
  void fold(const ArticlePublished& fact, const ledger::Stamp& stamp);
  void fold(const WithdrawalProposed& fact, const ledger::Stamp& stamp);
  void fold(const WithdrawalDropped& fact);
  void fold(const ArticleWithdrawn& fact, const ledger::Stamp& stamp);

  std::uint32_t size() const { return static_cast<std::uint32_t>(articles_.size()); }
  bool has(ArticleNo no) const { return no && no.index() < articles_.size(); }
  const Article& article(ArticleNo no) const;       // needs has(no)
  Result<const Article*> find(ArticleNo no) const;  // NotFound otherwise

  std::uint32_t images() const { return static_cast<std::uint32_t>(images_.size()); }
  Result<const Image*> find(ImageNo no) const;  // NotFound otherwise
  std::vector<Image> images(const std::vector<ImageNo>& numbers) const;
  bool is_public(const Image& image) const;  // the version that readers see shows it

  // What is still to be published by itself.
  const std::set<ArticleNo>& scheduled() const { return scheduled_; }
  // What the public sees, newest first by first publication.
  const std::vector<ArticleNo>& published() const { return published_; }
  // At most `most` neighbours of a published article, the nearest first.
  std::vector<ArticleNo> newer(ArticleNo no, std::size_t most) const;
  std::vector<ArticleNo> older(ArticleNo no, std::size_t most) const;
  // Published and citing this document, newest first.
  std::vector<ArticleNo> citing(DocumentNo document) const;

 private:
  Article& at(ArticleNo no);

  std::vector<Article> articles_;
  std::vector<Image> images_;
  std::vector<ArticleNo> published_;
  std::set<ArticleNo> scheduled_;
};

}  // namespace lantoa::city::content
