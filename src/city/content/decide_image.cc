// Pictures of an article: who may add one, and that it says what it shows.
#include <algorithm>

#include "city/content/rules.h"
#include "city/faults.h"
#include "platform/markdown/characters.h"
#include "platform/markdown/links.h"

namespace lantoa::city::content {

std::string tidy_alt(std::string_view typed) { return one_line(typed); }

void check_alt(Faults& faults, std::string_view alt) {
  faults.need(
      fields::alt, alt, alt_characters_max,
      {"Hãy tả ảnh bằng lời: ai hay cái gì, đang làm gì, chữ gì trong ảnh. Người không nhìn "
       "thấy ảnh nghe đúng câu này.",
       "Describe the picture in words: who or what, doing what, which words are in it. "
       "Whoever does not see it hears this sentence."});
  std::string clean;
  markdown::append_clean(clean, alt);
  if (clean == alt) return;
  faults.add(fields::alt, {"Lời tả có ký tự ẩn hoặc ký tự điều khiển. Hãy xóa đi và gõ lại.",
                           "The description has hidden or control characters. Delete it and type "
                           "it again."});
}

std::vector<ImageNo> images_in(const State& articles, ArticleNo article, std::string_view body) {
  std::vector<ImageNo> out;
  const auto links = markdown::links_in(body);
  if (!links) return out;
  for (const markdown::FoundLink& link : *links) {
    if (!link.image) continue;
    const ImageNo no = image_at(link.address);
    const auto found = articles.find(no);
    if (!found || (*found)->article != article) continue;
    if (std::find(out.begin(), out.end(), no) == out.end()) out.push_back(no);
  }
  return out;
}

Decided decide(const Known& known, const AddImage& command, const Envelope& envelope) {
  TRY_ASSIGN(const Article* article, known.articles.find(command.article));
  TRY(require_writer(envelope.actor));
  TRY(require(known, *article, envelope.actor, Right::DraftArticle));
  TRY(require_no_hour(*article));
  Faults faults;
  check_alt(faults, command.alt);
  if (article->images.size() >= images_max) {
    faults.add(fields::image,
               {"Bài đã có 20 ảnh, là số tối đa. Hãy dùng lại ảnh đã thêm hoặc chia thành hai bài.",
                "The article has 20 pictures already, the most it can have. Use those, or make two "
                "articles of it."});
  }
  if (command.large.empty() || command.small.empty() || command.width == 0 || command.height == 0) {
    faults.add(fields::image, {"Hãy chọn tệp ảnh.", "Choose a picture."});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const ImageNo no{known.articles.images() + 1};
  ledger::Decision decision;
  decision.add(subject("article", article->no),
               ImageAdded{no, article->no, command.large, command.small, command.width,
                          command.height, command.alt, person_of(envelope.actor)});
  decision.answer = std::to_string(no.value);
  return decision;
}

}  // namespace lantoa::city::content
