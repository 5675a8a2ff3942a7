// The full text of a document: one person hands it in, another compares it and lets readers see it.
#include "city/faults.h"
#include "city/law/decide.h"
#include "city/person.h"

namespace lantoa::city::law {
namespace {

// The edition that waits, when it is the one that was looked at.
Result<const FullText*> waiting(const Document& document, std::uint32_t edition) {
  const FullText* text = document.waiting();
  if (text != nullptr && text->edition == edition) return text;
  return problem(Code::Conflict,
                 {"Bản toàn văn này không còn chờ duyệt: đã được duyệt, bị trả lại hoặc có bản mới "
                  "hơn thay vào. Hãy xem lại trang văn bản.",
                  "This text no longer waits: it was confirmed, refused, or replaced by a newer "
                  "one. Look at the document's page."});
}

void check_text(Faults& faults, const Document& document, const ProposeText& command) {
  if (command.provisions == 0) {
    faults.add(command.field,
               {"Không thấy điều, khoản nào trong văn bản này. Hãy kiểm tra tệp có đúng là toàn "
                "văn, và các điều mở đầu bằng “Điều 1.”.",
                "No article or clause was found. Check that this is the full text, and that its "
                "articles begin with “Điều 1.”."});
  }
  if (command.key && *command.key != document.key) {
    faults.add(
        command.field,
        {"Văn bản đưa lên mang số " + command.number + ", văn bản trong sổ là " + document.number +
             ". Hãy chọn đúng tệp.",
         "The text handed in has the number " + command.number + ", the registered document is " +
             document.number + ". Choose the right file."});
  }
}

}  // namespace

Result<void> require_text_keeper(const organisation::State& organisation, const Actor& actor) {
  TRY(organisation.require(actor, Right::KeepLaw, organisation.root()));
  return require_person(actor,
                        {"đưa lên hay duyệt toàn văn", "hand in or confirm a text of a document"});
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ProposeText& command, const Envelope& envelope) {
  TRY(require_text_keeper(organisation, envelope.actor));
  TRY_ASSIGN(const Document* document, state.find(command.document));
  Faults faults;
  check_text(faults, *document, command);
  const std::string source = one_line(command.source);
  faults.need(fields::source, source, source_characters_max,
              {"Hãy ghi lấy văn bản từ đâu, ví dụ: Công báo số 61 ngày 05/01/2020.",
               "Write where the text was taken from, for example: Công báo số 61."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const FullText* shown = document->shown();
  if (shown != nullptr && shown->blob == command.blob) {
    return problem(Code::Conflict,
                   {"Bản này giống hệt bản toàn văn đang hiện; không có gì để duyệt.",
                    "This is the very text that readers see; there is nothing to confirm."},
                   command.field);
  }
  TextProposed fact{document->no, static_cast<std::uint32_t>(document->texts.size() + 1),
                    command.blob, command.articles,
                    source,       person_of(envelope.actor)};
  ledger::Decision decision;
  decision.add(subject("document", document->no), fact);
  decision.answer = edition_address(document->no, fact.edition) + "?xong=de-xuat";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ConfirmText& command, const Envelope& envelope) {
  TRY(require_text_keeper(organisation, envelope.actor));
  TRY_ASSIGN(const Document* document, state.find(command.document));
  TRY_ASSIGN(const FullText* text, waiting(*document, command.edition));
  // The system is no second person.
  if (!envelope.actor.person || envelope.actor.person == text->by) {
    return problem(Code::Forbidden,
                   {"Người đưa toàn văn lên không tự duyệt được. Hãy nhờ người thứ hai giữ sổ văn "
                    "bản đối chiếu và duyệt.",
                    "Whoever handed the text in cannot confirm it. Ask a second keeper of the "
                    "register to compare and confirm it."});
  }
  ledger::Decision decision;
  decision.add(subject("document", document->no),
               TextConfirmed{document->no, text->edition, envelope.actor.person});
  decision.answer = text_address(document->no) + "?xong=dang";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RefuseText& command, const Envelope& envelope) {
  TRY(require_text_keeper(organisation, envelope.actor));
  TRY_ASSIGN(const Document* document, state.find(command.document));
  TRY_ASSIGN(const FullText* text, waiting(*document, command.edition));
  const std::string reason = one_line(command.reason);
  Faults faults;
  faults.need(fields::refusal, reason, refusal_characters_max,
              {"Hãy ghi lý do trả lại, để người đưa lên biết cần sửa gì.",
               "Write why it is refused, so that whoever handed it in knows what to mend."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("document", document->no),
               TextRefused{document->no, text->edition, reason, envelope.actor.person});
  decision.answer = address_of(document->no) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::law
