#include "web/screens/cases_screen.h"

#include <imgui.h>

#include <array>
#include <string>
#include <vector>

#include "web/models/words.h"
#include "web/screens/welcome.h"
#include "web/widgets/controls.h"
#include "web/widgets/select.h"
#include "web/widgets/text.h"

namespace web {
namespace {

using Columns = std::array<GridColumn, kCaseColumns>;

constexpr Columns kColumns = {{
    {"number", "编号", 96, 0, false, true},
    {"title", "事项", 170, 2, false, true},
    {"unit", "责任单位", 124, 1, false, true},
    {"stage", "办理状态", 104, 0, false, true},
    {"deadline", "最近期限", 134, 0, false, true},
    {"late", "逾期", 68, 0, true, true},
    {"lead", "包案领导", 104, 0.3f, false, true},
    {"petitioner", "信访人", 118, 0.3f, false, true},
    {"form", "形式", 92, 0, false, true},
    {"registered", "登记", 134, 0, false, true},
}};

class CaseRows : public GridRows {
 public:
  explicit CaseRows(const CasesModel& model) : model_(model) {}

  std::size_t count() const override { return model_.count(); }
  std::uint64_t key(std::size_t row) const override { return model_.case_at(row).value; }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    if (row != row_) {
      words_ = model_.words(row);
      row_ = row;
    }
    fill(static_cast<CaseColumn>(column), out);
  }

 private:
  void fill(CaseColumn column, Cell& out) const {
    switch (column) {
      case CaseColumn::Number:
        out.kind = Cell::Kind::Link;
        out.text = words_.number;
        break;
      case CaseColumn::Title:
        out.text = words_.title;
        break;
      case CaseColumn::Unit:
        out.text = words_.unit;
        break;
      case CaseColumn::Petitioner:
        out.text = words_.petitioner;
        break;
      case CaseColumn::Form:
        out.text = words_.form;
        break;
      case CaseColumn::Registered:
        out.text = words_.registered;
        break;
      case CaseColumn::Deadline:
        out.text = words_.deadline;
        out.tone = words_.deadline_tone;
        break;
      case CaseColumn::Stage:
        out = {Cell::Kind::Chip, words_.stage_tone, false, words_.stage, {}};
        break;
      case CaseColumn::Lead:
        out.text = words_.lead;
        break;
      case CaseColumn::Late:
        out.text = words_.late;
        out.tone = words_.late == "—" ? Tone::Secondary : Tone::Late;
        break;
    }
  }

