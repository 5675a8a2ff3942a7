#include "city/journal/streams.h"

#include <iterator>

#include "city/journal/journal.h"
#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::city::journal {
namespace {

constexpr std::size_t fact_bytes_streamed = 64 * 1024;
constexpr std::size_t frame_bytes_max = 256;  // of what stands around a fact

Problem no_room() { return {Code::Unavailable, {}, "room", {}}; }

tl::unexpected<Problem> too_many() {
  return problem(Code::Unavailable,
                 {"Đang có quá nhiều luồng; hãy thử lại sau, hoặc đọc bằng /api/v1/facts.",
                  "Too many streams are open; try again later, or read by /api/v1/facts."});
}

tl::unexpected<Problem> too_many_of_token() {
  const std::string most = std::to_string(streams_of_token_max);
  return problem(
      Code::TooOften,
      {"Mã truy cập này đang mở " + most + " luồng, là mức tối đa. Hãy đóng một luồng rồi mở lại.",
       "This token has " + most +
           " streams open, which is the most. Close one, then open another."});
}

tl::unexpected<Problem> too_many_of_account() {
  const std::string most = std::to_string(streams_of_account_max);
  return problem(Code::TooOften,
                 {"Các mã truy cập của tài khoản này đang mở " + most +
                      " luồng, là mức tối đa. Hãy đóng một luồng rồi mở lại.",
                  "The tokens of this account have " + most +
                      " streams open, which is the most. Close one, then open another."});
}

template <class Key>
std::size_t count_of(const std::map<Key, std::size_t>& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

template <class Key>
void take_one_off(std::map<Key, std::size_t>& counts, const Key& key) {
  const auto found = counts.find(key);
  if (--found->second == 0) counts.erase(found);
}

}  // namespace

Streams::Place::~Place() {
  const std::lock_guard guard(taken_->mutex);
  --taken_->all;
  take_one_off(taken_->by, follower_.token);
  take_one_off(taken_->by_actor, follower_.actor);
}

Result<std::shared_ptr<const Streams::Place>> Streams::take_place(Follower follower) {
  {
    const std::lock_guard guard(taken_->mutex);
    if (count_of(taken_->by, follower.token) >= streams_of_token_max) return too_many_of_token();
    if (count_of(taken_->by_actor, follower.actor) >= streams_of_account_max) {
      return too_many_of_account();
    }
    if (taken_->all >= streams_max) return too_many();
    ++taken_->all;
    ++taken_->by[follower.token];
    ++taken_->by_actor[follower.actor];
  }
  return std::make_shared<const Place>(std::move(follower), taken_);
}

void Streams::add(std::shared_ptr<http::Stream> stream, std::shared_ptr<const Place> place,
                  std::uint64_t after) {
  const std::lock_guard guard(mutex_);
  readers_.push_back({std::move(stream), std::move(place), after});
}

// Outside the lock, because a reader is added on an I/O thread, which must not wait for the store.
bool Streams::send_new() {
  std::vector<Reader> readers;
  {
    const std::lock_guard guard(mutex_);
    readers.swap(readers_);
  }
  const std::uint64_t head = app_.engine.head().seq;
  bool sent = false;
  std::vector<Reader> staying;
  for (Reader& reader : readers) {
    const std::uint64_t before = reader.sent;
    if (!reader.stream->is_open() || !send_to(reader, head)) continue;
    sent = sent || reader.sent != before;
    staying.push_back(std::move(reader));
  }
  const std::lock_guard guard(mutex_);
  std::move(staying.begin(), staying.end(), std::back_inserter(readers_));
  return sent;
}

// What the reader has room for; the rest comes with the next step. False ends the stream.
bool Streams::send_to(Reader& reader, std::uint64_t head) {
  if (reader.sent >= head) return true;
  if (!may_go_on_(reader.place->follower())) return false;
  bool is_kept = true;
  const auto read = store_.read(reader.sent, head, [&](const ledger::Fact& fact) -> Result<void> {
    std::string line = ledger::ndjson(fact);
    // One that no queue can hold is named, to be fetched by itself.
    if (line.size() > fact_bytes_streamed) {
      line = "{\"seq\":" + std::to_string(fact.seq) + ",\"too_large\":true}";
    }
    if (reader.stream->room() < line.size() + frame_bytes_max) return tl::unexpected(no_room());
    is_kept = reader.stream->send("fact", line, std::to_string(fact.seq));
    if (!is_kept) return tl::unexpected(no_room());
    reader.sent = fact.seq;
    return {};
  });
  if (read || read.error() == no_room()) return is_kept;
  log::warning("facts_not_streamed", {{"why", keeper_sentence(read.error())}});
  return false;
}

void Streams::finish() {
  const std::lock_guard guard(mutex_);
  readers_.clear();
}

}  // namespace lantoa::city::journal
