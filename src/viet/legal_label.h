// The label that a provision opens with: "Điều 3.", "**1\.** ", "a)", "Chương II", "Phần thứ hai",
// "I- ". Only what stands written is read here; whether it opens a provision at that place is
// decided by the order of the whole text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lantoa::viet {

enum class Level {
  Annex,       // phụ lục, danh sách kèm theo
  Part,        // phần
  Chapter,     // chương
  Section,     // mục
  Subsection,  // tiểu mục
  Article,     // điều
  Clause,      // khoản
  Point,       // điểm
};

struct Label {
  Level level = Level::Article;
  std::string value;      // "3", "5a", "b", "dd" for đ; Roman numbers as digits
  int order = 0;          // 1, 2, 3 ...; of a point its place in the Vietnamese alphabet
  std::size_t begin = 0;  // bytes of the text given: the first of the label as written
  std::size_t end = 0;    // past it with its full stop or bracket
  bool roman = false;     // a section that only a Roman number opens
  bool alone = false;     // nothing follows on its line
};

// The label with which this line opens. Markup may stand before and inside it.
std::optional<Label> label_of(std::string_view line);

// "phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "phu-luc".
std::string_view level_key(Level level);

// Whether a line may open a passage by itself: a label, a ground, or words in capitals.
bool opens_passage(std::string_view line);
// Chương II, Điều 3 and the like: what follows on the next line may be anything.
bool opens_heading(std::string_view line);
// Letters, and all of them capitals.
bool is_capitals(std::string_view text);

// "Căn cứ ...", "Xét đề nghị ...", "Theo đề nghị ...": markup may stand before it.
bool opens_ground(std::string_view line);

}  // namespace lantoa::viet
