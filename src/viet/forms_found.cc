#include "viet/forms_found.h"

#include <algorithm>

#include "viet/plan_duties.h"
#include "viet/plan_phrases.h"

namespace lantoa::viet {
namespace {

using Form = DisseminationForm;
using Group = AudienceGroup;

// Certain wherever they stand.
const Phrases& sure_forms() {
  static const Phrases list{
      {"cuộc họp", int(Form::Meetings)},
      {"họp giao ban", int(Form::Meetings)},
      {"giao ban", int(Form::Meetings)},
      {"hội nghị tuyên truyền", int(Form::Meetings)},
      {"hội nghị phổ biến", int(Form::Meetings)},
      {"hội nghị tập huấn", int(Form::Meetings)},
      {"hội nghị quán triệt", int(Form::Meetings)},
      {"tọa đàm", int(Form::Meetings)},
      {"sinh hoạt chuyên đề", int(Form::Meetings)},
      {"tuyên truyền miệng", int(Form::Meetings)},
      {"lớp tập huấn", int(Form::Meetings)},
      {"trang thông tin điện tử", int(Form::AgencySites)},
      {"website", int(Form::AgencySites)},
      {"trang web", int(Form::AgencySites)},
      {"cổng, trang thông tin điện tử", int(Form::AgencySites)},
      {"trang thông tin điện tử phổ biến, giáo dục pháp luật", int(Form::LawSite)},
      {"trang thông tin điện tử phổ biến giáo dục pháp luật", int(Form::LawSite)},
      {"trang thông tin điện tử PBGDPL", int(Form::LawSite)},
      {"trang thông tin phổ biến, giáo dục pháp luật", int(Form::LawSite)},
      {"trang phổ biến, giáo dục pháp luật", int(Form::LawSite)},
      {"cổng thông tin phổ biến, giáo dục pháp luật", int(Form::LawSite)},
      {"website phổ biến, giáo dục pháp luật", int(Form::LawSite)},
      {"trang PBGDPL", int(Form::LawSite)},
      {"cổng thông tin điện tử", int(Form::CityPortal)},
      {"cổng giao tiếp điện tử", int(Form::CityPortal)},
      {"phương tiện thông tin đại chúng", int(Form::Press)},
      {"cơ quan báo chí", int(Form::Press)},
      {"phát thanh", int(Form::Broadcasting)},
      {"truyền hình", int(Form::Broadcasting)},
      {"truyền thanh", int(Form::Loudspeakers)},
      {"truyền thanh cơ sở", int(Form::Loudspeakers)},
      {"loa phường", int(Form::Loudspeakers)},
      {"loa truyền thanh", int(Form::Loudspeakers)},
      {"hệ thống loa", int(Form::Loudspeakers)},
      {"mạng xã hội", int(Form::SocialNetworks)},
      {"facebook", int(Form::SocialNetworks)},
      {"zalo", int(Form::SocialNetworks)},
      {"youtube", int(Form::SocialNetworks)},
      {"tiktok", int(Form::SocialNetworks)},
      {"fanpage", int(Form::SocialNetworks)},
      {"trực quan", int(Form::VisualDisplays)},
      {"pa nô", int(Form::VisualDisplays)},
      {"pano", int(Form::VisualDisplays)},
      {"áp phích", int(Form::VisualDisplays)},
      {"băng rôn", int(Form::VisualDisplays)},
      {"băng zôn", int(Form::VisualDisplays)},
      {"khẩu hiệu", int(Form::VisualDisplays)},
      {"bảng điện tử", int(Form::VisualDisplays)},
      {"màn hình led", int(Form::VisualDisplays)},
      {"bảng tin công cộng", int(Form::VisualDisplays)},
      {"cuộc thi", int(Form::Contests)},
      {"hội thi", int(Form::Contests)},
      {"thi tìm hiểu", int(Form::Contests)},
      {"tờ gấp", int(Form::PrintedMatter)},
      {"tờ rơi", int(Form::PrintedMatter)},
      {"sổ tay", int(Form::PrintedMatter)},
      {"cẩm nang", int(Form::PrintedMatter)},
      {"ấn phẩm", int(Form::PrintedMatter)},
      {"tài liệu tuyên truyền", int(Form::PrintedMatter)},
      {"tài liệu phổ biến", int(Form::PrintedMatter)},
      {"tài liệu hỏi đáp", int(Form::PrintedMatter)},
      {"đề cương tuyên truyền", int(Form::PrintedMatter)},
      {"tư vấn pháp luật", int(Form::LegalAdvice)},
      {"trợ giúp pháp lý", int(Form::LegalAdvice)},
      {"ngày pháp luật", int(Form::LegalAdvice)},
      {"hòa giải ở cơ sở", int(Form::LegalAdvice)},
      {"phiên tòa giả định", int(Form::LegalAdvice)},
      {"hình thức khác", int(Form::Other)},
      {"hình thức phù hợp khác", int(Form::Other)},
      {"hình thức phù hợp", int(Form::Other)},
      {"hình thức thích hợp khác", int(Form::Other)},
  };
  return list;
}

constexpr int no_form = -1;  // begins like a form and is none

// Words with other uses; forms only where the text speaks of forms.
const Phrases& loose_forms() {
  static const Phrases list{
      {"họp", int(Form::Meetings)},
      {"hội nghị", int(Form::Meetings)},
      {"hội thảo", int(Form::Meetings)},
      {"tập huấn", int(Form::Meetings)},
      {"nói chuyện", int(Form::Meetings)},
      {"báo", int(Form::Press)},
      {"báo chí", int(Form::Press)},
      {"tạp chí", int(Form::Press)},
      {"bản tin", int(Form::Press)},
      {"đài", int(Form::Broadcasting)},
      {"loa", int(Form::Loudspeakers)},
      {"tài liệu", int(Form::PrintedMatter)},
      {"sách", int(Form::PrintedMatter)},
      {"tư vấn", int(Form::LegalAdvice)},
      {"hòa giải", int(Form::LegalAdvice)},
      {"bảng tin", int(Form::VisualDisplays)},
      {"nơi công cộng", int(Form::VisualDisplays)},
      {"báo cáo", no_form},
      {"báo cáo viên", no_form},
      {"thông báo", no_form},
  };
  return list;
}

const Phrases& speaks_of_forms() {
  static const Phrases list{{"hình thức", 1},        {"thông qua", 1},    {"đăng tải", 1},
                            {"tuyên truyền qua", 1}, {"phổ biến qua", 1}, {"tuyên truyền trên", 1},
                            {"phổ biến trên", 1},    {"bằng các", 1},     {"lồng ghép", 1}};
  return list;
}

// A site named after "của các cơ quan" is the agencies'; "cổng" of the city is its portal.
Form resolved(const SourceText& source, Form form, std::size_t end, std::size_t limit) {
  static const Phrases owners{{"của các cơ quan", 1}, {"của cơ quan", 1},
                              {"của các sở", 1},      {"của sở", 1},
                              {"của đơn vị", 1},      {"của các đơn vị", 1},
                              {"của UBND quận", 1},   {"của UBND xã", 1},
                              {"của UBND phường", 1}, {"của UBND các quận", 1},
                              {"của quận", 1},        {"của các quận", 1},
                              {"của huyện", 1},       {"của các địa phương", 1},
                              {"của địa phương", 1},  {"của các ngành", 1}};
  if (form != Form::CityPortal) return form;
  return owners.at(source, skip_space(source, end, limit), limit) ? Form::AgencySites : form;
}

class Seen {
 public:
  Seen(const SourceText& source, std::vector<FormMention>& out) : source_(source), out_(out) {}

