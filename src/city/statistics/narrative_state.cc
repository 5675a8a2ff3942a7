// The report in words: what is true of it now.
#include "city/statistics/narrative.h"

namespace lantoa::city::statistics {

void State::fold(const NarrativeWritten& fact, const ledger::Stamp& stamp) {
  NarrativeVersion version;
  version.sections = fact.sections;
  version.figures = fact.figures;
  version.at = stamp.at;
  version.position = stamp.seq;
  version.by = fact.by;
  rounds_[fact.round.index()].narrative.push_back(std::move(version));
}

void State::fold(const NarrativeApproved& fact, const ledger::Stamp& stamp) {
  rounds_[fact.round.index()].narrative[fact.version - 1].approved =
      NarrativeApproval{stamp.at, stamp.seq, fact.by};
}

const std::vector<NarrativePart>& narrative_parts() {
  static const std::vector<NarrativePart> all{
      {"chi-dao",
       {"Tình hình, công tác chỉ đạo", "Situation and direction"},
       {"Kế hoạch, văn bản đã ban hành; việc triển khai, đôn đốc, kiểm tra trong kỳ.",
        "Plans and papers issued; how they were carried out, urged and checked."}},
      {"ket-qua",
       {"Kết quả thực hiện", "Results"},
       {"Làm được gì, bao nhiêu, cho ai; so với kỳ trước nếu có.",
        "What was done, how much and for whom; against an earlier period where there is one."}},
      {"ton-tai",
       {"Tồn tại, hạn chế và nguyên nhân", "Shortcomings and their causes"},
       {"Việc chưa đạt, đơn vị nộp trễ hoặc chưa nộp, vì sao.",
        "What fell short, which units were late or missing, and why."}},
      {"phuong-huong",
       {"Phương hướng, kiến nghị", "What comes next, and what is asked for"},
       {"Việc trọng tâm kỳ tới; kiến nghị với cơ quan cấp trên.",
        "The main work of the next period; what is asked of those above."}},
  };
  return all;
}

const NarrativePart* find_narrative_part(std::string_view code) {
  for (const NarrativePart& part : narrative_parts()) {
    if (part.code == code) return &part;
  }
  return nullptr;
}

const std::string& text_in(const std::vector<NarrativeSection>& sections, std::string_view part) {
  static const std::string nothing;
  for (const NarrativeSection& section : sections) {
    if (section.part == part) return section.text;
  }
  return nothing;
}

std::string fields::narrative(std::string_view part) { return "phan-" + std::string(part); }

std::string narrative_address(RoundNo round) { return address_of(round) + "/loi-van"; }

}  // namespace lantoa::city::statistics
