#include "platform/ledger/sqlite/testing_cut_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <list>
#include <random>

#include "kernel/assert.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t region_bytes = 32 * 1024;

// The index of a log that the connections of one file share.
struct Shared {
  std::vector<std::unique_ptr<std::array<char, region_bytes>>> regions;
  std::array<int, SQLITE_SHM_NLOCK> readers{};
  std::array<bool, SQLITE_SHM_NLOCK> owned{};
};

struct Handle {
  CutVfs::Files* files = nullptr;
  std::shared_ptr<Disk::File> file;
  std::string name;
  bool remove_on_close = false;
  bool sync_folder = false;  // with the first sync, as SQLite does for a journal it may have made
  int lock = SQLITE_LOCK_NONE;
  std::shared_ptr<Shared> shared;
  std::array<bool, SQLITE_SHM_NLOCK> reads{};
  std::array<bool, SQLITE_SHM_NLOCK> owns{};
};

// What SQLite keeps for a file; the handle belongs to CutVfs::Files.
struct CutFile {
  sqlite3_file base;
  Handle* handle;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<CutFile*>(file)->handle; }

}  // namespace

class CutVfs::Files {
 public:
  explicit Files(Disk& used);
  ~Files() { sqlite3_vfs_unregister(&vfs); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  Disk& disk;
  std::list<Handle> handles;
  std::map<std::string, std::weak_ptr<Shared>> shared;
  std::map<std::string, std::set<const Handle*>> writers;
  std::mt19937 random{1};
  std::string name;
  sqlite3_vfs vfs{};
};

namespace {

int close_file(sqlite3_file* base) {
  Handle& handle = of(base);
  CutVfs::Files& files = *handle.files;
  if (handle.remove_on_close && files.disk.has(handle.name)) files.disk.remove(handle.name);
  files.handles.remove_if([&](const Handle& one) { return &one == &handle; });
  return SQLITE_OK;
}

int read_file(sqlite3_file* base, void* to, int amount, sqlite3_int64 offset) {
  Handle& handle = of(base);
  if (handle.files->disk.fails(Call::Read)) return SQLITE_IOERR_READ;
  const std::string& bytes = handle.file->bytes;
  const auto start = std::min<std::size_t>(static_cast<std::size_t>(offset), bytes.size());
  const auto length = std::min<std::size_t>(static_cast<std::size_t>(amount), bytes.size() - start);
  std::memcpy(to, bytes.data() + start, length);
  if (length == static_cast<std::size_t>(amount)) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + length, 0, static_cast<std::size_t>(amount) - length);
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* base, const void* from, int amount, sqlite3_int64 offset) {
  Handle& handle = of(base);
  Disk& disk = handle.files->disk;
  std::string_view bytes(static_cast<const char*>(from), static_cast<std::size_t>(amount));
  const bool fails = disk.fails(Call::Write);
  const bool grows = static_cast<std::size_t>(offset + amount) > handle.file->bytes.size();
  const bool is_full = grows && disk.fails(Call::WriteNoSpace);
  // A write that fails may have done its first half.
  if (fails || is_full) bytes = bytes.substr(0, bytes.size() / 2);
  if (!bytes.empty()) disk.write(*handle.file, static_cast<std::uint64_t>(offset), bytes);
  handle.files->writers[handle.name].insert(&handle);
  if (is_full) return SQLITE_FULL;
  return fails ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int truncate_file(sqlite3_file* base, sqlite3_int64 size) {
  Handle& handle = of(base);
  if (handle.files->disk.fails(Call::Truncate)) return SQLITE_IOERR_TRUNCATE;
  handle.files->disk.truncate(*handle.file, static_cast<std::uint64_t>(size));
  handle.files->writers[handle.name].insert(&handle);
  return SQLITE_OK;
}

int sync_file(sqlite3_file* base, int) {
  Handle& handle = of(base);
  Disk& disk = handle.files->disk;
  if (disk.fails(Call::Sync)) {
    disk.fail_sync(*handle.file);
    return SQLITE_IOERR_FSYNC;
  }
  disk.sync(*handle.file);
  if (handle.sync_folder) disk.sync_folder();
  handle.sync_folder = false;
  return SQLITE_OK;
}

int size_of_file(sqlite3_file* base, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(of(base).file->bytes.size());
  return SQLITE_OK;
}

bool others_hold(const Handle& handle, int level) {
  const auto& all = handle.files->handles;
  return std::any_of(all.begin(), all.end(), [&](const Handle& other) {
    return &other != &handle && other.file == handle.file && other.lock >= level;
  });
}

int lock_file(sqlite3_file* base, int level) {
  Handle& handle = of(base);
  if (handle.lock >= level) return SQLITE_OK;
  if (level == SQLITE_LOCK_SHARED && others_hold(handle, SQLITE_LOCK_PENDING)) return SQLITE_BUSY;
  if (level >= SQLITE_LOCK_RESERVED && others_hold(handle, SQLITE_LOCK_RESERVED)) {
    return SQLITE_BUSY;
  }
  if (level == SQLITE_LOCK_EXCLUSIVE && others_hold(handle, SQLITE_LOCK_SHARED)) {
    handle.lock = SQLITE_LOCK_PENDING;
    return SQLITE_BUSY;
  }
  handle.lock = level;
  return SQLITE_OK;
}

int unlock_file(sqlite3_file* base, int level) {
  Handle& handle = of(base);
  handle.lock = std::min(handle.lock, level);
  return SQLITE_OK;
}

int check_reserved(sqlite3_file* base, int* is_reserved) {
  const Handle& handle = of(base);
  *is_reserved =
      handle.lock >= SQLITE_LOCK_RESERVED || others_hold(handle, SQLITE_LOCK_RESERVED) ? 1 : 0;
  return SQLITE_OK;
}

int control_file(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int map_shared(sqlite3_file* base, int region, int, int extend, void volatile** out) {
  Handle& handle = of(base);
  *out = nullptr;
  if (handle.files->disk.fails(Call::Map)) return SQLITE_IOERR_SHMSIZE;
  if (!handle.shared) {
    auto& slot = handle.files->shared[handle.name];
    handle.shared = slot.lock();
    if (!handle.shared) slot = handle.shared = std::make_shared<Shared>();
  }
  auto& regions = handle.shared->regions;
  const auto wanted = static_cast<std::size_t>(region) + 1;
  if (regions.size() < wanted && extend == 0) return SQLITE_OK;
  while (regions.size() < wanted) {
    regions.push_back(std::make_unique<std::array<char, region_bytes>>());
    regions.back()->fill(0);
  }
  *out = regions[wanted - 1]->data();
  return SQLITE_OK;
}

// SQLite asks before anything is mapped, too: the first lock makes the index.
int lock_shared(sqlite3_file* base, int offset, int count, int flags) {
  Handle& handle = of(base);
  if (!handle.shared) return SQLITE_IOERR_SHMLOCK;
  Shared& shared = *handle.shared;
  for (auto i = static_cast<std::size_t>(offset); i < static_cast<std::size_t>(offset + count);
       ++i) {
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
      if (handle.owns[i]) shared.owned[i] = false;
      if (handle.reads[i]) --shared.readers[i];
      handle.owns[i] = handle.reads[i] = false;
    } else if ((flags & SQLITE_SHM_SHARED) != 0) {
      if (shared.owned[i] && !handle.owns[i]) return SQLITE_BUSY;
      if (!handle.reads[i]) ++shared.readers[i];
      handle.reads[i] = true;
    } else if (shared.owned[i] || shared.readers[i] > (handle.reads[i] ? 1 : 0)) {
      for (auto j = static_cast<std::size_t>(offset); j < i; ++j) {
        shared.owned[j] = handle.owns[j] = false;
      }
      return SQLITE_BUSY;
    } else {
      shared.owned[i] = handle.owns[i] = true;
    }
  }
  return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

int unmap_shared(sqlite3_file* base, int) {
  of(base).shared.reset();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods methods = {2,
                                        close_file,
                                        read_file,
                                        write_file,
                                        truncate_file,
                                        sync_file,
                                        size_of_file,
                                        lock_file,
                                        unlock_file,
                                        check_reserved,
                                        control_file,
                                        sector_size,
                                        characteristics,
                                        map_shared,
                                        lock_shared,
                                        barrier,
                                        unmap_shared,
                                        nullptr,
                                        nullptr};

CutVfs::Files& of(sqlite3_vfs* vfs) { return *static_cast<CutVfs::Files*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out_flags) {
  CutVfs::Files& files = of(vfs);
  auto* cut = reinterpret_cast<CutFile*>(base);
  cut->base.pMethods = nullptr;
  if (files.disk.fails(Call::Open)) return SQLITE_CANTOPEN;
  auto file = name == nullptr ? files.disk.open_unnamed()
                              : files.disk.open(name, (flags & SQLITE_OPEN_CREATE) != 0);
  if (!file) return SQLITE_CANTOPEN;
  constexpr int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  files.handles.push_back(
      {.files = &files,
       .file = std::move(file),
       .name = name == nullptr ? "" : name,
       .remove_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0,
       .sync_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0});
  cut->handle = &files.handles.back();
  cut->base.pMethods = &methods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  Disk& disk = of(vfs).disk;
  if (!disk.has(name)) return SQLITE_IOERR_DELETE_NOENT;
  if (disk.fails(Call::Remove)) return SQLITE_IOERR_DELETE;
  disk.remove(name);
  if (sync_folder != 0) disk.sync_folder();
  return SQLITE_OK;
}

int has_file(sqlite3_vfs* vfs, const char* name, int, int* found) {
  *found = of(vfs).disk.has(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int count, char* out) {
  for (int i = 0; i < count; ++i) out[i] = static_cast<char>(of(vfs).random());
  return count;
}

int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }

int time_now(sqlite3_vfs*, double* days) {
  *days = 2459580.5;  // SQLite asks for it, nothing of the ledger does
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

CutVfs::Files::Files(Disk& used)
    : disk(used), name("cut-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))) {
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(CutFile);
  vfs.mxPathname = 512;
  vfs.zName = name.c_str();
  vfs.pAppData = this;
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  vfs.xAccess = has_file;
  vfs.xFullPathname = full_name;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep;
  vfs.xCurrentTime = time_now;
  vfs.xGetLastError = last_error;
  ASSERT(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

CutVfs::CutVfs(Disk& disk) : files_(std::make_unique<Files>(disk)) {}
CutVfs::~CutVfs() { ASSERT(files_->handles.empty()); }

const std::string& CutVfs::name() const { return files_->name; }
std::size_t CutVfs::open_files() const { return files_->handles.size(); }

std::size_t CutVfs::take_writers(const std::string& file) {
  const std::size_t most =
      std::max(files_->writers[file].size(), files_->writers[file + "-wal"].size());
  files_->writers.clear();
  return most;
}

Result<void> CutVfs::replace(const std::filesystem::path& path, std::string_view bytes) {
  Disk& disk = files_->disk;
  const std::string temporary = path.string() + ".new";
  const auto failed = [&](Call call) -> Result<void> {
    if (disk.has(temporary)) disk.remove(temporary);
    return problem(Code::Unavailable, {name_of(call), name_of(call)});
  };
  if (disk.fails(Call::Open)) return failed(Call::Open);
  const auto file = disk.open(temporary, true);
  if (disk.fails(Call::Write)) return failed(Call::Write);
  if (disk.fails(Call::WriteNoSpace)) return failed(Call::WriteNoSpace);
  disk.write(*file, 0, bytes);
  if (disk.fails(Call::Sync)) {
    disk.fail_sync(*file);
    return failed(Call::Sync);
  }
  disk.sync(*file);
  disk.rename(temporary, path.string());
  disk.sync_folder();
  return {};
}

void seed_sqlite(int seed) { sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, seed, nullptr); }

}  // namespace lantoa::ledger
