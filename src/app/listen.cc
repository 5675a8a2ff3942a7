#include "app/listen.h"

#include <sys/resource.h>

#include <charconv>
#include <csignal>

#include "app/commands.h"

namespace lantoa::app {
namespace {

constexpr std::chrono::milliseconds stop_grace{2000};

Result<http::Settings> parse_listen(const std::string& listen) {
  http::Settings settings;
  const std::size_t colon = listen.rfind(':');
  if (colon != std::string::npos) {
    settings.address = listen.substr(0, colon);
    const char* end = listen.data() + listen.size();
    const auto read = std::from_chars(listen.data() + colon + 1, end, settings.port);
    if (read.ec == std::errc{} && read.ptr == end && !settings.address.empty()) return settings;
  }
  return problem(Code::Invalid, {"--listen cần dạng địa-chỉ:cổng, ví dụ 127.0.0.1:8080.",
                                 "--listen needs address:port, for example 127.0.0.1:8080."});
}

// Each connection is a descriptor; the usual soft limit of 1,024 is less than Limits allow.
void allow_many_connections() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int listen_until_told_to_stop(House& house, const std::string& listen,
                              const std::function<void(const std::string& url)>& ready) {
  auto settings = parse_listen(listen);
  if (!settings) return fail(settings.error());
  // Blocked before any thread starts, so that all of them inherit it and only sigwait sees them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  allow_many_connections();
  const std::string address = settings->address;
  auto server = house.serve(*std::move(settings));
  if (!server) return fail(server.error());
  const std::string url = "http://" + address + ":" + std::to_string((*server)->port());
  // Before any courier can write it into a mail.
  if (house.app().public_url.empty()) house.app().public_url = url;
  house.start();
  ready(url);
  int signal = 0;
  sigwait(&signals, &signal);
  (*server)->stop(stop_grace);
  house.stop();
  return 0;
}

}  // namespace lantoa::app
