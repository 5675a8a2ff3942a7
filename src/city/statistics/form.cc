#include "city/statistics/form.h"

#include <algorithm>
#include <map>
#include <set>

#include "city/activity/state.h"
#include "city/faults.h"
#include "kernel/assert.h"
#include "kernel/fact.h"
#include "platform/embedded/embedded.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::size_t code_characters_max = 40;

bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= code_characters_max &&
         code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::string marked(std::string_view text) { return "“" + std::string(text) + "”"; }

void check_words(Faults& faults, std::string_view place, const Words& words) {
  if (!words.vi.empty() && !words.en.empty()) return;
  const std::string at = marked(place);
  faults.add(std::string(place), {at + " thiếu lời bằng tiếng Việt hoặc tiếng Anh (vi, en).",
                                  at + " lacks its words in Vietnamese or English (vi, en)."});
}

void check_source(Faults& faults, const Column& column, const Source& source) {
  if (activity::is_counted(source.kind, source.measure)) return;
  const std::string what =
      source.measure.empty() ? source.kind : source.kind + "/" + source.measure;
  faults.add("columns." + column.code + ".sources",
             {"Cột " + marked(column.code) + ": hoạt động không đếm " + marked(what) + ".",
              "Column " + marked(column.code) + ": activities do not count " + marked(what) + "."});
}

void check_columns(Faults& faults, const Form& form) {
  if (form.columns.empty() || form.columns.size() > columns_max) {
    faults.add("columns",
               {"Biểu mẫu phải có từ 1 đến 100 cột.", "A form has from 1 to 100 columns."});
  }
  std::set<std::string_view> seen;
  for (const Column& column : form.columns) {
    const std::string field = "columns." + column.code;
    if (!is_code(column.code)) {
      faults.add(field, {"Mã cột " + marked(column.code) + " chỉ được có chữ a–z, số và dấu gạch.",
                         "The code of a column, " + marked(column.code) +
                             ", has only letters a–z, digits and dashes."});
    } else if (!seen.insert(column.code).second) {
      faults.add(field,
                 {"Có hai cột cùng mã " + marked(column.code) + "; hãy đổi một mã.",
                  "Two columns have the code " + marked(column.code) + "; change one of them."});
    }
    check_words(faults, field + ".title", column.title);
    check_words(faults, field + ".unit", column.unit);
    for (const Source& source : column.sources) check_source(faults, column, source);
  }
}

// Columns from which, going from a whole to its parts, one comes back to where one began.
class Circles {
 public:
  explicit Circles(const Form& form) {
    for (const Check& check : form.checks) {
      auto& parts = parts_[check.whole];
      parts.insert(parts.end(), check.parts.begin(), check.parts.end());
    }
  }
  // "10 → 11 → 10", empty when there is none.
  std::string from(const std::string& column) {
    way_.clear();
    return visit(column) ? text() : std::string();
  }

 private:
  bool visit(const std::string& column) {
    const bool again = std::find(way_.begin(), way_.end(), column) != way_.end();
    way_.push_back(column);
    if (again && column == way_.front()) return true;
    if (again) {
      way_.pop_back();
      return false;
    }
    const auto found = parts_.find(column);
    if (found != parts_.end()) {
      for (const std::string& part : found->second) {
        if (visit(part)) return true;
      }
    }
    way_.pop_back();
    return false;
  }
  std::string text() const {
    std::string out;
    for (const std::string& column : way_) out += (out.empty() ? "" : " → ") + column;
    return out;
  }

  std::map<std::string, std::vector<std::string>> parts_;
  std::vector<std::string> way_;
};

void check_checks(Faults& faults, const Form& form) {
  const auto known = [&](const std::string& field, const std::string& column) {
    if (find_column(form, column) != nullptr) return true;
    faults.add(
        field,
        {"Quy tắc cộng của cột nhắc tới cột " + marked(column) + " không có trong biểu mẫu.",
         "A rule of addition names column " + marked(column) + ", which the form does not have."});
    return false;
  };
  Circles circles(form);
  std::set<std::string> told;
  for (const Check& check : form.checks) {
    const std::string field = "checks." + check.whole;
    bool all_known = known(field, check.whole);
    for (const std::string& part : check.parts) all_known = known(field, part) && all_known;
    if (check.parts.size() < 2) {
      faults.add(
          field,
          {"Quy tắc cộng của cột " + marked(check.whole) + " phải có ít nhất hai cột thành phần.",
           "The rule of addition of column " + marked(check.whole) + " needs two parts at least."});
    }
    if (std::set(check.parts.begin(), check.parts.end()).size() != check.parts.size()) {
      faults.add(field, {"Quy tắc cộng của cột " + marked(check.whole) + " cộng một cột hai lần.",
                         "The rule of addition of column " + marked(check.whole) +
                             " adds one column twice."});
    }
    const std::string circle = all_known ? circles.from(check.whole) : std::string();
    if (!circle.empty() && told.insert(check.whole).second) {
      faults.add(field, {"Quy tắc cộng đi vòng: " + circle + ". Hãy bỏ một quy tắc.",
                         "The rules of addition go in a circle: " + circle + ". Drop one."});
    }
  }
}

