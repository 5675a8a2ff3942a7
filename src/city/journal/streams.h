// Those who follow the ledger as it grows, on this node.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "city/app.h"

namespace lantoa::city::journal {

class Streams {
 public:
  struct Follower {
    TokenNo token;
    std::string actor;  // whose token it is
  };
  // How many places are taken, by which token and by whom.
  struct Taken {
    std::mutex mutex;
    std::size_t all = 0;
    std::map<TokenNo, std::size_t> by;
    std::map<std::string, std::size_t> by_actor;
  };
  // One of streams_max, streams_of_token_max by one token, streams_of_account_max by one account;
  // given back when its last owner lets it go.
  class Place {
   public:
    Place(Follower follower, std::shared_ptr<Taken> taken)
        : follower_(std::move(follower)), taken_(std::move(taken)) {}
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    const Follower& follower() const { return follower_; }

   private:
    const Follower follower_;
    const std::shared_ptr<Taken> taken_;
  };
  // `may_go_on` says whether that one may still follow.
  Streams(App& app, ledger::Store& store, std::function<bool(const Follower&)> may_go_on)
      : app_(app), store_(store), may_go_on_(std::move(may_go_on)) {}

  // Unavailable: all are taken; TooOften: the token or its account has as many as one may have.
  Result<std::shared_ptr<const Place>> take_place(Follower follower);
  // From the fact after `after` on; on an I/O thread.
  void add(std::shared_ptr<http::Stream> stream, std::shared_ptr<const Place> place,
           std::uint64_t after);

  bool send_new();  // false when there was nothing
  void finish();    // ends them

 private:
  struct Reader {
    std::shared_ptr<http::Stream> stream;
    std::shared_ptr<const Place> place;
    std::uint64_t sent = 0;  // seq
  };
  bool send_to(Reader& reader, std::uint64_t head);

  App& app_;
  ledger::Store& store_;
  const std::function<bool(const Follower&)> may_go_on_;
  std::shared_ptr<Taken> taken_ = std::make_shared<Taken>();
  std::mutex mutex_;
  std::vector<Reader> readers_;
};

}  // namespace lantoa::city::journal
