// What the machine loses to its neighbours: every core spins for a moment and sums the gaps in
// which its clock moved but it did not run. Prints the lost share of each core in percent.
#include <sched.h>

#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds spin_time{150};
constexpr std::chrono::microseconds gap_min{100};  // a round of the loop takes far less

double lost_percent(unsigned core) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  CPU_SET(core, &cores);
  sched_setaffinity(0, sizeof cores, &cores);
  const Steady::time_point begin = Steady::now();
  Steady::duration lost{0};
  Steady::time_point last = begin;
  while (last - begin < spin_time) {
    const Steady::time_point now = Steady::now();
    if (now - last > gap_min) lost += now - last;
    last = now;
  }
  return 100.0 * static_cast<double>(lost.count()) / static_cast<double>((last - begin).count());
}

}  // namespace

int main() {
  std::vector<double> lost(std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (unsigned core = 0; core < lost.size(); ++core) {
    threads.emplace_back([core, &lost] { lost[core] = lost_percent(core); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const double one : lost) std::printf("%.1f\n", one);
  return 0;
}
