// The reactor by itself: what is posted to it runs once, uncopied, and goes when it has run.
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "platform/http/epoll_reactor.h"

namespace lantoa::http {
namespace {

// Counts how often it is copied.
struct Cargo {
  explicit Cargo(std::atomic<int>& counter) : copies(&counter) {}
  Cargo(const Cargo& other) : copies(other.copies) { ++*copies; }
  Cargo(Cargo&&) noexcept = default;
  Cargo& operator=(const Cargo&) = delete;
  Cargo& operator=(Cargo&&) = delete;
  ~Cargo() = default;
  std::atomic<int>* copies;
};

TEST(Reactor, ATaskRunsUncopiedAndGoesBeforeTheNext) {
  EpollReactor reactor;
  std::atomic<int> copies{0};
  std::promise<long> left;
  const auto held = std::make_shared<int>(0);
  reactor.post([cargo = Cargo(copies), held] { ++*held; });
  reactor.post([&left, seen = std::weak_ptr(held)] { left.set_value(seen.use_count()); });
  reactor.start([] {}, [] {});
  EXPECT_EQ(left.get_future().get(), 1);  // the test's own
  EXPECT_EQ(*held, 1);
  EXPECT_EQ(copies, 0);
  reactor.stop();
}

TEST(Reactor, SettlesAmongManyTasksAndBeforeItWaits) {
  EpollReactor reactor;
  constexpr int tasks = 1'000;
  std::atomic<int> unsettled{0};
  std::atomic<int> most{0};
  std::promise<void> done;
  for (int n = 1; n <= tasks; ++n) reactor.post([&] { most = std::max(most.load(), ++unsettled); });
  reactor.post([&] { reactor.post([&] { done.set_value(); }); });  // a turn later
  reactor.start([] {}, [&] { unsettled = 0; });
  done.get_future().get();
  EXPECT_EQ(unsettled, 0);
  EXPECT_LT(most, 100);
  reactor.stop();
}

TEST(Reactor, WhatStillWaitsIsDestroyedAtStop) {
  EpollReactor reactor;
  const auto held = std::make_shared<int>(0);
  reactor.post([held] { ++*held; });
  reactor.stop();
  reactor.post([held] { ++*held; });
  EXPECT_EQ(held.use_count(), 1);
  EXPECT_EQ(*held, 0);
}

}  // namespace
}  // namespace lantoa::http
