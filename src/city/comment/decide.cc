#include "city/comment/decide.h"

#include <algorithm>

#include "city/comment/erasures.h"
#include "city/faults.h"
#include "city/person.h"

namespace lantoa::city::comment {
namespace {

// Erased is only what the facts of this decision say.
template <class Fact>
void add_erasing(ledger::Decision& decision, CommentNo about, const Fact& fact) {
  decision.add(about ? record_id(about) : "comment", fact);
  for (std::string& id : erased_by(fact)) decision.erasures.push_back(std::move(id));
}

Result<void> check_seen(const Comment& comment, std::uint32_t version) {
  if (comment.version == version && !comment.erased) return {};
  return problem(Code::Conflict,
                 {"Ý kiến này vừa có thay đổi (người khác đã xử lý, có câu trả lời mới, hoặc người "
                  "viết đã xóa). Hãy xem lại rồi quyết định.",
                  "This comment has just changed: somebody handled it, an answer came, or its "
                  "writer erased it. Look at it again."});
}

// The comment as its moderator saw it.
Result<const Comment*> seen(const Known& known, CommentNo no, std::uint32_t version,
                            const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, known.comments.find(no));
  if (!may_moderate(known, *comment, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::ModerateComments));
  }
  TRY(check_seen(*comment, version));
  return comment;
}

tl::unexpected<Problem> not_now(Text text) { return problem(Code::Conflict, std::move(text)); }

std::string done(CommentNo comment, std::string_view code) {
  return office_address(comment) + "?xong=" + std::string(code);
}

Result<void> check_no_address(const Comment& comment) {
  if (!has_address(comment)) return {};
  return not_now(
      {"Ý kiến này có địa chỉ trang web nên không ai đăng hay chuyển đi được. Hãy từ chối và nhắn "
       "người viết gửi lại bằng lời.",
       "This comment names a web address, so nobody can publish it or hand it on. Refuse it and "
       "ask its writer to send it again in words."});
}

}  // namespace

bool has_address(const Comment& comment) {
  const auto& signs = comment.signs;
  return std::find(signs.begin(), signs.end(), viet::SpamSign::Link) != signs.end();
}

bool may_moderate(const Known& known, const Comment& comment, const Actor& actor) {
  return known.articles.has(comment.article) &&
         known.organisation.allows(actor, Right::ModerateComments,
                                   known.articles.article(comment.article).unit);
}

bool may_answer(const Known& known, const Comment& comment, const Actor& actor) {
  return comment.question &&
         known.organisation.allows(actor, Right::AnswerComments, comment.question->unit);
}

Result<void> may_publish(const Known& known, const Comment& comment, const Actor& actor) {
  if (!may_moderate(known, comment, actor)) {
    return tl::unexpected(not_allowed(Right::ModerateComments));
  }
  TRY(check_no_address(comment));
  const bool answer_waits = comment.answer && !comment.answer->is_public;
  if (answer_waits && actor.person && comment.answer->by == actor.person) {
    return problem(Code::Forbidden,
                   {"Người viết câu trả lời không tự đăng được. Hãy nhờ người thứ hai.",
                    "Whoever wrote the answer cannot publish it. Ask a second person."});
  }
  return {};
}

Decided decide(const Known& known, const Publish& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, seen(known, command.comment, command.seen, envelope));
  TRY(may_publish(known, *comment, envelope.actor));
  const Queue queue = comment->queue();
  if (queue == Queue::Published || queue == Queue::Refused ||
      (comment->is_public && queue == Queue::Waiting)) {
    return not_now({"Ý kiến này đã được quyết định rồi. Nếu cần làm lại, hãy đưa nó về hàng chờ.",
                    "This comment has been decided. To do it again, return it to the queue."});
  }
  ledger::Decision decision;
  decision.add(record_id(comment->no), CommentPublished{comment->no, person_of(envelope.actor)});
  decision.answer = done(comment->no, "dang");
  return decision;
}

Decided decide(const Known& known, const Refuse& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, seen(known, command.comment, command.seen, envelope));
  if (comment->is_public || comment->refusal) {
    return not_now({"Ý kiến này đã được quyết định rồi. Nếu cần làm lại, hãy đưa nó về hàng chờ.",
                    "This comment has been decided. To do it again, return it to the queue."});
  }
  const std::string note = tidy_lines(command.note);
  Faults faults;
  faults.limit(fields::note, note, note_characters_max);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(comment->no), CommentRefused{comment->no, command.reason, !note.empty(),
                                                      person_of(envelope.actor)});
  if (!note.empty()) decision.secrets.push_back({note_id(comment->no), note, {}});
  decision.answer = done(comment->no, "tu-choi");
  return decision;
}

