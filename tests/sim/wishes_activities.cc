// What units did: recorded, corrected, annulled, from a file, with pictures; who was there by name,
// and records of persons taken back.
#include "platform/crypto/crypto.h"
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace activity = city::activity;
namespace reach = city::reach;

template <class Command>
Operation of_activity(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_activities, std::move(command));
}

struct Did {
  const char* kind;
  std::vector<const char*> measures;
};

const std::vector<Did>& what_is_done() {
  static const std::vector<Did> all{{"truc-tiep", {"luot-nguoi"}},
                                    {"truc-tiep", {"luot-nguoi"}},
                                    {"loa", {"lan-phat", "phut-phat"}},
                                    {"tai-lieu", {"tai-lieu", "dang-mang"}},
                                    {"tin-bai", {"tin-bai"}}};
  return all;
}

// Few days and small numbers, so that some look alike; now and then not of its kind.
activity::Typed typed(const Wish& wish, city::UnitNo unit) {
  const auto& all = what_is_done();
  const Did& did = all[wish.one_of(all.size())];
  activity::Typed out;
  out.kind = did.kind;
  out.on = wish.today() - (wish.days(2) - (wish.chance(3) ? 2 : 0));
  if (wish.chance(50)) out.what = wish.text("Buổi");
  for (const char* measure : did.measures) {
    out.amounts.push_back({measure, 1 + static_cast<std::uint32_t>(wish.one_of(5))});
  }
  if (wish.chance(4)) out.amounts.push_back({"vu-viec", 1});
  if (wish.chance(20)) out.documents = {wish.chance(85) ? "1/2021/NĐ-CP" : "9999/2021/NĐ-CP"};
  if (unit == district && wish.chance(70)) out.assignment = late_soon;
  if (unit == ward && wish.chance(40)) out.assignment = city::AssignmentNo{2};
  out.is_other = wish.chance(40);
  return out;
}

activity::NewPhoto photo(const Wish& wish) {
  const std::string bytes = wish.text("ảnh");
  return {crypto::hex(crypto::sha256(bytes)), crypto::hex(crypto::sha256(bytes + " nhỏ")), 1'600,
          1'200, bytes};
}

std::string who_reports(const Wish& wish, city::UnitNo unit) {
  return wish.officer(city::Role::UnitOfficer, unit == ward ? "ow" : "o");
}

Operation log(const Wish& wish) {
  const city::UnitNo unit = wish.chance(70) ? district : ward;
  activity::LogActivity command;
  command.unit = unit;
  command.typed = typed(wish, unit);
  if (wish.chance(15)) command.photo = photo(wish);
  return of_activity("activity", who_reports(wish, unit), command);
}

Operation import_log(const Wish& wish) {
  activity::ImportActivities command;
  for (std::uint32_t line = 2; line < 5; ++line) {
    const bool is_ward = wish.chance(50);
    activity::ImportActivities::Row row;
    row.line = line;
    row.unit = wish.chance(95) ? (is_ward ? "00011" : "002") : "99999";
    row.typed = typed(wish, is_ward ? ward : district);
    command.rows.push_back(std::move(row));
  }
  return of_activity("import", wish.officer(city::Role::UnitOfficer, "o"), command);
}

Operation change(const Wish& wish, const activity::Activity& one) {
  std::string actor = who_reports(wish, one.unit);
  const std::uint32_t version = one.version + (wish.chance(5) ? 1 : 0);
  const std::size_t what = wish.one_of(10);
  if (what < 4) {
    return of_activity(
        "correction", std::move(actor),
        activity::CorrectActivity{one.no, version, typed(wish, one.unit), wish.text("Ghi nhầm")});
  }
  if (what < 6) {
    return of_activity("annulment", std::move(actor),
                       activity::AnnulActivity{one.no, version, wish.text("Ghi hai lần")});
  }
  if (what < 8 || one.photos.empty()) {
    return of_activity("picture", std::move(actor), activity::AddPhoto{one.no, photo(wish)});
  }
  return of_activity("erasure of a picture", std::move(actor),
                     activity::ErasePhoto{one.no, one.photos[wish.one_of(one.photos.size())],
                                          wish.text("Có trẻ em")});
}

// More of them than came, those who know it already, somebody of another unit.
Operation name_attendants(const Wish& wish, const activity::Activity& one) {
  reach::RecordAttendance command;
  command.activity = one.no;
  command.items = {wish.chance(95) ? item : city::ItemNo{9}};
  const auto& readers = wish.beginning.readers;
  const std::size_t count = 1 + wish.one_of(4);
  for (std::size_t i = 0; i < count; ++i) {
    command.persons.push_back(readers[wish.one_of(readers.size())].value);
  }
  if (wish.chance(5)) command.persons.push_back(wish.seen.identity.persons());
  return operation_of("attendance", wish.officer(city::Role::UnitOfficer, "o"), known_reach,
                      command);
}

// Of what somebody else entered: one's own confirmation nobody takes back here.
Operation take_back(const Wish& wish) {
  const auto& receipts = wish.seen.reach.item(item).receipts();
  std::vector<const reach::ReceiptFact*> entered;
  for (const auto& receipt : receipts) {
    if (receipt.channel == reach::Channel::Meeting) entered.push_back(&receipt);
  }
  if (entered.empty()) return log(wish);
  const reach::ReceiptFact& one = *entered[wish.one_of(entered.size())];
  const city::PersonNo person{one.persons[wish.one_of(one.persons.size())]};
  return operation_of(
      "taking back a receipt", wish.officer(city::Role::UnitOfficer, "o"), known_reach,
      reach::CorrectReceipt{item, one.seq, person, wish.chance(95) ? wish.text("Nhầm người") : ""});
}

}  // namespace

Operation wish_of_activities(const Wish& wish) {
  const std::uint32_t activities = wish.seen.activity.activities();
  const std::size_t what = wish.one_of(16);
  if (activities == 0 || what < 5) return log(wish);
  if (what == 5) return import_log(wish);
  if (what == 6) return take_back(wish);
  const auto found = wish.seen.activity.find(wish.some<city::ActivityNo>(activities));
  if (!found) return log(wish);
  return what < 11 ? name_attendants(wish, **found) : change(wish, **found);
}

}  // namespace lantoa::sim
