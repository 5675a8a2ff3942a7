// Whatever is searched for: the documents it may mean by number are named by keys, the words beside
// them are words of the query, and a provision has an address or there is none.
// Tries: reference.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "city/search/reference.h"
#include "kernel/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const search::Query query = search::parse_query(typed);
  const city::search::Reference found = city::search::read_reference(query);
  ASSERT(found.provision.empty() == found.within.empty());
  for (const city::search::Meant& meant : found.meant) {
    ASSERT(!meant.key.empty());
    ASSERT(std::is_sorted(meant.beside.begin(), meant.beside.end()));
    ASSERT(meant.beside.size() <= query.words.size());
    for (const std::size_t word : meant.beside) ASSERT(word < query.words.size());
  }
  // A document's own number, typed as its type and number, is found by one of its keys.
  const std::size_t end = std::min(typed.find('\n'), typed.size());
  const std::string_view number = typed.substr(std::min(end + 1, typed.size()));
  const auto keys = city::search::keys_of_document(typed.substr(0, end), number, Date{18'760});
  for (const auto& key : keys) ASSERT(!key.empty());
  ASSERT(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  return 0;
}
