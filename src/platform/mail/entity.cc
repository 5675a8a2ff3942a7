#include "platform/mail/entity.h"

#include <gmime/gmime.h>

#include <algorithm>

namespace lantoa::mail {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

void start_library() {
  [[maybe_unused]] static const bool started = [] {
    g_mime_init();
    return true;
  }();
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// The next line without its end; what is left begins behind it.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_blank_end(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

std::size_t offset_in(std::string_view whole, std::string_view rest) {
  return whole.size() - rest.size();
}

}  // namespace

struct Entity::Parts {
  Held<GMimeObject> object;
};

std::optional<Entity> Entity::read(std::string_view bytes) {
  start_library();
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  Held<GMimeObject> object(g_mime_parser_construct_part(parser.get(), nullptr));
  if (!object) return std::nullopt;
  return Entity(std::make_shared<const Parts>(Parts{std::move(object)}));
}

std::optional<Entity> Entity::of_head(std::string_view head) {
  if (head.empty() || head.size() > head_bytes_max) return std::nullopt;
  return read(std::string(head) + "\n\n");
}

std::optional<Entity> Entity::of_leaf(std::string_view part) {
  const auto head = of_head(split_head(part).head);
  if (!head || !head->is_leaf()) return std::nullopt;
  return read(part);
}

std::string Entity::type() const {
  GMimeContentType* const type = g_mime_object_get_content_type(parts_->object.get());
  if (type == nullptr) return {};
  const std::unique_ptr<char, decltype(&g_free)> text(g_mime_content_type_get_mime_type(type),
                                                      &g_free);
  return text ? lower(text.get()) : std::string();
}

std::string Entity::parameter(const char* name) const {
  GMimeObject* const object = parts_->object.get();
  const char* const value = g_mime_object_get_content_type_parameter(object, name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string Entity::header(const char* name) const {
  const char* const value = g_mime_object_get_header(parts_->object.get(), name);
  return value == nullptr ? std::string() : std::string(value);
}

bool Entity::is_leaf() const { return GMIME_IS_PART(parts_->object.get()) != 0; }

std::string Entity::content() const {
  if (!is_leaf()) return {};
  GMimeDataWrapper* const wrapper = g_mime_part_get_content(GMIME_PART(parts_->object.get()));
  if (wrapper == nullptr) return {};
  const Held<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(wrapper, stream.get()) < 0) return {};
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return bytes->len == 0 ? std::string()
                         : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

HeadAndBody split_head(std::string_view part) {
  std::string_view rest = part;
  while (!rest.empty()) {
    const std::size_t begin = offset_in(part, rest);
    if (take_line(rest).empty()) return {part.substr(0, begin), rest};
  }
  return {part, {}};
}

std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary,
                                          std::size_t count) {
  std::vector<std::string_view> out;
  if (boundary.empty()) return out;
  const std::string opening = "--" + boundary;
  const std::string closing = opening + "--";
  std::optional<std::size_t> begin;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::size_t at = offset_in(body, rest);
    const std::string_view line = without_blank_end(take_line(rest));
    if (line != opening && line != closing) continue;
    if (begin) out.push_back(body.substr(*begin, at - *begin));
    if (line == closing || out.size() == count) return out;
    begin = offset_in(body, rest);
  }
  if (begin) out.push_back(body.substr(*begin));  // cut off
  return out;
}

std::vector<std::string_view> split_blocks(std::string_view text, std::size_t count) {
  std::vector<std::string_view> out;
  std::optional<std::size_t> begin;
  std::string_view rest = text;
  while (!rest.empty() && out.size() < count) {
    const std::size_t at = offset_in(text, rest);
    const bool is_empty = without_blank_end(take_line(rest)).empty();
    if (!is_empty && !begin) begin = at;
    if (is_empty && begin) {
      out.push_back(text.substr(*begin, at - *begin));
      begin.reset();
    }
  }
  if (begin && out.size() < count) out.push_back(text.substr(*begin));
  return out;
}

}  // namespace lantoa::mail
