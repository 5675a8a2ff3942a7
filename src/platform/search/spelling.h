// Spelling: which word was probably meant by one that stands nowhere in the index. What is compared
// are folded words, so a tone mark left out or misplaced is never a mistake; words with digits are
// never corrected, since a document's number one digit away is another document. Internal to
// search.
#pragma once

#include <string>
#include <vector>

#include "platform/search/query.h"
#include "platform/search/segment.h"

namespace lantoa::search {

// For each word of the query the folded words that may be meant by it: itself where it is known,
// else the words of the index that are near, the nearest and then the most frequent first. Nothing:
// every word is known, or for one that is not there is nothing near, or more than four are not.
std::vector<std::vector<std::string>> words_meant(const Snapshot& snapshot, const Query& query);

}  // namespace lantoa::search
