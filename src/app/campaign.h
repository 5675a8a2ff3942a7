// The demo's data: Hà Nội's tree of 2021, people who are clearly synthetic, the two documents, the
// plan of 12/5/2021 and its article, all of it through the same commands that officers send.
#pragma once

#include <string>
#include <vector>

#include "app/setup.h"

namespace lantoa::app {

// The clock of the demo: set by hand while loading, then running `speed` times as fast as the real
// one.
class VirtualClock : public Clock {
 public:
  Instant now() override;
  void set(Instant at);  // stands still
  void run(Instant from, std::uint32_t speed);

 private:
  std::mutex mutex_;
  Instant base_;
  Instant real_base_;
  std::uint32_t speed_ = 0;
  SystemClock real_;
};

// Everything until the article is on the portal at 10:32 on 13/05/2021.
Result<void> load_campaign(House& house, VirtualClock& clock, std::uint32_t persons);

// Another of demo_articles(), started an hour before `when` and published then.
Result<void> publish_follow_up(House& house, VirtualClock& clock, std::size_t which, Instant when);

}  // namespace lantoa::app
