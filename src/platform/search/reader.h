// One look at an index at a time: the library's database opened for reading. Throws
// std::runtime_error where the disk or the library fails. Internal to search.
#pragma once

#include <memory>
#include <string>

#include "platform/search/index.h"
#include "platform/search/texts.h"

namespace Xapian {
class Database;
}  // namespace Xapian

namespace lantoa::search {

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
