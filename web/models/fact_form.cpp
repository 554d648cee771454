#include "web/models/fact_form.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "core/base/text.h"
#include "core/intake/masking/mask_fact.h"
#include "core/model/key.h"
#include "core/model/validate.h"
#include "core/rules/clauses.h"
#include "web/models/names.h"
#include "web/models/typed_day.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::FieldType;

std::string day_text(const std::string& text) {
  const std::optional<core::Date> day = core::parse_date(text);
  return day ? full_day(*day) : text;
}

std::string object_line(const core::Value& value) {
  if (value.fields() == nullptr) return {};
  std::string line(value.fields()->text("name"));
  const std::string_view role = value.fields()->text("role");
  return role.empty() ? line : line.append(" ").append(role);
}

/// A recorded value as the form shows it.
std::string shown_text(FieldType type, const core::Value& value) {
  if (value.text()) return type == FieldType::Day ? day_text(*value.text()) : *value.text();
  if (value.boolean()) return *value.boolean() ? "true" : "false";
  if (value.integer()) return std::to_string(*value.integer());
  std::vector<std::string> parts;
  if (value.fields() != nullptr)  // `{"area": true}` of “四重”
    for (const auto& [name, flag] : *value.fields())
      if (flag.boolean() && *flag.boolean()) parts.push_back(name);
  if (value.list() == nullptr) return join_choices(parts);
  for (const core::Value& entry : *value.list())
    parts.push_back(entry.text() ? *entry.text() : object_line(entry));
  if (type != FieldType::Objects) return join_choices(parts);
  std::string lines;
  for (const std::string& part : parts) lines += lines.empty() ? part : "\n" + part;
  return lines;
}

/// `50`, `50%`, `12人`: as people type it.
core::Value number_or_text(const std::string& text) {
  std::string folded(core::trim(core::fold_width(text)));
  for (const std::string_view unit : {"%", "人"})
    if (folded.ends_with(unit)) folded.resize(folded.size() - unit.size());
  std::int64_t number = 0;
  const char* const end = folded.data() + folded.size();
  const auto [at, error] = std::from_chars(folded.data(), end, number);
  if (error == std::errc() && at == end) return number;
  return text;
}

/// `姓名 职责` on each line; input methods write a wide blank or a wide comma between them.
core::List people_of(const std::string& text) {
  core::List people;
  for (const std::string& line : core::split_any(text, {"\n", "；", ";"})) {
    std::string role;
    core::Fields person;
    for (std::string& part : core::split_any(line, {" ", "\t", "　", "，", ",", "：", ":"})) {
      if (person.empty())
        person.set("name", std::move(part));
      else
        role.append(role.empty() ? "" : " ").append(part);
    }
    if (person.empty()) continue;
    if (!role.empty()) person.set("role", std::move(role));
    people.emplace_back(std::move(person));
  }
  return people;
}

/// The day of the fact; of a registration the day of receipt, where it says one.
core::Date cause_of(const FactForm& form, core::Date today) {
  core::Date cause = typed_day(form.day, today).value_or(today);
  for (const FormField& field : form.fields)
    if (field.spec->name == "received_on") cause = typed_day(field.text, today).value_or(cause);
  return cause;
}

bool lies_ahead(const core::FieldSpec& spec) {
  for (const std::string_view name :
       {"resolve_by", "imported_deadline", "until", "answer_by", "due"})
    if (spec.name == name) return true;
  return false;
}

core::Value value_of(const FactForm& form, const FormField& field, const std::string& text,
                     core::Date today) {
  switch (field.spec->type) {
    case FieldType::Integer:
      return number_or_text(text);
    case FieldType::Boolean:
      return text == "true";
    case FieldType::Day: {
      const std::optional<core::Date> day = day_of(form, field, today);
      return day ? core::to_string(*day) : text;
    }
    case FieldType::Objects:
      return people_of(text);
    case FieldType::Codes:
    case FieldType::UnitKeys:
    case FieldType::Texts:
    case FieldType::Days:
    case FieldType::Any: {
      core::List list;
      for (const std::string& part : split_choices(text)) list.emplace_back(part);
      return list;
    }
    default:
      return text;
  }
}

core::Fact plain_fact(const FactForm& form, const core::State& state, core::Date today) {
  core::Fact fact;
  fact.kind = form.kind->kind;
  if (const std::optional<core::Date> day = typed_day(form.day, today)) fact.on = *day;
  if (!form.kind->key.empty()) fact.fields.set(form.kind->key, std::string(core::trim(form.key)));
  for (const FormField& field : form.fields) {
    const std::string text(core::trim(field.text));
    if (!text.empty()) fact.fields.set(field.spec->name, value_of(form, field, text, today));
  }
  core::fold_keys(fact, state);
  core::intake::Scrubbed counts;
  core::intake::mask_fact(fact, state, counts);
  return fact;
}

/// The field says what it did when the form was opened, whatever a form can show of it.
bool is_kept(const FormField& field, const core::Value* then) {
  return then != nullptr &&
         core::trim(field.text) == core::trim(shown_text(field.spec->type, *then));
}

