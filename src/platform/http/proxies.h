// Proxies: who may say for whom a request comes. Behind a proxy every connection has the proxy's
// address; the visitor's stands in X-Forwarded-For, where each proxy appends whom it was asked by.
// Anybody can send that header, so it is read from its end, and only as far as those who wrote it
// are trusted. `Forwarded` (RFC 7239) says the same and is never read: what a proxy does not write
// it passes on as the visitor wrote it, and nginx, HAProxy and Caddy write the older one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/http/address.h"
#include "platform/http/http.h"

namespace lantoa::http {

class Proxies {
 public:
  // "10.0.0.5, 10.1.0.0/16, fd00::/8". Invalid names what is no address or network, does not begin
  // its network, or is every address; nothing is added then.
  Result<void> add(std::string_view list);

  bool empty() const { return networks_.empty(); }
  bool contain(std::string_view address) const;  // false also for what is no address

  // The address a request comes from, as the one who is to be counted. Of a peer that is no proxy:
  // its own. Of a proxy: the last one in X-Forwarded-For that is none; where that names nobody, or
  // from its end on what is no address, the last that is known to be right. Another machine's
  // loopback address stands for that machine, never for this one.
  std::string visitor(const Request& request) const;

 private:
  struct Network {
    AddressBytes first{};
    std::size_t bits = 0;
  };
  static Result<Network> read(std::string_view text);
  bool hold(const AddressBytes& address) const;

  std::vector<Network> networks_;
};

}  // namespace lantoa::http
