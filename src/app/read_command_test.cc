#include "app/read_command.h"

#include <boost/json.hpp>

namespace lantoa::app {
namespace {

TEST(ReadCommand, PrintsOneFixedShape) {
  const auto printed = read_article_json(
      "Họp “bàn” về đất đai (08:00 2/7/2024)\n\nABC - Ngày 1/7, UBND xã An Phú ban hành Kế hoạch "
      "số "
      "3/KH-UBND.\n\nDân bàn tiếp.\n\nHà Mi\n");
  ASSERT_TRUE(printed.has_value());
  EXPECT_EQ(*printed, R"({
  "title": "Họp “bàn” về đất đai",
  "published_at": "2024-07-02T08:00+07:00",
  "author": "Hà Mi",
  "lead": "Ngày 1/7, UBND xã An Phú ban hành Kế hoạch số 3/KH-UBND.",
  "paragraphs": [
    "Dân bàn tiếp."
  ],
  "documents": [
    {
      "number": "03/KH-UBND",
      "type": "Kế hoạch",
      "issuer": "UBND xã An Phú",
      "date": "2024-07-01",
      "mentions": [
        {
          "offset": 114,
          "length": 9,
          "text": "3/KH-UBND"
        }
      ]
    }
  ],
  "plan": {
    "number": "03/KH-UBND",
    "issuer": "UBND xã An Phú",
    "date": "2024-07-01"
  },
  "damaged": []
}
)");
}

TEST(ReadCommand, WhatIsNotSaidIsNull) {
  const auto printed = read_article_json("Chỉ có \"tiêu đề\"");
  ASSERT_TRUE(printed.has_value());
  const auto value = boost::json::parse(*printed);
  EXPECT_EQ(value.at("title").as_string(), "Chỉ có \"tiêu đề\"");
  EXPECT_TRUE(value.at("published_at").is_null());
  EXPECT_TRUE(value.at("plan").is_null());
  EXPECT_TRUE(value.at("paragraphs").as_array().empty());
}

TEST(ReadCommand, PassesAProblemOn) {
  EXPECT_EQ(read_article_json("").error().code, Code::Invalid);
}

}  // namespace
}  // namespace lantoa::app
