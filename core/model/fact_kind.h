#pragma once
// The catalogue of fact kinds: their fields, types and clauses (contract, section 1).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/model/codes.h"
#include "core/model/fact.h"

namespace core {

enum class FieldType : std::uint8_t {
  Text,
  Integer,
  Boolean,
  Day,           ///< YYYY-MM-DD
  Days,          ///< List of days
  Week,          ///< YYYY-Www
  Month,         ///< A period: YYYY-MM, YYYY-H1, YYYY-H2 or YYYY
  Code,          ///< One of `codes`
  Codes,         ///< List of them
  UnitKey,       ///< Must be registered
  UnitKeys,      ///< List of registered units
  OfficialKey,   ///< Must be appointed
  OfficialName,  ///< Key of an appointed official, or any name of a person who signs or approves
  CaseKey,       ///< Must be registered
  FactId,        ///< Must be in the ledger
  Texts,         ///< List of text
  Objects,       ///< List of objects, checked by the rule or paper that uses them
  Any,           ///< A list or an object
};

struct FieldSpec {
  std::string_view name;
  FieldType type;
  bool required = false;
  std::span<const std::string_view> codes = {};  ///< For Code and Codes.
  std::int64_t minimum = 0;                      ///< For Integer.
  std::int64_t maximum = 1'000'000'000;
  std::string_view label;  ///< Chinese, for messages and forms.
};

struct KindSpec {
  std::string_view kind;
  Subject::Kind subject;
  std::string_view key;     ///< The field that names the subject, `case`; empty = county.
  std::string_view label;   ///< Chinese: 受理, 周报告.
  std::string_view clause;  ///< `2.7`, `条例34`; empty for bookkeeping.
  std::span<const FieldSpec> fields;
};

/// All kinds of the contract, in its order.
std::span<const KindSpec> fact_kinds();

/// Null for kinds we do not know.
const KindSpec* find_kind(std::string_view kind);

/// The event of a case that facts of the kind become; nothing for kinds that are none. The kind is
/// one of fact_kinds().
std::optional<EventKind> event_of(const KindSpec& kind);

/// What the fact says for its kind's key; empty when it says nothing.
std::string subject_key(const Fact& fact, const KindSpec& spec);

/// Chinese word for a code (`beijing_visit` -> 进京访); the code itself when there is none.
std::string_view code_label(std::string_view code);

/// The one of `codes` that people call so: by its label, or as the notice does where the regulation
/// has renamed it (给予行政处分建议). Empty when none is.
std::string_view code_called(std::span<const std::string_view> codes, std::string_view name);

}  // namespace core
