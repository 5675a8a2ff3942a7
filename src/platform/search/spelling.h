// Spelling: which word was probably meant by one that stands nowhere in the index. The library
// keeps a table of the folded words, so a tone mark left out or misplaced is never a mistake; words
// with digits are never corrected, since a document's number one digit away is another document.
// Throws the library's faults. Internal to search.
#pragma once

#include <string>
#include <vector>

#include "platform/search/query.h"

namespace Xapian {
class Database;
class Document;
class WritableDatabase;
}  // namespace Xapian

namespace lantoa::search {

// The words of an entry that comes in, and of one that goes.
void learn_words(Xapian::WritableDatabase& database, const Xapian::Document& document);
void forget_words(Xapian::WritableDatabase& database, const Xapian::Document& document);

// For each word of the query the folded words that may be meant by it: itself where it is known,
// else what is near in the table, the nearest first. Nothing: every word is known, or for one that
// is not there is nothing near.
std::vector<std::vector<std::string>> words_meant(const Xapian::Database& database,
                                                  const Query& query);

}  // namespace lantoa::search
