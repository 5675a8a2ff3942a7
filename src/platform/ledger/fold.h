// Folds: which state hears which kind of fact. A fold is total: it accepts every fact that was ever
// written, so replaying the ledger always gives the same state.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/assert.h"
#include "kernel/fact.h"
#include "platform/ledger/fact.h"

namespace lantoa::ledger {

// Where a fact stands, for folds that keep it.
struct Stamp {
  std::uint64_t seq = 0;
  Instant at;
  std::string actor;
  std::string subject;
};

class Folds {
 public:
  // Called in the order of registration for each fact of this kind.
  template <class F>
  void on(std::function<void(const F&, const Stamp&)> fold) {
    auto& slot = kinds_[std::string(F::kind)];
    if (!slot) slot = std::make_unique<ListenersOf<F>>();
    auto* listeners = dynamic_cast<ListenersOf<F>*>(slot.get());
    ASSERT(listeners != nullptr);  // two facts of one kind
    listeners->list.push_back(std::move(fold));
  }

  // How facts of one batch that carry the same NewFact::join become one: `unite` gets at least two
  // of them in the order of their commands, and folding what it returns must equal folding them one
  // by one. Where several actors take part it stands under "person/*".
  template <class F>
  void join(std::function<F(std::vector<F>)> unite) {
    unions_[std::string(F::kind)] = [unite = std::move(unite)](const Values& values) {
      std::vector<F> facts;
      facts.reserve(values.size());
      for (const auto& value : values) facts.push_back(*static_cast<const F*>(value.get()));
      auto united = std::make_shared<const F>(unite(std::move(facts)));
      return United{encode(*united), std::move(united)};
    };
  }
  using Values = std::vector<std::shared_ptr<const void>>;  // facts of one kind
  struct United {
    std::string body;
    std::shared_ptr<const void> value;
  };
  United united(const std::string& kind, const Values& values) const;

  // What applies a fact to the states, made without any lock. The body is decoded, the slow part,
  // unless the fact itself is given. Unsupported: a kind or field of a newer version.
  class Prepared;
  Result<Prepared> prepare(const Fact& fact, std::shared_ptr<const void> value = nullptr) const;

  // The kinds that somebody hears, sorted.
  std::vector<std::string> kinds() const;

 private:
  struct Listeners {
    virtual ~Listeners() = default;
    virtual Result<std::shared_ptr<const void>> read(std::string_view body) const = 0;
    virtual void fold(const void* value, const Stamp& stamp) const = 0;
  };

  template <class F>
  struct ListenersOf : Listeners {
    std::vector<std::function<void(const F&, const Stamp&)>> list;

    Result<std::shared_ptr<const void>> read(std::string_view body) const override {
      TRY_ASSIGN(auto fact, decode<F>(body));
      return std::make_shared<const F>(std::move(fact));
    }
    void fold(const void* value, const Stamp& stamp) const override {
      for (const auto& fold : list) fold(*static_cast<const F*>(value), stamp);
    }
  };

  std::map<std::string, std::unique_ptr<Listeners>, std::less<>> kinds_;
  std::map<std::string, std::function<United(const Values&)>, std::less<>> unions_;
};

class Folds::Prepared {
 public:
  void operator()() const { listeners_->fold(value_.get(), stamp_); }

 private:
  friend class Folds;
  Prepared(const Listeners& listeners, std::shared_ptr<const void> value, Stamp stamp)
      : listeners_(&listeners), value_(std::move(value)), stamp_(std::move(stamp)) {}

  const Listeners* listeners_;
  std::shared_ptr<const void> value_;
  Stamp stamp_;
};

}  // namespace lantoa::ledger
