#include "platform/markdown/walk.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "platform/markdown/characters.h"
#include "platform/markdown/markdown.h"

namespace lantoa::markdown {
namespace {

Problem too_large(std::string vi, std::string en) {
  return {Code::TooLarge, {std::move(vi), std::move(en)}, {}, {}};
}

Problem too_nested() {
  return too_large(
      "Văn bản lồng quá nhiều tầng (danh sách, trích dẫn, chữ đậm trong nhau). Hãy bớt tầng.",
      "Lists, quotes or emphasis are nested too deeply. Use fewer levels.");
}

// How far right the last list or quote mark at the start of a line stands. md4c's work for an empty
// line grows with the open lists, and n lists need a mark in column 2n at least.
std::size_t mark_column(std::string_view line) {
  std::size_t column = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    std::size_t size = 1;
    if (c == ' ' || c == '\t') {
      column += c == '\t' ? 4 - column % 4 : 1;
      ++i;
      continue;
    }
    if (c >= '0' && c <= '9') {
      while (i + size < line.size() && line[i + size] >= '0' && line[i + size] <= '9') ++size;
      if (i + size == line.size() || (line[i + size] != '.' && line[i + size] != ')')) break;
      ++size;
    } else if (c != '>' && c != '-' && c != '+' && c != '*') {
      break;
    }
    const bool stands_alone =
        c == '>' || i + size == line.size() || line[i + size] == ' ' || line[i + size] == '\t';
    if (!stands_alone) break;
    last = column;
    column += size;
    i += size;
  }
  return last;
}

// What md4c would spend too long on must be known before it starts: it calls back only when all
// blocks are found.
std::optional<Problem> check_cost(std::string_view source) {
  std::size_t work = 0;
  std::size_t paragraph_bytes = 0;
  std::size_t brackets = 0;
  const auto end_paragraph = [&] {
    work += paragraph_bytes * brackets;
    paragraph_bytes = brackets = 0;
  };
  while (!source.empty()) {
    const std::size_t size = std::min(source.find_first_of("\r\n"), source.size());
    const std::string_view line = source.substr(0, size);
    const std::size_t ending = source.substr(size).starts_with("\r\n") ? 2 : 1;
    source.remove_prefix(std::min(size + ending, source.size()));
    if (mark_column(line) > mark_column_max) return too_nested();
    if (line.find_first_not_of(" \t") == std::string_view::npos) end_paragraph();
    paragraph_bytes += size + 1;
    brackets += static_cast<std::size_t>(std::ranges::count(line, '['));
  }
  end_paragraph();
  if (work <= bracket_work_max) return std::nullopt;
  return too_large("Một đoạn văn có quá nhiều dấu [. Hãy tách đoạn bằng dòng trống.",
                   "One paragraph has too many [ signs. Split it with empty lines.");
}

std::string decoded(const MD_ATTRIBUTE& attribute) {
  std::string out;
  if (attribute.size == 0) return out;
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET start = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + start, attribute.substr_offsets[i + 1] - start);
    out += attribute.substr_types[i] == MD_TEXT_ENTITY ? decoded_entity(part) : std::string(part);
  }
  return out;
}

constexpr std::array<std::pair<MD_BLOCKTYPE, Element>, 14> blocks{{
    {MD_BLOCK_QUOTE, Element::Quote},
    {MD_BLOCK_UL, Element::Bullets},
    {MD_BLOCK_OL, Element::Numbers},
    {MD_BLOCK_LI, Element::Item},
    {MD_BLOCK_HR, Element::Rule},
    {MD_BLOCK_H, Element::Heading},
    {MD_BLOCK_CODE, Element::CodeBlock},
    {MD_BLOCK_P, Element::Paragraph},
    {MD_BLOCK_TABLE, Element::Table},
    {MD_BLOCK_THEAD, Element::TableHead},
    {MD_BLOCK_TBODY, Element::TableBody},
    {MD_BLOCK_TR, Element::Row},
    {MD_BLOCK_TH, Element::HeadCell},
    {MD_BLOCK_TD, Element::Cell},
}};

constexpr std::array<std::pair<MD_SPANTYPE, Element>, 5> spans{{
    {MD_SPAN_EM, Element::Emphasis},
    {MD_SPAN_STRONG, Element::Strong},
    {MD_SPAN_CODE, Element::Code},
    {MD_SPAN_A, Element::Link},
    {MD_SPAN_IMG, Element::Image},
}};

template <class Pairs, class Type>
std::optional<Element> element_of(const Pairs& pairs, Type type) {
  for (const auto& [known, element] : pairs) {
    if (known == type) return element;
  }
  return std::nullopt;
}

bool is_span(Element element) {
  return std::ranges::any_of(spans, [&](const auto& span) { return span.second == element; });
}

Align align_of(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Align::Left;
    case MD_ALIGN_CENTER:
      return Align::Center;
    case MD_ALIGN_RIGHT:
      return Align::Right;
    case MD_ALIGN_DEFAULT:
      break;
  }
  return Align::None;
}

// Turns md4c's calls into the sink's and stops the parser at a limit. The calls come out of C, so
// nothing may be thrown through them.
class Walker {
 public:
  explicit Walker(Sink& sink) : sink_(sink) {}

