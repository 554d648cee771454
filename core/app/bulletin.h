#pragma once
// Bulletins (通知 3.1–3.5): draft, issue with everything frozen, and derive an issued one again.

#include <optional>
#include <string>
#include <vector>

#include "core/app/desk.h"
#include "core/model/measure_codes.h"

namespace core::app {

/// What the office decides about one bulletin; ranks and numbers are derived.
struct BulletinOrder {
  Period period;
  Series series = Series::Monthly;
  std::string key;     ///< Empty = `monthly-2026-10`; after a withdrawal `monthly-2026-10-2`.
  std::string number;  ///< Empty = the next of the series and year, 月通报〔2026〕3号.
  std::string topic;
  std::vector<std::string> scope;  ///< Of a special bulletin; the units named below belong to it.
  std::vector<std::string> criticised;
  std::vector<std::string> praised;
  bool grave = false;
};

struct BulletinReceipt {
  std::string key;
  std::string number;
  std::string head;    ///< Of the ledger after recording.
  std::string sha256;  ///< Of the fields of the bulletin as recorded, in canonical JSON.
  bool is_draft = false;
  Date objections_until;  ///< Of a draft: the last day for them.
};

/// Records the draft; units may object for the workdays the rulebook gives them.
Result<BulletinReceipt> draft_bulletin(Desk& desk, const BulletinOrder& order);

/// Records the bulletin with its ledger position, head code, rulebook hash and numbers. Refused
/// while the period or a draft's time for objections runs, while an objection is undecided, without
/// a draft where the rulebook asks for one, and when the period has a bulletin that was not
/// withdrawn.
Result<BulletinReceipt> issue_bulletin(Desk& desk, const BulletinOrder& order);

/// Where an issued bulletin differs from what its facts give.
struct BulletinDifference {
  std::string where;  ///< units[T01].score
  Value issued;
  Value now;
};

/// Derives the bulletin again from the facts up to its frozen position, as of the day it was
/// issued, and looks whether it was corrected since. Nothing when all is the same; an error when
/// there is no such bulletin or nothing was frozen.
Result<std::optional<BulletinDifference>> check_bulletin(const Desk& desk, std::string_view key);

}  // namespace core::app
