#include "platform/sheet/xlsx_writer.h"

#include <gtest/gtest.h>

namespace lantoa::sheet {
namespace {

// What is inside stands in tests/browser/reports.scenario.mjs, read by another library.
TEST(XlsxWriter, MakesAZip) {
  XlsxWriter book("Báo cáo");
  book.heading("Đơn vị").heading("Cuộc");
  book.end_row();
  const std::uint32_t first = book.row();
  book.text("=1+1").number(3);
  book.end_row();
  book.text("").number(4);
  book.end_row();
  book.heading("Cộng").sum(first, 7);
  book.end_row();
  EXPECT_EQ(book.row(), 4);
  const auto file = book.take();
  ASSERT_TRUE(file);
  EXPECT_EQ(file->substr(0, 4), std::string("PK\x03\x04"));
  EXPECT_GT(file->size(), 3'000);
}

TEST(XlsxWriter, ThatIsNotTakenLeavesNothing) { XlsxWriter book("Trống"); }

}  // namespace
}  // namespace lantoa::sheet
