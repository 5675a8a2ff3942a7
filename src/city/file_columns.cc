#include "city/file_columns.h"

#include "kernel/assert.h"
#include "viet/unicode.h"

namespace lantoa::city {
namespace {

// Each field by every name that its column may have.
ColumnNames fields_by_name(const std::vector<FileColumn>& columns) {
  ColumnNames out;
  for (const FileColumn& column : columns) {
    out.emplace(plain_words(column.name.vi), column.field);
    out.emplace(plain_words(column.name.en), column.field);
    for (const std::string_view name : column.also) out.emplace(plain_words(name), column.field);
  }
  return out;
}

Problem faulty_head(std::vector<Detail> faults) {
  const std::string count = std::to_string(faults.size());
  return {Code::Invalid,
          {"Dòng tên cột có " + count + " chỗ cần sửa; chưa có gì được ghi.",
           faults.size() == 1
               ? "The row of column names has one fault; nothing was written."
               : "The row of column names has " + count + " faults; nothing was written."},
          file_field,
          std::move(faults)};
}

}  // namespace

std::string plain_words(std::string_view text) {
  std::string out;
  for (const char c : viet::fold(text)) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string FileHead::cell(const sheet::Row& row, std::string_view field) const {
  const auto place = places.find(field);
  return place == places.end() ? std::string() : row.fields[place->second];
}

Result<FileHead> read_file_head(const std::vector<std::string>& head,
                                const std::vector<FileColumn>& columns) {
  const ColumnNames fields = fields_by_name(columns);
  FileHead out;
  for (const FileColumn& column : columns) out.names.emplace(column.field, column.name.vi);
  std::vector<Detail> faults;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto field = fields.find(plain_words(head[i]));
    if (field == fields.end()) {
      faults.push_back({head[i],
                        1,
                        {"Không hiểu tên cột này; hãy đổi tên theo bảng ở trang này, hoặc xóa cột.",
                         "This name is not known; name the column as this page says, or delete "
                         "it."}});
      continue;
    }
    const auto [place, fresh] = out.places.emplace(field->second, i);
    if (!fresh) {
      const std::string& first = head[place->second];
      faults.push_back({head[i],
                        1,
                        {"Cùng nghĩa với cột “" + first + "”; hãy xóa một trong hai cột.",
                         "It means the same as the column “" + first + "”; delete one of them."}});
      continue;
    }
    out.names[field->second] = head[i];
  }
  for (const FileColumn& column : columns) {
    if (!column.required || out.places.contains(column.field)) continue;
    faults.push_back({column.name.vi,
                      1,
                      {"Thiếu cột này; hãy thêm cột “" + column.name.vi + "”.",
                       "It is missing; add a column “" + column.name.en + "”."}});
  }
  if (!faults.empty()) return tl::unexpected(faulty_head(std::move(faults)));
  return out;
}

Result<void> need_columns(const sheet::Table& table, std::initializer_list<const char*> names,
                          Text wanted) {
  Problem missing{Code::Invalid, std::move(wanted), file_field, {}};
  for (const std::string name : names) {
    if (table.column(name) != table.head.size()) continue;
    missing.details.push_back(
        {file_field, 1, {"thiếu cột “" + name + "”", "column “" + name + "” is missing"}});
  }
  if (!missing.details.empty()) return tl::unexpected(std::move(missing));
  return {};
}

void FileFaults::add(std::uint32_t line, std::string column, Text text) {
  if (++count_ > file_faults_listed_max) return;
  listed_.push_back({std::move(column), line, std::move(text)});
}

Problem FileFaults::problem() && {
  ASSERT(count_ > 0);
  const std::string count = std::to_string(count_);
  if (count_ > listed_.size()) {
    const std::string rest = std::to_string(count_ - listed_.size());
    listed_.push_back({{},
                       0,
                       {"và " + rest + " lỗi nữa",
                        rest == "1" ? "and one more fault" : "and " + rest + " more faults"}});
  }
  return {Code::Invalid,
          {"Có " + count + " lỗi trong tệp; chưa có gì được ghi.",
           count_ == 1 ? "One fault in the file; nothing was written."
                       : count + " faults in the file; nothing was written."},
          file_field,
          std::move(listed_)};
}

Problem of_file(Problem problem) {
  if (problem.code != Code::Conflict) problem.field = file_field;
  for (Detail& detail : problem.details) {
    if (detail.row == 0 || detail.field.empty()) continue;
    detail.text.vi = "cột “" + detail.field + "”: " + detail.text.vi;
    detail.text.en = "column “" + detail.field + "”: " + detail.text.en;
  }
  return problem;
}

}  // namespace lantoa::city
