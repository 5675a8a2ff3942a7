// Searching 10,000 articles of about 400 words, 1,000 documents and the follower that indexes them.
// Before anything is measured, what a query finds is compared with a scan of the texts.
//
//   search_bench [--benchmark_…] [ARTICLES [FOLDER]]
//
// for another number of articles; in the folder are written texts and queries, so that others can
// be asked the same, with how many were found and the milliseconds it took, how fast each tenth of
// everything was indexed, and the MiB of memory that the index took: bench/search.mjs.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <fstream>

#include "city/search/asked.h"
#include "viet/unicode.h"

namespace lantoa::city::search {
namespace {

using lantoa::search::Entry;
using lantoa::search::Index;

using Clock = std::chrono::steady_clock;

struct Wanted {
  std::uint32_t articles = 10'000;
  std::filesystem::path texts;  // empty: not written
};

Wanted& wanted() {
  static Wanted one;
  return one;
}

constexpr std::uint32_t queries_written = 200;
constexpr std::size_t times_asked = 5;  // each of them
constexpr std::uint32_t documents = 1'000;
constexpr std::size_t words_of_article = 400;
constexpr std::size_t vocabulary = 3'000;

// A few syllables stand for much of a text, most for little: as rank goes up, frequency goes down.
class Writer {
 public:
  std::string word() {
    const double x = static_cast<double>(next() % 1'000'000) / 1'000'000;
    const auto rank = static_cast<std::size_t>(static_cast<double>(vocabulary) * x * x * x);
    static constexpr const char* heads[] = {"đ", "ph", "kh", "ch", "t", "l", "th", "ng", "qu", "m"};
    static constexpr const char* tails[] = {"ất", "ường", "òa",  "ính", "uyền",
                                            "ối", "ĩ",    "ạch", "àn",  "ầu"};
    return std::string(heads[rank % 10]) + tails[rank / 10 % 10] +
           (rank >= 100 ? std::to_string(rank / 100) : "");
  }
  std::string text(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i == 0 ? "" : " ") + word();
    return out;
  }

 private:
  std::uint64_t next() {
    state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    return state_ >> 33;
  }
  std::uint64_t state_ = 1;
};

// Of this process, as the kernel counts it.
double resident_mib() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1'024;  // said in KiB
  }
  ASSERT(false);
  return 0;
}

struct World {
  Index index{std::filesystem::temp_directory_path()};
  std::vector<Entry> entries;
  std::vector<double> rates;  // entries a second, of each tenth
  double memory_mib = 0;      // that filling took

  World() {
    Writer writer;
    for (std::uint32_t no = 1; no <= wanted().articles; ++no) {
      entries.push_back({"bai/" + std::to_string(no),
                         writer.text(10),
                         writer.text(words_of_article),
                         "",
                         {},
                         {"bai", std::to_string(no % 600), std::to_string(2015 + no % 10)},
                         no});
    }
    for (std::uint32_t no = 1; no <= documents; ++no) {
      const std::string number = std::to_string(no) + "/2021/NĐ-CP";
      entries.push_back({"van-ban/" + std::to_string(no),
                         "Nghị định " + number,
                         writer.text(20),
                         "",
                         keys_of_document("Nghị định", number, to_date({2021, 3, 1})),
                         {"van-ban", "Chính phủ", "2021"},
                         no});
    }
    const double before = resident_mib();
    fill();
    memory_mib = resident_mib() - before;
    compare(query(2));
    if (!wanted().texts.empty()) write_to(wanted().texts);
  }

  // Folded, so that whoever reads them needs no rules of Vietnamese.
  void write_to(const std::filesystem::path& folder) {
    std::ofstream texts(folder / "texts.tsv");
    for (std::size_t i = 0; i < entries.size(); ++i) {
      texts << i + 1 << '\t' << viet::fold(entries[i].title + " " + entries[i].text) << '\n';
    }
    std::ofstream queries(folder / "queries.tsv");
    for (std::uint32_t i = 0; i < queries_written; ++i) {
      const std::string typed = query(2);
      std::uint32_t total = 0;
      std::vector<double> took_ms;
      for (std::size_t time = 0; time < times_asked; ++time) {
        const auto began = Clock::now();
        total = find(typed).total;
        took_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
      }
      std::sort(took_ms.begin(), took_ms.end());
      queries << viet::fold(typed) << '\t' << total << '\t' << took_ms[times_asked / 2] << '\n';
    }
    std::ofstream indexed(folder / "rates.tsv");
    for (const double rate : rates) indexed << rate << '\n';
    std::ofstream memory(folder / "memory.tsv");
    memory << memory_mib << '\n';
    ASSERT(texts.flush() && queries.flush() && indexed.flush() && memory.flush());
  }

