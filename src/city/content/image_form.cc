#include "city/content/image_form.h"

#include "platform/crypto/crypto.h"
#include "platform/image/image.h"

namespace lantoa::city::content {
namespace {

constexpr std::string_view drop_field = "bo-anh";

std::string size_of(std::uint32_t width, std::uint32_t height) {
  return std::to_string(width) + " × " + std::to_string(height);
}

// A picture that waits is named by its blob, with a word that only this server gives, and only for
// what it has drawn for this article.
std::string waiting_name(const App& app, ArticleNo article, const std::string& blob) {
  const std::string text = std::to_string(article.value) + "/" + blob;
  return blob + "-" + app.vault.commitment("content/waiting image", text);
}

Result<std::string> waiting_blob(const App& app, ArticleNo article, std::string_view name) {
  const std::string blob(name.substr(0, name.find('-')));
  if (crypto::equal(name, waiting_name(app, article, blob))) return blob;
  return problem(Code::Invalid, {"Hãy chọn tệp ảnh.", "Choose a picture."});
}

Result<image::Drawn> waiting_image(const App& app, ArticleNo article, std::string_view name) {
  TRY_ASSIGN(const std::string blob, waiting_blob(app, article, name));
  image::Drawn out;
  TRY_ASSIGN(out.bytes, app.blobs.get(blob));
  TRY_ASSIGN(const image::Header header, image::read_header(out.bytes));
  out.width = header.width;
  out.height = header.height;
  return out;
}

Result<image::Drawn> large_image(App& app, ArticleNo article, const Visit& visit) {
  const std::string_view file = visit.file(fields::image);
  if (!file.empty()) return image::redrawn(file);
  const std::string_view waiting = visit.typed(waiting_field);
  if (!waiting.empty()) return waiting_image(app, article, waiting);
  return problem(Code::Invalid, {"Hãy chọn tệp ảnh.", "Choose a picture."});
}

}  // namespace

ImagesPart images_part(ArticleNo article, const std::vector<Image>& images, const Visit& visit) {
  ImagesPart out;
  out.action = office_address(article) + "/anh";
  out.file = field(visit, fields::image);
  out.alt = field(visit, fields::alt);
  for (const Image& image : images) {
    const std::uint32_t width = std::min(image.width, image::small_width_max);
    const std::uint64_t height = std::uint64_t{image.height} * width / image.width;
    out.rows.push_back({image_address(image.no) + "/nho", std::to_string(width),
                        std::to_string(height), image.alt, markdown_of(image)});
  }
  out.has_rows = !out.rows.empty();
  return out;
}

Result<AddImage> read_image(App& app, ArticleNo article, const Visit& visit,
                            std::optional<WaitingImage>& sent) {
  AddImage out{article, tidy_alt(visit.typed(fields::alt)), {}, {}, 0, 0};
  Faults faults;
  const auto large = large_image(app, article, visit);
  if (large) {
    TRY_ASSIGN(const image::Drawn small, image::narrowed(large->bytes));
    TRY_ASSIGN(out.large, app.blobs.put(large->bytes));
    TRY_ASSIGN(out.small, app.blobs.put(small.bytes));
    out.width = large->width;
    out.height = large->height;
    sent = WaitingImage{waiting_name(app, article, out.large), size_of(out.width, out.height)};
  } else {
    faults.add(fields::image, large.error().text);
  }
  check_alt(faults, out.alt);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Result<void> require_no_file(const Visit& visit) {
  const bool waits =
      !visit.typed(waiting_field).empty() || !tidy_alt(visit.typed(fields::alt)).empty();
  const bool dropped = visit.typed(drop_field) == "1";
  if (visit.file(fields::image).empty() && (dropped || !waits)) return {};
  return problem(
      Code::Invalid,
      {"Ảnh ở cuối trang chưa được thêm vào bài và chưa có gì được ghi. Hãy bấm “Thêm ảnh” (nếu "
       "ô chọn tệp đang trống thì chọn lại ảnh), hoặc bỏ ảnh và xóa lời tả rồi lưu.",
       "The picture at the end of the page is not added yet, and nothing was written. Press “Add "
       "the picture” (choose it again where the field is empty), or drop it and its words and "
       "save."},
      fields::image);
}

void say_lost_file(ImagesPart& part, const Visit& visit) {
  if (visit.file(fields::image).empty()) return;
  const Text text{"Xem trước không giữ tệp ảnh đã chọn; hãy chọn lại rồi bấm “Thêm ảnh”.",
                  "The preview did not keep the picture you chose; choose it again and press “Add "
                  "the picture”."};
  part.file.error = text.in(visit.language);
}

std::optional<WaitingImage> waiting_in(const App& app, ArticleNo article, const Visit& visit) {
  const std::string_view name = visit.typed(waiting_field);
  if (name.empty() || visit.typed(drop_field) == "1") return std::nullopt;
  const auto image = waiting_image(app, article, name);
  if (!image) return std::nullopt;
  return WaitingImage{std::string(name), size_of(image->width, image->height)};
}

}  // namespace lantoa::city::content
