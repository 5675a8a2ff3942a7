// What looks the same is the same, and what Vietnamese tells apart stays apart.
#include "viet/look_alike.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "viet/unicode.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t names_tried = 100;

// Real names of units, each once.
std::vector<std::string> real_unit_names() {
  std::ifstream file(std::string(LANTOA_SOURCE_DIR) + "/demo/data/units-2021.csv");
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (std::string line; std::getline(file, line) && out.size() < names_tried;) {
    if (line.find('"') != std::string::npos || line.starts_with("code,")) continue;
    const std::size_t begin = line.find(',', line.find(',') + 1) + 1;
    std::string name = line.substr(begin, line.find(',', begin) - begin);
    if (seen.insert(name_key(name)).second) out.push_back(std::move(name));
  }
  return out;
}

// Each letter by its marks: "ặ" is a, dot below, breve.
std::string taken_apart(const std::string& name) {
  static const std::map<std::string, std::string> marks{
      {"à", "a\u0300"},       {"á", "a\u0301"},       {"ả", "a\u0309"},
      {"ã", "a\u0303"},       {"ạ", "a\u0323"},       {"ă", "a\u0306"},
      {"â", "a\u0302"},       {"è", "e\u0300"},       {"é", "e\u0301"},
      {"ê", "e\u0302"},       {"ế", "e\u0302\u0301"}, {"ệ", "e\u0323\u0302"},
      {"ì", "i\u0300"},       {"í", "i\u0301"},       {"ò", "o\u0300"},
      {"ó", "o\u0301"},       {"ô", "o\u0302"},       {"ơ", "o\u031B"},
      {"ố", "o\u0302\u0301"}, {"ồ", "o\u0302\u0300"}, {"ộ", "o\u0302\u0323"},
      {"ờ", "o\u031B\u0300"}, {"ú", "u\u0301"},       {"ư", "u\u031B"},
      {"ừ", "u\u0300\u031B"}, {"ý", "y\u0301"}};
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t size = character_size(std::string_view(name).substr(at));
    const std::string letter = name.substr(at, size);
    const auto found = marks.find(letter);
    out += found == marks.end() ? letter : found->second;
    at += size;
  }
  return out;
}

std::string with_letters_of(const std::map<char, std::string>& others, const std::string& name) {
  std::string out;
  for (const char c : taken_apart(name)) {
    const auto found = others.find(c);
    if (found == others.end()) {
      out += c;
    } else {
      out += found->second;
    }
  }
  return out;
}

std::string cyrillic(const std::string& name) {
  return with_letters_of({{'a', "а"},
                          {'e', "е"},
                          {'o', "о"},
                          {'c', "с"},
                          {'p', "р"},
                          {'x', "х"},
                          {'y', "у"},
                          {'A', "А"},
                          {'B', "В"},
                          {'C', "С"},
                          {'E', "Е"},
                          {'H', "Н"},
                          {'K', "К"},
                          {'M', "М"},
                          {'O', "О"},
                          {'P', "Р"},
                          {'T', "Т"},
                          {'X', "Х"}},
                         name);
}
std::string greek(const std::string& name) {
  return with_letters_of({{'o', "ο"},
                          {'v', "ν"},
                          {'A', "Α"},
                          {'B', "Β"},
                          {'E', "Ε"},
                          {'H', "Η"},
                          {'K', "Κ"},
                          {'M', "Μ"},
                          {'N', "Ν"},
                          {'O', "Ο"},
                          {'P', "Ρ"},
                          {'T', "Τ"},
                          {'X', "Χ"},
                          {'Y', "Υ"}},
                         name);
}
std::string wide(const std::string& name) {
  std::map<char, std::string> letters;
  for (char c = 'A'; c <= 'Z'; ++c) {
    letters[c] = std::string("\xEF\xBC") + static_cast<char>(0xA1 + (c - 'A'));
  }
  return with_letters_of(letters, name);
}
std::string with_between(const std::string& name, std::string_view between) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t size = character_size(std::string_view(name).substr(at));
    out += name.substr(at, size);
    out += between;
    at += size;
  }
  return out;
}
std::string with_blanks(const std::string& name, std::string_view blank) {
  std::string out;
  for (const char c : name) {
    if (c == ' ') {
      out += blank;
    } else {
      out += c;
    }
  }
  return out;
}

