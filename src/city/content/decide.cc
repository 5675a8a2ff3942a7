#include "city/content/decide.h"

#include "city/content/rules.h"
#include "city/proper_name.h"
#include "platform/markdown/markdown.h"

namespace lantoa::city::content {
namespace {

void check_markdown(Faults& faults, const std::string& body) {
  const auto rendered = markdown::to_html(body, is_allowed_host);
  if (!rendered) faults.add(fields::body, rendered.error().text);
}

void check_draft(Faults& faults, const Draft& draft, bool must_confirm) {
  const ArticleText& text = draft.text;
  faults.need(fields::title, text.title, title_characters_max,
              {"Hãy viết tiêu đề.", "Write a title."});
  faults.need(
      fields::lead, text.lead, lead_characters_max,
      {"Hãy viết đoạn mở đầu: ai cần biết điều gì.", "Write the lead: who has to know what."});
  faults.need(fields::body, text.body, body_characters_max,
              {"Hãy viết nội dung bài.", "Write the body."});
  faults.need(fields::author, text.author, author_characters_max,
              {"Hãy ghi dòng tên tác giả như sẽ in dưới bài.",
               "Write the author's line as it will be printed."});
  need_one_alphabet(faults, fields::author, text.author, for_people,
                    {"Dòng tên tác giả", "The author's line"});
  if (text.body.size() <= markdown::source_bytes_max) check_markdown(faults, text.body);
  const auto point_field = [](std::size_t i) { return fields::key_point + std::to_string(i + 1); };
  if (draft.key_points.size() > key_points_max) {
    faults.add(point_field(0), {"Tối đa ba ý chính.", "Three key points at most."});
  }
  for (std::size_t i = 0; i < draft.key_points.size(); ++i) {
    faults.limit(point_field(i), draft.key_points[i], key_point_characters_max);
  }
  if (must_confirm && draft.key_points.size() < key_points_max) {
    faults.add(point_field(draft.key_points.size()),
               {"Bài phải xác nhận cần đủ ba ý chính để người đọc biết mình xác nhận điều gì.",
                "An article to be confirmed needs three key points, so that people know what they "
                "confirm."});
  }
}

// Readers saw the article before: they are told what is different, and so is who approves it.
void check_note(Faults& faults, const std::string& note) {
  faults.need(fields::note, note, note_characters_max,
              {"Hãy ghi sửa gì, vì sao; người đọc thấy dòng này.",
               "Write what is corrected and why; readers see this line."});
}

void add_version(ledger::Decision& decision, const Known& known, ArticleNo article,
                 std::uint32_t version, const Draft& draft, const Envelope& envelope,
                 std::optional<std::uint32_t> restores = {}) {
  const std::string about = subject("article", article);
  VersionDrafted drafted{article,
                         version,
                         draft.text.title,
                         draft.blob,
                         read_citations(known.law, draft.text, envelope.today).documents,
                         draft.key_points,
                         person_of(envelope.actor),
                         restores,
                         {},
                         {}};
  if (!draft.note.empty()) drafted.note = draft.note;
  auto images = images_in(known.articles, article, draft.text.body);
  if (!images.empty()) drafted.images = std::move(images);
  decision.add(about, drafted);
  if (draft.submit) decision.add(about, VersionSubmitted{article, version});
  decision.answer = office_address(article);
  if (draft.to_images) decision.answer += "/sua";
  decision.answer += std::string("?xong=") + (draft.submit ? "gui-duyet" : "luu");
  if (draft.to_images) decision.answer += "#anh-trong-bai";
}

tl::unexpected<Problem> written_meanwhile(const Article& article) {
  const std::string version = std::to_string(article.latest().number);
  return problem(Code::Conflict,
                 {"Trong lúc bạn soạn, bài đã có bản " + version +
                      ". Chưa có gì được ghi; hãy xem hai bản khác nhau chỗ nào rồi chọn.",
                  "While you wrote, the article got version " + version +
                      ". Nothing is written yet; see how the two differ, then choose."});
}

void check_plan(Faults& faults, const Known& known, const StartArticle& command) {
  if (!command.plan) {
    if (command.must_confirm) {
      faults.add(fields::plan, {"Hãy chọn kế hoạch có người phải xác nhận.",
                                "Choose the plan whose staff must confirm."});
    }
    return;
  }
  if (!known.plans.has(command.plan) ||
      known.plans.plan(command.plan).stage != plan::Stage::Issued) {
    faults.add(fields::plan, {"Hãy chọn một kế hoạch đã ban hành.", "Choose an issued plan."});
  }
}

// One answers the proposal that one has read.
Result<void> check_proposal(const Article& article, std::uint32_t read) {
  if (!article.proposed) {
    return problem(Code::Conflict, {"Không còn đề xuất thu hồi nào cho bài này.",
                                    "There is no proposal to withdraw this article any more."});
  }
  if (article.proposed->number == read) return {};
  return problem(Code::Conflict,
                 {"Đề xuất thu hồi đã đổi từ khi bạn đọc. Hãy đọc lý do đang ghi ở trang của bài "
                  "rồi làm lại.",
                  "The proposal has changed since you read it. Read the reason that stands on the "
                  "article's page now, then do it again."});
}

}  // namespace

bool may_write(const Known& known, const Article& article, const Actor& actor) {
  return require_writer(actor) && allowed(known, article, actor, Right::DraftArticle);
}

bool may_approve(const Known& known, const Article& article, const Actor& actor) {
  return actor.person && allowed(known, article, actor, Right::ApproveArticle) &&
         !article.writers.contains(actor.person) && !closed_to_new(known, article);
}

bool may_propose_withdrawal(const Known& known, const Article& article, const Actor& actor) {
  return require_writer(actor) && (allowed(known, article, actor, Right::DraftArticle) ||
                                   allowed(known, article, actor, Right::ApproveArticle));
}

bool may_confirm_withdrawal(const Known& known, const Article& article, const Actor& actor) {
  return actor.person && article.proposed && article.proposed->by != actor.person &&
         allowed(known, article, actor, Right::ApproveArticle);
}

Decided decide(const Known& known, const StartArticle& command, const Envelope& envelope) {
  Faults faults;
  if (!known.organisation.has(command.unit)) {
    faults.add(fields::unit,
               {"Hãy chọn đơn vị đứng tên bài.", "Choose the unit in whose name it is published."});
    return tl::unexpected(std::move(faults).problem());
  }
  Article article;
  article.no = ArticleNo{known.articles.size() + 1};
  article.unit = command.unit;
  article.plan = command.plan;
  article.must_confirm = command.must_confirm;
  TRY(require_writer(envelope.actor));
  TRY(require(known, article, envelope.actor, Right::DraftArticle));
  if (const auto closed = known.organisation.closed_in_words(command.unit)) {
    faults.add(fields::unit,
               {closed->vi + ". Hãy chọn đơn vị đang hoạt động để đứng tên bài.",
                closed->en + ". Choose a unit that is open, in whose name it is published."});
  }
  check_plan(faults, known, command);
  check_draft(faults, command.draft, command.must_confirm);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_kept(command.draft.text, command.draft.blob));
  ledger::Decision decision;
  ArticleStarted started{article.no, article.unit, {}, article.must_confirm};
  if (command.plan) started.plan = command.plan;
  decision.add(subject("article", article.no), started);
  add_version(decision, known, article.no, 1, command.draft, envelope);
  return decision;
}

