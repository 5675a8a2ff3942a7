#include "platform/paper/catalog.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, without qpdf's own pointers of before
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "platform/log/log.h"

namespace lantoa::paper {

namespace {

// ISO 32000-1, 14.8.4.2: one element for the whole, of which all others are parts.
void put_below_one_document(QPDF& file, QPDFObjectHandle tree) {
  if (!tree.isDictionary()) return;
  QPDFObjectHandle parts = tree.getKey("/K");
  if (!parts.isArray()) parts = QPDFObjectHandle::newArray({parts});
  QPDFObjectHandle document = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
  document.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
  document.replaceKey("/S", QPDFObjectHandle::newName("/Document"));
  document.replaceKey("/P", tree);
  for (QPDFObjectHandle part : parts.aitems()) part.replaceKey("/P", document);
  document.replaceKey("/K", parts);
  tree.replaceKey("/K", QPDFObjectHandle::newArray({document}));
}

}  // namespace

Result<std::string> with_catalog(const std::string& pdf) {
  try {
    QPDF file;
    file.processMemoryFile("lantoa.pdf", pdf.data(), pdf.size());
    QPDFObjectHandle root = file.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString("vi-VN"));
    QPDFObjectHandle marked = QPDFObjectHandle::newDictionary();
    marked.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
    root.replaceKey("/MarkInfo", marked);
    put_below_one_document(file, root.getKey("/StructTreeRoot"));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } catch (const std::exception& error) {
    log::error("paper.catalog", {{"why", error.what()}});
    return problem(Code::Unavailable, {"Không ghi được tệp PDF; hãy thử lại.",
                                       "The PDF could not be written; try again."});
  }
}

}  // namespace lantoa::paper
