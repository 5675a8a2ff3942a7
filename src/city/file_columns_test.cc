#include "city/file_columns.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

const std::vector<FileColumn>& columns() {
  static const std::vector<FileColumn> list{
      {"viec", {"Việc", "task"}, {"nhiem vu"}, true, {}},
      {"han", {"Hạn", "deadline"}, {}, true, {}},
      {"ket-qua", {"Kết quả", "result"}, {}, false, {}},
  };
  return list;
}

TEST(FileColumns, AreKnownByEveryNameInAnyOrder) {
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{"hạn", "việc"}, {"han", "nhiem_vu"}, {"deadline", "task"}}) {
    const auto head = read_file_head(names, columns());
    ASSERT_TRUE(head) << names[0];
    const sheet::Row row{2, {"30/06/2021", "Họp"}};
    EXPECT_EQ(head->cell(row, "viec"), "Họp");
    EXPECT_EQ(head->cell(row, "han"), "30/06/2021");
    EXPECT_EQ(head->cell(row, "ket-qua"), "") << "the file has no such column";
    EXPECT_EQ(head->names.at("viec"), names[1]);
    EXPECT_EQ(head->names.at("ket-qua"), "Kết quả");
  }
}

TEST(FileColumns, EachThatIsUnknownTwiceOrMissingIsNamed) {
  const auto head = read_file_head({"việc", "task", "ghi chú"}, columns());
  ASSERT_FALSE(head);
  ASSERT_EQ(head.error().details.size(), 3U);
  EXPECT_EQ(head.error().details[0].field, "task");
  EXPECT_EQ(head.error().details[1].field, "ghi chú");
  EXPECT_EQ(head.error().details[2].field, "Hạn");
  EXPECT_EQ(head.error().field, file_field);
}

TEST(FileColumns, OfFixedNamesThoseThatAreMissingAreNamedAndOthersPassedOver) {
  const Text wanted{"Cần: name, unit.", "Needed: name, unit."};
  EXPECT_TRUE(need_columns({{"unit", "note", "name"}, {}}, {"name", "unit"}, wanted));
  const auto missing = need_columns({{"note", "unit"}, {}}, {"name", "unit"}, wanted);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().text, wanted);
  EXPECT_EQ(missing.error().field, file_field);
  ASSERT_EQ(missing.error().details.size(), 1U);
  EXPECT_EQ(missing.error().details[0].text.vi, "thiếu cột “name”");
}

TEST(FileFaults, AreAllCountedAndSoManyListed) {
  FileFaults faults;
  for (std::size_t i = 0; i < file_faults_listed_max + 3; ++i) faults.add(2, "hạn", {"sai", "bad"});
  const Problem problem = of_file(std::move(faults).problem());
  EXPECT_EQ(problem.details.size(), file_faults_listed_max + 1);
  EXPECT_EQ(problem.details.back().text.vi, "và 3 lỗi nữa");
  EXPECT_EQ(problem.details.front().text.vi, "cột “hạn”: sai");
}

TEST(FileFaults, AConflictIsOfNoField) {
  EXPECT_EQ(of_file({Code::Conflict, {"Đã đổi", "Changed"}, {}, {}}).field, "");
  EXPECT_EQ(of_file({Code::TooLarge, {"Quá dài", "Too long"}, {}, {}}).field, "tep");
}

}  // namespace
}  // namespace lantoa::city