  int enter_block(MD_BLOCKTYPE type, const void* detail) noexcept {
    const auto element = element_of(blocks, type);
    if (!element || problem_) return go_on();
    Piece piece{*element, 0, Align::None, {}, {}};
    switch (type) {
      case MD_BLOCK_OL:
        piece.number = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
        break;
      case MD_BLOCK_H:
        piece.number = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        piece.align = align_of(static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align);
        if (++cells_ > table_cells_max) {
          return stop(too_large("Bảng có quá nhiều ô. Hãy tách bảng hoặc đính kèm tệp.",
                                "The table has too many cells. Split it or attach a file."));
        }
        break;
      default:
        break;
    }
    return open(piece);
  }

  int leave_block(MD_BLOCKTYPE type) noexcept {
    const auto element = element_of(blocks, type);
    return element && !problem_ ? close(*element) : go_on();
  }

  int enter_span(MD_SPANTYPE type, const void* detail) noexcept {
    const auto element = element_of(spans, type);
    if (!element || problem_) return go_on();
    Piece piece{*element, 0, Align::None, {}, {}};
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
      const bool image = type == MD_SPAN_IMG;
      const MD_ATTRIBUTE& address = image ? static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src
                                          : static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
      const MD_ATTRIBUTE& title = image ? static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->title
                                        : static_cast<const MD_SPAN_A_DETAIL*>(detail)->title;
      if (address.size > link_bytes_max || title.size > link_bytes_max) {
        return stop(
            too_large("Một liên kết có địa chỉ hoặc tiêu đề quá dài. Hãy dùng địa chỉ ngắn hơn.",
                      "A link's address or title is too long. Use a shorter address."));
      }
      piece.address = decoded(address);
      if (image) piece.title = decoded(title);
    }
    return open(piece);
  }

  int leave_span(MD_SPANTYPE type) noexcept {
    const auto element = element_of(spans, type);
    return element && !problem_ ? close(*element) : go_on();
  }

  int text(MD_TEXTTYPE type, std::string_view part) noexcept {
    if (problem_) return go_on();
    switch (type) {
      case MD_TEXT_BR:
        sink_.hard_break();
        break;
      case MD_TEXT_SOFTBR:
        sink_.soft_break();
        break;
      case MD_TEXT_NULLCHAR:
        sink_.text("\uFFFD");
        break;
      case MD_TEXT_ENTITY:
        clean_text(decoded_entity(part));
        break;
      default:
        clean_text(part);
    }
    return check_size();
  }

  std::optional<Problem> take_problem() { return std::move(problem_); }

 private:
  // md4c forgets a refusal in some places and calls again: once stopped, stay stopped.
  int go_on() const { return problem_ ? 1 : 0; }

  int open(Piece piece) {
    if (open_.size() == nesting_max) return stop(too_nested());
    const Element given = piece.element;
    // A link inside a link is shown like one that is not allowed.
    if (given == Element::Link && std::ranges::count(open_, given, &Open::given) > 0) {
      piece.element = Element::Image;
    }
    open_.push_back({given, piece.element, piece.number});
    sink_.open(piece);
    return check_size();
  }

  // md4c may leave a span that it never entered, or never leave one, when the sign for it stands in
  // a link's address: what is open closes in order, and what is not open does not close.
  int close(Element element) {
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1].given != element) {
      --at;
      if (is_span(element) && !is_span(open_[at].given)) return go_on();
    }
    if (at == 0) return go_on();
    while (open_.size() >= at) {
      sink_.close({open_.back().shown, open_.back().number, Align::None, {}, {}});
      open_.pop_back();
    }
    return check_size();
  }

  void clean_text(std::string_view part) {
    clean_.clear();
    append_clean(clean_, part);
    sink_.text(clean_);
  }

  int check_size() {
    if (sink_.bytes() <= html_bytes_max) return 0;
    return stop(too_large("Trang tạo ra quá dài. Hãy chia văn bản thành nhiều phần.",
                          "The page would be too long. Split the text into parts."));
  }

  int stop(Problem problem) {
    problem_ = std::move(problem);
    return 1;
  }

  struct Open {
    Element given, shown;
    unsigned number = 0;
  };

  Sink& sink_;
  std::string clean_;
  std::vector<Open> open_;
  std::size_t cells_ = 0;
  std::optional<Problem> problem_;
};

Walker& walker(void* user) { return *static_cast<Walker*>(user); }

}  // namespace

Result<void> walk(std::string_view source, Sink& sink) {
  if (source.size() > source_bytes_max) {
    return tl::unexpected(too_large("Văn bản dài quá 512 KB. Hãy chia thành nhiều phần.",
                                    "The text is longer than 512 KB. Split it into parts."));
  }
  if (!is_utf8(source)) {
    return problem(Code::Invalid,
                   {"Văn bản không phải Unicode (UTF-8). Hãy chuyển bảng mã rồi gửi lại.",
                    "The text is not Unicode (UTF-8). Convert it and send it again."});
  }
  if (auto costly = check_cost(source)) return tl::unexpected(*std::move(costly));
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return walker(user).enter_block(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return walker(user).leave_block(type);
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return walker(user).enter_span(type, detail);
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    return walker(user).leave_span(type);
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return walker(user).text(type, {text, size});
  };
  Walker state(sink);
  // A link that the source's end cuts off is compared with the byte behind it, and with ')' there
  // is taken for whole: a copy has NUL in that place.
  const std::string ended(source);
  const int failed = md_parse(ended.c_str(), static_cast<MD_SIZE>(ended.size()), &parser, &state);
  if (auto found = state.take_problem()) return tl::unexpected(*std::move(found));
  if (failed == 0) return {};
  return problem(Code::Unavailable,
                 {"Máy chủ thiếu bộ nhớ để xử lý văn bản. Hãy thử lại sau.",
                  "The server is short of memory for this text. Try again later."});
}

}  // namespace lantoa::markdown
