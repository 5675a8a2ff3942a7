// Prints: they find the same words when they come in again, without keeping the words. A print is
// keyed by the vault's key, so that nobody can guess a text from it, and short, so that it does not
// tell one for certain. It has two halves: of the words, and of the words with the name under them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "city/numbers.h"

namespace lantoa::ledger {

class Vault;

}  // namespace lantoa::ledger

namespace lantoa::city::comment {

constexpr std::size_t print_digits = 16;  // of one half

// The same however the words and the name are spaced and marked.
std::string print_of(const ledger::Vault& vault, std::string_view name, std::string_view title,
                     std::string_view text);

// Which comments have which print. Those of earlier versions have the first half only: of them it
// is not known who wrote them.
class Prints {
 public:
  void add(CommentNo comment, const std::string& print);
  void remove(CommentNo comment, const std::string& print);

  bool has_words(std::string_view print) const;
  // The same words under the same name, in the order of the ledger.
  std::vector<CommentNo> same_writer(std::string_view print) const;

 private:
  struct Entry {
    CommentNo comment;
    std::string writer;  // the second half
  };
  std::unordered_map<std::string, std::vector<Entry>> by_words_;
};

}  // namespace lantoa::city::comment
