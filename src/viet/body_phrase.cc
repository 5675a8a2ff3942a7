#include "viet/body_phrase.h"

#include <algorithm>
#include <optional>

#include "viet/issuer_phrase.h"
#include "viet/plan_phrases.h"
#include "viet/plan_verbs.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t bodies_max = 12;  // in one list

// Kinds of words for units; a list of them is classed by which kinds it holds.
// Party committees are bodies, but no units of the city's tree: they stay unknown.
enum Noun {
  Department = 1,
  Unit = 2,
  Mass = 4,
  District = 8,
  Commune = 16,
  Every = 32,
  Media = 64,
  Party = 128
};

const Phrases& nouns() {
  static const Phrases list{
      {"sở", Department},
      {"ban", Department},
      {"ngành", Department},
      {"ban ngành", Department},
      {"sở ngành", Department},
      {"cơ quan", Unit},
      {"đơn vị", Unit},
      {"địa phương", Unit},
      {"tổ chức", Unit},
      {"đoàn thể", Mass},
      {"tổ chức đoàn thể", Mass},
      {"tổ chức chính trị - xã hội", Mass},
      {"tổ chức chính trị xã hội", Mass},
      {"tổ chức chính trị-xã hội", Mass},
      {"hội", Mass},
      {"tổ chức xã hội", Mass},
      {"tổ chức thành viên", Mass},
      {"quận", District},
      {"huyện", District},
      {"thị xã", District},
      {"cấp huyện", District},
      {"phường", Commune},
      {"xã", Commune},
      {"thị trấn", Commune},
      {"đặc khu", Commune},
      {"cấp xã", Commune},
      {"cấp", Every},
      {"quận ủy", Party},
      {"huyện ủy", Party},
      {"thị ủy", Party},
      {"đảng ủy", Party},
      {"cấp ủy", Party},
      {"chi bộ", Party},
      {"đảng bộ", Party},
      {"cơ quan báo chí", Media},
      {"cơ quan báo, đài", Media},
      {"cơ quan thông tấn, báo chí", Media},
      {"cơ quan thông tin đại chúng", Media},
      {"cơ quan truyền thông", Media},
      {"báo, đài", Media},
      {"báo", Media},
      {"đài", Media},
      {"báo chí", Media},
  };
  return list;
}

const Phrases& quantifiers() {
  static const Phrases list{{"các", 1},        {"từng", 1},        {"mỗi", 1},
                            {"tất cả các", 1}, {"toàn bộ các", 1}, {"toàn thể các", 1},
                            {"những", 1},      {"tất cả", 1}};
  return list;
}

// Those who speak for a body: the duty is the body's.
const Phrases& heads_of_bodies() {
  static const Phrases list{{"lãnh đạo", 1},         {"thủ trưởng", 1}, {"người đứng đầu", 1},
                            {"giám đốc", 1},         {"chủ tịch", 1},   {"thủ trưởng lãnh đạo", 1},
                            {"lãnh đạo chủ chốt", 1}};
  return list;
}

const Phrases& committees() {
  static const Phrases list{{"UBND", 1}, {"Ủy ban nhân dân", 1}};
  return list;
}

const Phrases& councils() {
  static const Phrases list{{"Hội đồng Phối hợp", 1},
                            {"Hội đồng Phối hợp PBGDPL", 1},
                            {"Hội đồng PHPBGDPL", 1},
                            {"Hội đồng PBGDPL", 1},
                            {"HĐPH", 1},
                            {"HĐPHPBGDPL", 1},
                            {"Hội đồng Phối hợp phổ biến, giáo dục pháp luật", 1},
                            {"Hội đồng Phối hợp phổ biến giáo dục pháp luật", 1},
                            {"Hội đồng phổ biến, giáo dục pháp luật", 1}};
  return list;
}

const Phrases& standing() {
  static const Phrases list{{"Cơ quan Thường trực", 1},
                            {"Cơ quan thường trực của Hội đồng", 1},
                            {"Thường trực Hội đồng Phối hợp", 1},
                            {"Thường trực Hội đồng", 1}};
  return list;
}

