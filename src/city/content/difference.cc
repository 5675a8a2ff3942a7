#include "city/content/difference.h"

#include <algorithm>

#include "viet/word_diff.h"

namespace lantoa::city::content {
namespace {

DifferenceSection section(std::string id, Text name, const std::string& before,
                          const std::string& after) {
  DifferenceSection out{std::move(id), std::move(name), before != after, {}};
  if (!out.differs) return out;
  for (viet::DiffPiece& piece : viet::word_diff(before, after)) {
    DifferencePart part;
    auto& place = piece.change == viet::Change::Same   ? part.kept
                  : piece.change == viet::Change::Gone ? part.gone
                                                       : part.fresh;
    place = std::move(piece.text);
    out.parts.push_back(std::move(part));
  }
  return out;
}

std::string lines(const std::vector<std::string>& points) {
  std::string out;
  for (const std::string& point : points) out += (out.empty() ? "" : "\n") + point;
  return out;
}

}  // namespace

Text version_named(std::uint32_t version) {
  const std::string number = std::to_string(version);
  return {"bản " + number, "version " + number};
}

Difference difference(const WrittenText& before, const WrittenText& after, Text left, Text right) {
  const ArticleText& one = before.text;
  const ArticleText& two = after.text;
  Difference out{std::move(left), std::move(right), false, {}};
  out.sections = {section("khac-tieu-de", {"Tiêu đề", "Title"}, one.title, two.title),
                  section("khac-sapo", {"Đoạn mở đầu", "Lead"}, one.lead, two.lead),
                  section("khac-noi-dung", {"Nội dung", "Body"}, one.body, two.body),
                  section("khac-y-chinh", {"Ý chính", "Key points"}, lines(before.key_points),
                          lines(after.key_points)),
                  section("khac-tac-gia", {"Tác giả", "Author"}, one.author, two.author)};
  out.identical = std::none_of(out.sections.begin(), out.sections.end(),
                               [](const DifferenceSection& each) { return each.differs; });
  return out;
}

}  // namespace lantoa::city::content
