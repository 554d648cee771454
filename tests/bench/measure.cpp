#include "tests/bench/measure.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace bench {

double clock_milliseconds() {
  static const char* const wanted = std::getenv("BENCH_CLOCK");
  static const bool cpu = wanted != nullptr && std::strcmp(wanted, "cpu") == 0;
  timespec now{};
  clock_gettime(cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void print(const core::Fields& results) {
  std::puts(core::to_json(results).c_str());
  std::fflush(stdout);
}

std::int64_t peak_memory() {
  std::FILE* const file = std::fopen("/proc/self/status", "r");
  if (file == nullptr) return 0;
  std::int64_t kibibytes = 0;
  char line[256];
  while (std::fgets(line, sizeof line, file) != nullptr)
    if (std::strncmp(line, "VmHWM:", 6) == 0) kibibytes = std::strtoll(line + 6, nullptr, 10);
  std::fclose(file);
  return kibibytes * 1024;
}

std::string read_bytes(const std::string& path) {
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  require(file != nullptr, "no such file: " + path);
  std::fseek(file, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  require(std::fread(bytes.data(), 1, bytes.size(), file) == bytes.size(), "cannot read " + path);
  std::fclose(file);
  return bytes;
}

void require(bool ok, std::string_view message) {
  if (ok) return;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(message.size()), message.data());
  std::exit(1);
}

}  // namespace bench
