#include "platform/http/workers.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>

namespace lantoa::http {
namespace {

std::size_t threads() {
  const std::filesystem::directory_iterator all("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// What is told to a program before its first task must reach the thread that waits for it.
TEST(Workers, BeginWithTheirFirstTask) {
  const std::size_t before = threads();
  Workers workers(3, 10);
  EXPECT_EQ(threads(), before);
  std::promise<void> done;
  ASSERT_TRUE(workers.submit([&] { done.set_value(); }));
  done.get_future().get();
  EXPECT_EQ(threads(), before + 1);
}

TEST(Workers, WorkAtOnceUpToTheirNumber) {
  Workers workers(3, 10);
  std::promise<void> go_on;
  const std::shared_future<void> all_there = go_on.get_future().share();
  std::atomic<int> there = 0;
  std::promise<void> last;
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(workers.submit([&, all_there] {
      const int now = ++there;
      if (now <= 3) all_there.wait();
      if (now == 4) last.set_value();
    }));
  }
  while (there < 3) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(there, 3);
  go_on.set_value();
  last.get_future().get();
}

// A thread that waits takes the next task; no other begins for it.
TEST(Workers, OneAfterTheOtherNeedOneThread) {
  const std::size_t before = threads();
  Workers workers(3, 10);
  for (int i = 0; i < 20; ++i) {
    std::promise<void> done;
    ASSERT_TRUE(workers.submit([&] { done.set_value(); }));
    done.get_future().get();
  }
  EXPECT_LE(threads(), before + 2);  // the last one may not wait again yet when the next comes
}

TEST(Workers, TakeNothingOnceStopped) {
  Workers workers(1, 10);
  workers.stop();
  EXPECT_FALSE(workers.submit([] {}));
}

}  // namespace
}  // namespace lantoa::http
