// The emergency: one person publishes at once, and it stays flagged until a second has approved.
#include "city/content/rules.h"
#include "city/faults.h"
#include "platform/markdown/address.h"
#include "platform/markdown/links.h"
#include "platform/markdown/markdown.h"
#include "viet/spam.h"

namespace lantoa::city::content {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_byte_of_more(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Bytes of the dot that the text begins with, also of those that browsers take for one; 0: none.
std::size_t dot_at(std::string_view text) {
  for (const std::string_view dot : {".", "\u3002", "\uFF0E", "\uFF61", "\u2024"}) {
    if (text.starts_with(dot)) return dot.size();
  }
  return 0;
}

// Bytes of the letter that the text begins with, of any script, or of what nobody sees; 0: a quote,
// a dash, a digit, a space, the end.
std::size_t letter_at(std::string_view text) {
  if (text.empty()) return 0;
  if (!is_byte_of_more(text[0])) return is_ascii_letter(text[0]) ? 1 : 0;
  for (const std::string_view hidden : {"\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
                                        "\u2060", "\u2061", "\u2062", "\u2063"}) {
    if (text.starts_with(hidden)) return hidden.size();
  }
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0xC3 || lead == 0xE2 || lead == 0xE3 || lead >= 0xF0) return 0;
  return lead < 0xE0 ? 2 : 3;
}

// At least two letters, as every ending of a host has; "v.v." goes on with one.
bool begins_like_ending(std::string_view text) {
  const std::size_t first = letter_at(text);
  return first != 0 && first < text.size() && letter_at(text.substr(first)) != 0;
}

// "103.28.36.10", but not "1.000.000.000".
bool is_number_of_host(std::string_view word) {
  std::size_t groups = 0;
  bool thousands = true;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at;
    while (end < word.size() && is_digit(word[end])) ++end;
    if (end == at || end - at > 3) return false;
    if (groups > 0 && end - at != 3) thousands = false;
    if (++groups == 4) return !thousands || word.substr(end).find_first_of("/:") == 0;
    if (end == word.size() || word[end] != '.') return false;
    at = end + 1;
  }
  return false;
}

// A dot with something before it and letters right behind it: whatever a reader could type into
// a browser, known ending or not. Stricter than an address is, since nobody else has read the text;
// a sentence is mended by a space.
bool looks_like_host(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    const std::size_t size = dot_at(word.substr(at));
    if (size == 0 || at == 0) continue;
    const char before = word[at - 1];
    const bool joined = is_ascii_letter(before) || is_digit(before) || is_byte_of_more(before);
    if (joined && begins_like_ending(word.substr(at + size))) return true;
  }
  return is_number_of_host(word);
}

std::optional<std::string> address_in(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = std::min(text.find_first_of(" \n\t"), text.size());
    const std::string_view word = text.substr(0, size);
    if (word.find("://") != std::string_view::npos || looks_like_host(word)) {
      return std::string(word);
    }
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return std::nullopt;
}

// "&period;": a dot, or any other character, that only the browser shows.
std::optional<std::string> entity_in(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.find_first_of("; \n\t", at);
    if (end != std::string_view::npos && text[end] == ';' && end > at + 1) {
      return std::string(text.substr(at, end + 1 - at));
    }
  }
  return std::nullopt;
}

// With no host allowed only own pages are left.
bool is_own(const markdown::FoundLink& link) {
  return !link.image && markdown::link_target(link.address, nullptr).has_value();
}

// The first thing that leads away from the portal, or shows what no second person has seen.
// `shown_beside`: what its page says of the documents that it cites, since the register is written
// by one person, too, and of what was corrected.
std::optional<std::string> leads_away(const ArticleText& text,
                                      const std::vector<std::string>& key_points,
                                      const std::string& shown_beside) {
  const auto links = markdown::links_in(text.body);
  if (!links) return std::string("Markdown");
  for (const markdown::FoundLink& link : *links) {
    if (!is_own(link)) return link.address.empty() ? link.text : link.address;
  }
  if (auto entity = entity_in(text.body)) return entity;
  // The body as written and as readers see it: an escape or an emphasis hides a dot from the first.
  std::string all = text.title + "\n" + text.lead + "\n" + text.body + "\n" + text.author + "\n" +
                    markdown::to_plain_text(text.body);
  for (const std::string& point : key_points) all += "\n" + point;
  all += "\n" + shown_beside;
  if (auto address = address_in(all)) return address;
  for (const viet::SpamSign sign : viet::spam_signs(all)) {
    if (sign == viet::SpamSign::Link) return std::string("… .com");
    if (sign == viet::SpamSign::Hidden) return std::string("\u2026");
  }
  return std::nullopt;
}

std::string names_of(const law::State& law, const std::vector<DocumentNo>& cites) {
  std::string out;
  for (const DocumentNo no : cites) {
    if (!law.has(no)) continue;
    const law::Document& one = law.document(no);
    out += one.name() + "\n" + one.title + "\n" + one.issuer + "\n";
  }
  return out;
}

