#include "city/right.h"

#include <algorithm>

namespace lantoa::city {

std::string_view name(Right right) {
  switch (right) {
    case Right::Public:
      return "Public";
    case Right::StaffSelf:
      return "StaffSelf";
    case Right::Work:
      return "Work";
    case Right::SeePlans:
      return "SeePlans";
    case Right::ManageUnits:
      return "ManageUnits";
    case Right::ManageAccounts:
      return "ManageAccounts";
    case Right::KeepWorkdays:
      return "KeepWorkdays";
    case Right::KeepLaw:
      return "KeepLaw";
    case Right::DraftPlan:
      return "DraftPlan";
    case Right::ApprovePlan:
      return "ApprovePlan";
    case Right::DraftArticle:
      return "DraftArticle";
    case Right::ApproveArticle:
      return "ApproveArticle";
    case Right::ReportTask:
      return "ReportTask";
    case Right::SeeNames:
      return "SeeNames";
    case Right::RecordByProxy:
      return "RecordByProxy";
    case Right::CorrectReceipt:
      return "CorrectReceipt";
    case Right::Urge:
      return "Urge";
    case Right::FreezeFigure:
      return "FreezeFigure";
    case Right::ModerateComments:
      return "ModerateComments";
    case Right::AnswerComments:
      return "AnswerComments";
    case Right::Audit:
      return "Audit";
  }
  return "?";
}

Text title(Right right) {
  switch (right) {
    case Right::Public:
      return {"xem cổng", "read the portal"};
    case Right::StaffSelf:
      return {"xem ghi nhận của mình", "see one's own record"};
    case Right::Work:
      return {"vào trang làm việc", "enter the office"};
    case Right::SeePlans:
      return {"xem kế hoạch và độ phủ", "see plans and coverage"};
    case Right::ManageUnits:
      return {"quản lý đơn vị", "manage units"};
    case Right::ManageAccounts:
      return {"quản lý người và tài khoản", "manage people and accounts"};
    case Right::KeepWorkdays:
      return {"ghi ngày nghỉ, ngày làm bù", "keep the calendar of working days"};
    case Right::KeepLaw:
      return {"ghi sổ văn bản", "keep the register of documents"};
    case Right::DraftPlan:
      return {"soạn kế hoạch", "draft plans"};
    case Right::ApprovePlan:
      return {"duyệt kế hoạch", "approve plans"};
    case Right::DraftArticle:
      return {"soạn bài viết", "write articles"};
    case Right::ApproveArticle:
      return {"duyệt bài viết", "approve articles"};
    case Right::ReportTask:
      return {"báo kết quả nhiệm vụ", "report on tasks"};
    case Right::SeeNames:
      return {"xem tên người chưa đọc", "see who has not read"};
    case Right::RecordByProxy:
      return {"ghi nhận thay", "record for others"};
    case Right::CorrectReceipt:
      return {"đính chính ghi nhận", "correct records"};
    case Right::Urge:
      return {"đôn đốc", "urge units"};
    case Right::FreezeFigure:
      return {"chốt số liệu", "freeze figures"};
    case Right::ModerateComments:
      return {"duyệt ý kiến bạn đọc", "moderate comments"};
    case Right::AnswerComments:
      return {"trả lời câu hỏi của bạn đọc", "answer readers' questions"};
    case Right::Audit:
      return {"kiểm tra sổ cái", "audit the ledger"};
  }
  return {};
}

Text title(Role role) {
  switch (role) {
    case Role::Administrator:
      return {"Quản trị", "Administrator"};
    case Role::Planner:
      return {"Cán bộ cơ quan thường trực", "Officer of the standing agency"};
    case Role::Leader:
      return {"Lãnh đạo phê duyệt", "Approving leader"};
    case Role::UnitOfficer:
      return {"Cán bộ đầu mối của đơn vị", "Unit officer"};
    case Role::Auditor:
      return {"Kiểm tra, giám sát", "Auditor"};
  }
  return {};
}

const std::vector<Right>& rights_of(Role role) {
  using enum Right;
  static const std::vector<Right> administrator{Work, SeePlans, ManageUnits, ManageAccounts};
  static const std::vector<Right> planner{
      Work,         SeePlans,     KeepWorkdays,     KeepLaw,        DraftPlan,
      DraftArticle, ReportTask,   SeeNames,         RecordByProxy,  CorrectReceipt,
      Urge,         FreezeFigure, ModerateComments, AnswerComments, Audit};
  // A leader keeps the register, too: a text that one officer hands in needs a second person.
  static const std::vector<Right> leader{Work,         SeePlans,         KeepWorkdays,   KeepLaw,
                                         ApprovePlan,  ApproveArticle,   ReportTask,     Urge,
                                         FreezeFigure, ModerateComments, AnswerComments, Audit};
  static const std::vector<Right> unit_officer{
      Work,          SeePlans,       DraftArticle, ReportTask,       SeeNames,
      RecordByProxy, CorrectReceipt, FreezeFigure, ModerateComments, AnswerComments};
  static const std::vector<Right> auditor{Work, SeePlans, Audit};
  switch (role) {
    case Role::Administrator:
      return administrator;
    case Role::Planner:
      return planner;
    case Role::Leader:
      return leader;
    case Role::UnitOfficer:
      return unit_officer;
    case Role::Auditor:
      return auditor;
  }
  return auditor;
}

bool has(Role role, Right right) {
  const auto& rights = rights_of(role);
  return std::find(rights.begin(), rights.end(), right) != rights.end();
}

}  // namespace lantoa::city
