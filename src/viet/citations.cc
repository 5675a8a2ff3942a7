#include "viet/citations.h"

#include <algorithm>
#include <map>

#include "viet/citation_context.h"
#include "viet/legal_date.h"
#include "viet/number_scan.h"
#include "viet/reference_scan.h"
#include "viet/source_text.h"

namespace lantoa::viet {

namespace {

// A number begins where nothing that it could be the tail of ends.
bool may_begin(const SourceText& source, std::size_t i) {
  if (!is_digit(source.at(i))) return false;
  if (i == 0) return true;
  const char32_t before = source.at(i - 1);
  if (is_letter(before)) return is_so(source, i);  // "số347/TTr-CP"
  return !is_digit(before) && before != U'/' && before != U'-' && before != U'.' &&
         before != U',' && before != U'_' && before != U'=';
}

bool after_so(const SourceText& source, std::size_t begin) {
  std::size_t end = begin;
  for (const char32_t skipped : {U' ', U':', U' '}) {
    if (end > 0 && source.at(end - 1) == skipped) --end;
  }
  return is_so(source, end);
}

// "các Nghị định số 1/2021/NĐ-CP, số 2/2021/NĐ-CP và 3/2021/NĐ-CP": only list words between.
bool continues_list(const SourceText& source, std::size_t begin, std::size_t end) {
  constexpr std::size_t list_gap_max = 16;  // characters
  if (end - begin > list_gap_max) return false;
  std::string gap = source.folded().substr(begin, end - begin);
  for (const std::string_view word : {" va ", " so ", ", "}) {
    for (std::size_t at; (at = gap.find(word)) != std::string::npos;) {
      gap.replace(at, word.size(), " ");
    }
  }
  return std::all_of(gap.begin(), gap.end(), [](char c) { return c == ' '; });
}

std::vector<PlacedDate> placed_dates(const SourceText& source, std::string_view text,
                                     std::optional<Date> reference) {
  std::vector<PlacedDate> out;
  for (const DateMention& mention : find_dates(text, reference)) {
    const std::size_t begin = source.index_of(mention.offset);
    out.push_back({begin, source.index_of(mention.offset + mention.length), mention.date,
                   mention.year_stated});
  }
  return out;
}

// What a text has besides numbers, found once for all its citations.
struct Surrounds {
  std::vector<PlacedDate> dates;
  std::vector<ScannedReference> references;
};

// The provisions named directly before a document that begins here.
std::vector<std::string> provisions_before(const std::vector<ScannedReference>& references,
                                           std::size_t begin) {
  const auto found = std::lower_bound(
      references.begin(), references.end(), begin,
      [](const ScannedReference& r, std::size_t wanted) { return r.document_begin < wanted; });
  const bool here = found != references.end() && found->document_begin == begin &&
                    found->reference.of != ProvisionReference::Of::ThisProvision;
  return here ? found->reference.provisions : std::vector<std::string>{};
}

Citation read_citation(const SourceText& source, std::size_t begin, std::size_t floor,
                       ScannedNumber found, const Surrounds& surrounds, std::size_t& end) {
  const std::vector<PlacedDate>& dates = surrounds.dates;
  Citation citation;
  const Before before = read_before(source, begin, floor, found.number);
  const After after = read_after(source, found.end, dates);
  citation.offset = source.begin_byte(begin);
  citation.length = source.end_byte(found.end) - citation.offset;
  citation.number = std::move(found.number);
  citation.type_word = before.type_word;
  citation.name = before.name;
  citation.provisions = provisions_before(surrounds.references, before.begin);
  citation.issuer = after.issuer.empty() ? before.issuer : after.issuer;
  citation.date = after.date;
  if (const auto announcement = read_announcement(source, before.begin, floor, dates)) {
    citation.announced = true;
    if (citation.issuer.empty()) citation.issuer = announcement->issuer;
    if (!citation.date) citation.date = announcement->date;
  }
  end = after.end;
  return citation;
}

std::string type_of(const Citation& citation) {
  const std::string own = citation.number.type_name();
  const bool vague = citation.type_word.empty() || citation.type_word == "Văn bản";
  if (citation.number.is_letter()) return vague ? own : citation.type_word;
  return own.empty() && !vague ? citation.type_word : own;
}

bool conflict(const CitedDocument& document, const Citation& citation) {
  const std::string type = type_of(citation);
  if (!type.empty() && !document.type.empty() && type != document.type) return true;
  return document.date && citation.date &&
         to_civil(*document.date).year != to_civil(*citation.date).year;
}

void add(CitedDocument& document, const Citation& citation) {
  if (document.type.empty()) document.type = type_of(citation);
  if (document.name.empty()) document.name = citation.name;
  if (document.issuer.empty()) document.issuer = citation.issuer;
  if (!document.date) document.date = citation.date;
  document.announced = document.announced || citation.announced;
  document.mentions.push_back(citation);
}

}  // namespace

std::vector<Citation> find_citations(std::string_view text, std::optional<Date> reference) {
  std::vector<Citation> out;
  const SourceText source(text);
  const Surrounds surrounds{placed_dates(source, text, reference), scan_references(source)};
  std::size_t floor = 0;  // the end of the citation before, with its date and issuer
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!may_begin(source, i)) continue;
    auto found = scan_number(
        source, i, after_so(source, i) ? Surroundings::AfterSo : Surroundings::RunningText);
    if (!found) continue;
    const std::size_t number_end = found->end;
    const std::size_t previous = floor;
    Citation citation = read_citation(source, i, previous, *std::move(found), surrounds, floor);
    if (citation.type_word.empty() && !out.empty() && continues_list(source, previous, i)) {
      citation.type_word = out.back().type_word;
      citation.announced = out.back().announced;
    }
    out.push_back(std::move(citation));
    i = number_end - 1;
  }
  return out;
}

std::vector<CitedDocument> group_citations(const std::vector<Citation>& citations) {
  std::vector<CitedDocument> out;
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (const Citation& citation : citations) {
    auto& same_number = by_key[citation.number.key()];
    const auto found = std::find_if(same_number.rbegin(), same_number.rend(),
                                    [&](std::size_t i) { return !conflict(out[i], citation); });
    if (found != same_number.rend()) {
      add(out[*found], citation);
      continue;
    }
    same_number.push_back(out.size());
    CitedDocument document;
    document.number = citation.number;
    add(document, citation);
    out.push_back(std::move(document));
  }
  for (CitedDocument& document : out) {
    if (document.issuer.empty()) document.issuer = document.number.issuer_name();
  }
  return out;
}

}  // namespace lantoa::viet
