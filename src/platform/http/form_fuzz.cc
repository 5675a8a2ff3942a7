// The first byte chooses the coding; the rest is the body. Whatever it is, it comes back from
// percent encoding as it was, and so does every form that is read.
// Tries: form.cc, text.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "kernel/assert.h"
#include "platform/http/http.h"
#include "platform/http/text.h"

namespace {

using namespace lantoa;
using namespace lantoa::http;

constexpr const char* urlencoded = "application/x-www-form-urlencoded";

Result<Form> read(const std::string& type, std::string body) {
  Request request;
  request.headers.emplace_back("content-type", type);
  request.body = std::move(body);
  return parse_form(request);
}

void try_text(const std::string& bytes) {
  const std::string encoded = percent_encode(bytes);
  for (const Plus plus : {Plus::IsItself, Plus::IsSpace}) {
    ASSERT(percent_decode(encoded, plus) == bytes);
    ASSERT(decode_text(encoded, plus).has_value() == is_text(bytes));
  }
  // Only what breaks nothing that is around it: a pair of a form, a header, a link in a page.
  ASSERT(encoded.find_first_of("&=+;/?#\"<> ") == std::string::npos && is_field_value(encoded));
  const std::string shown = as_text(bytes);
  ASSERT(is_text(shown) && (shown == bytes) == is_text(bytes) && as_text(shown) == shown);
  const bool is_one_line = std::none_of(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7F';
  });
  ASSERT(is_field_value(bytes) == is_one_line);
}

void try_fields(const Form& form) {
  std::string body;
  for (const auto& [name, value] : form.fields) {
    ASSERT(is_text(name) && is_text(value) && form.get(name) == value);
    body += percent_encode(name) + "=" + percent_encode(value) + "&";
  }
  const auto again = read(urlencoded, body);
  ASSERT(again && again->fields == form.fields && again->files.empty());
  for (const auto& [name, file] : form.files) {
    ASSERT(is_text(name) && is_text(file.name) && form.get(name).empty());
  }
}

// As many fields as there may be, and one more: no input is long enough for that by itself.
void try_many(std::size_t count) {
  std::string body;
  for (std::size_t i = 0; i < count; ++i) body += std::to_string(i) + "&";
  const auto form = read(urlencoded, body);
  ASSERT(form.has_value() == (count <= form_fields_max));
  if (!form) ASSERT(form.error().code == Code::TooLarge && !form.error().text.vi.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data + 1), size - 1);
  try_text(rest);
  // Seldom: it costs more than all the rest.
  if (data[0] == 0xFF && rest.size() < 2) try_many(form_fields_max + rest.size());
  const char* type = urlencoded;
  if (data[0] % 3 == 1) type = "multipart/form-data; boundary=b";
  const auto form = read(data[0] % 3 == 2 ? rest : type, rest);
  if (!form) {
    ASSERT(!form.error().text.vi.empty() && !form.error().text.en.empty());
    return 0;
  }
  ASSERT(form->fields.size() + form->files.size() <= form_fields_max);
  try_fields(*form);
  return 0;
}
