// Published comments as everybody reads them: under an article the newest, on a page of their own
// all of them. What was typed stands in the vault and is shown as text, never as a link.
#pragma once

#include "city/paragraph.h"
#include "city/portal/portal.h"

namespace lantoa::city::portal {

constexpr std::size_t newest_comments_max = 20;  // under the article

struct CommentAnswer {
  std::string unit;
  std::string day_iso, day;
  std::vector<Paragraph> words;
};
BOOST_DESCRIBE_STRUCT(CommentAnswer, (), (unit, day_iso, day, words))

// A question that is public and whose answer is not.
struct CommentAsked {
  std::string unit;
  std::string due;
};
BOOST_DESCRIBE_STRUCT(CommentAsked, (), (unit, due))

struct CommentRow {
  std::string number;
  std::string address;  // where it stands, for pages of other things
  std::string title;
  std::string name;
  std::string day_iso, day;
  std::vector<Paragraph> lines;
  std::optional<CommentAsked> asked;
  std::optional<CommentAnswer> answer;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (),
                      (number, address, title, name, day_iso, day, lines, asked, answer))

struct CommentsPart {
  static constexpr std::string_view tpl = "src/city/portal/comments.tpl";
  std::uint32_t count = 0;
  bool has_rows = false;
  std::vector<CommentRow> rows;
  std::string write;                // address of the form
  std::optional<std::string> more;  // address of all of them
};
BOOST_DESCRIBE_STRUCT(CommentsPart, (), (count, has_rows, rows, write, more))

// What the state says, read where it stands still; `shown` are the comments of the rows.
struct CommentsFound {
  CommentsPart part;
  std::vector<CommentNo> shown;
};
CommentsFound newest_comments(const Needs& needs, const content::Article& article);
CommentsFound comments_from(const Needs& needs, const content::Article& article, std::size_t first,
                            std::size_t most);
// Those answered last, under whichever public article.
CommentsFound newest_answers(const Needs& needs, std::size_t most);

// With the texts; what was erased meanwhile is left out.
Result<CommentsPart> read_comments(ledger::Vault& vault, CommentsFound found);

}  // namespace lantoa::city::portal
