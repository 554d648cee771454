#pragma once
// Which cases a ledger says something else about than at the last look: after one fact a list of a
// city's cases is not read anew.

#include <cstdint>
#include <string>
#include <vector>

#include "core/app/desk.h"
#include "core/model/indexes.h"

namespace web {

struct Changes {
  bool all = true;                     ///< Anything may have changed.
  std::vector<core::CaseIndex> cases;  ///< Else: only these, ascending, each once.
};

class ChangeReader {
 public:
  /// What has changed since the last call; everything the first time, after an import, when the day
  /// is another, and when more than cases has changed.
  Changes read(core::app::Desk& desk);

 private:
  const core::State* state_ = nullptr;
  core::Date today_;
  std::uint32_t facts_ = 0;
  std::string last_;  // Id of the last of them: the same history goes on, or it is another.
  std::size_t cases_ = 0;
};

}  // namespace web