const Phrases& mass_names() {
  static const Phrases list{{"Ủy ban Mặt trận Tổ quốc", 1},
                            {"Ủy ban MTTQ", 1},
                            {"Mặt trận Tổ quốc", 1},
                            {"UBMTTQ", 1},
                            {"MTTQ", 1},
                            {"Liên đoàn Lao động", 1},
                            {"Hội Liên hiệp Phụ nữ", 1},
                            {"Hội Phụ nữ", 1},
                            {"Hội Nông dân", 1},
                            {"Hội Cựu chiến binh", 1},
                            {"Đoàn Thanh niên", 1},
                            {"Đoàn TNCS", 1},
                            {"Thành đoàn", 1},
                            {"Tỉnh đoàn", 1},
                            {"Hội Luật gia", 1},
                            {"Đoàn Luật sư", 1},
                            {"Hội Chữ thập đỏ", 1},
                            {"Hội Người cao tuổi", 1},
                            {"Hội Công chứng viên", 1},
                            {"Hiệp hội Doanh nghiệp", 1}};
  return list;
}

const Phrases& press_names() {
  static const Phrases list{{"Đài Phát thanh và Truyền hình", 1},
                            {"Đài Phát thanh - Truyền hình", 1},
                            {"Đài PT-TH", 1},
                            {"Đài PTTH", 1},
                            {"Đài Truyền hình", 1},
                            {"Đài Phát thanh", 1},
                            {"Báo", 1},
                            {"Cổng thông tin điện tử", 1},
                            {"Cổng Giao tiếp điện tử", 1},
                            {"Trung tâm Truyền thông", 1}};
  return list;
}

// Words that open the name of one unit when what follows is a name.
const Phrases& unit_heads() {
  static const Phrases list{
      {"Sở", 1},         {"Ban", 1},        {"Bộ", 1},          {"Công an", 1},
      {"Thanh tra", 1},  {"Văn phòng", 1},  {"Cục", 1},         {"Chi cục", 1},
      {"Tòa án", 1},     {"Viện", 1},       {"Trường", 1},      {"Bảo hiểm", 1},
      {"Kho bạc", 1},    {"Ngân hàng", 1},  {"Học viện", 1},    {"Phòng", 1},
      {"Quận", 1},       {"Huyện", 1},      {"Thị xã", 1},      {"Phường", 1},
      {"Xã", 1},         {"Thị trấn", 1},   {"Trung tâm", 1},   {"Ủy ban", 1},
      {"UBND", 1},       {"HĐND", 1},       {"Hội đồng", 1},    {"Đảng ủy", 1},
      {"Thành ủy", 1},   {"Tỉnh ủy", 1},    {"Quận ủy", 1},     {"Huyện ủy", 1},
      {"Bộ Tư lệnh", 1}, {"Bộ Chỉ huy", 1}, {"Ban Quản lý", 1}, {"Viện kiểm sát", 1},
      {"Liên minh", 1},  {"Cảng vụ", 1}};
  return list;
}

const Phrases& levels() {
  static const Phrases list{{"thành phố", 1}, {"tỉnh", 1},      {"quận", 1}, {"huyện", 1},
                            {"thị xã", 1},    {"phường", 1},    {"xã", 1},   {"thị trấn", 1},
                            {"nhân dân", 1},  {"Trung ương", 1}};
  return list;
}

// What may follow a list of units without changing whom it means.
const Phrases& tails() {
  static const Phrases list{{"thành phố", 1},
                            {"tỉnh", 1},
                            {"của thành phố", 1},
                            {"của tỉnh", 1},
                            {"thuộc thành phố", 1},
                            {"thuộc tỉnh", 1},
                            {"trực thuộc thành phố", 1},
                            {"trực thuộc tỉnh", 1},
                            {"trực thuộc", 1},
                            {"cấp thành phố", 1},
                            {"cấp tỉnh", 1},
                            {"trên địa bàn", 1},
                            {"trên địa bàn thành phố", 1},
                            {"trên địa bàn tỉnh", 1},
                            {"liên quan", 1},
                            {"có liên quan", 1},
                            {"nhà nước", 1},
                            {"địa phương", 1},
                            {"trung ương", 1},
                            {"hữu quan", 1},
                            {"của Mặt trận", 1},
                            {"cùng cấp", 1},
                            {"ở cơ sở", 1}};
  return list;
}

bool is_capital_at(const SourceText& source, std::size_t at, std::size_t limit) {
  return at < limit && (is_upper(source.at(at)) || is_digit(source.at(at)));
}

std::size_t word_end(const SourceText& source, std::size_t at, std::size_t limit) {
  while (at < limit && (is_letter(source.at(at)) || is_digit(source.at(at)))) ++at;
  return at;
}

// "Hà Nội" after "thành phố": words that begin with a capital, but no body's own head.
std::size_t after_proper_name(const SourceText& source, std::size_t end, std::size_t limit) {
  while (source.at(end) == U' ' && is_capital_at(source, end + 1, limit) &&
         !unit_heads().at(source, end + 1, limit) && !committees().at(source, end + 1, limit)) {
    end = word_end(source, end + 1, limit);
  }
  return end;
}

