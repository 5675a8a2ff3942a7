#include "viet/legal_head.h"

#include <algorithm>
#include <array>

#include "viet/citations.h"
#include "viet/document_names.h"
#include "viet/legal_date.h"
#include "viet/legal_label.h"
#include "viet/source_text.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t head_passages_max = 60;  // down to the type of the document
constexpr std::size_t head_passage_bytes_max = 2000;
constexpr std::size_t title_passages_max = 6;
constexpr std::size_t place_bytes_max = 60;
constexpr std::size_t formula_bytes_max = 300;

constexpr auto mottos = std::to_array<std::string_view>(
    {"cong hoa xa hoi chu nghia", "doc lap - tu do", "dang cong san viet nam"});

constexpr auto decisions = std::to_array<std::string_view>({"quyet nghi", "quyet dinh"});

std::string_view raw(std::string_view source, const Layout& layout, const Passage& passage) {
  const std::size_t begin = layout.begin(passage);
  return source.substr(begin, std::min(layout.end(passage) - begin, head_passage_bytes_max));
}

// The lines that say something.
std::string said(std::string_view source, const Layout& layout, const Passage& passage) {
  std::string out;
  for (std::size_t i = passage.first; i < passage.last; ++i) {
    const Line& piece = layout.pieces[i];
    if (is_decoration(piece.text)) continue;
    if (out.size() > head_passage_bytes_max) break;
    const std::size_t length = std::min(piece.end - piece.begin, head_passage_bytes_max);
    out += plain_text(source.substr(piece.begin, length));
    out += ' ';
  }
  if (!out.empty()) out.pop_back();
  while (out.ends_with(' ') || out.ends_with('-')) out.pop_back();
  return out;
}

const TypeWord* type_word_at(const SourceText& source) {
  for (const TypeWord& word : type_words()) {
    if (source.starts(0, word.folded)) return &word;
  }
  return nullptr;
}

bool has_motto(const SourceText& words) {
  return std::any_of(mottos.begin(), mottos.end(), [&](std::string_view motto) {
    return words.folded().find(motto) != std::string::npos;
  });
}

// "Số: 12/KH-UBND", "Luật số: 5/2024/QH15": the number opens its line, save for the type.
std::optional<Citation> own_number(const std::string& text, const SourceText& words) {
  std::size_t at = 0;
  if (const TypeWord* type = type_word_at(words)) at = type->folded.size();
  if (words.at(at) == U' ') ++at;
  if (words.folded().compare(at, 2, "so") != 0) return std::nullopt;
  auto citations = find_citations(text, std::nullopt);
  if (citations.empty() || words.index_of(citations[0].offset) > at + 5) return std::nullopt;
  return std::move(citations[0]);
}

bool has_letters(const SourceText& words, std::size_t from) {
  while (from < words.size() && !is_letter(words.at(from))) ++from;
  return from < words.size();
}

bool is_decision(const SourceText& source) {
  return source.size() <= 16 && std::any_of(decisions.begin(), decisions.end(),
                                            [&](auto words) { return source.starts(0, words); });
}

class HeadReader {
 public:
  HeadReader(std::string_view source, const Layout& layout) : source_(source), layout_(layout) {}

  LegalHead run() {
    find_type();
    const std::size_t end =
        head_.type_line ? head_.type_at : std::min(head_passages_max, layout_.passages.size());
    for (std::size_t i = 0; i < end; ++i) read_line(said_at(i));
    finish_issuer();
    if (head_.type_line && head_.title.empty()) read_title();
    if (head_.type.empty() && head_.number) head_.type = head_.number->type_name();
    find_decision();
    return std::move(head_);
  }

 private:
  std::string said_at(std::size_t i) const { return said(source_, layout_, layout_.passages[i]); }

  void find_type() {
    const std::size_t end = std::min(head_passages_max, layout_.passages.size());
    bool official = false;  // a number or the motto stands above
    for (std::size_t i = 0; i < end; ++i) {
      const std::string text = said_at(i);
      const SourceText words(text);
      const TypeWord* type = type_word_at(words);
      // "LUẬT SƯ TRẺ NÓI VỀ CHỢ" is a headline: with more on its line the type needs a head above.
      if (layout_.passages[i].cell || type == nullptr || !is_capitals(text) ||
          (!official && has_letters(words, type->folded.size()))) {
        official = official || has_motto(words) || own_number(text, words);
        continue;
      }
      head_.type = type->name;
      head_.type_line = true;
      head_.type_at = i;
      head_.title = words.text(type->folded.size(), words.size());
      head_.body = i + 1;
      return;
    }
  }