core::Fact amendment(const FactForm& form, const core::Fact& after, core::Date today) {
  core::Fields with;
  if (after.on != form.before.on) with.set("on", core::to_string(after.on));
  for (const FormField& field : form.fields) {
    const core::Value* now = after.fields.find(field.spec->name);
    const core::Value* then = form.before.fields.find(field.spec->name);
    if (is_kept(field, then)) continue;
    if (now != nullptr && (then == nullptr || !(*now == *then))) with.set(field.spec->name, *now);
    if (now == nullptr && then != nullptr) with.set(field.spec->name, core::Value());
  }
  core::Fact fact;
  fact.kind = "fact.corrected";
  fact.on = today;
  fact.fields = {{"fact", form.corrects}, {"with", std::move(with)}};
  if (const std::string reason(core::trim(form.reason)); !reason.empty())
    fact.fields.set("reason", reason);
  return fact;
}

/// The problem without the name of the field before it; nothing when it is about another.
std::optional<std::string> about_field(std::string_view problem, std::string_view name) {
  const std::string mark = std::string("（").append(name).append("）");
  const std::size_t at = problem.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string rest(problem.substr(at + mark.size()));
  return rest == "缺失" || rest == "不能为空" ? "必填" : rest;
}

void place_problem(FactForm& form, const std::string& problem) {
  if (!form.corrects.empty() && about_field(problem, "reason")) {
    form.reason_problem = "必填";
    return;
  }
  for (FormField& field : form.fields)
    if (const std::optional<std::string> own = about_field(problem, field.spec->name)) {
      field.problem = plain_words(*own);
      return;
    } else if (field.spec->type == FieldType::Day &&
               core::starts_with(problem, field.spec->label)) {
      field.problem = plain_words(problem);
      return;
    }
  if (problem == "缺少日期（on）") {
    form.day_problem = core::trim(form.day).empty() ? "必填" : "不是有效日期";
  } else if (core::starts_with(problem, "日期")) {
    if (form.day_problem.empty()) form.day_problem = plain_words(problem);
  } else if (core::starts_with(problem, "缺少编号")) {
    form.key_problem = "必填";
  } else if (form.asks_key &&
             (core::contains(problem, "已登记") || core::contains(problem, "编号"))) {
    form.key_problem = plain_words(problem);
  } else {
    form.problems.push_back(plain_words(problem));
  }
}

void check_typed_days(FactForm& form, core::Date today) {
  const core::Date cause = cause_of(form, today);
  for (FormField& field : form.fields) {
    if (field.spec->type != FieldType::Day || core::trim(field.text).empty()) continue;
    const std::optional<core::Date> day = day_of(form, field, today);
    if (!day)
      field.problem = "不是有效日期";
    else if (lies_ahead(*field.spec) && *day < cause && field.text != field.given)
      field.problem = "早于起算之日（" + full_day(cause) + "）";
  }
}

/// What is taken is said while it is typed, whatever else is still missing.
void check_key(FactForm& form, const std::string& key, const core::State& state) {
  if (!form.asks_key || !form.key_problem.empty()) return;
  const core::CaseIndex which = state.find_case(key);
  const core::UnitIndex unit = state.find_unit(key);
  const bool taken = form.kind->subject == core::Subject::Kind::Case
                         ? which.known() && state.case_row(which).registered()
                         : form.kind->subject == core::Subject::Kind::Unit && unit.known() &&
                               state.unit(unit).registered_on.known();
  if (taken)
    form.key_problem =
        (form.kind->subject == core::Subject::Kind::Case ? "事项“" : "单位“") + key + "”已登记";
}

std::string about_words(const core::State& state, const core::KindSpec& kind,
                        std::string_view key) {
  if (kind.subject == core::Subject::Kind::Case) {
    const core::CaseIndex which = state.find_case(key);
    return which.known() ? case_title(state, which).append(" ").append(key) : std::string(key);
  }
  if (kind.subject == core::Subject::Kind::Unit) return unit_name(state, state.find_unit(key));
  if (kind.subject == core::Subject::Kind::Official)
    return official_name(state, state.find_official(key));
  return std::string(key);
}

constexpr std::string_view kAliases[] = {"aliases"};
// Refusals, and what a clause wants explained.
constexpr std::string_view kReasoned[] = {"case.declined", "case.objected"};
constexpr std::string_view kReportWords[] = {"progress", "work", "problems", "next"};

/// Whether one of these fields, of all where none is named, says something.
bool says_any(const FactForm& form, std::span<const std::string_view> names,
              std::string FormField::*words = &FormField::text) {
  return std::any_of(form.fields.begin(), form.fields.end(), [&](const FormField& field) {
    const bool asked =
        names.empty() || std::find(names.begin(), names.end(), field.spec->name) != names.end();
    return asked && !core::trim(field.*words).empty();
  });
}

bool has_event(const FactForm& form, const core::State& state, core::EventKind kind) {
  const core::CaseIndex index = state.find_case(form.key);
  if (!index.known()) return true;  // said elsewhere
  for (std::uint32_t at = state.case_row(index).first_event; at != core::kNoIndex;) {
    if (state.event(at).kind == kind) return true;
    at = state.event(at).next;
  }
  return false;
}

