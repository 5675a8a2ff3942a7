// Who was at an activity, by name: the officer of its unit ticks persons of that unit, and they
// count as reached by a meeting. Each look at the names is recorded first.
#include <algorithm>
#include <boost/describe.hpp>
#include <map>

#include "city/field.h"
#include "city/reach/people_choice.h"
#include "city/reach/receipt_row.h"

namespace lantoa::city::reach {
namespace {

struct ItemBox {
  std::string number;
  std::string title;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ItemBox, (), (number, title, chosen))

struct NamingForm {
  FormKeys keys;
  std::string action;
  bool several = false;  // items to choose from
  std::optional<std::string> item_error;
  std::vector<ItemBox> items;
  bool has_people = false;
  PeopleChoice people;
};
BOOST_DESCRIBE_STRUCT(NamingForm, (),
                      (keys, action, several, item_error, items, has_people, people))

// What does not fit any more since the names were recorded.
struct Misfit {
  Text sentence;
};
BOOST_DESCRIBE_STRUCT(Misfit, (), (sentence))

struct AttendanceView {
  static constexpr std::string_view tpl = "src/city/reach/attendance.tpl";
  std::string activity;  // address
  std::string number;
  std::string unit;
  std::string title;
  bool is_theirs = false;  // the title, in Vietnamese as the unit wrote it
  std::string day;
  std::optional<std::uint32_t> attendances;
  std::uint32_t named = 0;
  bool annulled = false;
  std::vector<Misfit> misfits;
  std::optional<Text> closed;  // why nobody can be named
  std::optional<NamingForm> form;
  std::vector<ReceiptLine> receipts;
  bool has_receipts = false;
  std::optional<std::uint32_t> unseen_receipts;  // of persons of other units by now
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(AttendanceView, (),
                      (activity, number, unit, title, is_theirs, day, attendances, named, annulled,
                       misfits, closed, form, receipts, has_receipts, unseen_receipts, pager))

struct Gathered {
  AttendanceView view;
  std::vector<Candidate> candidates;
  std::vector<PersonNo> named;  // of view.receipts
  std::string today;
};

// What the page shows of one activity, gathered where the state stands still.
class Look {
 public:
  Look(const State& state, const Needs& needs, const activity::Activity& activity,
       const Visit& visit)
      : state_(state),
        needs_(needs),
        activity_(activity),
        visit_(visit),
        units_(units_to_name(needs.organisation, visit.actor, activity)) {}

  Gathered gather() {
    Gathered out;
    fill_head(out.view);
    const auto taken = require_names_taken(known_of(state_, needs_), activity_);
    if (taken) {
      out.view.form = form(out.candidates);
    } else {
      out.view.closed = taken.error().text;
    }
    fill_receipts(out);
    out.today = vietnamese(needs_.calendar.today());
    return out;
  }

 private:
  struct Shown {
    const Item* item = nullptr;
    OneReceipt receipt;
  };
  // An item that the form is about, and how those of these units know it who do.
  struct Asked {
    const Item* item = nullptr;
    std::map<PersonNo, const ReceiptFact*> newest;
  };

  void fill_head(AttendanceView& view) const {
    const activity::Record& record = activity_.record;
    view.number = std::to_string(activity_.no.value);
    view.activity = activity::address_of(activity_.no);
    view.unit = needs_.organisation.unit(activity_.unit).name;
    view.title = activity::heading_of(record, visit_.language);
    view.is_theirs = !record.what.empty();
    view.day = vietnamese(record.on);
    view.attendances = activity::attendances_of(record);
    view.annulled = activity_.annulled;
    view.named = static_cast<std::uint32_t>(state_.attendants(activity_.no).size());
    if (activity_.annulled && view.named != 0) {
      view.misfits.push_back({Text{
          "Hoạt động đã hủy, nhưng những người đã ghi tên vẫn được tính là đã dự. Nếu buổi đó "
          "không diễn ra, hãy đính chính từng ghi nhận dưới đây.",
          "The activity was annulled, but those named still count as having attended. If it "
          "did not take place, correct each of the records below."}});
    } else if (view.named > view.attendances.value_or(0)) {
      view.misfits.push_back({Text{
          "Số người đã ghi tên nhiều hơn số lượt người của hoạt động. Hãy sửa hoạt động, hoặc "
          "đính chính ghi nhận sai.",
          "More persons are named than the activity says attended. Correct the activity, or "
          "the records that are wrong."}});
    }
  }

