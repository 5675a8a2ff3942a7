// The part of the article's form where pictures are added: a file, what it shows, and the line of
// each picture that the text takes. For form.cc only.
#pragma once

#include "city/content/content.h"
#include "city/content/decide.h"
#include "city/field.h"

namespace lantoa::city::content {

// Names a picture that was drawn and waits for its words.
constexpr std::string_view waiting_field = "anh-da-nhan";

struct ImageRow {
  std::string address;
  std::string width, height;
  std::string alt;
  std::string line;
};
BOOST_DESCRIBE_STRUCT(ImageRow, (), (address, width, height, alt, line))

// A picture that was sent without its description: it need not be sent again.
struct WaitingImage {
  std::string name;
  std::string size;
};
BOOST_DESCRIBE_STRUCT(WaitingImage, (), (name, size))

struct ImagesPart {
  static constexpr std::string_view tpl = "src/city/content/image_form.tpl";
  std::string action;
  Field file, alt;
  std::optional<WaitingImage> waiting;
  bool has_rows = false;
  std::vector<ImageRow> rows;
};
BOOST_DESCRIBE_STRUCT(ImagesPart, (), (action, file, alt, waiting, has_rows, rows))

ImagesPart images_part(ArticleNo article, const std::vector<Image>& images, const Visit& visit);

// The picture as sent, drawn anew and kept among the blobs. `sent` is set as soon as it is,
// whatever else is wrong.
Result<AddImage> read_image(App& app, ArticleNo article, const Visit& visit,
                            std::optional<WaitingImage>& sent);
// Chosen or described in the form, but sent by another of its buttons.
Result<void> require_no_file(const Visit& visit);
// A browser does not choose a file again for a page that came back: says so where one was sent.
void say_lost_file(ImagesPart& part, const Visit& visit);
// What the form sent along of a picture that still waits for its words.
std::optional<WaitingImage> waiting_in(const App& app, ArticleNo article, const Visit& visit);

}  // namespace lantoa::city::content
