// Site: turns an HTTP request into a visit, finds its route, asks for the right, runs the page or
// the command, and answers; security headers and error pages in this one place.
#pragma once

#include <cstdint>
#include <string_view>

#include "city/api_door.h"
#include "city/app.h"
#include "platform/http/workers.h"

namespace lantoa::city {

class Site {
 public:
  Site(App& app, Clock& clock);

  void handle(http::Request request, http::Reply reply);
  // On the I/O thread: what is ready in memory, with the same headers.
  std::optional<http::Response> fast(const http::Request& request);

 private:
  Result<Visit> make_visit(http::Request request) const;
  Result<void> check_post(Visit& visit, const Route& route) const;
  http::Response error_page(const Visit& visit, const Problem& problem) const;
  std::string page_of_form(const http::Request& request) const;
  http::Response refused(const Visit& visit, const Route& route) const;
  enum class Attempt { First, Second };
  void act(Visit visit, const Route& route, http::Reply reply, Attempt attempt = Attempt::First);
  http::Response again(Visit& visit, const Route& route, const Problem& problem) const;
  void reply_again(Visit& visit, const Route& route, const Problem& why,
                   const http::Reply& reply) const;
  http::Response show(const Visit& visit, const Route& route) const;

  App& app_;
  Clock& clock_;
  ApiDoor api_;
  http::Workers again_;  // draws forms again when their command failed
};

// The workers of each Share but the first, and which of them a request is for
// (http::Settings::shares, share_of).
std::vector<http::Share> shares();
std::size_t share_of(const Routes& routes, const http::Request& request);

// The headers of every answer (CSP without inline script, nosniff, no framing, no referrer to
// others; to come back by TLS only, where readers reach the site by it), as lines that live as long
// as the program. AnyPage: without the one that keeps pages of other sites from showing it.
enum class ShownBy : std::uint8_t { OwnPages, AnyPage };
std::string_view security_headers(std::string_view public_url, ShownBy shown = ShownBy::OwnPages);

// A response that says resource_policy itself keeps what it says.
constexpr std::string_view resource_policy = "Cross-Origin-Resource-Policy";
void add_security_headers(http::Response& response, std::string_view public_url);

}  // namespace lantoa::city
