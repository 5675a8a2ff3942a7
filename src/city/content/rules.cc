#include "city/content/rules.h"

#include "platform/crypto/crypto.h"

namespace lantoa::city::content {

bool allowed(const Known& known, const Article& article, const Actor& actor, Right right) {
  if (!known.organisation.allows(actor, right, article.unit)) return false;
  return !article.must_confirm || !known.plans.has(article.plan) ||
         known.organisation.allows(actor, right, known.plans.plan(article.plan).issuer);
}

Result<void> require(const Known& known, const Article& article, const Actor& actor, Right right) {
  if (allowed(known, article, actor, right)) return {};
  return tl::unexpected(not_allowed(right));
}

// An account writes in the name of its person, because the two-person rule counts persons.
Result<void> require_writer(const Actor& actor) {
  return require_person(actor, {"soạn hay duyệt bài", "write or approve"});
}

std::optional<Text> closed_to_new(const Known& known, const Article& article) {
  const auto closed = known.organisation.closed_in_words(article.unit);
  if (!closed || article.is_public()) return std::nullopt;
  return Text{closed->vi +
                  ". Không đăng bài mới dưới tên đơn vị này nữa; hãy soạn bài dưới tên đơn vị đang "
                  "hoạt động.",
              closed->en +
                  ". Nothing new is published in its name; write the article in the name of a unit "
                  "that is open."};
}

Result<void> require_open_unit(const Known& known, const Article& article) {
  auto closed = closed_to_new(known, article);
  if (!closed) return {};
  return problem(Code::Conflict, *std::move(closed));
}

tl::unexpected<Problem> changed_since(const Article& article) {
  const std::string version = std::to_string(article.latest().number);
  return problem(
      Code::Conflict,
      {"Bài đã có bản " + version +
           " mới hơn bản bạn đang xem. Hãy xem bản mới, giữ lại phần cần giữ rồi gửi lại.",
       "The article has version " + version +
           ", newer than the one you saw. Look at it, keep what has to be kept, and send again."});
}

tl::unexpected<Problem> second_person(Text text) {
  return problem(Code::Forbidden, std::move(text));
}

// The caller keeps the bytes first; a fact never names bytes that are not there.
Result<void> check_kept(const ArticleText& text, std::string_view blob) {
  if (blob == crypto::hex(crypto::sha256(encode(text)))) return {};
  return problem(Code::Invalid, {"Nội dung bài chưa được lưu đúng. Hãy gửi lại.",
                                 "The text was not kept correctly. Send it again."});
}

Result<void> require_no_hour(const Article& article) {
  if (!article.scheduled) return {};
  const std::string at = vietnamese(article.scheduled->at);
  return problem(Code::Conflict,
                 {"Bài đã được duyệt để tự đăng lúc " + at + ". Muốn sửa thì bỏ hẹn giờ trước.",
                  "The article is approved to be published at " + at +
                      ". To change it, drop that hour first."});
}

void drop_hour(ledger::Decision& decision, const Article& article, const Actor& actor) {
  if (!article.scheduled) return;
  decision.add(subject("article", article.no),
               ScheduleDropped{article.no, article.scheduled->version, person_of(actor)});
}

Result<const Article*> seen(const Known& known, ArticleNo no, std::uint32_t version) {
  TRY_ASSIGN(const Article* article, known.articles.find(no));
  if (article->latest().number != version) return changed_since(*article);
  return article;
}

}  // namespace lantoa::city::content