  NamingForm form(std::vector<Candidate>& candidates) const {
    NamingForm out;
    out.keys = form_keys(visit_);
    out.action = attendance_address(activity_.no) + "/ghi";
    out.item_error = field(visit_, "item").error;
    const bool is_sent = visit_.request.method == http::Method::Post;
    const auto boxes = ticked(visit_, "item-");
    std::vector<Asked> all, chosen;
    const auto open = open_items(known_of(state_, needs_), activity_);
    for (const ItemNo no : open) {
      const Item& item = state_.item(no);
      // Of several none is guessed: a tick says that it was made known there.
      const bool is_chosen = is_sent
                                 ? std::find(boxes.begin(), boxes.end(), no.value) != boxes.end()
                                 : open.size() == 1;
      out.items.push_back({std::to_string(no.value), title_of(item, needs_.content), is_chosen});
      all.push_back({&item, {}});
      if (is_chosen) chosen.push_back({&item, {}});
    }
    out.several = out.items.size() > 1;
    std::vector<Asked>& asked = chosen.empty() ? all : chosen;
    read_receipts(asked);
    for (const UnitNo unit : units_) {
      for (const PersonNo person : needs_.identity.at(unit)) {
        add_candidate(candidates, asked, unit, person);
      }
    }
    return out;
  }

  // One pass over the receipts of each item: asking for each person alone would be one a person.
  void read_receipts(std::vector<Asked>& asked) const {
    for (Asked& one : asked) {
      std::vector<PersonNo> reached;
      for (const UnitNo unit : units_) {
        for (const PersonNo person : needs_.identity.at(unit)) {
          if (one.item->is_reached(person)) reached.push_back(person);
        }
      }
      one.newest = one.item->newest_receipts(reached);
    }
  }

  void add_candidate(std::vector<Candidate>& out, const std::vector<Asked>& items, UnitNo unit,
                     PersonNo person) const {
    bool must_know = false;
    bool is_open = false;
    std::string note;
    for (const Asked& one : items) {
      if (!one.item->must_know(person)) continue;
      must_know = true;
      const auto receipt = one.newest.find(person);
      if (receipt == one.newest.end()) {
        is_open = true;
        continue;
      }
      if (!note.empty()) note += "; ";
      if (items.size() > 1) note += title_of(*one.item, needs_.content) + ": ";
      note += how_reached(*receipt->second);
    }
    if (!must_know) return;
    if (note.empty()) note = Text{"chưa được phổ biến", "not reached yet"}.in(visit_.language);
    if (units_.size() > 1) note = needs_.organisation.unit(unit).name + " · " + note;
    out.push_back({person, std::move(note), is_open});
  }

  // "đọc và xác nhận, 13/05/2021"; "dự họp, 20/05/2021, hoạt động số 12".
  std::string how_reached(const ReceiptFact& receipt) const {
    const Language language = visit_.language;
    std::string out = title(receipt.channel).in(language) + ", " +
                      vietnamese(receipt.on.value_or(vietnam_date(receipt.at)));
    if (receipt.activity == activity_.no) {
      out += Text{", đã ghi tên ở hoạt động này", ", named at this activity"}.in(language);
    } else if (receipt.activity) {
      out += Text{", hoạt động số ", ", activity "}.in(language) +
             std::to_string(receipt.activity.value);
    }
    return out;
  }

  // The newest first; those of persons who are no longer of these units are only counted.
  std::vector<Shown> receipts(std::uint32_t& unseen) const {
    std::vector<Shown> out;
    const auto& named_by = state_.named_by(activity_.no);
    for (auto named = named_by.rbegin(); named != named_by.rend(); ++named) {
      const Item& item = state_.item(named->item);
      const ReceiptFact& fact = *item.receipt(named->receipt);
      for (const std::uint32_t number : fact.persons) {
        const PersonNo person{number};
        const UnitNo home = state_.home(person);
        if (!std::binary_search(units_.begin(), units_.end(), home)) {
          ++unseen;
          continue;
        }
        out.push_back({&item, {&fact, person, home, item.is_corrected(fact.seq, person)}});
      }
    }
    return out;
  }

