#include "city/changes_api.h"

#include <charconv>

#include "city/own_units.h"

namespace lantoa::city {
namespace {

constexpr const char* after_parameter = "changed_after";
constexpr const char* limit_parameter = "limit";

Problem not_that_far(std::uint64_t after, std::uint64_t head) {
  const std::string asked = std::to_string(after);
  const std::string last = std::to_string(head);
  return {Code::Unavailable,
          {"Máy này mới biết sổ cái đến vị trí " + last + ", chưa đến " + asked +
               ". Hãy gọi lại sau. Nếu vẫn vậy thì sổ cái đã được phục hồi từ bản sao lưu: hãy "
               "đồng bộ lại từ đầu với changed_after=0.",
           "This machine knows the ledger up to position " + last + ", which is before " + asked +
               ". Ask again later. If that does not help, the ledger was restored from a backup: "
               "make the copy anew with changed_after=0."},
          after_parameter,
          {}};
}

}  // namespace

std::vector<api::Parameter> with_changes(std::vector<api::Parameter> others) {
  using Kind = api::Parameter::Kind;
  others.push_back(
      {after_parameter,
       Kind::Position,
       {"Chỉ những gì thay đổi sau vị trí này của sổ cái, theo thứ tự lần thay đổi cuối; 0 là tất "
        "cả, lần sau hỏi từ “up_to”",
        "Only what changed after this position of the ledger, in the order of the last change; 0 "
        "is all of it, the next time ask from “up_to”"}});
  others.push_back({limit_parameter,
                    Kind::Number,
                    {"Nhiều nhất khoảng chừng này mỗi lần, tới 500",
                     "About so many at a time at most, up to 500"}});
  return others;
}

std::size_t limit_of(const Visit& visit, std::size_t most) {
  const std::size_t asked = visit.query_number(limit_parameter);
  return asked == 0 ? most : std::min(asked, most);
}

Result<void> check_no_limit(const Visit& visit) {
  if (visit.query(limit_parameter).empty()) return {};
  return problem(Code::Invalid,
                 {"“limit” chỉ dùng cùng “changed_after”; trang của danh sách thì dài bằng nhau.",
                  "“limit” goes with “changed_after” only; pages of the list have one length."},
                 limit_parameter);
}

Result<std::optional<ChangesAsked>> changes_asked(const Visit& visit,
                                                  std::initializer_list<const char*> others,
                                                  const ledger::Head& head, Right right) {
  const std::string typed = visit.query(after_parameter);
  if (typed.empty()) return std::optional<ChangesAsked>();
  ChangesAsked out;
  // The door has seen that it is a number.
  std::from_chars(typed.data(), typed.data() + typed.size(), out.after);
  for (const char* other : others) {
    if (visit.query(other).empty()) continue;
    return problem(Code::Invalid,
                   {"“" + std::string(other) +
                        "” không dùng cùng “changed_after”: khi dữ liệu thay đổi, một dòng có thể "
                        "ra khỏi phần được chọn mà bản sao của bạn không hay biết. Hãy lấy tất cả "
                        "rồi chọn ở phía bạn.",
                    "“" + std::string(other) +
                        "” does not go with “changed_after”: by a change a row may leave what was "
                        "chosen, and your copy would not hear of it. Take all and choose on your "
                        "side."},
                   other);
  }
  if (out.after > head.seq) return tl::unexpected(not_that_far(out.after, head.seq));
  out.bounds = {limit_of(visit, changes_at_once), changes_looked_at};
  const UnitNo unit{visit.query_number("unit")};
  out.units = unit ? std::vector{unit} : own_units(visit.actor, right);
  return std::optional(out);
}

}  // namespace lantoa::city
