#include "viet/article.h"

#include <algorithm>

#include "viet/article_lines.h"
#include "viet/source_text.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t title_lines_max = 4;  // lines over which a title may be broken
constexpr std::size_t agency_characters_max = 16;
constexpr std::size_t wrapped_bytes_min = 40;  // a line shorter than this was not broken by width
constexpr std::size_t wrapped_bytes_max = 160;

Paragraph paragraph(std::string_view source, std::size_t begin, std::size_t end) {
  const std::string composed = nfc(source.substr(begin, end - begin));
  std::string text;
  bool space = false;
  for (std::size_t i = 0; i < composed.size(); ++i) {
    const char c = composed[i];
    const bool no_break = composed.compare(i, 2, "\xC2\xA0") == 0;
    if (no_break || c == ' ' || (c >= '\t' && c <= '\r')) {
      space = !text.empty();
      i += no_break ? 1 : 0;
      continue;
    }
    if (space) text += ' ';
    space = false;
    text += c;
  }
  return {begin, end - begin, std::move(text)};
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view mark : {".", "!", "?", ":", ";", "…", "”", "\"", ".)"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

// Whether the second line goes on with the paragraph of the first, which was broken by width.
bool goes_on(const Line& first, const Line& second) {
  if (ends_sentence(first.text)) return false;
  if (second.text[0] >= 'a' && second.text[0] <= 'z') return true;
  const SourceText next(second.text.substr(0, std::min<std::size_t>(second.text.size(), 16)));
  const bool small = is_letter(next.at(0)) && !is_upper(next.at(0));
  const std::size_t width = first.text.size();
  if (small) return true;
  return width >= wrapped_bytes_min && width <= wrapped_bytes_max && !author_of(second.text);
}

bool is_time(const Line& line) {
  const auto time = published_in(line.text);
  return time && time->begin == 0;
}

// Where the title ends that begins on this line: it may be broken by width, and then a line with
// the time of publication closes it.
std::size_t title_end(const std::vector<Line>& lines, std::size_t first) {
  if (published_in(lines[first].text)) return first + 1;
  for (std::size_t i = first + 1; i < lines.size() && i < first + title_lines_max; ++i) {
    if (lines[i].blank() || ends_sentence(lines[i - 1].text)) break;
    if (is_time(lines[i])) return i;
    if (published_in(lines[i].text)) return i + 1;
  }
  return first + 1;
}

// Takes the title, and the time when it stands beside it. Returns the line where the rest begins.
std::size_t read_title(std::string_view source, const std::vector<Line>& lines, Article& article) {
  std::size_t first = 0;
  for (; first < lines.size(); ++first) {
    const Line& line = lines[first];
    if (line.blank() || furniture_of(line.text) != Furniture::None) continue;
    if (!is_time(line)) break;
    if (!article.published) article.published = published_in(line.text)->at;
  }
  if (first == lines.size()) return first;
  const std::size_t end = title_end(lines, first);
  std::size_t end_byte = lines[end - 1].end;
  if (const auto time = published_in(lines[end - 1].text)) {
    article.published = time->at;
    end_byte = lines[end - 1].begin + time->begin;
  }
  article.title = paragraph(source, lines[first].begin, end_byte).text;
  return end;
}

std::vector<Line> body_lines(const std::vector<Line>& lines, std::size_t first, Article& article) {
  std::vector<Line> out;
  for (std::size_t i = first; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (is_time(line)) {
      if (!article.published) article.published = published_in(line.text)->at;
      continue;
    }
    const Furniture furniture = line.blank() ? Furniture::None : furniture_of(line.text);
    if (furniture == Furniture::Tail) break;
    if (furniture == Furniture::Label) continue;
    out.push_back(line);
  }
  while (!out.empty() && out.back().blank()) out.pop_back();
  const auto spoken =
      std::count_if(out.begin(), out.end(), [](const Line& l) { return !l.blank(); });
  if (spoken < 2) return out;
  if (auto author = author_of(out.back().text)) {
    article.author = *std::move(author);
    out.pop_back();
  }
  return out;
}

std::vector<Paragraph> read_paragraphs(std::string_view source, const std::vector<Line>& lines) {
  std::vector<Paragraph> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    std::size_t last = i;
    while (last + 1 < lines.size() && !lines[last + 1].blank() &&
           goes_on(lines[last], lines[last + 1])) {
      ++last;
    }
    Paragraph found = paragraph(source, lines[i].begin, lines[last].end);
    if (!found.text.empty()) out.push_back(std::move(found));
    i = last;
  }
  return out;
}

// "HNP - Ngày ...": a short name in capitals before a dash.
void take_agency(std::string_view source, Article& article) {
  const std::string_view whole = source.substr(article.lead.offset, article.lead.length);
  const SourceText lead(whole);
  std::size_t i = 0;
  const bool bracket = lead.at(0) == U'(';
  if (bracket) ++i;
  const std::size_t name = i;
  while (i < agency_characters_max && (is_upper(lead.at(i)) || is_digit(lead.at(i)))) ++i;
  const std::size_t name_end = i;
  if (bracket && lead.at(i) == U')') ++i;
  if (lead.at(i) == U' ') ++i;
  if (name_end < name + 2 || lead.at(i) != U'-') return;
  ++i;
  if (lead.at(i) == U' ') ++i;
  if (i >= lead.size()) return;
  article.agency = lead.text(name, name_end);
  const std::size_t skipped = lead.begin_byte(i);
  article.lead =
      paragraph(source, article.lead.offset + skipped, article.lead.offset + article.lead.length);
}

void read_documents(std::string_view source, std::size_t begin, std::size_t end, Article& article) {
  const std::optional<Date> day =
      article.published ? std::optional(vietnam_date(*article.published)) : std::nullopt;
  auto citations = find_citations(source.substr(begin, end - begin), day);
  for (Citation& citation : citations) citation.offset += begin;
  article.documents = group_citations(citations);
  for (std::size_t i = 0; i < article.documents.size() && !article.announced; ++i) {
    if (article.documents[i].announced) article.announced = i;
  }
}

tl::unexpected<Problem> no_article() {
  return problem(Code::Invalid,
                 {"Tệp không có nội dung bài viết. Hãy chọn tệp có tiêu đề và nội dung.",
                  "The file has no article in it. Choose a file with a title and text."});
}

}  // namespace

Result<Article> read_article(std::string_view bytes) {
  if (bytes.size() > article_bytes_max) {
    return problem(Code::TooLarge,
                   {"Bài viết lớn hơn 8 MiB. Hãy chỉ gửi phần chữ của bài, không kèm ảnh.",
                    "The article is larger than 8 MiB. Send only its text, without pictures."});
  }
  if (auto wrong = encoding_problem(bytes)) return tl::unexpected(*std::move(wrong));
  const auto lines = split_lines(bytes);
  Article article;
  const std::size_t first = read_title(bytes, lines, article);
  if (article.title.empty()) return no_article();
  const auto body = body_lines(lines, first, article);
  article.paragraphs = read_paragraphs(bytes, body);
  article.damaged = find_damage(bytes);
  std::size_t end = lines[first - 1].end;
  if (!article.paragraphs.empty()) {
    end = article.paragraphs.back().offset + article.paragraphs.back().length;
    article.lead = std::move(article.paragraphs.front());
    article.paragraphs.erase(article.paragraphs.begin());
    take_agency(bytes, article);
  }
  read_documents(bytes, 0, end, article);
  return article;
}

}  // namespace lantoa::viet
