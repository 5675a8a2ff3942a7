// Plans, and urging those who are behind with them, for tests of who may do what.
#pragma once

#include <map>
#include <string>

#include "app/testing_articles.h"

namespace lantoa::app {

constexpr const char* text_to_read =
    "Phổ biến pháp luật ở quận mẫu (07:05 21/6/2021)\n\nNgày 18/6, Hội đồng ban hành Kế hoạch số "
    "4/KH-HĐPHPBGDPL để giới thiệu Luật số 31/2020/QH15 ngày 18/01/2020 của Quốc hội.\n\nMỗi "
    "phường "
    "chọn một buổi để hỏi đáp.\n\nNgười Mẫu\n";

// Where an explanation is asked for, or where it is given, of an assignment of its own.
inline std::string explanation_of(TestingWorld& world, bool asked) {
  world.issued_plan();
  const States& states = world.states();
  const city::AssignmentNo last{states.plan.assignments()};
  if (!asked) return at("/don-doc/", last, "/giai-trinh");
  world.run(world.drafter, [&](const city::Envelope& envelope) {
    return city::oversight::decide(
        city::oversight::Known{states.oversight, states.organisation, states.plan, states.workday},
        city::oversight::AskExplanation{last, "Vì sao?", envelope.today + 5}, envelope);
  });
  return city::oversight::address_of(city::ExplanationNo{states.oversight.explanations()});
}

// A plan that was drafted a week ago and whose task is late since yesterday.
inline void late_plan(TestingWorld& world) {
  const States& states = world.states();
  const Date today = states.calendar.today();
  const auto week_ago = [&](const std::string& actor, const auto& command) {
    world.run(actor, [&](city::Envelope envelope) {
      envelope.today = today - 7;
      return city::plan::decide({states.plan, states.organisation, states.workday}, command,
                                envelope);
    });
  };
  week_ago(world.drafter, city::plan::DraftPlan{district, district, "Kế hoạch mẫu"});
  const city::PlanNo no{states.plan.plans()};
  week_ago(
      world.drafter,
      city::plan::AddTask{no, "Việc trễ", {}, states.organisation.unit(district).code, today - 1});
  week_ago(world.approver, city::plan::ApprovePlan{no, 2});
  week_ago(world.drafter,
           city::plan::IssuePlan{no, std::to_string(no.value) + "/KH-UBND", today - 7});
}

// A letter about what is late; each has a number of its own.
inline Sent letter_of(TestingWorld& world, const char* rest) {
  late_plan(world);
  const States& states = world.states();
  const Date today = states.calendar.today();
  return {at("/don-doc/cong-van/", district, rest),
          {{"so", std::to_string(1'000 + states.plan.plans()) + "/STP-PBGDPL"},
           {"ngay", vietnamese(today)},
           {"han", vietnamese(today + 7)}},
          {}};
}

// An assignment of its own, and where one is wanted a request for more time that waits.
inline std::string assignment_of(TestingWorld& world) {
  world.issued_plan();
  return at("/nhiem-vu/", city::AssignmentNo{world.states().plan.assignments()});
}
inline city::ExtensionNo extension_of(TestingWorld& world) {
  world.issued_plan();
  const States& states = world.states();
  world.plans(world.drafter, city::plan::AskExtension{city::AssignmentNo{states.plan.assignments()},
                                                      states.calendar.today() + 5, "Mất điện"});
  return city::ExtensionNo{states.plan.extensions()};
}

// The form of the one task of a draft of its own; the draft's version is 2.
inline std::string task_of(TestingWorld& world) {
  const std::string plan = at("/ke-hoach/", world.draft_plan());
  return plan + at("/nhiem-vu/", city::TaskNo{world.states().plan.tasks()}, "/sua");
}

// An amendment of an issued plan of its own: drafted with one more task and a later day for the one
// it has, and approved where wanted.
inline std::string amendment_of(TestingWorld& world, bool approved = false) {
  const city::PlanNo plan = world.issued_plan();
  city::plan::AmendmentDraft draft{"Có hướng dẫn mới", {}, {}, {}, {}};
  const Date later = world.states().calendar.today() + 5;
  draft.tasks = {{1, "Việc bổ sung", "002", {}, later, {}}};
  draft.changes = {{world.states().plan.plan(plan).tasks.front(), {}, {}, later}};
  world.plans(world.drafter, city::plan::DraftAmendment{plan, draft});
  const city::AmendmentNo no{world.states().plan.amendments()};
  if (approved) world.plans(world.approver, city::plan::ApproveAmendment{plan, no, 1});
  return city::plan::address_of(plan, no);
}
inline std::string number_of_amendment(TestingWorld& world) {
  return std::to_string(9'000 + world.states().plan.amendments()) + "/KH-UBND";
}
// "/plans/5/amendments/3" of the page "/ke-hoach/5/sua-doi/3".
inline std::string amendment_in_api(const std::string& page) {
  const std::size_t begin = std::string("/ke-hoach/").size();
  const std::size_t end = page.find('/', begin);
  return "/plans/" + page.substr(begin, end - begin) + "/amendments" + page.substr(page.rfind('/'));
}

constexpr const char* signed_file = "%PDF-1.7\n% a signed copy of a test\n";

// An issued plan with a copy that bears a signature.
inline city::PlanNo signed_plan(TestingWorld& world) {
  const city::PlanNo no = world.issued_plan();
  const std::string blob = *world.app().blobs.put(signed_file);
  world.plans(world.drafter, city::plan::AttachSignedCopy{no, blob, 1'000});
  return no;
}

// A draft of its own, and a file with one task more for it.
inline std::string tasks_page(TestingWorld& world) {
  return at("/ke-hoach/", world.draft_plan(), "/nhiem-vu/nhap");
}
inline std::string tasks_file(TestingWorld& world) {
  return "Việc,Đơn vị thực hiện,Hạn\nViệc trong tệp,002," +
         vietnamese(world.states().calendar.today()) + "\n";
}

// Other days of reminders for a plan of its own.
inline Sent ladder_of(TestingWorld& world, const char* rest) {
  return {at("/ke-hoach/", world.issued_plan(), rest),
          {{"bac", "10, 5, 0"}, {"lap-lai", "3"}, {"ly-do", "Việc gấp"}, {"lan", "0"}},
          {}};
}

inline const std::map<std::string, Example>& plan_forms() {
  static const std::map<std::string, Example> all{
      {"GET  /ke-hoach/{plan}/nhac-viec", page("/ke-hoach/1/nhac-viec")},
      {"POST /ke-hoach/{plan}/nhac-viec",
       [](TestingWorld& world, const Visitor&) { return ladder_of(world, "/nhac-viec"); }},
      {"POST /ke-hoach/{plan}/nhac-viec/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return ladder_of(world, "/nhac-viec/xem-truoc");
       }},
      {"GET  /don-doc/cong-van/{unit}",
       [](TestingWorld& world, const Visitor&) { return Sent{letter_of(world, "").path, {}, {}}; }},
      {"GET  /don-doc/cong-van/{unit}/van-ban",
       [](TestingWorld& world, const Visitor&) {
         return Sent{letter_of(world, "/van-ban").path, {}, {}};
       }},
      {"POST /don-doc/cong-van/{unit}",
       [](TestingWorld& world, const Visitor&) { return letter_of(world, ""); }},
      {"GET  /ke-hoach/{plan}/ban-ky/{n}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", signed_plan(world), "/ban-ky/1"), {}, {}};
       }},
      {"POST /ke-hoach/{plan}/ban-ky",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.issued_plan(), "/ban-ky"), {}, signed_file};
       }},
      {"GET  /ke-hoach/{plan}/sua-doi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.issued_plan(), "/sua-doi"), {}, {}};
       }},
      {"GET  /ke-hoach/{plan}/sua-doi/{amendment}",
       [](TestingWorld& world, const Visitor&) { return Sent{amendment_of(world), {}, {}}; }},
      {"GET  /ke-hoach/{plan}/sua-doi/{amendment}/van-ban",
       [](TestingWorld& world, const Visitor&) {
         return Sent{amendment_of(world) + "/van-ban", {}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua-doi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/ke-hoach/", world.issued_plan(), "/sua-doi"), {{"ly-do", "Có hướng dẫn"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua-doi/{amendment}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{amendment_of(world), {{"version", "1"}, {"ly-do", "Có hướng dẫn"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua-doi/{amendment}/duyet",
       [](TestingWorld& world, const Visitor&) {
         return Sent{amendment_of(world) + "/duyet", {{"version", "1"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua-doi/{amendment}/thoi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{amendment_of(world) + "/thoi", {{"ly-do-quyet-dinh", "Không cần"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua-doi/{amendment}/ban-hanh",
       [](TestingWorld& world, const Visitor&) {
         const std::string page = amendment_of(world, true);
         return Sent{page + "/ban-hanh",
                     {{"number", number_of_amendment(world)},
                      {"on", vietnamese(world.states().calendar.today())}},
                     {}};
       }},
      {"GET  /ke-hoach/{plan}/van-ban",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.issued_plan(), "/van-ban"), {}, {}};
       }},
      {"GET  /ke-hoach/{plan}/nhiem-vu/{task}/sua",
       [](TestingWorld& world, const Visitor&) { return Sent{task_of(world), {}, {}}; }},
      {"POST /ke-hoach/{plan}/nhiem-vu/{task}/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{task_of(world),
                     {{"version", "2"},
                      {"what", "Việc mẫu"},
                      {"due", vietnamese(world.states().calendar.today())},
                      {"ket-qua", "Một cuộc họp"}},
                     {}};
       }},
      {"GET  /ke-hoach/{plan}/nhiem-vu/nhap",
       [](TestingWorld& world, const Visitor&) { return Sent{tasks_page(world), {}, {}}; }},
      {"GET  /ke-hoach/{plan}/nhiem-vu/nhap/mau.csv",
       [](TestingWorld& world, const Visitor&) {
         return Sent{tasks_page(world) + "/mau.csv", {}, {}};
       }},
      {"POST /ke-hoach/{plan}/nhiem-vu/nhap/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{tasks_page(world) + "/xem-truoc", {}, tasks_file(world)};
       }},
      {"POST /ke-hoach/{plan}/nhiem-vu/nhap",
       [](TestingWorld& world, const Visitor& visitor) {
         const std::string page = tasks_page(world);
         const auto seen = world.send(visitor, page + "/xem-truoc", {}, tasks_file(world));
         return Sent{page, {{"tep", hidden(seen.body, "tep")}, {"version", "2"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/theo-mau",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/ke-hoach/", world.issued_plan(), "/theo-mau"),
             {{"title", "Kế hoạch sau"}, {"start", vietnamese(world.states().calendar.today())}},
             {}};
       }},
      {"GET  /don-doc/{assignment}/giai-trinh",
       [](TestingWorld& world, const Visitor&) { return Sent{explanation_of(world, false)}; }},
      {"GET  /giai-trinh/{explanation}",
       [](TestingWorld& world, const Visitor&) { return Sent{explanation_of(world, true)}; }},
      {"POST /don-doc/{assignment}/giai-trinh",
       [](TestingWorld& world, const Visitor&) {
         const Date due = world.states().calendar.today() + 5;
         return Sent{explanation_of(world, false),
                     {{"noi-dung", "Vì sao chưa làm?"}, {"han", vietnamese(due)}}};
       }},
      {"POST /giai-trinh/{explanation}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{explanation_of(world, true), {{"tra-loi", "Mất điện"}}};
       }},
      {"POST /don-doc/{assignment}",  // of its own each: one is urged once a day
       [](TestingWorld& world, const Visitor&) {
         world.issued_plan();
         const city::AssignmentNo last{world.states().plan.assignments()};
         return Sent{at("/don-doc/", last), {}, {}};
       }},
      {"POST /ke-hoach/doc-bai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/ke-hoach/doc-bai",
                     {{"tep", *world.app().blobs.put(text_to_read)}, {"title", "Kế hoạch mẫu"}},
                     {}};
       }},
      {"POST /ke-hoach/doc-bai/xem",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/ke-hoach/doc-bai/xem", {{"van-ban", text_to_read}}, {}};
       }},
      {"POST /ke-hoach/moi",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/ke-hoach/moi", {{"issuer", "3"}, {"title", "Kế hoạch mẫu"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/ban-hanh",
       [](TestingWorld& world, const Visitor&) {
         const city::PlanNo plan = world.approved_plan();
         return Sent{at("/ke-hoach/", plan, "/ban-hanh"),
                     {{"number", std::to_string(plan.value) + "/KH-UBND"}, {"on", "12/05/2021"}},
                     {}};
       }},
      {"POST /ke-hoach/{plan}/duyet",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.draft_plan(), "/duyet"), {{"version", "2"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/nhiem-vu",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.draft_plan(), "/nhiem-vu"),
                     {{"what", "Việc"}, {"due", "30/06/2021"}, {"units", "mot"}, {"code", "002"}},
                     {}};
       }},
      {"POST /ke-hoach/{plan}/nhiem-vu/{task}/bo",
       [](TestingWorld& world, const Visitor&) {
         const std::string plan = at("/ke-hoach/", world.draft_plan(), "/nhiem-vu/");
         return Sent{
             plan + std::to_string(world.states().plan.tasks()) + "/bo", {{"version", "2"}}, {}};
       }},
      {"POST /ke-hoach/{plan}/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/ke-hoach/", world.draft_plan(), "/sua"),
                     {{"version", "2"}, {"title", "Tên mới"}},
                     {}};
       }},
      {"GET  /gia-han",
       [](TestingWorld& world, const Visitor&) {
         extension_of(world);
         return Sent{"/gia-han", {}, {}};
       }},
      {"GET  /nhiem-vu/{assignment}",
       [](TestingWorld& world, const Visitor&) { return Sent{assignment_of(world), {}, {}}; }},
      {"POST /nhiem-vu/{assignment}/gia-han",
       [](TestingWorld& world, const Visitor&) {
         const Date until = world.states().calendar.today() + 5;
         return Sent{assignment_of(world) + "/gia-han",
                     {{"den-ngay", vietnamese(until)}, {"ly-do", "Mất điện"}},
                     {}};
       }},
      {"POST /nhiem-vu/{assignment}/gia-han/{extension}",
       [](TestingWorld& world, const Visitor&) {
         const city::ExtensionNo no = extension_of(world);
         const city::AssignmentNo about = world.states().plan.extension(no).assignment;
         return Sent{at("/nhiem-vu/", about, "/gia-han/") + std::to_string(no.value),
                     {{"quyet-dinh", "dong-y"}},
                     {}};
       }},
      {"POST /nhiem-vu/{assignment}/hoan-thanh",
       [](TestingWorld& world, const Visitor&) {
         world.issued_plan();
         const city::AssignmentNo last{world.states().plan.assignments()};
         return Sent{at("/nhiem-vu/", last, "/hoan-thanh"), {{"on", "12/05/2021"}}, {}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
