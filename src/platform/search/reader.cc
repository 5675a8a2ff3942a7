#include "platform/search/reader.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "platform/search/spelling.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

using Terms = Xapian::Query;

constexpr int attempts_max = 4;            // while the writer commits faster than we read
constexpr double key_tier = 1'000'000;     // above every word
constexpr double mark_tier = 1'000;        // a word as it was typed, above any weight of words
constexpr double title_factor = 2;         // a word in the title once more
constexpr unsigned begun_words_max = 100;  // that a begun word may stand for

// This process or machine has no more of something, which says nothing of the index.
bool is_want(const std::error_code& error) {
  return error == std::errc::too_many_files_open ||
         error == std::errc::too_many_files_open_in_system || error == std::errc::not_enough_memory;
}

// The library tells what the system said by its sentence only.
bool is_want(const Xapian::Error& error) {
  const char* const said = error.get_error_string();
  if (said == nullptr) return false;
  const auto& system = std::generic_category();
  for (const int number : {EMFILE, ENFILE, ENOMEM}) {
    if (system.message(number) == said) return true;
  }
  return false;
}

// What the library or the disk says of the index, in this folder's words. A call that was wrong is
// the program's fault, and not damage.
template <class Look>
auto told(Look look) {
  try {
    return look();
  } catch (const Xapian::LogicError& error) {
    throw std::runtime_error(error.get_description());
  } catch (const Xapian::DatabaseModifiedError& error) {
    throw std::runtime_error(error.get_description());
  } catch (const Xapian::Error& error) {
    if (is_want(error)) throw std::runtime_error(error.get_description());
    throw Broken(error.get_description());
  } catch (const std::system_error& error) {
    if (is_want(error.code())) throw;
    throw Broken(error.what());
  }
}

Terms all_of(const std::vector<Terms>& parts) {
  return Terms(Terms::OP_AND, parts.begin(), parts.end());
}
Terms any_of(const std::vector<Terms>& parts) {
  return Terms(Terms::OP_OR, parts.begin(), parts.end());
}

// Each word, and of a phrase all its words in their order.
std::vector<Terms> parts_of(const Query& query, char prefix) {
  std::vector<Terms> parts;
  for (std::size_t i = 0; i < query.words.size();) {
    std::vector<std::string> terms;
    const std::size_t phrase = query.words[i].phrase;
    do {
      terms.push_back(term(prefix, query.words[i].keys.folded));
      ++i;
    } while (phrase != 0 && i < query.words.size() && query.words[i].phrase == phrase);
    parts.push_back(terms.size() == 1 ? Terms(terms.front())
                                      : Terms(Terms::OP_PHRASE, terms.begin(), terms.end(),
                                              static_cast<Xapian::termcount>(terms.size())));
  }
  return parts;
}

Terms under_filters(const Ask& ask, const Terms& query, std::size_t but) {
  std::vector<Terms> filters;
  for (std::size_t i = 0; i < ask.filters.size(); ++i) {
    if (i != but && !ask.filters[i].empty()) filters.emplace_back(facet_term(i, ask.filters[i]));
  }
  return filters.empty() ? query : Terms(Terms::OP_FILTER, query, all_of(filters));
}

// The library's query with what it needs to stay while it is matched.
class Built {
 public:
  Built(const Ask& ask, bool some_words) : key_source_(key_tier), ask_(ask) {
    mark_sources_.reserve(ask.query.words.size());
    // Terms::MatchAll is one object for all threads, and counts its owners as only one may.
    Terms words{std::string()};
    if (!ask.query.empty()) {
      const auto parts = parts_of(ask.query, anywhere);
      words = some_words ? any_of(parts) : all_of(parts);
    }
    const Terms keyed = by_keys();
    base_ = keyed.empty() ? words : words | keyed;
    ranked_ = base_;
    if (ask.query.empty()) return;
    if (!keyed.empty()) rank_up(Terms(Terms::OP_FILTER, Terms(&key_source_), keyed));
    rank_up(in_titles());
    rank_up(with_marks());
  }

  // Only what has the values asked for, but for this facet's; `facets_max`: all of them.
  Terms filtered(std::size_t but) const { return under_filters(ask_, ranked_, but); }

 private:
  void rank_up(const Terms& by) {
    if (!by.empty()) ranked_ = Terms(Terms::OP_AND_MAYBE, ranked_, by);
  }

