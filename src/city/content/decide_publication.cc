// How a version comes to the portal: by the second person at once, or at the hour he names.
#include "city/content/rules.h"
#include "city/faults.h"

namespace lantoa::city::content {
namespace {

// What its newest version is instead, so that whoever comes second knows what is left to do.
tl::unexpected<Problem> does_not_wait(const Article& article) {
  const std::string version = std::to_string(article.latest().number);
  if (article.stage() != Stage::Published) {
    return problem(
        Code::Conflict,
        {"Bản này không ở trạng thái chờ duyệt. Người soạn cần gửi duyệt một bản mới.",
         "This version does not wait for approval. Its writer has to hand in a new one."});
  }
  const std::string at = vietnamese(article.updated_at);
  if (article.emergency) {
    return problem(Code::Conflict,
                   {"Bản " + version + " đã được đăng khẩn cấp lúc " + at +
                        "; hãy đọc rồi duyệt ở khung đầu trang của bài.",
                    "Version " + version + " was published in an emergency at " + at +
                        "; read it, then approve it in the box on top of the article's page."});
  }
  return problem(
      Code::Conflict,
      {"Bản " + version + " đã được duyệt và đăng lúc " + at + "; không cần làm gì thêm.",
       "Version " + version + " was approved and published at " + at + "; nothing more to do."});
}

// The article whose newest version this actor may approve now.
Result<const Article*> approvable(const Known& known, ArticleNo no, std::uint32_t seen_version,
                                  const Actor& actor) {
  TRY_ASSIGN(const Article* article, known.articles.find(no));
  TRY(require(known, *article, actor, Right::ApproveArticle));
  TRY(require_writer(actor));
  // The system is no second person.
  if (!actor.person || article->writers.contains(actor.person)) {
    return second_person(
        {"Người đã soạn hoặc sửa bài từ lần đăng trước không tự duyệt được. Hãy nhờ người thứ hai "
         "có quyền duyệt.",
         "Whoever wrote or changed the article since it was last published cannot approve it. Ask "
         "a second person with that right."});
  }
  TRY(require_open_unit(known, *article));
  if (article->latest().number != seen_version) return changed_since(*article);
  // Publishing ends a proposal, which somebody has to have answered.
  if (article->proposed) {
    return problem(Code::Conflict,
                   {"Bài đang có đề xuất thu hồi nên chưa duyệt được bản mới. Hãy xác nhận hoặc bỏ "
                    "đề xuất đó trước.",
                    "A withdrawal of this article is proposed, so no version can be approved. "
                    "Confirm or drop that proposal first."});
  }
  TRY(require_no_hour(*article));
  if (article->stage() != Stage::Submitted) {
    return does_not_wait(*article);
  }
  return article;
}

void publish(ledger::Decision& decision, const Article& article) {
  const Version& version = article.latest();
  decision.add(subject("article", article.no),
               ArticlePublished{article.no, version.number, slug_of(version.title)});
}

Result<void> check_hour(Instant at, Instant now) {
  Faults faults;
  if (at <= now) {
    faults.add(fields::day, {"Giờ hẹn này đã qua (bây giờ là " + vietnamese(now) +
                                 "). Hãy chọn một giờ sau đó, hoặc đăng ngay.",
                             "That hour has passed (it is " + vietnamese(now) +
                                 " now). Choose a later one, or publish at once."});
  } else if (at.ms > now.ms + hours_ahead_max_ms) {
    faults.add(fields::day, {"Chỉ hẹn trước tối đa một năm. Hãy xem lại năm.",
                             "At most a year ahead. Look at the year again."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return {};
}

}  // namespace

bool may_drop_schedule(const Known& known, const Article& article, const Actor& actor) {
  return article.scheduled && may_propose_withdrawal(known, article, actor);
}

Decided decide(const Known& known, const ApproveArticle& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article,
             approvable(known, command.article, command.seen_version, envelope.actor));
  ledger::Decision decision;
  decision.add(subject("article", article->no),
               VersionApproved{article->no, article->latest().number, envelope.actor.person});
  publish(decision, *article);
  decision.answer = office_address(article->no) + "?xong=dang";
  return decision;
}

Decided decide(const Known& known, const ScheduleArticle& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article,
             approvable(known, command.article, command.seen_version, envelope.actor));
  TRY(check_hour(command.at, envelope.at));
  const std::string about = subject("article", article->no);
  const std::uint32_t version = article->latest().number;
  ledger::Decision decision;
  decision.add(about, VersionApproved{article->no, version, envelope.actor.person});
  decision.add(about, PublicationScheduled{article->no, version, command.at});
  decision.answer = office_address(article->no) + "?xong=hen-gio";
  return decision;
}

Decided decide(const Known& known, const DropSchedule& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  if (!may_propose_withdrawal(known, *article, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::DraftArticle));
  }
  if (!article->scheduled) {
    return problem(Code::Conflict, {"Bài này không còn hẹn giờ đăng nào.",
                                    "This article has no hour of publication any more."});
  }
  ledger::Decision decision;
  drop_hour(decision, *article, envelope.actor);
  decision.answer = office_address(article->no) + "?xong=bo-hen-gio";
  return decision;
}

// Nothing when the hour was dropped meanwhile, or has not come by the clock of whoever decides.
Decided decide(const Known& known, const PublishDue& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::ApproveArticle));
  ledger::Decision decision;
  if (!article->scheduled || article->scheduled->at > envelope.at) return decision;
  // Ledgers from before a proposal dropped the hour may hold both.
  if (article->proposed) {
    drop_hour(decision, *article, envelope.actor);
  } else {
    publish(decision, *article);
  }
  return decision;
}

}  // namespace lantoa::city::content
