#pragma once
// Pieces of a panel: the quoted sentence of a clause, lists of facts, labelled entries, headings.

#include <cstddef>
#include <string_view>

#include "web/models/duty_detail.h"
#include "web/widgets/look.h"

namespace web {

/// A small secondary heading with room above it.
void section(const Look& look, std::string_view words);

/// The sentence a duty rests on, with its clause before it and a bar at its side.
void draw_quote(const Look& look, const Quote& quote);

/// Day, what happened, and its details under it (at most `lines` of them, 0 = all), with a hairline
/// below.
void draw_fact(const Look& look, const FactLine& fact, std::size_t lines = 0);

/// `label` at the left in the secondary colour, `text` in lines beside it.
void draw_entry(const Look& look, std::string_view label, std::string_view text);

/// A hairline over the width that is left.
void rule_line(const Look& look);

}  // namespace web
