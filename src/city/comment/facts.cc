#include "city/comment/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::comment::CommentReceived)
LANTOA_FACT(lantoa::city::comment::CommentPublished)
LANTOA_FACT(lantoa::city::comment::CommentRefused)
LANTOA_FACT(lantoa::city::comment::CommentReturned)
LANTOA_FACT(lantoa::city::comment::CommentForwarded)
LANTOA_FACT(lantoa::city::comment::CommentAnswered)
LANTOA_FACT(lantoa::city::comment::PhoneSeen)
LANTOA_FACT(lantoa::city::comment::PhonesErased)
LANTOA_FACT(lantoa::city::comment::CommentErased)
LANTOA_FACT(lantoa::city::comment::CommentRecord)
LANTOA_FACT(lantoa::city::comment::Solution)

namespace lantoa::city::comment {

std::string record_id(CommentNo comment) { return subject("comment", comment); }
std::string phone_id(CommentNo comment) { return record_id(comment) + "/phone"; }
std::string answer_id(CommentNo comment) { return record_id(comment) + "/answer"; }
std::string note_id(CommentNo comment) { return record_id(comment) + "/note"; }

}  // namespace lantoa::city::comment
