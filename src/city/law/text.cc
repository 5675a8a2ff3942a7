#include "city/law/text.h"

#include <algorithm>
#include <cctype>

#include "viet/legal_layout.h"

namespace lantoa::city::law {
namespace {

constexpr std::size_t texts_kept = 16;

// The innermost provision that holds this byte of the source.
std::optional<std::size_t> holder(const viet::LegalText& text, std::size_t offset) {
  std::optional<std::size_t> out;
  for (std::size_t i = 0; i < text.provisions.size(); ++i) {
    const viet::Provision& one = text.provisions[i];
    if (one.offset > offset) break;
    if (offset < one.offset + one.length) out = i;
  }
  return out;
}

bool has_address(const viet::LegalText& text, std::string_view address) {
  return std::any_of(text.provisions.begin(), text.provisions.end(),
                     [&](const viet::Provision& one) { return one.address == address; });
}

class Reader {
 public:
  Reader(std::string_view source, ReadText& out) : source_(source), out_(out) {}

  void read() {
    for (const viet::ProvisionReference& one : out_.text.references) own_provision(one);
    for (const viet::Citation& one : out_.text.citations) cited_document(one);
    std::sort(out_.mentions.begin(), out_.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.offset < b.offset; });
  }

 private:
  Mention mention(std::size_t offset, std::size_t length) const {
    Mention out;
    out.offset = offset;
    out.words = viet::plain_text(source_.substr(offset, length));
    return out;
  }

  void add(Mention mention) {
    const auto in = holder(out_.text, mention.offset);
    if (!in || mention.words.empty()) return;
    mention.provision = *in;
    out_.mentions.push_back(std::move(mention));
  }

  // Of several provisions named together the first is where the link leads.
  void own_provision(const viet::ProvisionReference& one) {
    if (one.of == viet::ProvisionReference::Of::Document || one.provisions.empty()) return;
    if (!has_address(out_.text, one.provisions.front())) return;
    Mention out = mention(one.offset, one.length);
    out.own = one.provisions.front();
    add(std::move(out));
  }

  void cited_document(const viet::Citation& one) {
    Mention out = mention(one.offset, one.length);
    out.key = one.number.key();
    out.issuer = one.issuer;
    out.date = one.date;
    if (!one.provisions.empty()) out.within = one.provisions.front();
    add(std::move(out));
  }

  std::string_view source_;
  ReadText& out_;
};

std::string page_of(DocumentNo document, const std::string& address) {
  return text_address(document) + "/" + address;
}

// Whole words: "Điều 3" does not stand in "Điều 30".
std::size_t find_words(const std::string& text, const std::string& words, std::size_t at) {
  const auto goes_on = [&](std::size_t end) {
    if (end >= text.size()) return false;
    const auto next = static_cast<unsigned char>(text[end]);
    return std::isalnum(next) != 0 || next >= 0x80;
  };
  std::size_t found = text.find(words, at);
  while (found != std::string::npos && goes_on(found + words.size())) {
    found = text.find(words, found + 1);
  }
  return found;
}

// What `words` of the text lead to; a mention whose words do not stand in the text as read (the
// source was broken there) stays without a link.
std::vector<TextPiece> pieces_of(const std::string& text, const ReadText& read,
                                 const std::vector<std::string>& links, std::size_t provision) {
  std::vector<TextPiece> out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < read.mentions.size(); ++i) {
    const Mention& one = read.mentions[i];
    if (one.provision != provision || links[i].empty()) continue;
    const std::size_t found = find_words(text, one.words, at);
    if (found == std::string::npos) continue;
    out.push_back({text.substr(at, found - at), TextLink{links[i], one.words}});
    at = found + one.words.size();
  }
  if (at < text.size()) out.push_back({text.substr(at), {}});
  return out;
}

}  // namespace

std::optional<std::size_t> ReadText::find(std::string_view address) const {
  for (std::size_t i = 0; i < text.provisions.size(); ++i) {
    if (text.provisions[i].address == address) return i;
  }
  return std::nullopt;
}

