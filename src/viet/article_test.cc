#include "viet/article.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace lantoa::viet {
namespace {

const std::string own_article =
    "Triển khai quy chế hỏi đáp pháp luật ở các xã miền núi (07:05 21/6/2024)\n"
    "\n\n"
    "TTX -\xC2\xA0Ngày 18/6, Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh Lai Châu ban hành "
    "Kế hoạch "
    "số 4/KH-HĐPHPBGDPL để giới thiệu Luật số 31/2024/QH15 ngày 18/01/2024 của Quốc hội và Nghị "
    "định số "
    "71/2024/NĐ-CP ngày 27/6/2024 của Chính phủ.\n"
    "\n"
    "Mỗi xã chọn một buổi chợ phiên để hỏi đáp; cán bộ xã ghi lại câu hỏi.\n"
    "\xC2\xA0\n"
    "Cuối quý, các xã gửi kết quả thực hiện 31/2024/QH15,\n"
    "71/2024/NĐ-CP về thường trực Hội đồng.\n"
    "\n"
    "Lò Thị Mai\n"
    "\n\n"
    "Các bài mới đăng\n"
    "\n"
    "Thu hoạch chè vụ xuân theo Kế hoạch số 99/KH-UBND\n"
    "Các bài đã đăng :\n"
    "Bài viết Xem\n"
    "Viết bình luận\n"
    "Họ tên:(*)\n"
    "Mã xác nhận: \xC2\xA0 \xC2\xA0 T?i l?i \xEF\xBF\xBDnh\n";

TEST(Article, ReadsAPortalPage) {
  const auto article = read_article(own_article);
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->title, "Triển khai quy chế hỏi đáp pháp luật ở các xã miền núi");
  ASSERT_TRUE(article->published.has_value());
  EXPECT_EQ(iso_minute_vietnam(*article->published), "2024-06-21T07:05+07:00");
  EXPECT_EQ(article->author, "Lò Thị Mai");
  EXPECT_EQ(article->agency, "TTX");
  EXPECT_TRUE(article->lead.text.starts_with("Ngày 18/6, Hội đồng")) << article->lead.text;
  ASSERT_EQ(article->paragraphs.size(), 2U);
  EXPECT_EQ(article->paragraphs[1].text,
            "Cuối quý, các xã gửi kết quả thực hiện 31/2024/QH15, 71/2024/NĐ-CP về thường trực Hội "
            "đồng.");
  for (const Paragraph& paragraph : article->paragraphs) {
    EXPECT_EQ(own_article.substr(paragraph.offset, 4), paragraph.text.substr(0, 4));
  }
}

TEST(Article, CitesAndAnnounces) {
  const auto article = read_article(own_article);
  ASSERT_TRUE(article.has_value());
  ASSERT_EQ(article->documents.size(), 3U);
  ASSERT_TRUE(article->announced.has_value());
  const CitedDocument& plan = article->documents[*article->announced];
  EXPECT_EQ(plan.number.display(), "04/KH-HĐPHPBGDPL");
  EXPECT_EQ(plan.issuer, "Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh Lai Châu");
  EXPECT_EQ(plan.date, to_date({2024, 6, 18}));
  EXPECT_EQ(article->documents[1].type, "Luật");
  EXPECT_EQ(article->documents[1].mentions.size(), 2U);
  for (const CitedDocument& document : article->documents) {
    for (const Citation& mention : document.mentions) {
      EXPECT_EQ(own_article.substr(mention.offset, mention.length), mention.number.as_written);
    }
  }
}

TEST(Article, ReportsDamageInTheFurnitureToo) {
  const auto article = read_article(own_article);
  ASSERT_TRUE(article.has_value());
  ASSERT_EQ(article->damaged.size(), 1U);
  const DamagedLine& damaged = article->damaged[0];
  EXPECT_EQ(damaged.text, "T?i l?i \xEF\xBF\xBDnh");
  EXPECT_EQ(damaged.offset, own_article.find("T?i"));
  EXPECT_EQ(static_cast<std::ptrdiff_t>(damaged.line),
            std::count(own_article.begin(), own_article.end(), '\n'));
}

