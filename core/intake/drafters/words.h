#pragma once
// The words of official systems as the contract's codes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/codes.h"

namespace core::intake {

/// 来信, 来访, 网上信访 …; Unknown for a word that is not in the list.
Form form_of(std::string_view text);

/// 求决, 意见建议, 揭发控告 …; Unknown for a word that is not in the list.
Purpose purpose_of(std::string_view text);

/// 满意, 基本满意, 不满意, 未评价.
Rating rating_of(std::string_view text);

/// Grounds named in a cell, several between 、; nothing when any of them is unknown.
std::optional<std::vector<Ground>> grounds_of(std::string_view text);

/// 县主要领导, 县分管领导, 县级领导.
LeadLevel lead_level_of(std::string_view text);

/// 县主要领导, 县级领导, 单位主要领导, 单位分管领导, 联络员.
OfficialRank rank_of(std::string_view text);

/// 乡镇, 街道, 县直部门 …; a 街道 among 乡镇 is told by its name.
UnitType unit_type_of(std::string_view text, std::string_view name);
UnitGroup group_of(UnitType type);

/// `城乡建设_物业服务` and `城乡建设／物业服务` alike -> `城乡建设/物业服务`.
std::string category_of(std::string_view text);

/// `征地补偿安置问题`, from the last part of a category; empty for no category.
std::string title_of_category(std::string_view category);

/// The same out of a summary free of personal data: what is `反映…问题`, else its first clause.
std::string title_of_summary(std::string_view summary);

}  // namespace core::intake
