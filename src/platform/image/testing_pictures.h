// Small pictures for tests and the fuzzer, drawn when they are needed.
#pragma once

#include <gd.h>

#include <string>
#include <string_view>

namespace lantoa::image::testing {

enum class As { Jpeg, ProgressiveJpeg, Png, Webp };

inline std::string file_of(gdImage* canvas, As kind) {
  int size = 0;
  gdImageInterlace(canvas, kind == As::ProgressiveJpeg ? 1 : 0);
  void* bytes = kind == As::Png    ? gdImagePngPtr(canvas, &size)
                : kind == As::Webp ? gdImageWebpPtr(canvas, &size)
                                   : gdImageJpegPtr(canvas, &size, 90);
  std::string out(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  gdFree(bytes);
  gdImageDestroy(canvas);
  return out;
}

// Many colours: red grows to the right, green downwards.
inline std::string photo(int width, int height, As kind) {
  gdImage* canvas = gdImageCreateTrueColor(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      canvas->tpixels[y][x] = gdTrueColor(x * 255 / width, y * 255 / height, (x * y) % 64);
    }
  }
  return file_of(canvas, kind);
}

// Red above on the left, green on the right of it, blue below red, white below green.
inline std::string quarters(int width, int height, As kind) {
  gdImage* canvas = gdImageCreateTrueColor(width, height);
  const int x = width / 2;
  const int y = height / 2;
  gdImageFilledRectangle(canvas, 0, 0, x - 1, y - 1, 0xFF0000);
  gdImageFilledRectangle(canvas, x, 0, width - 1, y - 1, 0x00FF00);
  gdImageFilledRectangle(canvas, 0, y, x - 1, height - 1, 0x0000FF);
  gdImageFilledRectangle(canvas, x, y, width - 1, height - 1, 0xFFFFFF);
  return file_of(canvas, kind);
}

inline std::string with_segment(std::string jpeg, char marker, std::string_view data) {
  std::string segment{'\xFF', marker, static_cast<char>((data.size() + 2) >> 8),
                      static_cast<char>((data.size() + 2) & 255)};
  segment += data;
  return jpeg.insert(2, segment);
}

// Exif as a camera writes it: how it was held, and where it was.
inline std::string exif(char turn) {
  std::string out("Exif\0\0MM\0*\0\0\0\x08\0\x02", 16);
  out.append("\x01\x12\0\x03\0\0\0\x01\0", 9);
  out += turn;
  out.append("\0\0", 2);
  out.append("\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0", 16);
  out += "GPS 21.0285N 105.8542E";
  return out;
}

}  // namespace lantoa::image::testing
