// The names of what a reading finds: for programs, and in both languages for people.
#include "viet/plan_text.h"

namespace lantoa::viet {

std::string_view name_of(BodyClass kind) {
  switch (kind) {
    case BodyClass::StandingAgency:
      return "standing_agency";
    case BodyClass::Departments:
      return "departments";
    case BodyClass::DistrictCouncils:
      return "district_councils";
    case BodyClass::Districts:
      return "districts";
    case BodyClass::Communes:
      return "communes";
    case BodyClass::MassOrganisations:
      return "mass_organisations";
    case BodyClass::Press:
      return "press";
    case BodyClass::EveryUnit:
      return "every_unit";
    case BodyClass::Named:
      return "named";
    case BodyClass::Unknown:
      return "unknown";
  }
  return {};
}

Text title(BodyClass kind) {
  switch (kind) {
    case BodyClass::StandingAgency:
      return {"Cơ quan thường trực", "Standing agency"};
    case BodyClass::Departments:
      return {"Các sở, ban, ngành", "Departments"};
    case BodyClass::DistrictCouncils:
      return {"Hội đồng cấp quận, huyện, thị xã", "District councils"};
    case BodyClass::Districts:
      return {"Các quận, huyện, thị xã", "Districts"};
    case BodyClass::Communes:
      return {"Các xã, phường, thị trấn", "Wards and communes"};
    case BodyClass::MassOrganisations:
      return {"Mặt trận, đoàn thể", "Mass organisations"};
    case BodyClass::Press:
      return {"Báo, đài", "Press and broadcasters"};
    case BodyClass::EveryUnit:
      return {"Mọi cơ quan, đơn vị", "Every unit"};
    case BodyClass::Named:
      return {"Một đơn vị", "One unit"};
    case BodyClass::Unknown:
      return {"Chưa rõ đơn vị nào", "Not known"};
  }
  return {};
}

std::string_view name_of(DisseminationForm form) {
  switch (form) {
    case DisseminationForm::Meetings:
      return "meetings";
    case DisseminationForm::AgencySites:
      return "agency_sites";
    case DisseminationForm::LawSite:
      return "law_site";
    case DisseminationForm::CityPortal:
      return "city_portal";
    case DisseminationForm::Press:
      return "press";
    case DisseminationForm::Broadcasting:
      return "broadcasting";
    case DisseminationForm::Loudspeakers:
      return "loudspeakers";
    case DisseminationForm::SocialNetworks:
      return "social_networks";
    case DisseminationForm::VisualDisplays:
      return "visual_displays";
    case DisseminationForm::Contests:
      return "contests";
    case DisseminationForm::PrintedMatter:
      return "printed_matter";
    case DisseminationForm::LegalAdvice:
      return "legal_advice";
    case DisseminationForm::Other:
      return "other";
  }
  return {};
}

std::string_view name_of(AudienceGroup group) {
  switch (group) {
    case AudienceGroup::Officials:
      return "officials";
    case AudienceGroup::CivilServants:
      return "civil_servants";
    case AudienceGroup::PublicEmployees:
      return "public_employees";
    case AudienceGroup::Workers:
      return "workers";
    case AudienceGroup::KeyOfficials:
      return "key_officials";
    case AudienceGroup::People:
      return "people";
    case AudienceGroup::Pupils:
      return "pupils";
    case AudienceGroup::Youth:
      return "youth";
    case AudienceGroup::Women:
      return "women";
    case AudienceGroup::Businesses:
      return "businesses";
    case AudienceGroup::ArmedForces:
      return "armed_forces";
    case AudienceGroup::Minorities:
      return "minorities";
    case AudienceGroup::Members:
      return "members";
    case AudienceGroup::Propagators:
      return "propagators";
  }
  return {};
}

Text title(AudienceGroup group) {
  switch (group) {
    case AudienceGroup::Officials:
      return {"cán bộ", "officials"};
    case AudienceGroup::CivilServants:
      return {"công chức", "civil servants"};
    case AudienceGroup::PublicEmployees:
      return {"viên chức", "public employees"};
    case AudienceGroup::Workers:
      return {"người lao động", "workers"};
    case AudienceGroup::KeyOfficials:
      return {"cán bộ chủ chốt", "key officials"};
    case AudienceGroup::People:
      return {"nhân dân", "the people"};
    case AudienceGroup::Pupils:
      return {"học sinh, sinh viên", "pupils and students"};
    case AudienceGroup::Youth:
      return {"thanh niên, thiếu niên", "young people"};
    case AudienceGroup::Women:
      return {"phụ nữ", "women"};
    case AudienceGroup::Businesses:
      return {"doanh nghiệp", "businesses"};
    case AudienceGroup::ArmedForces:
      return {"lực lượng vũ trang", "the armed forces"};
    case AudienceGroup::Minorities:
      return {"đồng bào dân tộc thiểu số", "ethnic minorities"};
    case AudienceGroup::Members:
      return {"đảng viên, đoàn viên, hội viên", "members of organisations"};
    case AudienceGroup::Propagators:
      return {"báo cáo viên, tuyên truyền viên", "legal propagators"};
  }
  return {};
}

std::string_view name_of(Deadline::Kind kind) {
  switch (kind) {
    case Deadline::Kind::Before:
      return "before";
    case Deadline::Kind::By:
      return "by";
    case Deadline::Kind::Within:
      return "within";
    case Deadline::Kind::Recurring:
      return "recurring";
  }
  return {};
}

std::string_view name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::High:
      return "high";
    case Confidence::Medium:
      return "medium";
    case Confidence::Low:
      return "low";
  }
  return {};
}

Text title(Confidence confidence) {
  switch (confidence) {
    case Confidence::High:
      return {"Chắc chắn", "Sure"};
    case Confidence::Medium:
      return {"Khá chắc, cần xem lại", "Fairly sure, please check"};
    case Confidence::Low:
      return {"Chưa chắc", "Not sure"};
  }
  return {};
}

}  // namespace lantoa::viet
