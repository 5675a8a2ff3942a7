#include "city/law/state.h"

#include <algorithm>

#include "kernel/assert.h"
#include "viet/unicode.h"

namespace lantoa::city::law {

Text title(Effect effect) {
  switch (effect) {
    case Effect::NotYet:
      return {"Chưa có hiệu lực", "Not yet in force"};
    case Effect::InForce:
      return {"Còn hiệu lực", "In force"};
    case Effect::Expired:
      return {"Hết hiệu lực", "No longer in force"};
    case Effect::Replaced:
      return {"Bị thay thế", "Replaced"};
  }
  return {};
}

std::string_view mark(Effect effect) {
  switch (effect) {
    case Effect::NotYet:
      return "law-soon";
    case Effect::InForce:
      return "law-live";
    case Effect::Expired:
      return "law-gone";
    case Effect::Replaced:
      return "law-replaced";
  }
  return {};
}

std::string address_of(DocumentNo document) { return "/van-ban/" + std::to_string(document.value); }

std::string text_address(DocumentNo document) { return address_of(document) + "/toan-van"; }

std::string edition_address(DocumentNo document, std::uint32_t edition) {
  return text_address(document) + "/ban/" + std::to_string(edition);
}

const FullText* Document::shown() const {
  return shown_text == 0 ? nullptr : &texts[shown_text - 1];
}

const FullText* Document::waiting() const {
  return waiting_text == 0 ? nullptr : &texts[waiting_text - 1];
}

void State::fold(const DocumentRegistered& fact) {
  ASSERT(fact.document.index() == documents_.size());
  Document document;
  document.no = fact.document;
  document.number = fact.number;
  document.key = fact.key;
  document.type = fact.type;
  document.issuer = fact.issuer;
  document.title = fact.title;
  document.issued = fact.issued;
  document.effective = fact.effective;
  document.expires = fact.expires;
  document.note = fact.note.value_or("");
  document.folded = viet::fold(fact.number + " " + fact.key + " " + fact.type + " " + fact.issuer +
                               " " + fact.title);
  documents_.push_back(std::move(document));
  by_key_[fact.key].push_back(fact.document);
  // Of one day, the one registered later comes first.
  const auto place = std::find_if(newest_first_.begin(), newest_first_.end(), [&](DocumentNo no) {
    return documents_[no.index()].issued <= fact.issued;
  });
  newest_first_.insert(place, fact.document);
}

void State::fold(const EffectChanged& fact) {
  ASSERT(has(fact.document));
  Document& document = documents_[fact.document.index()];
  if (has(document.replaced_by)) {
    std::erase(documents_[document.replaced_by.index()].replaces, document.no);
  }
  document.effective = fact.effective;
  document.expires = fact.expires;
  document.replaced_by = fact.replaced_by.value_or(DocumentNo{});
  document.basis = fact.basis;
  ++document.version;
  if (has(document.replaced_by)) {
    documents_[document.replaced_by.index()].replaces.push_back(document.no);
  }
}

void State::fold(const TextProposed& fact, const ledger::Stamp& stamp) {
  ASSERT(has(fact.document));
  Document& document = documents_[fact.document.index()];
  ASSERT(fact.edition == document.texts.size() + 1);
  document.texts.push_back({fact.edition,
                            fact.text,
                            fact.articles,
                            fact.source,
                            fact.by.value_or(PersonNo{}),
                            stamp.at,
                            {}});
  document.waiting_text = fact.edition;
}

void State::fold(const TextConfirmed& fact) {
  ASSERT(has(fact.document));
  Document& document = documents_[fact.document.index()];
  ASSERT(fact.edition == document.waiting_text && fact.edition != 0);
  document.shown_text = fact.edition;
  document.waiting_text = 0;
}

void State::fold(const TextRefused& fact) {
  ASSERT(has(fact.document));
  Document& document = documents_[fact.document.index()];
  ASSERT(fact.edition == document.waiting_text && fact.edition != 0);
  document.texts[fact.edition - 1].refusal = fact.reason;
  document.waiting_text = 0;
}

const Document& State::document(DocumentNo no) const {
  ASSERT(has(no));
  return documents_[no.index()];
}

Result<const Document*> State::find(DocumentNo no) const {
  if (has(no)) return &documents_[no.index()];
  return problem(Code::NotFound,
                 {"Sổ văn bản không có văn bản này.", "The register has no such document."});
}

std::vector<DocumentNo> State::by_number(std::string_view key) const {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return {};
  std::vector<DocumentNo> out(found->second.rbegin(), found->second.rend());
  std::stable_sort(out.begin(), out.end(), [&](DocumentNo a, DocumentNo b) {
    return documents_[a.index()].issued > documents_[b.index()].issued;
  });
  return out;
}

std::vector<DocumentNo> State::search(std::string_view words) const {
  const std::string folded = viet::fold(words);
  std::vector<std::string_view> wanted;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) wanted.push_back(std::string_view(folded).substr(at, end - at));
    at = end + 1;
  }
  std::vector<DocumentNo> out;
  for (const DocumentNo no : newest_first_) {
    const std::string& text = documents_[no.index()].folded;
    const bool all = std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
      return text.find(word) != std::string::npos;
    });
    if (all) out.push_back(no);
  }
  return out;
}

