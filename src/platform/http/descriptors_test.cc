// Descriptors: a server that has stopped leaves none behind, and one that finds none left waits for
// one without spinning.
#include <dirent.h>
#include <sys/resource.h>
#include <sys/time.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "platform/http/server.h"
#include "platform/http/test_client.h"

namespace lantoa::http {
namespace {

using std::chrono::milliseconds;

std::size_t open_descriptors() {
  std::size_t count = 0;
  DIR* folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

// The only I/O thread is busy when stop() comes.
void stop_while_busy() {
  std::atomic<bool> busy{false};
  std::atomic<bool> stopping{false};
  Settings settings;
  settings.io_threads = 1;
  const auto server = start(settings, echo, [&](const Request&) -> std::optional<Response> {
    busy = true;
    while (!stopping) std::this_thread::yield();
    // Still busy when the reactor is told to stop.
    std::this_thread::sleep_for(milliseconds(20));
    return plain("late");
  });
  TestClient client(server->port());
  client.send(get("/"));
  while (!busy) std::this_thread::yield();
  stopping = true;
  server->stop(milliseconds(0));
  TestClient refused(server->port());
  EXPECT_FALSE(refused.connected());
}

TEST(Descriptors, NothingListensAfterABusyStop) { stop_while_busy(); }

TEST(Descriptors, ManyServersLeaveNoneBehind) {
  stop_while_busy();  // what is made once is made
  const std::size_t before = open_descriptors();
  for (int n = 0; n < 10; ++n) {
    stop_while_busy();
    const auto server = start({});
    TestClient client(server->port());
    client.send(get("/"));
    EXPECT_EQ(client.read_answer().status, 200);
  }
  EXPECT_EQ(open_descriptors(), before);
}

// All descriptors that the process may have, taken; given back when it goes.
class NoneLeft {
 public:
  NoneLeft() {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit lowered = before_;
    lowered.rlim_cur = open_descriptors() + 20;
    setrlimit(RLIMIT_NOFILE, &lowered);
    for (int taken = dup(0); taken >= 0; taken = dup(0)) taken_.push_back(taken);
    EXPECT_EQ(errno, EMFILE);
  }
  ~NoneLeft() {
    while (!taken_.empty()) free_one();
    setrlimit(RLIMIT_NOFILE, &before_);
  }
  NoneLeft(const NoneLeft&) = delete;
  NoneLeft& operator=(const NoneLeft&) = delete;

  void free_one() {
    close(taken_.back());
    taken_.pop_back();
  }

 private:
  rlimit before_{};
  std::vector<int> taken_;
};

milliseconds processor_time() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto ms = [](const timeval& time) { return time.tv_sec * 1000 + time.tv_usec / 1000; };
  return milliseconds(ms(usage.ru_utime) + ms(usage.ru_stime));
}

TEST(Descriptors, AcceptingWaitsForOneAndGoesOn) {
  const auto server = start({});
  TestClient there(server->port());
  there.send(get("/"));
  EXPECT_EQ(there.read_answer().status, 200);
  NoneLeft none;
  none.free_one();  // the client's own
  TestClient waits(server->port());
  ASSERT_TRUE(waits.connected());  // to the kernel; the server cannot take it up
  waits.send(get("/"));
  const milliseconds before = processor_time();
  EXPECT_FALSE(waits.answers_within(milliseconds(400)));
  EXPECT_LT(processor_time() - before, milliseconds(200));  // it does not ask in circles
  there.send(get("/"));
  EXPECT_EQ(there.read_answer().status, 200);  // those already here are served
  none.free_one();
  EXPECT_EQ(waits.read_answer().status, 200);
}

}  // namespace
}  // namespace lantoa::http
