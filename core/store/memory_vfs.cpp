#include "core/store/memory_vfs.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <new>

namespace core::store {
namespace {

struct OpenFile {
  sqlite3_file base;  // must be first: SQLite sees only this
  MemoryFile* content;
};

constexpr int kPathBytes = 64;

MemoryFile& content_of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->content; }

int close_file(sqlite3_file*) { return SQLITE_OK; }

// Another program may have marked the file as kept with a write-ahead log, which is a file beside
// it. There is none here: what lies in memory is whole, and SQLite is told so.
void hide_log_mode(char* header, std::size_t count) {
  constexpr std::size_t kWriteVersion = 18, kReadVersion = 19;
  constexpr char kLog = 2, kJournal = 1;
  if (count <= kReadVersion || header[kWriteVersion] != kLog || header[kReadVersion] != kLog)
    return;
  header[kWriteVersion] = header[kReadVersion] = kJournal;
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
  char* bytes = static_cast<char*>(out);
  const auto wanted = static_cast<std::size_t>(count);
  const std::size_t got = content_of(file).read(bytes, wanted, static_cast<std::size_t>(offset));
  if (offset == 0) hide_log_mode(bytes, got);
  if (got == wanted) return SQLITE_OK;
  std::memset(bytes + got, 0, wanted - got);
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* in, int count, sqlite3_int64 offset) {
  content_of(file).write(static_cast<const char*>(in), static_cast<std::size_t>(count),
                         static_cast<std::size_t>(offset));
  return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  content_of(file).truncate(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int sync_file(sqlite3_file*, int) { return SQLITE_OK; }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(content_of(file).bytes().size());
  return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }

int check_reserved_lock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return static_cast<int>(MemoryFile::kPageBytes); }
int device_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_SAFE_APPEND | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

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

int open_file(sqlite3_vfs* vfs, sqlite3_filename, sqlite3_file* file, int flags, int* given) {
  file->pMethods = nullptr;
  // Journals and temporary files stay in SQLite's own memory and never come here.
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return SQLITE_CANTOPEN;
  new (file) OpenFile{{&kMethods}, static_cast<MemoryFile*>(vfs->pAppData)};
  if (given) *given = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE_NOENT; }

int access_file(sqlite3_vfs*, const char* path, int, int* there) {
  *there = std::strchr(path, '-') == nullptr;  // no journal beside the file
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* path, int count, char* out) {
  const std::size_t length = std::strlen(path);
  if (length >= static_cast<std::size_t>(count)) return SQLITE_CANTOPEN;
  std::memcpy(out, path, length + 1);
  return SQLITE_OK;
}

sqlite3_vfs* system_vfs() { return sqlite3_vfs_find(nullptr); }

int randomness(sqlite3_vfs*, int count, char* out) {
  return system_vfs()->xRandomness(system_vfs(), count, out);
}

int sleep_for(sqlite3_vfs*, int microseconds) {
  return system_vfs()->xSleep(system_vfs(), microseconds);
}

int current_time(sqlite3_vfs*, double* now) {
  return system_vfs()->xCurrentTime(system_vfs(), now);
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

MemoryVfs::MemoryVfs(MemoryFile& file)
    : name_(fmt::format("zelian{}", static_cast<const void*>(this))),
      vfs_(std::make_unique<sqlite3_vfs>()) {
  vfs_->iVersion = 1;
  vfs_->szOsFile = static_cast<int>(sizeof(OpenFile));
  vfs_->mxPathname = kPathBytes;
  vfs_->zName = name_.c_str();
  vfs_->pAppData = &file;
  vfs_->xOpen = open_file;
  vfs_->xDelete = delete_file;
  vfs_->xAccess = access_file;
  vfs_->xFullPathname = full_path;
  vfs_->xRandomness = randomness;
  vfs_->xSleep = sleep_for;
  vfs_->xCurrentTime = current_time;
  vfs_->xGetLastError = last_error;
  sqlite3_vfs_register(vfs_.get(), /*makeDflt=*/0);
}

MemoryVfs::~MemoryVfs() { sqlite3_vfs_unregister(vfs_.get()); }

}  // namespace core::store
