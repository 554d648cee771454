#include "tests/support/data.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace test {
namespace {

// Programs are started from the root or from a build folder some levels below it.
std::string path_in_tree(std::string_view relative) {
  const std::string mark = "tests/main.cpp";
  std::string up;
  for (int level = 0; level < 6; ++level, up += "../") {
    if (access((up + mark).c_str(), R_OK) == 0) return up + std::string(relative);
  }
  return std::string(relative);
}

// Two programs (sanitized, wasm) may run at once, so each has a folder of its own.
std::string new_scratch_folder() {
  const std::string build = path_in_tree("build");
  mkdir(build.c_str(), 0777);
  std::string folder = build + "/scratch-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) FAIL("no scratch folder can be made in " << build);
  return folder;
}

}  // namespace

std::string tests_path(std::string_view name) { return path_in_tree("tests/" + std::string(name)); }

std::string data_path(std::string_view name) { return tests_path("data/" + std::string(name)); }

std::string sample_path(std::string_view name) {
  return path_in_tree("public/sample/" + std::string(name));
}

std::string read_bytes(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    FAIL_CHECK("no such file: " << path);
    return {};
  }
  std::string bytes;
  char block[65536];
  for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;) {
    bytes.append(block, got);
  }
  std::fclose(file);
  return bytes;
}

void write_bytes(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    FAIL_CHECK("cannot write: " << path);
    return;
  }
  const std::size_t written = std::fwrite(bytes.data(), 1, bytes.size(), file);
  CHECK(std::fclose(file) == 0);
  CHECK(written == bytes.size());
}

std::string scratch_path(std::string_view name) {
  static const std::string folder = new_scratch_folder();
  const std::string path = folder + "/" + std::string(name);
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
    std::remove((path + suffix).c_str());
  }
  return path;
}

}  // namespace test
