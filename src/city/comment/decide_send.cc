// What a comment needs to be received.
#include <algorithm>
#include <set>
#include <utility>

#include "city/comment/decide.h"
#include "city/control_characters.h"
#include "city/proper_name.h"
#include "viet/unicode.h"

namespace lantoa::city::comment {
namespace {

// Something typed as text: one fault at most, the gravest.
void check_text(Faults& faults, const char* field, std::string_view typed, std::string_view tidied,
                std::size_t characters_max, Text missing, bool lines) {
  if (viet::is_old_font_text(typed)) {  // what shows nothing is a letter there
    faults.add(field, {"Chữ này gõ bằng bảng mã cũ (TCVN3/ABC hoặc VNI) nên không đọc được trên "
                       "trang. Hãy đặt bộ gõ về Unicode rồi gõ lại.",
                       "This was typed in an old code (TCVN3/ABC or VNI) that pages cannot show. "
                       "Set your keyboard to Unicode and type it again."});
  } else if (has_control_characters(typed, lines)) {
    faults.add(field, {"Có ký tự điều khiển không đọc được (thường do dán từ phần mềm khác). Hãy "
                       "xóa và gõ lại chỗ đó.",
                       "There are control characters that cannot be read, often from pasting. "
                       "Delete them and type that place again."});
  } else if (viet::fold(tidied).empty()) {
    faults.add(field, std::move(missing));
  } else {
    faults.limit(field, tidied, characters_max);
  }
}

void check_phone(Faults& faults, std::string_view phone) {
  if (phone.empty()) return;
  const auto digits = static_cast<std::size_t>(
      std::count_if(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; }));
  const bool readable = phone.find_first_not_of("0123456789 +.-()") == std::string_view::npos;
  if (readable && digits >= phone_digits_min && digits <= phone_digits_max) return;
  faults.add(fields::phone,
             {"Số điện thoại gồm từ 8 đến 15 chữ số, ví dụ 024 3825 3536; hoặc để trống.",
              "A phone number has 8 to 15 digits, for example 024 3825 3536; or leave it empty."});
}

struct Tidied {
  std::string name, phone, title, text;
};

void check_fields(Faults& faults, const SendComment& command, const Tidied& tidied) {
  check_text(faults, fields::name, command.name, tidied.name, name_characters_max,
             {"Hãy ghi họ tên.", "Write your name."}, false);
  check_phone(faults, tidied.phone);
  check_text(faults, fields::title, command.title, tidied.title, title_characters_max,
             {"Hãy ghi tiêu đề ý kiến.", "Write a title."}, false);
  check_text(faults, fields::text, command.text, tidied.text, text_characters_max,
             {"Hãy viết nội dung ý kiến.", "Write your comment."}, true);
  if (!command.consent) {
    faults.add(fields::consent,
               {"Hãy đánh dấu đồng ý để chúng tôi được giữ và xem những gì bạn gửi.",
                "Tick the box so that we may keep and read what you send."});
  }
}

Result<void> check_room(const Known& known, const SendComment& command, Instant now) {
  const Lately lately = known.comments.lately(now, command.article);
  if (lately.all >= comments_an_hour_max || lately.of_article >= comments_an_hour_of_article_max) {
    return problem(
        Code::TooOften,
        {"Trong giờ này đã có quá nhiều ý kiến được gửi. Những gì bạn viết vẫn còn ở đây; hãy gửi "
         "lại sau một giờ.",
         "Too many comments came in within this hour. What you wrote is still here; send it again "
         "in an hour."});
  }
  if (command.way != Way::Question) return {};
  if (lately.by_question < by_question_an_hour_max &&
      lately.of_article_by_question < by_question_an_hour_of_article_max) {
    return {};
  }
  return problem(
      Code::TooOften,
      {"Trong giờ này đã có nhiều ý kiến gửi bằng cách gõ mã. Những gì bạn viết vẫn còn ở đây; hãy "
       "gửi lại sau một giờ, hoặc dùng trình duyệt có bật JavaScript để gửi ngay.",
       "Many comments were sent with typed digits within this hour. What you wrote is still here; "
       "send it again in an hour, or use a browser with JavaScript to send it now."});
}

Result<void> check_once(const Known& known, const SendComment& command) {
  if (known.comments.by_form(command.form)) {
    return problem(
        Code::Conflict,
        {"Biểu mẫu này đã được dùng để gửi một ý kiến. Nếu muốn gửi ý kiến khác, hãy gửi "
         "lại từ trang này.",
         "This form was used for a comment already. To send another one, send again "
         "from this page."});
  }
  for (const CommentNo no : known.comments.prints().same_writer(command.print)) {
    if (known.comments.comment(no).article != command.article) continue;
    return problem(Code::Conflict,
                   {"Ý kiến này đã được gửi cho bài viết này rồi, cùng họ tên; không phải gửi lại.",
                    "This comment was sent under this article already, with the same name; there "
                    "is no need to send it again."},
                   fields::text);
  }
  return {};
}

std::vector<viet::SpamSign> signs_of(const Known& known, const SendComment& command,
                                     const Tidied& tidied) {
  // The name as it was typed, because what is not kept of it may be there to hide something; and as
  // it is kept, because without that it may say something else: a web address.
  std::set<viet::SpamSign> signs;
  for (const std::string& name : {one_line(command.name), tidied.name}) {
    const auto seen = viet::spam_signs(name + "\n" + tidied.title + "\n" + tidied.text);
    signs.insert(seen.begin(), seen.end());
  }
  // A slip of the keyboard does this too, so nobody is sent back for it.
  if (viet::stray_letter(tidied.name, for_strangers)) signs.insert(viet::SpamSign::Hidden);
  // Many may mean the same and sign the same letter, so it is no fault; but a person should know.
  if (known.comments.prints().has_words(command.print)) signs.insert(viet::SpamSign::Repeated);
  return {signs.begin(), signs.end()};
}

}  // namespace

Decided decide(const Known& known, const SendComment& command, const Envelope& envelope) {
  if (!known.articles.has(command.article) ||
      !known.articles.article(command.article).is_public()) {
    return problem(Code::NotFound, {"Bài viết này không còn trên cổng nên không nhận ý kiến.",
                                    "This article is not on the portal, so it takes no comments."});
  }
  const Tidied tidied{proper_name(command.name), one_line(command.phone), one_line(command.title),
                      tidy_lines(command.text)};
  Faults faults;
  check_fields(faults, command, tidied);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_once(known, command));
  TRY(check_room(known, command, envelope.at));
  const CommentNo no{known.comments.comments() + 1};
  ledger::Decision decision;
  decision.add(record_id(no), CommentReceived{no, command.article, command.code, command.form,
                                              command.print, signs_of(known, command, tidied),
                                              command.way, !tidied.phone.empty()});
  decision.secrets.push_back(
      {record_id(no), encode(CommentRecord{tidied.name, tidied.title, tidied.text}), {}});
  if (!tidied.phone.empty()) decision.secrets.push_back({phone_id(no), tidied.phone, {}});
  decision.answer = command.answer;
  return decision;
}

std::string tidy_lines(std::string_view typed) {
  std::string out;
  std::size_t line_ends = 0;
  const std::string composed = viet::nfc(typed);
  for (std::size_t begin = 0; begin <= composed.size();) {
    const std::size_t end = std::min(composed.find('\n', begin), composed.size());
    const std::string line = one_line(std::string_view(composed).substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      ++line_ends;
      continue;
    }
    if (!out.empty()) out += line_ends > 0 ? "\n\n" : "\n";
    line_ends = 0;
    out += line;
  }
  return out;
}

}  // namespace lantoa::city::comment
