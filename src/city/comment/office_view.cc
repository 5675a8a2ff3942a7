#include "city/comment/office_view.h"

#include "city/proper_name.h"

namespace lantoa::city::comment {

namespace {

bool is_undecided(const Comment& comment) {
  const Queue queue = comment.queue();
  return queue == Queue::New || queue == Queue::Suspicious || queue == Queue::Answered ||
         (queue == Queue::Waiting && !comment.is_public);
}

}  // namespace

Card card_of(const Known& known, const Comment& comment, const Visit& visit, Date today) {
  Card card;
  card.number = std::to_string(comment.no.value);
  card.address = office_address(comment.no);
  card.received = vietnamese(comment.received);
  const content::Article& article = known.articles.article(comment.article);
  card.article_title = article.is_public() ? article.shown().title : article.latest().title;
  if (article.is_public()) card.article = content::public_address(article);
  const Queue queue = comment.queue();
  card.stage = title(queue);
  card.mark = mark_of(queue);
  if (!comment.signs.empty()) card.signs = words_of(comment.signs);
  card.has_address = has_address(comment) && is_undecided(comment);
  card.by_question = comment.way == Way::Question;
  card.version = std::to_string(comment.version);
  if (comment.question && !comment.answer && !comment.erased) {
    card.due = vietnamese(comment.question->due);
    card.asked_unit = known.organisation.unit(comment.question->unit).name;
    card.late = comment.question->due < today;
  }
  card.erased = comment.erased.has_value();
  const bool open = is_undecided(comment);
  card.may_publish = open && may_publish(known, comment, visit.actor).has_value();
  card.may_refuse = open && !comment.is_public && may_moderate(known, comment, visit.actor);
  card.reasons = reason_choices();
  card.keys = form_keys(visit);
  return card;
}

Result<void> fill_texts(ledger::Vault& vault, CommentNo comment, Card& card) {
  TRY_ASSIGN(auto record, read_record(vault, comment));
  if (!record) return {};
  card.title = std::move(record->title);
  card.stray_letter = stray_letter_told(record->name, {"Họ tên", "The name"});
  card.name = std::move(record->name);
  card.text = paragraphs_of(record->text);
  return {};
}

}  // namespace lantoa::city::comment
