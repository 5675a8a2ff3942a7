#include "platform/http/reactor.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <exception>

#include "kernel/assert.h"
#include "platform/http/epoll_reactor.h"
#include "platform/log/log.h"

namespace lantoa::http {

namespace {

constexpr std::size_t events_max = 256;  // taken from the kernel at once
constexpr int calls_to_settle = 32;      // what they leave to be settled fits in a core's cache

template <class Call>
void guarded(const Call& call) {
  try {
    call();
  } catch (const std::exception& failure) {
    log::error("http.reactor_exception", {{"what", failure.what()}});
  }
}

Descriptor every_second_timer() {
  Descriptor timer(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
  itimerspec second{};
  second.it_value.tv_sec = second.it_interval.tv_sec = 1;
  ASSERT(timer.is_open() && timerfd_settime(timer.number(), 0, &second, nullptr) == 0);
  return timer;
}

}  // namespace

// An eventfd or a timerfd: readable while its count is above zero.
class EpollReactor::Counter : public Watched {
 public:
  Counter(Descriptor descriptor, std::function<void()> above_zero)
      : descriptor_(std::move(descriptor)), above_zero_(std::move(above_zero)) {}

  int descriptor() const { return descriptor_.number(); }

  void add_one() const {
    const std::uint64_t one = 1;
    // Fails only when the count is at its end, and then it is above zero.
    [[maybe_unused]] const ssize_t written = ::write(descriptor_.number(), &one, sizeof one);
  }

  void happened(std::uint32_t) override {
    std::uint64_t count = 0;
    if (::read(descriptor_.number(), &count, sizeof count) == sizeof count) above_zero_();
  }

 private:
  const Descriptor descriptor_;
  const std::function<void()> above_zero_;
};

EpollReactor::EpollReactor() : epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  Descriptor count(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  ASSERT(epoll_.is_open() && count.is_open());
  posted_ = std::make_shared<Counter>(std::move(count), [] {});  // it only ends the sleep
  seconds_ = std::make_shared<Counter>(every_second_timer(), [this] { every_second_(); });
}

void EpollReactor::start(std::function<void()> every_second, std::function<void()> settle) {
  every_second_ = std::move(every_second);
  settle_ = std::move(settle);
  ASSERT(watch(posted_->descriptor(), EPOLLIN, posted_));
  ASSERT(watch(seconds_->descriptor(), EPOLLIN, seconds_));
  thread_ = std::thread([this] { run(); });
}

void EpollReactor::post(std::function<void()> task) {
  const std::lock_guard lock(mutex_);
  if (stopped_) return;
  tasks_.push_back(std::move(task));
  if (std::exchange(sleeps_, false)) posted_->add_one();
}

void EpollReactor::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    posted_->add_one();
  }
  if (thread_.joinable()) thread_.join();
  // Outside the lock: what a task owns may post again as it goes.
  std::vector<std::function<void()>> waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting.swap(tasks_);
  }
}

bool EpollReactor::watch(int descriptor, std::uint32_t events,
                         const std::shared_ptr<Watched>& watched) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = watched.get();
  watched->watched_ = true;
  if (epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, descriptor, &event) != 0) watched->watched_ = false;
  return watched->watched_;
}

void EpollReactor::unwatch(int descriptor, std::shared_ptr<Watched> watched) {
  if (!std::exchange(watched->watched_, false)) return;
  epoll_event ignored{};
  epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, descriptor, &ignored);
  if (handing_out_) unwatched_.push_back(std::move(watched));
}

void EpollReactor::run() {
  for (;;) {
    int wait_ms = 0;
    {
      const std::lock_guard lock(mutex_);
      if (stopped_) return;
      sleeps_ = tasks_.empty() && soon_.empty();
      wait_ms = sleeps_ ? -1 : 0;
    }
    turn(wait_ms);
  }
}

// Takes what happened and hands it out, then does what was posted meanwhile.
void EpollReactor::turn(int wait_ms) {
  std::array<epoll_event, events_max> events;
  const int count = epoll_wait(epoll_.number(), events.data(), events_max, wait_ms);
  handing_out_ = true;
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    call(*static_cast<Watched*>(event.data.ptr), event.events);
  }
  std::vector<std::shared_ptr<Watched>> soon;
  soon.swap(soon_);
  for (const auto& watched : soon) call(*watched, 0);
  run_tasks();
  settle();
  handing_out_ = false;
  unwatched_.clear();
}

void EpollReactor::call(Watched& watched, std::uint32_t events) {
  if (!watched.watched_) return;  // closed by what was handed out before
  guarded([&] { watched.happened(events); });
  settle_every_few();
}

void EpollReactor::settle_every_few() {
  if (++unsettled_ == calls_to_settle) settle();
}

void EpollReactor::settle() {
  unsettled_ = 0;
  guarded(settle_);
}

void EpollReactor::run_tasks() {
  std::vector<std::function<void()>> tasks;
  {
    const std::lock_guard lock(mutex_);
    sleeps_ = false;
    tasks.swap(tasks_);
  }
  for (auto& task : tasks) {
    guarded(std::exchange(task, nullptr));  // its captures go with it
    settle_every_few();
  }
}

}  // namespace lantoa::http
