// Meter: the numbers of a running house for whoever watches the machine, as Prometheus reads them.
// Served by a listener of its own on this machine only: they say how busy the office is, and nobody
// else needs that.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/house.h"
#include "platform/metrics/metrics.h"

namespace lantoa::app {

class Meter {
 public:
  // Before the house starts; both outlive it.
  explicit Meter(House& house);
  // The visitors' server; before the first scrape.
  void watch(const http::Server& server);
  std::string text() const { return metrics_.text(); }

  // GET /metrics, and nothing else.
  Result<std::unique_ptr<http::Server>> serve(http::Settings settings) const;

 private:
  void ask_ledger();

  House& house_;
  metrics::Metrics metrics_;
};

}  // namespace lantoa::app
