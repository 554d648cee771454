#pragma once
// What the detectors of personal data find in a text: stretches of it, by kind.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/intake/masking/text_points.h"

namespace core::intake {

enum class Personal : std::uint8_t { Id, Phone, Address, Birth, Account, Plate, Name };

/// Code points from `begin` up to `end` say something personal.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
  Personal kind = Personal::Id;
};

using Cuts = std::vector<Cut>;

/// Whether these digits are the number of a case, which stays.
using IsCaseNumber = std::function<bool(std::string_view)>;

/// ID numbers of 15 and 18 digits, mobiles and land lines, bank and other long numbers; also with
/// blanks or hyphens inside. Dates, sums and document numbers stay.
void find_numbers(const TextPoints& text, const IsCaseNumber& is_case, Cuts& cuts);

/// Whether somebody of this name is an official, whose name stays.
using IsOfficial = std::function<bool(std::string_view)>;

/// E-mail addresses, and what follows 微信 or QQ.
void find_accounts(const TextPoints& text, Cuts& cuts);

/// Number plates such as 川A·12345.
void find_plates(const TextPoints& text, Cuts& cuts);

/// Birth dates: a day, month or year next to 出生 or 生于.
void find_births(const TextPoints& text, Cuts& cuts);

/// What follows 家住, 住址 and the like up to the end of the clause, and house numbers after a
/// village, road or estate (`石桥村3组12号` loses `3组12号`).
void find_addresses(const TextPoints& text, Cuts& cuts);

/// Names after 信访人, 来访人 and the like, and in a list behind a hidden one (`孙某、周九`): the
/// given name behind a surname. `surname`, when not empty, is that of the case's petitioner, for
/// which more words introduce a name, and one of three characters is seen by itself.
void find_named(const TextPoints& text, std::u32string_view surname, const IsOfficial& is_official,
                Cuts& cuts);

}  // namespace core::intake
