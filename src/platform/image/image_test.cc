#include "platform/image/image.h"

#include <gtest/gtest.h>

#include <memory>

#include "platform/image/parts.h"
#include "platform/image/testing_pictures.h"

namespace lantoa::image {
namespace {

using namespace std::string_view_literals;
using testing::As;

Drawn draw(const std::string& bytes) {
  const auto out = redrawn(bytes);
  EXPECT_TRUE(out) << (out ? "" : out.error().text.en);
  return out ? *out : Drawn{};
}

Code refusal(std::string_view bytes) {
  const auto out = redrawn(bytes);
  EXPECT_FALSE(out) << "was drawn";
  if (out) return Code::Unavailable;
  EXPECT_FALSE(out.error().text.vi.empty());
  return out.error().code;
}

Kind kind_of(const Drawn& drawn) { return read_header(drawn.bytes)->kind; }

bool holds(const Drawn& drawn, std::string_view words) {
  return drawn.bytes.find(words) != std::string::npos;
}

int pixel(const Drawn& drawn, std::uint32_t x, std::uint32_t y) {
  std::string bytes = drawn.bytes;
  const int size = static_cast<int>(bytes.size());
  gdImage* canvas = kind_of(drawn) == Kind::Png ? gdImageCreateFromPngPtr(size, bytes.data())
                                                : gdImageCreateFromJpegPtr(size, bytes.data());
  const int out = gdImageGetTrueColorPixel(canvas, static_cast<int>(x), static_cast<int>(y));
  gdImageDestroy(canvas);
  return out;
}

// JPEG is not exact: each colour as full or not.
char letter(int colour) {
  const bool red = gdTrueColorGetRed(colour) > 127;
  const bool green = gdTrueColorGetGreen(colour) > 127;
  const bool blue = gdTrueColorGetBlue(colour) > 127;
  if (red && green && blue) return 'w';
  return red ? 'r' : green ? 'g' : blue ? 'b' : '?';
}

std::string corners(const Drawn& drawn) {
  const std::uint32_t x = drawn.width / 4;
  const std::uint32_t y = drawn.height / 4;
  return {letter(pixel(drawn, x, y)), letter(pixel(drawn, 3 * x, y)),
          letter(pixel(drawn, x, 3 * y)), letter(pixel(drawn, 3 * x, 3 * y))};
}

TEST(Image, APhotoBecomesAJpegAndADrawingAPng) {
  EXPECT_EQ(kind_of(draw(testing::photo(60, 40, As::Jpeg))), Kind::Jpeg);
  EXPECT_EQ(kind_of(draw(testing::photo(60, 40, As::ProgressiveJpeg))), Kind::Jpeg);
  EXPECT_EQ(kind_of(draw(testing::photo(60, 40, As::Png))), Kind::Jpeg);
  EXPECT_EQ(kind_of(draw(testing::photo(60, 40, As::Webp))), Kind::Jpeg);
  const Drawn drawing = draw(testing::quarters(60, 40, As::Png));
  EXPECT_EQ(kind_of(drawing), Kind::Png);
  EXPECT_EQ(corners(drawing), "rgbw");
}

TEST(Image, AColourThatStandsForTransparentDoes) {
  for (const int width : {60, 2'000}) {
    gdImage* palette = gdImageCreatePalette(width, 80);
    const int black = gdImageColorAllocate(palette, 0, 0, 0);
    const int red = gdImageColorAllocate(palette, 255, 0, 0);
    gdImageColorTransparent(palette, black);
    gdImageFilledRectangle(palette, width / 2, 0, width - 1, 79, red);
    gdImage* keyed = gdImageCreateTrueColor(width, 80);
    gdImageFilledRectangle(keyed, width / 2, 0, width - 1, 79, 0xFF0000);
    gdImageColorTransparent(keyed, 0x000000);
    for (gdImage* canvas : {palette, keyed}) {
      const Drawn drawn = draw(testing::file_of(canvas, As::Png));
      EXPECT_EQ(kind_of(drawn), Kind::Png);
      const int left = pixel(drawn, drawn.width / 4, drawn.height / 2);
      const int right = pixel(drawn, drawn.width * 3 / 4, drawn.height / 2);
      EXPECT_EQ(gdTrueColorGetAlpha(left), gdAlphaTransparent) << width;
      EXPECT_EQ(gdTrueColorGetAlpha(right), gdAlphaOpaque) << width;
      EXPECT_EQ(letter(right), 'r') << width;
    }
  }
}

TEST(Image, ABannerTooFlatToBeScaledIsRefused) {
  EXPECT_EQ(refusal(testing::photo(1'700, 40, As::Png)), Code::Invalid);
  const Drawn flat = draw(testing::photo(1'600, 40, As::Png));
  const auto small = narrowed(flat.bytes);
  ASSERT_TRUE(small);
  EXPECT_TRUE(read_header(small->bytes));
}

TEST(Image, WhatIsTransparentStaysSo) {
  gdImage* canvas = gdImageCreateTrueColor(40, 20);
  gdImageAlphaBlending(canvas, 0);
  gdImageSaveAlpha(canvas, 1);
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 40; ++x) canvas->tpixels[y][x] = gdTrueColorAlpha(x * 6, y * 12, 9, x * 3);
  }
  const Drawn drawn = draw(testing::file_of(canvas, As::Png));
  EXPECT_EQ(kind_of(drawn), Kind::Png);
  EXPECT_EQ(gdTrueColorGetAlpha(pixel(drawn, 0, 0)), gdAlphaOpaque);
  EXPECT_GT(gdTrueColorGetAlpha(pixel(drawn, 39, 0)), 100);
}

TEST(Image, IsNoWiderThanAPageNeeds) {
  const Drawn wide = draw(testing::photo(2'000, 1'000, As::Jpeg));
  EXPECT_EQ(wide.width, 1'600U);
  EXPECT_EQ(wide.height, 800U);
  EXPECT_EQ(read_header(wide.bytes)->width, 1'600U);
  const auto narrow = narrowed(wide.bytes);
  ASSERT_TRUE(narrow);
  EXPECT_EQ(narrow->width, 640U);
  EXPECT_EQ(narrow->height, 320U);
  EXPECT_EQ(kind_of(*narrow), Kind::Jpeg);
  EXPECT_EQ(narrowed(wide.bytes)->bytes, narrow->bytes);
  EXPECT_EQ(narrowed(narrow->bytes)->bytes, narrow->bytes);

  const Drawn small = draw(testing::photo(300, 900, As::Jpeg));
  EXPECT_EQ(small.width, 300U);
  EXPECT_EQ(small.height, 900U);
}

TEST(Image, StandsUprightHoweverTheCameraWasHeld) {
  const std::string stored = testing::quarters(64, 32, As::Jpeg);
  // As stored, of each way to hold the camera: EXIF's table of what row 0 and column 0 are.
  const std::string shown[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
  for (char turn = 1; turn <= 8; ++turn) {
    const Drawn drawn = draw(testing::with_segment(stored, '\xE1', testing::exif(turn)));
    EXPECT_EQ(corners(drawn), shown[turn - 1]) << int{turn};
    EXPECT_EQ(drawn.width, turn >= 5 ? 32U : 64U);
    EXPECT_EQ(drawn.height, turn >= 5 ? 64U : 32U);
  }
  // Turned on its side it is the height that becomes the width.
  const std::string tall = testing::photo(900, 2'000, As::Jpeg);
  const Drawn drawn = draw(testing::with_segment(tall, '\xE1', testing::exif(6)));
  EXPECT_EQ(drawn.width, 1'600U);
  EXPECT_EQ(drawn.height, 720U);
  // What says no more than 8 ways is not believed.
  EXPECT_EQ(draw(testing::with_segment(stored, '\xE1', testing::exif(9))).width, 64U);
}

TEST(Image, NothingButItsPixelsIsTakenOver) {
  std::string jpeg = testing::photo(80, 60, As::Jpeg);
  jpeg = testing::with_segment(jpeg, '\xFE', "<script>alert(1)</script> a comment");
  jpeg = testing::with_segment(jpeg, '\xE2', "ICC_PROFILE\0\1\1 text of a profile"sv);
  jpeg = testing::with_segment(jpeg, '\xE1', "http://ns.adobe.com/xap/1.0/\0 xmp"sv);
  jpeg = testing::with_segment(jpeg, '\xE1', testing::exif(1));
  jpeg += "<html>behind the end</html>";
  const Drawn drawn = draw(jpeg);
  for (const std::string_view words :
       {"script", "comment", "ICC", "xmp", "Exif", "GPS", "html", "gd-jpeg", "CREATOR"}) {
    EXPECT_FALSE(holds(drawn, words)) << words;
  }
  std::string markers;
  EXPECT_TRUE(each_segment(drawn.bytes, [&](unsigned char marker, std::string_view) {
    if (marker >= 0xE0) markers += static_cast<char>(marker);
  }));
  EXPECT_EQ(markers, "\xE0");
  EXPECT_TRUE(drawn.bytes.ends_with("\xFF\xD9"));

  for (const std::string& file : {testing::photo(80, 60, As::Png) + "<html>",
                                  testing::quarters(80, 60, As::Png) + "<html>"}) {
    std::string with_text = file;
    with_text.insert(33, "\0\0\0\x0BtEXtComment\0xyz\0\0\0\0"sv);
    const Drawn png = draw(with_text);
    EXPECT_FALSE(holds(png, "html"));
    EXPECT_FALSE(holds(png, "tEXt"));
  }
}

TEST(Image, AWebPageThatBeginsLikeAPictureIsNone) {
  EXPECT_EQ(refusal("\xFF\xD8\xFF\xE0<html><script>alert(1)</script>"), Code::Invalid);
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n<html>"), Code::Invalid);
  EXPECT_EQ(refusal("RIFF0000WEBP<html><body onload=alert(1)>"), Code::Invalid);
  EXPECT_EQ(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>"), Code::Unsupported);
  EXPECT_EQ(refusal("GIF89a"), Code::Unsupported);
  EXPECT_EQ(refusal("%PDF-1.7"), Code::Unsupported);
  EXPECT_EQ(refusal(""), Code::Unsupported);
  const auto heic = redrawn(
      "\0\0\0\x18"
      "ftypheic\0\0\0\0"sv);
  EXPECT_NE(heic.error().text.vi.find("Tương thích nhất"), std::string::npos);
}

// Sides are those that the file claims: nothing is decoded to refuse it.
TEST(Image, WhatIsTooLargeIsRefusedByItsHeader) {
  std::string png = testing::quarters(20, 20, As::Png);
  png[16] = '\x7F';
  EXPECT_EQ(refusal(png), Code::TooLarge);
  const auto sides = [](char width, char height) {
    std::string jpeg = testing::photo(20, 20, As::Jpeg);
    each_segment(jpeg, [&](unsigned char marker, std::string_view whole) {
      if (marker != 0xC0) return;
      const auto at = static_cast<std::size_t>(whole.data() - jpeg.data());
      jpeg[at + 5] = height;
      jpeg[at + 7] = width;
    });
    return jpeg;
  };
  EXPECT_EQ(refusal(sides('\x1F', '\x1F')), Code::TooLarge);
  EXPECT_EQ(refusal(sides('\x3F', '\0')), Code::TooLarge);
  EXPECT_EQ(refusal(testing::photo(15, 200, As::Png)), Code::Invalid);
  EXPECT_EQ(refusal("\xFF\xD8" + std::string(file_bytes_max, ' ')), Code::TooLarge);
  const std::string photo = testing::photo(20, 20, As::ProgressiveJpeg);
  std::string scans;
  each_segment(photo, [&](unsigned char marker, std::string_view whole) {
    if (marker == start_of_scan) scans = whole;
  });
  std::string many = photo.substr(0, photo.size() - 2);
  for (std::size_t i = 0; i < scans_max; ++i) many += scans;
  EXPECT_EQ(refusal(many + "\xFF\xD9"), Code::Invalid);
}

// What is cut off is refused, except where only the end that says so is missing from a PNG.
TEST(Image, CutAnywhereItIsRefused) {
  for (const As kind : {As::Jpeg, As::ProgressiveJpeg, As::Png, As::Webp}) {
    const std::string whole = testing::photo(120, 90, kind);
    for (std::size_t part = 0; part < 50; ++part) {
      const std::string cut = whole.substr(0, whole.size() * part / 50);
      EXPECT_FALSE(redrawn(cut)) << part << "/50 of kind " << static_cast<int>(kind);
    }
    for (std::size_t size = 0; size < 64; ++size) {
      EXPECT_FALSE(redrawn(whole.substr(0, size)))
          << size << " bytes of " << static_cast<int>(kind);
    }
  }
}

TEST(Image, WithAnyByteFlippedItIsDrawnOrRefused) {
  for (const As kind : {As::Jpeg, As::ProgressiveJpeg, As::Png, As::Webp}) {
    const std::string whole = testing::photo(32, 24, kind);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ '\xFF');
      const auto drawn = redrawn(flipped);
      if (!drawn) continue;
      EXPECT_TRUE(read_header(drawn->bytes)) << at;
      EXPECT_TRUE(narrowed(drawn->bytes)) << at;
    }
  }
}

}  // namespace
}  // namespace lantoa::image
