#include "platform/sheet/xml.h"

#include <expat.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "kernel/assert.h"

namespace lantoa::sheet {
namespace {

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free>;

struct Reading {
  const XmlHandler& handler;
  XML_Parser parser;
  bool enough = false;

  void stop_if_enough() {
    if (enough || !handler.is_enough()) return;
    enough = true;
    XML_StopParser(parser, XML_FALSE);
  }
};

std::string_view local(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') == std::string_view::npos ? 0 : whole.find(':') + 1);
}

Reading& reading(void* user) { return *static_cast<Reading*>(user); }

void open(void* user, const XML_Char* name, const XML_Char** pairs) {
  if (reading(user).enough) return;
  Attributes::List list;
  for (; *pairs != nullptr; pairs += 2) list.emplace_back(local(pairs[0]), pairs[1]);
  reading(user).handler.open(local(name), Attributes(std::move(list)));
}

void close(void* user, const XML_Char* name) {
  if (reading(user).enough) return;
  reading(user).handler.close(local(name));
  reading(user).stop_if_enough();
}

void text(void* user, const XML_Char* bytes, int size) {
  if (reading(user).enough) return;
  reading(user).handler.text({bytes, static_cast<std::size_t>(size)});
}

void refuse(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  XML_StopParser(reading(user).parser, XML_FALSE);
}

}  // namespace

std::string_view Attributes::get(std::string_view name) const {
  const auto found = std::find_if(list_.begin(), list_.end(),
                                  [&](const auto& pair) { return pair.first == name; });
  return found == list_.end() ? std::string_view() : found->second;
}

bool read_xml(std::string_view bytes, const XmlHandler& handler) {
  ASSERT(bytes.size() <= INT_MAX);
  const Parser parser(XML_ParserCreate("UTF-8"));
  if (!parser) return false;
  Reading state{handler, parser.get()};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), open, close);
  XML_SetCharacterDataHandler(parser.get(), text);
  XML_SetStartDoctypeDeclHandler(parser.get(), refuse);
  // At once: in pieces, an element that is not finished yet would be looked through again and
  // again.
  const int size = static_cast<int>(bytes.size());
  return XML_Parse(parser.get(), bytes.data(), size, 1) == XML_STATUS_OK || state.enough;
}

}  // namespace lantoa::sheet