Decided decide(const Known& known, const EditArticle& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  TRY(require_writer(envelope.actor));
  TRY(require(known, *article, envelope.actor, Right::DraftArticle));
  if (article->latest().number != command.seen_version) return written_meanwhile(*article);
  TRY(require_no_hour(*article));
  if (command.draft.submit) TRY(require_open_unit(known, *article));
  Draft draft = command.draft;
  if (!article->was_public()) draft.note.clear();
  Faults faults;
  check_draft(faults, draft, article->must_confirm);
  if (article->was_public()) check_note(faults, draft.note);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_kept(draft.text, draft.blob));
  ledger::Decision decision;
  add_version(decision, known, article->no, article->latest().number + 1, draft, envelope);
  return decision;
}

Decided decide(const Known& known, const RestoreVersion& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, seen(known, command.article, command.seen_version));
  TRY(require_writer(envelope.actor));
  TRY(require(known, *article, envelope.actor, Right::DraftArticle));
  TRY(require_no_hour(*article));
  const Version& latest = article->latest();
  if (command.version == 0 || command.version >= latest.number) {
    return problem(Code::NotFound, {"Bài không có bản cũ này để khôi phục.",
                                    "The article has no such earlier version to restore."});
  }
  const Version& earlier = article->versions[command.version - 1];
  if (earlier.text == latest.text && earlier.key_points == latest.key_points) {
    return problem(Code::Conflict,
                   {"Bản mới nhất đã giống hệt bản này; không có gì để khôi phục.",
                    "The newest version says the same already; there is nothing to restore."});
  }
  Draft draft{command.text, earlier.text, earlier.key_points};
  if (article->was_public()) {
    draft.note = "Khôi phục nội dung của bản " + std::to_string(earlier.number) + ".";
  }
  TRY(check_kept(draft.text, draft.blob));
  // What was allowed then need not be allowed now.
  Faults faults;
  check_draft(faults, draft, article->must_confirm);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  add_version(decision, known, article->no, latest.number + 1, draft, envelope, command.version);
  return decision;
}

