// A plan's or article's text as blocks (paragraphs, headings, items, cells), each with the mark it
// opens with and the section it stands in, and blocks as sentences. Positions are characters of a
// SourceText.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "viet/source_text.h"

namespace lantoa::viet {

enum class Mark { Roman, Number, SubNumber, Letter, Bullet, None };  // outer ones first

enum class Section {
  None,
  Purpose,       // mục đích, yêu cầu
  Content,       // nội dung
  Forms,         // hình thức
  Audience,      // đối tượng
  Organisation,  // tổ chức thực hiện: who does what
  Report,        // chế độ báo cáo
  Money,         // kinh phí
};

struct Block {
  std::size_t begin = 0, end = 0;
  std::size_t text = 0;  // where its text begins, after the mark
  Mark mark = Mark::None;
  Section section = Section::None;
  bool heading = false;  // the title of its section

  bool empty() const { return text >= end; }
};

struct Range {
  std::size_t begin = 0, end = 0;
};

struct BlocksFound {
  std::vector<Block> blocks;
  bool cut = false;  // the text has more than plan_blocks_max
};

// What stands after a plan ("Nơi nhận") or an article (newer posts, the comment form) is left out.
BlocksFound read_blocks(const SourceText& source, std::string_view text);

// The sentences of [begin, end), without white space around.
std::vector<Range> sentences_of(const SourceText& source, std::size_t begin, std::size_t end);

}  // namespace lantoa::viet