  // In the follower's bites, each committed before the next.
  void fill() {
    constexpr std::size_t bite = 200;
    const std::size_t tenth = std::max(bite, entries.size() / 10 / bite * bite);
    std::size_t put = 0;
    auto began = Clock::now();
    for (const Entry& entry : entries) {
      ASSERT(index.put(entry).has_value());
      if (++put % bite == 0) ASSERT(index.commit().has_value());
      if (put % tenth != 0) continue;
      const auto now = Clock::now();
      rates.push_back(static_cast<double>(tenth) /
                      std::chrono::duration<double>(now - began).count());
      began = now;
    }
    ASSERT(index.commit().has_value());
  }

  // Words that stand together in some article.
  std::string query(std::size_t words) {
    const std::string& text = entries[(asked_ += 7) % wanted().articles].text;
    std::size_t at = text.find(' ', asked_ % 1'000) + 1;
    std::size_t end = at;
    for (std::size_t i = 0; i < words; ++i) end = text.find(' ', end + 1);
    return text.substr(at, end - at);
  }

  lantoa::search::Found find(std::string_view typed) {
    Asked asked;
    asked.query = lantoa::search::parse_query(typed);
    const auto ask = ask_of(asked, read_reference(asked.query), index);
    auto found = index.find(ask);
    ASSERT(found.has_value());
    return *std::move(found);
  }

  void compare(const std::string& typed) {
    const auto count = std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      const auto words = lantoa::search::parse_query(typed).words;
      const std::string text = " " + viet::fold(entry.title + " " + entry.text) + " ";
      return std::all_of(words.begin(), words.end(), [&](const auto& word) {
        return text.find(" " + word.keys.folded + " ") != std::string::npos;
      });
    });
    ASSERT(find(typed).total == static_cast<std::uint32_t>(count));
  }

 private:
  std::size_t asked_ = 0;
};

World& world() {
  static World one;
  return one;
}

// The median and the slowest hundredth stand beside the mean.
void measure(benchmark::State& state, const std::function<std::string()>& next) {
  std::vector<double> took_ms;
  world();  // filled before anything is measured, whichever comes first
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    const std::string typed = next();
    state.ResumeTiming();
    const auto began = Clock::now();
    benchmark::DoNotOptimize(world().find(typed));
    took_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
  }
  std::sort(took_ms.begin(), took_ms.end());
  state.counters["p50_ms"] = took_ms[took_ms.size() / 2];
  state.counters["p99_ms"] = took_ms[took_ms.size() * 99 / 100];
}

void words(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  measure(state, [&] { return world().query(count); });
}
BENCHMARK(words)->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Unit(benchmark::kMillisecond);

void without_marks(benchmark::State& state) {
  measure(state, [] { return viet::fold(world().query(2)); });
}
BENCHMARK(without_marks)->Unit(benchmark::kMillisecond);

void phrase(benchmark::State& state) {
  measure(state, [] { return "\"" + world().query(3) + "\""; });
}
BENCHMARK(phrase)->Unit(benchmark::kMillisecond);

void number(benchmark::State& state) {
  std::uint32_t no = 0;
  measure(state, [&no] { return "nđ " + std::to_string(++no % documents + 1); });
}
BENCHMARK(number)->Unit(benchmark::kMillisecond);

void complete(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    std::string typed = world().query(1);
    typed.resize(2);
    const auto query = lantoa::search::parse_query("nghị " + typed);
    state.ResumeTiming();
    benchmark::DoNotOptimize(world().index.complete(query, 8));
  }
}
BENCHMARK(complete)->Unit(benchmark::kMillisecond);

}  // namespace

void read_arguments(int argc, char** argv) {
  if (argc > 1) wanted().articles = static_cast<std::uint32_t>(std::stoul(argv[1]));
  if (argc > 2) wanted().texts = argv[2];
}

}  // namespace lantoa::city::search

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);  // takes its own away
  lantoa::city::search::read_arguments(argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
