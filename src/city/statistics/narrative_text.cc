#include "city/statistics/narrative_text.h"

#include <algorithm>

#include "city/faults.h"
#include "city/opening.h"
#include "viet/unicode.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::string_view opens = "{{";
constexpr std::string_view closes = "}}";
constexpr std::size_t quoted_characters_max = 60;
constexpr std::size_t codes_named_max = 30;
constexpr std::size_t faults_named_max = 30;  // of one text; one by one they are mended anyway

struct CountWords {
  LiveFigure::Of of;
  const char* words;
};
constexpr CountWords count_words[] = {
    {LiveFigure::Of::Asked, "phải nộp"},   {LiveFigure::Of::HandedIn, "đã nộp"},
    {LiveFigure::Of::Missing, "chưa nộp"}, {LiveFigure::Of::InTime, "đúng hạn"},
    {LiveFigure::Of::Late, "trễ"},
};

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  const std::string line = one_line(text);
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    out.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string quoted_figure(std::string_view inner) {
  return "“" + opening_of(in_braces(one_line(inner)), quoted_characters_max) + "”";
}

// "1, 2, 3"; "…" where there are more than are named.
std::string listed_codes(const std::vector<std::string>& codes) {
  std::string out;
  for (std::size_t i = 0; i < std::min(codes.size(), codes_named_max); ++i) {
    out += (i == 0 ? "" : ", ") + codes[i];
  }
  return codes.size() > codes_named_max ? out + ", …" : out;
}

std::vector<std::string> column_codes(const Form& form) {
  std::vector<std::string> out;
  for (const Column& column : form.columns) out.push_back(column.code);
  return out;
}

// Whether a report is asked of the unit or of one below it.
bool is_anybody_asked(const FigureGround& ground, UnitNo unit) {
  if (ground.round->asks(unit)) return true;
  const auto& units = ground.round->units;
  return std::any_of(units.begin(), units.end(), [&](std::uint32_t number) {
    return ground.tree->is_within(UnitNo{number}, unit);
  });
}

std::vector<std::string> unit_codes(const FigureGround& ground) {
  std::vector<std::string> out;
  for (const UnitNo child : ground.tree->unit(ground.round->scope).children) {
    if (out.size() > codes_named_max) break;
    if (is_anybody_asked(ground, child)) out.push_back(ground.tree->unit(child).code);
  }
  return out;
}

Text what_may_stand(const FigureGround& ground) {
  const std::string code = ground.form->columns.front().code;
  std::string list = in_braces("cột " + code) + ", " + in_braces("cột " + code + " của mã-đơn-vị");
  if (ground.has_estimates()) {
    list += ", " + in_braces("cột " + code + " thực tế") + ", " + in_braces("cột " + code + " ước");
  }
  if (ground.before != nullptr) list += ", " + in_braces("cột " + code + " so với kỳ trước");
  if (ground.year_before != nullptr) list += ", " + in_braces("cột " + code + " so với cùng kỳ");
  for (const CountWords& one : count_words) list += ", " + in_braces(one.words);
  list += ", " + in_braces("kỳ");
  return {" Có thể ghi: " + list + ".", " These may stand there: " + list + "."};
}

// One figure's words, taken from the left.
class FigureReader {
 public:
  FigureReader(std::string_view inner, const FigureGround& ground)
      : inner_(inner), ground_(ground), words_(words_in(inner)) {}

  Result<LiveFigure> read() {
    if (words_.empty()) {
      return refuse({"hai dấu ngoặc không có gì ở giữa.", "nothing stands between the braces."});
    }
    TRY(read_head());
    if (takes("của")) TRY(read_unit());
    if (takes("so với")) TRY(read_against());
    if (next_ < words_.size()) return refuse(not_understood(words_[next_]));
    return figure_;
  }

