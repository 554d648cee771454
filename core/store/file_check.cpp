#include "core/store/file_check.h"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/store/migrate.h"

namespace core::store {
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::string_view kJournal = "-journal";
constexpr std::string_view kJournalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

// Offsets of the SQLite file format.
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kChangeCounterAt = 24;
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::size_t kVersionValidForAt = 92;
constexpr std::size_t kPagesBeforeAt = 16;  // in a journal

struct Head {
  std::array<unsigned char, kHeaderBytes> bytes{};
  std::int64_t file_size = 0;

  std::uint32_t number(std::size_t at) const {
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
           std::uint32_t{bytes[at + 2]} << 8 | std::uint32_t{bytes[at + 3]};
  }

  bool begins_with(std::string_view magic) const {
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), magic.size()) == magic;
  }
  bool is_sqlite() const { return begins_with(kMagic); }
  bool is_journal() const { return begins_with(kJournalMagic); }

  std::int64_t page_size() const {
    const int size = bytes[kPageSizeAt] << 8 | bytes[kPageSizeAt + 1];
    return size == 1 ? 65536 : size;
  }

  /// The page count holds only when the program that wrote last kept it.
  bool is_whole() const {
    if (number(kVersionValidForAt) != number(kChangeCounterAt)) return true;
    return file_size >= page_size() * std::int64_t{number(kPageCountAt)};
  }
};

sqlite3_vfs* vfs_of(const Place& place) {
  return sqlite3_vfs_find(place.vfs.empty() ? nullptr : place.vfs.c_str());
}

// Through SQLite's own file layer: closing a second handle of the system's would drop the locks
// that another connection of this program holds.
class RawFile {
 public:
  RawFile(const Place& place, std::string_view suffix, int kind) {
    sqlite3_vfs* vfs = vfs_of(place);
    const std::string short_path = place.path + std::string(suffix);
    std::vector<char> path(static_cast<std::size_t>(vfs->mxPathname) + 1);
    vfs->xFullPathname(vfs, short_path.c_str(), vfs->mxPathname + 1, path.data());
    name_ = sqlite3_create_filename(path.data(), "", "", 0, nullptr);
    memory_.resize(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    file_ = reinterpret_cast<sqlite3_file*>(memory_.data());
    code_ = vfs->xOpen(vfs, name_, file_, SQLITE_OPEN_READONLY | kind, nullptr);
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile() {
    if (file_->pMethods) file_->pMethods->xClose(file_);
    sqlite3_free_filename(name_);
  }

  bool is_open() const { return code_ == SQLITE_OK; }

  Result<Head> read_head() {
    if (code_ != SQLITE_OK) return storage_error(code_);
    Head head;
    sqlite3_int64 size = 0;
    int code = file_->pMethods->xFileSize(file_, &size);
    if (code != SQLITE_OK) return storage_error(code);
    head.file_size = size;
    code = file_->pMethods->xRead(file_, head.bytes.data(), static_cast<int>(kHeaderBytes), 0);
    // A shorter file is filled up with zeros, which no header of ours is.
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
      return Error{ErrorCode::StorageFailed, "无法读取台账文件"};
    return head;
  }

 private:
  std::vector<std::max_align_t> memory_;
  sqlite3_file* file_ = nullptr;
  sqlite3_filename name_ = nullptr;
  int code_ = SQLITE_OK;
};

RawFile main_file(const Place& place) { return RawFile(place, "", SQLITE_OPEN_MAIN_DB); }

Result<bool> exists(const Place& place, std::string_view suffix) {
  sqlite3_vfs* vfs = vfs_of(place);
  if (!vfs) return Error{ErrorCode::StorageFailed, "存储接口不可用"};
  int there = 0;
  const std::string path = place.path + std::string(suffix);
  const int code = vfs->xAccess(vfs, path.c_str(), SQLITE_ACCESS_EXISTS, &there);
  if (code != SQLITE_OK) return storage_error(code);
  return there != 0;
}

}  // namespace

Result<bool> file_exists(const Place& place) {
  CORE_ASSIGN(const bool there, exists(place, ""));
  // SQLite says of an empty file that it is not there.
  return there || main_file(place).is_open();
}

Result<bool> is_unmade(const Place& place) {
  CORE_ASSIGN(const Head head, main_file(place).read_head());
  if (head.file_size == 0) return true;
  CORE_ASSIGN(const bool unfinished, exists(place, kJournal));
  if (!unfinished) return false;
  RawFile journal(place, kJournal, SQLITE_OPEN_MAIN_JOURNAL);
  CORE_ASSIGN(const Head undone, journal.read_head());
  return undone.is_journal() && undone.number(kPagesBeforeAt) == 0;
}

Status check_file(const Place& place) {
  CORE_ASSIGN(const bool there, file_exists(place));
  if (!there) return Error{ErrorCode::NotFound, "找不到台账文件"};
  CORE_ASSIGN(const Head head, main_file(place).read_head());
  if (!head.is_sqlite() || head.number(kApplicationIdAt) != kApplicationId)
    return Error{ErrorCode::StorageForeign, "该文件不是责链台账"};
  if (head.number(kUserVersionAt) > migrations().size())
    return Error{ErrorCode::StorageTooNew, "台账由更新版本的程序保存，请先升级程序"};
  CORE_ASSIGN(const bool unfinished, exists(place, kJournal));
  if (!unfinished && !head.is_whole())
    return Error{ErrorCode::StorageCorrupt, "台账文件不完整，尾部缺失，请从备份恢复"};
  return Done{};
}

void remove_file(const Place& place) {
  sqlite3_vfs* vfs = vfs_of(place);
  for (const std::string_view suffix : {kJournal, std::string_view()})
    vfs->xDelete(vfs, (place.path + std::string(suffix)).c_str(), /*syncDir=*/0);
}

}  // namespace core::store
