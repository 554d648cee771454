#include "tests/support/scenario_files.h"

#include <dirent.h>

#include <algorithm>
#include <string_view>

#include "tests/support/data.h"

namespace test {

std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  DIR* folder = opendir(tests_path("scenarios").c_str());
  if (!folder) return names;
  while (const dirent* entry = readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name.size() > 5 && name.substr(name.size() - 5) == ".json") names.emplace_back(name);
  }
  closedir(folder);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace test
