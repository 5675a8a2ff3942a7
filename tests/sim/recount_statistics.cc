// Rounds of reports: what a closed one adds up to, who may have accepted and published what, and
// what its report in words says.
#include <algorithm>

#include "city/statistics/roll_up.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace statistics = city::statistics;

struct SaidVersion {
  std::vector<statistics::Cell> cells;
  city::PersonNo by;
  bool counts = true;
};

struct SaidWords {
  statistics::NarrativeWritten written;
  city::PersonNo by;
  bool is_approved = false;
};

// "1.045"
std::string with_dots(std::uint64_t amount) {
  std::string out = std::to_string(amount);
  for (std::size_t i = out.size(); i > 3; i -= 3) out.insert(i - 3, ".");
  return out;
}

struct SaidRound {
  statistics::RoundOpened opened;
  std::map<city::UnitNo, std::vector<SaidVersion>> reports;
  std::map<city::UnitNo, Date> late;  // until when it was let in
  std::optional<statistics::RoundClosed> closed;
  city::PersonNo closed_by;
  bool is_cancelled = false;
  bool is_public = false;
  std::vector<SaidWords> narrative;

  bool takes(city::UnitNo unit, Date day) const {
    if (is_cancelled || !closed) return !is_cancelled;
    const auto found = late.find(unit);
    return found != late.end() && day <= found->second;
  }
  SaidVersion* last(city::UnitNo unit) {
    const auto found = reports.find(unit);
    return found == reports.end() ? nullptr : &found->second.back();
  }
  std::uint32_t counted() const {
    return static_cast<std::uint32_t>(
        std::count_if(reports.begin(), reports.end(),
                      [](const auto& report) { return report.second.back().counts; }));
  }
  // Column by column of what counts now, in the order of the first report's form.
  statistics::Sum sum_of(const std::string& column) const {
    statistics::Sum out{column, 0, {}};
    if (opened.counted_to) out.estimate = 0;
    for (const auto& [unit, versions] : reports) {
      if (!versions.back().counts) continue;
      for (const statistics::Cell& cell : versions.back().cells) {
        if (cell.column != column) continue;
        out.amount += cell.amount;
        if (out.estimate) *out.estimate += cell.estimate.value_or(0);
      }
    }
    return out;
  }
  // The same, or as it was closed.
  statistics::Sum shown_sum(const std::string& column) const {
    if (!closed) return sum_of(column);
    const auto found = std::find_if(closed->sums.begin(), closed->sums.end(),
                                    [&](const auto& sum) { return sum.column == column; });
    return found == closed->sums.end() ? statistics::Sum{column, 0, {}} : *found;
  }
  // What a figure of the report in words is worth; nullopt: it is none that is retold here.
  std::optional<std::string> worth(const std::string& figure) const {
    const std::string column = "cột ";
    if (figure == "đã nộp") return with_dots(closed ? closed->submitted : counted());
    if (figure == "phải nộp") return with_dots(opened.units.numbers.size());
    if (!figure.starts_with(column)) return std::nullopt;
    const std::string code = figure.substr(column.size());
    if (code.find(' ') != std::string::npos) return std::nullopt;
    const statistics::Sum sum = shown_sum(code);
    const std::uint64_t estimate = sum.estimate.value_or(0);
    const std::string whole = with_dots(sum.amount + estimate);
    return estimate == 0 ? whole : whole + " (trong đó ước " + with_dots(estimate) + ")";
  }
};

