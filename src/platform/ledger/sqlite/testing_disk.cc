#include "platform/ledger/sqlite/testing_disk.h"

#include <algorithm>
#include <array>
#include <functional>

#include "kernel/assert.h"

namespace lantoa::ledger {
namespace {

constexpr std::uint64_t sector_bytes = 512;

bool one_in(std::mt19937& random, std::uint32_t n) { return random() % n == 0; }

void put(std::string& file, std::uint64_t offset, std::string_view bytes) {
  if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size());
  std::copy(bytes.begin(), bytes.end(), file.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply_whole(std::string& file, const Operation& operation) {
  if (operation.act == Act::Truncate) {
    file.resize(operation.offset);
  } else {
    put(file, operation.offset, operation.bytes);
  }
}

// The part of a write in each sector is written as `choose` says: as it is, not at all, or as
// something else.
enum class Sector { Kept, Dropped, Garbage };
void apply_torn(std::string& file, const Operation& operation, std::mt19937& random,
                const std::function<Sector()>& choose) {
  if (operation.act == Act::Truncate) {
    if (choose() == Sector::Kept) apply_whole(file, operation);
    return;
  }
  const std::string_view bytes = operation.bytes;
  for (std::uint64_t at = 0; at < bytes.size();) {
    const std::uint64_t place = operation.offset + at;
    const std::uint64_t end = (place / sector_bytes + 1) * sector_bytes;
    std::string part(bytes.substr(at, end - place));
    at += part.size();
    const Sector sector = choose();
    if (sector == Sector::Dropped) continue;
    if (sector == Sector::Garbage) {
      for (char& byte : part) byte = static_cast<char>(random());
    }
    put(file, place, part);
  }
}

void apply_some(std::string& file, std::vector<Operation> unsynced, Loss loss,
                std::mt19937& random) {
  const auto coin = [&] { return one_in(random, 2) ? Sector::Kept : Sector::Dropped; };
  if (loss == Loss::OtherOrder) std::shuffle(unsynced.begin(), unsynced.end(), random);
  if (loss == Loss::TailTorn || loss == Loss::OtherOrder) {
    const std::size_t kept = random() % (unsynced.size() + 1);
    for (std::size_t i = 0; i < kept; ++i) apply_whole(file, unsynced[i]);
    if (kept < unsynced.size()) apply_torn(file, unsynced[kept], random, coin);
    return;
  }
  for (const Operation& operation : unsynced) {
    switch (loss) {
      case Loss::None:
        apply_whole(file, operation);
        break;
      case Loss::Some:
        if (one_in(random, 2)) apply_whole(file, operation);
        break;
      case Loss::Sectors:
        apply_torn(file, operation, random, coin);
        break;
      default:  // Garbage
        apply_torn(file, operation, random,
                   [&] { return one_in(random, 8) ? Sector::Garbage : coin(); });
    }
  }
}

void apply_name(std::map<std::string, std::size_t>& names, const Operation& one) {
  if (one.act == Act::Create) names[one.name] = one.file;
  if (one.act == Act::Remove || one.act == Act::Rename) names.erase(one.name);
  if (one.act == Act::Rename) names[one.to] = one.file;
}

}  // namespace

Platter::Platter(const Image& image) {
  for (const auto& [name, bytes] : image) {
    names_[name] = files_.size();
    files_.push_back({bytes, {}});
  }
}

void Platter::apply(const Operation& operation) {
  if (operation.file >= files_.size()) files_.resize(operation.file + 1);
  File& file = files_[operation.file];
  switch (operation.act) {
    case Act::Create:
    case Act::Remove:
    case Act::Rename:
      unsynced_names_.push_back(operation);
      return;
    case Act::SyncFolder:
      for (const Operation& one : unsynced_names_) apply_name(names_, one);
      unsynced_names_.clear();
      return;
    case Act::Write:
    case Act::Truncate:
      file.unsynced.push_back(operation);
      return;
    case Act::Sync:
      for (const Operation& one : file.unsynced) apply_whole(file.bytes, one);
      file.unsynced.clear();
      return;
    case Act::LoseUnsynced:
      file.unsynced.clear();
  }
}

// Names are made and removed in their order, but those after some point may be lost, for each name
// another one.
std::map<std::string, std::size_t> Platter::cut_names(Loss loss, std::mt19937& random) const {
  std::map<std::string, std::size_t> names = names_;
  std::map<std::string, bool> is_lost;
  for (const Operation& one : unsynced_names_) {
    bool& lost = is_lost[one.name];
    if (one.act == Act::Rename) lost = lost || is_lost[one.to];
    lost = lost || loss == Loss::All || (loss != Loss::None && one_in(random, 2));
    if (one.act == Act::Rename) is_lost[one.to] = lost;
    if (!lost) apply_name(names, one);
  }
  return names;
}

Image Platter::cut(Loss loss, std::uint32_t seed) const {
  std::mt19937 random(seed);
  Image image;
  for (const auto& [name, number] : cut_names(loss, random)) {
    const File& file = files_[number];
    std::string bytes = file.bytes;
    if (loss != Loss::All) apply_some(bytes, file.unsynced, loss, random);
    image[name] = std::move(bytes);
  }
  return image;
}

const char* name_of(Call call) {
  constexpr std::array<const char*, calls> names = {
      "open", "read", "write", "write without space", "truncate", "sync", "remove", "map"};
  return names[static_cast<std::size_t>(call)];
}

Disk::Disk(const Image& image) : platter_(image) {
  for (const auto& [name, bytes] : image) {
    names_[name] = std::make_shared<File>(File{next_number_++, bytes});
  }
}

std::shared_ptr<Disk::File> Disk::open(const std::string& name, bool create) {
  const auto found = names_.find(name);
  if (found != names_.end()) return found->second;
  if (!create) return nullptr;
  auto file = open_unnamed();
  names_[name] = file;
  record({.act = Act::Create, .file = file->number, .name = name});
  return file;
}

std::shared_ptr<Disk::File> Disk::open_unnamed() {
  return std::make_shared<File>(File{next_number_++, {}});
}

void Disk::remove(const std::string& name) {
  const auto found = names_.find(name);
  ASSERT(found != names_.end());
  record({.act = Act::Remove, .file = found->second->number, .name = name});
  names_.erase(found);
}

void Disk::rename(const std::string& from, const std::string& to) {
  const auto file = names_.at(from);
  record({.act = Act::Rename, .file = file->number, .name = from, .to = to});
  names_.erase(from);
  names_[to] = file;
}

void Disk::sync_folder() {
  if (!lies_) record({.act = Act::SyncFolder});
}

void Disk::write(File& file, std::uint64_t offset, std::string_view bytes) {
  put(file.bytes, offset, bytes);
  record({.act = Act::Write, .file = file.number, .offset = offset, .bytes = std::string(bytes)});
}

void Disk::truncate(File& file, std::uint64_t size) {
  file.bytes.resize(size);
  record({.act = Act::Truncate, .file = file.number, .offset = size});
}

void Disk::sync(File& file) {
  if (!lies_) record({.act = Act::Sync, .file = file.number});
}

void Disk::fail_sync(File& file) {
  record({.act = Act::LoseUnsynced, .file = file.number});
  if (fault_ && fault_->evicts) file.bytes = platter_.durable(file.number);
}

bool Disk::fails(Call call) {
  const std::uint64_t count = ++counts_[static_cast<std::size_t>(call)];
  if (!fault_ || fault_->call != call || count < fault_->ordinal) return false;
  if (count > fault_->ordinal && !fault_->lasting) return false;
  has_failed_ = true;
  return true;
}

void Disk::record(Operation operation) {
  platter_.apply(operation);
  journal_.push_back(std::move(operation));
}

Image Disk::image() const {
  Image image;
  for (const auto& [name, file] : names_) image[name] = file->bytes;
  return image;
}

}  // namespace lantoa::ledger
