// The index beside the library it stands on, over the same 10,000 texts of 400 words and for the
// same queries: here ten hits with their marks, their snippets and the counts of three facets;
// there the library alone, which finds ten entries by the same folded words and reads their titles.
// Before anything is measured both must find as many. bench/search.mjs makes the rows.
#include <benchmark/benchmark.h>
#include <xapian.h>

#include "kernel/assert.h"
#include "platform/search/bench_corpus.h"
#include "platform/search/folder.h"
#include "platform/search/index.h"

namespace lantoa::search {
namespace {

constexpr std::uint32_t articles = 10'000;
constexpr std::size_t words_of_article = 400;
constexpr std::size_t entries_of_commit = 200;
constexpr std::uint32_t hits_shown = 10;
constexpr std::size_t compared = 50;

// The library as its manual shows it: a term a word, all of them asked for, the best ten.
class Plain {
 public:
  Plain()
      : folder_(*TemporaryFolder::make(std::filesystem::temp_directory_path())),
        database_((folder_.path() / "plain").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC) {}

  void put(const std::string& title, const std::string& text) {
    Xapian::Document document;
    Xapian::termpos place = 0;
    for (const std::string* part : {&title, &text}) {
      for (const QueryWord& word : words(*part)) {
        document.add_posting(word.keys.folded, ++place);
      }
    }
    document.set_data(title);
    database_.add_document(document);
  }
  void commit() { database_.commit(); }

  std::uint32_t find(const Query& query, std::vector<std::string>& titles) {
    std::vector<std::string> terms;
    for (const QueryWord& word : query.words) terms.push_back(word.keys.folded);
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
    const auto matched = enquire.get_mset(0, hits_shown, articles);
    titles.clear();
    for (auto at = matched.begin(); at != matched.end(); ++at) {
      titles.push_back(at.get_document().get_data());
    }
    return matched.get_matches_estimated();
  }

 private:
  static std::vector<QueryWord> words(std::string_view text) {
    std::vector<QueryWord> out;
    for (const viet::Word& word : viet::words_of(text)) out.push_back({keys_of(word.in(text))});
    return out;
  }

  TemporaryFolder folder_;
  Xapian::WritableDatabase database_;
};

struct World {
  Index index{std::filesystem::temp_directory_path()};
  Plain plain;
  std::vector<std::string> texts;

  World() {
    BenchWriter writer;
    for (std::uint32_t no = 1; no <= articles; ++no) {
      const std::string title = writer.text(10);
      texts.push_back(writer.text(words_of_article));
      Entry entry;
      entry.id = "bai/" + std::to_string(no);
      entry.title = title;
      entry.text = texts.back();
      entry.facets = {"bai", std::to_string(no % 600), std::to_string(2015 + no % 10)};
      entry.order = no;
      ASSERT(index.put(entry).has_value());
      plain.put(title, entry.text);
      if (no % entries_of_commit == 0) commit();
    }
    commit();
    compare();
  }
  void commit() {
    ASSERT(index.commit().has_value());
    plain.commit();
  }
  Found find(const Query& query) {
    auto found = index.find({query, {}, {}, {"", "", ""}, 0, hits_shown});
    ASSERT(found.has_value());
    return *std::move(found);
  }
  void compare() {
    BenchQueries queries;
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < compared; ++i) {
      const Query query = parse_query(queries.next(texts, 1 + i % 4));
      ASSERT(find(query).total == plain.find(query, titles));
    }
  }
};

World& world() {
  static World one;
  return one;
}

template <class Find>
void measure(benchmark::State& state, Find find) {
  BenchQueries queries;  // the same from the start for both
  world();
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    const Query query =
        parse_query(queries.next(world().texts, static_cast<std::size_t>(state.range(0))));
    state.ResumeTiming();
    find(query);
  }
}

void ours(benchmark::State& state) {
  measure(state, [](const Query& query) { benchmark::DoNotOptimize(world().find(query)); });
}
BENCHMARK(ours)->Arg(1)->Arg(2)->Arg(4)->Unit(benchmark::kMillisecond)->Iterations(500);

void plain(benchmark::State& state) {
  std::vector<std::string> titles;
  measure(state,
          [&](const Query& query) { benchmark::DoNotOptimize(world().plain.find(query, titles)); });
}
BENCHMARK(plain)->Arg(1)->Arg(2)->Arg(4)->Unit(benchmark::kMillisecond)->Iterations(500);

}  // namespace
}  // namespace lantoa::search

BENCHMARK_MAIN();
