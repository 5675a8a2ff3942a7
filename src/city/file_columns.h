// A table that an office sent, its columns known by name: in either language, with or without
// marks, in any case and order. What its cells mean is the slice's affair.
//
//   TRY_ASSIGN(const FileHead head, read_file_head(table.head, columns));
//   const std::string place = head.cell(row, "noi-lam");
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/sheet/table.h"

namespace lantoa::city {

constexpr const char* file_field = "tep";            // of the forms that send a file
constexpr std::size_t file_faults_listed_max = 200;  // the count of the rest is said

struct FileColumn {
  std::string_view field;
  Text name;
  std::vector<std::string_view> also;  // further names, without marks
  bool required = false;
  Text holds;
};

// Small letters without marks and digits, one space between words: "Nơi_làm" is "noi lam".
std::string plain_words(std::string_view text);

// By field: the column's name in the file, else the one it should have.
using ColumnNames = std::map<std::string, std::string, std::less<>>;

struct FileHead {
  std::map<std::string, std::size_t, std::less<>> places;  // by field
  ColumnNames names;

  std::string cell(const sheet::Row& row, std::string_view field) const;  // empty without a column
};

// Invalid with a Detail for every column that has no meaning, has that of another one, or is
// required and missing.
Result<FileHead> read_file_head(const std::vector<std::string>& head,
                                const std::vector<FileColumn>& columns);

// Of a file whose columns have fixed names, each one way to write it, as those of the tree of units
// and of people: programs make them, and further columns are passed over, so read_file_head, which
// refuses what it does not know, would turn files away that are good. Invalid with a Detail for
// every one of `names` that is missing; `wanted` says which there have to be.
Result<void> need_columns(const sheet::Table& table, std::initializer_list<const char*> names,
                          Text wanted);

// Every fault of the rows of one file; nothing of it is written.
class FileFaults {
 public:
  void add(std::uint32_t line, std::string column, Text text);
  std::size_t count() const { return count_; }
  Problem problem() &&;  // needs count() > 0

 private:
  std::size_t count_ = 0;
  std::vector<Detail> listed_;
};

// The same at the field of the form that sent the file: a fault of a cell names its column in its
// sentence. A Conflict is of no field: the file may be right.
Problem of_file(Problem problem);

}  // namespace lantoa::city
