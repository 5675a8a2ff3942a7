// Reports for tests of who may do what: one round after the other, each of days of its own.
#pragma once

#include "app/testing_activities.h"
#include "city/statistics/narrative.h"

namespace lantoa::app {

template <class Command>
void statistics(TestingWorld& world, const std::string& actor, const Command& command) {
  const States& states = world.states();
  world.run(actor, [&](const city::Envelope& envelope) {
    return city::statistics::decide(
        {states.statistics, states.organisation, states.activity, states.workday}, command,
        envelope);
  });
}

// A period that no round before it has.
struct Period {
  Date from, to;
};
inline Period next_period(TestingWorld& world) {
  const auto no = static_cast<std::int32_t>(world.states().statistics.rounds());
  const Date today = world.states().calendar.today();
  return {today - 200 - no % 150, today - no / 150};
}

// Of everybody; due in some days.
inline city::RoundNo round(TestingWorld& world) {
  const auto [from, to] = next_period(world);
  statistics(world, world.drafter,
             city::statistics::OpenRound{"chi-tieu-chung", world.states().organisation.root(), from,
                                         to, world.states().calendar.today() + 5});
  return city::RoundNo{world.states().statistics.rounds()};
}

inline std::map<std::string, std::string> report_fields(std::string version) {
  std::map<std::string, std::string> out{{"ban", std::move(version)}, {"giai-trinh", "Đếm tay"}};
  for (int i = 1; i <= 14; ++i) out["cot-" + std::to_string(i)] = std::to_string(i);
  return out;
}

inline std::string report_address(TestingWorld& world) {
  return at("/bao-cao/", round(world), "/don-vi/") + std::to_string(district_one(world).value);
}

inline void hand_in(TestingWorld& world, city::RoundNo no) {
  city::statistics::SubmitReport report{no, district_one(world), 0, {}, "Đếm tay"};
  for (const auto& column : city::statistics::find_form("chi-tieu-chung")->columns) {
    report.cells.push_back({column.code, 1});
  }
  statistics(world, world.officer(city::Role::UnitOfficer, "002"), report);
}

// Handed in already.
inline std::string handed_in(TestingWorld& world) {
  const std::string address = report_address(world);
  hand_in(world, city::RoundNo{world.states().statistics.rounds()});
  return address;
}

inline city::RoundNo closed_round(TestingWorld& world) {
  const city::RoundNo no = round(world);
  statistics(world, world.drafter, city::statistics::CloseRound{no});
  return no;
}

inline city::RoundNo published_round(TestingWorld& world) {
  const city::RoundNo no = closed_round(world);
  statistics(world, world.approver, city::statistics::PublishRound{no});
  return no;
}

// The text of a round, in which one figure stands.
inline void write_in_words(TestingWorld& world, city::RoundNo no, const std::string& count) {
  statistics(world, world.drafter,
             city::statistics::WriteNarrative{
                 no, 0, {{"ket-qua", "Có {{đã nộp}} đơn vị nộp."}}, {{"đã nộp", count}}});
}

// Of a round in which one unit handed in after it was written.
inline city::RoundNo stale_words(TestingWorld& world) {
  const city::RoundNo no = round(world);
  write_in_words(world, no, "0");
  hand_in(world, no);
  return no;
}

// What everybody sees of rounds.
inline const std::map<std::string, Example>& published_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /so-lieu-cong-khai", page("/so-lieu-cong-khai")},
      {"GET  /so-lieu-cong-khai/{round}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/so-lieu-cong-khai/", published_round(world))};
       }},
      {"GET  /so-lieu-cong-khai/{round}/tai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/so-lieu-cong-khai/", published_round(world), "/tai?dang=json")};
       }},
      {"GET  /so-lieu-cong-khai/{round}/bang-chung",
       [](TestingWorld& world, const Visitor&) {
         const city::RoundNo no = published_round(world);
         world.house().run_couriers();  // signs the ledger
         return Sent{at("/so-lieu-cong-khai/", no, "/bang-chung")};
       }},
      {"POST /bao-cao/{round}/cong-khai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", closed_round(world), "/cong-khai")};
       }},
      {"POST /bao-cao/{round}/rut-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", published_round(world), "/rut-lai"),
                     {{"ly-do-rut", "Cộng nhầm"}}};
       }},
  };
  return all;
}

// Of reports in words.
inline const std::map<std::string, Example>& narrative_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /bao-cao/{round}/loi-van",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", stale_words(world), "/loi-van")};
       }},
      {"GET  /bao-cao/{round}/loi-van/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "/loi-van/sua")};
       }},
      {"POST /bao-cao/{round}/loi-van/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "/loi-van/sua"),
                     {{"ban", "0"}, {"phan-ket-qua", "Đã xong."}}};
       }},
      {"POST /bao-cao/{round}/loi-van/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "/loi-van/xem-truoc"),
                     {{"ban", "0"}, {"phan-ket-qua", "Có {{đã nộp}} đơn vị nộp."}}};
       }},
      {"POST /bao-cao/{round}/loi-van/doc-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", stale_words(world), "/loi-van/doc-lai"),
                     {{"ban", "1"}, {"da-thay", "đã nộp=1"}}};
       }},
      {"POST /bao-cao/{round}/loi-van/duyet",
       [](TestingWorld& world, const Visitor&) {
         const city::RoundNo no = closed_round(world);
         write_in_words(world, no, "0");
         return Sent{at("/bao-cao/", no, "/loi-van/duyet"), {{"ban", "1"}}};
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& statistics_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /bao-cao", page("/bao-cao")},
      {"GET  /bao-cao/mo", page("/bao-cao/mo")},
      {"GET  /bao-cao/{round}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "?don-vi=") +
                     std::to_string(district_one(world).value)};
       }},
      {"GET  /bao-cao/{round}/don-vi/{unit}",
       [](TestingWorld& world, const Visitor&) { return Sent{report_address(world)}; }},
      {"GET  /bao-cao/{round}/don-vi/{unit}/cot/{column}",
       [](TestingWorld& world, const Visitor&) { return Sent{report_address(world) + "/cot/1"}; }},
      {"POST /bao-cao/mo",
       [](TestingWorld& world, const Visitor&) {
         const auto [from, to] = next_period(world);
         return Sent{"/bao-cao/mo",
                     {{"pham-vi", std::to_string(district_one(world).value)},
                      {"bieu-mau", "chi-tieu-chung"},
                      {"tu-ngay", vietnamese(from)},
                      {"den-ngay", vietnamese(to)},
                      {"han", vietnamese(world.states().calendar.today() + 5)}}};
       }},
      {"POST /bao-cao/{round}/don-vi/{unit}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{report_address(world), report_fields("0")};
       }},
      {"POST /bao-cao/{round}/don-vi/{unit}/nhan",
       [](TestingWorld& world, const Visitor&) {
         return Sent{handed_in(world) + "/nhan", {{"ban", "1"}}};
       }},
      {"POST /bao-cao/{round}/don-vi/{unit}/tra-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{handed_in(world) + "/tra-lai", {{"ban", "1"}, {"ly-do", "Xem lại"}}};
       }},
      {"POST /bao-cao/{round}/huy",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "/huy"), {{"ly-do", "Nhầm kỳ"}}};
       }},
      {"POST /bao-cao/{round}/khoa",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", round(world), "/khoa")};
       }},
      {"POST /bao-cao/{round}/nop-bo-sung",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao/", closed_round(world), "/nop-bo-sung"),
                     {{"don-vi", "002"},
                      {"gia-han-den", vietnamese(world.states().calendar.today())},
                      {"ly-do", "Mất điện"}}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
