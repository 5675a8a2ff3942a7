// Workbooks as offices send them, built here part by part.
#include "platform/sheet/xlsx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/archive/testing_zip.h"
#include "platform/sheet/xlsx_book.h"
#include "platform/sheet/xlsx_writer.h"
#include "platform/sheet/xml.h"

namespace lantoa::sheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Parts {
  std::string sheet;    // what stands in <sheetData>
  std::string after;    // after it
  std::string strings;  // <si>…
  std::string styles = "<cellXfs><xf numFmtId=\"0\"/></cellXfs>";
  std::string properties;
  std::string second;  // of a second sheet
  std::string second_state;
};

std::string book_of(const Parts& parts) {
  const auto sheet = [](const std::string& data, const std::string& after) {
    return "<worksheet xmlns=\"x\"><sheetData>" + data + "</sheetData>" + after + "</worksheet>";
  };
  archive::Parts out{
      {"[Content_Types].xml", "<Types/>"},
      {"xl/workbook.xml",
       "<?xml version=\"1.0\"?><workbook xmlns=\"x\" xmlns:r=\"y\">" + parts.properties +
           "<sheets><sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"rId1\"/>" +
           (parts.second.empty() ? ""
                                 : "<sheet name=\"Trang 2\" sheetId=\"2\" r:id=\"rId2\" state=\"" +
                                       parts.second_state + "\"/>") +
           "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
       "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/>"
       "<Relationship Id=\"rId3\" Type=\"http://x/sharedStrings\" Target=\"Texts.xml\"/>"
       "<Relationship Id=\"rId4\" Type=\"http://x/styles\" Target=\"styles.xml\"/>"
       "</Relationships>"},
      {"xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>"},
      {"xl/Texts.xml", "<sst>" + parts.strings + "</sst>"},
      {"xl/worksheets/sheet1.xml", sheet(parts.sheet, parts.after)}};
  if (!parts.second.empty()) {
    out.emplace_back("xl/worksheets/sheet2.xml", sheet(parts.second, ""));
  }
  return archive::make_zip(out, nullptr, true);
}

std::string text(const std::string& cell, const std::string& words) {
  return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
}
std::string number(const std::string& cell, const std::string& value, int style = 0) {
  return "<c r=\"" + cell + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}
std::string row(int no, const std::string& cells) {
  return "<row r=\"" + std::to_string(no) + "\">" + cells + "</row>";
}
const std::string head = row(1, text("A1", "Tên") + text("B1", "Số"));

Table table_of(const Parts& parts) {
  auto table = parse_table(book_of(parts));
  EXPECT_TRUE(table) << (table ? "" : full_sentence(table.error(), Language::English));
  return table ? *std::move(table) : Table{};
}
std::string value_of(const std::string& cell, const Parts& parts = {}) {
  Parts all = parts;
  all.sheet = head + row(2, text("A2", "x") + cell);
  const Table table = table_of(all);
  return table.rows.size() == 1 ? table.rows[0].fields.at(1) : "?";
}
Problem refusal(const Parts& parts) {
  const auto table = parse_table(book_of(parts));
  EXPECT_FALSE(table);
  return table ? Problem{} : table.error();
}
// The one fault of a cell in B2.
std::string fault_of(const std::string& cell) {
  const Problem problem = refusal({.sheet = head + row(2, text("A2", "x") + cell)});
  EXPECT_EQ(problem.code, Code::Invalid);
  EXPECT_THAT(problem.details, SizeIs(1));
  if (problem.details.size() != 1) return {};
  EXPECT_EQ(problem.details[0].row, 2U);
  EXPECT_EQ(problem.details[0].field, "số");
  return problem.details[0].text.en;
}

TEST(Xlsx, AColumnWithoutANameIsAFault) {
  const Problem problem = refusal({.sheet = row(2, text("B2", " Họ tên ") + text("C2", "Đơn vị")) +
                                            row(4, text("B4", "Hoà") + number("C4", "46"))});
  ASSERT_THAT(problem.details, SizeIs(1));
  EXPECT_EQ(problem.details[0].row, 2U);
  EXPECT_THAT(problem.details[0].text.en, HasSubstr("Column 1 has no name"));
}

