#include "platform/paper/official.h"

namespace lantoa::paper {
namespace {

// Days below 10 and the months 1 and 2 are written with a zero, so that nothing can be added.
std::string padded(int number, int below) {
  return (number < below ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string number_line(const Paper& paper) {
  return "Số: " + (paper.number.empty() ? "         /" : printable(paper.number));
}

std::string day_line(const Paper& paper) {
  const std::string place = printable(paper.place);
  if (!paper.dated) return place + ", ngày      tháng      năm         ";
  const CivilDate day = to_civil(*paper.dated);
  return place + ", ngày " + padded(day.day, 10) + " tháng " + padded(day.month, 3) + " năm " +
         std::to_string(day.year);
}

std::string addressees_line(const Paper& paper) {
  std::string out = "Kính gửi: ";
  for (std::size_t i = 0; i < paper.addressees.size(); ++i) {
    out += (i == 0 ? "" : "; ") + printable(paper.addressees[i]);
  }
  return out;
}

std::string file_title(const Paper& paper) {
  return printable(paper.type.empty() ? paper.subject : paper.type + ": " + paper.subject);
}

std::vector<std::string> recipient_lines(const Paper& paper) {
  std::vector<std::string> out;
  for (const std::string& one : paper.recipients) out.push_back("- " + printable(one) + ";");
  if (!out.empty()) out.back().back() = '.';
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char one = text[i];
    const auto byte = static_cast<unsigned char>(one);
    const std::string_view three = text.substr(i, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      i += 2;
      continue;
    }
    if (byte == '\n' || byte == '\t') {
      out += ' ';
    } else if (byte >= ' ' && byte != 0x7F) {
      out += one;
    }
  }
  return out;
}

}  // namespace lantoa::paper
