#include "platform/sheet/csv.h"

#include <gtest/gtest.h>

#include <ctime>

namespace lantoa::sheet {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// "head,of / 2:row,of / 3:row,of", or the problem's details as "2,column: English / ...".
std::string parsed(std::string_view bytes) {
  const auto table = parse_csv(bytes);
  const auto joined = [](const std::vector<std::string>& fields) {
    std::string out;
    for (const std::string& field : fields) out += (out.empty() ? "" : ",") + ("[" + field + "]");
    return out;
  };
  if (!table) {
    std::string out = "refused";
    for (const Detail& detail : table.error().details) {
      out += " / " + std::to_string(detail.row) + "," + detail.field + ": " +
             detail.text.en.substr(0, detail.text.en.find_first_of(".;"));
    }
    return out;
  }
  std::string out = joined(table->head);
  for (const Row& row : table->rows)
    out += " / " + std::to_string(row.line) + ":" + joined(row.fields);
  return out;
}

TEST(Csv, GoodFiles) {
  const struct {
    std::string_view bytes, table;
  } cases[] = {
      {"a,b\n1,2\n", "[a],[b] / 2:[1],[2]"},
      {"a,b\n1,2", "[a],[b] / 2:[1],[2]"},
      {"a,b\r\n1,2\r\n3,4\r\n", "[a],[b] / 2:[1],[2] / 3:[3],[4]"},
      {"a,b\r1,2\r", "[a],[b] / 2:[1],[2]"},
      {"\xEF\xBB\xBF"
       "a,b\n1,2",
       "[a],[b] / 2:[1],[2]"},
      {"a;b\n1,5;2", "[a],[b] / 2:[1,5],[2]"},
      {"a\tb\n1,5\t2", "[a],[b] / 2:[1,5],[2]"},
      {"\"a;b\",c\n1,2", "[a;b],[c] / 2:[1],[2]"},
      {"a\n1\n", "[a] / 2:[1]"},
      {"a,b\n", "[a],[b]"},
      {"a,b\n,\n\n1,\n;\n",
       "refused / 5,: The row has 1 fields, but the row of column names has 2"},
      {"a,b\n,\n\n  \n1,\n", "[a],[b] / 5:[1],[]"},
      {"\n\na,b\n1,2", "[a],[b] / 4:[1],[2]"},
      {"a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "[a],[b] / 2:[x, y],[say \"hi\"]"},
      {"a,b\n\"x\r\ny\",2\n3,4", "[a],[b] / 2:[x\ny],[2] / 4:[3],[4]"},
      {"a,b\n \"x\" , y \n", "[a],[b] / 2:[x],[y]"},
      {"a,b\n\" x\u00A0\",\u200By\u00A0\n", "[a],[b] / 2:[x],[y]"},
      {" Họ Tên ,ĐỊA CHỈ,ƯỜM,×Ÿ\n1,2,3,4", "[họ tên],[địa chỉ],[ườm],[×Ÿ] / 2:[1],[2],[3],[4]"},
      {"Te\u0302n\nHoa\u0300", "[tên] / 2:[Hoà]"},
  };
  for (const auto& [bytes, table] : cases) EXPECT_EQ(parsed(bytes), table) << bytes;
}

TEST(Csv, EveryBadRowIsReported) {
  EXPECT_EQ(parsed("a,b\n1\n1,2\n1,2,3\nx\"y,2\n\"x\"y,2\n3,4\n"),
            "refused"
            " / 2,: The row has 1 fields, but the row of column names has 2"
            " / 4,: The row has 3 fields, but the row of column names has 2"
            " / 5,a: A quote (\") stands where it should not"
            " / 6,a: A quote (\") stands where it should not");
  EXPECT_EQ(parsed("a,b\n1,\x01\n\x7F,2\n1,2\x1F\n\"\n\x02\n\",2"),
            "refused"
            " / 2,b: The field has an invisible control character"
            " / 3,a: The field has an invisible control character"
            " / 4,b: The field has an invisible control character"
            " / 7,a: The field has an invisible control character");
  const std::string fits(field_bytes_max, 'x');
  EXPECT_EQ(parsed("a,b\n1," + fits), "[a],[b] / 2:[1],[" + fits + "]");
  EXPECT_EQ(parsed("a,b\n1," + fits + "x\n\"" + fits + "\ny\",2\n3"),
            "refused / 2,b: The field is longer than 8 KB / 3,a: The field is longer than 8 KB"
            " / 5,: The row has 1 fields, but the row of column names has 2");
}

TEST(Csv, AQuoteThatNeverClosesDoesNotHideTheRest) {
  EXPECT_EQ(parsed("a,b\n1,\"2\n3\n4,5\n6,7,8\n"),
            "refused / 2,b: A quote (\") opens on this line and never closes"
            " / 3,: The row has 1 fields, but the row of column names has 2"
            " / 5,: The row has 3 fields, but the row of column names has 2");
  EXPECT_EQ(parsed("a,b\n\"" + std::string(field_bytes_max + 1, 'x')),
            "refused / 2,a: A quote (\") opens on this line and never closes");
  EXPECT_EQ(parsed("\"a,b\n1,2\n"),
            "refused / 1,: A quote (\") opens on this line and never closes"
            " / 2,: The row has 2 fields, but the row of column names has 1");
}

TEST(Csv, TheHeadIsChecked) {
  EXPECT_EQ(parsed("a,A,,b\n1,2,3\n"),
            "refused / 1,a: The column name “a” is there twice / 1,: Column 3 has no name"
            " / 2,: The row has 3 fields, but the row of column names has 4");
  for (const char* empty : {"", "\n\n", "\xEF\xBB\xBF", " , \n"}) {
    const auto table = parse_csv(empty);
    ASSERT_FALSE(table) << empty;
    EXPECT_EQ(table.error().text.en, "The file has no data. Its first line must name the columns.");
  }
}

TEST(Csv, ColumnByName) {
  const auto table = parse_csv("Mã,Tên\n1,2");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->column("tên"), 1U);
  EXPECT_EQ(table->column("Tên"), 2U);
}

TEST(Csv, OtherEncodingsAreNamedWithTheWayOut) {
  const std::string utf16("\xFF\xFEm\0a\0,\0t\0e\0n\0\n\0", 16);
  const struct {
    std::string bytes, name;
  } cases[] = {
      {utf16, "UTF-16"},
      {utf16.substr(2), "UTF-16"},
      {"m\xB7,t\xAAn\n1,B\xE9 T\xADph\xB8p\n2,Nguy\xD4n V\xA8n Th\xABng\n3,\xAE\xAA \xAE\xB5i\n",
       "TCVN3"},
      {"maõ,teân\n", "-"},
      {"ma\xF5,te\xE2n\n1,Nguye\xE3n Va\xEAn Tha\xE9ng\n2,\xF1o\xE0ng \xF1"
       "a\xF2i, Ha\xF8 No\xE4i\n",
       "VNI"},
      {"name,city\n1,S\xE3o Paulo M\xFCnchen stra\xDF"
       "e\n",
       "Latin-1"},
      {std::string("PK\x03\x04\x14\x00\x06", 7), ".xlsx"},
  };
  for (const auto& [bytes, name] : cases) {
    const auto table = parse_csv(bytes);
    if (name == "-") {
      EXPECT_TRUE(table) << bytes;  // letters of Latin-1 in UTF-8 are nobody's mistake
      continue;
    }
    ASSERT_FALSE(table) << name;
    EXPECT_EQ(table.error().code, Code::Unsupported) << name;
    EXPECT_THAT(table.error().text.en, ::testing::HasSubstr(name));
    EXPECT_THAT(table.error().text.vi, ::testing::HasSubstr(name));
    EXPECT_THAT(table.error().text.vi, ::testing::HasSubstr("CSV UTF-8"));
    EXPECT_THAT(table.error().text.en, ::testing::HasSubstr("Save As, type “CSV UTF-8”"));
  }
}

TEST(Csv, DamagedLinesAreNamed) {
  EXPECT_EQ(parsed("mã,tên\n1,Nguyễn Văn Thắng\r\n2,Tr\xE1\xBA,\n3,Đỗ Thị Hồng\n4,L\xC3\n"),
            "refused / 3,: This line has damaged characters (not UTF-8)"
            " / 5,: This line has damaged characters (not UTF-8)");
}

Problem refusal(const std::string& bytes) {
  const auto table = parse_csv(bytes);
  EXPECT_FALSE(table);
  return table ? Problem{} : table.error();
}

TEST(CsvLimits, Bytes) {
  EXPECT_EQ(refusal(std::string(csv_bytes_max + 1, 'a')).code, Code::TooLarge);
}

TEST(CsvLimits, Rows) {
  EXPECT_EQ(refusal("a\n" + repeated("1\n", csv_rows_max + 1)).code, Code::TooLarge);
}

TEST(CsvLimits, ColumnsAndCells) {
  std::string head = "c0";
  for (std::size_t i = 1; i < columns_max; ++i) head += ",c" + std::to_string(i);
  EXPECT_TRUE(parse_csv(head));
  EXPECT_EQ(refusal(head + ",x").code, Code::TooLarge);
  const std::string short_row = "1\n";  // counted as wide as it should be
  EXPECT_EQ(refusal(head + "\n" + repeated(short_row, csv_cells_max / columns_max)).code,
            Code::Invalid);
  EXPECT_EQ(refusal(head + "\n" + repeated(short_row, csv_cells_max / columns_max + 1)).code,
            Code::TooLarge);
}

TEST(CsvLimits, Problems) {
  const Problem problem = refusal("a,b\n" + repeated("1\n", problems_max + 7));
  EXPECT_EQ(problem.code, Code::Invalid);
  EXPECT_EQ(problem.details.size(), problems_max);
  EXPECT_THAT(problem.text.en, ::testing::StartsWith("The CSV file has 207 faults."));
  EXPECT_THAT(problem.text.en, ::testing::HasSubstr("Another 7 are not listed here."));
  EXPECT_THAT(problem.text.vi, ::testing::HasSubstr("Còn 7 lỗi nữa"));
}

TEST(CsvLimits, TimeStaysLinear) {
  const std::size_t bytes = 256 * 1024;
  for (const std::string_view part :
       {"a\",\"\n", "\"\n", "\"a\n", "\"\"\"\n", ",\"", "\xC2\xA0", "\r"}) {
    const std::string text = repeated(part, bytes / part.size());
    const std::clock_t start = std::clock();
    (void)parse_csv(text);
    EXPECT_LT(std::clock() - start, 1 * CLOCKS_PER_SEC) << part;
  }
}

}  // namespace
}  // namespace lantoa::sheet