 private:
  tl::unexpected<Problem> refuse(const Text& why) const {
    const Text may = what_may_stand(ground_);
    return exact({why.vi + may.vi, why.en + may.en});
  }
  tl::unexpected<Problem> exact(const Text& why) const {
    return problem(Code::Invalid,
                   {quoted_figure(inner_) + ": " + why.vi, quoted_figure(inner_) + ": " + why.en});
  }
  static Text not_understood(const std::string& word) {
    const std::string shown = "“" + opening_of(word, quoted_characters_max) + "”";
    return {"không hiểu " + shown + ".", shown + " is not understood."};
  }

  // The next words are these, whatever their case and the place of their tone marks.
  bool takes(std::string_view phrase) {
    const auto count = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
    if (words_.size() - next_ < count) return false;
    std::string joined;
    for (std::size_t i = 0; i < count; ++i) joined += (i == 0 ? "" : " ") + words_[next_ + i];
    if (!viet::same_name(joined, phrase)) return false;
    next_ += count;
    return true;
  }

  Result<void> read_head() {
    if (takes("cột")) return read_column();
    if (takes("kỳ") || takes("kì")) {
      if (next_ < words_.size()) return refuse(not_understood(words_[next_]));
      return {};
    }
    for (const CountWords& one : count_words) {
      if (!takes(one.words)) continue;
      figure_.of = one.of;
      return {};
    }
    return refuse(not_understood(words_.front()));
  }

  Result<void> read_column() {
    figure_.of = LiveFigure::Of::Column;
    const std::string code = next_ < words_.size() ? words_[next_] : "";
    const Column* found = find_column(*ground_.form, code);
    if (found == nullptr) {
      const std::string all = listed_codes(column_codes(*ground_.form));
      if (code.empty()) {
        return exact({"thiếu mã cột sau chữ “cột”; các cột: " + all + ".",
                      "the column’s code is missing; columns: " + all + "."});
      }
      const std::string shown = "“" + opening_of(code, quoted_characters_max) + "”";
      return exact({"biểu mẫu không có cột " + shown + "; các cột: " + all + ".",
                    "the form has no column " + shown + "; columns: " + all + "."});
    }
    ++next_;
    figure_.column = static_cast<std::size_t>(found - ground_.form->columns.data());
    if (takes("thực tế")) {
      figure_.part = LiveFigure::Part::Actual;
    } else if (takes("ước")) {
      figure_.part = LiveFigure::Part::Estimate;
    }
    if (figure_.part == LiveFigure::Part::Whole || ground_.has_estimates()) return {};
    const std::string whole = in_braces("cột " + code);
    return exact({"kỳ này không có số ước, mọi số đều là thực tế; hãy ghi " + whole + ".",
                  "this round has no estimates, every figure is actual; write " + whole + "."});
  }

  tl::unexpected<Problem> no_unit(const Text& why) const {
    const std::string all = listed_codes(unit_codes(ground_));
    return exact({why.vi + "; ghi mã một đơn vị phải nộp, ví dụ: " + all + ".",
                  why.en + "; write the code of one that is asked, for example: " + all + "."});
  }

  Result<void> read_unit() {
    const std::string code = next_ < words_.size() ? words_[next_] : "";
    if (code.empty()) {
      return no_unit({"thiếu mã đơn vị sau chữ “của”", "the unit’s code is missing"});
    }
    UnitNo unit = ground_.tree->by_code(code);
    // One that was asked may have been closed since, and its code be another's.
    const UnitNo closed = ground_.tree->closed_by_code(code);
    if (closed && is_anybody_asked(ground_, closed) &&
        (!unit || !is_anybody_asked(ground_, unit))) {
      unit = closed;
    }
    if (!unit) {
      const std::string shown = "“" + opening_of(code, quoted_characters_max) + "”";
      return no_unit({"không có đơn vị mang mã " + shown, "no unit has the code " + shown});
    }
    if (!ground_.tree->is_within(unit, ground_.round->scope) || !is_anybody_asked(ground_, unit)) {
      const std::string named = ground_.tree->unit(unit).name + " (" + code + ")";
      return no_unit({"kỳ này không yêu cầu " + named + " báo cáo",
                      "no report of this round is asked of " + named});
    }
    ++next_;
    if (unit != ground_.round->scope) figure_.unit = unit;
    return {};
  }

