// Commands that look at a ledger without folding it.
#include <unistd.h>

#include <iostream>

#include "app/checkpoint_keys.h"
#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"
#include "app/ledger_files.h"
#include "app/named.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/verify.h"

namespace lantoa::app {
namespace {

constexpr int exit_ledger = 3;
constexpr std::uintmax_t note_bytes_max = 64 * 1024;
constexpr std::uint64_t progress_facts = 100'000;

// Said to a person who waits, or to whoever asks for it.
std::function<void(std::uint64_t)> progress_of(ledger::Store& store, bool asked) {
  if (!asked && ::isatty(STDERR_FILENO) == 0) return {};
  const std::uint64_t all = store.head().value_or(ledger::Head{}).seq;
  return [all, told = std::uint64_t{0}](std::uint64_t seq) mutable {
    if (seq != all && seq < told + progress_facts) return;
    told = seq;
    std::cerr << "  " << seq << " / " << all << '\n';
  };
}

// That contents and vault rows which facts name are there. A ledger that lies alone, as an auditor
// may have it, has no contents beside it.
Result<void> check_named(ledger::Store& store, const Place& place) {
  std::unique_ptr<ledger::Blobs> blobs;
  std::error_code error;
  if (place.store || std::filesystem::is_directory(place.data / "blobs", error)) {
    TRY_ASSIGN(blobs, open_blobs(place, ledger::Access::ReadOnly));
  }
  TRY_ASSIGN(auto missing, missing_in(store, blobs.get()));
  if (missing.count == 0) return {};
  const std::string count = std::to_string(missing.count);
  Problem out{Code::Conflict,
              {"Chuỗi đúng, nhưng thiếu hoặc hỏng " + count +
                   " mục mà sự kiện nêu; hãy lấy từ bản sao lưu.",
               "The chain is right, but " + count +
                   " things that facts name are missing or damaged; take them from a backup."},
              std::string(ledger::wrong_ledger),
              std::move(missing.told)};
  return tl::unexpected(std::move(out));
}

// What has to be found in the ledger, beside that it is whole.
struct Expected {
  std::optional<ledger::Head> head;
  std::optional<ledger::CheckpointText> checkpoint;
};

Result<Expected> expected_of(const VerifyOptions& options) {
  Expected out;
  if (!options.head.empty()) {
    TRY_ASSIGN(out.head, parse_head(options.head));
  }
  if (options.checkpoint.empty() != options.key.empty()) {
    return problem(Code::Invalid, {"--checkpoint và --key phải đi cùng nhau.",
                                   "--checkpoint and --key have to be given together."});
  }
  if (options.checkpoint.empty()) return out;
  TRY_ASSIGN(const auto key, read_public_key(options.key));
  TRY_ASSIGN(const std::string note, read_file(options.checkpoint, note_bytes_max));
  TRY_ASSIGN(auto parsed, ledger::parse_note(note));
  if (!parsed.is_signed_by(key)) {
    return problem(
        Code::Conflict,
        {"Điểm ký trong " + options.checkpoint.string() + " đã bị sửa, hoặc không do khóa này ký.",
         "The checkpoint in " + options.checkpoint.string() +
             " was changed, or another key signed it."},
        std::string(wrong_ledger));
  }
  out.checkpoint = std::move(parsed.checkpoint);
  return out;
}

// Whether the ledger's first facts are those that were signed; says how far they agree otherwise.
Result<void> compare(ledger::Store& store, const ledger::CheckpointText& signed_text) {
  ledger::Frontier tree;
  ledger::Head head;
  TRY(store.read(0, signed_text.size, [&](const ledger::Fact& fact) -> Result<void> {
    TRY_ASSIGN(head, ledger::next_head(head, fact));
    tree.add(ledger::leaf_hash(fact));
    return {};
  }));
  const std::string number = std::to_string(signed_text.size);
  if (tree.size() < signed_text.size) {
    return problem(Code::Conflict,
                   {"Sổ cái chỉ còn " + std::to_string(tree.size()) +
                        " sự kiện, nhưng điểm ký đã ký " + number + ": phần cuối đã bị cắt.",
                    "The ledger has " + std::to_string(tree.size()) + " facts only, but " + number +
                        " were signed: its tail was cut off."});
  }
  if (tree.root() == signed_text.root && head.chain == signed_text.chain &&
      head.at == signed_text.at) {
    return {};
  }
  return problem(
      Code::Conflict,
      {"Lịch sử tới sự kiện số " + number + " đã bị viết lại: không khớp điểm ký.",
       "History up to fact " + number + " was rewritten: it does not match the checkpoint."});
}

// Who signed the newest checkpoint; nullopt: nobody signed yet.
Result<std::optional<ledger::VerifierKey>> newest_key(ledger::Store& store) {
  TRY_ASSIGN(const ledger::Head head, store.head());
  std::optional<ledger::VerifierKey> key;
  TRY(store.read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    if (fact.kind != city::checkpoint::CheckpointSigned::kind) return {};
    TRY_ASSIGN(const auto made, decode<city::checkpoint::CheckpointSigned>(fact.body));
    TRY_ASSIGN(key, ledger::parse_verifier_key(made.key));
    return {};
  }));
  return key;
}

