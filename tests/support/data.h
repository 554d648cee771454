#pragma once
// Where tests find the files they read and a place for the files they write.

#include <string>
#include <string_view>

namespace test {

/// Path of a file below tests/, wherever in the tree the program was started.
std::string tests_path(std::string_view name);

/// Path of a file below tests/data/.
std::string data_path(std::string_view name);

/// Path of a file of the sample county (public/sample/).
std::string sample_path(std::string_view name);

/// The whole content of a file; a test that names a missing file fails.
std::string read_bytes(const std::string& path);

/// Writes a whole file; a test that cannot fails.
void write_bytes(const std::string& path, std::string_view bytes);

/// A file name in a writable folder, nothing there yet (a file left by an earlier test is removed,
/// with its journal).
std::string scratch_path(std::string_view name);

}  // namespace test
