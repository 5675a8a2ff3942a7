#include "platform/sheet/csv_writer.h"

#include <gtest/gtest.h>

#include "platform/sheet/csv.h"

namespace lantoa::sheet {
namespace {

TEST(CsvWriter, IsReadBackAsWritten) {
  CsvWriter writer;
  writer.text("mã").text("tên").text("số");
  writer.end_row();
  writer.text("001").text("Phường \"Mẫu\", quận 1\ndòng hai").number("12");
  writer.end_row();
  const std::string csv = writer.take();
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFmã,tên,số\r\n"));
  const auto table = parse_csv(csv);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.at(0).fields,
            (std::vector<std::string>{"001", "Phường \"Mẫu\", quận 1\ndòng hai", "12"}));
}

TEST(CsvWriter, WritesNoFormulas) {
  CsvWriter writer;
  for (const char* text : {"=1+1", "+1", "-1", "@A1"}) writer.text(text);
  EXPECT_EQ(writer.take(), "\xEF\xBB\xBF'=1+1,'+1,'-1,'@A1");
}

// A sheet passes over a tab and a new line before it looks for a formula, and takes quotes away.
TEST(CsvWriter, WritesNoFormulaBehindWhiteSpaceOrQuotes) {
  CsvWriter writer;
  for (const char* text : {"\t=1+1", "\r=1+1", "=\"a\",1"}) writer.text(text);
  EXPECT_EQ(writer.take(), "\xEF\xBB\xBF'\t=1+1,\"'\r=1+1\",\"'=\"\"a\"\",1\"");
}

}  // namespace
}  // namespace lantoa::sheet
