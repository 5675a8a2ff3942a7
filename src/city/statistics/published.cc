// What everybody sees of closed rounds: which were published, what each adds up to, what it was
// worth when it was taken back.
#include "city/statistics/published.h"

#include <algorithm>

namespace lantoa::city::statistics {
namespace {

constexpr const char* list_path = "/so-lieu-cong-khai";
constexpr std::uint32_t rounds_a_page = 20;

Text list_title() { return {"Số liệu công khai", "Public figures"}; }

struct Row {
  std::string address;
  Text form;
  std::string period;
  std::string asker;
  std::string published_iso, published;
  std::uint32_t counted = 0, asked = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, form, period, asker, published_iso, published, counted, asked))

struct ListView {
  static constexpr std::string_view tpl = "src/city/statistics/published_list.tpl";
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (has_rows, rows, pager))

// Beside an actual figure, where the round has estimates.
struct PublicEstimate {
  std::uint64_t estimate = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(PublicEstimate, (), (estimate, total))

struct ColumnRow {
  std::string code;
  Text title, measure;
  std::uint64_t sum = 0;
  std::optional<PublicEstimate> estimated;
  std::string address;  // the same page, by unit in this column
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (code, title, measure, sum, estimated, address))

struct UnitRow {
  std::string name;
  std::uint32_t counted = 0, asked = 0, in_time = 0;
  std::uint64_t amount = 0;
  std::optional<PublicEstimate> estimated;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (name, counted, asked, in_time, amount, estimated))

struct EarlierRow {
  std::string from, until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EarlierRow, (), (from, until, reason))

// Of one column, unit by unit.
struct ByUnit {
  std::string code;
  Text title, measure;
  std::vector<UnitRow> units;
  std::vector<UnitRow> all;  // one: what they add up to
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ByUnit, (), (code, title, measure, units, all, pager))

// What was approved in words.
struct PublicWords {
  ShownNarrative text;
};
BOOST_DESCRIBE_STRUCT(PublicWords, (), (text))

struct PublishedView {
  static constexpr std::string_view tpl = "src/city/statistics/published.tpl";
  Text form, origin;
  std::string period, asker;
  std::string from_iso, from, to_iso, to, due_iso, due;
  std::string closed_iso, closed, published_iso, published;
  std::uint32_t asked = 0, counted = 0, in_time = 0;
  std::uint64_t position = 0, fact = 0;
  bool has_estimates = false;
  std::string counted_to, estimated_from;
  Text sum_title;
  std::vector<ColumnRow> columns;
  std::optional<ByUnit> by_unit;
  std::string csv, json;
  std::optional<std::string> proof;  // address
  bool has_earlier = false;
  std::vector<EarlierRow> earlier;
  std::optional<PublicWords> in_words;
};
BOOST_DESCRIBE_STRUCT(PublishedView, (),
                      (form, origin, period, asker, from_iso, from, to_iso, to, due_iso, due,
                       closed_iso, closed, published_iso, published, asked, counted, in_time,
                       position, fact, has_estimates, counted_to, estimated_from, sum_title,
                       columns, by_unit, csv, json, proof, has_earlier, earlier, in_words))

struct TakenBackView {
  static constexpr std::string_view tpl = "src/city/statistics/taken_back.tpl";
  Text form;
  std::string period, asker;
  std::string published;
  std::string at_iso, at;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakenBackView, (), (form, period, asker, published, at_iso, at, reason))

Row row_of(const Round& round, const organisation::State& tree, Language language) {
  Row row;
  row.address = public_address(round.no);
  const Form* form = find_form(round.form);
  row.form = form == nullptr ? Text{round.form, round.form} : form->title.text();
  row.period = title_of(round, language);
  row.asker = tree.unit(round.scope).name;
  const Instant at = round.publications.back().at;
  row.published_iso = iso_minute_vietnam(at);
  row.published = vietnamese(vietnam_date(at));
  row.counted = round.closing->submitted;
  row.asked = static_cast<std::uint32_t>(round.units.size());
  return row;
}

ListView look_at_list(const State& state, const Needs& needs, const Visit& visit) {
  ListView view;
  const std::vector<RoundNo> rounds = state.published();
  view.pager =
      make_pager(static_cast<std::uint32_t>(rounds.size()), visit.page(), list_path, rounds_a_page);
  const std::size_t first = std::size_t{view.pager.page - 1} * rounds_a_page;
  for (std::size_t i = first; i < std::min(rounds.size(), first + rounds_a_page); ++i) {
    view.rows.push_back(row_of(state.round(rounds[i]), needs.organisation, visit.language));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// The column of ?cot=, else the first.
std::size_t chosen_column(const Form& form, const Visit& visit) {
  const Column* found = find_column(form, visit.query("cot"));
  return found == nullptr ? 0 : static_cast<std::size_t>(found - form.columns.data());
}

std::optional<PublicEstimate> estimate_of(const RollUp& figures, std::size_t column) {
  const auto estimate = figures.estimate(column);
  if (!estimate) return std::nullopt;
  return PublicEstimate{*estimate, figures.total(column)};
}

UnitRow unit_row(const PublishedUnit& unit, std::size_t column) {
  const RollUp& figures = unit.figures;
  return {unit.name,       figures.counted,      figures.asked,
          figures.in_time, figures.sums[column], estimate_of(figures, column)};
}

std::optional<ByUnit> by_unit(const Published& published, const Visit& visit) {
  if (published.sums->units.empty()) return std::nullopt;
  const std::size_t index = chosen_column(*published.form, visit);
  const Column& column = published.form->columns[index];
  ByUnit out;
  out.code = column.code;
  out.title = column.title.text();
  out.measure = column.unit.text();
  const std::vector<PublishedUnit>& units = published.sums->units;
  out.pager = make_pager(static_cast<std::uint32_t>(units.size()), visit.page(),
                         public_address(published.no) + "?cot=" + column.code);
  const std::size_t first = std::size_t{out.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(units.size(), first + rows_per_page); ++i) {
    out.units.push_back(unit_row(units[i], index));
  }
  out.all.push_back(unit_row(published.sums->scope, index));
  return out;
}

void fill_days(PublishedView& view, const Published& published) {
  view.from_iso = iso(published.from);
  view.from = vietnamese(published.from);
  view.to_iso = iso(published.to);
  view.to = vietnamese(published.to);
  view.due_iso = iso(published.due);
  view.due = vietnamese(published.due);
  if (published.counted_to) {
    view.has_estimates = true;
    view.counted_to = vietnamese(*published.counted_to);
    view.estimated_from = vietnamese(*published.counted_to + 1);
  }
  view.closed_iso = iso_minute_vietnam(published.closing.at);
  view.closed = vietnamese(published.closing.at);
  view.published_iso = iso_minute_vietnam(published.publications.back().at);
  view.published = vietnamese(published.publications.back().at);
}

PublishedView view_of(const Published& published, const Visit& visit) {
  const std::string address = public_address(published.no);
  PublishedView view;
  view.form = published.form->title.text();
  view.origin = published.form->origin.text();
  view.period = published.title.in(visit.language);
  view.asker = published.asker;
  fill_days(view, published);
  view.sum_title = view.has_estimates ? Text{"Thực tế", "Actual"} : Text{"Tổng", "Sum"};
  const RollUp& all = published.sums->scope.figures;
  view.asked = all.asked;
  view.counted = all.counted;
  view.in_time = all.in_time;
  view.position = published.closing.position;
  view.fact = published.closing.fact();
  for (std::size_t i = 0; i < published.form->columns.size(); ++i) {
    const Column& column = published.form->columns[i];
    view.columns.push_back({column.code, column.title.text(), column.unit.text(), all.sums[i],
                            estimate_of(all, i), address + "?cot=" + column.code + "#theo-don-vi"});
  }
  view.by_unit = by_unit(published, visit);
  view.csv = address + "/tai?dang=csv";
  view.json = address + "/tai?dang=json";
  if (!published.closing.names_a_person) view.proof = address + "/bang-chung";
  for (const Publication& one : published.publications) {
    if (!one.taken_back) continue;
    view.earlier.push_back(
        {vietnamese(one.at), vietnamese(one.taken_back->at), one.taken_back->reason});
  }
  view.has_earlier = !view.earlier.empty();
  if (published.narrative) view.in_words = PublicWords{*published.narrative};
  return view;
}

std::vector<App::Crumb> crumbs(Language language, std::string here) {
  return below_home(language,
                    {{list_title().in(language), list_path}, {std::move(here), std::nullopt}});
}

// In the place of figures that are no longer public.
http::Response taken_back(const App& app, const Published& published, const Visit& visit) {
  const Publication& last = published.publications.back();
  TakenBackView view;
  view.form = published.form->title.text();
  view.period = published.title.in(visit.language);
  view.asker = published.asker;
  view.published = vietnamese(last.at);
  view.at_iso = iso_minute_vietnam(last.taken_back->at);
  view.at = vietnamese(last.taken_back->at);
  view.reason = last.taken_back->reason;
  http::Response gone =
      app.show(visit, {"Số liệu đã được rút lại", "These figures were taken back"}, view,
               crumbs(visit.language, view.period));
  gone.status = 410;
  return gone;
}

http::Response file_of(const App& app, const Published& published, const Visit& visit) {
  const std::string name = "so-lieu-cong-khai-" + std::to_string(published.no.value);
  http::Response file =
      visit.query("dang") == "json"
          ? http::file(open_json(published, app.public_url), "application/json", name + ".json")
          : http::csv(open_csv(published), name + ".csv");
  // It may be taken back: whoever kept it asks again.
  if (visit.actor.kind == Actor::Kind::Nobody) file.with("Cache-Control", "no-cache");
  return file;
}

Result<Published> published_at(const App& app, const State& state, const Needs& needs,
                               KeptSums& kept, const Visit& visit) {
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  return app.engine.read([&] { return published_of(state, needs, no, kept); });
}

PublishedSums add_up(const Round& round, const Form& form, const organisation::State& tree) {
  const std::vector<RollUp> all = roll_up(round, form, tree, Counting::AsClosed);
  const organisation::Unit& scope = tree.unit(round.scope);
  PublishedSums out;
  out.scope = {scope.code, scope.name, all[scope.no.index()]};
  // As the fact says them, which is what the proof shows.
  out.scope.figures.counted = round.closing->submitted;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const std::string& code = form.columns[i].code;
    out.scope.figures.sums[i] = round.closing->sum(code);
    if (round.counted_to) {
      out.scope.figures.estimates[i] = round.closing->estimate(code).value_or(0);
    }
  }
  if (round.asks(scope.no)) {
    out.units.push_back(
        {scope.code, scope.name, own_figures(round, form, scope.no, Counting::AsClosed)});
  }
  for (const UnitNo child : scope.children) {
    const RollUp& figures = all[child.index()];
    if (figures.asked == 0) continue;
    out.units.push_back({tree.unit(child).code, tree.unit(child).name, figures});
  }
  return out;
}

}  // namespace

KeptSums::Sums KeptSums::find(std::uint64_t closing) const {
  const std::lock_guard guard(mutex_);
  const auto found = all_.find(closing);
  return found == all_.end() ? nullptr : found->second;
}

void KeptSums::keep(std::uint64_t closing, Sums sums) {
  const std::lock_guard guard(mutex_);
  all_[closing] = std::move(sums);
}

Result<Published> published_of(const State& state, const Needs& needs, RoundNo no, KeptSums& kept) {
  TRY_ASSIGN(const Round* round, state.find_published(no));
  TRY_ASSIGN(const Form* form, form_of(*round));
  Published out;
  out.no = no;
  out.form = form;
  out.from = round->from;
  out.to = round->to;
  out.due = round->due;
  out.counted_to = round->counted_to;
  out.title = period_title(*round);
  out.asker = needs.organisation.unit(round->scope).name;
  out.closing = *round->closing;
  out.publications = round->publications;
  if (!out.is_public()) return out;
  out.narrative = public_narrative(state, *round, *form, needs.organisation);
  const std::uint64_t closing = out.closing.fact();
  out.sums = kept.find(closing);
  if (out.sums == nullptr) {
    out.sums = std::make_shared<const PublishedSums>(add_up(*round, *form, needs.organisation));
    kept.keep(closing, out.sums);
  }
  return out;
}

void install_published(App& app, const State& state, Needs needs) {
  const auto kept = std::make_shared<KeptSums>();
  app.routes.get(
      list_path, Right::Public,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        const ListView view = app.engine.read([&] { return look_at_list(state, needs, visit); });
        return app.show(visit, list_title(), view,
                        below_home(visit.language, {{list_title().in(visit.language), {}}}));
      });
  app.routes.get("/so-lieu-cong-khai/{round}", Right::Public,
                 [&app, &state, needs, kept](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const Published found, published_at(app, state, needs, *kept, visit));
                   if (!found.is_public()) return taken_back(app, found, visit);
                   const PublishedView view = view_of(found, visit);
                   const std::string heading = view.form.in(visit.language) + ": " + view.period;
                   return app.show(visit, {heading, heading}, view,
                                   crumbs(visit.language, view.period));
                 });
  app.routes.get("/so-lieu-cong-khai/{round}/tai", Right::Public,
                 [&app, &state, needs, kept](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const Published found, published_at(app, state, needs, *kept, visit));
                   if (!found.is_public()) return taken_back(app, found, visit);
                   return file_of(app, found, visit);
                 });
}

}  // namespace lantoa::city::statistics
