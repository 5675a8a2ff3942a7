// One look at an index at a time: the library's database opened for reading. Throws Broken where
// what is there cannot be read, another std::exception where it perhaps can at another time.
// Internal to search.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "platform/search/index.h"
#include "platform/search/texts.h"

namespace Xapian {
class Database;
}  // namespace Xapian

namespace lantoa::search {

// The index is damaged or gone.
class Broken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Index::Reader {
 public:
  explicit Reader(const std::filesystem::path& folder);
  ~Reader();

  // Runs `look` against the last commit, again when the writer has since overwritten what it reads.
  template <class Look>
  auto looked(Look look);

  Found find(const Ask& ask);
  std::vector<Completion> complete(const Query& query, std::size_t most);
  std::string first_known(const std::vector<std::string>& keys);

 private:
  Texts texts_;
  std::unique_ptr<Xapian::Database> database_;
};

}  // namespace lantoa::search