// Those of the file; that dates exist has been seen by who decoded them.
void check_validity(Faults& faults, const Form& form) {
  if (form.valid_from && form.valid_to && *form.valid_to < *form.valid_from) {
    faults.add("valid_to", {"valid_to phải từ ngày valid_from trở đi.",
                            "valid_to must not be before valid_from."});
  }
  if (!form.replaced_by) return;
  if (!is_code(*form.replaced_by)) {
    faults.add("replaced_by",
               {"replaced_by phải là mã của một biểu mẫu: chữ a–z, số và dấu gạch.",
                "replaced_by has to be the code of a form: letters a–z, digits and dashes."});
  } else if (*form.replaced_by == form.code) {
    faults.add("replaced_by", {"replaced_by không được là chính biểu mẫu này.",
                               "replaced_by must not be the form itself."});
  }
}

Problem unreadable(const std::string& field) {
  if (field == "valid_from" || field == "valid_to") {
    return {Code::Invalid,
            {field + " phải là một ngày có thật, ví dụ 2021-12-31.",
             field + " has to be a day that exists, for example 2021-12-31."},
            field,
            {}};
  }
  return {Code::Invalid,
          {"Tệp biểu mẫu không đọc được ở " + marked(field) + ".",
           "The file of the form cannot be read at " + marked(field) + "."},
          field,
          {}};
}

std::vector<Form> read_all() {
  constexpr std::string_view folder = "forms/";
  std::vector<Form> out;
  for (const auto& file : embedded::files()) {
    if (!file.path.starts_with(folder)) continue;
    auto form = read_form(file.bytes);
    if (!form) assertion_failed(form.error().text.en.c_str(), __FILE__, __LINE__);
    out.push_back(*std::move(form));
  }
  std::sort(out.begin(), out.end(),
            [](const Form& one, const Form& other) { return one.code < other.code; });
  for (std::size_t i = 1; i < out.size(); ++i) ASSERT(out[i - 1].code != out[i].code);
  for (const Form& form : out) {
    ASSERT(!form.replaced_by || std::any_of(out.begin(), out.end(), [&](const Form& other) {
      return other.code == *form.replaced_by;
    }));
  }
  return out;
}

}  // namespace

Result<Form> read_form(std::string_view json) {
  auto form = decode<Form>(json);
  if (!form) return tl::unexpected(unreadable(form.error().field));
  Faults faults;
  if (!is_code(form->code)) {
    faults.add("code", {"Mã biểu mẫu chỉ được có chữ a–z, số và dấu gạch, tối đa 40 ký tự.",
                        "The code of a form has only letters a–z, digits and dashes, at most 40."});
  }
  check_words(faults, "title", form->title);
  check_words(faults, "origin", form->origin);
  if (form->asks.empty()) {
    faults.add("asks",
               {"Hãy ghi loại đơn vị điền biểu mẫu.", "Say which kinds of units fill the form."});
  }
  check_columns(faults, *form);
  check_checks(faults, *form);
  check_validity(faults, *form);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return *std::move(form);
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all = read_all();
  return all;
}

const Form* find_form(std::string_view code) {
  const auto found = std::find_if(forms().begin(), forms().end(),
                                  [&](const Form& form) { return form.code == code; });
  return found == forms().end() ? nullptr : &*found;
}

const Column* find_column(const Form& form, std::string_view code) {
  const auto found = std::find_if(form.columns.begin(), form.columns.end(),
                                  [&](const Column& column) { return column.code == code; });
  return found == form.columns.end() ? nullptr : &*found;
}

bool Form::is_in_force(Date day) const {
  return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
}

bool is_in_force_somewhere(const Form& form, Date from, Date to) {
  return (!form.valid_from || *form.valid_from <= to) && (!form.valid_to || from <= *form.valid_to);
}

Text asked_when(const Form& form) {
  if (!form.valid_from && !form.valid_to) return {};
  Text out{"Dùng cho kỳ có ngày cuối", "For periods whose last day is"};
  if (form.valid_from) {
    out.vi += " từ " + vietnamese(*form.valid_from);
    out.en += " from " + vietnamese(*form.valid_from) + " on";
  }
  if (form.valid_to) {
    out.vi += " đến hết " + vietnamese(*form.valid_to);
    out.en += std::string(form.valid_from ? "," : "") + " up to " + vietnamese(*form.valid_to);
  }
  out.vi += '.';
  out.en += '.';
  if (form.replaced_by) {
    const Form* next = find_form(*form.replaced_by);
    const Text name =
        next == nullptr ? Text{*form.replaced_by, *form.replaced_by} : next->title.text();
    out.vi += " Biểu mẫu thay thế: " + marked(name.vi) + ".";
    out.en += " It is replaced by " + marked(name.en) + ".";
  }
  return out;
}

}  // namespace lantoa::city::statistics
