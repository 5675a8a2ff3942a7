// PageCache: rendered public pages by address and language, with the views of articles as slots. A
// page is good as long as no fact arrived that changes what pages say; figures that change often
// (receipts) may be a second old. Any thread; never waits for more than another look-up.
//
//   const auto stamp = engine.read([&] { copy what the page needs; return cache.stamp(); });
//   cache.put(language, path, std::make_shared<const CachedPage>(drawn, cache.marker(), article,
//   stamp));
#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "city/numbers.h"
#include "kernel/text.h"
#include "kernel/time.h"
#include "platform/crypto/crypto.h"
#include "platform/http/negotiate.h"
#include "platform/http/spliced.h"

namespace lantoa::city::portal {

constexpr std::size_t page_cache_bytes_max = 64 * 1024 * 1024;
constexpr std::int64_t figures_age_ms_max = 1'000;

// What of the ledger a page has seen, and when.
struct PageStamp {
  std::uint64_t facts = 0;
  std::uint64_t figures = 0;
  Instant at;
};

struct CachedPage {
  http::Spliced text;
  http::SplicedGzip gzip;
  ArticleNo article;  // whose views an answer adds to; none: of no article
  PageStamp stamp;
  std::string content_type;
  // A page with slots says something new at nearly every answer, so it has no tag.
  http::Copy copy;

  CachedPage(const http::Response& drawn, std::string_view marker, ArticleNo of, PageStamp seen);
};

class PageCache {
 public:
  using Page = std::shared_ptr<const CachedPage>;

  PageCache(crypto::Random& random, Clock& clock, std::size_t bytes_max = page_cache_bytes_max);

  const std::string& marker() const { return marker_; }  // of the slots, this run's secret
  std::string slot(ArticleNo article) const { return http::slot_mark(marker_, article.value); }

  void facts_changed() { ++facts_; }      // by folds
  void figures_changed() { ++figures_; }  // by folds
  PageStamp stamp() const;                // where the state stands still

  void put(Language language, const std::string& path, Page page);
  Page find(Language language, const std::string& path);  // nullptr: render it
  std::size_t size_bytes() const;

 private:
  using Key = std::pair<Language, std::string>;
  using Sought = std::pair<Language, std::string_view>;
  struct Entry {
    Page page;
    std::size_t bytes = 0;
    std::list<Key>::iterator place;
  };

  bool is_good(const PageStamp& stamp) const;
  struct Before {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return Sought(a.first, a.second) < Sought(b.first, b.second);
    }
  };
  using Pages = std::map<Key, Entry, Before>;
  void drop(Pages::iterator entry);

  Clock& clock_;
  const std::size_t bytes_max_;
  const std::string marker_;
  std::atomic<std::uint64_t> facts_{0};
  std::atomic<std::uint64_t> figures_{0};

  mutable std::mutex mutex_;
  Pages pages_;
  std::list<Key> used_;  // the longest unused last
  std::size_t bytes_ = 0;
};

}  // namespace lantoa::city::portal
