#include "tests/store/crash_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace test {
namespace {

constexpr std::size_t kSector = 512;

struct OpenFile {
  sqlite3_file base;
  CrashDisk* disk;
  std::shared_ptr<CrashDisk::File>* file;
};

OpenFile& opened(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
CrashDisk::File& content(sqlite3_file* file) { return **opened(file).file; }

void put(std::string& bytes, std::size_t at, std::string_view in) {
  if (bytes.size() < at + in.size()) bytes.resize(at + in.size());
  bytes.replace(at, in.size(), in);
}

int close_file(sqlite3_file* file) {
  delete opened(file).file;
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
  const std::string& bytes = content(file).now;
  const auto wanted = static_cast<std::size_t>(count);
  const auto at = std::min(static_cast<std::size_t>(offset), bytes.size());
  const std::size_t got = std::min(wanted, bytes.size() - at);
  std::memcpy(out, bytes.data() + at, got);
  if (got == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + got, 0, wanted - got);
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* in, int count, sqlite3_int64 offset) {
  const std::string_view bytes(static_cast<const char*>(in), static_cast<std::size_t>(count));
  const auto at = static_cast<std::size_t>(offset);
  // What the file already has, it may overwrite.
  const bool grows = at + bytes.size() > content(file).now.size();
  if (grows && !opened(file).disk->room()) return SQLITE_FULL;
  if (!opened(file).disk->allow()) return SQLITE_IOERR_WRITE;
  put(content(file).now, at, bytes);
  content(file).pending.push_back({false, at, std::string(bytes)});
  return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (!opened(file).disk->allow()) return SQLITE_IOERR_TRUNCATE;
  content(file).now.resize(static_cast<std::size_t>(size));
  content(file).pending.push_back({true, static_cast<std::size_t>(size), {}});
  return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int) {
  if (!opened(file).disk->allow()) return SQLITE_IOERR_FSYNC;
  content(file).durable = content(file).now;
  content(file).pending.clear();
  content(file).durably_there = true;
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(content(file).now.size());
  return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved_lock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return static_cast<int>(kSector); }
int device_characteristics(sqlite3_file*) { return 0; }

constexpr sqlite3_io_methods kMethods = {.iVersion = 1,
                                         .xClose = close_file,
                                         .xRead = read_file,
                                         .xWrite = write_file,
                                         .xTruncate = truncate_file,
                                         .xSync = sync_file,
                                         .xFileSize = file_size,
                                         .xLock = lock_file,
                                         .xUnlock = lock_file,
                                         .xCheckReservedLock = check_reserved_lock,
                                         .xFileControl = file_control,
                                         .xSectorSize = sector_size,
                                         .xDeviceCharacteristics = device_characteristics,
                                         .xShmMap = nullptr,
                                         .xShmLock = nullptr,
                                         .xShmBarrier = nullptr,
                                         .xShmUnmap = nullptr,
                                         .xFetch = nullptr,
                                         .xUnfetch = nullptr};

CrashDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<CrashDisk*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* file, int flags, int* given) {
  file->pMethods = nullptr;
  auto found = disk_of(vfs).open(path ? path : "temporary", (flags & SQLITE_OPEN_CREATE) != 0);
  if (!found) return SQLITE_CANTOPEN;
  new (file) OpenFile{{&kMethods}, &disk_of(vfs), new std::shared_ptr<CrashDisk::File>(found)};
  if (given) *given = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int durably) {
  return disk_of(vfs).remove(path, durably != 0);
}

int access_file(sqlite3_vfs* vfs, const char* path, int, int* there) {
  *there = disk_of(vfs).has(path) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* path, int count, char* out) {
  sqlite3_snprintf(count, out, "%s", path);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* out) {
  std::memset(out, 7, static_cast<std::size_t>(count));
  return count;
}

int sleep_for(sqlite3_vfs*, int microseconds) { return microseconds; }

int current_time(sqlite3_vfs*, double* now) {
  *now = 2461368.5;
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

/// The medium after a power cut: some of the changes since the last sync, sector by sector.
std::string survived(const CrashDisk::File& file, CrashDisk::Leaves leaves, std::mt19937& random) {
  if (leaves == CrashDisk::Leaves::Everything) return file.now;
  std::string bytes = file.durable;
  if (leaves == CrashDisk::Leaves::Nothing) return bytes;
  for (const CrashDisk::File::Change& change : file.pending) {
    if (change.truncates) {
      if (random() % 2) bytes.resize(change.at);
      continue;
    }
    for (std::size_t at = 0; at < change.bytes.size(); at += kSector)
      if (random() % 2)
        put(bytes, change.at + at, std::string_view(change.bytes).substr(at, kSector));
  }
  return bytes;
}

}  // namespace

CrashDisk::CrashDisk()
    : name_("crash" + std::to_string(reinterpret_cast<std::uintptr_t>(this))),
      vfs_(std::make_unique<sqlite3_vfs>()) {
  vfs_->iVersion = 1;
  vfs_->szOsFile = static_cast<int>(sizeof(OpenFile));
  vfs_->mxPathname = 256;
  vfs_->zName = name_.c_str();
  vfs_->pAppData = this;
  vfs_->xOpen = open_file;
  vfs_->xDelete = delete_file;
  vfs_->xAccess = access_file;
  vfs_->xFullPathname = full_path;
  vfs_->xRandomness = randomness;
  vfs_->xSleep = sleep_for;
  vfs_->xCurrentTime = current_time;
  vfs_->xGetLastError = last_error;
  sqlite3_vfs_register(vfs_.get(), 0);
}

CrashDisk::~CrashDisk() { sqlite3_vfs_unregister(vfs_.get()); }

std::shared_ptr<CrashDisk::File> CrashDisk::open(const std::string& path, bool create) {
  const auto found = files_.find(path);
  if (found != files_.end()) return found->second;
  if (!create || failed()) return nullptr;
  return files_[path] = std::make_shared<File>();
}

bool CrashDisk::allow() {
  if (left_ == 0) return false;
  if (left_ > 0 && --left_ == 0) return false;
  ++changes_;
  return true;
}

bool CrashDisk::room() {
  if (room_ == 0) return false;
  if (room_ > 0) --room_;
  return room_ != 0;
}

int CrashDisk::remove(const std::string& path, bool durably) {
  if (!allow()) return SQLITE_IOERR_DELETE;
  const auto found = files_.find(path);
  if (found == files_.end()) return SQLITE_IOERR_DELETE_NOENT;
  if (!durably && found->second->durably_there) removed_[path] = found->second;
  files_.erase(found);
  return SQLITE_OK;
}

void CrashDisk::restart(Leaves leaves, unsigned seed) {
  std::mt19937 random(seed);
  for (auto& [path, file] : removed_)
    if (files_.count(path) == 0 && leaves != Leaves::Everything && random() % 2)
      files_[path] = file;
  removed_.clear();
  std::map<std::string, std::shared_ptr<File>> kept;
  for (auto& [path, file] : files_) {
    const bool named = leaves == Leaves::Everything || file->durably_there ||
                       (leaves == Leaves::Something && random() % 2);
    if (!named) continue;
    auto fresh = std::make_shared<File>();
    fresh->now = fresh->durable = survived(*file, leaves, random);
    fresh->durably_there = true;
    kept[path] = fresh;
  }
  files_ = std::move(kept);
  left_ = -1;
  room_ = -1;
  changes_ = 0;
}

}  // namespace test
