#include "city/law/decide.h"

#include "city/faults.h"
#include "viet/unicode.h"

namespace lantoa::city::law {
namespace {

void check_expiry(Faults& faults, std::optional<Date> expires, Date begins) {
  if (!expires || *expires > begins) return;
  faults.add(fields::expires,
             {"Ngày hết hiệu lực phải sau ngày " + vietnamese(begins) +
                  ", ngày văn bản bắt đầu có hiệu lực.",
              "The day it ends must come after " + vietnamese(begins) + ", the day it begins."});
}

void check_year(Faults& faults, const viet::DocumentNumber& number, std::optional<Date> issued) {
  if (!issued || !number.year || to_civil(*issued).year == *number.year) return;
  const std::string year = std::to_string(*number.year);
  faults.add(fields::issued, {"Số văn bản ghi năm " + year + " nhưng ngày ban hành là " +
                                  vietnamese(*issued) + "; hãy đối chiếu với văn bản.",
                              "The number says " + year + " but the date of issue is " +
                                  vietnamese(*issued) + "; compare them with the document."});
}

// The registered document with this number, issuer and day.
DocumentNo same_document(const State& state, const DocumentRegistered& fact) {
  for (const DocumentNo no : state.by_number(fact.key)) {
    const Document& one = state.document(no);
    if (one.issued == fact.issued && viet::fold(one.issuer) == viet::fold(fact.issuer)) return no;
  }
  return {};
}

tl::unexpected<Problem> already_there(const Document& document) {
  const std::string vi = document.name() + " ngày " + vietnamese(document.issued) + " của " +
                         document.issuer + " đã có trong sổ: “" + document.title + "”.";
  const std::string en = document.name() + " of " + vietnamese(document.issued) + ", " +
                         document.issuer + ", is registered already: “" + document.title + "”.";
  return problem(Code::Conflict, {vi, en}, fields::number);
}

// The document that takes another's place: the latest of that number, never the document itself.
DocumentNo successor(const State& state, const ChangeEffect& command, Faults& faults) {
  const std::string typed = one_line(command.replaced_by);
  if (typed.empty()) return {};
  const auto number = viet::parse_document_number(typed);
  if (!number) {
    faults.add(fields::replaced_by, number.error().text);
    return {};
  }
  for (const DocumentNo no : state.by_number(number->key())) {
    if (no != command.document) return no;
  }
  if (number->key() == state.document(command.document).key) {
    faults.add(fields::replaced_by,
               {"Văn bản không thể thay thế chính nó.", "A document cannot replace itself."});
  } else {
    faults.add(fields::replaced_by,
               {"Văn bản " + typed + " chưa có trong sổ; hãy ghi văn bản đó trước.",
                typed + " is not registered yet; register it first."});
  }
  return {};
}

}  // namespace

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RegisterDocument& command, const Envelope& envelope) {
  TRY(organisation.require(envelope.actor, Right::KeepLaw, organisation.root()));
  Faults faults;
  DocumentRegistered fact;
  fact.document = DocumentNo{state.size() + 1};
  fact.type = one_line(command.type);
  fact.issuer = one_line(command.issuer);
  fact.title = one_line(command.title);
  const std::string note = one_line(command.note);
  if (const auto number = viet::parse_document_number(command.number)) {
    fact.number = number->as_written;
    fact.key = number->key();
    if (fact.type.empty()) fact.type = number->type_name();
    if (fact.issuer.empty()) fact.issuer = number->issuer_name();
    check_year(faults, *number, command.issued);
  } else {
    faults.add(fields::number, number.error().text);
  }
  faults.need(fields::type, fact.type, type_characters_max,
              {"Hãy chọn loại văn bản.", "Choose the type of document."});
  faults.need(fields::issuer, fact.issuer, issuer_characters_max,
              {"Hãy ghi tên cơ quan ban hành.", "Write the name of the issuing body."});
  faults.need(fields::title, fact.title, title_characters_max,
              {"Hãy ghi trích yếu của văn bản.", "Write the document's title."});
  if (!note.empty()) {
    faults.limit(fields::note, note, note_characters_max);
    fact.note = note;
  }
  if (!command.issued) {
    faults.add(fields::issued, {"Hãy ghi ngày ban hành, ví dụ 27/11/2019.",
                                "Write the date of issue, for example 27/11/2019."});
  } else {
    check_expiry(faults, command.expires, command.effective.value_or(*command.issued));
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  fact.issued = *command.issued;
  fact.effective = command.effective;
  fact.expires = command.expires;
  if (const DocumentNo there = same_document(state, fact)) {
    return already_there(state.document(there));
  }
  ledger::Decision decision;
  decision.add(subject("document", fact.document), fact);
  decision.answer = address_of(fact.document) + "?xong=luu";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ChangeEffect& command, const Envelope& envelope) {
  TRY(organisation.require(envelope.actor, Right::KeepLaw, organisation.root()));
  TRY_ASSIGN(const Document* document, state.find(command.document));
  if (document->version != command.seen_version) {
    return problem(
        Code::Conflict,
        {"Hiệu lực của văn bản này vừa được người khác thay đổi. Hãy xem lại các ngày hiện "
         "nay rồi ghi lại nếu vẫn cần.",
         "Somebody else has just changed the effect of this document. Look at its dates as "
         "they are now, and write again if still needed."});
  }
  Faults faults;
  EffectChanged fact{document->no, command.effective, command.expires, {}, one_line(command.basis)};
  check_expiry(faults, fact.expires, fact.effective.value_or(document->issued));
  if (const DocumentNo next = successor(state, command, faults)) {
    fact.replaced_by = next;
    if (!fact.expires) {
      faults.add(fields::expires, {"Hãy ghi từ ngày nào văn bản được thay thế.",
                                   "Write from which day the document is replaced."});
    }
  }
  faults.need(fields::basis, fact.basis, basis_characters_max,
              {"Hãy ghi căn cứ: điều, khoản nào của văn bản nào quy định như vậy.",
               "Write the basis: which clause of which document says so."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("document", document->no), fact);
  decision.answer = address_of(document->no) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::law