  Terms by_keys() const {
    if (ask_.keys.empty()) return {};
    std::vector<Terms> keys;
    for (const std::string& key : ask_.keys) keys.emplace_back(term(by_key, key));
    std::vector<Terms> all{any_of(keys)};
    for (const std::size_t i : ask_.beside) {
      all.emplace_back(term(anywhere, ask_.query.words.at(i).keys.folded));
    }
    return all_of(all);
  }

  Terms in_titles() const {
    std::vector<Terms> parts = parts_of(ask_.query, in_title);
    std::vector<std::string> row;
    for (const QueryWord& word : ask_.query.words) row.push_back(term(in_title, word.keys.folded));
    if (row.size() > 1) {
      parts.emplace_back(Terms::OP_PHRASE, row.begin(), row.end(),
                         static_cast<Xapian::termcount>(row.size()));
    }
    return Terms(Terms::OP_SCALE_WEIGHT, any_of(parts), title_factor);
  }

  Terms with_marks() {
    std::vector<Terms> marked;
    for (const QueryWord& word : ask_.query.words) {
      if (!word.keys.has_marks()) continue;
      mark_sources_.push_back(std::make_unique<Xapian::FixedWeightPostingSource>(mark_tier));
      marked.emplace_back(Terms::OP_FILTER, Terms(mark_sources_.back().get()),
                          Terms(term(as_marked, word.keys.marked)));
    }
    return marked.empty() ? Terms() : any_of(marked);
  }

  Xapian::FixedWeightPostingSource key_source_;
  std::vector<std::unique_ptr<Xapian::FixedWeightPostingSource>> mark_sources_;
  const Ask& ask_;
  Terms base_, ranked_;
};

// Titles that a query, its last word perhaps only begun, may become. Numbers come first, then
// words that stand there whole and with the marks typed.
class Begun {
 public:
  explicit Begun(const Query& query) : query_(query) {
    const std::size_t words = query.words.size();
    std::vector<Terms> all;
    for (std::size_t i = 0; i < words; ++i) {
      const std::string word = term(in_title, query.words[i].keys.folded);
      all.push_back(i + 1 == words ? perhaps_begun(word) : Terms(word));
    }
    const Terms keyed = perhaps_begun(term(by_key, query.folded(0, words)));
    ranked_ = Terms(Terms::OP_SCALE_WEIGHT, all_of(all) | keyed, 0);  // only the tiers count
    rank_up(keyed_, keyed);
    const viet::WordKeys& last = query.words.back().keys;
    rank_up(whole_, Terms(term(in_title, last.folded)));
    if (last.has_marks()) rank_up(marked_, Terms(term(as_marked, last.marked)));
  }
  const Terms& ranked() const { return ranked_; }

 private:
  Terms perhaps_begun(const std::string& word) const {
    if (!query_.open_end) return Terms(word);
    return {Terms::OP_WILDCARD, word, begun_words_max, Terms::WILDCARD_LIMIT_MOST_FREQUENT};
  }
  void rank_up(Xapian::FixedWeightPostingSource& tier, const Terms& by) {
    ranked_ = Terms(Terms::OP_AND_MAYBE, ranked_, Terms(Terms::OP_FILTER, Terms(&tier), by));
  }

  const Query& query_;
  Xapian::FixedWeightPostingSource keyed_{key_tier};
  Xapian::FixedWeightPostingSource whole_{mark_tier};
  Xapian::FixedWeightPostingSource marked_{mark_tier};
  Terms ranked_;
};

std::vector<FacetCount> counted(const Xapian::ValueCountMatchSpy& spy) {
  std::vector<FacetCount> out;
  for (auto at = spy.values_begin(); at != spy.values_end(); ++at) {
    out.push_back({*at, at.get_termfreq()});
  }
  std::sort(out.begin(), out.end(), [](const FacetCount& a, const FacetCount& b) {
    return std::pair(b.count, a.value) < std::pair(a.count, b.value);
  });
  return out;
}

struct Kept {
  std::string id, title;
  TextPlace text;
};
Kept kept_in(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const std::size_t title = data.find(separator) + 1;
  const std::size_t text = data.find(separator, title) + 1;
  const std::size_t bytes = data.find(' ', text) + 1;
  return {data.substr(0, title - 1),
          data.substr(title, text - title - 1),
          {std::stoull(data.substr(text)), std::stoull(data.substr(bytes))}};
}

