// Comments of district 1 for tests of who may do what, each under an article of its own; and the
// forms of ratings.
#pragma once

#include <map>
#include <string>

#include "app/testing_world.h"
#include "city/comment/comment.h"
#include "city/comment/testing_solver.h"
#include "city/form_token.h"
#include "city/rating/rating.h"

namespace lantoa::app {

// A form as it was rendered a minute ago, not yet sent.
inline std::string comment_token(TestingWorld& world, city::ArticleNo article) {
  const Instant rendered{SystemClock().now().ms - 60'000};
  return city::comment::Guard(world.app().vault)
      .write({article, rendered, crypto::base64url(world.app().random.bytes(16))});
}

inline std::map<std::string, std::string> comment_fields(TestingWorld& world,
                                                         const std::string& token) {
  const city::comment::Guard guard(world.app().vault);
  return {{"ho-ten", "Người Mẫu"},
          {"dien-thoai", "024 3825 3536"},
          {"tieu-de", "Xin hỏi"},
          {"noi-dung", "Câu hỏi số " + std::to_string(world.facts())},
          {"dong-y", "1"},
          {"phieu", token},
          {"loi-giai", city::comment::solve(guard.puzzle_of(token))}};
}

inline std::string rating_token(TestingWorld& world, city::ArticleNo article) {
  const std::string nonce = crypto::base64url(world.app().random.bytes(city::form_nonce_bytes));
  return city::write_form_token(world.app().vault, city::rating::form_name,
                                {article, SystemClock().now(), nonce});
}

struct SentComment {
  city::CommentNo no;
  std::string token;
  std::string code;
};

template <class Command>
void comments(TestingWorld& world, const std::string& actor, const Command& command) {
  world.run(actor, [&world, command](const city::Envelope& envelope) {
    const States& states = world.states();
    return city::comment::decide(
        {states.comment, states.organisation, states.workday, states.content}, command, envelope);
  });
}

inline SentComment comment(TestingWorld& world) {
  const city::comment::Guard guard(world.app().vault);
  const city::ArticleNo article = world.published_article();
  const std::string token = comment_token(world, article);
  const auto read = *guard.read(token);
  const std::string code = city::comment::tidy_code(guard.code_of(read));
  const std::string number = std::to_string(world.facts());
  city::comment::SendComment command{
      article, "Người Mẫu", "024 3825 3536", "Xin hỏi", "Câu hỏi số " + number, true};
  command.code = city::comment::code_digest(code);
  command.form = city::comment::form_digest(read);
  command.print = number;
  comments(world, std::string(city::anybody_name), command);
  return {city::CommentNo{world.states().comment.comments()}, token, code};
}

inline city::CommentNo published_comment(TestingWorld& world) {
  const city::CommentNo no = comment(world).no;
  comments(world, world.drafter, city::comment::Publish{no, 1});
  return no;
}

inline city::CommentNo question(TestingWorld& world) {
  const city::CommentNo no = comment(world).no;
  comments(world, world.drafter, city::comment::Forward{no, 1, district, 10});
  return no;
}

}  // namespace lantoa::app