Decided decide(const Known& known, const Return& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, seen(known, command.comment, command.seen, envelope));
  if (!comment->is_public && !comment->refusal) {
    return not_now({"Ý kiến này đang ở hàng chờ rồi.", "This comment is in the queue already."});
  }
  ledger::Decision decision;
  decision.add(record_id(comment->no), CommentReturned{comment->no, person_of(envelope.actor)});
  decision.answer = done(comment->no, "dua-lai");
  return decision;
}

Decided decide(const Known& known, const Forward& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, seen(known, command.comment, command.seen, envelope));
  if (comment->refusal) {
    return not_now({"Ý kiến này đã bị từ chối; hãy đưa nó về hàng chờ trước khi chuyển.",
                    "This comment was refused; return it to the queue before handing it on."});
  }
  if (comment->answer && comment->answer->is_public) {
    return not_now({"Câu trả lời đã được đăng; hãy đưa ý kiến về hàng chờ trước khi chuyển lại.",
                    "Its answer is published; return the comment to the queue before handing it on "
                    "again."});
  }
  TRY(check_no_address(*comment));
  Faults faults;
  if (!known.organisation.has(command.unit)) {
    faults.add(fields::unit, {"Hãy chọn đơn vị trả lời.", "Choose the unit that answers."});
  } else if (const auto closed = known.organisation.closed_in_words(command.unit)) {
    faults.add(fields::unit, {closed->vi + ". Hãy chọn đơn vị đang hoạt động để trả lời.",
                              closed->en + ". Choose a unit that is open to answer."});
  }
  if (command.days < 1 || command.days > answer_days_max) {
    const std::string most = std::to_string(answer_days_max);
    faults.add(fields::days, {"Hãy ghi số ngày làm việc từ 1 đến " + most + ".",
                              "Write a number of working days from 1 to " + most + "."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(comment->no),
               CommentForwarded{comment->no, command.unit,
                                known.workdays.after(envelope.today, command.days),
                                person_of(envelope.actor)});
  decision.answer = done(comment->no, "chuyen-cau-hoi");
  return decision;
}

Decided decide(const Known& known, const AnswerQuestion& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, known.comments.find(command.comment));
  if (!may_answer(known, *comment, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::AnswerComments));
  }
  if (comment->erased || (comment->answer && comment->answer->is_public)) {
    return not_now(
        {"Câu hỏi này không còn chờ trả lời: đã có câu trả lời được đăng, hoặc người viết đã xóa.",
         "This question does not wait any more: its answer is published, or its writer erased "
         "it."});
  }
  TRY(check_seen(*comment, command.seen));
  const std::string text = tidy_lines(command.text);
  Faults faults;
  faults.need(fields::answer, text, answer_characters_max,
              {"Hãy viết câu trả lời.", "Write the answer."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(record_id(comment->no),
               CommentAnswered{comment->no, comment->question->unit, person_of(envelope.actor)});
  decision.secrets.push_back({answer_id(comment->no), text, {}});
  decision.answer = "/cau-hoi/" + std::to_string(comment->no.value) + "?xong=tra-loi";
  return decision;
}

Decided decide(const Known& known, const SeePhone& command, const Envelope& envelope) {
  TRY_ASSIGN(const Comment* comment, known.comments.find(command.comment));
  if (!may_moderate(known, *comment, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::ModerateComments));
  }
  if (!comment->has_phone) {
    return problem(Code::NotFound,
                   {"Ý kiến này không có số điện thoại, hoặc số đã được xóa theo hạn.",
                    "This comment has no phone number, or its time is over and it is erased."});
  }
  ledger::Decision decision;
  decision.add(record_id(comment->no), PhoneSeen{comment->no});
  return decision;
}

Decided decide(const Known& known, const Erase& command, const Envelope&) {
  const CommentNo no = known.comments.by_code(command.code);
  if (!no || known.comments.comment(no).erased) {
    return problem(Code::NotFound,
                   {"Không có ý kiến nào với mã này, hoặc ý kiến đã được xóa.",
                    "There is no comment with this code, or it is erased already."});
  }
  ledger::Decision decision;
  add_erasing(decision, no, CommentErased{no, Cause::Writer});
  decision.answer = "/gop-y?xong=xoa-y-kien";
  return decision;
}

Decided decide(const Known& known, const KeepTerms&, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::ModerateComments));
  ledger::Decision decision;
  const Date before = envelope.today - kept_days;
  NumberSet phones{known.comments.phones_before(before)};
  if (!phones.numbers.empty()) add_erasing(decision, {}, PhonesErased{std::move(phones)});
  for (const std::uint32_t number : known.comments.refused_before(before)) {
    add_erasing(decision, CommentNo{number}, CommentErased{CommentNo{number}, Cause::Term});
  }
  return decision;
}

std::string office_address(CommentNo comment) { return "/y-kien/" + std::to_string(comment.value); }

}  // namespace lantoa::city::comment