std::size_t after_tails(const SourceText& source, std::size_t end, std::size_t limit) {
  while (source.at(end) == U' ') {
    const PhraseFound tail = tails().at(source, end + 1, limit);
    if (!tail) break;
    end = after_proper_name(source, tail.end, limit);
  }
  return end;
}

// Past ", ", " và ", "; ", "/" between two members of a list; 0 when none stands here.
std::size_t after_separator(const SourceText& source, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  if (source.at(end) == U',' || source.at(end) == U';') ++end;
  end = skip_space(source, end, limit);
  if (source.starts(end, "va ")) end += 3;
  if (source.starts(end, "cung ")) end += 5;
  if (end == skip_space(source, at, limit) || end >= limit) return 0;
  return end;
}

std::size_t after_quantifier(const SourceText& source, std::size_t at, std::size_t limit) {
  const PhraseFound found = quantifiers().at(source, at, limit);
  return found && source.at(found.end) == U' ' ? found.end + 1 : at;
}

struct NounList {
  std::size_t end = 0;
  int kinds = 0;
  int count = 0;
};

// "sở, ban, ngành, cơ quan, đơn vị"; a noun before a capital is one unit's name and ends the list.
NounList read_nouns(const SourceText& source, std::size_t begin, std::size_t limit) {
  NounList list;
  std::size_t at = begin;
  for (;;) {
    at = after_quantifier(source, at, limit);
    const PhraseFound noun = nouns().at(source, at, limit);
    if (!noun) break;
    if (source.at(noun.end) == U' ' && is_capital_at(source, noun.end + 1, limit) &&
        !levels().at(source, noun.end + 1, limit)) {
      break;
    }
    list.end = noun.end;
    list.kinds |= noun.value;
    ++list.count;
    std::size_t next = after_separator(source, noun.end, limit);
    if (next == 0) {
      // "các sở, ban, ngành thành phố, quận, huyện"
      const std::size_t tail = after_tails(source, noun.end, limit);
      next = tail == noun.end ? 0 : after_separator(source, tail, limit);
    }
    if (next == 0) break;
    at = next;
  }
  return list;
}

class Bodies {
 public:
  Bodies(const SourceText& source, std::size_t limit) : source_(source), limit_(limit) {}

  BodyPhrase read(std::size_t begin) {
    std::size_t at = begin;
    while (out_.bodies.size() < bodies_max) {
      const std::size_t end = one(at);
      if (end == 0) break;
      out_.end = end;
      const std::size_t next = after_separator(source_, end, limit_);
      if (next == 0) break;
      at = next;
    }
    return std::move(out_);
  }

 private:
  std::size_t add(BodyClass kind, std::size_t begin, std::size_t end) {
    const std::size_t first = source_.begin_byte(begin);
    out_.bodies.push_back({kind, source_.text(begin, end), {first, source_.end_byte(end) - first}});
    return end;
  }

  std::size_t extend(std::size_t end) {
    Body& last = out_.bodies.back();
    const std::size_t begin = source_.index_of(last.at.offset);
    last.at.length = source_.end_byte(end) - last.at.offset;
    last.name = source_.text(begin, end);
    return end;
  }

  std::size_t one(std::size_t begin) {
    std::size_t at = begin;
    if (const PhraseFound head = heads_of_bodies().at(source_, at, limit_)) {
      if (source_.at(head.end) == U' ') at = head.end + 1;
    }
    const std::size_t plain = at;
    at = after_quantifier(source_, at, limit_);
    if (const PhraseFound found = standing().at(source_, at, limit_)) {
      return add(BodyClass::StandingAgency, at, whole_name(at, found.end));
    }
    if (const PhraseFound found = councils().at(source_, at, limit_)) {
      return council(at, found.end);
    }
    if (const PhraseFound found = committees().at(source_, at, limit_)) {
      return committee(at, found.end);
    }
    if (const std::size_t end = justice_offices(at)) return end;
    if (const PhraseFound found = mass_names().at(source_, at, limit_)) {
      return add(BodyClass::MassOrganisations, at, whole_name(at, found.end));
    }
    if (const PhraseFound found = press_names().at(source_, at, limit_)) {
      const bool named = is_upper(source_.at(at)) &&
                         (source_.text(at, found.end).find(' ') != std::string::npos ||
                          (source_.at(found.end) == U' ' && is_upper(source_.at(found.end + 1))));
      if (named) return add(BodyClass::Press, at, whole_name(at, found.end));
    }
    if (const std::size_t end = named_unit(at)) return end;
    return plural(plain, at);
  }

