// Telling old Vietnamese encodings apart: the bytes are read as each of them, and the one under
// which most accented words are possible Vietnamese syllables wins.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t sample_bytes = 64 * 1024;

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view head) { return bytes.starts_with(head); });
}

bool looks_utf16(std::string_view bytes) {
  if (starts_with_any(bytes, {"\xFF\xFE", "\xFE\xFF"})) return true;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t half = bytes.size() / 2;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return half >= 4 && many * 3 >= half && few * 20 <= half;
}

bool looks_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (starts_with_any(bytes, {"PK\x03\x04"sv, "%PDF-"sv, "\xD0\xCF\x11\xE0"sv, "\x89PNG"sv,
                              "\xFF\xD8\xFF"sv, "GIF8"sv, "{\\rtf"sv, "\x1F\x8B"sv, "Rar!"sv})) {
    return true;
  }
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1A && byte != 0x1B) ||
           byte == 0x7F;
  });
}

// Well-formed multi-byte sequences against runs of bytes that belong to none.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (is_utf8(bytes.substr(i, length)) && i + length <= bytes.size()) {
      ++good;
      i += length;
    } else {
      ++bad;
      do ++i;
      while (i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80);
    }
  }
  return good > 2 * bad;
}

// A word under one reading: plain letters, with ă=A â=B ê=E ô=O ơ=Q ư=U đ=D, tones counted apart.
struct Word {
  std::string letters;
  int tones = 0;
  bool accented = false;  // has bytes beyond ASCII
  bool possible = true;   // every byte means something in this reading
};

constexpr char with_mark(char letter, char mark) {
  if (mark == '^') return letter == 'a' ? 'B' : letter == 'e' ? 'E' : letter == 'o' ? 'O' : '\0';
  if (mark == 'w') return letter == 'a' ? 'A' : letter == 'o' ? 'Q' : letter == 'u' ? 'U' : '\0';
  return '\0';
}

bool is_vowel(char letter) {
  return std::string_view("aABeEioOQuUy").find(letter) != std::string_view::npos;
}

void add_tcvn3(Word& word, unsigned char byte) {
  struct Row {
    unsigned char first, last;
    char letter;
    bool tone;
  };
  static constexpr Row rows[] = {
      {0xA1, 0xA1, 'A', false}, {0xA2, 0xA2, 'B', false}, {0xA3, 0xA3, 'E', false},
      {0xA4, 0xA4, 'O', false}, {0xA5, 0xA5, 'Q', false}, {0xA6, 0xA6, 'U', false},
      {0xA7, 0xA7, 'D', false}, {0xA8, 0xA8, 'A', false}, {0xA9, 0xA9, 'B', false},
      {0xAA, 0xAA, 'E', false}, {0xAB, 0xAB, 'O', false}, {0xAC, 0xAC, 'Q', false},
      {0xAD, 0xAD, 'U', false}, {0xAE, 0xAE, 'D', false}, {0xB5, 0xB9, 'a', true},
      {0xBB, 0xBE, 'A', true},  {0xC6, 0xC6, 'A', true},  {0xC7, 0xCB, 'B', true},
      {0xCC, 0xCC, 'e', true},  {0xCE, 0xD1, 'e', true},  {0xD2, 0xD6, 'E', true},
      {0xD7, 0xD8, 'i', true},  {0xDC, 0xDE, 'i', true},  {0xDF, 0xDF, 'o', true},
      {0xE1, 0xE4, 'o', true},  {0xE5, 0xE9, 'O', true},  {0xEA, 0xEE, 'Q', true},
      {0xEF, 0xEF, 'u', true},  {0xF1, 0xF4, 'u', true},  {0xF5, 0xF9, 'U', true},
      {0xFA, 0xFE, 'y', true}};
  for (const Row& row : rows) {
    if (byte < row.first || byte > row.last) continue;
    word.letters += row.letter;
    word.tones += row.tone ? 1 : 0;
    return;
  }
  word.possible = false;
}

