// Rights and roles. Every route and every decide names the Right it needs; a Role is a list of
// rights and is granted over a unit with everything below it. Whoever drafts never approves: that
// second person is asked for by decide, on top of the right.
#pragma once

#include <string_view>
#include <vector>

#include "kernel/text.h"

namespace lantoa::city {

enum class Right {
  Public,          // anybody, signed in or not
  StaffSelf,       // a person about himself: what he has to read, his own record
  Work,            // any officer: start page, own unit's tasks
  SeePlans,        // plans and figures without names
  ManageUnits,     // import and change the tree
  ManageAccounts,  // persons, accounts; propose and confirm roles
  KeepWorkdays,    // which days are off
  KeepLaw,         // the register of documents
  DraftPlan,
  ApprovePlan,  // and issue
  DraftArticle,
  ApproveArticle,  // publish, withdraw
  ReportTask,      // mark a task done, with a note
  SeeNames,        // who of one's own unit has not read; every look is recorded
  RecordByProxy,   // enter a receipt for a person without e-mail
  CorrectReceipt,
  Urge,              // oversight: reminders and urging
  FreezeFigure,      // pin a figure to a day and a position of the ledger
  ModerateComments,  // read, publish, refuse, hand on what citizens wrote
  AnswerComments,    // answer, for the unit that was asked
  Audit,             // read the facts behind figures
};

enum class Role {
  Administrator,  // units and accounts, nothing that is published
  Planner,        // officer of the standing agency
  Leader,         // approves
  UnitOfficer,    // has minutes a week for this
  Auditor,        // believes nothing
};

std::string_view name(Right right);  // for the table of routes
Text title(Right right);             // what it lets one do: "duyệt bài viết"
Text title(Role role);
const std::vector<Right>& rights_of(Role role);
bool has(Role role, Right right);

}  // namespace lantoa::city
