// Follower: keeps the index of what is public up to date. Folds only say what changed, so replaying
// a ledger costs nothing; the entries are made afterwards, by a thread of its own as soon as the
// house runs, and by whoever searches before that thread came to it. What was taken off the portal
// is gone from the first answer after.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "city/search/subject.h"
#include "platform/search/index.h"

namespace lantoa::city::search {

// So many changes whoever searches waits for; more of them the thread brings in, and pages say so.
constexpr std::size_t changes_waited_for_max = 400;

class Follower {
 public:
  // As the public sees it now; nothing: it does not. Takes the state's lock itself.
  using Source = std::function<std::optional<lantoa::search::Entry>(const Subject&)>;

  explicit Follower(std::filesystem::path folder);  // whose disk keeps the texts
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  void follow(Source source);  // once, before anything changes

  void changed(const Subject& subject);  // from folds; cheap
  void start();
  void stop();

  // Brings the index up to date and says how many changes it still lacks: none, but while the
  // thread is busy with very many. Unavailable when the index cannot be written.
  Result<std::size_t> catch_up();
  const lantoa::search::Index& index() const { return index_; }

 private:
  using Changes = std::map<Subject, std::uint64_t>;

  void run();
  Result<void> index_some();
  Result<void> write(const Changes& some);
  Changes some_waiting() const;
  std::size_t waiting() const;
  bool is_running() const;

  lantoa::search::Index index_;
  Source source_;
  std::mutex indexing_;

  mutable std::mutex mutex_;  // of what is below
  std::condition_variable woken_;
  Changes waiting_;  // with which change of all it was
  std::uint64_t changes_ = 0;
  bool running_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace lantoa::city::search
