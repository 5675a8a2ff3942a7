// The open data of a published round: its form is written down in docs/open-data.md and stays.
#include "city/described_api.h"
#include "city/statistics/published.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::statistics {
namespace {

struct PeriodJson {
  Date from, to;
  std::string vi, en;
  std::optional<Date> counted_to;
};
BOOST_DESCRIBE_STRUCT(PeriodJson, (), (from, to, vi, en, counted_to))

struct ColumnJson {
  std::string code;
  Words title;
  Words unit;
  std::uint64_t sum = 0;                  // actual
  std::optional<std::uint64_t> estimate;  // in a round with estimates
};
BOOST_DESCRIBE_STRUCT(ColumnJson, (), (code, title, unit, sum, estimate))

struct ScopeJson {
  std::string code, name;
};
BOOST_DESCRIBE_STRUCT(ScopeJson, (), (code, name))

struct UnitJson {
  std::string code, name;
  std::uint32_t asked = 0, submitted = 0, in_time = 0;
  std::vector<Sum> sums;
};
BOOST_DESCRIBE_STRUCT(UnitJson, (), (code, name, asked, submitted, in_time, sums))

struct LedgerJson {
  std::uint64_t position = 0;  // of the last fact that was added up
  std::uint64_t fact = 0;      // that closed the round
  std::optional<std::string> proof;
};
BOOST_DESCRIBE_STRUCT(LedgerJson, (), (position, fact, proof))

struct RoundJson {
  RoundNo round;
  std::string form;
  Words title;
  Words origin;
  PeriodJson period;
  Date due;
  ScopeJson asked_by;
  Instant closed_at, published_at;
  std::uint32_t asked = 0, submitted = 0, in_time = 0;
  LedgerJson ledger;
  std::vector<ColumnJson> columns;
  std::vector<UnitJson> units;
  std::string page;
};
BOOST_DESCRIBE_STRUCT(RoundJson, (),
                      (round, form, title, origin, period, due, asked_by, closed_at, published_at,
                       asked, submitted, in_time, ledger, columns, units, page))

std::vector<Sum> sums_of(const Form& form, const RollUp& figures) {
  std::vector<Sum> out;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    out.push_back({form.columns[i].code, figures.sums[i], figures.estimate(i)});
  }
  return out;
}

void add_line(sheet::CsvWriter& csv, const char* extent, const PublishedUnit& unit) {
  csv.text(extent).text(unit.code).text(unit.name);
  csv.number(std::to_string(unit.figures.asked));
  csv.number(std::to_string(unit.figures.counted));
  csv.number(std::to_string(unit.figures.in_time));
  for (const std::uint64_t sum : unit.figures.sums) csv.number(std::to_string(sum));
  for (const std::uint64_t estimate : unit.figures.estimates) {
    csv.number(std::to_string(estimate));
  }
  csv.end_row();
}

}  // namespace

std::string open_csv(const Published& published) {
  sheet::CsvWriter csv;
  csv.text("pham_vi").text("ma").text("don_vi").text("phai_nop").text("da_nop").text("dung_han");
  for (const Column& column : published.form->columns) {
    csv.text(column.code + " " + column.title.vi + " (" + column.unit.vi + ")");
  }
  // After all that is actual, so that those columns stand where they stand in every other file.
  if (const auto& cut_off = published.counted_to) {
    const std::string days =
        ", ước từ " + vietnamese(*cut_off + 1) + " đến " + vietnamese(published.to);
    for (const Column& column : published.form->columns) {
      csv.text(column.code + " " + column.title.vi + " (" + column.unit.vi + ")" + days);
    }
  }
  csv.end_row();
  add_line(csv, "tong", published.sums->scope);
  for (const PublishedUnit& unit : published.sums->units) add_line(csv, "don_vi", unit);
  return csv.take();
}

std::string open_json(const Published& published, const std::string& site) {
  const Form& form = *published.form;
  const std::string page = site + public_address(published.no);
  const Text words = period(published.from, published.to);
  const RollUp& all = published.sums->scope.figures;
  RoundJson out;
  out.round = published.no;
  out.form = form.code;
  out.title = form.title;
  out.origin = form.origin;
  out.period = {published.from, published.to, words.vi, words.en, published.counted_to};
  out.due = published.due;
  out.asked_by = {published.sums->scope.code, published.sums->scope.name};
  out.closed_at = published.closing.at;
  out.published_at = published.publications.back().at;
  out.asked = all.asked;
  out.submitted = all.counted;
  out.in_time = all.in_time;
  out.ledger = {published.closing.position, published.closing.fact(), {}};
  if (!published.closing.names_a_person) out.ledger.proof = page + "/bang-chung";
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const Column& column = form.columns[i];
    out.columns.push_back({column.code, column.title, column.unit, all.sums[i], all.estimate(i)});
  }
  for (const PublishedUnit& unit : published.sums->units) {
    out.units.push_back({unit.code, unit.name, unit.figures.asked, unit.figures.counted,
                         unit.figures.in_time, sums_of(form, unit.figures)});
  }
  out.page = page;
  return to_json(out) + "\n";
}

}  // namespace lantoa::city::statistics
