// The document that a query means by its number: "97/2019", "nđ 32", "điều 9 nghị định 32 năm
// 2021". Documents are indexed by keys of folded words, and a query is read into the keys it may
// mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"
#include "platform/search/query.h"

namespace lantoa::city::search {

// Every key by which "Nghị định" "32/2021/NĐ-CP" of that day is found: "nghi dinh 32", "nd 32
// 2021", "32 2021 nd", …
std::vector<std::string> keys_of_document(std::string_view type, std::string_view number,
                                          Date issued);

struct Meant {
  std::string key;
  std::vector<std::size_t> beside;  // the query's words that are no part of it
};

struct Reference {
  std::vector<Meant> meant;  // what says most first; the index knows which of them there are
  std::string provision;     // "Điều 9 khoản 2"; empty: none is named
  std::string within;        // the same as an address of a full text: "dieu-9.khoan-2"
};
Reference read_reference(const lantoa::search::Query& query);

}  // namespace lantoa::city::search
