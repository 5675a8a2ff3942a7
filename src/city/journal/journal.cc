#include "city/journal/journal.h"

#include <algorithm>
#include <charconv>

#include "city/described_api.h"
#include "city/journal/streams.h"

namespace lantoa::city::journal {
namespace {

struct HeadBody {
  static constexpr std::string_view schema = "LedgerHead";
  std::uint64_t seq = 0;
  std::string chain;  // 64 hex digits
  Instant at;
};
BOOST_DESCRIBE_STRUCT(HeadBody, (), (seq, chain, at))

// A position in the ledger, which may be larger than other numbers; nothing where it is none.
std::optional<std::uint64_t> position_in(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// The door has seen that it is one where it is given.
std::uint64_t asked_position(const Visit& visit, const char* name, std::uint64_t otherwise) {
  return position_in(visit.query(name)).value_or(otherwise);
}

// Ends a read whose answer is long enough.
Problem long_enough() { return {Code::TooLarge, {}, "answer", {}}; }

// Whoever saw more than there is saw another history: a backup was restored, perhaps.
Problem beyond_the_head(std::uint64_t head) {
  const std::string seq = std::to_string(head);
  return {Code::Conflict,
          {"Sổ cái chỉ đến sự kiện số " + seq +
               "; những gì bạn giữ sau đó thuộc một lịch sử khác. Hãy đọc lại từ đầu.",
           "The ledger ends at fact " + seq +
               "; what you hold beyond it is of another history. Read it anew."},
          "after",
          {}};
}

Result<void> require_audit(const App& app, const Needs& needs, const Actor& actor) {
  return app.engine.read(
      [&] { return needs.organisation.require(actor, Right::Audit, needs.organisation.root()); });
}

Result<http::Response> facts(const App& app, const Needs& needs, ledger::Store& store,
                             const Visit& visit) {
  TRY(require_audit(app, needs, visit.actor));
  const std::uint64_t after = asked_position(visit, "after", 0);
  const std::uint64_t limit = std::clamp<std::uint64_t>(
      asked_position(visit, "limit", facts_at_once), 1, facts_at_once_max);
  const std::uint64_t head = app.engine.head().seq;
  if (after > head) return tl::unexpected(beyond_the_head(head));
  http::Response response = http::json("");
  const std::uint64_t up_to = after + std::min(limit, head - after);
  const auto read = store.read(after, up_to, [&](const ledger::Fact& fact) -> Result<void> {
    if (response.body.size() >= answer_bytes_max) return tl::unexpected(long_enough());
    response.body += ledger::ndjson(fact) + "\n";
    return {};
  });
  if (!read && read.error() != long_enough()) return tl::unexpected(read.error());
  for (auto& [name, value] : response.headers) {
    if (name == "Content-Type") value = "application/x-ndjson";
  }
  response.with("Lantoa-Head", std::to_string(head));
  return response;
}

Problem too_far_behind(std::uint64_t head) {
  const std::string most = std::to_string(stream_facts_behind_max);
  return {Code::Conflict,
          {"Luồng chỉ bắt đầu được trong " + most + " sự kiện gần nhất (sổ cái đang ở " +
               std::to_string(head) + "); hãy đọc phần trước bằng /api/v1/facts.",
           "A stream begins within the last " + most + " facts (the ledger is at " +
               std::to_string(head) + "); read what is before by /api/v1/facts."},
          "after",
          {}};
}

Problem nothing_new() {
  return {Code::Unavailable,
          {"Hệ thống đang mở chỉ để xem, không có sự kiện mới; hãy đọc bằng /api/v1/facts.",
           "The system is open for reading only, nothing new comes; read by /api/v1/facts."},
          {},
          {}};
}

Result<std::uint64_t> stream_start(const Visit& visit, std::uint64_t head) {
  const std::string_view last = visit.request.header("last-event-id");
  if (last.empty()) return asked_position(visit, "after", head);
  if (const auto position = position_in(last)) return *position;
  return problem(Code::Invalid, json::wanted_integer(0, UINT64_MAX), "Last-Event-ID");
}

Result<http::Response> stream(const App& app, const Needs& needs,
                              const std::shared_ptr<Streams>& streams, const Visit& visit) {
  TRY(require_audit(app, needs, visit.actor));
  const std::uint64_t head = app.engine.head().seq;
  TRY_ASSIGN(const std::uint64_t after, stream_start(visit, head));
  if (after > head) return tl::unexpected(beyond_the_head(head));
  if (head - after > stream_facts_behind_max) return tl::unexpected(too_far_behind(head));
  if (app.read_only) return tl::unexpected(nothing_new());
  TRY_ASSIGN(const auto place, streams->take_place({visit.token, visit.actor.name}));
  return http::event_stream([streams, place, after](std::shared_ptr<http::Stream> opened) {
    streams->add(std::move(opened), place, after);
  });
}

bool may_go_on(const App& app, const Needs& needs, const Streams::Follower& follower) {
  return app.engine.read([&] {
    if (!app.token_is_good(follower.token, needs.calendar.today())) return false;
    const auto owner = app.find_actor(follower.actor);
    return owner && needs.organisation.allows(*owner, Right::Audit, needs.organisation.root());
  });
}

// A courier in form only: it writes nothing, and works on every node for its own readers.
class StreamsCourier : public Courier {
 public:
  explicit StreamsCourier(std::shared_ptr<Streams> streams) : streams_(std::move(streams)) {}
  bool step() override { return streams_->send_new(); }
  bool works_on_every_node() const override { return true; }
  void finish() override { streams_->finish(); }

 private:
  std::shared_ptr<Streams> streams_;
};

api::Operation of_ledger(std::string id, std::string path, Text summary,
                         std::vector<api::Parameter> query, std::string media_type) {
  api::Operation out{{std::move(id), std::move(path), Right::Audit, Scope::Ledger,
                      std::move(summary), std::move(query)}};
  out.media_type = std::move(media_type);
  return out;
}

}  // namespace

void install(App& app, Needs needs, ledger::Store& store) {
  using Kind = api::Parameter::Kind;
  const api::Parameter after{
      "after", Kind::Position, {"Sau sự kiện số này", "After the fact of this number"}};
  api_get<HeadBody>(app,
                    {"ledger.show",
                     "/ledger",
                     Right::SeePlans,
                     Scope::Read,
                     {"Sự kiện cuối cùng của sổ cái", "The last fact of the ledger"}},
                    [&app](const Visit&) -> Result<HeadBody> {
                      const ledger::Head head = app.engine.head();
                      return HeadBody{head.seq, ledger::hex(head.chain), head.at};
                    });
  app.api.get(
      of_ledger(
          "fact.list", "/facts",
          {"Các sự kiện theo thứ tự, mỗi dòng một sự kiện", "Facts in order, one a line"},
          {after,
           {"limit", Kind::Number, {"Nhiều nhất bao nhiêu, tới 10.000", "At most, to 10,000"}}},
          "application/x-ndjson"),
      [&app, needs, &store](const Visit& visit) { return facts(app, needs, store, visit); });
  const auto streams = std::make_shared<Streams>(
      app, store,
      [&app, needs](const Streams::Follower& one) { return may_go_on(app, needs, one); });
  app.couriers.push_back(std::make_unique<StreamsCourier>(streams));
  const std::string most = std::to_string(streams_of_token_max);
  app.api.get(
      of_ledger("fact.follow", "/facts/stream",
                {"Sự kiện mới ngay khi được ghi (server-sent events), mỗi mã nhiều nhất " + most +
                     " luồng",
                 "New facts as they are appended (server-sent events), at most " + most +
                     " streams by a token"},
                {after}, "text/event-stream"),
      [&app, needs, streams](const Visit& visit) { return stream(app, needs, streams, visit); });
}

}  // namespace lantoa::city::journal
