// Inside: reads XML from front to back, in constant memory. No document type, so no entities of its
// own; names without their prefix.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lantoa::sheet {

class Attributes {
 public:
  using List = std::vector<std::pair<std::string, std::string>>;
  explicit Attributes(List list) : list_(std::move(list)) {}
  // Empty when absent.
  std::string_view get(std::string_view name) const;

 private:
  List list_;
};

struct XmlHandler {
  std::function<void(std::string_view name, const Attributes& attributes)> open =
      [](std::string_view, const Attributes&) {};
  std::function<void(std::string_view name)> close = [](std::string_view) {};
  std::function<void(std::string_view text)> text = [](std::string_view) {};
  std::function<bool()> is_enough = [] { return false; };  // asked after each element
};

// False: it is no well-formed XML, or has a document type.
bool read_xml(std::string_view bytes, const XmlHandler& handler);

}  // namespace lantoa::sheet
