// Importing the tree: seen, then confirmed, by the account that saw it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/organisation/organisation.h"
#include "city/testing.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::HasSubstr;

const std::string two_units = "code,parent,name,kind\n01,,Thành phố Mẫu,Thành phố\n1,01,A,Quận\n";

struct ImportUnitsPages : ::testing::Test {
  ImportUnitsPages() {
    install(node.app, state, {calendar});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
      actor.grants = {{Role::Administrator, UnitNo{1}}};
      return actor;
    };
    keeper = node.sign_in("account/1");
  }

  http::Response preview(const std::string& bytes) {
    return node.post_file("/don-vi/nhap/xem-truoc", {}, {"tep", bytes}, keeper);
  }
  static std::string file_of(const http::Response& seen) {
    const std::string before = "name=\"tep\" value=\"";
    const std::size_t at = seen.body.find(before);
    EXPECT_NE(at, std::string::npos) << seen.body;
    return at == std::string::npos ? "" : seen.body.substr(at + before.size(), 64);
  }

  testing::Node node;
  calendar::State calendar;
  State state;
  std::string keeper;
};

TEST_F(ImportUnitsPages, SeenThenConfirmedOnce) {
  EXPECT_THAT(node.get("/don-vi/nhap", keeper).body, HasSubstr("Nhập cây đơn vị"));
  const auto seen = preview(two_units);
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, HasSubstr("<caption id=\"bang\">Sẽ thêm</caption>"));
  EXPECT_EQ(state.size(), 0U) << "nothing is written by looking";
  const std::string form = "tep=" + file_of(seen);
  EXPECT_EQ(node.post("/don-vi/nhap", form, node.sign_in("account/2")).status, 409)
      << "another account saw nothing";
  for (int i = 0; i < 2; ++i) {
    const auto done = node.post("/don-vi/nhap", form + "&khoa=mot", keeper);
    EXPECT_EQ(done.status, 303) << done.body;
    EXPECT_EQ(done.header("Location"), "/don-vi?xong=nhap");
    EXPECT_EQ(state.size(), 2U);
  }
  EXPECT_EQ(node.post("/don-vi/nhap", form + "&khoa=hai", keeper).status, 409)
      << "it waits no more";
}

TEST_F(ImportUnitsPages, AFaultNamesItsRowAndNothingWaits) {
  const auto wrong = preview("code,parent,name,kind\n01,,Gốc,Thành phố\n1,99,,Làng\n");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Dòng 3: tên đơn vị trống hoặc quá dài"));
  EXPECT_THAT(wrong.body, HasSubstr("Dòng 3: không có đơn vị cấp trên mang mã “99”"));
  EXPECT_THAT(preview("code,name\n1,A\n").body, HasSubstr("Dòng 1: thiếu cột “parent”"));
  EXPECT_THAT(preview("").body, HasSubstr("Chưa chọn tệp nào."));
  EXPECT_FALSE(*node.vault.open("import/units/1"));
}

}  // namespace
}  // namespace lantoa::city::organisation
