#include "app/copy_command.h"

#include <iostream>
#include <iterator>
#include <vector>

#include "app/backup_parts.h"
#include "app/command_files.h"
#include "app/commands.h"
#include "platform/ledger/copy.h"
#include "platform/ledger/file.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/ledger/summed_folder.h"

namespace lantoa::app {
namespace {

constexpr std::uint64_t facts_between_words = 100'000;

Result<ledger::Copied> copy_open(const Place& from, const Place& to) {
  // Opened for writing, so that no server of a folder goes on writing it meanwhile.
  TRY_ASSIGN(const auto source, open_store(from, ledger::Access::ReadWrite));
  TRY_ASSIGN(const auto source_blobs, open_blobs(from, ledger::Access::ReadOnly));
  TRY_ASSIGN(const auto target, open_store(to, ledger::Access::Fill));
  TRY_ASSIGN(const auto target_blobs, open_blobs(to, ledger::Access::Fill));
  return ledger::copy_ledger({*source, *source_blobs}, {*target, *target_blobs},
                             [](std::uint64_t seq) {
                               if (seq % facts_between_words == 0) std::cerr << seq << "…\n";
                             });
}

// What reads the vault and what signs checkpoints: without the latter the copy could not be served.
Result<void> copy_keys(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::vector<const char*> names{backup_parts::key_name};
  names.insert(names.end(), std::begin(backup_parts::signing_names),
               std::end(backup_parts::signing_names));
  for (const char* name : names) {
    if (std::filesystem::exists(from / name, error)) TRY(ledger::copy_file(from / name, to / name));
  }
  return {};
}

Result<ledger::Copied> copy_to_folder(const Place& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::remove(to, error);  // an empty one
  TRY_ASSIGN(const auto beside, backup_parts::NewFolder::begin(to));
  TRY_ASSIGN(const auto copied, copy_open(from, {beside->path(), {}}));
  if (!from.store) TRY(copy_keys(from.data, beside->path()));
  TRY(beside->put_in_place());
  return copied;
}

}  // namespace

Result<ledger::Copied> copy_place(const Place& from, const Place& to) {
  TRY_ASSIGN(const bool is_there, has_ledger(from));
  if (!is_there) return no_ledger(from);
  if (!to.store) {
    std::error_code error;
    if (std::filesystem::exists(to.data, error) && !std::filesystem::is_empty(to.data, error)) {
      return problem(Code::Conflict,
                     {"Thư mục " + to.data.string() + " không trống; hãy chọn thư mục mới.",
                      "Folder " + to.data.string() + " is not empty; choose a new folder."});
    }
    return copy_to_folder(from, to.data);
  }
  TRY_ASSIGN(const auto copied, copy_open(from, to));
  TRY(ledger::finish_filling(*to.store));
  return copied;
}

int ledger_copy(const Place& from, const Place& to) {
  const auto copied = copy_place(from, to);
  if (!copied) return fail(copied.error());
  std::cout << "Đã chép và kiểm tra | copied and verified: " << copied->head.seq << ":"
            << ledger::hex(copied->head.chain) << "\n  " << copied->vault_rows
            << " bản ghi cá nhân | vault rows, " << copied->answers << " câu trả lời | answers, "
            << copied->blobs << " nội dung | contents\n";
  if (from.store || to.store) {
    std::cout
        << "Khóa vault.key và checkpoint.key không nằm trong cơ sở dữ liệu: đặt cùng các tệp đó "
           "vào thư mục dữ liệu của mỗi máy (chmod 600) | vault.key and checkpoint.key are not "
           "in the database: put the same files into the data folder of every node\n";
  }
  return printed();
}

}  // namespace lantoa::app
