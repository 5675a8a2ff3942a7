#include "city/speaker/branches.h"

#include <algorithm>

namespace lantoa::city::speaker {

const std::vector<Branch>& branches() {
  static const std::vector<Branch> list{
      {"to-chuc-chinh-quyen", {"Tổ chức chính quyền", "Local government"}},
      {"hanh-chinh", {"Hành chính", "Administration"}},
      {"hinh-su", {"Hình sự", "Crime"}},
      {"dan-su", {"Dân sự", "Civil law"}},
      {"hon-nhan-gia-dinh", {"Hôn nhân và gia đình", "Marriage and family"}},
      {"tre-em", {"Trẻ em", "Children"}},
      {"lao-dong", {"Lao động", "Labour"}},
      {"dat-dai", {"Đất đai", "Land"}},
      {"moi-truong", {"Môi trường", "Environment"}},
      {"giao-thong", {"Giao thông", "Traffic"}},
      {"khac", {"Lĩnh vực khác", "Other"}},
  };
  return list;
}

const Branch* find_branch(std::string_view code) {
  const auto& all = branches();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Branch& one) { return one.code == code; });
  return found == all.end() ? nullptr : &*found;
}

Text branch_title(std::string_view code) {
  if (const Branch* branch = find_branch(code)) return branch->title;
  return {std::string(code), std::string(code)};
}

std::string in_words(const std::vector<std::string>& codes, Language language) {
  std::string out;
  for (const std::string& code : codes) {
    out += (out.empty() ? "" : ", ") + branch_title(code).in(language);
  }
  return out;
}

}  // namespace lantoa::city::speaker
