#include "app/listen.h"

#include <arpa/inet.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <iostream>

#include "app/commands.h"
#include "app/meter.h"

namespace lantoa::app {
namespace {

constexpr std::chrono::milliseconds stop_grace{2000};
// For the ledger, the kept files, the reactors and the standard streams: a crowd of visitors must
// not keep the writer from opening what it needs.
constexpr std::size_t descriptors_reserved = 256;

bool is_ip_address(const std::string& text) {
  in6_addr bytes{};
  return inet_pton(AF_INET, text.c_str(), &bytes) == 1 ||
         inet_pton(AF_INET6, text.c_str(), &bytes) == 1;
}

// "127.0.0.1:8080" or "[::1]:8080".
Result<http::Settings> parse_listen(const std::string& listen) {
  http::Settings settings;
  const std::size_t colon = listen.rfind(':');
  if (colon != std::string::npos) {
    settings.address = listen.substr(0, colon);
    if (settings.address.starts_with('[') && settings.address.ends_with(']')) {
      settings.address = settings.address.substr(1, settings.address.size() - 2);
    }
    const char* end = listen.data() + listen.size();
    const auto read = std::from_chars(listen.data() + colon + 1, end, settings.port);
    if (read.ec == std::errc{} && read.ptr == end && is_ip_address(settings.address)) {
      return settings;
    }
  }
  return problem(Code::Invalid, {"--listen cần dạng địa-chỉ-IP:cổng, ví dụ 127.0.0.1:8080.",
                                 "--listen needs IP-address:port, for example 127.0.0.1:8080."});
}

// As many as the process may have; the usual soft limit of 1,024 is less than connections need.
std::size_t raise_descriptors() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  rlimit raised = limit;
  raised.rlim_cur = raised.rlim_max;
  return setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

std::string url_of(const std::string& address, std::uint16_t port) {
  const bool v6 = address.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

// nullopt when no numbers shall be told. They are for this machine only.
Result<std::optional<http::Settings>> parse_metrics_listen(const std::string& listen) {
  if (listen.empty()) return std::nullopt;
  auto settings = parse_listen(listen);
  if (settings && (settings->address.starts_with("127.") || settings->address == "::1")) {
    return *std::move(settings);
  }
  return problem(Code::Invalid,
                 {"--metrics-listen chỉ nhận địa chỉ của chính máy này, ví dụ 127.0.0.1:9100.",
                  "--metrics-listen takes an address of this machine itself only, for example "
                  "127.0.0.1:9100."});
}

}  // namespace

Result<void> check_listen(const std::string& listen) {
  TRY(parse_listen(listen));
  return {};
}

Result<http::Proxies> read_proxies(const std::vector<std::string>& given) {
  http::Proxies out;
  for (const std::string& list : given) {
    if (const auto added = out.add(list); !added) {
      const Text why = added.error().text;
      return problem(Code::Invalid, {"--behind-proxy: " + why.vi, "--behind-proxy: " + why.en});
    }
  }
  return out;
}

std::size_t connections_within(std::size_t descriptors) {
  return descriptors - std::min(descriptors_reserved, descriptors / 2);
}

int listen_until_told_to_stop(House& house, const std::string& listen,
                              const std::string& metrics_listen, const http::Proxies& proxies,
                              const std::function<void(const std::string& url)>& ready) {
  auto settings = parse_listen(listen);
  if (!settings) return fail(settings.error());
  settings->proxies = proxies;
  auto metrics_settings = parse_metrics_listen(metrics_listen);
  if (!metrics_settings) return fail(metrics_settings.error());
  Meter meter(house);
  // The writer tells the meter, so it ends before.
  const auto give_up = [&house](const Problem& why) {
    house.stop();
    return fail(why);
  };
  // Blocked before any thread starts, so that all of them inherit it and only sigwait sees them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::size_t& connections_max = settings->limits.connections_max;
  connections_max = std::min(connections_max, connections_within(raise_descriptors()));
  const std::string address = settings->address;
  const bool any_port = settings->port == 0;
  std::string& public_url = house.app().public_url;
  const bool is_unknown = public_url.empty();
  if (is_unknown) public_url = url_of(address, settings->port);
  // The writer runs before the first request can come in; on a port not yet told nobody can ask.
  if (!any_port) house.start();
  auto server = house.serve(*std::move(settings));
  if (!server) return give_up(server.error());
  const std::string url = url_of(address, (*server)->port());
  if (any_port) {
    if (is_unknown) public_url = url;  // the couriers' mails carry it
    house.start();
  }
  ready(url);
  std::unique_ptr<http::Server> metrics;
  if (*metrics_settings) {
    const std::string here = (*metrics_settings)->address;
    meter.watch(**server);
    auto serving = meter.serve(**std::move(metrics_settings));
    if (!serving) return give_up(serving.error());
    metrics = *std::move(serving);
    std::cout << "Số đo | metrics: " << url_of(here, metrics->port()) << "/metrics\n" << std::flush;
  }
  int signal = 0;
  sigwait(&signals, &signal);
  metrics.reset();
  (*server)->stop(stop_grace);
  house.stop();
  return 0;
}

}  // namespace lantoa::app
