#include "platform/metrics/metrics.h"

#include <gtest/gtest.h>

namespace lantoa::metrics {
namespace {

using testing::HasSubstr;

TEST(Metrics, TellsWhatWasCountedAndWhatIsAskedFor) {
  Metrics metrics;
  Counter& done = metrics.counter("x_commands_total", "Commands.", {{"outcome", "done"}});
  Counter& refused = metrics.counter("x_commands_total", "Commands.", {{"outcome", "refused"}});
  double level = 7;
  metrics.ask(Metrics::Kind::Gauge, "x_level", "A level.", {}, [&] { return level; });
  done.add(2);
  done.add(1);
  refused.add(0);
  EXPECT_THAT(metrics.text(), HasSubstr("# TYPE x_commands_total counter\n"));
  EXPECT_THAT(metrics.text(), HasSubstr("x_commands_total{outcome=\"done\"} 3\n"));
  EXPECT_THAT(metrics.text(), HasSubstr("x_commands_total{outcome=\"refused\"} 0\n"));
  EXPECT_THAT(metrics.text(),
              HasSubstr("# HELP x_level A level.\n# TYPE x_level gauge\nx_level 7"));
  level = 8;
  EXPECT_THAT(metrics.text(), HasSubstr("x_level 8\n"));
}

TEST(Metrics, AHistogramCountsUpToEachBound) {
  Metrics metrics;
  Histogram& seconds = metrics.histogram("x_seconds", "Durations.", {0.1, 1});
  for (const double value : {0.05, 0.1, 0.5, 3.0}) seconds.observe(value);
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("x_seconds_bucket{le=\"0.1\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("x_seconds_bucket{le=\"1\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("x_seconds_bucket{le=\"+Inf\"} 4\n"));
  EXPECT_THAT(text, HasSubstr("x_seconds_count 4\n"));
}

}  // namespace
}  // namespace lantoa::metrics