std::string published_of(std::string_view text) {
  const auto article = read_article(text);
  if (!article) return article.error().text.en;
  return article->title + "|" +
         (article->published ? iso_minute_vietnam(*article->published) : "") + "|" +
         article->lead.text;
}

TEST(Article, TimeOnALineOfItsOwn) {
  for (const auto* head :
       {"Tin mới về xã\n20:18 31/12/2025\n", "Tin mới về xã\r\n\r\n20:18 31/12/2025\r\n",
        "20:18 31/12/2025\nTin mới về xã\n", "Tin mới về xã\nThứ Tư, 31/12/2025 - 20h18\n",
        "Trang chủ > Tin tức\nTin mới về xã\nNgày đăng: 31/12/2025 | 20:18 GMT+7\n",
        "Tin mới\nvề xã (20:18 31/12/2025)\n", "Tin mới\nvề xã\n20:18, 31/12/2025\nLượt xem: 12\n",
        "\xEF\xBB\xBFTin mới về xã\n08:18 PM 31/12/2025\n"}) {
    EXPECT_EQ(published_of(std::string(head) + "\nBà con họp bàn.\n"),
              "Tin mới về xã|2025-12-31T20:18+07:00|Bà con họp bàn.")
        << head;
  }
  EXPECT_EQ(published_of("Tin mới\n\nHọp lúc 10:30 ngày 31/12/2025 tại xã.\n"),
            "Tin mới||Họp lúc 10:30 ngày 31/12/2025 tại xã.");
  EXPECT_EQ(published_of("Tin mới\n\n25:61 31/12/2025\n"), "Tin mới||25:61 31/12/2025");
}

TEST(Article, ParagraphsOneALineOrBrokenByWidth) {
  const auto article = read_article(
      "Tin\n\nĐoạn một dài đủ để người ta phải xuống dòng giữa chừng tại thành phố\n"
      "Hà Nội rồi mới hết.\nĐoạn hai ngắn.\nĐoạn ba\nvẫn còn.\n\nTác giả: An Bình\n");
  ASSERT_TRUE(article.has_value());
  EXPECT_TRUE(article->lead.text.ends_with("thành phố Hà Nội rồi mới hết."));
  ASSERT_EQ(article->paragraphs.size(), 2U);
  EXPECT_EQ(article->paragraphs[1].text, "Đoạn ba vẫn còn.");
  EXPECT_EQ(article->author, "An Bình");
}

TEST(Article, RefusesWithOneClearSentence) {
  using namespace std::string_view_literals;
  EXPECT_EQ(read_article("").error().code, Code::Invalid);
  EXPECT_EQ(read_article(" \n\xC2\xA0\n").error().code, Code::Invalid);
  EXPECT_EQ(read_article("PK\x03\x04\x01\x02").error().code, Code::Unsupported);
  EXPECT_EQ(read_article("K\0 h\0"sv).error().code, Code::Unsupported);
  EXPECT_EQ(read_article("Lu\xCB"
                         "t \xA7\xCA"
                         "t \xAE"
                         "ai")
                .error()
                .code,
            Code::Unsupported);
  EXPECT_EQ(read_article(std::string(article_bytes_max + 1, 'a')).error().code, Code::TooLarge);
  EXPECT_TRUE(read_article("Chỉ có tiêu đề").has_value());
}

