#include "app/read_command.h"

#include <boost/json.hpp>

namespace lantoa::app {
namespace {

Result<std::string> read_text_json(std::string text) {
  TRY_ASSIGN(const FileReading reading, read_text_file(std::move(text), "a.txt"));
  return reading_json(reading);
}

TEST(ReadCommand, PrintsOneFixedShape) {
  const auto printed = read_text_json(
      "Họp “bàn” về đất đai (08:00 2/7/2024)\n\nABC - Ngày 1/7, UBND xã An Phú ban hành Kế hoạch "
      "số "
      "3/KH-UBND.\n\nDân bàn tiếp.\n\nHà Mi\n");
  ASSERT_TRUE(printed.has_value());
  EXPECT_EQ(*printed, R"({
  "kind": "article",
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
      "name": null,
      "issuer": "UBND xã An Phú",
      "date": "2024-07-01",
      "mentions": [
        {
          "offset": 114,
          "length": 9,
          "text": "3/KH-UBND",
          "provisions": []
        }
      ]
    }
  ],
  "plan": {
    "number": "03/KH-UBND",
    "issuer": "UBND xã An Phú",
    "date": "2024-07-01"
  },
  "damaged": [],
  "number": null,
  "issuer": {
    "class": "named",
    "name": "UBND xã An Phú",
    "offset": 69,
    "length": 16,
    "text": "UBND xã An Phú"
  },
  "duties": [],
  "forms": [],
  "audiences": [],
  "deadlines": [],
  "unmatched": [],
  "cut": false
}
)");
}

TEST(ReadCommand, PrintsALegalTextWithItsProvisions) {
  const std::string source =
      "Số: 5/NQ-HĐND\n\nNGHỊ QUYẾT\n\nVề tre\n\n*Căn cứ* *khoản 2 Điều 9 Luật Rừng tre\nsố* "
      "*7/2030/QH16;*\n\n**Điều 1. Tre**\n\n1\\. Tre già.\n";
  const auto printed = read_text_json(source);
  ASSERT_TRUE(printed.has_value());
  const auto found = boost::json::parse(*printed).as_object();
  EXPECT_EQ(found.at("kind"), "legal_text");
  EXPECT_EQ(found.at("title"), "Về tre");
  EXPECT_EQ(found.at("number"), "05/NQ-HĐND");
  EXPECT_EQ(found.at("issuer"), "Hội đồng nhân dân");
  EXPECT_TRUE(found.at("date").is_null());
  EXPECT_TRUE(found.at("plan").is_null());
  const auto& law = found.at("documents").at(0);
  EXPECT_EQ(law.at("type"), "Luật");
  EXPECT_EQ(law.at("name"), "Rừng tre");
  EXPECT_EQ(law.at("mentions").at(0).at("provisions").at(0), "dieu-9.khoan-2");
  EXPECT_EQ(found.at("grounds").at(0).at("documents").at(0), "07/2030/QH16");
  const auto& provisions = found.at("provisions").as_array();
  ASSERT_EQ(provisions.size(), 2U);
  EXPECT_EQ(provisions[0].at("address"), "dieu-1");
  EXPECT_EQ(provisions[0].at("heading"), "Tre");
  EXPECT_EQ(provisions[1].at("address"), "dieu-1.khoan-1");
  EXPECT_EQ(provisions[1].at("label"), "1.");
  const auto offset = provisions[1].at("offset").to_number<std::size_t>();
  EXPECT_EQ(source.substr(offset, provisions[1].at("length").to_number<std::size_t>()),
            "1\\. Tre già.");
}

TEST(ReadCommand, PrintsTheReferencesOfALegalText) {
  const std::string source =
      "Số: 5/NQ-HĐND\n\nNGHỊ QUYẾT\n\nVề tre\n\nĐiều 1. Tre\n\n1. Tre già theo khoản 2 Điều "
      "này.\n\n"
      "2. Tre non.\n";
  const auto printed = read_text_json(source);
  ASSERT_TRUE(printed.has_value());
  const auto found = boost::json::parse(*printed).as_object();
  const auto& references = found.at("references").as_array();
  ASSERT_EQ(references.size(), 1U);
  EXPECT_EQ(references[0].at("provisions").at(0), "dieu-1.khoan-2");
  EXPECT_EQ(references[0].at("text"), "khoản 2 Điều này");
}

TEST(ReadCommand, APlanItselfHasItsOwnTitleAndNumber) {
  const auto printed = read_text_json(
      "UBND TỈNH MẪU\n\nSố: 5/KH-UBND\n\nMẫu, ngày 20 tháng 4 năm 2021\n\nKẾ HOẠCH\n\nVề ngày hội "
      "đọc "
      "luật\n\nCăn cứ Luật số 1.\n");
  ASSERT_TRUE(printed.has_value());
  const auto found = boost::json::parse(*printed).as_object();
  EXPECT_EQ(found.at("kind"), "article");
  EXPECT_EQ(found.at("title"), "Về ngày hội đọc luật");
  EXPECT_EQ(found.at("number"), "05/KH-UBND");
}

TEST(ReadCommand, ARuleInAPastedTableIsNoDuty) {
  const auto printed = read_text_json(
      "Phụ lục\n\n| Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|\n| Họp | Sở Mẫu | 5/6/2021 "
      "|\n");
  ASSERT_TRUE(printed.has_value());
  const auto found = boost::json::parse(*printed).as_object();
  EXPECT_EQ(found.at("duties").as_array().size(), 1U);
  EXPECT_TRUE(found.at("unmatched").as_array().empty());
}

TEST(ReadCommand, DutiesOfAPlanHaveTheirPlaces) {
  const std::string text =
      "Việc chung\n\nSở Mẫu có trách nhiệm phát tờ rơi đến người dân trước ngày 5/6/2024.\n";
  const auto printed = read_text_json(text);
  ASSERT_TRUE(printed.has_value());
  const auto value = boost::json::parse(*printed);
  const auto& duty = value.at("duties").at(0);
  EXPECT_EQ(duty.at("who").at("class").as_string(), "named");
  EXPECT_EQ(duty.at("who").at("text").as_string(), "Sở Mẫu");
  EXPECT_EQ(duty.at("deadline").at("last_day").as_string(), "2024-06-04");
  EXPECT_EQ(duty.at("confidence").as_string(), "high");
  EXPECT_EQ(value.at("forms").at(0).at("form").as_string(), "printed_matter");
  EXPECT_EQ(value.at("audiences").at(0).at("group").as_string(), "people");
  EXPECT_EQ(value.at("deadlines").as_array().size(), 1U);
  const auto offset = duty.at("what_offset").to_number<std::size_t>();
  EXPECT_EQ(text.substr(offset, 5), "phát");
}

TEST(ReadCommand, WhatIsNotSaidIsNull) {
  const auto printed = read_text_json("Chỉ có \"tiêu đề\"");
  ASSERT_TRUE(printed.has_value());
  const auto value = boost::json::parse(*printed);
  EXPECT_EQ(value.at("title").as_string(), "Chỉ có \"tiêu đề\"");
  EXPECT_TRUE(value.at("published_at").is_null());
  EXPECT_TRUE(value.at("plan").is_null());
  EXPECT_TRUE(value.at("paragraphs").as_array().empty());
}

TEST(ReadCommand, PassesAProblemOn) { EXPECT_EQ(read_text_json("").error().code, Code::Invalid); }

}  // namespace
}  // namespace lantoa::app
