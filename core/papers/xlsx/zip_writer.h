#pragma once
// Writes zip archives: same entries, same bytes, on every machine.

#include <cstdint>
#include <string>
#include <string_view>

namespace core::papers {

class ZipWriter {
 public:
  /// Adds an entry, deflated. Names are UTF-8; archives stay below 4 GiB.
  void add(std::string_view name, std::string_view content);

  /// The archive. Entries carry no time: 1980-01-01, as an office program reads it.
  std::string finish() const;

 private:
  std::string bytes_;
  std::string directory_;
  std::uint16_t count_ = 0;
};

}  // namespace core::papers
