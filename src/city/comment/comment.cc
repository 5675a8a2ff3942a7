#include "city/comment/comment.h"

#include "city/day_courier.h"

namespace lantoa::city::comment {

void install(App& app, State& state, Needs needs) {
  hear<CommentReceived, CommentPublished, CommentRefused, CommentReturned, CommentForwarded,
       CommentAnswered, PhoneSeen, PhonesErased, CommentErased>(app, state);
  app.navigation.push_back({{"Ý kiến bạn đọc", "Comments"}, "/y-kien", Right::ModerateComments});
  app.navigation.push_back({{"Câu hỏi bạn đọc", "Questions"}, "/cau-hoi", Right::AnswerComments});
  install_form(app, state, needs);
  install_follow(app, state, needs);
  install_queue(app, state, needs);
  install_office(app, state, needs);
  install_questions(app, state, needs);
  app.couriers.push_back(std::make_unique<DayCourier>(
      app, "terms", [needs] { return needs.calendar.today(); },
      [&state, needs] { return make_order(state, needs, KeepTerms{}); }));
}

Result<std::optional<CommentRecord>> read_record(ledger::Vault& vault, CommentNo comment) {
  TRY_ASSIGN(const auto text, vault.open(record_id(comment)));
  if (!text) return std::nullopt;
  TRY_ASSIGN(auto record, decode<CommentRecord>(*text));
  return record;
}

namespace {

constexpr std::array reasons{std::pair{"quang-cao", Reason::Advert},
                             std::pair{"xuc-pham", Reason::Insult},
                             std::pair{"thong-tin-rieng", Reason::PersonalData},
                             std::pair{"lac-de", Reason::OffTopic},
                             std::pair{"khong-doc-duoc", Reason::Unreadable},
                             std::pair{"trai-luat", Reason::AgainstLaw},
                             std::pair{"trung", Reason::Repeated}};

}  // namespace

std::vector<ReasonChoice> reason_choices() {
  std::vector<ReasonChoice> out;
  for (const auto& [value, reason] : reasons) out.push_back({value, title(reason)});
  return out;
}

Reason reason_from(std::string_view value) {
  for (const auto& [code, reason] : reasons) {
    if (value == code) return reason;
  }
  return Reason::OffTopic;
}

std::string mark_of(Queue queue) {
  switch (queue) {
    case Queue::Published:
      return "state-done";
    case Queue::Suspicious:
    case Queue::Waiting:
      return "state-risk";
    case Queue::Refused:
    case Queue::Erased:
      return "state-late";
    case Queue::New:
    case Queue::Answered:
      return "state-idle";
  }
  return {};
}

Text words_of(const std::vector<viet::SpamSign>& signs) {
  Text out;
  for (const viet::SpamSign sign : signs) {
    const Text words = title(sign);
    out.vi += (out.vi.empty() ? "" : ", ") + words.vi;
    out.en += (out.en.empty() ? "" : ", ") + words.en;
  }
  return out;
}

}  // namespace lantoa::city::comment
