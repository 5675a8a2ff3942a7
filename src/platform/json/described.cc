#include "platform/json/described.h"

namespace lantoa::json {

void Reading::add(const std::string& place, Text text) {
  if (faults_.size() < faults_max) faults_.push_back({place, 0, std::move(text)});
}

Problem Reading::problem() && {
  const std::string count = std::to_string(faults_.size());
  Problem out{Code::Invalid,
              {"Có " + count + " chỗ chưa đúng; xem từng chỗ ở “faults”.",
               count + " places cannot be right; see each in “faults”."},
              {},
              std::move(faults_)};
  if (out.details.size() == 1) {
    out.text = out.details.front().text;
    out.field = out.details.front().field;
  }
  return out;
}

Text wanted_text() {
  return {"Phải là chuỗi ký tự trong dấu ngoặc kép.", "It has to be a string."};
}
Text wanted_flag() { return {"Phải là true hoặc false.", "It has to be true or false."}; }
Text wanted_list() { return {"Phải là danh sách […].", "It has to be a list […]."}; }
Text wanted_shorter_list(std::size_t most) {
  const std::string count = std::to_string(most);
  return {"Danh sách quá dài: nhiều nhất " + count + " mục; hãy gửi làm nhiều lần.",
          "The list is too long: " + count + " elements at most; send it in several parts."};
}
Text wanted_object() { return {"Phải là đối tượng {…}.", "It has to be an object {…}."}; }
Text wanted_date() {
  return {"Phải là ngày có thật, viết như \"2021-06-15\".",
          "It has to be a day that exists, written like \"2021-06-15\"."};
}
Text wanted_integer(std::uint64_t least, std::uint64_t most) {
  const std::string from = std::to_string(least);
  const std::string to = std::to_string(most);
  return {"Phải là số nguyên từ " + from + " đến " + to + ", không có dấu ngoặc kép.",
          "It has to be a whole number from " + from + " to " + to + ", without quotes."};
}
Text wanted_one_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return {"Phải là một trong: " + list + ".", "It has to be one of: " + list + "."};
}
Text wanted_member() { return {"Còn thiếu; hãy gửi kèm trường này.", "It is missing; send it."}; }
Text unknown_member() {
  return {"Không có trường nào tên như vậy; hãy xem lại cách viết.",
          "There is no member of that name; check how it is written."};
}

Value schema_of_text() { return Value::object().add("type", Value::of("string")); }
Value schema_of_flag() { return Value::object().add("type", Value::of("boolean")); }
Value schema_of_integer(std::uint64_t least, std::uint64_t most) {
  Value out = Value::object();
  out.add("type", Value::of("integer"));
  out.add("minimum", Value::of(least));
  if (most < UINT64_MAX) out.add("maximum", Value::of(most));
  return out;
}
Value schema_of_format(std::string_view format) {
  Value out = schema_of_text();
  out.add("format", Value::of(std::string(format)));
  return out;
}
Value schema_of_names(const std::vector<std::string>& names) {
  std::vector<Value> list;
  list.reserve(names.size());
  for (const std::string& name : names) list.push_back(Value::of(name));
  Value out = schema_of_text();
  out.add("enum", Value::of(std::move(list)));
  return out;
}
Value reference(std::string_view name) {
  return Value::object().add("$ref", Value::of("#/components/schemas/" + std::string(name)));
}

}  // namespace lantoa::json