Hit hit_of(const Xapian::Database& database, const Texts& texts, Xapian::docid id,
           const Query& query) {
  Kept kept = kept_in(database.get_document(id));
  const auto title_words = static_cast<std::uint32_t>(viet::words_of(kept.title).size());
  std::vector<Place> in_the_title, in_the_text;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const std::string word = term(anywhere, query.words[i].keys.folded);
    for (auto at = database.positionlist_begin(id, word); at != database.positionlist_end(id, word);
         ++at) {
      const std::uint32_t base = text_base(title_words);
      if (*at > base) {
        in_the_text.emplace_back(*at - base - 1, i);
      } else {
        in_the_title.emplace_back(*at - 1, i);
      }
    }
  }
  return {std::move(kept.id), mark(kept.title, std::move(in_the_title)),
          snippet(texts.read(kept.text), std::move(in_the_text))};
}

void sort_by_weight(Xapian::Enquire& enquire) {
  enquire.set_sort_by_relevance_then_value(order_slot, true);
}

using Positions = std::vector<Xapian::termpos>;
using Words = std::vector<std::string>;

// Where any of these words stands in an entry, ascending.
Positions places(const Xapian::Database& database, Xapian::docid id, const Words& words) {
  Positions all;
  for (const std::string& word : words) {
    const std::string name = term(anywhere, word);
    all.insert(all.end(), database.positionlist_begin(id, name),
               database.positionlist_end(id, name));
  }
  std::sort(all.begin(), all.end());
  return all;
}

// What stands in this entry for word `i` of a query, of which each may be one of several; best
// where its neighbours stand beside it. So a correction has its marks. As folded where it is not
// shown.
std::string as_written(const Xapian::Database& database, const Texts& texts, Xapian::docid id,
                       const std::vector<Words>& words, std::size_t i) {
  const Positions own = places(database, id, words.at(i));
  if (own.empty()) return words.at(i).front();
  const Positions before = i == 0 ? Positions{} : places(database, id, words[i - 1]);
  const Positions after = i + 1 == words.size() ? Positions{} : places(database, id, words[i + 1]);
  const auto neighbours = [&](Xapian::termpos at) {
    return std::binary_search(before.begin(), before.end(), at - 1) +
           std::binary_search(after.begin(), after.end(), at + 1);
  };
  const auto best = *std::max_element(
      own.begin(), own.end(), [&](auto a, auto b) { return neighbours(a) < neighbours(b); });
  const Kept kept = kept_in(database.get_document(id));
  const auto in_title = viet::words_of(kept.title);
  if (best <= in_title.size()) return std::string(in_title[best - 1].in(kept.title));
  const std::string text = texts.read(kept.text);
  const auto in_text = viet::words_of(text);
  const std::size_t at = best - text_base(in_title.size()) - 1;
  return at < in_text.size() ? std::string(in_text[at].in(text)) : words[i].front();
}

// The first entry for this query; 0: there is none.
Xapian::docid first_of(const Xapian::Database& database, const Terms& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  sort_by_weight(enquire);
  const auto matched = enquire.get_mset(0, 1);
  return matched.empty() ? 0 : *matched.begin();
}

// The first entry that has one of each word's readings; those with more of them in its title come
// before others.
Xapian::docid first_with(const Xapian::Database& database, const Ask& ask,
                         const std::vector<Words>& words) {
  std::vector<Terms> parts, titles;
  for (const Words& some : words) {
    std::vector<Terms> any;
    for (const std::string& word : some) {
      any.emplace_back(term(anywhere, word));
      titles.emplace_back(term(in_title, word));
    }
    parts.push_back(any_of(any));
  }
  const Terms query(Terms::OP_AND_MAYBE, all_of(parts), any_of(titles));
  return first_of(database, under_filters(ask, query, facets_max));
}

