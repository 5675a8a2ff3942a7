// A whole node without disk or network for tests of pages and actions: memory store, fake clock and
// random, every template, a folder-less mail sender that keeps what it was given.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "city/app.h"
#include "city/site.h"
#include "platform/embedded/embedded.h"
#include "platform/ledger/memory/memory_store.h"

namespace lantoa::city::testing {

class FakeClock : public Clock {
 public:
  Instant time = *parse_iso_instant("2021-05-12T08:00:00+07:00");
  Instant now() override { return time; }
};

// Counts up, so that tests are the same each time; never used outside tests.
class FakeRandom : public crypto::Random {
 public:
  // Called once, when so many bytes are asked for: what happens in the middle of a request.
  std::size_t hook_bytes = 0;
  std::function<void()> hook;

  std::string bytes(std::size_t count) override {
    if (hook && count == hook_bytes) std::exchange(hook, {})();
    std::string out(count, '\0');
    for (char& c : out) c = static_cast<char>(next_++ * 37);
    return out;
  }

 private:
  unsigned next_ = 1;
};

class KeptMail : public mail::Sender {
 public:
  std::vector<mail::Message> sent;
  mail::Outcome outcome = mail::Outcome::Accepted;
  std::string no_mailbox;  // of a refusal
  mail::Sent send(const mail::Message& message) override {
    sent.push_back(message);
    return {outcome, "250 ok", no_mailbox};
  }
};

// A browser's request; names and values of the query without escapes. `token`: of a session.
inline http::Request make_request(http::Method method, const std::string& target,
                                  const std::string& token = {},
                                  Language language = Language::Vietnamese) {
  http::Request request;
  request.method = method;
  request.target = target;
  const std::size_t query = target.find('?');
  request.path = target.substr(0, query);
  std::string rest = query == std::string::npos ? "" : target.substr(query + 1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string pair = rest.substr(0, end);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    request.query.emplace_back(pair.substr(0, equals),
                               equals < pair.size() ? pair.substr(equals + 1) : "");
    rest = end < rest.size() ? rest.substr(end + 1) : "";
  }
  std::string cookies;
  if (!token.empty()) cookies += std::string(session::cookie_name) + "=" + token;
  if (language == Language::English) {
    cookies += (cookies.empty() ? "" : "; ") + std::string("lantoa-ngon-ngu=en");
  }
  if (!cookies.empty()) request.headers.emplace_back("cookie", cookies);
  request.headers.emplace_back("host", "127.0.0.1");
  request.headers.emplace_back("user-agent", "Mozilla/5.0 (tests)");
  return request;
}

// A form with a file, as a browser sends it.
struct SentFile {
  std::string field;
  std::string bytes;
};
using Fields = std::map<std::string, std::string>;
inline void set_multipart(http::Request& request, const Fields& fields, const SentFile& file) {
  const std::string begin = "--mau\r\nContent-Disposition: form-data; name=\"";
  for (const auto& [name, value] : fields) {
    request.body.append(begin).append(name).append("\"\r\n\r\n").append(value).append("\r\n");
  }
  request.body.append(begin).append(file.field).append("\"; filename=\"tep\"\r\n\r\n");
  request.body.append(file.bytes).append("\r\n--mau--\r\n");
  request.headers.emplace_back("content-type", "multipart/form-data; boundary=mau");
}

// A PNG of 16 by 16 pixels.
inline std::string small_picture() {
  return *crypto::unbase64(
      "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAGklEQVR42mP4f4IBK2KwWYAdjWoY1TB8NQAA"
      "nyZRkMmZJNMAAAAASUVORK5CYII=");
}

// What the site answers, waited for.
inline http::Response answer(Site& site, http::Request request) {
  std::promise<http::Response> promise;
  auto out = promise.get_future();
  site.handle(std::move(request),
              [&promise](http::Response response) { promise.set_value(std::move(response)); });
  return out.get();
}

// Where a slice installs itself: node.app. After installing, call node.app.routes through get/post.
class Node {
 public:
  Node()
      : templates(load_templates()),
        store(ledger::make_memory_store()),
        blobs(ledger::make_memory_blobs()),
        vault(*store, ledger::MasterKey{1, 2, 3}),
        sessions(*session::open_sessions(":memory:", random)),
        engine(*store, vault, clock, folds),
        app{folds,
            engine,
            vault,
            *blobs,
            templates,
            random,
            *sessions,
            mail,
            "http://127.0.0.1:8080",
            [](std::string_view name) { return "/s/" + std::string(name); }},
        site(app, clock) {
    // Until identity is installed every name stands for a system actor.
    app.find_actor = [](std::string_view name) -> Result<Actor> { return Actor::system(name); };
    app.sessions_from = [](std::string_view) { return std::uint64_t{0}; };
    app.name_of = [](PersonNo, Language) { return std::string("Cán bộ mẫu"); };
  }

