// The one writer of an index: its folder and the library's database in it. Throws
// std::runtime_error where the disk or the library fails. Internal to search.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "platform/search/folder.h"
#include "platform/search/index.h"
#include "platform/search/texts.h"

namespace Xapian {
class Document;
class WritableDatabase;
}  // namespace Xapian

namespace lantoa::search {

class Index::Writer {
 public:
  explicit Writer(TemporaryFolder folder);
  ~Writer();

  void put(const Entry& entry);
  void remove(const std::string& id);
  void commit();
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  struct Spread {
    char title = 0;  // prefix of a second term, with its place; 0: none
    std::uint32_t base = 0;
    std::uint32_t weight = 1;
  };
  std::uint32_t add_words(Xapian::Document& document, std::string_view text, const Spread& spread);
  void forget_words_of(const std::string& id_term);
  const viet::WordKeys& keys(std::string_view word);

  TemporaryFolder folder_;
  Texts texts_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  // A language has few thousand syllables: folding each once is most of the speed.
  std::unordered_map<std::string, viet::WordKeys> known_;
};

}  // namespace lantoa::search
