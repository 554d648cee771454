#pragma once
// Rows of weekly reports.

#include <string>

#include "core/intake/drafters/drafter.h"

namespace core::intake {

class ReportDrafter : public Drafter {
 public:
  using Drafter::Drafter;
  void finish() override;

 protected:
  Status draft_row(const RowView& row) override;

 private:
  /// The report as the row tells it; refuses the row when week or day are missing.
  Fact read(const std::string& number);
  void read_texts(const std::string& number, Fields& fields);
  Status compare(Fact fact, const std::string& number);

  bool undated_ = false;
};

}  // namespace core::intake
