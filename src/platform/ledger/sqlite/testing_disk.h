// A disk in memory for tests: what the program reads back at once, what a power cut could leave of
// it, and calls that fail. Names and bytes become durable only as POSIX promises: bytes by a sync
// of their file, names by a sync of the folder (there is one).
//
// A journal of operations can be played onto a Platter and cut at any of them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::ledger {

using Image = std::map<std::string, std::string>;  // name to bytes

enum class Act { Create, Remove, Rename, SyncFolder, Write, Truncate, Sync, LoseUnsynced };

struct Operation {
  Act act = Act::Write;
  std::size_t file = 0;      // number of the file, by its making
  std::string name = {};     // Create, Remove, Rename
  std::string to = {};       // Rename
  std::uint64_t offset = 0;  // Write; Truncate: the new size
  std::string bytes = {};    // Write
};

// What happens to the writes that were not synced when the power goes. Torn ones are kept by
// sectors of 512 bytes.
enum class Loss { All, None, TailTorn, Some, Sectors, OtherOrder, Garbage };
constexpr int losses = 7;

class Platter {
 public:
  explicit Platter(const Image& image = {});
  void apply(const Operation& operation);
  // The disk after a power cut now. Same seed, same disk.
  Image cut(Loss loss, std::uint32_t seed) const;
  // What the disk holds of a file if nothing more gets there.
  const std::string& durable(std::size_t file) const { return files_.at(file).bytes; }

 private:
  struct File {
    std::string bytes;
    std::vector<Operation> unsynced;
  };
  std::map<std::string, std::size_t> cut_names(Loss loss, std::mt19937& random) const;

  std::vector<File> files_;
  std::map<std::string, std::size_t> names_;
  std::vector<Operation> unsynced_names_;
};

// Calls that a test can let fail, counted each for itself.
enum class Call { Open, Read, Write, WriteNoSpace, Truncate, Sync, Remove, Map };
constexpr int calls = 8;
const char* name_of(Call call);

struct Fault {
  Call call = Call::Write;
  std::uint64_t ordinal = 1;  // the first call that fails
  bool lasting = false;       // and all after it
  // After a failed sync: the system forgets the bytes that did not reach the disk, or shows them
  // until it is cut.
  bool evicts = false;
};

class Disk {
 public:
  explicit Disk(const Image& image = {});

  struct File {
    std::size_t number = 0;
    std::string bytes;
  };
  std::shared_ptr<File> open(const std::string& name, bool create);  // null: not there
  std::shared_ptr<File> open_unnamed();
  bool has(const std::string& name) const { return names_.contains(name); }
  void remove(const std::string& name);
  void rename(const std::string& from, const std::string& to);
  void sync_folder();
  void write(File& file, std::uint64_t offset, std::string_view bytes);
  void truncate(File& file, std::uint64_t size);
  void sync(File& file);
  void fail_sync(File& file);

  // True when this call shall fail.
  bool fails(Call call);
  void plan(const Fault& fault) { fault_ = fault; }
  void heal() { fault_.reset(); }
  bool has_failed() const { return has_failed_; }
  std::uint64_t count(Call call) const { return counts_[static_cast<std::size_t>(call)]; }

  // From now on every sync says it succeeded and does nothing.
  void lie_about_syncs() { lies_ = true; }

  const std::vector<Operation>& journal() const { return journal_; }
  const Platter& platter() const { return platter_; }
  Image image() const;  // as the running system sees it

 private:
  void record(Operation operation);

  std::map<std::string, std::shared_ptr<File>> names_;
  std::size_t next_number_ = 0;
  Platter platter_;
  std::vector<Operation> journal_;
  std::optional<Fault> fault_;
  bool has_failed_ = false;
  bool lies_ = false;
  std::array<std::uint64_t, calls> counts_{};
};

}  // namespace lantoa::ledger
