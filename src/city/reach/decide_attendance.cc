// Who was at an activity, by name.
#include <algorithm>
#include <set>

#include "city/faults.h"
#include "city/own_units.h"
#include "city/person.h"
#include "city/reach/rules.h"
#include "platform/html/view.h"

namespace lantoa::city::reach {
namespace {

using Items = std::vector<const Item*>;

// What was chosen, ascending.
Items read_items(Faults& faults, const Known& known, const activity::Activity& activity,
                 const std::vector<ItemNo>& chosen) {
  const std::vector<ItemNo> open = open_items(known, activity);
  const std::set<ItemNo> distinct(chosen.begin(), chosen.end());
  Items out;
  for (const ItemNo no : distinct) {
    if (std::binary_search(open.begin(), open.end(), no)) out.push_back(&known.reach.item(no));
  }
  if (distinct.empty()) {
    faults.add("item", {"Hãy chọn bài mà buổi này đã phổ biến.",
                        "Choose the article that was made known there."});
  } else if (out.size() < distinct.size()) {
    faults.add("item", {"Có bài đã chọn không thuộc kế hoạch này, đã thu hồi, hoặc chưa đăng vào "
                        "ngày diễn ra buổi này; hãy chọn lại.",
                        "An article that you chose is not of this plan, was withdrawn, or was not "
                        "published yet on that day; choose again."});
  }
  return out;
}

bool must_know_any(const Items& items, PersonNo person) {
  return std::any_of(items.begin(), items.end(),
                     [&](const Item* item) { return item->must_know(person); });
}

// Of those chosen, who has to know it and does not yet.
std::vector<std::uint32_t> not_reached(const Item& item, const std::vector<std::uint32_t>& chosen) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t number : chosen) {
    const PersonNo person{number};
    if (item.must_know(person) && !item.is_reached(person)) out.push_back(number);
  }
  return out;
}

// More names than attendances cannot be.
void check_number(Faults& faults, const Known& known, const activity::Activity& activity,
                  const Items& items, const std::vector<std::uint32_t>& chosen) {
  std::set<PersonNo> named = known.reach.attendants(activity.no);
  for (const Item* item : items) {
    for (const std::uint32_t number : not_reached(*item, chosen)) named.insert(PersonNo{number});
  }
  const std::uint32_t attended = activity::attendances_of(activity.record).value_or(0);
  if (named.size() <= attended) return;
  const auto count = [](std::uint64_t number, Language language) {
    return html::grouped(number, language);
  };
  faults.add("person",
             {"Danh sách sẽ có " + count(named.size(), Language::Vietnamese) +
                  " người, nhưng hoạt động chỉ ghi " + count(attended, Language::Vietnamese) +
                  " lượt người dự. Hãy sửa số lượt người của hoạt động trước, hoặc bớt người.",
              "The list would have " + count(named.size(), Language::English) +
                  " persons, but the activity says " + count(attended, Language::English) +
                  " attendances. Correct the activity's number first, or choose fewer."});
}

void check_persons(Faults& faults, const Known& known, const activity::Activity& activity,
                   const Items& items, const std::vector<std::uint32_t>& chosen) {
  if (chosen.empty()) return faults.add("person", nobody_chosen());
  if (chosen.size() > persons_per_receipt_max) return faults.add("person", too_many_chosen());
  for (const std::uint32_t number : chosen) {
    const PersonNo person{number};
    if (!known.organisation.is_within(known.reach.home(person), activity.unit)) {
      const std::string no = std::to_string(number);
      return faults.add("person",
                        {"Người số " + no + " thuộc đơn vị khác; đơn vị của người đó tự ghi.",
                         "Person " + no + " is of another unit, which records him."});
    }
    if (!items.empty() && !must_know_any(items, person)) {
      return faults.add("person", not_in_audience(person));
    }
  }
  check_number(faults, known, activity, items, chosen);
}

// A right from above alone opens figures, not names.
Result<void> require_own(const Known& known, const activity::Activity& activity,
                         const std::vector<std::uint32_t>& chosen, const Actor& actor) {
  if (actor.is_system()) return {};
  for (const std::uint32_t number : chosen) {
    const UnitNo home = known.reach.home(PersonNo{number});
    if (known.organisation.is_within(home, activity.unit) &&
        !is_own_unit(known.organisation, actor, Right::RecordByProxy, home)) {
      return tl::unexpected(not_allowed(Right::RecordByProxy));
    }
  }
  return {};
}

// Of the activity's plan and not withdrawn, whenever they were published.
std::vector<ItemNo> items_of_plan(const Known& known, const activity::Activity& activity) {
  std::vector<ItemNo> out;
  if (!activity.record.assignment) return out;
  const plan::Assignment& assignment = known.plans.assignment(*activity.record.assignment);
  const PlanNo plan = known.plans.task(assignment.task).plan;
  for (std::uint32_t i = 1; i <= known.reach.items(); ++i) {
    const Item& item = known.reach.item(ItemNo{i});
    if (item.plan() == plan && !known.content.article(item.article()).withdrawn) {
      out.push_back(item.no());
    }
  }
  return out;
}

