#include "web/screens/units_screen.h"

#include <imgui.h>

#include <array>
#include <string>

#include "web/models/words.h"
#include "web/screens/clear_filters.h"
#include "web/screens/export_button.h"
#include "web/widgets/controls.h"
#include "web/widgets/list_rows.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr std::array<GridColumn, kUnitColumns> kUnits = {{{"name", "单位", 160, 1},
                                                          {"type", "类别", 100},
                                                          {"group", "排名组别", 112},
                                                          {"open", "在办事项", 112, 0, true},
                                                          {"late", "逾期", 96, 0, true},
                                                          {"people", "领导", 86, 0, true},
                                                          {"code", "代码", 106},
                                                          {"state", "状态", 96}}};
constexpr std::array<GridColumn, kOfficialColumns> kOfficials = {
    {{"name", "姓名", 96},
     {"post", "职务", 150, 1},
     {"rank", "级别", 110},
     {"unit", "单位", 120, 0.6f},
     {"led", "在办包案", 110, 0, true},
     {"led_late", "包案有逾期", 124, 0, true},
     {"late", "本人逾期", 110, 0, true},
     {"since", "任职", 126},
     {"state", "状态", 96}}};

GridOptions options_of(const Look& look, const ListTable& table, TableQuery& query,
                       core::Date today, std::uint64_t chosen) {
  GridOptions options;
  options.frozen = 1;
  options.row_height = look.px(look.touch ? 60 : 44);
  options.table = &table;
  options.query = &query;
  options.today = today;
  options.selected = table.row_of(chosen);
  return options;
}

/// A number leads to what it counts: the cases of the unit, or what it owes.
void open_unit(const GridAsk& ask, core::UnitIndex unit, Wishes& out) {
  if (ask.column == static_cast<std::size_t>(UnitColumn::Open) || ask.opened)
    out.show_cases =
        cases_with(CaseScope::Open, CaseColumn::Unit, static_cast<std::int64_t>(unit.value));
  if (ask.column == static_cast<std::size_t>(UnitColumn::Late)) {
    TodayQuery query;
    query.unit = unit;
    query.urgency = Urgency::Late;
    out.show_today = query;
  }
}

void open_official(const GridAsk& ask, core::OfficialIndex official, Wishes& out) {
  if (ask.column == static_cast<std::size_t>(OfficialColumn::LedLate))
    out.show_cases =
        cases_with(CaseScope::Late, CaseColumn::Lead, static_cast<std::int64_t>(official.value));
  if (ask.column == static_cast<std::size_t>(OfficialColumn::Led) || ask.opened)
    out.show_cases =
        cases_with(CaseScope::Led, CaseColumn::Lead, static_cast<std::int64_t>(official.value));
  if (ask.column == static_cast<std::size_t>(OfficialColumn::Late)) {
    TodayQuery query;
    query.official = official;
    query.urgency = Urgency::Late;
    out.show_today = query;
  }
}

/// The officials of the unit who are in office, as its number counts them.
void show_people_of(core::UnitIndex unit, UnitsMemory& memory) {
  memory.officials = true;
  memory.people.filters.clear();
  memory.people.set_filter(filter_by(static_cast<std::size_t>(OfficialColumn::Unit), unit.value));
  memory.people.set_filter(filter_by(static_cast<std::size_t>(OfficialColumn::State), kInOffice));
}

void draw_unit_list(const Look& look, const UnitsModel& model, UnitsMemory& memory, Wishes& out) {
  GridOptions options =
      options_of(look, model.units, memory.units, model.today, memory.chosen_unit);
  options.columns = kUnits;
  options.empty = model.units.rows() == 0 ? "还没有单位：导入单位名册，或逐个登记" : kNothingFits;
  const ListRows rows(model.units);
  const GridAsk ask =
      draw_grid(look, "units", rows, options, memory.unit_grid, list_room(options.row_height));
  const std::optional<std::size_t> row = ask.opened ? ask.opened : ask.pressed;
  if (!row) return;
  memory.chosen_unit = rows.key(*row);
  const core::UnitIndex unit{static_cast<std::uint32_t>(memory.chosen_unit)};
  open_unit(ask, unit, out);
  if (ask.column == static_cast<std::size_t>(UnitColumn::People)) show_people_of(unit, memory);
}

