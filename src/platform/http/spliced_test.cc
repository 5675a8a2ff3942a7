#include "platform/http/spliced.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <zlib.h>

namespace lantoa::http {
namespace {

constexpr std::string_view marker = "00112233445566778899aabbccddeeff";

// What a browser makes of it; empty when the stream is damaged or something follows its end.
std::string gunzip(std::string bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int state = Z_OK;
  std::string chunk(4096, '\0');
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk, 0, chunk.size() - stream.avail_out);
  }
  EXPECT_EQ(state, Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0U);
  inflateEnd(&stream);
  return out;
}

// A page of `slots` slots between words, and the same page with the values in it.
std::pair<std::string, std::string> page_of(std::uint32_t slots,
                                            const std::vector<std::string>& values) {
  std::string marked = "<p>đầu trang";
  std::string filled = marked;
  for (std::uint32_t i = 0; i < slots; ++i) {
    const std::string words = "</p><p class=\"views\">lượt xem " + std::to_string(i * i) + ": ";
    marked += words + slot_mark(marker, i + 1);
    filled += words + values[i];
  }
  return {marked + "</p>", filled + "</p>"};
}

TEST(Spliced, FillsNoneOneAndManySlotsByteForByte) {
  for (const std::uint32_t slots : {0U, 1U, 2U, 50U, 1'000U}) {
    std::vector<std::string> values;
    for (std::uint32_t i = 0; i < slots; ++i) values.push_back(std::to_string(i * 12'345));
    const auto [marked, filled] = page_of(slots, values);
    const Spliced page(marked, marker);
    EXPECT_EQ(page.slots().size(), slots);
    EXPECT_EQ(page.fill(values), filled);
    EXPECT_EQ(gunzip(SplicedGzip(page).fill(values)), filled);
  }
}

TEST(Spliced, OnePageIsFilledAgainAndAgain) {
  const Spliced page("a " + slot_mark(marker, 7) + " b", marker);
  const SplicedGzip packed(page);
  EXPECT_EQ(page.slots(), std::vector<std::uint32_t>{7});
  for (const std::string value : {"", "9", "10", "1.234.567"}) {
    EXPECT_EQ(gunzip(packed.fill({value})), "a " + value + " b");
  }
}

TEST(Spliced, SlotsMayTouchEachOtherAndTheEnds) {
  const std::string mark = slot_mark(marker, 1);
  const Spliced page(mark + mark, marker);
  EXPECT_EQ(page.fill({"1", "2"}), "12");
  EXPECT_EQ(gunzip(SplicedGzip(page).fill({"1", "2"})), "12");
  EXPECT_EQ(gunzip(SplicedGzip(Spliced("", marker)).fill({})), "");
}

TEST(Spliced, WhatOnlyLooksLikeAMarkStaysText) {
  const std::string own = slot_mark(marker, 4);
  for (const std::string& text : {
           slot_mark("ffeeddccbbaa99887766554433221100", 4),  // another marker
           own.substr(0, own.size() - 1),                     // no end
           "z" + std::string(marker) + "zz",                  // no number
           "z" + std::string(marker) + "z99999999999z",       // no number of ours
           "z" + std::string(marker) + "z-1z",
           std::string(marker),
       }) {
    const Spliced page(text, marker);
    EXPECT_TRUE(page.slots().empty()) << text;
    EXPECT_EQ(page.fill({}), text);
  }
  const std::string broken = "z" + std::string(marker) + own;
  EXPECT_EQ(Spliced(broken, marker).fill({"5"}), "z" + std::string(marker) + "5");
}

TEST(Spliced, AnyTextAndValuesSurvive) {
  rc::check([](const std::vector<std::string>& texts, const std::string& last) {
    std::string marked;
    std::string filled;
    std::vector<std::string> values;
    for (const std::string& text : texts) {
      marked += text + slot_mark(marker, 3);
      values.push_back(std::to_string(text.size()));
      filled += text + values.back();
    }
    marked += last;
    filled += last;
    const Spliced page(marked, marker);
    RC_ASSERT(page.fill(values) == filled);
    RC_ASSERT(gunzip(SplicedGzip(page).fill(values)) == filled);
  });
}

TEST(Spliced, TheLargestValueFits) {
  const Spliced page(slot_mark(marker, 1), marker);
  const std::string value(SplicedGzip::value_bytes_max, 'x');
  EXPECT_EQ(gunzip(SplicedGzip(page).fill({value})), value);
}

TEST(Spliced, CompressesAndKnowsItsSize) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "Nghị quyết số 97/2019/QH14 ";
  const Spliced page(text + slot_mark(marker, 1) + text, marker);
  const SplicedGzip packed(page);
  EXPECT_LT(packed.fill({"1"}).size(), text.size() / 10);
  EXPECT_GE(page.size_bytes(), 2 * text.size());
  EXPECT_LT(packed.size_bytes(), text.size());
}

}  // namespace
}  // namespace lantoa::http
