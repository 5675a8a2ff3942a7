#include "city/right.h"

#include <algorithm>

namespace lantoa::city {

std::string_view name(Right right) {
  switch (right) {
    case Right::Public: return "Public";
    case Right::StaffSelf: return "StaffSelf";
    case Right::Work: return "Work";
    case Right::SeePlans: return "SeePlans";
    case Right::ManageUnits: return "ManageUnits";
    case Right::ManageAccounts: return "ManageAccounts";
    case Right::KeepLaw: return "KeepLaw";
    case Right::DraftPlan: return "DraftPlan";
    case Right::ApprovePlan: return "ApprovePlan";
    case Right::DraftArticle: return "DraftArticle";
    case Right::ApproveArticle: return "ApproveArticle";
    case Right::ReportTask: return "ReportTask";
    case Right::SeeNames: return "SeeNames";
    case Right::RecordByProxy: return "RecordByProxy";
    case Right::CorrectReceipt: return "CorrectReceipt";
    case Right::Urge: return "Urge";
    case Right::Audit: return "Audit";
  }
  return "?";
}

Text title(Role role) {
  switch (role) {
    case Role::Administrator: return {"Quản trị", "Administrator"};
    case Role::Planner: return {"Cán bộ cơ quan thường trực", "Officer of the standing agency"};
    case Role::Leader: return {"Lãnh đạo phê duyệt", "Approving leader"};
    case Role::UnitOfficer: return {"Cán bộ đầu mối của đơn vị", "Unit officer"};
    case Role::Auditor: return {"Kiểm tra, giám sát", "Auditor"};
  }
  return {};
}

const std::vector<Right>& rights_of(Role role) {
  using enum Right;
  static const std::vector<Right> administrator{Work, SeePlans, ManageUnits, ManageAccounts};
  static const std::vector<Right> planner{Work,         SeePlans,     KeepLaw,  DraftPlan,
                                          DraftArticle, ReportTask,   SeeNames, RecordByProxy,
                                          CorrectReceipt, Urge,       Audit};
  static const std::vector<Right> leader{Work,       SeePlans, ApprovePlan, ApproveArticle,
                                         ReportTask, Urge,     Audit};
  static const std::vector<Right> unit_officer{Work,     SeePlans,      DraftArticle,  ReportTask,
                                               SeeNames, RecordByProxy, CorrectReceipt};
  static const std::vector<Right> auditor{Work, SeePlans, Audit};
  switch (role) {
    case Role::Administrator: return administrator;
    case Role::Planner: return planner;
    case Role::Leader: return leader;
    case Role::UnitOfficer: return unit_officer;
    case Role::Auditor: return auditor;
  }
  return auditor;
}

bool has(Role role, Right right) {
  const auto& rights = rights_of(role);
  return std::find(rights.begin(), rights.end(), right) != rights.end();
}

}  // namespace lantoa::city
