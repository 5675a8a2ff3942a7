// What readers said of one article, for the officers who see it in their office: counted by answer
// and reason, each count leading to the ratings behind it.
#include <functional>

#include "city/rating/rating.h"

namespace lantoa::city::rating {
namespace {

struct Row {
  std::string number;
  std::string at;
  bool helpful = false;
  std::optional<Text> reason;
  std::optional<std::string> words;
  bool erased = false;
};
BOOST_DESCRIBE_STRUCT(Row, (), (number, at, helpful, reason, words, erased))

struct OfficeView {
  static constexpr std::string_view tpl = "src/city/rating/office.tpl";
  std::string title;
  std::string back;
  std::uint32_t all = 0;
  std::uint32_t helpful = 0;
  std::string shown_min;
  std::string kept_days;
  Chips chips;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(OfficeView, (),
                      (title, back, all, helpful, shown_min, kept_days, chips, has_rows, rows,
                       pager))

struct Filter {
  const char* code;  // empty: all
  Text label;
  std::function<bool(const Rating&)> takes;
};

const std::vector<Filter>& filters() {
  static const std::vector<Filter> all = [] {
    std::vector<Filter> out{
        {"", {"Tất cả", "All"}, [](const Rating&) { return true; }},
        {"co", {"Có ích", "Helped"}, [](const Rating& one) { return one.helpful; }},
        {"khong", {"Chưa có ích", "Did not help"}, [](const Rating& one) { return !one.helpful; }},
        {"co-loi", {"Có lời", "With words"}, [](const Rating& one) { return one.has_words; }}};
    for (const ReasonCode& one : reason_codes) {
      out.push_back({one.code, title(one.reason), [reason = one.reason](const Rating& rating) {
                       return rating.reason == reason;
                     }});
    }
    return out;
  }();
  return all;
}

Row row_of(const Rating& rating) {
  Row row;
  row.number = std::to_string(rating.no.value);
  row.at = vietnamese(rating.at);
  row.helpful = rating.helpful;
  if (rating.reason) row.reason = title(*rating.reason);
  row.erased = rating.had_words && !rating.has_words;
  return row;
}

struct Found {
  OfficeView view;
  std::vector<RatingNo> with_words;  // number by row; none: of one without
};

// Newest first.
void choose(const State& state, ArticleNo no, const Visit& visit, Found& found) {
  const std::string wanted = visit.query("loai");
  const Filter* chosen = &filters().front();
  for (const Filter& one : filters()) {
    if (wanted == one.code) chosen = &one;
  }
  const std::string address = content::office_address(no) + "/danh-gia";
  const auto address_of = [&](const Filter& one) {
    return *one.code == '\0' ? address : address + "?loai=" + one.code;
  };
  found.view.chips.heading = {"Xem theo", "Show"};
  std::vector<RatingNo> taken;
  for (const Filter& one : filters()) {
    std::uint32_t count = 0;
    for (const RatingNo rating : state.of_article(no)) {
      if (!one.takes(state.rating(rating))) continue;
      ++count;
      if (&one == chosen) taken.push_back(rating);
    }
    found.view.chips.list.push_back({address_of(one), one.label, count, &one == chosen});
  }
  const auto rows = static_cast<std::uint32_t>(taken.size());
  found.view.pager = make_pager(rows, visit.page(), address_of(*chosen));
  const std::uint32_t first = (found.view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const Rating& rating = state.rating(taken[rows - 1 - i]);
    found.view.rows.push_back(row_of(rating));
    found.with_words.push_back(rating.has_words ? rating.no : RatingNo{});
  }
  found.view.has_rows = rows > 0;
}

Result<Found> look_at(const State& state, const Needs& needs, const Visit& visit, ArticleNo no) {
  TRY_ASSIGN(const content::Article* article, needs.articles.find(no));
  TRY(needs.organisation.require(visit.actor, Right::Work, article->unit));
  Found found;
  found.view.title = article->latest().title;
  found.view.back = content::office_address(no);
  const Counts counts = state.counts(no);
  found.view.all = counts.all;
  found.view.helpful = counts.helpful;
  found.view.shown_min = std::to_string(ratings_shown_min);
  found.view.kept_days = std::to_string(kept_days);
  choose(state, no, visit, found);
  return found;
}

Result<void> fill_words(ledger::Vault& vault, Found& found) {
  for (std::size_t i = 0; i < found.with_words.size(); ++i) {
    if (!found.with_words[i]) continue;
    Row& row = found.view.rows[i];
    TRY_ASSIGN(row.words, vault.open(words_id(found.with_words[i])));
    row.erased = !row.words;  // meanwhile
  }
  return {};
}

}  // namespace

void install_office(App& app, const State& state, Needs needs) {
  app.routes.get("/bai-viet/{article}/danh-gia", Right::Work,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
                   TRY_ASSIGN(Found found,
                              app.engine.read([&] { return look_at(state, needs, visit, no); }));
                   TRY(fill_words(app.vault, found));
                   const Text articles{"Bài viết", "Articles"};
                   const Text heading{"Đánh giá của bạn đọc", "Readers’ ratings"};
                   return app.show(visit, heading, found.view,
                                   {{articles.in(visit.language), "/bai-viet"},
                                    App::named(found.view.title, found.view.back),
                                    {heading.in(visit.language), {}}});
                 });
}

}  // namespace lantoa::city::rating