TEST(LookAlikes, AHundredNamesInEveryDisguiseAreOneEach) {
  const std::map<std::string, std::function<std::string(const std::string&)>> disguises{
      {"decomposed", taken_apart},
      {"Cyrillic", cyrillic},
      {"Greek", greek},
      {"wide", wide},
      {"zero width", [](const std::string& name) { return with_between(name, "\u200B"); }},
      {"zero width, decomposed",
       [](const std::string& name) { return with_between(taken_apart(name), "\u2060"); }},
      {"soft hyphens", [](const std::string& name) { return with_between(name, "\u00AD"); }},
      {"turned around", [](const std::string& name) { return "\u202E" + name + "\u202C"; }},
      {"no-break space", [](const std::string& name) { return with_blanks(name, "\u00A0"); }},
      {"many spaces",
       [](const std::string& name) { return " " + with_blanks(name, " \t ") + " "; }},
  };
  const auto names = real_unit_names();
  ASSERT_EQ(names.size(), names_tried);
  std::map<std::string, std::string> letters, shapes;
  for (const std::string& name : names) {
    const LookKeys keys = look_keys(name);
    EXPECT_TRUE(letters.emplace(keys.letters, name).second) << name << letters[keys.letters];
    EXPECT_TRUE(shapes.emplace(keys.shape, name).second) << name << shapes[keys.shape];
    for (const auto& [what, disguise] : disguises) {
      EXPECT_TRUE(look_alike(disguise(name), name)) << what << ": " << name;
    }
  }
}

TEST(LookAlikes, TheMarksOfVietnameseTellNamesApart) {
  const std::vector<std::string> letters{
      "a", "à", "á", "ả", "ã", "ạ", "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ", "â", "ầ", "ấ", "ẩ", "ẫ", "ậ", "e",
      "è", "é", "ẻ", "ẽ", "ẹ", "ê", "ề", "ế", "ể", "ễ", "ệ", "i", "ì", "í", "ỉ", "ĩ", "ị", "o", "ò",
      "ó", "ỏ", "õ", "ọ", "ô", "ồ", "ố", "ổ", "ỗ", "ộ", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ", "u", "ù", "ú",
      "ủ", "ũ", "ụ", "ư", "ừ", "ứ", "ử", "ữ", "ự", "y", "ỳ", "ý", "ỷ", "ỹ", "ỵ", "d", "đ"};
  for (const std::string& one : letters) {
    for (const std::string& other : letters) {
      EXPECT_EQ(look_alike("Phường N" + one + "m", "Phường N" + other + "m"), one == other)
          << one << other;
    }
  }
  EXPECT_FALSE(look_alike("Phường Cửa Nam", "Phường Cửa Năm"));
  EXPECT_FALSE(look_alike("Phường Tân Mai", "Xã Tân Mai"));
}

TEST(LookAlikes, WhatAReaderCannotTellApart) {
  for (const auto& [one, other] :
       std::vector<std::pair<std::string, std::string>>{{"Phường Cửa Nam", "PHƯỜNG CỬA NAM"},
                                                        {"Xã Hoà Bình", "Xã Hòa Bình"},
                                                        {"Quận Đống Đa", "Quận Ðống Ða"},  // eth
                                                        {"Tổ I", "Tổ 1"},
                                                        {"Tổ I", "Tổ l"},
                                                        {"001", "OO1"},
                                                        {"R’Lấp", "R'Lấp"},
                                                        {"Khối A–B", "Khối A-B"},
                                                        {"Cửa N\u1EA1\u0323m", "Cửa Nạm"}}) {
    EXPECT_TRUE(look_alike(one, other)) << one << " " << other;
  }
  EXPECT_FALSE(look_alike("Xã Ia Pa", "Xã La Pa")) << "a capital L is no I";
  EXPECT_FALSE(look_alike("Tổ 1", "Tổ 2"));
  EXPECT_TRUE(look_alike("", ""));
}