  Result<void> read_against() {
    if (figure_.of != LiveFigure::Of::Column) {
      return exact({"chỉ so sánh được số của cột.", "only a column can be compared."});
    }
    if (figure_.part != LiveFigure::Part::Whole) {
      return exact({"chỉ so sánh được cả số, gồm thực tế và ước; hãy bỏ chữ “thực tế”, “ước”.",
                    "only the whole, actual and estimate, can be compared; leave “thực tế”, "
                    "“ước” out."});
    }
    const Round* with = nullptr;
    if (takes("kỳ trước") || takes("kì trước")) {
      figure_.against = LiveFigure::Against::Before;
      with = ground_.before;
    } else if (takes("cùng kỳ") || takes("cùng kì")) {
      takes("năm trước");
      figure_.against = LiveFigure::Against::YearBefore;
      with = ground_.year_before;
    } else {
      return exact({"sau “so với” hãy ghi “kỳ trước” hoặc “cùng kỳ”.",
                    "after “so với” write “kỳ trước” or “cùng kỳ”."});
    }
    if (with != nullptr) return {};
    return exact(
        {"chưa có kỳ nào như thế của biểu mẫu này được khóa trước kỳ này để so; hãy bỏ "
         "phần so sánh.",
         "no such round of this form was closed before this one; leave the comparison "
         "out."});
  }

  std::string_view inner_;
  const FigureGround& ground_;
  std::vector<std::string> words_;
  std::size_t next_ = 0;
  LiveFigure figure_;
};

class LineReader {
 public:
  LineReader(std::string_view line, std::uint32_t number, const FigureGround& ground,
             NarrativeText& out)
      : line_(line), number_(number), ground_(ground), out_(out) {}

  std::vector<NarrativePiece> read() {
    while (at_ < line_.size()) step();
    flush();
    return std::move(pieces_);
  }

 private:
  void step() {
    // It is refused as it is; a text of nothing but faults must not take long.
    if (out_.faults.size() == faults_named_max) {
      words_ += line_.substr(at_);
      at_ = line_.size();
      return;
    }
    const std::size_t open = line_.find(opens, at_);
    const std::size_t close = line_.find(closes, at_);
    if (close < open) return stray(close);
    if (open == std::string_view::npos) {
      words_ += line_.substr(at_);
      at_ = line_.size();
      return;
    }
    words_ += line_.substr(at_, open - at_);
    const std::size_t inner = open + opens.size();
    const std::size_t end = line_.find(closes, inner);
    if (end == std::string_view::npos || line_.find(opens, inner) < end) return unclosed(open);
    auto figure = FigureReader(line_.substr(inner, end - inner), ground_).read();
    at_ = end + closes.size();
    if (figure) {
      flush();
      pieces_.push_back({{}, *figure});
    } else {
      words_ += line_.substr(open, at_ - open);
      fault(figure.error().text);
    }
  }

  void stray(std::size_t close) {
    const std::size_t end = close + closes.size();
    words_ += line_.substr(at_, end - at_);
    at_ = end;
    fault({"có “}}” mà không có “{{” ở trước trên cùng dòng.",
           "“}}” without “{{” before it on the same line."});
  }

  void unclosed(std::size_t open) {
    const std::string shown =
        "“" + opening_of(one_line(line_.substr(open)), quoted_characters_max) + "”";
    const Text may = what_may_stand(ground_);
    words_ += opens;
    at_ = open + opens.size();
    fault({shown + ": ngoặc chưa đóng; hãy thêm “}}” trên cùng dòng." + may.vi,
           shown + ": the braces are not closed; add “}}” on the same line." + may.en});
  }

