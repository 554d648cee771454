#pragma once
// One piece of a user's data that could not be taken, and where it stands.

#include <string>
#include <vector>

namespace core {

struct Issue {
  std::string file;    ///< File name without folders; empty where there is none.
  std::string sheet;   ///< Sheet name; empty for CSV and JSON lines.
  int row = 0;         ///< As the user's program numbers it, from 1; 0 = the whole file.
  std::string column;  ///< Header text, or field name; empty = the whole row.
  std::string text;    ///< What stood there, scrubbed of personal data.
  std::string reason;  ///< Chinese, one clause, no full stop.
};

using Issues = std::vector<Issue>;

}  // namespace core