// As the query was probably meant, when that is found under the same filters: with the nearest word
// for each wrong one, else with whichever of the near ones stand together.
std::string meant(const Xapian::Database& database, const Texts& texts, const Ask& ask) {
  const auto near = words_meant(database, ask.query);
  if (near.empty()) return {};
  auto words = near;
  for (Words& some : words) some.resize(1);
  Xapian::docid id = first_with(database, ask, words);
  if (id == 0) id = first_with(database, ask, words = near);
  if (id == 0) return {};
  std::string text;
  std::size_t said = 0;  // bytes of what was typed
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QueryWord& typed = ask.query.words[i];
    if (words[i].front() == typed.keys.folded) continue;
    text += ask.query.text.substr(said, typed.offset - said);
    text += as_written(database, texts, id, words, i);
    said = typed.offset + typed.length;
  }
  text += ask.query.text.substr(said);
  Ask other = ask;
  other.query = parse_query(text);
  other.keys.clear();
  return first_of(database, Built(other, false).filtered(facets_max)) == 0 ? "" : text;
}

// Of one facet that is filtered: its values as if it were not.
std::vector<FacetCount> other_values(const Xapian::Database& database, const Built& built,
                                     std::size_t facet) {
  Xapian::Enquire enquire(database);
  Xapian::ValueCountMatchSpy spy(static_cast<Xapian::valueno>(facet));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(built.filtered(facet));
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  return counted(spy);
}

Found found_by(const Xapian::Database& database, const Texts& texts, const Ask& ask,
               const Built& built) {
  Found out;
  Xapian::Enquire enquire(database);
  enquire.set_query(built.filtered(facets_max));
  if (ask.query.empty()) enquire.set_weighting_scheme(Xapian::BoolWeight());
  sort_by_weight(enquire);
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (std::size_t i = 0; i < ask.filters.size(); ++i) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(static_cast<Xapian::valueno>(i)));
    if (ask.filters[i].empty()) enquire.add_matchspy(spies.back().get());
  }
  out.first = std::min(ask.first, hits_deepest);
  auto matched = enquire.get_mset(out.first, ask.most, database.get_doccount());
  out.total = matched.get_matches_estimated();
  for (std::size_t i = 0; i < ask.filters.size(); ++i) {
    out.facets.push_back(ask.filters[i].empty() ? counted(*spies[i])
                                                : other_values(database, built, i));
  }
  if (matched.empty() && out.total > 0) {  // beyond the last page
    enquire.clear_matchspies();
    out.first = std::min(hits_deepest, out.total - 1) / ask.most * ask.most;
    matched = enquire.get_mset(out.first, ask.most);
  }
  for (auto at = matched.begin(); at != matched.end(); ++at) {
    out.hits.push_back(hit_of(database, texts, *at, ask.query));
  }
  return out;
}

}  // namespace

Index::Reader::Reader(const std::filesystem::path& folder)
    : texts_(told([&] { return Texts(folder / texts_file, Texts::Use::Read); })),
      database_(told([&] {
        const std::string path = folder / database_folder;
        return std::make_unique<Xapian::Database>(path);
      })) {}

Index::Reader::~Reader() = default;

template <class Look>
auto Index::Reader::looked(Look look) {
  return told([&] {
    for (int attempt = 1;; ++attempt) {
      try {
        database_->reopen();
        return look();
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == attempts_max) throw;
      }
    }
  });
}

Found Index::Reader::find(const Ask& ask) {
  return looked([&] {
    Found found = found_by(*database_, texts_, ask, Built(ask, false));
    if (found.total > 0 || ask.query.empty()) return found;
    if (ask.query.words.size() > 1) {
      found = found_by(*database_, texts_, ask, Built(ask, true));
      found.nearly = found.total > 0;
    }
    found.meant = meant(*database_, texts_, ask);
    return found;
  });
}

std::vector<Completion> Index::Reader::complete(const Query& query, std::size_t most) {
  return looked([&] {
    const Begun begun(query);
    Xapian::Enquire enquire(*database_);
    enquire.set_query(begun.ranked());
    sort_by_weight(enquire);
    std::vector<Completion> out;
    const auto matched =
        enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(most, completions_max)));
    for (auto at = matched.begin(); at != matched.end(); ++at) {
      Kept kept = kept_in(at.get_document());
      out.push_back({std::move(kept.id), std::move(kept.title)});
    }
    return out;
  });
}

std::string Index::Reader::first_known(const std::vector<std::string>& keys) {
  return looked([&] {
    const auto known = std::find_if(keys.begin(), keys.end(), [&](const std::string& key) {
      return database_->term_exists(term(by_key, key));
    });
    return known == keys.end() ? std::string() : *known;
  });
}

}  // namespace lantoa::search