Decided decide(const Known& known, const SubmitArticle& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, seen(known, command.article, command.seen_version));
  TRY(require_writer(envelope.actor));
  TRY(require(known, *article, envelope.actor, Right::DraftArticle));
  if (article->stage() != Stage::Draft) {
    return problem(Code::Conflict, {"Bản này đã được gửi duyệt rồi; không phải gửi lại.",
                                    "This version was handed in already; nothing more to do."});
  }
  TRY(require_open_unit(known, *article));
  ledger::Decision decision;
  decision.add(subject("article", article->no),
               VersionSubmitted{article->no, article->latest().number});
  decision.answer = office_address(article->no) + "?xong=gui-duyet";
  return decision;
}

Decided decide(const Known& known, const ProposeWithdrawal& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  TRY(require_writer(envelope.actor));
  if (!may_propose_withdrawal(known, *article, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::DraftArticle));
  }
  if (!article->is_public()) {
    return problem(Code::Conflict,
                   {"Bài này không đang ở trên cổng nên không cần thu hồi.",
                    "This article is not on the portal; there is nothing to withdraw."});
  }
  if (article->proposed) {
    return problem(
        Code::Conflict,
        {"Bài đã có một đề xuất thu hồi đang chờ. Hãy đọc đề xuất đó; nếu cần lý do khác "
         "thì bỏ nó rồi đề xuất lại.",
         "A withdrawal of this article is proposed already. Read that proposal; if it "
         "needs another reason, drop it and propose again."});
  }
  const std::string text = one_line(command.text);
  Faults faults;
  faults.need(fields::reason_text, text, reason_characters_max,
              {"Hãy viết lý do cho người đọc; lý do này hiện thay cho bài.",
               "Write the reason for readers; it is shown in the article's place."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  // By a clock a version would come up over the proposal, and end it unread.
  drop_hour(decision, *article, envelope.actor);
  decision.add(subject("article", article->no),
               WithdrawalProposed{article->no, command.reason, text, person_of(envelope.actor)});
  decision.answer = office_address(article->no) + "?xong=de-xuat";
  return decision;
}

Decided decide(const Known& known, const ConfirmWithdrawal& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  TRY(require(known, *article, envelope.actor, Right::ApproveArticle));
  TRY(check_proposal(*article, command.proposal));
  if (!may_confirm_withdrawal(known, *article, envelope.actor)) {
    return second_person(
        {"Người đề xuất thu hồi không tự xác nhận được. Hãy nhờ người thứ hai có quyền duyệt.",
         "Whoever proposed the withdrawal cannot confirm it. Ask a second person with the right to "
         "approve."});
  }
  ledger::Decision decision;
  // What two persons took off the portal does not come back by a clock; ledgers from before a
  // proposal dropped the hour hold both.
  drop_hour(decision, *article, envelope.actor);
  decision.add(subject("article", article->no),
               ArticleWithdrawn{article->no, article->proposed->reason, article->proposed->text,
                                envelope.actor.person});
  decision.answer = office_address(article->no) + "?xong=thu-hoi";
  return decision;
}

Decided decide(const Known& known, const DropWithdrawal& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  if (!may_propose_withdrawal(known, *article, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::DraftArticle));
  }
  TRY(check_proposal(*article, command.proposal));
  ledger::Decision decision;
  decision.add(subject("article", article->no), WithdrawalDropped{article->no});
  decision.answer = office_address(article->no) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::content
