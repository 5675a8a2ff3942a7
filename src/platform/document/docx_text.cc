#include <algorithm>
#include <pugixml.hpp>
#include <vector>

#include "kernel/utf8.h"
#include "platform/archive/archive.h"
#include "platform/document/kinds.h"
#include "platform/document/line_writer.h"

namespace lantoa::document {
namespace {

constexpr const char* document_part = "word/document.xml";

tl::unexpected<Problem> damaged() {
  return problem(Code::Invalid,
                 {"Tệp Word bị hỏng nên không mở được. Hãy mở bằng Word, lưu lại rồi chọn lại.",
                  "The Word file is damaged. Open it in Word, save it again and choose it again."});
}

tl::unexpected<Problem> bomb() {
  return problem(
      Code::TooLarge,
      {"Tệp Word bung ra lớn bất thường nên không được mở. Hãy chép phần chữ sang tệp mới.",
       "The Word file unpacks to an unusual size and was not opened. Copy its text into a new "
       "file."});
}

tl::unexpected<Problem> not_word() {
  return problem(Code::Unsupported,
                 {"Đây là tệp nén hay tệp văn phòng khác, không phải tệp Word. Hãy lưu thành .docx "
                  "(Word), .html, .md hoặc .txt rồi chọn lại.",
                  "This is an archive or another office file, not a Word file. Save it as .docx "
                  "(Word), .html, .md or .txt and choose it again."});
}

// Of a Word file, what the archive says of archives.
Problem of_word(const Problem& why) {
  switch (why.code) {
    case Code::NotFound:
      return not_word().value();
    case Code::Unsupported:
      return encrypted().value();
    case Code::TooLarge:
      return bomb().value();
    default:
      return damaged().value();
  }
}

// The local part of a name with its prefix: "w:p" -> "p".
std::string_view local(const pugi::xml_node& node) {
  std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_dropped(std::string_view name) {
  // Deleted and moved-away text, field codes, and what a Choice beside it says better.
  return name == "del" || name == "moveFrom" || name == "instrText" || name == "Fallback" ||
         name == "rPr" || name == "sectPr" || name == "tblPr" || name == "delText";
}

bool is_zero(const pugi::xml_node& node) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    const std::string_view name = one.name();
    if (name == "val" || name.ends_with(":val")) return std::string_view(one.value()) == "0";
  }
  return false;
}

bool is_listed(const pugi::xml_node& paragraph) {
  for (const pugi::xml_node& child : paragraph.children()) {
    if (local(child) != "pPr") continue;
    for (const pugi::xml_node& property : child.children()) {
      if (local(property) != "numPr") continue;
      for (const pugi::xml_node& number : property.children()) {
        // Word writes list 0 where a style's numbering is taken away again.
        if (local(number) == "numId") return !is_zero(number);
      }
      return true;
    }
  }
  return false;
}

void enter(const pugi::xml_node& node, std::string_view name, LineWriter& out) {
  if (name == "p") {
    out.end_paragraph();
    if (is_listed(node)) out.mark("- ");
  } else if (name == "t") {
    // More than one piece where a comment or CDATA stands between.
    std::string whole;
    for (const pugi::xml_node& piece : node.children()) whole += piece.value();
    out.text(whole);
  } else if (name == "tab") {
    out.text(" ");
  } else if (name == "br" || name == "cr") {
    out.soft_break();
  } else if (name == "noBreakHyphen") {
    out.text("-");
  }
}

// In document order, without recursion: the parser does not limit how deep elements stand.
std::string text_of(const pugi::xml_node& body) {
  LineWriter out;
  std::vector<std::size_t> cells;  // size of the text where each open cell began
  pugi::xml_node node = body.first_child();
  while (node && !out.full()) {
    const std::string_view name = local(node);
    if (!is_dropped(name)) {
      enter(node, name, out);
      if (name == "tc") cells.push_back(out.size());
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
    }
    for (;;) {
      const std::string_view left = local(node);
      if (left == "p") out.end_paragraph();
      if (left == "tc" && !cells.empty()) {
        out.end_cell(cells.back());
        cells.pop_back();
      }
      if (node.next_sibling()) {
        node = node.next_sibling();
        break;
      }
      node = node.parent();
      if (!node || node == body) return out.take();
    }
  }
  return out.take();
}

}  // namespace

Result<std::string> docx_to_text(std::string_view bytes) {
  const auto archive = archive::Archive::open(bytes);
  if (!archive) return tl::unexpected(of_word(archive.error()));
  const auto xml_read = archive->read(document_part, docx_xml_bytes_max);
  if (!xml_read) return tl::unexpected(of_word(xml_read.error()));
  const std::string& xml = *xml_read;
  const auto count = [&](char c) {
    return static_cast<std::size_t>(std::count(xml.begin(), xml.end(), c));
  };
  if (count('<') > docx_tags_max || count('=') > docx_attributes_max) return bomb();
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) return damaged();
  const pugi::xml_node root = document.document_element();
  if (local(root) != "document") return damaged();
  std::string text = text_of(root);
  if (!is_utf8(text)) return damaged();
  if (text.empty()) return nothing_in_it();
  if (text.size() > text_bytes_max) return too_long();
  return text;
}

}  // namespace lantoa::document
