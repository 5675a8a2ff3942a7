#include "platform/http/event_queue.h"

#include <algorithm>
#include <utility>

namespace lantoa::http {

namespace {

class EventStream : public Stream {
 public:
  explicit EventStream(std::shared_ptr<EventQueue> queue) : queue_(std::move(queue)) {}
  ~EventStream() override { queue_->finish(); }
  bool send(std::string_view event, std::string_view data, std::string_view id) final {
    return queue_->send(event, data, id);
  }
  bool is_open() const final { return queue_->is_open(); }
  std::size_t room() const final { return queue_->room(); }

 private:
  std::shared_ptr<EventQueue> queue_;
};

}  // namespace

std::string event_frame(std::string_view event, std::string_view data, std::string_view id) {
  std::string out;
  out.reserve(event.size() + data.size() + id.size() + 48);
  const auto line = [&out](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += name;
    for (const char c : value) out += c == '\r' || c == '\n' ? ' ' : c;
    out += '\n';
  };
  line("event: ", event);
  line("id: ", id);
  for (;;) {
    const std::size_t end = std::min(data.find_first_of("\r\n"), data.size());
    out += "data: ";
    out += data.substr(0, end);
    out += '\n';
    if (end == data.size()) break;
    data.remove_prefix(end + (data.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  out += '\n';
  return out;
}

EventQueue::EventQueue(std::size_t bytes_max, std::function<void()> wake)
    : bytes_max_(bytes_max), wake_(std::move(wake)) {}

bool EventQueue::send(std::string_view event, std::string_view data, std::string_view id) {
  const std::string frame = event_frame(event, data, id);
  std::unique_lock lock(mutex_);
  if (closed_ || overflowed_) return false;
  overflowed_ = unwritten_bytes_ + frame.size() > bytes_max_;
  if (!overflowed_) {
    queued_ += frame;
    unwritten_bytes_ += frame.size();
  }
  const bool queued = !overflowed_;
  wake_once(std::move(lock));
  return queued;
}

bool EventQueue::is_open() const {
  const std::lock_guard lock(mutex_);
  return !closed_ && !overflowed_;
}

std::size_t EventQueue::room() const {
  const std::lock_guard lock(mutex_);
  return closed_ || overflowed_ ? 0 : bytes_max_ - unwritten_bytes_;
}

void EventQueue::finish() {
  std::unique_lock lock(mutex_);
  finished_ = true;
  if (!closed_) wake_once(std::move(lock));
}

void EventQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  queued_.clear();
}

EventQueue::Taken EventQueue::take() {
  const std::lock_guard lock(mutex_);
  awake_ = false;
  return {std::exchange(queued_, {}), finished_, overflowed_};
}

void EventQueue::written(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  unwritten_bytes_ -= bytes;
}

void EventQueue::wake_once(std::unique_lock<std::mutex> lock) {
  const bool already = std::exchange(awake_, true);
  lock.unlock();
  if (!already) wake_();
}

std::shared_ptr<Stream> make_stream(std::shared_ptr<EventQueue> queue) {
  return std::make_shared<EventStream>(std::move(queue));
}

}  // namespace lantoa::http
