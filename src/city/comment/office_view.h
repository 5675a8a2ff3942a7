// One comment as the office sees it, in the queue and on its own page.
#pragma once

#include "city/comment/comment.h"

namespace lantoa::city::comment {

struct Card {
  std::string number;
  std::string address;
  std::string title;
  std::string name;
  std::vector<Paragraph> text;
  std::string received;
  std::string article_title;
  std::optional<std::string> article;  // address, where it can be read
  Text stage;
  std::string mark;
  std::optional<Text> signs;
  std::optional<Text> stray_letter;  // of another alphabet, in the name
  bool has_address = false;          // of the web: can only be refused
  bool by_question = false;          // sent without the puzzle
  std::string version;
  std::optional<std::string> due;  // of a question not yet answered
  std::string asked_unit;
  bool late = false;
  bool may_publish = false;
  bool may_refuse = false;
  bool erased = false;
  std::vector<ReasonChoice> reasons;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(Card, (),
                      (number, address, title, name, text, received, article_title, article, stage,
                       mark, signs, stray_letter, has_address, by_question, version, due,
                       asked_unit, late, may_publish, may_refuse, erased, reasons, keys))

// What the state says of it; the texts are filled in afterwards.
Card card_of(const Known& known, const Comment& comment, const Visit& visit, Date today);
Result<void> fill_texts(ledger::Vault& vault, CommentNo comment, Card& card);

}  // namespace lantoa::city::comment
