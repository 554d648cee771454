#include "core/rules/assessment/point_sheet.h"

#include <algorithm>

namespace core::rules::assessment {
namespace {

constexpr Direction kDeduct = Direction::Deduct;
constexpr Direction kAdd = Direction::Add;

}  // namespace

const std::vector<SheetItem>& example_sheet() {
  static const std::vector<SheetItem> kSheet = {
      {"base", {"基本分", "7.4", "fixed", kAdd, 10000, 0, -1}},
      {"report_missed", {"周报漏报", "2.7", "undone:weekly_report", kDeduct, 0, 50, 500}},
      {"report_late", {"周报迟报", "2.7", "done_late:weekly_report", kDeduct, 0, 20, 300}},
      {"accept_late", {"逾期受理", "条例23", "late:accept_or_decline", kDeduct, 0, 50, 500}},
      {"answer_late", {"逾期答复", "条例34", "late:answer", kDeduct, 0, 100, 1000}},
      {"plan_late", {"方案逾期", "2.5", "late:plan", kDeduct, 0, 50, 300}},
      {"criticised", {"被点名批评", "3.2", "criticised", kDeduct, 0, 100, 500}},
      {"named", {"被上级点名", "4.4", "named_by_superior", kDeduct, 0, 100, 300}},
      {"reminded", {"被提醒告知", "4.7", "reminded", kDeduct, 0, 50, 500}},
      {"reminder_answer_late",
       {"提醒反馈逾期", "4.8", "late:answer_reminder", kDeduct, 0, 50, 300}},
      {"listed", {"被挂牌督办", "5.1", "listed", kDeduct, 0, 200, 600}},
      {"talked", {"被约谈", "6.1", "talked", kDeduct, 0, 300, 900}},
      {"rectify_late", {"约谈整改逾期", "6.5", "late:rectify_report", kDeduct, 0, 100, 500}},
      {"not_fixed", {"约谈整改不到位", "6.5", "not_fixed", kDeduct, 0, 100, 500}},
      {"ordered", {"被责令限期整改", "7.2", "ordered", kDeduct, 0, 200, 600}},
      {"order_late", {"限期整改逾期", "7.2", "late:rectification", kDeduct, 0, 100, 500}},
      {"accountability", {"被提出追究责任建议", "7.3", "accountability", kDeduct, 0, 500, 1000}},
      {"proposal_late", {"建议反馈逾期", "7.3", "late:proposal_answer", kDeduct, 0, 50, 200}},
      {"lead_resolved", {"包案化解率", "2.5", "on_time_rate:resolve", kAdd, 0, 500, 500}},
      {"praised", {"被通报表扬", "3.2", "praised", kAdd, 0, 50, 200}},
      {"experience", {"经验做法和意见建议", "7.5", "experience", kAdd, 0, 50, 200}},
  };
  return kSheet;
}

std::vector<SheetItem> sheet_of(const Settings& settings) {
  std::vector<SheetItem> sheet = example_sheet();
  for (const auto& [key, item] : settings.point_sheet) {
    const auto at = std::find_if(sheet.begin(), sheet.end(),
                                 [&key = key](const SheetItem& each) { return each.key == key; });
    if (at == sheet.end()) {
      sheet.push_back({key, item});
    } else {
      at->item = item;
    }
  }
  return sheet;
}

bool has_example_items(const Settings& settings) {
  const std::vector<SheetItem>& example = example_sheet();
  return std::any_of(example.begin(), example.end(), [&settings](const SheetItem& each) {
    return settings.point_sheet.count(each.key) == 0;
  });
}

}  // namespace core::rules::assessment
