#include "platform/paper/paper.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "kernel/testing_folder.h"
#include "viet/unicode.h"

namespace lantoa::paper {
namespace {

// What the peers of Debian (poppler, qpdf) say of a file.
class Papers : public ::testing::Test {
 protected:
  std::string run(const std::string& command, int expected = 0) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        ::popen(("( " + command + " ) < " + file() + " 2>&1").c_str(), "r"),
        [](FILE*) { return 0; });
    std::string out;
    std::array<char, 4096> part;
    for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe.get())) != 0;) {
      out.append(part.data(), n);
    }
    const int status = ::pclose(pipe.release());
    EXPECT_EQ(status, expected) << command << ": " << out;
    return out;
  }
  std::string file() const { return (folder.path() / "paper").string(); }
  void keep(const std::string& bytes) { std::ofstream(file(), std::ios::binary) << bytes; }
  std::string draw(const Paper& paper) {
    const auto bytes = pdf(paper);
    EXPECT_TRUE(bytes) << bytes.error().text.en;
    keep(bytes.value_or(""));
    return run("pdftotext -enc UTF-8 - -");
  }
  static std::string words(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::string out;
    for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
    return out;
  }
  static std::size_t count(std::string_view text, std::string_view part) {
    std::size_t out = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) ++out;
    return out;
  }

  TestFolder folder;
  Paper plan{.parent = "Thành phố Mẫu",
             .issuer = "Hội đồng Mẫu",
             .number = "06/KH-HĐPH",
             .place = "Hà Nội",
             .dated = to_date({2021, 2, 5}),
             .type = "Kế hoạch",
             .subject = "Về việc <phổ biến> & kiểm tra",
             .recipients = {"Như trên"},
             .signature = {"TM. Hội đồng", "Chủ tịch"},
             .source = "Sổ cái 12",
             .made = to_date({2021, 5, 12})};
};

constexpr const char* syllables[] = {
    "nghiêng", "khuỷu",  "thuở", "ngoằn", "ngoèo", "giặt", "quỵt",  "xoáy", "lượn", "chuồng",
    "đưỡng",   "nhưỡng", "ẩn",   "ẵm",    "ắt",    "ặc",   "ằng",   "ẽo",   "ẹp",   "ỉm",
    "ĩnh",     "ịch",    "ỏm",   "õng",   "ọp",    "ổi",   "ỗi",    "ộp",   "ờ",    "ỡm",
    "ợ",       "ủng",    "ũng",  "ụp",    "ứng",   "ừ",    "ửng",   "ữa",   "ựa",   "ỳ",
    "ỷ",       "ỹ",      "ỵ",    "ý",     "Đề",    "ỆCH",  "ỔN",    "ỮNG",  "ỰC",   "Ỹ",
    "TRƯỜNG",  "HUYỆN",  "Quốc", "thị",   "xã",    "điều", "khoản", "điểm", "luật", "nghị"};

TEST_F(Papers, EveryWordOfAThousandSentencesCanBeTakenOutAgain) {
  std::uint32_t dice = 2021;
  std::string expected;
  plan.source.clear();
  for (int i = 0; i < 1'000; ++i) {
    std::string sentence = "Câu " + std::to_string(i) + ":";
    for (int j = 0; j < 14; ++j) {
      dice = dice * 1'664'525U + 1'013'904'223U;
      sentence += std::string(" ") + syllables[(dice >> 16U) % std::size(syllables)];
    }
    plan.body.emplace_back(Paragraph{sentence + "."});
    expected += sentence + ". ";
  }
  const std::string text = draw(plan);
  std::string body;
  // A page begins with its number, but for the first.
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    std::string page = words(std::string_view(text).substr(begin, end - begin));
    if (begin != 0) page.erase(0, page.find(' ') + 1);
    body += page + " ";
    begin = end + 1;
  }
  EXPECT_EQ(viet::nfc(text), text);
  const std::string all = words(body);
  EXPECT_NE(all.find(words(expected)), std::string::npos);
  EXPECT_EQ(count(all, "Câu "), 1'000U);
}

TEST_F(Papers, ThePeersFindNothingWrongWithIt) {
  plan.body = {Heading{"I. MỤC ĐÍCH"}, Paragraph{"Ữ"}, Item{"Ỵ"},
               Table{{{"STT", 1, true}, {"Việc", 5}}, {{"1", "Họp"}, {"", "Cộng"}}, true}};
  draw(plan);
  EXPECT_EQ(count(run("cat > " + file() + ".pdf && qpdf --check " + file() + ".pdf"), "WARNING"),
            0U);
  const std::string info = run("pdfinfo -");
  EXPECT_EQ(count(info, "Tagged:          yes"), 1U) << info;
  EXPECT_EQ(count(info, "Title:           Kế hoạch: Về việc <phổ biến> & kiểm tra"), 1U) << info;
  EXPECT_EQ(count(info, "(A4)"), 1U) << info;
  const std::string structure = run("pdfinfo -struct -");
  EXPECT_EQ(count(structure, "Warning"), 0U) << structure;
  for (const char* element : {"Document", "H1", "H2", "Table", "TH", "TD"}) {
    EXPECT_NE(structure.find(element), std::string::npos) << element;
  }
  const std::string plain =
      run("cat > " + file() + ".pdf && qpdf --qdf --object-streams=disable " + file() + ".pdf -");
  EXPECT_EQ(count(plain, "/Lang (vi-VN)"), 1U);
  // A face of another family stands in where the first has no such letter.
  std::istringstream fonts(run("pdffonts -"));
  std::string line;
  int faces = 0;
  while (std::getline(fonts, line)) {
    if (line.find("yes yes yes") == std::string::npos) continue;
    EXPECT_NE(line.find("LiberationSerif"), std::string::npos) << line;
    ++faces;
  }
  EXPECT_GE(faces, 2);
}

