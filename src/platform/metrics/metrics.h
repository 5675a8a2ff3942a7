// Metrics: what one process counted and measured, told in Prometheus' text format. Numbers that
// somebody keeps anyway are asked for when they are read; only what would be lost is collected.
//
//   Metrics metrics;
//   auto& done = metrics.counter("lantoa_commands_total", "Commands answered.", {{"outcome",
//   "done"}}); metrics.ask(Metrics::Kind::Gauge, "lantoa_queue_length", "Commands waiting.", {},
//   [&] { … });
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lantoa::metrics {

class Counter {
 public:
  virtual ~Counter() = default;
  virtual void add(double amount) = 0;
};

class Histogram {
 public:
  virtual ~Histogram() = default;
  virtual void observe(double value) = 0;
};

// What it hands out lives as long as it does and may be used by any thread. Names with their labels
// are registered once, before text() is first called.
class Metrics {
 public:
  using Labels = std::map<std::string, std::string>;
  enum class Kind { Counter, Gauge };

  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
  // `bounds`: upper ends of its buckets, ascending; what is above them all is counted too.
  Histogram& histogram(const std::string& name, const std::string& help,
                       const std::vector<double>& bounds);
  void ask(Kind kind, const std::string& name, const std::string& help, const Labels& labels,
           std::function<double()> value);

  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

constexpr const char* content_type = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace lantoa::metrics
