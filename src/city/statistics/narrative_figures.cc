#include "city/statistics/narrative_figures.h"

#include <algorithm>

#include "city/statistics/decide.h"
#include "platform/html/view.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::int32_t same_length_days = 5;  // months, quarters and halves are not equally long

std::string grouped_vi(std::uint64_t amount) { return html::grouped(amount, Language::Vietnamese); }

bool is_comparable(const Round& one, const Round& with) {
  if (!with.closing || with.form != one.form || with.scope != one.scope) return false;
  return !one.closing || with.closing->position < one.closing->position;
}

// As long, and right before: whoever reads "so với kỳ trước" thinks of no other.
bool is_of_period_before(const Round& one, const Round& with) {
  const std::int32_t longer = (one.to - one.from) - (with.to - with.from);
  const std::int32_t apart = one.from - with.to;
  return apart >= 1 && apart <= same_length_days && longer <= same_length_days &&
         -longer <= same_length_days;
}

bool is_a_year_before(Date one, Date with) {
  const CivilDate now = to_civil(one);
  const CivilDate then = to_civil(with);
  // The last of February is another day in every fourth year.
  const bool same_day = now.day == then.day || (now.month == 2 && now.day + then.day == 57);
  return then.year == now.year - 1 && then.month == now.month && same_day;
}

// Of two that fit, the later one; of the same days the one that was asked for last, which says the
// actual figures where the other one had estimates.
const Round* later_of(const Round* a, const Round& b) {
  return a != nullptr && b.to < a->to ? a : &b;
}

std::string difference_in_words(std::uint64_t now, std::uint64_t then) {
  if (now == then) return "không đổi";
  return now > then ? "tăng " + grouped_vi(now - then) : "giảm " + grouped_vi(then - now);
}

std::string amount_in_words(const LiveFigure& figure, const RollUp& sums) {
  const std::uint64_t estimate = sums.estimate(figure.column).value_or(0);
  if (figure.part == LiveFigure::Part::Actual) return grouped_vi(sums.sums[figure.column]);
  if (figure.part == LiveFigure::Part::Estimate) return grouped_vi(estimate);
  const std::string whole = grouped_vi(sums.total(figure.column));
  return estimate == 0 ? whole : whole + " (trong đó ước " + grouped_vi(estimate) + ")";
}

// As the fact that closed the round says it, which is what its proof shows.
void put_closing(RollUp& scope, const Closing& closing, const Form& form) {
  scope.counted = closing.submitted;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    scope.sums[i] = closing.sum(form.columns[i].code);
    if (i < scope.estimates.size()) {
      scope.estimates[i] = closing.estimate(form.columns[i].code).value_or(0);
    }
  }
}

std::vector<FigureChange> changed_to(const NarrativeVersion& version, const FigureGround& ground,
                                     FigureValues values) {
  std::vector<FigureChange> out;
  std::vector<NarrativeFigure> seen;
  for (const LiveFigure& figure : figures_in(texts_of(version.sections, ground))) {
    FigureChange change{figure, words_of(figure, ground), {}, values.of(figure)};
    const std::string* then = value_in(version.figures, change.words);
    if (then != nullptr) change.then = *then;
    seen.push_back({change.words, {}});
    if (change.then != change.now) out.push_back(std::move(change));
  }
  for (const NarrativeFigure& one : version.figures) {
    if (value_in(seen, one.figure) != nullptr) continue;
    out.push_back({{}, one.figure, one.value, "không tính được nữa"});
  }
  return out;
}

}  // namespace

FigureGround figure_ground(const State& state, const Round& round, const Form& form,
                           const organisation::State& tree) {
  FigureGround out{&round, &form, &tree};
  for (std::uint32_t i = 1; i <= state.rounds(); ++i) {
    const Round& with = state.round(RoundNo{i});
    if (!is_comparable(round, with)) continue;
    if (is_of_period_before(round, with)) out.before = later_of(out.before, with);
    if (is_a_year_before(round.from, with.from) && is_a_year_before(round.to, with.to)) {
      out.year_before = later_of(out.year_before, with);
    }
  }
  return out;
}

FigureValues::FigureValues(const FigureGround& ground)
    : FigureValues(ground, ground.round->closing ? Counting::AsClosed : Counting::Now) {}

FigureValues::FigureValues(const FigureGround& ground, Counting counting)
    : ground_(ground), counting_(counting) {}

FigureValues FigureValues::with_later(const FigureGround& ground) {
  return FigureValues(ground, Counting::Now);
}

