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

}  // namespace

Streams::Place::~Place() {
  const std::lock_guard guard(taken_->mutex);
  --taken_->all;
  const auto of_token = taken_->by.find(follower_.token);
  if (--of_token->second == 0) taken_->by.erase(of_token);
}

std::shared_ptr<const Streams::Place> Streams::take_place(Follower follower) {
  {
    const std::lock_guard guard(taken_->mutex);
    std::size_t& of_token = taken_->by[follower.token];
    if (taken_->all >= streams_max || of_token >= streams_of_token_max) {
      if (of_token == 0) taken_->by.erase(follower.token);
      return nullptr;
    }
    ++taken_->all;
    ++of_token;
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