  void fault(const Text& text) {
    const std::string n = std::to_string(number_);
    out_.faults.push_back({number_, {"Dòng " + n + ": " + text.vi, "Line " + n + ": " + text.en}});
  }

  void flush() {
    if (!words_.empty()) pieces_.push_back({std::move(words_), {}});
    words_.clear();
  }

  std::string_view line_;
  std::uint32_t number_;
  const FigureGround& ground_;
  NarrativeText& out_;
  std::size_t at_ = 0;
  std::string words_;
  std::vector<NarrativePiece> pieces_;
};

// After ".", "!" or "?" and a space a new sentence begins; a figure is never cut.
std::vector<NarrativeLine> sentences_of(const NarrativeLine& line) {
  std::vector<NarrativeLine> out(1);
  for (const NarrativePiece& piece : line.pieces) {
    if (piece.figure) {
      out.back().pieces.push_back(piece);
      continue;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < piece.words.size(); ++i) {
      const bool ends = std::string_view(".!?").find(piece.words[i]) != std::string_view::npos;
      if (!ends || piece.words[i + 1] != ' ') continue;
      out.back().pieces.push_back({piece.words.substr(begin, i + 1 - begin), {}});
      out.emplace_back();
      begin = i + 2;
    }
    if (begin < piece.words.size()) out.back().pieces.push_back({piece.words.substr(begin), {}});
  }
  return out;
}

}  // namespace

std::string in_braces(std::string_view words) {
  return std::string(opens) + std::string(words) + std::string(closes);
}

std::string words_of(const LiveFigure& figure, const FigureGround& ground) {
  std::string out = "kỳ";
  if (figure.of == LiveFigure::Of::Column) {
    out = "cột " + ground.form->columns[figure.column].code;
    if (figure.part == LiveFigure::Part::Actual) out += " thực tế";
    if (figure.part == LiveFigure::Part::Estimate) out += " ước";
  }
  for (const CountWords& one : count_words) {
    if (one.of == figure.of) out = one.words;
  }
  if (figure.unit) out += " của " + ground.tree->unit(figure.unit).code;
  if (figure.against == LiveFigure::Against::Before) out += " so với kỳ trước";
  if (figure.against == LiveFigure::Against::YearBefore) out += " so với cùng kỳ";
  return out;
}

NarrativeText read_narrative(std::string_view typed, const FigureGround& ground) {
  NarrativeText out;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < typed.size();) {
    const std::size_t end = std::min(typed.find('\n', begin), typed.size());
    const std::string line = one_line(typed.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line == "-") continue;
    std::string_view rest = line;
    NarrativeLine read;
    read.is_item = rest.starts_with("- ");
    if (read.is_item) rest.remove_prefix(2);
    read.pieces = LineReader(rest, number, ground, out).read();
    if (!read.pieces.empty()) out.lines.push_back(std::move(read));
  }
  return out;
}

std::string write_narrative(const NarrativeText& text, const FigureGround& ground) {
  std::string out;
  for (const NarrativeLine& line : text.lines) {
    if (!out.empty()) out += '\n';
    if (line.is_item) out += "- ";
    for (const NarrativePiece& piece : line.pieces) {
      out += piece.figure ? in_braces(words_of(*piece.figure, ground)) : piece.words;
    }
  }
  return out;
}

std::vector<NarrativeLine> sentences_with(const NarrativeText& text,
                                          const std::vector<LiveFigure>& figures) {
  std::vector<NarrativeLine> out;
  for (const NarrativeLine& line : text.lines) {
    for (NarrativeLine& sentence : sentences_of(line)) {
      const bool has_one =
          std::any_of(sentence.pieces.begin(), sentence.pieces.end(), [&](const auto& piece) {
            return piece.figure &&
                   std::find(figures.begin(), figures.end(), *piece.figure) != figures.end();
          });
      if (has_one) out.push_back(std::move(sentence));
    }
  }
  return out;
}

}  // namespace lantoa::city::statistics