  // Decides, appends and folds one command on this thread.
  Result<ledger::Done> run(std::string actor,
                           std::function<Result<ledger::Decision>(const Envelope&)> decide) {
    Order order;
    order.actor = std::move(actor);
    order.decide = std::move(decide);
    return app.execute(std::move(order));
  }

  // A fact as if it had been decided.
  template <class F>
  void tell(const F& fact, std::string subject = "test", std::string actor = "courier/test") {
    const auto done = run(std::move(actor), [&](const Envelope&) -> Result<ledger::Decision> {
      return std::move(ledger::Decision{}.add(std::move(subject), fact));
    });
    ASSERT(done.has_value());
  }

  // A signed-in browser: the token to give to get() and post().
  std::string sign_in(std::string_view subject) {
    return *sessions->start(subject, clock.now(), engine.head().seq);
  }

  http::Response get(std::string path, std::string token = {},
                     Language language = Language::Vietnamese) {
    return answer(make_request(http::Method::Get, path, token, language));
  }

  // `body`: the urlencoded fields; the form key and the session's token are added.
  http::Response post(std::string path, std::string body, std::string token = {}) {
    http::Request request = make_request(http::Method::Post, path, token);
    if (body.find("khoa=") == std::string::npos) body += "&khoa=k" + std::to_string(++forms_);
    if (!token.empty()) body += "&csrf=" + session::csrf_token(token);
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = std::move(body);
    return answer(std::move(request));
  }

  http::Response post_file(std::string path, Fields fields, const SentFile& file,
                           const std::string& token) {
    http::Request request = make_request(http::Method::Post, std::move(path), token);
    fields.emplace("khoa", "k" + std::to_string(++forms_));
    fields.emplace("csrf", session::csrf_token(token));
    set_multipart(request, fields, file);
    return answer(std::move(request));
  }

  FakeClock clock;
  FakeRandom random;
  KeptMail mail;
  html::Templates templates;
  std::unique_ptr<ledger::Store> store;
  std::unique_ptr<ledger::Blobs> blobs;
  ledger::Vault vault;
  std::unique_ptr<session::Sessions> sessions;
  ledger::Folds folds;
  ledger::Engine engine;
  App app;
  Site site;

 private:
  static html::Templates load_templates() {
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : embedded::files()) {
      if (file.path.ends_with(".tpl")) files.emplace_back(file.path, file.bytes);
    }
    auto loaded = html::Templates::load(files);
    if (!loaded) assertion_failed(loaded.error().text.en.c_str(), __FILE__, __LINE__);
    return *std::move(loaded);
  }

  http::Response answer(http::Request request) {
    // What a form does is answered on the writer's thread.
    if (!std::exchange(started_, true)) engine.start();
    return testing::answer(site, std::move(request));
  }

  unsigned forms_ = 0;
  bool started_ = false;
};

}  // namespace lantoa::city::testing
