#include "app/sweep.h"

#include <iostream>
#include <map>
#include <string>

#include "app/backup_parts.h"
#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"
#include "platform/ledger/sqlite/file_blobs.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::app {
namespace {

using Unnamed = std::map<std::string, std::uint64_t, std::less<>>;  // address to bytes
constexpr std::size_t address_digits = 64;

// Every stretch of a fact that could be an address, whatever its kind, so that also a newer
// version's facts keep what they name; that a digest looks the same only keeps more.
template <class Visit>
void each_address_in(std::string_view text, Visit visit) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    digits = is_digit ? digits + 1 : 0;
    if (digits >= address_digits) visit(text.substr(i + 1 - address_digits, address_digits));
  }
}

Problem nothing_removed(const Problem& why) {
  if (why.code == Code::Unavailable) return why;
  Problem out = why;
  out.text.vi += " Chưa xóa nội dung nào.";
  out.text.en += " No content was removed.";
  out.field = ledger::wrong_ledger;
  return out;
}

// A ledger without facts beside contents is not the one that they came with.
Result<void> leave_what_is_named(ledger::Store& store, Unnamed& unnamed, Swept& swept) {
  ledger::Head reached;
  TRY_ASSIGN(const ledger::Head stored, store.head());
  // To where the facts end, not to what the store says of it: on a damaged disk the two differ.
  TRY(store.read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
    TRY_ASSIGN(reached, ledger::next_head(reached, fact));
    each_address_in(fact.body, [&](std::string_view address) {
      const auto found = unnamed.find(address);
      if (found == unnamed.end()) return;
      swept.named.add(found->second);
      unnamed.erase(found);
    });
    return {};
  }));
  const bool is_empty = reached.seq == 0 && !unnamed.empty();
  if (!is_empty && reached.seq >= stored.seq) return {};
  return problem(Code::Conflict, {"Sổ cái không có sự kiện hoặc bị cắt ở cuối.",
                                  "The ledger has no facts or was cut at its end."});
}

void print_amount(const char* what, const SweptAmount& amount) {
  std::cout << "  " << what << ": " << amount.count << " (" << amount.bytes << " byte)\n";
}

}  // namespace

Result<Swept> sweep_blobs(const SweepOptions& options, Instant now) {
  if (options.older_than_days < sweep_days_min || options.older_than_days > sweep_days_max) {
    const std::string days = std::to_string(sweep_days_min) + "-" + std::to_string(sweep_days_max);
    return problem(Code::Invalid, {"Số ngày phải trong khoảng " + days + ".",
                                   "The number of days has to be within " + days + "."});
  }
  const std::filesystem::path ledger_file = options.data / backup_parts::ledger_name;
  const std::filesystem::path folder = options.data / "blobs";
  TRY(check_file(ledger_file));
  Swept swept;
  std::error_code error;
  if (!std::filesystem::exists(folder, error) && !error) return swept;
  const Instant before{now.ms - std::int64_t{options.older_than_days} * day_ms};
  Unnamed unnamed;
  // The files before the facts: whoever names one of them from now on puts it once more.
  TRY(ledger::each_blob_file(folder, [&](const ledger::BlobFile& one) -> Result<void> {
    swept.all.add(one.bytes);
    if (one.put < before) {
      unnamed.emplace(one.address, one.bytes);
    } else {
      swept.young.add(one.bytes);
    }
    return {};
  }));
  TRY_ASSIGN(const auto store, ledger::open_sqlite_store(ledger_file, ledger::Access::ReadOnly));
  const auto looked = leave_what_is_named(*store, unnamed, swept);
  if (!looked) return tl::unexpected(nothing_removed(looked.error()));
  for (const auto& [address, bytes] : unnamed) {
    bool removed = options.dry_run;
    if (!options.dry_run) {
      TRY_ASSIGN(removed, ledger::remove_blob_file(folder, address, before));
    }
    (removed ? swept.removed : swept.put).add(bytes);
  }
  return swept;
}

int blobs_sweep(const SweepOptions& options) {
  SystemClock clock;
  const auto swept = sweep_blobs(options, clock.now());
  if (!swept) return fail(swept.error());
  std::cout << (options.dry_run ? "Chỉ xem, không xóa | nothing is removed: "
                                : "Đã dọn nội dung | contents swept: ")
            << options.data.string() << '\n';
  print_amount("tất cả | all", swept->all);
  print_amount("còn mới, không xét | too young to be looked at", swept->young);
  print_amount("có sự kiện nêu, giữ | named by facts, kept", swept->named);
  if (swept->put != SweptAmount{})
    print_amount("vừa được dùng lại, giữ | used again, kept", swept->put);
  print_amount(options.dry_run ? "sẽ xóa | would be removed" : "đã xóa | removed", swept->removed);
  return printed();
}

}  // namespace lantoa::app