TEST(Xlsx, RowsCarryTheNumbersOfTheSheet) {
  const Table table = table_of({.sheet = row(2, text("A2", "Họ tên") + text("B2", "ĐƠN VỊ")) +
                                         row(4, text("A4", "Hoà") + number("B4", "46")) +
                                         row(5, "<c r=\"A5\"/>") + row(9, text("B9", "002"))});
  EXPECT_THAT(table.head, ElementsAre("họ tên", "đơn vị"));
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(table.rows[0].line, 4U);
  EXPECT_THAT(table.rows[0].fields, ElementsAre("Hoà", "46"));
  EXPECT_EQ(table.rows[1].line, 9U);
  EXPECT_THAT(table.rows[1].fields, ElementsAre("", "002"));
}

TEST(Xlsx, CellsWithoutAddressesStandOneAfterTheOther) {
  const std::string cell = "<c t=\"inlineStr\"><is><t>";
  const std::string end = "</t></is></c>";
  const Table table = table_of({.sheet = "<row>" + cell + "a" + end + cell + "b" + end + "</row>" +
                                         "<row><c/>" + cell + "2" + end + "</row>"});
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(table.rows[0].line, 2U);
  EXPECT_THAT(table.rows[0].fields, ElementsAre("", "2"));
}

TEST(Xlsx, TextIsComposedAndItsRunsAreOne) {
  const std::string nfd = "Hoa\xCC\x80";
  EXPECT_EQ(value_of(text("B2", nfd)), "Hoà");
  const Parts parts{.strings =
                        "<si><r><t>Tổ </t></r><r><rPr><b/></rPr><t>dân phố</t></r><rPh><t>x"
                        "</t></rPh></si><si><t xml:space=\"preserve\">\xC2\xA0 hai \xC2\xA0"
                        "</t></si>"};
  EXPECT_EQ(value_of("<c r=\"B2\" t=\"s\"><v>0</v></c>", parts), "Tổ dân phố");
  EXPECT_EQ(value_of("<c r=\"B2\" t=\"s\"><v>1</v></c>", parts), "hai");
  EXPECT_EQ(refusal({.sheet = head + row(2, "<c r=\"B2\" t=\"s\"><v>7</v></c>")}).code,
            Code::Invalid)
      << "a text that is not there is no empty cell";
}

TEST(Xlsx, NumbersAreWrittenAsOfficesWriteThem) {
  EXPECT_EQ(value_of(number("B2", "45")), "45");
  EXPECT_EQ(value_of(number("B2", "1234567")), "1234567");
  EXPECT_EQ(value_of(number("B2", "1E+5")), "100000");
  EXPECT_EQ(value_of(number("B2", "1.5")), "1,5") << "a point would separate thousands";
  EXPECT_EQ(value_of(number("B2", "1.045")), "1,045");
  EXPECT_EQ(value_of(number("B2", "1.1000000000000001")), "1,1");
  EXPECT_EQ(value_of(number("B2", "-3")), "-3");
  EXPECT_EQ(value_of("<c r=\"B2\" t=\"b\"><v>1</v></c>"), "TRUE");
}

TEST(Xlsx, AFormatOfZerosKeepsThemInFront) {
  const Parts parts{.styles =
                        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/></numFmts>"
                        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf "
                        "numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"};
  EXPECT_EQ(value_of(number("B2", "46", 1), parts), "00046");
  EXPECT_EQ(value_of(number("B2", "123456", 1), parts), "123456");
  EXPECT_EQ(value_of(number("B2", "46", 0), parts), "46");
}

TEST(Xlsx, DatesAreDates) {
  Parts parts{.styles =
                  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd&quot; tháng &quot;mm\"/>"
                  "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                  "numFmtId=\"164\"/></cellXfs>"};
  EXPECT_EQ(value_of(number("B2", "44327", 1), parts), "11/05/2021");
  EXPECT_EQ(value_of(number("B2", "44327.75", 2), parts), "11/05/2021");
  EXPECT_EQ(value_of(number("B2", "44327", 0), parts), "44327");
  EXPECT_EQ(value_of("<c r=\"B2\" t=\"d\"><v>2021-05-11T00:00:00</v></c>", parts), "11/05/2021");
  parts.properties = "<workbookPr date1904=\"1\"/>";
  EXPECT_EQ(value_of(number("B2", "42865", 1), parts), "11/05/2021");
}

TEST(Xlsx, TimesAndSharesAreShownAsSuch) {
  const Parts parts{.styles =
                        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"h:mm\"/></numFmts>"
                        "<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/><xf "
                        "numFmtId=\"20\"/></cellXfs>"};
  EXPECT_EQ(value_of(number("B2", "0.354166666666667", 0), parts), "08:30");
  EXPECT_EQ(value_of(number("B2", "44327.5", 2), parts), "12:00");
  EXPECT_EQ(value_of(number("B2", "0.5", 1), parts), "50%");
}

