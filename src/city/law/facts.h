// What can happen to the register of documents.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::law {

struct DocumentRegistered {
  static constexpr std::string_view kind = "law.document_registered";
  DocumentNo document;
  std::string number;  // as issued: "97/2019/QH14"
  std::string key;     // viet::DocumentNumber::key() of it
  std::string type;    // "Nghị quyết"
  std::string issuer;  // "Quốc hội"
  std::string title;   // trích yếu
  Date issued;
  std::optional<Date> effective;  // first day in force; absent: not stated
  std::optional<Date> expires;    // first day no longer in force
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DocumentRegistered, (),
                      (document, number, key, type, issuer, title, issued, effective, expires,
                       note))

// From now on these are the document's dates; what is absent is no longer stated.
struct EffectChanged {
  static constexpr std::string_view kind = "law.effect_changed";
  DocumentNo document;
  std::optional<Date> effective;
  std::optional<Date> expires;
  std::optional<DocumentNo> replaced_by;
  std::string basis;  // which clause of which document says so
};
BOOST_DESCRIBE_STRUCT(EffectChanged, (), (document, effective, expires, replaced_by, basis))

// A full text for a document. The public reads it once a second person has compared it; an edition
// proposed later takes the place of one that still waits.
struct TextProposed {
  static constexpr std::string_view kind = "law.text_proposed";
  DocumentNo document;
  std::uint32_t edition = 0;   // from 1
  std::string text;            // address of the blob with the text as it was handed in, UTF-8
  std::uint32_t articles = 0;  // Điều that were found in it
  std::string source;          // where it was taken from: "Công báo số 61 ngày 05/01/2020"
  std::optional<PersonNo> by;  // absent: the system
};
BOOST_DESCRIBE_STRUCT(TextProposed, (), (document, edition, text, articles, source, by))

// From now on readers see this edition.
struct TextConfirmed {
  static constexpr std::string_view kind = "law.text_confirmed";
  DocumentNo document;
  std::uint32_t edition = 0;
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(TextConfirmed, (), (document, edition, by))

struct TextRefused {
  static constexpr std::string_view kind = "law.text_refused";
  DocumentNo document;
  std::uint32_t edition = 0;
  std::string reason;  // for who proposed it
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(TextRefused, (), (document, edition, reason, by))

}  // namespace lantoa::city::law
