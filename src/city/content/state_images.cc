// How a text names the pictures of its article, and what is shown for the name.
#include <algorithm>
#include <charconv>

#include "city/content/state.h"
#include "platform/image/image.h"

namespace lantoa::city::content {
namespace {

constexpr std::string_view before_number = "/anh/";

}  // namespace

std::string image_address(ImageNo image) {
  return std::string(before_number) + std::to_string(image.value);
}

ImageNo image_at(std::string_view address) {
  if (!address.starts_with(before_number)) return {};
  address.remove_prefix(before_number.size());
  std::uint32_t number = 0;
  const char* const last = address.data() + address.size();
  const auto [end, error] = std::from_chars(address.data(), last, number);
  if (error != std::errc{} || end != last || address.starts_with('0')) return {};
  return ImageNo{number};
}

std::string markdown_of(const Image& image) {
  std::string out = "![";
  for (const char c : image.alt) {
    if (std::string_view("\\`*_[]<>&!~|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "](" + image_address(image.no) + ")";
}

markdown::FindImage find_in(std::vector<Image> images, std::string site) {
  return [images = std::move(images),
          site = std::move(site)](std::string_view address) -> std::optional<markdown::Image> {
    const ImageNo no = image_at(address);
    const auto found = std::find_if(images.begin(), images.end(),
                                    [&](const Image& image) { return no && image.no == no; });
    if (found == images.end()) return std::nullopt;
    const std::string own = site + image_address(no);
    markdown::Image out{own, found->width, found->height, {}, 0, found->alt};
    if (found->width > image::small_width_max) {
      out.narrow_address = own + "/nho";
      out.narrow_width = image::small_width_max;
    }
    return out;
  };
}

}  // namespace lantoa::city::content
