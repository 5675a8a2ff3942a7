// The register as its keepers see it: sessions held, whoever held none for twelve months first; the
// whole of it as a file.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/own_units.h"
#include "city/speaker/branches.h"
#include "city/speaker/filter.h"
#include "city/speaker/held.h"
#include "city/speaker/speaker.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::speaker {
namespace {

constexpr const char* dismissed_code = "da-thoi";
constexpr std::size_t rows_a_lock = 500;  // that are copied for the file while nobody writes
constexpr const char* file_path = "/bao-cao-vien/so/danh-sach.csv";

struct Day {
  std::string day_iso, day;
};
BOOST_DESCRIBE_STRUCT(Day, (), (day_iso, day))

struct Row {
  std::string address;
  std::string name, workplace;
  Text standing;
  std::string unit;
  std::string branches;
  std::uint32_t this_year = 0;
  std::uint32_t all = 0;
  std::optional<Day> last;
  bool idle = false;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, name, workplace, standing, unit, branches, this_year, all, last,
                       idle))

struct Narrowed {
  std::string address;  // of the list without that
};
BOOST_DESCRIBE_STRUCT(Narrowed, (), (address))

struct RegisterView {
  static constexpr std::string_view tpl = "src/city/speaker/register.tpl";
  std::string unit;
  std::string year;
  std::optional<std::string> record;  // address of the form, for those who keep this register
  Chips chips;
  Filter filter;
  std::optional<Narrowed> narrowed;
  bool of_dismissed = false;
  std::uint32_t found = 0;
  std::uint32_t idle_count = 0;
  bool has_idle = false;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
  std::string csv;
};
BOOST_DESCRIBE_STRUCT(RegisterView, (),
                      (unit, year, record, chips, filter, narrowed, of_dismissed, found, idle_count,
                       has_idle, has_rows, rows, pager, csv))

Result<Asked> asked_here(const organisation::State& tree, const Visit& visit) {
  TRY_ASSIGN(Asked asked, asked_of(tree, visit, own_unit(visit.actor)));
  TRY(tree.find(asked.top));
  TRY(tree.require(visit.actor, Right::SeePlans, asked.top));
  return asked;
}

struct Gathered {
  Asked asked;
  RegisterView view;
  std::vector<Ref> some;
  std::vector<SpeakerNo> idle;  // of `some`, ascending
};

Chips chips_of(const std::string& address, std::uint32_t serving, std::uint32_t dismissed,
               bool is_dismissed) {
  Chips out;
  out.heading = {"Tình trạng", "Standing"};
  out.list.push_back({address, {"Đang làm", "Serving"}, serving, !is_dismissed});
  out.list.push_back({address + "&tinh-trang=" + dismissed_code,
                      {"Đã thôi", "Dismissed"},
                      dismissed,
                      is_dismissed});
  return out;
}

Result<Gathered> gather(const Desk& desk, const Visit& visit) {
  const organisation::State& tree = desk.needs.organisation;
  const Date today = desk.needs.calendar.today();
  Gathered out;
  TRY_ASSIGN(out.asked, asked_here(tree, visit));
  const bool is_dismissed = visit.query("tinh-trang") == dismissed_code;
  const std::vector<bool> below = tree.below(out.asked.top);
  std::vector<std::uint32_t> count(tree.size());
  std::uint32_t serving = 0, dismissed = 0;
  for (std::uint32_t i = 1; i <= desk.state.speakers(); ++i) {
    const Speaker& one = desk.state.speaker(SpeakerNo{i});
    const bool is_of_list = one.dismissed.has_value() == is_dismissed;
    if (is_of_list) ++count[one.unit.index()];
    if (!fits(out.asked, below, one)) continue;
    ++(one.dismissed ? dismissed : serving);
    if (!is_of_list) continue;
    out.some.push_back(ref_of(one));
    if (is_idle(one, desk.needs.activities, today)) {
      out.idle.push_back(one.no);
    }
  }
  RegisterView& view = out.view;
  view.unit = tree.unit(out.asked.top).name;
  view.year = std::to_string(to_civil(today).year);
  if (tree.allows(visit.actor, Right::ReportTask, out.asked.top)) {
    view.record = std::string(register_path) + "/moi?don-vi=" + std::to_string(out.asked.top.value);
  }
  // How many there are of each is said before the words are looked for, so they lead there without.
  Asked all = out.asked;
  all.words.clear();
  view.chips =
      chips_of(list_address(std::string(register_path), all), serving, dismissed, is_dismissed);
  view.filter =
      filter_of(tree, std::string(register_path), out.asked, own_unit(visit.actor),
                std::move(count), tree.allowed(visit.actor, Right::SeePlans), visit.language);
  if (is_dismissed) view.filter.standing = dismissed_code;
  view.of_dismissed = is_dismissed;
  if (view.filter.filtered) view.narrowed = Narrowed{view.filter.action};
  view.csv = file_path + std::string("?don-vi=") + std::to_string(out.asked.top.value);
  return out;
}

