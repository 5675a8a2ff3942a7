// A scripted history of a ledger, what must be there after each of its steps, and a look at a disk
// that says what is wrong with it. For tests on a disk in memory.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/sqlite/testing_cut_vfs.h"

namespace lantoa::ledger {

inline constexpr const char* ledger_name = "/ledger.db";

// Everything a ledger holds.
struct Content {
  std::vector<Fact> facts;
  std::map<std::string, VaultRow> rows;
  struct Kept {
    std::string value;
    Instant at;
    bool operator==(const Kept&) const = default;
  };
  std::map<std::string, Kept> answers;

  bool operator==(const Content&) const = default;
  Head head() const;
};

struct Step {
  enum class Kind { Append, Forget, CloseAndOpen };
  Kind kind = Kind::Append;
  Batch batch = {};
  Instant forget_before = {};
};

struct Script {
  std::vector<Step> steps;
  std::vector<Content> contents;  // [n]: after n steps
};

// Facts small and large, vault rows new and replaced, erasures, answers, and forgetting them;
// `steps` of them, the same every time.
Script make_script(std::size_t steps);
// One more step on what is there.
Script next_step(const Content& content);

// A store on a disk in memory; its log is copied every few appends.
class StoreOnDisk {
 public:
  // `settles` false: what would replace a log of unknown fate says that it did.
  explicit StoreOnDisk(Disk& disk, bool settles = true) : vfs_(disk), settles_(settles) {}
  Result<void> open(Access access = Access::ReadWrite);
  void close() { store_.reset(); }
  bool is_open() const { return store_ != nullptr; }
  Store& store() { return *store_; }
  CutVfs& vfs() { return vfs_; }

  Result<void> take(const Step& step, Access access = Access::ReadWrite);

  // Everything, through the store and beside it; Conflict when the two differ.
  Result<Content> content();
  // "ok", or what SQLite finds wrong with its file.
  std::string integrity();

 private:
  CutVfs vfs_;
  bool settles_;
  std::unique_ptr<Store> store_;
};

// Operation numbers of a disk's journal at which each content of a script was acknowledged.
struct Recording {
  std::vector<Operation> journal;
  std::vector<std::size_t> acknowledged;  // [n]: content n
};
Recording record(Disk& disk, const Script& script, Access access = Access::ReadWrite);

// Opens what a cut left. Some content from `first` to `last` must be there, whole, and its chain be
// right, and the next append succeed. Empty when so; otherwise what is wrong.
struct Look {
  std::string wrong;
  std::size_t found = 0;         // which content
  std::size_t acknowledged = 0;  // length of the disk's journal when one more step was
};
Look look_at(Disk& disk, const std::vector<Content>& contents, std::size_t first, std::size_t last);

}  // namespace lantoa::ledger
