// A report in words as the paper that an office signs.
#include "city/paper_file.h"
#include "city/statistics/narrative_pages.h"
#include "viet/document_names.h"

namespace lantoa::city::statistics {
namespace {

std::string line_on_paper(const NarrativeLine& line, const FigureGround& ground,
                          const NarrativeVersion& version) {
  std::string out;
  for (const NarrativePiece& piece : line.pieces) {
    out += piece.words;
    if (!piece.figure) continue;
    const std::string* value = value_in(version.figures, words_of(*piece.figure, ground));
    if (value != nullptr) out += *value;
  }
  return out;
}

paper::Paper paper_of_narrative(const NarrativePlace& place, const NarrativeVersion& version,
                                const organisation::State& tree, std::uint64_t position,
                                Date today) {
  const Round& round = *place.round;
  const std::size_t number = static_cast<std::size_t>(&version - round.narrative.data()) + 1;
  // Of a closed round the figures are those of its closing, whatever was handed in since.
  paper::Paper out = paper_on(tree.letterhead(round.scope),
                              round.closing ? round.closing->position : position, today);
  out.source += "; lời văn bản " + std::to_string(number) + ", sự kiện số " +
                html::grouped(version.position, Language::Vietnamese);
  out.type = "Báo cáo";
  out.subject = place.form->title.vi + ", " + period_title(round).vi;
  if (!version.approved) {
    out.mark = "Dự thảo, bản " + std::to_string(number) + ", chưa phê duyệt";
  }
  std::size_t heads = 0;
  for (const NarrativeSection& section : version.sections) {
    const NarrativePart* part = find_narrative_part(section.part);
    const std::string title = part == nullptr ? section.part : part->title.vi;
    out.body.emplace_back(paper::Heading{numeral_of(heads++) + ". " + viet::upper(title)});
    for (const NarrativeLine& line : read_narrative(section.text, place.ground).lines) {
      std::string text = line_on_paper(line, place.ground, version);
      if (line.is_item) {
        out.body.emplace_back(paper::Item{std::move(text)});
      } else {
        out.body.emplace_back(paper::Paragraph{std::move(text)});
      }
    }
  }
  if (!later_than_closing(version, place.ground).empty()) {
    out.body.emplace_back(paper::Paragraph{"Số liệu lấy lúc khóa kỳ báo cáo, " +
                                           vietnamese(round.closing->at) +
                                           "; báo cáo nộp bổ sung hoặc sửa sau đó chưa tính vào."});
  }
  out.recipients = {"Lưu: VT"};
  return out;
}

}  // namespace

Result<http::Response> narrative_file(App& app, const State& state, const Needs& needs,
                                      const Visit& visit) {
  std::string name;
  TRY_ASSIGN(const paper::Paper paper, app.engine.read([&]() -> Result<paper::Paper> {
    TRY_ASSIGN(const NarrativePlace place, narrative_place(state, needs, visit));
    const NarrativeVersion* version = asked_version(place, visit);
    if (version == nullptr) {
      return problem(Code::NotFound,
                     {"Kỳ báo cáo này chưa có lời văn.", "This round has no text yet."});
    }
    TRY(require_no_change(*version, place.ground));
    name = "bao-cao-bang-loi-" + std::to_string(place.round->no.value);
    return paper_of_narrative(place, *version, needs.organisation, state.position(),
                              needs.calendar.today());
  }));
  return paper_file(visit, paper, name);
}

}  // namespace lantoa::city::statistics