std::size_t ReadText::end_of(std::size_t provision) const {
  std::size_t end = provision + 1;
  const auto below = [&](std::size_t i) {
    for (auto up = text.provisions[i].parent; up; up = text.provisions[*up].parent) {
      if (*up == provision) return true;
    }
    return false;
  };
  while (end < text.provisions.size() && below(end)) ++end;
  return end;
}

Result<ReadText> read_full_text(std::string_view bytes) {
  ReadText out;
  TRY_ASSIGN(out.text, viet::read_legal_text(bytes));
  Reader(bytes, out).read();
  return out;
}

Result<ProposeText> proposal(ledger::Blobs& blobs, DocumentNo document, std::string_view text,
                             std::string source, std::string field) {
  ProposeText out;
  const auto in_field = [&](Problem problem) {
    problem.field = field;
    return problem;
  };
  TRY_ASSIGN(const ReadText read, read_full_text(text).map_error(in_field));
  out.document = document;
  out.source = std::move(source);
  if (read.text.number) {
    out.key = read.text.number->key();
    out.number = read.text.number->as_written;
  }
  out.provisions = static_cast<std::uint32_t>(read.text.provisions.size());
  for (const viet::Provision& one : read.text.provisions) {
    if (one.level == viet::Level::Article) ++out.articles;
  }
  TRY_ASSIGN(out.blob, blobs.put(text));
  out.field = std::move(field);
  return out;
}

Result<std::shared_ptr<const ReadText>> Texts::get(const std::string& blob) {
  {
    const std::lock_guard guard(mutex_);
    for (const auto& [name, text] : kept_) {
      if (name == blob) return text;
    }
  }
  TRY_ASSIGN(const std::string bytes, blobs_.get(blob));
  TRY_ASSIGN(ReadText read, read_full_text(bytes));
  auto text = std::make_shared<const ReadText>(std::move(read));
  const std::lock_guard guard(mutex_);
  if (kept_.size() == texts_kept) kept_.erase(kept_.begin());
  kept_.emplace_back(blob, text);
  return text;
}

std::vector<std::string> targets(const State& state, const ReadText& read, DocumentNo document) {
  std::vector<std::string> out;
  out.reserve(read.mentions.size());
  for (const Mention& one : read.mentions) {
    if (!one.own.empty()) {
      out.push_back(page_of(document, one.own));
      continue;
    }
    const Matched found = state.match(one.key, one.date, one.issuer);
    if (found.match != Match::Registered || found.document == document) {
      out.emplace_back();
    } else if (!one.within.empty() && state.document(found.document).shown() != nullptr) {
      out.push_back(page_of(found.document, one.within));
    } else {
      out.push_back(address_of(found.document));
    }
  }
  return out;
}

std::vector<ProvisionRow> rows(const ReadText& read, const std::vector<std::string>& targets,
                               DocumentNo document, std::size_t first, std::size_t end) {
  std::vector<std::string> links = targets;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto own = read.mentions[i].own.empty() ? std::nullopt : read.find(read.mentions[i].own);
    if (own && *own >= first && *own < end) links[i] = "#" + read.mentions[i].own;
  }
  std::vector<ProvisionRow> out;
  out.reserve(end - first);
  for (std::size_t i = first; i < end; ++i) {
    const viet::Provision& one = read.text.provisions[i];
    ProvisionRow row;
    row.id = one.address;
    row.address = page_of(document, one.address);
    row.article = one.level == viet::Level::Article;
    row.clause = one.level == viet::Level::Clause;
    row.point = one.level == viet::Level::Point;
    row.division = !row.article && !row.clause && !row.point;
    row.label = one.label;
    row.heading = one.heading;
    row.pieces = pieces_of(one.text, read, links, i);
    row.has_text = !row.pieces.empty();
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace lantoa::city::law