void add_vni(Word& word, unsigned char byte) {
  const unsigned char small = byte >= 0xC0 && byte <= 0xDF ? byte + 0x20 : byte;
  const char last = word.letters.empty() ? '\0' : word.letters.back();
  const auto letter = [&](char c, int tones) {
    word.letters += c;
    word.tones += tones;
  };
  const auto mark = [&](char quality, int tones) {
    const char marked = quality == '\0' ? last : with_mark(last, quality);
    word.possible = word.possible && is_vowel(last) && marked != '\0';
    if (word.possible) word.letters.back() = marked;
    word.tones += tones;
  };
  switch (small) {
    case 0xF1:
      return letter('D', 0);
    case 0xF6:
      return letter('U', 0);
    case 0xF4:
      return letter('Q', 0);
    case 0xED:
    case 0xEC:
    case 0xE6:
    case 0xF3:
    case 0xF2:
      return letter('i', 1);
    case 0xEE:
      return letter('y', 1);
    case 0xF9:
    case 0xF8:
    case 0xFB:
    case 0xF5:
    case 0xEF:
      return mark('\0', 1);
    case 0xE2:
      return mark('^', 0);
    case 0xE1:
    case 0xE0:
    case 0xE5:
    case 0xE3:
    case 0xE4:
      return mark('^', 1);
    case 0xEA:
      return mark('w', 0);
    case 0xE9:
    case 0xE8:
    case 0xFA:
    case 0xFC:
    case 0xEB:
      return mark('w', 1);
    default:
      word.possible = false;
  }
}

void add_windows1258(Word& word, unsigned char byte) {
  switch (byte) {
    case 0xCC:
    case 0xEC:
    case 0xD2:
    case 0xF2:
    case 0xDE:  // combining tones
      word.possible = word.possible && !word.letters.empty();
      ++word.tones;
      return;
    default:
      break;
  }
  const unsigned char small = byte >= 0xC0 && byte <= 0xDF ? byte + 0x20 : byte;
  static constexpr std::string_view codes =
      "\xE0\xE1\xE2\xE3\xE8\xE9\xEA\xED\xF3\xF4\xF5\xF9\xFA\xFD\xF0";
  static constexpr std::string_view letters = "aaBAeeEioOQuuUD";
  static constexpr std::string_view toned = "110011011001100";
  const auto at = codes.find(static_cast<char>(small));
  if (at == std::string_view::npos) {
    word.possible = false;
    return;
  }
  word.letters += letters[at];
  word.tones += toned[at] == '1' ? 1 : 0;
}

bool contains(std::string_view list, std::string_view item) {
  for (std::size_t at = list.find(item); at != std::string_view::npos;
       at = list.find(item, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + item.size();
    if (starts && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool possible_syllable(const Word& word) {
  static constexpr std::string_view onsets =
      "b c ch d D g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x";
  static constexpr std::string_view nuclei =
      "a A B e E i o O Q u U y ia iE yE ya ua uO Ua UQ ai ao au ay Bu By eo Eu iu iEu yEu oi Oi Qi "
      "ui "
      "Ui Uu uOi UQi UQu oa oA oe oai oay oao oeo uB uBy uE uQ uy uya uyE uyu ue uA uai uao uay "
      "ueo "
      "uU";
  static constexpr std::string_view codas = "c ch m n ng nh p t";
  if (!word.possible || word.tones > 1) return false;
  const auto vowel = [](char c) { return is_vowel(c); };
  const auto begin = word.letters.begin();
  const auto end = word.letters.end();
  const auto first = std::find_if(begin, end, vowel);
  const auto after = std::find_if_not(first, end, vowel);
  if (first == after) return false;
  const std::string onset(begin, first);
  const std::string nucleus(first, after);
  const std::string coda(after, end);
  if (!onset.empty() && !contains(onsets, onset)) return false;
  // "giặt", "già": the i belongs to the onset.
  const bool nucleus_fits = contains(nuclei, nucleus) || (onset == "g" && nucleus.size() > 1 &&
                                                          contains(nuclei, nucleus.substr(1)));
  return nucleus_fits && (coda.empty() || contains(codas, coda));
}

using Add = void (*)(Word&, unsigned char);

char ascii_lower(unsigned char byte) {
  if (byte >= 'A' && byte <= 'Z') return static_cast<char>(byte + 32);
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte) : '\0';
}

// How many of the accented words are possible syllables in this reading, in per cent.
int likelihood(std::string_view bytes, Add add) {
  std::size_t accented = 0;
  std::size_t possible = 0;
  Word word;
  const auto end_word = [&] {
    if (word.accented) {
      ++accented;
      possible += possible_syllable(word) ? 1 : 0;
    }
    word = Word{};
  };
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      word.accented = true;
      add(word, byte);
    } else if (const char letter = ascii_lower(byte)) {
      word.letters += letter;
    } else {
      end_word();
    }
  }
  end_word();
  return accented == 0 ? 0 : static_cast<int>(possible * 100 / accented);
}

}  // namespace