TEST_F(Papers, TheHeadIsTheDecrees) {
  const std::string text = words(draw(plan));
  for (const char* part :
       {"THÀNH PHỐ MẪU", "HỘI ĐỒNG MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Số: 06/KH-HĐPH", "Hà Nội, ngày 05 tháng 02 năm 2021",
        "KẾ HOẠCH", "Về việc <phổ biến> & kiểm tra", "Nơi nhận:", "TM. HỘI ĐỒNG", "CHỦ TỊCH",
        "Sổ cái 12", "- Như trên."}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
  plan.type.clear();
  plan.number.clear();
  plan.dated.reset();
  plan.addressees = {"Phường Một", "Phường Hai"};
  const std::string letter = words(draw(plan));
  for (const char* part : {"Số: /", "Hà Nội, ngày tháng năm", "Kính gửi: Phường Một; Phường Hai"}) {
    EXPECT_NE(letter.find(part), std::string::npos) << part;
  }
}

TEST_F(Papers, ARowHigherThanAPageGoesOnOverPagesAndLosesNothing) {
  std::string tall;
  for (int i = 0; i < 900; ++i) tall += "việc" + std::to_string(i) + " ";
  Table table{{{"STT", 1, true}, {"Nhiệm vụ", 2}, {"Đơn vị", 2}}, {}, false};
  for (int i = 0; i < 40; ++i) table.rows.push_back({std::to_string(i), "ngắn", "một"});
  table.rows.push_back({"40", tall, "hai"});
  plan.body = {table};
  const std::string text = draw(plan);
  for (int i = 0; i < 900; ++i) {
    ASSERT_EQ(count(words(text) + " ", " việc" + std::to_string(i) + " "), 1U) << i;
  }
  EXPECT_GE(count(text, "Nhiệm vụ"), 4U) << "each page repeats the head";
}

TEST_F(Papers, NoRecipientIsLostHoweverManyThereAre) {
  for (const int count : {3, 60, 200}) {
    plan.recipients.clear();
    for (int i = 0; i < count; ++i) plan.recipients.push_back("Nơi" + std::to_string(i));
    const std::string text = words(draw(plan)) + " ";
    for (int i = 0; i < count; ++i) {
      const char* end = i + 1 == count ? ". " : "; ";
      ASSERT_EQ(this->count(text, "- Nơi" + std::to_string(i) + end), 1U) << i << " of " << count;
    }
    EXPECT_NE(text.find("CHỦ TỊCH"), std::string::npos);
  }
}

// Each page of a table is one to a reading machine, and each has its head.
TEST_F(Papers, ATableIsOneElementAPage) {
  Table table{{{"STT", 1, true}, {"Nhiệm vụ", 4}}, {}, false};
  for (int i = 0; i < 100; ++i) table.rows.push_back({std::to_string(i), "việc"});
  plan.body = {table};
  draw(plan);
  const std::string structure = run("pdfinfo -struct -");
  const std::size_t tables = count(structure, "Table");
  EXPECT_GE(tables, 3U);
  EXPECT_EQ(count(structure, "TH"), 2 * tables);
  EXPECT_EQ(count(structure, "TD"), 200U);
}

TEST_F(Papers, TheSamePaperIsTheSameBytes) {
  plan.body = {Paragraph{"Một"}, Table{{{"A"}}, {{"b"}}, false}};
  EXPECT_EQ(pdf(plan).value(), pdf(plan).value());
  EXPECT_EQ(docx(plan).value(), docx(plan).value());
}

TEST_F(Papers, ADocxIsWellFormedAndControlCharactersAreGone) {
  plan.subject = std::string("Một\x01\x1F hai\x7F\tba</w:t>");
  plan.body = {Paragraph{"]]> &amp; <w:p>"}, Paragraph{"a\xEF\xBF\xBE\xEF\xBF\xBF"
                                                       "b"}};
  keep(docx(plan).value());
  const std::string unzip =
      "python3 -c \"import sys,io,zipfile;z=zipfile.ZipFile(io.BytesIO("
      "sys.stdin.buffer.read()));print(z.testzip(),len(z.namelist()));"
      "sys.stdout.write(z.read('word/document.xml').decode())\"";
  const std::string xml = run(unzip);
  EXPECT_EQ(xml.rfind("None 8", 0), 0U) << xml.substr(0, 80);
  EXPECT_NE(xml.find("Một hai ba&lt;/w:t&gt;"), std::string::npos) << xml;
  EXPECT_NE(xml.find("]]&gt; &amp;amp; &lt;w:p&gt;"), std::string::npos);
  EXPECT_NE(xml.find(">ab<"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::paper
