// Markdown to HTML through md4c's parser and our own renderer. Raw HTML in the source is text, only
// listed tags are written, and links go only to own pages ("/…") and to the https hosts that are
// allowed: any other link becomes its text followed by the address in plain letters, not clickable.
// A source's first heading becomes h2, because the page has its own h1, and no heading skips a
// level, whatever the source does; indented text stays text (only ``` makes a code block). An image
// is shown where the caller knows it, with its title as a caption where it stands alone; any other
// becomes its description and its address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::markdown {

constexpr std::size_t source_bytes_max = 512 * 1024;
constexpr std::size_t html_bytes_max = 8 * 1024 * 1024;  // short references can stand for long text
constexpr std::size_t nesting_max = 32;                  // elements open inside each other
constexpr std::size_t mark_column_max = 256;    // column of a line's last list or quote mark
constexpr std::size_t table_cells_max = 2'000;  // in the whole source
constexpr std::size_t link_bytes_max = 2'048;   // address or title of one link
// Sum over paragraphs of their bytes times their "[": the parser's time grows with it.
constexpr std::size_t bracket_work_max = 256 * 1024 * 1024;

// What is shown for an image of the source.
struct Image {
  std::string address;  // own path, absolute, or data:
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string narrow_address;  // the same for small screens; empty: there is none
  std::uint32_t narrow_width = 0;
  std::string description;  // where the source gives none
};
// By the address as the source has it; none: the image is not known.
using FindImage = std::function<std::optional<Image>(std::string_view address)>;

// HTML that is safe to stand in a page as it is. Only this renderer makes one.
class SafeHtml {
 public:
  SafeHtml() = default;
  const std::string& text() const { return text_; }

 private:
  friend Result<SafeHtml> to_html(std::string_view, const std::function<bool(std::string_view)>&,
                                  const FindImage&);
  std::string text_;
};

// TooLarge over a limit above; Invalid when not UTF-8. `host_allowed` gets a lower-case host name.
Result<SafeHtml> to_html(std::string_view source,
                         const std::function<bool(std::string_view host)>& host_allowed,
                         const FindImage& find_image = {});

// For mail, search and speech: lists keep their marks, web addresses follow their text. A source
// that to_html refuses comes back as it was written, with bytes that are not UTF-8 replaced.
std::string to_plain_text(std::string_view source);

}  // namespace lantoa::markdown
