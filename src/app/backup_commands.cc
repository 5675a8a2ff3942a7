// What backing up and restoring says to the keeper of the machine.
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"

namespace lantoa::app {
namespace {

std::string place_of(const ledger::Head& head) {
  return head_text(head) + " (" + vietnamese(vietnam_date(head.at)) + ")";
}

Problem not_complete(const Backup& backup) {
  Problem out{
      Code::Conflict,
      {"Đã sao lưu, trừ những gì đã mất hoặc hỏng từ trước; hãy lấy chúng từ bản sao lưu cũ "
       "hơn.",
       "Backed up, but for what was gone or damaged before; take it from an older backup."},
      std::string(wrong_ledger),
      backup.missing.told};
  for (const std::string& file : backup.damaged) out.details.push_back({{}, 0, {file, file}});
  return out;
}

}  // namespace

int backup(const std::filesystem::path& data, const std::filesystem::path& to, bool with_key) {
  const auto made = make_backup(data, to, with_key);
  if (!made) return fail(made.error());
  std::cout << "Đã sao lưu | backed up: " << to.string() << "\n  " << place_of(made->manifest.head)
            << "\n  " << made->manifest.blobs << " nội dung | contents\n";
  if (with_key) {
    std::cout << "Có kèm khóa: ai có bản này đọc được dữ liệu cá nhân | with the key: whoever has "
                 "this reads personal data\n";
  } else {
    std::cout << "Không kèm khóa; giữ riêng một bản, nơi khác | without the keys; keep a copy of "
                 "them elsewhere: "
              << (data / "vault.key").string() << ", " << (data / "checkpoint.key").string()
              << '\n';
  }
  const bool complete = made->damaged.empty() && made->missing.count == 0;
  if (const int code = printed(); code != 0 || complete) return code;
  return fail(not_complete(*made));
}

int restore(const RestoreOptions& options) {
  const auto restored = restore_backup(options);
  if (!restored) return fail(restored.error());
  const std::string data = options.to.string();
  std::cout << "Đã khôi phục | restored: " << data << "\n  " << place_of(restored->manifest.head)
            << '\n';
  if (restored->erasures_up_to == 0) {
    std::cout << "Những gì đã xóa sau bản sao lưu này lại đọc được; nếu còn sổ cái hoặc bản xuất "
                 "mới hơn, hãy làm lại với --erasures | what was erased after this backup can be "
                 "read again; with a later ledger or export, start over with --erasures\n";
  } else {
    std::cout << "Đã xóa lại | erased again: " << restored->erased << ", đến sự kiện | up to fact "
              << restored->erasures_up_to << '\n';
  }
  if (!restored->has_key) {
    std::cout << "Đặt tệp khóa vào | put the key file at: " << (options.to / "vault.key").string()
              << " (chmod 600)\n";
  }
  if (!restored->has_signing_key) {
    std::cout
        << "Đặt cả khóa ký vào, nếu sổ cái này đã được ký | put the signing key there too, if "
           "this ledger was signed: "
        << (options.to / "checkpoint.key").string() << " (chmod 600)\n";
  }
  if (const int code = printed(); code != 0 || !restored->erasures_short) return code;
  return fail(*restored->erasures_short);
}

}  // namespace lantoa::app