TEST(Damage, KindsOfFaults) {
  const auto kinds = [](std::string_view text) {
    std::vector<std::string> out;
    for (const DamagedLine& d : find_damage(text))
      out.push_back(std::to_string(d.line) + " " + d.text);
    return out;
  };
  using Kinds = std::vector<std::string>;
  EXPECT_EQ(kinds("Tốt\nThi?u ch? r?i ạ\n"), (Kinds{"2 Thi?u ch? r?i"}));
  EXPECT_EQ(kinds("xem Luáº­t Ä\xC2\x91áº¥t"), (Kinds{"1 Luáº­t Ä\xC2\x91áº¥t"}));
  EXPECT_EQ(kinds("Quyáº¿t Ä‘á»‹nh sá»‘"), (Kinds{"1 Quyáº¿t Ä‘á»‹nh sá»‘"}));
  EXPECT_EQ(kinds("LuËt §Êt ®ai"), (Kinds{"1 §Êt ®ai"}));
  EXPECT_EQ(kinds("Được không?Vâng. Hỏi gì? «Ă» ĐÃ… “ĐÃ” á»\n"
                  "http://a.vn/x?y=1 b?c=2&d?e\n© 2021 Báo, § 5, Sao® 25°C ½"),
            Kinds{});
}

class SeedArticle : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path path =
        std::filesystem::path(LANTOA_SHARED_DIR) / "data" / "article-2021-05-13.txt";
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      ASSERT_EQ(std::getenv("CI"), nullptr) << path << " is absent, and in CI it must be there";
      GTEST_SKIP() << path << " is absent";
    }
    source_.assign(std::istreambuf_iterator<char>(file), {});
    auto article = read_article(source_);
    ASSERT_TRUE(article.has_value());
    article_ = *std::move(article);
  }

  void expect_document(std::size_t index, std::string_view number, std::string_view type,
                       std::string_view issuer, std::string_view date) const {
    const CitedDocument& document = article_.documents.at(index);
    EXPECT_EQ(document.number.display(), number);
    EXPECT_EQ(document.type, type);
    EXPECT_EQ(document.issuer, issuer);
    ASSERT_TRUE(document.date.has_value());
    EXPECT_EQ(iso(*document.date), date);
    std::vector<std::size_t> expected;
    for (std::size_t at = source_.find(number); at != std::string::npos;
         at = source_.find(number, at + 1)) {
      expected.push_back(at);
    }
    std::vector<std::size_t> found;
    for (const Citation& mention : document.mentions) {
      found.push_back(mention.offset);
      EXPECT_EQ(mention.length, number.size());
    }
    EXPECT_EQ(found, expected);
  }

  std::string source_;
  Article article_;
};

TEST_F(SeedArticle, HeadAndAuthor) {
  EXPECT_EQ(article_.title, source_.substr(0, source_.find(" (10:32 13/05/2021)")));
  ASSERT_TRUE(article_.published.has_value());
  EXPECT_EQ(iso_minute_vietnam(*article_.published), "2021-05-13T10:32+07:00");
  EXPECT_EQ(article_.author, "Minh Châu");
  EXPECT_EQ(article_.agency, "HNP");
}

TEST_F(SeedArticle, ExactlyThreeDocumentsAndThePlan) {
  ASSERT_EQ(article_.documents.size(), 3U);
  expect_document(0, "06/KH-HĐPHPBGDPL", "Kế hoạch",
                  "Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố Hà Nội", "2021-05-12");
  expect_document(1, "97/2019/QH14", "Nghị quyết", "Quốc hội", "2019-11-27");
  expect_document(2, "32/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-03-29");
  EXPECT_EQ(article_.announced, 0U);
}

TEST_F(SeedArticle, NoFurnitureAndTheDamagedLine) {
  EXPECT_EQ(article_.paragraphs.size(), 5U);
  for (const Paragraph& paragraph : article_.paragraphs) {
    for (const auto* label :
         {"bài mới đăng", "Viết bình luận", "Họ tên", "Mã xác nhận", "Minh Châu"}) {
      EXPECT_EQ(paragraph.text.find(label), std::string::npos) << label;
    }
  }
  ASSERT_EQ(article_.damaged.size(), 1U);
  EXPECT_EQ(article_.damaged[0].offset, source_.find("L?y"));
  EXPECT_EQ(article_.damaged[0].line,
            static_cast<std::size_t>(std::count(source_.begin(), source_.end(), '\n')) + 1);
}

}  // namespace
}  // namespace lantoa::viet
