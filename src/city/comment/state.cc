#include "city/comment/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::comment {

Text title(Queue queue) {
  switch (queue) {
    case Queue::New:
      return {"Mới", "New"};
    case Queue::Suspicious:
      return {"Nghi ngờ", "Suspicious"};
    case Queue::Waiting:
      return {"Chờ trả lời", "Waiting for an answer"};
    case Queue::Answered:
      return {"Đã trả lời, chờ đăng", "Answered, to be published"};
    case Queue::Published:
      return {"Đã đăng", "Published"};
    case Queue::Refused:
      return {"Không đăng", "Refused"};
    case Queue::Erased:
      return {"Đã xóa", "Erased"};
  }
  return {};
}

Text title(Reason reason) {
  switch (reason) {
    case Reason::Advert:
      return {"Quảng cáo, chèn liên kết", "Advertising or links"};
    case Reason::Insult:
      return {"Xúc phạm người khác", "Insults somebody"};
    case Reason::PersonalData:
      return {"Có thông tin riêng của người khác", "Holds somebody's personal data"};
    case Reason::OffTopic:
      return {"Không liên quan đến bài viết", "Not about the article"};
    case Reason::Unreadable:
      return {"Không đọc được", "Cannot be read"};
    case Reason::AgainstLaw:
      return {"Nội dung pháp luật cấm đăng", "The law forbids publishing it"};
    case Reason::Repeated:
      return {"Trùng với ý kiến đã gửi", "Was sent before"};
  }
  return {};
}

Text title(viet::SpamSign sign) {
  switch (sign) {
    case viet::SpamSign::Gambling:
      return {"từ ngữ cờ bạc", "gambling words"};
    case viet::SpamSign::Advert:
      return {"từ ngữ quảng cáo", "advertising words"};
    case viet::SpamSign::Link:
      return {"có liên kết", "a link"};
    case viet::SpamSign::Contact:
      return {"có số điện thoại hoặc e-mail", "a phone number or e-mail address"};
    case viet::SpamSign::Hidden:
      return {"chữ bị che giấu", "disguised letters"};
    case viet::SpamSign::Repeated:
      return {"lời lặp lại", "repeated words"};
  }
  return {};
}

Queue Comment::queue() const {
  if (erased) return Queue::Erased;
  if (refusal) return Queue::Refused;
  if (question && !answer) return Queue::Waiting;
  if (answer && !answer->is_public) return Queue::Answered;
  if (is_public) return Queue::Published;
  return signs.empty() ? Queue::New : Queue::Suspicious;
}

void State::fold(const CommentReceived& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.comment.index() == comments_.size());
  Comment comment;
  comment.no = fact.comment;
  comment.article = fact.article;
  comment.received = stamp.at;
  comment.print = fact.print;
  comment.signs = fact.signs;
  comment.way = fact.way;
  comment.has_phone = fact.has_phone;
  comment.version = 1;
  comments_.push_back(std::move(comment));
  by_code_.emplace(fact.code, fact.comment);
  by_form_.emplace(fact.form, fact.comment);
  prints_.add(fact.comment, fact.print);
  of_article_[fact.article].push_back(fact.comment);
  lately_.push_back(fact.comment);
  while (comments_[lately_.front().index()].received.ms + lately_ms <= stamp.at.ms) {
    lately_.pop_front();
  }
}

void State::fold(const CommentPublished& fact) {
  Comment& comment = act_on(fact.comment);
  comment.is_public = true;
  if (!comment.answer) return;
  comment.answer->is_public = true;
  std::erase(answered_, comment.no);
  answered_.push_back(comment.no);
}

void State::fold(const CommentRefused& fact) {
  Comment& comment = act_on(fact.comment);
  comment.refusal = Refusal{fact.reason, fact.has_note};
  comment.question.reset();
}

void State::fold(const CommentReturned& fact) {
  Comment& comment = act_on(fact.comment);
  comment.is_public = false;
  comment.refusal.reset();
  std::erase(answered_, comment.no);
  if (comment.answer) comment.answer->is_public = false;
}

void State::fold(const CommentForwarded& fact) {
  Comment& comment = act_on(fact.comment);
  comment.question = Question{fact.unit, fact.due};
  comment.answer.reset();
}

void State::fold(const CommentAnswered& fact, const ledger::Stamp& stamp) {
  act_on(fact.comment).answer = Answer{fact.unit, fact.by.value_or(PersonNo{}), stamp.at, false};
}

void State::fold(const PhonesErased& fact) {
  for (const std::uint32_t number : fact.comments.numbers) {
    act_on(CommentNo{number}).has_phone = false;
  }
}

void State::fold(const CommentErased& fact) {
  Comment& comment = act_on(fact.comment);
  comment.erased = fact.cause;
  comment.is_public = false;
  comment.has_phone = false;
  std::erase(answered_, comment.no);
  prints_.remove(comment.no, comment.print);
}

Comment& State::act_on(CommentNo no) {
  ASSERT(has(no));
  Comment& comment = comments_[no.index()];
  ++comment.version;
  return comment;
}

const Comment& State::comment(CommentNo no) const {
  ASSERT(has(no));
  return comments_[no.index()];
}

Result<const Comment*> State::find(CommentNo no) const {
  if (has(no)) return &comments_[no.index()];
  return problem(Code::NotFound, {"Không có ý kiến này.", "There is no such comment."});
}

CommentNo State::by_code(std::string_view digest) const {
  const auto found = by_code_.find(std::string(digest));
  return found == by_code_.end() ? CommentNo{} : found->second;
}

CommentNo State::by_form(std::string_view digest) const {
  const auto found = by_form_.find(std::string(digest));
  return found == by_form_.end() ? CommentNo{} : found->second;
}

std::vector<CommentNo> State::published(ArticleNo article) const {
  std::vector<CommentNo> out;
  const auto found = of_article_.find(article);
  if (found == of_article_.end()) return out;
  std::copy_if(found->second.rbegin(), found->second.rend(), std::back_inserter(out),
               [this](CommentNo no) { return comments_[no.index()].is_public; });
  return out;
}

Lately State::lately(Instant now, ArticleNo article) const {
  Lately out;
  for (const CommentNo no : lately_) {
    const Comment& comment = comments_[no.index()];
    if (comment.received.ms + lately_ms <= now.ms) continue;
    const std::size_t by_question = comment.way == Way::Question ? 1 : 0;
    ++out.all;
    out.by_question += by_question;
    if (comment.article != article) continue;
    ++out.of_article;
    out.of_article_by_question += by_question;
  }
  return out;
}

std::vector<std::uint32_t> State::phones_before(Date day) const {
  std::vector<std::uint32_t> out;
  for (const Comment& comment : comments_) {
    if (comment.has_phone && vietnam_date(comment.received) < day) out.push_back(comment.no.value);
  }
  return out;
}

std::vector<std::uint32_t> State::refused_before(Date day) const {
  std::vector<std::uint32_t> out;
  for (const Comment& comment : comments_) {
    const bool over = comment.refusal && !comment.erased && vietnam_date(comment.received) < day;
    if (over) out.push_back(comment.no.value);
  }
  return out;
}

}  // namespace lantoa::city::comment
