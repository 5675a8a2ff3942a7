#include "platform/http/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <thread>

namespace lantoa::http {
namespace {

std::size_t threads() {
  const std::filesystem::directory_iterator all("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// A thread that was joined stands in the list a moment longer: counted once nothing changes.
std::size_t threads_at_rest() {
  std::size_t now = threads();
  for (int same = 0; same < 20; ++same) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const std::size_t next = threads();
    if (next != now) same = 0;
    now = next;
  }
  return now;
}

// What is told to a program before its first task must reach the thread that waits for it.
TEST(Workers, BeginWithTheirFirstTask) {
  const std::size_t before = threads_at_rest();
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

// A thread that waits takes the next task. One that has just ended its task may not wait again yet
// when the next comes, so some may begin, but by far not one for each task.
TEST(Workers, OneAfterTheOtherNeedFewThreads) {
  const std::size_t before = threads_at_rest();
  Workers workers(40, 10);
  for (int i = 0; i < 40; ++i) {
    std::promise<void> done;
    ASSERT_TRUE(workers.submit([&] { done.set_value(); }));
    done.get_future().get();
  }
  EXPECT_LT(threads(), before + 20);
}

// Of four tasks the last begins after three rests: no sooner on any machine.
TEST(Workers, RestAfterEachTask) {
  constexpr std::chrono::milliseconds rest(20);
  Workers workers(1, 10, rest);
  std::promise<void> last;
  std::atomic<int> done = 0;
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(workers.submit([&] {
      if (++done == 4) last.set_value();
    }));
  }
  last.get_future().get();
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 3 * rest);
}

TEST(Workers, StopWhileTheyRest) {
  Workers workers(1, 10, std::chrono::hours(1));
  std::promise<void> done;
  ASSERT_TRUE(workers.submit([&] { done.set_value(); }));
  done.get_future().get();
  ASSERT_TRUE(workers.submit([] { FAIL() << "it rests for an hour"; }));
  workers.stop();
}

TEST(Workers, GoOnAfterATaskThatThrew) {
  Workers workers(1, 4);
  ASSERT_TRUE(workers.submit([] { throw std::runtime_error("a task's own fault"); }));
  std::promise<void> done;
  ASSERT_TRUE(workers.submit([&done] { done.set_value(); }));
  EXPECT_EQ(done.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
}

TEST(Workers, TakeNothingOnceStopped) {
  Workers workers(1, 10);
  workers.stop();
  EXPECT_FALSE(workers.submit([] {}));
}

}  // namespace
}  // namespace lantoa::http