class Rounds : public Recount {
 public:
  Rounds(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    teller.on<statistics::RoundOpened>(
        [this](const auto& opened, const ledger::Fact&) { rounds_[opened.round].opened = opened; });
    teller.on<statistics::RoundCancelled>([this](const auto& cancelled, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, cancelled.round, fact)) {
        expect(!round->closed, fact, "a closed round is cancelled");
        round->is_cancelled = true;
      }
    });
    teller.on<statistics::LateAllowed>([this](const auto& late, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, late.round, fact)) {
        expect(round->closed.has_value(), fact, "nobody has to be let into an open round");
        round->late[late.unit] = late.until;
      }
    });
    hear_reports(teller);
    hear_closings(teller);
    hear_narratives(teller);
  }

  void compare(const app::States& seen) override {
    const auto& state = seen.statistics;
    expect_seen(state.rounds() == rounds_.size(), "the number of rounds");
    for (const auto& [no, said] : rounds_) {
      if (no.value > state.rounds()) break;
      compare_round(state.round(no), said, seen);
    }
  }

 private:
  void hear_reports(Teller& teller) {
    teller.on<statistics::ReportSubmitted>([this](const auto& report, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, report.round, fact)) submit(*round, report, fact);
    });
    teller.on<statistics::ReportReturned>([this](const auto& returned, const ledger::Fact& fact) {
      if (SaidVersion* version = reviewed(returned, fact)) {
        expect(rounds_[returned.round].takes(returned.unit, day_of(fact)), fact,
               "a report of a closed round is sent back");
        version->counts = false;
      }
    });
    teller.on<statistics::ReportAccepted>([this](const auto& accepted, const ledger::Fact& fact) {
      const SaidVersion* version = reviewed(accepted, fact);
      if (version == nullptr) return;
      const city::PersonNo by = this->teller().who(fact);
      expect(!by || by != version->by, fact, "who handed it in accepts it");
    });
  }

  void hear_closings(Teller& teller) {
    teller.on<statistics::RoundClosed>([this](const auto& closed, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, closed.round, fact)) close(*round, closed, fact);
    });
    teller.on<statistics::RoundPublished>([this](const auto& published, const ledger::Fact& fact) {
      SaidRound* round = known(rounds_, published.round, fact);
      if (round == nullptr) return;
      const city::PersonNo by = this->teller().who(fact);
      const statistics::Form* form = statistics::find_form(round->opened.form);
      expect(round->closed.has_value(), fact, "it is not closed");
      expect(by && by != round->closed_by, fact, "who closed it publishes it");
      expect(form != nullptr && form->may_be_public(), fact, "its form is never public");
      expect(!round->is_public, fact, "it is public already");
      round->is_public = true;
    });
    teller.on<statistics::RoundUnpublished>([this](const auto& back, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, back.round, fact)) {
        expect(round->is_public, fact, "it is not public");
        round->is_public = false;
      }
    });
  }

  void hear_narratives(Teller& teller) {
    teller.on<statistics::NarrativeWritten>([this](const auto& written, const ledger::Fact& fact) {
      if (SaidRound* round = known(rounds_, written.round, fact)) write(*round, written, fact);
    });
    teller.on<statistics::NarrativeApproved>(
        [this](const auto& approved, const ledger::Fact& fact) {
          SaidRound* round = known(rounds_, approved.round, fact);
          if (round == nullptr) return;
          const bool is_last = approved.version != 0 && approved.version == round->narrative.size();
          expect(is_last, fact, "it is not the newest text");
          if (is_last) approve(*round, fact);
        });
  }

  void write(SaidRound& round, const statistics::NarrativeWritten& written,
             const ledger::Fact& fact) {
    expect(!round.is_cancelled, fact, "its round is cancelled");
    expect(written.version == round.narrative.size() + 1, fact,
           "a version is left out or repeated");
    expect(!written.sections.empty(), fact, "it has no words");
    if (!round.narrative.empty()) {
      const statistics::NarrativeWritten& last = round.narrative.back().written;
      expect(last.sections != written.sections || last.figures != written.figures, fact,
             "nothing differs from the version before");
    }
    round.narrative.push_back({written, teller().who(fact)});
    check_figures(round, fact);
  }

  // Whoever wrote these words does not approve them, whoever wrote their newest figures.
  void approve(SaidRound& round, const ledger::Fact& fact) {
    const city::PersonNo by = teller().who(fact);
    SaidWords& newest = round.narrative.back();
    expect(round.closed.has_value() && !round.is_cancelled, fact, "its round is not closed");
    expect(!newest.is_approved, fact, "it is approved already");
    for (const SaidWords& one : round.narrative) {
      const bool is_his = by && one.by == by;
      expect(!is_his || one.written.sections != newest.written.sections, fact,
             "who wrote these words approves them");
    }
    check_figures(round, fact);
    newest.is_approved = true;
  }

  void check_figures(const SaidRound& round, const ledger::Fact& fact) {
    for (const statistics::NarrativeFigure& one : round.narrative.back().written.figures) {
      const auto worth = round.worth(one.figure);
      if (worth && *worth != one.value) object(fact, "its figure “" + one.figure + "” is wrong");
    }
  }

  void submit(SaidRound& round, const statistics::ReportSubmitted& report,
              const ledger::Fact& fact) {
    const auto& units = round.opened.units.numbers;
    auto& versions = round.reports[report.unit];
    const bool is_asked = std::find(units.begin(), units.end(), report.unit.value) != units.end();
    const Date first_day = round.opened.counted_to ? *round.opened.counted_to + 1 : round.opened.to;
    expect(is_asked, fact, "its unit is not asked");
    expect(round.takes(report.unit, day_of(fact)), fact, "the round takes nothing more");
    expect(day_of(fact) >= first_day, fact, "the period is not over");
    expect(report.version == versions.size() + 1, fact, "a version is left out or repeated");
    expect(has_reason(report), fact, "it differs from the activities and does not say why");
    expect(holds_together(round.opened, report.cells), fact, "its columns do not add up");
    versions.push_back({report.cells, teller().who(fact)});
  }

  static bool has_reason(const statistics::ReportSubmitted& report) {
    return !report.note.empty() ||
           std::all_of(report.cells.begin(), report.cells.end(), [](const statistics::Cell& cell) {
             return !cell.counted || *cell.counted == cell.amount;
           });
  }

  using Figures = std::map<std::string, std::uint64_t>;  // by column

  // Every column once, estimates where the round has them and nowhere else, and sums that hold of
  // both.
  static bool holds_together(const statistics::RoundOpened& opened,
                             const std::vector<statistics::Cell>& cells) {
    const statistics::Form* form = statistics::find_form(opened.form);
    Figures amounts, estimates;
    for (const statistics::Cell& cell : cells) {
      amounts[cell.column] = cell.amount;
      if (cell.estimate) estimates[cell.column] = *cell.estimate;
    }
    if (form == nullptr || amounts.size() != form->columns.size()) return false;
    if (estimates.size() != (opened.counted_to ? amounts.size() : 0)) return false;
    return adds_up(*form, amounts) && adds_up(*form, estimates);
  }

  static bool adds_up(const statistics::Form& form, Figures figures) {
    return std::all_of(form.checks.begin(), form.checks.end(), [&](const auto& check) {
      std::uint64_t sum = 0;
      for (const std::string& part : check.parts) sum += figures[part];
      return sum == figures[check.whole];
    });
  }

  // The version that counts, if it is the one that the review names.
  template <class Review>
  SaidVersion* reviewed(const Review& review, const ledger::Fact& fact) {
    SaidRound* round = known(rounds_, review.round, fact);
    SaidVersion* version = round == nullptr ? nullptr : round->last(review.unit);
    const bool is_last = version != nullptr && round->reports[review.unit].size() == review.version;
    expect(is_last && version->counts, fact, "it is not the version that counts");
    return is_last ? version : nullptr;
  }

  void close(SaidRound& round, const statistics::RoundClosed& closed, const ledger::Fact& fact) {
    expect(!round.closed && !round.is_cancelled, fact, "it was closed or cancelled before");
    expect(closed.submitted == round.counted(), fact, "it counts other reports than came in");
    const statistics::Form* form = statistics::find_form(round.opened.form);
    expect(form != nullptr && closed.sums.size() == form->columns.size(), fact,
           "it leaves out a column");
    for (const statistics::Sum& sum : closed.sums) {
      if (sum != round.sum_of(sum.column)) object(fact, "column " + sum.column + " is added wrong");
    }
    round.closed = closed;
    round.closed_by = teller().who(fact);
  }

  // Whatever was handed in since, a closed round is shown as it was closed.
  void compare_round(const statistics::Round& round, const SaidRound& said,
                     const app::States& seen) {
    const std::string name = "round " + std::to_string(round.no.value) + ", ";
    expect_seen(round.is_public() == said.is_public, name + "whether it is public");
    expect_seen(round.cancelled.has_value() == said.is_cancelled, name + "whether it is cancelled");
    expect_seen(round.counted == said.counted(), name + "how many reports count");
    expect_seen(round.closing.has_value() == said.closed.has_value(),
                name + "whether it is closed");
    for (const std::uint32_t number : said.opened.units.numbers) {
      const auto found = said.reports.find(city::UnitNo{number});
      const auto* report = round.report(city::UnitNo{number});
      const std::size_t versions = found == said.reports.end() ? 0 : found->second.size();
      expect_seen((report == nullptr ? 0 : report->version()) == versions,
                  name + "versions of unit " + std::to_string(number));
    }
    compare_narrative(round, said, name);
    const statistics::Form* form = statistics::find_form(said.opened.form);
    if (!round.closing || !said.closed || form == nullptr) return;
    expect_seen(round.closing->sums == said.closed->sums, name + "what its closing says");
    const auto all =
        statistics::roll_up(round, *form, seen.organisation, statistics::Counting::AsClosed);
    const auto& whole = all.at(said.opened.scope.index());
    expect_seen(whole.counted == said.closed->submitted, name + "how many counted then");
    for (std::size_t i = 0; i < form->columns.size(); ++i) {
      const statistics::Sum shown{form->columns[i].code, whole.sums[i], whole.estimate(i)};
      expect_seen(shown == said.closed->sums.at(i), name + "the sum of column " + shown.column);
    }
  }

  void compare_narrative(const statistics::Round& round, const SaidRound& said,
                         const std::string& name) {
    expect_seen(round.narrative.size() == said.narrative.size(), name + "versions of its text");
    for (std::size_t i = 0; i < std::min(round.narrative.size(), said.narrative.size()); ++i) {
      const statistics::NarrativeVersion& one = round.narrative[i];
      const SaidWords& words = said.narrative[i];
      const std::string version = name + "version " + std::to_string(i + 1) + " of its text";
      expect_seen(one.sections == words.written.sections && one.figures == words.written.figures,
                  version);
      expect_seen(one.approved.has_value() == words.is_approved, version + ", its approval");
    }
  }

  std::map<city::RoundNo, SaidRound> rounds_;
};

}  // namespace

std::unique_ptr<Recount> recount_statistics(Teller& teller, Complaints& wrong) {
  return std::make_unique<Rounds>(teller, wrong);
}

}  // namespace lantoa::sim