TEST(LookAlikes, WhatDoesNotShowIsTakenAway) {
  EXPECT_EQ(without_hidden("Cu\u031B\u0309a\u200B\u00A0Nam\u202E\x7F\x01"), "Cửa Nam");
  EXPECT_EQ(without_hidden("a\tb\nc"), "a b c");
  EXPECT_EQ(without_hidden("N\uFFF9a\uFFFAm\uFFFB"), "Nam");
  EXPECT_EQ(without_hidden("Đỗ Thị Mẫu"), "Đỗ Thị Mẫu");
}

std::string stray_in(const std::string& name, Alphabets allowed) {
  const auto found = stray_letter(name, allowed);
  if (!found) return "";
  return found->letter + " " + std::to_string(found->place) + " " + found->alphabet.en + " for " +
         found->wanted.en;
}

TEST(StrayLetters, AreNamedWithTheirPlace) {
  EXPECT_EQ(stray_in("N\u0430m", Alphabets::OneOnly), "\u0430 2 Cyrillic for Latin");
  EXPECT_EQ(stray_in("Nguyễn Văn \u0410", Alphabets::OneOnly), "\u0410 12 Cyrillic for Latin");
  EXPECT_EQ(stray_in("Trần \u03B1", Alphabets::Latin), "α 6 Greek for Latin");
  EXPECT_EQ(stray_in("Tr\u1EA7n \u00B5", Alphabets::Latin), "\u00B5 6 Greek for Latin");
  EXPECT_EQ(stray_in("Иваaн", Alphabets::OneOnly), "a 4 Latin for Cyrillic");
  EXPECT_EQ(stray_letter("N\u0430m", Alphabets::Latin)->alphabet.vi, "Kirin");
  EXPECT_EQ(stray_letter("N\u0430m", Alphabets::Latin)->wanted.vi, "La-tinh");
}

TEST(StrayLetters, PeopleMayBeOfAnywhereButNotLookLikeOthers) {
  for (const char* name : {"Đỗ Thị Mẫu", "Jean-Luc Đỗ", "Иванов", "Αθήνα", "李光耀", "ไทย",
                           "Lý Quang Diệu (李光耀)", "김 Kim", "№ 5", "2021", ""}) {
    EXPECT_EQ(stray_in(name, Alphabets::OneOnly), "") << name;
  }
  EXPECT_EQ(stray_in("\u0421\u0430\u0440\u0430", Alphabets::OneOnly), "\u0421 1 Cyrillic for Latin")
      << "nobody could tell it from Capa";
  EXPECT_EQ(stray_in("Иванов", Alphabets::Latin), "И 1 Cyrillic for Latin");
  EXPECT_EQ(stray_in("李", Alphabets::Latin), "李 1 Chinese for Latin");
}

TEST(StrayLetters, OfSingleWords) {
  const auto stray = [](const std::string& name) { return stray_in(name, Alphabets::OneAWord); };
  EXPECT_EQ(stray("Nguyễn Văn N\u0430m"), "\u0430 13 Cyrillic for Latin");
  EXPECT_EQ(stray("Nguyễn Văn \u0410"), "\u0410 12 Cyrillic for Latin") << "it looks Latin";
  EXPECT_EQ(stray("\u0410 Nguyễn"), "\u0410 1 Cyrillic for Latin");
  EXPECT_EQ(stray("M\u0434i"), "\u0434 2 Cyrillic for Latin") << "even where it is no imitation";
  EXPECT_EQ(stray("Tr\u1EA7n Th\u03B9"), "\u03B9 8 Greek for Latin");
  EXPECT_EQ(stray("Иваaн"), "a 4 Latin for Cyrillic");
  EXPECT_EQ(stray("Na2\u0430"), "\u0430 4 Cyrillic for Latin") << "digits part no words";
  for (const char* name :
       {"Đỗ Thị Mẫu", "Jean-Luc Đỗ", "Иванов", "\u0421\u0430\u0440\u0430", "Αθήνα", "李光耀", "ไทย",
        "Ivan Petrov (Иван Петров)", "Lý Quang Diệu (李光耀)", "김 Kim", "محمد", "हिन्दी Rao",
        "山田さくら", "№ 5", ""}) {
    EXPECT_EQ(stray(name), "") << name;
  }
}

}  // namespace
}  // namespace lantoa::viet
