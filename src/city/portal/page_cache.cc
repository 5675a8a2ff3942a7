#include "city/portal/page_cache.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t marker_random_bytes = 16;
constexpr std::size_t tag_digits = 32;

}  // namespace

CachedPage::CachedPage(const http::Response& drawn, std::string_view marker, ArticleNo of,
                       PageStamp seen)
    : text(drawn.body, marker),
      gzip(text),
      article(of),
      stamp(seen),
      content_type(drawn.header("Content-Type")) {
  if (!text.slots().empty()) return;
  copy.etag = '"' + crypto::hex(crypto::sha256(drawn.body)).substr(0, tag_digits) + '"';
  copy.last_modified = drawn.header("Last-Modified");
}

PageCache::PageCache(crypto::Random& random, Clock& clock, std::size_t bytes_max)
    : clock_(clock),
      bytes_max_(bytes_max),
      marker_(crypto::hex(random.bytes(marker_random_bytes))) {}

PageStamp PageCache::stamp() const { return {facts_, figures_, clock_.now()}; }

bool PageCache::is_good(const PageStamp& stamp) const {
  if (stamp.facts != facts_) return false;
  if (stamp.figures == figures_) return true;
  const std::int64_t age_ms = clock_.now().ms - stamp.at.ms;
  return age_ms >= 0 && age_ms < figures_age_ms_max;  // a clock set back makes it old
}

void PageCache::put(Language language, const std::string& path, Page page) {
  if (!is_good(page->stamp)) return;
  const std::size_t bytes = sizeof(CachedPage) + page->text.size_bytes() + page->gzip.size_bytes() +
                            sizeof(Entry) + 2 * path.size();
  if (bytes > bytes_max_) return;
  const std::lock_guard guard(mutex_);
  Key key(language, path);
  if (const auto old = pages_.find(key); old != pages_.end()) drop(old);
  while (bytes_ + bytes > bytes_max_) drop(pages_.find(used_.back()));
  used_.push_front(key);
  bytes_ += bytes;
  pages_.emplace(std::move(key), Entry{std::move(page), bytes, used_.begin()});
}

PageCache::Page PageCache::find(Language language, const std::string& path) {
  const std::lock_guard guard(mutex_);
  const auto found = pages_.find(Sought(language, path));
  if (found == pages_.end()) return nullptr;
  if (!is_good(found->second.page->stamp)) {
    drop(found);
    return nullptr;
  }
  used_.splice(used_.begin(), used_, found->second.place);
  return found->second.page;
}

void PageCache::drop(Pages::iterator entry) {
  bytes_ -= entry->second.bytes;
  used_.erase(entry->second.place);
  pages_.erase(entry);
}

std::size_t PageCache::size_bytes() const {
  const std::lock_guard guard(mutex_);
  return bytes_;
}

}  // namespace lantoa::city::portal
