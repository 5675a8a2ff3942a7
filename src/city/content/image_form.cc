#include "city/content/image_form.h"

#include "platform/image/image.h"

namespace lantoa::city::content {
namespace {

constexpr std::string_view waiting_field = "anh-da-nhan";

std::string_view file_in(const Visit& visit) {
  const auto file = visit.form.files.find(fields::image);
  return file == visit.form.files.end() ? std::string_view() : file->second.bytes;
}

std::string size_of(std::uint32_t width, std::uint32_t height) {
  return std::to_string(width) + " × " + std::to_string(height);
}

// What waits is named by its address, so that it is only taken for what was drawn here before.
Result<image::Drawn> waiting_image(App& app, std::string_view blob) {
  image::Drawn out;
  TRY_ASSIGN(out.bytes, app.blobs.get(blob));
  TRY_ASSIGN(const image::Header header, image::read_header(out.bytes));
  if (header.width > image::large_width_max) {
    return problem(Code::Invalid, {"Hãy chọn tệp ảnh.", "Choose a picture."});
  }
  out.width = header.width;
  out.height = header.height;
  return out;
}

Result<image::Drawn> large_image(App& app, const Visit& visit) {
  const std::string_view file = file_in(visit);
  if (!file.empty()) return image::redrawn(file);
  const std::string_view waiting = visit.typed(waiting_field);
  if (!waiting.empty()) return waiting_image(app, waiting);
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
  const auto large = large_image(app, visit);
  if (large) {
    TRY_ASSIGN(const image::Drawn small, image::narrowed(large->bytes));
    TRY_ASSIGN(out.large, app.blobs.put(large->bytes));
    TRY_ASSIGN(out.small, app.blobs.put(small.bytes));
    out.width = large->width;
    out.height = large->height;
    sent = WaitingImage{out.large, size_of(out.width, out.height)};
  } else {
    faults.add(fields::image, large.error().text);
  }
  check_alt(faults, out.alt);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Result<void> require_no_file(const Visit& visit) {
  if (file_in(visit).empty()) return {};
  return problem(
      Code::Invalid,
      {"Ảnh bạn chọn chưa được thêm vào bài và chưa có gì được ghi. Hãy chọn lại ảnh rồi "
       "bấm “Thêm ảnh”, hoặc lưu bài mà không chọn ảnh.",
       "The picture you chose is not added yet, and nothing was written. Choose it again "
       "and press “Add the picture”, or save without one."},
      fields::image);
}

}  // namespace lantoa::city::content