Problem nothing_made_known(const Known& known, const activity::Activity& activity) {
  if (items_of_plan(known, activity).empty()) {
    return {Code::Conflict,
            {"Kế hoạch của việc này không có bài nào đang phải xác nhận, nên chưa ghi tên ai "
             "được; khi có bài phải xác nhận, hãy quay lại trang này.",
             "The plan asks to know no article at present, so nobody can be named; when there is "
             "one, come back to this page."},
            {},
            {}};
  }
  return {Code::Conflict,
          {"Các bài phải xác nhận của kế hoạch này đều đăng sau ngày " +
               vietnamese(activity.record.on) +
               ", nên buổi này chưa phổ biến được bài nào. Nếu ngày của hoạt động ghi sai, hãy sửa "
               "hoạt động trước.",
           "All articles of this plan were published after " + vietnamese(activity.record.on) +
               ", so none can have been made known there. If the activity's day is wrong, correct "
               "the activity first."},
          {},
          {}};
}

}  // namespace

// Nobody heard at a meeting of what was not published yet.
std::vector<ItemNo> open_items(const Known& known, const activity::Activity& activity) {
  std::vector<ItemNo> out = items_of_plan(known, activity);
  std::erase_if(out, [&](ItemNo no) {
    return vietnam_date(known.reach.item(no).opened()) > activity.record.on;
  });
  return out;
}

Result<void> require_names_taken(const Known& known, const activity::Activity& activity) {
  const auto refuse = [](Text why) { return problem(Code::Conflict, std::move(why)); };
  if (activity.annulled) {
    return refuse({"Hoạt động này đã hủy nên không ghi thêm người dự.",
                   "This activity was annulled; nobody more can be named."});
  }
  if (!activity::is_attended(activity.record.kind)) {
    return refuse(
        {"Hình thức này không có người dự. Chỉ ghi danh sách cho cuộc họp, hội nghị và "
         "những buổi có người dự.",
         "Nobody attends what is of this kind. Lists are for meetings and what people "
         "come to."});
  }
  if (!activity::attendances_of(activity.record)) {
    return refuse({"Hoạt động chưa ghi số lượt người dự. Hãy sửa hoạt động để ghi số đó trước.",
                   "The activity does not say how many attended. Correct it first."});
  }
  if (!activity.record.assignment) {
    return refuse(
        {"Hoạt động chưa gắn với việc nào của kế hoạch, nên chưa biết buổi này phổ biến "
         "bài nào. Hãy sửa hoạt động và chọn việc được giao trước.",
         "The activity is of no task of a plan, so it is not known what was made known. "
         "Correct it and choose its task first."});
  }
  if (open_items(known, activity).empty()) {
    return tl::unexpected(nothing_made_known(known, activity));
  }
  return {};
}

std::vector<UnitNo> units_to_name(const organisation::State& organisation, const Actor& actor,
                                  const activity::Activity& activity) {
  std::vector<UnitNo> units = own_units(actor, Right::SeeNames);
  units.push_back(actor.home);
  std::erase_if(units, [&](UnitNo unit) {
    return !organisation.is_within(unit, activity.unit) ||
           !is_own_unit(organisation, actor, Right::SeeNames, unit);
  });
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

std::string attendance_address(ActivityNo activity) {
  return activity::address_of(activity) + "/nguoi-du";
}

Decided decide(const Known& known, const RecordAttendance& command, const Envelope& envelope) {
  TRY_ASSIGN(const activity::Activity* activity, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::RecordByProxy, activity->unit));
  TRY(require_own(known, *activity, command.persons, envelope.actor));
  TRY(require_names_taken(known, *activity));
  Faults faults;
  const Items items = read_items(faults, known, *activity, command.items);
  check_persons(faults, known, *activity, items, command.persons);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.answer = attendance_address(activity->no) + "?xong=luu";
  for (const Item* item : items) {
    std::vector<std::uint32_t> fresh = not_reached(*item, command.persons);
    if (fresh.empty()) continue;
    decision.add(subject("item", item->no()),
                 ReceiptsRecorded{item->no(), Channel::Meeting, NumberSet::of(std::move(fresh)),
                                  person_of(envelope.actor), activity->record.on, activity->no});
  }
  return decision;
}

Decided decide(const Known& known, const ViewAttendance& command, const Envelope& envelope) {
  TRY_ASSIGN(const activity::Activity* activity, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::RecordByProxy, activity->unit));
  const auto units = units_to_name(known.organisation, envelope.actor, *activity);
  if (units.empty()) return tl::unexpected(names_are_not_theirs());
  std::set<ItemNo> items;
  for (const State::Named& named : known.reach.named_by(activity->no)) items.insert(named.item);
  if (require_names_taken(known, *activity)) {
    for (const ItemNo item : open_items(known, *activity)) items.insert(item);
  }
  ledger::Decision decision;
  if (items.empty()) return decision;
  const ItemNo first = *items.begin();
  for (const UnitNo unit : units) {
    decision.add(subject("item", first), NamesViewed{first, unit, activity->no});
  }
  return decision;
}

}  // namespace lantoa::city::reach
