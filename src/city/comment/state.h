// Comments as they are now: in which queue each stands, and what of them is public. No texts and no
// names: those are read from the vault for the page that shows them.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "city/comment/facts.h"
#include "city/comment/prints.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::comment {

// What is still to be done with a comment.
enum class Queue {
  New,
  Suspicious,  // … and has signs of spam
  Waiting,     // a unit has to answer
  Answered,    // the answer waits to be published
  Published,
  Refused,
  Erased,
};
Text title(Queue queue);
Text title(Reason reason);
Text title(viet::SpamSign sign);

struct Question {
  UnitNo unit;
  Date due;
};

struct Answer {
  UnitNo unit;
  PersonNo by;  // none: the system
  Instant at;
  bool is_public = false;
};

struct Refusal {
  Reason reason = Reason::OffTopic;
  bool has_note = false;
};

struct Comment {
  CommentNo no;
  ArticleNo article;
  Instant received;
  std::string print;
  std::vector<viet::SpamSign> signs;
  Way way = Way::Puzzle;
  bool has_phone = false;
  std::uint32_t version = 0;  // grows with every act on it
  bool is_public = false;
  std::optional<Refusal> refusal;
  std::optional<Question> question;
  std::optional<Answer> answer;
  std::optional<Cause> erased;

  Queue queue() const;
};

constexpr std::int64_t lately_ms = 60LL * 60 * 1000;

// How many came in, and of them those that a question answered by hand let in.
struct Lately {
  std::size_t all = 0, by_question = 0;
  std::size_t of_article = 0, of_article_by_question = 0;
};

class State {
 public:
  void fold(const CommentReceived& fact, const ledger::Stamp& stamp);
  void fold(const CommentPublished& fact);
  void fold(const CommentRefused& fact);
  void fold(const CommentReturned& fact);
  void fold(const CommentForwarded& fact);
  void fold(const CommentAnswered& fact, const ledger::Stamp& stamp);
  void fold(const PhoneSeen&) {}
  void fold(const PhonesErased& fact);
  void fold(const CommentErased& fact);

  std::uint32_t comments() const { return static_cast<std::uint32_t>(comments_.size()); }
  bool has(CommentNo no) const { return no && no.index() < comments_.size(); }
  const Comment& comment(CommentNo no) const;       // needs has(no)
  Result<const Comment*> find(CommentNo no) const;  // NotFound otherwise

  CommentNo by_code(std::string_view digest) const;  // none when unknown
  CommentNo by_form(std::string_view digest) const;  // the same
  const Prints& prints() const { return prints_; }   // of those that are not erased
  // Public ones under an article, newest first.
  std::vector<CommentNo> published(ArticleNo article) const;
  // Those whose answer is public, the one published last at the end.
  const std::vector<CommentNo>& answered() const { return answered_; }
  // What came in since `lately_ms` before `now`.
  Lately lately(Instant now, ArticleNo article) const;
  // Received before this day: those that still have a phone number; those that were refused.
  std::vector<std::uint32_t> phones_before(Date day) const;
  std::vector<std::uint32_t> refused_before(Date day) const;

 private:
  Comment& act_on(CommentNo no);  // counts its version

  std::vector<Comment> comments_;
  std::unordered_map<std::string, CommentNo> by_code_;
  std::unordered_map<std::string, CommentNo> by_form_;
  Prints prints_;
  std::unordered_map<ArticleNo, std::vector<CommentNo>> of_article_;
  std::vector<CommentNo> answered_;
  std::deque<CommentNo> lately_;  // ascending; what is older falls out as others come in
};

}  // namespace lantoa::city::comment
