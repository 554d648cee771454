#pragma once
// A fact: what happened, on a day, said by someone. Facts are only ever added (contract, section
// 1).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/value.h"

namespace core {

/// Where a fact stands in the order of recording: 1, 2, 3, … within one ledger. 0 = no fact.
struct FactRef {
  std::uint32_t position = 0;

  constexpr bool known() const { return position != 0; }
  constexpr auto operator<=>(const FactRef&) const = default;
};

/// A fact as somebody states it, before the ledger has taken it.
struct Fact {
  std::string kind;  ///< `report.filed`; kinds we do not know are kept.
  Date on;           ///< The day it happened.
  std::string by;    ///< Who recorded it.
  Fields fields;     ///< Everything else, unknown fields included.
};

/// A fact as the ledger keeps it.
struct RecordedFact {
  FactRef ref;
  std::string id;           ///< Stable and unique over all ledgers: origin prefix + number.
  std::string recorded_at;  ///< `YYYY-MM-DDTHH:MM:SS`, local time of the recording device.
  Fact fact;
};

/// What a fact is about: all facts on one subject are folded together.
struct Subject {
  enum class Kind : std::uint8_t {
    County,
    Unit,
    Official,
    Case,
    Bulletin,
    Reminder,
    Alert,
    Campaign,
    Supervision,
    Talk,
    Inquiry,
    Proposal,
    Filing,  ///< Key: the measure it is about.
    Rectification,
    Assessment,
    Other,  ///< Rulebook, calendar, declined prompts, kinds we do not know.
  };

  Kind kind = Kind::Other;
  std::string key;

  friend bool operator==(const Subject& a, const Subject& b) {
    return a.kind == b.kind && a.key == b.key;
  }
};

/// The subject a fact names. Amendments (`fact.corrected`, `fact.retracted`) have the subject of
/// the fact they amend, which only the ledger knows: for them this returns nothing.
std::optional<Subject> subject_of(const Fact& fact);

bool is_amendment(const Fact& fact);
bool is_amendment_kind(std::string_view kind);

/// Reads one fact from a JSON object (`kind`, `on`, `by`, and the fields). The error names the
/// field. `id`, `recorded_at`, `origin`, `seq`, `prev` and `hash` of an exported fact are left out.
Result<Fact> fact_from_json(const Value& object);

/// The same object back, with `id` and `recorded_at` when `recorded` has them.
Value fact_to_json(const Fact& fact);
Value fact_to_json(const RecordedFact& recorded);

/// All recorded facts on one subject with their amendments, in recording order -> the facts that
/// hold: corrections applied over the fields (a corrected `on` moves the day), retracted ones gone.
/// An amendment may itself be retracted. Amendments do not appear in the result.
std::vector<RecordedFact> effective(std::vector<RecordedFact> facts_of_subject);

}  // namespace core
