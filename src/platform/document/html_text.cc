#include <gumbo.h>

#include <memory>
#include <vector>

#include "platform/document/html_reduce.h"
#include "platform/document/kinds.h"
#include "platform/document/line_writer.h"

namespace lantoa::document {
namespace {

enum class Part { Block, Item, Cell, Break, Dropped };

// The page is a reduced one: these are all it has.
Part part_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BR:
      return Part::Break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Part::Cell;
    case GUMBO_TAG_LI:
      return Part::Item;
    case GUMBO_TAG_HEAD:
      return Part::Dropped;
    default:
      return Part::Block;
  }
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_dropped(const GumboNode& node) {
  return part_of(node.v.element.tag) == Part::Dropped ||
         gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr;
}

// Goes through the tree without recursion: `Enter` before children, `Leave` after them.
class Walk {
 public:
  explicit Walk(LineWriter& out) : out_(out) {}

  void run(const GumboNode& root) {
    std::vector<Step> open;
    if (enter(root)) open.push_back(step_of(root));
    while (!open.empty() && !out_.full()) {
      Step& step = open.back();
      if (step.next == step.children->length) {
        leave(step);
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(step.children->data[step.next++]);
      if (enter(child)) open.push_back(step_of(child));
    }
  }

 private:
  struct Step {
    const GumboNode* node = nullptr;
    const GumboVector* children = nullptr;
    unsigned next = 0;
    std::size_t size_before = 0;  // of the text
  };

  Step step_of(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) lists_.push_back({tag == GUMBO_TAG_OL, 0});
    return {&node, &node.v.element.children, 0, out_.size()};
  }

  // Whether its children are to be walked.
  bool enter(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        out_.text(node.v.text.text);
        return false;
      case GUMBO_NODE_ELEMENT:
        break;
      default:
        return false;
    }
    if (is_dropped(node)) return false;
    switch (part_of(node.v.element.tag)) {
      case Part::Break:
        out_.soft_break();
        return false;
      case Part::Item:
        out_.end_paragraph();
        out_.mark(mark());
        return true;
      case Part::Block:
      case Part::Cell:
        out_.end_paragraph();
        return true;
      default:
        return true;
    }
  }

  void leave(const Step& step) {
    const GumboTag tag = step.node->v.element.tag;
    if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) lists_.pop_back();
    switch (part_of(tag)) {
      case Part::Cell:
        out_.end_cell(step.size_before);
        break;
      case Part::Item:
      case Part::Block:
        out_.end_paragraph();
        break;
      default:
        break;
    }
  }

  std::string mark() {
    if (lists_.empty() || !lists_.back().first) return "- ";
    return std::to_string(++lists_.back().second) + ". ";
  }

  LineWriter& out_;
  std::vector<std::pair<bool, unsigned>> lists_;  // numbered, items so far
};

// The page's only <main>, else its only <article>; nullptr when there is none or several.
const GumboNode* only(const GumboNode& root, std::string_view wanted) {
  const GumboNode* found = nullptr;
  std::vector<const GumboNode*> open{&root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    if (attribute(*node, "id") == wanted) {
      if (found != nullptr) return nullptr;
      found = node;
    }
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return found;
}

std::string text_of(const GumboNode& root) {
  LineWriter out;
  Walk(out).run(root);
  return out.take();
}

}  // namespace

Result<std::string> html_to_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto reduced = reduce_html(bytes);
  if (!reduced) {
    return problem(Code::TooLarge,
                   {"Trang HTML lồng quá nhiều thẻ vào nhau nên không đọc được. Hãy chép phần chữ "
                    "rồi dán vào ô nội dung.",
                    "The HTML page nests too many elements to be read. Copy its text and paste it "
                    "instead."});
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, reduced->data(), reduced->size()), destroy);
  if (!output) return nothing_in_it();
  for (const std::string_view name : {"main", "article"}) {
    const GumboNode* part = only(*output->root, name);
    if (part == nullptr) continue;
    std::string text = text_of(*part);
    if (!text.empty()) return text;
  }
  return text_of(*output->root);
}

}  // namespace lantoa::document