TEST(Xlsx, HoursBeyondADayAreNotCutOff) {
  const Parts parts{.sheet = head + row(2, text("A2", "x") + number("B2", "1.0625")),
                    .styles =
                        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts>"
                        "<cellXfs><xf numFmtId=\"164\"/></cellXfs>"};
  const Problem problem = refusal(parts);
  ASSERT_THAT(problem.details, SizeIs(1));
  EXPECT_THAT(problem.details[0].text.vi, HasSubstr("từ 24 giờ trở lên"));
  EXPECT_EQ(value_of(number("B2", "0.354166666666667"), parts), "08:30");
}

TEST(Xlsx, FormatsAreToldByTheirCodes) {
  using Kind = Format::Kind;
  for (const char* date : {"dd/mm/yyyy", "d-mmm", "[$-42A]dd mmmm", "\"Ngày\" d", "mm"}) {
    EXPECT_EQ(format_of(date).kind, Kind::Date) << date;
  }
  for (const char* time : {"h:mm", "mm:ss"}) {
    EXPECT_EQ(format_of(time).kind, Kind::Time) << time;
  }
  for (const char* number : {"General", "0.00", "#,##0", "\"ngày\" 0", "\\d0", "0.0;[Red]-0", ""}) {
    EXPECT_EQ(format_of(number).kind, Kind::Number) << number;
  }
  for (const char* elapsed : {"[h]:mm", "[h]:mm:ss", "[mm]:ss"}) {
    EXPECT_EQ(format_of(elapsed).kind, Kind::Elapsed) << elapsed;
  }
  EXPECT_EQ(format_of("0.0%").kind, Kind::Percent);
  EXPECT_EQ(format_of("0").width, 1U);
  EXPECT_EQ(format_of("00000").kind, Kind::Zeros);
}

TEST(Xlsx, WhatCannotBeSeenIsRefusedAtItsCell) {
  EXPECT_THAT(fault_of("<c r=\"B2\"><f>A2+1</f><v>3</v></c>"), HasSubstr("Cell B2 is a formula"));
  EXPECT_THAT(fault_of("<c r=\"B2\" t=\"str\"><f/><v>x</v></c>"), HasSubstr("B2 is a formula"));
  EXPECT_THAT(fault_of("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"), HasSubstr("error #N/A"));
  EXPECT_THAT(fault_of("<c r=\"B2\" t=\"d\"><v>2021-02-30</v></c>"), HasSubstr("31/05/2021"));
  EXPECT_THAT(fault_of(text("B2", std::string(field_bytes_max + 1, 'x'))), HasSubstr("8 KB"));
  EXPECT_THAT(fault_of(text("B2", "a_x000B_b")), HasSubstr("invisible control character"));
  EXPECT_THAT(fault_of(text("B2", "a_x0000_b")), HasSubstr("invisible control character"));
  EXPECT_THAT(fault_of(text("B2", "a&#x7F;b")), HasSubstr("invisible control character"));
}

TEST(Xlsx, EscapesStandForTheirCharacters) {
  EXPECT_EQ(value_of(text("B2", "a_x000D__x000a_b_x000D_")), "a\nb");
  EXPECT_EQ(value_of(text("B2", "_x005F_x000D_ _x005f_")), "_x000D_ _");
  EXPECT_EQ(value_of(text("B2", "_x00_x00_ _x00zz_ _x00e0_ _x000D")),
            "_x00_x00_ _x00zz_ _x00e0_ _x000D");
}

TEST(Xlsx, MergedCellsAndTextBesideTheTableAreRefused) {
  const Problem merged =
      refusal({.sheet = head + row(2, text("A2", "x")),
               .after = "<mergeCells count=\"1\"><mergeCell ref=\"B2:B5\"/></mergeCells>"});
  ASSERT_THAT(merged.details, SizeIs(1));
  EXPECT_EQ(merged.details[0].row, 2U);
  EXPECT_EQ(merged.details[0].field, "số");
  EXPECT_THAT(merged.details[0].text.vi, HasSubstr("B2:B5 bị gộp"));
  const Problem beside = refusal({.sheet = head + row(2, text("A2", "x") + text("AB2", "y"))});
  ASSERT_THAT(beside.details, SizeIs(1));
  EXPECT_THAT(beside.details[0].text.en, HasSubstr("Cell AB2 stands beside"));
}