void draw_official_list(const Look& look, const UnitsModel& model, UnitsMemory& memory,
                        Wishes& out) {
  GridOptions options =
      options_of(look, model.officials, memory.people, model.today, memory.chosen_official);
  options.columns = kOfficials;
  // Upright what is late comes before what fits no more.
  static const std::vector<std::string> kUpright = {"name", "post", "late", "led_late", "led"};
  use_order(memory.official_grid.view, kUpright, look.layout == Layout::Portrait);
  options.empty =
      model.officials.rows() == 0 ? "还没有领导：导入领导名册，或逐个登记" : kNothingFits;
  const ListRows rows(model.officials);
  const GridAsk ask = draw_grid(look, "officials", rows, options, memory.official_grid,
                                list_room(options.row_height));
  const std::optional<std::size_t> row = ask.opened ? ask.opened : ask.pressed;
  if (!row) return;
  memory.chosen_official = rows.key(*row);
  open_official(ask, {static_cast<std::uint32_t>(memory.chosen_official)}, out);
}

void form_button(const Look& look, const char* label, const char* kind, std::string key,
                 Wishes& out) {
  same_line_or_wrap(look, button_width(look, label));
  if (button(look, label)) out.form = FormRequest{kind, std::move(key), {}, {}};
}

/// What forms name the chosen row by; null while none is chosen.
const std::string* chosen_key(const std::vector<std::string>& keys, std::uint64_t chosen) {
  return chosen < keys.size() ? &keys[static_cast<std::size_t>(chosen)] : nullptr;
}

void draw_forms(const Look& look, const UnitsModel& model, const UnitsMemory& memory, Wishes& out) {
  if (!memory.officials) {
    form_button(look, "登记单位###register_unit", "unit.registered", {}, out);
    const std::string* code = chosen_key(model.unit_keys, memory.chosen_unit);
    if (code == nullptr) return;
    form_button(look, "更名、别名###rename_unit", "unit.renamed", *code, out);
    form_button(look, "撤并###retire_unit", "unit.retired", *code, out);
    return;
  }
  form_button(look, "登记领导###appoint", "official.appointed", {}, out);
  const std::string* key = chosen_key(model.official_keys, memory.chosen_official);
  if (key != nullptr) form_button(look, "离任###leave", "official.left", *key, out);
}

/// Of the list that is shown.
void draw_outputs(const Look& look, const UnitsModel& model, const UnitsMemory& memory,
                  Wishes& out) {
  const bool people = memory.officials;
  const ListRows rows(people ? model.officials : model.units);
  const ExportList list{people ? "领导" : "单位",
                        rows,
                        people ? std::span<const GridColumn>(kOfficials) : kUnits,
                        people ? memory.official_grid : memory.unit_grid,
                        model.today,
                        people ? &model.officials : &model.units};
  export_button(look, list, out);
  same_line_or_wrap(look, print_button_width(look));
  if (!print_button(look, rows.count() == 0)) return;
  const bool filtered = !(people ? memory.people : memory.units).filters.empty();
  out.print = Report{"单位领导",
                     {"共 " + grouped(rows.count()) + " 行" + (filtered ? "，已按表头筛选" : "")},
                     {report_of(list.name, list)}};
}

class UnitsScreen : public Screen {
 public:
  std::string_view name() const override { return "units"; }
  std::string_view words() const override { return "单位领导"; }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      model_ = units_model(desk.state(), desk.findings(), desk.today());
    }
    model_.units.select(memory_.units);
    model_.officials.select(memory_.people);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_units(look, model_, input.read_only, memory_, out);
  }

  void hear(const Wishes& wishes) override {
    if (!wishes.show_people) return;
    memory_.officials = *wishes.show_people;
    (memory_.officials ? memory_.people : memory_.units).filters.clear();  // all that are counted
  }

  void visit_grids(const GridVisitor& visit) override {
    visit("units", memory_.unit_grid);
    visit("officials", memory_.official_grid);
  }

 private:
  UnitsModel model_;
  UnitsMemory memory_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> units_screen() { return std::make_unique<UnitsScreen>(); }

void draw_units(const Look& look, const UnitsModel& model, bool read_only, UnitsMemory& memory,
                Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, "单位领导", "heading");
  paragraph(look, Type::Body, Tone::Secondary, "点在办看其事项，点逾期看欠什么，点领导看是谁");
  gap(look, 14);
  const std::string units = "单位 " + grouped(model.units.count()) + "###tab_units";
  const std::string people = "领导 " + grouped(model.officials.count()) + "###tab_officials";
  if (pill(look, units, !memory.officials)) memory.officials = false;
  same_line_or_wrap(look, button_width(look, people));
  if (pill(look, people, memory.officials)) memory.officials = true;
  if (memory.officials)
    clear_filters_button(look, memory.people, memory.official_grid);
  else
    clear_filters_button(look, memory.units, memory.unit_grid);
  same_line_or_wrap(look, export_button_width(look));
  draw_outputs(look, model, memory, out);
  if (!read_only) draw_forms(look, model, memory, out);
  gap(look, 16);
  if (memory.officials)
    draw_official_list(look, model, memory, out);
  else
    draw_unit_list(look, model, memory, out);
}

}  // namespace web