Encoding guess_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  if (looks_utf16(sample)) return Encoding::Utf16;
  if (looks_binary(sample)) return Encoding::Binary;
  if (is_utf8(bytes)) return Encoding::Utf8;
  if (mostly_utf8(bytes)) return Encoding::BrokenUtf8;
  struct Reading {
    Encoding encoding;
    Add add;
  };
  static constexpr Reading readings[] = {{Encoding::Tcvn3, add_tcvn3},
                                         {Encoding::Vni, add_vni},
                                         {Encoding::Windows1258, add_windows1258}};
  constexpr int likely_percent = 60;
  Encoding best = Encoding::Latin1;
  int best_percent = likely_percent - 1;
  for (const Reading& reading : readings) {
    const int percent = likelihood(sample, reading.add);
    if (percent <= best_percent) continue;
    best_percent = percent;
    best = reading.encoding;
  }
  return best;
}

std::optional<Problem> encoding_problem(std::string_view bytes) {
  const auto refuse = [](std::string vi, std::string en) {
    return Problem{Code::Unsupported, {std::move(vi), std::move(en)}, {}, {}};
  };
  const auto one_byte = [&](const std::string& name) {
    return refuse("Văn bản dùng bảng mã " + name +
                      ", không phải Unicode. Hãy chuyển sang Unicode (UTF-8) rồi gửi lại.",
                  "The text is in " + name +
                      ", not in Unicode. Convert it to Unicode (UTF-8) and send it again.");
  };
  switch (guess_encoding(bytes)) {
    case Encoding::Utf8:
      return std::nullopt;
    case Encoding::BrokenUtf8:
      return refuse(
          "Văn bản Unicode (UTF-8) này bị hỏng hoặc bị cắt giữa chừng. Hãy lưu lại từ bản gốc rồi "
          "gửi lại.",
          "This Unicode (UTF-8) text is damaged or cut off. Save it again from the original and "
          "send "
          "it again.");
    case Encoding::Utf16:
      return refuse("Văn bản được lưu ở dạng UTF-16. Hãy lưu lại ở dạng UTF-8 rồi gửi lại.",
                    "The text was saved as UTF-16. Save it as UTF-8 and send it again.");
    case Encoding::Tcvn3:
      return one_byte("TCVN3 (ABC)");
    case Encoding::Vni:
      return one_byte("VNI");
    case Encoding::Windows1258:
      return one_byte("Windows-1258");
    case Encoding::Latin1:
      return refuse(
          "Không nhận ra bảng mã của văn bản. Hãy lưu lại ở dạng UTF-8 rồi gửi lại.",
          "The encoding of the text is not recognised. Save it as UTF-8 and send it again.");
    case Encoding::Binary:
      return refuse(
          "Tệp này không phải văn bản thuần (có thể là tệp Word, Excel, PDF hoặc ảnh). Hãy "
          "lưu nội dung ở dạng văn bản UTF-8 rồi gửi lại.",
          "This file is not plain text (perhaps a Word, Excel or PDF file, or a picture). "
          "Save its content as UTF-8 text and send it again.");
  }
  return std::nullopt;
}

}  // namespace lantoa::viet