Row row_of(const Desk& desk, const Listed& listed, Language language) {
  const Speaker& one = desk.state.speaker(listed.no);
  const Date today = desk.needs.calendar.today();
  const organisation::Unit& unit = desk.needs.organisation.unit(one.unit);
  const Held held = held_by(one, desk.needs.activities, today);
  Row row;
  row.address = address_of(one.no);
  row.name = listed.words->name;
  row.workplace = listed.words->workplace;
  row.standing = title_at(one.standing, unit.kind);
  row.unit = unit.name;
  row.branches = in_words(one.branches, language);
  row.this_year = held.this_year;
  row.all = held.all;
  if (held.last) row.last = Day{iso(*held.last), vietnamese(*held.last)};
  row.idle = is_idle(one, desk.needs.activities, today);
  return row;
}

Result<http::Response> show(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(Gathered gathered, desk.app.engine.read([&] { return gather(desk, visit); }));
  auto listed = desk.names->find(gathered.some, gathered.asked.words, visit.language);
  const auto is_idle_one = [&](const Listed& one) {
    return std::binary_search(gathered.idle.begin(), gathered.idle.end(), one.no);
  };
  const auto rest = std::stable_partition(listed.begin(), listed.end(), is_idle_one);
  RegisterView& view = gathered.view;
  view.idle_count = static_cast<std::uint32_t>(rest - listed.begin());
  view.has_idle = view.idle_count > 0;
  view.found = static_cast<std::uint32_t>(listed.size());
  std::string address = list_address(std::string(register_path), gathered.asked);
  if (view.filter.standing) address += "&tinh-trang=" + *view.filter.standing;
  view.pager = make_pager(view.found, visit.page(), address);
  desk.app.engine.read([&] {
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(view.found, first + rows_per_page); ++i) {
      view.rows.push_back(row_of(desk, listed[i], visit.language));
    }
  });
  view.has_rows = !view.rows.empty();
  return desk.app.show(visit, {"Báo cáo viên, tuyên truyền viên", "Law speakers"}, view);
}

// One line of the file, copied while the state stands still.
struct Line {
  Row row;
  std::string decision, since, dismissed;
};

Line line_of(const Desk& desk, const Listed& listed) {
  const Speaker& one = desk.state.speaker(listed.no);
  return {row_of(desk, listed, Language::Vietnamese), one.decision, vietnamese(one.on),
          one.dismissed ? vietnamese(one.dismissed->on) : ""};
}

std::string csv_of(const std::vector<Line>& lines) {
  sheet::CsvWriter csv;
  for (const char* head :
       {"so", "ho_ten", "noi_cong_tac", "cong_nhan_la", "don_vi", "linh_vuc", "quyet_dinh",
        "ngay_cong_nhan", "buoi_trong_nam", "buoi_tat_ca", "buoi_gan_nhat", "ngay_thoi"}) {
    csv.text(head);
  }
  csv.end_row();
  for (const Line& line : lines) {
    const Row& row = line.row;
    csv.number(row.address.substr(register_path.size() + 1));
    csv.text(row.name).text(row.workplace).text(row.standing.vi).text(row.unit).text(row.branches);
    csv.text(line.decision).text(line.since);
    csv.number(std::to_string(row.this_year)).number(std::to_string(row.all));
    csv.text(row.last ? row.last->day : "").text(line.dismissed);
    csv.end_row();
  }
  return csv.take();
}

Result<http::Response> as_file(const Desk& desk, const Visit& visit) {
  std::vector<Ref> some;
  TRY(desk.app.engine.read([&]() -> Result<void> {
    TRY_ASSIGN(const Asked asked, asked_here(desk.needs.organisation, visit));
    const std::vector<bool> below = desk.needs.organisation.below(asked.top);
    for (std::uint32_t i = 1; i <= desk.state.speakers(); ++i) {
      const Speaker& one = desk.state.speaker(SpeakerNo{i});
      if (fits(asked, below, one)) some.push_back(ref_of(one));
    }
    return {};
  }));
  const auto listed = desk.names->find(some, {}, Language::Vietnamese);
  std::vector<Line> lines;
  for (std::size_t done = 0; done < listed.size(); done += rows_a_lock) {
    desk.app.engine.read([&] {
      const std::size_t end = std::min(listed.size(), done + rows_a_lock);
      for (std::size_t i = done; i < end; ++i) lines.push_back(line_of(desk, listed[i]));
    });
  }
  return http::csv(csv_of(lines), "bao-cao-vien.csv");
}

}  // namespace

void install_register(const Desk& desk) {
  desk.app.routes.get(std::string(register_path), Right::SeePlans,
                      [desk](const Visit& visit) { return show(desk, visit); });
  desk.app.routes.get(file_path, Right::SeePlans,
                      [desk](const Visit& visit) { return as_file(desk, visit); });
}

}  // namespace lantoa::city::speaker
