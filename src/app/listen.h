// Serving until the process is told to stop (SIGINT, SIGTERM).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "app/house.h"

namespace lantoa::app {

// Invalid when `listen` is not an IP address and a port: asked before anything slow is done.
Result<void> check_listen(const std::string& listen);

// As given with --behind-proxy, each a list of addresses and networks. Invalid names the option and
// what is wrong: asked before anything is started.
Result<http::Proxies> read_proxies(const std::vector<std::string>& given);

// How many connections leave the rest of the program the descriptors it needs: all but a reserve,
// or half of them where they are few.
std::size_t connections_within(std::size_t descriptors);

// `listen` is "127.0.0.1:8080"; port 0 takes any free one. `metrics_listen` likewise, for numbers
// about the house (meter.h); empty: none. `proxies` say for whom they ask. Starts the house's
// threads, calls `ready` with the address people can open (the house's public address, if it had
// none), waits for a signal, stops everything in order. The exit code.
int listen_until_told_to_stop(House& house, const std::string& listen,
                              const std::string& metrics_listen, const http::Proxies& proxies,
                              const std::function<void(const std::string& url)>& ready);

}  // namespace lantoa::app
