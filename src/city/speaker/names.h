// Names: names and places of work from the vault, kept in memory as they are searched and sorted,
// so that a list of thousands is not opened row by row each time. What is erased is dropped.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "city/speaker/state.h"
#include "platform/ledger/vault.h"

namespace lantoa::city::speaker {

struct Words {
  std::string name, workplace;
  std::string searched;  // both folded, a space before each word
  std::string order;     // to sort by
};
using WordsPtr = std::shared_ptr<const Words>;

// Who is asked for, as the state said it.
struct Ref {
  SpeakerNo no;
  std::uint32_t version = 0;
  bool erased = false;
};
Ref ref_of(const Speaker& speaker);

struct Listed {
  SpeakerNo no;
  WordsPtr words;
};

// Any thread; not while the state is locked.
class Names {
 public:
  explicit Names(ledger::Vault& vault) : vault_(vault) {}

  // Where the vault has nothing (any more), the name is "người số 12" and there is no place.
  Result<WordsPtr> of(const Ref& ref, Language language);
  // Those whose name or place has every word of `query`, by name. Marks and case do not matter; of
  // a long query only the first words are looked for. A row that cannot be read is unnamed.
  std::vector<Listed> find(const std::vector<Ref>& some, std::string_view query, Language language);
  // For good: who read the row before it was erased does not bring it back.
  void forget(SpeakerNo no);

 private:
  struct Kept {
    std::uint32_t version = 0;
    WordsPtr words;
  };

  WordsPtr kept(const Ref& ref);  // nullptr: not of this version
  // As of(), with the name "người số 12" where the row cannot be read.
  WordsPtr readable(const Ref& ref, Language language);

  // By name. Places are counted anew only after a name was read or forgotten.
  void put_in_order(std::vector<Listed>& some);
  using Places = std::map<SpeakerNo, std::uint32_t>;
  std::shared_ptr<const Places> places();

  ledger::Vault& vault_;
  std::mutex loading_;                    // before mutex_: many who ask at once open a row once
  std::mutex mutex_;                      // of what follows
  std::shared_ptr<const Places> places_;  // of those in kept_; null: to be counted
  std::map<SpeakerNo, Kept> kept_;
};

}  // namespace lantoa::city::speaker
