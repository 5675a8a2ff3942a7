#include "city/file_import.h"

namespace lantoa::city {

Result<std::string> chosen_file(const Visit& visit) {
  std::string bytes(visit.file(file_field));
  if (!bytes.empty()) return bytes;
  return problem(Code::Invalid, {"Chưa chọn tệp nào.", "No file was chosen."}, file_field);
}

bool shows_preview_again(const Problem& why) {
  return why.code == Code::Unavailable || why.code == Code::Conflict;
}

}  // namespace lantoa::city