TEST(Xlsx, OneSheetHoldsTheTable) {
  const std::string data = head + row(2, text("A2", "x"));
  EXPECT_THAT(refusal({.sheet = data, .second = data, .second_state = "visible"}).text.en,
              HasSubstr("“Trang 1”, “Trang 2”"));
  EXPECT_THAT(table_of({.sheet = data, .second = data, .second_state = "hidden"}).rows, SizeIs(1));
  EXPECT_THAT(table_of({.sheet = "", .second = data, .second_state = "visible"}).rows, SizeIs(1));
  EXPECT_THAT(refusal({.sheet = ""}).text.en, HasSubstr("no data"));
}

TEST(Xlsx, WhatIsNoWorkbookIsSaid) {
  EXPECT_EQ(parse_table(archive::make_zip({{"word/document.xml", "<x/>"}})).error().code,
            Code::Unsupported);
  EXPECT_EQ(parse_table("\xD0\xCF\x11\xE0xxxx").error().code, Code::Unsupported);
  EXPECT_EQ(parse_table("PK\x03\x04xxxx").error().code, Code::Invalid);
  EXPECT_EQ(refusal({.sheet = "<row><c>"}).code, Code::Invalid);
  EXPECT_TRUE(parse_table("a,b\n1,2\n"));
}

TEST(Xlsx, CellsOutOfOrderAreDamage) {
  EXPECT_EQ(refusal({.sheet = row(1, text("ZZ1", "x") + text("A1", "y"))}).code, Code::Invalid);
  EXPECT_EQ(refusal({.sheet = row(1, text("A1", "x") + text("A1", "y"))}).code, Code::Invalid);
}

TEST(Xlsx, RowsWithinRowsAreDamage) {
  const std::string inner = row(2, text("A2", "x"));
  EXPECT_EQ(refusal({.sheet = row(1, text("Z1", "Tên") + inner)}).code, Code::Invalid);
  EXPECT_EQ(
      refusal({.sheet = row(1, "<c r=\"Z1\"><v>1</v><row r=\"2\"/></c>" + text("A1", "x"))}).code,
      Code::Invalid);
  EXPECT_EQ(refusal({.sheet = text("Z1", "no row around it") + inner}).code, Code::Invalid);
  EXPECT_EQ(refusal({.sheet = head + "<row r=\"2\">" + inner + "</row>"}).code, Code::Invalid);
}

// What a cell holds that another one stands in, or that no row holds, would be lost.
TEST(Xlsx, CellsInCellsAndOutsideRowsAreDamage) {
  const std::string inner = "<c r=\"B2\" t=\"inlineStr\"><is><t>y</t></is></c>";
  EXPECT_EQ(refusal({.sheet = head + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is>" +
                                                inner + "</c>")})
                .code,
            Code::Invalid);
  EXPECT_EQ(refusal({.sheet = head + row(2, text("A2", "x")) + text("A3", "y")}).code,
            Code::Invalid);
}

TEST(Xlsx, ARowBeyondTheLastOneIsDamage) {
  const std::string last = std::to_string(xlsx_row_max);
  EXPECT_EQ(parse_xlsx(book_of({.sheet = head + "<row r=\"" + last + "\">" + text("A" + last, "x") +
                                         "</row>"}))
                ->rows.back()
                .line,
            xlsx_row_max);
  for (const char* number : {"1048577", "4294967295", "4294967296"}) {
    EXPECT_EQ(
        refusal({.sheet = head + "<row r=\"" + number + "\">" + text("A2", "x") + "</row>"}).code,
        Code::Invalid)
        << number;
  }
}

