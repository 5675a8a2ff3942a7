// A document's full text as pages show it: provisions in their order, each under an address that
// later editions keep, with links where it refers to another provision or document.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "city/law/decide.h"
#include "platform/html/view.h"
#include "platform/ledger/blobs.h"
#include "viet/legal_text.h"

namespace lantoa::city::law {

// Words of a provision that lead somewhere.
struct Mention {
  std::size_t provision = 0;  // which of the text's, the innermost
  std::string words;          // as a person reads them
  std::size_t offset = 0;     // of the source
  std::string own;            // address of a provision of the same text; empty: of another document
  std::string key;            // of the document that is cited
  std::string issuer;
  std::optional<Date> date;
  std::string within;  // "dieu-9.khoan-2" of the cited document; empty: the whole of it
};

struct ReadText {
  viet::LegalText text;
  std::vector<Mention> mentions;  // in the order of the source

  // Which provision has this address; none: there is none.
  std::optional<std::size_t> find(std::string_view address) const;
  // Past the last provision that stands below this one.
  std::size_t end_of(std::size_t provision) const;
};

Result<ReadText> read_full_text(std::string_view bytes);

// The text handed in for a document, read and put among the blobs. A Problem names `field`.
Result<ProposeText> proposal(ledger::Blobs& blobs, DocumentNo document, std::string_view text,
                             std::string source, std::string field);

// The texts read last, by their blobs: reading one takes milliseconds, a page asks for it each
// time. Any thread.
class Texts {
 public:
  explicit Texts(ledger::Blobs& blobs) : blobs_(blobs) {}

  Result<std::shared_ptr<const ReadText>> get(const std::string& blob);

 private:
  ledger::Blobs& blobs_;
  std::mutex mutex_;
  std::vector<std::pair<std::string, std::shared_ptr<const ReadText>>> kept_;  // newest last
};

struct TextLink {
  std::string address;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(TextLink, (), (address, words))

// Plain text, then perhaps a link.
struct TextPiece {
  std::string plain;
  std::optional<TextLink> link;
};
BOOST_DESCRIBE_STRUCT(TextPiece, (), (plain, link))

struct ProvisionRow {
  std::string id;       // "dieu-3.khoan-2", also the fragment
  std::string address;  // of its own page
  bool division = false, article = false, clause = false, point = false;  // one of them
  bool bare = false;  // its label and heading stand above already, as the heading of its page
  std::string label;
  std::string heading;
  bool has_text = false;
  std::vector<TextPiece> pieces;
};
BOOST_DESCRIBE_STRUCT(ProvisionRow, (),
                      (id, address, division, article, clause, point, bare, label, heading,
                       has_text, pieces))

// Where each mention leads, in their order; empty: the register has no such document. The state
// must stand still.
std::vector<std::string> targets(const State& state, const ReadText& read, DocumentNo document);

// The provisions [first, end). What is among them is linked within the page.
std::vector<ProvisionRow> rows(const ReadText& read, const std::vector<std::string>& targets,
                               DocumentNo document, std::size_t first, std::size_t end);

}  // namespace lantoa::city::law