bool lacks_words(const FactForm& form, const FormField& field, std::string FormField::*words) {
  const std::string_view kind = form.kind->kind;
  if (kind == "report.filed")
    return field.spec->name == "work" && !says_any(form, kReportWords, words);
  const bool reasoned =
      std::find(std::begin(kReasoned), std::end(kReasoned), kind) != std::end(kReasoned);
  return reasoned && field.spec->name == "reason" && core::trim(field.*words).empty();
}

/// What lists of former years may lack, and a person who writes it down today may not: it would say
/// nothing. A correction may leave out what was never said.
void check_words(FactForm& form) {
  for (FormField& field : form.fields) {
    if (!lacks_words(form, field, &FormField::text)) continue;
    if (!form.corrects.empty() && lacks_words(form, field, &FormField::given)) continue;
    field.problem = field.spec->name == "work" ? "应填写进展或本周工作" : "必填";
  }
}

/// The same of what would settle what was never done.
void check_substance(FactForm& form, const core::State& state) {
  using core::EventKind;
  if (!form.corrects.empty()) return;
  const std::string_view kind = form.kind->kind;
  for (FormField& field : form.fields) {
    if (kind == "case.flagged" && &field == form.fields.data() && !says_any(form, {}))
      field.problem = "应至少标记一项";
    const bool renames = kind == "unit.renamed" && field.spec->name == "name";
    if (renames && field.text == field.given && !says_any(form, kAliases))
      field.problem = "名称和别名都没有改动";
  }
  const bool needs_answer = kind == "case.delivered" || kind == "case.review_requested";
  if (needs_answer && !has_event(form, state, EventKind::Answered))
    form.problems.emplace_back("尚未登记处理意见，请先登记");
  if (kind == "case.final_requested" && !has_event(form, state, EventKind::ReviewDecided))
    form.problems.emplace_back("尚未登记复查意见，请先登记");
}

}  // namespace

bool FactForm::ready() const {
  const bool fields_ready = std::all_of(
      fields.begin(), fields.end(), [](const FormField& field) { return field.problem.empty(); });
  return open() && fields_ready && problems.empty() && day_problem.empty() && key_problem.empty() &&
         reason_problem.empty();
}

FactForm fact_form(const core::State& state, std::string_view kind, std::string_view key,
                   const core::Fields& given, core::Date today) {
  FactForm form;
  form.kind = core::find_kind(kind);
  if (!form.open()) return form;
  form.title = form.kind->label;
  form.key = key;
  form.asks_key = key.empty() && !form.kind->key.empty();
  if (!form.asks_key) form.about = about_words(state, *form.kind, key);
  form.day = full_day(today);
  for (const core::FieldSpec& spec : form.kind->fields) {
    FormField& field = form.fields.emplace_back();
    field.spec = &spec;
    if (const core::Value* value = given.find(spec.name))
      field.text = shown_text(spec.type, *value);
    else if (spec.type == core::FieldType::Week && spec.required)
      field.text = core::to_string(core::iso_week(today));   // Another is the exception.
    else if (kind == "unit.renamed" && spec.name == "name")  // Left alone by who adds an alias.
      field.text = unit_name(state, state.find_unit(key));
    field.given = field.text;
  }
  if (!form.kind->clause.empty()) form.quotes.push_back(quote_of(form.kind->clause));
  check(form, state, today);
  return form;
}

FactForm correction_form(const core::State& state, const core::RecordedFact& fact,
                         core::Date today) {
  const core::KindSpec* kind = core::find_kind(fact.fact.kind);
  if (kind == nullptr) return {};
  FactForm form =
      fact_form(state, kind->kind, fact.fact.fields.text(kind->key), fact.fact.fields, today);
  form.title = "更正：" + form.title;
  form.day = full_day(fact.fact.on);
  form.asks_key = false;
  form.corrects = fact.id;
  form.before = fact.fact;
  check(form, state, today);
  return form;
}

std::optional<core::Date> day_of(const FactForm& form, const FormField& field, core::Date today) {
  return typed_day(field.text, today,
                   lies_ahead(*field.spec) ? cause_of(form, today) : core::Date{});
}

core::Fact fact_of(const FactForm& form, const core::State& state, core::Date today) {
  core::Fact fact = plain_fact(form, state, today);
  return form.corrects.empty() ? fact : amendment(form, fact, today);
}

void check(FactForm& form, const core::State& state, core::Date today) {
  if (!form.open()) return;
  form.problems.clear();
  form.day_problem.clear();
  form.key_problem.clear();
  form.reason_problem.clear();
  for (FormField& field : form.fields) field.problem.clear();
  core::Fact fact = plain_fact(form, state, today);
  const std::string key = core::subject_key(fact, *form.kind);
  if (!form.corrects.empty()) {
    if (!fact.on.known()) place_problem(form, "缺少日期（on）");
    fact = amendment(form, fact, today);
  }
  for (const std::string& problem : core::problems_of(fact, state, today))
    place_problem(form, problem);
  check_words(form);
  check_substance(form, state);
  check_typed_days(form, today);
  check_key(form, key, state);
}

}  // namespace web