const RollUp& FigureValues::sums_of(const Round& round, UnitNo unit) {
  auto found = sums_.find(&round);
  if (found == sums_.end()) {
    // Rounds to compare with are closed: what they were closed with stands.
    const Counting counting = &round == ground_.round ? counting_ : Counting::AsClosed;
    std::vector<RollUp> all = roll_up(round, *ground_.form, *ground_.tree, counting);
    if (counting == Counting::AsClosed) {
      put_closing(all[round.scope.index()], *round.closing, *ground_.form);
    }
    found = sums_.emplace(&round, std::move(all)).first;
  }
  return found->second[(unit ? unit : round.scope).index()];
}

std::string FigureValues::of(const LiveFigure& figure) {
  if (figure.of == LiveFigure::Of::Period) {
    return period(ground_.round->from, ground_.round->to).vi;
  }
  const RollUp& sums = sums_of(*ground_.round, figure.unit);
  switch (figure.of) {
    case LiveFigure::Of::Asked:
      return grouped_vi(sums.asked);
    case LiveFigure::Of::HandedIn:
      return grouped_vi(sums.counted);
    case LiveFigure::Of::Missing:
      return grouped_vi(sums.asked - std::min(sums.asked, sums.counted));
    case LiveFigure::Of::InTime:
      return grouped_vi(sums.in_time);
    case LiveFigure::Of::Late:
      return grouped_vi(sums.counted - std::min(sums.counted, sums.in_time));
    case LiveFigure::Of::Column:
    case LiveFigure::Of::Period:
      break;
  }
  if (figure.against == LiveFigure::Against::Nothing) return amount_in_words(figure, sums);
  const Round* with =
      figure.against == LiveFigure::Against::Before ? ground_.before : ground_.year_before;
  if (with == nullptr) return "không có kỳ để so";
  const RollUp& then = sums_of(*with, figure.unit);
  return difference_in_words(sums.total(figure.column), then.total(figure.column));
}

std::vector<LiveFigure> figures_in(const std::vector<NarrativeText>& texts) {
  std::vector<LiveFigure> out;
  for (const NarrativeText& text : texts) {
    for (const NarrativeLine& line : text.lines) {
      for (const NarrativePiece& piece : line.pieces) {
        if (piece.figure && std::find(out.begin(), out.end(), *piece.figure) == out.end()) {
          out.push_back(*piece.figure);
        }
      }
    }
  }
  return out;
}

std::vector<LiveFigure> usual_figures(const Form& form) {
  using enum LiveFigure::Of;
  std::vector<LiveFigure> out;
  for (const LiveFigure::Of of : {Period, Asked, HandedIn, Missing, InTime, Late}) {
    out.push_back({of, 0, {}, {}, {}});
  }
  for (std::size_t i = 0; i < form.columns.size(); ++i) out.push_back({Column, i, {}, {}, {}});
  return out;
}

std::vector<NarrativeText> texts_of(const std::vector<NarrativeSection>& sections,
                                    const FigureGround& ground) {
  std::vector<NarrativeText> out;
  for (const NarrativeSection& section : sections) {
    out.push_back(read_narrative(section.text, ground));
  }
  return out;
}

std::vector<FigureChange> changes_since(const NarrativeVersion& version,
                                        const FigureGround& ground) {
  return changed_to(version, ground, FigureValues(ground));
}

std::vector<FigureChange> later_than_closing(const NarrativeVersion& version,
                                             const FigureGround& ground) {
  if (!ground.round->closing) return {};
  NarrativeVersion closed = version;
  closed.figures.clear();
  FigureValues values(ground);
  for (const LiveFigure& figure : figures_in(texts_of(version.sections, ground))) {
    closed.figures.push_back({words_of(figure, ground), values.of(figure)});
  }
  return changed_to(closed, ground, FigureValues::with_later(ground));
}

const std::string* value_in(const std::vector<NarrativeFigure>& figures, std::string_view words) {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&](const NarrativeFigure& one) { return one.figure == words; });
  return found == figures.end() ? nullptr : &found->value;
}

std::string address_of(const LiveFigure& figure, const FigureGround& ground) {
  const Round& round = *ground.round;
  const UnitNo unit = figure.unit ? figure.unit : round.scope;
  switch (figure.of) {
    case LiveFigure::Of::Column:
      return address_of(round.no, unit) + "/cot/" + ground.form->columns[figure.column].code;
    case LiveFigure::Of::Period:
      return address_of(round.no);
    default:
      break;
  }
  const bool missing = figure.of == LiveFigure::Of::Missing;
  return address_of(round.no) + "?don-vi=" + std::to_string(unit.value) +
         "&xem=" + (missing ? "chua-nop" : "tat-ca") + "#tung-don-vi";
}

std::string public_address_of(const LiveFigure& figure, const FigureGround& ground) {
  const std::string page = public_address(ground.round->no);
  if (figure.of != LiveFigure::Of::Column) return page;
  return page + "?cot=" + ground.form->columns[figure.column].code + "#theo-don-vi";
}

}  // namespace lantoa::city::statistics
