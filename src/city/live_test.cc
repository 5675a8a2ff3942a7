#include "city/live.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace lantoa::city {
namespace {

class OpenPage : public http::Stream {
 public:
  bool send(std::string_view, std::string_view data, std::string_view) override {
    const std::lock_guard guard(mutex_);
    if (!open_) return false;
    last_ = data;
    return true;
  }
  bool is_open() const override {
    const std::lock_guard guard(mutex_);
    return open_;
  }
  std::size_t room() const override { return 1'000; }
  void leave() {
    const std::lock_guard guard(mutex_);
    open_ = false;
  }
  std::string last() const {
    const std::lock_guard guard(mutex_);
    return last_;
  }

 private:
  mutable std::mutex mutex_;
  bool open_ = true;
  std::string last_;
};

template <class Condition>
bool comes_true(Condition condition) {
  for (int i = 0; i < 500 && !condition(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return condition();
}

class Live : public ::testing::Test {
 protected:
  Live() { hub.start(); }
  std::optional<LiveFigures> now() {
    if (!allowed) return std::nullopt;
    return LiveFigures{{"all", "9"}, {"reached", std::to_string(figure)}};
  }

  std::atomic<int> figure = 1;
  std::atomic<bool> allowed = true;
  std::shared_ptr<OpenPage> page = std::make_shared<OpenPage>();
  LiveHub hub;
};

TEST_F(Live, SendsOnlyWhatChanges) {
  hub.add(page, {{"all", "9"}, {"reached", "1"}}, [this] { return now(); });
  EXPECT_EQ(page->last(), R"({"all":"9","reached":"1"})");
  figure = 2;
  hub.ledger_grew();
  EXPECT_TRUE(comes_true([&] { return page->last() == R"({"reached":"2"})"; }));
}

TEST_F(Live, MissesNothingBetweenThePageAndTheStream) {
  figure = 2;  // since the page was drawn
  hub.add(page, {{"all", "9"}, {"reached", "1"}}, [this] { return now(); });
  EXPECT_TRUE(comes_true([&] { return page->last() == R"({"reached":"2"})"; }));
}

TEST_F(Live, ForgetsThoseWhoLeftThoughNothingChanges) {
  hub.add(page, {{"all", "9"}, {"reached", "1"}}, [this] { return now(); });
  page->leave();
  hub.ledger_grew();
  EXPECT_TRUE(comes_true([&] { return hub.watchers() == 0; }));
}

TEST_F(Live, EndsTheStreamOfWhoMayNotLookAnyMore) {
  hub.add(page, {{"all", "9"}, {"reached", "1"}}, [this] { return now(); });
  allowed = false;
  hub.ledger_grew();
  EXPECT_TRUE(comes_true([&] { return hub.watchers() == 0; }));
  EXPECT_EQ(page.use_count(), 1);
}

}  // namespace
}  // namespace lantoa::city