  void fill_receipts(Gathered& out) const {
    AttendanceView& view = out.view;
    std::uint32_t unseen = 0;
    const std::vector<Shown> all = receipts(unseen);
    const auto count = static_cast<std::uint32_t>(all.size());
    view.pager = make_pager(count, visit_.page(), attendance_address(activity_.no));
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(count, first + rows_per_page); ++i) {
      const Shown& one = all[i];
      ReceiptRow row = row_of(state_, needs_, *one.item, one.receipt, visit_);
      row.source = {};  // it is this one
      row.article = title_of(*one.item, needs_.content);
      view.receipts.push_back({std::move(row)});
      out.named.push_back(one.receipt.person);
    }
    view.has_receipts = !view.receipts.empty();
    if (unseen != 0) view.unseen_receipts = unseen;
    const bool other_day = std::any_of(all.begin(), all.end(), [&](const Shown& one) {
      return !one.receipt.corrected && one.receipt.fact->on != activity_.record.on;
    });
    if (other_day) {
      view.misfits.push_back({Text{
          "Ngày của hoạt động đã được sửa sau khi ghi tên; các ghi nhận cũ vẫn mang ngày ghi lúc "
          "đó. Nếu ngày ấy sai, hãy đính chính rồi ghi lại.",
          "The activity's day was corrected after persons were named; those records keep the day "
          "they had. If that is wrong, correct them and name the persons again."}});
    }
  }

  const State& state_;
  const Needs& needs_;
  const activity::Activity& activity_;
  const Visit& visit_;
  std::vector<UnitNo> units_;
};

Result<http::Response> show_attendance(App& app, const State& state, const Needs& needs,
                                       const Visit& visit) {
  TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
  Order look = make_order(state, needs, ViewAttendance{no});
  look.actor = visit.actor.name;
  TRY(app.execute(std::move(look)));
  auto gathered = app.engine.read([&]() -> Result<Gathered> {
    TRY_ASSIGN(const activity::Activity* activity, needs.activities.find(no));
    return Look(state, needs, *activity, visit).gather();
  });
  if (!gathered) return tl::unexpected(std::move(gathered).error());
  AttendanceView& view = gathered->view;
  for (std::size_t i = 0; i < gathered->named.size(); ++i) {
    view.receipts[i].receipt.who = app.name_of(gathered->named[i], visit.language);
  }
  if (view.form) {
    PeopleChoice people = choose_people(app, visit, gathered->candidates);
    people.caption = {"Người của đơn vị phải biết", "Persons of the unit who have to know"};
    people.note_title = {"Đã được phổ biến chưa", "Whether reached"};
    people.day = gathered->today;
    people.browse = attendance_address(no) + "/xem";
    view.form->people = std::move(people);
    view.form->has_people = !gathered->candidates.empty();
  }
  const Text activities{"Hoạt động", "Activities"};
  const Text this_one{"Hoạt động số " + view.number, "Activity " + view.number};
  const Text here{"Người dự", "Attendance"};
  return app.show(visit, {"Người dự: " + view.title, "Attendance: " + view.title}, view,
                  {{activities.in(visit.language), "/hoat-dong"},
                   {this_one.in(visit.language), view.activity},
                   {here.in(visit.language), {}}});
}

}  // namespace

void install_attendance(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) {
    return show_attendance(app, state, needs, visit);
  };
  app.routes.get("/hoat-dong/{activity}/nguoi-du", Right::RecordByProxy, page);
  // The search, the pages and other articles, with what is ticked.
  app.routes.raw_post("/hoat-dong/{activity}/nguoi-du/xem", Right::RecordByProxy, page);
  app.routes.post(
      "/hoat-dong/{activity}/nguoi-du/ghi", Right::RecordByProxy,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo activity, visit.number<ActivityNo>("activity"));
        RecordAttendance command{activity, {}, ticked(visit, "p")};
        for (const std::uint32_t item : ticked(visit, "item-")) {
          command.items.push_back(ItemNo{item});
        }
        return make_order(state, needs, std::move(command));
      },
      page);
}

}  // namespace lantoa::city::reach
