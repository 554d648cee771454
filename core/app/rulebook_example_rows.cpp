// Examples out of the rows of a sheet, and into them.
#include <fmt/format.h>

#include <algorithm>

#include "core/app/rulebook_examples.h"
#include "core/app/rulebook_words.h"
#include "core/base/list_of.h"
#include "core/rules/setting_access.h"

namespace core::app {
namespace {

constexpr std::string_view kListParts[] = {"duties", "prompts", "none", "counts"};

std::string_view expect_part(ExamplePart part) {
  return kListParts[static_cast<std::size_t>(part) - static_cast<std::size_t>(ExamplePart::Duty)];
}

/// One example while its rows are read.
struct Draft {
  std::string name;
  RulebookExample example;
  Fields settings;
  List facts;
  List refused;
  List expect;
};

class Reader {
 public:
  explicit Reader(RulebookFile& file) : file_(file) {}

  void read(const RulebookRow& row) {
    row_ = &row;
    const std::string name(row.cells.text("example"));
    if (!name.empty() && (!open_ || name != draft_.name)) begin(name);
    if (!open_) return refuse("example", "缺少示例名称");
    const auto part = parse_part(row.cells.text("part"));
    if (!part) return refuse("part", "应为事实、拒绝、设置、任务、建议、没有、个数之一");
    const auto pairs = split_pairs(row.cells.text("content"));
    if (!pairs) return refuse("content", "应写作“名称=值；名称=值”");
    if (*part == ExamplePart::Setting) return read_setting(*pairs);
    if (*part == ExamplePart::Fact || *part == ExamplePart::Refused)
      return read_fact(*pairs, *part == ExamplePart::Refused);
    read_expectation(*part, *pairs);
  }

  void finish() {
    if (!open_) return;
    Fields scenario{{"name", draft_.name},
                    {"facts", std::move(draft_.facts)},
                    {"expect", std::move(draft_.expect)}};
    if (!draft_.settings.empty()) scenario.set("settings", std::move(draft_.settings));
    if (!draft_.refused.empty()) scenario.set("refused", std::move(draft_.refused));
    draft_.example.scenario = std::move(scenario);
    file_.examples.push_back(std::move(draft_.example));
    open_ = false;
  }

 private:
  void begin(const std::string& name) {
    finish();
    draft_ = Draft{};
    draft_.name = name;
    draft_.example.row = row_->number;
    open_ = true;
  }

  std::string_view text(std::string_view column) const { return row_->cells.text(column); }

  void refuse(std::string_view column, std::string reason) {
    file_.issues.push_back(cell_issue(file_, RulebookSheet::Examples, row_->number, column,
                                      std::string(text(column)), std::move(reason)));
  }

  void read_setting(const std::vector<Pair>& pairs) {
    const std::string key(text("what"));
    if (!rules::find_setting(key)) return refuse("what", fmt::format("没有“{}”这项设置", key));
    for (const Pair& pair : pairs)
      if (pair.first == "值" || pair.first == "value")
        draft_.settings.set(key, finding_field({"value", pair.second}).second);
  }

  void read_fact(const std::vector<Pair>& pairs, bool refused) {
    const KindSpec* kind = kind_named(text("what"));
    if (!kind) return refuse("what", fmt::format("没有“{}”这种事实", text("what")));
    Fields fact{{"kind", kind->kind}, {"on", text("on")}};
    const bool keyed = !kind->key.empty() && kind->key != "case" && kind->key != "unit";
    if (!text("number").empty() && keyed) fact.set(kind->key, text("number"));
    for (const std::string_view name : {"case", "unit"})
      if (!text(name).empty()) fact.set(name, text(name));
    std::string reason;
    for (const Pair& pair : pairs) {
      if (refused && (pair.first == "理由含" || pair.first == "reason_contains")) {
        reason = pair.second;
        continue;
      }
      const Fields::Entry field = fact_field(*kind, pair);
      fact.set(field.first, field.second);
    }
    draft_.facts.push_back(std::move(fact));
    draft_.example.fact_rows.push_back(row_->number);
    if (refused)
      draft_.refused.push_back(Fields{{"fact", static_cast<std::int64_t>(draft_.facts.size())},
                                      {"reason_contains", reason}});
  }

