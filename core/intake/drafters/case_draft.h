#pragma once
// What one row says about a case, read and free of personal data, before it is compared.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/model/codes.h"
#include "core/model/state.h"

namespace core::intake {

/// Empty, unknown and absent members are cells that say nothing.
struct CaseDraft {
  std::string number;
  UnitIndex unit;
  Date registered_on;
  Date received_on;
  Date forwarded_on;
  Date accepted_on;
  Date answered_on;
  Date deadline;
  Form form = Form::Unknown;
  Purpose purpose = Purpose::Unknown;
  Rating unit_rating = Rating::Unknown;
  Rating office_rating = Rating::Unknown;
  std::int64_t people = 0;
  std::optional<bool> collective;
  std::optional<bool> first_time;
  std::string_view category;  ///< Lent by the drafter.
  std::string petitioner;
  std::string summary;
  std::string title;  ///< Only when the sheet has a column for it.

  /// 条例 30: number, dates and organ are all that may be kept.
  void keep_only_bare_facts();
};

/// The fields of a case that rows of one import may contradict each other about.
enum StatedBits : std::uint32_t {
  kStatedUnit = 1U << 0,
  kStatedRegistered = 1U << 1,
  kStatedReceived = 1U << 2,
  kStatedForwarded = 1U << 3,
  kStatedAccepted = 1U << 4,
  kStatedAnswered = 1U << 5,
  kStatedDeadline = 1U << 6,
  kStatedForm = 1U << 7,
  kStatedPurpose = 1U << 8,
  kStatedUnitRating = 1U << 9,
  kStatedOfficeRating = 1U << 10,
  kStatedPeople = 1U << 11,
  kStatedCollective = 1U << 12,
  kStatedFirstTime = 1U << 13,
  kStatedCategory = 1U << 14,
  kStatedPetitioner = 1U << 15,
  kStatedSummary = 1U << 16,
  kStatedTitle = 1U << 17,
};

}  // namespace core::intake
