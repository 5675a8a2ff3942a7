#include "city/activity/kinds.h"

#include <algorithm>
#include <string>

#include "city/activity/state.h"

namespace lantoa::city::activity {
namespace {

constexpr std::string_view attendances = "luot-nguoi";

template <class Row>
const Row* find_in(const std::vector<Row>& rows, std::string_view code) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Measure>& measures() {
  static const std::vector<Measure> list{
      {attendances, {"Số lượt người dự", "Attendances"}, {"lượt người", "attendances"}},
      {"luot-thi", {"Số lượt người dự thi", "Entries"}, {"lượt dự thi", "entries"}},
      {"tai-lieu", {"Số bản tài liệu", "Copies"}, {"bản", "copies"}},
      {"dang-mang",
       {"Trong đó đăng trên mạng", "Of them on the Internet"},
       {"bản đăng trên mạng", "on the Internet"}},
      {"lan-phat", {"Số lần phát", "Broadcasts"}, {"lần phát", "broadcasts"}},
      {"phut-phat",
       {"Tổng số phút phát", "Minutes on the air"},
       {"phút phát", "minutes on the air"}},
      {"tin-bai", {"Số tin, bài", "News items"}, {"tin, bài", "news items"}},
      {"chiec", {"Số lượng (chiếc)", "Pieces"}, {"chiếc", "pieces"}},
      {"vu-viec", {"Số vụ việc", "Cases"}, {"vụ việc", "cases"}},
  };
  return list;
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> list{
      {"truc-tiep", {"Họp, hội nghị, nói chuyện", "Meeting or talk"}, {{attendances}}},
      {"loa", {"Phát trên loa", "Loudspeakers"}, {{"lan-phat"}, {"phut-phat"}}},
      {"tai-lieu",
       {"Tài liệu, tờ gấp", "Leaflets, printed matter"},
       {{"tai-lieu"}, {"dang-mang", false, "tai-lieu"}}},
      {news_kind, {"Tin, bài trên mạng, báo, đài", "News on the web, in the press"}, {{"tin-bai"}}},
      {"truc-quan", {"Pa-nô, áp phích, băng rôn", "Panels, posters, banners"}, {{"chiec"}}},
      {"truc-tuyen", {"Phổ biến trực tuyến", "Online meeting"}, {{attendances}}},
      {"cuoc-thi", {"Cuộc thi tìm hiểu", "Contest"}, {{"luot-thi"}}},
      {"tu-van", {"Tư vấn, giải đáp", "Advice"}, {{"vu-viec"}}},
      {"khac", {"Hình thức khác", "Another form"}, {{attendances, false}}},
  };
  return list;
}

const std::vector<Kind>& channel_kinds() {
  static const std::vector<Kind> list{
      {portal_kind, {"Tin, bài trên Cổng", "Articles on the portal"}, {{"tin-bai"}}},
  };
  return list;
}

const Kind* find_kind(std::string_view code) {
  const Kind* kind = find_in(kinds(), code);
  return kind != nullptr ? kind : find_in(channel_kinds(), code);
}

bool is_of_channel(std::string_view kind) { return find_in(channel_kinds(), kind) != nullptr; }
const Measure* find_measure(std::string_view code) { return find_in(measures(), code); }

bool is_counted(std::string_view kind, std::string_view measure) {
  const Kind* found = find_kind(kind);
  if (found == nullptr || measure.empty()) return found != nullptr;
  return std::any_of(found->measures.begin(), found->measures.end(),
                     [&](const Asked& one) { return one.measure == measure; });
}

bool is_attended(std::string_view kind) { return is_counted(kind, attendances); }

std::optional<std::uint32_t> attendances_of(const Record& record) {
  const auto found = std::find_if(record.amounts.begin(), record.amounts.end(),
                                  [](const Amount& one) { return one.measure == attendances; });
  return found == record.amounts.end() ? std::nullopt : std::optional(found->amount);
}

Text kind_title(std::string_view code) {
  if (const Kind* kind = find_kind(code)) return kind->title;
  return {std::string(code), std::string(code)};
}

}  // namespace lantoa::city::activity