  void read_expectation(ExamplePart part, const std::vector<Pair>& pairs) {
    Fields pattern;
    if (const std::string_view rule = rule_named(text("what")); !rule.empty()) {
      pattern.set("rule", rule);
    } else if (!text("what").empty()) {
      return refuse("what", fmt::format("没有“{}”这条规则", text("what")));
    }
    if (!text("number").empty()) pattern.set("measure", text("number"));
    for (const std::string_view name : {"case", "unit"})
      if (!text(name).empty()) pattern.set(name, text(name));
    for (const Pair& pair : pairs) {
      const Fields::Entry field = finding_field(pair);
      pattern.set(field.first, field.second);
    }
    draft_.expect.push_back(
        Fields{{"on", text("on")}, {std::string(expect_part(part)), List{std::move(pattern)}}});
    draft_.example.expect_rows.push_back(row_->number);
  }

  RulebookFile& file_;
  const RulebookRow* row_ = nullptr;
  bool open_ = false;
  Draft draft_;
};

class Writer {
 public:
  std::vector<RulebookRow> run(const std::vector<RulebookExample>& examples) {
    for (const RulebookExample& example : examples)
      if (example.scenario.fields()) write(*example.scenario.fields());
    return std::move(rows_);
  }

 private:
  void write(const Fields& scenario) {
    name_ = scenario.text("name");
    if (const Value* settings = scenario.find("settings"); settings && settings->fields())
      for (const auto& [key, value] : *settings->fields())
        add(ExamplePart::Setting, {}, key, {}, {{"值", shown(value)}});
    std::int64_t number = 0;
    for (const Value& fact : list_of(scenario, "facts"))
      write_fact(scenario, *fact.fields(), ++number);
    for (const Value& entry : list_of(scenario, "expect"))
      for (std::size_t i = 0; i < std::size(kListParts); ++i)
        for (const Value& pattern : list_of(*entry.fields(), kListParts[i]))
          write_expectation(
              static_cast<ExamplePart>(i + static_cast<std::size_t>(ExamplePart::Duty)),
              entry.fields()->text("on"), *pattern.fields());
  }

  static const Fields* refusal_of(const Fields& scenario, std::int64_t number) {
    for (const Value& entry : list_of(scenario, "refused"))
      if (entry.fields() && entry.fields()->integer("fact") == number) return entry.fields();
    return nullptr;
  }

  void write_fact(const Fields& scenario, const Fields& fact, std::int64_t number) {
    const KindSpec* kind = find_kind(fact.text("kind"));
    if (!kind) return;
    Fields subject;
    std::vector<Pair> pairs;
    const Fields* refusal = refusal_of(scenario, number);
    if (refusal) pairs.emplace_back("理由含", refusal->text("reason_contains"));
    for (const Fields::Entry& field : fact) {
      if (field.first == "kind" || field.first == "on") continue;
      if (field.first == "case" || field.first == "unit") {
        subject.set(field.first, field.second);
      } else if (field.first == kind->key) {
        subject.set("number", field.second);
      } else {
        pairs.push_back(fact_pair(*kind, field));
      }
    }
    add(refusal ? ExamplePart::Refused : ExamplePart::Fact, fact.text("on"), kind_text(*kind),
        subject, pairs);
  }

  void write_expectation(ExamplePart part, std::string_view on, const Fields& pattern) {
    Fields subject;
    std::vector<Pair> pairs;
    for (const Fields::Entry& field : pattern) {
      if (field.first == "rule") continue;
      if (field.first == "case" || field.first == "unit") {
        subject.set(field.first, field.second);
      } else if (field.first == "measure") {
        subject.set("number", field.second);
      } else {
        pairs.push_back(finding_pair(field));
      }
    }
    add(part, on, rule_text(pattern.text("rule")), subject, pairs);
  }

  void add(ExamplePart part, std::string_view on, std::string_view what, const Fields& subject,
           const std::vector<Pair>& pairs) {
    Fields cells = subject;
    cells.set("example", name_);
    cells.set("part", label(part));
    if (!on.empty()) cells.set("on", on);
    if (!what.empty()) cells.set("what", what);
    std::string content;
    for (const Pair& pair : pairs)
      content += fmt::format("{}{}={}", content.empty() ? "" : "；", pair.first, pair.second);
    if (!content.empty()) cells.set("content", content);
    rows_.push_back({static_cast<int>(rows_.size()) + 1, std::move(cells)});
  }

  std::string name_;
  std::vector<RulebookRow> rows_;
};

}  // namespace

void read_examples(const std::vector<RulebookRow>& rows, RulebookFile& file) {
  Reader reader(file);
  for (const RulebookRow& row : rows) reader.read(row);
  reader.finish();
}

std::vector<RulebookRow> example_rows(const std::vector<RulebookExample>& examples) {
  return Writer().run(examples);
}

}  // namespace core::app
