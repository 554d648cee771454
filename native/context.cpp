#include "native/context.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>

namespace native {
namespace {

constexpr std::size_t kMaximumFileBytes = std::size_t{512} << 20;
constexpr std::int64_t kChinaStandardTime = 8 * 3600;  // no summer time since 1991
constexpr std::int64_t kSecondsPerDay = 86400;

std::int64_t local_seconds() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count() + kChinaStandardTime;
}

int exit_for(core::ErrorCode code) {
  switch (code) {
    case core::ErrorCode::StorageTooNew:
    case core::ErrorCode::StorageForeign:
    case core::ErrorCode::StorageCorrupt:
    case core::ErrorCode::StorageBusy:
    case core::ErrorCode::StorageFailed:
      return kLedgerUnusable;
    case core::ErrorCode::NotFound:  // what the command line names
      return kUsage;
    default:
      return kRefused;
  }
}

std::string why_unopened(int error) {
  if (error == ENOENT) return "没有这个文件";
  if (error == EACCES) return "没有权限读取";
  return fmt::format("打不开文件（错误码 {}）", error);
}

core::Result<std::string> read_stream(std::FILE* stream, const std::string& path) {
  std::string bytes;
  char block[1 << 16];
  for (std::size_t count; (count = std::fread(block, 1, sizeof block, stream)) > 0;) {
    bytes.append(block, count);
    if (bytes.size() > kMaximumFileBytes)
      return core::Error{core::ErrorCode::LimitExceeded, fmt::format("文件超过 512 MiB：{}", path)};
  }
  if (std::ferror(stream))
    return core::Error{core::ErrorCode::NotFound, fmt::format("读取失败：{}", path)};
  return bytes;
}

}  // namespace

core::Date SystemClock::today() const {
  if (today_) return *today_;
  return core::Date{static_cast<std::int32_t>(local_seconds() / kSecondsPerDay)};
}

std::string SystemClock::now() const {
  const std::int64_t seconds = local_seconds();
  const std::int64_t of_day = seconds % kSecondsPerDay;
  const core::Date day{static_cast<std::int32_t>(seconds / kSecondsPerDay)};
  return fmt::format("{}T{:02}:{:02}:{:02}", core::to_string(day), of_day / 3600, of_day / 60 % 60,
                     of_day % 60);
}

core::Result<std::unique_ptr<core::app::Desk>> Context::open_desk() {
  CORE_ASSIGN(std::unique_ptr<core::store::Ledger> opened, core::store::Ledger::open(ledger));
  return std::make_unique<core::app::Desk>(std::move(opened), clock, by);
}

void Context::fail(const core::Error& error) {
  fmt::print(stderr, "{}\n", error.message);
  exit = exit_for(error.code);
}

core::Done Context::refuse_usage(std::string_view what) {
  fmt::print(stderr, "{}\n", what);
  exit = kUsage;
  return {};
}

void Context::print(const core::Value& value) const {
  fmt::print("{}\n", core::to_pretty_json(value));
}

void Context::with_desk(const std::function<void(core::app::Desk&)>& body) {
  core::Result<std::unique_ptr<core::app::Desk>> desk = open_desk();
  if (!desk.ok()) return fail(desk.error());
  if (!json && desk.value()->ledger().is_demo()) fmt::print(stderr, "演示台账：数据均为虚构\n");
  body(*desk.value());
}

core::Result<std::string> read_file(const std::string& path) {
  if (path == "-") return read_stream(stdin, "标准输入");
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file)
    return core::Error{core::ErrorCode::NotFound, fmt::format("{}：{}", why_unopened(errno), path)};
  core::Result<std::string> bytes = read_stream(file, path);
  std::fclose(file);
  return bytes;
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Progress::Progress() : terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (terminal_ && shown_ >= 0) fmt::print(stderr, "\r\033[K");
}

void Progress::show(double share, std::string_view words) {
  const int percent = static_cast<int>(share * 100);
  if (!terminal_ || percent == shown_) return;
  shown_ = percent;
  fmt::print(stderr, "\r\033[K{:3}% {}", percent, words);
  std::fflush(stderr);
}

}  // namespace native
