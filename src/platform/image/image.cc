#include "platform/image/image.h"

#include <gd.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_set>

#include "platform/image/parts.h"

namespace lantoa::image {
namespace {

constexpr int jpeg_quality = 82;
constexpr int png_level = 9;  // of zlib
constexpr std::size_t drawing_colours_max = 256;

struct Destroy {
  void operator()(gdImage* canvas) const { gdImageDestroy(canvas); }
};
using Canvas = std::unique_ptr<gdImage, Destroy>;

struct Release {
  void operator()(void* bytes) const { gdFree(bytes); }
};

// Memory: at most 24 million pixels of four bytes twice over, for one picture at a time.
std::mutex& turn_to_decode() {
  static std::mutex mutex;
  return mutex;
}

// What a damaged file makes the library say is no news for the log; the caller gets a sentence.
void be_quiet() {
  static const bool once = [] {
    gdSetErrorMethod([](int, const char*, va_list) {});
    return true;
  }();
  static_cast<void>(once);
}

// A colour that stands for "transparent" becomes so: the library leaves it out where it copies, and
// takes it for a colour where it scales.
void clear_key(gdImage& canvas) {
  const int key = gdImageGetTransparent(&canvas);
  if (key < 0) return;
  const int clear = gdTrueColorAlpha(0, 0, 0, gdAlphaTransparent);
  for (int y = 0; y < canvas.sy; ++y) {
    std::replace(canvas.tpixels[y], canvas.tpixels[y] + canvas.sx, key, clear);
  }
  canvas.transparent = -1;
}

Canvas decoded(std::string bytes, const Header& header) {
  const int size = static_cast<int>(bytes.size());
  Canvas out;
  switch (header.kind) {
    case Kind::Jpeg:
      out.reset(gdImageCreateFromJpegPtrEx(size, bytes.data(), /*ignore_warning=*/0));
      break;
    case Kind::Png:
      out.reset(gdImageCreateFromPngPtr(size, bytes.data()));
      break;
    case Kind::Webp:
      out.reset(gdImageCreateFromWebpPtr(size, bytes.data()));
      break;
  }
  const auto side = [](int pixels) { return static_cast<std::uint32_t>(pixels); };
  const bool as_said = out && side(gdImageSX(out.get())) == header.width &&
                       side(gdImageSY(out.get())) == header.height;
  if (!as_said) return {};
  if (!gdImageTrueColor(out.get()) && gdImagePaletteToTrueColor(out.get()) == 0) return {};
  clear_key(*out);
  return out;
}

// Transparent anywhere, or drawn with few colours: JPEG would lose the one and blur the other.
bool is_drawing(const gdImage& canvas) {
  std::unordered_set<int> colours;
  int last = -1;
  for (int y = 0; y < canvas.sy; ++y) {
    for (int x = 0; x < canvas.sx; ++x) {
      const int colour = canvas.tpixels[y][x];
      if (gdTrueColorGetAlpha(colour) != gdAlphaOpaque) return true;
      if (colour == last || colours.size() > drawing_colours_max) continue;
      last = colour;
      colours.insert(colour);
    }
  }
  return colours.size() <= drawing_colours_max;
}

Canvas new_canvas(int width, int height) {
  Canvas out(gdImageCreateTrueColor(width, height));
  if (!out) return {};
  gdImageAlphaBlending(out.get(), 0);
  gdImageSaveAlpha(out.get(), 1);
  return out;
}

int scaled(int side, int from, int to) {
  return std::max(1, static_cast<int>((std::int64_t{side} * to + from / 2) / from));
}

// `turned`: its height becomes the width. Always a new canvas, so that nothing but pixels goes on.
Canvas scaled_down(gdImage& from, std::uint32_t width_max, bool turned) {
  const int width = turned ? from.sy : from.sx;
  const int wanted = std::min(width, static_cast<int>(width_max));
  const int across = scaled(from.sx, width, wanted);
  const int down = scaled(from.sy, width, wanted);
  Canvas out = new_canvas(across, down);
  if (!out) return {};
  if (wanted == width) {
    gdImageCopy(out.get(), &from, 0, 0, 0, 0, across, down);
  } else {
    gdImageCopyResampled(out.get(), &from, 0, 0, 0, 0, across, down, from.sx, from.sy);
  }
  return out;
}

// CIPA DC-008, 4.6.4: how rows and columns lie when the camera was held another way.
Canvas upright(Canvas from, unsigned turn) {
  if (turn <= 1) return from;
  const int right = from->sx - 1;
  const int bottom = from->sy - 1;
  const bool turned = turn >= 5;
  Canvas out = turned ? new_canvas(from->sy, from->sx) : new_canvas(from->sx, from->sy);
  if (!out) return {};
  for (int y = 0; y < out->sy; ++y) {
    for (int x = 0; x < out->sx; ++x) {
      int column = turned ? y : x;
      int row = turned ? x : y;
      if (turn == 2 || turn == 3 || turn == 7 || turn == 8) column = right - column;
      if (turn == 3 || turn == 4 || turn == 6 || turn == 7) row = bottom - row;
      out->tpixels[y][x] = from->tpixels[row][column];
    }
  }
  return out;
}

Result<Drawn> encoded(gdImage& canvas, Kind kind) {
  int size = 0;
  gdImageInterlace(&canvas, kind == Kind::Jpeg ? 1 : 0);
  const std::unique_ptr<void, Release> bytes(kind == Kind::Jpeg
                                                 ? gdImageJpegPtr(&canvas, &size, jpeg_quality)
                                                 : gdImagePngPtrEx(&canvas, &size, png_level));
  if (!bytes) {
    return problem(Code::Unavailable,
                   {"Máy chủ chưa xử lý được ảnh này. Hãy thử lại sau ít phút.",
                    "The server could not draw this picture. Try again in some minutes."});
  }
  const std::string_view file(static_cast<const char*>(bytes.get()),
                              static_cast<std::size_t>(size));
  if (file.size() > drawn_bytes_max) {
    return problem(Code::TooLarge,
                   {"Ảnh này có dung lượng quá lớn. Hãy thu nhỏ, hoặc lưu thành JPEG nếu ảnh "
                    "không cần nền trong suốt, rồi chọn lại.",
                    "The picture is too large. Make it smaller, or save it as JPEG if "
                    "nothing in it has to be transparent, and choose it again."});
  }
  // The library signs its JPEGs with a comment.
  return Drawn{bare(file, kind), static_cast<std::uint32_t>(canvas.sx),
               static_cast<std::uint32_t>(canvas.sy)};
}

}  // namespace

Result<Drawn> redrawn(std::string_view bytes) {
  TRY_ASSIGN(const Header header, read_header(bytes));
  std::string needed = bare(bytes, header.kind);
  if (needed.empty()) return damaged();
  be_quiet();
  const std::lock_guard guard(turn_to_decode());
  Canvas whole = decoded(std::move(needed), header);
  if (!whole) return damaged();
  const bool drawing = header.kind != Kind::Jpeg && is_drawing(*whole);
  Canvas canvas = scaled_down(*whole, large_width_max, header.turn >= 5);
  whole.reset();
  if (canvas) canvas = upright(std::move(canvas), header.turn);
  if (!canvas) return damaged();
  return encoded(*canvas, drawing ? Kind::Png : Kind::Jpeg);
}

Result<Drawn> narrowed(const std::string& drawn) {
  TRY_ASSIGN(const Header header, read_header(drawn));
  if (header.width <= small_width_max) return Drawn{drawn, header.width, header.height};
  be_quiet();
  const std::lock_guard guard(turn_to_decode());
  const Canvas whole = decoded(drawn, header);
  if (!whole) return damaged();
  const Canvas canvas = scaled_down(*whole, small_width_max, false);
  if (!canvas) return damaged();
  return encoded(*canvas, header.kind);
}

}  // namespace lantoa::image
