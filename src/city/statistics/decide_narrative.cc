// Rules of the report in words.
#include <algorithm>

#include "city/faults.h"
#include "city/person.h"
#include "city/statistics/narrative.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::size_t changes_named_max = 20;

struct NarrativeAsked {
  const Round* round = nullptr;
  const Form* form = nullptr;
  FigureGround ground;
};

Result<NarrativeAsked> ask_narrative(const Known& known, RoundNo no) {
  NarrativeAsked out;
  TRY_ASSIGN(out.round, known.statistics.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  out.ground = figure_ground(known.statistics, *out.round, *out.form, known.organisation);
  return out;
}

Result<void> require_not_cancelled(const Round& round) {
  if (!round.cancelled) return {};
  return problem(Code::Conflict, {"Kỳ báo cáo đã hủy.", "The round was cancelled."});
}

Result<void> require_writer(const Known& known, const Round& round, const Actor& actor) {
  if (!may_write_narrative(known.organisation, actor, round)) {
    return tl::unexpected(not_allowed(Right::ReportTask));
  }
  TRY(require_person(actor, {"viết báo cáo bằng lời", "write the report in words"}));
  return require_not_cancelled(round);
}

Result<void> require_latest(const Round& round, std::uint32_t seen) {
  if (round.narrative.size() == seen) return {};
  return problem(Code::Conflict,
                 {"Lời văn đã có bản mới hơn bản bạn đang xem. Hãy xem lại rồi làm tiếp.",
                  "There is a newer version of the text than the one you see. Look at it, then go "
                  "on."});
}

// A form has one field a part; a program may send anything, and nothing of it must get lost.
void refuse_other_parts(Faults& faults, const std::vector<NarrativeSection>& sections) {
  if (sections.size() > 2 * narrative_parts().size()) {
    return faults.add(fields::narrative("*"), {"Quá nhiều phần.", "Too many parts."});
  }
  for (auto one = sections.begin(); one != sections.end(); ++one) {
    const std::string field = fields::narrative(one->part);
    if (find_narrative_part(one->part) == nullptr) {
      faults.add(field, {"Báo cáo không có phần “" + one->part + "”.",
                         "The report has no part “" + one->part + "”."});
    } else if (std::any_of(sections.begin(), one,
                           [&](const auto& other) { return other.part == one->part; })) {
      faults.add(field, {"Phần này ghi hai lần.", "This part is given twice."});
    }
  }
}

std::vector<NarrativeSection> read_sections(Faults& faults, const FigureGround& ground,
                                            const std::vector<NarrativeSection>& typed) {
  std::vector<NarrativeSection> out;
  for (const NarrativePart& part : narrative_parts()) {
    const std::string field = fields::narrative(part.code);
    const std::string& text = text_in(typed, part.code);
    if (text.empty()) continue;
    if (count_characters(text) > narrative_characters_max) {
      faults.limit(field, text, narrative_characters_max);
      continue;
    }
    const NarrativeText read = read_narrative(text, ground);
    for (const NarrativeFault& fault : read.faults) faults.add(field, fault.text);
    std::string kept = write_narrative(read, ground);
    if (!kept.empty()) out.push_back({part.code, std::move(kept)});
  }
  return out;
}

std::vector<NarrativeFigure> worth_now(const std::vector<NarrativeSection>& sections,
                                       const FigureGround& ground) {
  FigureValues values(ground);
  std::vector<NarrativeFigure> out;
  for (const LiveFigure& figure : figures_in(texts_of(sections, ground))) {
    out.push_back({words_of(figure, ground), values.of(figure)});
  }
  return out;
}

std::string field_of_figure(const std::vector<NarrativeSection>& sections,
                            const std::string& figure) {
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& one) {
    return one.text.find(in_braces(figure)) != std::string::npos;
  });
  return found == sections.end() ? fields::seen_figures : fields::narrative(found->part);
}

