#include "viet/legal_text.h"

#include <algorithm>

#include "viet/legal_date.h"
#include "viet/legal_head.h"
#include "viet/legal_layout.h"
#include "viet/legal_tree.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t deciding_bytes = 64 * 1024;  // of a file, to tell what it is
constexpr std::size_t grounds_max = 500;

tl::unexpected<Problem> no_legal_text() {
  return problem(Code::Invalid,
                 {"Tệp không có số văn bản, cũng không có điều hay khoản nào. Hãy chọn tệp toàn "
                  "văn của văn bản.",
                  "The file has neither a document number nor any article or clause. Choose the "
                  "file with the full text of the document."});
}

void to_source(const LinearText& linear, std::size_t& offset, std::size_t& length) {
  const std::size_t last = linear.source_offset(offset + std::max<std::size_t>(length, 1) - 1);
  offset = linear.source_offset(offset);
  length = last < offset ? 0 : last + 1 - offset;
}

// The innermost provision of a level, or of any, around a byte.
const Provision* around(const std::vector<Provision>& provisions, std::size_t offset,
                        std::optional<Level> level) {
  auto after =
      std::upper_bound(provisions.begin(), provisions.end(), offset,
                       [](std::size_t wanted, const Provision& p) { return wanted < p.offset; });
  if (after == provisions.begin()) return nullptr;
  const Provision* found = &*(after - 1);
  while (found != nullptr && level && found->level != *level) {
    found = found->parent ? &provisions[*found->parent] : nullptr;
  }
  return found;
}

// "khoản 1 Điều này" said inside Điều 3 means dieu-3.khoan-1, "điểm a khoản này" likewise.
void complete(const std::vector<Provision>& provisions, ProvisionReference& reference) {
  if (reference.of != ProvisionReference::Of::ThisProvision) return;
  for (std::string& address : reference.provisions) {
    const Level level = address.starts_with("diem-") ? Level::Clause : Level::Article;
    const Provision* outer = around(provisions, reference.offset, level);
    if (outer == nullptr || address.starts_with("dieu-")) continue;
    address = address.empty() ? outer->address : outer->address + '.' + address;
  }
}

class LegalReader {
 public:
  explicit LegalReader(std::string_view source)
      : source_(source), layout_(read_layout(source)), head_(read_head(source, layout_)) {}

  LegalText run() {
    LegalTree tree = read_tree(source_, layout_, head_);
    text_.provisions = std::move(tree.provisions);
    text_.number = head_.number;
    text_.type = head_.type;
    text_.issuer = head_.issuer;
    text_.place = head_.place;
    text_.title = head_.title;
    text_.date = head_.date;
    if (!text_.date && tree.closing) read_closing_date(layout_.passages[*tree.closing]);
    read_citations();
    read_grounds(tree.first);
    text_.damaged = find_damage(source_);
    return std::move(text_);
  }

 private:
  void read_closing_date(const Passage& passage) {
    const auto dates = find_dates(plain_text(source_, layout_, passage), std::nullopt);
    if (!dates.empty()) text_.date = dates.back().date;
  }

  void read_citations() {
    const LinearText linear(source_, layout_);
    const std::size_t body =
        head_.type_line && head_.type_at > 0 ? layout_.begin(layout_.passages[head_.type_at]) : 0;
    for (Citation& citation : find_citations(linear.text(), text_.date)) {
      to_source(linear, citation.offset, citation.length);
      if (citation.offset >= body) text_.citations.push_back(std::move(citation));
    }
    text_.documents = group_citations(text_.citations);
    for (ProvisionReference& reference : find_references(linear.text())) {
      to_source(linear, reference.offset, reference.length);
      if (is_label(reference.offset)) continue;
      complete(text_.provisions, reference);
      text_.references.push_back(std::move(reference));
    }
  }

  bool is_label(std::size_t offset) const {
    const Provision* provision = around(text_.provisions, offset, std::nullopt);
    return provision != nullptr && provision->offset == offset;
  }

  void read_grounds(std::size_t end) {
    for (std::size_t i = head_.body; i < end && text_.grounds.size() < grounds_max; ++i) {
      const Passage& passage = layout_.passages[i];
      const std::size_t begin = layout_.begin(passage);
      const std::size_t length = layout_.end(passage) - begin;
      if (passage.cell || !opens_ground(source_.substr(begin, length))) continue;
      Ground ground{begin, length, plain_text(source_, layout_, passage), {}};
      auto cited = std::lower_bound(
          text_.citations.begin(), text_.citations.end(), begin,
          [](const Citation& citation, std::size_t wanted) { return citation.offset < wanted; });
      for (; cited != text_.citations.end() && cited->offset < begin + length; ++cited) {
        ground.citations.push_back(static_cast<std::size_t>(cited - text_.citations.begin()));
      }
      text_.grounds.push_back(std::move(ground));
    }
  }

  std::string_view source_;
  Layout layout_;
  LegalHead head_;
  LegalText text_;
};

}  // namespace

Result<LegalText> read_legal_text(std::string_view bytes) {
  if (bytes.size() > legal_text_bytes_max) {
    return problem(Code::TooLarge,
                   {"Văn bản lớn hơn 8 MiB. Hãy chỉ gửi phần chữ, không kèm ảnh.",
                    "The document is larger than 8 MiB. Send only its text, without pictures."});
  }
  if (auto wrong = encoding_problem(bytes)) return tl::unexpected(*std::move(wrong));
  LegalText text = LegalReader(bytes).run();
  if (!text.number && text.provisions.empty()) return no_legal_text();
  return text;
}

bool is_legal_text(std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, deciding_bytes);
  const Layout layout = read_layout(beginning);
  const LegalHead head = read_head(beginning, layout);
  if (!head.type_line) return false;
  if (head.number) return true;
  const LegalTree tree = read_tree(beginning, layout, head);
  return std::count_if(tree.provisions.begin(), tree.provisions.end(),
                       [](const Provision& p) { return p.level == Level::Article; }) >= 2;
}

}  // namespace lantoa::viet
