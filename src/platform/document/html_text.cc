#include <gumbo.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "platform/document/kinds.h"
#include "platform/document/line_writer.h"

namespace lantoa::document {
namespace {

using Names = std::string_view;

constexpr auto never_open = std::to_array<Names>(
    {"area", "base",  "br",     "col",      "embed",   "hr",    "img",    "input",    "link",
     "meta", "param", "source", "track",    "wbr",     "p",     "li",     "td",       "th",
     "tr",   "dt",    "dd",     "tbody",    "thead",   "tfoot", "html",   "body",     "head",
     "rt",   "rp",    "option", "basefont", "bgsound", "frame", "keygen", "colgroup", "caption"});
constexpr auto formatting =
    std::to_array<Names>({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
                          "strike", "strong", "tt", "u"});

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

struct TagName {
  bool closes = false;
  std::string name;  // lower case; empty when no tag begins here
};

TagName tag_at(std::string_view bytes, std::size_t at) {
  TagName out;
  if (at < bytes.size() && bytes[at] == '/') {
    out.closes = true;
    ++at;
  }
  for (; at < bytes.size() && out.name.size() < 24; ++at) {
    char c = bytes[at];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool letter = c >= 'a' && c <= 'z';
    if (!letter && (out.name.empty() || !((c >= '0' && c <= '9') || c == ':' || c == '-'))) break;
    out.name += c;
  }
  return out;
}

// The parser's time grows with how many elements stand open at once, so what no real page has is
// refused beforehand. Tags are counted wherever they stand, in comments and scripts too: hiding
// them there must not help.
bool is_tangled(std::string_view bytes) {
  std::map<std::string, std::size_t, std::less<>> open;
  std::size_t tags = 0;
  std::size_t depth = 0;
  std::size_t depth_seen = 0;
  std::size_t formats = 0;
  std::size_t formats_seen = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos;
       at = bytes.find('<', at + 1)) {
    const TagName tag = tag_at(bytes, at + 1);
    if (tag.name.empty()) continue;
    ++tags;
    if (contains(never_open, tag.name)) continue;
    std::size_t& count = open[tag.name];
    std::size_t& kind = contains(formatting, tag.name) ? formats : depth;
    if (!tag.closes) {
      ++count;
      ++kind;
    } else if (count > 0) {
      --count;
      --kind;
    }
    depth_seen = std::max(depth_seen, depth);
    formats_seen = std::max(formats_seen, formats);
    if (open.size() > html_depth_max) return true;
  }
  return tags > html_tags_max || depth_seen > html_depth_max ||
         formats_seen * tags > html_format_work_max;
}

enum class Part { Inline, Block, Item, Cell, Break, Dropped };

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
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
      return Part::Dropped;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:  // Word's <o:p> among them
    case GUMBO_TAG_WBR:
      return Part::Inline;
    default:
      return Part::Block;
  }
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_dropped(const GumboNode& node) {
  if (part_of(node.v.element.tag) == Part::Dropped) return true;
  const std::string_view role = attribute(node, "role");
  return role == "navigation" || role == "search" || role == "contentinfo" ||
         attribute(node, "aria-hidden") == "true" ||
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
const GumboNode* only(const GumboNode& root, GumboTag wanted) {
  const GumboNode* found = nullptr;
  std::vector<const GumboNode*> open{&root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    if (node->v.element.tag == wanted) {
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
  if (is_tangled(bytes)) {
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
      gumbo_parse_with_options(&options, bytes.data(), bytes.size()), destroy);
  if (!output) return nothing_in_it();
  for (const GumboTag tag : {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE}) {
    const GumboNode* part = only(*output->root, tag);
    if (part == nullptr) continue;
    std::string text = text_of(*part);
    if (!text.empty()) return text;
  }
  return text_of(*output->root);
}

}  // namespace lantoa::document
