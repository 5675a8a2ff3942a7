// Whatever the bytes: no crash; what can be read is UTF-8 and whole, what cannot has a sentence.
// They are given as they are and, so that the XML is reached as well, packed as the sheet of a
// workbook.
// Tries: xlsx.cc, xlsx_book.cc, xlsx_cell.cc, xml.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "kernel/utf8.h"
#include "platform/archive/testing_zip.h"
#include "platform/sheet/xlsx.h"

namespace {

void check(std::string_view bytes) {
  const auto table = lantoa::sheet::parse_xlsx(bytes);
  if (!table) {
    if (table.error().text.vi.empty() || table.error().text.en.empty()) std::abort();
    for (const lantoa::Detail& detail : table.error().details) {
      if (detail.text.vi.empty() || detail.text.en.empty()) std::abort();
    }
    return;
  }
  for (const auto& row : table->rows) {
    if (row.fields.size() != table->head.size()) std::abort();
    for (const std::string& field : row.fields) {
      if (!lantoa::is_utf8(field)) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  check(lantoa::archive::make_zip(
      {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"1\" Target=\"s.xml\"/><Relationship Id=\"2\" "
        "Type=\"/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"3\" Type=\"/styles\" "
        "Target=\"f.xml\"/></Relationships>"},
       {"xl/t.xml", bytes},
       {"xl/f.xml", bytes},
       {"xl/s.xml", bytes}},
      nullptr, true));
  return 0;
}
