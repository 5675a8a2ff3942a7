#include "app/demo_comments.h"

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/comment/decide.h"
#include "city/comment/puzzle.h"

namespace lantoa::app {
namespace {

using city::ArticleNo;
using city::CommentNo;

constexpr std::int64_t between_acts_ms = 3LL * 60 * 1'000;
constexpr std::int32_t answer_days = 5;

struct DemoComment {
  ArticleNo article;
  const char* name;
  const char* title;
  const char* text;
};

// All of them stand under the article that every demo has from its first day on.
constexpr ArticleNo main_article{1};

DemoComment thanks() {
  return {main_article, "Bạn đọc mẫu 01", "Bài viết dễ hiểu",
          "Bài viết ngắn và dễ hiểu. Đề nghị phường đọc lại nội dung này trên loa truyền thanh vào "
          "buổi chiều để người cao tuổi cũng nghe được."};
}

DemoComment answered_question() {
  return {
      main_article, "Bạn đọc mẫu 02", "Chứng thực bản sao ở phường",
      "Từ ngày 01/7/2021, tôi chứng thực bản sao ở phường thì ai ký? Có phải chờ Chủ tịch phường "
      "như trước không?"};
}

const char* answer_text() {
  return "Theo Nghị định số 32/2021/NĐ-CP, Chủ tịch Ủy ban nhân dân phường được ủy quyền cho công "
         "chức Tư pháp - Hộ tịch ký chứng thực bản sao từ bản chính. Ở phường đã ủy quyền, ông "
         "(bà) "
         "không phải chờ Chủ tịch phường.\n\n"
         "Ông (bà) mang bản chính và bản sao tới bộ phận một cửa của phường.";
}

DemoComment waiting_question() {
  return {main_article, "Bạn đọc mẫu 03", "Xã có thay đổi như phường không?",
          "Tôi ở một xã ngoại thành. Xã nơi tôi ở có bỏ Hội đồng nhân dân như các phường không, và "
          "căn cứ vào văn bản nào?"};
}

DemoComment fresh() {
  return {main_article, "Bạn đọc mẫu 04", "Đề nghị bổ sung số điện thoại",
          "Bài nên ghi thêm nơi liên hệ của bộ phận một cửa từng phường để người dân hỏi trước khi "
          "đến."};
}

DemoComment suspicious() {
  return {main_article, "Bạn đọc mẫu 05", "Cần tiền nhanh",
          "Cho vay tiền nhanh trong ngày, nợ xấu vẫn duyệt, xem ở trang vay-mau chấm com."};
}

template <class Command>
Result<void> act_on_comment(House& house, VirtualClock& clock, const std::string& actor,
                            const Command& command) {
  const States& states = house.states();
  clock.set({clock.now().ms + between_acts_ms});
  return act_as(
      house, actor,
      city::comment::Known{states.comment, states.organisation, states.workday, states.content},
      command);
}

// What a browser would have sent: with the digests of a form that was opened a while ago.
Result<void> send(House& house, VirtualClock& clock, const DemoComment& comment) {
  const ledger::Vault& vault = house.app().vault;
  const city::FormToken token{comment.article, clock.now(),
                              crypto::base64url(house.app().random.bytes(city::form_nonce_bytes))};
  city::comment::SendComment command;
  command.article = comment.article;
  command.name = comment.name;
  command.title = comment.title;
  command.text = comment.text;
  command.consent = true;
  command.code = city::comment::code_digest(
      city::comment::tidy_code(city::comment::Guard(vault).code_of(token)));
  command.form = city::comment::form_digest(token);
  command.print = city::comment::print_of(vault, comment.name, comment.title, comment.text);
  return act_on_comment(house, clock, std::string(city::anybody_name), command);
}

// Hands it to the standing agency.
Result<void> hand_on(House& house, VirtualClock& clock, CommentNo no) {
  const States& states = house.states();
  TRY_ASSIGN(const std::string officer, actor_of(house, "stp.chuyenvien"));
  return act_on_comment(house, clock, officer,
                        city::comment::Forward{no, states.comment.comment(no).version,
                                               states.organisation.by_code("STP"), answer_days});
}

Result<void> publish(House& house, VirtualClock& clock, CommentNo no, std::string_view login) {
  TRY_ASSIGN(const std::string officer, actor_of(house, login));
  return act_on_comment(house, clock, officer,
                        city::comment::Publish{no, house.states().comment.comment(no).version});
}

Result<void> answer(House& house, VirtualClock& clock, CommentNo no) {
  TRY_ASSIGN(const std::string officer, actor_of(house, "stp.chuyenvien"));
  return act_on_comment(
      house, clock, officer,
      city::comment::AnswerQuestion{no, house.states().comment.comment(no).version, answer_text()});
}

constexpr CommentNo thanked{1};
constexpr CommentNo asked{2};
constexpr CommentNo waits{3};

struct Step {
  std::uint32_t left;  // working days that are still to come
  std::function<Result<void>(House&, VirtualClock&)> act;
};

// Nobody else comments while the demo is loaded, so the numbers are known.
const std::vector<Step>& steps() {
  static const std::vector<Step> all{
      {8, [](House& h, VirtualClock& c) { return send(h, c, thanks()); }},
      {7, [](House& h, VirtualClock& c) { return publish(h, c, thanked, "stp.chuyenvien"); }},
      {6, [](House& h, VirtualClock& c) { return send(h, c, answered_question()); }},
      {5, [](House& h, VirtualClock& c) { return hand_on(h, c, asked); }},
      {3, [](House& h, VirtualClock& c) { return answer(h, c, asked); }},
      {2, [](House& h, VirtualClock& c) { return publish(h, c, asked, "stp.lanhdao"); }},
      {2, [](House& h, VirtualClock& c) { return send(h, c, waiting_question()); }},
      {1, [](House& h, VirtualClock& c) { return publish(h, c, waits, "stp.chuyenvien"); }},
      {1, [](House& h, VirtualClock& c) { return hand_on(h, c, waits); }},
      {0, [](House& h, VirtualClock& c) { return send(h, c, fresh()); }},
      {0, [](House& h, VirtualClock& c) { return send(h, c, suspicious()); }},
  };
  return all;
}

}  // namespace

Result<void> comment_on(House& house, VirtualClock& clock, std::uint32_t left, bool first_day) {
  for (const Step& step : steps()) {
    if (step.left == left || (first_day && step.left > left)) TRY(step.act(house, clock));
  }
  return {};
}

}  // namespace lantoa::app