  void add(Form form, std::size_t begin, std::size_t end) {
    const bool known = std::any_of(out_.begin(), out_.end(),
                                   [&](const FormMention& one) { return one.form == form; });
    if (!known) out_.push_back({form, span_of(source_, begin, end)});
  }

 private:
  const SourceText& source_;
  std::vector<FormMention>& out_;
};

void forms_in(const SourceText& source, const Range& sentence, bool of_forms, Seen& seen) {
  std::size_t where = 0;
  const bool loose =
      of_forms || speaks_of_forms().first(source, sentence.begin, sentence.end, where);
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (!begins_word(source, i)) continue;
    PhraseFound found = sure_forms().at(source, i, sentence.end);
    if (!found && loose) found = loose_forms().at(source, i, sentence.end);
    if (!found) continue;
    if (found.value != no_form) {
      seen.add(resolved(source, static_cast<Form>(found.value), found.end, sentence.end), i,
               found.end);
    }
    i = found.end - 1;
  }
}

const Phrases& groups() {
  static const Phrases list{
      {"cán bộ", int(Group::Officials)},
      {"đội ngũ cán bộ", int(Group::Officials)},
      {"công chức", int(Group::CivilServants)},
      {"viên chức", int(Group::PublicEmployees)},
      {"người lao động", int(Group::Workers)},
      {"công nhân", int(Group::Workers)},
      {"cán bộ chủ chốt", int(Group::KeyOfficials)},
      {"cán bộ lãnh đạo", int(Group::KeyOfficials)},
      {"lãnh đạo chủ chốt", int(Group::KeyOfficials)},
      {"nhân dân", int(Group::People)},
      {"người dân", int(Group::People)},
      {"quần chúng nhân dân", int(Group::People)},
      {"tầng lớp nhân dân", int(Group::People)},
      {"các tầng lớp nhân dân", int(Group::People)},
      {"học sinh", int(Group::Pupils)},
      {"sinh viên", int(Group::Pupils)},
      {"học viên", int(Group::Pupils)},
      {"thanh niên", int(Group::Youth)},
      {"thanh thiếu niên", int(Group::Youth)},
      {"thanh thiếu nhi", int(Group::Youth)},
      {"phụ nữ", int(Group::Women)},
      {"doanh nghiệp", int(Group::Businesses)},
      {"người sử dụng lao động", int(Group::Businesses)},
      {"chiến sĩ", int(Group::ArmedForces)},
      {"lực lượng vũ trang", int(Group::ArmedForces)},
      {"đồng bào dân tộc thiểu số", int(Group::Minorities)},
      {"đảng viên", int(Group::Members)},
      {"đoàn viên", int(Group::Members)},
      {"hội viên", int(Group::Members)},
      {"báo cáo viên", int(Group::Propagators)},
      {"báo cáo viên pháp luật", int(Group::Propagators)},
      {"tuyên truyền viên", int(Group::Propagators)},
      {"tuyên truyền viên pháp luật", int(Group::Propagators)},
      {"hòa giải viên", int(Group::Propagators)},
  };
  return list;
}

// What may stand before a group that is to be reached, or between two of them.
const Phrases& towards() {
  static const Phrases list{{"đến", 1},     {"tới", 1},   {"cho", 1},         {"đối tượng", 1},
                            {"đối với", 1}, {"trong", 1}, {"đối tượng là", 1}};
  return list;
}
const Phrases& between() {
  static const Phrases list{
      {"từng", 1},         {"mỗi", 1},     {"mọi", 1},       {"toàn thể", 1}, {"các", 1},
      {"đội ngũ", 1},      {"toàn bộ", 1}, {"và", 1},        {"nhất là", 1},  {"đặc biệt là", 1},
      {"trước hết là", 1}, {"cùng", 1},    {"những", 1},     {"gồm", 1},      {"là", 1},
      {"trước hết", 1},    {"tất cả", 1},  {"chú trọng", 1}, {"ưu tiên", 1},
  };
  return list;
}

void audiences_in(const SourceText& source, const Range& sentence, bool of_audience,
                  std::vector<AudienceMention>& out) {
  bool open = of_audience;  // a group that stands here is to be reached
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (!begins_word(source, i)) {
      // A list goes on over commas and brackets; anything else ends with its word below.
      if (source.at(i) == U'.' || source.at(i) == U':') open = of_audience;
      continue;
    }
    if (const PhraseFound group = open ? groups().at(source, i, sentence.end) : PhraseFound{}) {
      const auto value = static_cast<Group>(group.value);
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const auto& one) { return one.group == value; });
      if (!known) out.push_back({value, span_of(source, i, group.end)});
      i = group.end - 1;
      continue;
    }
    if (const PhraseFound word = towards().at(source, i, sentence.end)) {
      open = true;
      i = word.end - 1;
    } else if (const PhraseFound link = between().at(source, i, sentence.end); link && open) {
      i = link.end - 1;
    } else {
      open = of_audience;
    }
  }
}

bool names_audience(const SourceText& source, const Block& block) {
  return block.section == Section::Audience || source.starts(block.text, "doi tuong");
}

}  // namespace

std::vector<FormMention> find_forms(const SourceText& source, const std::vector<Block>& blocks) {
  std::vector<FormMention> out;
  Seen seen(source, out);
  for (const Block& block : blocks) {
    for (const Range& sentence : sentences_of(source, block.text, block.end)) {
      forms_in(source, sentence, block.section == Section::Forms, seen);
    }
  }
  return out;
}

std::vector<AudienceMention> find_audiences(const SourceText& source,
                                            const std::vector<Block>& blocks) {
  std::vector<AudienceMention> out;
  for (const Block& block : blocks) {
    for (const Range& sentence : sentences_of(source, block.text, block.end)) {
      audiences_in(source, sentence, names_audience(source, block), out);
    }
  }
  return out;
}

}  // namespace lantoa::viet