Matched State::match(std::string_view key, std::optional<Date> issued,
                     std::string_view issuer) const {
  auto candidates = by_number(key);
  if (candidates.empty()) return {};
  const std::string wanted = viet::fold(issuer);
  const auto same_issuer = [&](DocumentNo no) {
    return !wanted.empty() && viet::fold(documents_[no.index()].issuer) == wanted;
  };
  std::stable_partition(candidates.begin(), candidates.end(), same_issuer);
  if (!issued) return {Match::Registered, candidates.front()};
  const auto same_day = std::find_if(candidates.begin(), candidates.end(), [&](DocumentNo no) {
    return documents_[no.index()].issued == *issued;
  });
  if (same_day != candidates.end()) return {Match::Registered, *same_day};
  return {Match::OtherDate, candidates.front()};
}

Matched State::match(const viet::CitedDocument& cited) const {
  return match(cited.number.key(), cited.date, cited.issuer);
}

Effect State::effect(DocumentNo no, Date today) const {
  const Document& one = document(no);
  if (one.expires && today >= *one.expires) {
    return one.replaced_by ? Effect::Replaced : Effect::Expired;
  }
  return today < one.effective.value_or(one.issued) ? Effect::NotYet : Effect::InForce;
}

Text State::sentence(DocumentNo no, Date today) const {
  const Document& one = document(no);
  const Effect now = effect(no, today);
  switch (now) {
    case Effect::NotYet: {
      const std::string day = vietnamese(one.effective.value_or(one.issued));
      return {"Chưa có hiệu lực, từ " + day, "Not yet in force, from " + day};
    }
    case Effect::InForce: {
      if (!one.expires) return title(now);
      const std::string day = vietnamese(*one.expires - 1);
      return {"Còn hiệu lực đến hết " + day, "In force until the end of " + day};
    }
    case Effect::Expired: {
      const std::string day = vietnamese(*one.expires);
      return {"Hết hiệu lực từ " + day, "No longer in force since " + day};
    }
    case Effect::Replaced: {
      const std::string day = vietnamese(*one.expires);
      const std::string& successor = document(one.replaced_by).number;
      return {"Hết hiệu lực từ " + day + ", thay bằng " + successor,
              "No longer in force since " + day + ", replaced by " + successor};
    }
  }
  return {};
}

std::vector<Cited> State::cited(const std::vector<DocumentNo>& documents, Date today) const {
  std::vector<Cited> out;
  for (const DocumentNo no : documents) {
    if (!has(no)) continue;
    const Document& one = documents_[no.index()];
    out.push_back(
        {no, one.name(), one.title, address_of(no), effect(no, today), sentence(no, today)});
  }
  return out;
}

}  // namespace lantoa::city::law
