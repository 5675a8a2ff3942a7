// Rules of answering a question, and of correcting the answer.
#include <algorithm>

#include "city/faults.h"
#include "city/guidance/decide.h"
#include "city/guidance/rules.h"
#include "city/paragraph.h"
#include "city/person.h"
#include "viet/document_number.h"

namespace lantoa::city::guidance {
namespace {

// What a number that several documents have is taken to mean: a document of the present answer, or
// one that the plan rests on.
std::vector<DocumentNo> likely_documents(const Known& known, const Question& question) {
  std::vector<DocumentNo> out;
  if (question.is_answered()) out = question.answers.back().documents;
  for (const plan::Ground& ground : known.plans.plan(question.plan).grounds) {
    const auto number = viet::parse_document_number(ground.number);
    if (!number) continue;
    const law::Matched matched = known.law.match(number->key(), ground.issued, ground.issuer);
    if (matched.match == law::Match::Registered) out.push_back(matched.document);
  }
  return out;
}

// The first of those that are likely, in their order: what the present answer names comes before
// what the plan rests on.
DocumentNo choose(const std::vector<DocumentNo>& found, const std::vector<DocumentNo>& likely) {
  if (found.size() == 1) return found.front();
  const auto chosen = std::find_first_of(likely.begin(), likely.end(), found.begin(), found.end());
  return chosen == likely.end() ? DocumentNo{} : *chosen;
}

void read_document(Faults& faults, const Known& known, const std::string& typed,
                   const std::vector<DocumentNo>& likely, std::vector<DocumentNo>& out) {
  const auto number = viet::parse_document_number(typed);
  if (!number) {
    return faults.add(fields::documents,
                      {"“" + typed + "” không phải số, ký hiệu văn bản; viết như 97/2019/QH14.",
                       "“" + typed + "” is no document number; write it like 97/2019/QH14."});
  }
  const auto found = known.law.by_number(number->key());
  const DocumentNo no = choose(found, likely);
  if (!no) {
    return faults.add(
        fields::documents,
        found.empty()
            ? Text{"Sổ văn bản chưa có " + number->display() +
                       "; hãy ghi vào sổ trước, hoặc bỏ số này.",
                   "The register has no " + number->display() +
                       "; register it first, or leave it out."}
            : Text{"Sổ có " + std::to_string(found.size()) + " văn bản cùng số " +
                       number->display() + "; hãy bỏ số này và dẫn văn bản trong câu trả lời.",
                   std::to_string(found.size()) + " documents have the number " +
                       number->display() + "; leave it out and name the one in your words."});
  }
  if (std::find(out.begin(), out.end(), no) == out.end()) out.push_back(no);
}

std::vector<DocumentNo> read_documents(Faults& faults, const Known& known, const Question& question,
                                       const std::vector<std::string>& numbers) {
  std::vector<DocumentNo> out;
  if (numbers.size() > documents_max) {
    const std::string most = std::to_string(documents_max);
    faults.add(fields::documents,
               {"Nhiều nhất " + most + " văn bản cho một câu trả lời; hãy bớt.",
                "At most " + most + " documents of one answer; leave some out."});
    return out;
  }
  const auto likely = likely_documents(known, question);
  for (const std::string& typed : numbers) read_document(faults, known, typed, likely, out);
  return out;
}

Problem was_answered_meanwhile() {
  return {Code::Conflict,
          {"Trong lúc bạn viết, câu trả lời đã đổi. Hãy xem bản hiện nay ở trên rồi gửi lại nếu "
           "vẫn cần.",
           "While you wrote, the answer was changed. Read the present one above, then send yours "
           "again if it is still needed."},
          {},
          {}};
}

Problem was_joined_meanwhile() {
  return {Code::Conflict,
          {"Trong lúc bạn viết, câu hỏi đã được gộp vào câu khác hoặc thôi gộp. Hãy xem lại ở trên "
           "rồi gửi lại nếu vẫn cần.",
           "While you wrote, it was joined to another question or parted from one. Look at it "
           "above, then send yours again if it is still needed."},
          {},
          {}};
}

}  // namespace

std::string tidy_lines(std::string_view typed) {
  std::string out;
  for (const Paragraph& line : paragraphs_of(typed)) {
    const std::string one = one_line(line.text);
    if (!one.empty()) out += (out.empty() ? "" : "\n") + one;
  }
  return out;
}

Result<void> require_answerer(const Known& known, const Question& question, const Actor& actor) {
  return known.organisation.require(actor, Right::Urge, known.plans.plan(question.plan).issuer);
}

Problem is_withdrawn() {
  return {Code::Conflict,
          {"Câu hỏi này đã được rút; nếu vẫn cần, đơn vị hỏi câu mới.",
           "This question is withdrawn; where it is still needed, the unit asks a new one."},
          {},
          {}};
}

Result<void> require_as_seen(const Question& question, std::uint32_t seen_version,
                             QuestionNo seen_same_as) {
  if (seen_version != question.answers.size()) return tl::unexpected(was_answered_meanwhile());
  if (seen_same_as != question.same_as) return tl::unexpected(was_joined_meanwhile());
  return {};
}

Decided decide(const Known& known, const AnswerQuestion& command, const Envelope& envelope) {
  TRY_ASSIGN(const Question* question, known.guidance.find(command.question));
  TRY(require_answerer(known, *question, envelope.actor));
  if (question->withdrawn) return tl::unexpected(is_withdrawn());
  TRY(require_as_seen(*question, command.seen_version, command.seen_same_as));
  Faults faults;
  const std::string answer = tidy_lines(command.answer);
  faults.need(fields::answer, answer, answer_characters_max,
              {"Hãy ghi câu trả lời.", "Write the answer."});
  const auto documents = read_documents(faults, known, *question, command.documents);
  if (!faults.any() && question->is_answered() && question->answers.back().text == answer &&
      question->answers.back().documents == documents) {
    faults.add(fields::answer, {"Chưa có gì khác câu trả lời hiện nay; hãy sửa rồi gửi.",
                                "Nothing differs from the present answer; change it first."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("guidance", question->no),
               QuestionAnswered{question->no, command.seen_version + 1, answer, documents,
                                person_of(envelope.actor)});
  decision.answer = address_of(question->no) + "?xong=tra-loi-huong-dan";
  return decision;
}

}  // namespace lantoa::city::guidance
