#include "platform/paper/sheet.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>

#include "platform/log/log.h"
#include "platform/paper/official.h"

namespace lantoa::paper {
namespace {

// Metrically that of the form the decree asks for, free to embed, with every Vietnamese letter.
constexpr const char* family = "Liberation Serif, Tinos, Times New Roman, serif";
constexpr double leading = 1.22;  // Vietnamese letters carry two marks above each other
constexpr double ascent = 0.95;
constexpr double rule_width = 0.5;
constexpr double page_number_size = 13;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

template <auto free>
struct Free {
  template <class T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
template <class T, auto free>
using Held = std::unique_ptr<T, Free<free>>;

PangoAlignment pango_align(Align align) {
  if (align == Align::Center) return PANGO_ALIGN_CENTER;
  return align == Align::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

// A document's number is not broken after its dashes: whoever copies it would lose one, and
// programs that take text out take a dash at the end of a line for a syllable's. Of words that fit
// into a line; `ems`: how wide it is.
Held<PangoAttrList, pango_attr_list_unref> whole_numbers(const std::string& text, double ems) {
  constexpr double em_share = 0.62;  // of a letter of numbers, in the mean
  Held<PangoAttrList, pango_attr_list_unref> out(pango_attr_list_new());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word(text.data() + begin, end - begin);
    const auto letters = std::count_if(word.begin(), word.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    const bool number = word.find('/') != word.npos && word.find('-') != word.npos;
    if (number && static_cast<double>(letters) * em_share < ems) {
      PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
      whole->start_index = static_cast<guint>(begin);
      whole->end_index = static_cast<guint>(end);
      pango_attr_list_insert(out.get(), whole);
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace

double points(double mm) { return mm * 72 / 25.4; }

struct Lines::Impl {
  Held<PangoLayout, g_object_unref> layout;
  Style style;
  double width = 0;
};

Lines::Lines(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lines::Lines(Lines&&) noexcept = default;
Lines::~Lines() = default;
int Lines::count() const { return pango_layout_get_line_count(impl_->layout.get()); }
double Lines::step() const { return impl_->style.size * leading; }

struct Sheet::Surface {
  std::string bytes;
  Held<cairo_surface_t, cairo_surface_destroy> surface;
  Held<cairo_t, cairo_destroy> cairo;
  Held<PangoFontMap, g_object_unref> fonts;
  Held<PangoContext, g_object_unref> context;

  void describe(cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface.get(), key, value.c_str());
  }
};

Sheet::Sheet(const Paper& paper)
    : surface_(std::make_unique<Surface>()), source_(printable(paper.source)) {
  page_width_ = points(paper.landscape ? page_height_mm : page_width_mm);
  page_height_ = points(paper.landscape ? page_width_mm : page_height_mm);
  left_ = points(margin_left_mm);
  width_ = page_width_ - left_ - points(margin_right_mm);
  top_ = points(margin_top_mm);
  bottom_ = page_height_ - points(margin_bottom_mm);
  y_ = top_;
  Surface& to = *surface_;
  to.surface.reset(
      cairo_pdf_surface_create_for_stream(append, &to.bytes, page_width_, page_height_));
  to.describe(CAIRO_PDF_METADATA_TITLE, file_title(paper));
  to.describe(CAIRO_PDF_METADATA_AUTHOR, printable(paper.issuer));
  to.describe(CAIRO_PDF_METADATA_SUBJECT, printable(paper.subject));
  to.describe(CAIRO_PDF_METADATA_CREATOR, "Lan Tỏa");
  to.describe(CAIRO_PDF_METADATA_CREATE_DATE, iso(paper.made) + "T00:00:00+07:00");
  to.cairo.reset(cairo_create(to.surface.get()));
  to.fonts.reset(pango_cairo_font_map_new());
  to.context.reset(pango_font_map_create_context(to.fonts.get()));
  pango_cairo_context_set_resolution(to.context.get(), 72);  // a point is a point
  pango_context_set_language(to.context.get(), pango_language_from_string("vi"));
  const Held<cairo_font_options_t, cairo_font_options_destroy> exact(cairo_font_options_create());
  cairo_font_options_set_hint_style(exact.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(exact.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(to.context.get(), exact.get());
  pango_context_set_round_glyph_positions(to.context.get(), FALSE);
}

Sheet::~Sheet() = default;

double Sheet::room() const { return bottom_ - y_; }
double Sheet::page_room() const { return bottom_ - top_; }

Lines Sheet::lines(std::string_view text, const Style& style, double width) {
  auto out = std::make_unique<Lines::Impl>();
  out->style = style;
  out->width = width;
  out->layout.reset(pango_layout_new(surface_->context.get()));
  PangoLayout* layout = out->layout.get();
  const Held<PangoFontDescription, pango_font_description_free> font(
      pango_font_description_from_string(family));
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  if (style.italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, pango_align(style.align));
  pango_layout_set_justify(layout, style.align == Align::Justify);
  pango_layout_set_indent(layout, static_cast<int>(style.indent * PANGO_SCALE));
  const std::string shown = printable(text);
  pango_layout_set_attributes(layout, whole_numbers(shown, width / style.size).get());
  pango_layout_set_text(layout, shown.data(), static_cast<int>(shown.size()));
  return Lines(std::move(out));
}

void Sheet::draw(const Lines& lines, int first, int end, double x, double y) {
  const Style& style = lines.impl().style;
  cairo_t* cairo = surface_->cairo.get();
  for (int i = first; i < end; ++i) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(lines.impl().layout.get(), i);
    PangoRectangle box;
    pango_layout_line_get_extents(line, nullptr, &box);
    double at = x;
    const double spare = lines.impl().width - static_cast<double>(box.width) / PANGO_SCALE;
    if (style.align == Align::Center) at += spare / 2;
    if (style.align == Align::Right) at += spare;
    if (i == 0 && style.align != Align::Center && style.align != Align::Right) at += style.indent;
    cairo_move_to(cairo, at, y + (i - first) * lines.step() + style.size * ascent);
    pango_cairo_show_layout_line(cairo, line);
  }
}

void Sheet::flow(std::string_view text, const Style& style) {
  const Lines all = lines(text, style, width_);
  for (int next = 0; next < all.count();) {
    auto fit = static_cast<int>(room() / all.step());
    // No line of a paragraph stands alone at the end of a page.
    const bool alone = next == 0 && fit == 1 && all.count() > 1;
    if (fit < 1 || alone) {
      next_page();
      continue;
    }
    const int end = std::min(all.count(), next + fit);
    tagged(style.tag, [&] { draw(all, next, end, left_, y_); });
    y_ += (end - next) * all.step();
    next = end;
  }
  y_ += style.space_below;
}

void Sheet::rule(double x0, double y0, double x1, double y1) {
  cairo_t* cairo = surface_->cairo.get();
  cairo_set_line_width(cairo, rule_width);
  cairo_move_to(cairo, x0, y0);
  cairo_line_to(cairo, x1, y1);
  cairo_stroke(cairo);
}

void Sheet::bookmark(const std::string& title) {
  const std::string place = "page=" + std::to_string(page_) + " pos=[" +
                            std::to_string(static_cast<int>(left_)) + " " +
                            std::to_string(static_cast<int>(y_)) + "]";
  cairo_pdf_surface_add_outline(surface_->surface.get(), CAIRO_PDF_OUTLINE_ROOT,
                                printable(title).c_str(), place.c_str(), {});
}

void Sheet::begin(const char* tag) { cairo_tag_begin(surface_->cairo.get(), tag, ""); }
void Sheet::end(const char* tag) { cairo_tag_end(surface_->cairo.get(), tag); }

void Sheet::tagged(const char* tag, const std::function<void()>& draw) {
  begin(tag);
  draw();
  end(tag);
}

void Sheet::foot() {
  const Style small{.size = source_size, .align = Align::Center};
  const Lines source = lines(source_, small, width_);
  if (!source_.empty()) draw(source, 0, std::min(source.count(), 2), left_, bottom_ + 12);
  if (page_ == 1) return;
  const Style number{.size = page_number_size, .align = Align::Center};
  const Lines shown = lines(std::to_string(page_), number, width_);
  draw(shown, 0, 1, left_, top_ / 2 - page_number_size / 2);
}

void Sheet::next_page() {
  foot();
  cairo_show_page(surface_->cairo.get());
  ++page_;
  y_ = top_;
}

Result<std::string> Sheet::take() {
  foot();
  cairo_show_page(surface_->cairo.get());
  cairo_surface_finish(surface_->surface.get());
  cairo_status_t status = cairo_status(surface_->cairo.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface_->surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    log::error("paper.pdf", {{"why", cairo_status_to_string(status)}});
    return problem(Code::Unavailable, {"Không vẽ được tệp PDF; hãy thử lại.",
                                       "The PDF could not be drawn; try again."});
  }
  return std::move(surface_->bytes);
}

}  // namespace lantoa::paper
