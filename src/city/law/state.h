// The register of documents, and what a citation in some text means by it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/law/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"
#include "viet/citations.h"

namespace lantoa::city::law {

// One edition of a document's full text.
struct FullText {
  std::uint32_t edition = 0;
  std::string blob;
  std::uint32_t articles = 0;
  std::string source;
  PersonNo by;  // none: the system
  Instant at;
  std::optional<std::string> refusal;  // why a second person refused it
};

struct Document {
  DocumentNo no;
  std::string number;  // as issued
  std::string key;
  std::string type;
  std::string issuer;
  std::string title;
  Date issued;
  std::optional<Date> effective;
  std::optional<Date> expires;
  DocumentNo replaced_by;            // none: nothing known
  std::vector<DocumentNo> replaces;  // what names this one as its successor
  std::string note;
  std::string basis;               // of the present dates; empty: as registered
  std::uint32_t version = 1;       // counts changes of effect
  std::string folded;              // what a search looks in
  std::vector<FullText> texts;     // edition n at n - 1
  std::uint32_t shown_text = 0;    // edition that readers see; 0: none
  std::uint32_t waiting_text = 0;  // edition that waits for a second person; 0: none

  std::string name() const { return type + " " + number; }  // "Nghị quyết 97/2019/QH14"
  const FullText* shown() const;                            // nullptr: none
  const FullText* waiting() const;                          // nullptr: none
};

enum class Effect { NotYet, InForce, Expired, Replaced };
Text title(Effect effect);             // "Còn hiệu lực"
std::string_view mark(Effect effect);  // class of the mark beside the words: "law-live"

// A cited text against the register.
enum class Match {
  Registered,
  OtherDate,  // the number is there, the date of issue is another: `document` is the nearest guess
  Unknown,
};
struct Matched {
  Match match = Match::Unknown;
  DocumentNo document;
};

// What a page shows of a document that something cites.
struct Cited {
  DocumentNo document;
  std::string name;     // "Nghị quyết 97/2019/QH14"
  std::string title;    // trích yếu
  std::string address;  // "/van-ban/1"
  Effect effect = Effect::InForce;
  Text sentence;  // "Hết hiệu lực từ 01/01/2025"
};

std::string address_of(DocumentNo document);
std::string text_address(DocumentNo document);  // "/van-ban/1/toan-van": for readers
std::string edition_address(DocumentNo document, std::uint32_t edition);  // for keepers

class State {
 public:
  void fold(const DocumentRegistered& fact);
  void fold(const EffectChanged& fact);
  void fold(const TextProposed& fact, const ledger::Stamp& stamp);
  void fold(const TextConfirmed& fact);
  void fold(const TextRefused& fact);

  std::uint32_t size() const { return static_cast<std::uint32_t>(documents_.size()); }
  bool has(DocumentNo no) const { return no && no.index() < documents_.size(); }
  const Document& document(DocumentNo no) const;      // needs has(no)
  Result<const Document*> find(DocumentNo no) const;  // NotFound otherwise

  // Latest date of issue first.
  const std::vector<DocumentNo>& newest_first() const { return newest_first_; }
  // Every document of this key, latest date of issue first: numbers begin again each year.
  std::vector<DocumentNo> by_number(std::string_view key) const;
  // Newest first; every word of `words`, without case and marks, stands in number, type, issuer or
  // title. No words: all of them.
  std::vector<DocumentNo> search(std::string_view words) const;

  // `issuer` (as the text names it) only helps to choose among several of the same date.
  Matched match(std::string_view key, std::optional<Date> issued,
                std::string_view issuer = {}) const;
  Matched match(const viet::CitedDocument& cited) const;

  Effect effect(DocumentNo no, Date today) const;
  Text sentence(DocumentNo no, Date today) const;  // the effect with its day, as pages say it
  std::vector<Cited> cited(const std::vector<DocumentNo>& documents, Date today) const;

 private:
  std::vector<Document> documents_;
  std::vector<DocumentNo> newest_first_;
  std::map<std::string, std::vector<DocumentNo>, std::less<>> by_key_;
};

}  // namespace lantoa::city::law