  // The passage below the type, with the lines that go on with it in the same kind of letters.
  void read_title() {
    bool capitals = false;
    for (std::size_t n = 0; n < title_passages_max && head_.body < layout_.passages.size(); ++n) {
      const Passage& passage = layout_.passages[head_.body];
      const std::string_view text = raw(source_, layout_, passage);
      if (passage.cell || opens_ground(text) || label_of(text)) return;
      if (is_decoration(text)) {
        ++head_.body;
        continue;
      }
      const bool first = head_.title.empty();
      if (first) capitals = is_capitals(text);
      if (!first && (!passage.joined || is_capitals(text) != capitals)) return;
      if (!first && (opens_body(text) || is_decision(SourceText(plain_text(text))))) return;
      if (!first) head_.title += ' ';
      head_.title += said_at(head_.body++);
    }
  }

  // The body that decides, named again above the grounds.
  bool opens_body(std::string_view text) const {
    const std::string key = name_key(plain_text(text));
    return is_capitals(text) && std::any_of(issuers_.begin(), issuers_.end(),
                                            [&](const auto& name) { return name == key; });
  }

  // One passage above the type: cells come one by one, lines of plain text may hold two columns.
  void read_line(const std::string& text) {
    const SourceText words(text);
    std::size_t number_end = 0;
    if (!head_.number) {
      if (const auto own = own_number(text, words)) {
        head_.number = own->number;
        number_end = own->offset + own->length;
      }
    }
    read_date(text, number_end);
    if (!head_.number && !head_.date) read_issuer(text, words);
  }

  void read_date(const std::string& text, std::size_t from) {
    if (head_.date) return;
    for (const DateMention& mention : find_dates(text, std::nullopt)) {
      const std::string_view before = std::string_view(text).substr(0, mention.offset);
      const std::size_t comma = before.rfind(", ng");
      if (comma == before.npos || comma < from || before.size() - comma > 10) continue;
      head_.date = mention.date;
      std::string place = plain_text(before.substr(from, comma - from));
      if (place.size() <= place_bytes_max) head_.place = std::move(place);
      return;
    }
  }

  void read_issuer(const std::string& text, const SourceText& words) {
    std::size_t end = words.size();
    for (const std::string_view motto : mottos) end = std::min(end, words.folded().find(motto));
    const std::string name = words.text(0, end);
    if (end == 0 || !is_capitals(name)) {
      issuer_open_ = issuer_open_ && end != 0 && text.empty();
      return;
    }
    issuers_.push_back(name_key(name));
    if (head_.issuer.empty()) {
      head_.issuer = name;
      issuer_open_ = end == words.size();
    } else if (issuer_open_) {
      head_.issuer += ' ' + name;
      issuers_.push_back(name_key(head_.issuer));
    }
  }

  // A body that the tables know is written as there.
  void finish_issuer() {
    if (head_.issuer.empty()) {
      head_.issuer = head_.number ? head_.number->issuer_name() : std::string();
    } else if (const auto known = known_body(head_.issuer); !known.empty()) {
      head_.issuer = known;
    }
  }

  // Where a text has no articles, its clauses begin below "QUYẾT NGHỊ".
  void find_decision() {
    head_.clauses = head_.body;
    for (std::size_t i = head_.body; i < layout_.passages.size() && i < 2 * head_passages_max;
         ++i) {
      const Passage& passage = layout_.passages[i];
      if (passage.cell || passage.last - passage.first > 1) continue;
      const std::string_view text = raw(source_, layout_, passage);
      if (is_capitals(text) && is_decision(SourceText(plain_text(text)))) {
        head_.clauses = i + 1;
        return;
      }
    }
  }

  std::string_view source_;
  const Layout& layout_;
  LegalHead head_;
  std::vector<std::string> issuers_;  // keys of what may be named above the grounds
  bool issuer_open_ = false;
};

}  // namespace

LegalHead read_head(std::string_view source, const Layout& layout) {
  return HeadReader(source, layout).run();
}

bool is_closing_formula(std::string_view passage) {
  const SourceText words(plain_text(passage.substr(0, formula_bytes_max)));
  const TypeWord* type = type_word_at(words);
  if (type == nullptr || !words.starts(type->folded.size(), " nay ")) return false;
  const std::string& text = words.folded();
  return text.find(" duoc ") != text.npos &&
         (text.find(" thong qua") != text.npos || text.find("quoc hoi") != text.npos);
}

}  // namespace lantoa::viet
