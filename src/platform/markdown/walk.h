// A walk through a Markdown source: the one place that speaks to md4c and keeps its limits. A Sink
// gets elements in order and text that is decoded and clean, not yet escaped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::markdown {

enum class Element {
  Quote,
  Bullets,
  Numbers,
  Item,
  Rule,
  Heading,
  CodeBlock,
  Paragraph,
  Table,
  TableHead,
  TableBody,
  Row,
  HeadCell,
  Cell,
  Emphasis,
  Strong,
  Code,
  Link,
  Image,
};

enum class Align { None, Left, Center, Right };

struct Piece {
  Element element = Element::Paragraph;
  unsigned number = 0;  // level of a heading (1-6), first number of a list
  Align align = Align::None;
  std::string address;  // decoded but otherwise as the source has it; empty on close
  std::string title;    // of an image, as the address
};

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void open(const Piece& piece) = 0;
  virtual void close(const Piece& piece) = 0;
  virtual void text(std::string_view clean) = 0;
  virtual void soft_break() = 0;
  virtual void hard_break() = 0;
  virtual std::size_t bytes() const = 0;  // written so far
};

// Fails with Invalid (not UTF-8) or TooLarge (over a limit of markdown.h), perhaps in the middle.
Result<void> walk(std::string_view source, Sink& sink);

}  // namespace lantoa::markdown
