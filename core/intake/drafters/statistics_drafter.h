#pragma once
// Rows of the statistics sheets: counts of a unit for a period, as numerator and denominator.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/intake/drafters/drafter.h"

namespace core::intake {

/// How an indicator stands in the sheets: numerators are added up, so are denominators.
struct IndicatorColumns;

class StatisticsDrafter : public Drafter {
 public:
  StatisticsDrafter(Session& session, SheetPlace place);

 protected:
  Status draft_row(const RowView& row) override;

 private:
  struct Known {
    FactRef fact;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    bool stated = false;  // by this import
  };

  Status draft_indicator(UnitIndex unit, const IndicatorColumns& indicator);
  Status draft_count(UnitIndex unit, std::string_view indicator, std::int64_t numerator,
                     std::int64_t denominator, Column column);
  std::optional<std::int64_t> count(Column column);
  std::optional<std::int64_t> sum(const Column* columns, std::size_t length);
  void check_rate(const IndicatorColumns& indicator, std::int64_t numerator,
                  std::int64_t denominator);
  void check_total_rate();
  static std::string key_of(std::string_view unit, std::string_view indicator);

  bool heard_ = false;  // the row says a figure that can be taken

  std::unordered_map<std::string, Known> known_;  // of this period
};

}  // namespace core::intake
