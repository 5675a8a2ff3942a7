// Inside: what both kinds of files show in the same words and sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/paper/paper.h"

namespace lantoa::paper {

constexpr std::string_view national_title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view motto = "Độc lập - Tự do - Hạnh phúc";

// A4 and its margins in millimetres; the left one has room for the binding.
constexpr double page_width_mm = 210;
constexpr double page_height_mm = 297;
constexpr double margin_top_mm = 20;
constexpr double margin_bottom_mm = 20;
constexpr double margin_left_mm = 30;
constexpr double margin_right_mm = 18;

// Sizes in points.
constexpr double body_size = 14;
constexpr double head_size = 12;   // national title, issuer
constexpr double motto_size = 13;  // motto, number, place and day
constexpr double recipients_size = 11;
constexpr double table_size = 12;
constexpr double source_size = 9;
constexpr double indent_mm = 10;  // of a paragraph's first line

// How much of its column the line under a text takes.
constexpr double issuer_rule = 0.4;
constexpr double motto_rule = 0.62;
constexpr double subject_rule = 0.25;

// Shares of the width that the two halves at the head and at the foot take.
constexpr double left_half = 0.42;

std::string number_line(const Paper& paper);      // "Số: 06/KH-HĐPHPBGDPL"; "Số:          /"
std::string day_line(const Paper& paper);         // "Hà Nội, ngày 12 tháng 5 năm 2021"
std::string addressees_line(const Paper& paper);  // "Kính gửi: …"
// The title of the file: "Kế hoạch: Về việc …".
std::string file_title(const Paper& paper);
// "- Như trên;", the last with a full stop.
std::vector<std::string> recipient_lines(const Paper& paper);
// What cannot stand in XML 1.0 (control characters, U+FFFE, U+FFFF) is left out; a line's end is a
// space.
std::string printable(std::string_view text);

}  // namespace lantoa::paper
