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

}  // namespace lantoa::city::law
