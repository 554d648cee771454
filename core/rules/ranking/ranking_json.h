#pragma once
// A ranking as JSON (contract, section 3) and as the sentences people read.

#include <string>

#include "core/base/value.h"
#include "core/rules/ranking/ranking.h"

namespace core::rules::ranking {

/// `{"period","over","groups":[{"group","units":[{"unit","name","rank","of","score", …}]}]}`.
Value ranking_json(const State& state, const Ranking& ranking, const Counts& counts,
                   std::size_t slot);

/// The items behind one figure: numbers, days and facts, no words of any case.
Value items_json(const State& state, const Findings& findings, const std::vector<Item>& items);

/// 按期答复率再多2件达标，即离开后3位; empty where no number of items would do.
std::string margin_text(const Margin& margin, const GroupRanking& group);

}  // namespace core::rules::ranking
