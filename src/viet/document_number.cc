#include "viet/document_number.h"

#include <algorithm>

#include "viet/document_names.h"
#include "viet/number_scan.h"
#include "viet/source_text.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t typed_bytes_max = 200;

std::string with_term(const std::string& issuer, const std::optional<int>& term) {
  return term ? issuer + std::to_string(*term) : issuer;
}

// Everything after the digits, in the order of the form.
std::string symbol(const DocumentNumber& n) {
  std::string out;
  const auto add = [&](std::string_view separator, std::string_view part) {
    if (part.empty()) return;
    if (!out.empty()) out += separator;
    out += part;
  };
  const bool dash_first = n.form == DocumentNumber::Form::DashFirst;
  add("", n.type);
  // The term belongs to the first issuer, also where several are joined.
  const auto first = n.issuer.substr(0, n.issuer.find('-'));
  add(dash_first ? "/" : "-", with_term(first, n.term) + n.issuer.substr(first.size()));
  add("-", n.unit);
  return out;
}

tl::unexpected<Problem> unreadable() {
  return problem(Code::Invalid,
                 {"Không đọc được số, ký hiệu văn bản. Hãy ghi như trên văn bản, ví dụ "
                  "32/2021/NĐ-CP hoặc 06/KH-UBND.",
                  "The document number cannot be read. Write it as on the document, for example "
                  "32/2021/NĐ-CP or 06/KH-UBND."},
                 "number");
}

}  // namespace

std::string DocumentNumber::display() const {
  std::string out = number < 10 ? "0" + std::to_string(number) : std::to_string(number);
  out += letter;
  if (year) out += "/" + std::to_string(*year);
  out += form == Form::DashFirst ? '-' : '/';
  return out + symbol(*this);
}

std::string DocumentNumber::key() const {
  std::string out = std::to_string(number) + letter;
  if (year) out += "/" + std::to_string(*year);
  out += form == Form::DashFirst ? '-' : '/';
  std::string tail = upper(symbol(*this));
  std::erase(tail, '&');
  return out + tail;
}

bool DocumentNumber::is_letter() const {
  const bool assembly = (issuer == "QH" || issuer == "UBTVQH") && year;
  return type.empty() && form == Form::Slash && !assembly;
}

std::string DocumentNumber::type_name() const {
  if (is_letter()) return "Công văn";
  if (type == "SL" && issuer.empty()) return "Sắc lệnh";
  return std::string(viet::type_name(type, form == Form::DashFirst && !issuer.empty()));
}

std::string DocumentNumber::issuer_name() const {
  std::string out;
  std::size_t start = 0;
  while (start <= issuer.size()) {
    const std::size_t end = std::min(issuer.find('-', start), issuer.size());
    const auto name = viet::issuer_name(std::string_view(issuer).substr(start, end - start));
    if (name.empty()) return {};
    if (!out.empty()) out += "; ";
    out += name;
    start = end + 1;
  }
  return out;
}

Result<DocumentNumber> parse_document_number(std::string_view text) {
  if (text.size() > typed_bytes_max) return unreadable();
  const SourceText source(text);
  std::size_t begin = 0;
  if (source.at(begin) == U' ') ++begin;
  if (source.starts(begin, "so ")) begin += 3;
  if (source.starts(begin, "so: ")) begin += 4;
  auto found = scan_number(source, begin, Surroundings::Typed);
  if (!found) return unreadable();
  std::size_t rest = found->end;
  while (source.at(rest) == U' ' || source.at(rest) == U'\n') ++rest;
  if (rest != source.size()) return unreadable();
  return std::move(found->number);
}

}  // namespace lantoa::viet
