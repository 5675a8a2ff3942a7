#include "viet/issuer_phrase.h"

#include <algorithm>
#include <array>

namespace lantoa::viet {

namespace {

constexpr std::size_t words_max = 24;

using Words = std::string_view;

// Fields of work whose names hold "và" or a comma.
constexpr auto fields = std::to_array<Words>({
    "pho bien, giao duc phap luat",
    "lao dong - thuong binh va xa hoi",
    "lao dong, thuong binh va xa hoi",
    "thong tin va truyen thong",
    "van hoa, the thao va du lich",
    "van hoa va the thao",
    "giao duc va dao tao",
    "khoa hoc va cong nghe",
    "khoa hoc, cong nghe va moi truong",
    "tai nguyen va moi truong",
    "nong nghiep va phat trien nong thon",
    "nong nghiep va moi truong",
    "ke hoach va dau tu",
    "dan toc va ton giao",
    "phap luat va tu phap",
    "kinh te va tai chinh",
});

// Words that go on in small letters.
constexpr auto small = std::to_array<Words>({
    "nhan dan", "toi cao",     "thanh pho", "tinh",    "quan",       "huyen",     "thi xa",
    "thi tran", "xa",          "phuong",    "dac khu", "phoi hop",   "thuong vu", "chap hanh",
    "chi dao",  "thuong truc", "khoa",      "lan thu", "giai phong", "viet nam",
});

// Words in small letters that end a name even directly after a capital.
constexpr auto stops = std::to_array<Words>({
    "ve",    "va",   "quy", "huong", "sua",   "ban",  "da",   "duoc", "ngay",  "tai",  "nam",
    "co",    "la",   "de",  "trong", "theo",  "cho",  "so",   "do",   "khi",   "nham", "gom",
    "voi",   "tu",   "den", "ky",    "hoac",  "cung", "thi",  "phe",  "trien", "tren", "nay",
    "khong", "phai", "cac", "nhung", "mot",   "dieu", "vua",  "moi",  "se",    "dang", "trinh",
    "thuc",  "tiep", "con", "bang",  "thong", "yeu",  "giao", "chi",  "tham",
});

constexpr auto heads = std::to_array<Words>({
    "hoi dong",   "uy ban",   "ubnd",      "hdnd",          "ubmttq",         "so",
    "bo",         "ban",      "thanh uy",  "tinh uy",       "quan uy",        "huyen uy",
    "dang uy",    "quoc hoi", "chinh phu", "thu tuong",     "van phong",      "cong an",
    "doan",       "hoi",      "lien doan", "mat tran",      "vien",           "toa an",
    "cuc",        "tong cuc", "trung tam", "phong",         "thanh tra",      "kiem toan",
    "ngan hang",  "truong",   "dai",       "chu tich nuoc", "tong lien doan", "lien hiep",
    "bo tu lenh", "cum",
});

template <class List>
std::size_t longest(const SourceText& source, std::size_t at, const List& list) {
  std::size_t best = 0;
  for (const Words words : list) {
    if (words.size() > best && source.starts(at, words)) best = words.size();
  }
  return best;
}

std::size_t word_end(const SourceText& source, std::size_t at) {
  while (is_letter(source.at(at)) || is_digit(source.at(at))) ++at;
  return at;
}

}  // namespace

bool opens_issuer(const SourceText& source, std::size_t begin) {
  return is_upper(source.at(begin)) && longest(source, begin, heads) > 0;
}

std::size_t issuer_end(const SourceText& source, std::size_t begin, std::size_t limit) {
  if (!is_upper(source.at(begin))) return begin;
  std::size_t end = begin;
  bool small_allowed = false;  // the word before was a capitalised syllable
  for (std::size_t n = 0; n < words_max; ++n) {
    const std::size_t at = n == 0 ? begin : end + 1;
    if (n > 0 && source.at(end) != U' ') break;
    std::size_t next = at;
    const std::size_t field = longest(source, at, fields);
    if (field > 0) {
      next = at + field;
      small_allowed = false;
    } else if (const std::size_t head = longest(source, at, heads);
               head > 0 && is_upper(source.at(at))) {
      next = at + head;
      // "Bộ trưởng", "Hội nghị", but not "Ủy ban về".
      const bool one_syllable = word_end(source, at) == next;
      small_allowed = one_syllable && !all_capitals(source, at, next);
    } else if (is_upper(source.at(at))) {
      next = word_end(source, at);
      small_allowed = !all_capitals(source, at, next);
      // "TP. Hà Nội"
      if (source.at(next) == U'.' && source.starts(at, "tp") && source.at(next + 1) == U' ') ++next;
    } else if (const std::size_t length = longest(source, at, small)) {
      next = at + length;
      small_allowed = false;
    } else if (is_digit(source.at(at)) && source.ends(end, "lan thu")) {
      next = word_end(source, at);
    } else if (small_allowed && longest(source, at, stops) == 0) {
      next = word_end(source, at);
      small_allowed = false;
    }
    if (next == at || next > limit) break;
    end = next;
  }
  return end;
}

}  // namespace lantoa::viet
