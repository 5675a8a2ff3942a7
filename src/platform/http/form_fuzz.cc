// The first byte chooses the coding; the rest is the body.
// Tries: form.cc, text.cc
#include <cstddef>
#include <cstdint>
#include <string>

#include "kernel/assert.h"
#include "platform/http/http.h"
#include "platform/http/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa::http;
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data + 1), size - 1);
  Request request;
  const char* type = "application/x-www-form-urlencoded";
  if (data[0] % 3 == 1) type = "multipart/form-data; boundary=b";
  request.headers.emplace_back("content-type", data[0] % 3 == 2 ? rest : type);
  request.body = rest;
  const auto form = parse_form(request);
  if (!form) return 0;
  ASSERT(form->fields.size() + form->files.size() <= form_fields_max);
  for (const auto& [name, value] : form->fields) ASSERT(is_text(name) && is_text(value));
  for (const auto& [name, file] : form->files) ASSERT(is_text(name) && is_text(file.name));
  return 0;
}
