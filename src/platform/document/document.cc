#include "platform/document/document.h"

#include <algorithm>

#include "platform/archive/archive.h"
#include "platform/document/kinds.h"
#include "platform/markdown/markdown.h"
#include "viet/unicode.h"

namespace lantoa::document {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::string ending_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  return dot == std::string_view::npos ? "" : lower_ascii(file_name.substr(dot + 1));
}

tl::unexpected<Problem> wrong_kind(std::string_view vi, std::string_view en) {
  return problem(
      Code::Unsupported,
      {std::string(vi) + " Hãy lưu thành .docx (Word), .html, .md hoặc .txt rồi chọn lại.",
       std::string(en) + " Save it as .docx (Word), .html, .md or .txt and choose it again."});
}

// Files that are no text and no zip archive, by how their bytes begin.
std::optional<Problem> foreign_kind(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    using namespace std::string_view_literals;
    if (bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != bytes.npos) {
      return encrypted().value();
    }
    return wrong_kind("Đây là tệp Word đời cũ (.doc).", "This is an old Word file (.doc).").value();
  }
  if (bytes.starts_with("%PDF")) {
    return wrong_kind("Đây là tệp PDF; chương trình chưa đọc được chữ trong PDF.",
                      "This is a PDF; its text cannot be read yet.")
        .value();
  }
  if (bytes.starts_with("{\\rtf")) {
    return wrong_kind("Đây là tệp RTF.", "This is an RTF file.").value();
  }
  return std::nullopt;
}

bool begins_as_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const std::string head = lower_ascii(bytes.substr(first, 64));
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

Result<std::string> words_to_text(std::string_view bytes, const std::string& ending) {
  if (auto wrong = viet::encoding_problem(bytes)) return tl::unexpected(*std::move(wrong));
  if (ending == "html" || ending == "htm" || ending == "xhtml" || begins_as_html(bytes)) {
    return html_to_text(bytes);
  }
  if (ending == "md" || ending == "markdown") {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return markdown::to_plain_text(bytes);
  }
  return std::string(bytes);
}

}  // namespace

tl::unexpected<Problem> too_long() {
  return problem(Code::TooLarge,
                 {"Văn bản có hơn 1 MiB chữ, một trang không xem hết được. Hãy chỉ gửi phần cần "
                  "đọc, không kèm phụ lục dài.",
                  "The document has more than 1 MiB of text, more than one page can show. Send "
                  "only the part to be read, without long annexes."});
}

tl::unexpected<Problem> encrypted() {
  return problem(Code::Unsupported,
                 {"Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy gỡ mật khẩu rồi chọn lại.",
                  "The file is protected by a password. Remove it and choose the file again."});
}

tl::unexpected<Problem> nothing_in_it() {
  return problem(Code::Invalid,
                 {"Tệp không có chữ nào để đọc; nếu là bản quét, hãy gửi bản gõ.",
                  "The file has no text to read; if it is a scan, send the typed document."});
}

Result<std::string> to_text(std::string_view bytes, std::string_view file_name) {
  if (bytes.size() > file_bytes_max) {
    return problem(Code::TooLarge,
                   {"Tệp lớn hơn 7 MiB. Hãy bỏ ảnh trong tệp hoặc chỉ gửi phần chữ.",
                    "The file is larger than 7 MiB. Take the pictures out or send only its text."});
  }
  const std::string ending = ending_of(file_name);
  if (auto foreign = foreign_kind(bytes)) return tl::unexpected(*std::move(foreign));
  if (archive::is_archive(bytes)) return docx_to_text(bytes);
  if (ending == "docx" || ending == "doc") {
    return problem(Code::Invalid,
                   {"Tệp mang tên Word nhưng bên trong không phải là tệp Word, có thể đã hỏng khi "
                    "chép hay gửi. Hãy mở bằng Word, lưu lại rồi chọn lại.",
                    "The file is named like a Word file but is none inside; it may have been "
                    "damaged. Open it in Word, save it again and choose it again."});
  }
  TRY_ASSIGN(std::string text, words_to_text(bytes, ending));
  if (is_blank(text)) return nothing_in_it();
  if (text.size() > text_bytes_max) return too_long();
  return text;
}

}  // namespace lantoa::document