Result<void> check_stays_here(const ArticleText& text, const std::vector<std::string>& points,
                              const std::string& shown_beside) {
  const auto found = leads_away(text, points, shown_beside);
  if (!found) return {};
  return problem(
      Code::Invalid,
      {"Bài đăng khẩn cấp không được có liên kết ra ngoài, địa chỉ web, hình ảnh hay chữ ẩn, vì "
       "chưa có người thứ hai đọc. Hãy sửa bài để bỏ “" +
           *found +
           "” (chữ tắt có dấu chấm như TP.HCM thì viết cách ra: TP. HCM); nếu chữ đó nằm "
           "trong tên văn bản được dẫn thì bỏ chỗ dẫn, hoặc nhờ người thứ hai duyệt như "
           "thường.",
       "An emergency publication carries no outside link, web address, picture or hidden letters, "
       "because no second person has read it. Change the article to leave out “" +
           *found +
           "” (write TP. HCM with a space, not TP.HCM); where it stands in the title of "
           "a document that is cited, do not cite it, or have a second person approve in "
           "the usual way."});
}

// What one person alone must not do even in an emergency.
Result<void> check_alone(const Article& article) {
  if (article.must_confirm) {
    return problem(Code::Conflict,
                   {"Bài mà cán bộ phải xác nhận không đăng khẩn cấp được: một người không tự đặt "
                    "việc phải làm cho mọi người.",
                    "What staff must confirm cannot be published in an emergency: one person alone "
                    "does not bind everybody."});
  }
  if (article.proposed || article.withdrawn) {
    return problem(Code::Conflict,
                   {"Bài đã thu hồi hoặc đang có đề xuất thu hồi không đăng khẩn cấp được; cần hai "
                    "người. Nếu việc gấp là việc khác, hãy soạn bài mới.",
                    "What was withdrawn, or is proposed to be, needs two persons. If the emergency "
                    "is another matter, write a new article."});
  }
  if (article.stage() != Stage::Draft && article.stage() != Stage::Submitted) {
    return problem(Code::Conflict,
                   {"Bản này đã đăng hoặc đã được duyệt và hẹn giờ; không còn gì để đăng khẩn cấp.",
                    "This version is published, or approved for its hour; there is nothing to "
                    "publish in an emergency."});
  }
  return {};
}

}  // namespace

bool may_publish_in_emergency(const Known& known, const Article& article, const Actor& actor) {
  return actor.person && allowed(known, article, actor, Right::ApproveArticle) &&
         check_alone(article).has_value() && !closed_to_new(known, article) &&
         !(article.stage() == Stage::Submitted && may_approve(known, article, actor));
}

bool may_confirm_emergency(const Known& known, const Article& article, const Actor& actor) {
  return article.emergency && article.emergency->by != actor.person &&
         may_approve(known, article, actor);
}

Decided decide(const Known& known, const PublishInEmergency& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  const Actor& actor = envelope.actor;
  TRY(require(known, *article, actor, Right::ApproveArticle));
  TRY(require_writer(actor));
  if (!actor.person) return tl::unexpected(not_allowed(Right::ApproveArticle));
  if (article->latest().number != command.seen_version) return changed_since(*article);
  TRY(require_open_unit(known, *article));
  TRY(check_alone(*article));
  if (!may_publish_in_emergency(known, *article, actor)) {
    return problem(Code::Conflict,
                   {"Bạn là người thứ hai của bài này: hãy duyệt và đăng như thường.",
                    "You are the second person of this article: approve it in the usual way."});
  }
  const std::string reason = one_line(command.reason);
  Faults faults;
  faults.need(fields::emergency, reason, reason_characters_max,
              {"Hãy ghi vì sao không thể chờ người thứ hai.",
               "Write why it cannot wait for a second person."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const Version& version = article->latest();
  TRY(check_kept(command.text, version.text));
  TRY(check_stays_here(command.text, version.key_points,
                       names_of(known.law, version.cites) + version.note));
  const std::string about = subject("article", article->no);
  ledger::Decision decision;
  if (!version.submitted) decision.add(about, VersionSubmitted{article->no, version.number});
  decision.add(about, EmergencyDeclared{article->no, version.number, reason, actor.person});
  decision.add(about, ArticlePublished{article->no, version.number, slug_of(version.title)});
  decision.answer = office_address(article->no) + "?xong=khan-cap";
  return decision;
}

Decided decide(const Known& known, const ConfirmEmergency& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  TRY(require(known, *article, envelope.actor, Right::ApproveArticle));
  if (!article->emergency) {
    return problem(Code::Conflict, {"Bài này không còn chờ duyệt sau đăng khẩn cấp.",
                                    "No emergency publication of it waits any more."});
  }
  if (!may_confirm_emergency(known, *article, envelope.actor)) {
    return second_person(
        {"Người đã soạn hoặc đã đăng khẩn cấp không tự duyệt được. Hãy nhờ người "
         "thứ hai có quyền duyệt.",
         "Whoever wrote it or published it in an emergency cannot approve it. Ask "
         "a second person with that right."});
  }
  if (article->emergency->version != command.seen_version) return changed_since(*article);
  ledger::Decision decision;
  decision.add(subject("article", article->no),
               VersionApproved{article->no, article->emergency->version, envelope.actor.person});
  decision.answer = office_address(article->no) + "?xong=duyet";
  return decision;
}

}  // namespace lantoa::city::content
