#include "web/models/snapshots_model.h"

#include <string>

#include "web/models/words.h"

namespace web {

ListTable snapshots_model(const core::Value& json) {
  using enum ColumnKind;
  ListTable snapshots({Step, Text, Number, Number});
  if (json.list() == nullptr) return snapshots;
  for (const core::Value& item : *json.list()) {
    const core::Fields* fields = item.fields();
    const std::int64_t taken = fields != nullptr ? fields->integer("taken") : 0;
    if (taken <= 0) continue;
    ListCell facts = number_cell(fields->integer("facts"));
    facts.text = grouped(static_cast<std::uint64_t>(facts.value));
    const std::int64_t bytes = fields->integer("bytes");
    ListCell size = text_cell(size_words(static_cast<std::uint64_t>(bytes)));
    size.value = bytes;
    snapshots.add(
        static_cast<std::uint64_t>(taken),
        {word_cell(taken, std::string(fields->text("time"))),
         text_cell(std::string(fields->text("county"))), std::move(facts), std::move(size)});
  }
  snapshots.select({});
  return snapshots;
}

}  // namespace web
