#include "platform/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>

namespace lantoa::metrics {
namespace {

class KeptCounter : public Counter {
 public:
  explicit KeptCounter(prometheus::Counter& counter) : counter_(counter) {}
  void add(double amount) override { counter_.Increment(amount); }

 private:
  prometheus::Counter& counter_;
};

class KeptHistogram : public Histogram {
 public:
  explicit KeptHistogram(prometheus::Histogram& histogram) : histogram_(histogram) {}
  void observe(double value) override { histogram_.Observe(value); }

 private:
  prometheus::Histogram& histogram_;
};

struct Asked {
  Metrics::Labels labels;
  std::function<double()> value;
};

struct AskedFamily {
  prometheus::MetricFamily about;
  std::vector<Asked> members;

  prometheus::MetricFamily now() const {
    prometheus::MetricFamily out = about;
    for (const Asked& one : members) {
      prometheus::ClientMetric metric;
      for (const auto& [name, value] : one.labels) metric.label.push_back({name, value});
      const double value = one.value();
      metric.counter.value = value;
      metric.gauge.value = value;
      out.metric.push_back(std::move(metric));
    }
    return out;
  }
};

}  // namespace

struct Metrics::Parts {
  prometheus::Registry kept;
  std::vector<std::unique_ptr<Counter>> counters;
  std::vector<std::unique_ptr<Histogram>> histograms;
  std::vector<AskedFamily> asked;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
  auto& family = prometheus::BuildCounter().Name(name).Help(help).Register(parts_->kept);
  parts_->counters.push_back(std::make_unique<KeptCounter>(family.Add(labels)));
  return *parts_->counters.back();
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help,
                              const std::vector<double>& bounds) {
  auto& family = prometheus::BuildHistogram().Name(name).Help(help).Register(parts_->kept);
  parts_->histograms.push_back(std::make_unique<KeptHistogram>(family.Add({}, bounds)));
  return *parts_->histograms.back();
}

void Metrics::ask(Kind kind, const std::string& name, const std::string& help, const Labels& labels,
                  std::function<double()> value) {
  auto& all = parts_->asked;
  auto family = std::find_if(all.begin(), all.end(),
                             [&](const AskedFamily& one) { return one.about.name == name; });
  if (family == all.end()) {
    AskedFamily fresh;
    fresh.about.name = name;
    fresh.about.help = help;
    fresh.about.type =
        kind == Kind::Counter ? prometheus::MetricType::Counter : prometheus::MetricType::Gauge;
    family = all.insert(all.end(), std::move(fresh));
  }
  family->members.push_back({labels, std::move(value)});
}

std::string Metrics::text() const {
  std::vector<prometheus::MetricFamily> families = parts_->kept.Collect();
  for (const AskedFamily& one : parts_->asked) families.push_back(one.now());
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace lantoa::metrics
