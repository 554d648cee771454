#pragma once
// The words of the closed lists of measures, in the order of their enumerators (measure_codes.h)
// from the second on: the first is always Unknown.

#include <array>
#include <string_view>

namespace core::measure_words {

inline constexpr std::array kSeries =
    std::to_array<std::string_view>({"monthly", "half_year", "annual", "special"});
inline constexpr std::array kMentions =
    std::to_array<std::string_view>({"criticised", "mentioned", "praised"});
inline constexpr std::array kReportedTo =
    std::to_array<std::string_view>({"conveners", "county_heads"});
inline constexpr std::array kFilingTo =
    std::to_array<std::string_view>({"performance", "personnel", "discipline"});
inline constexpr std::array kFiledMeasures =
    std::to_array<std::string_view>({"bulletin", "talk", "reminder", "assessment"});
inline constexpr std::array kReasons =
    std::to_array<std::string_view>({"T1", "T2", "T3", "T4", "T5", "T6", "T7"});
inline constexpr std::array kChannels = std::to_array<std::string_view>({"sms", "letter"});
inline constexpr std::array kJudged = std::to_array<std::string_view>({"fixed", "not_fixed"});
inline constexpr std::array kUpheld = std::to_array<std::string_view>({"upheld", "rejected"});
inline constexpr std::array kSupervisionGrounds =
    std::to_array<std::string_view>({"grave", "two_reminders"});
inline constexpr std::array kInspections =
    std::to_array<std::string_view>({"dispatch", "guidance", "site"});
inline constexpr std::array kTalkGrounds =
    std::to_array<std::string_view>({"screening_poor", "late_report", "irregular_visit",
                                     "rectification_failed", "bottom_streak", "special_streak"});
inline constexpr std::array kTalkForms =
    std::to_array<std::string_view>({"collective", "individual"});
inline constexpr std::array kConveners = std::to_array<std::string_view>({"chief", "convener"});
inline constexpr std::array kSides = std::to_array<std::string_view>({"office", "target"});
inline constexpr std::array kPhases =
    std::to_array<std::string_view>({"before", "during", "after"});
// Grounds for accountability (追责情形): articles 42 to 46 of the regulation, item by item.
inline constexpr std::array kAccountabilityGrounds = std::to_array<std::string_view>({
    "条例42(1)", "条例42(2)", "条例42(3)", "条例42(4)", "条例43",    "条例44(1)", "条例44(2)",
    "条例44(3)", "条例45(1)", "条例45(2)", "条例45(3)", "条例45(4)", "条例46(1)", "条例46(2)",
    "条例46(3)", "条例46(4)", "条例46(5)", "条例46(6)", "条例46(7)",
});
inline constexpr std::array kProposals =
    std::to_array<std::string_view>({"improve", "policy", "accountability"});
inline constexpr std::array kAdopted = std::to_array<std::string_view>({"yes", "partly", "no"});

}  // namespace core::measure_words