// Without taking it whole: one text may be that of a million cells, and fill the answer.
TEST(Xlsx, ATextThatIsTooLongIsRefusedByItsLengthWhateverItSays) {
  const std::string shared =
      "<si><t>" + std::string(3'000'000, 'a') + "</t></si><si><t>Tên</t></si>";
  std::string rows = row(1, "<c r=\"A1\" t=\"s\"><v>1</v></c>");
  for (std::uint32_t i = 2; i <= 50; ++i) {
    rows += row(i, "<c r=\"A" + std::to_string(i) + "\" t=\"s\"><v>0</v></c>");
  }
  const Problem problem = refusal({.sheet = rows, .strings = shared});
  ASSERT_FALSE(problem.details.empty());
  EXPECT_THAT(problem.details[0].text.en, HasSubstr("Cell A2 is longer than 8 KB"));

  const Problem error = refusal(
      {.sheet = head + row(2, "<c r=\"A2\" t=\"e\"><v>" + std::string(100'000, '#') + "</v></c>")});
  ASSERT_THAT(error.details, SizeIs(1));
  EXPECT_EQ(error.details[0].text.en, "Cell A2 shows an error. Correct or empty it.");
  const Problem known = refusal({.sheet = head + row(2, "<c r=\"A2\" t=\"e\"><v>#DIV/0!</v></c>")});
  EXPECT_EQ(known.details[0].text.en, "Cell A2 shows an error #DIV/0!. Correct or empty it.");
}

TEST(Xlsx, WhatIsHiddenIsNotTaken) {
  const Problem row_hidden =
      refusal({.sheet = head + "<row r=\"2\" hidden=\"1\">" + text("A2", "x") + "</row>"});
  ASSERT_THAT(row_hidden.details, SizeIs(1));
  EXPECT_THAT(row_hidden.details[0].text.en, HasSubstr("Cell A2 stands in a hidden row"));
  const Problem column_hidden =
      refusal({.sheet = "<cols><col min=\"2\" max=\"9\" hidden=\"1\"/></cols>" + head +
                        row(2, text("A2", "x") + text("B2", "y"))});
  EXPECT_THAT(column_hidden.details, SizeIs(2)) << "the column's name and its cell";
}

TEST(Xlsx, ATitleAboveTheTableIsSaidOnce) {
  const Problem problem = refusal({.sheet = row(1, text("A1", "SỔ THEO DÕI")) +
                                            row(2, text("A2", "Tên") + text("B2", "Số")) +
                                            row(3, text("A3", "x") + number("B3", "1"))});
  ASSERT_THAT(problem.details, SizeIs(1));
  EXPECT_THAT(problem.details[0].text.vi, HasSubstr("Hãy xóa các dòng nằm trên dòng tên cột"));
}

TEST(Xlsx, ManyRowsManyColumnsAndMuchTextAreTooMuch) {
  std::string rows = head;
  for (int i = 2; i < 100'010; ++i) rows += "<row><c><v>1</v></c></row>";
  const Problem many = refusal({.sheet = rows});
  EXPECT_EQ(many.code, Code::TooLarge);
  EXPECT_THAT(many.text.vi, HasSubstr("100.000 dòng"));
  std::string cells;
  for (int i = 0; i < 101; ++i) cells += "<c t=\"inlineStr\"><is><t>c</t></is></c>";
  EXPECT_EQ(refusal({.sheet = "<row>" + cells + "</row>"}).code, Code::TooLarge);
  std::string same = head;
  for (int i = 2; i < 6'000; ++i) same += "<row><c t=\"s\"><v>0</v></c></row>";
  const Problem long_text =
      refusal({.sheet = same, .strings = "<si><t>" + std::string(8'000, 'x') + "</t></si>"});
  EXPECT_EQ(long_text.code, Code::TooLarge);
  EXPECT_THAT(long_text.text.vi, HasSubstr("32 MB"));
}

TEST(Xlsx, APartIsReadOnce) {
  std::string sheets;
  for (int i = 0; i < 1'000; ++i) sheets += "<sheet name=\"s\" r:id=\"rId1\"/>";
  const std::string data = head + row(2, text("A2", "x"));
  const auto table = parse_table(archive::make_zip(
      {{"xl/workbook.xml", "<workbook xmlns:r=\"y\"><sheets>" + sheets + "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"a.xml\"/></Relationships>"},
       {"xl/a.xml", "<worksheet><sheetData>" + data + "</sheetData></worksheet>"}}));
  ASSERT_TRUE(table);
  EXPECT_THAT(table->rows, SizeIs(1));
}

TEST(Xlsx, NoEntitiesAreMade) {
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;"
      "</t></si></sst>";
  EXPECT_FALSE(read_xml(bomb, {}));
  EXPECT_TRUE(read_xml("<sst><si><t>&lt;</t></si></sst>", {}));
}

TEST(Xlsx, OurOwnWorkbooksAreReadBack) {
  XlsxWriter book("Bảng");
  book.heading("Đơn vị").heading("Lượt người").end_row();
  book.text("Phường Hàng Bạc").number(1'045).end_row();
  const auto bytes = book.take();
  ASSERT_TRUE(bytes);
  const auto table = parse_table(*bytes);
  ASSERT_TRUE(table) << full_sentence(table.error(), Language::English);
  EXPECT_THAT(table->head, ElementsAre("đơn vị", "lượt người"));
  ASSERT_THAT(table->rows, SizeIs(1));
  EXPECT_THAT(table->rows[0].fields, ElementsAre("Phường Hàng Bạc", "1045"));
}

}  // namespace
}  // namespace lantoa::sheet