  std::size_t council(std::size_t begin, std::size_t head_end) {
    const std::size_t at = skip_space(source_, head_end, limit_);
    const NounList list = at == head_end ? NounList{} : read_nouns(source_, at, limit_);
    if ((list.kinds & District) != 0) {
      return add(BodyClass::DistrictCouncils, begin, list.end);
    }
    return add(BodyClass::Named, begin, after_tails(source_, head_end, limit_));
  }

  std::size_t committee(std::size_t begin, std::size_t head_end) {
    const std::size_t at = skip_space(source_, head_end, limit_);
    const NounList list = at == head_end ? NounList{} : read_nouns(source_, at, limit_);
    if ((list.kinds & (District | Commune)) == 0) {
      const std::size_t end = whole_name(begin, after_tails(source_, head_end, limit_));
      return end == head_end ? 0 : add(BodyClass::Named, begin, end);
    }
    const std::size_t end = after_tails(source_, list.end, limit_);
    if ((list.kinds & District) != 0) add(BodyClass::Districts, begin, end);
    if ((list.kinds & Commune) != 0) add(BodyClass::Communes, begin, end);
    return end;
  }

  // Offices of the districts are the districts' own.
  std::size_t justice_offices(std::size_t begin) {
    if (!source_.starts(begin, "phong tu phap ")) return 0;
    const NounList list = read_nouns(source_, begin + 14, limit_);
    if ((list.kinds & District) == 0) return 0;
    return add(BodyClass::Districts, begin, list.end);
  }

  std::size_t named_unit(std::size_t begin) {
    if (!is_upper(source_.at(begin))) return 0;
    const PhraseFound head = unit_heads().at(source_, begin, limit_);
    if (!head || source_.at(head.end) != U' ') return 0;
    const std::size_t second = head.end + 1;
    if (!is_capital_at(source_, second, limit_) && !levels().at(source_, second, limit_)) return 0;
    const std::size_t end = whole_name(begin, head.end);
    return end > head.end ? add(BodyClass::Named, begin, end) : 0;
  }

  // How far the name reaches that begins here, at least to `least`.
  std::size_t whole_name(std::size_t begin, std::size_t least) const {
    std::size_t end = std::max(least, issuer_end(source_, begin, limit_));
    for (std::size_t i = least; i < end; ++i) {
      // "Bộ Mẫu chỉ đạo Sở Mẫu": a verb in small letters ends the name.
      if (begins_word(source_, i) && !is_upper(source_.at(i)) && work().at(source_, i, limit_)) {
        end = i - 1;
      }
    }
    end = after_proper_name(source_, end, limit_);
    return after_tails(source_, end, limit_);
  }

  // `nouns_begin` differs from `begin` where "các" or "từng" stands between.
  std::size_t plural(std::size_t begin, std::size_t nouns_begin) {
    const NounList list = read_nouns(source_, nouns_begin, limit_);
    if (list.count == 0 || (nouns_begin == begin && list.count < 2)) return 0;
    const std::size_t end = after_tails(source_, list.end, limit_);
    const int kinds = list.kinds;
    if (kinds == Mass && !out_.bodies.empty() &&
        out_.bodies.back().kind == BodyClass::MassOrganisations) {
      return extend(end);  // "Ủy ban MTTQ … và các tổ chức thành viên"
    }
    if ((kinds & Every) != 0) return add(BodyClass::EveryUnit, begin, end);
    if ((kinds & Department) != 0) add(BodyClass::Departments, begin, end);
    if ((kinds & Mass) != 0) add(BodyClass::MassOrganisations, begin, end);
    if ((kinds & District) != 0) add(BodyClass::Districts, begin, end);
    if ((kinds & Commune) != 0) add(BodyClass::Communes, begin, end);
    if ((kinds & Media) != 0) add(BodyClass::Press, begin, end);
    if (kinds == Unit) add(BodyClass::EveryUnit, begin, end);
    if ((kinds & Party) != 0) add(BodyClass::Unknown, begin, end);
    return end;
  }

  const SourceText& source_;
  std::size_t limit_;
  BodyPhrase out_;
};

}  // namespace

BodyPhrase read_bodies(const SourceText& source, std::size_t begin, std::size_t limit) {
  return Bodies(source, limit).read(begin);
}

}  // namespace lantoa::viet