// Whoever writes has been shown each figure of his text as it is now.
Result<void> require_seen(const std::vector<NarrativeSection>& sections,
                          const std::vector<NarrativeFigure>& now,
                          const std::vector<NarrativeFigure>& seen) {
  if (seen.size() > narrative_seen_max) {
    return problem(Code::Invalid,
                   {"Quá nhiều số đã thấy; chỉ gửi những số có trong lời văn.",
                    "Too many figures seen; send those of the text only."},
                   fields::seen_figures);
  }
  Problem why{Code::Conflict,
              {"Có số bạn chưa thấy hoặc vừa đổi trong lúc bạn viết; chưa có gì được ghi. Hãy đọc "
               "lại câu chứa số đó rồi ghi lần nữa.",
               "There are figures that you have not seen, or that changed while you wrote; nothing "
               "was written. Read their sentences, then save again."},
              {},
              {}};
  for (const NarrativeFigure& one : now) {
    const std::string* then = value_in(seen, one.figure);
    if (then != nullptr && *then == one.value) continue;
    if (why.details.size() == changes_named_max) break;
    const std::string shown = in_braces(one.figure);
    Detail detail{field_of_figure(sections, one.figure), 0, {}};
    if (then == nullptr) {
      detail.text = {shown + " nay là " + one.value + ".", shown + " is " + one.value + " now."};
    } else {
      detail.text = {shown + " nay là " + one.value + ", bạn đã thấy " + *then + ".",
                     shown + " is " + one.value + " now, you saw " + *then + "."};
    }
    why.details.push_back(std::move(detail));
  }
  if (why.details.empty()) return {};
  why.field = why.details.front().field;
  return tl::unexpected(std::move(why));
}

// What cannot be read any more has no figure to record: its braces would go out as they are.
Result<void> require_readable(const std::vector<FigureChange>& changes) {
  const auto lost = std::find_if(changes.begin(), changes.end(),
                                 [](const FigureChange& one) { return !one.figure; });
  if (lost == changes.end()) return {};
  const std::string shown = in_braces(lost->words);
  return problem(Code::Conflict, {shown + " không tính được nữa; hãy sửa lời văn.",
                                  shown + " cannot be read any more; change the text."});
}

ledger::Decision narrative_written(const Round& round, std::vector<NarrativeSection> sections,
                                   std::vector<NarrativeFigure> figures, const Actor& actor,
                                   const char* notice) {
  ledger::Decision decision;
  const auto version = static_cast<std::uint32_t>(round.narrative.size()) + 1;
  decision.add(subject("round", round.no), NarrativeWritten{round.no, version, std::move(sections),
                                                            std::move(figures), person_of(actor)});
  decision.answer = narrative_address(round.no) + "?xong=" + notice;
  return decision;
}

Result<void> require_difference(const Round& round, const std::vector<NarrativeSection>& sections,
                                const std::vector<NarrativeFigure>& now) {
  if (round.narrative.empty() || round.narrative.back().sections != sections) return {};
  if (round.narrative.back().figures == now) {
    return problem(Code::Conflict,
                   {"Không có gì khác với bản hiện có.", "Nothing differs from what is there."});
  }
  return problem(Code::Conflict,
                 {"Lời văn không đổi, chỉ có số đổi. Hãy về trang lời văn, đọc các câu có số đổi "
                  "rồi bấm “Đọc lại và ghi nhận số mới”.",
                  "The words are the same, only figures differ. Go back to the page of the text, "
                  "read the sentences with those figures, then press “Read again and record the "
                  "new figures”."});
}

}  // namespace

bool may_write_narrative(const organisation::State& organisation, const Actor& actor,
                         const Round& round) {
  return organisation.allows(actor, Right::Urge, round.scope) ||
         organisation.allows(actor, Right::ReportTask, round.scope);
}

bool has_written(const Round& round, const std::optional<PersonNo>& person) {
  if (!person || round.narrative.empty()) return false;
  const auto& text = round.narrative.back().sections;
  return std::any_of(round.narrative.begin(), round.narrative.end(), [&](const auto& version) {
    return version.by == person && version.sections == text;
  });
}

Result<void> require_no_change(const NarrativeVersion& version, const FigureGround& ground) {
  const std::vector<FigureChange> changes = changes_since(version, ground);
  if (changes.empty()) return {};
  const std::string count = std::to_string(changes.size());
  Problem why{
      Code::Conflict,
      {"Có " + count +
           " con số nay khác với khi viết. Hãy đọc lại các câu chứa số đó ở trang lời văn và bấm "
           "“Đọc lại và ghi nhận số mới”, hoặc sửa lời văn.",
       "Figures that differ from what the writer saw: " + count +
           ". Read their sentences on the page of the text and press “Read again and record the "
           "new figures”, or change the text."},
      {},
      {}};
  for (const FigureChange& one : changes) {
    if (why.details.size() == changes_named_max) break;
    const std::string shown = in_braces(one.words);
    why.details.push_back({{},
                           0,
                           {shown + ": nay là " + one.now + ", khi viết là " + one.then + ".",
                            shown + ": now " + one.now + ", when written " + one.then + "."}});
  }
  return tl::unexpected(std::move(why));
}

