#pragma once
// Takes personal data out of free text: names, ID numbers, phones, addresses, birth dates,
// accounts, number plates.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/intake/import_log.h"
#include "core/intake/masking/cuts.h"
#include "core/intake/masking/names.h"

namespace core::intake {

/// What stands where something was taken out.
inline constexpr std::string_view kTakenOut = "〔已隐去〕";

class Scrubber {
 public:
  explicit Scrubber(IsCaseNumber is_case_number, IsOfficial is_official = {})
      : is_case_(std::move(is_case_number)), is_official_(std::move(is_official)) {}

  /// `known` are the petitioners' full names that may stand in the text; they become their masked
  /// form. `surname` is that of the case's petitioner when only the masked form is known. What was
  /// taken out is counted.
  std::string scrub(std::string_view text, std::span<const PersonName> known, Scrubbed& counts,
                    std::string_view surname = {});

  /// What a name, a title or a post is without phone numbers and the like, and without the marks
  /// where they stood.
  std::string scrub_label(std::string_view text, Scrubbed& counts);

 private:
  void detect(unsigned suspicion, std::string_view surname);
  std::string without_cuts(std::string_view text, Scrubbed& counts);

  IsCaseNumber is_case_;
  IsOfficial is_official_;
  TextPoints points_;  // kept for their memory
  Cuts cuts_;
};

}  // namespace core::intake
