#include "app/meter.h"

#include <unistd.h>

#include <fstream>
#include <limits>

namespace lantoa::app {
namespace {

using Kind = metrics::Metrics::Kind;

double seconds(std::chrono::nanoseconds duration) {
  return std::chrono::duration<double>(duration).count();
}

double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double all = 0;
  double resident = 0;
  statm >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

Meter::Meter(House& house) : house_(house) {
  const auto outcome = [this](const char* name) -> metrics::Counter& {
    return metrics_.counter("lantoa_commands_total",
                            "Commands answered by the writer, by what became of them.",
                            {{"outcome", name}});
  };
  const std::vector<double> durations{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                      0.025,  0.05,    0.1,    0.25,  0.5,    1,     5};
  house.engine().on_batch(
      [&done = outcome("done"), &repeated = outcome("repeated"), &refused = outcome("refused"),
       &facts = metrics_.counter("lantoa_facts_total", "Facts appended by this process."),
       &size = metrics_.histogram("lantoa_batch_commands", "Commands that shared one append.",
                                  {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024}),
       &append = metrics_.histogram("lantoa_append_seconds",
                                    "Appending a batch with the sync to disk.", durations),
       &fold = metrics_.histogram("lantoa_fold_seconds", "Folding a batch into the states.",
                                  durations)](const ledger::BatchSeen& seen) {
        done.add(static_cast<double>(seen.done));
        repeated.add(static_cast<double>(seen.repeated));
        refused.add(static_cast<double>(seen.refused));
        facts.add(static_cast<double>(seen.facts));
        size.observe(static_cast<double>(seen.done + seen.repeated + seen.refused));
        if (seen.append.count() == 0) return;
        append.observe(seconds(seen.append));
        fold.observe(seconds(seen.fold));
      });
  for (const city::App::Counted& one : house.app().counted) {
    metrics_.ask(Kind::Counter, one.name, one.help, one.labels, one.value);
  }
  ask_ledger();
}

void Meter::ask_ledger() {
  const auto gauge = [this](const char* name, const char* help, std::function<double()> value) {
    metrics_.ask(Kind::Gauge, name, help, {}, std::move(value));
  };
  ledger::Engine& engine = house_.engine();
  gauge("lantoa_queue_commands", "Commands that wait for the writer.",
        [&engine] { return static_cast<double>(engine.queued()); });
  gauge("lantoa_ledger_seq", "Number of the last fact that is visible.",
        [&engine] { return static_cast<double>(engine.head().seq); });
  gauge(
      "lantoa_ledger_stored_seq",
      "Number of the last fact in the store; other nodes may have appended what is not folded yet.",
      [this] {
        const auto head = house_.store().head();
        return head ? static_cast<double>(head->seq) : std::numeric_limits<double>::quiet_NaN();
      });
  gauge("lantoa_writing", "1 while facts can be appended, 0 when writing has stopped.",
        [this] { return house_.app().read_only || house_.engine().is_writing_stopped() ? 0 : 1; });
  gauge("lantoa_replay_facts", "Facts folded when this process started.",
        [this] { return static_cast<double>(house_.replayed().facts); });
  gauge("lantoa_replay_seconds", "How long that took.",
        [this] { return seconds(house_.replayed().took); });
  gauge("process_resident_memory_bytes", "Memory of this process.", resident_bytes);
}

void Meter::watch(const http::Server& server) {
  for (std::size_t kind = 1; kind <= 5; ++kind) {
    metrics_.ask(Kind::Counter, "lantoa_http_answers_total",
                 "Answers, by the class of their status.",
                 {{"status", std::to_string(kind) + "xx"}},
                 [&server, kind] { return static_cast<double>(server.numbers().answers[kind]); });
  }
  metrics_.ask(Kind::Gauge, "lantoa_http_connections", "Open connections.", {},
               [&server] { return static_cast<double>(server.numbers().connections); });
  metrics_.ask(Kind::Gauge, "lantoa_http_streams", "Connections that follow live figures.", {},
               [&server] { return static_cast<double>(server.numbers().streams); });
}

Result<std::unique_ptr<http::Server>> Meter::serve(http::Settings settings) const {
  settings.io_threads = 1;
  settings.workers = 1;
  return http::serve(
      std::move(settings), {}, [this](const http::Request& request, const http::Reply& reply) {
        const bool asks = request.method == http::Method::Get && request.path == "/metrics";
        http::Response response = http::plain(asks ? text() : "GET /metrics\n", asks ? 200 : 404);
        for (auto& [name, value] : response.headers) {
          if (asks && name == "Content-Type") value = metrics::content_type;
        }
        reply(std::move(response));
      });
}

}  // namespace lantoa::app
