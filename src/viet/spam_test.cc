// spam_examples.txt is kept by hand: what a text is, and the text. Disguises are put on every
// gambling text here, so that each is tried as plain, without marks, decomposed, spread, coded …
#include "viet/spam.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <string>

#include "kernel/utf8.h"
#include "viet/unicode.h"

namespace lantoa::viet {
namespace {

struct Example {
  std::string kind;
  std::string text;
};

std::vector<Example> examples() {
  std::ifstream file(std::string(LANTOA_SOURCE_DIR) + "/src/viet/spam_examples.txt");
  std::vector<Example> out;
  for (std::string line; std::getline(file, line);) {
    const std::size_t bar = line.find('|');
    if (bar != std::string::npos) out.push_back({line.substr(0, bar), line.substr(bar + 1)});
  }
  return out;
}

bool has(const std::vector<SpamSign>& signs, SpamSign sign) {
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

std::string join(const std::vector<SpamSign>& signs) {
  std::string out;
  for (const SpamSign sign : signs) out += std::to_string(static_cast<int>(sign)) + " ";
  return out;
}

std::string each_character(const std::string& text,
                           const std::function<std::string(std::string)>& change) {
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = character_size(rest);
    out += change(std::string(rest.substr(0, size)));
    rest.remove_prefix(size);
  }
  return out;
}

std::string in_place_of(const std::string& text, const std::string& from, const std::string& to) {
  return each_character(text, [&](std::string c) { return c == from ? to : c; });
}

using Disguise = std::function<std::string(const std::string&)>;

const std::vector<std::pair<std::string, Disguise>>& disguises() {
  static const std::vector<std::pair<std::string, Disguise>> all = {
      {"plain", [](const std::string& text) { return text; }},
      {"no marks", [](const std::string& text) { return fold(text); }},
      {"zero width",
       [](const std::string& text) {
         return each_character(text, [](std::string c) { return c + "\u200b"; });
       }},
      {"soft hyphens",
       [](const std::string& text) {
         return each_character(text, [](std::string c) { return c + "\u00ad"; });
       }},
      {"cyrillic",
       [](const std::string& text) {
         return in_place_of(in_place_of(in_place_of(text, "a", "а"), "c", "с"), "o", "о");
       }},
      {"greek", [](const std::string& text) { return in_place_of(fold(text), "o", "ο"); }},
      {"wide",
       [](const std::string& text) {
         return each_character(text, [](std::string c) {
           if (c.size() != 1 || c[0] < '!' || c[0] > '~') return c;
           const unsigned wide = 0xFF01 + static_cast<unsigned>(c[0] - '!');
           return std::string{static_cast<char>(0xE0 | wide >> 12),
                              static_cast<char>(0x80 | (wide >> 6 & 0x3F)),
                              static_cast<char>(0x80 | (wide & 0x3F))};
         });
       }},
      {"percent",
       [](const std::string& text) {
         std::string out;
         for (const char c : text) {
           constexpr std::string_view hex = "0123456789abcdef";
           const auto byte = static_cast<unsigned char>(c);
           out += std::string{'%', hex[byte >> 4], hex[byte & 15]};
         }
         return out;
       }},
      {"entities",
       [](const std::string& text) {
         return each_character(text, [](std::string c) {
           return c.size() == 1 ? "&#" + std::to_string(static_cast<int>(c[0])) + ";" : c;
         });
       }},
      {"dots between words", [](const std::string& text) { return in_place_of(text, " ", "."); }},
  };
  return all;
}

TEST(Spam, HonestCommentsAreLeftAlone) {
  std::size_t honest = 0;
  std::size_t wrong = 0;
  std::string which;
  for (const Example& example : examples()) {
    if (example.kind != "honest") continue;
    for (const std::string& text : {example.text, fold(example.text)}) {
      ++honest;
      const auto signs = spam_signs(text);
      if (signs.empty()) continue;
      ++wrong;
      which += join(signs) + text + "\n";
    }
  }
  EXPECT_GE(honest, 200U);
  EXPECT_LE(wrong * 100, honest) << wrong << " of " << honest << "\n" << which;
}

TEST(Spam, GamblingIsSeenInEveryDisguise) {
  std::size_t tried = 0;
  for (const Example& example : examples()) {
    if (example.kind != "gambling") continue;
    for (const auto& [name, disguise] : disguises()) {
      ++tried;
      const std::string text = disguise(example.text);
      EXPECT_TRUE(has(spam_signs(text), SpamSign::Gambling)) << name << ": " << text;
    }
  }
  EXPECT_GE(tried, 200U);
}

TEST(Spam, EachSignIsSeen) {
  const std::vector<std::pair<std::string, SpamSign>> kinds = {
      {"gambling", SpamSign::Gambling}, {"advert", SpamSign::Advert},
      {"link", SpamSign::Link},         {"contact", SpamSign::Contact},
      {"hidden", SpamSign::Hidden},     {"repeated", SpamSign::Repeated}};
  std::map<std::string, std::size_t> seen;
  for (const Example& example : examples()) {
    for (const auto& [kind, sign] : kinds) {
      if (example.kind != kind) continue;
      ++seen[kind];
      const auto signs = spam_signs(example.text);
      EXPECT_TRUE(has(signs, sign)) << kind << " not in “" << join(signs) << "”: " << example.text;
    }
  }
  for (const auto& [kind, sign] : kinds) EXPECT_GE(seen[kind], 4U) << kind;
}

TEST(Spam, TextOfOldFontsIsKnown) {
  EXPECT_TRUE(is_old_font_text("LuËt §Êt ®ai söa ®æi cã hiÖu lùc tõ ngµy nµo?"));
  EXPECT_FALSE(is_old_font_text("Luật Đất đai sửa đổi có hiệu lực từ ngày nào?"));
  EXPECT_FALSE(is_old_font_text("Luat Dat dai co hieu luc tu ngay nao?"));
  for (const char* short_text : {"Cà phê, bà và tôi", "Khác", "Lê Hà", "Khá", "20 °C"}) {
    EXPECT_FALSE(is_old_font_text(short_text)) << short_text;
  }
}

TEST(Spam, AMailboxIsAContactAndNoLink) {
  const auto signs = spam_signs("Xin trả lời về vanthu@coquan.gov.vn giúp tôi.");
  EXPECT_EQ(std::count(signs.begin(), signs.end(), SpamSign::Link), 0);
}

TEST(Spam, AQuoteOrAPictureBehindAnAddressHidesItNot) {
  for (const char* text : {"Vào “nhacaimau.com”", "Xem nhacaimau.net»", "nhacaimau.top🎁",
                           "nhacaimau.vip–nhận thưởng"}) {
    EXPECT_TRUE(has(spam_signs(text), SpamSign::Link)) << text;
  }
  EXPECT_FALSE(has(spam_signs("Xin hỏi nhé.Mẹ tôi ở phường nào?"), SpamSign::Link));
}

TEST(Spam, ASpokenDotIsALinkBeforeAClearEndingOnly) {
  for (const char* text :
       {"Gõ nhacaimau chấm com là ra", "Go nhacaimau cham com la ra", "Vào nhacaimau dot net nhé",
        "Trang mautrang chấm com chấm vn", "Mở nhacaimau .xyz ngay", "Mở nhacaimau . org ngay",
        "Mời xem nhacaimau [.] top", "Xem nhacaimau(dot)live"}) {
    EXPECT_TRUE(has(spam_signs(text), SpamSign::Link)) << text;
  }
  for (const char* text :
       {"Bài thi chấm online hay chấm giấy?", "Bai thi cham online hay cham giay?",
        "Ban tổ chức chấm app hay chấm tay", "Bạn em chấm to quá", "Em cham to qua",
        "Cuộc thi do ban cham live hay cham sau?", "Điểm thi chấm top 3 ra sao?",
        "Xin cảm ơn nhiều . Game này có bị cấm không?", "Hội thi hay .Top 3 được gì?",
        "Bạn tôi chấm vnexpress là báo hay", "Nói dot pro là nói gì?"}) {
    EXPECT_FALSE(has(spam_signs(text), SpamSign::Link)) << text;
  }
}

TEST(Spam, NothingIsNothing) { EXPECT_TRUE(spam_signs("").empty()); }

}  // namespace
}  // namespace lantoa::viet