int fail_ledger(const Problem& problem) {
  fail(problem);
  return exit_ledger;
}

}  // namespace

Result<std::unique_ptr<ledger::Store>> open_to_read(const Place& place) {
  TRY_ASSIGN(const bool exists, has_ledger(place));
  if (!exists) return no_ledger(place);
  return open_store(place, ledger::Access::ReadOnly);
}

int ledger_head(const Place& place) {
  auto store = open_to_read(place);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  std::cout << head_text(*head) << '\n';
  return 0;
}

int ledger_verify(const VerifyOptions& options) {
  if (const auto ready = crypto::initialise(); !ready) return fail(ready.error());
  auto store = open_to_read(options.place);
  if (!store) return fail(store.error());
  const auto expected = expected_of(options);
  if (!expected) return fail(expected.error());
  const auto verified =
      ledger::verify(**store, expected->head, progress_of(**store, options.progress));
  if (!verified) return fail_ledger(verified.error());
  if (expected->checkpoint) {
    const auto same = compare(**store, *expected->checkpoint);
    if (!same) return fail_ledger(same.error());
    std::cout << "Khớp điểm ký tới sự kiện số | matches the checkpoint up to fact no. "
              << expected->checkpoint->size << '\n';
  }
  if (const auto whole = check_named(**store, options.place); !whole) return fail(whole.error());
  std::cout << "Sổ cái nguyên vẹn | the ledger is whole: "
            << head_text({verified->facts, verified->chain, {}}) << '\n';
  return 0;
}

int ledger_new_key(const Place& place) {
  if (const auto ready = crypto::initialise(); !ready) return fail(ready.error());
  const auto changed = [&]() -> Result<void> {
    TRY_ASSIGN(const auto store, open_to_read(place));
    TRY_ASSIGN(const auto newest, newest_key(*store));
    return change_checkpoint_key(place.data, newest ? &*newest : nullptr);
  }();
  if (!changed) return fail(changed.error());
  std::cout
      << "Đã tạo khóa ký mới; hãy khởi động lại máy chủ và báo dấu vân tay mới cho người kiểm "
         "tra | a new signing key is made; start the server again and tell the new "
         "fingerprint to those who check\n";
  return printed();
}

int ledger_export(const Place& place) {
  auto store = open_to_read(place);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  // All of it is exported, also what stands after a place that is wrong.
  Result<ledger::Head> reached = ledger::Head{};
  const auto done = (*store)->read(0, head->seq, [&](const ledger::Fact& fact) -> Result<void> {
    if (reached) reached = ledger::next_head(*reached, fact);
    std::cout << ledger::ndjson(fact) << '\n';
    if (std::cout) return {};
    return tl::unexpected(no_printing());
  });
  if (!done) return fail(done.error());
  if (const int code = printed(); code != 0 || reached) return code;
  fail(reached.error());
  return exit_ledger;
}

}  // namespace lantoa::app
