#include "tests/support/data.h"

#include <doctest/doctest.h>

#include <cstdio>

TEST_CASE("data: a sample file is found and read whole") {
  const std::string bytes = test::read_bytes(test::sample_path("units-officials.xlsx"));
  CHECK(bytes.size() > 1000);
  CHECK(bytes.substr(0, 2) == "PK");
}

TEST_CASE("data: what is written to a scratch file is read back, and the name is fresh next time") {
  const std::string path = test::scratch_path("data_test.bin");
  const std::string bytes("a\0b\r\n\xff", 6);
  test::write_bytes(path, bytes);
  CHECK(test::read_bytes(path) == bytes);
  const std::string again = test::scratch_path("data_test.bin");
  CHECK(again == path);
  std::FILE* file = std::fopen(again.c_str(), "rb");
  CHECK(file == nullptr);
  if (file != nullptr) std::fclose(file);
}