std::vector<NarrativeFigure> present_figures(const Known& known, const Round& round,
                                             const Form& form,
                                             const std::vector<NarrativeSection>& sections) {
  return worth_now(sections, figure_ground(known.statistics, round, form, known.organisation));
}

Decided decide(const Known& known, const WriteNarrative& command, const Envelope& envelope) {
  TRY_ASSIGN(const NarrativeAsked of, ask_narrative(known, command.round));
  TRY(require_writer(known, *of.round, envelope.actor));
  TRY(require_latest(*of.round, command.seen_version));
  Faults faults;
  refuse_other_parts(faults, command.sections);
  std::vector<NarrativeSection> sections = read_sections(faults, of.ground, command.sections);
  const std::string first = fields::narrative(narrative_parts().front().code);
  if (sections.empty() && !faults.any()) {
    faults.add(first, {"Hãy viết ít nhất một phần.", "Write one part at least."});
  }
  if (figures_in(texts_of(sections, of.ground)).size() > narrative_figures_max) {
    faults.add(first, {"Lời văn có quá 200 con số khác nhau; hãy bớt lại, số còn lại đã có ở bảng.",
                       "The text has more than 200 different figures; leave some to the table."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  std::vector<NarrativeFigure> now = worth_now(sections, of.ground);
  TRY(require_difference(*of.round, sections, now));
  TRY(require_seen(sections, now, command.seen));
  return narrative_written(*of.round, std::move(sections), std::move(now), envelope.actor, "luu");
}

Decided decide(const Known& known, const RereadNarrative& command, const Envelope& envelope) {
  TRY_ASSIGN(const NarrativeAsked of, ask_narrative(known, command.round));
  TRY(require_writer(known, *of.round, envelope.actor));
  TRY(require_latest(*of.round, command.seen_version));
  const std::vector<FigureChange> changes =
      of.round->narrative.empty() ? std::vector<FigureChange>()
                                  : changes_since(of.round->narrative.back(), of.ground);
  if (changes.empty()) {
    return problem(Code::Conflict, {"Không có con số nào khác với khi viết.",
                                    "No figure differs from what its writer saw."});
  }
  TRY(require_readable(changes));
  const std::vector<NarrativeSection>& sections = of.round->narrative.back().sections;
  std::vector<NarrativeFigure> now = worth_now(sections, of.ground);
  TRY(require_seen(sections, now, command.seen));
  return narrative_written(*of.round, sections, std::move(now), envelope.actor, "doc-lai");
}

Decided decide(const Known& known, const ApproveNarrative& command, const Envelope& envelope) {
  TRY_ASSIGN(const NarrativeAsked of, ask_narrative(known, command.round));
  TRY(known.organisation.require(envelope.actor, Right::ApprovePlan, of.round->scope));
  TRY(require_person(envelope.actor, {"phê duyệt lời văn", "approve the text"}));
  const Round& round = *of.round;
  TRY(require_not_cancelled(round));
  if (round.narrative.empty()) {
    return problem(Code::Conflict, {"Kỳ này chưa có lời văn để duyệt.",
                                    "There is no text of this round to approve."});
  }
  TRY(require_latest(round, command.seen_version));
  if (has_written(round, person_of(envelope.actor))) {
    return problem(Code::Forbidden, {"Bạn đã viết lời văn này; người khác phải duyệt.",
                                     "You wrote this text; somebody else has to approve it."});
  }
  if (!round.closing) {
    return problem(Code::Conflict,
                   {"Kỳ báo cáo chưa khóa nên số còn đổi. Hãy khóa kỳ báo cáo rồi duyệt lời văn.",
                    "The round is still open, so its figures may change. Close it, then approve "
                    "the text."});
  }
  if (round.narrative.back().approved) {
    return problem(Code::Conflict,
                   {"Bản này đã được duyệt rồi.", "This version is approved already."});
  }
  TRY(require_no_change(round.narrative.back(), of.ground));
  ledger::Decision decision;
  decision.add(subject("round", round.no),
               NarrativeApproved{round.no, command.seen_version, person_of(envelope.actor)});
  decision.answer = narrative_address(round.no) + "?xong=duyet";
  return decision;
}

}  // namespace lantoa::city::statistics
