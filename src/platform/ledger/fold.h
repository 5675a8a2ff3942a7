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
    unions_[std::string(F::kind)] = [unite =
                                         std::move(unite)](const std::vector<std::string>& all) {
      std::vector<F> facts;
      for (const std::string& body : all) {
        auto fact = decode<F>(body);
        ASSERT(fact.has_value());  // just encoded by this program
        facts.push_back(*std::move(fact));
      }
      return encode(unite(std::move(facts)));
    };
  }
  std::string united(const std::string& kind, const std::vector<std::string>& bodies) const;

  // Decodes the body (the slow part, done without any lock) and returns what applies it to the
  // states. Unsupported: a kind or field of a newer version.
  Result<std::function<void()>> prepare(const Fact& fact) const;

  // The kinds that somebody hears, sorted.
  std::vector<std::string> kinds() const;

 private:
  struct Listeners {
    virtual ~Listeners() = default;
    virtual Result<std::function<void()>> prepare(std::string_view body, Stamp stamp) const = 0;
  };

  template <class F>
  struct ListenersOf : Listeners {
    std::vector<std::function<void(const F&, const Stamp&)>> list;

    Result<std::function<void()>> prepare(std::string_view body, Stamp stamp) const override {
      TRY_ASSIGN(auto fact, decode<F>(body));
      return [this, fact = std::move(fact), stamp = std::move(stamp)] {
        for (const auto& fold : list) fold(fact, stamp);
      };
    }
  };

  std::map<std::string, std::unique_ptr<Listeners>, std::less<>> kinds_;
  std::map<std::string, std::function<std::string(const std::vector<std::string>&)>> unions_;
};

}  // namespace lantoa::ledger
