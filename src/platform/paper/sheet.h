// Inside: the pages of a PDF, filled from top to bottom. All lengths are points (1/72 inch).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/paper/paper.h"

namespace lantoa::paper {

enum class Align { Left, Center, Right, Justify };

struct Style {
  double size = 14;
  bool bold = false;
  bool italic = false;
  Align align = Align::Left;
  double indent = 0;       // of the first line
  double space_below = 0;  // what follows stands this much lower
  const char* tag = "P";   // its meaning to a reading machine (ISO 32000-1, 14.8.4)
};

// A text broken into lines of a width.
class Lines {
 public:
  struct Impl;
  explicit Lines(std::unique_ptr<Impl> impl);
  Lines(Lines&&) noexcept;
  ~Lines();

  int count() const;
  double step() const;  // from one line to the next
  double height() const { return count() * step(); }
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

class Sheet {
 public:
  explicit Sheet(const Paper& paper);
  ~Sheet();
  Sheet(Sheet&&) = delete;

  double left() const { return left_; }
  double width() const { return width_; }
  double y() const { return y_; }
  double room() const;       // to the end of this page
  double page_room() const;  // of a whole page
  void move_to(double y) { y_ = y; }
  void next_page();

  Lines lines(std::string_view text, const Style& style, double width);
  // From the present place on, over as many pages as it takes.
  void flow(std::string_view text, const Style& style);
  // Lines `first` to `end` with their upper edge at `y`; the place is left as it is.
  void draw(const Lines& lines, int first, int end, double x, double y);
  void rule(double x0, double y0, double x1, double y1);
  // An entry in the table of contents that leads to the present place.
  void bookmark(const std::string& title);

  // What is drawn meanwhile is one element to a reading machine. It ends on the page it began on.
  void tagged(const char* tag, const std::function<void()>& draw);
  void begin(const char* tag);
  void end(const char* tag);

  // Ends the last page.
  Result<std::string> take();

 private:
  struct Surface;
  void foot();

  std::unique_ptr<Surface> surface_;
  std::string source_;
  double page_width_ = 0, page_height_ = 0;
  double left_ = 0, width_ = 0, top_ = 0, bottom_ = 0, y_ = 0;
  int page_ = 1;
};

double points(double mm);

}  // namespace lantoa::paper