  const CasesModel& model_;
  mutable std::size_t row_ = SIZE_MAX;
  mutable CasesModel::Words words_;
};

/// A filter over a list of values; `chosen` is nothing for all of them.
template <typename Value, typename Name>
void draw_filter(const Look& look, const char* id, const char* title, const char* all,
                 const std::vector<Value>& values, std::optional<Value>& chosen, Name name) {
  std::vector<std::string> entries = {all};
  std::size_t at = 0;
  for (const Value& value : values) {
    if (chosen == value) at = entries.size();
    entries.push_back(name(value));
  }
  const std::string label = at == 0 ? title : entries[at];
  same_line_or_wrap(look, select_width(look, label));
  if (!select(look, id, label, entries, at)) return;
  chosen = at == 0 ? std::nullopt : std::optional<Value>(values[at - 1]);
}

void draw_unit_filter(const Look& look, const CasesModel& model, CasesQuery& query) {
  std::optional<core::UnitIndex> unit;
  if (query.unit.known()) unit = query.unit;
  draw_filter(look, "unit", "单位", "全部单位", model.units(), unit,
              [&](core::UnitIndex which) { return model.unit_label(which); });
  query.unit = unit.value_or(core::UnitIndex{});
}

void draw_category_filter(const Look& look, const CasesModel& model, CasesQuery& query) {
  std::vector<std::uint32_t> all(model.categories().size());
  for (std::uint32_t at = 0; at < all.size(); ++at) all[at] = at;
  draw_filter(look, "category", "内容分类", "全部分类", all, query.category, [&](std::uint32_t at) {
    const std::string& name = model.categories()[at];
    return name.empty() ? std::string("未分类") : name;
  });
}

void clear_filters(CasesQuery& query) {
  const CasesQuery plain;
  query.search.clear();
  query.unit = plain.unit;
  query.stage = plain.stage;
  query.category = plain.category;
  query.late_only = false;
}

bool filtered(const CasesQuery& query) {
  return !query.search.empty() || query.unit.known() || query.stage || query.category ||
         query.late_only;
}

void draw_toolbar(const Look& look, const CasesModel& model, CasesMemory& memory) {
  const CasesQuery before = memory.query;
  CasesQuery& query = memory.query;
  const std::string all = "全部 " + grouped(model.total()) + "###filter_all";
  const std::string late = "有逾期 " + grouped(model.late_count()) + "###filter_late";
  if (pill(look, all, !query.late_only)) query.late_only = false;
  same_line_or_wrap(look, button_width(look, late));
  if (pill(look, late, query.late_only, Tone::Late)) query.late_only = true;
  draw_unit_filter(look, model, query);
  draw_filter(look, "stage", "办理状态", "全部状态", model.stages(), query.stage,
              [](CaseStage stage) { return std::string(stage_word(stage)); });
  draw_category_filter(look, model, query);
  if (filtered(query)) {
    same_line_or_wrap(look, button_width(look, "清除筛选"));
    if (button(look, "清除筛选###clear_filters")) clear_filters(query);
  }
  if (query != before) memory.grid.top = 0;
}

std::string found_words(const CasesModel& model, const CasesQuery& query) {
  std::string words = "共 " + grouped(model.total()) + " 件";
  if (filtered(query)) words += "，符合条件 " + grouped(model.count()) + " 件";
  if (!query.search.empty()) words += "（搜索“" + query.search + "”）";
  return words;
}

void sort_by(CaseColumn column, CasesQuery& query) {
  const bool numbers_first = column == CaseColumn::Late || column == CaseColumn::Registered;
  query.descending = query.sort == column ? !query.descending : numbers_first;
  query.sort = column;
}

void draw_table(const Look& look, const CasesModel& model, CasesMemory& memory, Wishes& out) {
  GridOptions options;
  Columns columns = kColumns;
  for (GridColumn& column : columns)
    if (look.touch) column.width *= 1.12f;
  options.columns = columns;
  options.frozen = 1;
  options.row_height = look.px(look.touch ? 52 : 44);
  options.sort_column = static_cast<std::size_t>(memory.query.sort);
  options.descending = memory.query.descending;
  options.empty = "没有符合条件的事项，请清除筛选或换一个词";
  if (memory.chosen.known()) options.selected = model.row_of(memory.chosen);
  const GridAsk ask = draw_grid(look, "cases_table", CaseRows(model), options, memory.grid,
                                ImGui::GetContentRegionAvail());
  if (ask.pressed) memory.chosen = model.case_at(*ask.pressed);
  if (ask.sort_by != SIZE_MAX) sort_by(static_cast<CaseColumn>(ask.sort_by), memory.query);
  const bool by_number = ask.column == static_cast<std::size_t>(CaseColumn::Number);
  const bool tapped = look.touch && ask.column != SIZE_MAX;
  if (ask.pressed && (by_number || tapped)) out.open_case = model.case_at(*ask.pressed);
  if (ask.opened) out.open_case = model.case_at(*ask.opened);
}

}  // namespace

void draw_cases(const Look& look, const CasesModel& model, bool read_only, CasesMemory& memory,
                Wishes& out) {
  if (model.total() == 0) {
    draw_welcome(look, read_only, out);
    return;
  }
  paragraph(look, Type::Title, Tone::Plain, "事项", "heading");
  paragraph(look, Type::Body, Tone::Secondary, found_words(model, memory.query), "status");
  gap(look, 14);
  draw_toolbar(look, model, memory);
  gap(look, 16);
  draw_table(look, model, memory, out);
}

}  // namespace web
